//! The words around the decision log and the letter after a webinar.

use barometer_domain::tally::CountingRule;
use barometer_domain::webinar::Command;

use crate::Language::{self, Danish, English};

/// What the page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After<'a> {
    /// The page's heading.
    Title,
    /// The result has not been shown whole yet.
    NotYet,
    /// The decision log's heading.
    Log,
    /// How many voted of how many, from how many municipalities.
    Turnout(&'a str, &'a str, u32),
    /// So many ballots were struck, on record.
    Struck(u32),
    /// A column: the place.
    Place,
    /// A column: the request.
    Request,
    /// A column: municipalities.
    Municipalities,
    /// A column: votes.
    Votes,
    /// A column: price.
    Price,
    /// It goes on.
    GoesOn,
    /// Why it was put up.
    PutUpFor(&'a str),
    /// Why these: the larger gap.
    ByGap(u32),
    /// Why these: no clean cut, and the presenter decided.
    ByChoice,
    /// There is no clean cut, and nobody has decided yet.
    Undecided,
    /// Nobody found support.
    Nobody,
    /// Another rule would have made other top three.
    OtherRule(&'a str),
    /// What was done when: heading.
    Record,
    /// An earlier round: its number. The last one counts.
    EarlierRound(u32),
    /// What counts, where there were several rounds: its number.
    ThisRoundCounts(u32),
    /// Whether the vote counts when webinars are compared: heading.
    Evaluation,
    /// It counts.
    Counts,
    /// It is left out; why.
    LeftOut(&'a str),
    /// It was taken in again.
    TakenIn,
    /// The form's name.
    By,
    /// The form's reason.
    LeaveOutReason,
    /// An example.
    LeaveOutHint,
    /// Leaves it out.
    LeaveOut,
    /// Takes it in again.
    TakeIn,
    /// The letter's heading.
    Letter,
    /// What it is.
    LetterBody,
    /// Its subject.
    Subject,
    /// Its text.
    Text,
    /// Copies the text.
    CopyText,
    /// Copies it with headings and lists.
    CopyHtml,
    /// It is copied.
    Copied,
    /// The browser does not lend its clipboard.
    NotCopied,
    /// Prints it.
    Print,
    /// Drafts it anew, over what was changed.
    StartOver,
    /// What is changed stays in this browser.
    Kept,
}

impl After<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        match language {
            Danish => self.danish(),
            English => self.english(),
        }
    }

    fn danish(self) -> String {
        match self {
            Self::Title => "Efter webinaret".into(),
            Self::NotYet => {
                "Her står beslutningerne og et brev, så snart hele resultatet er vist i webinaret."
                    .into()
            }
            Self::Log => "Hvad blev besluttet".into(),
            Self::Turnout(voted, present, municipalities) => {
                let from = Danish.counted(municipalities, "kommune", "kommuner");
                format!("{voted} af {present} stemte, fra {from}")
            }
            Self::Struck(count) => {
                let count = Danish.counted(count, "stemmeseddel", "stemmesedler");
                format!("{count} blev strøget, før resultatet blev vist")
            }
            Self::Place => "Plads".into(),
            Self::Request => "Ønske".into(),
            Self::Municipalities => "Kommuner".into(),
            Self::Votes => "Stemmer".into(),
            Self::Price => "Pris".into(),
            Self::GoesOn => "går videre".into(),
            Self::PutUpFor(reason) => format!("Begrundelse: {reason}"),
            Self::ByGap(1) => "Ét ønske går videre: Kun det fik tilslutning.".into(),
            Self::ByGap(count) => {
                format!("De {count} øverste går videre: Afstanden til den næste er størst her.")
            }
            Self::ByChoice => {
                "Der var ikke noget klart snit. Oplægsholderen valgte, hvem der går videre.".into()
            }
            Self::Undecided => {
                "Der var ikke noget klart snit, og det er endnu ikke valgt, hvem der går videre."
                    .into()
            }
            Self::Nobody => "Intet ønske fik tilslutning.".into(),
            Self::OtherRule(rule) => {
                format!("Talt efter {rule} havde de tre øverste været nogle andre.")
            }
            Self::Record => "Skrevet ned undervejs".into(),
            Self::EarlierRound(round) => format!("{round}. runde, som ikke gælder længere"),
            Self::ThisRoundCounts(round) => format!("{round}. runde gælder"),
            Self::Evaluation => "Med i evalueringen?".into(),
            Self::Counts => "Afstemningen tæller med, når webinarer sammenlignes.".into(),
            Self::LeftOut(why) => format!("Holdt ude af evalueringen: {why}"),
            Self::TakenIn => "Taget med igen".into(),
            Self::By => "Dit navn".into(),
            Self::LeaveOutReason => "Hvorfor skal den holdes ude?".into(),
            Self::LeaveOutHint => "For eksempel: Linket var delt uden for webinaret".into(),
            Self::LeaveOut => "Hold ude".into(),
            Self::TakeIn => "Tag med igen".into(),
            Self::Letter => "Tak for i dag".into(),
            Self::LetterBody => {
                "Et udkast på dansk. Ret det til, og kopiér det over i en mail.".into()
            }
            Self::Subject => "Emne".into(),
            Self::Text => "Brev".into(),
            Self::CopyText => "Kopiér som tekst".into(),
            Self::CopyHtml => "Kopiér med overskrifter".into(),
            Self::Copied => "Kopieret.".into(),
            Self::NotCopied => {
                "Browseren lader os ikke kopiere. Markér teksten, og kopiér den selv.".into()
            }
            Self::Print => "Udskriv".into(),
            Self::StartOver => "Nyt udkast".into(),
            Self::Kept => "Dine rettelser bliver i denne browser.".into(),
        }
    }

    fn english(self) -> String {
        match self {
            Self::Title => "After the webinar".into(),
            Self::NotYet => {
                "The decisions and a letter stand here once the whole result has been shown in the webinar.".into()
            }
            Self::Log => "What was decided".into(),
            Self::Turnout(voted, present, municipalities) => {
                let from = English.counted(municipalities, "municipality", "municipalities");
                format!("{voted} of {present} voted, from {from}")
            }
            Self::Struck(count) => {
                let count = English.counted(count, "ballot was", "ballots were");
                format!("{count} struck before the result was shown")
            }
            Self::Place => "Place".into(),
            Self::Request => "Request".into(),
            Self::Municipalities => "Municipalities".into(),
            Self::Votes => "Votes".into(),
            Self::Price => "Price".into(),
            Self::GoesOn => "goes on".into(),
            Self::PutUpFor(reason) => format!("Reason: {reason}"),
            Self::ByGap(1) => "One request goes on: only that one found support.".into(),
            Self::ByGap(count) => format!("The top {count} go on: the gap to the next is largest here."),
            Self::ByChoice => "There was no clean cut. The presenter chose who goes on.".into(),
            Self::Undecided => "There was no clean cut, and nobody has chosen yet who goes on.".into(),
            Self::Nobody => "No request found support.".into(),
            Self::OtherRule(rule) => {
                format!("Counted by {rule} the top three would have been others.")
            }
            Self::Record => "On record".into(),
            Self::EarlierRound(round) => format!("Round {round}, which no longer counts"),
            Self::ThisRoundCounts(round) => format!("Round {round} counts"),
            Self::Evaluation => "Part of the evaluation?".into(),
            Self::Counts => "The vote counts when webinars are compared.".into(),
            Self::LeftOut(why) => format!("Left out of the evaluation: {why}"),
            Self::TakenIn => "Taken in again".into(),
            Self::By => "Your name".into(),
            Self::LeaveOutReason => "Why is it to be left out?".into(),
            Self::LeaveOutHint => "For example: The link was shared outside the webinar".into(),
            Self::LeaveOut => "Leave out".into(),
            Self::TakeIn => "Take in again".into(),
            Self::Letter => "Thanks for today".into(),
            Self::LetterBody => "A draft in Danish. Change it, and copy it into a mail.".into(),
            Self::Subject => "Subject".into(),
            Self::Text => "Letter".into(),
            Self::CopyText => "Copy as text".into(),
            Self::CopyHtml => "Copy with headings".into(),
            Self::Copied => "Copied.".into(),
            Self::NotCopied => "The browser does not let us copy. Select the text and copy it yourself.".into(),
            Self::Print => "Print".into(),
            Self::StartOver => "New draft".into(),
            Self::Kept => "Your changes stay in this browser.".into(),
        }
    }
}

/// A counting rule, after "counted by".
pub fn rule(rule: CountingRule, language: Language) -> &'static str {
    let [danish, english] = match rule {
        CountingRule::Participants => ["deltagere", "participants"],
        CountingRule::Municipalities => ["kommuner", "municipalities"],
        CountingRule::Fraction => ["andele af kommuner", "fractions of municipalities"],
        CountingRule::Majority => ["flertal i kommunerne", "majorities within municipalities"],
    };
    match language {
        Danish => danish,
        English => english,
    }
}

/// What the presenter did, where that decided something.
pub fn step(command: &Command, language: Language) -> &'static str {
    let [danish, english] = match command {
        Command::Open => ["Afstemningen blev åbnet", "The vote was opened"],
        Command::Reopen => ["Afstemningen blev åbnet igen", "The vote was opened again"],
        Command::NextRound => [
            "En ny runde blev åbnet med tomme stemmesedler",
            "Another round was opened with empty ballots",
        ],
        Command::Close => ["Afstemningen blev lukket", "The vote was closed"],
        Command::Reveal { .. } => ["Resultatet blev vist", "The result was shown"],
        Command::Choose { .. } => [
            "Oplægsholderen valgte, hvem der går videre",
            "The presenter chose who goes on",
        ],
        Command::Door { closed: true } => [
            "Døren blev lukket for nye",
            "The door was closed to newcomers",
        ],
        Command::Door { closed: false } => ["Døren blev åbnet igen", "The door was opened again"],
        Command::End => ["Webinaret blev afsluttet", "The webinar ended"],
        _ => ["", ""],
    };
    match language {
        Danish => danish,
        English => english,
    }
}
