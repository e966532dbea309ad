//! Personal invitations, `/vendor/webinars/CODE/invitations`: who may vote, and a link for everyone on a list. Names
//! stay here; the server gets hashes and municipalities.

use barometer_domain::ids::WebinarCode;
use barometer_domain::invitation::Invitations;
use barometer_domain::wire::WebinarInfo;
use barometer_kit::api::{self, ApiError};
use barometer_kit::{format, language};
use barometer_text::staff::invitations::Invitations as Text;
use barometer_text::staff::vendor::Vendor;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::invite::Invite;
use super::state::InvitationsState;
use super::who_may_vote::WhoMayVote;
use crate::page::{BackToList, Heading, VendorContext};

/// The page: how many, who may vote, and the list.
#[component]
pub fn InvitationsPage(
    /// Which webinar.
    code: WebinarCode,
) -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let page = InvitationsState::new(code.clone());
    spawn_local(async move {
        match load(&code).await {
            Ok((info, summary)) => {
                page.info.set(Some(info));
                page.summary.set(Some(summary));
            }
            Err(error) => page.sending.fail(vendor.trouble(error)),
        }
    });
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
    let is_loaded = Memo::new(move |_| page.summary.read().is_some());
    let body = move || {
        if is_loaded.get() {
            return view! {
                <WhoMayVote page=page />
                <Invite page=page />
            }
            .into_any();
        }
        let loading = page.sending.trouble().is_none();
        let loading = loading.then(|| Vendor::Loading.say(language::current()));
        view! { <p class="muted" role="status">{loading}</p> }.into_any()
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
        {body}
    }
}

async fn load(code: &WebinarCode) -> Result<(WebinarInfo, Invitations), ApiError> {
    Ok((api::webinar(code).await?, api::invitations(code).await?))
}
