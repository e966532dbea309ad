//! The words of the series: what each webinar came to, and one request's way along them.

use crate::Language;

/// What the list of webinars and the page of a request say about the series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series<'a> {
    /// The way to what is decided before a webinar.
    Prepare,
    /// The way to another webinar.
    New,
    /// No webinars yet: heading.
    Empty,
    /// The first step.
    FirstRequests,
    /// The second.
    ThenWebinar,
    /// The third.
    ThenGo,
    /// It was only tried out.
    Demo,
    /// So many candidates.
    Candidates(u32),
    /// Nobody has joined yet.
    NobodyYet,
    /// So many have joined to vote.
    Here(u32),
    /// How many voted of how many, from how many municipalities.
    Turnout(u32, u32, u32),
    /// Who went on: heading.
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
    /// Nobody found support.
    Nobody,
    /// Rules that would have made another top three, joined.
    RulesDiffer(&'a str),
    /// How often someone looked up who voted for what.
    LookUps(u32),
    /// From webinar to webinar: heading.
    Course,
    /// What the picture shows.
    CourseBody,
    /// Today, where it is no webinar's day.
    Today,
    /// Municipalities that supported it, in percent.
    SupportIn,
    /// What is promised, in percent of the price.
    PromisedIn,
    /// A column: the day.
    DateColumn,
    /// A column: the webinar.
    WebinarColumn,
    /// A column: its place.
    PlaceColumn,
    /// A column: its support.
    SupportColumn,
    /// A column: votes.
    VotesColumn,
    /// A column: promised.
    PromisedColumn,
    /// A column: the price.
    PriceColumn,
    /// Its place among so many.
    Place(u16, u16),
}

impl Series<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::series::sentence(self))
    }
}
