//! A way to a page that is only text.

use barometer_text::article::Article;
use leptos::prelude::*;

use crate::{language, route};

/// Opens in a window of its own: whoever votes stays where they are, also inside a frame.
pub fn article_link(article: Article) -> AnyView {
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
