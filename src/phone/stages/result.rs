//! The result, row by row as the projector brings it out; the same figures as bars and as a table.

use barometer_domain::barometer::Shortage;
use barometer_domain::ids::{CandidateId, RequestId};
use barometer_domain::pick::Certainty;
use barometer_domain::view::{ResultRow, ResultView, Verdict};
use barometer_text::Language;
use barometer_text::phone::PhoneText;
use barometer_text::phone_view;
use barometer_text::shared::SharedText;
use leptos::prelude::*;

use super::super::keeper::RollFinding;
use super::super::participant::StageContext;
use super::closed::vote_words;
use super::frame::StagePage;
use crate::phone::ui::support_table::{SupportEntry, support_table};

/// The result, after the reveal.
pub(crate) fn result(seen: &StageContext, result: &ResultView) -> StagePage {
    let language = seen.language;
    let turnout = seen.view.barometer.turnout;
    let crumb = PhoneText::HaveVoted {
        municipalities: turnout.municipalities,
        voted: turnout.voted,
        present: turnout.present,
    };
    let mut main = Vec::new();
    if result.too_few {
        let why = SharedText::TooFew(turnout.shortage().unwrap_or(Shortage::Both)).say(language);
        main.push(view! { <p class="notice">{why}</p> }.into_any());
    }
    let mut status = String::new();
    // The newest row, as the projector brings it out.
    if let Some(row) = result.rows.first() {
        let figures = phone_view::result_figures(result.rule, &seen.view.barometer, row, language);
        status = format!("{}. {}: {figures}. ", row.place, title(seen, row.candidate));
    }
    if let Some(verdict) = &result.verdict {
        let who = phone_view::who_goes_on(verdict, language);
        main.push(summary(&who, verdict, language));
        status += &who;
        main.extend(own_finding(seen));
    }
    let left = usize::from(result.total).saturating_sub(result.rows.len());
    if left > 0 {
        let left = PhoneText::RowsLeft(u32::try_from(left).unwrap_or(0)).say(language);
        main.push(view! { <p class="rows-left muted">{left}</p> }.into_any());
    }
    if !result.rows.is_empty() {
        main.push(bars(seen, result));
        let rows = result.rows.iter().map(|row| entry(seen, result, row));
        let headline = SharedText::Rule(result.rule).say(language);
        main.push(support_table(rows.collect(), headline));
    }
    for (round, went_on) in (1..).zip(&result.earlier) {
        let titles: Vec<String> = went_on.iter().map(|&id| title(seen, id)).collect();
        if !titles.is_empty() {
            let before = SharedText::RoundWentOn(round, &titles.join(" · ")).say(language);
            main.push(view! { <p class="muted">{before}</p> }.into_any());
        }
    }
    StagePage {
        crumb: seen.round() + &crumb.say(language),
        heading: PhoneText::ResultHeading.say(language),
        main,
        status,
        ..StagePage::default()
    }
}

/// What the phone has found out about its own ballot, and what was struck.
fn own_finding(seen: &StageContext) -> Option<AnyView> {
    let struck = seen.view.barometer.struck;
    let struck = (struck > 0).then(|| {
        let struck = SharedText::Struck(struck).say(seen.language);
        view! { <p class="muted">{struck}</p> }.into_any()
    });
    let own = seen.state.found.map(|found| {
        let (class, words) = match found {
            RollFinding::Counted => ("notice leaf", PhoneText::BallotFound),
            RollFinding::Struck => ("notice amber", PhoneText::BallotStruck),
            RollFinding::Elsewhere => ("notice amber", PhoneText::BallotElsewhere),
            RollFinding::Missing => ("notice amber", PhoneText::BallotMissing),
            RollFinding::OtherVotes => ("notice amber", PhoneText::OtherVotes),
        };
        view! { <p class=class>{words.say(seen.language)}</p> }.into_any()
    });
    let both = own.into_iter().chain(struck).chain(vote_words(seen));
    let both: Vec<AnyView> = both.collect();
    (!both.is_empty()).then(|| both.into_any())
}

/// Who goes on, and how sure that is.
fn summary(who: &str, verdict: &Verdict, language: Language) -> AnyView {
    let sure = verdict.certainty.map(|certainty| match certainty {
        Certainty::Settled => SharedText::Settled.say(language),
        Certainty::Close => SharedText::CloseRace.say(language),
    });
    let because = (!verdict.because.is_empty()).then(|| {
        let because = PhoneText::Because(&verdict.because).say(language);
        view! { <p class="muted">{because}</p> }.into_any()
    });
    view! {
        <p class="verdict">
            <b class="sentence">{who.to_owned()}</b>
            {chip(sure)}
        </p>
        {because}
    }
    .into_any()
}

fn chip(text: Option<String>) -> Option<AnyView> {
    text.map(|text| view! { <span class="chip">{text}</span> }.into_any())
}

/// "Du stemte på denne": the ballot of this device that counts supports the candidate; nobody else is told.
fn own_chip(seen: &StageContext, candidate: CandidateId) -> Option<AnyView> {
    let (ballot, _) = seen.state.outbox.counted()?;
    let is_own = ballot.choices().any(|one| one == candidate);
    chip(is_own.then(|| PhoneText::YouVotedForThis.say(seen.language)))
}

/// The same on a line of its own, for a request that was a candidate.
pub(super) fn own_vote(seen: &StageContext, request: RequestId) -> AnyView {
    let candidate = seen.texts.candidate_of(request);
    let own = candidate.and_then(|candidate| own_chip(seen, candidate));
    own.map_or_else(|| ().into_any(), |own| view! { <p>{own}</p> }.into_any())
}

fn goes_on(result: &ResultView, candidate: CandidateId) -> bool {
    let verdict = result.verdict.as_ref();
    verdict.is_some_and(|verdict| verdict.go_on().contains(&candidate))
}

fn title(seen: &StageContext, candidate: CandidateId) -> String {
    let text = seen.texts.candidate(candidate);
    text.map_or_else(String::new, |text| text.title.clone())
}

fn entry(seen: &StageContext, result: &ResultView, row: &ResultRow) -> SupportEntry {
    SupportEntry {
        place: row.place.to_string(),
        title: title(seen, row.candidate),
        headline: phone_view::headline(result.rule, row, seen.language),
        municipalities: row.municipalities,
        votes: row.votes,
        goes_on: goes_on(result, row.candidate),
    }
}

/// The rows; while they come out, the uppermost is the new one and rises.
fn bars(seen: &StageContext, result: &ResultView) -> AnyView {
    let coming = result.rows.len() < usize::from(result.total);
    let rises = if result.rows.len().is_multiple_of(2) {
        " rises"
    } else {
        " rises-too"
    };
    let rows = result.rows.iter().enumerate().map(|(at, row)| {
        let rises = if at == 0 && coming { rises } else { "" };
        bar(seen, result, row, rises)
    });
    view! { <ol class="support">{rows.collect::<Vec<_>>()}</ol> }.into_any()
}

fn bar(seen: &StageContext, result: &ResultView, row: &ResultRow, rises: &str) -> AnyView {
    let (language, barometer) = (seen.language, &seen.view.barometer);
    let on = goes_on(result, row.candidate);
    let class = match &result.verdict {
        _ if on => "support-row on",
        Some(verdict) if verdict.is_open(row.candidate) => "support-row tied",
        _ => "support-row",
    };
    let shared = row.shared.then(|| {
        let place = SharedText::SharedPlace(row.place).say(language);
        view! { <span class="muted">{place}</span> }.into_any()
    });
    view! {
        <li class=format!("{class}{rises}")>
            <p class="support-title">
                <span class="support-place">{row.place.to_string()}</span>
                <b>{title(seen, row.candidate)}</b>
            </p>
            <div class="support-bar" aria-hidden="true">
                <i style:--part=phone_view::fullness(result.rule, barometer, row).to_string()></i>
            </div>
            <p class="support-figures">
                <span>{phone_view::result_figures(result.rule, barometer, row, language)}</span>
                {chip(on.then(|| SharedText::GoesOn.say(language)))}
                {own_chip(seen, row.candidate)}
                {shared}
            </p>
        </li>
    }
    .into_any()
}
