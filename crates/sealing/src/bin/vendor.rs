//! What the vendor's browser calls, in texts and JSON. The private key stays in this module's memory.

use barometer_sealing::envelope;
use barometer_sealing::invitation::Token;
use barometer_sealing::key_pair::KeyPair;
use barometer_sealing::passphrase::{Passphrase, Stretched};
use barometer_sealing::recovery::RecoveryFile;
use barometer_sealing::sealed_text;
use barometer_sealing::stretch::{Cost, Salt};
use barometer_sealing::wrapped::WrappedKey;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::json::bad_json;
use crate::phone::{chance, thrown};

fn from_json<T: DeserializeOwned>(json: &str) -> Result<T, JsValue> {
    serde_json::from_str(json).map_err(|_| bad_json())
}

fn to_json(value: &impl Serialize) -> Result<String, JsValue> {
    serde_json::to_string(value).map_err(|_| bad_json())
}

/// A new passphrase of six words, to be shown once.
#[wasm_bindgen(js_name = newPassphrase)]
pub fn new_passphrase() -> String {
    Passphrase::generate(&mut chance()).as_str().to_owned()
}

/// A new passphrase as it counts, with its white space evened out; throws why it is too weak.
#[wasm_bindgen(js_name = checkPassphrase)]
pub fn check_passphrase(typed: &str) -> Result<String, JsValue> {
    let phrase = Passphrase::choose(typed).map_err(thrown)?;
    Ok(phrase.as_str().to_owned())
}

/// A new salt, 22 characters.
#[wasm_bindgen(js_name = newSalt)]
pub fn new_salt() -> String {
    Salt::generate(&mut chance()).into()
}

/// The cost for a new passphrase: `{"memory_mib":64,"passes":3}`.
#[wasm_bindgen(js_name = defaultCost)]
pub fn default_cost() -> Result<String, JsValue> {
    to_json(&Cost::default())
}

/// A stretched passphrase; `free()` wipes it.
#[wasm_bindgen(js_name = StretchedPassphrase)]
pub struct StretchedPassphrase(Stretched);

#[wasm_bindgen(js_class = StretchedPassphrase)]
impl StretchedPassphrase {
    /// Takes about a second, and the cost's memory: call it in a worker.
    pub fn stretch(typed: &str, salt: &str, cost: &str) -> Result<Self, JsValue> {
        let phrase = Passphrase::check(typed).map_err(thrown)?;
        let salt = salt.parse().map_err(thrown)?;
        let stretched = phrase.stretch(salt, from_json(cost)?).map_err(thrown)?;
        Ok(Self(stretched))
    }

    /// The proof that the server is told at login.
    pub fn proof(&self) -> String {
        self.0.proof.clone().into()
    }

    /// Opens the vendor's key from its JSON; throws where the passphrase was another.
    pub fn unwrap(&self, wrapped: &str) -> Result<VendorKey, JsValue> {
        let wrapped: WrappedKey = from_json(wrapped)?;
        wrapped
            .unwrap(&self.0.wrapping)
            .map(VendorKey)
            .map_err(thrown)
    }
}

/// The vendor's key; `free()` wipes it.
#[wasm_bindgen(js_name = VendorKey)]
pub struct VendorKey(KeyPair);

#[wasm_bindgen(js_class = VendorKey)]
impl VendorKey {
    /// A new random key pair.
    pub fn generate() -> Self {
        Self(KeyPair::generate(&mut chance()))
    }

    /// The public half, in base64url: what names are sealed to.
    #[wasm_bindgen(js_name = publicKey)]
    pub fn public_key(&self) -> String {
        self.0.public().into()
    }

    /// Its JSON, wrapped under a stretched passphrase.
    pub fn wrap(&self, under: &StretchedPassphrase) -> Result<String, JsValue> {
        to_json(&WrappedKey::wrap(&self.0, &under.0.wrapping, &mut chance()))
    }

    /// Opens a sealed name: `{"name":…,"municipality":"0751","role":…}`.
    pub fn open(&self, webinar: &str, slot: &str, sealed: &str) -> Result<String, JsValue> {
        let sealed = sealed.parse().map_err(thrown)?;
        let opened = envelope::open(self.0.private(), webinar, slot, &sealed);
        to_json(&opened.map_err(thrown)?)
    }

    /// Opens a sealed contact: `{"name":…,"email":…,"token":…}`.
    #[wasm_bindgen(js_name = openContact)]
    pub fn open_contact(&self, webinar: &str, slot: &str, sealed: &str) -> Result<String, JsValue> {
        let sealed = sealed.parse().map_err(thrown)?;
        let opened = envelope::open_contact(self.0.private(), webinar, slot, &sealed);
        to_json(&opened.map_err(thrown)?)
    }

    /// Opens what was written into a form, as it was sealed.
    #[wasm_bindgen(js_name = openText)]
    pub fn open_text(&self, webinar: &str, slot: &str, sealed: &str) -> Result<String, JsValue> {
        let opened = sealed_text::open_text(self.0.private(), webinar, slot, sealed);
        Ok(opened.map_err(thrown)?.to_string())
    }
}

/// A slot for something that this browser seals itself: 16 random bytes, 22 characters.
#[wasm_bindgen(js_name = newSlot)]
pub fn new_slot() -> String {
    Token::generate(&mut chance()).into()
}

/// So many new invitations, each its token and the token's hash: `[["…","…"],…]`.
#[wasm_bindgen(js_name = newInvitations)]
pub fn new_invitations(count: u32) -> Result<String, JsValue> {
    let made = (0..count).map(|_| {
        let token = Token::generate(&mut chance());
        let hash = token.hash();
        (String::from(token), String::from(hash))
    });
    to_json(&made.collect::<Vec<_>>())
}

/// The text of a recovery file for a wrapped key.
#[wasm_bindgen(js_name = recoveryFile)]
pub fn recovery_file(wrapped: &str, site: String, made_on: String) -> Result<String, JsValue> {
    Ok(RecoveryFile::new(from_json(wrapped)?, site, made_on).to_json())
}

/// Reads a recovery file into one line of JSON, with the wrapped key under `key`; throws what is wrong with it.
#[wasm_bindgen(js_name = readRecoveryFile)]
pub fn read_recovery_file(text: &str) -> Result<String, JsValue> {
    to_json(&RecoveryFile::from_json(text).map_err(thrown)?)
}
