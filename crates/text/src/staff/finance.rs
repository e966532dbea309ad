//! The words of the page of financing.

use barometer_domain::money::Money;

use crate::Language::{self, Danish, English};
use crate::figures;

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
    /// Nothing was typed.
    CodeMissing,
    /// Another code was typed.
    WrongCode,
}

impl Finance<'_> {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        match language {
            Danish => self.danish(),
            English => self.english(),
        }
    }

    fn danish(self) -> String {
        let municipalities = |count| Danish.counted(count, "kommune", "kommuner");
        match self {
            Self::Title => "Økonomi – ændringsønsker til samfinansiering".into(),
            Self::UpdatedToday(time) => format!("opdateret i dag kl.\u{a0}{time}"),
            Self::Updated(moment) => format!("opdateret {moment}"),
            Self::Printed(moment) => format!("Udskrevet {moment}"),
            Self::Xlsx => "Hent XLSX".into(),
            Self::Csv => "Hent CSV".into(),
            Self::Print => "Udskriv".into(),
            Self::SoughtInAll => "søges samlet".into(),
            Self::Promised => "tilsagn".into(),
            Self::WithAPromise(1) => "kommune med tilsagn".into(),
            Self::WithAPromise(_) => "kommuner med tilsagn".into(),
            Self::Of(some, all) => format!("{some} af {all}"),
            Self::Funded => "fuldt finansieret".into(),
            Self::SinceLast(day) => format!("siden sidste webinar, {day}"),
            Self::Loading => "Henter …".into(),
            Self::NoConnection => {
                "Der er ingen forbindelse til serveren. Siden prøver igen af sig selv.".into()
            }
            Self::Empty => "Ingen ændringsønsker er til samfinansiering endnu.".into(),
            Self::Requests => "Ændringsønsker".into(),
            Self::PriceColumn => "Pris".into(),
            Self::FinancingColumn => "Finansiering".into(),
            Self::MissingColumn => "Mangler".into(),
            Self::DeadlineColumn => "Frist".into(),
            Self::ChangedColumn => "Ændret".into(),
            Self::SortBy => "Sortér efter".into(),
            Self::National => "Nationalt initiativ".into(),
            Self::Portal => "Åbn i portalen".into(),
            Self::PortalOf(title) => format!("Åbn i portalen: {title} (ny fane)"),
            Self::PlannedFor(count) => municipalities(count),
            Self::Cap(amount) => format!("loft {amount}"),
            Self::Minimum(count) => format!("mindst {count}"),
            Self::Between(low, high) => format!("{low} – {high}"),
            Self::Promises(count) => format!("{count} tilsagn"),
            Self::Deciding(count) => format!("{count} til beslutning"),
            Self::Intending(count) => Danish.counted(count, "hensigt", "hensigter"),
            Self::Interested(count) => format!("{count} interesse"),
            Self::NobodyYet => "Ingen kommuner endnu".into(),
            Self::Moved(amount, count) => moved(Danish, amount, count, municipalities),
            Self::MovedSince => "siden sidste webinar".into(),
            Self::NothingMissing => "–".into(),
            Self::Extended(from, reason) => format!("forlænget fra {from}: {reason}"),
            Self::Search => "Søg".into(),
            Self::SearchHint => "Titel, nummer eller kategori".into(),
            Self::Group => "Status".into(),
            Self::AllGroups => "Alle".into(),
            Self::ToBeFinanced => "Til finansiering".into(),
            Self::UnderWay => "I gang".into(),
            Self::Finished => "Afsluttet".into(),
            Self::OnlyMoved => "Kun med bevægelse".into(),
            Self::Municipality => "Kommune".into(),
            Self::AllMunicipalities => "Alle kommuner".into(),
            Self::AsOf => "Vis som den".into(),
            Self::StoodOn(day) => format!("Sådan stod det den {day}"),
            Self::ShowNow => "Vis nu".into(),
            Self::PastFailed => "Den dag kunne ikke hentes.".into(),
            Self::Again => "Prøv igen".into(),
            Self::ShownOf(some, all) => {
                format!("Viser {some} af {}", Danish.counted(all, "ønske", "ønsker"))
            }
            Self::NothingFits => "Ingen ændringsønsker passer til det, du har valgt.".into(),
            Self::Reset => "Nulstil".into(),
            Self::Map => "Hvem er med, hvor".into(),
            Self::MapOf(title) => format!("Kun {title}"),
            Self::ShowOnMap => "Vis på kortet".into(),
            Self::ShowOnMapOf(title) => format!("Vis på kortet: {title}"),
            Self::ShowAll => "Vis alle ønsker".into(),
            Self::Region {
                committed: 0,
                on_the_way: 0,
            } => "ingen endnu".into(),
            Self::Region {
                committed,
                on_the_way: 0,
            } => format!("{committed} tilsagn"),
            Self::Region {
                committed: 0,
                on_the_way,
            } => format!("{on_the_way} på vej"),
            Self::Region {
                committed,
                on_the_way,
            } => format!("{committed} tilsagn, {on_the_way} på vej"),
            Self::KeyCommitted => "Har givet tilsagn".into(),
            Self::KeyOnTheWay => "På vej".into(),
            Self::KeyOther => "Ikke med, eller ikke ved navn".into(),
            Self::OnlyNamed => {
                "Kun kommuner, der har sagt ja til at stå ved navn, vises enkeltvis.".into()
            }
            Self::MapHint => "Peg på en kommune, eller brug piletasterne.".into(),
            Self::NotNamed(name) => format!("{name}: ikke med, eller ikke ved navn"),
            Self::AsList => "Vis som liste".into(),
            Self::NobodyNamed => "Ingen kommuner står ved navn endnu.".into(),
            Self::CodeTitle => "Skriv koden".into(),
            Self::CodeBody => "Leverandøren viser siden til dem, der har koden.".into(),
            Self::Code => "Kode".into(),
            Self::Enter => "Vis siden".into(),
            Self::Entering => "Et øjeblik …".into(),
            Self::CodeMissing => "Skriv koden først.".into(),
            Self::WrongCode => "Koden passer ikke. Se efter, og prøv igen.".into(),
        }
    }

    fn english(self) -> String {
        let municipalities = |count| English.counted(count, "municipality", "municipalities");
        match self {
            Self::Title => "Finance – change requests for co-financing".into(),
            Self::UpdatedToday(time) => format!("updated today at {time}"),
            Self::Updated(moment) => format!("updated {moment}"),
            Self::Printed(moment) => format!("Printed {moment}"),
            Self::Xlsx => "Download XLSX".into(),
            Self::Csv => "Download CSV".into(),
            Self::Print => "Print".into(),
            Self::SoughtInAll => "sought in all".into(),
            Self::Promised => "committed".into(),
            Self::WithAPromise(1) => "municipality committed".into(),
            Self::WithAPromise(_) => "municipalities committed".into(),
            Self::Of(some, all) => format!("{some} of {all}"),
            Self::Funded => "fully funded".into(),
            Self::SinceLast(day) => format!("since the last webinar, {day}"),
            Self::Loading => "Loading …".into(),
            Self::NoConnection => {
                "There is no connection to the server. The page keeps trying by itself.".into()
            }
            Self::Empty => "No change requests are up for co-financing yet.".into(),
            Self::Requests => "Change requests".into(),
            Self::PriceColumn => "Price".into(),
            Self::FinancingColumn => "Financing".into(),
            Self::MissingColumn => "Missing".into(),
            Self::DeadlineColumn => "Deadline".into(),
            Self::ChangedColumn => "Changed".into(),
            Self::SortBy => "Sort by".into(),
            Self::National => "National initiative".into(),
            Self::Portal => "Open in the portal".into(),
            Self::PortalOf(title) => format!("Open in the portal: {title} (new tab)"),
            Self::PlannedFor(count) => municipalities(count),
            Self::Cap(amount) => format!("at most {amount}"),
            Self::Minimum(count) => format!("at least {count}"),
            Self::Between(low, high) => format!("{low} – {high}"),
            Self::Promises(count) => format!("{count} committed"),
            Self::Deciding(count) => format!("{count} under decision"),
            Self::Intending(count) => format!("{count} intended"),
            Self::Interested(count) => format!("{count} interested"),
            Self::NobodyYet => "No municipalities yet".into(),
            Self::Moved(amount, count) => moved(English, amount, count, municipalities),
            Self::MovedSince => "since the last webinar".into(),
            Self::NothingMissing => "–".into(),
            Self::Extended(from, reason) => format!("extended from {from}: {reason}"),
            Self::Search => "Search".into(),
            Self::SearchHint => "Title, reference or category".into(),
            Self::Group => "Status".into(),
            Self::AllGroups => "All".into(),
            Self::ToBeFinanced => "To be financed".into(),
            Self::UnderWay => "Under way".into(),
            Self::Finished => "Finished".into(),
            Self::OnlyMoved => "Only with movement".into(),
            Self::Municipality => "Municipality".into(),
            Self::AllMunicipalities => "All municipalities".into(),
            Self::AsOf => "Show as of".into(),
            Self::StoodOn(day) => format!("As it stood on {day}"),
            Self::ShowNow => "Show now".into(),
            Self::PastFailed => "That day could not be loaded.".into(),
            Self::Again => "Try again".into(),
            Self::ShownOf(some, all) => {
                let all = English.counted(all, "request", "requests");
                format!("Showing {some} of {all}")
            }
            Self::NothingFits => "No change requests fit what you have chosen.".into(),
            Self::Reset => "Reset".into(),
            Self::Map => "Who is with us, where".into(),
            Self::MapOf(title) => format!("Only {title}"),
            Self::ShowOnMap => "Show on the map".into(),
            Self::ShowOnMapOf(title) => format!("Show on the map: {title}"),
            Self::ShowAll => "Show all requests".into(),
            Self::Region {
                committed: 0,
                on_the_way: 0,
            } => "none yet".into(),
            Self::Region {
                committed,
                on_the_way: 0,
            } => format!("{committed} committed"),
            Self::Region {
                committed: 0,
                on_the_way,
            } => format!("{on_the_way} on the way"),
            Self::Region {
                committed,
                on_the_way,
            } => format!("{committed} committed, {on_the_way} on the way"),
            Self::KeyCommitted => "Has committed".into(),
            Self::KeyOnTheWay => "On the way".into(),
            Self::KeyOther => "Not with us, or not by name".into(),
            Self::OnlyNamed => {
                "Only municipalities that agreed to be named are shown one by one.".into()
            }
            Self::MapHint => "Point at a municipality, or use the arrow keys.".into(),
            Self::NotNamed(name) => format!("{name}: not with us, or not by name"),
            Self::AsList => "Show as a list".into(),
            Self::NobodyNamed => "No municipalities are named yet.".into(),
            Self::CodeTitle => "Type the code".into(),
            Self::CodeBody => "The vendor shows this page to those who have the code.".into(),
            Self::Code => "Code".into(),
            Self::Enter => "Show the page".into(),
            Self::Entering => "One moment …".into(),
            Self::CodeMissing => "Type the code first.".into(),
            Self::WrongCode => "The code does not fit. Check it, and try again.".into(),
        }
    }
}

/// "+48.000 kr., +2 kommuner"; what did not move is left out.
fn moved(
    language: Language,
    amount: Money,
    count: i32,
    municipalities: impl Fn(u32) -> String,
) -> String {
    let counted = || municipalities(count.unsigned_abs());
    let parts = [
        (amount != Money::ZERO).then(|| signed_money(language, amount)),
        (count != 0).then(|| format!("{}{}", sign(count < 0), counted())),
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
        assert_eq!(region(9, 3), "9 tilsagn, 3 på vej");
        assert_eq!(region(0, 1), "1 på vej");
        assert_eq!(region(2, 0), "2 tilsagn");
        assert_eq!(region(0, 0), "ingen endnu");
    }
}
