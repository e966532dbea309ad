//! All that a request ever was: when, who, why, and what changed.

use barometer_domain::financing::request::Version;
use barometer_kit::{format, language};
use barometer_text::staff::requests::Requests as Text;
use barometer_text::{Language, states};
use leptos::prelude::*;

use super::RequestEditor;
use crate::requests::list::say;

/// The record, the newest first.
#[component]
pub fn Versions(
    /// The page's state.
    page: RequestEditor,
) -> impl IntoView {
    let entries = move || {
        let file = page.file.read();
        let versions = file.as_ref().map_or(&[][..], |file| &file.versions);
        let before = std::iter::once(None).chain(versions.iter().map(Some));
        let entries: Vec<AnyView> = before
            .zip(versions)
            .map(|(before, version)| entry(before, version, language::current()))
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

fn entry(before: Option<&Version>, version: &Version, language: Language) -> AnyView {
    let what = match before {
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
    .into_any()
}
