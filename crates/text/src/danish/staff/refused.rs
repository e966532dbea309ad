//! In Danish: why something was refused to the vendor; a phone never hears these.

use barometer_domain::refusal::{Field, Refusal, SheetProblem};

use crate::danish::refusal;
use crate::danish::staff::surveys;

pub(crate) fn sentence(refused: &Refusal) -> String {
    match refused {
        Refusal::NotVendor => "Log ind som leverandør først.".into(),
        Refusal::WrongPassphrase => "Adgangssætningen eller linket passer ikke.".into(),
        Refusal::AlreadySetUp => "Leverandøren har allerede en nøgle. Log ind med den.".into(),
        Refusal::NoVendorKey => "Leverandøren har ingen nøgle endnu.".into(),
        Refusal::ReasonMissing => "Skriv dit navn og hvorfor, begge dele kort.".into(),
        Refusal::MergeConflicts { .. } => {
            "Nogle kommuner har sagt noget forskelligt til de to ønsker. Vælg, hvad der gælder."
                .into()
        }
        Refusal::MergeMovedOn => {
            "Der er siden skrevet mere ned om det, der flyttede med. Fortryd det først.".into()
        }
        Refusal::LogBroken => {
            "Loggen over opslag er blevet ændret uden om Barometer. Nogen skal skrive det \
             ned, før der kan slås op."
                .into()
        }
        Refusal::MoveNotAllowed => "Det skridt kan ikke tages herfra.".into(),
        Refusal::ChoicesSeen => {
            "Nogen har set, hvad der er stemt. Derfor kan ingen stemmer stryges, og \
             afstemningen kan ikke åbnes igen."
                .into()
        }
        Refusal::Locked => "Det kan ikke længere ændres.".into(),
        Refusal::StaleEdition => {
            "En anden har gemt imens. Det, du har skrevet, står her stadig.".into()
        }
        Refusal::CodeNeeded => "Skriv koden for at se siden.".into(),
        Refusal::NotFilledIn { field } => {
            format!("{}: {}", field_name(*field), asked(*field))
        }
        Refusal::BadSheet { problem } => sheet_problem(*problem),
        Refusal::AnswersStand { lost } => {
            format!("Spørgsmålet {}", surveys::lost_meaning(lost.lost))
        }
        Refusal::SurveyNotOpen => "Der er lukket for svar.".into(),
        Refusal::BadSurvey { problem } => surveys::problem(*problem),
        Refusal::ImportHasErrors { lines: 1 } => {
            "Der er fejl på 1 linje, så intet er indlæst. Ret den, og prøv igen.".into()
        }
        Refusal::ImportHasErrors { lines } => {
            format!("Der er fejl på {lines} linjer, så intet er indlæst. Ret dem, og prøv igen.")
        }
        other => refusal::sentence(other),
    }
}

pub(crate) fn sheet_problem(problem: SheetProblem) -> String {
    match problem {
        SheetProblem::TooLarge => "Filen er større end 5 MB. Del den i flere.".into(),
        SheetProblem::TooManyParts => {
            "Regnearket består af mere end 1.000 dele. Gem det som CSV.".into()
        }
        SheetProblem::TooMuchInside => {
            "Regnearket fylder mere end 100 MB pakket ud. Gem det som CSV.".into()
        }
        SheetProblem::TooManyRows => "Filen har flere end 5.000 rækker. Del den i flere.".into(),
        SheetProblem::TooManyColumns => {
            "Filen har flere end 60 kolonner. Slet dem, der ikke skal med.".into()
        }
        SheetProblem::TooManyCells => {
            "Filen har flere end 100.000 udfyldte celler. Del den i flere.".into()
        }
        SheetProblem::CellTooLong => {
            "En celle har flere end 5.000 tegn. Gør teksten kortere.".into()
        }
        SheetProblem::NotASheet => {
            "Filen er hverken XLSX, ODS eller CSV. Gem den som en af dem.".into()
        }
        SheetProblem::OpenQuote { line } => {
            format!(
                "Anførselstegnet i linje {line} bliver aldrig lukket. Gem filen som \
                     XLSX, eller ret det."
            )
        }
        SheetProblem::Broken => {
            "Regnearket kan ikke læses: Det er beskadiget eller låst. Gem det igen uden \
             adgangskode."
                .into()
        }
        SheetProblem::Nothing => "Der står ikke noget i filen.".into(),
    }
}

fn asked(field: Field) -> &'static str {
    match field {
        Field::By => "skriv det, højst 200 tegn.",
        Field::Reason => "skriv kort hvorfor, højst 200 tegn.",
        Field::Amount => "skriv et beløb over 0 i hele kroner, fx 48.000.",
        Field::Price => {
            "skriv beløb over 0 i kroner, fx 240.000; et skøn går fra lavest over ventet til \
             højest, og et ønske til finansiering har en fast pris."
        }
        Field::Expected | Field::MandateDate | Field::Date => "vælg en dag, fx 1. december 2026.",
        Field::MandateBy => "skriv, hvilket udvalg eller hvilken leder.",
        Field::Reference => "højst 200 tegn på én linje.",
        Field::Year => "skriv et år, fx 2027.",
        Field::Minimum => "skriv et tal fra 1 til 98; ønsker til finansiering skal have et.",
        Field::Deadline => {
            "vælg en dag fra i dag og frem. En frist kan forlænges, men ikke rykkes frem, og \
             ønsker til finansiering skal have en."
        }
        Field::RequestReference => "skriv et nummer på højst 60 tegn, som intet andet ønske har.",
        Field::Title => "skriv højst 120 tegn.",
        Field::Pitch => "skriv højst 500 tegn.",
        Field::Benefit => "skriv højst 600 tegn.",
        Field::Category => "skriv højst 60 tegn.",
        Field::Sharing => {
            "nøglens tal mangler eller kan ikke passe: procent fra 0 til 100, beløb over 0, \
             vægte som 1:2:3."
        }
        Field::Folder => "skriv højst 300 tegn.",
        Field::Portal => "skriv hele adressen, den begynder med https://, uden mellemrum.",
        Field::Into => "vælg et andet ønske.",
        Field::National => "skriv ja eller nej.",
        Field::Initiative | Field::AskedBy => "skriv det kortere, på én linje.",
        Field::Starts => "skriv et klokkeslæt, fx 9.00.",
        Field::Ends => "skriv et klokkeslæt efter begyndelsen.",
        Field::Code => "6 tegn uden 0, 1, I og O, som intet andet webinar har.",
        Field::Agenda => "hver slags punkt kan stå der én gang.",
        Field::Notes => "skriv kortere.",
        Field::Timebox => "skriv minutter, fx 5 eller 1:30.",
        Field::Shortlist | Field::Ongoing => "et af ønskerne kan ikke stå der nu.",
        Field::MaxChoices => "skriv et helt tal fra 1.",
        Field::LedTo => "skriv højst 2.000 tegn.",
        Field::Decisions => "skriv højst 20 beslutninger på højst 300 tegn hver.",
        Field::Letter => "skriv brevet, på højst 20.000 tegn.",
        Field::Ministry => "skriv højst 120 tegn.",
        Field::Link => "skriv hele adressen, den begynder med https://, uden mellemrum.",
        Field::Requests => "vælg højst 100 ønsker.",
        Field::Effort => "skriv et helt antal timer fra 1 til 750.000.",
        Field::CostFrom => {
            "vælg et halvår, der ikke ligger efter fristen; uden frist kan der ikke stå et."
        }
        Field::Place => "skriv højst 200 tegn på én linje.",
        Field::Role => "skriv højst 80 tegn.",
        Field::Term => "perioden skal slutte, efter den begynder.",
        Field::Entry => "skriv noget, højst 10.000 tegn.",
        Field::Frame => "skriv et beløb i kroner, fx 4 mio., højst 1 mia.",
    }
}

pub(crate) fn field_name(field: Field) -> &'static str {
    match field {
        Field::By => "Dit navn",
        Field::Reason => "Begrundelse",
        Field::Amount => "Beløb",
        Field::Expected => "Forventet beslutning",
        Field::MandateBy => "Hvem har givet tilsagn",
        Field::Reference => "Sagsnummer",
        Field::MandateDate => "Dato for tilsagn",
        Field::Year => "Faktureringsår",
        Field::Price => "Pris",
        Field::Minimum => "Mindste antal kommuner",
        Field::Deadline => "Frist",
        Field::RequestReference => "Nummer",
        Field::Title => "Titel",
        Field::Pitch => "Elevatortale",
        Field::Benefit => "Gevinst",
        Field::Category => "Kategori",
        Field::Sharing => "Fordelingsnøgle",
        Field::Folder => "Mappehenvisning",
        Field::Portal => "Link til portalen",
        Field::Into => "Lægges sammen med",
        Field::National => "Nationalt initiativ",
        Field::Initiative => "Hvilket nationalt initiativ",
        Field::AskedBy => "Indmeldt af",
        Field::Date => "Dato",
        Field::Starts => "Begynder",
        Field::Ends => "Slutter",
        Field::Code => "Kode",
        Field::Agenda => "Program",
        Field::Notes => "Noter",
        Field::Timebox => "Tid",
        Field::Shortlist => "Kandidatliste",
        Field::Ongoing => "Igangværende ønsker",
        Field::MaxChoices => "Antal valg",
        Field::LedTo => "Hvad det har ført til",
        Field::Decisions => "Beslutninger",
        Field::Letter => "Brev",
        Field::Ministry => "Ministerium",
        Field::Link => "Link",
        Field::Requests => "Berørte ønsker",
        Field::Effort => "Arbejde",
        Field::CostFrom => "Koster fra",
        Field::Place => "Sted",
        Field::Role => "Rolle",
        Field::Term => "Periode",
        Field::Entry => "Teksten",
        Field::Frame => "Råderum",
    }
}
