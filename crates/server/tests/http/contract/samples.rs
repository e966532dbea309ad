//! Bodies made from a schema: as it says, at its borders, and wrong in each way that something can be wrong.

use serde_json::{Map, Value, json};

use super::document::Contract;

/// Deeper than this only what must be there is made.
const DEEP: usize = 5;

/// Bodies that are meant to fit: with everything and with as little as may be, and each alternative once.
pub(super) fn fitting(contract: &Contract, schema: &Value) -> Vec<Value> {
    let choices = alternatives(contract, schema, 0).clamp(1, 60);
    let mut samples = Vec::new();
    for full in [true, false] {
        for choice in 0..choices {
            let made = Sampler {
                contract,
                choice,
                full,
            };
            let sample = made.sample(schema, 0);
            if !samples.contains(&sample) {
                samples.push(sample);
            }
        }
    }
    samples
}

/// How many alternatives the schema has where it has the most.
fn alternatives(contract: &Contract, schema: &Value, depth: usize) -> usize {
    let schema = contract.resolve(schema);
    if depth > DEEP {
        return 1;
    }
    let of_list = |key: &str| schema[key].as_array().map_or(0, Vec::len);
    let own = of_list("oneOf").max(of_list("anyOf")).max(of_list("enum"));
    let parts = ["oneOf", "anyOf", "allOf"]
        .into_iter()
        .flat_map(|key| schema[key].as_array().into_iter().flatten());
    let fields = schema["properties"].as_object().into_iter();
    let fields = fields.flat_map(Map::values);
    let items = schema.get("items").into_iter();
    let inner = parts.chain(fields).chain(items);
    let inner = inner.map(|part| alternatives(contract, part, depth + 1));
    inner.max().unwrap_or(1).max(own)
}

struct Sampler<'a> {
    contract: &'a Contract,
    /// Which alternative is taken, wherever there are some.
    choice: usize,
    /// Whether what may be left out is there.
    full: bool,
}

impl Sampler<'_> {
    fn sample(&self, schema: &Value, depth: usize) -> Value {
        let schema = self.contract.resolve(schema);
        let pick = |list: &Vec<Value>| list[self.choice % list.len()].clone();
        if let Some(example) = schema["examples"].as_array() {
            return pick(example);
        }
        for fixed in ["const", "example"] {
            if let Some(value) = schema.get(fixed) {
                return value.clone();
            }
        }
        if let Some(values) = schema["enum"].as_array() {
            return pick(values);
        }
        for key in ["oneOf", "anyOf"] {
            let Some(list) = schema[key].as_array() else {
                continue;
            };
            let is_null = |part: &Value| part["type"] == "null";
            let may_be_nothing = list.iter().any(is_null);
            let some: Vec<Value> = list.iter().filter(|part| !is_null(part)).cloned().collect();
            if may_be_nothing && (!self.full || depth > DEEP) {
                return Value::Null;
            }
            let chosen = self.sample(&pick(&some), depth + 1);
            return merged(chosen, self.object(schema, depth));
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let parts = parts.iter().map(|part| self.sample(part, depth + 1));
            return parts.fold(json!({}), merged);
        }
        let kinds = schema["type"].as_array().cloned().unwrap_or_default();
        let is_optional = kinds.iter().any(|kind| kind == "null");
        if is_optional && !self.full {
            return Value::Null;
        }
        let kind = kinds.first().unwrap_or(&schema["type"]);
        match kind.as_str() {
            Some("object") => Value::Object(self.object(schema, depth)),
            Some("array") => {
                let least = schema["minItems"].as_u64().unwrap_or(0);
                let many = least.max(u64::from(self.full && depth < DEEP));
                (0..many)
                    .map(|_| self.sample(&schema["items"], depth + 1))
                    .collect()
            }
            Some("integer" | "number") => {
                let least = schema["minimum"].as_i64().unwrap_or(0);
                json!(if self.full { least.max(1) } else { least })
            }
            Some("boolean") => json!(self.full),
            Some("string") => {
                let least = schema["minLength"].as_u64().unwrap_or(0);
                let least = usize::try_from(least).unwrap();
                let most = schema["maxLength"].as_u64().unwrap_or(6);
                let many = if self.full {
                    usize::try_from(most.min(6)).unwrap()
                } else {
                    0
                };
                json!("a".repeat(many.max(least)))
            }
            _ => Value::Null,
        }
    }

    fn object(&self, schema: &Value, depth: usize) -> Map<String, Value> {
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        let fields = schema["properties"].as_object().into_iter().flatten();
        let wanted = fields.filter(|(name, _)| {
            (self.full && depth < DEEP) || required.contains(&json!(name.as_str()))
        });
        wanted
            .map(|(name, field)| (name.clone(), self.sample(field, depth + 1)))
            .collect()
    }
}

fn merged(first: Value, second: impl Into<Value>) -> Value {
    match (first, second.into()) {
        (Value::Object(mut first), Value::Object(second)) => {
            first.extend(second);
            Value::Object(first)
        }
        (first, _) => first,
    }
}

/// The same body with one thing changed: each field left out, and each value made one of another kind or size.
pub(super) fn changed(body: &Value) -> Vec<Value> {
    let mut places = Vec::new();
    collect_places(body, String::new(), &mut places);
    let mut all = Vec::new();
    for place in places {
        let here = body.pointer(&place).unwrap();
        let mut put = |value: Value| {
            let mut other = body.clone();
            *other.pointer_mut(&place).unwrap() = value;
            all.push(other);
        };
        for value in wrong_values(here) {
            put(value);
        }
        if let Value::Object(fields) = here {
            for name in fields.keys() {
                let mut without = fields.clone();
                without.remove(name);
                put(without.into());
            }
            let mut with_more = fields.clone();
            with_more.insert("unheard_of".into(), json!(1));
            put(with_more.into());
        }
    }
    all
}

/// Where the values of a body are; of a list only the first.
fn collect_places(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                collect_places(field, format!("{place}/{name}"), places);
            }
        }
        Value::Array(items) => {
            if let Some(first) = items.first() {
                collect_places(first, format!("{place}/0"), places);
            }
        }
        _ => {}
    }
    places.push(place);
}

fn wrong_values(here: &Value) -> Vec<Value> {
    let mut values = vec![
        Value::Null,
        json!(true),
        json!({}),
        json!([]),
        json!(""),
        json!("æ\u{0}\u{202e}𝕏'\"<b>"),
        json!(-1),
    ];
    match here {
        Value::Number(_) => values.extend([
            json!(0.5),
            json!(65_536),
            json!(4_294_967_296_u64),
            json!(u64::MAX),
            json!(i64::MIN),
            json!(1e300),
            json!("1"),
        ]),
        Value::String(_) => values.extend([
            json!("x".repeat(5_000)),
            json!("2026-02-30"),
            json!("9".repeat(40)),
            json!(["x"]),
        ]),
        Value::Array(items) => {
            let first = items.first().cloned().unwrap_or(json!(1));
            values.push(vec![first; 300].into());
        }
        _ => values.push(json!([[[]]])),
    }
    values
}

/// Bodies that are no body of any schema.
pub(super) fn broken() -> Vec<Vec<u8>> {
    vec![
        b"".into(),
        b"{".into(),
        b"null".into(),
        b"[]".into(),
        b"0".into(),
        b"\"x\"".into(),
        b"{\"a\":\xff}".into(),
        b"{\"a\":1e999}".into(),
        b"{}{}".into(),
        "[".repeat(5_000).into(),
        vec![b' '; 6 * 1024 * 1024],
    ]
}
