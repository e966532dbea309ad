//! In Danish: the words of the page with who voted for what.

use barometer_domain::vendor::LogBreak;

use crate::Language::Danish;
use crate::staff::votes::Votes;

pub(crate) fn sentence(message: Votes) -> String {
    match message {
        Votes::Title => "Hvem har stemt på hvad".into(),
        Votes::Before => {
            "Opslaget skrives ned, før navnene vises. Deltagerne kan se, hvor mange opslag \
                 der har været, og hvornår."
                .into()
        }
        Votes::WhatToSee => "Hvad vil du se?".into(),
        Votes::OnlyWho => "Kun hvem der har stemt".into(),
        Votes::OnlyWhoBody => {
            "Så kan falske stemmer stryges, uden at nogen har set, hvad de går til.".into()
        }
        Votes::WithWhat => "Hvem der har stemt på hvad".into(),
        Votes::WithWhatBody => {
            "Derefter kan ingen stemmer stryges, og afstemningen kan ikke åbnes igen.".into()
        }
        Votes::OnlyNameless => "Kun uden læsbart navn".into(),
        Votes::SelectAll(1) => "Vælg den ene".into(),
        Votes::SelectAll(count) => format!("Vælg alle {}", Danish.whole(count)),
        Votes::SelectNone => "Fravælg alle".into(),
        Votes::StrikesAreOver => {
            "Det er set, hvad der er stemt. Derfor kan ingen stemmer stryges.".into()
        }
        Votes::Name => "Dit navn".into(),
        Votes::Reason => "Hvorfor slår du op?".into(),
        Votes::ReasonHint => "For eksempel: Kontrol af dubletter".into(),
        Votes::ReasonMissing => "Skriv både dit navn og hvorfor.".into(),
        Votes::Show => "Vis navnene".into(),
        Votes::Working => "Åbner navnene …".into(),
        Votes::Shown(rows, all) => {
            format!(
                "{rows} af {}",
                Danish.counted(all, "stemmeseddel", "stemmesedler")
            )
        }
        Votes::Caption => "Stemmesedler med navne".into(),
        Votes::NameColumn => "Navn".into(),
        Votes::RoleColumn => "Rolle".into(),
        Votes::MunicipalityColumn => "Kommune".into(),
        Votes::ChoicesColumn => "Valg".into(),
        Votes::StateColumn => "Bemærk".into(),
        Votes::SelectColumn => "Vælg".into(),
        Votes::NoName => "intet navn".into(),
        Votes::CannotOpen => "Navnet kan ikke læses".into(),
        Votes::OtherMunicipality => "kommunen passer ikke".into(),
        Votes::Devices(count) => {
            format!("fra {}", Danish.counted(count, "enhed", "enheder"))
        }
        Votes::Duplicate => "dublet?".into(),
        Votes::Struck => "strøget".into(),
        Votes::Blank => "Ingen af disse".into(),
        Votes::FilterCandidate => "Ønske".into(),
        Votes::FilterMunicipality => "Kommune".into(),
        Votes::All => "Alle".into(),
        Votes::OnlyDuplicates => "Vis kun dubletter".into(),
        Votes::NothingLeft => "Ingen stemmesedler passer til filtrene.".into(),
        Votes::Export => "Hent som CSV".into(),
        Votes::Close => "Luk".into(),
        Votes::Forgotten => {
            "Navnene er fjernet fra siden, fordi den ikke har været brugt i 15 minutter.".into()
        }
        Votes::Closed => "Navnene er fjernet fra siden.".into(),
        Votes::Recount => "Kontroloptælling".into(),
        Votes::RecountBody(ballots, blank, struck) => {
            format!(
                "{} tæller, {blank} er »Ingen af disse«, {struck} er strøget.",
                Danish.counted(ballots, "stemmeseddel", "stemmesedler")
            )
        }
        Votes::VotesColumn => "Stemmer".into(),
        Votes::MunicipalitiesColumn => "Kommuner".into(),
        Votes::Fits => "Passer med det viste resultat ✓".into(),
        Votes::Misfits => {
            "Passer ikke med det viste resultat. Undersøg det, før resultatet bruges.".into()
        }
        Votes::NotShown => "Resultatet er ikke vist, så der er intet at sammenligne med.".into(),
        Votes::Log => "Opslag, der er skrevet ned".into(),
        Votes::When => "Hvornår".into(),
        Votes::Who => "Hvem".into(),
        Votes::Why => "Hvorfor".into(),
        Votes::StruckCount(count) => Danish.counted(count, "stemme strøget", "stemmer strøget"),
        Votes::Broken => {
            "Loggen over opslag er blevet ændret uden om Barometer. Der kan mangle opslag.".into()
        }
        Votes::Broke(broke) => how_it_broke(broke).into(),
        Votes::AcknowledgeBody => {
            "Der kan ikke slås op, før nogen har skrevet ned, at loggen er brudt. Skriv \
                 dit navn og hvad du ved om det. Det bliver stående i loggen, og deltagerne \
                 kan se hvornår."
                .into()
        }
        Votes::Acknowledge => "Skriv ned, at loggen er brudt".into(),
        Votes::Acknowledged => "Bruddet er skrevet ned. Nu kan der slås op igen.".into(),
        Votes::Strike(count) => {
            format!(
                "Stryg {}",
                Danish.counted(count, "valgt stemme", "valgte stemmer")
            )
        }
        Votes::StrikeHint => {
            "Filtrér og vælg rækker for at stryge dem samlet. Det kan kun ske, før \
                 resultatet er vist, og før nogen har set, hvad der er stemt."
                .into()
        }
        Votes::StrikeAsk(count) => {
            format!("Stryg {}?", Danish.counted(count, "stemme", "stemmer"))
        }
        Votes::StrikeBody => {
            "En strøget stemme tæller ikke med. Det skrives ned og kan ikke gøres om. \
                 Antallet af strøgne stemmer står ved resultatet."
                .into()
        }
        Votes::StrikeReason => "Hvorfor stryger du?".into(),
        Votes::StrikeHintReason => "For eksempel: Har stemt to gange".into(),
        Votes::StrikeYes => "Stryg".into(),
        Votes::Cancel => "Fortryd".into(),
        Votes::StruckNow(count) => {
            format!(
                "{}.",
                Danish.counted(count, "stemme er strøget", "stemmer er strøget")
            )
        }
        Votes::SelectRow => "Vælg".into(),
        Votes::Yes => "ja".into(),
        Votes::No => "nej".into(),
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
