//! In Danish: the decision brief: one page that a participant takes home about one request.

use barometer_domain::financing::Price;

use crate::Language::Danish;
use crate::brief::Brief;
use crate::phone::in_full;
use crate::sharing;

pub(crate) fn sentence(message: &Brief<'_>) -> String {
    match message {
            Brief::Kind => "Beslutningsoplæg".into(),
            Brief::From(title, day) => format!("Fra {title}, {day}"),
            Brief::For(name) => format!("Til {}", in_full(name)),
            Brief::WhatYouGet => "Hvad får I?".into(),
            Brief::ThePrice => "Prisen".into(),
            Brief::PriceIs(Price::Firm { .. }, ..) => "Fast pris for alle tilsammen.".into(),
            Brief::NotAssessed | Brief::PriceIs(Price::NotAssessed, ..) => {
                "Prisen er ikke vurderet endnu. Først når der er en fast pris, kan I give tilsagn.".into()
            }
            Brief::PriceIs(Price::Estimate { low, high, .. }, ..) if low == high => {
                "Groft prisoverslag for alle tilsammen.".into()
            }
            Brief::PriceIs(Price::Estimate { .. }, low, high) => {
                format!("Groft prisoverslag for alle tilsammen: mellem {low} og {high}")
            }
            Brief::Standing { by: 0, missing, .. } => {
                format!("Ingen kommuner har givet tilsagn endnu. Der mangler {missing}")
            }
            Brief::Standing {
                committed,
                by,
                missing,
            } => {
                let by = Danish.counted(*by, "kommune", "kommuner");
                format!("{by} har givet tilsagn om {committed} Der mangler {missing}")
            }
            Brief::Rounded => "Hver kommunes tilsagn er afrundet til hele tusinde kroner.".into(),
            Brief::MoreNeeded(count) => {
                let count = Danish.counted(*count, "kommune", "kommuner");
                format!("Det svarer til {count} mere.")
            }
            Brief::Funded => "Ønsket er fuldt finansieret.".into(),
            Brief::ShareAt(count, rule) => sharing::share_if(*count, rule, Danish),
            Brief::OneMoreSaves(amount) => {
                format!("For hver kommune mere falder jeres andel. Den næste sparer jer {amount}")
            }
            Brief::Rule => "Prisen fordeles".into(),
            Brief::NoMunicipality => {
                "Du ser kun med. Deltag for en kommune for at se jeres andel.".into()
            }
            Brief::AskPurchasing => "Spørg indkøb om".into(),
            Brief::Deadline => "Frist".into(),
            Brief::By(day) => format!("Tilsagn senest {day}."),
            Brief::Extended(from, reason) => format!("Forlænget fra {from}: {reason}"),
            Brief::NoDeadline => {
                "Der er ingen frist endnu. Leverandøren melder den ud sammen med den faste pris."
                    .into()
            }
            Brief::NextSteps => "Næste skridt".into(),
            Brief::NotBinding => {
                "Oplægget binder ingen. I er først med, når I har givet leverandøren et skriftligt tilsagn."
                    .into()
            }
            Brief::Print => "Udskriv eller gem som PDF".into(),
            Brief::ShareIt => "Del".into(),
            Brief::Copied => "Linket er kopieret.".into(),
            Brief::CopyByHand(address) => format!("Kopiér linket her: {address}"),
            Brief::Mail => "Send som mail".into(),
            Brief::Message(request, webinar, day) => {
                format!("Her er et oplæg om ændringsønsket »{request}«. Det blev vist i »{webinar}« {day}.")
            }
            Brief::MessageShare(amount, count, rule) => {
                let count = Danish.counted(*count, "kommune", "kommuner");
                format!("Vores andel bliver {amount}, hvis {count} er med, og prisen fordeles {rule}.")
            }
            Brief::ReadHere(address) => format!("Læs oplægget: {address}"),
            Brief::Back => "Tilbage til webinaret".into(),
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
