//! The words of the vendor's page about news.

use crate::Language;

/// What the page about news says. Days and hosts come written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum NewsDeskText<'a> {
    /// The page's heading, and the way to it.
    Title,
    Body,
    ToPage,
    /// How many get mails, and from which address.
    Readers(u32, &'a str),
    NoMail,
    Webhook,
    WebhookBody,
    /// The host that news is posted to.
    PostsTo(&'a str),
    Address,
    AddressHint,
    AddressWrong,
    Format,
    FormatJson,
    FormatTeams,
    Language,
    NewSecret,
    SecretOnce,
    Keep,
    Kept,
    Test,
    Remove,
    Removed,
    Deliveries,
    NoneYet,
    TestDelivery,
    /// How many events one delivery tells of.
    Events(u32),
    Waiting,
    Delivered,
    /// The status of HTTP.
    Answered(u16),
    NotPublic,
    NoAnswer,
    /// When it is tried next.
    TriedAgain(&'a str),
    /// After so many tries.
    GivenUp(u32),
}

impl NewsDeskText<'_> {
    /// What a person reads in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::news::sentence(self))
    }
}
