//! In Danish: the pages of the Strategic Development Forum.

use barometer_domain::forum::InitiativeStatus;

use crate::Language::Danish;
use crate::forum::Forum;

pub(crate) fn sentence(message: Forum<'_>) -> String {
    match message {
        Forum::Title => "Strategisk Udviklingsforum".into(),
        Forum::Lead => "Kommuner og leverandør mødes to gange om året om de nationale initiativer: hvad de kræver, hvad de koster, og hvad vi siger om dem nationalt.".into(),
        Forum::Next => "Næste møde".into(),
        Forum::NoneCalled => "Der er ikke indkaldt til et møde endnu.".into(),
        Forum::Until(one) => format!("til {one}"),
        Forum::Agenda => "Dagsorden".into(),
        Forum::NoAgenda => "Dagsordenen er på vej.".into(),
        Forum::Input => "Det har I svaret".into(),
        Forum::HiddenTopic => "Et ændringsønske".into(),
        Forum::Minutes(one) => format!("{one} min."),
        Forum::AnswerNow => "Svar på spørgsmålene til mødet".into(),
        Forum::SeeAnswers => "Se, hvad der er svaret".into(),
        Forum::Initiatives => "Nationale initiativer".into(),
        Forum::NoInitiatives => "Der er ingen nationale initiativer endnu.".into(),
        Forum::Deadline(one) => format!("Frist: {one}"),
        Forum::NoDeadline => "Ingen frist endnu".into(),
        Forum::Cost(one) => format!("Pris: {one}"),
        Forum::CostRange(one, two) => format!("mellem {one} og {two}"),
        Forum::Effort(hours) => format!("Arbejde: ca. {} timer", Danish.whole(hours)),
        Forum::Affects(count) => if count == 1 { "Berører 1 ønske".into() } else { format!("Berører {count} ønsker") },
        Forum::ReadMore => "Læs om initiativet hos ministeriet".into(),
        Forum::Statement => "Det siger vi nationalt".into(),
        Forum::NoStatement => "Vi har ikke sagt noget om initiativet endnu.".into(),
        Forum::EarlierStatements => "Det har vi sagt tidligere".into(),
        Forum::TakenBack => "Trukket tilbage".into(),
        Forum::SaidOn(one) => format!("Sagt {one}"),
        Forum::Requests => "Ønsker, som det berører".into(),
        Forum::NoRequests => "Der er ingen ønsker at vise.".into(),
        Forum::CodeNeeded => "Ønskerne kan ses af dem, der har koden til økonomisiden.".into(),
        Forum::OnLivingPage => "Se dem på økonomisiden".into(),
        Forum::Comment => "Læs og skriv kommentarer".into(),
        Forum::Headroom => "Så meget af råderummet tager de".into(),
        Forum::HeadroomLead => "Råderummet er det, der tilsammen kan bruges på ændringer i et halvår. Prisen på et initiativ er den ventede, delt ligeligt på halvårene fra det begynder at koste, til fristen.".into(),
        Forum::HeadroomUnknown => "Der er ikke noget at regne på endnu.".into(),
        Forum::Half(half, year) => format!("{half}. halvår {year}"),
        Forum::TakenOf(one, two) => format!("{one} af {two}"),
        Forum::TakenOfUnknown(one) => format!("{one}; råderummet er ikke oplyst"),
        Forum::Left(one) => format!("{one} tilbage til jeres egne ønsker"),
        Forum::TooMuch(one) => format!("{one} mere, end der er"),
        Forum::Unplaced(count) => if count == 1 { "1 initiativ mangler frist eller pris og er ikke regnet med.".into() } else { format!("{count} initiativer mangler frist eller pris og er ikke regnet med.") },
        Forum::Decisions => "Beslutninger".into(),
        Forum::NoDecisions => "Der er ingen beslutninger endnu.".into(),
        Forum::ReplacedOn(one) => format!("Erstattet {one}"),
        Forum::Past => "Tidligere møder".into(),
        Forum::Cancelled => "Aflyst".into(),
        Forum::Record => "Referat".into(),
        Forum::NoMinutes => "Referatet er på vej.".into(),
        Forum::Corrected(one) => format!("Rettet {one}"),
        Forum::Members => "Medlemmer".into(),
        Forum::Sitting(members, municipalities) => match (members, municipalities) { (0, _) => "Ingen sidder i forummet lige nu.".into(), (1, _) => "1 medlem fra 1 kommune".into(), (_, 1) => format!("{members} medlemmer fra 1 kommune"), _ => format!("{members} medlemmer fra {municipalities} kommuner") },
        Forum::NamesNote => "Personer nævnes ikke. En kommune nævnes, når den har sagt ja til det.".into(),
        Forum::SitsUntil(one) => format!("til {one}"),
        Forum::ToForum => "← Strategisk Udviklingsforum".into(),
        Forum::NoSuchInitiative => "Der er ikke noget initiativ på denne adresse.".into(),
    }
}

pub(crate) const fn status(status: InitiativeStatus) -> &'static str {
    match status {
        InitiativeStatus::Announced => "Varslet",
        InitiativeStatus::UnderAnalysis => "Analyseres",
        InitiativeStatus::Planned => "Planlagt",
        InitiativeStatus::UnderDevelopment => "Under udvikling",
        InitiativeStatus::Delivered => "Leveret",
        InitiativeStatus::Dropped => "Bortfaldet",
    }
}
