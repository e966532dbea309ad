//! Amounts as people write them in lists and fields: `240.000,-`, `1,2 mio.`, `ca. 180.000`, `150-200.000`;
//! `docs/domain.md, "Amounts as written"`.
//!
//! Nothing is guessed: thousands are grouped by three or the mark is none between thousands, and what could mean two
//! amounts is refused, so that somebody is asked.

use super::Money;

/// The meaning of an amount that somebody wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenAmount {
    /// Exactly this amount, as in `240.000,-`.
    Exact(Money),
    /// Roughly this amount, as in `ca. 180.000`.
    About(Money),
    /// Somewhere between: `150-200.000`. The first is the lower.
    Between(Money, Money),
    /// Not known yet, as in `?` or `ikke vurderet`.
    NotAssessed,
}

/// Words for a price that is not known yet.
const NOT_ASSESSED: [&str; 21] = [
    "?",
    "??",
    "???",
    "-",
    "tbd",
    "n/a",
    "ukendt",
    "ukendt pris",
    "afventer",
    "afventer pris",
    "uvurderet",
    "ikke vurderet",
    "ikke vurderet endnu",
    "pris ikke vurderet",
    "ikke prissat",
    "ej prissat",
    "unknown",
    "not assessed",
    "price not assessed",
    "not estimated",
    "not priced",
];
/// What stands before an amount that is only about right; the longer of two that begin alike comes first.
const ABOUT: [&str; 14] = [
    "cirka",
    "circa",
    "ca.",
    "ca",
    "omkring",
    "anslået",
    "estimeret",
    "overslag",
    "approximately",
    "approx.",
    "approx",
    "about",
    "~",
    "≈",
];
/// What may stand after an amount and changes nothing: prices are without VAT.
const WITHOUT_VAT: [&str; 10] = [
    "ekskl. moms",
    "ekskl moms",
    "eksl. moms",
    "ex. moms",
    "ex moms",
    "excl. moms",
    "u. moms",
    "uden moms",
    "excl. vat",
    "+ moms",
];
/// The currency before an amount.
const CURRENCY_BEFORE: [&str; 4] = ["kroner", "kr.", "kr", "dkk"];
/// And after it; the longer of two that end alike comes first.
const CURRENCY_AFTER: [&str; 7] = [",--", ",-", ".-", "kroner", "kr.", "kr", "dkk"];
/// Units with how many kroner they stand for.
const UNITS: [(&str, i64); 20] = [
    ("t. kr.", 1_000),
    ("t. kr", 1_000),
    ("t.kr.", 1_000),
    ("t.kr", 1_000),
    ("t kr.", 1_000),
    ("t kr", 1_000),
    ("tkr.", 1_000),
    ("tkr", 1_000),
    ("tdkk", 1_000),
    ("tusind", 1_000),
    ("tusinde", 1_000),
    ("thousand", 1_000),
    ("k", 1_000),
    ("millioner", 1_000_000),
    ("million", 1_000_000),
    ("mill.", 1_000_000),
    ("mill", 1_000_000),
    ("mio.", 1_000_000),
    ("mio", 1_000_000),
    ("m", 1_000_000),
];
/// What divides thousands; the apostrophe the Swiss way.
const BETWEEN_THOUSANDS: [char; 4] = ['.', ',', ' ', '\''];
/// The most digits before the decimals.
const MOST_DIGITS: usize = 12;

/// What an amount in kroner means; `None` for what is none, is negative, or could mean two.
///
/// The Danish way or the English: the last mark divides decimals unless three digits follow it, and where three follow
/// it divides thousands only if all groups are of three. An amount without a unit has at most two decimals.
pub fn written_amount(written: &str) -> Option<WrittenAmount> {
    let text = tidy(written);
    if NOT_ASSESSED.contains(&&*text) {
        return Some(WrittenAmount::NotAssessed);
    }
    let (text, about) = without_about(&text);
    let text = without_vat(text);
    if let Some((low, high)) = between(text) {
        return Some(WrittenAmount::Between(low, high));
    }
    let amount = Part::of(text)?.amount()?;
    Some(if about {
        WrittenAmount::About(amount)
    } else {
        WrittenAmount::Exact(amount)
    })
}

/// Small letters, one ordinary blank for each run of any, one kind of dash and of apostrophe; not the apostrophe with
/// which spreadsheets mark a text.
fn tidy(written: &str) -> String {
    let lower = written.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let dash = |letter| matches!(letter, '–' | '—' | '−' | '‐' | '‑');
    let text = words.join(" ").replace(dash, "-").replace('’', "'");
    text.strip_prefix('\'').map_or(text.clone(), str::to_owned)
}

fn without_about(text: &str) -> (&str, bool) {
    let mut words = ABOUT.into_iter();
    let rest = words.find_map(|word| {
        let rest = text.strip_prefix(word)?;
        // `ca180` is as clear as `ca. 180`; `cafe` is not about anything.
        let ends = rest.starts_with(|next: char| !next.is_alphabetic())
            || !word.ends_with(char::is_alphabetic);
        ends.then_some(rest.trim_start_matches([' ', ':']))
    });
    rest.map_or((text, false), |rest| (rest, true))
}

fn without_vat(text: &str) -> &str {
    let bare = text.strip_suffix(')').and_then(|text| {
        let (before, inside) = text.rsplit_once('(')?;
        WITHOUT_VAT.contains(&inside.trim()).then_some(before)
    });
    let after = || {
        WITHOUT_VAT
            .into_iter()
            .find_map(|words| text.strip_suffix(words))
    };
    bare.or_else(after).unwrap_or(text).trim_end()
}

/// Two amounts with a dash or a word between them. What stands only after the second holds for both: `1-1,5 mio.`,
/// and `150-200.000` for thousands that nobody writes twice.
fn between(text: &str) -> Option<(Money, Money)> {
    let (low, high) = text
        .split_once(" til ")
        .or_else(|| text.split_once(" to "))
        .or_else(|| {
            let (low, high) = text.split_once('-')?;
            // `240.000,-` is one amount.
            (!high.is_empty() && !low.ends_with([',', '.'])).then_some((low, high))
        })?;
    let (mut low, high) = (Part::of(low)?, Part::of(high)?);
    if low.unit.is_none() {
        low.unit = high.unit;
    }
    let most = high.amount()?;
    let means_thousands = low.unit.is_none() && low.is_short() && high.is_grouped();
    if means_thousands {
        low.unit = Some(1_000);
    }
    let least = low.amount()?;
    // `150-200` could be kroner or thousands of them, and `1-200.000` anything.
    let is_clear = low.unit.is_some() || !low.is_short();
    let is_near = !means_thousands || most.ore() <= least.ore().saturating_mul(10);
    (is_clear && is_near && least < most).then_some((least, most))
}

/// One amount, taken apart into its digits and its unit.
#[derive(Clone, Copy)]
struct Part<'a> {
    number: &'a str,
    unit: Option<i64>,
}

impl<'a> Part<'a> {
    /// Takes the currency and the unit off.
    fn of(text: &'a str) -> Option<Self> {
        let whole = text.trim();
        let mut before = CURRENCY_BEFORE.into_iter();
        let rest = before.find_map(|word| whole.strip_prefix(word));
        let mut text = rest.map_or(whole, str::trim_start);
        let mut found = unit_at_end(text);
        // `240.000,- kr.` has two of them.
        for _ in 0..2 {
            if found.is_none() {
                let mut after = CURRENCY_AFTER.into_iter();
                let bare = after.find_map(|word| text.strip_suffix(word));
                text = bare.unwrap_or(text).trim_end();
                found = unit_at_end(text);
            }
        }
        let (number, unit) = found.map_or((text, None), |(number, unit)| (number, Some(unit)));
        let begins = number.starts_with(|first: char| first.is_ascii_digit());
        begins.then_some(Self { number, unit })
    }

    /// Up to three digits without any mark.
    fn is_short(self) -> bool {
        self.number.len() <= 3 && self.number.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether it ends on a group of thousands.
    fn is_grouped(self) -> bool {
        Number::of(self.number).is_some_and(|number| number.is_grouped)
    }

    /// In whole øre; `None` where that would need a smaller coin.
    fn amount(self) -> Option<Money> {
        let number = Number::of(self.number)?;
        let unit = self.unit.unwrap_or(1);
        if self.unit == Some(1_000_000) && number.is_grouped {
            return None;
        }
        let places = u32::try_from(number.decimals.len()).ok()?;
        let digits: i64 = format!("{}{}", number.whole, number.decimals)
            .parse()
            .ok()?;
        let ore = i128::from(digits) * i128::from(unit) * 100;
        let divisor = 10_i128.checked_pow(places)?;
        if ore % divisor != 0 || (self.unit.is_none() && places > 2) {
            return None;
        }
        i64::try_from(ore / divisor).ok().map(Money::from_ore)
    }
}

/// The number and how many kroner each stands for, where a unit follows the last digit.
fn unit_at_end(text: &str) -> Option<(&str, i64)> {
    UNITS.into_iter().find_map(|(word, kroner)| {
        let number = text.strip_suffix(word)?.trim_end();
        let follows = number.ends_with(|last: char| last.is_ascii_digit());
        follows.then_some((number, kroner))
    })
}

/// The digits of a number, before and after its decimal mark.
struct Number {
    whole: String,
    decimals: String,
    is_grouped: bool,
}

impl Number {
    /// `1.234,50`, `1,234.50`, `1 234`; `None` where a mark is in no place that it could have.
    fn of(text: &str) -> Option<Self> {
        let (whole, decimals) = match text.rfind(['.', ',']) {
            Some(at) if divides_decimals(text, at) => (&text[..at], Some(&text[at + 1..])),
            _ => (text, None),
        };
        let is_number =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let divides_both = decimals.is_some() && whole.contains(&text[whole.len()..=whole.len()]);
        if divides_both || decimals.is_some_and(|decimals| !is_number(decimals)) {
            return None;
        }
        let mut marks = whole.matches(BETWEEN_THOUSANDS);
        let mark = marks.next();
        let groups: Vec<&str> = whole.split(BETWEEN_THOUSANDS).collect();
        let is_grouped = mark.is_some();
        let is_right = groups.iter().all(|group| is_number(group))
            && marks.all(|other| Some(other) == mark)
            && groups.iter().skip(1).all(|group| group.len() == 3)
            && (!is_grouped || groups[0].len() <= 3 && !groups[0].starts_with('0'));
        let whole = groups.concat();
        (is_right && whole.len() <= MOST_DIGITS).then(|| Self {
            whole,
            decimals: decimals.unwrap_or_default().to_owned(),
            is_grouped,
        })
    }
}

/// Whether the last mark stands before decimals: not before three digits, or after a mark of the other kind, or after
/// a nought, which no group of thousands begins with.
fn divides_decimals(text: &str, at: usize) -> bool {
    let mark = &text[at..=at];
    let (before, after) = (&text[..at], &text[at + 1..]);
    let has_other = before.contains(BETWEEN_THOUSANDS) && !before.contains(mark);
    after.len() != 3 || has_other || before == "0"
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::money::{MAX_PRICE, typed_kroner};

    fn exact(kroner: i64) -> WrittenAmount {
        WrittenAmount::Exact(Money::from_kroner(kroner))
    }

    #[test]
    fn amounts_are_read_the_way_people_write_them() {
        for (written, kroner) in [
            ("240.000,-", 240_000),
            ("240.000,- kr.", 240_000),
            ("240.000.-", 240_000),
            ("kr 240.000", 240_000),
            ("kr. 240.000,00", 240_000),
            ("Kr.240000", 240_000),
            ("240\u{a0}000\u{a0}kr.", 240_000),
            ("240\u{202f}000", 240_000),
            ("240.000 DKK", 240_000),
            ("DKK 240,000.00", 240_000),
            ("0,24 mio. kr.", 240_000),
            ("0,240 mio. kr.", 240_000),
            ("0.24 million", 240_000),
            ("1,2 mio.", 1_200_000),
            ("1,2 Mio", 1_200_000),
            ("1.2m", 1_200_000),
            ("2,4 mio. kr.", 2_400_000),
            ("0,8 mio", 800_000),
            ("350 tkr", 350_000),
            ("350 t. kr.", 350_000),
            ("350k", 350_000),
            ("80 t.kr.", 80_000),
            ("1.200 t.kr.", 1_200_000),
            ("300.000 (ekskl. moms)", 300_000),
            ("300.000 kr. ekskl. moms", 300_000),
            ("75.000,-", 75_000),
            ("1.500.000 kr.", 1_500_000),
            ("40000", 40_000),
            ("1'250'000 kr.", 1_250_000),
            ("1’250’000", 1_250_000),
            ("'240.000", 240_000),
        ] {
            assert_eq!(written_amount(written), Some(exact(kroner)), "{written}");
        }
        let ore = WrittenAmount::Exact(Money::from_ore(20_550_050));
        assert_eq!(written_amount("205.500,50"), Some(ore));
        assert_eq!(
            written_amount("1.234.567,8"),
            Some(WrittenAmount::Exact(Money::from_ore(123_456_780)))
        );
    }

    #[test]
    fn what_is_about_between_or_unknown_says_so() {
        let about = |kroner| Some(WrittenAmount::About(Money::from_kroner(kroner)));
        for (written, kroner) in [
            ("ca. 180.000", 180_000),
            ("ca. 220.000 kr", 220_000),
            ("Ca 1,2 mio.", 1_200_000),
            ("ca180000", 180_000),
            ("~ 180.000", 180_000),
            ("about DKK 180,000", 180_000),
            ("Overslag: 180.000", 180_000),
        ] {
            assert_eq!(written_amount(written), about(kroner), "{written}");
        }
        let between = |low, high| {
            let [low, high] = [low, high].map(Money::from_kroner);
            Some(WrittenAmount::Between(low, high))
        };
        for (written, low, high) in [
            ("150-200.000", 150_000, 200_000),
            ("150 – 200.000 kr.", 150_000, 200_000),
            ("150.000-200.000", 150_000, 200_000),
            ("ca. 150.000 til 200.000 kr.", 150_000, 200_000),
            ("1-1,5 mio. kr.", 1_000_000, 1_500_000),
            ("800 t.kr. - 1,2 mio. kr.", 800_000, 1_200_000),
            ("900-1.200.000", 900_000, 1_200_000),
            ("150-200 tkr", 150_000, 200_000),
            ("1500-2000", 1_500, 2_000),
        ] {
            assert_eq!(written_amount(written), between(low, high), "{written}");
        }
        for unknown in [
            "?",
            " ? ",
            "–",
            "Ikke vurderet",
            "TBD",
            "pris ikke vurderet",
        ] {
            assert_eq!(
                written_amount(unknown),
                Some(WrittenAmount::NotAssessed),
                "{unknown}"
            );
        }
    }

    #[test]
    fn what_is_unclear_is_asked_about() {
        for unclear in [
            "",
            "gratis",
            "kr.",
            "-5",
            "240.00.000",
            "24.00,00,-",
            "1234.567",
            "0.240",
            "012.345",
            "1.234,567",
            "1.100.1",
            "240 00",
            "1.234 567",
            "12,",
            "12,3456",
            "1,2 mia.",
            "1.200 mio.",
            "1,234567891 mio.",
            "150-200",
            "1-200.000",
            "200.000-150.000",
            "800.000-1,2 mio.",
            "200.000 inkl. moms",
            "240.000 pr. kommune",
            "240.000 EUR",
            "½ mio.",
            "1e9",
            "cafe 100",
            "9999999999999",
            "1'25'000",
            "1'250.000",
            "''240.000",
            "240.000'",
        ] {
            assert_eq!(written_amount(unclear), None, "{unclear}");
        }
    }

    /// Digits with a mark between each group of three.
    fn grouped(kroner: i64, mark: &str) -> String {
        let digits = kroner.to_string();
        let mut text = String::new();
        for (at, digit) in digits.char_indices() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(mark);
            }
            text.push(digit);
        }
        text
    }

    proptest! {
        #[test]
        fn nothing_that_is_written_makes_it_stumble(written in "\\PC{0,20}|[0-9., ka~mtior-]{0,14}") {
            if let Some(WrittenAmount::Between(low, high)) = written_amount(&written) {
                prop_assert!(Money::ZERO <= low && low < high);
            }
        }

        #[test]
        fn any_amount_is_read_in_any_dress(
            ore in 0..=MAX_PRICE.ore(),
            mark in prop::sample::select(vec![(".", ","), (",", "."), (" ", ","), ("\u{a0}", ","), ("", ","), ("", ".")]),
            dress in prop::sample::select(vec![("", ""), ("kr. ", ""), ("kr ", ""), ("", " kr."), ("", "kr"), ("DKK ", ""), ("", "\u{a0}DKK")]),
        ) {
            let ((thousands, point), (before, after)) = (mark, dress);
            let whole = grouped(ore / 100, thousands);
            let text = format!("{before}{whole}{point}{:02}{after}", ore % 100);
            prop_assert_eq!(written_amount(&text), Some(WrittenAmount::Exact(Money::from_ore(ore))), "{}", text);
            let text = format!("ca. {text}");
            prop_assert_eq!(written_amount(&text), Some(WrittenAmount::About(Money::from_ore(ore))), "{}", text);
            for text in [format!("{before}{whole}{after}"), format!("{before}{whole},-")] {
                prop_assert_eq!(typed_kroner(&text), Some(Money::from_kroner(ore / 100)), "{}", text);
            }
        }

        #[test]
        fn a_unit_counts_for_what_it_says(
            // Three decimals after anything but a nought could be thousands.
            (whole, rest) in prop_oneof![
                (Just(0), 0_i64..1_000),
                (0_i64..100, (0_i64..100).prop_map(|rest| rest * 10)),
            ],
            comma in prop::sample::select(vec![',', '.']),
        ) {
            let thousandths = whole * 1_000 + rest;
            let decimals = if rest % 10 == 0 {
                format!("{:02}", rest / 10)
            } else {
                format!("{rest:03}")
            };
            let text = format!("{whole}{comma}{decimals}");
            let read = |unit: &str| typed_kroner(&format!("{text} {unit}"));
            prop_assert_eq!(read("mio. kr."), Some(Money::from_kroner(thousandths * 1_000)));
            prop_assert_eq!(read("tkr."), Some(Money::from_kroner(thousandths)));
        }

        #[test]
        fn thousands_that_are_not_grouped_by_three_are_no_thousands(
            groups in prop::collection::vec("[1-9][0-9]{0,4}", 2..4),
            mark in prop::sample::select(vec![".", ",", " "]),
        ) {
            let is_grouped = groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
            let decimals = mark != " " && groups.len() == 2 && groups[1].len() <= 2;
            let read = written_amount(&groups.join(mark));
            prop_assert_eq!(read.is_some(), is_grouped || decimals, "{:?}", groups);
        }

        #[test]
        fn a_span_is_what_its_ends_are(low in 1_000_i64..900_000, more in 1_i64..900_000) {
            let high = low + more;
            let text = format!("{}-{} kr.", grouped(low, "."), grouped(high, "."));
            let [low, high] = [low, high].map(Money::from_kroner);
            prop_assert_eq!(written_amount(&text), Some(WrittenAmount::Between(low, high)));
        }
    }
}
