//! Sign-ups, `/vendor/webinars/CODE/signups`: how one signs up, who has, and what is written to them.

use barometer_domain::ids::WebinarCode;
use barometer_domain::signup::SignupStage;
use barometer_domain::signup::mail::MailKind;
use barometer_kit::ui::loaded::Loaded;
use barometer_kit::{format, language};
use barometer_text::staff::signups::SignupDeskText as Text;
use leptos::prelude::*;

use super::add::AddFromList;
use super::mailing::Mailing;
use super::people::People;
use super::settings::Settings;
use super::state::{SignupsState, say};
use crate::page::{BackToList, Heading, VendorContext};

#[component]
pub(crate) fn SignupsPage(code: WebinarCode) -> impl IntoView {
    let page = SignupsState::new(code);
    let loaded = expect_context::<VendorContext>().ask(move || page.load());
    let occasion = move || {
        let webinar = page.webinar.get()?.preparation;
        let date = format::date(language::current(), &webinar.date.to_string());
        Some(format!("{} · {date}", webinar.title))
    };
    let word = move || {
        let word = page.sending.word()?.say(language::current());
        Some(view! { <p class="notice leaf">{word}</p> })
    };
    let trouble = move || {
        let words = page.sending.trouble()?.sentence();
        Some(view! { <p class="notice coral" role="alert">{words}</p> })
    };
    view! {
        <div class="vendor-head">
            <BackToList />
            <Heading text=Signal::derive(say(Text::Title)) />
            <p class="muted">{occasion}</p>
            <p>{say(Text::Body)}</p>
            <div role="status">{word}</div>
            {trouble}
        </div>
        <Loaded asked=loaded let:_there>
            <Reminder page=page />
            <Settings page=page />
            <People page=page />
            <AddFromList page=page />
            <Mailing page=page />
        </Loaded>
    }
}

/// The day before, while somebody has not been reminded.
#[component]
fn Reminder(page: SignupsState) -> impl IntoView {
    let is_due = Memo::new(move |_| {
        let list = page.list.read();
        let is_day = list
            .as_ref()
            .is_some_and(|list| list.is_reminder_day() && list.stage != SignupStage::Off);
        let people = page.people.read();
        is_day && people.iter().any(|one| one.awaits(MailKind::Reminder))
    });
    view! {
        <Show when=move || is_due.get()>
            <p class="notice amber" role="status">
                {say(Text::RemindToday)} " " <a href="#mail">{say(Text::ToMail)}</a>
            </p>
        </Show>
    }
}
