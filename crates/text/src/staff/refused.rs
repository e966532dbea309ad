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
        (Refusal::MergeConflicts { .. }, Danish) => {
            "Nogle kommuner har sagt noget forskelligt til de to ønsker. Vælg, hvad der gælder."
                .into()
        }
        (Refusal::MergeConflicts { .. }, English) => {
            "Some municipalities have said different things to the two requests. Choose what holds."
                .into()
        }
        (Refusal::MergeMovedOn, Danish) => {
            "Der er siden skrevet mere ned om det, der flyttede med. Fortryd det først.".into()
        }
        (Refusal::MergeMovedOn, English) => {
            "More was written down since about what moved along. Undo that first.".into()
        }
        (Refusal::LogBroken, Danish) => {
            "Loggen over opslag er blevet ændret uden om Barometer. Nogen skal skrive det ned, før der kan slås op."
                .into()
        }
        (Refusal::LogBroken, English) => {
            "The log of look-ups has been changed by other means than Barometer. Somebody has to write that down \
             before anything can be looked up."
                .into()
        }
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
            format!("{}: {}", field_name(*field, Danish), asked(*field, Danish))
        }
        (Refusal::NotFilledIn { field }, English) => {
            format!(
                "{}: {}",
                field_name(*field, English),
                asked(*field, English)
            )
        }
        (Refusal::BadSheet { problem }, language) => sheet_problem(*problem, language),
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
pub fn sheet_problem(problem: SheetProblem, language: Language) -> String {
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
            "Filen har flere end 5.000 rækker. Del den i flere.",
            "The file has more than 5,000 rows. Split it.",
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
            "Filen er hverken XLSX, ODS eller CSV. Gem den som en af dem.",
            "The file is neither XLSX, ODS nor CSV. Save it as one of them.",
        ],
        SheetProblem::OpenQuote { line } => {
            return match language {
                Danish => format!(
                    "Anførselstegnet i linje {line} bliver aldrig lukket. Gem filen som XLSX, eller ret det."
                ),
                English => format!(
                    "The quotation mark in line {line} is never closed. Save the file as XLSX, or correct it."
                ),
            };
        }
        SheetProblem::Broken => [
            "Regnearket kan ikke læses: Det er beskadiget eller låst. Gem det igen uden adgangskode.",
            "The workbook cannot be read: it is damaged or locked. Save it again without a password.",
        ],
        SheetProblem::Nothing => [
            "Der står ikke noget i filen.",
            "There is nothing in the file.",
        ],
    };
    let said = match language {
        Danish => danish,
        English => english,
    };
    said.to_owned()
}

/// What is asked where a field is missing or cannot be; what was typed stands there still.
fn asked(field: Field, language: Language) -> &'static str {
    let [danish, english] = match field {
        Field::By => [
            "skriv det, højst 200 tegn.",
            "write it, at most 200 letters.",
        ],
        Field::Reason => [
            "skriv kort hvorfor, højst 200 tegn.",
            "write briefly why, at most 200 letters.",
        ],
        Field::Amount => [
            "skriv et beløb over 0 i hele kroner, fx 48.000.",
            "write an amount above 0 in whole kroner, e.g. 48,000.",
        ],
        Field::Price => [
            "skriv beløb over 0 i kroner, fx 240.000; et skøn går fra lavest over ventet til højest, og et ønske til \
             finansiering har en fast pris.",
            "write amounts above 0 in kroner, e.g. 240,000; an estimate goes from lowest over likely to highest, and \
             a request up for financing has a firm price.",
        ],
        Field::Expected | Field::MandateDate | Field::Date => [
            "vælg en dag, fx 1. december 2026.",
            "choose a day, e.g. 1 December 2026.",
        ],
        Field::MandateBy => [
            "skriv, hvilket udvalg eller hvilken leder.",
            "write which committee or which manager.",
        ],
        Field::Reference => [
            "højst 200 tegn på én linje.",
            "at most 200 letters on one line.",
        ],
        Field::Year => ["skriv et år, fx 2027.", "write a year, e.g. 2027."],
        Field::Minimum => [
            "skriv et tal fra 1 til 98; ønsker til finansiering skal have et.",
            "write a number from 1 to 98; requests up for financing need one.",
        ],
        Field::Deadline => [
            "vælg en dag fra i dag og frem. En frist kan forlænges, men ikke rykkes frem, og ønsker til finansiering \
             skal have en.",
            "choose a day from today on. A deadline can be extended, not brought forward, and requests up for \
             financing need one.",
        ],
        Field::RequestReference => [
            "skriv et nummer på højst 60 tegn, som intet andet ønske har.",
            "write a reference of at most 60 letters that no other request has.",
        ],
        Field::Title => ["skriv højst 120 tegn.", "write at most 120 letters."],
        Field::Pitch => ["skriv højst 500 tegn.", "write at most 500 letters."],
        Field::Benefit => ["skriv højst 600 tegn.", "write at most 600 letters."],
        Field::Category => ["skriv højst 60 tegn.", "write at most 60 letters."],
        Field::Sharing => [
            "nøglens tal mangler eller kan ikke passe: procent fra 0 til 100, beløb over 0, vægte som 1:2:3.",
            "the rule’s numbers are missing or cannot be: per cent from 0 to 100, amounts above 0, weights such as \
             1:2:3.",
        ],
        Field::Folder => ["skriv højst 300 tegn.", "write at most 300 letters."],
        Field::Portal => [
            "skriv hele adressen, den begynder med https://, uden mellemrum.",
            "write the whole address; it begins with https:// and has no spaces.",
        ],
        Field::Into => ["vælg et andet ønske.", "choose another request."],
        Field::National => ["skriv ja eller nej.", "write yes or no."],
        Field::Initiative | Field::AskedBy => [
            "skriv det kortere, på én linje.",
            "write it shorter, on one line.",
        ],
        Field::Starts => [
            "skriv et klokkeslæt, fx 9.00.",
            "write a time of day, e.g. 9:00.",
        ],
        Field::Ends => [
            "skriv et klokkeslæt efter begyndelsen.",
            "write a time of day after the beginning.",
        ],
        Field::Code => [
            "6 tegn uden 0, 1, I og O, som intet andet webinar har.",
            "6 characters without 0, 1, I and O that no other webinar has.",
        ],
        Field::Agenda => [
            "hver slags punkt kan stå der én gang.",
            "each kind of item can be there once.",
        ],
        Field::Notes => ["skriv kortere.", "write less."],
        Field::Timebox => [
            "skriv minutter, fx 5 eller 1:30.",
            "write minutes, e.g. 5 or 1:30.",
        ],
        Field::Shortlist | Field::Ongoing => [
            "et af ønskerne kan ikke stå der nu.",
            "one of the requests cannot be there now.",
        ],
        Field::MaxChoices => ["skriv et helt tal fra 1.", "write a whole number from 1."],
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
        Field::Initiative => ["Hvilket nationalt initiativ", "Which national initiative"],
        Field::AskedBy => ["Indmeldt af", "Asked for by"],
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
