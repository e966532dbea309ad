//! A QR code, large and plain, dark on white in every colour scheme.

use leptos::prelude::*;

/// The picture of an address to be scanned.
#[component]
pub(crate) fn Qr(
    /// Where the picture is.
    src: String,
    /// What it leads to, for those who cannot see it.
    #[prop(into)]
    alt: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="qr">
            <img src=src alt=move || alt.get() width="400" height="400" />
        </div>
    }
}
