//! In Danish: the words of the page with who voted for what.

use barometer_domain::vendor::LogBreak;

use crate::Language::Danish;
use crate::staff::votes::NamedVotesText;

pub(crate) fn sentence(message: NamedVotesText) -> String {
    match message {
        NamedVotesText::Title => "Hvem har stemt på hvad".into(),
        NamedVotesText::Before => {
            "Opslaget skrives ned, før navnene vises. Deltagerne kan se, hvor mange opslag \
                 der har været, og hvornår."
                .into()
        }
        NamedVotesText::WhatToSee => "Hvad vil du se?".into(),
        NamedVotesText::OnlyWho => "Kun hvem der har stemt".into(),
        NamedVotesText::OnlyWhoBody => {
            "Så kan falske stemmer stryges, uden at nogen har set, hvad de går til.".into()
        }
        NamedVotesText::WithWhat => "Hvem der har stemt på hvad".into(),
        NamedVotesText::WithWhatBody => {
            "Derefter kan ingen stemmer stryges, og afstemningen kan ikke åbnes igen.".into()
        }
        NamedVotesText::OnlyNameless => "Kun uden læsbart navn".into(),
        NamedVotesText::SelectAll(1) => "Vælg den ene".into(),
        NamedVotesText::SelectAll(count) => format!("Vælg alle {}", Danish.whole(count)),
        NamedVotesText::SelectNone => "Fravælg alle".into(),
        NamedVotesText::StrikesAreOver => {
            "Det er set, hvad der er stemt. Derfor kan ingen stemmer stryges.".into()
        }
        NamedVotesText::Name => "Dit navn".into(),
        NamedVotesText::Reason => "Hvorfor slår du op?".into(),
        NamedVotesText::ReasonHint => "For eksempel: Kontrol af dubletter".into(),
        NamedVotesText::ReasonMissing => "Skriv både dit navn og hvorfor.".into(),
        NamedVotesText::Show => "Vis navnene".into(),
        NamedVotesText::Working => "Åbner navnene …".into(),
        NamedVotesText::Shown(rows, all) => {
            format!(
                "{rows} af {}",
                Danish.counted(all, "stemmeseddel", "stemmesedler")
            )
        }
        NamedVotesText::Caption => "Stemmesedler med navne".into(),
        NamedVotesText::NameColumn => "Navn".into(),
        NamedVotesText::RoleColumn => "Rolle".into(),
        NamedVotesText::MunicipalityColumn => "Kommune".into(),
        NamedVotesText::ChoicesColumn => "Valg".into(),
        NamedVotesText::StateColumn => "Bemærk".into(),
        NamedVotesText::SelectColumn => "Vælg".into(),
        NamedVotesText::NoName => "intet navn".into(),
        NamedVotesText::CannotOpen => "Navnet kan ikke læses".into(),
        NamedVotesText::OtherMunicipality => "kommunen passer ikke".into(),
        NamedVotesText::Devices(count) => {
            format!("fra {}", Danish.counted(count, "enhed", "enheder"))
        }
        NamedVotesText::Duplicate => "dublet?".into(),
        NamedVotesText::Struck => "strøget".into(),
        NamedVotesText::Blank => "Ingen af disse".into(),
        NamedVotesText::FilterCandidate => "Ønske".into(),
        NamedVotesText::FilterMunicipality => "Kommune".into(),
        NamedVotesText::All => "Alle".into(),
        NamedVotesText::OnlyDuplicates => "Vis kun dubletter".into(),
        NamedVotesText::NothingLeft => "Ingen stemmesedler passer til filtrene.".into(),
        NamedVotesText::Export => "Hent som CSV".into(),
        NamedVotesText::Close => "Luk".into(),
        NamedVotesText::Forgotten => {
            "Navnene er fjernet fra siden, fordi den ikke har været brugt i 15 minutter.".into()
        }
        NamedVotesText::Closed => "Navnene er fjernet fra siden.".into(),
        NamedVotesText::Recount => "Kontroloptælling".into(),
        NamedVotesText::RecountBody(ballots, blank, struck) => {
            format!(
                "{} tæller, {blank} er »Ingen af disse«, {struck} er strøget.",
                Danish.counted(ballots, "stemmeseddel", "stemmesedler")
            )
        }
        NamedVotesText::VotesColumn => "Stemmer".into(),
        NamedVotesText::MunicipalitiesColumn => "Kommuner".into(),
        NamedVotesText::Fits => "Passer med det viste resultat ✓".into(),
        NamedVotesText::Misfits => {
            "Passer ikke med det viste resultat. Undersøg det, før resultatet bruges.".into()
        }
        NamedVotesText::NotShown => {
            "Resultatet er ikke vist, så der er intet at sammenligne med.".into()
        }
        NamedVotesText::Log => "Opslag, der er skrevet ned".into(),
        NamedVotesText::When => "Hvornår".into(),
        NamedVotesText::Who => "Hvem".into(),
        NamedVotesText::Why => "Hvorfor".into(),
        NamedVotesText::StruckCount(count) => {
            Danish.counted(count, "stemme strøget", "stemmer strøget")
        }
        NamedVotesText::Broken => {
            "Loggen over opslag er blevet ændret uden om Barometer. Der kan mangle opslag.".into()
        }
        NamedVotesText::Broke(broke) => how_it_broke(broke).into(),
        NamedVotesText::AcknowledgeBody => {
            "Der kan ikke slås op, før nogen har skrevet ned, at loggen er brudt. Skriv \
                 dit navn og hvad du ved om det. Det bliver stående i loggen, og deltagerne \
                 kan se hvornår."
                .into()
        }
        NamedVotesText::Acknowledge => "Skriv ned, at loggen er brudt".into(),
        NamedVotesText::Acknowledged => "Bruddet er skrevet ned. Nu kan der slås op igen.".into(),
        NamedVotesText::Strike(count) => {
            format!(
                "Stryg {}",
                Danish.counted(count, "valgt stemme", "valgte stemmer")
            )
        }
        NamedVotesText::StrikeHint => {
            "Filtrér og vælg rækker for at stryge dem samlet. Det kan kun ske, før \
                 resultatet er vist, og før nogen har set, hvad der er stemt."
                .into()
        }
        NamedVotesText::StrikeAsk(count) => {
            format!("Stryg {}?", Danish.counted(count, "stemme", "stemmer"))
        }
        NamedVotesText::StrikeBody => {
            "En strøget stemme tæller ikke med. Det skrives ned og kan ikke gøres om. \
                 Antallet af strøgne stemmer står ved resultatet."
                .into()
        }
        NamedVotesText::StrikeReason => "Hvorfor stryger du?".into(),
        NamedVotesText::StrikeHintReason => "For eksempel: Har stemt to gange".into(),
        NamedVotesText::StrikeYes => "Stryg".into(),
        NamedVotesText::Cancel => "Fortryd".into(),
        NamedVotesText::StruckNow(count) => {
            format!(
                "{}.",
                Danish.counted(count, "stemme er strøget", "stemmer er strøget")
            )
        }
        NamedVotesText::SelectRow => "Vælg".into(),
        NamedVotesText::Yes => "ja".into(),
        NamedVotesText::No => "nej".into(),
    }
}

fn how_it_broke(broke: LogBreak) -> &'static str {
    match broke {
        LogBreak::EntryChanged => "brud: et opslag var ændret",
        LogBreak::EntriesMissing => "brud: opslag manglede",
        LogBreak::HeadMissing => "brud: noten om loggens ende manglede",
        LogBreak::OtherHead => "brud: noten om loggens ende var en anden",
    }
}
