//! The API's description, made from the handlers, and completed with what holds for many operations at once.

use serde_json::{Map, Value, json};
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(info(
    title = "Barometer",
    description = "Decide together, live in a webinar, which change requests to build. Bodies are read as JSON whatever \
                   their content type says. A refusal is a problem (RFC 9457) with a stable `code`; a method that an \
                   address does not have is refused with 405. Sessions are cookies, one for each webinar and role.",
    license(name = "MIT OR Apache-2.0", url = "https://spdx.org/licenses/MIT.html")
))]
struct ApiDescription;

/// The media type of a refusal (RFC 9457).
const PROBLEM: &str = "application/problem+json";

/// What a status means wherever it is answered.
fn meaning(status: &str) -> &'static str {
    match status {
        "200" => "As asked.",
        "204" => "Done; there is nothing to tell.",
        "304" => "Nothing has changed since the tag that was sent.",
        "401" => "No session of the kind that this takes.",
        "403" => "This session may not, a secret is wrong, or another site's page asks.",
        "404" => "Nothing has this address: no such webinar, or nothing of it to be seen now.",
        "409" => "Not as things stand now: something else must come first, or has come in between.",
        "413" => "The body is larger than is read.",
        "422" => "What was sent does not fit, or is not filled in.",
        "429" => "Too often; `Retry-After` says when again.",
        "500" => "A fault of the server, which is in its log.",
        "503" => {
            "The server has too much to do, or no room on its disk; `Retry-After` says when again."
        }
        _ => "",
    }
}

/// The statuses that an operation may answer with for a reason that does not lie with itself.
fn shared_statuses(path: &str, method: &str, operation: &Value) -> Vec<&'static str> {
    let mut statuses = vec!["500", "503"];
    if path.contains('{') {
        statuses.push("404");
    }
    // A webinar's code can be guessed at, and guesses are counted.
    if path.contains("/api/v1/webinars/{code}") {
        statuses.push("429");
    }
    if method != "get" {
        statuses.push("403");
    }
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    if parameters
        .into_iter()
        .any(|parameter| parameter["in"] == "query")
    {
        statuses.push("422");
    }
    if operation.get("requestBody").is_some() {
        statuses.extend(["413", "422"]);
    }
    statuses
}

/// The OpenAPI document of these operations, whose addresses begin with `prefix`, as JSON. Making it takes 20 ms, in which
/// no vote is answered: it is done once.
///
/// # Panics
/// Never: what is described has no keys that JSON could not have.
pub(super) fn json(prefix: &str, operations: utoipa::openapi::OpenApi) -> Value {
    let document = ApiDescription::openapi().nest(prefix, operations);
    let mut document = serde_json::to_value(document).expect("a description is JSON");
    if let Some(paths) = document["paths"].as_object_mut() {
        for (path, methods) in paths {
            let methods = methods.as_object_mut().into_iter().flatten();
            for (method, operation) in methods {
                complete(path, method, operation);
            }
        }
    }
    bound_integers(&mut document);
    let schemas = document["components"]["schemas"].clone();
    open_parts(&mut document, &schemas);
    document
}

/// An object that others are part of has more fields than any of its parts: the parts do not say that they are all.
fn open_parts(value: &mut Value, schemas: &Value) {
    let parts = value.get_mut("allOf").and_then(Value::as_array_mut);
    for part in parts.filter(|parts| parts.len() > 1).into_iter().flatten() {
        let name = part["$ref"].as_str();
        let name = name.and_then(|name| name.strip_prefix("#/components/schemas/"));
        if let Some(named) = name.map(|name| &schemas[name])
            && named["additionalProperties"] == false
        {
            *part = named.clone();
        }
        if let Some(part) = part.as_object_mut() {
            part.remove("additionalProperties");
        }
    }
    match value {
        Value::Object(fields) => {
            for field in fields.values_mut() {
                open_parts(field, schemas);
            }
        }
        Value::Array(items) => {
            for item in items {
                open_parts(item, schemas);
            }
        }
        _ => {}
    }
}

/// Says of each integer how large it can be; its format alone binds nobody.
fn bound_integers(value: &mut Value) {
    // utoipa writes the formats of the registry with a hyphen that they do not have.
    let format = value["format"].as_str().unwrap_or_default();
    if let Some(size) = format.strip_prefix("u-int") {
        value["format"] = format!("uint{size}").into();
    }
    let bounds: Option<(i64, u64)> = match value["format"].as_str() {
        Some("uint8") => Some((0, u8::MAX.into())),
        Some("uint16") => Some((0, u16::MAX.into())),
        Some("uint32") => Some((0, u32::MAX.into())),
        Some("uint64") => Some((0, u64::MAX)),
        Some("int32") => Some((i32::MIN.into(), i32::MAX.unsigned_abs().into())),
        Some("int64") => Some((i64::MIN, i64::MAX.unsigned_abs())),
        _ => None,
    };
    match value {
        Value::Object(fields) => {
            if let Some((least, most)) = bounds {
                fields.entry("minimum").or_insert(least.into());
                fields.entry("maximum").or_insert(most.into());
            }
            fields.values_mut().for_each(bound_integers);
        }
        Value::Array(items) => items.iter_mut().for_each(bound_integers),
        _ => {}
    }
}

/// Adds the statuses that operations share, and says of each what it means and how a refusal is written.
fn complete(path: &str, method: &str, operation: &mut Value) {
    let shared = shared_statuses(path, method, operation);
    let Some(responses) = operation["responses"].as_object_mut() else {
        return;
    };
    for status in shared {
        responses
            .entry(status)
            .or_insert_with(|| json!({ "description": "" }));
    }
    for (status, response) in responses {
        let described = response["description"].as_str();
        if described.is_none_or(str::is_empty) {
            response["description"] = meaning(status).into();
        }
        if status.starts_with(['4', '5']) {
            let schema = json!({ "schema": { "$ref": "#/components/schemas/Problem" } });
            response["content"] = Map::from_iter([(PROBLEM.to_owned(), schema)]).into();
        }
        if ["429", "503"].contains(&status.as_str()) {
            let seconds = json!({ "type": "integer", "minimum": 1 });
            response["headers"] = json!({ "Retry-After": { "schema": seconds,
                "description": "After how many seconds it may be tried again." } });
        }
    }
}
