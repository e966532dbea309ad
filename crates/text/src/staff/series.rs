//! The words of the series: what each webinar came to, and one request's way along them.

use crate::Language;

/// What the list of webinars and the page of a request say about the series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum SeriesText<'a> {
    /// The way to what is decided before a webinar.
    Prepare,
    /// The way to another webinar.
    New,
    Empty,
    FirstRequests,
    ThenWebinar,
    ThenGo,
    /// It was only tried out.
    Demo,
    Candidates(u32),
    NobodyYet,
    /// So many have joined to vote.
    Here(u32),
    /// How many voted of how many, from how many municipalities.
    Turnout(u32, u32, u32),
    WentOn,
    /// Supported by so many municipalities of so many.
    Support(u32, u32),
    /// No clean cut, and nobody has decided.
    Undecided,
    /// Fewer than five ballots, or from fewer than three municipalities.
    TooFew,
    /// The vote is left out of the evaluation; why.
    LeftOut(&'a str),
    /// And in the table of a request.
    LeftOutShort,
    /// So many rounds were run; the last one is told.
    Rounds(u8),
    Nobody,
    /// Rules that would have made another top three, joined.
    RulesDiffer(&'a str),
    /// How often someone looked up who voted for what.
    LookUps(u32),
    /// From webinar to webinar: heading.
    Course,
    CourseBody,
    /// Today, where it is no webinar's day.
    Today,
    /// Municipalities that supported it, in percent.
    SupportIn,
    /// What is promised, in percent of the price.
    PromisedIn,
    DateColumn,
    WebinarColumn,
    PlaceColumn,
    SupportColumn,
    VotesColumn,
    PromisedColumn,
    PriceColumn,
    /// Its place among so many.
    Place(u16, u16),
}

impl SeriesText<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::series::sentence(self))
    }
}
