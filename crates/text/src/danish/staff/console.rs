//! In Danish: the words of the presenter's console.

use crate::Language::Danish;
use crate::danish::counting;
use crate::staff::console::Console;

pub(crate) fn sentence(message: Console<'_>) -> String {
    match message {
        Console::Title => "Oplægsholder".into(),
        Console::Loading => "Henter …".into(),
        Console::ParticipantCode => "Deltagerkode".into(),
        Console::WithUs(n) => format!("{} er med", Danish.whole(n)),
        Console::Agenda => "Program".into(),
        Console::Done => "overstået".into(),
        Console::Now => "vises nu".into(),
        Console::ToCome => "kommer".into(),
        Console::ScreenNow => "Sådan ser storskærmen ud nu".into(),
        Console::ScreenIsBlank => "Storskærmen er mørklagt".into(),
        Console::ResultIsHidden => "Resultatet er skjult, til du viser det".into(),
        Console::RowsFollow => "Rækkerne kommer af sig selv".into(),
        Console::Rehearse => "Prøv selv".into(),
        Console::RehearseHelp => "En kopi med opdigtede deltagere".into(),
        Console::Coming => "Herefter".into(),
        Console::ComingRows => "Resultatet, række for række fra sidstepladsen og op".into(),
        Console::ComingEnd => "Det var det sidste".into(),
        Console::ComingPage(page) => format!(", side {page}"),
        Console::Notes => "Noter til dig".into(),
        Console::Drill => "Vis finansieringen af ét ønske".into(),
        Console::DrillHelp => "Bladr mellem ønskerne med ← og →, og gå tilbage med Esc.".into(),
        Console::InterestedNow(0, _) => "Ingen kommuner er interesserede endnu".into(),
        Console::InterestedNow(count, more) => {
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
        Console::VotingNow => "Stemmer lige nu".into(),
        Console::VoteIsOver => "Har stemt".into(),
        Console::VoteNotOpen => "Afstemningen er ikke åben".into(),
        Console::OfPresent(of, m) => {
            let of = Danish.counted(of, "deltager", "deltagere");
            // A line begins with a figure, and not with the dot.
            format!(
                "af {of}\u{a0}· {}",
                Danish.counted(m, "kommune", "kommuner")
            )
        }
        Console::ReadyToVote(1) => "deltager er klar".into(),
        Console::ReadyToVote(_) => "deltagere er klar".into(),
        Console::Connected => "Forbundet lige nu".into(),
        Console::PhonesLost => "Genopretter forbindelse".into(),
        Console::OpenFor => "Åben i".into(),
        Console::OnScreenFor => "På skærmen i".into(),
        Console::TimeboxLeft => "Tid tilbage her".into(),
        Console::TimeboxOver => "Over tiden med".into(),
        Console::Observers => "Ser kun med".into(),
        Console::CountdownLeft => "Lukker om".into(),
        Console::NoNamesTitle => "Navne vises aldrig her.".into(),
        Console::NoNames { sealed: true } => {
            "Du ser kun, hvor mange der har stemt. Hvem der har stemt på hvad, kan kun \
                 leverandøren slå op med sin egen nøgle, og hvert opslag skrives ned."
                .into()
        }
        Console::NoNames { sealed: false } => {
            "Leverandøren har ingen nøgle, så ingen navne gemmes. Du ser kun, hvor mange \
                 der har stemt – aldrig hvem eller hvad."
                .into()
        }
        Console::CountdownLost => {
            "Serveren er startet igen, eller en anden er startet på samme data. Nedtællingen er \
                 stoppet, og afstemningen er stadig åben."
                .into()
        }
        Console::CountdownElsewhere => {
            "En anden server på samme data styrer en nedtælling, som ikke vises her. Stop den, \
                 eller luk afstemningen selv."
                .into()
        }
        Console::RulesDiffer(rules) => {
            format!(
                "De tre øverste ønsker ville være nogle andre, hvis man i stedet talte {rules}."
            )
        }
        Console::Rule(rule) => counting::in_a_sentence(rule).into(),
        Console::TieTitle => "Hvem går videre?".into(),
        Console::TieHelp => "De står lige. Vælg, så to eller tre går videre. Valget gemmes.".into(),
        Console::TieAhead => "foran de andre".into(),
        Console::TieAid(1, fraction, price) => {
            format!("1 kommune · {fraction} delte stemmer · {price}")
        }
        Console::TieAid(m, fraction, price) => {
            format!(
                "{} · {fraction} delte stemmer · {price} hver",
                Danish.counted(m, "kommune", "kommuner")
            )
        }
        Console::TieChoose => "Lad disse gå videre".into(),
        Console::TieDoesNotFit => "Vælg to eller tre".into(),
        Console::TieChosen(names) => format!("Besluttet: {names}."),
        Console::Back => "Tilbage".into(),
        Console::Countdown(seconds) => format!("{seconds}\u{a0}s"),
        Console::CountdownLabel => "Nedtælling".into(),
        Console::Extend(seconds) => format!("+\u{a0}{seconds}\u{a0}s"),
        Console::CountdownStopped => "Nedtællingen er stoppet".into(),
        Console::StopCountdown => "Stop".into(),
        Console::CopyLink => "Kopiér link til chatten".into(),
        Console::OneMore => "Hvad hvis én mere?".into(),
        Console::OneFewer => "Én færre".into(),
        Console::Rules => "Fordelingsnøgler".into(),
        Console::Curve => "Priskurven".into(),
        Console::CopyResult => "Kopiér resultatet".into(),
        Console::LinkCopied => "Linket er kopieret".into(),
        Console::Projector => "Storskærm".into(),
        Console::SpokenLanguage => "Storskærmens sprog".into(),
        Console::Blank => "Mørklæg".into(),
        Console::Unblank => "Vis skærmen igen".into(),
        Console::Help => "Genveje".into(),
        Console::Open => "Åbn afstemningen".into(),
        Console::CloseVote => "Luk afstemningen".into(),
        Console::Closing => "Lukker …".into(),
        Console::Reveal => "Vis resultatet".into(),
        Console::RevealAll => "Vis alle rækker".into(),
        Console::NextRow => "Vis næste række".into(),
        Console::NextCandidate => "Næste kandidat".into(),
        Console::NextPage => "Næste side".into(),
        Console::NextStage(stage) => format!("Næste: {stage}"),
        Console::Next => "Næste".into(),
        Console::RowByRow => "Én række ad gangen".into(),
        Console::NextRequest => "Næste ønske".into(),
        Console::FirstRequest => "Vis det første ønske".into(),
        Console::BackToList => "Tilbage til listen".into(),
        Console::BackToResult => "Tilbage til resultatet".into(),
        Console::End => "Afslut webinaret".into(),
        Console::Ended => "Webinaret er slut".into(),
        Console::AnotherConsole => "En anden konsol kom først. Her er, hvor vi er nu.".into(),
        Console::Offline => "Ingen forbindelse – intet er ændret. Prøv igen om lidt.".into(),
        Console::Reconnecting => "Forbindelsen er væk. Vi prøver igen – intet går tabt.".into(),
    }
}
