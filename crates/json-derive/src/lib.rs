//! Derives `barometer_json`'s reader and writer from the attributes that `serde` reads: what the browser calls a
//! field is what the server calls it, and a new field or variant needs no second list.
//!
//! An attribute that would change the JSON and is not known here is an error of the compiler, never ignored.

mod attributes;
mod reading;
mod writing;

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use syn::{DeriveInput, Error, Result, parse_macro_input};

/// Reads a type out of what the browser has parsed, as `serde` would.
///
/// An enum with variants that a phone never hears of, marked `#[from_json(staff_only)]`, has a second reader,
/// `from_json_on_phone`: there they are as unknown as any other word, and their content costs nothing.
#[proc_macro_derive(FromJson, attributes(serde, from_json))]
pub fn from_json(input: TokenStream) -> TokenStream {
    derive(&parse_macro_input!(input), reading::implementation)
}

/// Writes a type as JSON, as `serde` would.
#[proc_macro_derive(ToJson, attributes(serde))]
pub fn to_json(input: TokenStream) -> TokenStream {
    derive(&parse_macro_input!(input), writing::implementation)
}

fn derive(input: &DeriveInput, make: fn(&DeriveInput) -> Result<Tokens>) -> TokenStream {
    make(input).unwrap_or_else(Error::into_compile_error).into()
}
