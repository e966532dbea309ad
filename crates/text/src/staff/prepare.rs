//! The words with which a webinar is prepared.

use barometer_domain::tally::CountingRule;

use crate::Language::{self, Danish, English};

/// What the page says. Times are given in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prepare<'a> {
    /// The page's heading.
    Title,
    /// The heading for another webinar.
    NewTitle,
    /// What is asked first.
    NewBody,
    /// Creates it.
    Create,
    /// The webinar that it begins like.
    Like,
    /// No such webinar.
    LikeNothing,
    /// What it takes over.
    LikeBody,
    /// Title, time and code: heading.
    Basics,
    /// One line.
    TitleField,
    /// The day.
    Date,
    /// The first minute.
    Starts,
    /// The last minute.
    Ends,
    /// It would end before it begins.
    EndsWrong,
    /// The webinar's language.
    SpokenLanguage,
    /// Who reads it.
    SpokenLanguageHint,
    /// The code.
    Code,
    /// Another code.
    NewCode,
    /// What the code is for.
    CodeHint,
    /// The code cannot be.
    CodeWrong,
    /// The code stays, since somebody has it.
    CodeLocked,
    /// What is locked since the vote opened, and why.
    LockedSince(&'a str),
    /// At a time of day.
    At(&'a str),
    /// The same, where nobody knows when.
    LockedByVote,
    /// The day stays, and why.
    DayLocked,
    /// The shortlist: heading.
    Shortlist,
    /// What the shortlist is.
    ShortlistBody,
    /// Nothing on it.
    ShortlistEmpty,
    /// No requests at all.
    NoRequests,
    /// How to move them.
    MoveHelp,
    /// The grip of one, at a place among so many.
    Grip(&'a str, u32, u32),
    /// One up.
    Up(&'a str),
    /// One down.
    Down(&'a str),
    /// Takes it off.
    TakeOff(&'a str),
    /// It stands there now.
    NowAt(&'a str, u32, u32),
    /// It is put on.
    Added(&'a str, u32),
    /// It is taken off.
    TakenOff(&'a str),
    /// Why it is put up.
    Reason,
    /// The same, of which.
    ReasonOf(&'a str),
    /// What may be put up: heading.
    Pool,
    /// Searches them.
    PoolSearch,
    /// All of them are on the list.
    PoolEmpty,
    /// Nothing is found.
    PoolNothing,
    /// Puts it on.
    Add,
    /// The same, of which.
    AddOf(&'a str),
    /// A request that is gone.
    Gone,
    /// The vote: heading.
    Vote,
    /// How it is counted.
    Rule,
    /// A counting rule.
    RuleName(CountingRule),
    /// What it means.
    RuleBody(CountingRule),
    /// How many one may choose.
    MaxChoices,
    /// What is usual.
    MaxChoicesHint,
    /// Each phone lists the candidates in an order of its own.
    Shuffled,
    /// Why, and what stays.
    ShuffledHint,
    /// The agenda: heading.
    Agenda,
    /// What it is.
    AgendaBody,
    /// A stage that cannot be left out.
    Always,
    /// The order of stages cannot be.
    AgendaWrong,
    /// What one wants to remember there.
    Notes,
    /// What one wants to remember while this candidate is shown.
    NotesFor(&'a str),
    /// How many letters are left.
    Left(u32),
    /// How long it is to take.
    Minutes,
    /// The same for each candidate.
    MinutesEach,
    /// What is typed is no time.
    MinutesWrong,
    /// All of it, of so many seconds.
    InAll(u32, u32),
    /// What is under way: heading.
    Ongoing,
    /// What it is for.
    OngoingBody,
    /// There are none.
    OngoingEmpty,
    /// What to look at first: heading.
    Doubts,
    /// Nobody could vote.
    NoCandidates,
    /// Few candidates.
    FewCandidates,
    /// One that can no longer be put up, and how far it is.
    NotEligible(&'a str, &'a str),
    /// All of them can be chosen at once.
    ChoicesForAll,
    /// The timeboxes are too long, in seconds.
    TooLong(u32, u32),
    /// The day is over.
    DayIsOver,
    /// Links and files: heading.
    Share,
    /// Where participants go.
    JoinLink,
    /// Copies a link.
    CopyLink,
    /// It is copied.
    Copied,
    /// The browser does not lend its clipboard.
    NotCopied,
    /// What the picture is.
    Qr(&'a str),
    /// Saves the picture.
    QrDownload,
    /// Saves the appointment.
    Appointment,
    /// Opens the projector's page.
    Screen,
    /// Where the presenter goes.
    PresenterLink,
    /// Who may have it.
    PresenterBody,
    /// Why it cannot be shown.
    PresenterHidden,
    /// Another link.
    NewLink,
    /// Asks before.
    NewLinkAsk,
    /// What it does.
    NewLinkBody,
    /// It is made.
    NewLinkMade,
    /// Practises.
    Rehearse,
    /// What that is.
    RehearseBody,
    /// It has what is saved.
    RehearseSaved,
    /// Saves.
    Save,
    /// While it saves.
    Saving,
    /// All is saved.
    Saved,
    /// Something is not.
    NotSaved,
    /// What was typed before and never saved.
    Restored,
    /// Takes what is saved.
    TakeSaved,
    /// What is typed lies aside.
    LaidAside,
    /// Takes it again.
    TakeBack,
    /// Takes what someone else has saved.
    TakeNewest,
    /// Saves over it.
    SaveAllTheSame,
    /// Deletes the webinar.
    Delete,
    /// Asks before.
    DeleteAsk,
    /// What goes and what stays.
    DeleteBody,
    /// Says yes.
    DeleteYes,
    /// Says no.
    Keep,
}

impl Prepare<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        match language {
            Danish => self.danish(),
            English => self.english(),
        }
    }

    fn danish(self) -> String {
        match self {
            Self::Title => "Forbered webinaret".into(),
            Self::NewTitle => "Nyt webinar".into(),
            Self::NewBody => "Begynd med dag og tid. Resten kan I ændre, helt til afstemningen åbner.".into(),
            Self::Create => "Opret webinaret".into(),
            Self::Like => "Begynd som".into(),
            Self::LikeNothing => "Det sædvanlige program".into(),
            Self::LikeBody => "Program, noter, tælleregel og antal valg følger med. Kandidaterne vælger I på ny.".into(),
            Self::Basics => "Om webinaret".into(),
            Self::TitleField => "Titel".into(),
            Self::Date => "Dato".into(),
            Self::Starts => "Begynder".into(),
            Self::Ends => "Slutter".into(),
            Self::EndsWrong => "Webinaret skal slutte, efter at det er begyndt.".into(),
            Self::SpokenLanguage => "Webinarets sprog".into(),
            Self::SpokenLanguageHint => "Storskærmen taler det, uanset hvilken pc den vises fra. Deltagerne vælger selv deres.".into(),
            Self::Code => "Kode".into(),
            Self::NewCode => "Ny kode".into(),
            Self::CodeHint => "Deltagerne skriver koden eller scanner QR-koden.".into(),
            Self::CodeWrong => "Koden kan ikke bruges: den er optaget eller ikke seks tegn (uden 0, 1, I og O). Prøv »Ny kode«.".into(),
            Self::CodeLocked => "Koden er låst, fordi nogen er inviteret eller med: deres link skal blive ved med at virke.".into(),
            Self::LockedSince(when) => format!("Låst, siden afstemningen åbnede {when}: ellers ville stemmerne gælde noget andet."),
            Self::At(time) => format!("kl.\u{a0}{}", time.replace(':', ".")),
            Self::LockedByVote => "Låst, siden afstemningen åbnede: ellers ville stemmerne gælde noget andet.".into(),
            Self::DayLocked => "Datoen er låst, siden resultatet blev vist: bevægelsen siden sidst regnes fra den.".into(),
            Self::Shortlist => "Kandidatliste".into(),
            Self::ShortlistBody => "Det er dem, der stemmes om, i den rækkefølge, de vises.".into(),
            Self::ShortlistEmpty => "Listen er tom. Find ønskerne herunder, og læg dem på.".into(),
            Self::NoRequests => "Der er ingen ønsker endnu. Indlæs dem fra en fil, eller skriv det første.".into(),
            Self::MoveHelp => "Træk i grebet – eller brug ↑ og ↓ på det; Delete tager af listen.".into(),
            Self::Grip(title, at, of) => format!("Flyt »{title}«, nr. {at} af {of}"),
            Self::Up(title) => format!("Flyt »{title}« op"),
            Self::Down(title) => format!("Flyt »{title}« ned"),
            Self::TakeOff(title) => format!("Tag »{title}« af listen"),
            Self::NowAt(title, at, of) => format!("»{title}« er nu nr. {at} af {of}"),
            Self::Added(title, at) => format!("»{title}« er lagt på som nr. {at}"),
            Self::TakenOff(title) => format!("»{title}« er taget af listen"),
            Self::Reason => "Hvorfor er det med?".into(),
            Self::ReasonOf(title) => format!("Hvorfor er »{title}« med?"),
            Self::Pool => "Ønsker, der kan stilles op".into(),
            Self::PoolSearch => "Søg i ønskerne".into(),
            Self::PoolEmpty => "Alle, der kan stilles op, er på listen.".into(),
            Self::PoolNothing => "Ingen passer til søgningen.".into(),
            Self::Add => "Læg på".into(),
            Self::AddOf(title) => format!("Læg »{title}« på listen"),
            Self::Gone => "Ønsket findes ikke længere".into(),
            Self::Vote => "Afstemningen".into(),
            Self::Rule => "Hvordan tæller I?".into(),
            Self::RuleName(rule) => rule_name(rule, Danish).into(),
            Self::RuleBody(rule) => rule_body(rule, Danish).into(),
            Self::MaxChoices => "Hvor mange må hver deltager vælge?".into(),
            Self::MaxChoicesHint => "Fra 1 til 20. 3 er almindeligt.".into(),
            Self::Shuffled => "Bland kandidaternes rækkefølge på hver telefon".into(),
            Self::ShuffledHint => "Så får ingen kandidat fordel af at stå øverst. Numrene beholdes, og storskærmen følger kandidatlisten.".into(),
            Self::Agenda => "Program".into(),
            Self::AgendaBody => "Det, der er sat hak ved, vises i denne rækkefølge. Noterne ser kun oplægsholderen. Tid skrives i minutter, fx 2 eller 1:30.".into(),
            Self::Always => "altid med".into(),
            Self::AgendaWrong => "Resultatet skal komme efter afstemningen.".into(),
            Self::Notes => "Noter til oplægsholderen".into(),
            Self::NotesFor(title) => format!("Noter til oplægsholderen, mens »{title}« vises"),
            Self::Left(letters) => format!("{} tegn tilbage", Danish.whole(letters)),
            Self::Minutes => "Tid, min.".into(),
            Self::MinutesEach => "Tid pr. kandidat, min.".into(),
            Self::MinutesWrong => "Skriv minutter, fx 2 eller 1:30 – højst 60.".into(),
            Self::InAll(planned, there_are) => format!("I alt {} af {}", minutes(planned, Danish), minutes(there_are, Danish)),
            Self::Ongoing => "Igangværende ønsker".into(),
            Self::OngoingBody => "Dem, I giver status på i webinaret, i denne rækkefølge.".into(),
            Self::OngoingEmpty => "Ingen ønsker er i gang endnu. Det er de, når de er udvalgt.".into(),
            Self::Doubts => "Se efter, inden I går i gang".into(),
            Self::NoCandidates => "Der er ingen kandidater at stemme om.".into(),
            Self::FewCandidates => "Der er færre end fire kandidater – så er der ikke meget at vælge imellem.".into(),
            Self::NotEligible(title, state) => format!("»{title}« kan ikke stilles op længere: {state}."),
            Self::ChoicesForAll => "Man kan vælge alle kandidater på én gang. Så viser stemmerne ikke, hvad der er vigtigst.".into(),
            Self::TooLong(planned, there_are) => format!(
"Programmet tager {}, og webinaret varer {}.",
minutes(planned, Danish),
minutes(there_are, Danish).trim_end_matches('.')
),
            Self::DayIsOver => "Datoen ligger i fortiden.".into(),
            Self::Share => "Del ud".into(),
            Self::JoinLink => "Link til deltagerne".into(),
            Self::CopyLink => "Kopiér link".into(),
            Self::Copied => "Linket er kopieret.".into(),
            Self::NotCopied => "Browseren lader os ikke kopiere. Markér linket, og kopiér det selv.".into(),
            Self::Qr(code) => format!("QR-kode til deltagerne, {code}"),
            Self::QrDownload => "Hent QR-koden".into(),
            Self::Appointment => "Kalenderaftale (.ics)".into(),
            Self::Screen => "Åbn storskærmen".into(),
            Self::PresenterLink => "Link til oplægsholderen".into(),
            Self::PresenterBody => "Den, der har linket, styrer webinaret. Del det kun med oplægsholderen.".into(),
            Self::PresenterHidden => "Linket blev lavet et andet sted og kan ikke vises her. Er det væk, så lav et nyt.".into(),
            Self::NewLink => "Lav nyt link".into(),
            Self::NewLinkAsk => "Lav et nyt link til oplægsholderen?".into(),
            Self::NewLinkBody => "Det gamle link holder op med at virke med det samme.".into(),
            Self::NewLinkMade => "Her er det nye link. Det gamle virker ikke længere.".into(),
            Self::Rehearse => "Prøv selv".into(),
            Self::RehearseBody => "Åbner en kopi i en ny fane, som kun I ser, og som smides væk bagefter.".into(),
            Self::RehearseSaved => "Prøven viser det, der er gemt.".into(),
            Self::Save => "Gem".into(),
            Self::Saving => "Gemmer …".into(),
            Self::Saved => "Gemt".into(),
            Self::NotSaved => "Ikke gemt endnu".into(),
            Self::Restored => "Her står det, du skrev sidst. Det er ikke gemt endnu.".into(),
            Self::TakeSaved => "Hent det gemte i stedet".into(),
            Self::LaidAside => "Her står det, der er gemt. Dit udkast er lagt til side.".into(),
            Self::TakeBack => "Hent mit udkast igen".into(),
            Self::TakeNewest => "Hent det nyeste".into(),
            Self::SaveAllTheSame => "Gem mit alligevel".into(),
            Self::Delete => "Slet webinaret".into(),
            Self::DeleteAsk => "Slet webinaret?".into(),
            Self::DeleteBody => "Program, noter, kandidatliste og invitationer slettes for altid. Ønskerne bliver.".into(),
            Self::DeleteYes => "Slet for altid".into(),
            Self::Keep => "Behold".into(),
        }
    }

    fn english(self) -> String {
        match self {
            Self::Title => "Prepare the webinar".into(),
            Self::NewTitle => "New webinar".into(),
            Self::NewBody => "Begin with day and time. The rest can be changed until the vote opens.".into(),
            Self::Create => "Create the webinar".into(),
            Self::Like => "Begin like".into(),
            Self::LikeNothing => "The usual agenda".into(),
            Self::LikeBody => "Agenda, notes, counting rule and number of choices come along. You choose the candidates anew.".into(),
            Self::Basics => "About the webinar".into(),
            Self::TitleField => "Title".into(),
            Self::Date => "Date".into(),
            Self::Starts => "Begins".into(),
            Self::Ends => "Ends".into(),
            Self::EndsWrong => "The webinar must end after it has begun.".into(),
            Self::SpokenLanguage => "The webinar’s language".into(),
            Self::SpokenLanguageHint => "The projector speaks it, whatever computer shows it. Participants choose their own.".into(),
            Self::Code => "Code".into(),
            Self::NewCode => "New code".into(),
            Self::CodeHint => "Participants type the code or scan the QR code.".into(),
            Self::CodeWrong => "That code cannot be used: it is taken, or not six characters (without 0, 1, I and O). Try “New code”.".into(),
            Self::CodeLocked => "The code is locked since someone is invited or has joined: their link must keep working.".into(),
            Self::LockedSince(when) => format!("Locked since the vote opened {when}: otherwise the votes would stand for something else."),
            Self::At(time) => format!("at {time}"),
            Self::LockedByVote => "Locked since the vote opened: otherwise the votes would stand for something else.".into(),
            Self::DayLocked => "The date is locked since the result was shown: movement since last time counts from it.".into(),
            Self::Shortlist => "Shortlist".into(),
            Self::ShortlistBody => "These are voted on, in the order in which they are shown.".into(),
            Self::ShortlistEmpty => "The list is empty. Find the requests below and put them on.".into(),
            Self::NoRequests => "There are no requests yet. Import them from a file, or write the first one.".into(),
            Self::MoveHelp => "Drag the grip – or use ↑ and ↓ on it; Delete takes off the list.".into(),
            Self::Grip(title, at, of) => format!("Move “{title}”, no. {at} of {of}"),
            Self::Up(title) => format!("Move “{title}” up"),
            Self::Down(title) => format!("Move “{title}” down"),
            Self::TakeOff(title) => format!("Take “{title}” off the list"),
            Self::NowAt(title, at, of) => format!("“{title}” is now no. {at} of {of}"),
            Self::Added(title, at) => format!("“{title}” is put on as no. {at}"),
            Self::TakenOff(title) => format!("“{title}” is taken off the list"),
            Self::Reason => "Why is it on?".into(),
            Self::ReasonOf(title) => format!("Why is “{title}” on?"),
            Self::Pool => "Requests that can be put up".into(),
            Self::PoolSearch => "Search the requests".into(),
            Self::PoolEmpty => "All that can be put up are on the list.".into(),
            Self::PoolNothing => "Nothing fits the search.".into(),
            Self::Add => "Put on".into(),
            Self::AddOf(title) => format!("Put “{title}” on the list"),
            Self::Gone => "The request is gone".into(),
            Self::Vote => "The vote".into(),
            Self::Rule => "How do you count?".into(),
            Self::RuleName(rule) => rule_name(rule, English).into(),
            Self::RuleBody(rule) => rule_body(rule, English).into(),
            Self::MaxChoices => "How many may each participant choose?".into(),
            Self::MaxChoicesHint => "From 1 to 20. 3 is usual.".into(),
            Self::Shuffled => "Shuffle the candidates on each phone".into(),
            Self::ShuffledHint => "So that no candidate gains from standing first. Numbers stay, and the projector follows the shortlist.".into(),
            Self::Agenda => "Agenda".into(),
            Self::AgendaBody => "What is ticked is shown in this order. Only the presenter sees the notes. Time is typed in minutes, such as 2 or 1:30.".into(),
            Self::Always => "always on".into(),
            Self::AgendaWrong => "The result must come after the vote.".into(),
            Self::Notes => "Notes for the presenter".into(),
            Self::NotesFor(title) => format!("Notes for the presenter while “{title}” is shown"),
            Self::Left(letters) => {
                format!("{} left", English.counted(letters, "letter", "letters"))
            }
            Self::Minutes => "Time, min".into(),
            Self::MinutesEach => "Time per candidate, min".into(),
            Self::MinutesWrong => "Type minutes, such as 2 or 1:30 – at most 60.".into(),
            Self::InAll(planned, there_are) => format!("{} of {} in all", minutes(planned, English), minutes(there_are, English)),
            Self::Ongoing => "Requests under way".into(),
            Self::OngoingBody => "Those you report on in the webinar, in this order.".into(),
            Self::OngoingEmpty => "No requests are under way yet. They are once they are selected.".into(),
            Self::Doubts => "Look at this before you begin".into(),
            Self::NoCandidates => "There are no candidates to vote on.".into(),
            Self::FewCandidates => "There are fewer than four candidates – not much to choose between.".into(),
            Self::NotEligible(title, state) => format!("“{title}” can no longer be put up: {state}."),
            Self::ChoicesForAll => "All candidates can be chosen at once. Then the votes do not show what matters most.".into(),
            Self::TooLong(planned, there_are) => format!(
"The agenda takes {}, and the webinar lasts {}.",
minutes(planned, English),
minutes(there_are, English)
),
            Self::DayIsOver => "The date lies in the past.".into(),
            Self::Share => "Hand out".into(),
            Self::JoinLink => "Link for participants".into(),
            Self::CopyLink => "Copy link".into(),
            Self::Copied => "The link is copied.".into(),
            Self::NotCopied => "The browser does not let us copy. Select the link and copy it yourself.".into(),
            Self::Qr(code) => format!("QR code for participants, {code}"),
            Self::QrDownload => "Save the QR code".into(),
            Self::Appointment => "Appointment (.ics)".into(),
            Self::Screen => "Open the projector".into(),
            Self::PresenterLink => "Link for the presenter".into(),
            Self::PresenterBody => "Whoever has this link runs the webinar. Share it with the presenter only.".into(),
            Self::PresenterHidden => "The link was made elsewhere and cannot be shown here. If it is lost, make a new one.".into(),
            Self::NewLink => "Make a new link".into(),
            Self::NewLinkAsk => "Make a new link for the presenter?".into(),
            Self::NewLinkBody => "The old link stops working at once.".into(),
            Self::NewLinkMade => "Here is the new link. The old one no longer works.".into(),
            Self::Rehearse => "Try it yourself".into(),
            Self::RehearseBody => "Opens a copy in a new tab, which only you see and which is thrown away afterwards.".into(),
            Self::RehearseSaved => "It shows what is saved.".into(),
            Self::Save => "Save".into(),
            Self::Saving => "Saving …".into(),
            Self::Saved => "Saved".into(),
            Self::NotSaved => "Not saved yet".into(),
            Self::Restored => "Here is what you typed last. It is not saved yet.".into(),
            Self::TakeSaved => "Take what is saved instead".into(),
            Self::LaidAside => "Here is what is saved. Your draft is laid aside.".into(),
            Self::TakeBack => "Take my draft again".into(),
            Self::TakeNewest => "Take the newest".into(),
            Self::SaveAllTheSame => "Save mine all the same".into(),
            Self::Delete => "Delete the webinar".into(),
            Self::DeleteAsk => "Delete the webinar?".into(),
            Self::DeleteBody => "Agenda, notes, shortlist and invitations are deleted for good. The requests stay.".into(),
            Self::DeleteYes => "Delete for good".into(),
            Self::Keep => "Keep".into(),
        }
    }
}

fn rule_name(rule: CountingRule, language: Language) -> &'static str {
    let [danish, english] = match rule {
        CountingRule::Participants => ["Deltagere", "Participants"],
        CountingRule::Municipalities => ["Kommuner", "Municipalities"],
        CountingRule::Fraction => ["Andel af kommunen", "Fraction of the municipality"],
        CountingRule::Majority => ["Flertal i kommunen", "Majority within the municipality"],
    };
    match language {
        Danish => danish,
        English => english,
    }
}

fn rule_body(rule: CountingRule, language: Language) -> &'static str {
    let [danish, english] = match rule {
        CountingRule::Participants => [
            "Hver deltager tæller én gang. Kommuner med mange deltagere vejer mest.",
            "Every participant counts once. Municipalities with many participants weigh most.",
        ],
        CountingRule::Municipalities => [
            "En kommune tæller én gang, når mindst én derfra stemmer på ønsket. Det er det almindelige, for det er \
             kommunerne, der betaler.",
            "A municipality counts once when at least one person from it votes for the request. The usual choice, \
             since municipalities pay.",
        ],
        CountingRule::Fraction => [
            "Hver kommune har én stemme, som dens deltagere deler. Er de uenige, tæller ønsket kun med deres andel.",
            "Every municipality has one vote that its participants share. When they differ, the request counts \
             with their share only.",
        ],
        CountingRule::Majority => [
            "En kommune tæller kun, når mere end halvdelen af dens deltagere stemmer på ønsket.",
            "A municipality counts only when more than half of its participants vote for the request.",
        ],
    };
    match language {
        Danish => danish,
        English => english,
    }
}

/// A stretch of time, to the second only where it has odd ones: `38 min.`, `19:30 min.`
fn minutes(seconds: u32, language: Language) -> String {
    let figure = match (seconds / 60, seconds % 60) {
        (minutes, 0) => minutes.to_string(),
        (minutes, rest) => format!("{minutes}:{rest:02}"),
    };
    match language {
        Danish => format!("{figure}\u{a0}min."),
        English => format!("{figure}\u{a0}min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_said_in_minutes() {
        let said = |text: Prepare| text.say(Danish);
        assert_eq!(
            said(Prepare::InAll(38 * 60, 3_600)),
            "I alt 38\u{a0}min. af 60\u{a0}min."
        );
        assert_eq!(
            said(Prepare::TooLong(1_170, 900)),
            "Programmet tager 19:30\u{a0}min., og webinaret varer 15\u{a0}min."
        );
    }
}
