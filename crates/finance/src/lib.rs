//! `/finance`: "Økonomi – ændringsønsker til samfinansiering", every request's way to being paid.

use barometer_domain::financing::portfolio::Portfolio;
use barometer_domain::refusal::Refusal;
use barometer_kit::api::{self, ApiError};
use barometer_kit::{language, route};
use barometer_text::staff::finance::Finance as Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

pub mod access;
pub mod header;
pub mod map;
pub mod municipalities;
pub mod pieces;
pub mod portfolio_page;
pub mod query;
pub mod row;
pub mod table;
pub mod tools;

use access::code_form;
use portfolio_page::{live_sheet, show_toast};

/// Whether the page may be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageAccess {
    /// The server is being asked.
    Asking,
    /// The code is asked for; why the one of the link did not fit.
    Closed(Option<Refusal>),
    /// The page as it was when asked; without an answer the live stream goes on trying.
    Open(Option<Box<Portfolio>>),
}

/// The page, behind its door if the vendor has put one there.
#[component]
pub fn FinancePage() -> impl IntoView {
    let door = RwSignal::new(PageAccess::Asking);
    let given = route::take_fragment();
    spawn_local(async move {
        let tried = match given {
            Some(code) => api::open_financing(&code).await,
            None => Ok(()),
        };
        let refused = match tried {
            Err(ApiError::Refused(refusal)) => Some(refusal),
            _ => None,
        };
        request_access(door, refused).await;
    });
    Effect::new(move |_| {
        let title = Text::Title.say(language::current());
        document().set_title(&format!("{title} · Barometer"));
    });
    let on_open = Callback::new(move |()| spawn_local(request_access(door, None)));
    let on_closed = Callback::new(move |()| door.set(PageAccess::Closed(None)));
    let page = move || match door.get() {
        PageAccess::Asking => waiting(),
        PageAccess::Closed(refused) => code_form(refused, on_open),
        PageAccess::Open(first) => live_sheet(first.map(|first| *first), on_closed),
    };
    view! { <main class="finance">{page}</main> }
}

async fn request_access(door: RwSignal<PageAccess>, refused: Option<Refusal>) {
    door.set(match api::financing(None).await {
        Ok(portfolio) => PageAccess::Open(Some(Box::new(portfolio))),
        Err(ApiError::Refused(Refusal::CodeNeeded)) => PageAccess::Closed(refused),
        Err(_) => PageAccess::Open(None),
    });
}

/// While there is nothing to show yet.
fn waiting() -> AnyView {
    view! {
        <h1>{Text::Title.say(language::current())}</h1>
        {show_toast(Text::Loading)}
    }
    .into_any()
}

/// A count as the words take it.
pub fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
