//! In Danish: the words around a file of requests: choosing it, saying which column is what, and what it would change.

use barometer_domain::financing::import::{CellError, CellProblem, ImportField, LeftOut};

use super::refused;
use crate::Language::Danish;
use crate::staff::import::Import;

pub(crate) fn sentence(message: Import<'_>) -> String {
    let requests = |count| Danish.counted(count, "ønske", "ønsker");
    match message {
            Import::Title => "Indlæs ønsker".into(),
            Import::Body => {
                "Vælg et regneark (XLSX eller ODS) eller en CSV-fil med én linje pr. ønske og overskrifter over. \
                 Titler, gruppeoverskrifter og summer bliver genkendt. Intet skrives, før du har set, hvad der \
                 sker."
                    .into()
            }
            Import::Choose => "Vælg fil".into(),
            Import::ChooseOther => "Vælg en anden fil".into(),
            Import::ChooseAgain => {
                "Du var i gang med en fil, da du forlod siden. Vælg den igen: Det, du har rettet, er her stadig."
                    .into()
            }
            Import::Reading => "Læser …".into(),
            Import::Columns => "Hvad står i hvilken kolonne?".into(),
            Import::ColumnsBody => {
            "Nummeret afgør, om et ønske er nyt. En tom celle lader det stå, som det er."
                .into()
        }
            Import::NoColumn => "– ingen –".into(),
            Import::LookAgain => "Se efter igen".into(),
            Import::Preview => "Det sker der".into(),
            Import::New(count) => Danish.counted(count, "nyt", "nye"),
            Import::Changed(count) => format!("{} ændres", Danish.whole(count)),
            Import::Same(count) => Danish.counted(count, "uændret", "uændrede"),
            Import::Wrong(count) => format!("{} skal rettes", Danish.whole(count)),
            Import::Hidden(count) => Danish.counted(count, "skjult", "skjulte"),
            Import::LeftOut(count) => Danish.counted(count, "udeladt", "udeladte"),
            Import::Sheet => "Ark".into(),
            Import::NotRead(headings) => format!("Læses ikke: {headings}"),
            Import::Sample => "De første rækker, som de står i filen".into(),
            Import::HiddenAsk(1) => "1 række er skjult eller filtreret fra. Skal den med?".into(),
            Import::HiddenAsk(count) => {
                format!("{} rækker er skjult eller filtreret fra. Skal de med?", Danish.whole(count))
            }
            Import::HiddenWith => "Tag med".into(),
            Import::HiddenWithout => "Lad være".into(),
            Import::IsHidden => "Skjult i filen. Vælg, om skjulte rækker skal med.".into(),
            Import::LeaveOut => "Lad linjen ude".into(),
            Import::TakeAlong => "Tag med alligevel".into(),
            Import::Formulas(cells) => format!("Formel uden resultat, læst som tekst: {cells}"),
            Import::Alike(other) => format!("Ligner {other}"),
            Import::Instead(field, row) => format!("{field} i linje {row}"),
            Import::LookCorrected => "Se efter igen med rettelserne".into(),
            Import::AllOrNothing => {
                "Ret linjerne her eller i filen, eller lad dem ude. Der skrives alt eller intet.".into()
            }
            Import::Row => "Linje".into(),
            Import::Reference => "Nummer".into(),
            Import::TitleColumn => "Titel".into(),
            Import::Outcome => "Hvad sker der?".into(),
            Import::IsNew => "Nyt".into(),
            Import::Changes(fields) => format!("Ændres: {fields}"),
            Import::IsSame => "Uændret".into(),
            Import::Twice(row) => format!("Nummeret står også i linje {row}."),
            Import::OnlyWrong => "Vis kun det, der skal rettes".into(),
            Import::Why => "Hvorfor? Deltagerne kan læse det, hvor en frist forlænges".into(),
            Import::Apply(count) => format!("Indlæs {}", requests(count)),
            Import::Applied(new, changed) => {
                let new = Danish.counted(new, "nyt", "nye");
                format!("Indlæst: {new} og {} ændret.", Danish.whole(changed))
            }
            Import::NoLines => "Overskrifterne siger os intet. Vælg, hvad der står i hvilken kolonne.".into(),
            Import::NothingToDo => "Alt i filen står der allerede.".into(),
            Import::ToList => "Se ønskerne".into(),
        }
}

pub(crate) fn field(field: ImportField) -> &'static str {
    match field {
        ImportField::Reference => "Nummer",
        ImportField::Title => "Titel",
        ImportField::Pitch => "Elevatortale",
        ImportField::Benefit => "Gevinst",
        ImportField::Category => "Kategori",
        ImportField::Price => "Pris",
        ImportField::PriceLow => "Laveste pris",
        ImportField::PriceHigh => "Højeste pris",
        ImportField::Firm => "Fast pris",
        ImportField::Minimum => "Mindste antal kommuner",
        ImportField::Deadline => "Frist",
        ImportField::National => "Nationalt initiativ",
        ImportField::AskedBy => "Indmeldt af",
        ImportField::Folder => "Mappehenvisning",
        ImportField::Portal => "Link til portalen",
    }
}

pub(crate) fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::Title => "Udeladt: står over overskrifterne",
        LeftOut::Group => "Udeladt: gruppeoverskrift",
        LeftOut::Sum => "Udeladt: sum",
        LeftOut::Note => "Udeladt: note",
        LeftOut::Hidden => "Udeladt: skjult i filen",
        LeftOut::ByHand => "Udeladt af dig",
    }
}

/// What is wrong with a cell, without its name.
pub(crate) fn cell_problem(error: &CellError) -> String {
    match &error.problem {
        CellProblem::Missing => "skal udfyldes.".to_owned(),
        CellProblem::Unclear => {
            let kind = unclear(error.field);
            let value = &error.value;
            format!("»{value}« {kind}")
        }
        CellProblem::ErrorValue => format!("»{}« er en fejl i regnearket.", error.value),
        CellProblem::NeverCalculated => format!(
            "»{}« er en formel uden resultat. Åbn filen, og gem den igen.",
            error.value
        ),
        CellProblem::TooLong { letters, most } => {
            format!("{letters} tegn, og der er plads til {most}. Kort teksten af.")
        }
        CellProblem::Refused { why } => refused::sentence(why),
    }
}

fn unclear(field: Option<ImportField>) -> &'static str {
    match field {
        Some(ImportField::Price | ImportField::PriceLow | ImportField::PriceHigh) => {
            "er ikke et entydigt beløb."
        }
        Some(ImportField::Deadline) => "er ikke en dato. Skriv for eksempel 1.12.2026.",
        Some(ImportField::Minimum) => "er ikke et antal fra 1 til 98.",
        Some(ImportField::Firm | ImportField::National) => "er hverken ja eller nej.",
        Some(ImportField::Portal) => "er ikke et link med https://.",
        Some(ImportField::Reference) => "står på flere ønsker, så linjen kan ikke høre til ét.",
        _ => "kan ikke stå her.",
    }
}

pub(crate) const fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "ja" } else { "nej" }
}
