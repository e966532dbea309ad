//! In Danish: the thank-you letter after a webinar.

use barometer_domain::after::{After, AfterCandidate};
use barometer_domain::barometer::Shortage;
use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::{Movement, PortfolioRow};
use barometer_domain::money::Money;
use barometer_domain::survey::SurveySlides;
use barometer_domain::view::{ResultRow, Verdict};

use crate::Language::Danish;
use crate::figures;
use crate::letter::{ANSWER_WITHIN, BULLET, ended, survey_lines};
use crate::shared::{self, SharedText};
use crate::survey::SurveyText;

pub(crate) fn subject(title: &str) -> String {
    format!("Tak for i dag: {title}")
}

pub(crate) fn parts(after: &After, page: &str) -> [String; 11] {
    [
        "Kære alle".to_owned(),
        thanks(after),
        answers(
            after.survey.as_ref(),
            "Jeres svar forud for webinaret",
            "Tak, fordi I tog jer tid.",
        ),
        result(after),
        going_on(after),
        led_to(after),
        decisions(after),
        ongoing(after),
        answers(after.evaluated.as_ref(), "Jeres evaluering", "Tak for den."),
        next(after, page),
        "Venlig hilsen".to_owned(),
    ]
}

fn thanks(after: &After) -> String {
    let day = figures::date(Danish, &after.date);
    let turnout = after.turnout;
    let from = Danish.counted(turnout.municipalities, "kommune", "kommuner");
    let voted = Danish.whole(turnout.voted);
    let present = Danish.counted(turnout.present, "deltager", "deltagere");
    let mut thanks = format!(
        "Tak, fordi I var med til {} den {day}, og tak for jeres svar og spørgsmål. {voted} af {present} stemte, og de \
         kom fra {from}.",
        after.title,
    );
    match after.struck {
        0 => {}
        1 => thanks += " Én stemme er strøget og tæller ikke med.",
        struck => {
            let struck = Danish.whole(struck);
            thanks.extend([" ", &struck, " stemmer er strøget og tæller ikke med."]);
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
    let lines = survey_lines(slides, Danish).join("\n");
    format!("{heading}\n{BULLET}{}. {thanks}\n{lines}", base.say(Danish))
}

fn led_to(after: &After) -> String {
    let said = &after.words.led_to;
    if said.is_empty() {
        return String::new();
    }
    format!("Det har jeres svar og spørgsmål ført til:\n{said}")
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
    format!("Det har vi besluttet\n{}", lines.join("\n"))
}

fn result(after: &After) -> String {
    if after.result.too_few {
        let shortage = after.turnout.shortage().unwrap_or(Shortage::Both);
        return SharedText::TooFew(shortage).say(Danish);
    }
    let of = after.turnout.municipalities;
    let line = |(row, candidate): (&ResultRow, &AfterCandidate)| {
        let municipalities = format!("{} af {of} kommuner", Danish.whole(row.municipalities));
        let votes = Danish.counted(row.votes, "stemme", "stemmer");
        let price = figures::price(Danish, &candidate.price);
        let place = if row.shared {
            format!("Delt {}.-plads", row.place)
        } else {
            format!("Nr. {}", row.place)
        };
        format!(
            "{BULLET}{place}: {} – {municipalities}, {votes} ({price})",
            candidate.title
        )
    };
    let lines: Vec<String> = after.supported().map(line).collect();
    if lines.is_empty() {
        return "Intet ønske fik tilslutning denne gang.".to_owned();
    }
    let round = match after.earlier.len() {
        0 => String::new(),
        before => format!(", {}. runde", before + 1),
    };
    format!("Resultatet af barometeret{round}\n{}", lines.join("\n"))
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
                "Nogle stod lige, og oplægsholderen valgte mellem dem, fordi"
            } else {
                "Det er andre, end stemmerne alene peger på, fordi"
            };
            ended(format!("{what}: {reason}")) + "\n"
        });
    format!(
        "Det går vi videre med\n{}\n{otherwise}Barometeret er ikke bindende. Først når vi har en fast pris, spørger vi, hvem \
         der vil være med til at betale.",
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
        let rounded =
            "Hver kommunes beløb er afrundet til hele tusinde kroner, før det er talt sammen.";
        lines.push(rounded.to_owned());
    }
    format!(
        "Sådan står det med de igangværende ønsker\n{}",
        lines.join("\n")
    )
}

/// How a request stands, in whole sentences.
fn standing(row: &PortfolioRow) -> String {
    if row.terms.price.known().is_none() {
        return format!("{BULLET}{}: Prisen er ikke vurderet endnu.", row.title);
    }
    let price = figures::money(Danish, row.terms.price.likely());
    if row.state.is_funded() {
        return format!(
            "{BULLET}{}: Ønsket er fuldt finansieret ({price}).",
            row.title
        );
    }
    let sums = &row.sums;
    let mut said = vec![match sums.committed.count {
        0 => format!("Ingen kommuner har givet tilsagn endnu; prisen er {price}"),
        count => {
            let by = Danish.counted(count, "kommune", "kommuner");
            let committed = figures::money(Danish, sums.committed.amount);
            format!("{by} har givet tilsagn om {committed} af {price}")
        }
    }];
    said.extend(row.movement.and_then(movement));
    if sums.indicated.count > 0 {
        let count = sums.indicated.count;
        let by = Danish.counted(count, "kommune", "kommuner");
        let amount = figures::money(Danish, sums.indicated.amount);
        said.push(format!("{by} regner med at give {amount}"));
    }
    let missing = figures::money(Danish, row.shortfall);
    said.push(format!("Der mangler {missing}"));
    if let Some(deadline) = row.terms.deadline {
        let day = figures::date(Danish, &deadline.to_string());
        said.push(format!("Fristen er {day}"));
    }
    let sentences: Vec<String> = said.into_iter().map(ended).collect();
    format!("{BULLET}{}: {}", row.title, sentences.join(" "))
}

/// "Siden sidst er der kommet 2 kommuner og 48.000 kr. til", or what else has happened.
fn movement(moved: Movement) -> Option<String> {
    let kroner = moved.amount.rounded_kroner();
    let amount = Money::from_kroner(kroner.abs());
    let amount = figures::money(Danish, amount);
    let count = moved.municipalities;
    let by = Danish.counted(count.unsigned_abs(), "kommune", "kommuner");
    let (more, fewer) = ("kommet", "gået");
    Some(match (count.signum(), kroner.signum()) {
        (0, 0) => return None,
        (1, 1) => format!("Siden sidst er der {more} {by} og {amount} til"),
        (-1, -1) => format!("Siden sidst er der {fewer} {by} og {amount} fra"),
        (0, 1) => format!("Siden sidst er der {more} {amount} til"),
        (0, _) => format!("Siden sidst er der {fewer} {amount} fra"),
        (1, 0) => format!("Siden sidst er der {more} {by} til"),
        (_, 0) => format!("Siden sidst er der {fewer} {by} fra"),
        (1, _) => format!("Siden sidst er der {more} {by} til, men {fewer} {amount} fra"),
        (_, _) => format!("Siden sidst er der {fewer} {by} fra, men {more} {amount} til"),
    })
}

fn next(after: &After, page: &str) -> String {
    let answer = after.date.parse::<Date>().ok();
    let answer = answer.map(|day| day.plus_days(ANSWER_WITHIN).to_string());
    let by = answer.map_or_else(String::new, |day| {
        format!(", senest {}", figures::date(Danish, &day))
    });
    let deadlines = after.ongoing.iter().filter(|row| !row.state.is_funded());
    let first = deadlines
        .filter_map(|row| Some((row.terms.deadline?, &row.title)))
        .min();
    let deadline = first.map_or_else(String::new, |(day, title)| {
        let day = figures::date(Danish, &day.to_string());
        format!("\n{BULLET}Første frist for tilsagn er {day} ({title}).")
    });
    let anonymous = shared::promise(Danish, true);
    let again = after.next.as_ref().map_or_else(String::new, |next| {
        let day = figures::date(Danish, &next.date);
        let starts = next.starts.replace(':', ".");
        format!(
            "\n{BULLET}Vi ses igen den {day} kl. {starts}: {}. {}",
            next.title, next.link
        )
    });
    format!(
        "Næste skridt\n{BULLET}Vi vender tilbage om det, der går videre{by}.{deadline}{again}\n{BULLET}I kan følge \
         finansieringen på {page}\n\n{anonymous}"
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
                "Siden sidst er der kommet 2 kommuner og 48.000\u{a0}kr. til.",
            ),
            (48_000, 0, "Siden sidst er der kommet 48.000\u{a0}kr. til."),
            (0, 1, "Siden sidst er der kommet 1 kommune til."),
            (
                -24_000,
                -1,
                "Siden sidst er der gået 1 kommune og 24.000\u{a0}kr. fra.",
            ),
            (
                -24_000,
                1,
                "Siden sidst er der kommet 1 kommune til, men gået 24.000\u{a0}kr. fra.",
            ),
            (
                24_000,
                -1,
                "Siden sidst er der gået 1 kommune fra, men kommet 24.000\u{a0}kr. til.",
            ),
        ] {
            assert_eq!(moved(kroner, municipalities), said);
        }
        assert_eq!(
            ended("Der mangler 66.000\u{a0}kr.".into()),
            "Der mangler 66.000\u{a0}kr."
        );
    }
}
