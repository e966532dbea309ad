//! The words of the presenter's console.

use barometer_domain::tally::CountingRule;

use crate::Language;
use crate::Language::{Danish, English};

/// Everything the console says. Numbers that follow the locale come formatted; counts decide plurals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Console<'a> {
    /// Name of the page.
    Title,
    /// Before the first view is here.
    Loading,
    /// Before the code in the header.
    ParticipantCode,
    /// How many have joined to vote.
    WithUs(u32),
    /// Heading of the agenda.
    Agenda,
    /// A stage that is over, for those who cannot see the mark.
    Done,
    /// The stage that is shown.
    Now,
    /// A stage to come.
    ToCome,
    /// Under the picture of the projector.
    ScreenNow,
    /// Under it, while it is blank.
    ScreenIsBlank,
    /// Beside it, while a result is kept back.
    ResultIsHidden,
    /// Beside it, while rows come out by themselves.
    RowsFollow,
    /// Opens a rehearsal.
    Rehearse,
    /// And what that is.
    RehearseHelp,
    /// Heading of what comes next.
    Coming,
    /// A result comes next, or goes on coming.
    ComingRows,
    /// Nothing comes any more.
    ComingEnd,
    /// After a stage's name: which page of it.
    ComingPage(u32),
    /// Heading of the notes.
    Notes,
    /// Heading of the requests one can show the financing of.
    Drill,
    /// What the buttons of that list do.
    DrillHelp,
    /// How many municipalities are interested in the request on the stage, and how many more than when it came.
    InterestedNow(u32, u32),
    /// Heading of the turnout while the vote is open.
    VotingNow,
    /// And when it is over.
    VoteIsOver,
    /// And before.
    VoteNotOpen,
    /// After the number of voters: present, municipalities.
    OfPresent(u32, u32),
    /// After the number that have joined, before the vote opens.
    ReadyToVote(u32),
    /// Phones with a live connection.
    Connected,
    /// Phones that lost their connection and may come back.
    PhonesLost,
    /// How long the screen has shown this.
    OnScreenFor,
    /// The time left for this stage or candidate.
    TimeboxLeft,
    /// The time is used up.
    TimeboxOver,
    /// Participants who only watch.
    Observers,
    /// How long the vote has been open.
    OpenFor,
    /// The time left of the countdown.
    CountdownLeft,
    /// The amber box, first line.
    NoNamesTitle,
    /// The amber box, the rest.
    NoNames {
        /// Whether names are sealed to a vendor's key.
        sealed: bool,
    },
    /// A restart stopped the countdown.
    CountdownLost,
    /// Another server over the same data counts down.
    CountdownElsewhere,
    /// Other rules would pick others: their names, joined.
    RulesDiffer(&'a str),
    /// The name of a counting rule inside that sentence.
    Rule(CountingRule),
    /// Heading of the form for a tie.
    TieTitle,
    /// What to do there.
    TieHelp,
    /// A candidate that goes on whatever is chosen.
    TieAhead,
    /// The aids: municipalities, figure by fraction, price each.
    TieAid(u32, &'a str, &'a str),
    /// The form's button.
    TieChoose,
    /// The form's button when the choice does not fit.
    TieDoesNotFit,
    /// What was chosen before.
    TieChosen(&'a str),
    /// The back button.
    Back,
    /// A countdown of so many seconds.
    Countdown(u32),
    /// A label before the countdown buttons.
    CountdownLabel,
    /// More time for a running countdown.
    Extend(u32),
    /// Stops the countdown.
    StopCountdown,
    /// It was stopped, for who listens.
    CountdownStopped,
    /// Copies the join link.
    CopyLink,
    /// Holds the published result ready for the chat.
    CopyResult,
    /// Supposes one municipality more on the request shown.
    OneMore,
    /// Supposes one fewer.
    OneFewer,
    /// Holds the sharing rules side by side.
    Rules,
    /// Shows the curve again.
    Curve,
    /// It is copied.
    LinkCopied,
    /// Opens the projector.
    Projector,
    /// The language that the projector speaks.
    SpokenLanguage,
    /// Blanks the projector.
    Blank,
    /// Shows it again.
    Unblank,
    /// Opens the overview of keys.
    Help,
    /// The primary button: opens the vote.
    Open,
    /// Closes it.
    CloseVote,
    /// Waits for the last ballots.
    Closing,
    /// Brings out the result.
    Reveal,
    /// Brings out all rows.
    RevealAll,
    /// Brings out one more row.
    NextRow,
    /// Brings out the result one row at a time.
    RowByRow,
    /// From one request's financing to the next.
    NextRequest,
    /// From the list to the financing of the first request that goes on.
    FirstRequest,
    /// The next candidate.
    NextCandidate,
    /// The next page of a list.
    NextPage,
    /// The next stage, by name.
    NextStage(&'a str),
    /// Just the next thing.
    Next,
    /// From a request back to its list.
    BackToList,
    /// From a request back to the result.
    BackToResult,
    /// Ends the webinar.
    End,
    /// Nothing more to do.
    Ended,
    /// Another console was quicker.
    AnotherConsole,
    /// No answer from the server.
    Offline,
    /// The stream is gone; the view may be old.
    Reconnecting,
}

impl Console<'_> {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        match (self, language) {
            (Self::Title, Danish) => "Oplægsholder".into(),
            (Self::Title, English) => "Presenter".into(),
            (Self::Loading, Danish) => "Henter …".into(),
            (Self::Loading, English) => "Loading …".into(),
            (Self::ParticipantCode, Danish) => "Deltagerkode".into(),
            (Self::ParticipantCode, English) => "Join code".into(),
            (Self::WithUs(n), Danish) => format!("{} er med", Danish.whole(n)),
            (Self::WithUs(1), English) => "1 has joined".into(),
            (Self::WithUs(n), English) => format!("{} have joined", English.whole(n)),
            (Self::Agenda, Danish) => "Program".into(),
            (Self::Agenda, English) => "Agenda".into(),
            (Self::Done, Danish) => "overstået".into(),
            (Self::Done, English) => "done".into(),
            (Self::Now, Danish) => "vises nu".into(),
            (Self::Now, English) => "shown now".into(),
            (Self::ToCome, Danish) => "kommer".into(),
            (Self::ToCome, English) => "to come".into(),
            (Self::ScreenNow, Danish) => "Sådan ser storskærmen ud nu".into(),
            (Self::ScreenNow, English) => "The projector right now".into(),
            (Self::ScreenIsBlank, Danish) => "Storskærmen er mørklagt".into(),
            (Self::ScreenIsBlank, English) => "The projector is blanked".into(),
            (Self::ResultIsHidden, Danish) => "Resultatet er skjult, til du viser det".into(),
            (Self::ResultIsHidden, English) => "The result is hidden until you show it".into(),
            (Self::RowsFollow, Danish) => "Rækkerne kommer af sig selv".into(),
            (Self::RowsFollow, English) => "The rows follow by themselves".into(),
            (Self::Rehearse, Danish) => "Prøv selv".into(),
            (Self::Rehearse, English) => "Rehearse".into(),
            (Self::RehearseHelp, Danish) => "En kopi med opdigtede deltagere".into(),
            (Self::RehearseHelp, English) => "A copy with invented participants".into(),
            (Self::Coming, Danish) => "Herefter".into(),
            (Self::Coming, English) => "Coming next".into(),
            (Self::ComingRows, Danish) => {
                "Resultatet, række for række fra sidstepladsen og op".into()
            }
            (Self::ComingRows, English) => {
                "The result, row by row from the last place up".into()
            }
            (Self::ComingEnd, Danish) => "Det var det sidste".into(),
            (Self::ComingEnd, English) => "This was the last one".into(),
            (Self::ComingPage(page), Danish) => format!(", side {page}"),
            (Self::ComingPage(page), English) => format!(", page {page}"),
            (Self::Notes, Danish) => "Noter til dig".into(),
            (Self::Notes, English) => "Notes to you".into(),
            (Self::Drill, Danish) => "Vis finansieringen af ét ønske".into(),
            (Self::Drill, English) => "Show one request's financing".into(),
            (Self::DrillHelp, Danish) => {
                "Bladr mellem ønskerne med ← og →, og gå tilbage med Esc.".into()
            }
            (Self::DrillHelp, English) => {
                "Leaf through the requests with ← and →, go back with Esc.".into()
            }
            (Self::InterestedNow(0, _), Danish) => "Ingen kommuner er interesserede endnu".into(),
            (Self::InterestedNow(0, _), English) => "No municipality is interested yet".into(),
            (Self::InterestedNow(count, more), Danish) => {
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
            (Self::InterestedNow(count, more), English) => {
                let are = English.counted(count, "municipality is", "municipalities are");
                let more = match more {
                    0 => String::new(),
                    more => format!(" · {more} more since the request came on screen"),
                };
                format!("{are} interested{more}")
            }
            (Self::VotingNow, Danish) => "Stemmer lige nu".into(),
            (Self::VotingNow, English) => "Votes right now".into(),
            (Self::VoteIsOver, Danish) => "Har stemt".into(),
            (Self::VoteIsOver, English) => "Have voted".into(),
            (Self::VoteNotOpen, Danish) => "Afstemningen er ikke åben".into(),
            (Self::VoteNotOpen, English) => "The vote is not open".into(),
            (Self::OfPresent(of, m), Danish) => {
                let of = Danish.counted(of, "deltager", "deltagere");
                format!("af {of} · {}", Danish.counted(m, "kommune", "kommuner"))
            }
            (Self::OfPresent(of, m), English) => {
                let of = English.counted(of, "participant", "participants");
                format!(
                    "of {of} · {}",
                    English.counted(m, "municipality", "municipalities")
                )
            }
            (Self::ReadyToVote(1), Danish) => "deltager er klar".into(),
            (Self::ReadyToVote(_), Danish) => "deltagere er klar".into(),
            (Self::ReadyToVote(1), English) => "participant is ready".into(),
            (Self::ReadyToVote(_), English) => "participants are ready".into(),
            (Self::Connected, Danish) => "Forbundet lige nu".into(),
            (Self::Connected, English) => "Connected right now".into(),
            (Self::PhonesLost, Danish) => "Genopretter forbindelse".into(),
            (Self::PhonesLost, English) => "Reconnecting".into(),
            (Self::OpenFor, Danish) => "Åben i".into(),
            (Self::OpenFor, English) => "Open for".into(),
            (Self::OnScreenFor, Danish) => "På skærmen i".into(),
            (Self::OnScreenFor, English) => "On screen for".into(),
            (Self::TimeboxLeft, Danish) => "Tid tilbage her".into(),
            (Self::TimeboxLeft, English) => "Time left here".into(),
            (Self::TimeboxOver, Danish) => "Over tiden med".into(),
            (Self::TimeboxOver, English) => "Over time by".into(),
            (Self::Observers, Danish) => "Ser kun med".into(),
            (Self::Observers, English) => "Only watching".into(),
            (Self::CountdownLeft, Danish) => "Lukker om".into(),
            (Self::CountdownLeft, English) => "Closes in".into(),
            (Self::NoNamesTitle, Danish) => "Navne vises aldrig her.".into(),
            (Self::NoNamesTitle, English) => "Names are never shown here.".into(),
            (Self::NoNames { sealed: true }, Danish) => {
                "Du ser kun, hvor mange der har stemt. Hvem der har stemt på hvad, kan kun \
                 leverandøren slå op med sin egen nøgle, og hvert opslag skrives ned."
                    .into()
            }
            (Self::NoNames { sealed: true }, English) => {
                "You see only how many have voted. Who voted for what can only be looked up \
                 by the vendor with its own key, and each look-up is on record."
                    .into()
            }
            (Self::NoNames { sealed: false }, Danish) => {
                "Leverandøren har ingen nøgle, så ingen navne gemmes. Du ser kun, hvor mange \
                 der har stemt – aldrig hvem eller hvad."
                    .into()
            }
            (Self::NoNames { sealed: false }, English) => {
                "The vendor has no key, so no names are stored. You see only how many have \
                 voted – never who or what."
                    .into()
            }
            (Self::CountdownLost, Danish) => {
                "Serveren er startet igen, eller en anden er startet på samme data. Nedtællingen er \
                 stoppet, og afstemningen er stadig åben."
                    .into()
            }
            (Self::CountdownLost, English) => {
                "The server has restarted, or another one has started on the same data. The \
                 countdown has stopped, and the vote is still open."
                    .into()
            }
            (Self::CountdownElsewhere, Danish) => {
                "En anden server på samme data styrer en nedtælling, som ikke vises her. Stop den, \
                 eller luk afstemningen selv."
                    .into()
            }
            (Self::CountdownElsewhere, English) => {
                "Another server on the same data runs a countdown that is not shown here. Stop it, \
                 or close the vote yourself."
                    .into()
            }
            (Self::RulesDiffer(rules), Danish) => {
                format!("De tre øverste ønsker ville være nogle andre, hvis man i stedet talte {rules}.")
            }
            (Self::RulesDiffer(rules), English) => {
                format!("The three requests at the top would be others if one counted {rules} instead.")
            }
            (Self::Rule(CountingRule::Participants), Danish) => "stemmer".into(),
            (Self::Rule(CountingRule::Participants), English) => "votes".into(),
            (Self::Rule(CountingRule::Municipalities), Danish) => "kommuner".into(),
            (Self::Rule(CountingRule::Municipalities), English) => "municipalities".into(),
            (Self::Rule(CountingRule::Fraction), Danish) => "én stemme pr. kommune, delt mellem dens deltagere".into(),
            (Self::Rule(CountingRule::Fraction), English) => {
                "one vote per municipality, shared by its participants".into()
            }
            (Self::Rule(CountingRule::Majority), Danish) => "kommuner, hvor et flertal stemte for".into(),
            (Self::Rule(CountingRule::Majority), English) => "municipalities where a majority voted for it".into(),
            (Self::TieTitle, Danish) => "Hvem går videre?".into(),
            (Self::TieTitle, English) => "Who goes on?".into(),
            (Self::TieHelp, Danish) => {
                "De står lige. Vælg, så to eller tre går videre. Valget gemmes.".into()
            }
            (Self::TieHelp, English) => {
                "They are tied. Choose so that two or three go on. Your choice is \
                 recorded."
                    .into()
            }
            (Self::TieAhead, Danish) => "foran de andre".into(),
            (Self::TieAhead, English) => "ahead of the others".into(),
            (Self::TieAid(1, fraction, price), Danish) => {
                format!("1 kommune · {fraction} delte stemmer · {price}")
            }
            (Self::TieAid(1, fraction, price), English) => {
                format!("1 municipality · {fraction} shared votes · {price}")
            }
            (Self::TieAid(m, fraction, price), Danish) => {
                format!(
                    "{} · {fraction} delte stemmer · {price} hver",
                    Danish.counted(m, "kommune", "kommuner")
                )
            }
            (Self::TieAid(m, fraction, price), English) => {
                let m = English.counted(m, "municipality", "municipalities");
                format!("{m} · {fraction} shared votes · {price} each")
            }
            (Self::TieChoose, Danish) => "Lad disse gå videre".into(),
            (Self::TieChoose, English) => "Let these go on".into(),
            (Self::TieDoesNotFit, Danish) => "Vælg to eller tre".into(),
            (Self::TieDoesNotFit, English) => "Choose two or three".into(),
            (Self::TieChosen(names), Danish) => format!("Besluttet: {names}."),
            (Self::TieChosen(names), English) => format!("Decided: {names}."),
            (Self::Back, Danish) => "Tilbage".into(),
            (Self::Back, English) => "Back".into(),
            (Self::Countdown(seconds), _) => format!("{seconds}\u{a0}s"),
            (Self::CountdownLabel, Danish) => "Nedtælling".into(),
            (Self::CountdownLabel, English) => "Countdown".into(),
            (Self::Extend(seconds), _) => format!("+\u{a0}{seconds}\u{a0}s"),
            (Self::CountdownStopped, Danish) => "Nedtællingen er stoppet".into(),
            (Self::CountdownStopped, English) => "The countdown is stopped".into(),
            (Self::StopCountdown, Danish) => "Stop".into(),
            (Self::StopCountdown, English) => "Stop".into(),
            (Self::CopyLink, Danish) => "Kopiér link til chatten".into(),
            (Self::CopyLink, English) => "Copy link for the chat".into(),
            (Self::OneMore, Danish) => "Hvad hvis én mere?".into(),
            (Self::OneMore, English) => "What if one more?".into(),
            (Self::OneFewer, Danish) => "Én færre".into(),
            (Self::OneFewer, English) => "One fewer".into(),
            (Self::Rules, Danish) => "Fordelingsnøgler".into(),
            (Self::Rules, English) => "Sharing rules".into(),
            (Self::Curve, Danish) => "Priskurven".into(),
            (Self::Curve, English) => "Price curve".into(),
            (Self::CopyResult, Danish) => "Kopiér resultatet".into(),
            (Self::CopyResult, English) => "Copy the result".into(),
            (Self::LinkCopied, Danish) => "Linket er kopieret".into(),
            (Self::LinkCopied, English) => "Link copied".into(),
            (Self::Projector, Danish) => "Storskærm".into(),
            (Self::Projector, English) => "Projector".into(),
            (Self::SpokenLanguage, Danish) => "Storskærmens sprog".into(),
            (Self::SpokenLanguage, English) => "The projector’s language".into(),
            (Self::Blank, Danish) => "Mørklæg".into(),
            (Self::Blank, English) => "Blank".into(),
            (Self::Unblank, Danish) => "Vis skærmen igen".into(),
            (Self::Unblank, English) => "Show the screen again".into(),
            (Self::Help, Danish) => "Genveje".into(),
            (Self::Help, English) => "Shortcuts".into(),
            (Self::Open, Danish) => "Åbn afstemningen".into(),
            (Self::Open, English) => "Open the vote".into(),
            (Self::CloseVote, Danish) => "Luk afstemningen".into(),
            (Self::CloseVote, English) => "Close the vote".into(),
            (Self::Closing, Danish) => "Lukker …".into(),
            (Self::Closing, English) => "Closing …".into(),
            (Self::Reveal, Danish) => "Vis resultatet".into(),
            (Self::Reveal, English) => "Show the result".into(),
            (Self::RevealAll, Danish) => "Vis alle rækker".into(),
            (Self::RevealAll, English) => "Show all rows".into(),
            (Self::NextRow, Danish) => "Vis næste række".into(),
            (Self::NextRow, English) => "Show the next row".into(),
            (Self::NextCandidate, Danish) => "Næste kandidat".into(),
            (Self::NextCandidate, English) => "Next candidate".into(),
            (Self::NextPage, Danish) => "Næste side".into(),
            (Self::NextPage, English) => "Next page".into(),
            (Self::NextStage(stage), Danish) => format!("Næste: {stage}"),
            (Self::NextStage(stage), English) => format!("Next: {stage}"),
            (Self::Next, Danish) => "Næste".into(),
            (Self::Next, English) => "Next".into(),
            (Self::RowByRow, Danish) => "Én række ad gangen".into(),
            (Self::RowByRow, English) => "One row at a time".into(),
            (Self::NextRequest, Danish) => "Næste ønske".into(),
            (Self::NextRequest, English) => "Next request".into(),
            (Self::FirstRequest, Danish) => "Vis det første ønske".into(),
            (Self::FirstRequest, English) => "Show the first request".into(),
            (Self::BackToList, Danish) => "Tilbage til listen".into(),
            (Self::BackToList, English) => "Back to the list".into(),
            (Self::BackToResult, Danish) => "Tilbage til resultatet".into(),
            (Self::BackToResult, English) => "Back to the result".into(),
            (Self::End, Danish) => "Afslut webinaret".into(),
            (Self::End, English) => "End the webinar".into(),
            (Self::Ended, Danish) => "Webinaret er slut".into(),
            (Self::Ended, English) => "The webinar has ended".into(),
            (Self::AnotherConsole, Danish) => {
                "En anden konsol kom først. Her er, hvor vi er nu.".into()
            }
            (Self::AnotherConsole, English) => {
                "Another console was quicker. This is where we are now.".into()
            }
            (Self::Offline, Danish) => {
                "Ingen forbindelse – intet er ændret. Prøv igen om lidt.".into()
            }
            (Self::Offline, English) => {
                "No connection – nothing has changed. Try again in a moment.".into()
            }
            (Self::Reconnecting, Danish) => {
                "Forbindelsen er væk. Vi prøver igen – intet går tabt.".into()
            }
            (Self::Reconnecting, English) => {
                "The connection is gone. We keep trying – nothing is lost.".into()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interest_has_its_plurals() {
        let said = |count, more| Console::InterestedNow(count, more).say(Danish);
        assert_eq!(said(1, 0), "1 kommune er interesseret");
        assert!(said(2, 1).ends_with(" · 1 mere, siden ønsket kom på skærmen"));
        assert_eq!(
            said(3, 2),
            "3 kommuner er interesserede · 2 flere, siden ønsket kom på skærmen"
        );
    }

    #[test]
    fn turnout_has_its_plurals() {
        assert_eq!(
            Console::OfPresent(84, 46).say(Danish),
            "af 84 deltagere · 46 kommuner"
        );
        assert_eq!(
            Console::OfPresent(1, 1).say(Danish),
            "af 1 deltager · 1 kommune"
        );
        assert_eq!(
            Console::OfPresent(0, 0).say(English),
            "of 0 participants · 0 municipalities"
        );
    }
}
