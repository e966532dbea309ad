//! The words of the page with personal invitations.

use super::door::AdmissionText;
use crate::Language;

/// What the page of invitations says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum InvitationText<'a> {
    /// The page's heading, and the way to it.
    Title,
    Body,
    Count(u32),
    InvitedOnly,
    InvitedOnlyHint,
    /// What belongs to an open link.
    Door(AdmissionText),
    /// Why it cannot be changed.
    Locked,
    /// Why nobody can be invited.
    Over,
    Withdraw,
    WithdrawAsk,
    WithdrawBody,
    WithdrawYes,
    Withdrawn,
    Invite,
    InviteBody,
    List,
    /// What a line looks like.
    ListHint,
    /// The button for a file.
    File,
    Check,
    Empty,
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
    HiddenWith,
    HiddenWithout,
    /// A person who stands in an earlier line too.
    Duplicate(u32, u32),
    AndMore(u32),
    /// How many people from how many municipalities.
    Ready(u32, u32),
    Caption,
    Make(u32),
    Made(u32),
    /// Where they are, and what to do.
    OnlyInFile,
    SaveAgain,
    InviteMore,
    NameColumn,
    MunicipalityColumn,
    RoleColumn,
    MailColumn,
    LinkColumn,
}

impl InvitationText<'_> {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::invitations::sentence(self))
    }
}
