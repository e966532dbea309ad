//! `/forum/initiatives/7`: a national initiative, what is said of it, and the requests that it affects.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::Response;
use barometer_domain::comment::CommentSubject;
use barometer_domain::financing::portfolio::PortfolioRow;
use barometer_domain::forum::{EntryAbout, ForumDesk, InitiativeRow, PublicForum, RecordEntry};
use barometer_domain::route::{Route, pattern};
use barometer_text::comments::CommentPageText;
use barometer_text::forum::{ForumText, status};
use barometer_text::{Language, figures, states};
use maud::{Markup, html};

use super::super::forms::FormPage;
use super::VisibleRequests;
use super::page::{decision_list, facts};

/// All that the page is made of.
pub(super) struct InitiativePage<'a> {
    pub(super) language: Language,
    pub(super) desk: &'a ForumDesk,
    pub(super) forum: &'a PublicForum<'a>,
    pub(super) row: &'a InitiativeRow,
    pub(super) requests: &'a VisibleRequests,
    /// How many comments everybody can read under each subject.
    pub(super) comments: &'a BTreeMap<CommentSubject, u32>,
}

impl InitiativePage<'_> {
    pub(super) fn respond(&self, answer: StatusCode) -> Response {
        let path = Route::Initiative(self.row.id).path();
        let page = FormPage {
            language: self.language,
            title: &self.row.initiative.name,
            path: &path,
            scripts: &[],
            refresh_seconds: None,
        };
        let it = &self.row.initiative;
        let content = html! {
            div class="forum" {
                (to_forum(self.language))
                p { (it.ministry) " " span class="chip" { (status(it.status, self.language)) } }
                p { (facts(self.row, self.language)) }
                @if !it.link.is_empty() { p { a href=(it.link) rel="noopener noreferrer" { (self.say(ForumText::ReadMore)) } } }
                p { (self.comments(CommentSubject::Initiative(self.row.id))) }
                (self.statement())
                (self.affected())
                (self.decisions())
            }
        };
        page.respond(answer, &content)
    }

    fn say(&self, text: ForumText<'_>) -> String {
        text.say(self.language)
    }

    /// What is said now, and what was said before.
    fn statement(&self) -> Markup {
        let now = self.desk.statement(self.row.id);
        let all: Vec<&RecordEntry> = self.desk.statements(self.row.id).collect();
        let earlier = all.iter().rev();
        let earlier: Vec<_> = earlier
            .filter(|one| now.is_none_or(|now| now.id != one.id))
            .collect();
        html! {
            section aria-labelledby="statement" {
                h2 id="statement" { (self.say(ForumText::Statement)) }
                @match now {
                    Some(entry) => (self.said(entry)),
                    None => p class="muted" { (self.say(ForumText::NoStatement)) },
                }
                @if !earlier.is_empty() {
                    details {
                        summary { (self.say(ForumText::EarlierStatements)) }
                        @for entry in earlier { (self.said(entry)) }
                    }
                }
            }
        }
    }

    fn said(&self, entry: &RecordEntry) -> Markup {
        let day = figures::date(self.language, &entry.entry.day.to_string());
        html! {
            blockquote {
                @if entry.entry.text.is_empty() { p { (self.say(ForumText::TakenBack)) } }
                @else { p class="said-text" { (entry.entry.text) } }
                p class="muted" { (self.say(ForumText::SaidOn(&day))) }
            }
        }
    }

    /// The affected requests that are on the living page, for whoever may see that.
    fn affected(&self) -> Markup {
        let named = &self.row.initiative.requests;
        let rows: Vec<&PortfolioRow> = named
            .iter()
            .filter_map(|request| self.requests.rows.get(request))
            .collect();
        let finance = format!("{}?initiative={}", pattern::FINANCE, self.row.id.0);
        html! {
            section aria-labelledby="requests" {
                h2 id="requests" { (self.say(ForumText::Requests)) }
                @if !self.requests.may_read { p class="muted" { (self.say(ForumText::CodeNeeded)) } }
                @else if rows.is_empty() { p class="muted" { (self.say(ForumText::NoRequests)) } }
                @else {
                    ul class="cards" { @for row in &rows { (self.request(row)) } }
                    p { a class="button second" href=(finance) { (self.say(ForumText::OnLivingPage)) } }
                }
            }
        }
    }

    fn request(&self, row: &PortfolioRow) -> Markup {
        html! {
            li class="card" {
                h3 { (row.reference) " " (row.title) }
                p class="muted" { (states::request(row.state, self.language)) }
                p { (self.comments(CommentSubject::Request(row.request))) }
            }
        }
    }

    /// The way to the comments under a subject, and how many there are to read.
    fn comments(&self, under: CommentSubject) -> Markup {
        let path = Route::Comments(under).path();
        let count = self.comments.get(&under).copied().unwrap_or_default();
        html! {
            a href={ (path) "?lang=" (self.language.tag()) } { (self.say(ForumText::Comment)) }
            @if count > 0 { " · " (CommentPageText::Count(count).say(self.language)) }
        }
    }

    fn decisions(&self) -> Markup {
        let own = |(one, _): &(&RecordEntry, Option<&RecordEntry>)| matches!(one.entry.about, EntryAbout::Decision { initiative, .. } if initiative == Some(self.row.id));
        let decisions: Vec<_> = self.forum.decisions.iter().copied().filter(own).collect();
        html! {
            @if !decisions.is_empty() {
                section aria-labelledby="decisions" {
                    h2 id="decisions" { (self.say(ForumText::Decisions)) }
                    (decision_list(&decisions, self.language))
                }
            }
        }
    }
}

fn to_forum(language: Language) -> Markup {
    let path = format!("{}?lang={}", pattern::FORUM, language.tag());
    html! { p { a href=(path) { (ForumText::ToForum.say(language)) } } }
}

/// No initiative that everybody may read has this address.
pub(super) fn not_found(language: Language) -> Response {
    let title = ForumText::NoSuchInitiative.say(language);
    let page = FormPage {
        language,
        title: &title,
        path: pattern::FORUM,
        scripts: &[],
        refresh_seconds: None,
    };
    page.respond(StatusCode::NOT_FOUND, &to_forum(language))
}
