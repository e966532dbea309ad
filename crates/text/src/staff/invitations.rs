//! The words of the page with personal invitations.

use super::door::Door;
use crate::Language;
use crate::Language::{Danish, English};

/// What the page of invitations says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invitations<'a> {
    /// The page's heading, and the way to it.
    Title,
    /// What an invitation is.
    Body,
    /// How many there are.
    Count(u32),
    /// The switch.
    InvitedOnly,
    /// What it does.
    InvitedOnlyHint,
    /// What belongs to an open link.
    Door(Door),
    /// Why it cannot be changed.
    Locked,
    /// Why nobody can be invited.
    Over,
    /// Withdraws all.
    Withdraw,
    /// Asks before that.
    WithdrawAsk,
    /// What it does.
    WithdrawBody,
    /// Says yes to it.
    WithdrawYes,
    /// It is done.
    Withdrawn,
    /// Heading over the list.
    Invite,
    /// What comes where.
    InviteBody,
    /// The list's label.
    List,
    /// What a line looks like.
    ListHint,
    /// The button for a file.
    File,
    /// Looks through the list.
    Check,
    /// Nobody stands in it.
    Empty,
    /// Too many lines.
    TooMany(u32),
    /// How many lines are wrong.
    Wrong(u32),
    /// A line without a name.
    NameMissing(u32),
    /// A line without a municipality.
    MunicipalityMissing(u32),
    /// A municipality that is none.
    NoSuchMunicipality(&'a str, &'a str),
    /// An error of the spreadsheet's own: its cell, and what stands there.
    NoValue(&'a str, &'a str),
    /// Hidden rows of a file: question.
    HiddenAsk(u32),
    /// They come along.
    HiddenWith,
    /// They stay out.
    HiddenWithout,
    /// A person who stands in an earlier line too.
    Duplicate(u32, u32),
    /// How many more.
    AndMore(u32),
    /// How many people from how many municipalities.
    Ready(u32, u32),
    /// The preview's caption.
    Caption,
    /// Makes the links.
    Make(u32),
    /// They are made.
    Made(u32),
    /// Where they are, and what to do.
    OnlyInFile,
    /// Saves the file again.
    SaveAgain,
    /// Begins another list.
    InviteMore,
    /// A column.
    NameColumn,
    /// A column.
    MunicipalityColumn,
    /// A column.
    RoleColumn,
    /// A column.
    MailColumn,
    /// A column.
    LinkColumn,
}

impl Invitations<'_> {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        match language {
            Danish => self.danish(),
            English => self.english(),
        }
    }

    fn danish(self) -> String {
        match self {
            Self::Title => "Invitationer".into(),
            Self::Body => {
                "Med et personligt link har hver person én stemmeseddel, også på flere enheder.".into()
            }
            Self::Count(0) => "Ingen er inviteret endnu".into(),
            Self::Count(count) => Danish.counted(count, "invitation", "invitationer"),
            Self::InvitedOnly => "Kun inviterede kan stemme".into(),
            Self::InvitedOnlyHint => {
                "Andre kan stadig se med. De, der allerede er med via det åbne link, skal ind igen.".into()
            }
            Self::Door(door) => door.say(Danish),
            Self::Locked => {
                "Afstemningen har været åbnet. Derfor kan det ikke ændres, hvem der kan stemme, og ingen invitation \
                 kan trækkes tilbage."
                    .into()
            }
            Self::Over => "Afstemningen er lukket, så der kan ikke inviteres flere.".into(),
            Self::Withdraw => "Træk alle tilbage".into(),
            Self::WithdrawAsk => "Træk alle invitationer tilbage?".into(),
            Self::WithdrawBody => {
                "Linkene holder op med at virke, også for dem, der allerede er med. Det kan ikke fortrydes.".into()
            }
            Self::WithdrawYes => "Træk tilbage".into(),
            Self::Withdrawn => "Alle invitationer er trukket tilbage.".into(),
            Self::Invite => "Inviter".into(),
            Self::InviteBody => {
                "Indsæt en liste fra et regneark, eller vælg en fil (XLSX, ODS eller CSV). Navne og mailadresser bliver i din browser. \
                 Serveren får kun kommunen og et aftryk af linket, som det ikke kan læses ud af."
                    .into()
            }
            Self::List => "Deltagere, én på hver linje".into(),
            Self::ListHint => {
                "Navn; kommune; stilling; e-mail – de to sidste er frivillige. Tabulator eller komma går også.".into()
            }
            Self::File => "Vælg fil".into(),
            Self::Check => "Se listen efter".into(),
            Self::Empty => "Indsæt mindst én deltager.".into(),
            Self::TooMany(limit) => {
                let lines = Danish.counted(limit, "linje", "linjer");
                format!("Listen har over {lines}. Del den i flere.")
            }
            Self::Wrong(count) => {
                let lines = Danish.counted(count, "linje", "linjer");
                format!("{lines} skal rettes. Der er ikke lavet nogen links.")
            }
            Self::NameMissing(line) => format!("Linje {line}: Navnet mangler."),
            Self::MunicipalityMissing(line) => format!("Linje {line}: Kommunen mangler."),
            Self::NoSuchMunicipality(cell, typed) => {
                format!("Celle {cell}: »{typed}« er ikke en kommune.")
            }
            Self::NoValue(cell, typed) => {
                format!("Celle {cell}: »{typed}« er en fejl i regnearket eller en formel uden resultat.")
            }
            Self::HiddenAsk(1) => "1 række er skjult eller filtreret fra i filen. Skal den med?".into(),
            Self::HiddenAsk(count) => format!(
                "{} rækker er skjult eller filtreret fra i filen. Skal de med?",
                Danish.whole(count)
            ),
            Self::HiddenWith => "Tag med".into(),
            Self::HiddenWithout => "Lad være".into(),
            Self::Duplicate(line, first) => {
                format!("Linje {line}: Personen står også på linje {first}.")
            }
            Self::AndMore(count) => format!("… og {} til", Danish.whole(count)),
            Self::Ready(people, municipalities) => format!(
                "{} fra {}",
                Danish.counted(people, "deltager", "deltagere"),
                Danish.counted(municipalities, "kommune", "kommuner")
            ),
            Self::Caption => "De første på listen".into(),
            Self::Make(count) => {
                let links = Danish.counted(count, "personligt link", "personlige links");
                format!("Lav {links}")
            }
            Self::Made(count) => {
                format!("{} er lavet, og filen er hentet.", Danish.counted(count, "link", "links"))
            }
            Self::OnlyInFile => {
                "Linkene findes kun i den fil. Send dem med brevfletning, og slet filen bagefter: Den, der har både \
                 filen, serverens data og dens hemmelighed, kan føre en person til en stemmeseddel."
                    .into()
            }
            Self::SaveAgain => "Hent filen igen".into(),
            Self::InviteMore => "Inviter flere".into(),
            Self::NameColumn => "Navn".into(),
            Self::MunicipalityColumn => "Kommune".into(),
            Self::RoleColumn => "Stilling".into(),
            Self::MailColumn => "E-mail".into(),
            Self::LinkColumn => "Link".into(),
        }
    }

    fn english(self) -> String {
        match self {
            Self::Title => "Invitations".into(),
            Self::Body => {
                "With a personal link each person has one ballot, on several devices too.".into()
            }
            Self::Count(0) => "Nobody is invited yet".into(),
            Self::Count(count) => English.counted(count, "invitation", "invitations"),
            Self::InvitedOnly => "Only those invited can vote".into(),
            Self::InvitedOnlyHint => {
                "Others can still watch. Those who came by the open link already must join again.".into()
            }
            Self::Door(door) => door.say(English),
            Self::Locked => {
                "The vote has been opened. So it cannot be changed who can vote, and no invitation can be withdrawn."
                    .into()
            }
            Self::Over => "The vote is closed, so nobody more can be invited.".into(),
            Self::Withdraw => "Withdraw all".into(),
            Self::WithdrawAsk => "Withdraw all invitations?".into(),
            Self::WithdrawBody => {
                "The links stop working, also for those who have joined already. This cannot be undone.".into()
            }
            Self::WithdrawYes => "Withdraw".into(),
            Self::Withdrawn => "All invitations are withdrawn.".into(),
            Self::Invite => "Invite".into(),
            Self::InviteBody => {
                "Paste a list from a spreadsheet, or choose a file (XLSX, ODS or CSV). Names and mail addresses stay in your \
                 browser. The server gets the municipality only, and a print of the link that it cannot be read from."
                    .into()
            }
            Self::List => "Participants, one on each line".into(),
            Self::ListHint => {
                "Name; municipality; job; e-mail – the last two are voluntary. Tabs or commas will do too.".into()
            }
            Self::File => "Choose a file".into(),
            Self::Check => "Check the list".into(),
            Self::Empty => "Paste at least one participant.".into(),
            Self::TooMany(limit) => {
                let lines = English.counted(limit, "line", "lines");
                format!("The list has more than {lines}. Split it.")
            }
            Self::Wrong(count) => {
                let lines = English.counted(count, "line needs", "lines need");
                format!("{lines} mending. No links were made.")
            }
            Self::NameMissing(line) => format!("Line {line}: The name is missing."),
            Self::MunicipalityMissing(line) => format!("Line {line}: The municipality is missing."),
            Self::NoSuchMunicipality(cell, typed) => {
                format!("Cell {cell}: “{typed}” is no municipality.")
            }
            Self::NoValue(cell, typed) => {
                format!("Cell {cell}: “{typed}” is an error in the spreadsheet or a formula without a result.")
            }
            Self::HiddenAsk(1) => "1 row is hidden or filtered out in the file. Shall it come along?".into(),
            Self::HiddenAsk(count) => format!(
                "{} rows are hidden or filtered out in the file. Shall they come along?",
                English.whole(count)
            ),
            Self::HiddenWith => "Take along".into(),
            Self::HiddenWithout => "Leave out".into(),
            Self::Duplicate(line, first) => {
                format!("Line {line}: The person stands on line {first} too.")
            }
            Self::AndMore(count) => format!("… and {} more", English.whole(count)),
            Self::Ready(people, municipalities) => format!(
                "{} from {}",
                English.counted(people, "participant", "participants"),
                English.counted(municipalities, "municipality", "municipalities")
            ),
            Self::Caption => "The first on the list".into(),
            Self::Make(count) => {
                let links = English.counted(count, "personal link", "personal links");
                format!("Make {links}")
            }
            Self::Made(1) => "1 link is made, and the file is saved.".into(),
            Self::Made(count) => {
                format!("{} links are made, and the file is saved.", English.whole(count))
            }
            Self::OnlyInFile => {
                "The links are in that file only. Send them with a mail merge, and delete the file afterwards: \
                 whoever has the file, the server’s data and its secret can tie a person to a ballot."
                    .into()
            }
            Self::SaveAgain => "Save the file again".into(),
            Self::InviteMore => "Invite more".into(),
            Self::NameColumn => "Name".into(),
            Self::MunicipalityColumn => "Municipality".into(),
            Self::RoleColumn => "Job".into(),
            Self::MailColumn => "E-mail".into(),
            Self::LinkColumn => "Link".into(),
        }
    }
}
