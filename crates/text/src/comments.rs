//! What is read where requests and national initiatives are commented: `/requests/7/comments`,
//! `/forum/initiatives/7/comments`, and the vendor's `/vendor/comments`.

use barometer_domain::comment::CommentKind;

use crate::Language;

/// Every sentence of both pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum CommentPageText<'a> {
    /// The heading, with the title of what is commented.
    Title(&'a str),
    /// The way back to the living page, or to the initiative.
    Back,
    BackToInitiative,
    /// Who writes here, and who reads it first.
    Promise,
    /// What whoever has no personal link reads in the place of the form.
    LinkNeeded,
    LinkNeededForInitiative,
    Kind,
    Yours,
    YoursHint,
    /// The tick that wishes the municipality's name.
    NameIt(&'a str),
    NameItHint,
    Send,
    Own,
    Waits,
    Shown,
    Hidden,
    Delete,
    All,
    Nothing,
    /// Who wrote: a municipality by name, or somebody from one.
    From(&'a str),
    FromSomebody,
    FromWebinar,
    /// Before what the vendor answers.
    Answer,
    /// How many there are, on the living page's card.
    Count(u32),
    /// Heading and lead of the vendor's page.
    VendorTitle,
    VendorLead,
    Waiting(u32),
    NothingWaits,
    /// The vendor's buttons.
    Show,
    /// Shows it with the municipality's name, as its writer wishes.
    ShowNamed(&'a str),
    ShowUnnamed,
    Hide,
    AnswerLabel,
    SendAnswer,
}

impl CommentPageText<'_> {
    /// The sentence in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, comments::sentence(self))
    }
}

/// A kind of comment.
pub const fn kind(kind: CommentKind, language: Language) -> &'static str {
    in_language!(language, comments::kind(kind))
}
