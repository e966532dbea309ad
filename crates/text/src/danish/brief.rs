//! In Danish: the decision brief: one page that a participant takes home about one request.

use barometer_domain::financing::Price;

use crate::Language::Danish;
use crate::brief::BriefText;
use crate::danish::staff::deliveries;
use crate::phone::in_full;
use crate::sharing;

pub(crate) fn sentence(message: &BriefText<'_>) -> String {
    match message {
            BriefText::Kind => "Beslutningsoplæg".into(),
            BriefText::From(title, day) => format!("Fra {title}, {day}"),
            BriefText::For(name) => format!("Til {}", in_full(name)),
            BriefText::WhatYouGet => "Hvad får I?".into(),
            BriefText::ThePrice => "Prisen".into(),
            BriefText::PriceIs(Price::Firm { .. }, ..) => "Fast pris for alle tilsammen.".into(),
            BriefText::NotAssessed | BriefText::PriceIs(Price::NotAssessed, ..) => {
                "Prisen er ikke vurderet endnu. Først når der er en fast pris, kan I give tilsagn.".into()
            }
            BriefText::PriceIs(Price::Estimate { low, high, .. }, ..) if low == high => {
                "Groft prisoverslag for alle tilsammen.".into()
            }
            BriefText::PriceIs(Price::Estimate { .. }, low, high) => {
                format!("Groft prisoverslag for alle tilsammen: mellem {low} og {high}")
            }
            BriefText::CameWithin(percent) => deliveries::came_within(*percent),
            BriefText::Standing { by: 0, missing, .. } => {
                format!("Ingen kommuner har givet tilsagn endnu. Der mangler {missing}")
            }
            BriefText::Standing {
                committed,
                by,
                missing,
            } => {
                let by = Danish.counted(*by, "kommune", "kommuner");
                format!("{by} har givet tilsagn om {committed} Der mangler {missing}")
            }
            BriefText::Rounded => "Hver kommunes tilsagn er afrundet til hele tusinde kroner.".into(),
            BriefText::MoreNeeded(count) => {
                let count = Danish.counted(*count, "kommune", "kommuner");
                format!("Det svarer til {count} mere.")
            }
            BriefText::Funded => "Ønsket er fuldt finansieret.".into(),
            BriefText::ShareAt(count, rule) => sharing::share_if(*count, rule, Danish),
            BriefText::OneMoreSaves(amount) => {
                format!("For hver kommune mere falder jeres andel. Den næste sparer jer {amount}")
            }
            BriefText::Rule => "Prisen fordeles".into(),
            BriefText::NoMunicipality => {
                "Du ser kun med. Deltag for en kommune for at se jeres andel.".into()
            }
            BriefText::AskPurchasing => "Spørg indkøb om".into(),
            BriefText::Deadline => "Frist".into(),
            BriefText::By(day) => format!("Tilsagn senest {day}."),
            BriefText::Extended(from, reason) => format!("Forlænget fra {from}: {reason}"),
            BriefText::NoDeadline => {
                "Der er ingen frist endnu. Leverandøren melder den ud sammen med den faste pris."
                    .into()
            }
            BriefText::NextSteps => "Næste skridt".into(),
            BriefText::NotBinding => {
                "Oplægget binder ingen. I er først med, når I har givet leverandøren et skriftligt tilsagn."
                    .into()
            }
            BriefText::Print => "Udskriv eller gem som PDF".into(),
            BriefText::ShareIt => "Del".into(),
            BriefText::Copied => "Linket er kopieret.".into(),
            BriefText::CopyByHand(address) => format!("Kopiér linket her: {address}"),
            BriefText::Mail => "Send som mail".into(),
            BriefText::Message(request, webinar, day) => {
                format!("Her er et oplæg om ændringsønsket »{request}«. Det blev vist i »{webinar}« {day}.")
            }
            BriefText::MessageShare(amount, count, rule) => {
                let count = Danish.counted(*count, "kommune", "kommuner");
                format!("Vores andel bliver {amount}, hvis {count} er med, og prisen fordeles {rule}.")
            }
            BriefText::ReadHere(address) => format!("Læs oplægget: {address}"),
            BriefText::Back => "Tilbage til webinaret".into(),
        }
}

pub(crate) const fn questions() -> [&'static str; 5] {
    [
        "Er der råderum i rammen i år, eller skal det på næste års budget?",
        "Kan ændringen købes under den aftale, vi har, eller skal noget i udbud?",
        "Hvem må give tilsagn om beløbet, og hvornår mødes udvalget?",
        "Skal IT, jura eller databeskyttelse høres først?",
        "Hvilket år kan vi faktureres?",
    ]
}

pub(crate) const fn steps() -> [&'static str; 3] {
    [
        "Tal med fagchefen: Vil vi have det, og hvad er det mest, vi vil betale?",
        "Skriv til leverandøren, hvad I har til hensigt, og hvornår I kan beslutte. Det binder ikke.",
        "Giv tilsagn skriftligt, når beslutningen er truffet: hvem, hvor meget og med hvilket sagsnummer.",
    ]
}
