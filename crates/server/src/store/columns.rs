//! Column types: what a stored text or blob means, decoded where a row is read.

use std::collections::BTreeMap;
use std::str::FromStr;

use barometer_domain::ids::RequestId;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::sqlite::{SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Encode, Sqlite, Type};

/// What rows say of each request, in the rows' order.
pub(super) fn by_request<T>(
    rows: impl IntoIterator<Item = (u32, T)>,
) -> BTreeMap<RequestId, Vec<T>> {
    let mut grouped: BTreeMap<RequestId, Vec<T>> = BTreeMap::new();
    for (request, said) in rows {
        grouped.entry(RequestId(request)).or_default().push(said);
    }
    grouped
}

/// A document stored as JSON.
#[derive(Clone, Debug)]
pub(super) struct JsonText<T>(pub(super) T);

/// An enum without data, stored as the bare word that it is on the wire.
#[derive(Clone, Copy, Debug)]
pub(super) struct EnumText<T>(pub(super) T);

/// A value stored as the text that it prints, such as a municipality's code.
#[derive(Clone, Copy, Debug)]
pub(super) struct ParsedText<T>(pub(super) T);

/// A key of fixed length.
#[derive(Clone, Copy, Debug)]
pub(super) struct FixedBytes<const N: usize>(pub(super) [u8; N]);

macro_rules! stored_as_text {
    ($($column:ident),*) => {$(
        impl<T> Type<Sqlite> for $column<T> {
            fn type_info() -> SqliteTypeInfo {
                <str as Type<Sqlite>>::type_info()
            }

            fn compatible(column: &SqliteTypeInfo) -> bool {
                <str as Type<Sqlite>>::compatible(column)
            }
        }
    )*};
}
stored_as_text!(JsonText, EnumText, ParsedText);

impl<'r, T: DeserializeOwned> Decode<'r, Sqlite> for JsonText<T> {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        let text = <&str as Decode<Sqlite>>::decode(value)?;
        Ok(Self(serde_json::from_str(text)?))
    }
}

impl<T: Serialize> Encode<'_, Sqlite> for JsonText<T> {
    fn encode_by_ref(&self, arguments: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        let text = serde_json::to_string(&self.0)?;
        <String as Encode<Sqlite>>::encode(text, arguments)
    }
}

impl<'r, T: DeserializeOwned> Decode<'r, Sqlite> for EnumText<T> {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        let word = <String as Decode<Sqlite>>::decode(value)?;
        let variant = serde_json::from_value(serde_json::Value::String(word))?;
        Ok(Self(variant))
    }
}

impl<T: Serialize> Encode<'_, Sqlite> for EnumText<T> {
    fn encode_by_ref(&self, arguments: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        match serde_json::to_value(&self.0)? {
            serde_json::Value::String(word) => <String as Encode<Sqlite>>::encode(word, arguments),
            other => Err(format!("not stored as a word: {other}").into()),
        }
    }
}

impl<'r, T: FromStr> Decode<'r, Sqlite> for ParsedText<T> {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        let text = <&str as Decode<Sqlite>>::decode(value)?;
        let parsed = text.parse().map_err(|_| format!("unreadable: {text}"))?;
        Ok(Self(parsed))
    }
}

impl<T: ToString> Encode<'_, Sqlite> for ParsedText<T> {
    fn encode_by_ref(&self, arguments: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        <String as Encode<Sqlite>>::encode(self.0.to_string(), arguments)
    }
}

impl<const N: usize> Type<Sqlite> for FixedBytes<N> {
    fn type_info() -> SqliteTypeInfo {
        <[u8] as Type<Sqlite>>::type_info()
    }

    fn compatible(column: &SqliteTypeInfo) -> bool {
        <[u8] as Type<Sqlite>>::compatible(column)
    }
}

impl<'r, const N: usize> Decode<'r, Sqlite> for FixedBytes<N> {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        let bytes = <&[u8] as Decode<Sqlite>>::decode(value)?;
        Ok(Self(bytes.try_into()?))
    }
}
