//! The words of the vendor's page with sign-ups.

use barometer_domain::signup::mail::MailKind;

use crate::Language;

/// What the page of sign-ups says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum SignupDeskText<'a> {
    /// The page's heading, and the way to it.
    Title,
    Body,
    RemindToday,
    ToMail,
    Settings,
    Way,
    WayOff,
    WayHere,
    WayElsewhere,
    Seats,
    SeatsHint,
    SeatsWrong,
    CourseLink,
    CourseLinkWrong,
    CandidatesAhead,
    /// Whether the webinar is among the public news.
    Announced,
    Keep,
    Kept,
    SeePage,
    People,
    Search,
    /// How many people from how many municipalities.
    Count(u32, u32),
    Nobody,
    NoneFound,
    ByMunicipality,
    NameColumn,
    MunicipalityColumn,
    MailColumn,
    LinkColumn,
    SentColumn,
    RemoveColumn,
    /// In the place of a name that this key does not open.
    DoesNotOpen,
    Unsubscribed,
    Remove,
    RemoveAsk,
    RemoveBody,
    Removed,
    SaveFile,
    SaveFileHint,
    /// How the file is called.
    FileName,
    AddHeading,
    AddBody,
    AddOver,
    ListHint,
    Add,
    Added(u32),
    /// Those of a list who are signed up already; their names follow.
    KnownAlready(u32),
    /// Those of a list without an address; their names follow.
    WithoutAddress(u32),
    WrongLines(u32),
    Mail,
    /// From which address this server sends.
    SentFrom(&'a str),
    NoMailServer,
    KindLabel,
    Kind(MailKind),
    Subject,
    SubjectWrong,
    MailText,
    MailTextWrong,
    /// Which words stand for what is each person's own.
    MailWords,
    /// How many letters are left.
    Left(u32),
    /// How many have not got this mail.
    Awaiting(u32),
    Send(u32),
    SentTo(u32),
    /// How many of how many are sent.
    Progress(u32, u32),
    NotSentTo,
    TryAgain,
    FailedNoAddress,
    FailedRefused,
    FailedLater,
    FailedUnsubscribed,
    CopyAddresses,
    CopyText,
    Appointment,
    Copied,
    NotCopied,
}

impl SignupDeskText<'_> {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::signups::sentence(self))
    }
}
