//! A way to a page that the server makes.

use barometer_domain::ids::WebinarCode;
use barometer_kit::{language, route};
use barometer_text::article::InfoPage;
use barometer_text::phone::PhoneText;
use leptos::prelude::*;

/// The way to a page that is only text.
pub(crate) fn article_link(article: InfoPage) -> AnyView {
    let language = language::current();
    link(
        route::article(article, language),
        article.title(language).into(),
    )
}

/// The way to what participants ask. `public/keeper.js` lays that page over this one.
pub(crate) fn questions_link(code: &WebinarCode) -> AnyView {
    let language = language::current();
    link(
        route::questions(code, language),
        PhoneText::Ask.say(language),
    )
}

/// The way to what the municipality could join for. `public/keeper.js` lays that page over this one.
pub(crate) fn estimate_link(code: &WebinarCode) -> AnyView {
    let language = language::current();
    link(
        route::estimate(code, language),
        PhoneText::Estimate.say(language),
    )
}

/// Opens in a window of its own: whoever votes stays where they are, also inside a frame.
fn link(href: String, text: String) -> AnyView {
    view! {
        <a class="link-button" href=href target="_blank" rel="noopener">
            {text}
        </a>
    }
    .into_any()
}
