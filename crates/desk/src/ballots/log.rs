//! The log of look-ups and strikes, as it is on record.

use barometer_domain::vendor::Logged;
use barometer_kit::{format, language};
use barometer_text::staff::votes::NamedVotesText as Text;
use leptos::prelude::*;

/// All entries, the newest first; a red notice when the log has been changed.
#[component]
pub(crate) fn Log(
    /// The entries, the oldest first.
    #[prop(into)]
    entries: Signal<Vec<Logged>>,
    /// Whether the log has been changed.
    #[prop(into)]
    broken: Signal<bool>,
) -> impl IntoView {
    let say = |text: Text| move || text.say(language::current());
    let warning = move || {
        broken
            .get()
            .then(|| view! { <p class="notice coral" role="alert">{say(Text::Broken)}</p> })
    };
    let line = |entry: &Logged| {
        let language = language::current();
        let struck = (entry.struck > 0).then(|| {
            let words = Text::StruckCount(entry.struck).say(language);
            view! { <span class="chip amber">{words}</span> }
        });
        let broke = entry.broke.map(|broke| {
            let words = Text::Broke(broke).say(language);
            view! { <span class="chip amber">{words}</span> }
        });
        view! {
            <li>
                <p class="log-when muted">{format::moment(language, entry.at)}</p>
                <p class="log-who">
                    <b>{entry.look_up.name.clone()}</b> " · " {entry.look_up.reason.clone()} " "
                    {struck} {broke}
                </p>
            </li>
        }
    };
    view! {
        <section class="card log" aria-labelledby="log">
            <h2 id="log">{say(Text::Log)}</h2>
            {warning}
            <ol>{move || entries.read().iter().rev().map(line).collect_view()}</ol>
        </section>
    }
}
