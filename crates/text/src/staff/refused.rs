//! Why something was refused to the vendor; a phone never hears these.

use barometer_domain::refusal::{Field, Refusal, SheetProblem};

use crate::Language::{self, Danish, English};
use crate::refusal;

/// The sentence for a refusal on the staff's pages.
pub fn sentence(refused: &Refusal, language: Language) -> String {
    match (refused, language) {
        (Refusal::NotVendor, Danish) => "Log ind som leverandør først.".into(),
        (Refusal::NotVendor, English) => "Log in as the vendor first.".into(),
        (Refusal::WrongPassphrase, Danish) => "Adgangssætningen eller linket passer ikke.".into(),
        (Refusal::WrongPassphrase, English) => "The passphrase or the link does not fit.".into(),
        (Refusal::AlreadySetUp, Danish) => {
            "Leverandøren har allerede en nøgle. Log ind med den.".into()
        }
        (Refusal::AlreadySetUp, English) => "The vendor has a key already. Log in with it.".into(),
        (Refusal::NoVendorKey, Danish) => "Leverandøren har ingen nøgle endnu.".into(),
        (Refusal::NoVendorKey, English) => "The vendor has no key yet.".into(),
        (Refusal::ReasonMissing, Danish) => "Skriv dit navn og hvorfor, begge dele kort.".into(),
        (Refusal::ReasonMissing, English) => "Write your name and why, both short.".into(),
        (Refusal::MoveNotAllowed, Danish) => "Det skridt kan ikke tages herfra.".into(),
        (Refusal::MoveNotAllowed, English) => "That step cannot be taken from here.".into(),
        (Refusal::ChoicesSeen, Danish) => {
            "Nogen har set, hvad der er stemt. Derfor kan ingen stemmer stryges, og afstemningen kan ikke åbnes igen."
                .into()
        }
        (Refusal::ChoicesSeen, English) => {
            "Somebody has seen what was voted. So no ballot can be struck, and the vote cannot be reopened.".into()
        }
        (Refusal::Locked, Danish) => "Det kan ikke længere ændres.".into(),
        (Refusal::Locked, English) => "This can no longer be changed.".into(),
        (Refusal::StaleEdition, Danish) => {
            "En anden har gemt imens. Det, du har skrevet, står her stadig.".into()
        }
        (Refusal::StaleEdition, English) => {
            "Someone else has saved meanwhile. What you have written is still here.".into()
        }
        (Refusal::CodeNeeded, Danish) => "Skriv koden for at se siden.".into(),
        (Refusal::CodeNeeded, English) => "Type the code to see the page.".into(),
        (Refusal::NotFilledIn { field }, Danish) => {
            format!(
                "Ret feltet “{}”: det mangler eller kan ikke passe.",
                field_name(*field, Danish)
            )
        }
        (Refusal::NotFilledIn { field }, English) => {
            format!(
                "Correct the field “{}”: it is missing or cannot be.",
                field_name(*field, English)
            )
        }
        (Refusal::BadSheet { problem }, language) => sheet_problem(*problem, language).into(),
        (Refusal::ImportHasErrors { lines: 1 }, Danish) => {
            "Der er fejl på 1 linje, så intet er indlæst. Ret den, og prøv igen.".into()
        }
        (Refusal::ImportHasErrors { lines: 1 }, English) => {
            "1 line has errors, so nothing was imported. Correct it, and try again.".into()
        }
        (Refusal::ImportHasErrors { lines }, Danish) => {
            format!("Der er fejl på {lines} linjer, så intet er indlæst. Ret dem, og prøv igen.")
        }
        (Refusal::ImportHasErrors { lines }, English) => format!(
            "{lines} lines have errors, so nothing was imported. Correct them, and try again."
        ),
        (other, language) => refusal::sentence(other, language),
    }
}

/// What is wrong with a file, and what to do about it.
fn sheet_problem(problem: SheetProblem, language: Language) -> &'static str {
    let [danish, english] = match problem {
        SheetProblem::TooLarge => [
            "Filen er større end 5 MB. Del den i flere.",
            "The file is larger than 5 MB. Split it.",
        ],
        SheetProblem::TooManyParts => [
            "Regnearket består af mere end 1.000 dele. Gem det som CSV.",
            "The workbook has more than 1,000 parts. Save it as CSV.",
        ],
        SheetProblem::TooMuchInside => [
            "Regnearket fylder mere end 100 MB pakket ud. Gem det som CSV.",
            "Unpacked, the workbook takes up more than 100 MB. Save it as CSV.",
        ],
        SheetProblem::TooManyRows => [
            "Filen har flere end 2.000 rækker. Del den i flere.",
            "The file has more than 2,000 rows. Split it.",
        ],
        SheetProblem::TooManyColumns => [
            "Filen har flere end 60 kolonner. Slet dem, der ikke skal med.",
            "The file has more than 60 columns. Delete those that are not needed.",
        ],
        SheetProblem::TooManyCells => [
            "Filen har flere end 100.000 udfyldte celler. Del den i flere.",
            "The file has more than 100,000 cells with something in them. Split it.",
        ],
        SheetProblem::CellTooLong => [
            "En celle har flere end 5.000 tegn. Gør teksten kortere.",
            "A cell has more than 5,000 characters. Make the text shorter.",
        ],
        SheetProblem::NotASheet => [
            "Filen er hverken XLSX eller CSV. Gem den som en af dem.",
            "The file is neither XLSX nor CSV. Save it as one of them.",
        ],
        SheetProblem::OpenQuote => [
            "Et anførselstegn i filen bliver aldrig lukket. Gem den som XLSX, eller ret det.",
            "A quotation mark in the file is never closed. Save it as XLSX, or correct it.",
        ],
        SheetProblem::Broken => [
            "Regnearket kan ikke læses: Det er beskadiget eller låst. Gem det igen uden adgangskode.",
            "The workbook cannot be read: it is damaged or locked. Save it again without a password.",
        ],
        SheetProblem::Nothing => [
            "Der står ikke noget i filen.",
            "There is nothing in the file.",
        ],
    };
    match language {
        Danish => danish,
        English => english,
    }
}

/// What a field is called where it stands.
pub fn field_name(field: Field, language: Language) -> &'static str {
    let [danish, english] = match field {
        Field::By => ["Dit navn", "Your name"],
        Field::Reason => ["Begrundelse", "Reason"],
        Field::Amount => ["Beløb", "Amount"],
        Field::Expected => ["Forventet beslutning", "Decision expected"],
        Field::MandateBy => ["Hvem har givet tilsagn", "Who promised"],
        Field::Reference => ["Sagsnummer", "Case number"],
        Field::MandateDate => ["Dato for tilsagn", "Day of the promise"],
        Field::Year => ["Faktureringsår", "Year of the invoice"],
        Field::Price => ["Pris", "Price"],
        Field::Minimum => ["Mindste antal kommuner", "Fewest municipalities"],
        Field::Deadline => ["Frist", "Deadline"],
        Field::RequestReference => ["Nummer", "Reference"],
        Field::Title => ["Titel", "Title"],
        Field::Pitch => ["Elevatortale", "Pitch"],
        Field::Benefit => ["Gevinst", "Benefit"],
        Field::Category => ["Kategori", "Category"],
        Field::Sharing => ["Fordelingsnøgle", "Sharing rule"],
        Field::Folder => ["Mappehenvisning", "Folder"],
        Field::Portal => ["Link til portalen", "Portal link"],
        Field::Into => ["Lægges sammen med", "Merged into"],
        Field::National => ["Nationalt initiativ", "National initiative"],
        Field::Date => ["Dato", "Date"],
        Field::Starts => ["Begynder", "Begins"],
        Field::Ends => ["Slutter", "Ends"],
        Field::Code => ["Kode", "Code"],
        Field::Agenda => ["Program", "Agenda"],
        Field::Notes => ["Noter", "Notes"],
        Field::Timebox => ["Tid", "Time"],
        Field::Shortlist => ["Kandidatliste", "Shortlist"],
        Field::Ongoing => ["Igangværende ønsker", "Requests under way"],
        Field::MaxChoices => ["Antal valg", "Number of choices"],
    };
    match language {
        Danish => danish,
        English => english,
    }
}
