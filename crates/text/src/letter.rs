//! The thank-you letter after a webinar, drafted in its language; plain text that a person goes on writing, and the same
//! as HTML for a mail.

use barometer_domain::after::After;
use barometer_domain::survey::{
    AnswerBase, ItemFigures, ItemKind, SCALE_STEPS, SurveySlide, SurveySlides,
};

use crate::Language;
use crate::survey::{self, SurveyText};

/// What begins a line of a list.
pub const BULLET: &str = "• ";
/// By when the vendor usually comes back, in days.
pub(crate) const ANSWER_WITHIN: i32 = 14;

/// The subject of the mail with the letter.
pub fn subject(after: &After) -> String {
    in_language!(after.language, letter::subject(&after.title))
}

/// The draft, in the webinar's language; `page` is the address of the page of financing.
pub fn draft(after: &After, page: &str) -> String {
    let parts = in_language!(after.language, letter::parts(after, page));
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n\n")
}

/// What was answered, a line for each question; the vendor's points after it.
pub(crate) fn survey_lines(slides: &SurveySlides, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    for slide in slides.slides() {
        match slide {
            SurveySlide::Points { points } => {
                lines.extend(points.into_iter().map(|point| format!("{BULLET}{point}")));
            }
            SurveySlide::Item {
                question,
                kind,
                figures,
            } => {
                let figures = match figures {
                    ItemFigures::Counts { base, counts } => counted(&kind, &counts, base, language),
                    ItemFigures::Bands {
                        lower,
                        median,
                        upper,
                        ..
                    } => {
                        let unit = match &kind {
                            ItemKind::Number { unit } => unit.as_str(),
                            _ => "",
                        };
                        let (from, to) = (lower.above.say(language), upper.up_to.say(language));
                        let half = SurveyText::HalfLie(&from, &to, unit).say(language);
                        let band = survey::band(median, language);
                        format!(
                            "{half} {}",
                            SurveyText::MiddleLies(&band, unit).say(language)
                        )
                    }
                    ItemFigures::TooFew | ItemFigures::Words => continue,
                };
                lines.push(format!("{BULLET}{question} {figures}"));
            }
        }
    }
    lines
}

/// "Ja: 12, nej: 19 (31 svar fra 14 kommuner)".
fn counted(kind: &ItemKind, counts: &[u32], base: AnswerBase, language: Language) -> String {
    let labels = match kind {
        ItemKind::Scale { low, high } => (1..=SCALE_STEPS)
            .map(|at| survey::step(at, SCALE_STEPS, low, high))
            .collect(),
        kind => kind.options().to_vec(),
    };
    let each = labels.iter().zip(counts);
    let each: Vec<String> = each
        .map(|(label, &count)| format!("{label}: {}", language.whole(count)))
        .collect();
    let of = SurveyText::Base {
        answers: base.answers(),
        municipalities: base.municipalities(),
    };
    format!("{} ({})", each.join(" · "), of.say(language))
}

/// A sentence with its full stop; "kr." has one already.
pub(crate) fn ended(sentence: String) -> String {
    if sentence.ends_with('.') {
        sentence
    } else {
        sentence + "."
    }
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
}
