//! The words around a file of requests: choosing it, saying which column is what, and what it would change.

use barometer_domain::financing::import::{
    CellError, CellProblem, FieldChange, ImportField, LeftOut,
};
use barometer_domain::money::Money;

use super::refused;
use crate::figures;

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
    /// What was decided about a file before the page was left.
    ChooseAgain,
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
    /// So many hidden rows that are asked about.
    Hidden(u32),
    /// So many rows left out.
    LeftOut(u32),
    /// The sheet that is read.
    Sheet,
    /// These headings are not read.
    NotRead(&'a str),
    /// The first rows, as they stand in the file.
    Sample,
    /// Hidden rows: question.
    HiddenAsk(u32),
    /// They come along.
    HiddenWith,
    /// They stay out.
    HiddenWithout,
    /// A hidden row.
    IsHidden,
    /// This row stays out.
    LeaveOut,
    /// This row comes along after all.
    TakeAlong,
    /// These cells are formulas without a value, read as texts.
    Formulas(&'a str),
    /// It is probably the same as this one.
    Alike(&'a str),
    /// The label of a field to put a cell right in: which field, in which row.
    Instead(&'a str, u32),
    /// Looks again, with what was put right.
    LookCorrected,
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
                "Vælg et regneark (XLSX eller ODS) eller en CSV-fil med én linje pr. ønske og overskrifter over. Titler, \
                 gruppeoverskrifter og summer bliver genkendt. Intet skrives, før du har set, hvad der sker."
                    .into()
            }
            Self::Choose => "Vælg fil".into(),
            Self::ChooseOther => "Vælg en anden fil".into(),
            Self::ChooseAgain => {
                "Du var i gang med en fil, da du forlod siden. Vælg den igen: Det, du har rettet, er her stadig."
                    .into()
            }
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
            Self::Hidden(count) => Danish.counted(count, "skjult", "skjulte"),
            Self::LeftOut(count) => Danish.counted(count, "udeladt", "udeladte"),
            Self::Sheet => "Ark".into(),
            Self::NotRead(headings) => format!("Læses ikke: {headings}"),
            Self::Sample => "De første rækker, som de står i filen".into(),
            Self::HiddenAsk(1) => "1 række er skjult eller filtreret fra. Skal den med?".into(),
            Self::HiddenAsk(count) => {
                format!("{} rækker er skjult eller filtreret fra. Skal de med?", Danish.whole(count))
            }
            Self::HiddenWith => "Tag med".into(),
            Self::HiddenWithout => "Lad være".into(),
            Self::IsHidden => "Skjult i filen. Vælg, om skjulte rækker skal med.".into(),
            Self::LeaveOut => "Lad linjen ude".into(),
            Self::TakeAlong => "Tag med alligevel".into(),
            Self::Formulas(cells) => format!("Formel uden resultat, læst som tekst: {cells}"),
            Self::Alike(other) => format!("Ligner {other}"),
            Self::Instead(field, row) => format!("{field} i linje {row}"),
            Self::LookCorrected => "Se efter igen med rettelserne".into(),
            Self::AllOrNothing => {
                "Ret linjerne her eller i filen, eller lad dem ude. Der skrives alt eller intet.".into()
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
                "Choose a spreadsheet (XLSX or ODS) or a CSV file with one line per request and headings above. Titles, \
                 the heads of groups and sums are recognised. Nothing is written before you have seen what happens."
                    .into()
            }
            Self::Choose => "Choose a file".into(),
            Self::ChooseOther => "Choose another file".into(),
            Self::ChooseAgain => {
                "You were busy with a file when you left the page. Choose it again: what you have corrected is still here."
                    .into()
            }
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
            Self::Hidden(count) => format!("{} hidden", English.whole(count)),
            Self::LeftOut(count) => format!("{} left out", English.whole(count)),
            Self::Sheet => "Sheet".into(),
            Self::NotRead(headings) => format!("Not read: {headings}"),
            Self::Sample => "The first rows, as they stand in the file".into(),
            Self::HiddenAsk(1) => "1 row is hidden or filtered out. Shall it come along?".into(),
            Self::HiddenAsk(count) => {
                format!("{} rows are hidden or filtered out. Shall they come along?", English.whole(count))
            }
            Self::HiddenWith => "Take along".into(),
            Self::HiddenWithout => "Leave out".into(),
            Self::IsHidden => "Hidden in the file. Choose whether hidden rows come along.".into(),
            Self::LeaveOut => "Leave the line out".into(),
            Self::TakeAlong => "Take along after all".into(),
            Self::Formulas(cells) => format!("Formula without a result, read as text: {cells}"),
            Self::Alike(other) => format!("Looks like {other}"),
            Self::Instead(field, row) => format!("{field} in line {row}"),
            Self::LookCorrected => "Look again with the corrections".into(),
            Self::AllOrNothing => {
                "Correct the lines here or in the file, or leave them out. All is written, or nothing.".into()
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
        ImportField::AskedBy => ["Indmeldt af", "Asked for by"],
        ImportField::Folder => ["Mappehenvisning", "Folder"],
        ImportField::Portal => ["Link til portalen", "Portal link"],
    };
    match language {
        Danish => danish,
        English => english,
    }
}

/// Why a row is left out.
pub fn left_out(why: LeftOut, language: Language) -> &'static str {
    let [danish, english] = match why {
        LeftOut::Title => [
            "Udeladt: står over overskrifterne",
            "Left out: it stands above the headings",
        ],
        LeftOut::Group => ["Udeladt: gruppeoverskrift", "Left out: the head of a group"],
        LeftOut::Sum => ["Udeladt: sum", "Left out: a sum"],
        LeftOut::Note => ["Udeladt: note", "Left out: a note"],
        LeftOut::Hidden => ["Udeladt: skjult i filen", "Left out: hidden in the file"],
        LeftOut::ByHand => ["Udeladt af dig", "Left out by you"],
    };
    match language {
        Danish => danish,
        English => english,
    }
}

/// What is wrong with a cell, with its name and what stands there: `F21, Pris: »gratis« kan ikke læses som et beløb.`
pub fn cell_error(error: &CellError, language: Language) -> String {
    let what = match &error.problem {
        CellProblem::Missing => match language {
            Danish => "skal udfyldes.".to_owned(),
            English => "is missing.".to_owned(),
        },
        CellProblem::Unclear => {
            let kind = unclear(error.field, language);
            let value = &error.value;
            match language {
                Danish => format!("»{value}« {kind}"),
                English => format!("“{value}” {kind}"),
            }
        }
        CellProblem::ErrorValue => match language {
            Danish => format!("»{}« er en fejl i regnearket.", error.value),
            English => format!("“{}” is an error in the spreadsheet.", error.value),
        },
        CellProblem::NeverCalculated => match language {
            Danish => format!(
                "»{}« er en formel uden resultat. Åbn filen, og gem den igen.",
                error.value
            ),
            English => format!(
                "“{}” is a formula without a result. Open the file and save it again.",
                error.value
            ),
        },
        CellProblem::TooLong { letters, most } => match language {
            Danish => format!("{letters} tegn, og der er plads til {most}. Kort teksten af."),
            English => {
                format!("{letters} letters, and there is room for {most}. Shorten the text.")
            }
        },
        CellProblem::Refused { why } => return refused::sentence(why, language),
    };
    let name = error.field.map_or("", |one| field(one, language));
    match (&*error.cell, name) {
        ("", "") => what,
        ("", name) => format!("{name}: {what}"),
        (cell, name) => format!("{cell}, {name}: {what}"),
    }
}

/// How a cell is not understood.
fn unclear(field: Option<ImportField>, language: Language) -> &'static str {
    let [danish, english] = match field {
        Some(ImportField::Price | ImportField::PriceLow | ImportField::PriceHigh) => {
            ["er ikke et entydigt beløb.", "is no clear amount."]
        }
        Some(ImportField::Deadline) => [
            "er ikke en dato. Skriv for eksempel 1.12.2026.",
            "is no date. Write, for instance, 1.12.2026.",
        ],
        Some(ImportField::Minimum) => [
            "er ikke et antal fra 1 til 98.",
            "is no number from 1 to 98.",
        ],
        Some(ImportField::Firm | ImportField::National) => {
            ["er hverken ja eller nej.", "is neither yes nor no."]
        }
        Some(ImportField::Portal) => ["er ikke et link med https://.", "is no link with https://."],
        Some(ImportField::Reference) => [
            "står på flere ønsker, så linjen kan ikke høre til ét.",
            "is on several requests, so the line belongs to none.",
        ],
        _ => ["kan ikke stå her.", "cannot stand here."],
    };
    match language {
        Danish => danish,
        English => english,
    }
}

/// What changes in a field: `Pris: 240.000 kr. → 260.000 kr.`
pub fn change(change: &FieldChange, language: Language) -> String {
    let [from, to] = [&change.from, &change.to].map(|said| shown(change.field, said, language));
    format!("{}: {from} → {to}", field(change.field, language))
}

fn shown(field: ImportField, said: &str, language: Language) -> String {
    let nothing = || "–".to_owned();
    match field {
        _ if said.is_empty() => match (field, language) {
            (ImportField::Price, language) => figures::not_assessed(language).to_owned(),
            _ => nothing(),
        },
        ImportField::Price | ImportField::PriceLow | ImportField::PriceHigh => {
            let (kroner, ore) = said.split_once('.').unwrap_or((said, "0"));
            let ore = kroner.parse::<i64>().ok().zip(ore.parse::<i64>().ok());
            let amount = ore.map(|(kroner, ore)| Money::from_ore(kroner * 100 + ore));
            amount.map_or_else(nothing, |amount| figures::typed(language, amount))
        }
        ImportField::Deadline => figures::date(language, said),
        ImportField::Firm | ImportField::National => {
            let (word, more) = said.split_once(' ').unwrap_or((said, ""));
            let yes = match (word == "true", language) {
                (true, Danish) => "ja",
                (false, Danish) => "nej",
                (true, English) => "yes",
                (false, English) => "no",
            };
            format!("{yes} {more}").trim_end().to_owned()
        }
        _ => said.replace('\n', " "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_its_cell_and_what_stood_there() {
        let error = CellError {
            field: Some(ImportField::Price),
            cell: "F21".into(),
            value: "gratis".into(),
            problem: CellProblem::Unclear,
        };
        assert_eq!(
            cell_error(&error, Danish),
            "F21, Pris: »gratis« er ikke et entydigt beløb."
        );
        assert_eq!(
            cell_error(&error, English),
            "F21, Price: “gratis” is no clear amount."
        );
    }

    #[test]
    fn a_change_is_told_from_old_to_new() {
        let told = |field, from: &str, to: &str| {
            let change = FieldChange {
                field,
                from: from.into(),
                to: to.into(),
            };
            super::change(&change, Danish)
        };
        assert_eq!(
            told(ImportField::Price, "240000", "35714.29"),
            "Pris: 240.000 → 35.714,29"
        );
        assert_eq!(
            told(ImportField::Price, "", "5"),
            "Pris: pris ikke vurderet → 5"
        );
        assert_eq!(
            told(ImportField::Deadline, "", "2026-12-01"),
            "Frist: – → 1. december 2026"
        );
        assert_eq!(
            told(ImportField::National, "false", "true FMK"),
            "Nationalt initiativ: nej → ja FMK"
        );
    }
}
