//! The result, row by row as the projector brings it out, and the last stage.

use barometer_domain::agenda::Stage;
use barometer_domain::barometer::{Phase, Shortage};
use barometer_domain::ids::CandidateId;
use barometer_domain::pick::Certainty;
use barometer_domain::view::{ResultRow, ResultView, Verdict};
use barometer_text::figures::with_soft_hyphens;
use barometer_text::phone::PhoneText;
use barometer_text::phone_view;
use barometer_text::shared::SharedText;
use maud::{Markup, html};

use super::frame::{StageContext, StagePage};
use super::own_vote::own_chip;
use super::requests::cards;
use super::waiting::way_to;

/// The result, after the reveal.
pub(super) fn result(seen: &StageContext<'_>, result: &ResultView) -> StagePage {
    let language = seen.language();
    let barometer = &seen.state().view.barometer;
    let turnout = barometer.turnout;
    let crumb = PhoneText::HaveVoted {
        municipalities: turnout.municipalities,
        voted: turnout.voted,
        present: turnout.present,
    };
    let left = usize::from(result.total).saturating_sub(result.rows.len());
    let main = html! {
        @if result.too_few {
            p class="notice" { (seen.say_shared(SharedText::TooFew(turnout.shortage().unwrap_or(Shortage::Both)))) }
        }
        @if let Some(verdict) = &result.verdict {
            (summary(seen, verdict))
            @if barometer.struck > 0 { p class="muted" { (seen.say_shared(SharedText::Struck(barometer.struck))) } }
        }
        @if left > 0 {
            p class="rows-left muted" { (seen.say(PhoneText::RowsLeft(u32::try_from(left).unwrap_or(0)))) }
        }
        @if !result.rows.is_empty() {
            ol class="support" { @for row in &result.rows { (bar(seen, result, row)) } }
            (support_table(seen, result))
        }
        @for (round, went_on) in (1..).zip(&result.earlier) {
            @if !went_on.is_empty() {
                p class="muted" {
                    (seen.say_shared(SharedText::RoundWentOn(round, &went_on.iter().map(|&id| title(seen, id)).collect::<Vec<_>>().join(" · "))))
                }
            }
        }
    };
    StagePage {
        crumb: seen.round() + &crumb.say(language),
        heading: seen.say(PhoneText::ResultHeading),
        main: vec![main],
        ..StagePage::default()
    }
}

/// Who goes on, and how sure that is.
fn summary(seen: &StageContext<'_>, verdict: &Verdict) -> Markup {
    let sure = verdict.certainty.map(|certainty| match certainty {
        Certainty::Settled => SharedText::Settled,
        Certainty::Close => SharedText::CloseRace,
    });
    html! {
        p class="verdict" {
            b class="sentence" { (phone_view::who_goes_on(verdict, seen.language())) }
            @if let Some(sure) = sure { span class="chip" { (seen.say_shared(sure)) } }
        }
        @if !verdict.because.is_empty() { p class="muted" { (seen.say(PhoneText::Because(&verdict.because))) } }
    }
}

fn goes_on(result: &ResultView, candidate: CandidateId) -> bool {
    let verdict = result.verdict.as_ref();
    verdict.is_some_and(|verdict| verdict.go_on().contains(&candidate))
}

fn title(seen: &StageContext<'_>, candidate: CandidateId) -> String {
    let text = seen.state().texts.candidate(candidate);
    text.map_or_else(String::new, |text| text.title.clone())
}

fn bar(seen: &StageContext<'_>, result: &ResultView, row: &ResultRow) -> Markup {
    let (language, barometer) = (seen.language(), &seen.state().view.barometer);
    let on = goes_on(result, row.candidate);
    let class = match &result.verdict {
        _ if on => "support-row on",
        Some(verdict) if verdict.is_open(row.candidate) => "support-row tied",
        _ => "support-row",
    };
    let full = phone_view::fullness(result.rule, barometer, row);
    html! {
        li class=(class) {
            p class="support-title" {
                span class="support-place" { (row.place) }
                b { (title(seen, row.candidate)) }
            }
            div class="support-bar" aria-hidden="true" { i class=(seen.page.part(u16::try_from(full).unwrap_or(1000))) {} }
            p class="support-figures" {
                span { (phone_view::result_figures(result.rule, barometer, row, language)) }
                @if on { span class="chip" { (seen.say_shared(SharedText::GoesOn)) } }
                @if let Some(own) = own_chip(seen, row.candidate) { (own) }
                @if row.shared { span class="muted" { (seen.say_shared(SharedText::SharedPlace(row.place))) } }
            }
        }
    }
}

/// The same figures behind "Vis som tabel", in order of place.
fn support_table(seen: &StageContext<'_>, result: &ResultView) -> Markup {
    let language = seen.language();
    let headline = |row| phone_view::headline(result.rule, row, language);
    let is_ranked = result.rows.iter().any(|row| headline(row).is_some());
    html! {
        details class="support-table" {
            summary { (seen.say_shared(SharedText::ShowAsTable)) }
            table {
                thead {
                    tr {
                        th scope="col" { (seen.say_shared(SharedText::PlaceColumn)) }
                        th scope="col" { (seen.say_shared(SharedText::RequestColumn)) }
                        @if is_ranked { th scope="col" { (seen.say_shared(SharedText::Rule(result.rule))) } }
                        th scope="col" { (seen.say_shared(SharedText::MunicipalityColumn)) }
                        th scope="col" { (seen.say_shared(SharedText::VoteColumn)) }
                    }
                }
                tbody {
                    @for row in &result.rows {
                        tr {
                            td { (row.place) }
                            th scope="row" {
                                (title(seen, row.candidate)) " "
                                small { @if goes_on(result, row.candidate) { (seen.say_shared(SharedText::GoesOn)) } }
                            }
                            @if let Some(headline) = headline(row) { td { (headline) } }
                            td { (row.municipalities) }
                            td { (row.votes) }
                        }
                    }
                }
            }
        }
    }
}

/// The last stage; and all that there is to see once the webinar has ended, whatever the screen shows.
pub(super) fn thanks(seen: &StageContext<'_>) -> StagePage {
    let view = &seen.state().view;
    let (going, others) = view.going_on_and_under_way();
    let why = match view.barometer.phase {
        Phase::Draft if view.ended => seen.say(PhoneText::NeverVoted),
        Phase::Closed if view.ended => seen.say(PhoneText::ResultNotShown),
        _ => seen.say_shared(SharedText::NotDecided),
    };
    let out = view.final_result.as_ref().map(|out| result(seen, out));
    let crumb = if view.ended {
        seen.say(PhoneText::Ended)
    } else {
        seen.say_shared(SharedText::Stage(Stage::Thanks))
    };
    let heading = if seen.me.is_newcomer() {
        with_soft_hyphens(&seen.state().info.title)
    } else {
        seen.say(PhoneText::ThanksHeading)
    };
    let main = html! {
        section {
            h2 { (seen.say(PhoneText::TheseGoOn)) }
            @if going.is_empty() { p { (why) } } @else { (cards(seen, going)) }
        }
        @if let Some(out) = out {
            section {
                h2 { (out.heading) }
                @for part in &out.main { (part) }
            }
        }
        @if !others.is_empty() {
            section {
                h2 { (seen.say_shared(SharedText::Stage(Stage::Ongoing))) }
                (cards(seen, others))
            }
        }
        section class="card" {
            h2 { (seen.say(PhoneText::WhatNow)) }
            ol class="steps" {
                @for step in [PhoneText::StepOne, PhoneText::StepTwo, PhoneText::StepThree] { li { (seen.say(step)) } }
            }
        }
        (way_to(seen, "evaluation", PhoneText::Evaluate))
    };
    StagePage {
        crumb,
        heading,
        main: vec![main],
        ..StagePage::default()
    }
}
