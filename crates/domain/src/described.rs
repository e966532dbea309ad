//! How the API's description says what texts of a fixed form look like: days, times, codes and sealed bytes.

use std::borrow::Cow;

use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::openapi::{KnownFormat, RefOr, SchemaFormat};
use utoipa::{PartialSchema, ToSchema};

use crate::base64::Base64;
use crate::date::{Date, TimeOfDay};
use crate::forum::HalfYear;
use crate::ids::{MunicipalityCode, WebinarCode};
use crate::signup::CourseLink;

/// A text that a pattern describes.
fn text(pattern: impl Into<String>, example: impl Into<String>) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .pattern(Some(pattern))
        .examples([example.into()])
}

fn schema(text: ObjectBuilder) -> RefOr<Schema> {
    Schema::from(text.build()).into()
}

macro_rules! described {
    ($($described:ident, $text:expr;)*) => {
        $(
            impl PartialSchema for $described {
                fn schema() -> RefOr<Schema> {
                    schema($text)
                }
            }

            impl ToSchema for $described {
                fn name() -> Cow<'static, str> {
                    stringify!($described).into()
                }
            }
        )*
    };
}

described! {
    Date, text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2027-03-01").format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)));
    TimeOfDay, text("^([01][0-9]|2[0-3]):[0-5][0-9]$", "13:00");
    HalfYear, text("^[0-9]{4}-[12]$", "2027-1");
    WebinarCode, text("^[2-9A-HJ-NP-Za-hj-np-z]{6}$", "5K7P2M");
    MunicipalityCode, text("^[0-9]{4}$", "0751");
    CourseLink, text("^https://[^/.]+[.]", "https://course.example/1");
}

impl<const LETTERS: usize> PartialSchema for Base64<LETTERS> {
    fn schema() -> RefOr<Schema> {
        let pattern = format!("^[A-Za-z0-9_-]{{{LETTERS}}}$");
        schema(text(pattern, "A".repeat(LETTERS)))
    }
}

impl<const LETTERS: usize> ToSchema for Base64<LETTERS> {
    fn name() -> Cow<'static, str> {
        format!("Base64Of{LETTERS}").into()
    }
}
