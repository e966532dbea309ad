//! How the page of questions looks.

use axum::http::StatusCode;
use axum::response::Response;
use barometer_domain::audience_question::{
    LISTED, LONGEST_QUESTION, Pulse, Question, QuestionOrder, QuestionState,
};
use barometer_domain::catalogue::Catalogue;
use barometer_domain::ids::{RequestId, WebinarCode};
use barometer_domain::route::Route;
use barometer_text::Language;
use barometer_text::questions::{QuestionPageText, order, own_state, pulse};
use maud::{Markup, html};

use super::super::cookies::WebinarAccess;
use super::super::forms::{Choice, Fault, Field, FormPage, SentForm, TextInput, fault_summary};
use crate::store::WebinarQuestions;

/// Where the page lies, in a language and an order.
pub(super) fn address(code: &WebinarCode, language: Language, order: QuestionOrder) -> String {
    let path = Route::Questions(code.clone()).path();
    format!("{path}?lang={}&sort={}", language.tag(), tag(order))
}

const fn tag(order: QuestionOrder) -> &'static str {
    match order {
        QuestionOrder::Supported => "supported",
        QuestionOrder::Newest => "newest",
        QuestionOrder::Unanswered => "unanswered",
    }
}

const fn pulse_tag(pulse: Pulse) -> &'static str {
    match pulse {
        Pulse::Following => "pulse-following",
        Pulse::Faster => "pulse-faster",
        Pulse::Slower => "pulse-slower",
    }
}

/// What was typed into a form that was not taken, and into which one.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    /// The text of a new question.
    pub(super) text: String,
    /// What it is about.
    pub(super) about: String,
    /// The own question that was edited, with its text as it was typed.
    pub(super) edited: Option<(String, String)>,
}

impl Typed {
    pub(super) fn from_form(sent: &SentForm) -> Self {
        let text = sent.one("text").to_owned();
        if sent.one("do") == "edit" {
            return Self {
                edited: Some((sent.one("question").to_owned(), text)),
                ..Self::default()
            };
        }
        Self {
            text,
            about: sent.one("about").to_owned(),
            edited: None,
        }
    }

    /// The field that was typed into.
    pub(super) fn field(&self) -> String {
        match &self.edited {
            Some((question, _)) => format!("text-{question}"),
            None => "text".into(),
        }
    }
}

/// All that one reader's page is made of.
pub(super) struct QuestionsPage<'a> {
    pub(super) here: &'a WebinarAccess,
    pub(super) questions: &'a WebinarQuestions,
    pub(super) texts: &'a Catalogue,
    pub(super) language: Language,
    pub(super) order: QuestionOrder,
    pub(super) typed: &'a Typed,
    pub(super) faults: &'a [Fault],
}

impl QuestionsPage<'_> {
    pub(super) fn respond(&self, status: StatusCode) -> Response {
        let path = Route::Questions(self.here.code.clone()).path();
        let page = FormPage {
            language: self.language,
            title: &self.say(QuestionPageText::Title),
            path: &path,
            scripts: &["/questions.js"],
            refresh_seconds: None,
        };
        page.respond(status, &self.content())
    }

    fn say(&self, text: QuestionPageText<'_>) -> String {
        text.say(self.language)
    }

    /// Where the page's forms are sent to.
    fn action(&self) -> String {
        address(&self.here.code, self.language, self.order)
    }

    fn content(&self) -> Markup {
        let phone = Route::Phone(self.here.code.clone()).path();
        let may_ask = self.here.participant.is_some() && !self.questions.ended;
        html! {
            // What the script says that lays this page over the app.
            div class="questions" id="questions" data-moved=(self.say(QuestionPageText::Moved)) data-back=(self.say(QuestionPageText::Back))
                data-close=(self.say(QuestionPageText::Close)) {
                p class="way-back" { a href=(phone) { (self.say(QuestionPageText::Back)) } }
                (fault_summary(self.language, self.faults))
                @if self.questions.ended { p class="notice" { (self.say(QuestionPageText::Ended)) } }
                @if may_ask || !self.typed.text.is_empty() { (self.ask_form()) }
                div id="own" { (self.own()) }
                @if may_ask { div id="pulse" { (self.pulse()) } }
                section id="all" aria-labelledby="all-heading" { (self.all()) }
            }
        }
    }

    fn ask_form(&self) -> Markup {
        let moderated = !self.questions.board.unmoderated;
        let field = |name, label, hint, optional| Field {
            language: self.language,
            name,
            label,
            hint,
            optional,
            faults: self.faults,
        };
        let input = TextInput {
            kind: "text",
            autocomplete: "off",
            longest: LONGEST_QUESTION,
            sealed: false,
        };
        let (yours, hint) = (
            self.say(QuestionPageText::Yours),
            self.say(QuestionPageText::YoursHint),
        );
        let (about, general) = (
            self.say(QuestionPageText::About),
            self.say(QuestionPageText::General),
        );
        html! {
            p class="promise" { (self.say(QuestionPageText::Promise { moderated })) }
            form method="post" action=(self.action()) id="ask" {
                input type="hidden" name="do" value="ask";
                (field("text", &yours, &hint, false).area(input, 3, &self.typed.text))
                (field("about", &about, "", true).select(&self.subjects(), &general, &self.typed.about))
                button class="button primary" { (self.say(QuestionPageText::Send)) }
            }
        }
    }

    /// What a question can be about: the candidates by number, then what is under way.
    fn subjects(&self) -> Vec<Choice> {
        let candidates = self.texts.candidates.iter().filter_map(|candidate| {
            let text = self.texts.request(candidate.request)?;
            let label = QuestionPageText::Candidate(candidate.id.0.into(), &text.title);
            Some(Choice {
                value: candidate.request.0.to_string(),
                label: self.say(label),
            })
        });
        let is_candidate = |id: RequestId| self.texts.candidate_of(id).is_some();
        let ongoing = self
            .texts
            .requests
            .iter()
            .filter(|text| !is_candidate(text.id));
        let ongoing = ongoing.map(|text| Choice {
            value: text.id.0.to_string(),
            label: text.title.clone(),
        });
        candidates.chain(ongoing).collect()
    }

    /// What this browser asked, with all that it can do about it.
    fn own(&self) -> Markup {
        let own = &self.questions.own.asked;
        let mine = own
            .iter()
            .rev()
            .filter_map(|&id| self.questions.board.question(id));
        let mine: Vec<&Question> = mine.collect();
        html! {
            @if !mine.is_empty() {
                h2 { (self.say(QuestionPageText::Own)) }
                ul class="question-list" {
                    @for question in mine { li { (self.own_question(question)) } }
                }
            }
        }
    }

    fn own_question(&self, question: &Question) -> Markup {
        let id = question.id.0.to_string();
        let own = &self.questions.own.asked;
        let board = &self.questions.board;
        let is_fresh = self.here.room.is_fresh(question.id);
        let may_edit = !self.questions.ended && board.edit(own, question.id, is_fresh).is_ok();
        let may_delete = board.delete(own, question.id).is_ok();
        let typed = self
            .typed
            .edited
            .as_ref()
            .filter(|(edited, _)| *edited == id);
        html! {
            (self.text_of(question))
            p class="question-state" { (own_state(&question.state, self.language)) }
            @if question.state.is_public() { (self.supporters(question)) }
            div class="question-tools" {
                @if may_edit || typed.is_some() { (self.edit_form(question, &id, typed)) }
                @if may_delete { (self.small_form("delete", &id, &self.say(QuestionPageText::Delete))) }
            }
        }
    }

    fn edit_form(&self, question: &Question, id: &str, typed: Option<&(String, String)>) -> Markup {
        let text = typed.map_or(question.text.as_str(), |(_, text)| text);
        let (yours, hint) = (
            self.say(QuestionPageText::Yours),
            self.say(QuestionPageText::EditHint),
        );
        let name = format!("text-{id}");
        let fault = self.faults.iter().find(|fault| fault.field == name);
        html! {
            details open[typed.is_some()] {
                summary { (self.say(QuestionPageText::Edit)) }
                form method="post" action=(self.action()) {
                    input type="hidden" name="do" value="edit";
                    input type="hidden" name="question" value=(id);
                    div class="field" {
                        label for=(name) { (yours) }
                        p class="hint" { (hint) }
                        @if let Some(fault) = fault { p class="fault" { (fault.sentence) } }
                        textarea id=(name) name="text" rows="3" maxlength=(LONGEST_QUESTION) required
                            aria-invalid=[fault.map(|_| "true")] { (text) }
                    }
                    button class="button" { (self.say(QuestionPageText::Save)) }
                }
            }
        }
    }

    /// A form that is one button.
    fn small_form(&self, action: &str, question: &str, label: &str) -> Markup {
        html! {
            form method="post" action=(self.action()) class="one-button" {
                input type="hidden" name="do" value=(action);
                input type="hidden" name="question" value=(question);
                button class="button" id={ (action) "-" (question) } { (label) }
            }
        }
    }

    fn pulse(&self) -> Markup {
        let said = self.questions.own.pulse;
        html! {
            form method="post" action=(self.action()) class="pulse" {
                fieldset aria-describedby="pulse-hint" {
                    legend { (self.say(QuestionPageText::Pulse)) }
                    div class="pulse-buttons" {
                        @for one in Pulse::ALL {
                            button class="button" name="do" value=(pulse_tag(one)) id=(pulse_tag(one))
                                aria-pressed=(if said == Some(one) { "true" } else { "false" }) {
                                (pulse(one, self.language))
                            }
                        }
                    }
                }
                p class="hint" id="pulse-hint" { (self.say(QuestionPageText::PulseHint)) }
            }
        }
    }

    /// What everybody may read.
    fn all(&self) -> Markup {
        let public = self.questions.board.public(self.order);
        let more = public.len().saturating_sub(LISTED);
        let more = u32::try_from(more).unwrap_or(u32::MAX);
        html! {
            h2 id="all-heading" { (self.say(QuestionPageText::All)) }
            @if public.is_empty() { p class="muted" { (self.say(QuestionPageText::Nothing)) } }
            @else {
                nav class="question-orders" aria-label=(self.say(QuestionPageText::Sort)) {
                    @for one in QuestionOrder::ALL {
                        a href={ (address(&self.here.code, self.language, one)) "#all" }
                            aria-current=[(one == self.order).then_some("true")] { (order(one, self.language)) }
                    }
                }
                ul class="question-list" {
                    @for question in public.iter().take(LISTED) { li { (self.one(question)) } }
                }
                @if more > 0 { p class="muted" { (self.say(QuestionPageText::More(more))) } }
            }
        }
    }

    fn one(&self, question: &Question) -> Markup {
        let own = &self.questions.own;
        let (is_own, id) = (own.asked.contains(&question.id), question.id.0.to_string());
        let may_support = self.here.participant.is_some()
            && !self.questions.ended
            && question.state.check_support(is_own).is_ok();
        let supports = own.supported.contains(&question.id);
        let (action, label) = if supports {
            ("unsupport", QuestionPageText::Supported)
        } else {
            ("support", QuestionPageText::Support)
        };
        html! {
            (self.text_of(question))
            div class="question-tools" {
                (self.supporters(question))
                @if may_support {
                    form method="post" action=(self.action()) class="one-button" {
                        input type="hidden" name="do" value=(action);
                        input type="hidden" name="question" value=(id);
                        button class="button support" id={ "support-" (id) } aria-pressed=(if supports { "true" } else { "false" }) {
                            (self.say(label))
                        }
                    }
                }
            }
        }
    }

    /// The text as text: what looks like a link is none.
    fn text_of(&self, question: &Question) -> Markup {
        let about = question.about.and_then(|about| self.texts.request(about));
        let number = question
            .about
            .and_then(|about| self.texts.candidate_of(about));
        let about = about.map(|text| match number {
            Some(number) => self.say(QuestionPageText::Candidate(number.0.into(), &text.title)),
            None => text.title.clone(),
        });
        html! {
            @if let Some(about) = about { p class="question-about" { (about) } }
            p class="question-text" { (question.text.as_str()) }
            @if let QuestionState::Answered { words } = &question.state {
                p class="question-answer" {
                    @if words.as_str().is_empty() { (own_state(&question.state, self.language)) }
                    @else { (self.say(QuestionPageText::AnsweredWith(words.as_str()))) }
                }
            }
        }
    }

    fn supporters(&self, question: &Question) -> Markup {
        html! { p class="question-supporters" { (self.say(QuestionPageText::Supporters(question.supports))) } }
    }
}
