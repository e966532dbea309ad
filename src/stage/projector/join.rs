//! How to join: the QR code, the address, the code.

use barometer_kit::language;
use barometer_kit::route::api;
use barometer_kit::sealing::{self, SEALING};
use barometer_text::shared::SharedText;
use barometer_text::staff::screen::ProjectorText as Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::ProjectorState;
use crate::stage::ui::qr::Qr;

/// The QR code with address and code beside or below it.
#[component]
pub(crate) fn JoinCard(showing: ProjectorState) -> impl IntoView {
    let address = showing.address();
    let alt = Signal::derive(move || {
        address.with(|address| Text::QrLeadsTo(address).say(language::current()))
    });
    let words = key_words(showing);
    let code = showing.code.read_value();
    let (first, last) = code.as_str().split_at(code.as_str().len() / 2);
    view! {
        <div class="join">
            <Qr src=api::qr(&code) alt=alt />
            <div class="join-words">
                <p>
                    {move || Text::ScanOrGoTo.say(language::current())} " "
                    <b class="join-address">{address}</b>
                </p>
                <p class="join-code">
                    <span>{first.to_owned()}</span>
                    " "
                    <span>{last.to_owned()}</span>
                </p>
                {move || {
                    let words = words.get()?;
                    let line = SharedText::KeyWords(&words).say(language::current());
                    Some(view! { <p class="key-words">{line}</p> })
                }}
            </div>
        </div>
    }
}

/// The vendor's key in four words, which phones show too: whoever typed the code can compare.
fn key_words(showing: ProjectorState) -> RwSignal<Option<String>> {
    let words = RwSignal::new(None);
    let key = Memo::new(move |_| {
        let info = showing.info.get()?;
        info.vendor_key.clone()
    });
    Effect::new(move |_| {
        let Some(key) = key.get() else { return };
        spawn_local(async move {
            // Without the module there are no words; a phone that has the link needs none.
            if let Ok(found) = sealing::call(SEALING, "words", &[&key]).await {
                words.try_set(Some(found));
            }
        });
    });
    words
}
