//! Lists of people, read where they are brought: in the vendor's browser, so that no name reaches the server. Fetched
//! once a list is chosen. JSON out; an error is thrown as JSON.

use barometer_domain::people::{self, known_headings};
use barometer_domain::refusal::SheetProblem;
use barometer_domain::table::Table;
use barometer_sheet::Listed;
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// [`Listed`] on its way.
#[derive(Serialize)]
struct Answer {
    text: String,
    visible: String,
    hidden: usize,
}

/// What a file's list says, as text.
#[wasm_bindgen(js_name = asText)]
pub fn as_text(bytes: &[u8]) -> Result<String, JsValue> {
    let sheets = barometer_sheet::read(bytes).map_err(thrown)?;
    let table = barometer_sheet::choose(sheets, None, known_headings).map_err(thrown)?;
    let Listed {
        text,
        visible,
        hidden,
    } = Listed::of(&table);
    json(&Answer {
        text,
        visible,
        hidden,
    })
}

/// Who stands in a list that was pasted, or what is wrong with it.
#[wasm_bindgen]
pub fn people(text: &str) -> Result<String, JsValue> {
    let table = match barometer_sheet::read_text(text) {
        Err(SheetProblem::Nothing) => Table::default(),
        other => other.map_err(thrown)?,
    };
    json(&people::read(&table))
}

fn json(value: &impl Serialize) -> Result<String, JsValue> {
    serde_json::to_string(value).map_err(|error| JsValue::from_str(&error.to_string()))
}

fn thrown(problem: SheetProblem) -> JsValue {
    let said = serde_json::to_string(&problem);
    JsValue::from_str(&said.unwrap_or_default())
}

fn main() {}
