//! The words of the page of financing.

use barometer_domain::money::Money;

use crate::Language;
use crate::figures;
use crate::shared::SharedText;

/// Everything the page of financing says. Days and amounts come formatted; counts decide plurals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum FinancingText<'a> {
    Title,
    /// When anything changed last, if that was today: a time of day.
    UpdatedToday(&'a str),
    /// When anything changed last: a day with its time.
    Updated(&'a str),
    /// When a sheet of paper was printed: a day with its time.
    Printed(&'a str),
    /// Leads to the news without an account.
    News,
    /// The way to the Strategic Development Forum.
    Forum,
    /// Leads to the news about one request.
    Follow,
    /// The same, with its title, for who hears it.
    FollowOf(&'a str),
    Xlsx,
    Csv,
    Print,
    /// Under what all requests cost.
    SoughtInAll,
    Promised,
    /// Under how many municipalities promised something.
    WithAPromise(u32),
    /// A figure: so many of so many.
    Of(u32, u32),
    /// Under how many requests are fully funded.
    Funded,
    /// Under what moved: the last webinar's day.
    SinceLast(&'a str),
    /// Before the first view is here.
    Loading,
    /// The server does not answer.
    NoConnection,
    /// There are no requests at all.
    Empty,
    Requests,
    PriceColumn,
    FinancingColumn,
    MissingColumn,
    DeadlineColumn,
    ChangedColumn,
    /// Before the columns that sort, where they are no columns.
    SortBy,
    /// It follows from a national initiative.
    National,
    /// Leads to the request's page in the vendor's portal.
    Portal,
    /// The same for those who hear it alone: the request's title.
    PortalOf(&'a str),
    /// How many it is planned for.
    PlannedFor(u32),
    /// The most that one municipality pays.
    Cap(&'a str),
    /// The fewest with which it is built.
    Minimum(u32),
    /// The band of an estimate.
    Between(&'a str, &'a str),
    Promises(u32),
    Deciding(u32),
    Intending(u32),
    Interested(u32),
    /// Instead of the bar's key.
    NobodyYet,
    /// "Bevægelse siden sidst": an amount and how many municipalities, more or fewer.
    Moved(Money, i32),
    /// After that, for those who do not see where it stands.
    MovedSince,
    /// Where a request left the way.
    NothingMissing,
    /// A deadline's extension: from which day, and why.
    Extended(&'a str, &'a str),
    Search,
    SearchHint,
    Group,
    AllGroups,
    /// Those that municipalities can still join.
    ToBeFinanced,
    UnderWay,
    /// Those that left the way.
    Finished,
    OnlyMoved,
    Municipality,
    AllMunicipalities,
    /// A field: the national initiative that affects requests.
    Initiative,
    AllInitiatives,
    /// One that no request here is affected by.
    OtherInitiative,
    /// A field: an earlier day.
    AsOf,
    /// The band over an earlier day.
    StoodOn(&'a str),
    ShowNow,
    /// An earlier day did not come.
    PastFailed,
    Again,
    /// How many of how many.
    ShownOf(u32, u32),
    /// No request passes the filters.
    NothingFits,
    Reset,
    Map,
    /// What the map shows when a request is chosen: its title.
    MapOf(&'a str),
    /// Shows a request's municipalities on the map.
    ShowOnMap,
    /// The same for those who hear it alone: the request's title.
    ShowOnMapOf(&'a str),
    ShowAll,
    /// A region's count, after its name.
    Region {
        committed: u32,
        /// On their way to one.
        on_the_way: u32,
    },
    KeyCommitted,
    KeyOnTheWay,
    KeyOther,
    OnlyNamed,
    Overdue,
    /// That amounts are rounded, and why.
    Rounded,
    /// How the map is used.
    MapHint,
    /// What the map says of a municipality that is not named: its name.
    NotNamed(&'a str),
    AsList,
    NobodyNamed,
    CodeTitle,
    CodeBody,
    Code,
    Enter,
    /// The same while the server is asked.
    Entering,
    WrongCode,
}

impl FinancingText<'_> {
    /// The words in `language`. Those without a figure are pairs: a table rather than code to download.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::finance::sentence(self))
    }
}

/// "+48.000 kr., +2 kommuner"; what did not move is left out.
pub(crate) fn moved(language: Language, amount: Money, count: i32) -> String {
    let municipalities = SharedText::Municipalities(count.unsigned_abs());
    let parts = [
        (amount != Money::ZERO).then(|| signed_money(language, amount)),
        (count != 0).then(|| format!("{}{}", sign(count < 0), municipalities.say(language))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// An amount that came or went: `+48.000 kr.`, `−24.000 kr.`
pub fn signed_money(language: Language, amount: Money) -> String {
    let is_less = amount < Money::ZERO;
    let size = if is_less {
        Money::ZERO - amount
    } else {
        amount
    };
    format!("{}{}", sign(is_less), figures::money(language, size))
}

fn sign(is_less: bool) -> char {
    if is_less { '−' } else { '+' }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Danish, English};

    fn moved(language: Language, kroner: i64, count: i32) -> String {
        FinancingText::Moved(Money::from_kroner(kroner), count).say(language)
    }

    #[test]
    fn what_came_and_went_has_its_sign() {
        assert_eq!(moved(Danish, 48_000, 2), "+48.000\u{a0}kr., +2 kommuner");
        assert_eq!(moved(Danish, -24_000, -1), "−24.000\u{a0}kr., −1 kommune");
        assert_eq!(moved(English, 0, 1), "+1 municipality");
        assert_eq!(moved(English, 500, 0), "+DKK\u{a0}500");
        assert_eq!(moved(Danish, 0, 0), "");
    }

    #[test]
    fn a_region_says_what_there_is() {
        let region = |committed, on_the_way| {
            FinancingText::Region {
                committed,
                on_the_way,
            }
            .say(Danish)
        };
        assert_eq!(region(9, 3), "9 tilsagn, 3 overvejer det");
        assert_eq!(region(0, 1), "1 overvejer det");
        assert_eq!(region(2, 0), "2 tilsagn");
        assert_eq!(region(0, 0), "ingen endnu");
    }
}
