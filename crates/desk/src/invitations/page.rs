//! Personal invitations, `/vendor/webinars/CODE/invitations`: who may vote, and a link for everyone on a list. Names
//! stay here; the server gets hashes and municipalities.

use barometer_domain::ids::WebinarCode;
use barometer_kit::api::{self, ApiError};
use barometer_kit::ui::loaded::Loaded;
use barometer_kit::{format, language};
use barometer_text::staff::invitations::InvitationText as Text;
use leptos::prelude::*;

use super::invite::Invite;
use super::state::InvitationsState;
use super::who_may_vote::WhoMayVote;
use crate::page::{BackToList, Heading, VendorContext};

/// The page: how many, who may vote, and the list.
#[component]
pub(crate) fn InvitationsPage(code: WebinarCode) -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let page = InvitationsState::new(code.clone());
    let loaded = vendor.ask(move || load(page, code.clone()));
    let say = |text: Text<'static>| move || text.say(language::current());
    let occasion = move || {
        let info = page.info.get()?;
        let date = format::date(language::current(), &info.date);
        Some(format!("{} · {date}", info.title))
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
            <WhoMayVote page=page />
            <Invite page=page />
        </Loaded>
    }
}

/// Which webinar it is, and what the server knows of its invitations.
async fn load(page: InvitationsState, code: WebinarCode) -> Result<(), ApiError> {
    let (info, summary) = (api::webinar(&code).await?, api::invitations(&code).await?);
    page.info.set(Some(info));
    page.summary.set(Some(summary));
    Ok(())
}
