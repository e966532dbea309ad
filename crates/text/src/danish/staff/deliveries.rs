//! In Danish: the words of what delivered requests came to.

use crate::Language::Danish;
use crate::figures;
use crate::staff::deliveries::DeliveryText;

pub(crate) fn sentence(message: DeliveryText) -> String {
    match message {
        DeliveryText::Title => "Sådan ramte vi".into(),
        DeliveryText::Body => "Leverede ønsker: fra overslag til faktisk pris, og fra lovet til målt gevinst. Tabellen ses kun af jer.".into(),
        DeliveryText::Empty => "Intet leveret ønske har en faktisk pris endnu. Den skrives på ønskets side, når det er leveret.".into(),
        DeliveryText::RequestColumn => "Ønske".into(),
        DeliveryText::EstimateColumn => "Overslag".into(),
        DeliveryText::FirmColumn => "Fast pris".into(),
        DeliveryText::ActualColumn => "Faktisk pris".into(),
        DeliveryText::MissedColumn => "Afvigelse".into(),
        DeliveryText::PromisedColumn => "Lovet gevinst".into(),
        DeliveryText::MeasuredColumn => "Målt gevinst".into(),
        DeliveryText::TooFew => "Der skal tre leverede ønsker til med både overslag og faktisk pris, før der kan siges noget om, hvor tæt I ramte.".into(),
        DeliveryText::ShowIt => "Skriv det i beslutningsoplæg om ønsker, der har et overslag".into(),
        DeliveryText::ShowItHint => "Af de fem ønsker, der er leveret sidst, tæller det, der ramte dårligst.".into(),
        DeliveryText::OneTitle => "Hvad blev det til?".into(),
        DeliveryText::OneBody => "Skriv det, når ønsket er leveret. Det kan rettes; det, der stod før, gemmes.".into(),
        DeliveryText::ActualField => "Faktisk pris i kroner, for alle tilsammen".into(),
        DeliveryText::NotAnAmount => "Skriv et beløb, fx 240.000".into(),
        DeliveryText::PromisedField => "Lovet gevinst".into(),
        DeliveryText::MeasuredField => "Målt gevinst (kan vente)".into(),
        DeliveryText::Write => "Skriv ned".into(),
        DeliveryText::Written => "Skrevet ned".into(),
        DeliveryText::Dearer(0) | DeliveryText::Cheaper(0) => percent("", 0),
        DeliveryText::Dearer(missed) => percent("+", missed),
        DeliveryText::Cheaper(missed) => percent("−", missed),
        DeliveryText::CameWithin(within) => came_within(within),
        DeliveryText::Left(count) => format!("{} tilbage", Danish.whole(count)),
    }
}

fn percent(sign: &str, figure: u64) -> String {
    let figure = figures::number(Danish, i64::try_from(figure).unwrap_or(i64::MAX));
    format!("{sign}{figure}\u{a0}%")
}

pub(crate) fn came_within(within: u64) -> String {
    let within = percent("±", within);
    format!(
        "Sidst ramte vi prisen inden for {within}: så tæt på overslaget endte hvert af de ønsker, vi senest har leveret."
    )
}
