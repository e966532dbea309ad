//! In Danish: the words with which a webinar is prepared.

use crate::Language::Danish;
use crate::danish::counting;
use crate::staff::prepare::Prepare;

pub(crate) fn sentence(message: Prepare<'_>) -> String {
    match message {
            Prepare::Title => "Forbered webinaret".into(),
            Prepare::NewTitle => "Nyt webinar".into(),
            Prepare::NewBody => {
            "Begynd med dag og tid. Resten kan I ændre, helt til afstemningen åbner."
                .into()
        }
            Prepare::Create => "Opret webinaret".into(),
            Prepare::Like => "Begynd som".into(),
            Prepare::LikeNothing => "Det sædvanlige program".into(),
            Prepare::LikeBody => {
            "Program, noter, tælleregel og antal valg følger med. Kandidaterne vælger I på ny."
                .into()
        }
            Prepare::Basics => "Om webinaret".into(),
            Prepare::TitleField => "Titel".into(),
            Prepare::Date => "Dato".into(),
            Prepare::Starts => "Begynder".into(),
            Prepare::Ends => "Slutter".into(),
            Prepare::EndsWrong => "Webinaret skal slutte, efter at det er begyndt.".into(),
            Prepare::SpokenLanguage => "Webinarets sprog".into(),
            Prepare::SpokenLanguageHint => {
            "Storskærmen taler det, uanset hvilken pc den vises fra. Deltagerne vælger selv deres."
                .into()
        }
            Prepare::Code => "Kode".into(),
            Prepare::NewCode => "Ny kode".into(),
            Prepare::CodeHint => "Deltagerne skriver koden eller scanner QR-koden.".into(),
            Prepare::CodeWrong => {
            "Koden kan ikke bruges: den er optaget eller ikke seks tegn (uden 0, 1, I og O). Prøv »Ny kode«."
                .into()
        }
            Prepare::CodeLocked => {
            "Koden er låst, fordi nogen er inviteret eller med: deres link skal blive ved med at virke."
                .into()
        }
            Prepare::LockedSince(when) => format!("Låst, siden afstemningen åbnede {when}: ellers ville stemmerne \
                                                   gælde noget andet."),
            Prepare::At(time) => format!("kl.\u{a0}{}", time.replace(':', ".")),
            Prepare::LockedByVote => {
            "Låst, siden afstemningen åbnede: ellers ville stemmerne gælde noget andet."
                .into()
        }
            Prepare::DayLocked => {
            "Datoen er låst, siden resultatet blev vist: bevægelsen siden sidst regnes fra den."
                .into()
        }
            Prepare::Shortlist => "Kandidatliste".into(),
            Prepare::ShortlistBody => "Det er dem, der stemmes om, i den rækkefølge, de vises.".into(),
            Prepare::ShortlistEmpty => "Listen er tom. Find ønskerne herunder, og læg dem på.".into(),
            Prepare::NoRequests => {
            "Der er ingen ønsker endnu. Indlæs dem fra en fil, eller skriv det første."
                .into()
        }
            Prepare::MoveHelp => "Træk i grebet – eller brug ↑ og ↓ på det; Delete tager af listen.".into(),
            Prepare::Grip(title, at, of) => format!("Flyt »{title}«, nr. {at} af {of}"),
            Prepare::Up(title) => format!("Flyt »{title}« op"),
            Prepare::Down(title) => format!("Flyt »{title}« ned"),
            Prepare::TakeOff(title) => format!("Tag »{title}« af listen"),
            Prepare::NowAt(title, at, of) => format!("»{title}« er nu nr. {at} af {of}"),
            Prepare::Added(title, at) => format!("»{title}« er lagt på som nr. {at}"),
            Prepare::TakenOff(title) => format!("»{title}« er taget af listen"),
            Prepare::Reason => "Hvorfor er det med?".into(),
            Prepare::ReasonOf(title) => format!("Hvorfor er »{title}« med?"),
            Prepare::Pool => "Ønsker, der kan stilles op".into(),
            Prepare::PoolSearch => "Søg i ønskerne".into(),
            Prepare::PoolEmpty => "Alle, der kan stilles op, er på listen.".into(),
            Prepare::PoolNothing => "Ingen passer til søgningen.".into(),
            Prepare::Add => "Læg på".into(),
            Prepare::AddOf(title) => format!("Læg »{title}« på listen"),
            Prepare::Gone => "Ønsket findes ikke længere".into(),
            Prepare::Vote => "Afstemningen".into(),
            Prepare::Rule => "Hvordan tæller I?".into(),
            Prepare::RuleName(rule) => counting::name(rule).into(),
            Prepare::RuleBody(rule) => counting::explanation(rule).into(),
            Prepare::MaxChoices => "Hvor mange må hver deltager vælge?".into(),
            Prepare::MaxChoicesHint => "Fra 1 til 20. 3 er almindeligt.".into(),
            Prepare::Shuffled => "Bland kandidaternes rækkefølge på hver telefon".into(),
            Prepare::ShuffledHint => {
            "Så får ingen kandidat fordel af at stå øverst. Numrene beholdes, og storskærmen følger kandidatlisten."
                .into()
        }
            Prepare::Agenda => "Program".into(),
            Prepare::AgendaBody => {
            "Det, der er sat hak ved, vises i denne rækkefølge. Noterne ser kun oplægsholderen. Tid skrives i \
             minutter, fx 2 eller 1:30."
                .into()
        }
            Prepare::Always => "altid med".into(),
            Prepare::AgendaWrong => "Resultatet skal komme efter afstemningen.".into(),
            Prepare::Notes => "Noter til oplægsholderen".into(),
            Prepare::NotesFor(title) => format!("Noter til oplægsholderen, mens »{title}« vises"),
            Prepare::Left(letters) => format!("{} tegn tilbage", Danish.whole(letters)),
            Prepare::Minutes => "Tid, min.".into(),
            Prepare::MinutesEach => "Tid pr. kandidat, min.".into(),
            Prepare::MinutesWrong => "Skriv minutter, fx 2 eller 1:30 – højst 60.".into(),
            Prepare::InAll(planned, there_are) => format!("I alt {} af {}", minutes(planned), minutes(there_are)),
            Prepare::Ongoing => "Igangværende ønsker".into(),
            Prepare::OngoingBody => "Dem, I giver status på i webinaret, i denne rækkefølge.".into(),
            Prepare::OngoingEmpty => "Ingen ønsker er i gang endnu. Det er de, når de er udvalgt.".into(),
            Prepare::Doubts => "Se efter, inden I går i gang".into(),
            Prepare::NoCandidates => "Der er ingen kandidater at stemme om.".into(),
            Prepare::FewCandidates => {
            "Der er færre end fire kandidater – så er der ikke meget at vælge imellem."
                .into()
        }
            Prepare::NotEligible(title, state) => format!("»{title}« kan ikke stilles op længere: {state}."),
            Prepare::ChoicesForAll => {
            "Man kan vælge alle kandidater på én gang. Så viser stemmerne ikke, hvad der er vigtigst."
                .into()
        }
            Prepare::TooLong(planned, there_are) => format!(
"Programmet tager {}, og webinaret varer {}.",
minutes(planned),
minutes(there_are).trim_end_matches('.')
),
            Prepare::DayIsOver => "Datoen ligger i fortiden.".into(),
            Prepare::Share => "Del ud".into(),
            Prepare::JoinLink => "Link til deltagerne".into(),
            Prepare::CopyLink => "Kopiér link".into(),
            Prepare::Copied => "Linket er kopieret.".into(),
            Prepare::NotCopied => "Browseren lader os ikke kopiere. Markér linket, og kopiér det selv.".into(),
            Prepare::Qr(code) => format!("QR-kode til deltagerne, {code}"),
            Prepare::QrDownload => "Hent QR-koden".into(),
            Prepare::Appointment => "Kalenderaftale (.ics)".into(),
            Prepare::Screen => "Åbn storskærmen".into(),
            Prepare::PresenterLink => "Link til oplægsholderen".into(),
            Prepare::PresenterBody => {
            "Den, der har linket, styrer webinaret. Del det kun med oplægsholderen."
                .into()
        }
            Prepare::PresenterHidden => {
            "Linket blev lavet et andet sted og kan ikke vises her. Er det væk, så lav et nyt."
                .into()
        }
            Prepare::NewLink => "Lav nyt link".into(),
            Prepare::NewLinkAsk => "Lav et nyt link til oplægsholderen?".into(),
            Prepare::NewLinkBody => "Det gamle link holder op med at virke med det samme.".into(),
            Prepare::NewLinkMade => "Her er det nye link. Det gamle virker ikke længere.".into(),
            Prepare::Rehearse => "Prøv selv".into(),
            Prepare::RehearseBody => {
            "Åbner en kopi i en ny fane, som kun I ser, og som smides væk bagefter."
                .into()
        }
            Prepare::RehearseSaved => "Prøven viser det, der er gemt.".into(),
            Prepare::Save => "Gem".into(),
            Prepare::Saving => "Gemmer …".into(),
            Prepare::Saved => "Gemt".into(),
            Prepare::NotSaved => "Ikke gemt endnu".into(),
            Prepare::Restored => "Her står det, du skrev sidst. Det er ikke gemt endnu.".into(),
            Prepare::TakeSaved => "Hent det gemte i stedet".into(),
            Prepare::LaidAside => "Her står det, der er gemt. Dit udkast er lagt til side.".into(),
            Prepare::TakeBack => "Hent mit udkast igen".into(),
            Prepare::TakeNewest => "Hent det nyeste".into(),
            Prepare::SaveAllTheSame => "Gem mit alligevel".into(),
            Prepare::Delete => "Slet webinaret".into(),
            Prepare::DeleteAsk => "Slet webinaret?".into(),
            Prepare::DeleteBody => {
            "Program, noter, kandidatliste og invitationer slettes for altid. Ønskerne bliver."
                .into()
        }
            Prepare::DeleteYes => "Slet for altid".into(),
            Prepare::Keep => "Behold".into(),
        }
}

fn minutes(seconds: u32) -> String {
    let figure = match (seconds / 60, seconds % 60) {
        (minutes, 0) => minutes.to_string(),
        (minutes, rest) => format!("{minutes}:{rest:02}"),
    };
    format!("{figure}\u{a0}min.")
}
