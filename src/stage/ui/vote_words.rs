//! The four words of all votes, which stand on every screen once the vote is closed.

use barometer_domain::barometer::SignedRoot;
use barometer_kit::language;
use barometer_kit::sealing::{self, SEALING};
use barometer_text::shared::SharedText;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// "Stemmerne ligger fast: …"; nothing before the close.
#[component]
pub(crate) fn VoteWords(
    /// What the server signs with.
    #[prop(into)]
    key: Signal<Option<String>>,
    /// The barometer's round, with what was fixed at its close.
    #[prop(into)]
    fixed: Signal<Option<(u32, SignedRoot)>>,
) -> impl IntoView {
    let words = RwSignal::new(None);
    Effect::new(move |_| {
        words.set(None);
        let (Some(key), Some((round, root))) = (key.get(), fixed.get()) else {
            return;
        };
        spawn_local(async move {
            let Ok(json) = serde_json::to_string(&root) else {
                return;
            };
            let texts = [key.as_str(), &round.to_string(), &json];
            let found = sealing::call(SEALING, "rollWords", &texts).await;
            // Another root may have come meanwhile, after a strike.
            let is_current = || fixed.try_get_untracked().flatten() == Some((round, root.clone()));
            if let (Ok(found), true) = (found, is_current()) {
                words.try_set(Some(found));
            }
        });
    });
    move || {
        let words = words.get()?;
        let line = SharedText::VotesFixed(&words).say(language::current());
        Some(view! { <p class="vote-words">{line}</p> })
    }
}
