//! The last stage: what goes on, and what comes next.

use barometer_domain::ids::RequestId;
use barometer_domain::view::Screen;
use barometer_kit::{format, language};
use barometer_text::shared::SharedText;
use barometer_text::staff::screen::ProjectorText as Text;
use leptos::prelude::*;

use super::candidate::size_of;
use super::list::TieOpen;
use super::state::ProjectorState;
use crate::stage::ui::breakable::breakable;

/// "Tak og næste skridt".
#[component]
pub(crate) fn Thanks(showing: ProjectorState) -> impl IntoView {
    let go_on = showing.read(|view, _| match &view.screen {
        Screen::Thanks { go_on } => Some(go_on.clone()),
        _ => None,
    });
    let list = move || {
        let go_on = go_on.get()?;
        if go_on.is_empty() {
            let nothing = SharedText::NotDecided.say(language::current());
            return Some(view! { <p class="nothing">{nothing}</p> }.into_any());
        }
        let items = go_on.into_iter().map(|id| item(showing, id));
        Some(view! { <ol class="go-on">{items.collect_view()}</ol> }.into_any())
    };
    let steps = [Text::StepTreated, Text::StepInterest, Text::StepTogether];
    let step = |text: Text<'static>| view! { <li>{move || text.say(language::current())}</li> };
    view! {
        <div class="slide thanks">
            <header>
                <h1 tabindex="-1">{move || Text::Thanks.say(language::current())}</h1>
            </header>
            <section>
                <h2>{move || Text::WeGoOnWith.say(language::current())}</h2>
                <TieOpen showing=showing />
                {list}
            </section>
            <section class="next-steps">
                <h2>{move || Text::NextSteps.say(language::current())}</h2>
                <ol>{steps.map(step).collect_view()}</ol>
            </section>
        </div>
    }
}

fn item(showing: ProjectorState, id: RequestId) -> impl IntoView {
    let text = showing.read(move |_, texts| texts.request(id).cloned());
    let written_in = showing.read(|_, texts| Some(texts.language));
    let title = move || Some(breakable(&text.get()?.title, written_in.get()?));
    let price = move || Some(format::price(language::current(), &text.get()?.price));
    let size = move || text.with(|text| text.as_ref().map_or("", |text| size_of(&text.title)));
    view! {
        <li>
            <b class=size>{title}</b>
            <span class="muted">{price}</span>
        </li>
    }
}
