//! In Danish: what the votes can carry within a frame.

use barometer_domain::carrying::{
    BudgetFrame, FEWEST_TO_CARRY, FrameBasis, LeftOut, Served, WhatWouldChange, WhyLeftOut,
};
use barometer_domain::financing::own_share::Prospect;

use crate::Language::Danish;
use crate::carrying::CarryingText;
use crate::figures;

pub(crate) fn sentence(message: CarryingText<'_>) -> String {
    match message {
        CarryingText::Title => "Hvad kan bæres sammen?".into(),
        CarryingText::Frame(BudgetFrame { amount, by }) => {
            let amount = figures::money(Danish, amount);
            match by {
                FrameBasis::Equal => format!("Ramme: {amount} pr. kommune"),
                FrameBasis::Population => {
                    format!("Ramme: {amount} for en gennemsnitskommune, ellers efter indbyggertal")
                }
            }
        }
        CarryingText::NoFrame => "Ingen ramme".into(),
        CarryingText::Supposition => "Et tænkt eksempel. Det binder ingen.".into(),
        CarryingText::Carried(1) => "Dette ene ønske kan bæres".into(),
        CarryingText::Carried(count) => {
            format!("Disse {} ønsker kan bæres sammen", Danish.whole(count))
        }
        CarryingText::Nothing => "Intet ønske kan bæres inden for den ramme".into(),
        CarryingText::Served(Served::Few, of) => format!(
            "Færre end 3 af de {} kommuner får mindst ét af deres ønsker",
            Danish.whole(of)
        ),
        CarryingText::Served(Served::Exactly { count }, of) => format!(
            "{} af de {} kommuner får mindst ét af deres ønsker",
            Danish.whole(count),
            Danish.whole(of)
        ),
        CarryingText::Served(Served::AtLeast { count }, of) => format!(
            "Mindst {} af de {} kommuner får mindst ét af deres ønsker",
            Danish.whole(count),
            Danish.whole(of)
        ),
        CarryingText::ServedUntold => {
            "Så få kommuner har stemt, at vi ikke siger, hvor mange der får et af deres ønsker"
                .into()
        }
        CarryingText::WhyNot => "Hvorfor ikke de andre?".into(),
        CarryingText::Same => "Det er de samme, som går videre efter stemmerne.".into(),
        CarryingText::Differs { by_rule, carried } => format!(
            "Efter stemmerne går {by_rule} videre; rammerne bærer {carried}. Begge dele er svar, på hvert sit spørgsmål. \
             Oplægsholderen beslutter."
        ),
        CarryingText::PriceEach {
            municipalities,
            price,
            prospect,
        } => {
            let behind = municipalities.map_or_else(String::new, |count| {
                format!("{} · ", Danish.counted(count, "kommune", "kommuner"))
            });
            let each = match prospect {
                Prospect::Each(share) => format!("= {} hver", figures::money(Danish, share)),
                Prospect::BySize([_, average, _]) => {
                    format!("= {} for en gennemsnitskommune", figures::money(Danish, average))
                }
                Prospect::NotEnough => "· flere skal være med".into(),
            };
            format!("{behind}{price} {each}")
        }
        CarryingText::FrameNow(None) => "Ramme pr. kommune: ingen".into(),
        CarryingText::FrameNow(Some(BudgetFrame { amount, by })) => {
            let amount = figures::money(Danish, amount);
            match by {
                FrameBasis::Equal => format!("Ramme pr. kommune: {amount}"),
                FrameBasis::Population => format!("Ramme pr. kommune: {amount}, efter indbyggertal"),
            }
        }
        CarryingText::FrameHelp => {
            "Til »Hvad kan bæres sammen?« efter resultatet: hvor meget en kommune tænkes at kunne bruge. Den kan kun sættes, før \
             afstemningen åbner, og står i beslutningsloggen."
                .into()
        }
        CarryingText::FrameAmount => "Beløb".into(),
        CarryingText::FrameBy(FrameBasis::Population) => {
            "efter indbyggertal (beløbet er gennemsnitskommunens)".into()
        }
        CarryingText::FrameBy(FrameBasis::Equal) => "det samme til alle".into(),
        CarryingText::SetFrame => "Sæt rammen".into(),
        CarryingText::TakeFrameAway => "Fjern rammen".into(),
        CarryingText::DecidedOtherwise => {
            "Oplægsholderen lader andre ønsker gå videre, end stemmerne peger på.".into()
        }
        CarryingText::Decided(numbers) => {
            format!("Oplægsholderen har besluttet, at {numbers} går videre.")
        }
        CarryingText::Because(reason) => format!("Begrundelse: {reason}"),
        CarryingText::ByTheVotes => "efter stemmerne – oplægsholderen har valgt andre".into(),
        CarryingText::DecideTitle => "Lad andre gå videre end reglen".into(),
        CarryingText::DecideHelp => {
            "Vælg op til 3. Beslutningen og din begrundelse står i loggen og i brevet til deltagerne.".into()
        }
        CarryingText::Reason => "Begrundelse".into(),
        CarryingText::Decide => "Beslut det".into(),
        CarryingText::FollowTheRule => "Lad reglen gælde igen".into(),
        CarryingText::DecideLacks => "Vælg 1-3, og skriv hvorfor".into(),
        CarryingText::Number(number) => format!("Nr. {number}"),
    }
}

pub(crate) fn numbers(list: &str) -> String {
    format!("nr. {list}")
}

/// In the place of a list that is empty.
pub(crate) const fn none() -> &'static str {
    "ingen"
}

pub(crate) fn why_not(LeftOut { candidate, why }: LeftOut) -> String {
    let number = candidate.0;
    let counted = |count| Danish.counted(count, "kommune", "kommuner");
    match why {
        WhyLeftOut::NoPrice => {
            format!(
                "Nr. {number} har ingen pris endnu og kan først regnes med, når den er vurderet."
            )
        }
        WhyLeftOut::NoSupport => format!("Ingen har stemt på nr. {number}."),
        WhyLeftOut::TooFewBehind { behind } => format!(
            "Kun {} står bag nr. {number}; det regnes med, når mindst {FEWEST_TO_CARRY} gør.",
            counted(behind)
        ),
        WhyLeftOut::DoesNotReach { behind } => format!(
            "De {} bag nr. {number} har ikke nok tilbage af deres rammer til prisen; med store nok rammer var det kommet med.",
            counted(behind)
        ),
        WhyLeftOut::TooLittleLeft {
            behind,
            tenths,
            went_to,
            level_with,
            change,
        } => {
            let level = level_with.map_or_else(String::new, |first| {
                format!(
                    "stod lige med nr. {}, der står før det på listen, og ",
                    first.0
                )
            });
            let left = match tenths {
                0 => "under 10\u{a0}%".to_owned(),
                tenths => format!("mellem {}0 og {}0\u{a0}%", tenths, tenths + 1),
            };
            let went_to = went_to.map_or_else(String::new, |other| {
                format!(
                    ", efter at det meste af deres forbrug gik til nr. {}",
                    other.0
                )
            });
            let change = match change {
                WhatWouldChange::Price { at_most } => {
                    format!("til højst {}", figures::money(Danish, at_most))
                }
                WhatWouldChange::Frames { times: 2 } => "med dobbelt så store rammer".into(),
                WhatWouldChange::Frames { times } => {
                    let times = match times {
                        3 => "tre".to_owned(),
                        5 => "fem".to_owned(),
                        10 => "ti".to_owned(),
                        other => other.to_string(),
                    };
                    format!("med {times} gange så store rammer")
                }
                WhatWouldChange::LargerFrames => "med endnu større rammer".into(),
            };
            let behind = counted(behind);
            format!(
                "Nr. {number} {level}kom ikke med, for de {behind} bag det har {left} af prisen tilbage{went_to}; {change} \
                 var det kommet med."
            )
        }
    }
}
