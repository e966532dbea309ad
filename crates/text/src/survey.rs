//! The words of surveys: the form, its receipt, the result as a page, and what an evaluation asks until the vendor
//! writes something better.

use barometer_domain::survey::{
    AnswerProblem, Band, ItemId, ItemKind, Survey, SurveyItem, SurveyPurpose,
};

use crate::Language;

/// Every sentence of the pages about a survey; days come formatted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum SurveyText<'a> {
    Title(SurveyPurpose),
    /// Who answers, and that answers can be changed.
    Intro(SurveyPurpose),
    /// What becomes of the answers.
    Promise,
    Name,
    NameHint,
    MayBeQuoted,
    MayBeQuotedHint,
    TextHint,
    /// What was sealed before stands until it is written anew.
    TextStands,
    /// How a number is typed, with its unit.
    NumberHint(&'a str),
    Send,
    SendAgain,
    /// The receipt's heading.
    Thanks,
    /// That it can be changed.
    UntilClosed,
    AnsweredFor(&'a str),
    NotAnswered,
    Sealed,
    Change,
    NoSurvey,
    NotOpenYet,
    /// The day and time at which it opens.
    OpensAt(&'a str),
    IsClosed,
    ResultHeading,
    /// "31 svar fra 14 kommuner".
    Base {
        answers: u32,
        municipalities: u32,
    },
    /// "12 af 31 svar fra 14 kommuner".
    CountOf {
        count: u32,
        answers: u32,
        municipalities: u32,
    },
    /// Nothing is shown of the survey, or of this question.
    TooFew,
    /// Where half of the numbers lie: both ends, with the unit.
    HalfLie(&'a str, &'a str, &'a str),
    /// Where the middle lies, with the unit.
    MiddleLies(&'a str, &'a str),
    /// The vendor's points on the free texts.
    PointsHeading,
    ToWebinar,
    /// An answer that was not taken.
    Wrong(AnswerProblem),
    NothingAnswered,
    /// What came in the place of sealed words is none.
    NotSealed,
}

impl SurveyText<'_> {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, survey::sentence(self))
    }
}

/// A step of a scale, with the word at its end: "1 – Slet ikke".
pub fn step(step: u8, last: u8, low: &str, high: &str) -> String {
    let word = match step {
        1 => low,
        step if step == last => high,
        _ => "",
    };
    if word.is_empty() {
        step.to_string()
    } else {
        format!("{step} – {word}")
    }
}

/// A band in words: "0", "over 5 og op til 10", "højst 5".
pub fn band(band: Band, language: Language) -> String {
    let (above, up_to) = (band.above.say(language), band.up_to.say(language));
    if band.above == band.up_to {
        return up_to;
    }
    in_language!(language, survey::band(&above, &up_to))
}

/// What an evaluation asks until the vendor writes something better.
///
/// # Panics
/// Never: a test reads it in every language.
pub fn usual_evaluation(language: Language) -> Survey {
    let [
        useful,
        low,
        high,
        pace,
        slow,
        right,
        fast,
        again,
        yes,
        maybe,
        no,
        otherwise,
    ] = in_language!(language, survey::evaluation()).map(str::to_owned);
    let item = |id, question, kind| SurveyItem {
        id: ItemId(id),
        question,
        required: false,
        kind,
    };
    let items = vec![
        item(1, useful, ItemKind::Scale { low, high }),
        item(
            2,
            pace,
            ItemKind::Choice {
                options: vec![slow, right, fast],
            },
        ),
        item(
            3,
            again,
            ItemKind::Choice {
                options: vec![yes, maybe, no],
            },
        ),
        item(4, otherwise, ItemKind::Text),
    ];
    Survey::of(items).expect("the usual evaluation is a survey")
}

#[cfg(test)]
mod tests {
    use barometer_domain::survey::Quantity;

    use super::*;

    #[test]
    fn the_usual_evaluation_is_three_taps_and_a_line_of_text() {
        for language in Language::ALL {
            let survey = usual_evaluation(language);
            assert_eq!(survey.items().len(), 4);
            assert!(survey.asks_for_text());
        }
    }

    #[test]
    fn a_count_is_said_with_its_denominator() {
        let count = SurveyText::CountOf {
            count: 12,
            answers: 31,
            municipalities: 14,
        };
        assert_eq!(count.say(Language::Danish), "12 af 31 svar fra 14 kommuner");
        assert_eq!(
            count.say(Language::English),
            "12 of 31 answers from 14 municipalities"
        );
    }

    #[test]
    fn bands_and_steps_are_said_in_words() {
        let band_of = |typed: &str| Band::of(Quantity::read(typed).unwrap());
        let danish = |typed: &str| band(band_of(typed), Language::Danish);
        assert_eq!(danish("0"), "0");
        assert_eq!(danish("7"), "over 5 og højst 10");
        assert_eq!(step(1, 5, "Slet ikke", "Meget"), "1 – Slet ikke");
        assert_eq!(
            (step(3, 5, "a", "b"), step(5, 5, "a", "")),
            ("3".to_owned(), "5".to_owned())
        );
    }
}
