//! About how many guesses a passphrase takes, after zxcvbn (Wheeler, USENIX Security 2016): the cheapest way to put it
//! together from words, runs, sequences, years, what came before, and single characters.
//!
//! zxcvbn itself is not used: its lists make a module of 697 KB (brotli), and the whole of the vendor's document has
//! 409. Where a word is on no list here, this estimate is higher than zxcvbn's.

use std::collections::HashSet;

use crate::words;

/// Words that people put into passphrases, and the passwords they take most often; ours and Danish ones first.
const COMMON: &str = include_str!("common.txt");
/// Rows of keyboards, Danish and English.
const KEYBOARD: [&str; 6] = [
    "1234567890",
    "qwertyuiopå",
    "asdfghjklæø",
    "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyzæøå",
    "qazwsxedcrfvtgbyhnujmikolp",
];

/// The cost of each kind of piece, in bits.
mod bits {
    /// One of a thousand words.
    pub(super) const WORD: f64 = 10.0;
    /// A capital letter where one was not expected.
    pub(super) const CAPITAL: f64 = 1.0;
    /// Where a run or a sequence begins, and what it is.
    pub(super) const SEQUENCE: f64 = 7.0;
    /// A year from 1900 to 2099.
    pub(super) const YEAR: f64 = 6.6;
    /// A piece that stood in the passphrase before.
    pub(super) const AGAIN: f64 = 4.0;
    /// A single character: zxcvbn's ten guesses.
    pub(super) const CHARACTER: f64 = 3.32;
    /// A space, or another mark between words.
    pub(super) const BETWEEN: f64 = 1.0;
}

/// The longest piece that is looked at, in characters.
const LONGEST_PIECE: usize = 24;

/// The binary logarithm of the number of guesses.
pub(super) fn bits(phrase: &str) -> f64 {
    let typed: Vec<char> = phrase.chars().collect();
    let lower: Vec<char> = phrase.to_lowercase().chars().collect();
    if typed.len() != lower.len() {
        // A letter whose small form is longer: rare enough to cost what it costs.
        return number(lower.len()) * bits::CHARACTER;
    }
    let common: HashSet<&str> = COMMON.split_whitespace().collect();
    let mut cheapest = vec![0.0; lower.len() + 1];
    for end in 1..=lower.len() {
        let from = end.saturating_sub(LONGEST_PIECE);
        cheapest[end] = (from..end)
            .map(|start| {
                let capitals = typed[start..end].iter().zip(&lower[start..end]);
                let has_capitals = capitals.clone().any(|(typed, lower)| typed != lower);
                let capitals = if has_capitals { bits::CAPITAL } else { 0.0 };
                cheapest[start] + piece(&lower, start, end, &common) + capitals
            })
            .fold(f64::INFINITY, f64::min);
    }
    cheapest[lower.len()]
}

/// What one piece costs by the cheapest of all ways to make it.
fn piece(phrase: &[char], start: usize, end: usize, common: &HashSet<&str>) -> f64 {
    let piece = &phrase[start..end];
    if let [only] = piece {
        return if only.is_alphanumeric() {
            bits::CHARACTER
        } else {
            bits::BETWEEN
        };
    }
    let text: String = piece.iter().collect();
    let more = number(piece.len()).log2();
    let mut cost = number(piece.len()) * bits::CHARACTER;
    if common.contains(text.as_str()) || words::contains(&text) {
        cost = cost.min(bits::WORD);
    }
    if piece.len() >= 3 {
        let is_run = piece.windows(2).all(|pair| pair[0] == pair[1]);
        if is_run || is_sequence(&text) {
            cost = cost.min(bits::SEQUENCE + more);
        }
        let before = &phrase[..start];
        if before.windows(piece.len()).any(|earlier| earlier == piece) {
            cost = cost.min(bits::AGAIN);
        }
    }
    let is_year = piece.len() == 4 && matches!(text.parse(), Ok(1900_u16..=2099));
    if is_year {
        cost = cost.min(bits::YEAR);
    }
    cost
}

/// Whether it goes along a row of the keyboard or the alphabet, either way.
fn is_sequence(text: &str) -> bool {
    let back: String = text.chars().rev().collect();
    KEYBOARD
        .iter()
        .any(|row| row.contains(text) || row.contains(&back))
}

#[expect(clippy::cast_precision_loss, reason = "lengths of passphrases")]
fn number(length: usize) -> f64 {
    length as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_take_first_is_guessed_first() {
        for weak in [
            "password password",
            "kodeordkodeordkodeord",
            "1234567890123456",
            "qwertyuiopåasdfghjkl",
            "abcdefghijklmnop",
            "sommerferie 2026",
            "Velkommen2026!!!!",
            "barometer til demo",
            "barometer barometer 1",
            "abcabcabcabcabcabc",
        ] {
            let bits = bits(weak);
            assert!(bits < super::super::LEAST_BITS, "{weak}: {bits}");
        }
    }

    #[test]
    fn what_is_long_and_of_ones_own_is_not() {
        for strong in [
            "Min hund Viggo elsker rugbrød og leverpostej",
            "xK7#pQ2m&vT9zL4w",
            "album blæst citron dværg enig ørred",
            "Farmors gule cykel knirkede ned ad Strandvejen",
        ] {
            let bits = bits(strong);
            assert!(bits >= super::super::LEAST_BITS, "{strong}: {bits}");
        }
    }

    #[test]
    fn more_never_makes_it_weaker() {
        let mut phrase = String::new();
        let mut last = 0.0;
        for letter in "Min hund hedder Viggo 1234 og 1234".chars() {
            phrase.push(letter);
            let now = bits(&phrase);
            assert!(now + bits::WORD >= last, "{phrase}");
            last = now;
        }
    }
}
