//! `/forum`: meetings, initiatives, headroom, decisions and members, as everybody may know them.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::Response;
use barometer_domain::comment::CommentSubject;
use barometer_domain::date::Date;
use barometer_domain::financing::Price;
use barometer_domain::forum::headroom::HalfYearUse;
use barometer_domain::forum::{
    ForumDesk, InitiativeRow, MeetingId, MeetingRow, MeetingState, PublicForum, RecordEntry, Topic,
    TopicAbout,
};
use barometer_domain::money::Money;
use barometer_domain::municipality;
use barometer_domain::route::{Route, pattern};
use barometer_domain::survey::SurveyState;
use barometer_text::forum::{ForumText, status};
use barometer_text::{Language, figures};
use maud::{Markup, html};

use super::super::forms::FormPage;
use super::VisibleRequests;

/// All that the page is made of.
pub(super) struct ForumPage<'a> {
    pub(super) language: Language,
    pub(super) desk: &'a ForumDesk,
    pub(super) forum: &'a PublicForum<'a>,
    pub(super) requests: &'a VisibleRequests,
    /// How the survey before a meeting stands, where there is one.
    pub(super) surveys: &'a BTreeMap<MeetingId, SurveyState>,
}

impl ForumPage<'_> {
    pub(super) fn respond(&self) -> Response {
        let title = self.say(ForumText::Title);
        let page = FormPage {
            language: self.language,
            title: &title,
            path: pattern::FORUM,
            scripts: &[],
            refresh_seconds: None,
        };
        let content = html! {
            div class="forum" {
                p { (self.say(ForumText::Lead)) }
                p { a href={ (pattern::NEWS) "?lang=" (self.language.tag()) } { (self.say(ForumText::Follow)) } }
                (self.next())
                (self.initiatives())
                (self.headroom())
                (self.decisions())
                (self.past())
                (self.members())
            }
        };
        page.respond(StatusCode::OK, &content)
    }

    fn say(&self, text: ForumText<'_>) -> String {
        text.say(self.language)
    }

    fn next(&self) -> Markup {
        let coming = &self.forum.coming;
        html! {
            section aria-labelledby="next" {
                h2 id="next" { (self.say(ForumText::Next)) }
                @if coming.is_empty() { p class="muted" { (self.say(ForumText::NoneCalled)) } }
                @for row in coming {
                    article class="card" {
                        (self.when(row, true))
                        (self.agenda(row))
                        (self.survey(row))
                        p { a href=(calendar_file(row, self.language)) { (self.say(ForumText::ToCalendar)) } }
                    }
                }
            }
        }
    }

    /// When and where a meeting is.
    fn when(&self, row: &MeetingRow, is_coming: bool) -> Markup {
        let meeting = &row.meeting;
        let (day, starts) = (meeting.date.to_string(), meeting.starts.to_string());
        let occasion = figures::occasion_with_year(self.language, meeting.date, meeting.starts);
        let occasion = figures::capitalised(&occasion);
        let ends = figures::time(self.language, &meeting.ends.to_string());
        html! {
            h3 {
                time datetime=(format!("{day}T{starts}")) {
                    @if is_coming { (occasion) " " (self.say(ForumText::Until(&ends))) }
                    @else { (figures::date(self.language, &day)) }
                }
                @if meeting.state == MeetingState::Cancelled { " " span class="chip" { (self.say(ForumText::Cancelled)) } }
            }
            @if !meeting.place.is_empty() { p { (meeting.place) } }
        }
    }

    fn agenda(&self, row: &MeetingRow) -> Markup {
        let topics = row.meeting.timed_topics();
        html! {
            @if row.meeting.topics.is_empty() { p class="muted" { (self.say(ForumText::NoAgenda)) } }
            @else {
                h4 { (self.say(ForumText::Agenda)) }
                ol class="agenda" {
                    @for (at, topic) in topics {
                        li {
                            span class="at" { (figures::time(self.language, &at.to_string())) }
                            div {
                                (self.topic(topic))
                                @if !topic.note.is_empty() { p class="muted" { (topic.note) } }
                            }
                            span class="muted" { (self.say(ForumText::Minutes(topic.minutes.into()))) }
                        }
                    }
                }
            }
        }
    }

    /// What a topic is about; what this reader may not see by name has none.
    fn topic(&self, topic: &Topic) -> Markup {
        match &topic.about {
            TopicAbout::Input => html! { (self.say(ForumText::Input)) },
            TopicAbout::Other { title } => html! { (title) },
            TopicAbout::Initiative { initiative } => html! {
                @if let Some(row) = self.forum.initiative(*initiative) { (self.to_initiative(row)) }
                @else { (self.say(ForumText::Initiatives)) }
            },
            TopicAbout::Request { request } => {
                let comments = Route::Comments(CommentSubject::Request(*request)).path();
                html! {
                    @if let Some(row) = self.requests.rows.get(request) {
                        a href={ (comments) "?lang=" (self.language.tag()) } { (row.title) }
                    } @else { (self.say(ForumText::HiddenTopic)) }
                }
            }
        }
    }

    fn to_initiative(&self, row: &InitiativeRow) -> Markup {
        let path = Route::Initiative(row.id).path();
        html! { a href={ (path) "?lang=" (self.language.tag()) } { (row.initiative.name) } }
    }

    /// The way to what is asked before a meeting, or to what was answered.
    fn survey(&self, row: &MeetingRow) -> Markup {
        let path = row.meeting.webinar.clone().map(Route::ForumSurvey);
        let path = path.map(|route| format!("{}?lang={}", route.path(), self.language.tag()));
        let text = match self.surveys.get(&row.id) {
            Some(SurveyState::Open) => Some((ForumText::AnswerNow, "button primary")),
            Some(SurveyState::Closed) => Some((ForumText::SeeAnswers, "button second")),
            Some(SurveyState::Draft | SurveyState::Ending) | None => None,
        };
        html! {
            @if let (Some(path), Some((text, class))) = (path, text) {
                p { a class=(class) href=(path) { (self.say(text)) } }
            }
        }
    }

    fn initiatives(&self) -> Markup {
        let rows = &self.forum.initiatives;
        html! {
            section aria-labelledby="initiatives" {
                h2 id="initiatives" { (self.say(ForumText::Initiatives)) }
                @if rows.is_empty() { p class="muted" { (self.say(ForumText::NoInitiatives)) } }
                @else {
                    ul class="cards" {
                        @for row in rows {
                            li class="card" {
                                h3 { (self.to_initiative(row)) " " span class="chip" { (status(row.initiative.status, self.language)) } }
                                p { (row.initiative.ministry) }
                                p class="muted" { (facts(row, self.language)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn headroom(&self) -> Markup {
        let used = &self.forum.headroom;
        let known = |half: &&HalfYearUse| half.frame.is_some() || !half.parts.is_empty();
        let unplaced = u32::try_from(used.unplaced.len()).unwrap_or(u32::MAX);
        html! {
            section aria-labelledby="headroom" {
                h2 id="headroom" { (self.say(ForumText::Headroom)) }
                @if used.halves.iter().any(|half| known(&half)) {
                    p { (self.say(ForumText::HeadroomLead)) }
                    ul class="halves" { @for half in used.halves.iter().filter(known) { (self.half(half)) } }
                } @else { p class="muted" { (self.say(ForumText::HeadroomUnknown)) } }
                @if unplaced > 0 { p class="muted" { (self.say(ForumText::Unplaced(unplaced))) } }
            }
        }
    }

    /// One half-year: a bar, the figures in words, and each initiative's part.
    fn half(&self, half: &HalfYearUse) -> Markup {
        let money = |amount| figures::money_short(self.language, amount);
        let (year, which) = half.half.parts();
        let name = self.say(ForumText::Half(which, year));
        let taken = money(half.taken());
        let words = match (half.frame, half.per_mille()) {
            (Some(frame), Some(per_mille)) => {
                let whole = money(frame);
                let percent =
                    figures::percent(self.language, u16::try_from(per_mille).unwrap_or(u16::MAX));
                format!(
                    "{} · {percent}",
                    self.say(ForumText::TakenOf(&taken, &whole))
                )
            }
            _ => self.say(ForumText::TakenOfUnknown(&taken)),
        };
        let left = half.left().map(|left| {
            if left < Money::ZERO {
                let lacking = money(Money::ZERO - left);
                self.say(ForumText::TooMuch(&lacking))
            } else {
                let left = money(left);
                self.say(ForumText::Left(&left))
            }
        });
        let shown = half.per_mille().unwrap_or_default().min(1000);
        let is_over = half.left().is_some_and(|left| left < Money::ZERO);
        let part = |(id, amount): &(_, Money)| {
            let row = self.forum.initiative(*id)?;
            Some(html! { li { (row.initiative.name) ": " (money(*amount)) } })
        };
        html! {
            li class=[is_over.then_some("over")] {
                strong { (name) }
                @if half.frame.is_some() { meter min="0" max="1000" value=(shown) aria-label=(name) { (words) } }
                p { (words) }
                @if let Some(left) = left { p class=(if is_over { "too-much" } else { "muted" }) { (left) } }
                @if !half.parts.is_empty() { ul class="parts muted" { @for part in half.parts.iter().filter_map(part) { (part) } } }
            }
        }
    }

    fn decisions(&self) -> Markup {
        html! {
            section aria-labelledby="decisions" {
                h2 id="decisions" { (self.say(ForumText::Decisions)) }
                @if self.forum.decisions.is_empty() { p class="muted" { (self.say(ForumText::NoDecisions)) } }
                @else { (decision_list(&self.forum.decisions, self.language)) }
            }
        }
    }

    fn past(&self) -> Markup {
        html! {
            @if !self.forum.past.is_empty() {
                section aria-labelledby="past" {
                    h2 id="past" { (self.say(ForumText::Past)) }
                    @for row in &self.forum.past { article class="card" { (self.when(row, false)) (self.held(row)) } }
                }
            }
        }
    }

    /// The minutes of a meeting that was held, its agenda, and what was answered before it.
    fn held(&self, row: &MeetingRow) -> Markup {
        let minutes: Vec<&RecordEntry> = self.desk.minutes(row.id).collect();
        html! {
            @if row.meeting.state == MeetingState::Held {
                @match minutes.last() {
                    None => p class="muted" { (self.say(ForumText::NoMinutes)) },
                    Some(entry) => details {
                        summary { (self.say(ForumText::Record)) }
                        p class="said-text" { (entry.entry.text) }
                        @if minutes.len() > 1 {
                            @let day = figures::date(self.language, &Date::of_millis(entry.at).to_string());
                            p class="muted" { (self.say(ForumText::Corrected(&day))) }
                        }
                    },
                }
                details {
                    summary { (self.say(ForumText::Agenda)) }
                    (self.agenda(row))
                }
                (self.survey(row))
            }
        }
    }

    fn members(&self) -> Markup {
        let forum = self.forum;
        html! {
            section aria-labelledby="members" {
                h2 id="members" { (self.say(ForumText::Members)) }
                p { (self.say(ForumText::Sitting(forum.sitting, forum.municipalities))) }
                @if !forum.members.is_empty() {
                    ul class="members" {
                        @for member in &forum.members {
                            @let name = municipality::by_code(member.municipality).map_or("", |known| known.name);
                            @let until = figures::date(self.language, &member.to.to_string());
                            li { strong { (name) } " · " (member.role) " " span class="muted" { (self.say(ForumText::SitsUntil(&until))) } }
                        }
                    }
                }
                p class="muted" { (self.say(ForumText::NamesNote)) }
            }
        }
    }
}

/// Where a meeting lies for calendars.
fn calendar_file(row: &MeetingRow, language: Language) -> String {
    let path = pattern::MEETING_ICS.replace("{meeting}", &row.id.0.to_string());
    format!("{path}?lang={}", language.tag())
}

/// Deadline, cost and work of an initiative on one line.
pub(super) fn facts(row: &InitiativeRow, language: Language) -> String {
    let say = |text: ForumText<'_>| text.say(language);
    let it = &row.initiative;
    let deadline = match it.deadline {
        Some(day) => say(ForumText::Deadline(&figures::date(
            language,
            &day.to_string(),
        ))),
        None => say(ForumText::NoDeadline),
    };
    let cost =
        Some(say(ForumText::Cost(&cost(row, language)))).filter(|_| it.cost.known().is_some());
    let effort = it.effort.map(|hours| say(ForumText::Effort(hours)));
    let affects = u32::try_from(it.requests.len()).unwrap_or(u32::MAX);
    let affects = (affects > 0).then(|| say(ForumText::Affects(affects)));
    let facts = [Some(deadline), cost, effort, affects];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    facts.join(" · ")
}

/// What it costs, with the range of an estimate: `ca. 6,0 mio. kr., mellem 4,0 mio. kr. og 8,0 mio. kr.`
fn cost(row: &InitiativeRow, language: Language) -> String {
    let likely = figures::price(language, &row.initiative.cost);
    match row.initiative.cost {
        Price::Estimate { low, high, .. } if low < high => {
            let (low, high) = (
                figures::money(language, low),
                figures::money(language, high),
            );
            format!(
                "{likely} ({})",
                ForumText::CostRange(&low, &high).say(language)
            )
        }
        Price::Estimate { .. } | Price::Firm { .. } | Price::NotAssessed => likely,
    }
}

/// Decisions with their days; one that holds no more is struck through, and says so.
pub(super) fn decision_list(
    decisions: &[(&RecordEntry, Option<&RecordEntry>)],
    language: Language,
) -> Markup {
    let day = |entry: &RecordEntry| figures::date(language, &entry.entry.day.to_string());
    html! {
        ul class="decisions" {
            @for (one, later) in decisions {
                li {
                    p class="muted" { time datetime=(one.entry.day) { (day(one)) } }
                    @match later {
                        None => p class="said-text" { (one.entry.text) },
                        Some(later) => {
                            p class="said-text" { del { (one.entry.text) } }
                            p class="muted" { (ForumText::ReplacedOn(&day(later)).say(language)) }
                        }
                    }
                }
            }
        }
    }
}
