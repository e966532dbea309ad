//! What a phone calls, in texts and JSON. An error is thrown as its code, such as `name_missing`.

use barometer_sealing::code::Code;
use barometer_sealing::contact::Contact;
use barometer_sealing::envelope;
use barometer_sealing::identity::{Identity, four_digits};
use barometer_sealing::invitation::Token;
use barometer_sealing::key::PublicKey;
use barometer_sealing::receipt::ReceiptText;
use barometer_sealing::roll::NotCounted;
use barometer_sealing::sealed_text;
use barometer_sealing::signature::VerifyingKey;
use barometer_sealing::tracker::{self, Secret};
use getrandom::SysRng;
use rand_core::UnwrapErr;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::json;

/// The browser's own source of randomness.
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

/// Seals whom to write to, with a new personal link: `{"sealed":…,"token":…,"hash":…}`, where the server gets the first
/// and the last.
#[wasm_bindgen(js_name = sealContact)]
pub fn seal_contact(
    vendor: &str,
    webinar: &str,
    slot: &str,
    name: &str,
    email: &str,
) -> Result<String, JsValue> {
    let vendor: PublicKey = vendor.parse().map_err(thrown)?;
    let token = Token::generate(&mut chance());
    let contact = Contact::new(name, email, Some(&token)).map_err(thrown)?;
    let sealed = envelope::seal_contact(&vendor, webinar, slot, &contact, &mut chance());
    let sealed: String = sealed.map_err(thrown)?.into();
    let hash = token.hash();
    let token: String = token.into();
    // None of them has a letter that JSON would escape.
    Ok(format!(
        r#"{{"sealed":"{sealed}","token":"{token}","hash":"{hash}"}}"#
    ))
}

/// Seals what was written into a form; always 8,256 characters.
#[wasm_bindgen(js_name = sealText)]
pub fn seal_text(vendor: &str, webinar: &str, slot: &str, text: &str) -> Result<String, JsValue> {
    let vendor: PublicKey = vendor.parse().map_err(thrown)?;
    sealed_text::seal_text(&vendor, webinar, slot, text, &mut chance()).map_err(thrown)
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

/// Under what this phone's ballot stands in the roll: `{"ballot":…,"choices":[…]}` for choices as `[1,3]`.
#[wasm_bindgen]
pub fn trackers(secret: &str, barometer: &str, choices: &str) -> Result<String, JsValue> {
    let secret: Secret = secret.parse().map_err(thrown)?;
    let ballot = tracker::ballot_tracker(&secret, barometer);
    let choices = json::read_choices(choices)?;
    let choices: Vec<String> = choices
        .iter()
        .map(|choice| {
            let tracker = tracker::candidate_tracker(&secret, barometer, choice);
            format!("\"{}\"", String::from(tracker))
        })
        .collect();
    let ballot = String::from(ballot);
    Ok(format!(
        r#"{{"ballot":"{ballot}","choices":[{}]}}"#,
        choices.join(",")
    ))
}

/// The four words of what the roll will be, after its signature was checked. Takes a tenth of a second.
#[wasm_bindgen(js_name = rollWords)]
pub fn roll_words(key: &str, barometer: &str, root: &str) -> Result<String, JsValue> {
    let key: VerifyingKey = key.parse().map_err(thrown)?;
    let (root, signature) = json::read_signed_root(barometer, root)?;
    root.verify(&key, &signature.parse().map_err(thrown)?)
        .map_err(thrown)?;
    Ok(root.words().join(" "))
}

/// Looks for this phone's ballot in the signed roll: `counted`, or a code that says what is wrong. The receipt is
/// checked too: revision, and the signature that the server answered with; and that the roll is the one under `root`,
/// which is empty for one that an earlier version closed.
#[wasm_bindgen]
#[expect(
    clippy::too_many_arguments,
    reason = "texts from the phone, each of its own"
)]
pub fn confirm(
    key: &str,
    roll: &str,
    barometer: &str,
    secret: &str,
    choices: &str,
    rev: u32,
    receipt: &str,
    published: &str,
    root: &str,
) -> Result<String, JsValue> {
    let key: VerifyingKey = key.parse().map_err(thrown)?;
    let (roll, signature) = json::read_signed_roll(roll)?;
    let (choices, published) = (
        json::read_choices(choices)?,
        json::read_published(published)?,
    );
    let secret: Secret = secret.parse().map_err(thrown)?;
    roll.verify(&key, &signature.parse().map_err(thrown)?)
        .map_err(thrown)?;
    if roll.barometer() != barometer {
        return Ok(NotCounted::BallotMissing.code().to_owned());
    }
    let ballot = tracker::ballot_tracker(&secret, barometer);
    let own = choices
        .iter()
        .map(|choice| tracker::candidate_tracker(&secret, barometer, choice));
    let text = ReceiptText::new(barometer.to_owned(), rev, ballot, own.collect());
    // A ballot learned after a reload elsewhere has no receipt here; the roll says all the same.
    if !receipt.is_empty() {
        text.verify(&key, &receipt.parse().map_err(thrown)?)
            .map_err(thrown)?;
    }
    let root = match root {
        "" => None,
        root => Some(json::read_signed_root(barometer, root)?.0),
    };
    let checked = roll.check(&secret, &choices, &published, root.as_ref());
    Ok(checked
        .map_or_else(|why| why.code(), |_| "counted")
        .to_owned())
}
