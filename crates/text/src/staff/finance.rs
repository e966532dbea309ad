//! The words of the page of financing.

use barometer_domain::money::Money;

use crate::Language::{self, Danish, English};
use crate::figures;
use crate::shared::Shared;

/// Everything the page of financing says. Days and amounts come formatted; counts decide plurals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finance<'a> {
    /// The page's heading.
    Title,
    /// When anything changed last, if that was today: a time of day.
    UpdatedToday(&'a str),
    /// When anything changed last: a day with its time.
    Updated(&'a str),
    /// When a sheet of paper was printed: a day with its time.
    Printed(&'a str),
    /// A download.
    Xlsx,
    /// A download.
    Csv,
    /// Prints.
    Print,
    /// Under what all requests cost.
    SoughtInAll,
    /// Under what is promised.
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
    /// The table's name.
    Requests,
    /// A column.
    PriceColumn,
    /// A column.
    FinancingColumn,
    /// A column.
    MissingColumn,
    /// A column.
    DeadlineColumn,
    /// A column.
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
    /// In the bar's key.
    Promises(u32),
    /// In the bar's key.
    Deciding(u32),
    /// In the bar's key.
    Intending(u32),
    /// In the bar's key.
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
    /// A field.
    Search,
    /// What can be searched.
    SearchHint,
    /// A field.
    Group,
    /// No filter.
    AllGroups,
    /// Those that municipalities can still join.
    ToBeFinanced,
    /// From being ordered on.
    UnderWay,
    /// Those that left the way.
    Finished,
    /// A filter.
    OnlyMoved,
    /// A field.
    Municipality,
    /// No filter.
    AllMunicipalities,
    /// A field: an earlier day.
    AsOf,
    /// The band over an earlier day.
    StoodOn(&'a str),
    /// Leaves the earlier day.
    ShowNow,
    /// An earlier day did not come.
    PastFailed,
    /// Tries again.
    Again,
    /// How many of how many.
    ShownOf(u32, u32),
    /// No request passes the filters.
    NothingFits,
    /// Takes all filters away.
    Reset,
    /// The map's heading.
    Map,
    /// What the map shows when a request is chosen: its title.
    MapOf(&'a str),
    /// Shows a request's municipalities on the map.
    ShowOnMap,
    /// The same for those who hear it alone: the request's title.
    ShowOnMapOf(&'a str),
    /// Leaves the request chosen.
    ShowAll,
    /// A region's count, after its name.
    Region {
        /// With a promise.
        committed: u32,
        /// On their way to one.
        on_the_way: u32,
    },
    /// The map's key.
    KeyCommitted,
    /// The map's key.
    KeyOnTheWay,
    /// The map's key.
    KeyOther,
    /// Under the map.
    OnlyNamed,
    /// The deadline has passed.
    Overdue,
    /// That amounts are rounded, and why.
    Rounded,
    /// How the map is used.
    MapHint,
    /// What the map says of a municipality that is not named: its name.
    NotNamed(&'a str),
    /// Opens the map's list.
    AsList,
    /// The list is empty.
    NobodyNamed,
    /// The door's heading.
    CodeTitle,
    /// What the code is.
    CodeBody,
    /// The door's field.
    Code,
    /// The door's button.
    Enter,
    /// The same while the server is asked.
    Entering,
    /// Another code was typed.
    WrongCode,
}

impl Finance<'_> {
    /// The words in `language`. Those without a figure are pairs: a table rather than code to download.
    pub fn say(self, language: Language) -> String {
        let [danish, english] = match self {
            Self::Title => [
                "Økonomi – ændringsønsker til samfinansiering",
                "Finance – change requests for co-financing",
            ],
            Self::Xlsx => ["Hent XLSX", "Download XLSX"],
            Self::Csv => ["Hent CSV", "Download CSV"],
            Self::Print => ["Udskriv", "Print"],
            Self::SoughtInAll => ["søges samlet", "sought in all"],
            Self::Promised => ["tilsagn", "committed"],
            Self::WithAPromise(1) => ["kommune med tilsagn", "municipality committed"],
            Self::WithAPromise(_) => ["kommuner med tilsagn", "municipalities committed"],
            Self::Funded => ["fuldt finansieret", "fully funded"],
            Self::Loading => ["Henter …", "Loading …"],
            Self::NoConnection => [
                "Der er ingen forbindelse til serveren. Siden prøver igen af sig selv.",
                "There is no connection to the server. The page keeps trying by itself.",
            ],
            Self::Empty => [
                "Ingen ændringsønsker er til samfinansiering endnu.",
                "No change requests are up for co-financing yet.",
            ],
            Self::Requests => ["Ændringsønsker", "Change requests"],
            Self::PriceColumn => ["Pris", "Price"],
            Self::FinancingColumn => ["Finansiering", "Financing"],
            Self::MissingColumn => ["Mangler", "Missing"],
            Self::DeadlineColumn => ["Frist", "Deadline"],
            Self::ChangedColumn => ["Ændret", "Changed"],
            Self::SortBy => ["Sortér efter", "Sort by"],
            Self::National => ["Nationalt initiativ", "National initiative"],
            Self::Portal => ["Åbn i portalen", "Open in the portal"],
            Self::NobodyYet => ["Ingen kommuner endnu", "No municipalities yet"],
            Self::MovedSince => ["siden sidste webinar", "since the last webinar"],
            Self::NothingMissing => ["–", "–"],
            Self::Search => ["Søg", "Search"],
            Self::SearchHint => [
                "Titel, nummer eller kategori",
                "Title, reference or category",
            ],
            Self::Group => ["Status", "Status"],
            Self::AllGroups => ["Alle", "All"],
            Self::ToBeFinanced => ["Til finansiering", "To be financed"],
            Self::UnderWay => ["I gang", "Under way"],
            Self::Finished => ["Afsluttet", "Finished"],
            Self::OnlyMoved => ["Kun med bevægelse", "Only with movement"],
            Self::Municipality => ["Kommune", "Municipality"],
            Self::AllMunicipalities => ["Alle kommuner", "All municipalities"],
            Self::AsOf => ["Vis som den", "Show as of"],
            Self::ShowNow => ["Vis nu", "Show now"],
            Self::PastFailed => [
                "Den dag kunne ikke hentes.",
                "That day could not be loaded.",
            ],
            Self::Again => ["Prøv igen", "Try again"],
            Self::NothingFits => [
                "Ingen ændringsønsker passer til det, du har valgt.",
                "No change requests fit what you have chosen.",
            ],
            Self::Reset => ["Nulstil", "Reset"],
            Self::Map => ["Hvem er med, hvor", "Who is with us, where"],
            Self::ShowOnMap => ["Vis på kortet", "Show on the map"],
            Self::ShowAll => ["Vis alle ønsker", "Show all requests"],
            Self::KeyCommitted => ["Har givet tilsagn", "Has committed"],
            Self::KeyOnTheWay => ["Overvejer det", "Considering it"],
            Self::KeyOther => [
                "Ikke med, eller ikke ved navn",
                "Not with us, or not by name",
            ],
            Self::Overdue => ["Fristen er passeret", "The deadline has passed"],
            Self::Rounded => [
                "Hver kommunes beløb er afrundet til hele tusinde kroner, før det tælles sammen, så ingen sum fortæller, \
                 hvad en enkelt kommune betaler.",
                "Each municipality’s amount is rounded to whole thousands of kroner before it is added up, so that no \
                 sum tells what a single municipality pays.",
            ],
            Self::OnlyNamed => [
                "Kun kommuner, der har sagt ja til at stå ved navn, vises enkeltvis.",
                "Only municipalities that agreed to be named are shown one by one.",
            ],
            Self::MapHint => [
                "Peg på en kommune, eller brug piletasterne.",
                "Point at a municipality, or use the arrow keys.",
            ],
            Self::AsList => ["Vis som liste", "Show as a list"],
            Self::NobodyNamed => [
                "Ingen kommuner står ved navn endnu.",
                "No municipalities are named yet.",
            ],
            Self::CodeTitle => ["Skriv koden", "Type the code"],
            Self::CodeBody => [
                "Leverandøren viser siden til dem, der har koden.",
                "The vendor shows this page to those who have the code.",
            ],
            Self::Code => ["Kode", "Code"],
            Self::Enter => ["Vis siden", "Show the page"],
            Self::Entering => ["Et øjeblik …", "One moment …"],
            Self::WrongCode => [
                "Koden passer ikke. Se efter, og prøv igen.",
                "The code does not fit. Check it, and try again.",
            ],
            Self::UpdatedToday(time) => {
                return match language {
                    Danish => format!("opdateret i dag kl.\u{a0}{time}"),
                    English => format!("updated today at {time}"),
                };
            }
            Self::Updated(moment) => {
                return match language {
                    Danish => format!("opdateret {moment}"),
                    English => format!("updated {moment}"),
                };
            }
            Self::Printed(moment) => {
                return match language {
                    Danish => format!("Udskrevet {moment}"),
                    English => format!("Printed {moment}"),
                };
            }
            Self::Of(some, all) => {
                return match language {
                    Danish => format!("{some} af {all}"),
                    English => format!("{some} of {all}"),
                };
            }
            Self::SinceLast(day) => {
                return match language {
                    Danish => format!("siden sidste webinar, {day}"),
                    English => format!("since the last webinar, {day}"),
                };
            }
            Self::PortalOf(title) => {
                return match language {
                    Danish => format!("Åbn i portalen: {title} (ny fane)"),
                    English => format!("Open in the portal: {title} (new tab)"),
                };
            }
            Self::PlannedFor(count) => return Shared::Municipalities(count).say(language),
            Self::Cap(amount) => {
                return match language {
                    Danish => format!("loft {amount}"),
                    English => format!("at most {amount}"),
                };
            }
            Self::Minimum(count) => {
                return match language {
                    Danish => format!("mindst\u{a0}{count}"),
                    English => format!("at least\u{a0}{count}"),
                };
            }
            Self::Between(low, high) => return format!("{low} – {high}"),
            Self::Promises(count) => {
                return match language {
                    Danish => format!("{count} tilsagn"),
                    English => format!("{count} committed"),
                };
            }
            Self::Deciding(count) => {
                return match language {
                    Danish => format!("{count} til beslutning"),
                    English => format!("{count} under decision"),
                };
            }
            Self::Intending(count) => {
                return match language {
                    Danish => Danish.counted(count, "hensigt", "hensigter"),
                    English => format!("{count} intended"),
                };
            }
            Self::Interested(count) => {
                return match language {
                    Danish => Danish.counted(count, "interesseret", "interesserede"),
                    English => format!("{count} interested"),
                };
            }
            Self::Moved(amount, count) => return moved(language, amount, count),
            Self::Extended(from, reason) => {
                return match language {
                    Danish => format!("forlænget fra {from}: {reason}"),
                    English => format!("extended from {from}: {reason}"),
                };
            }
            Self::StoodOn(day) => {
                return match language {
                    Danish => format!("Sådan stod det den {day}"),
                    English => format!("As it stood on {day}"),
                };
            }
            Self::ShownOf(some, all) => {
                return match language {
                    Danish => format!("Viser {some} af {}", Danish.counted(all, "ønske", "ønsker")),
                    English => {
                        let all = English.counted(all, "request", "requests");
                        format!("Showing {some} of {all}")
                    }
                };
            }
            Self::MapOf(title) => {
                return match language {
                    Danish => format!("Kun {title}"),
                    English => format!("Only {title}"),
                };
            }
            Self::ShowOnMapOf(title) => {
                return match language {
                    Danish => format!("Vis på kortet: {title}"),
                    English => format!("Show on the map: {title}"),
                };
            }
            Self::Region {
                committed: 0,
                on_the_way: 0,
            } => ["ingen endnu", "none yet"],
            Self::Region {
                committed,
                on_the_way: 0,
            } => {
                return match language {
                    Danish => format!("{committed} tilsagn"),
                    English => format!("{committed} committed"),
                };
            }
            Self::Region {
                committed: 0,
                on_the_way,
            } => {
                return match language {
                    Danish => format!("{on_the_way} overvejer det"),
                    English => format!("{on_the_way} considering it"),
                };
            }
            Self::Region {
                committed,
                on_the_way,
            } => {
                return match language {
                    Danish => format!("{committed} tilsagn, {on_the_way} overvejer det"),
                    English => format!("{committed} committed, {on_the_way} considering it"),
                };
            }
            Self::NotNamed(name) => {
                return match language {
                    Danish => format!("{name}: ikke med, eller ikke ved navn"),
                    English => format!("{name}: not with us, or not by name"),
                };
            }
        };
        match language {
            Danish => danish.into(),
            English => english.into(),
        }
    }
}

/// "+48.000 kr., +2 kommuner"; what did not move is left out.
fn moved(language: Language, amount: Money, count: i32) -> String {
    let municipalities = Shared::Municipalities(count.unsigned_abs());
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

    fn moved(language: Language, kroner: i64, count: i32) -> String {
        Finance::Moved(Money::from_kroner(kroner), count).say(language)
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
            Finance::Region {
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
