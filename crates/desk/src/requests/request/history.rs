//! All that a request ever was: when, who, why, and what changed.

use barometer_domain::financing::request::Version;
use barometer_kit::{format, language};
use barometer_text::staff::requests::RequestDeskText as Text;
use barometer_text::states;
use leptos::prelude::*;

use super::RequestEditor;
use crate::requests::list::say;

/// The record, the newest first.
#[component]
pub(crate) fn Versions(page: RequestEditor) -> impl IntoView {
    let entries = move || {
        let file = page.file.read();
        let versions = file.as_ref().map_or(&[][..], |file| &file.versions);
        let before = std::iter::once(None).chain(versions.iter().map(Some));
        let entries: Vec<_> = before
            .zip(versions)
            .map(|(before, version)| {
                view! { <VersionEntry before=before.cloned() version=version.clone() /> }
            })
            .collect();
        entries.into_iter().rev().collect::<Vec<_>>()
    };
    view! {
        <section class="card vendor-form" aria-labelledby="versions-heading">
            <h2 id="versions-heading">{say(Text::History)}</h2>
            <ol class="moves">{entries}</ol>
        </section>
    }
}

/// One version: what it made of the request, when, by whom and why.
#[component]
fn VersionEntry(before: Option<Version>, version: Version) -> impl IntoView {
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let what = match &before {
            None => Text::TakenIn.say(language),
            Some(before) if before.state != version.state => {
                Text::WentTo(states::request(version.state, language)).say(language)
            }
            Some(_) => Text::Changed.say(language),
        };
        let by = match version.by.as_str() {
            "system" => Text::Itself.say(language),
            "import" => Text::Imported.say(language),
            name => name.to_owned(),
        };
        // What was there before there was a record has no time.
        let when = (version.at > 0).then(|| format::moment(language, version.at));
        let about: Vec<String> = when.into_iter().chain([by]).collect();
        let why = (!version.why.is_empty()).then(|| view! { <p>{version.why.clone()}</p> });
        view! {
            <li>
                <p>
                    <b>{what}</b>
                </p>
                {why}
                <p class="muted">{about.join(" · ")}</p>
            </li>
        }
    }
}
