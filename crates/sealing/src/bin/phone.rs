//! What a phone calls, in texts and JSON. An error is thrown as its code, such as `name_missing`.

use barometer_sealing::code::Code;
use barometer_sealing::envelope;
use barometer_sealing::identity::{Identity, four_digits};
use barometer_sealing::key::PublicKey;
use barometer_sealing::tracker::{self, Secret};
use getrandom::SysRng;
use rand_core::UnwrapErr;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::json;

/// The browser's own randomness.
pub(crate) fn chance() -> UnwrapErr<SysRng> {
    UnwrapErr(SysRng)
}

/// An error as JavaScript catches it: a text that never changes.
#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err")]
pub(crate) fn thrown(error: impl Code) -> JsValue {
    JsValue::from_str(error.code())
}

/// Seals a name to the vendor's key; the municipality is four digits or missing.
#[wasm_bindgen]
pub fn seal(
    vendor: &str,
    webinar: &str,
    slot: &str,
    name: &str,
    municipality: Option<String>,
    role: &str,
) -> Result<String, JsValue> {
    let vendor: PublicKey = vendor.parse().map_err(thrown)?;
    let code = municipality.map(|code| four_digits(&code)).transpose();
    let identity = Identity::new(name, code.map_err(thrown)?, role).map_err(thrown)?;
    let sealed = envelope::seal(&vendor, webinar, slot, &identity, &mut chance());
    Ok(sealed.map_err(thrown)?.into())
}

/// A key's fingerprint, 22 characters.
#[wasm_bindgen]
pub fn fingerprint(vendor: &str) -> Result<String, JsValue> {
    let vendor: PublicKey = vendor.parse().map_err(thrown)?;
    Ok(vendor.fingerprint().into())
}

/// A key's four words, joined by a space. Takes a tenth of a second.
#[wasm_bindgen]
pub fn words(vendor: &str) -> Result<String, JsValue> {
    let vendor: PublicKey = vendor.parse().map_err(thrown)?;
    Ok(vendor.words().join(" "))
}

/// A new secret, for this phone only.
#[wasm_bindgen(js_name = newSecret)]
pub fn new_secret() -> String {
    Secret::generate(&mut chance()).into()
}

/// Where this phone's ballot stands in the roll.
#[wasm_bindgen(js_name = ballotTracker)]
pub fn ballot_tracker(secret: &str, barometer: &str) -> Result<String, JsValue> {
    let secret = secret.parse().map_err(thrown)?;
    Ok(tracker::ballot_tracker(&secret, barometer).into())
}

/// Where this phone's vote for a candidate stands in the roll.
#[wasm_bindgen(js_name = candidateTracker)]
pub fn candidate_tracker(
    secret: &str,
    barometer: &str,
    candidate: &str,
) -> Result<String, JsValue> {
    let secret = secret.parse().map_err(thrown)?;
    Ok(tracker::candidate_tracker(&secret, barometer, candidate).into())
}

/// Throws `not_signed` unless the server signed this receipt.
#[wasm_bindgen(js_name = verifyReceipt)]
pub fn verify_receipt(key: &str, receipt: &str, signature: &str) -> Result<(), JsValue> {
    let receipt = json::read_receipt(receipt)?;
    let (key, signature) = (
        key.parse().map_err(thrown)?,
        signature.parse().map_err(thrown)?,
    );
    receipt.verify(&key, &signature).map_err(thrown)
}

/// Throws `not_signed` unless the server signed this roll.
#[wasm_bindgen(js_name = verifyRoll)]
pub fn verify_roll(key: &str, roll: &str, signature: &str) -> Result<(), JsValue> {
    let roll = json::read_roll(roll)?;
    let (key, signature) = (
        key.parse().map_err(thrown)?,
        signature.parse().map_err(thrown)?,
    );
    roll.verify(&key, &signature).map_err(thrown)
}

/// Looks for this phone's ballot: `{"counted":{"ballots":71}}` or `{"not_counted":{"code":"struck"}}`.
#[wasm_bindgen(js_name = checkRoll)]
pub fn check_roll(
    roll: &str,
    secret: &str,
    choices: &str,
    published: &str,
) -> Result<String, JsValue> {
    let (roll, choices) = (json::read_roll(roll)?, json::read_choices(choices)?);
    let published = json::read_published(published)?;
    let secret = secret.parse().map_err(thrown)?;
    match roll.check(&secret, &choices, &published) {
        Ok(counted) => Ok(format!(
            r#"{{"counted":{{"ballots":{}}}}}"#,
            counted.ballots
        )),
        Err(why) => json::write_not_counted(why.code(), &why),
    }
}
