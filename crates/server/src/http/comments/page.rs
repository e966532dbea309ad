//! How the page of comments looks.

use axum::http::StatusCode;
use axum::response::Response;
use barometer_domain::comment::{
    Comment, CommentId, CommentKind, CommentState, CommentSubject, LONGEST_COMMENT, PublicComment,
};
use barometer_domain::municipality;
use barometer_domain::route::{Route, pattern};
use barometer_text::Language;
use barometer_text::comments::{CommentPageText, kind};
use maud::{Markup, html};

use super::super::forms::{Choice, Fault, Field, FormPage, SentForm, TextInput, fault_summary};
use crate::store::CommentWriter;

/// What was typed into a form that was not taken.
#[derive(Clone, Debug, Default)]
pub(super) struct TypedComment {
    text: String,
    kind: String,
    named: bool,
}

impl TypedComment {
    pub(super) fn from_form(sent: &SentForm) -> Self {
        Self {
            text: sent.one("text").to_owned(),
            kind: sent.one("kind").to_owned(),
            named: sent.has("named"),
        }
    }
}

/// All that one reader's page is made of.
pub(super) struct CommentsPage<'a> {
    pub(super) under: CommentSubject,
    pub(super) title: &'a str,
    pub(super) language: Language,
    pub(super) comments: &'a [Comment],
    pub(super) own: &'a [CommentId],
    pub(super) writer: Option<CommentWriter>,
    pub(super) typed: &'a TypedComment,
    pub(super) faults: &'a [Fault],
}

const fn kind_tag(kind: CommentKind) -> &'static str {
    match kind {
        CommentKind::Experience => "experience",
        CommentKind::Question => "question",
    }
}

impl CommentsPage<'_> {
    pub(super) fn respond(&self, status: StatusCode) -> Response {
        let path = Route::Comments(self.under).path();
        let page = FormPage {
            language: self.language,
            title: &self.say(CommentPageText::Title(self.title)),
            path: &path,
            scripts: &[],
            refresh_seconds: None,
        };
        page.respond(status, &self.content(&page.action()))
    }

    fn say(&self, text: CommentPageText<'_>) -> String {
        text.say(self.language)
    }

    fn content(&self, action: &str) -> Markup {
        html! {
            div class="questions" {
                (self.back())
                (fault_summary(self.language, self.faults))
                (self.all())
                @if self.writer.is_some() || !self.typed.text.is_empty() { (self.form(action)) }
                @if self.writer.is_none() && self.faults.is_empty() { p class="promise" { (self.say(link_needed(self.under))) } }
                div id="own" { (self.own(action)) }
            }
        }
    }

    fn back(&self) -> Markup {
        let (path, text) = match self.under {
            CommentSubject::Request(_) => (pattern::FINANCE.into(), CommentPageText::Back),
            CommentSubject::Initiative(initiative) => {
                let path = Route::Initiative(initiative).path();
                let path = format!("{path}?lang={}", self.language.tag());
                (path, CommentPageText::BackToInitiative)
            }
        };
        html! { p { a href=(path) { (self.say(text)) } } }
    }

    fn form(&self, action: &str) -> Markup {
        let field = |name, label, hint, optional| Field {
            language: self.language,
            name,
            label,
            hint,
            optional,
            faults: self.faults,
        };
        let kinds = CommentKind::ALL.map(|one| Choice {
            value: kind_tag(one).into(),
            label: kind(one, self.language).into(),
        });
        let input = TextInput {
            kind: "text",
            autocomplete: "off",
            longest: LONGEST_COMMENT,
            sealed: false,
        };
        let (what, yours) = (
            self.say(CommentPageText::Kind),
            self.say(CommentPageText::Yours),
        );
        let hint = self.say(CommentPageText::YoursHint);
        let own = self
            .writer
            .and_then(|writer| writer.participant.role.municipality().ok());
        let own = own.and_then(municipality::by_code);
        html! {
            p class="promise" { (self.say(CommentPageText::Promise)) }
            form method="post" action=(action) id="ask" {
                input type="hidden" name="do" value="write";
                (field("kind", &what, "", false).radios(&kinds, &self.typed.kind))
                (field("text", &yours, &hint, false).area(input, 5, &self.typed.text))
                @if let Some(own) = own {
                    div class="field" {
                        label class="tick" {
                            input type="checkbox" name="named" value="1" checked[self.typed.named] aria-describedby="named-hint";
                            span { (self.say(CommentPageText::NameIt(own.name))) }
                        }
                        p class="hint" id="named-hint" { (self.say(CommentPageText::NameItHint)) }
                    }
                }
                button class="button primary" { (self.say(CommentPageText::Send)) }
            }
        }
    }

    fn own(&self, action: &str) -> Markup {
        let own = self.comments.iter().rev();
        let own: Vec<&Comment> = own
            .filter(|comment| self.own.contains(&comment.id))
            .collect();
        html! {
            @if !own.is_empty() {
                h2 { (self.say(CommentPageText::Own)) }
                ul class="question-list" {
                    @for comment in own {
                        li {
                            p class="question-text" { (comment.text.as_str()) }
                            div class="question-tools" {
                                p class="question-state" { (self.say(stands(comment.state))) }
                                @if comment.check_delete().is_ok() {
                                    form method="post" action=(action) class="one-button" {
                                        input type="hidden" name="do" value="delete";
                                        input type="hidden" name="comment" value=(comment.id.0);
                                        button class="button" { (self.say(CommentPageText::Delete)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn all(&self) -> Markup {
        let public: Vec<PublicComment<'_>> = self
            .comments
            .iter()
            .rev()
            .filter_map(Comment::public)
            .collect();
        html! {
            h2 { (self.say(CommentPageText::All)) }
            @if public.is_empty() { p class="muted" { (self.say(CommentPageText::Nothing)) } }
            ul class="question-list" { @for comment in &public { li { (self.one(comment)) } } }
        }
    }

    /// The text as text: what looks like a link is none.
    fn one(&self, comment: &PublicComment<'_>) -> Markup {
        let named = comment.municipality.and_then(municipality::by_code);
        let from = match (named, comment.from_webinar) {
            (Some(named), _) => CommentPageText::From(named.name),
            (None, true) => CommentPageText::FromWebinar,
            (None, false) => CommentPageText::FromSomebody,
        };
        html! {
            p class="question-about" { (kind(comment.kind, self.language)) " · " (self.say(from)) }
            p class="question-text lines" { (comment.text) }
            @if let Some(answer) = comment.answer {
                div class="question-answer" {
                    p class="question-about" { (self.say(CommentPageText::Answer)) }
                    p class="lines" { (answer) }
                }
            }
        }
    }
}

/// What whoever has no personal link reads.
pub(super) const fn link_needed(under: CommentSubject) -> CommentPageText<'static> {
    match under {
        CommentSubject::Request(_) => CommentPageText::LinkNeeded,
        CommentSubject::Initiative(_) => CommentPageText::LinkNeededForInitiative,
    }
}

const fn stands(state: CommentState) -> CommentPageText<'static> {
    match state {
        CommentState::Held => CommentPageText::Waits,
        CommentState::Shown => CommentPageText::Shown,
        CommentState::Hidden => CommentPageText::Hidden,
    }
}
