//! In Danish: the words of the vendor's page about surveys.

use barometer_domain::survey::{
    ItemProblem, LostMeaning, SurveyProblem, SurveyPurpose, SurveyState,
};

use crate::Language::Danish;
use crate::staff::surveys::Surveys;

pub(crate) fn sentence(message: Surveys<'_>) -> String {
    match message {
        Surveys::Title => "Spørgsmål til kommunerne".into(),
        Surveys::Way => "Spørgsmål".into(),
        Surveys::Purpose(SurveyPurpose::BeforeWebinar) => "Før webinaret".into(),
        Surveys::Purpose(SurveyPurpose::Evaluation) => "Evaluering".into(),
        Surveys::Purpose(SurveyPurpose::Forum) => "Før et møde i forummet".into(),
        Surveys::WhichSurvey => "Hvilke spørgsmål".into(),
        Surveys::State(state) => match state {
            SurveyState::Draft => "Ikke åbnet",
            SurveyState::Open => "Åben for svar",
            SurveyState::Ending => "Lukker",
            SurveyState::Closed => "Lukket",
        }
        .into(),
        Surveys::StateBody(purpose, state) => state_body(purpose, state).into(),
        Surveys::Turnout { answers, municipalities } => {
            let from = Danish.counted(municipalities, "kommune", "kommuner");
            format!("{} svar fra {from}", Danish.whole(answers))
        }
        Surveys::LinkLabel => "Link til spørgsmålene".into(),
        Surveys::CopyLink => "Kopiér link".into(),
        Surveys::Copied => "Kopieret.".into(),
        Surveys::NotCopied => "Browseren tillod ikke at kopiere. Markér linket, og kopiér det selv.".into(),
        Surveys::OpenNow => "Åbn for svar nu".into(),
        Surveys::CloseNow => "Luk, og tæl op".into(),
        Surveys::CloseAsk => "Luk for svar?".into(),
        Surveys::CloseBody => {
            "Svarene tælles op én gang. Er der nok svar til et resultat, kan der ikke åbnes igen, og ingen kan rette \
             mere."
                .into()
        }
        Surveys::CloseYes => "Ja, luk for svar".into(),
        Surveys::OpenAgain => "Åbn igen".into(),
        Surveys::OpensAt => "Åbner af sig selv".into(),
        Surveys::OpensAtHint => "Dansk tid. Tomt felt: kun når du selv åbner.".into(),
        Surveys::OpensAtWrong => "Skriv både dato og klokkeslæt, eller lad feltet være tomt.".into(),
        Surveys::Items => "Spørgsmålene".into(),
        Surveys::ItemsBody => {
            "Højst 10. Når nogen har svaret, kan det, de har svaret på, ikke omformuleres eller fjernes; nye \
             svarmuligheder kommer sidst."
                .into()
        }
        Surveys::Item(number) => format!("Spørgsmål {number}"),
        Surveys::Question => "Hvad spørger du om?".into(),
        Surveys::Kind => "Svares med".into(),
        Surveys::KindChoice => "Ét valg".into(),
        Surveys::KindChoices => "Flere valg".into(),
        Surveys::KindScale => "1–5".into(),
        Surveys::KindNumber => "Tal med enhed".into(),
        Surveys::KindText => "Tekst".into(),
        Surveys::Options => "Svarmuligheder".into(),
        Surveys::OptionsHint => "Én på hver linje, fra 2 til 10.".into(),
        Surveys::Low => "1 betyder".into(),
        Surveys::High => "5 betyder".into(),
        Surveys::Unit => "Enhed".into(),
        Surveys::UnitHint => "Fx timer om ugen.".into(),
        Surveys::Required => "Skal besvares".into(),
        Surveys::TextNeverRequired => {
            "Tekst er altid frivillig: den forsegles, så serveren kan ikke se, om den er der.".into()
        }
        Surveys::MoveUp(number) => format!("Flyt spørgsmål {number} op"),
        Surveys::MoveDown(number) => format!("Flyt spørgsmål {number} ned"),
        Surveys::Remove(number) => format!("Fjern spørgsmål {number}"),
        Surveys::Add => "Tilføj spørgsmål".into(),
        Surveys::Save => "Gem".into(),
        Surveys::Saved => "Gemt.".into(),
        Surveys::Opened => "Der er åbnet for svar.".into(),
        Surveys::Closed => "Der er lukket for svar.".into(),
        Surveys::Result => "Resultat".into(),
        Surveys::NoResult => {
            "For få svar til et resultat: Der skal være mindst 5 fra mindst 3 kommuner.".into()
        }
        Surveys::NoResultYet => {
            "Resultatet tælles op, når der lukkes. Til da ses kun, hvor mange der har svaret.".into()
        }
        Surveys::Texts => "Det skrev de".into(),
        Surveys::TextsBody => {
            "Kun du kan læse det, med din nøgle. Teksterne står i tilfældig orden og uden de andre svar. Kommunen ses \
             kun, hvor personen må citeres med navn."
                .into()
        }
        Surveys::NoTexts => "Ingen har skrevet noget endnu.".into(),
        Surveys::Unreadable => "Kan ikke åbnes med denne nøgle.".into(),
        Surveys::From(name) => name.into(),
        Surveys::Quotable(name, municipality) => format!("{name}, {municipality} · må citeres med navn"),
        Surveys::NotQuotable(name) => format!("{name} · må ikke citeres med navn"),
        Surveys::Points => "Saml det i punkter".into(),
        Surveys::PointsBody => {
            "»Tre ting gik igen«: Punkterne er dine egne ord og det eneste af teksterne, der vises for alle, på \
             webinarets side og i brevet. Citér ingen ved navn, der ikke har sagt ja."
                .into()
        }
        Surveys::PointsLabel => "Ét punkt på hver linje, højst 6".into(),
        Surveys::PointsWrong {
            points,
            letters,
            most,
            longest,
        } => {
            format!("Der er plads til {most} punkter på højst {longest} tegn. Der er {points}, og det længste har {letters} tegn.")
        }
        Surveys::Stands(question, lost) => format!("»{question}« {}", lost_meaning(lost)),
    }
}

fn state_body(purpose: SurveyPurpose, state: SurveyState) -> &'static str {
    match (purpose, state) {
        (SurveyPurpose::BeforeWebinar, SurveyState::Draft) => {
            "Skriv spørgsmålene, og åbn, når invitationen sendes. Der lukkes af sig selv, når webinaret begynder."
        }
        (SurveyPurpose::Evaluation, SurveyState::Draft) => {
            "Evalueringen åbner af sig selv, når webinaret når til tak og næste skridt. Spørgsmålene kan ændres inden."
        }
        (SurveyPurpose::BeforeWebinar, SurveyState::Open) => {
            "Der lukkes af sig selv, når webinaret begynder, og resultatet bliver det første lysbillede."
        }
        (SurveyPurpose::Evaluation, SurveyState::Open) => "Luk, når I vil se resultatet.",
        (SurveyPurpose::Forum, SurveyState::Draft) => {
            "Skriv spørgsmålene, og åbn, når der indkaldes til mødet. Linket står på forummets side. Der lukkes af sig selv, når mødet begynder."
        }
        (SurveyPurpose::Forum, SurveyState::Open) => "Der lukkes af sig selv, når mødet begynder.",
        (SurveyPurpose::Forum, SurveyState::Closed) => {
            "Resultatet står på linkets side og på forummets side."
        }
        (_, SurveyState::Ending) => "Webinaret er begyndt. Svarene tælles op om lidt.",
        (SurveyPurpose::BeforeWebinar, SurveyState::Closed) => {
            "Resultatet står på webinarets andet trin, på linkets side og i brevet."
        }
        (SurveyPurpose::Evaluation, SurveyState::Closed) => {
            "Resultatet står på linkets side og i brevet."
        }
    }
}

pub(crate) const fn lost_meaning(lost: LostMeaning) -> &'static str {
    match lost {
        LostMeaning::Removed => "er besvaret og kan ikke fjernes.",
        LostMeaning::Reworded => "er besvaret og kan ikke omformuleres.",
        LostMeaning::OtherAnswers => {
            "er besvaret: Svarmulighederne ligger fast, og nye kan kun komme sidst."
        }
        LostMeaning::NowRequired => "kan ikke blive til et krav, når nogen allerede har svaret.",
    }
}

pub(crate) fn problem(problem: SurveyProblem) -> String {
    match problem {
        SurveyProblem::ItemCount => "Skriv fra 1 til 10 spørgsmål.".into(),
        SurveyProblem::Item { number, problem } => {
            let what = match problem {
                ItemProblem::Question => "skriv, hvad du spørger om, på højst 200 tegn.".into(),
                ItemProblem::OptionCount => "skriv fra 2 til 10 svarmuligheder.".into(),
                ItemProblem::OptionLength { option } => {
                    format!("svarmulighed {option} er tom eller længere end 100 tegn.")
                }
                ItemProblem::SameOption { option } => {
                    format!("svarmulighed {option} står der allerede.")
                }
                ItemProblem::ScaleWord => "ordene for 1 og 5 må højst være 100 tegn.".into(),
                ItemProblem::Unit => "skriv en enhed på højst 30 tegn, fx timer om ugen.".into(),
                ItemProblem::TextRequired => "tekst kan ikke være et krav.".into(),
                ItemProblem::Id => "genindlæs siden, og prøv igen.".into(),
            };
            format!("Spørgsmål {number}: {what}")
        }
    }
}
