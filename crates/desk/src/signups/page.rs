//! Sign-ups, `/vendor/webinars/CODE/signups`.

use barometer_domain::ids::WebinarCode;
use barometer_domain::invitation::Invitations;
use barometer_domain::wire::WebinarInfo;
use barometer_kit::api::{self, ApiError};
use barometer_kit::{format, language};
use barometer_text::staff::signups::Signups as Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page::{BackToList, Heading, VendorContext, VendorError, unanswered};

/// The page.
#[component]
pub fn SignupsPage(
    /// Which webinar.
    code: WebinarCode,
) -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let webinar = RwSignal::new(None::<(WebinarInfo, Invitations)>);
    let trouble = RwSignal::new(None::<VendorError>);
    spawn_local(async move {
        match load(&code).await {
            Ok(found) => webinar.set(Some(found)),
            Err(error) => trouble.set(Some(vendor.trouble(error))),
        }
    });
    let say = |text: Text| move || text.say(language::current());
    let occasion = move || {
        let (info, _) = webinar.get()?;
        let date = format::date(language::current(), &info.date);
        Some(format!("{} · {date}", info.title))
    };
    let body = move || match webinar.get() {
        Some((_, invitations)) => {
            let words = Text::LinksOut(invitations.count).say(language::current());
            view! { <p>{words}</p> }.into_any()
        }
        None => unanswered(trouble.get().as_ref()),
    };
    view! {
        <div class="vendor-head">
            <BackToList />
            <Heading text=Signal::derive(say(Text::Title)) />
            <p class="muted">{occasion}</p>
            <p>{say(Text::Body)}</p>
        </div>
        {body}
    }
}

async fn load(code: &WebinarCode) -> Result<(WebinarInfo, Invitations), ApiError> {
    Ok((api::webinar(code).await?, api::invitations(code).await?))
}
