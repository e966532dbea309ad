//! In English: the thank-you letter after a webinar.

use barometer_domain::after::{After, AfterCandidate};
use barometer_domain::barometer::Shortage;
use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::{Movement, PortfolioRow};
use barometer_domain::money::Money;
use barometer_domain::survey::SurveySlides;
use barometer_domain::view::{ResultRow, Verdict};

use crate::Language::English;
use crate::figures;
use crate::letter::{ANSWER_WITHIN, BULLET, ended, survey_lines};
use crate::shared::{self, SharedText};
use crate::survey::SurveyText;

pub(crate) fn subject(title: &str) -> String {
    format!("Thank you for today: {title}")
}

pub(crate) fn parts(after: &After, page: &str) -> [String; 11] {
    [
        "Dear all".to_owned(),
        thanks(after),
        answers(
            after.survey.as_ref(),
            "Your answers before the webinar",
            "Thank you for taking the time.",
        ),
        result(after),
        going_on(after),
        led_to(after),
        decisions(after),
        ongoing(after),
        answers(
            after.evaluated.as_ref(),
            "Your evaluation",
            "Thank you for it.",
        ),
        next(after, page),
        "Kind regards".to_owned(),
    ]
}

fn thanks(after: &After) -> String {
    let day = figures::date(English, &after.date);
    let turnout = after.turnout;
    let from = English.counted(turnout.municipalities, "municipality", "municipalities");
    let voted = English.whole(turnout.voted);
    let present = English.counted(turnout.present, "participant", "participants");
    let mut thanks = format!(
        "Thank you for taking part in {} on {day}, and for your answers and questions. {voted} of {present} voted, \
         from {from}.",
        after.title,
    );
    match after.struck {
        0 => {}
        1 => thanks += " One vote was struck and does not count.",
        struck => {
            let struck = English.whole(struck);
            thanks.extend([" ", &struck, " votes were struck and do not count."]);
        }
    }
    thanks
}

/// What was answered to a survey, under its heading; nothing where nothing was asked.
fn answers(slides: Option<&SurveySlides>, heading: &str, thanks: &str) -> String {
    let Some(slides) = slides else {
        return String::new();
    };
    let base = SurveyText::Base {
        answers: slides.result.base.answers(),
        municipalities: slides.result.base.municipalities(),
    };
    let lines = survey_lines(slides, English).join("\n");
    format!(
        "{heading}\n{BULLET}{}. {thanks}\n{lines}",
        base.say(English)
    )
}

fn led_to(after: &After) -> String {
    let said = &after.words.led_to;
    if said.is_empty() {
        return String::new();
    }
    format!("What your answers and questions have led to:\n{said}")
}

fn decisions(after: &After) -> String {
    let decisions = &after.words.decisions;
    if decisions.is_empty() {
        return String::new();
    }
    let lines: Vec<String> = decisions
        .iter()
        .map(|one| format!("{BULLET}{one}"))
        .collect();
    format!("What we have decided\n{}", lines.join("\n"))
}

fn result(after: &After) -> String {
    if after.result.too_few {
        let shortage = after.turnout.shortage().unwrap_or(Shortage::Both);
        return SharedText::TooFew(shortage).say(English);
    }
    let of = English.counted(
        after.turnout.municipalities,
        "municipality",
        "municipalities",
    );
    let line = |(row, candidate): (&ResultRow, &AfterCandidate)| {
        let municipalities = format!("{} of {of}", English.whole(row.municipalities));
        let votes = English.counted(row.votes, "vote", "votes");
        let price = figures::price(English, &candidate.price);
        let place = if row.shared {
            format!("Shared no. {}", row.place)
        } else {
            format!("No. {}", row.place)
        };
        format!(
            "{BULLET}{place}: {} – {municipalities}, {votes} ({price})",
            candidate.title
        )
    };
    let lines: Vec<String> = after.supported().map(line).collect();
    if lines.is_empty() {
        return "No request found support this time.".to_owned();
    }
    let round = match after.earlier.len() {
        0 => String::new(),
        before => format!(", round {}", before + 1),
    };
    format!("Result of the barometer{round}\n{}", lines.join("\n"))
}

fn going_on(after: &After) -> String {
    let go_on = after.go_on();
    if go_on.is_empty() {
        return String::new();
    }
    let lines = go_on.iter().map(|one| format!("{BULLET}{}", one.title));
    let verdict = after.result.verdict.as_ref();
    let is_tie = !verdict.is_some_and(Verdict::is_overridden);
    let otherwise = after
        .presenters_reason()
        .map_or_else(String::new, |reason| {
            let what = if is_tie {
                "Some were tied, and the presenter chose among them, because"
            } else {
                "They are others than the votes alone point to, because"
            };
            ended(format!("{what}: {reason}")) + "\n"
        });
    format!(
        "We go on with\n{}\n{otherwise}The barometer is not binding. Only when we have a firm price do we ask who wants to take \
         part in paying.",
        lines.collect::<Vec<_>>().join("\n")
    )
}

fn ongoing(after: &After) -> String {
    if after.ongoing.is_empty() {
        return String::new();
    }
    let mut lines: Vec<String> = after.ongoing.iter().map(standing).collect();
    let says_amounts = |row: &PortfolioRow| {
        let promised = row.sums.committed.count + row.sums.indicated.count;
        promised > 0 && !row.state.is_funded()
    };
    if after.ongoing.iter().any(says_amounts) {
        let rounded = "Each municipality’s amount is rounded to whole thousands of kroner before it is added up.";
        lines.push(rounded.to_owned());
    }
    format!("Where the requests under way stand\n{}", lines.join("\n"))
}

/// How a request stands, in whole sentences.
fn standing(row: &PortfolioRow) -> String {
    if row.terms.price.known().is_none() {
        return format!("{BULLET}{}: The price is not assessed yet.", row.title);
    }
    let price = figures::money(English, row.terms.price.likely());
    if row.state.is_funded() {
        return format!(
            "{BULLET}{}: The request is fully funded ({price}).",
            row.title
        );
    }
    let sums = &row.sums;
    let mut said = vec![match sums.committed.count {
        0 => format!("No municipality has committed yet; the price is {price}"),
        count => {
            let by = English.counted(count, "municipality has", "municipalities have");
            let committed = figures::money(English, sums.committed.amount);
            format!("{by} committed {committed} of {price}")
        }
    }];
    said.extend(row.movement.and_then(movement));
    if sums.indicated.count > 0 {
        let count = sums.indicated.count;
        let by = English.counted(count, "municipality expects", "municipalities expect");
        let amount = figures::money(English, sums.indicated.amount);
        said.push(format!("{by} to give {amount}"));
    }
    let missing = figures::money(English, row.shortfall);
    said.push(format!("{missing} is missing"));
    if let Some(deadline) = row.terms.deadline {
        let day = figures::date(English, &deadline.to_string());
        said.push(format!("The deadline is {day}"));
    }
    let sentences: Vec<String> = said.into_iter().map(ended).collect();
    format!("{BULLET}{}: {}", row.title, sentences.join(" "))
}

/// "Since last time 2 municipalities and DKK 48,000 have been added", or what else has happened.
fn movement(moved: Movement) -> Option<String> {
    let kroner = moved.amount.rounded_kroner();
    let amount = figures::money(English, Money::from_kroner(kroner.abs()));
    let count = moved.municipalities;
    let by = English.counted(count.unsigned_abs(), "municipality", "municipalities");
    Some(match (count.signum(), kroner.signum()) {
        (0, 0) => return None,
        (1, 1) => format!("Since last time {by} and {amount} more"),
        (-1, -1) => format!("Since last time {by} and {amount} fewer"),
        (0, 1) => format!("Since last time {amount} more"),
        (0, _) => format!("Since last time {amount} less"),
        (1, 0) => format!("Since last time {by} more"),
        (_, 0) => format!("Since last time {by} fewer"),
        (1, _) => format!("Since last time {by} more, but {amount} less"),
        (_, _) => format!("Since last time {by} fewer, but {amount} more"),
    })
}

fn next(after: &After, page: &str) -> String {
    let answer = after.date.parse::<Date>().ok();
    let answer = answer.map(|day| day.plus_days(ANSWER_WITHIN).to_string());
    let by = answer.map_or_else(String::new, |day| {
        format!(", by {}", figures::date(English, &day))
    });
    let deadlines = after.ongoing.iter().filter(|row| !row.state.is_funded());
    let first = deadlines
        .filter_map(|row| Some((row.terms.deadline?, &row.title)))
        .min();
    let deadline = first.map_or_else(String::new, |(day, title)| {
        let day = figures::date(English, &day.to_string());
        format!("\n{BULLET}The first deadline for commitments is {day} ({title}).")
    });
    let anonymous = shared::promise(English, true);
    let again = after.next.as_ref().map_or_else(String::new, |next| {
        let day = figures::date(English, &next.date);
        format!(
            "\n{BULLET}We meet again on {day} at {}: {}. {}",
            next.starts, next.title, next.link
        )
    });
    format!(
        "Next steps\n{BULLET}We come back about what goes on{by}.{deadline}{again}\n{BULLET}You can follow the \
         financing at {page}\n\n{anonymous}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn movement_is_told_in_a_sentence() {
        let moved = |kroner, municipalities| {
            let moved = movement(Movement {
                amount: Money::from_kroner(kroner),
                municipalities,
            });
            moved.map(ended).unwrap_or_default()
        };
        for (kroner, municipalities, said) in [
            (0, 0, ""),
            (
                48_000,
                2,
                "Since last time 2 municipalities and DKK\u{a0}48,000 more.",
            ),
            (0, 1, "Since last time 1 municipality more."),
            (
                -24_000,
                -1,
                "Since last time 1 municipality and DKK\u{a0}24,000 fewer.",
            ),
            (
                -24_000,
                1,
                "Since last time 1 municipality more, but DKK\u{a0}24,000 less.",
            ),
            (
                24_000,
                -1,
                "Since last time 1 municipality fewer, but DKK\u{a0}24,000 more.",
            ),
        ] {
            assert_eq!(moved(kroner, municipalities), said);
        }
    }
}
