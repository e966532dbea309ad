//! The reader of a type.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DataEnum, DeriveInput, Fields, FieldsNamed, Result};

use crate::attributes::{
    FieldAttributes, Missing, TypeAttributes, VariantAttributes, unknown, wrapped,
};

pub(crate) fn implementation(input: &DeriveInput) -> Result<TokenStream> {
    let attributes = TypeAttributes::of(&input.attrs)?;
    let body = body(input, &attributes)?;
    let on_phone = on_phone(input, &attributes)?;
    let name = &input.ident;
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    Ok(quote! {
        #[automatically_derived]
        impl #generics ::barometer_json::FromJson for #name #arguments #bounds {
            fn from_json(value: &::barometer_json::JsValue) -> ::core::option::Option<Self> {
                #body
            }
        }
        #on_phone
    })
}

fn body(input: &DeriveInput, attributes: &TypeAttributes) -> Result<TokenStream> {
    if let Some(raw) = &attributes.try_from {
        return Ok(quote! {
            <#raw as ::barometer_json::FromJson>::from_json(value)?.try_into().ok()
        });
    }
    match &input.data {
        Data::Struct(data) => structure(&data.fields, attributes),
        Data::Enum(data) => variants(data, attributes, |_| true),
        Data::Union(_) => Err(unknown("a union has no JSON")),
    }
}

fn structure(fields: &Fields, attributes: &TypeAttributes) -> Result<TokenStream> {
    if let Some(field) = wrapped(fields, attributes) {
        return Ok(if let Some(name) = &field.ident {
            quote! {
                let #name = ::barometer_json::FromJson::from_json(value)?;
                ::core::option::Option::Some(Self { #name })
            }
        } else {
            quote! { ::barometer_json::FromJson::from_json(value).map(Self) }
        });
    }
    let Fields::Named(named) = fields else {
        return Err(unknown("a struct has named fields, or wraps one value"));
    };
    let fields = members(named, attributes)?;
    Ok(quote! { ::core::option::Option::Some(Self { #fields }) })
}

/// The second reader of an enum that a phone never hears all of.
fn on_phone(input: &DeriveInput, attributes: &TypeAttributes) -> Result<Option<TokenStream>> {
    let Data::Enum(data) = &input.data else {
        return Ok(None);
    };
    let mut has_staff_only = false;
    for variant in &data.variants {
        has_staff_only |= VariantAttributes::of(variant)?.is_staff_only;
    }
    if !has_staff_only {
        return Ok(None);
    }
    let body = variants(data, attributes, |own| !own.is_staff_only)?;
    let name = &input.ident;
    Ok(Some(quote! {
        #[automatically_derived]
        impl #name {
            /// Reads what a phone can hear of; to a phone all else is unknown.
            pub fn from_json_on_phone(value: &::barometer_json::JsValue) -> ::core::option::Option<Self> {
                #body
            }
        }
    }))
}

/// Each field with its value.
fn members(named: &FieldsNamed, of: &TypeAttributes) -> Result<TokenStream> {
    let mut read = TokenStream::new();
    for field in &named.named {
        let Some(ident) = &field.ident else { continue };
        let attributes = FieldAttributes::of(field, ident, of)?;
        let name = &attributes.name;
        let value = match &attributes.missing {
            Missing::Never => quote! { ::core::default::Default::default() },
            _ if attributes.is_flat => quote! { ::barometer_json::FromJson::from_json(value)? },
            Missing::Error if attributes.alias.is_some() => {
                let alias = &attributes.alias;
                quote! {
                    ::barometer_json::field(value, #name).or_else(|| ::barometer_json::field(value, #alias))?
                }
            }
            _ if attributes.alias.is_some() => {
                return Err(syn::Error::new_spanned(
                    field,
                    "an alias of what may be missing is not known here",
                ));
            }
            Missing::Error | Missing::ByType => quote! { ::barometer_json::field(value, #name)? },
            Missing::Default => quote! {
                ::barometer_json::field_or(value, #name, ::core::default::Default::default)?
            },
            Missing::Function(function) => {
                quote! { ::barometer_json::field_or(value, #name, #function)? }
            }
        };
        read.extend(quote! { #ident: #value, });
    }
    Ok(read)
}

/// By the text that stands there, by the text under the tag, or by the name of the one thing that stands there.
fn variants(
    data: &DataEnum,
    attributes: &TypeAttributes,
    is_known: fn(&VariantAttributes) -> bool,
) -> Result<TokenStream> {
    let (mut arms, mut are_names) = (TokenStream::new(), true);
    for variant in &data.variants {
        let own = VariantAttributes::of(variant)?;
        if !is_known(&own) {
            continue;
        }
        are_names &= matches!(variant.fields, Fields::Unit);
        let (ident, name) = (&variant.ident, attributes.name_of(variant, &own));
        let made = match &variant.fields {
            Fields::Unit => quote! { Self::#ident },
            Fields::Named(named) => {
                let fields = members(named, &TypeAttributes::default())?;
                quote! { Self::#ident { #fields } }
            }
            fields if wrapped(fields, &TypeAttributes::default()).is_some() => quote! {
                Self::#ident(::barometer_json::FromJson::from_json(value)?)
            },
            Fields::Unnamed(_) => {
                return Err(unknown("a variant has named fields, or wraps one value"));
            }
        };
        arms.extend(quote! { #name => #made, });
    }
    let found = match (&attributes.tag, are_names) {
        (Some(tag), _) => quote! {
            let name = ::barometer_json::name_of(value, #tag)?;
        },
        (None, true) => quote! { let name = value.as_string()?; },
        (None, false) => quote! {
            let (name, value) = ::barometer_json::name_and_content(value)?;
            let value = &value;
        },
    };
    Ok(quote! {
        #found
        ::core::option::Option::Some(match name.as_str() {
            #arms
            _ => return ::core::option::Option::None,
        })
    })
}
