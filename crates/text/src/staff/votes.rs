//! The words of the page with who voted for what.

use barometer_domain::vendor::LogBreak;

use crate::Language;
use crate::Language::{Danish, English};

/// What the page of names and ballots says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Votes {
    /// The page's heading.
    Title,
    /// What happens.
    Before,
    /// The employee's name.
    Name,
    /// Why.
    Reason,
    /// An example.
    ReasonHint,
    /// One is missing.
    ReasonMissing,
    /// Before the two ways to look.
    WhatToSee,
    /// Who has voted, without what.
    OnlyWho,
    /// What that is for.
    OnlyWhoBody,
    /// Who has voted for what.
    WithWhat,
    /// What follows from that.
    WithWhatBody,
    /// A filter.
    OnlyNameless,
    /// Ticks all rows that are shown.
    SelectAll(u32),
    /// Ticks none.
    SelectNone,
    /// Somebody has seen what was voted: nothing is struck any more.
    StrikesAreOver,
    /// Looks up.
    Show,
    /// While names are opened.
    Working,
    /// How many are shown.
    Shown(u32, u32),
    /// The table's caption.
    Caption,
    /// A column.
    NameColumn,
    /// A column.
    RoleColumn,
    /// A column.
    MunicipalityColumn,
    /// A column.
    ChoicesColumn,
    /// A column.
    StateColumn,
    /// A column.
    SelectColumn,
    /// No name was sealed.
    NoName,
    /// The name does not open.
    CannotOpen,
    /// The sealed municipality is another.
    OtherMunicipality,
    /// More than one device voted at the place.
    Devices(u32),
    /// Likely a duplicate.
    Duplicate,
    /// Struck.
    Struck,
    /// None of these.
    Blank,
    /// A filter.
    FilterCandidate,
    /// A filter.
    FilterMunicipality,
    /// No filter.
    All,
    /// A filter.
    OnlyDuplicates,
    /// No row passes the filters.
    NothingLeft,
    /// Saves the table.
    Export,
    /// Forgets the names.
    Close,
    /// The names are gone after a while.
    Forgotten,
    /// The names are gone on request.
    Closed,
    /// The recount's heading.
    Recount,
    /// What is counted.
    RecountBody(u32, u32, u32),
    /// A column.
    VotesColumn,
    /// A column.
    MunicipalitiesColumn,
    /// The recount fits.
    Fits,
    /// The recount does not fit.
    Misfits,
    /// Nothing to compare with.
    NotShown,
    /// The log's heading.
    Log,
    /// A column.
    When,
    /// A column.
    Who,
    /// A column.
    Why,
    /// A column's figure.
    StruckCount(u32),
    /// The log was changed.
    Broken,
    /// How the log was broken, in an entry that acknowledges it.
    Broke(LogBreak),
    /// What acknowledging does.
    AcknowledgeBody,
    /// Acknowledges that the log is broken.
    Acknowledge,
    /// It is written down.
    Acknowledged,
    /// Strikes what is selected.
    Strike(u32),
    /// How to strike.
    StrikeHint,
    /// Asks before striking.
    StrikeAsk(u32),
    /// What striking does.
    StrikeBody,
    /// Why.
    StrikeReason,
    /// An example.
    StrikeHintReason,
    /// Says yes.
    StrikeYes,
    /// Says no.
    Cancel,
    /// It is done.
    StruckNow(u32),
    /// A checkbox's label, before the name.
    SelectRow,
    /// Yes, in the export.
    Yes,
    /// No, in the export.
    No,
}

impl Votes {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        match (self, language) {
            (Self::Title, Danish) => "Hvem har stemt på hvad".into(),
            (Self::Title, English) => "Who voted for what".into(),
            (Self::Before, Danish) => {
                "Opslaget skrives ned, før navnene vises. Deltagerne kan se, hvor mange opslag \
                 der har været, og hvornår."
                    .into()
            }
            (Self::Before, English) => {
                "The look-up is written down before the names are shown. Participants can see \
                 how many look-ups there were, and when."
                    .into()
            }
            (Self::WhatToSee, Danish) => "Hvad vil du se?".into(),
            (Self::WhatToSee, English) => "What do you want to see?".into(),
            (Self::OnlyWho, Danish) => "Kun hvem der har stemt".into(),
            (Self::OnlyWho, English) => "Only who has voted".into(),
            (Self::OnlyWhoBody, Danish) => {
                "Så kan falske stemmer stryges, uden at nogen har set, hvad de går til.".into()
            }
            (Self::OnlyWhoBody, English) => {
                "Then false ballots can be struck without anybody having seen what they are for.".into()
            }
            (Self::WithWhat, Danish) => "Hvem der har stemt på hvad".into(),
            (Self::WithWhat, English) => "Who voted for what".into(),
            (Self::WithWhatBody, Danish) => {
                "Derefter kan ingen stemmer stryges, og afstemningen kan ikke åbnes igen.".into()
            }
            (Self::WithWhatBody, English) => {
                "After that no ballot can be struck, and the vote cannot be reopened.".into()
            }
            (Self::OnlyNameless, Danish) => "Kun uden læsbart navn".into(),
            (Self::OnlyNameless, English) => "Only without a readable name".into(),
            (Self::SelectAll(1), Danish) => "Vælg den ene".into(),
            (Self::SelectAll(1), English) => "Select the one".into(),
            (Self::SelectAll(count), Danish) => format!("Vælg alle {}", Danish.whole(count)),
            (Self::SelectAll(count), English) => format!("Select all {}", English.whole(count)),
            (Self::SelectNone, Danish) => "Fravælg alle".into(),
            (Self::SelectNone, English) => "Select none".into(),
            (Self::StrikesAreOver, Danish) => {
                "Det er set, hvad der er stemt. Derfor kan ingen stemmer stryges.".into()
            }
            (Self::StrikesAreOver, English) => {
                "It has been seen what was voted. So no ballot can be struck.".into()
            }
            (Self::Name, Danish) => "Dit navn".into(),
            (Self::Name, English) => "Your name".into(),
            (Self::Reason, Danish) => "Hvorfor slår du op?".into(),
            (Self::Reason, English) => "Why are you looking?".into(),
            (Self::ReasonHint, Danish) => "For eksempel: Kontrol af dubletter".into(),
            (Self::ReasonHint, English) => "For example: Checking for duplicates".into(),
            (Self::ReasonMissing, Danish) => "Skriv både dit navn og hvorfor.".into(),
            (Self::ReasonMissing, English) => "Type both your name and why.".into(),
            (Self::Show, Danish) => "Vis navnene".into(),
            (Self::Show, English) => "Show the names".into(),
            (Self::Working, Danish) => "Åbner navnene …".into(),
            (Self::Working, English) => "Opening the names …".into(),
            (Self::Shown(rows, all), Danish) => {
                format!("{rows} af {}", Danish.counted(all, "stemmeseddel", "stemmesedler"))
            }
            (Self::Shown(rows, all), English) => {
                format!("{rows} of {}", English.counted(all, "ballot", "ballots"))
            }
            (Self::Caption, Danish) => "Stemmesedler med navne".into(),
            (Self::Caption, English) => "Ballots with names".into(),
            (Self::NameColumn, Danish) => "Navn".into(),
            (Self::NameColumn, English) => "Name".into(),
            (Self::RoleColumn, Danish) => "Rolle".into(),
            (Self::RoleColumn, English) => "Role".into(),
            (Self::MunicipalityColumn, Danish) => "Kommune".into(),
            (Self::MunicipalityColumn, English) => "Municipality".into(),
            (Self::ChoicesColumn, Danish) => "Valg".into(),
            (Self::ChoicesColumn, English) => "Choices".into(),
            (Self::StateColumn, Danish) => "Bemærk".into(),
            (Self::StateColumn, English) => "Notes".into(),
            (Self::SelectColumn, Danish) => "Vælg".into(),
            (Self::SelectColumn, English) => "Select".into(),
            (Self::NoName, Danish) => "intet navn".into(),
            (Self::NoName, English) => "no name".into(),
            (Self::CannotOpen, Danish) => "Navnet kan ikke læses".into(),
            (Self::CannotOpen, English) => "The name cannot be read".into(),
            (Self::OtherMunicipality, Danish) => "kommunen passer ikke".into(),
            (Self::OtherMunicipality, English) => "municipality does not fit".into(),
            (Self::Devices(count), Danish) => {
                format!("fra {}", Danish.counted(count, "enhed", "enheder"))
            }
            (Self::Devices(count), English) => {
                format!("from {}", English.counted(count, "device", "devices"))
            }
            (Self::Duplicate, Danish) => "dublet?".into(),
            (Self::Duplicate, English) => "duplicate?".into(),
            (Self::Struck, Danish) => "strøget".into(),
            (Self::Struck, English) => "struck".into(),
            (Self::Blank, Danish) => "Ingen af disse".into(),
            (Self::Blank, English) => "None of these".into(),
            (Self::FilterCandidate, Danish) => "Ønske".into(),
            (Self::FilterCandidate, English) => "Request".into(),
            (Self::FilterMunicipality, Danish) => "Kommune".into(),
            (Self::FilterMunicipality, English) => "Municipality".into(),
            (Self::All, Danish) => "Alle".into(),
            (Self::All, English) => "All".into(),
            (Self::OnlyDuplicates, Danish) => "Vis kun dubletter".into(),
            (Self::OnlyDuplicates, English) => "Show duplicates only".into(),
            (Self::NothingLeft, Danish) => "Ingen stemmesedler passer til filtrene.".into(),
            (Self::NothingLeft, English) => "No ballots fit the filters.".into(),
            (Self::Export, Danish) => "Hent som CSV".into(),
            (Self::Export, English) => "Download as CSV".into(),
            (Self::Close, Danish) => "Luk".into(),
            (Self::Close, English) => "Close".into(),
            (Self::Forgotten, Danish) => {
                "Navnene er fjernet fra siden, fordi den ikke har været brugt i 15 minutter.".into()
            }
            (Self::Forgotten, English) => {
                "The names have left the page, because it has not been used for 15 minutes.".into()
            }
            (Self::Closed, Danish) => "Navnene er fjernet fra siden.".into(),
            (Self::Closed, English) => "The names have left the page.".into(),
            (Self::Recount, Danish) => "Kontroloptælling".into(),
            (Self::Recount, English) => "Recount".into(),
            (Self::RecountBody(ballots, blank, struck), Danish) => {
                format!(
                    "{} tæller, {blank} er »Ingen af disse«, {struck} er strøget.",
                    Danish.counted(ballots, "stemmeseddel", "stemmesedler")
                )
            }
            (Self::RecountBody(ballots, blank, struck), English) => {
                format!(
                    "{}, {blank} of “None of these”, {struck} struck.",
                    English.counted(ballots, "ballot counts", "ballots count")
                )
            }
            (Self::VotesColumn, Danish) => "Stemmer".into(),
            (Self::VotesColumn, English) => "Votes".into(),
            (Self::MunicipalitiesColumn, Danish) => "Kommuner".into(),
            (Self::MunicipalitiesColumn, English) => "Municipalities".into(),
            (Self::Fits, Danish) => "Passer med det viste resultat ✓".into(),
            (Self::Fits, English) => "Fits the shown result ✓".into(),
            (Self::Misfits, Danish) => {
                "Passer ikke med det viste resultat. Undersøg det, før resultatet bruges.".into()
            }
            (Self::Misfits, English) => {
                "Does not fit the shown result. Look into it before the result is used.".into()
            }
            (Self::NotShown, Danish) => {
                "Resultatet er ikke vist, så der er intet at sammenligne med.".into()
            }
            (Self::NotShown, English) => {
                "The result is not shown, so there is nothing to compare with.".into()
            }
            (Self::Log, Danish) => "Opslag, der er skrevet ned".into(),
            (Self::Log, English) => "Look-ups on record".into(),
            (Self::When, Danish) => "Hvornår".into(),
            (Self::When, English) => "When".into(),
            (Self::Who, Danish) => "Hvem".into(),
            (Self::Who, English) => "Who".into(),
            (Self::Why, Danish) => "Hvorfor".into(),
            (Self::Why, English) => "Why".into(),
            (Self::StruckCount(count), Danish) => {
                language.counted(count, "stemme strøget", "stemmer strøget")
            }
            (Self::StruckCount(count), English) => {
                language.counted(count, "ballot struck", "ballots struck")
            }
            (Self::Broken, Danish) => {
                "Loggen over opslag er blevet ændret uden om Barometer. Der kan mangle opslag."
                    .into()
            }
            (Self::Broken, English) => {
                "The log of look-ups has been changed by other means than Barometer. Look-ups \
                 may be missing."
                    .into()
            }
            (Self::Broke(broke), language) => how_it_broke(broke, language).into(),
            (Self::AcknowledgeBody, Danish) => {
                "Der kan ikke slås op, før nogen har skrevet ned, at loggen er brudt. Skriv dit navn \
                 og hvad du ved om det. Det bliver stående i loggen, og deltagerne kan se hvornår."
                    .into()
            }
            (Self::AcknowledgeBody, English) => {
                "Nothing can be looked up before somebody has written down that the log is broken. \
                 Type your name and what you know about it. It stays in the log, and participants \
                 can see when."
                    .into()
            }
            (Self::Acknowledge, Danish) => "Skriv ned, at loggen er brudt".into(),
            (Self::Acknowledge, English) => "Write down that the log is broken".into(),
            (Self::Acknowledged, Danish) => {
                "Bruddet er skrevet ned. Nu kan der slås op igen.".into()
            }
            (Self::Acknowledged, English) => {
                "The break is written down. Look-ups are possible again.".into()
            }
            (Self::Strike(count), Danish) => {
                format!(
                    "Stryg {}",
                    language.counted(count, "valgt stemme", "valgte stemmer")
                )
            }
            (Self::Strike(count), English) => {
                format!(
                    "Strike {}",
                    language.counted(count, "selected ballot", "selected ballots")
                )
            }
            (Self::StrikeHint, Danish) => {
                "Filtrér og vælg rækker for at stryge dem samlet. Det kan kun ske, før resultatet er vist, og før nogen \
                 har set, hvad der er stemt."
                    .into()
            }
            (Self::StrikeHint, English) => {
                "Filter and select rows to strike them together. It can only be done before the result is shown, and \
                 before anybody has seen what was voted."
                    .into()
            }
            (Self::StrikeAsk(count), Danish) => {
                format!("Stryg {}?", language.counted(count, "stemme", "stemmer"))
            }
            (Self::StrikeAsk(count), English) => {
                format!("Strike {}?", language.counted(count, "ballot", "ballots"))
            }
            (Self::StrikeBody, Danish) => {
                "En strøget stemme tæller ikke med. Det skrives ned og kan ikke gøres om. \
                 Antallet af strøgne stemmer står ved resultatet."
                    .into()
            }
            (Self::StrikeBody, English) => {
                "A struck ballot does not count. It is written down and cannot be undone. The \
                 number of struck ballots stands beside the result."
                    .into()
            }
            (Self::StrikeReason, Danish) => "Hvorfor stryger du?".into(),
            (Self::StrikeReason, English) => "Why do you strike?".into(),
            (Self::StrikeHintReason, Danish) => "For eksempel: Har stemt to gange".into(),
            (Self::StrikeHintReason, English) => "For example: Voted twice".into(),
            (Self::StrikeYes, Danish) => "Stryg".into(),
            (Self::StrikeYes, English) => "Strike".into(),
            (Self::Cancel, Danish) => "Fortryd".into(),
            (Self::Cancel, English) => "Cancel".into(),
            (Self::StruckNow(count), Danish) => {
                format!(
                    "{}.",
                    language.counted(count, "stemme er strøget", "stemmer er strøget")
                )
            }
            (Self::StruckNow(count), English) => {
                format!(
                    "{}.",
                    language.counted(count, "ballot is struck", "ballots are struck")
                )
            }
            (Self::SelectRow, Danish) => "Vælg".into(),
            (Self::SelectRow, English) => "Select".into(),
            (Self::Yes, Danish) => "ja".into(),
            (Self::Yes, English) => "yes".into(),
            (Self::No, Danish) => "nej".into(),
            (Self::No, English) => "no".into(),
        }
    }
}

fn how_it_broke(broke: LogBreak, language: Language) -> &'static str {
    match (broke, language) {
        (LogBreak::EntryChanged, Danish) => "brud: et opslag var ændret",
        (LogBreak::EntryChanged, English) => "break: an entry was changed",
        (LogBreak::EntriesMissing, Danish) => "brud: opslag manglede",
        (LogBreak::EntriesMissing, English) => "break: entries were missing",
        (LogBreak::HeadMissing, Danish) => "brud: noten om loggens ende manglede",
        (LogBreak::HeadMissing, English) => "break: the note of the log's end was missing",
        (LogBreak::OtherHead, Danish) => "brud: noten om loggens ende var en anden",
        (LogBreak::OtherHead, English) => "break: the note of the log's end was another",
    }
}
