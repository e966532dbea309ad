//! In Danish: the words of the vendor's page about surveys.

use barometer_domain::survey::{
    ItemProblem, LostMeaning, SurveyProblem, SurveyPurpose, SurveyState,
};

use crate::Language::Danish;
use crate::staff::surveys::SurveyDeskText;

pub(crate) fn sentence(message: SurveyDeskText<'_>) -> String {
    match message {
        SurveyDeskText::Title => "Spørgsmål til kommunerne".into(),
        SurveyDeskText::Way => "Spørgsmål".into(),
        SurveyDeskText::Purpose(SurveyPurpose::BeforeWebinar) => "Før webinaret".into(),
        SurveyDeskText::Purpose(SurveyPurpose::Evaluation) => "Evaluering".into(),
        SurveyDeskText::Purpose(SurveyPurpose::Forum) => "Før et møde i forummet".into(),
        SurveyDeskText::WhichSurvey => "Hvilke spørgsmål".into(),
        SurveyDeskText::State(state) => match state {
            SurveyState::Draft => "Ikke åbnet",
            SurveyState::Open => "Åben for svar",
            SurveyState::Ending => "Lukker",
            SurveyState::Closed => "Lukket",
        }
        .into(),
        SurveyDeskText::StateBody(purpose, state) => state_body(purpose, state).into(),
        SurveyDeskText::Turnout { answers, municipalities } => {
            let from = Danish.counted(municipalities, "kommune", "kommuner");
            format!("{} svar fra {from}", Danish.whole(answers))
        }
        SurveyDeskText::LinkLabel => "Link til spørgsmålene".into(),
        SurveyDeskText::CopyLink => "Kopiér link".into(),
        SurveyDeskText::Copied => "Kopieret.".into(),
        SurveyDeskText::NotCopied => "Browseren tillod ikke at kopiere. Markér linket, og kopiér det selv.".into(),
        SurveyDeskText::OpenNow => "Åbn for svar nu".into(),
        SurveyDeskText::CloseNow => "Luk, og tæl op".into(),
        SurveyDeskText::CloseAsk => "Luk for svar?".into(),
        SurveyDeskText::CloseBody => {
            "Svarene tælles op én gang. Er der nok svar til et resultat, kan der ikke åbnes igen, og ingen kan rette \
             mere."
                .into()
        }
        SurveyDeskText::CloseYes => "Ja, luk for svar".into(),
        SurveyDeskText::OpenAgain => "Åbn igen".into(),
        SurveyDeskText::OpensAt => "Åbner af sig selv".into(),
        SurveyDeskText::OpensAtHint => "Dansk tid. Tomt felt: kun når du selv åbner.".into(),
        SurveyDeskText::OpensAtWrong => "Skriv både dato og klokkeslæt, eller lad feltet være tomt.".into(),
        SurveyDeskText::Items => "Spørgsmålene".into(),
        SurveyDeskText::ItemsBody => {
            "Højst 10. Når nogen har svaret, kan det, de har svaret på, ikke omformuleres eller fjernes; nye \
             svarmuligheder kommer sidst."
                .into()
        }
        SurveyDeskText::Item(number) => format!("Spørgsmål {number}"),
        SurveyDeskText::Question => "Hvad spørger du om?".into(),
        SurveyDeskText::Kind => "Svares med".into(),
        SurveyDeskText::KindChoice => "Ét valg".into(),
        SurveyDeskText::KindChoices => "Flere valg".into(),
        SurveyDeskText::KindScale => "1–5".into(),
        SurveyDeskText::KindNumber => "Tal med enhed".into(),
        SurveyDeskText::KindText => "Tekst".into(),
        SurveyDeskText::Options => "Svarmuligheder".into(),
        SurveyDeskText::OptionsHint => "Én på hver linje, fra 2 til 10.".into(),
        SurveyDeskText::Low => "1 betyder".into(),
        SurveyDeskText::High => "5 betyder".into(),
        SurveyDeskText::Unit => "Enhed".into(),
        SurveyDeskText::UnitHint => "Fx timer om ugen.".into(),
        SurveyDeskText::Required => "Skal besvares".into(),
        SurveyDeskText::TextNeverRequired => {
            "Tekst er altid frivillig: den forsegles, så serveren kan ikke se, om den er der.".into()
        }
        SurveyDeskText::MoveUp(number) => format!("Flyt spørgsmål {number} op"),
        SurveyDeskText::MoveDown(number) => format!("Flyt spørgsmål {number} ned"),
        SurveyDeskText::Remove(number) => format!("Fjern spørgsmål {number}"),
        SurveyDeskText::Add => "Tilføj spørgsmål".into(),
        SurveyDeskText::Save => "Gem".into(),
        SurveyDeskText::Saved => "Gemt.".into(),
        SurveyDeskText::Opened => "Der er åbnet for svar.".into(),
        SurveyDeskText::Closed => "Der er lukket for svar.".into(),
        SurveyDeskText::Result => "Resultat".into(),
        SurveyDeskText::NoResult => {
            "For få svar til et resultat: Der skal være mindst 5 fra mindst 3 kommuner.".into()
        }
        SurveyDeskText::NoResultYet => {
            "Resultatet tælles op, når der lukkes. Til da ses kun, hvor mange der har svaret.".into()
        }
        SurveyDeskText::Texts => "Det skrev de".into(),
        SurveyDeskText::TextsBody => {
            "Kun du kan læse det, med din nøgle. Teksterne står i tilfældig orden og uden de andre svar. Kommunen ses \
             kun, hvor personen må citeres med navn."
                .into()
        }
        SurveyDeskText::NoTexts => "Ingen har skrevet noget endnu.".into(),
        SurveyDeskText::Unreadable => "Kan ikke åbnes med denne nøgle.".into(),
        SurveyDeskText::From(name) => name.into(),
        SurveyDeskText::Quotable(name, municipality) => format!("{name}, {municipality} · må citeres med navn"),
        SurveyDeskText::NotQuotable(name) => format!("{name} · må ikke citeres med navn"),
        SurveyDeskText::Points => "Saml det i punkter".into(),
        SurveyDeskText::PointsBody => {
            "»Tre ting gik igen«: Punkterne er dine egne ord og det eneste af teksterne, der vises for alle, på \
             webinarets side og i brevet. Citér ingen ved navn, der ikke har sagt ja."
                .into()
        }
        SurveyDeskText::PointsLabel => "Ét punkt på hver linje, højst 6".into(),
        SurveyDeskText::PointsWrong {
            points,
            letters,
            most,
            longest,
        } => {
            format!("Der er plads til {most} punkter på højst {longest} tegn. Der er {points}, og det længste har {letters} tegn.")
        }
        SurveyDeskText::Stands(question, lost) => format!("»{question}« {}", lost_meaning(lost)),
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
