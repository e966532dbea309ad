//! What is read where a municipality says what it would join a request for: `/requests/7/pledge`.

use crate::Language;

/// Every sentence of the page, and what leads to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum PledgeText<'a> {
    /// The heading, with the request's title.
    Title(&'a str),
    /// Leads to the page, from where a request is read.
    Link,
    /// What is asked, and that it binds nobody.
    Lead,
    /// Who sees the condition, and what becomes of the amount.
    WhoSees,
    /// In the place of the form for whoever has no personal link.
    LinkNeeded,
    /// How many share by which rule, and what the own part would be.
    OwnShare(u32, &'a str, &'a str),
    AtMost,
    AtMostHint,
    AtLeast,
    AtLeastHint,
    Send,
    /// Sends another answer than the one that stands.
    Change,
    Kept,
    /// Above where the municipality stands.
    Standing,
    AmountIs(&'a str),
    ConditionIs(u16),
    /// It has come further than an intention.
    Further,
    TakeBack,
    Reason,
    AmountWrong,
    CountWrong,
    ReasonWrong,
}

impl PledgeText<'_> {
    /// The sentence in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, pledge::sentence(self))
    }
}
