//! In Danish: the pages of the Strategic Development Forum.

use barometer_domain::forum::InitiativeStatus;

use crate::Language::Danish;
use crate::forum::ForumText;

pub(crate) fn sentence(message: ForumText<'_>) -> String {
    match message {
        ForumText::Title => "Strategisk Udviklingsforum".into(),
        ForumText::Lead => "Kommuner og leverandør mødes to gange om året om de nationale initiativer: hvad de kræver, hvad de koster, og hvad vi siger om dem nationalt.".into(),
        ForumText::Next => "Næste møde".into(),
        ForumText::NoneCalled => "Der er ikke indkaldt til et møde endnu.".into(),
        ForumText::Until(one) => format!("til {one}"),
        ForumText::Agenda => "Dagsorden".into(),
        ForumText::NoAgenda => "Dagsordenen er på vej.".into(),
        ForumText::Input => "Det har I svaret".into(),
        ForumText::HiddenTopic => "Et ændringsønske".into(),
        ForumText::Minutes(one) => format!("{one} min."),
        ForumText::AnswerNow => "Svar på spørgsmålene til mødet".into(),
        ForumText::SeeAnswers => "Se, hvad der er svaret".into(),
        ForumText::Initiatives => "Nationale initiativer".into(),
        ForumText::NoInitiatives => "Der er ingen nationale initiativer endnu.".into(),
        ForumText::Deadline(one) => format!("Frist: {one}"),
        ForumText::NoDeadline => "Ingen frist endnu".into(),
        ForumText::Cost(one) => format!("Pris: {one}"),
        ForumText::CostRange(one, two) => format!("mellem {one} og {two}"),
        ForumText::Effort(hours) => format!("Arbejde: ca. {} timer", Danish.whole(hours)),
        ForumText::Affects(count) => if count == 1 { "Berører 1 ønske".into() } else { format!("Berører {count} ønsker") },
        ForumText::ToCalendar => "Læg mødet i min kalender".into(),
        ForumText::Follow => "Få besked om møder, beslutninger og udtalelser".into(),
        ForumText::ReadMore => "Læs om initiativet hos ministeriet".into(),
        ForumText::Statement => "Det siger vi nationalt".into(),
        ForumText::NoStatement => "Vi har ikke sagt noget om initiativet endnu.".into(),
        ForumText::EarlierStatements => "Det har vi sagt tidligere".into(),
        ForumText::TakenBack => "Trukket tilbage".into(),
        ForumText::SaidOn(one) => format!("Sagt {one}"),
        ForumText::Requests => "Ønsker, som det berører".into(),
        ForumText::NoRequests => "Der er ingen ønsker at vise.".into(),
        ForumText::CodeNeeded => "Ønskerne kan ses af dem, der har koden til økonomisiden.".into(),
        ForumText::OnLivingPage => "Se dem på økonomisiden".into(),
        ForumText::Comment => "Læs og skriv kommentarer".into(),
        ForumText::Headroom => "Så meget af råderummet tager de".into(),
        ForumText::HeadroomLead => "Råderummet er det, der tilsammen kan bruges på ændringer i et halvår. Prisen på et initiativ er den ventede, delt ligeligt på halvårene fra det begynder at koste, til fristen.".into(),
        ForumText::HeadroomUnknown => "Der er ikke noget at regne på endnu.".into(),
        ForumText::Half(half, year) => format!("{half}. halvår {year}"),
        ForumText::TakenOf(one, two) => format!("{one} af {two}"),
        ForumText::TakenOfUnknown(one) => format!("{one}; råderummet er ikke oplyst"),
        ForumText::Left(one) => format!("{one} tilbage til jeres egne ønsker"),
        ForumText::TooMuch(one) => format!("{one} mere, end der er"),
        ForumText::Unplaced(count) => if count == 1 { "1 initiativ mangler frist eller pris og er ikke regnet med.".into() } else { format!("{count} initiativer mangler frist eller pris og er ikke regnet med.") },
        ForumText::Decisions => "Beslutninger".into(),
        ForumText::NoDecisions => "Der er ingen beslutninger endnu.".into(),
        ForumText::ReplacedOn(one) => format!("Erstattet {one}"),
        ForumText::Past => "Tidligere møder".into(),
        ForumText::Cancelled => "Aflyst".into(),
        ForumText::Record => "Referat".into(),
        ForumText::NoMinutes => "Referatet er på vej.".into(),
        ForumText::Corrected(one) => format!("Rettet {one}"),
        ForumText::Members => "Medlemmer".into(),
        ForumText::Sitting(members, municipalities) => match (members, municipalities) { (0, _) => "Ingen sidder i forummet lige nu.".into(), (1, _) => "1 medlem fra 1 kommune".into(), (_, 1) => format!("{members} medlemmer fra 1 kommune"), _ => format!("{members} medlemmer fra {municipalities} kommuner") },
        ForumText::NamesNote => "Personer nævnes ikke. En kommune nævnes, når den har sagt ja til det.".into(),
        ForumText::SitsUntil(one) => format!("til {one}"),
        ForumText::ToForum => "← Strategisk Udviklingsforum".into(),
        ForumText::NoSuchInitiative => "Der er ikke noget initiativ på denne adresse.".into(),
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
