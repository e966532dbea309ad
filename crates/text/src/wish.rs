//! The page on which a municipality sends a wish, and the one on which it sees what became of it.

use barometer_domain::wish::{Frequency, Wish, WishFault};

use crate::Language;

/// What the two pages say, beside what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishText {
    /// The heading of the form.
    Heading,
    /// What becomes of a wish, before anybody types.
    Intro,
    /// Asks for the title.
    Title,
    /// Helps with the title.
    TitleHint,
    /// Asks what is wrong today.
    Problem,
    /// Helps with the problem.
    ProblemHint,
    /// Asks who it helps.
    Helps,
    /// Asks how often it turns up.
    Frequency,
    /// Asks what it would be worth.
    Value,
    /// Helps with the value.
    ValueHint,
    /// Asks for the sender's name.
    Name,
    /// Asks for the sender's e-mail address.
    Mail,
    /// What happens to name and address.
    ContactHint,
    /// The button that sends it.
    Send,
    /// Above requests that are like what was typed.
    Alike,
    /// What the buttons below them do.
    AlikeHint,
    /// The button for a wish that is like none of them.
    SendAnyway,
    /// The heading of the page that follows a wish.
    Received,
    /// What to do with that page's address.
    KeepLink,
    /// Above the title that was sent.
    YourWish,
    /// Where the municipality has the same wish as a request that was there.
    SameWish,
    /// Above what has happened so far.
    History,
    /// Leads to the form for another wish.
    Another,
    /// Too many wishes wait to be looked at.
    TooManyWait,
    /// No wish has this address.
    NoSuchWish,
}

impl WishText {
    /// What a person reads in this language.
    pub const fn say(self, language: Language) -> &'static str {
        in_language!(language, wish::sentence(self))
    }
}

/// The button by which a municipality says that it has the same wish as a request.
pub fn same_as(language: Language, title: &str) -> String {
    in_language!(language, wish::same_as(title))
}

/// How often something turns up: `hver uge`.
pub const fn frequency(frequency: Frequency, language: Language) -> &'static str {
    in_language!(language, wish::frequency(frequency))
}

/// Why a wish was not taken in.
pub fn fault(fault: WishFault, language: Language) -> String {
    in_language!(language, wish::fault(fault))
}

/// What a request says of its benefit that came in as a wish.
pub fn benefit(wish: &Wish, language: Language) -> String {
    in_language!(language, wish::benefit(wish))
}

/// Where a request stands that became part of another one.
pub fn merged_into(language: Language, title: &str) -> String {
    in_language!(language, wish::merged_into(title))
}
