//! The join form: one screen, one municipality, one tap.

use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;
use barometer_domain::route::pattern;
use barometer_text::article::InfoPage;
use barometer_text::figures::{occasion, with_soft_hyphens};
use barometer_text::phone::PhoneText;
use barometer_text::plain_phone::PlainPhoneText;
use barometer_text::refusal;
use barometer_text::shared;
use maud::{Markup, PreEscaped, html};

use super::PlainFault;
use super::frame::{PhonePage, gauge_logo};
use crate::secrets;

/// The form behind the open link.
const OPEN: &str = "entry-form";

pub(super) fn form(page: &PhonePage<'_>) -> Markup {
    let (info, language) = (&page.state.info, page.language);
    let typed = |name| page.sent.map_or("", |sent| sent.one(name));
    let (field_error, form_error) = match &page.refused {
        None => (String::new(), String::new()),
        Some(PlainFault::Refused(Refusal::UnknownMunicipality)) => (
            refusal::sentence(&Refusal::UnknownMunicipality, language),
            String::new(),
        ),
        Some(fault) => (String::new(), fault.sentence(language)),
    };
    let sealed = info.vendor_key.is_some();
    let (class, question) = who_may_join(page);
    let promise = shared::promise(language, sealed);
    // The same each time this very form is sent, so that it lets in once.
    let once = match typed("once") {
        "" => secrets::random_token(),
        once => once.to_owned(),
    };
    let is_wrong = if field_error.is_empty() {
        "false"
    } else {
        "true"
    };
    html! {
        main class="entry" {
            (gauge_logo(language))
            h1 id="occasion" { (with_soft_hyphens(&info.title)) }
            p class="occasion sentence muted" { (occasion(language, &info.date, &info.starts)) }
            form class=(class) id="join" method="post" action=(page.action()) novalidate
                data-invited=(page.say(PhoneText::InvitedFrom("{}"))) {
                label for="municipality" { (question) }
                div class="combobox" {
                    input id="municipality" class="field" name="municipality" list="municipalities" value=(typed("municipality"))
                        aria-describedby="municipality-error" aria-invalid=(is_wrong) autocomplete="off"
                        autocapitalize="words" spellcheck="false" enterkeyhint="done"
                        placeholder=(page.say(PhoneText::SearchMunicipality));
                    span class="combobox-toggle" aria-hidden="true" {
                        (PreEscaped(r#"<svg width="20" height="20" viewBox="0 0 20 20"><path d="M5 8l5 5 5-5" fill="none" stroke="currentColor" stroke-width="2"/></svg>"#))
                    }
                    datalist id="municipalities" { @for one in municipality::all() { option value=(one.name) data-code=(one.code); } }
                }
                p id="municipality-error" class="field-error" role="alert" { (field_error) }
                @if sealed { p class="notice no-name" { (PlainPhoneText::NoNameHere.say(language)) } }
                p class="visually-hidden" role="status" {}
                @if sealed { (names(page)) }
                noscript { (personal_link(page)) }
                div class="entry-foot" {
                    p class="field-error" role="alert" { (form_error) }
                    @if page.refused == Some(PlainFault::NoCookies) {
                        a class="button second wide" href=(page.action()) target="_blank" rel="noopener" {
                            (page.say(PhoneText::OpenNewWindow))
                        }
                    }
                    button class="button primary wide" name="do" value="join" { (page.say(PhoneText::JoinNow)) }
                    button class="button second wide" name="do" value="watch" { (page.say(PhoneText::WatchOnly)) }
                    p class="promise-small muted" {
                        (promise)
                        @if class == OPEN { span class="open-link" { " " (page.say(PhoneText::OpenLink)) } }
                    }
                    div class="entry-ways" {
                        button class="link-button" form="other-code" { (page.say(PhoneText::OtherCode)) }
                        (page.article_link(InfoPage::Anonymity)) " " (page.article_link(InfoPage::Accessibility))
                        (page.language_switch(Some("join")))
                    }
                }
                input type="hidden" name="form" value="join";
                input type="hidden" name="once" value=(once);
                // Written by the script, which alone can read it from the address.
                input type="hidden" name="invitation" value=(typed("invitation"));
            }
            form id="other-code" method="get" action=(pattern::JOIN) hidden {}
            (page.frame_of_now())
        }
    }
}

/// What the form looks like, and what stands above it. An invitation is known to the script only, which says so.
fn who_may_join(page: &PhonePage<'_>) -> (&'static str, String) {
    let info = &page.state.info;
    if info.invited_only || info.door_closed {
        let why = if info.invited_only {
            Refusal::InvitationNeeded
        } else {
            Refusal::DoorClosed
        };
        return (
            "entry-form watching",
            refusal::sentence(&why, page.language),
        );
    }
    (OPEN, page.say(PhoneText::WhichMunicipality))
}

/// The name and the job, which stay in the browser until the app seals them: they have no name under which a form would
/// send them. Where no app can come, it is said before anybody types, and they are not there.
fn names(page: &PhonePage<'_>) -> Markup {
    html! {
        label class="names" for="name" { (page.say(PhoneText::YourName)) }
        input class="field names" id="name" autocomplete="name" maxlength="80" enterkeyhint="done" aria-invalid="false"
            aria-describedby="name-error";
        p id="name-error" class="field-error names" role="alert" data-missing=(page.say(PhoneText::NameMissing)) {}
        p class="field-why muted names" { (page.say(PhoneText::NameWhy)) }
        label class="names" for="job" { (page.say(PhoneText::YourRole)) }
        input class="field names" id="job" autocomplete="organization-title" maxlength="80" enterkeyhint="done"
            aria-invalid="false";
    }
}

/// What stands behind the `#` of a personal link never comes here by itself.
fn personal_link(page: &PhonePage<'_>) -> Markup {
    let typed = page.sent.map_or("", |sent| sent.one("link"));
    html! {
        label for="link" { (PlainPhoneText::PersonalLink.say(page.language)) }
        input class="field" id="link" name="link" autocomplete="off" value=(typed) aria-describedby="link-hint";
        p class="field-why muted" id="link-hint" { (PlainPhoneText::PersonalLinkHint.say(page.language)) }
    }
}
