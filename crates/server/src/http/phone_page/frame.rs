//! What every page of a phone has: marks on top, a line above the heading, the heading, and the foot. The markup is the
//! app's (`src/phone`), line by line; stories compare the two.

use std::cell::RefCell;
use std::collections::BTreeSet;

use barometer_domain::ids::WebinarCode;
use barometer_domain::municipality::{self, Municipality};
use barometer_domain::route::Route;
use barometer_domain::view::PhoneStage;
use barometer_domain::wire::{Me, Role};
use barometer_text::Language;
use barometer_text::article::InfoPage;
use barometer_text::phone::PhoneText;
use barometer_text::plain_phone::PlainPhoneText;
use barometer_text::shared::SharedText;
use maud::{Markup, PreEscaped, html};

use super::super::forms::SentForm;
use super::{AskedPage, PhoneState, PlainFault, address};

/// One person's page.
pub(super) struct PhonePage<'a> {
    pub(super) code: &'a WebinarCode,
    pub(super) language: Language,
    pub(super) state: &'a PhoneState,
    pub(super) asked: &'a AskedPage,
    /// What was typed and ticked into a form that was not taken.
    pub(super) sent: Option<&'a SentForm>,
    /// Why it was not.
    pub(super) refused: Option<PlainFault>,
    /// The lengths of bars, in thousandths: no style stands at an element, each length is a class.
    pub(super) parts: RefCell<BTreeSet<u16>>,
}

/// A page as the document has it.
pub(super) struct RenderedPage {
    pub(super) title: String,
    pub(super) body: String,
    pub(super) parts: BTreeSet<u16>,
    /// Whether it may be fetched anew by itself where no script runs: nobody types or ticks anything here.
    pub(super) follows: bool,
}

/// One stage, drawn.
#[derive(Default)]
pub(super) struct StagePage {
    /// The small line above the heading; the municipality stands beside it.
    pub(super) crumb: String,
    /// Whether the crumb says that something goes on right now.
    pub(super) live: bool,
    /// The heading.
    pub(super) heading: String,
    /// What stays under the heading, above the rest.
    pub(super) under: Option<Markup>,
    /// The rest.
    pub(super) main: Vec<Markup>,
    /// What sticks to the bottom, under the thumb.
    pub(super) bar: Option<Markup>,
    /// Whether something is ticked or typed here that would be lost.
    pub(super) is_form: bool,
}

/// Who is inside, and what is drawn for them.
pub(super) struct StageContext<'a> {
    pub(super) page: &'a PhonePage<'a>,
    pub(super) me: &'a Me,
}

impl PhonePage<'_> {
    /// Whether it holds what a person has voted, or would: then its length says nothing.
    pub(super) fn holds_ballot(&self) -> bool {
        let me = self.state.me.as_ref();
        me.is_some_and(|me| matches!(me.role, Role::Voter { .. }))
    }

    /// Where the webinar is, in a frame of a page with a form: that page is not fetched anew, and nothing in it is lost.
    pub(super) fn where_it_stands(&self, seen: &str) -> RenderedPage {
        let key = self.stage_key();
        let ends_at = self.state.view.barometer.ends_at;
        let left =
            ends_at.map(|ends_at| barometer_text::figures::countdown(ends_at - self.state.now));
        let body = html! {
            p class="now" role="status" {
                @if key != *seen {
                    (PlainPhoneText::MovedOn.say(self.language)) " "
                    a href=(address(self.code, self.language, "")) target="_top" { (PlainPhoneText::GoOn.say(self.language)) }
                } @else if let Some(left) = left { (PhoneText::TimeLeft(&left).say(self.language)) }
            }
        };
        RenderedPage {
            title: PlainPhoneText::WhereItStands.say(self.language).into(),
            body: body.into_string(),
            parts: BTreeSet::new(),
            follows: true,
        }
    }

    /// That frame, where no script runs.
    pub(super) fn frame_of_now(&self) -> Markup {
        let to = address(
            self.code,
            self.language,
            &format!("&now={}", self.stage_key()),
        );
        html! { noscript { iframe class="now-frame" src=(to) title=(PlainPhoneText::WhereItStands.say(self.language)) {} } }
    }

    /// Names what is shown, as far as another page is due once it changes.
    pub(super) fn stage_key(&self) -> String {
        let view = &self.state.view;
        let barometer = &view.barometer;
        let stage = (
            PhoneStage::of(view),
            barometer.phase,
            barometer.round,
            view.door_closed,
        );
        let hash = blake3::hash(format!("{stage:?}").as_bytes()).to_hex();
        hash[..8].to_owned()
    }

    /// What is not real or not secure, always on top.
    pub(super) fn marks(&self) -> Markup {
        let info = &self.state.info;
        let marks = SharedText::marks(info.reality, info.fictional, info.insecure);
        let lines: Vec<String> = marks.map(|mark| mark.say(self.language)).collect();
        html! {
            @if !lines.is_empty() {
                div class="banner" role="region" aria-label=(lines.join(" · ")) { @for line in &lines { p { (line) } } }
            }
        }
    }

    /// Where the page's forms are sent to.
    pub(super) fn action(&self) -> String {
        address(self.code, self.language, "")
    }

    pub(super) fn say(&self, message: PhoneText<'_>) -> String {
        message.say(self.language)
    }

    /// The class that gives a bar its length, in thousandths.
    pub(super) fn part(&self, per_mille: u16) -> String {
        self.parts.borrow_mut().insert(per_mille);
        format!("v{per_mille}")
    }

    /// One button per language, of the form with this id; the present one is pressed.
    pub(super) fn language_switch(&self, form: Option<&str>) -> Markup {
        html! {
            div class="languages" role="group" aria-label=(self.say(PhoneText::LanguageSwitch)) {
                @for language in Language::ALL {
                    button class="language" lang=(language.tag()) form=(form.unwrap_or("languages"))
                        name=(if form.is_some() { "do" } else { "lang" }) value=(language.tag())
                        formaction=[form.map(|_| address(self.code, language, ""))] formnovalidate[form.is_some()]
                        aria-pressed=(if language == self.language { "true" } else { "false" }) { (language.name()) }
                }
            }
            @if form.is_none() { form id="languages" method="get" action=(Route::Phone(self.code.clone()).path()) hidden {} }
        }
    }

    /// The way to a page that is only text.
    pub(super) fn article_link(&self, article: InfoPage) -> Markup {
        let to = format!("{}?lang={}", article.path(), self.language.tag());
        link(&to, article.title(self.language))
    }
}

/// Opens in a window of its own: whoever votes stays where they are, also inside a frame.
pub(super) fn link(to: &str, text: &str) -> Markup {
    html! { a class="link-button" href=(to) target="_blank" rel="noopener" { (text) } }
}

/// The product's mark: a gauge, and its name.
pub(super) fn gauge_logo(language: Language) -> Markup {
    html! {
        p class="logo" {
            (PreEscaped(r#"<svg width="38" height="26" viewBox="0 0 38 26" aria-hidden="true"><path d="M4 23A15 15 0 0 1 34 23" fill="none" stroke="var(--petrol)" stroke-width="6"/><path class="needle" d="M19 23L28 11" stroke-width="3.5" stroke-linecap="round"/><circle cx="19" cy="23" r="3" fill="var(--amber)"/></svg>"#))
            (SharedText::Product.say(language))
        }
    }
}

impl<'a> StageContext<'a> {
    pub(super) fn language(&self) -> Language {
        self.page.language
    }

    pub(super) fn state(&self) -> &'a PhoneState {
        self.page.state
    }

    pub(super) fn say(&self, message: PhoneText<'_>) -> String {
        message.say(self.page.language)
    }

    pub(super) fn say_shared(&self, message: SharedText<'_>) -> String {
        message.say(self.page.language)
    }

    pub(super) fn is_voter(&self) -> bool {
        matches!(self.me.role, Role::Voter { .. })
    }

    /// The municipality this participant speaks for.
    pub(super) fn own(&self) -> Option<&'static Municipality> {
        match self.me.role {
            Role::Voter { municipality } => municipality::by_code(municipality),
            Role::Observer => None,
        }
    }

    /// "Aabenraa Kommune", or "Ser kun med"; nothing of who never joined, and reads the result afterwards.
    pub(super) fn who(&self) -> String {
        if self.me.is_newcomer() {
            return String::new();
        }
        let own = self.own();
        self.say(own.map_or(PhoneText::Watching, |found| PhoneText::InFull(found.name)))
    }

    /// "2. runde · " once there was another round; else nothing.
    pub(super) fn round(&self) -> String {
        match self.state().view.barometer.earlier_rounds {
            0 => String::new(),
            before => self.say_shared(SharedText::Round(before.saturating_add(1))) + " · ",
        }
    }

    /// The ballot that is held of this session, in the present round.
    pub(super) fn held(&self) -> Option<&'a barometer_domain::ballot::Cast> {
        let ballot = self.me.ballot.as_ref();
        ballot.filter(|_| self.me.round == self.state().view.barometer.round)
    }

    /// The way back to the form.
    pub(super) fn change_button(&self, label: PhoneText<'_>, class: &str) -> Markup {
        let to = Route::Phone(self.page.code.clone()).path();
        html! {
            form method="get" action=(to) class="inline-form" {
                input type="hidden" name="lang" value=(self.language().tag());
                button class=(class) name="change" value="" { (self.say(label)) }
            }
        }
    }
}
