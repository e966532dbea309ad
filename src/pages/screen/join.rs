//! How to join: the QR code, the address, the code.

use barometer_text::staff::screen::Screen as Text;
use leptos::prelude::*;

use super::showing::Showing;
use crate::language;
use crate::route::api;
use crate::ui::qr::Qr;

/// The QR code with address and code beside or below it.
#[component]
pub fn JoinCard(
    /// View, texts and clock.
    showing: Showing,
) -> impl IntoView {
    let address = showing.address();
    let alt = Signal::derive(move || {
        address.with(|address| Text::QrLeadsTo(address).say(language::current()))
    });
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
            </div>
        </div>
    }
}
