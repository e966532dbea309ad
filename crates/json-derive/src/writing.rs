//! The writer of a type.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Fields, FieldsNamed, Result};

use crate::attributes::{FieldAttributes, TypeAttributes, is_optional, unknown, wrapped};

pub(crate) fn implementation(input: &DeriveInput) -> Result<TokenStream> {
    let attributes = TypeAttributes::of(&input.attrs)?;
    let body = body(input, &attributes)?;
    let name = &input.ident;
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    Ok(quote! {
        #[automatically_derived]
        impl #generics ::barometer_json::ToJson for #name #arguments #bounds {
            fn write_json(&self, json: &mut ::std::string::String) {
                #body
            }
        }
    })
}

fn body(input: &DeriveInput, attributes: &TypeAttributes) -> Result<TokenStream> {
    if let Some(raw) = &attributes.into {
        return Ok(quote! {
            ::barometer_json::ToJson::write_json(&<#raw>::from(self.clone()), json);
        });
    }
    let Data::Struct(data) = &input.data else {
        return Err(unknown("a phone writes structs only"));
    };
    if let Some(field) = wrapped(&data.fields, attributes) {
        let place = if let Some(name) = &field.ident {
            quote! { #name }
        } else {
            quote! { 0 }
        };
        return Ok(quote! { ::barometer_json::ToJson::write_json(&self.#place, json); });
    }
    let Fields::Named(named) = &data.fields else {
        return Err(unknown("a struct has named fields, or wraps one value"));
    };
    let members = members(named, attributes)?;
    Ok(quote! { ::barometer_json::write_object(json, &[#members]); })
}

fn members(named: &FieldsNamed, of: &TypeAttributes) -> Result<TokenStream> {
    let mut members = TokenStream::new();
    for field in &named.named {
        let Some(ident) = &field.ident else { continue };
        let attributes = FieldAttributes::of(field, ident, of)?;
        if attributes.is_flat {
            return Err(unknown("a phone writes no flattened fields"));
        }
        let name = &attributes.name;
        let is_left_out = if let Some(function) = &attributes.left_out_if {
            // serde's functions take a reference; `Not::not` of one is the same.
            quote! { #function(&self.#ident) }
        } else {
            quote! { false }
        };
        let value = if is_optional(&field.ty) {
            quote! { self.#ident.as_ref().map(|value| value as &dyn ::barometer_json::ToJson) }
        } else {
            quote! { ::core::option::Option::Some(&self.#ident) }
        };
        members.extend(quote! {
            ::barometer_json::Member { name: #name, value: #value, is_left_out: #is_left_out },
        });
    }
    Ok(members)
}
