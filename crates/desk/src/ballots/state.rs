//! What the page of votes knows and does: looks up, opens, strikes and forgets.

use std::collections::BTreeSet;

use barometer_domain::ids::WebinarCode;
use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::{Logged, LookUp, MOST_STRUCK_AT_ONCE, Released, Strike};
use barometer_kit::api::{self, ApiError};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_text::staff::votes::NamedVotesText as Text;
use leptos::prelude::*;

use super::recount::{self, PublishedFigures};
use super::rows::{BallotRow, RowColumn, RowFilter, RowOrder};
use crate::page::{VendorContext, VendorError, VendorSubmission, focus_heading};
use crate::vault;

/// What a look-up brought.
#[derive(Clone, PartialEq, Eq)]
pub struct LookedUpNames {
    /// One per ballot.
    pub rows: Vec<BallotRow>,
    /// Every earlier look at names and ballots, with its reason.
    pub log: Vec<Logged>,
    /// Whether the log has been changed.
    pub broken: bool,
    /// Whether ballots can be struck now.
    pub can_strike: bool,
}

/// The page of votes: a name and a reason on their way to a look-up, and what it brought.
#[derive(Clone, Copy)]
pub struct VotesState {
    vendor: VendorContext,
    code: StoredValue<WebinarCode>,
    /// The employee's name, as typed.
    pub name: RwSignal<String>,
    /// The reason for this look, as typed.
    pub reason: RwSignal<String>,
    /// Whether to look at what was voted too, and not only at who has.
    pub with_choices: RwSignal<bool>,
    /// Whether it can be looked at who has voted without what: between the close and the reveal.
    pub can_look_away: RwSignal<bool>,
    /// Whether the log of look-ups is known to be broken: then nothing can be looked up before that is acknowledged.
    pub log_broken: RwSignal<bool>,
    /// Why ballots are struck, as typed.
    pub strike_reason: RwSignal<String>,
    /// Keeps what is typed until it is written down.
    pub saved: SavedForm,
    /// What the server or the worker is doing, or has done.
    pub sending: VendorSubmission<Text>,
    /// The names, as long as they are shown.
    pub names: RwSignal<Option<LookedUpNames>>,
    /// Which rows are shown.
    pub filter: RwSignal<RowFilter>,
    /// In which order.
    pub order: RwSignal<RowOrder>,
    /// The places ticked to be struck.
    pub chosen: RwSignal<BTreeSet<String>>,
    /// Whether it is asked before striking.
    pub asking: RwSignal<bool>,
    /// What was shown to everyone.
    pub published: RwSignal<Vec<PublishedFigures>>,
}

impl VotesState {
    /// Of one webinar's votes, before anything is looked up.
    pub fn new(code: WebinarCode) -> Self {
        let text = || RwSignal::new(String::new());
        let (name, reason, strike_reason) = (text(), text(), text());
        let fields = [
            ("name", name.into()),
            ("reason", reason.into()),
            ("strike_reason", strike_reason.into()),
        ];
        let saved = SavedForm::new(&format!("look-up.{code}"), DraftLifetime::InWindow, fields);
        Self {
            vendor: expect_context(),
            code: StoredValue::new(code),
            name,
            reason,
            with_choices: RwSignal::new(false),
            can_look_away: RwSignal::new(false),
            log_broken: RwSignal::new(false),
            strike_reason,
            saved,
            sending: VendorSubmission::new(),
            names: RwSignal::new(None),
            filter: RwSignal::new(RowFilter::default()),
            order: RwSignal::new(RowOrder {
                by: RowColumn::Name,
                falling: false,
            }),
            chosen: RwSignal::new(BTreeSet::new()),
            asking: RwSignal::new(false),
            published: RwSignal::new(Vec::new()),
        }
    }

    /// Has the look-up written down, and opens what is released.
    pub fn look_up(self) {
        let typed = checked_look_up(self.name, self.reason);
        let code = self.code.get_value();
        let with_choices = self.with_choices.get_untracked() || !self.can_look_away.get_untracked();
        self.run_task(async move {
            let released = if with_choices {
                api::look_up(&code, &typed?).await
            } else {
                api::voters(&code, &typed?).await
            };
            self.open_names(&code, released).await?;
            self.saved.forget();
            Ok(None)
        });
    }

    /// Has it written down that the log was found broken, so that look-ups are possible again.
    pub fn acknowledge(self) {
        let typed = checked_look_up(self.name, self.reason);
        self.run_task(async move {
            let done = api::acknowledge(&typed?).await;
            done.map_err(|error| self.vendor.trouble(error))?;
            self.reason.set(String::new());
            self.saved.forget();
            self.log_broken.set(false);
            Ok(Some(Text::Acknowledged))
        });
    }

    /// Strikes the chosen ballots, and opens the table anew.
    pub fn strike(self) {
        let typed = checked_look_up(self.name, self.strike_reason);
        let code = self.code.get_value();
        let slots: Vec<String> = self.chosen.get_untracked().into_iter().collect();
        self.run_task(async move {
            let count = u32::try_from(slots.len()).unwrap_or(u32::MAX);
            let look_up = typed?;
            for slots in slots.chunks(MOST_STRUCK_AT_ONCE) {
                let strike = Strike {
                    slots: slots.to_vec(),
                    look_up: look_up.clone(),
                };
                let released = api::strike(&code, &strike).await;
                self.open_names(&code, released).await?;
            }
            self.strike_reason.set(String::new());
            self.saved.forget();
            self.asking.set(false);
            Ok(Some(Text::StruckNow(count)))
        });
    }

    /// Ticks all these rows but those that are struck, or none at all.
    pub fn choose(self, rows: &[BallotRow], all: bool) {
        self.chosen.update(|chosen| {
            chosen.clear();
            if all {
                let free = rows.iter().filter(|row| !row.struck);
                chosen.extend(free.map(|row| row.slot.clone()));
            }
        });
    }

    /// Takes the names off the page.
    pub fn forget(self, word: Text) {
        self.names.set(None);
        self.chosen.set(BTreeSet::new());
        self.filter.set(RowFilter::default());
        self.asking.set(false);
        self.reason.set(String::new());
        self.saved.forget();
        self.sending.announce(word);
        focus_heading();
    }

    fn run_task(self, work: impl Future<Output = Result<Option<Text>, VendorError>> + 'static) {
        let work = async move {
            let done = work.await;
            if done == Err(VendorError::Refused(Refusal::LogBroken)) {
                self.log_broken.set(true);
            }
            done
        };
        self.sending.send(work, |word| word);
    }

    async fn open_names(
        self,
        code: &WebinarCode,
        released: Result<Released, ApiError>,
    ) -> Result<(), VendorError> {
        let released = released.map_err(|error| self.vendor.trouble(error))?;
        let sealed: Vec<(&str, &str)> = released
            .votes
            .iter()
            .filter_map(|vote| Some((vote.slot.as_str(), vote.identity.as_ref()?.as_str())))
            .collect();
        let mut opened = vault::open_names(code, &sealed).await?.into_iter();
        let rows = released.votes.into_iter().map(|vote| {
            let person = vote.identity.is_some().then(|| opened.next().flatten());
            BallotRow::new(vote, person.flatten())
        });
        let rows = rows.collect();
        self.published.set(recount::published(code).await);
        self.chosen.set(BTreeSet::new());
        self.names.set(Some(LookedUpNames {
            rows,
            log: released.log,
            broken: released.broken,
            can_strike: released.can_strike,
        }));
        Ok(())
    }
}

/// A name and a reason as they are typed, checked.
fn checked_look_up(
    name: RwSignal<String>,
    reason: RwSignal<String>,
) -> Result<LookUp, VendorError> {
    let look_up = LookUp {
        name: name.get_untracked(),
        reason: reason.get_untracked(),
    };
    look_up.checked().map_err(VendorError::Refused)
}
