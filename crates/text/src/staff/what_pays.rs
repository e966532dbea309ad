//! The words of the vendor's page about what gets financed.

use barometer_domain::what_pays::{Choosing, Conclusion, SimulatedWay};

use crate::Language;
use crate::figures::percent;

/// What the page says. Amounts come written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhatPaysText<'a> {
    /// The page's heading, and the way to it.
    Title,
    /// What the page is, and what it is not.
    Body,
    /// Above what is assumed.
    Assumed,
    /// How many own requests take part.
    Requests(u32),
    /// How many have no price, and take no part.
    WithoutPrice(u32),
    /// How many municipalities come, from and to.
    Come(u32, u32),
    /// What a request is worth to the median municipality.
    Worth(&'a str),
    /// What the median municipality can spend in a half-year.
    Frame(&'a str),
    /// After how many months a municipality answers, from and to.
    Months(u32, u32),
    /// That nothing of it is measured or anybody's.
    Nobodys,
    /// Where all assumptions are.
    Everything,
    /// Below two requests with a price.
    TooFew,
    /// Above the figures.
    Figures,
    /// What the lines show, for so many webinars.
    Lines(u32),
    /// The column of ways.
    WayColumn,
    /// The column of how many of those treated are financed.
    SuccessColumn,
    /// The column of how many are financed for each webinar.
    FinancedColumn,
    /// The column of dead ends for each webinar.
    DeadEndColumn,
    /// How requests are chosen.
    Choosing(Choosing),
    /// How it is followed up: with the tap, with a home round.
    FollowUp(bool, bool),
    /// Above what the ways are.
    Ways,
    /// What reading with prices is.
    WithPrices,
    /// What the tap is.
    Tap,
    /// What a home round is.
    HomeRound,
}

impl WhatPaysText<'_> {
    /// What a person reads in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::what_pays::sentence(self))
    }
}

/// The figures of a conclusion, written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrittenWay {
    /// Its name.
    pub(crate) name: String,
    /// Financed of those treated.
    pub(crate) success: String,
    /// Financed for each webinar.
    pub(crate) financed: String,
    /// Dead ends for each webinar.
    pub(crate) dead_ends: String,
}

/// The page's one sentence.
pub fn conclusion(language: Language, conclusion: Conclusion<'_>) -> String {
    let written = |way: &SimulatedWay| WrittenWay {
        name: way_name(language, way),
        success: way.success.map_or_else(
            || in_percent(language, 0),
            |success| in_percent(language, success.value),
        ),
        financed: tenths(language, way.financed.value),
        dead_ends: tenths(language, way.dead_ends.value),
    };
    match conclusion {
        Conclusion::More { usual, best } => {
            let (usual, best) = (written(usual), written(best));
            in_language!(language, staff::what_pays::more(&usual, &best))
        }
        Conclusion::FewerDeadEnds { usual, best } => {
            let (usual, best) = (written(usual), written(best));
            in_language!(language, staff::what_pays::fewer_dead_ends(&usual, &best))
        }
        Conclusion::NoneBetter => {
            in_language!(language, staff::what_pays::none_better()).to_owned()
        }
    }
}

/// A way by its name: how it chooses, and how that is followed up.
fn way_name(language: Language, way: &SimulatedWay) -> String {
    let choosing = WhatPaysText::Choosing(way.choosing).say(language);
    if !way.tap && !way.home_round {
        return choosing;
    }
    let follow_up = WhatPaysText::FollowUp(way.tap, way.home_round).say(language);
    format!("{choosing} + {follow_up}")
}

/// Thousandths as whole percent.
pub fn in_percent(language: Language, of: u32) -> String {
    let rounded = (of.min(1_000) + 5) / 10 * 10;
    percent(language, u16::try_from(rounded).unwrap_or(1_000))
}

/// Thousandths as a number with one decimal, so that a column reads alike: `1,0`.
pub fn tenths(language: Language, of: u32) -> String {
    let tenths = (of + 50) / 100;
    let point = language.decimal_point();
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use barometer_domain::what_pays::Interval;

    use super::*;

    #[test]
    fn figures_of_a_column_have_one_decimal() {
        let said = [0, 49, 50, 951, 1_000, 12_340].map(|of| tenths(Language::Danish, of));
        assert_eq!(said, ["0,0", "0,0", "0,1", "1,0", "1,0", "12,3"]);
    }

    fn way(choosing: Choosing, tap: bool, home_round: bool, figures: [u32; 3]) -> SimulatedWay {
        let interval = |value| Interval {
            low: value,
            value,
            high: value,
        };
        let [success, financed, dead_ends] = figures.map(interval);
        SimulatedWay {
            choosing,
            tap,
            home_round,
            success: Some(success),
            financed,
            dead_ends,
        }
    }

    #[test]
    fn the_conclusion_is_one_plain_sentence_in_both_languages() {
        let usual = way(
            Choosing::VotesByMunicipality,
            false,
            false,
            [323, 830, 1_740],
        );
        let best = way(
            Choosing::FramesByInhabitants,
            false,
            true,
            [765, 1_140, 350],
        );
        let more = Conclusion::More {
            usual: &usual,
            best: &best,
        };
        assert_eq!(
            conclusion(Language::Danish, more),
            "Med disse antagelser bliver 0,8 ønsker finansieret pr. webinar, som I vælger nu, og 1,1 med »læst med pris, \
             ramme efter indbyggere + hjemmerunde«; af de behandlede ønsker er det 32\u{a0}% mod 77\u{a0}%."
        );
        assert_eq!(
            conclusion(Language::English, more),
            "Under these assumptions 0.8 requests are financed per webinar the way you choose now, and 1.1 with “read with \
             prices, frame by inhabitants + home round”; of the requests treated it is 32% against 77%."
        );
        let fewer = Conclusion::FewerDeadEnds {
            usual: &usual,
            best: &best,
        };
        assert_eq!(
            conclusion(Language::Danish, fewer),
            "Ingen måde finansierer sikkert flere ønsker, men med »læst med pris, ramme efter indbyggere + hjemmerunde« \
             behandles 0,4 ønsker forgæves pr. webinar mod 1,7 nu."
        );
        assert_eq!(
            conclusion(Language::English, Conclusion::NoneBetter),
            "None of the ways is surely better than the one the barometer uses now."
        );
    }
}
