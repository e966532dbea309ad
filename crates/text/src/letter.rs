//! The thank-you letter after a webinar, drafted in Danish; plain text that a person goes on writing, and the same as
//! HTML for a mail.

use barometer_domain::after::{After, AfterCandidate};
use barometer_domain::barometer::Shortage;
use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::{Movement, PortfolioRow};
use barometer_domain::view::ResultRow;

use crate::Language::Danish;
use crate::figures;
use crate::shared::{self, Shared};

/// What begins a line of a list.
pub const BULLET: &str = "• ";
/// By when the vendor usually comes back, in days.
const ANSWER_WITHIN: i32 = 14;

/// The letter's subject.
pub fn subject(after: &After) -> String {
    format!("Tak for i dag: {}", after.title)
}

/// The draft; `page` is the address of the page of financing.
pub fn draft(after: &After, page: &str) -> String {
    let parts = [
        "Kære alle".to_owned(),
        thanks(after),
        result(after),
        going_on(after),
        ongoing(after),
        next(after, page),
        "Venlig hilsen".to_owned(),
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n\n")
}

fn thanks(after: &After) -> String {
    let day = figures::date(Danish, &after.date);
    let turnout = after.turnout;
    let from = Danish.counted(turnout.municipalities, "kommune", "kommuner");
    format!(
        "Tak, fordi I var med til {} den {day}. {} af {} deltagere stemte, fra {from}.",
        after.title,
        Danish.whole(turnout.voted),
        Danish.whole(turnout.present),
    )
}

fn result(after: &After) -> String {
    if after.result.too_few {
        let shortage = after.turnout.shortage().unwrap_or(Shortage::Both);
        return Shared::TooFew(shortage).say(Danish);
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
    format!(
        "Det går vi videre med\n{}\nBarometeret er ikke bindende. Først når vi har en fast pris, spørger vi, hvem der vil \
         være med til at betale.",
        lines.collect::<Vec<_>>().join("\n")
    )
}

fn ongoing(after: &After) -> String {
    if after.ongoing.is_empty() {
        return String::new();
    }
    let lines: Vec<String> = after.ongoing.iter().map(standing).collect();
    format!(
        "Sådan står det med de igangværende ønsker\n{}",
        lines.join("\n")
    )
}

fn standing(row: &PortfolioRow) -> String {
    if row.terms.price.known().is_none() {
        return format!("{BULLET}{}: pris ikke vurderet", row.title);
    }
    let price = figures::money(Danish, row.terms.price.likely());
    if row.state.is_funded() {
        return format!("{BULLET}{}: fuldt finansieret ({price})", row.title);
    }
    let committed = figures::money(Danish, row.sums.committed.amount);
    let by = Danish.counted(row.sums.committed.count, "kommune", "kommuner");
    let missing = figures::money(Danish, row.shortfall);
    let mut line = format!("{BULLET}{}: {committed} af {price} fra {by}", row.title);
    if let Some(moved) = row.movement.filter(|moved| moved.is_any()) {
        line = format!("{line}; siden sidst {}", movement(moved));
    }
    line = format!("{line}; mangler {missing}");
    if let Some(deadline) = row.terms.deadline {
        let day = figures::date(Danish, &deadline.to_string());
        line = format!("{line} Frist {day}");
    }
    line
}

/// `+48.000 kr. og +2 kommuner`
fn movement(moved: Movement) -> String {
    let sign = |negative: bool| if negative { "−" } else { "+" };
    let kroner = moved.amount.rounded_kroner();
    let amount = figures::money(
        Danish,
        barometer_domain::money::Money::from_kroner(kroner.abs()),
    );
    let count = moved.municipalities;
    let by = Danish.counted(count.unsigned_abs(), "kommune", "kommuner");
    format!("{}{amount} og {}{by}", sign(kroner < 0), sign(count < 0))
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
    format!(
        "Næste skridt\n{BULLET}Vi vender tilbage om det, der går videre{by}.{deadline}\n{BULLET}Følg finansieringen på \
         {page}\n\n{anonymous}"
    )
}

/// The same as HTML: blank lines end paragraphs, bullets make lists, a line above a list is its heading.
pub fn html(text: &str) -> String {
    let blocks = text
        .split("\n\n")
        .map(str::trim)
        .filter(|block| !block.is_empty());
    blocks.map(block).collect()
}

fn block(block: &str) -> String {
    let mut html = String::new();
    let mut in_list = false;
    let lines: Vec<&str> = block.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let item = line.strip_prefix(BULLET.trim_end()).map(str::trim_start);
        let begins_list = lines.get(at + 1).is_some_and(|next| next.starts_with('•'));
        match (item, in_list) {
            (Some(_), false) => html.push_str("<ul>"),
            (None, true) => html.push_str("</ul>"),
            _ => {}
        }
        in_list = item.is_some();
        let (before, text, after) = match item {
            Some(item) => ("<li>", item, "</li>"),
            None if begins_list => ("<p><b>", *line, "</b></p>"),
            None => ("<p>", *line, "</p>"),
        };
        html.extend([before, &escaped(text), after]);
    }
    if in_list {
        html.push_str("</ul>");
    }
    html
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_paragraphs_lists_and_nothing_else() {
        let text = "Kære alle\n\nResultatet\n• Nr. 1: <b>A & B</b>\n• Nr. 2: C\nTak.\n\n\n";
        assert_eq!(
            html(text),
            "<p>Kære alle</p><p><b>Resultatet</b></p><ul><li>Nr. 1: &lt;b&gt;A &amp; B&lt;/b&gt;</li>\
             <li>Nr. 2: C</li></ul><p>Tak.</p>"
        );
    }

    #[test]
    fn movement_has_a_sign() {
        let moved = |kroner, municipalities| {
            movement(Movement {
                amount: barometer_domain::money::Money::from_kroner(kroner),
                municipalities,
            })
        };
        assert_eq!(moved(48_000, 2), "+48.000\u{a0}kr. og +2 kommuner");
        assert_eq!(moved(-24_000, -1), "−24.000\u{a0}kr. og −1 kommune");
    }
}
