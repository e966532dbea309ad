//! The words of the page with personal invitations.

use super::door::Door;
use crate::Language;

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
        in_language!(language, staff::invitations::sentence(self))
    }
}
