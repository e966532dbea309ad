//! The words around a file of requests: choosing it, saying which column is what, and what it would change.

use barometer_domain::financing::import::ImportField;

use crate::Language::{self, Danish, English};

/// What the page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Import<'a> {
    /// The page's heading.
    Title,
    /// What can be done.
    Body,
    /// Chooses a file.
    Choose,
    /// Chooses another.
    ChooseOther,
    /// While it is read.
    Reading,
    /// The columns' heading.
    Columns,
    /// What the columns are for.
    ColumnsBody,
    /// No column.
    NoColumn,
    /// Looks again with these columns.
    LookAgain,
    /// What it would change: heading.
    Preview,
    /// So many new.
    New(u32),
    /// So many changed.
    Changed(u32),
    /// So many as they are.
    Same(u32),
    /// So many to be mended.
    Wrong(u32),
    /// Nothing is written before all lines are right.
    AllOrNothing,
    /// A column: the row.
    Row,
    /// A column: the reference.
    Reference,
    /// A column: the title.
    TitleColumn,
    /// A column: what comes of it.
    Outcome,
    /// A new one.
    IsNew,
    /// It changes in these fields.
    Changes(&'a str),
    /// It says the same.
    IsSame,
    /// It is about the same as an earlier row.
    Twice(u32),
    /// Only lines that do something.
    OnlyWrong,
    /// Why terms change.
    Why,
    /// Writes it all.
    Apply(u32),
    /// It is written.
    Applied(u32, u32),
    /// No line has anything in a column that is read.
    NoLines,
    /// There is nothing to write.
    NothingToDo,
    /// The way to the list.
    ToList,
}

impl Import<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        match language {
            Danish => self.danish(),
            English => self.english(),
        }
    }

    fn danish(self) -> String {
        let requests = |count| Danish.counted(count, "ønske", "ønsker");
        match self {
            Self::Title => "Indlæs ønsker".into(),
            Self::Body => {
                "Vælg et regneark (XLSX) eller en CSV-fil med én linje pr. ønske og overskrifter i første linje. Intet \
                 skrives, før du har set, hvad der sker."
                    .into()
            }
            Self::Choose => "Vælg fil".into(),
            Self::ChooseOther => "Vælg en anden fil".into(),
            Self::Reading => "Læser …".into(),
            Self::Columns => "Hvad står i hvilken kolonne?".into(),
            Self::ColumnsBody => "Nummeret afgør, om et ønske er nyt. En tom celle lader det stå, som det er.".into(),
            Self::NoColumn => "– ingen –".into(),
            Self::LookAgain => "Se efter igen".into(),
            Self::Preview => "Det sker der".into(),
            Self::New(count) => Danish.counted(count, "nyt", "nye"),
            Self::Changed(count) => format!("{} ændres", Danish.whole(count)),
            Self::Same(count) => Danish.counted(count, "uændret", "uændrede"),
            Self::Wrong(count) => format!("{} skal rettes", Danish.whole(count)),
            Self::AllOrNothing => {
                "Ret linjerne i filen, og vælg den igen. Der skrives alt eller intet.".into()
            }
            Self::Row => "Linje".into(),
            Self::Reference => "Nummer".into(),
            Self::TitleColumn => "Titel".into(),
            Self::Outcome => "Hvad sker der?".into(),
            Self::IsNew => "Nyt".into(),
            Self::Changes(fields) => format!("Ændres: {fields}"),
            Self::IsSame => "Uændret".into(),
            Self::Twice(row) => format!("Nummeret står også i linje {row}."),
            Self::OnlyWrong => "Vis kun det, der skal rettes".into(),
            Self::Why => "Hvorfor? Deltagerne kan læse det, hvor en frist forlænges".into(),
            Self::Apply(count) => format!("Indlæs {}", requests(count)),
            Self::Applied(new, changed) => {
                let new = Danish.counted(new, "nyt", "nye");
                format!("Indlæst: {new} og {} ændret.", Danish.whole(changed))
            }
            Self::NoLines => "Overskrifterne siger os intet. Vælg, hvad der står i hvilken kolonne.".into(),
            Self::NothingToDo => "Alt i filen står der allerede.".into(),
            Self::ToList => "Se ønskerne".into(),
        }
    }

    fn english(self) -> String {
        let requests = |count| English.counted(count, "request", "requests");
        match self {
            Self::Title => "Import requests".into(),
            Self::Body => {
                "Choose a spreadsheet (XLSX) or a CSV file with one line per request and headings in the first line. \
                 Nothing is written before you have seen what happens."
                    .into()
            }
            Self::Choose => "Choose a file".into(),
            Self::ChooseOther => "Choose another file".into(),
            Self::Reading => "Reading …".into(),
            Self::Columns => "What stands in which column?".into(),
            Self::ColumnsBody => {
                "The reference decides whether a request is new. An empty cell leaves it as it is.".into()
            }
            Self::NoColumn => "– none –".into(),
            Self::LookAgain => "Look again".into(),
            Self::Preview => "What happens".into(),
            Self::New(count) => format!("{} new", English.whole(count)),
            Self::Changed(count) => format!("{} changed", English.whole(count)),
            Self::Same(count) => format!("{} as they are", English.whole(count)),
            Self::Wrong(count) => format!("{} to be corrected", English.whole(count)),
            Self::AllOrNothing => {
                "Correct the lines in the file and choose it again. All is written, or nothing.".into()
            }
            Self::Row => "Line".into(),
            Self::Reference => "Reference".into(),
            Self::TitleColumn => "Title".into(),
            Self::Outcome => "What happens?".into(),
            Self::IsNew => "New".into(),
            Self::Changes(fields) => format!("Changes: {fields}"),
            Self::IsSame => "As it is".into(),
            Self::Twice(row) => format!("The reference stands in line {row} too."),
            Self::OnlyWrong => "Show only what is to be corrected".into(),
            Self::Why => "Why? Participants can read it where a deadline is extended".into(),
            Self::Apply(count) => format!("Import {}", requests(count)),
            Self::Applied(new, changed) => format!(
                "Imported: {} new and {} changed.",
                English.whole(new),
                English.whole(changed)
            ),
            Self::NoLines => "The headings tell us nothing. Choose what stands in which column.".into(),
            Self::NothingToDo => "Everything in the file is there already.".into(),
            Self::ToList => "See the requests".into(),
        }
    }
}

/// A field as a column is called.
pub fn field(field: ImportField, language: Language) -> &'static str {
    let [danish, english] = match field {
        ImportField::Reference => ["Nummer", "Reference"],
        ImportField::Title => ["Titel", "Title"],
        ImportField::Pitch => ["Elevatortale", "Pitch"],
        ImportField::Benefit => ["Gevinst", "Benefit"],
        ImportField::Category => ["Kategori", "Category"],
        ImportField::Price => ["Pris", "Price"],
        ImportField::PriceLow => ["Laveste pris", "Lowest price"],
        ImportField::PriceHigh => ["Højeste pris", "Highest price"],
        ImportField::Firm => ["Fast pris", "Firm price"],
        ImportField::Minimum => ["Mindste antal kommuner", "Fewest municipalities"],
        ImportField::Deadline => ["Frist", "Deadline"],
        ImportField::National => ["Nationalt initiativ", "National initiative"],
        ImportField::Folder => ["Mappehenvisning", "Folder"],
        ImportField::Portal => ["Link til portalen", "Portal link"],
    };
    match language {
        Danish => danish,
        English => english,
    }
}
