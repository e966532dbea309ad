//! In Danish: the words of the presenter's console.

use crate::Language::Danish;
use crate::danish::counting;
use crate::staff::console::ConsoleText;

pub(crate) fn sentence(message: ConsoleText<'_>) -> String {
    match message {
        ConsoleText::Title => "Oplægsholder".into(),
        ConsoleText::Loading => "Henter …".into(),
        ConsoleText::ParticipantCode => "Deltagerkode".into(),
        ConsoleText::WithUs(n) => format!("{} er med", Danish.whole(n)),
        ConsoleText::Agenda => "Program".into(),
        ConsoleText::Done => "overstået".into(),
        ConsoleText::Now => "vises nu".into(),
        ConsoleText::ToCome => "kommer".into(),
        ConsoleText::ScreenNow => "Sådan ser storskærmen ud nu".into(),
        ConsoleText::ScreenIsBlank => "Storskærmen er mørklagt".into(),
        ConsoleText::ResultIsHidden => "Resultatet er skjult, til du viser det".into(),
        ConsoleText::RowsFollow => "Rækkerne kommer af sig selv".into(),
        ConsoleText::Rehearse => "Prøv selv".into(),
        ConsoleText::RehearseHelp => "En kopi med opdigtede deltagere".into(),
        ConsoleText::Coming => "Herefter".into(),
        ConsoleText::ComingRows => "Resultatet, række for række fra sidstepladsen og op".into(),
        ConsoleText::ComingEnd => "Det var det sidste".into(),
        ConsoleText::ComingPage(page) => format!(", side {page}"),
        ConsoleText::Notes => "Noter til dig".into(),
        ConsoleText::Drill => "Vis finansieringen af ét ønske".into(),
        ConsoleText::DrillHelp => "Bladr mellem ønskerne med ← og →, og gå tilbage med Esc.".into(),
        ConsoleText::InterestedNow(0, _) => "Ingen kommuner er interesserede endnu".into(),
        ConsoleText::InterestedNow(count, more) => {
            let are = if count == 1 {
                "interesseret"
            } else {
                "interesserede"
            };
            let more = match more {
                0 => String::new(),
                1 => " · 1 mere, siden ønsket kom på skærmen".into(),
                more => format!(" · {more} flere, siden ønsket kom på skærmen"),
            };
            format!(
                "{} er {are}{more}",
                Danish.counted(count, "kommune", "kommuner")
            )
        }
        ConsoleText::VotingNow => "Stemmer lige nu".into(),
        ConsoleText::VoteIsOver => "Har stemt".into(),
        ConsoleText::VoteNotOpen => "Afstemningen er ikke åben".into(),
        ConsoleText::OfPresent(of, m) => {
            let of = Danish.counted(of, "deltager", "deltagere");
            // A line begins with a figure, and not with the dot.
            format!(
                "af {of}\u{a0}· {}",
                Danish.counted(m, "kommune", "kommuner")
            )
        }
        ConsoleText::ReadyToVote(1) => "deltager er klar".into(),
        ConsoleText::ReadyToVote(_) => "deltagere er klar".into(),
        ConsoleText::Connected => "Forbundet lige nu".into(),
        ConsoleText::PhonesLost => "Genopretter forbindelse".into(),
        ConsoleText::OpenFor => "Åben i".into(),
        ConsoleText::OnScreenFor => "På skærmen i".into(),
        ConsoleText::TimeboxLeft => "Tid tilbage her".into(),
        ConsoleText::TimeboxOver => "Over tiden med".into(),
        ConsoleText::Observers => "Ser kun med".into(),
        ConsoleText::CountdownLeft => "Lukker om".into(),
        ConsoleText::NoNamesTitle => "Navne vises aldrig her.".into(),
        ConsoleText::NoNames { sealed: true } => {
            "Du ser kun, hvor mange der har stemt. Hvem der har stemt på hvad, kan kun \
                 leverandøren slå op med sin egen nøgle, og hvert opslag skrives ned."
                .into()
        }
        ConsoleText::NoNames { sealed: false } => {
            "Leverandøren har ingen nøgle, så ingen navne gemmes. Du ser kun, hvor mange \
                 der har stemt – aldrig hvem eller hvad."
                .into()
        }
        ConsoleText::CountdownLost => {
            "Serveren er startet igen, eller en anden er startet på samme data. Nedtællingen er \
                 stoppet, og afstemningen er stadig åben."
                .into()
        }
        ConsoleText::CountdownElsewhere => {
            "En anden server på samme data styrer en nedtælling, som ikke vises her. Stop den, \
                 eller luk afstemningen selv."
                .into()
        }
        ConsoleText::RulesDiffer(rules) => {
            format!(
                "De tre øverste ønsker ville være nogle andre, hvis man i stedet talte {rules}."
            )
        }
        ConsoleText::Rule(rule) => counting::in_a_sentence(rule).into(),
        ConsoleText::TieTitle => "Hvem går videre?".into(),
        ConsoleText::TieHelp => {
            "De står lige. Vælg, så to eller tre går videre. Valget gemmes.".into()
        }
        ConsoleText::TieAhead => "foran de andre".into(),
        ConsoleText::TieAid(1, fraction, price) => {
            format!("1 kommune · {fraction} delte stemmer · {price}")
        }
        ConsoleText::TieAid(m, fraction, price) => {
            format!(
                "{} · {fraction} delte stemmer · {price} hver",
                Danish.counted(m, "kommune", "kommuner")
            )
        }
        ConsoleText::TieChoose => "Lad disse gå videre".into(),
        ConsoleText::TieLacksReason => "Skriv hvorfor".into(),
        ConsoleText::TieDoesNotFit => "Vælg to eller tre".into(),
        ConsoleText::TieChosen(names) => format!("Besluttet: {names}."),
        ConsoleText::Back => "Tilbage".into(),
        ConsoleText::Countdown(seconds) => format!("{seconds}\u{a0}s"),
        ConsoleText::CountdownLabel => "Nedtælling".into(),
        ConsoleText::Extend(seconds) => format!("+\u{a0}{seconds}\u{a0}s"),
        ConsoleText::CountdownStopped => "Nedtællingen er stoppet".into(),
        ConsoleText::StopCountdown => "Stop".into(),
        ConsoleText::CopyLink => "Kopiér link til chatten".into(),
        ConsoleText::OneMore => "Hvad hvis én mere?".into(),
        ConsoleText::OneFewer => "Én færre".into(),
        ConsoleText::Rules => "Fordelingsnøgler".into(),
        ConsoleText::Curve => "Priskurven".into(),
        ConsoleText::CopyResult => "Kopiér resultatet".into(),
        ConsoleText::LinkCopied => "Linket er kopieret".into(),
        ConsoleText::Projector => "Storskærm".into(),
        ConsoleText::SpokenLanguage => "Storskærmens sprog".into(),
        ConsoleText::Blank => "Mørklæg".into(),
        ConsoleText::Unblank => "Vis skærmen igen".into(),
        ConsoleText::Help => "Genveje".into(),
        ConsoleText::Open => "Åbn afstemningen".into(),
        ConsoleText::CloseVote => "Luk afstemningen".into(),
        ConsoleText::Closing => "Lukker …".into(),
        ConsoleText::Reveal => "Vis resultatet".into(),
        ConsoleText::RevealAll => "Vis alle rækker".into(),
        ConsoleText::NextRow => "Vis næste række".into(),
        ConsoleText::NextCandidate => "Næste kandidat".into(),
        ConsoleText::NextPage => "Næste side".into(),
        ConsoleText::NextStage(stage) => format!("Næste: {stage}"),
        ConsoleText::Next => "Næste".into(),
        ConsoleText::RowByRow => "Én række ad gangen".into(),
        ConsoleText::NextRequest => "Næste ønske".into(),
        ConsoleText::FirstRequest => "Vis det første ønske".into(),
        ConsoleText::BackToList => "Tilbage til listen".into(),
        ConsoleText::BackToResult => "Tilbage til resultatet".into(),
        ConsoleText::End => "Afslut webinaret".into(),
        ConsoleText::Ended => "Webinaret er slut".into(),
        ConsoleText::AnotherConsole => "En anden konsol kom først. Her er, hvor vi er nu.".into(),
        ConsoleText::Offline => "Ingen forbindelse – intet er ændret. Prøv igen om lidt.".into(),
        ConsoleText::Reconnecting => "Forbindelsen er væk. Vi prøver igen – intet går tabt.".into(),
    }
}
