//! JSON for phones, with the browser's own reader and writer: serde's would be a third of the download.

use barometer_sealing::roll::{Opening, Published, Roll};
use barometer_sealing::roll_root::{Leaf, RollRoot, TreeRoot};
use barometer_sealing::tracker::Tracker;
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::prelude::JsValue;

/// What is thrown for JSON that is not what is expected.
pub(crate) fn bad_json() -> JsValue {
    JsValue::from_str("bad_json")
}

/// `{"barometer":…,"ballots":[…],"candidates":[["1",[…]],…],"struck":[…],"opening":{…},"signature":…}`; earlier versions wrote no opening.
pub(crate) fn read_signed_roll(json: &str) -> Result<(Roll, String), JsValue> {
    let roll = parse(json)?;
    let signature = text(&member(&roll, "signature")?)?;
    let trackers = |value: &JsValue| list(value, tracker);
    let read = Roll::new(
        text(&member(&roll, "barometer")?)?,
        trackers(&member(&roll, "ballots")?)?,
        list(&member(&roll, "candidates")?, |entry| pair(entry, trackers))?,
        trackers(&member(&roll, "struck")?)?,
    );
    let read = read.map_err(|_| bad_json())?;
    let opening = member(&roll, "opening")?;
    if opening.is_undefined() {
        return Ok((read, signature));
    }
    let leaf = |value: &JsValue| text(value)?.parse::<Leaf>().map_err(|_| bad_json());
    let opening = Opening {
        close: number(&member(&opening, "close")?)?,
        max_choices: number(&member(&opening, "max_choices")?)?,
        unused: trackers(&member(&opening, "unused")?)?,
        hidden: list(&member(&opening, "hidden")?, leaf)?,
    };
    Ok((read.with_opening(opening), signature))
}

/// `{"close":1,"root":…,"after_strikes":…,"signature":…}`, where nothing or an empty text says that nothing was struck.
pub(crate) fn read_signed_root(barometer: &str, json: &str) -> Result<(RollRoot, String), JsValue> {
    let signed = parse(json)?;
    let root = |text: String| text.parse::<TreeRoot>().map_err(|_| bad_json());
    let after_strikes = member(&signed, "after_strikes")?.as_string();
    let after_strikes = after_strikes.filter(|text| !text.is_empty());
    let read = RollRoot {
        barometer: barometer.to_owned(),
        close: number(&member(&signed, "close")?)?,
        root: root(text(&member(&signed, "root")?)?)?,
        after_strikes: after_strikes.map(root).transpose()?,
    };
    Ok((read, text(&member(&signed, "signature")?)?))
}

/// Reads the published numbers: `{"ballots":71,"votes":[["1",40],…]}`.
pub(crate) fn read_published(json: &str) -> Result<Published, JsValue> {
    let published = parse(json)?;
    Ok(Published {
        ballots: number(&member(&published, "ballots")?)?,
        votes: list(&member(&published, "votes")?, |entry| pair(entry, number))?,
    })
}

/// Reads a ballot's choices, `[1,4]`, as the texts that trackers are made of.
pub(crate) fn read_choices(json: &str) -> Result<Vec<String>, JsValue> {
    list(&parse(json)?, |choice| Ok(number(choice)?.to_string()))
}

fn parse(json: &str) -> Result<JsValue, JsValue> {
    JSON::parse(json).map_err(|_| bad_json())
}

/// Undefined when there is no such member.
fn member(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into()).map_err(|_| bad_json())
}

fn text(value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(bad_json)
}

fn tracker(value: &JsValue) -> Result<Tracker, JsValue> {
    text(value)?.parse().map_err(|_| bad_json())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "only whole numbers within bounds get there"
)]
fn number(value: &JsValue) -> Result<u32, JsValue> {
    let bounds = 0.0..=f64::from(u32::MAX);
    let whole = |number: &f64| bounds.contains(number) && number.fract() == 0.0;
    let number = value.as_f64().filter(whole);
    number.map(|number| number as u32).ok_or_else(bad_json)
}

fn list<T>(
    value: &JsValue,
    read: impl Fn(&JsValue) -> Result<T, JsValue>,
) -> Result<Vec<T>, JsValue> {
    if !Array::is_array(value) {
        return Err(bad_json());
    }
    Array::from(value).iter().map(|item| read(&item)).collect()
}

/// A candidate and something of it.
fn pair<T>(
    entry: &JsValue,
    read: impl Fn(&JsValue) -> Result<T, JsValue>,
) -> Result<(String, T), JsValue> {
    let parts = list(entry, |part| Ok(part.clone()))?;
    match parts.as_slice() {
        [candidate, of_it] => Ok((text(candidate)?, read(of_it)?)),
        _ => Err(bad_json()),
    }
}
