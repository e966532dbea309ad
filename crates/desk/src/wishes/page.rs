//! The wishes that municipalities sent, `/vendor/wishes`: what each became, and who sent it, opened here.

use barometer_domain::municipality;
use barometer_domain::route::pattern;
use barometer_domain::wish::{SEALED_FOR, WishRow};
use barometer_kit::route::Route;
use barometer_kit::ui::loaded::Loaded;
use barometer_kit::{api, format, language};
use barometer_text::staff::wishes::WishDeskText as Text;
use leptos::either::Either;
use leptos::prelude::*;

use crate::page::{Heading, VendorContext};
use crate::vault::{self, OpenedContact};

/// A wish with its sender, as far as that could be opened.
#[derive(Clone)]
struct OpenedWish {
    row: WishRow,
    sender: Option<OpenedContact>,
}

#[component]
pub(crate) fn WishesPage() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let wishes = vendor.ask(|| async { Ok(with_senders(api::wishes().await?).await) });
    let say = |text: Text| move || text.say(language::current());
    let list = move |wishes: Vec<OpenedWish>| {
        if wishes.is_empty() {
            return Either::Left(view! { <p class="muted">{say(Text::NoneYet)}</p> });
        }
        let cards = wishes
            .into_iter()
            .map(|wish| view! { <WishCard wish=wish /> });
        Either::Right(view! { <ul class="wishes">{cards.collect_view()}</ul> })
    };
    view! {
        <div class="vendor-head">
            <Heading text=Signal::derive(say(Text::Title)) />
            <p>{say(Text::Body)}</p>
            <p>
                <a href=pattern::WISH target="_blank">{say(Text::ToForm)}</a>
            </p>
        </div>
        <Loaded asked=wishes let:found>{move || list(found.get())}</Loaded>
    }
}

/// One wish: the request that it became, and who sent it.
#[component]
fn WishCard(
    /// The wish with its contact, opened with the vendor's key.
    wish: OpenedWish,
) -> impl IntoView {
    let OpenedWish { row, sender } = wish;
    let is_sealed = row.contact.is_some() && sender.is_none();
    let name = municipality::by_code(row.municipality).map_or("", |known| known.name);
    let kind = if row.is_same { Text::Same } else { Text::New };
    let say = |text: Text| move || text.say(language::current());
    let sent_on = row.sent_on.clone();
    let sender = sender.map(|sender| {
        let address = format!("mailto:{}", sender.email);
        view! { <p>{sender.name} " · " <a href=address>{sender.email}</a></p> }
    });
    view! {
        <li class="card">
            <p>
                <a href=Route::Request(row.request).path()>{row.title}</a> " "
                <span class="chip">{say(kind)}</span>
            </p>
            <p class="muted">
                {name} " · " {move || format::date(language::current(), &sent_on)}
            </p>
            {sender}
            <Show when=move || is_sealed>
                <p class="muted">{say(Text::DoesNotOpen)}</p>
            </Show>
        </li>
    }
}

/// The rows with their senders; a name that does not open stays sealed.
async fn with_senders(rows: Vec<WishRow>) -> Vec<OpenedWish> {
    let sealed: Vec<(&str, &str)> = rows
        .iter()
        .filter_map(|row| row.contact.as_ref())
        .map(|contact| (contact.slot.as_str(), contact.sealed.as_str()))
        .collect();
    let opened = vault::open_contacts(SEALED_FOR, &sealed).await;
    let mut opened = opened.unwrap_or_default().into_iter();
    let mut sender = |row: &WishRow| row.contact.as_ref().and_then(|_| opened.next().flatten());
    let senders: Vec<Option<OpenedContact>> = rows.iter().map(&mut sender).collect();
    let wishes = rows.into_iter().zip(senders);
    wishes
        .map(|(row, sender)| OpenedWish { row, sender })
        .collect()
}
