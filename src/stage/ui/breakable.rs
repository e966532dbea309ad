//! A title as it is drawn on the projector: broken, where it does not fit, at the joints of its words.

use barometer_text::Language;
use leptos::prelude::*;

use super::word_breaks::pieces;

/// What stands before a mark that ends a part of a sentence, and would begin a line with it.
const MARKS: [char; 6] = [',', '.', ';', ':', '!', '?'];

/// The title with places where it may be broken, in the `language` it is written in.
///
/// The places are empty elements to which only the style sheet gives a soft hyphen: the text of the page stays what the
/// vendor wrote, for whoever copies, searches or reads it aloud.
pub fn breakable(title: &str, language: Language) -> AnyView {
    let title = without_stray_blanks(title);
    let mut parts: Vec<AnyView> = Vec::new();
    for (at, piece) in pieces(&title, language).into_iter().enumerate() {
        if at > 0 {
            parts.push(view! { <i class="break"></i> }.into_any());
        }
        parts.push(piece.into_any());
    }
    view! { <span lang=language.tag()>{parts}</span> }.into_any()
}

/// No blank before a comma or the like: a line would begin with it.
fn without_stray_blanks(title: &str) -> String {
    let mut tidy = String::with_capacity(title.len());
    for letter in title.chars() {
        if MARKS.contains(&letter) {
            tidy.truncate(tidy.trim_end().len());
        }
        tidy.push(letter);
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_stands_apart_from_its_word() {
        for (typed, tidy) in [
            ("Plan , besøg og rute", "Plan, besøg og rute"),
            ("Borgere , der bor alene !", "Borgere, der bor alene!"),
            ("Pris: 3.000, hver", "Pris: 3.000, hver"),
        ] {
            assert_eq!(without_stray_blanks(typed), tidy);
        }
    }
}
