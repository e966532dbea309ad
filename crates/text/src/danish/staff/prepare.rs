//! In Danish: the words with which a webinar is prepared.

use crate::Language::Danish;
use crate::danish::counting;
use crate::staff::prepare::PrepareText;

pub(crate) fn sentence(message: PrepareText<'_>) -> String {
    match message {
            PrepareText::Title => "Forbered webinaret".into(),
            PrepareText::NewTitle => "Nyt webinar".into(),
            PrepareText::NewBody => {
            "Begynd med dag og tid. Resten kan I ændre, helt til afstemningen åbner."
                .into()
        }
            PrepareText::Create => "Opret webinaret".into(),
            PrepareText::Like => "Begynd som".into(),
            PrepareText::LikeNothing => "Det sædvanlige program".into(),
            PrepareText::LikeBody => {
            "Program, noter, tælleregel og antal valg følger med. Kandidaterne vælger I på ny."
                .into()
        }
            PrepareText::Basics => "Om webinaret".into(),
            PrepareText::TitleField => "Titel".into(),
            PrepareText::Date => "Dato".into(),
            PrepareText::Starts => "Begynder".into(),
            PrepareText::Ends => "Slutter".into(),
            PrepareText::EndsWrong => "Webinaret skal slutte, efter at det er begyndt.".into(),
            PrepareText::SpokenLanguage => "Webinarets sprog".into(),
            PrepareText::SpokenLanguageHint => {
            "Storskærmen taler det, uanset hvilken pc den vises fra. Deltagerne vælger selv deres."
                .into()
        }
            PrepareText::Code => "Kode".into(),
            PrepareText::NewCode => "Ny kode".into(),
            PrepareText::CodeHint => "Deltagerne skriver koden eller scanner QR-koden.".into(),
            PrepareText::CodeWrong => {
            "Koden kan ikke bruges: den er optaget eller ikke seks tegn (uden 0, 1, I og O). Prøv »Ny kode«."
                .into()
        }
            PrepareText::CodeLocked => {
            "Koden er låst, fordi nogen er inviteret eller med: deres link skal blive ved med at virke."
                .into()
        }
            PrepareText::LockedSince(when) => format!("Låst, siden afstemningen åbnede {when}: ellers ville stemmerne \
                                                   gælde noget andet."),
            PrepareText::At(time) => format!("kl.\u{a0}{}", time.replace(':', ".")),
            PrepareText::LockedByVote => {
            "Låst, siden afstemningen åbnede: ellers ville stemmerne gælde noget andet."
                .into()
        }
            PrepareText::DayLocked => {
            "Datoen er låst, siden resultatet blev vist: bevægelsen siden sidst regnes fra den."
                .into()
        }
            PrepareText::Shortlist => "Kandidatliste".into(),
            PrepareText::ShortlistBody => "Det er dem, der stemmes om, i den rækkefølge, de vises.".into(),
            PrepareText::ShortlistEmpty => "Listen er tom. Find ønskerne herunder, og læg dem på.".into(),
            PrepareText::NoRequests => {
            "Der er ingen ønsker endnu. Indlæs dem fra en fil, eller skriv det første."
                .into()
        }
            PrepareText::MoveHelp => "Træk i grebet – eller brug ↑ og ↓ på det; Delete tager af listen.".into(),
            PrepareText::Grip(title, at, of) => format!("Flyt »{title}«, nr. {at} af {of}"),
            PrepareText::Up(title) => format!("Flyt »{title}« op"),
            PrepareText::Down(title) => format!("Flyt »{title}« ned"),
            PrepareText::TakeOff(title) => format!("Tag »{title}« af listen"),
            PrepareText::NowAt(title, at, of) => format!("»{title}« er nu nr. {at} af {of}"),
            PrepareText::Added(title, at) => format!("»{title}« er lagt på som nr. {at}"),
            PrepareText::TakenOff(title) => format!("»{title}« er taget af listen"),
            PrepareText::Reason => "Hvorfor er det med?".into(),
            PrepareText::ReasonOf(title) => format!("Hvorfor er »{title}« med?"),
            PrepareText::Pool => "Ønsker, der kan stilles op".into(),
            PrepareText::PoolSearch => "Søg i ønskerne".into(),
            PrepareText::PoolEmpty => "Alle, der kan stilles op, er på listen.".into(),
            PrepareText::PoolNothing => "Ingen passer til søgningen.".into(),
            PrepareText::Add => "Læg på".into(),
            PrepareText::AddOf(title) => format!("Læg »{title}« på listen"),
            PrepareText::Gone => "Ønsket findes ikke længere".into(),
            PrepareText::Vote => "Afstemningen".into(),
            PrepareText::Rule => "Hvordan tæller I?".into(),
            PrepareText::RuleName(rule) => counting::name(rule).into(),
            PrepareText::RuleBody(rule) => counting::explanation(rule).into(),
            PrepareText::MaxChoices => "Hvor mange må hver deltager vælge?".into(),
            PrepareText::MaxChoicesHint => "Fra 1 til 20. 3 er almindeligt.".into(),
            PrepareText::Shuffled => "Bland kandidaternes rækkefølge på hver telefon".into(),
            PrepareText::ShuffledHint => {
            "Så får ingen kandidat fordel af at stå øverst. Numrene beholdes, og storskærmen følger kandidatlisten."
                .into()
        }
            PrepareText::Agenda => "Program".into(),
            PrepareText::AgendaBody => {
            "Det, der er sat hak ved, vises i denne rækkefølge. Noterne ser kun oplægsholderen. Tid skrives i \
             minutter, fx 2 eller 1:30."
                .into()
        }
            PrepareText::Always => "altid med".into(),
            PrepareText::AgendaWrong => "Resultatet skal komme efter afstemningen.".into(),
            PrepareText::Notes => "Noter til oplægsholderen".into(),
            PrepareText::NotesFor(title) => format!("Noter til oplægsholderen, mens »{title}« vises"),
            PrepareText::Left(letters) => format!("{} tegn tilbage", Danish.whole(letters)),
            PrepareText::Minutes => "Tid, min.".into(),
            PrepareText::MinutesEach => "Tid pr. kandidat, min.".into(),
            PrepareText::MinutesWrong => "Skriv minutter, fx 2 eller 1:30 – højst 60.".into(),
            PrepareText::InAll(planned, there_are) => format!("I alt {} af {}", minutes(planned), minutes(there_are)),
            PrepareText::Ongoing => "Igangværende ønsker".into(),
            PrepareText::OngoingBody => "Dem, I giver status på i webinaret, i denne rækkefølge.".into(),
            PrepareText::OngoingEmpty => "Ingen ønsker er i gang endnu. Det er de, når de er udvalgt.".into(),
            PrepareText::Doubts => "Se efter, inden I går i gang".into(),
            PrepareText::NoCandidates => "Der er ingen kandidater at stemme om.".into(),
            PrepareText::FewCandidates => {
            "Der er færre end fire kandidater – så er der ikke meget at vælge imellem."
                .into()
        }
            PrepareText::NotEligible(title, state) => format!("»{title}« kan ikke stilles op længere: {state}."),
            PrepareText::ChoicesForAll => {
            "Man kan vælge alle kandidater på én gang. Så viser stemmerne ikke, hvad der er vigtigst."
                .into()
        }
            PrepareText::TooLong(planned, there_are) => format!(
"Programmet tager {}, og webinaret varer {}.",
minutes(planned),
minutes(there_are).trim_end_matches('.')
),
            PrepareText::DayIsOver => "Datoen ligger i fortiden.".into(),
            PrepareText::Share => "Del ud".into(),
            PrepareText::JoinLink => "Link til deltagerne".into(),
            PrepareText::CopyLink => "Kopiér link".into(),
            PrepareText::Copied => "Linket er kopieret.".into(),
            PrepareText::NotCopied => "Browseren lader os ikke kopiere. Markér linket, og kopiér det selv.".into(),
            PrepareText::Qr(code) => format!("QR-kode til deltagerne, {code}"),
            PrepareText::QrDownload => "Hent QR-koden".into(),
            PrepareText::Appointment => "Kalenderaftale (.ics)".into(),
            PrepareText::Screen => "Åbn storskærmen".into(),
            PrepareText::PresenterLink => "Link til oplægsholderen".into(),
            PrepareText::PresenterBody => {
            "Den, der har linket, styrer webinaret. Del det kun med oplægsholderen."
                .into()
        }
            PrepareText::PresenterHidden => {
            "Linket blev lavet et andet sted og kan ikke vises her. Er det væk, så lav et nyt."
                .into()
        }
            PrepareText::NewLink => "Lav nyt link".into(),
            PrepareText::NewLinkAsk => "Lav et nyt link til oplægsholderen?".into(),
            PrepareText::NewLinkBody => "Det gamle link holder op med at virke med det samme.".into(),
            PrepareText::NewLinkMade => "Her er det nye link. Det gamle virker ikke længere.".into(),
            PrepareText::Rehearse => "Prøv selv".into(),
            PrepareText::RehearseBody => {
            "Åbner en kopi i en ny fane, som kun I ser, og som smides væk bagefter."
                .into()
        }
            PrepareText::RehearseSaved => "Prøven viser det, der er gemt.".into(),
            PrepareText::Save => "Gem".into(),
            PrepareText::Saving => "Gemmer …".into(),
            PrepareText::Saved => "Gemt".into(),
            PrepareText::NotSaved => "Ikke gemt endnu".into(),
            PrepareText::Restored => "Her står det, du skrev sidst. Det er ikke gemt endnu.".into(),
            PrepareText::TakeSaved => "Hent det gemte i stedet".into(),
            PrepareText::LaidAside => "Her står det, der er gemt. Dit udkast er lagt til side.".into(),
            PrepareText::TakeBack => "Hent mit udkast igen".into(),
            PrepareText::TakeNewest => "Hent det nyeste".into(),
            PrepareText::SaveAllTheSame => "Gem mit alligevel".into(),
            PrepareText::Delete => "Slet webinaret".into(),
            PrepareText::DeleteAsk => "Slet webinaret?".into(),
            PrepareText::DeleteBody => {
            "Program, noter, kandidatliste og invitationer slettes for altid. Ønskerne bliver."
                .into()
        }
            PrepareText::DeleteYes => "Slet for altid".into(),
            PrepareText::Keep => "Behold".into(),
        }
}

fn minutes(seconds: u32) -> String {
    let figure = match (seconds / 60, seconds % 60) {
        (minutes, 0) => minutes.to_string(),
        (minutes, rest) => format!("{minutes}:{rest:02}"),
    };
    format!("{figure}\u{a0}min.")
}
