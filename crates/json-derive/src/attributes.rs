//! Serde's attributes, as far as they say what the JSON looks like.

use proc_macro2::Span;
use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::{
    Attribute, Error, Expr, ExprPath, Field, Fields, Ident, LitStr, Path, Result, Token, Type,
    Variant,
};

/// What stands at a type.
#[derive(Default)]
pub(crate) struct TypeAttributes {
    /// Under which name an object says which variant it is.
    pub(crate) tag: Option<String>,
    /// Whether variants are named in snake case.
    pub(crate) is_snake_case: bool,
    /// Whether it is written as the one field that it has.
    pub(crate) is_transparent: bool,
    /// Whether fields that are not there have the default of their type.
    pub(crate) has_default: bool,
    /// What is read instead, and made into the type.
    pub(crate) try_from: Option<Type>,
    /// What is written instead, and made of the type.
    pub(crate) into: Option<Type>,
}

impl TypeAttributes {
    pub(crate) fn of(attributes: &[Attribute]) -> Result<Self> {
        let mut read = Self::default();
        each(attributes, "serde", |meta, name| {
            match name {
                "tag" => read.tag = Some(text(meta)?.value()),
                "rename_all" => {
                    let case = text(meta)?;
                    if case.value() != "snake_case" {
                        return Err(Error::new(case.span(), "only snake_case is known here"));
                    }
                    read.is_snake_case = true;
                }
                "try_from" => read.try_from = Some(text(meta)?.parse()?),
                "default" => read.has_default = true,
                "into" => read.into = Some(text(meta)?.parse()?),
                "transparent" => read.is_transparent = true,
                // Says what a server refuses, not what it writes.
                "deny_unknown_fields" => {}
                _ => return Err(meta.error("not known to the phone's JSON")),
            }
            Ok(())
        })?;
        Ok(read)
    }

    /// What the JSON calls a variant.
    pub(crate) fn name_of(&self, variant: &Variant, own: &VariantAttributes) -> String {
        let name = variant.ident.to_string();
        match &own.rename {
            Some(rename) => rename.clone(),
            None if self.is_snake_case => snake_case(&name),
            None => name,
        }
    }
}

/// What stands at a variant.
#[derive(Default)]
pub(crate) struct VariantAttributes {
    rename: Option<String>,
    /// Whether no phone ever hears of it.
    pub(crate) is_staff_only: bool,
}

impl VariantAttributes {
    pub(crate) fn of(variant: &Variant) -> Result<Self> {
        let mut read = Self::default();
        each(&variant.attrs, "serde", |meta, name| {
            match name {
                "rename" => read.rename = Some(text(meta)?.value()),
                _ => return Err(meta.error("not known to the phone's JSON")),
            }
            Ok(())
        })?;
        each(&variant.attrs, "from_json", |meta, name| {
            match name {
                "staff_only" => read.is_staff_only = true,
                _ => return Err(meta.error("only staff_only is known here")),
            }
            Ok(())
        })?;
        Ok(read)
    }
}

/// What is meant by a field that is not there.
pub(crate) enum Missing {
    /// It never is: it has the default of its type whatever stands there.
    Never,
    /// Nothing: the object is not what was expected.
    Error,
    /// What its type's own reader makes of it: false, none, or an empty list.
    ByType,
    /// The default of its type.
    Default,
    /// What this function answers.
    Function(ExprPath),
}

/// What stands at a field.
pub(crate) struct FieldAttributes {
    /// What the JSON calls it.
    pub(crate) name: String,
    /// What it was called before, and is still read.
    pub(crate) alias: Option<String>,
    /// Whether its own fields stand among those of what it is in.
    pub(crate) is_flat: bool,
    pub(crate) missing: Missing,
    /// Says when it is not written.
    pub(crate) left_out_if: Option<ExprPath>,
}

impl FieldAttributes {
    pub(crate) fn of(field: &Field, ident: &Ident, of: &TypeAttributes) -> Result<Self> {
        let is_often_left_out = is_often_left_out(&field.ty);
        let mut read = Self {
            name: ident.to_string(),
            alias: None,
            is_flat: false,
            missing: if is_often_left_out {
                Missing::ByType
            } else if of.has_default {
                Missing::Default
            } else {
                Missing::Error
            },
            left_out_if: None,
        };
        each(&field.attrs, "serde", |meta, name| {
            match name {
                "rename" => read.name = text(meta)?.value(),
                "skip" => read.missing = Missing::Never,
                "alias" => read.alias = Some(text(meta)?.value()),
                "flatten" => read.is_flat = true,
                "default" if meta.input.peek(Token![=]) => {
                    read.missing = Missing::Function(text(meta)?.parse()?);
                }
                "default" if is_often_left_out => {}
                "default" => read.missing = Missing::Default,
                "skip_serializing_if" => read.left_out_if = Some(text(meta)?.parse()?),
                _ => return Err(meta.error("not known to the phone's JSON")),
            }
            Ok(())
        })?;
        if read.left_out_if.is_some() && matches!(read.missing, Missing::Error) {
            return Err(Error::new_spanned(
                field,
                "what is left out needs a default to be read again",
            ));
        }
        Ok(read)
    }
}

/// Types whose readers take what is not there for false, none, or an empty list.
fn is_often_left_out(kind: &Type) -> bool {
    is_called(kind, "bool") || is_called(kind, "Vec") || is_optional(kind)
}

/// Whether there may be none.
pub(crate) fn is_optional(kind: &Type) -> bool {
    is_called(kind, "Option")
}

fn is_called(kind: &Type, name: &str) -> bool {
    let Type::Path(path) = kind else {
        return false;
    };
    let last = path.path.segments.last();
    last.is_some_and(|last| last.ident == name)
}

/// Calls `read` with each word that stands in the attributes called `attribute`.
fn each(
    attributes: &[Attribute],
    attribute: &str,
    mut read: impl FnMut(&ParseNestedMeta<'_>, &str) -> Result<()>,
) -> Result<()> {
    for attribute in attributes
        .iter()
        .filter(|found| found.path().is_ident(attribute))
    {
        attribute.parse_nested_meta(|meta| {
            let name = word(&meta.path);
            read(&meta, &name)
        })?;
    }
    Ok(())
}

fn word(path: &Path) -> String {
    path.to_token_stream().to_string()
}

fn text(meta: &ParseNestedMeta<'_>) -> Result<LitStr> {
    match meta.value()?.parse()? {
        Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) => Ok(text),
        other => Err(Error::new_spanned(other, "a text is expected")),
    }
}

/// As serde writes the name of a variant.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for (at, letter) in name.char_indices() {
        if at > 0 && letter.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// The one field of a type that wraps another.
pub(crate) fn wrapped<'a>(fields: &'a Fields, of: &TypeAttributes) -> Option<&'a Field> {
    match fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => fields.unnamed.first(),
        Fields::Named(fields) if of.is_transparent && fields.named.len() == 1 => {
            fields.named.first()
        }
        _ => None,
    }
}

/// Says that the macro knows no such type.
pub(crate) fn unknown(what: &str) -> Error {
    Error::new(Span::call_site(), what)
}
