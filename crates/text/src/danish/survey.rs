//! In Danish: the words of surveys.

use barometer_domain::survey::{AnswerProblem, NotAQuantity, SurveyPurpose};

use crate::Language::Danish;
use crate::survey::SurveyText;

pub(crate) fn sentence(message: SurveyText<'_>) -> String {
    match message {
        SurveyText::Title(SurveyPurpose::BeforeWebinar) => "Spørgsmål forud for webinaret".into(),
        SurveyText::Title(SurveyPurpose::Evaluation) => "Hvad synes I om webinaret?".into(),
        SurveyText::Title(SurveyPurpose::Forum) => {
            "Spørgsmål forud for mødet i Strategisk Udviklingsforum".into()
        }
        SurveyText::Intro(SurveyPurpose::BeforeWebinar) => {
            "Svar for din kommune. Flere fra samme kommune kan svare, og du kan rette dine svar, indtil webinaret \
             begynder."
                .into()
        }
        SurveyText::Intro(SurveyPurpose::Evaluation) => {
            "Tre tryk og en linje, hvis du vil. Dine svar kan rettes, indtil leverandøren lukker.".into()
        }
        SurveyText::Intro(SurveyPurpose::Forum) => {
            "Svar for din kommune. Flere fra samme kommune kan svare, og du kan rette dine svar, indtil mødet begynder."
                .into()
        }
        SurveyText::Promise => {
            "Anonymt over for de andre. Leverandøren ser de samlede tal, og ingen ser tal fra færre end 5 svar eller \
             færre end 3 kommuner. Tekst og navn forsegles, før de sendes, så kun leverandøren kan læse dem."
                .into()
        }
        SurveyText::Name => "Dit navn".into(),
        SurveyText::NameHint => "Forsegles, så kun leverandøren kan læse det.".into(),
        SurveyText::MayBeQuoted => "Jeg må citeres med navn".into(),
        SurveyText::MayBeQuotedHint => {
            "Sætter du kryds, får leverandøren også at vide, hvilken kommune din tekst er fra.".into()
        }
        SurveyText::TextHint => "Højst 400 tegn. Forsegles, så kun leverandøren kan læse det.".into(),
        SurveyText::TextStands => {
            "Den tekst og det navn, du sendte før, er forseglet og bliver stående. Skriver du noget her, erstatter det \
             alt det gamle."
                .into()
        }
        SurveyText::NumberHint(unit) => format!("Et tal i {unit}, fx 12 eller 2,5."),
        SurveyText::Send => "Send svar".into(),
        SurveyText::SendAgain => "Gem ændringer".into(),
        SurveyText::Thanks => "Tak for dit svar".into(),
        SurveyText::UntilClosed => "Du kan rette det fra denne browser, indtil der lukkes for svar.".into(),
        SurveyText::AnsweredFor(municipality) => format!("Du har svaret for {municipality}."),
        SurveyText::NotAnswered => "Ikke besvaret".into(),
        SurveyText::Sealed => "Det, du har skrevet, er forseglet til leverandøren.".into(),
        SurveyText::Change => "Ret svar".into(),
        SurveyText::NoSurvey => "Der er ingen spørgsmål her.".into(),
        SurveyText::NotOpenYet => "Her er ikke åbnet for svar endnu.".into(),
        SurveyText::OpensAt(when) => format!("Her åbnes for svar den {when}."),
        SurveyText::IsClosed => "Der er lukket for svar.".into(),
        SurveyText::ResultHeading => "Det svarede I".into(),
        SurveyText::Base { answers, municipalities } => {
            let from = Danish.counted(municipalities, "kommune", "kommuner");
            format!("{} svar fra {from}", Danish.whole(answers))
        }
        SurveyText::CountOf { count, answers, municipalities } => {
            let from = Danish.counted(municipalities, "kommune", "kommuner");
            format!("{} af {} svar fra {from}", Danish.whole(count), Danish.whole(answers))
        }
        SurveyText::TooFew => "For få svar til at vise tal: Der skal være mindst 5 fra mindst 3 kommuner.".into(),
        SurveyText::HalfLie(from, to, unit) => {
            format!("Halvdelen af svarene ligger mellem {from} og {to} {unit}.")
        }
        SurveyText::MiddleLies(band, unit) => format!("Det midterste svar: {band} {unit}."),
        SurveyText::PointsHeading => "Det skrev I om".into(),
        SurveyText::ToWebinar => "Til webinaret".into(),
        SurveyText::Wrong(problem) => wrong(problem).into(),
        SurveyText::NothingAnswered => "Svar på mindst ét af spørgsmålene.".into(),
        SurveyText::NotSealed => "Teksten blev ikke forseglet rigtigt. Genindlæs siden, og skriv den igen.".into(),
    }
}

fn wrong(problem: AnswerProblem) -> &'static str {
    match problem {
        AnswerProblem::Missing => "Her mangler et svar.",
        AnswerProblem::NoSuchOption => "Vælg en af mulighederne.",
        AnswerProblem::NotOnScale => "Vælg et trin fra 1 til 5.",
        AnswerProblem::Number(NotAQuantity::NotANumber) => {
            "Skriv et tal fra 0 og op, fx 12 eller 2,5."
        }
        AnswerProblem::Number(NotAQuantity::TooManyDecimals) => {
            "Skriv tallet med højst to decimaler."
        }
        AnswerProblem::Number(NotAQuantity::TooLarge) => "Skriv et tal på højst en milliard.",
        AnswerProblem::NotAsked => {
            "Spørgsmålene er ændret, siden du åbnede siden. Se dem igennem igen."
        }
    }
}

pub(crate) fn band(above: &str, up_to: &str) -> String {
    if above == "0" {
        format!("højst {up_to}")
    } else {
        format!("over {above} og højst {up_to}")
    }
}

pub(crate) const fn evaluation() -> [&'static str; 12] {
    [
        "Var det nyttigt?",
        "Slet ikke",
        "I høj grad",
        "Var tempoet rigtigt?",
        "For langsomt",
        "Passende",
        "For hurtigt",
        "Skal vi bruge barometeret igen?",
        "Ja",
        "Måske",
        "Nej",
        "Er der noget, vi skal gøre anderledes?",
    ]
}
