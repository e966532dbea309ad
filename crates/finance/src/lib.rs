//! `/finance`: "Økonomi – ændringsønsker til samfinansiering", every request's way to being paid.

use barometer_domain::financing::portfolio::Portfolio;
use barometer_domain::refusal::Refusal;
use barometer_kit::api::{self, ApiError, Done};
use barometer_kit::{language, route};
use barometer_text::staff::finance::FinancingText as Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

pub mod access;
pub mod header;
pub mod map;
pub mod municipalities;
pub mod page_state;
pub mod pieces;
pub mod portfolio_page;
pub mod query;
pub mod row;
pub mod table;
pub mod tools;

use access::CodeForm;
use portfolio_page::{LivePortfolio, Loading};

/// Whether the page may be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageAccess {
    /// The code is asked for; why the one of the link did not fit.
    Closed(Option<Refusal>),
    /// The page as it was when asked; without an answer the live stream goes on trying.
    Open(Option<Box<Portfolio>>),
}

/// The page, behind its code if the vendor has put one there.
#[component]
pub fn FinancePage() -> impl IntoView {
    let access = RwSignal::new(None::<PageAccess>);
    let given = route::take_fragment();
    spawn_local(async move {
        let tried = match given {
            Some(code) => api::open_financing(&code).await,
            None => Ok(Done),
        };
        let refused = match tried {
            Err(ApiError::Refused(refusal)) => Some(refusal),
            _ => None,
        };
        access.set(Some(request_access(refused).await));
    });
    let on_open = move || spawn_local(async move { access.set(Some(request_access(None).await)) });
    Effect::new(move |_| {
        let title = Text::Title.say(language::current());
        document().set_title(&format!("{title} · Barometer"));
    });
    let on_closed = Callback::new(move |()| access.set(Some(PageAccess::Closed(None))));
    let page = move || match access.get() {
        None => view! {
            <h1>{say(Text::Title)}</h1>
            <Loading />
        }
        .into_any(),
        Some(PageAccess::Closed(refused)) => {
            view! { <CodeForm refused=refused on_open=on_open /> }.into_any()
        }
        Some(PageAccess::Open(first)) => {
            view! { <LivePortfolio first=first.map(|first| *first) on_closed=on_closed /> }
                .into_any()
        }
    };
    view! { <main class="finance">{page}</main> }
}

/// Whether the page may be seen with what the browser has; `refused` tells why a code did not fit.
async fn request_access(refused: Option<Refusal>) -> PageAccess {
    match api::financing(None).await {
        Ok(portfolio) => PageAccess::Open(Some(Box::new(portfolio))),
        Err(ApiError::Refused(Refusal::CodeNeeded)) => PageAccess::Closed(refused),
        Err(_) => PageAccess::Open(None),
    }
}

/// The words in the reader's language, now and after a switch.
pub fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// A count as the words take it.
pub fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
