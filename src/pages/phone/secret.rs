//! What only this phone knows: the secret under which it finds its ballot again, and the person's name.

use barometer_domain::ballot::Cast;
use barometer_domain::view::{AudienceView, ResultView};
use barometer_domain::wire::Role;
use barometer_text::phone::Phone;
use leptos::prelude::*;

use super::follow::Following;
use super::go;
use super::webinar::persist;
use crate::api;
use crate::sealing::{self, Trouble};
use crate::storage;

/// Where the name is remembered for the next webinar.
pub(super) const NAME: &str = "barometer.name";
/// Where the person's job is.
pub(super) const ROLE: &str = "barometer.role";
/// Where the vendor's key is remembered: another one is not trusted.
const KEY: &str = "barometer.vendor-key";
/// Where the key's four words are, which take a moment to work out.
const WORDS: &str = "barometer.vendor-words";

/// What has become of the ballot, once the roll is out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// It is counted exactly as it was cast.
    Counted,
    /// The vendor has struck it.
    Struck,
    /// It is not where it should be.
    Missing,
}

impl Following {
    /// The trackers of a ballot as JSON; `None` when they cannot be made now.
    pub(super) async fn trackers(self, round: u32, cast: &Cast) -> Option<String> {
        let secret = self.secret(round).await?;
        let choices = choices(cast);
        let arguments = [secret.as_str(), &round.to_string(), &choices];
        sealing::call("trackers", &arguments).await.ok()
    }

    /// The secret of this round, made when it is first needed.
    async fn secret(self, round: u32) -> Option<String> {
        let key = self.secret_key(round);
        let in_memory = self.behind.try_with_value(|behind| behind.secret.clone());
        let kept = storage::get(&key).or(in_memory
            .flatten()
            .filter(|(of, _)| *of == round)
            .map(|(_, secret)| secret));
        if kept.is_some() {
            return kept;
        }
        let made = sealing::call("newSecret", &[]).await.ok()?;
        // Another tab may have made one meanwhile.
        let secret = storage::get(&key).unwrap_or(made);
        storage::set(&key, &secret);
        self.behind
            .try_update_value(|behind| behind.secret = Some((round, secret.clone())));
        Some(secret)
    }

    /// Seals the person's name to the vendor's key and hands it in, unless that key is not the one it should be.
    pub(super) fn identify(self) {
        go(Box::pin(async move {
            sealing::fetch().await;
            let state = self.state.read_untracked();
            let (info, me) = (state.info.clone(), state.me.clone());
            drop(state);
            let Some(key) = info.vendor_key.as_ref() else {
                return;
            };
            if !self.trusts(key.as_str()).await {
                self.note(Phone::OtherKey);
                return;
            }
            self.learn_words(key.as_str()).await;
            let (name, Role::Voter { municipality }) = (storage::get::<String>(NAME), me.role)
            else {
                return;
            };
            let Some(name) = name.filter(|_| !me.identified) else {
                return;
            };
            let role = storage::get::<String>(ROLE).unwrap_or_default();
            let municipality = municipality.to_string();
            let arguments = [
                key.as_str(),
                info.code.as_str(),
                &me.slot,
                &name,
                &municipality,
                &role,
            ];
            let Ok(sealed) = sealing::call("seal", &arguments).await else {
                self.note(Phone::NameNotSealed);
                return;
            };
            let stored = persist(|| api::identify(&info.code, &sealed), || ()).await;
            if stored.is_err() {
                self.note(Phone::NameNotSealed);
            }
        }));
    }

    /// Whether this is the key that the link named, or that this browser met before.
    async fn trusts(self, key: &str) -> bool {
        let named = storage::get::<String>(&super::webinar::fingerprint_key(&self.code()));
        if let Some(named) = named {
            let fingerprint = sealing::call("fingerprint", &[key]).await;
            if fingerprint != Ok(named) {
                return false;
            }
        } else if storage::get::<String>(KEY).is_some_and(|known| known != key) {
            return false;
        }
        storage::set(KEY, &key.to_owned())
    }

    /// The words that stand on the projector too.
    async fn learn_words(self, key: &str) {
        let known = storage::get::<(String, String)>(WORDS).filter(|(of, _)| of == key);
        let words = match known {
            Some((_, words)) => words,
            None => match sealing::call("words", &[key]).await {
                Ok(words) => {
                    storage::set(WORDS, &(key, &words));
                    words
                }
                Err(_) => return,
            },
        };
        if let Some(mut state) = self.state.try_write() {
            state.words = words;
        }
    }

    /// Looks for the own ballot in the roll, once per round, when all rows are out.
    pub(super) fn look_for_ballot(self, view: &AudienceView, result: &ResultView) {
        let round = view.barometer.round;
        let Some((cast, receipt)) = self.state.read_untracked().outbox.receipt() else {
            return;
        };
        let mut asked = true;
        self.behind
            .update_value(|behind| asked = behind.looked_for.replace(round) == Some(round));
        if asked || result.verdict.is_none() {
            return;
        }
        let published = published(view, result);
        let key = self.state.read_untracked().info.signing_key.clone();
        go(Box::pin(async move {
            let code = self.code();
            let roll = persist(|| api::roll(&code), || ()).await;
            let (Ok(roll), Some(secret)) = (roll, self.secret(round).await) else {
                return;
            };
            let (choices, rev) = (choices(&cast), cast.rev.to_string());
            let arguments = [
                key.as_str(),
                &roll,
                &round.to_string(),
                &secret,
                &choices,
                &rev,
                &receipt,
                &published,
            ];
            let found = match sealing::call("confirm", &arguments).await {
                Ok(code) if code == "counted" => Found::Counted,
                Ok(code) if code == "struck" => Found::Struck,
                Ok(_) | Err(Trouble::Refused(_)) => Found::Missing,
                Err(Trouble::NotFetched) => return,
            };
            if let Some(mut state) = self.state.try_write() {
                state.found = Some(found);
            }
        }));
    }

    fn note(self, note: Phone<'static>) {
        if let Some(mut state) = self.state.try_write() {
            state.note = Some(note);
        }
    }

    fn secret_key(self, round: u32) -> String {
        format!("barometer.secret.{}.{round}", self.code())
    }
}

fn choices(cast: &Cast) -> String {
    let numbers: Vec<String> = cast.choices.choices().map(|id| id.0.to_string()).collect();
    format!("[{}]", numbers.join(","))
}

/// What the screens show, for the roll to be held against.
fn published(view: &AudienceView, result: &ResultView) -> String {
    let votes = result.rows.iter();
    let votes = votes.map(|row| format!("[\"{}\",{}]", row.candidate.0, row.votes));
    let votes: Vec<String> = votes.collect();
    let ballots = view.barometer.turnout.voted;
    format!("{{\"ballots\":{ballots},\"votes\":[{}]}}", votes.join(","))
}
