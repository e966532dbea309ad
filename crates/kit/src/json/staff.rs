//! What only staff's pages read, by `serde`: it knows every type, and is the larger reader by far.

use std::fmt;

use barometer_domain::after::{
    After, AfterCandidate, Evaluation, NextWebinar, Recorded, RoundResult,
};
use barometer_domain::agenda::Stage;
use barometer_domain::audience_question::QuestionProblem;
use barometer_domain::financing::import::Import;
use barometer_domain::financing::ledger::Ledger;
use barometer_domain::financing::merging::MergeConflict;
use barometer_domain::financing::portfolio::{
    Movement, Named, Portfolio, PortfolioAccess, PortfolioRow, RegionCount,
};
use barometer_domain::financing::request::{RequestFile, RequestRow};
use barometer_domain::financing::{CommitmentState, RequestState, Terms};
use barometer_domain::invitation::Invitations;
use barometer_domain::preparation::{PreparedWebinar, Shortlisted};
use barometer_domain::refusal::{Field, Refusal, SheetProblem};
use barometer_domain::vendor::{Released, RetentionNotice, VendorInfo, VendorSession, WebinarRow};
use barometer_domain::view::{ConsoleView, TieAid};
use barometer_domain::webinar::Command;
use barometer_domain::webinar::NextStep;
use barometer_domain::wire::{Rehearsal, SignedRoll};
use barometer_domain::wish::WishRow;
use js_sys::{Array, JSON, Object, Reflect};
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer,
    MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

use super::{FromJson, field, fields};

/// The value of any type that `text` describes.
pub fn read_any<T: DeserializeOwned>(text: &str) -> Option<T> {
    T::deserialize(JsonValue(JSON::parse(text).ok()?)).ok()
}

/// Any refusal there is: those that a phone hears of, and those of the vendor's forms and the page of financing.
pub fn any_refusal(text: &str) -> Option<Refusal> {
    refusal_in(&JSON::parse(text).ok()?)
}

fn refusal_in(value: &JsValue) -> Option<Refusal> {
    Some(match field::<String>(value, "code")?.as_str() {
        "code_needed" => Refusal::CodeNeeded,
        "locked" => Refusal::Locked,
        "log_broken" => Refusal::LogBroken,
        "choices_seen" => Refusal::ChoicesSeen,
        "stale_edition" => Refusal::StaleEdition,
        "move_not_allowed" => Refusal::MoveNotAllowed,
        "merge_conflicts" => Refusal::MergeConflicts {
            conflicts: field(value, "conflicts")?,
        },
        "merge_moved_on" => Refusal::MergeMovedOn,
        "import_has_errors" => Refusal::ImportHasErrors {
            lines: field(value, "lines")?,
        },
        "bad_sheet" => Refusal::BadSheet {
            problem: field(value, "problem")?,
        },
        "question" => Refusal::Question {
            problem: field(value, "problem")?,
        },
        "not_filled_in" => Refusal::NotFilledIn {
            field: field(value, "field")?,
        },
        _ => return Refusal::from_json(value),
    })
}

impl FromJson for Portfolio {
    const REFUSAL: fn(&str) -> Option<Refusal> = any_refusal;

    fn from_json(value: &JsValue) -> Option<Self> {
        Some(Self {
            epoch: field(value, "epoch")?,
            seq: field(value, "seq")?,
            fictional: field(value, "fictional")?,
            as_of: field(value, "as_of")?,
            since: field(value, "since")?,
            changed_at: field(value, "changed_at")?,
            municipalities: field(value, "municipalities")?,
            rows: field(value, "rows")?,
        })
    }
}

impl FromJson for PortfolioRow {
    fn from_json(value: &JsValue) -> Option<Self> {
        // Left out when they are empty.
        let place = |name| Some(field::<Option<String>>(value, name)?.unwrap_or_default());
        Some(Self {
            request: field(value, "request")?,
            reference: field(value, "reference")?,
            title: field(value, "title")?,
            category: field(value, "category")?,
            state: field(value, "state")?,
            terms: field(value, "terms")?,
            national: field(value, "national")?,
            folder: place("folder")?,
            portal: place("portal")?,
            sums: field(value, "sums")?,
            shortfall: field(value, "shortfall")?,
            missing: field(value, "missing")?,
            movement: field(value, "movement")?,
            overdue: field(value, "overdue")?,
            changed_at: field(value, "changed_at")?,
            regions: field(value, "regions")?,
            named: field(value, "named")?,
        })
    }
}

impl FromJson for After {
    const REFUSAL: fn(&str) -> Option<Refusal> = any_refusal;

    fn from_json(value: &JsValue) -> Option<Self> {
        Some(Self {
            title: field(value, "title")?,
            date: field(value, "date")?,
            language: field(value, "language")?,
            fictional: field(value, "fictional")?,
            turnout: field(value, "turnout")?,
            struck: field(value, "struck")?,
            result: field(value, "result")?,
            earlier: field(value, "earlier")?,
            evaluation: field(value, "evaluation")?,
            rules_that_differ: field(value, "rules_that_differ")?,
            tie: field(value, "tie")?,
            candidates: field(value, "candidates")?,
            records: field(value, "records")?,
            ongoing: field(value, "ongoing")?,
            since: field(value, "since")?,
            next: field(value, "next")?,
        })
    }
}

fields! {
    RoundResult { turnout, result }
    Evaluation { at, by, left_out }
}

/// Only what decides something is told of a webinar that is over.
impl FromJson for Recorded {
    fn from_json(value: &JsValue) -> Option<Self> {
        let command = Reflect::get(value, &"command".into()).ok()?;
        Some(Self {
            at: field(value, "at")?,
            command: match field::<String>(&command, "do")?.as_str() {
                "open" => Command::Open,
                "close" => Command::Close,
                "reopen" => Command::Reopen,
                "next_round" => Command::NextRound,
                "door" => Command::Door {
                    closed: field(&command, "closed")?,
                },
                "reveal" => Command::Reveal {
                    automatic: field(&command, "automatic")?,
                },
                "choose" => Command::Choose {
                    candidates: field(&command, "candidates")?,
                },
                "end" => Command::End,
                _ => return None,
            },
        })
    }
}

impl FromJson for AfterCandidate {
    fn from_json(value: &JsValue) -> Option<Self> {
        // Left out when it is empty.
        let reason = field::<Option<String>>(value, "reason")?.unwrap_or_default();
        Some(Self {
            candidate: field(value, "candidate")?,
            request: field(value, "request")?,
            title: field(value, "title")?,
            price: field(value, "price")?,
            reason,
        })
    }
}

fields! {
    Movement { amount, municipalities }
    NextWebinar { date, starts, title }
    Named { municipality, state }
    TieAid { candidate, municipalities, fraction, price_per_municipality }
    RegionCount { region, committed, on_the_way }
    Terms { price, sharing, minimum, deadline, extension }
}

macro_rules! by_serde {
    ($($kind:ty),* $(,)?) => {$(
        impl FromJson for $kind {
            const REFUSAL: fn(&str) -> Option<Refusal> = any_refusal;

            fn from_json(value: &JsValue) -> Option<Self> {
                serde::Deserialize::deserialize(JsonValue(value.clone())).ok()
            }
        }
    )*};
}

by_serde!(
    CommitmentState,
    ConsoleView,
    Field,
    Import,
    Invitations,
    Ledger,
    MergeConflict,
    NextStep,
    PortfolioAccess,
    PreparedWebinar,
    QuestionProblem,
    Rehearsal,
    Released,
    RetentionNotice,
    RequestFile,
    RequestRow,
    RequestState,
    SheetProblem,
    Shortlisted,
    SignedRoll,
    Stage,
    VendorInfo,
    VendorSession,
    WebinarRow,
    WishRow,
);

/// Not what was expected.
#[derive(Debug)]
struct UnreadableJson;

impl fmt::Display for UnreadableJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unreadable")
    }
}

impl std::error::Error for UnreadableJson {}

impl Error for UnreadableJson {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// A parsed value.
struct JsonValue(JsValue);

impl JsonValue {
    /// The domain has whole numbers only.
    fn whole<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, UnreadableJson> {
        const LARGEST: f64 = 9_007_199_254_740_992.0;
        let number = self.0.as_f64().ok_or(UnreadableJson)?;
        if number.fract() != 0.0 || number.abs() > LARGEST {
            return Err(UnreadableJson);
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole, and within 2^53")]
        let number = number as i64;
        match u64::try_from(number) {
            Ok(number) => visitor.visit_u64(number),
            Err(_) => visitor.visit_i64(number),
        }
    }

    fn text(&self) -> Result<String, UnreadableJson> {
        self.0.as_string().ok_or(UnreadableJson)
    }

    /// A name, or an object whose one key is the name of what it holds.
    fn variant(self) -> Result<Variant, UnreadableJson> {
        if let Some(name) = self.0.as_string() {
            let content = None;
            return Ok(Variant { name, content });
        }
        let object = self.0.dyn_ref::<Object>().ok_or(UnreadableJson)?;
        let name = Object::keys(object)
            .get(0)
            .as_string()
            .ok_or(UnreadableJson)?;
        let content = Some(JsonValue(Object::values(object).get(0)));
        Ok(Variant { name, content })
    }

    fn list<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, UnreadableJson> {
        let items = self.0.dyn_ref::<Array>().ok_or(UnreadableJson)?.clone();
        visitor.visit_seq(ItemReader { items, next: 0 })
    }

    fn fields<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, UnreadableJson> {
        if self.0.is_instance_of::<Array>() {
            return Err(UnreadableJson);
        }
        let object = self.0.dyn_ref::<Object>().ok_or(UnreadableJson)?;
        visitor.visit_map(FieldReader {
            names: Object::keys(object),
            values: Object::values(object),
            next: 0,
        })
    }
}

impl<'de> Deserializer<'de> for JsonValue {
    type Error = UnreadableJson;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, UnreadableJson> {
        if let Some(boolean) = self.0.as_bool() {
            visitor.visit_bool(boolean)
        } else if let Some(text) = self.0.as_string() {
            visitor.visit_string(text)
        } else if self.0.is_null() {
            visitor.visit_unit()
        } else if self.0.is_instance_of::<Array>() {
            self.list(visitor)
        } else if self.0.is_object() {
            self.fields(visitor)
        } else {
            self.whole(visitor)
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, UnreadableJson> {
        visitor.visit_bool(self.0.as_bool().ok_or(UnreadableJson)?)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, UnreadableJson> {
        self.whole(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, UnreadableJson> {
        self.whole(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, UnreadableJson> {
        self.whole(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, UnreadableJson> {
        self.whole(visitor)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, UnreadableJson> {
        self.whole(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, UnreadableJson> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, UnreadableJson> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_identifier<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, UnreadableJson> {
        visitor.visit_str(&self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, UnreadableJson> {
        if self.0.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, UnreadableJson> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, UnreadableJson> {
        self.list(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, UnreadableJson> {
        self.fields(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, UnreadableJson> {
        self.fields(visitor)
    }

    /// Enums without a tag of their own are plain names on this wire.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, UnreadableJson> {
        visitor.visit_enum(self.variant()?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, UnreadableJson> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
    }
}

struct ItemReader {
    items: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for ItemReader {
    type Error = UnreadableJson;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, UnreadableJson> {
        if self.next >= self.items.length() {
            return Ok(None);
        }
        let item = self.items.get(self.next);
        self.next += 1;
        seed.deserialize(JsonValue(item)).map(Some)
    }
}

struct FieldReader {
    names: Array,
    values: Array,
    next: u32,
}

impl<'de> MapAccess<'de> for FieldReader {
    type Error = UnreadableJson;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, UnreadableJson> {
        if self.next >= self.names.length() {
            return Ok(None);
        }
        seed.deserialize(JsonValue(self.names.get(self.next)))
            .map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, UnreadableJson> {
        let value = self.values.get(self.next);
        self.next += 1;
        seed.deserialize(JsonValue(value))
    }
}

/// An enum's variant: its name, and what it carries.
struct Variant {
    name: String,
    content: Option<JsonValue>,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = UnreadableJson;
    type Variant = VariantContent;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, VariantContent), UnreadableJson> {
        let name: StrDeserializer<UnreadableJson> = self.name.as_str().into_deserializer();
        Ok((seed.deserialize(name)?, VariantContent(self.content)))
    }
}

/// What a variant carries.
struct VariantContent(Option<JsonValue>);

impl<'de> VariantAccess<'de> for VariantContent {
    type Error = UnreadableJson;

    fn unit_variant(self) -> Result<(), UnreadableJson> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<S::Value, UnreadableJson> {
        seed.deserialize(self.0.ok_or(UnreadableJson)?)
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, UnreadableJson> {
        self.0.ok_or(UnreadableJson)?.list(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, UnreadableJson> {
        self.0.ok_or(UnreadableJson)?.fields(visitor)
    }
}
