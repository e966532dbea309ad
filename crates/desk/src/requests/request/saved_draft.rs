//! What is typed of a request and not saved: kept by the browser, restored, and merged with what others save meanwhile.

use barometer_domain::financing::ChangeRequest;
use barometer_domain::financing::request::RequestFile;
use barometer_domain::refusal::Field;
use barometer_json::FromJson;
use barometer_kit::{api, format, language, storage};
use barometer_text::staff::refused;
use barometer_text::staff::requests::RequestDeskText as Text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;

use super::RequestEditor;
use super::draft::{RequestForm, RequestValues};
use crate::requests::list::say;

/// Whose words stand in the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestDraftNotice {
    /// What was typed here before, and never saved.
    Restored,
    /// Someone else has saved meanwhile: theirs and one's own, and the fields that both have changed.
    Merged(Vec<Field>),
}

/// The saved version that a draft started from.
#[derive(Clone, Default, Serialize, FromJson)]
pub struct SavedDraft {
    /// How many versions there were.
    pub edition: u32,
    typed: RequestValues,
}

/// What the browser keeps until it is saved.
#[derive(Serialize, FromJson)]
struct StoredRequestDraft {
    base: SavedDraft,
    typed: RequestValues,
}

impl SavedDraft {
    fn from_file(file: &RequestFile) -> Self {
        Self {
            edition: u32::try_from(file.versions.len()).unwrap_or(u32::MAX),
            typed: untrack(|| RequestForm::from_request(&file.row.request).typed()),
        }
    }
}

impl RequestEditor {
    fn storage_key(self) -> String {
        let id = self
            .id
            .map_or_else(|| "new".to_owned(), |id| id.0.to_string());
        format!("barometer.request.{id}")
    }

    /// Forgets what the browser keeps of it.
    pub fn forget(self) {
        storage::remove(&self.storage_key());
    }

    /// The request as it is saved now; what is being typed stays.
    pub fn receive(self, file: RequestFile) {
        if self.file.read_untracked().is_none() {
            self.base.set_value(SavedDraft::from_file(&file));
            self.draft.fill_from(&file.row.request);
            self.restore();
        }
        self.merge(&file);
        self.file.set(Some(file));
    }

    /// The request as it was just saved, without a draft.
    pub fn begin(self, file: RequestFile) {
        self.notice.set(None);
        self.base.set_value(SavedDraft::from_file(&file));
        self.draft.fill_from(&file.row.request);
        self.file.set(Some(file));
    }

    /// Puts what was typed before, and never saved, into the fields.
    pub fn restore(self) {
        if self.id.is_none() {
            let typed = untrack(|| RequestForm::from_request(&ChangeRequest::default()).typed());
            self.base.set_value(SavedDraft { edition: 0, typed });
        }
        let Some(kept) = storage::get::<StoredRequestDraft>(&self.storage_key()) else {
            return;
        };
        let is_saved = self.base.with_value(|base| base.typed == kept.typed);
        if !is_saved {
            self.draft.restore(&kept.typed);
            self.base.set_value(kept.base);
            self.notice.set(Some(RequestDraftNotice::Restored));
        }
    }

    /// Puts what is changed here on top of what someone else has saved since.
    fn merge(self, file: &RequestFile) {
        let newest = SavedDraft::from_file(file);
        let base = self.base.get_value();
        if newest.typed != base.typed {
            let mine = untrack(|| self.draft.typed());
            let (merged, both) = mine.over(&base.typed, &newest.typed);
            if mine != base.typed {
                self.notice.set(Some(RequestDraftNotice::Merged(both)));
            }
            self.draft.restore(&merged);
        }
        self.base.set_value(newest);
    }

    /// Fetches what someone else has saved meanwhile, and merges.
    pub fn catch_up(self) {
        let Some(id) = self.id else { return };
        spawn_local(async move {
            match api::request(id).await {
                Ok(file) => self.receive(file),
                Err(error) => self.sending.fail(self.vendor.trouble(error)),
            }
        });
    }

    /// Keeps what is typed in this browser until it is saved.
    pub fn store_draft(self) {
        Effect::new(move |was_dirty: Option<bool>| {
            let typed = self.draft.typed();
            // The base is known once the request is here, or at once for a new one.
            let is_there = self.id.is_none() || self.file.read().is_some();
            let base = self.base.get_value();
            let is_dirty = is_there && typed != base.typed;
            if is_dirty {
                // A browser that keeps nothing still has it on the page.
                storage::set(&self.storage_key(), &StoredRequestDraft { base, typed });
            } else if was_dirty == Some(true) {
                self.forget();
            }
            is_dirty
        });
    }

    /// Puts what is saved into the fields.
    fn take_saved(self) {
        let Some(file) = self.file.get_untracked() else {
            self.draft
                .restore(&self.base.with_value(|base| base.typed.clone()));
            self.notice.set(None);
            return;
        };
        self.begin(file);
    }
}

/// Says whose words stand in the fields, and offers what is saved instead.
pub fn notice(page: RequestEditor) -> impl IntoView {
    move || {
        let notice = page.notice.get()?;
        let language = language::current();
        let words = match &notice {
            RequestDraftNotice::Restored => Text::Restored.say(language),
            RequestDraftNotice::Merged(both) if both.is_empty() => Text::Merged.say(language),
            RequestDraftNotice::Merged(both) => {
                let names = both
                    .iter()
                    .map(|field| refused::field_name(*field, language));
                let names: Vec<&str> = names.collect();
                Text::MergedBoth(&format::list(language, &names)).say(language)
            }
        };
        Some(view! {
            <div class="notice amber request-notice" role="alert">
                <p>{words}</p>
                <button type="button" class="button" on:click=move |_| page.take_saved()>
                    {say(Text::TakeSaved)}
                </button>
            </div>
        })
    }
}
