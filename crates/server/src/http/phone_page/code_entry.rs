//! `/`, and `/w/…` with what is no webinar's code: the code is typed. The markup is the app's (`src/phone/code_entry`).

use std::collections::BTreeSet;

use barometer_domain::refusal::Refusal;
use barometer_domain::route::pattern;
use barometer_domain::typed_code::TypedCodeError;
use barometer_text::phone::PhoneText;
use barometer_text::{Language, refusal};
use maud::html;

use super::frame::{RenderedPage, gauge_logo};

/// The page as one person sees it.
pub(super) struct CodeEntryPage<'a> {
    pub(super) language: Language,
    /// What is in the field.
    pub(super) typed: &'a str,
    /// Why that is no code.
    pub(super) fault: Option<TypedCodeError>,
}

impl CodeEntryPage<'_> {
    pub(super) fn render(&self) -> RenderedPage {
        let language = self.language;
        let say = |text: PhoneText<'_>| text.say(language);
        let heading = say(PhoneText::EnterCode);
        let action = |language: Language| format!("{}?lang={}", pattern::JOIN, language.tag());
        let message = match self.fault {
            None => String::new(),
            Some(TypedCodeError::Length(letters)) => say(PhoneText::CodeLength(letters)),
            Some(TypedCodeError::NotACode) => refusal::sentence(&Refusal::UnknownWebinar, language),
        };
        let is_wrong = if self.fault.is_some() {
            "true"
        } else {
            "false"
        };
        let body = html! {
            div class="plain" id="shell" {
                main class="entry" {
                    (gauge_logo(language))
                    h1 { (heading) }
                    form class="entry-form" method="post" action=(action(language)) novalidate {
                        label for="code" { (say(PhoneText::CodeLabel)) }
                        input id="code" class="field code-field" name="code" value=(self.typed) autocomplete="off"
                            autocapitalize="characters" spellcheck="false" enterkeyhint="go"
                            aria-describedby="code-error code-hint" aria-invalid=(is_wrong);
                        p id="code-error" class="field-error" role="alert" { (message) }
                        p id="code-hint" class="muted" { (say(PhoneText::CodeHint)) }
                        div class="entry-foot" {
                            button class="button primary wide" { (say(PhoneText::Continue)) }
                            div class="languages" role="group" aria-label=(say(PhoneText::LanguageSwitch)) {
                                @for other in Language::ALL {
                                    button class="language" lang=(other.tag()) name="do" value="show"
                                        formaction=(action(other))
                                        aria-pressed=(if other == language { "true" } else { "false" }) { (other.name()) }
                                }
                            }
                        }
                    }
                }
            }
        };
        RenderedPage {
            title: format!("{heading} · Barometer"),
            body: body.into_string(),
            parts: BTreeSet::new(),
            follows: false,
        }
    }
}
