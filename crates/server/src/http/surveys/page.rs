//! The pages about a survey: its form, the receipt, and what there is to say while nothing can be answered.

use axum::http::StatusCode;
use axum::response::Response;
use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::municipality;
use barometer_domain::route::Route;
use barometer_domain::survey::{
    Answer, ItemKind, LONGEST_TEXT, SCALE_STEPS, Survey, SurveyItem, SurveyPurpose,
};
use barometer_domain::vendor::PublicKey;
use barometer_text::form_page::FormText;
use barometer_text::survey::{SurveyText, step};
use barometer_text::{Language, figures};
use maud::{Markup, html};

use super::super::forms::{
    Choice, Fault, Field, FormPage, SealedForm, TextInput, fault_summary, municipality_choices,
};
use super::form::{MUNICIPALITY, QUOTED, TypedAnswers, field_name};
use super::result::result_of;
use crate::secrets::HeldAnswers;
use crate::store::StoredSurvey;

/// The longest name, in letters; as for a vote.
const LONGEST_NAME: usize = 80;
/// The longest number that is typed, in letters.
const LONGEST_NUMBER: usize = 20;

/// One survey's page.
pub(super) struct SurveyPage {
    pub(super) purpose: SurveyPurpose,
    pub(super) language: Language,
    pub(super) code: WebinarCode,
    /// Its address, without a query.
    pub(super) path: String,
    /// The webinar's title.
    pub(super) title: String,
    /// What texts and names are sealed to.
    pub(super) key: Option<PublicKey>,
}

impl SurveyPage {
    fn say(&self, text: SurveyText<'_>) -> String {
        text.say(self.language)
    }

    fn frame<'a>(&'a self, title: &'a str) -> FormPage<'a> {
        FormPage {
            language: self.language,
            title,
            path: &self.path,
            scripts: &[SealedForm::SCRIPT],
            refresh_seconds: None,
        }
    }

    fn respond(&self, status: StatusCode, content: &Markup) -> Response {
        let title = self.say(SurveyText::Title(self.purpose));
        let to_webinar = Route::Phone(self.code.clone()).path();
        let content = html! {
            p class="muted" { (self.title) }
            (content)
            p { a href=(to_webinar) { (self.say(SurveyText::ToWebinar)) } }
        };
        self.frame(&title).respond(status, &content)
    }

    fn sentence(&self, text: SurveyText<'_>) -> Response {
        self.respond(StatusCode::OK, &html! { p { (self.say(text)) } })
    }

    /// Nothing is asked here.
    pub(super) fn nothing(&self) -> Response {
        let nothing = html! { p { (self.say(SurveyText::NoSurvey)) } };
        self.respond(StatusCode::NOT_FOUND, &nothing)
    }

    /// It opens later; by itself, if `opens_at` says when.
    pub(super) fn not_open_yet(&self, opens_at: Option<Millis>) -> Response {
        match opens_at {
            Some(at) => self.sentence(SurveyText::OpensAt(&figures::moment(self.language, at))),
            None => self.sentence(SurveyText::NotOpenYet),
        }
    }

    /// It takes no more answers, and is about to be counted.
    pub(super) fn closed(&self) -> Response {
        self.sentence(SurveyText::IsClosed)
    }

    /// What was answered, once it is counted.
    pub(super) fn result(&self, survey: &StoredSurvey) -> Response {
        let content = html! {
            p { (self.say(SurveyText::IsClosed)) }
            (result_of(survey, self.language))
        };
        self.respond(StatusCode::OK, &content)
    }

    /// What this browser has answered.
    pub(super) fn receipt(&self, survey: &Survey, held: &HeldAnswers) -> Response {
        let known = municipality::by_code(held.municipality);
        let name = known.map_or("", |known| known.name);
        let change = format!("{}?lang={}&change=1", self.path, self.language.tag());
        let content = html! {
            section class="notice leaf" role="status" tabindex="-1" autofocus {
                p { strong { (self.say(SurveyText::Thanks)) } }
                p { (self.say(SurveyText::AnsweredFor(name))) }
            }
            dl class="answers" {
                @for item in survey.items().iter().filter(|item| item.kind != ItemKind::Text) {
                    dt { (item.question) }
                    dd { (self.answer(item, held)) }
                }
            }
            @if held.words.is_some() { p { (self.say(SurveyText::Sealed)) } }
            p class="muted" { (self.say(SurveyText::UntilClosed)) }
            p { a class="button" href=(change) { (self.say(SurveyText::Change)) } }
        };
        self.respond(StatusCode::OK, &content)
    }

    fn answer(&self, item: &SurveyItem, held: &HeldAnswers) -> String {
        let option = |at: &u8| item.kind.options().get(usize::from(*at)).cloned();
        let said = match (held.answers.get(item.id), &item.kind) {
            (Some(Answer::Choice(at)), _) => option(at),
            (Some(Answer::Choices(all)), _) => {
                let all: Vec<String> = all.iter().filter_map(option).collect();
                Some(all.join(", "))
            }
            (Some(Answer::Scale(at)), ItemKind::Scale { low, high }) => {
                Some(step(*at, SCALE_STEPS, low, high))
            }
            (Some(Answer::Number(number)), ItemKind::Number { unit }) => {
                Some(format!("{} {unit}", number.say(self.language)))
            }
            _ => None,
        };
        said.unwrap_or_else(|| self.say(SurveyText::NotAnswered))
    }

    /// The form, with what was typed and what is wrong with it.
    pub(super) fn form(
        &self,
        status: StatusCode,
        survey: &Survey,
        typed: &TypedAnswers,
        faults: &[Fault],
        is_change: bool,
    ) -> Response {
        let action = self.frame("").action();
        let form = SealedForm {
            language: self.language,
            action: &action,
            code: &self.code,
            slot: sealed_slot(self.purpose),
            key: self.key.as_ref(),
        };
        let municipality = self.field(
            MUNICIPALITY,
            FormText::Municipality.say(self.language),
            "",
            false,
            faults,
        );
        let none = FormText::ChooseMunicipality.say(self.language);
        let send = if is_change {
            SurveyText::SendAgain
        } else {
            SurveyText::Send
        };
        let fields = html! {
            (municipality.select(&municipality_choices(), none, &typed.municipality))
            @for item in survey.items().iter().filter(|item| item.kind != ItemKind::Text) {
                (self.item(item, typed, faults))
            }
            (form.sealed_fields(&self.sealed(survey, typed, is_change)))
            button class="button primary" type="submit" { (self.say(send)) }
        };
        let content = html! {
            p { (self.say(SurveyText::Intro(self.purpose))) }
            p class="muted" { (self.say(SurveyText::Promise)) }
            (fault_summary(self.language, faults))
            (form.around(&fields))
        };
        self.respond(status, &content)
    }

    fn field<'a>(
        &self,
        name: &'a str,
        label: &'a str,
        hint: &'a str,
        optional: bool,
        faults: &'a [Fault],
    ) -> Field<'a> {
        Field {
            language: self.language,
            name,
            label,
            hint,
            optional,
            faults,
        }
    }

    fn item(&self, item: &SurveyItem, typed: &TypedAnswers, faults: &[Fault]) -> Markup {
        let (name, values) = (field_name(item.id), typed.values(item.id));
        let first = values.first().copied().unwrap_or_default();
        let hint = match &item.kind {
            ItemKind::Number { unit } => self.say(SurveyText::NumberHint(unit)),
            _ => String::new(),
        };
        let field = self.field(&name, &item.question, &hint, !item.required, faults);
        match &item.kind {
            ItemKind::Choice { options } => field.radios(&choices(options), first),
            ItemKind::Choices { options } => field.ticks(&choices(options), &values),
            ItemKind::Scale { low, high } => field.radios(&steps(low, high), first),
            ItemKind::Number { .. } => {
                let input = TextInput {
                    kind: "text",
                    autocomplete: "off",
                    longest: LONGEST_NUMBER,
                    sealed: false,
                };
                field.text(input, first)
            }
            ItemKind::Text => html! {},
        }
    }

    /// The fields that leave the browser sealed or not at all.
    fn sealed(&self, survey: &Survey, typed: &TypedAnswers, is_change: bool) -> Markup {
        let input = |autocomplete, longest| TextInput {
            kind: "text",
            autocomplete,
            longest,
            sealed: true,
        };
        let hint = self.say(SurveyText::TextHint);
        let (name, name_hint) = (self.say(SurveyText::Name), self.say(SurveyText::NameHint));
        let name = self.field("name", &name, &name_hint, true, &[]);
        html! {
            div data-seal-texts {
                @if is_change { p class="hint" { (self.say(SurveyText::TextStands)) } }
                @for item in survey.items().iter().filter(|item| item.kind == ItemKind::Text) {
                    (self.field(&field_name(item.id), &item.question, &hint, true, &[])
                        .area(input("off", LONGEST_TEXT), 3, ""))
                }
                (name.text(input("name", LONGEST_NAME), ""))
            }
            label class="tick" {
                input type="checkbox" name=(QUOTED) value="1" checked[typed.may_be_quoted];
                span { (self.say(SurveyText::MayBeQuoted)) }
            }
            p class="hint" { (self.say(SurveyText::MayBeQuotedHint)) }
        }
    }
}

/// For which row words are sealed: the same for everyone, since only the vendor's page opens them, all at once.
pub(super) const fn sealed_slot(purpose: SurveyPurpose) -> &'static str {
    match purpose {
        SurveyPurpose::BeforeWebinar => "survey",
        SurveyPurpose::Evaluation => "evaluation",
        SurveyPurpose::Forum => "forum",
    }
}

fn choices(options: &[String]) -> Vec<Choice> {
    let choice = |(at, label): (usize, &String)| Choice {
        value: at.to_string(),
        label: label.clone(),
    };
    options.iter().enumerate().map(choice).collect()
}

fn steps(low: &str, high: &str) -> Vec<Choice> {
    let choice = |at: u8| Choice {
        value: at.to_string(),
        label: step(at, SCALE_STEPS, low, high),
    };
    (1..=SCALE_STEPS).map(choice).collect()
}
