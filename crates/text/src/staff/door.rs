//! The words around the door of an open link: on the console, on the projector, and where the vendor chooses.

use crate::Language::{self, Danish, English};

/// What is said of the door, and of who comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// On the console while anyone with the code can come in to vote.
    Open,
    /// And while nobody new can.
    Closed,
    /// Closes it.
    Close,
    /// Opens it again.
    OpenAgain,
    /// On the projector, in the place of the code.
    ClosedOnScreen,
    /// Before the number of voters who came within the last half minute.
    Newcomers,
    /// Before the number of voters from the municipality with most of them.
    Largest,
    /// So many came unusually fast.
    Rush(u32),
    /// So many are from one municipality.
    Crowded(u32),
    /// How many may vote for one municipality: the label.
    PerMunicipality,
    /// What it does.
    PerMunicipalityHint,
    /// What is typed is no such number.
    PerMunicipalityWrong,
    /// Keeps it.
    Keep,
    /// It is kept.
    Kept,
    /// What an open link cannot prevent, where the choice is made.
    OpenLink,
}

impl Door {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        match language {
            Danish => self.danish(),
            English => self.english(),
        }
    }

    fn danish(self) -> String {
        match self {
            Self::Open => "Døren er åben".into(),
            Self::Closed => "Døren er lukket".into(),
            Self::Close => "Luk døren".into(),
            Self::OpenAgain => "Åbn døren".into(),
            Self::ClosedOnScreen => "Døren er lukket for flere stemmer".into(),
            Self::Newcomers => "Nye det sidste halve minut".into(),
            Self::Largest => "Flest fra én kommune".into(),
            Self::Rush(count) => format!(
                "{} er kommet med på et halvt minut. Kender I dem ikke, så luk døren.",
                Danish.whole(count)
            ),
            Self::Crowded(count) => format!(
                "{} er fra én og samme kommune. Leverandøren kan stryge falske stemmer, når afstemningen er \
                 lukket.",
                Danish.counted(count, "deltager", "deltagere")
            ),
            Self::PerMunicipality => "Højst så mange fra hver kommune".into(),
            Self::PerMunicipalityHint => {
                "Tomt felt: ingen grænse. De, der allerede er med, bliver, og inviterede kommer altid ind.".into()
            }
            Self::PerMunicipalityWrong => "Skriv et helt tal fra 1 til 999, eller lad feltet være tomt.".into(),
            Self::Keep => "Gem grænsen".into(),
            Self::Kept => "Grænsen er gemt.".into(),
            Self::OpenLink => {
                "Et åbent link kan ikke forhindre, at én person stemmer fra flere enheder eller for en anden kommune. \
                 Døren kan lukkes, og falske stemmer kan stryges, men kun invitationer holder."
                    .into()
            }
        }
    }

    fn english(self) -> String {
        match self {
            Self::Open => "The door is open".into(),
            Self::Closed => "The door is closed".into(),
            Self::Close => "Close the door".into(),
            Self::OpenAgain => "Open the door".into(),
            Self::ClosedOnScreen => "The door is closed to more votes".into(),
            Self::Newcomers => "New in the last half minute".into(),
            Self::Largest => "Most from one municipality".into(),
            Self::Rush(count) => format!(
                "{} joined within half a minute. If you do not know them, close the door.",
                English.counted(count, "person has", "people have")
            ),
            Self::Crowded(count) => format!(
                "{} from one and the same municipality. The vendor can strike false ballots once the \
                 vote is closed.",
                English.counted(count, "participant is", "participants are")
            ),
            Self::PerMunicipality => "At most so many from each municipality".into(),
            Self::PerMunicipalityHint => {
                "Empty: no limit. Those who have joined stay, and the invited always come in.".into()
            }
            Self::PerMunicipalityWrong => "Write a whole number from 1 to 999, or leave it empty.".into(),
            Self::Keep => "Keep the limit".into(),
            Self::Kept => "The limit is kept.".into(),
            Self::OpenLink => {
                "An open link cannot prevent that one person votes from several devices or for another municipality. \
                 The door can be closed and false ballots struck, but only invitations hold."
                    .into()
            }
        }
    }
}
