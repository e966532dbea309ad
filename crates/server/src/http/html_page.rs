//! What the pages have in common that the server makes itself: the head, and the look of one stylesheet.

use barometer_text::Language;
use maud::{DOCTYPE, Markup, html};

/// As wide as the device.
pub(super) const VIEWPORT: &str = "width=device-width, initial-scale=1";

/// The look of pages that are only read.
pub(super) const ARTICLE_LOOK: &str = "/article.css";

/// What a page says of itself before its body.
pub(super) struct PageHead<'a> {
    /// The language of all its texts.
    pub(super) language: Language,
    /// What the browser's tab shows.
    pub(super) title: &'a str,
    /// How wide a phone draws it; usually [`VIEWPORT`].
    pub(super) viewport: &'a str,
    /// Whether the browser shall not look for an icon; the page's policy must allow `data:` pictures then.
    pub(super) has_no_icon: bool,
    /// Its one stylesheet; usually [`ARTICLE_LOOK`].
    pub(super) stylesheet: &'a str,
}

impl PageHead<'_> {
    /// The whole document around its body, which includes the `body` element.
    pub(super) fn document(&self, body: &Markup) -> String {
        let page = html! {
            (DOCTYPE)
            html lang=(self.language.tag()) {
                (self.head())
                (body)
            }
        };
        page.into_string()
    }

    pub(super) fn head(&self) -> Markup {
        html! {
            head {
                meta charset="utf-8";
                meta name="viewport" content=(self.viewport);
                title { (self.title) }
                @if self.has_no_icon { link rel="icon" href="data:,"; }
                link rel="stylesheet" href=(self.stylesheet);
            }
        }
    }
}
