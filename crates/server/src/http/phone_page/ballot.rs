//! The ballot: any of the candidates up to the limit, or none of these.

use std::collections::BTreeSet;

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::{Candidate, RequestText};
use barometer_domain::route::Route;
use barometer_text::phone::PhoneText;
use barometer_text::phone_view;
use barometer_text::plain_phone::PlainPhoneText;
use barometer_text::shared::SharedText;
use maud::{Markup, html};

use super::super::forms::{SentForm, with_language};
use super::PlainFault;
use super::frame::{StageContext, StagePage, link};

/// The form that every control of the ballot belongs to.
const FORM: &str = "ballot";

/// What is ticked: as it was sent and not taken, or as it is held.
struct TickedBallot {
    choices: BTreeSet<u16>,
    none: bool,
}

impl TickedBallot {
    fn of(seen: &StageContext<'_>, sent: Option<&SentForm>) -> Self {
        if let Some(sent) = sent.filter(|sent| sent.has("rev")) {
            return Self {
                choices: sent
                    .all("choice")
                    .filter_map(|choice| choice.parse().ok())
                    .collect(),
                none: sent.has("none"),
            };
        }
        let held = seen.held().map(|cast| &cast.choices);
        Self {
            choices: held
                .iter()
                .flat_map(|ballot| ballot.choices())
                .map(|choice| choice.0)
                .collect(),
            none: held.is_some_and(barometer_domain::ballot::Ballot::is_blank),
        }
    }
}

/// Shown whenever ballots are taken.
pub(super) fn ballot(seen: &StageContext<'_>, sent: Option<&SentForm>) -> StagePage {
    let barometer = &seen.state().view.barometer;
    let open = barometer.phase == Phase::Open;
    let crumb = if !open {
        seen.say(PhoneText::VoteClosing)
    } else if barometer.reopened > 0 {
        seen.say_shared(SharedText::Reopened)
    } else {
        seen.say(PhoneText::VoteOpen)
    };
    let page = StagePage {
        crumb: seen.round() + &crumb,
        live: open,
        heading: seen.say(PhoneText::Question),
        under: Some(promise_notice(seen)),
        ..StagePage::default()
    };
    if !seen.is_voter() {
        let watching = html! {
            div class="calm" {
                p class="lead" { (seen.say(PhoneText::ObserverBallot)) }
                (seen.change_button(PhoneText::JoinAfterAll, "button second wide"))
            }
        };
        return StagePage {
            main: vec![watching],
            ..page
        };
    }
    let ticked = TickedBallot::of(seen, sent);
    StagePage {
        main: vec![choices(seen, &ticked, !open)],
        bar: Some(bar(seen, &ticked, !open)),
        is_form: true,
        ..page
    }
}

/// The promise as the ballot shows it: the anonymity stands out.
pub(super) fn promise_notice(seen: &StageContext<'_>) -> Markup {
    let names = SharedText::promise_of_names(seen.state().info.vendor_key.is_some());
    html! {
        p class="notice promise" {
            b { (seen.say_shared(SharedText::PromiseAnonymous)) }
            " " (seen.say_shared(names)) " " (seen.say_shared(SharedText::PromiseNotBinding))
        }
    }
}

fn choices(seen: &StageContext<'_>, ticked: &TickedBallot, locked: bool) -> Markup {
    let (texts, language) = (&seen.state().texts, seen.language());
    let order = texts.ballot_order(&seen.me.slot);
    let legend = phone_view::ballot_legend(texts, &order, language);
    // What a script does at the close is not promised where there is none.
    let at_close = PhoneText::SentAtClose.say(language);
    let (before, after) = legend.split_once(&at_close).unwrap_or((&legend, ""));
    let round = seen.state().view.barometer.round;
    let rev = seen.held().map_or(0, |held| held.rev).saturating_add(1);
    html! {
        form id=(FORM) method="post" action=(seen.page.action()) data-limit=(texts.rules.max_choices)
            data-over=(seen.say(PhoneText::LimitReached(texts.rules.max_choices.into())))
            data-chosen=(seen.say(PhoneText::ChosenOf { chosen: 0, limit: texts.rules.max_choices.into() }))
            data-none=(seen.say(PhoneText::NoneOfThese)) data-behind=(seen.say(PhoneText::Chosen))
            data-nothing=(seen.say(PhoneText::ChooseSomething)) data-change=(seen.say(PhoneText::SendChange))
            data-unsent=(seen.say(PhoneText::ChangedNotSent)) data-sending=(seen.say(PhoneText::Sending))
            data-kept=(seen.say(PhoneText::SavedHere)) data-sent=(seen.say(PhoneText::VoteIsSent))
            data-received=(seen.say(PhoneText::Received("{}"))) data-left=(seen.say(PhoneText::TimeLeft("{}"))) {
            input type="hidden" name="round" value=(round);
            input type="hidden" name="rev" value=(rev);
        }
        fieldset class="choices" disabled[locked] {
            legend class="muted" {
                (before) span class="by-script" { (at_close) }
                noscript { (PlainPhoneText::SendByHand.say(language)) }
                (after)
            }
            @for one in &order { (candidate_row(seen, *one, ticked)) }
            (choice(&Line {
                name: "none",
                value: "1".into(),
                title: seen.say(PhoneText::NoneOfThese),
                detail: seen.say(PhoneText::NoneOfTheseMeans),
                aside: String::new(),
                chosen: ticked.none,
            }))
        }
    }
}

/// What a line of the ballot says, and sends.
struct Line {
    name: &'static str,
    value: String,
    title: String,
    detail: String,
    aside: String,
    chosen: bool,
}

fn choice(line: &Line) -> Markup {
    html! {
        label class=(if line.chosen { "choice on" } else { "choice" }) {
            input type="checkbox" form=(FORM) name=(line.name) value=(line.value) checked[line.chosen];
            span { b { (line.title) } small { (line.detail) } }
            span class="choice-aside" { (line.aside) }
        }
    }
}

fn candidate_row(seen: &StageContext<'_>, candidate: Candidate, ticked: &TickedBallot) -> Markup {
    let Some(text) = seen.state().texts.request(candidate.request) else {
        return html! {};
    };
    let number = candidate.id.0;
    let line = Line {
        name: "choice",
        // Of one length: how long what is sent is says how many are chosen at the most, never which.
        value: format!("{number:03}"),
        title: format!("{number}. {}", text.title),
        detail: text.pitch.clone(),
        aside: phone_view::ballot_price(text, seen.language()),
        chosen: ticked.choices.contains(&number),
    };
    html! { div class="choice-card" { (choice(&line)) (more(seen, text)) } }
}

/// Benefit and price per municipality, one tap away.
fn more(seen: &StageContext<'_>, text: &RequestText) -> Markup {
    let Some((label, lines)) = phone_view::ballot_details(text, seen.own(), seen.language()) else {
        return html! {};
    };
    let label = seen.say(label);
    html! {
        details class="choice-more" {
            summary aria-label={ (label) ": " (text.title) } { (label) }
            @for line in lines { p { (line) } }
        }
    }
}

/// One sentence, and how it looks.
fn note(seen: &StageContext<'_>, closing: bool) -> Option<(&'static str, String)> {
    match &seen.page.refused {
        Some(PlainFault::OnlyShown) | None => {}
        Some(fault @ (PlainFault::NothingTicked | PlainFault::BothTicked)) => {
            return Some(("notice amber", fault.sentence(seen.language())));
        }
        Some(fault) => return Some(("notice coral", fault.sentence(seen.language()))),
    }
    let is_held = seen.held().is_some();
    is_held.then(|| {
        let said = if closing {
            PhoneText::YourVoteIsIn
        } else {
            PhoneText::ReceivedUntimed
        };
        ("notice leaf", seen.say(said))
    })
}

/// The sticky bar: the note stands where the count stands else, so that the ballot keeps its room.
fn bar(seen: &StageContext<'_>, ticked: &TickedBallot, closing: bool) -> Markup {
    let note = note(seen, closing);
    let limit = seen.state().texts.rules.max_choices.into();
    let count = if ticked.none {
        PhoneText::NoneOfThese
    } else {
        let chosen = u32::try_from(ticked.choices.len()).unwrap_or(0);
        PhoneText::ChosenOf { chosen, limit }
    };
    let ends_at = seen.state().view.barometer.ends_at;
    let left =
        ends_at.map(|ends_at| barometer_text::figures::countdown(ends_at - seen.state().now));
    let is_held = seen.held().is_some();
    let is_settled = is_held && seen.page.refused.is_none();
    let estimate = Route::Estimate(seen.state().info.code.clone()).path();
    let estimate = with_language(&estimate, seen.language());
    let label = match (is_settled, is_held) {
        (true, _) => PhoneText::VoteIsSent,
        (false, true) => PhoneText::SendChange,
        (false, false) => PhoneText::SendVote,
    };
    html! {
        div class="bar ballot-bar" {
            p class="bar-line" {
                @if let Some((class, text)) = note { span class=(class) { (text) } }
                @else { span { b { (seen.say(count)) } " " (seen.say(PhoneText::Chosen)) } }
                " "
                // Only a script counts down; without one the frame above says it.
                span class="time-left by-script" { @if let Some(left) = left { (seen.say(PhoneText::TimeLeft(&left))) } }
            }
            button class="button primary wide by-script" form=(FORM) name="do" value="vote"
                aria-disabled=(if closing || is_settled { "true" } else { "false" }) {
                (seen.say(label))
            }
            @if !closing {
                noscript {
                    button class="button primary wide" form=(FORM) name="do" value="vote" {
                        (seen.say(if is_held { PhoneText::SendChange } else { PhoneText::SendVote }))
                    }
                }
            }
            // Never before the ballot is safe.
            @if is_settled && !closing && !ticked.none { (link(&estimate, &seen.say(PhoneText::Estimate))) }
        }
    }
}
