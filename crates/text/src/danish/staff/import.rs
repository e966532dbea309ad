//! In Danish: the words around a file of requests: choosing it, saying which column is what, and what it would change.

use barometer_domain::financing::import::{CellError, CellProblem, ImportField, LeftOut};

use super::refused;
use crate::Language::Danish;
use crate::staff::import::ImportText;

pub(crate) fn sentence(message: ImportText<'_>) -> String {
    let requests = |count| Danish.counted(count, "ønske", "ønsker");
    match message {
            ImportText::Title => "Indlæs ønsker".into(),
            ImportText::Body => {
                "Vælg et regneark (XLSX eller ODS) eller en CSV-fil med én linje pr. ønske og overskrifter over. \
                 Titler, gruppeoverskrifter og summer bliver genkendt. Intet skrives, før du har set, hvad der \
                 sker."
                    .into()
            }
            ImportText::Choose => "Vælg fil".into(),
            ImportText::ChooseOther => "Vælg en anden fil".into(),
            ImportText::ChooseAgain => {
                "Du var i gang med en fil, da du forlod siden. Vælg den igen: Det, du har rettet, er her stadig."
                    .into()
            }
            ImportText::Reading => "Læser …".into(),
            ImportText::Columns => "Hvad står i hvilken kolonne?".into(),
            ImportText::ColumnsBody => {
            "Nummeret afgør, om et ønske er nyt. En tom celle lader det stå, som det er."
                .into()
        }
            ImportText::NoColumn => "– ingen –".into(),
            ImportText::LookAgain => "Se efter igen".into(),
            ImportText::Preview => "Det sker der".into(),
            ImportText::New(count) => Danish.counted(count, "nyt", "nye"),
            ImportText::Changed(count) => format!("{} ændres", Danish.whole(count)),
            ImportText::Same(count) => Danish.counted(count, "uændret", "uændrede"),
            ImportText::Wrong(count) => format!("{} skal rettes", Danish.whole(count)),
            ImportText::Hidden(count) => Danish.counted(count, "skjult", "skjulte"),
            ImportText::LeftOut(count) => Danish.counted(count, "udeladt", "udeladte"),
            ImportText::Sheet => "Ark".into(),
            ImportText::NotRead(headings) => format!("Læses ikke: {headings}"),
            ImportText::Sample => "De første rækker, som de står i filen".into(),
            ImportText::HiddenAsk(1) => "1 række er skjult eller filtreret fra. Skal den med?".into(),
            ImportText::HiddenAsk(count) => {
                format!("{} rækker er skjult eller filtreret fra. Skal de med?", Danish.whole(count))
            }
            ImportText::HiddenWith => "Tag med".into(),
            ImportText::HiddenWithout => "Lad være".into(),
            ImportText::IsHidden => "Skjult i filen. Vælg, om skjulte rækker skal med.".into(),
            ImportText::LeaveOut => "Lad linjen ude".into(),
            ImportText::TakeAlong => "Tag med alligevel".into(),
            ImportText::Formulas(cells) => format!("Formel uden resultat, læst som tekst: {cells}"),
            ImportText::Alike(other) => format!("Ligner {other}"),
            ImportText::Instead(field, row) => format!("{field} i linje {row}"),
            ImportText::LookCorrected => "Se efter igen med rettelserne".into(),
            ImportText::AllOrNothing => {
                "Ret linjerne her eller i filen, eller lad dem ude. Der skrives alt eller intet.".into()
            }
            ImportText::Row => "Linje".into(),
            ImportText::Reference => "Nummer".into(),
            ImportText::TitleColumn => "Titel".into(),
            ImportText::Outcome => "Hvad sker der?".into(),
            ImportText::IsNew => "Nyt".into(),
            ImportText::Changes(fields) => format!("Ændres: {fields}"),
            ImportText::IsSame => "Uændret".into(),
            ImportText::Twice(row) => format!("Nummeret står også i linje {row}."),
            ImportText::OnlyWrong => "Vis kun det, der skal rettes".into(),
            ImportText::Why => "Hvorfor? Deltagerne kan læse det, hvor en frist forlænges".into(),
            ImportText::Apply(count) => format!("Indlæs {}", requests(count)),
            ImportText::Applied(new, changed) => {
                let new = Danish.counted(new, "nyt", "nye");
                format!("Indlæst: {new} og {} ændret.", Danish.whole(changed))
            }
            ImportText::NoLines => "Overskrifterne siger os intet. Vælg, hvad der står i hvilken kolonne.".into(),
            ImportText::NothingToDo => "Alt i filen står der allerede.".into(),
            ImportText::ToList => "Se ønskerne".into(),
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
