//! How the page looks on which a municipality says what it would join a request for.

use axum::http::StatusCode;
use axum::response::Response;
use barometer_domain::financing::commitment::{Commitment, LONGEST_NOTE};
use barometer_domain::financing::own_share::prospective_share;
use barometer_domain::financing::{CommitmentState, MOST_MUNICIPALITIES};
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_domain::money::Money;
use barometer_domain::municipality;
use barometer_domain::route::{Route, pattern};
use barometer_text::comments::CommentPageText;
use barometer_text::pledge::PledgeText as Text;
use barometer_text::refusal::takes_none;
use barometer_text::{Language, figures, sharing, states};
use maud::{Markup, html};

use super::super::forms::{Fault, Field, FormPage, SentForm, TextInput, fault_summary};
use crate::store::OwnStanding;

/// The longest amount that a field takes, in letters.
const LONGEST_AMOUNT: usize = 20;

/// What stands in the fields.
#[derive(Clone, Debug, Default)]
pub(super) struct TypedPledge {
    at_most: String,
    at_least: String,
    reason: String,
}

impl TypedPledge {
    pub(super) fn from_form(sent: &SentForm) -> Self {
        Self {
            at_most: sent.one("at_most").to_owned(),
            at_least: sent.one("at_least").to_owned(),
            reason: sent.one("reason").to_owned(),
        }
    }

    /// What a municipality said last, to be changed.
    pub(super) fn of(held: Option<&Commitment>, language: Language) -> Self {
        let held = held.filter(|held| held.state == CommitmentState::Indicated);
        let at_least = held.and_then(|held| held.detail.at_least);
        Self {
            at_most: held.map_or_else(String::new, |held| figures::typed(language, held.amount)),
            at_least: at_least.map_or_else(String::new, |count| count.to_string()),
            reason: String::new(),
        }
    }
}

/// All that one reader's page is made of.
pub(super) struct PledgePage<'a> {
    pub(super) request: RequestId,
    pub(super) title: &'a str,
    /// The municipality that the reader speaks for.
    pub(super) municipality: Option<MunicipalityCode>,
    /// Where it stands.
    pub(super) standing: Option<&'a OwnStanding>,
    pub(super) language: Language,
    pub(super) typed: &'a TypedPledge,
    pub(super) faults: &'a [Fault],
    pub(super) is_kept: bool,
}

impl PledgePage<'_> {
    pub(super) fn respond(&self, status: StatusCode) -> Response {
        let path = Route::Pledge(self.request).path();
        let page = FormPage {
            language: self.language,
            title: &self.say(Text::Title(self.title)),
            path: &path,
            scripts: &[],
            refresh_seconds: None,
        };
        page.respond(status, &self.content(&page.action()))
    }

    fn say(&self, text: Text<'_>) -> String {
        text.say(self.language)
    }

    fn content(&self, action: &str) -> Markup {
        let back = CommentPageText::Back.say(self.language);
        html! {
            p { a href=(pattern::FINANCE) { (back) } }
            (fault_summary(self.language, self.faults))
            @if self.is_kept { p class="notice leaf" role="status" tabindex="-1" { (self.say(Text::Kept)) } }
            @match self.standing {
                Some(standing) => { (self.answer(standing, action)) }
                None => {
                    @if self.faults.is_empty() { p class="notice" { (self.say(Text::LinkNeeded)) } }
                    @if !self.typed.at_most.is_empty() { (self.form(action, false)) }
                }
            }
        }
    }

    fn answer(&self, standing: &OwnStanding, action: &str) -> Markup {
        let held = standing.held.as_ref();
        let state = held.map(|held| held.state);
        let is_own = CommitmentState::is_own_to_change(state);
        let has_intended = state == Some(CommitmentState::Indicated);
        html! {
            @if let Some(held) = held { (self.held(held)) }
            @if !is_own { p class="notice" { (self.say(Text::Further)) } }
            @else if let Err(why) = standing.takes_intention { p class="notice" { (takes_none(why, self.language)) } }
            @else {
                p { (self.say(Text::Lead)) }
                @if let Some(share) = self.own_share(standing) { p { (share) } }
                (self.form(action, has_intended))
            }
            @if is_own && state.is_some_and(|state| !state.has_left()) { (self.take_back(action)) }
        }
    }

    /// Where the municipality stands, in one line.
    fn held(&self, held: &Commitment) -> Markup {
        let state = states::commitment(held.state, self.language).to_owned();
        let amount = (held.amount > Money::ZERO && !held.state.has_left())
            .then(|| self.say(Text::AmountIs(&figures::money(self.language, held.amount))));
        let condition = held.detail.at_least.filter(|_| amount.is_some());
        let condition = condition.map(|count| self.say(Text::ConditionIs(count)));
        let parts = [Some(state), amount, condition].into_iter().flatten();
        html! {
            h2 id="own" { (self.say(Text::Standing)) }
            p { strong { (parts.collect::<Vec<_>>().join(" · ")) } }
        }
    }

    /// What the municipality would pay with as many as are planned.
    fn own_share(&self, standing: &OwnStanding) -> Option<String> {
        let (text, own) = (&standing.text, self.municipality?);
        let inhabitants = municipality::by_code(own)?.population;
        let count = text.planned_number();
        let price = text.price.known()?;
        let share = prospective_share(price, &text.sharing, inhabitants, count).ok()?;
        let rule = sharing::rule(&text.sharing.rule, self.language);
        let share = figures::money(self.language, share);
        Some(self.say(Text::OwnShare(count, &rule, &share)))
    }

    fn field<'a>(&'a self, name: &'a str, label: &'a str, hint: &'a str) -> Field<'a> {
        Field {
            language: self.language,
            name,
            label,
            hint,
            optional: false,
            faults: self.faults,
        }
    }

    fn form(&self, action: &str, is_change: bool) -> Markup {
        let (at_most, most_hint) = (self.say(Text::AtMost), self.say(Text::AtMostHint));
        let (at_least, least_hint) = (self.say(Text::AtLeast), self.say(Text::AtLeastHint));
        let at_least = Field {
            optional: true,
            ..self.field("at_least", &at_least, &least_hint)
        };
        let button = if is_change { Text::Change } else { Text::Send };
        let longest_count = MOST_MUNICIPALITIES.to_string().len();
        html! {
            form method="post" action=(action) {
                (self.field("at_most", &at_most, &most_hint).text(line(LONGEST_AMOUNT), &self.typed.at_most))
                (at_least.text(line(longest_count), &self.typed.at_least))
                p class="hint" { (self.say(Text::WhoSees)) }
                button class="button primary" { (self.say(button)) }
            }
        }
    }

    /// Opened where the reason was not taken.
    fn take_back(&self, action: &str) -> Markup {
        let reason = self.say(Text::Reason);
        let is_wrong = self.faults.iter().any(|fault| fault.field == "reason");
        html! {
            details open[is_wrong] {
                summary { (self.say(Text::TakeBack)) }
                form method="post" action=(action) {
                    input type="hidden" name="do" value="take_back";
                    (self.field("reason", &reason, "").text(line(LONGEST_NOTE), &self.typed.reason))
                    button class="button" { (self.say(Text::TakeBack)) }
                }
            }
        }
    }
}

const fn line(longest: usize) -> TextInput<'static> {
    TextInput {
        kind: "text",
        autocomplete: "off",
        longest,
        sealed: false,
    }
}
