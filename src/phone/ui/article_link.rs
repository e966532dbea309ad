//! A way to a page that is only text.

use barometer_kit::{language, route};
use barometer_text::article::Article;
use leptos::prelude::*;

/// Opens in a window of its own: whoever votes stays where they are, also inside a frame.
pub(crate) fn article_link(article: Article) -> AnyView {
    let language = language::current();
    view! {
        <a
            class="link-button"
            href=route::article(article, language)
            target="_blank"
            rel="noopener"
        >
            {article.title(language)}
        </a>
    }
    .into_any()
}
