//! The words of the table of commitments: what municipalities have said, and what is best done next.

use barometer_domain::financing::CommitmentState;

use crate::Language::{self, Danish, English};

/// What the table and its quick entry say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Commitments<'a> {
    /// The page's heading.
    Title,
    /// What it is for.
    Body,
    /// How many decisions are late.
    Late(u32),
    /// How many wait for the vendor.
    Pressing(u32),
    /// Nothing waits.
    NothingPressing,
    /// The quick entry's heading.
    Entry,
    /// Who writes it down.
    YourName,
    /// Where one types a municipality.
    Municipality,
    /// No such municipality.
    NoSuchMunicipality,
    /// Which request.
    Request,
    /// What was said.
    What,
    /// An amount in kroner.
    Amount,
    /// Not an amount.
    NotAnAmount,
    /// Whether the amount is the most it would pay.
    IsMaximum,
    /// Where the decision lies.
    Stage,
    /// When a decision is expected.
    Expected,
    /// What is taken when that is left empty.
    ExpectedHint,
    /// Name or role of whoever promised.
    MandateBy,
    /// Under which number.
    MandateReference,
    /// Of which day.
    MandateDate,
    /// The most that the mandate covers.
    MandateMaximum,
    /// In which year it is invoiced.
    Year,
    /// Why.
    Reason,
    /// Whether it may be named.
    MayBeNamed,
    /// Writes it down.
    Write,
    /// While the server is asked.
    Writing,
    /// It is written down: who, and what it is now.
    Written(&'a str, &'a str),
    /// No step is possible from where it stands.
    NoStep,
    /// Search.
    Search,
    /// The filter by state.
    StateFilter,
    /// The filter by request.
    RequestFilter,
    /// All of them.
    All,
    /// Only what somebody should do something about.
    OnlyPressing,
    /// Only where a name is to be decided about.
    OnlyNames,
    /// How many names wait for a decision.
    NamesWaiting(u32),
    /// So many participants wish the name to be shown.
    NameWished(u32),
    /// The wish was taken back while the name is shown.
    NameTakenBack,
    /// Shows the name.
    ShowName,
    /// The same: whose.
    ShowNameOf(&'a str),
    /// Hides it.
    HideName,
    /// The same: whose.
    HideNameOf(&'a str),
    /// It is done: whose name.
    NameChanged(&'a str),
    /// The reason on record when it is undone at once.
    NameUndone,
    /// How many are shown, of how many.
    Shown(u32, u32),
    /// Nothing passes the filters.
    NothingLeft,
    /// Nobody has said anything yet.
    Empty,
    /// A column: where the decision lies and when it is expected.
    DecisionColumn,
    /// A column: how far.
    StateColumn,
    /// A column: what to do.
    NextColumn,
    /// At most so much.
    AtMost(&'a str),
    /// Expected on a day.
    ExpectedOn(&'a str),
    /// It may be named.
    Named,
    /// The deadline has passed.
    DeadlinePassed,
    /// How many requests' deadlines have passed.
    Overdue(u32),
    /// A word that is not possible now, and why.
    NotNow(&'a str, &'a str),
    /// Follow up: the decision was expected on a day.
    FollowUp(&'a str),
    /// Send the invoice.
    Invoice,
    /// Ask for an amount.
    AskAmount,
    /// Ask where the decision lies.
    AskWhere,
    /// It decides by a day.
    Await(&'a str),
    /// It has the invoice.
    AwaitPayment,
    /// Takes the next step: which.
    Take(&'a str),
    /// Shows every move: of whom.
    History(&'a str),
    /// Closes that.
    Close,
    /// Undoes the last move.
    Undo,
    /// That it was undone: by whom, why.
    Undone(&'a str, &'a str),
    /// Where decisions are expected: heading.
    Timeline,
    /// When a request is expected to be fully funded.
    FundedBy(&'a str),
    /// What is on its way does not suffice: what would still be missing.
    NotEnough(&'a str),
    /// It is covered.
    Covered,
    /// What is offered carries the price by the request's rule: so many pay so much, from the smallest share to the
    /// largest.
    Carried(u32, &'a str, &'a str),
    /// It does not; with so many paying so much, so much is missing.
    NearMiss(u32, &'a str, &'a str, &'a str),
    /// Heading over what each payer pays.
    WhoPays,
    /// On what that rests.
    WhoPaysBody,
    /// A column: the most that was promised.
    PromisedColumn,
    /// A column: what is paid.
    PaysColumn,
    /// A column: what was invoiced.
    InvoicedColumn,
    /// A column: what is paid back.
    RefundColumn,
    /// The sum of a column.
    Total,
    /// The promises cover the price, but the rule's limit lets only so much of it be shared.
    LimitInTheWay(&'a str),
    /// Written down by the participant.
    ByParticipant,
    /// Came from a file.
    ByImport,
}

impl Commitments<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        match language {
            Danish => self.danish(),
            English => self.english(),
        }
    }

    fn danish(self) -> String {
        match self {
            Self::Title => "Kommunernes tilsagn".into(),
            Self::Body => {
                "Skriv ned, hvad kommunerne siger. Hvert skridt gemmes med navn og tid.".into()
            }
            Self::Late(count) => {
                format!(
                    "{} er forsinket",
                    Danish.counted(count, "beslutning", "beslutninger")
                )
            }
            Self::Pressing(count) => {
                format!(
                    "{} venter på dig",
                    Danish.counted(count, "kommune", "kommuner")
                )
            }
            Self::NothingPressing => "Ingen venter på dig lige nu".into(),
            Self::Entry => "Skriv ned".into(),
            Self::YourName => "Dit navn".into(),
            Self::Municipality => "Kommune".into(),
            Self::NoSuchMunicipality => "Vælg en kommune på listen.".into(),
            Self::Request => "Ændringsønske".into(),
            Self::What => "Hvad siger de?".into(),
            Self::Amount => "Beløb i kroner".into(),
            Self::NotAnAmount => "Skriv et beløb, fx 24.000".into(),
            Self::IsMaximum => "Det er det højeste, de vil betale".into(),
            Self::Stage => "Hvor ligger beslutningen?".into(),
            Self::Expected => "Forventet beslutning".into(),
            Self::ExpectedHint => "Tom: det sædvanlige for trinnet".into(),
            Self::MandateBy => "Hvem har givet tilsagn?".into(),
            Self::MandateReference => "Sagsnummer eller brev".into(),
            Self::MandateDate => "Dato for tilsagn".into(),
            Self::MandateMaximum => "Højst (valgfrit)".into(),
            Self::Year => "Faktureringsår".into(),
            Self::Reason => "Hvorfor?".into(),
            Self::MayBeNamed => "Kommunen må stå ved navn".into(),
            Self::Write => "Skriv ned".into(),
            Self::Writing => "Skriver …".into(),
            Self::Written(who, state) => format!("Skrevet ned: {who} · {state}"),
            Self::DeadlinePassed => "Fristen er passeret: forlæng den, eller lad ønsket udløbe".into(),
            Self::Overdue(1) => "1 frist er passeret".into(),
            Self::Overdue(count) => format!("{} er passeret", Danish.counted(count, "frist", "frister")),
            Self::NotNow(what, why) => format!("Ikke nu: {what}. {why}"),
            Self::NoStep => "Der er ingen flere skridt herfra.".into(),
            Self::Search => "Søg kommune".into(),
            Self::StateFilter => "Status".into(),
            Self::RequestFilter => "Ændringsønske".into(),
            Self::All => "Alle".into(),
            Self::OnlyPressing => "Kun det, der venter på dig".into(),
            Self::Shown(shown, of) => {
                format!("{} af {}", Danish.whole(shown), Danish.whole(of))
            }
            Self::NothingLeft => "Ingen passer til filtrene.".into(),
            Self::Empty => "Ingen kommuner har sagt noget endnu.".into(),
            Self::DecisionColumn => "Beslutning".into(),
            Self::StateColumn => "Status".into(),
            Self::NextColumn => "Næste skridt".into(),
            Self::AtMost(amount) => format!("højst {amount}"),
            Self::ExpectedOn(day) => format!("ventes {day}"),
            Self::Named => "vises ved navn".into(),
            Self::OnlyNames => "Kun navne, der venter".into(),
            Self::NamesWaiting(count) => {
                format!("{} venter", Danish.counted(count, "navn", "navne"))
            }
            Self::NameWished(count) => format!(
                "{} ønsker navnet vist. Bekræft det med kommunen først.",
                Danish.counted(count, "deltager", "deltagere")
            ),
            Self::NameTakenBack => "Ønsket om at vise navnet er trukket tilbage.".into(),
            Self::ShowName => "Vis navnet".into(),
            Self::ShowNameOf(name) => format!("Vis navnet: {name}"),
            Self::HideName => "Skjul navnet".into(),
            Self::HideNameOf(name) => format!("Skjul navnet: {name}"),
            Self::NameChanged(name) => format!("{name}: navnet er ændret på alle sider."),
            Self::NameUndone => "Fortrudt straks efter".into(),
            Self::FollowUp(day) => format!("Følg op: det skulle være afgjort {day}"),
            Self::Invoice => "Send faktura".into(),
            Self::AskAmount => "Spørg efter et beløb".into(),
            Self::AskWhere => "Spørg, hvor beslutningen ligger".into(),
            Self::Await(day) => format!("Afvent beslutning {day}"),
            Self::AwaitPayment => "Afvent betaling".into(),
            Self::Take(who) => format!("Skriv ned for {who}"),
            Self::History(who) => format!("Historik for {who}"),
            Self::Close => "Luk".into(),
            Self::Undo => "Fortryd det seneste".into(),
            Self::Undone(by, why) => format!("Fortrudt af {by}: {why}"),
            Self::Timeline => "Hvornår er pengene der?".into(),
            Self::FundedBy(day) => format!("Fuldt finansieret ventes {day}"),
            Self::NotEnough(amount) => {
                format!("Det, der er til beslutning, rækker ikke: der mangler stadig {amount}")
            }
            Self::Covered => "Fuldt finansieret".into(),
            Self::Carried(count, least, most) => {
                let count = Danish.counted(count, "kommune", "kommuner");
                let pay = crate::least_to_most(Danish, least, most);
                format!(
                    "Det, der er budt, kan bære prisen efter fordelingsnøglen: {count} betaler {pay}"
                )
            }
            Self::NearMiss(count, least, most, missing) => {
                let count = Danish.counted(count, "kommune", "kommuner");
                let pay = crate::least_to_most(Danish, least, most);
                format!(
                    "Efter fordelingsnøglen kommer man nærmest med {count}, der betaler {pay}: så mangler {missing}"
                )
            }
            Self::WhoPays => "Hvem betaler hvad".into(),
            Self::WhoPaysBody => {
                "Et tilsagn er det højeste, kommunen betaler. Kommer der flere med, betaler alle mindre, og det, der er \
                 faktureret for meget, betales tilbage."
                    .into()
            }
            Self::PromisedColumn => "Tilsagn, højst".into(),
            Self::PaysColumn => "Betaler".into(),
            Self::InvoicedColumn => "Faktureret".into(),
            Self::RefundColumn => "Skal have tilbage".into(),
            Self::Total => "I alt".into(),
            Self::LimitInTheWay(covered) => format!(
                "Tilsagnene dækker prisen, men fordelingsnøglens loft gør ikke: den fordeler højst {covered} Hæv loftet, \
                 eller få flere med."
            ),
            Self::ByParticipant => "deltager i webinaret".into(),
            Self::ByImport => "indlæst".into(),
        }
    }

    fn english(self) -> String {
        match self {
            Self::Title => "Municipalities' commitments".into(),
            Self::Body => {
                "Write down what municipalities say. Every step is kept with name and time.".into()
            }
            Self::Late(count) => {
                format!(
                    "{} late",
                    English.counted(count, "decision is", "decisions are")
                )
            }
            Self::Pressing(count) => {
                let count = English.counted(count, "municipality waits", "municipalities wait");
                format!("{count} for you")
            }
            Self::NothingPressing => "Nobody waits for you right now".into(),
            Self::Entry => "Write down".into(),
            Self::YourName => "Your name".into(),
            Self::Municipality => "Municipality".into(),
            Self::NoSuchMunicipality => "Choose a municipality from the list.".into(),
            Self::Request => "Change request".into(),
            Self::What => "What do they say?".into(),
            Self::Amount => "Amount in kroner".into(),
            Self::NotAnAmount => "Type an amount, such as 24,000".into(),
            Self::IsMaximum => "It is the most they would pay".into(),
            Self::Stage => "Where does the decision lie?".into(),
            Self::Expected => "Decision expected".into(),
            Self::ExpectedHint => "Empty: what is usual for the stage".into(),
            Self::MandateBy => "Who promised?".into(),
            Self::MandateReference => "Case number or letter".into(),
            Self::MandateDate => "Day of the promise".into(),
            Self::MandateMaximum => "At most (optional)".into(),
            Self::Year => "Year of the invoice".into(),
            Self::Reason => "Why?".into(),
            Self::MayBeNamed => "The municipality may be named".into(),
            Self::Write => "Write down".into(),
            Self::Writing => "Writing …".into(),
            Self::Written(who, state) => format!("Written down: {who} · {state}"),
            Self::DeadlinePassed => "The deadline has passed: extend it, or let the request expire".into(),
            Self::Overdue(1) => "1 deadline has passed".into(),
            Self::Overdue(count) => {
                format!("{} have passed", English.counted(count, "deadline", "deadlines"))
            }
            Self::NotNow(what, why) => format!("Not now: {what}. {why}"),
            Self::NoStep => "There is no further step from here.".into(),
            Self::Search => "Search municipality".into(),
            Self::StateFilter => "State".into(),
            Self::RequestFilter => "Change request".into(),
            Self::All => "All".into(),
            Self::OnlyPressing => "Only what waits for you".into(),
            Self::Shown(shown, of) => {
                format!("{} of {}", English.whole(shown), English.whole(of))
            }
            Self::NothingLeft => "Nothing passes the filters.".into(),
            Self::Empty => "No municipality has said anything yet.".into(),
            Self::DecisionColumn => "Decision".into(),
            Self::StateColumn => "State".into(),
            Self::NextColumn => "Next step".into(),
            Self::AtMost(amount) => format!("at most {amount}"),
            Self::ExpectedOn(day) => format!("expected {day}"),
            Self::Named => "shown by name".into(),
            Self::OnlyNames => "Only names that wait".into(),
            Self::NamesWaiting(1) => "1 name waits".into(),
            Self::NamesWaiting(count) => {
                format!("{} wait", English.counted(count, "name", "names"))
            }
            Self::NameWished(1) => {
                "1 participant wishes the name to be shown. Confirm it with the municipality first."
                    .into()
            }
            Self::NameWished(count) => format!(
                "{} wish the name to be shown. Confirm it with the municipality first.",
                English.counted(count, "participant", "participants")
            ),
            Self::NameTakenBack => "The wish to show the name was taken back.".into(),
            Self::ShowName => "Show the name".into(),
            Self::ShowNameOf(name) => format!("Show the name: {name}"),
            Self::HideName => "Hide the name".into(),
            Self::HideNameOf(name) => format!("Hide the name: {name}"),
            Self::NameChanged(name) => format!("{name}: the name was changed on all pages."),
            Self::NameUndone => "Regretted at once".into(),
            Self::FollowUp(day) => format!("Follow up: it was expected {day}"),
            Self::Invoice => "Send the invoice".into(),
            Self::AskAmount => "Ask for an amount".into(),
            Self::AskWhere => "Ask where the decision lies".into(),
            Self::Await(day) => format!("Await the decision of {day}"),
            Self::AwaitPayment => "Await payment".into(),
            Self::Take(who) => format!("Write down for {who}"),
            Self::History(who) => format!("History of {who}"),
            Self::Close => "Close".into(),
            Self::Undo => "Undo the last one".into(),
            Self::Undone(by, why) => format!("Undone by {by}: {why}"),
            Self::Timeline => "When will the money be there?".into(),
            Self::FundedBy(day) => format!("Full funding expected {day}"),
            Self::NotEnough(amount) => {
                format!("What is being decided does not suffice: {amount} would still be missing")
            }
            Self::Covered => "Fully funded".into(),
            Self::Carried(count, least, most) => {
                let count = English.counted(count, "municipality pays", "municipalities pay");
                let pay = crate::least_to_most(English, least, most);
                format!("What is offered carries the price by the sharing rule: {count} {pay}")
            }
            Self::NearMiss(count, least, most, missing) => {
                let count = English.counted(count, "municipality", "municipalities");
                let pay = crate::least_to_most(English, least, most);
                format!(
                    "By the sharing rule the nearest is {count} at {pay}; then {missing} is missing"
                )
            }
            Self::WhoPays => "Who pays what".into(),
            Self::WhoPaysBody => {
                "A promise is the most a municipality pays. When more join, all pay less, and what was invoiced too much \
                 is paid back."
                    .into()
            }
            Self::PromisedColumn => "Promised, at most".into(),
            Self::PaysColumn => "Pays".into(),
            Self::InvoicedColumn => "Invoiced".into(),
            Self::RefundColumn => "To be paid back".into(),
            Self::Total => "Total".into(),
            Self::LimitInTheWay(covered) => format!(
                "The promises cover the price, but the rule's limit does not: it shares at most {covered}. Raise the \
                 limit, or let more join."
            ),
            Self::ByParticipant => "participant in the webinar".into(),
            Self::ByImport => "imported".into(),
        }
    }
}

/// What a municipality says, by where that leads, as one chooses it; `None` is whether it may be named.
pub fn said(to: Option<CommitmentState>, language: Language) -> &'static str {
    let [danish, english] = match to {
        Some(CommitmentState::Interested) => ["Vil gerne være med", "Would like to be part of it"],
        Some(CommitmentState::Indicated) => ["Har til hensigt at betale", "Intends to pay"],
        Some(CommitmentState::UnderDecision) => ["Beslutningen er i gang", "It is being decided"],
        Some(CommitmentState::Committed) => ["Giver tilsagn", "Promises"],
        Some(CommitmentState::Invoiced) => ["Er faktureret", "Is invoiced"],
        Some(CommitmentState::Paid) => ["Har betalt", "Has paid"],
        Some(CommitmentState::Declined) => ["Siger nej", "Says no"],
        Some(CommitmentState::Withdrawn) => ["Trækker sig", "Withdraws"],
        Some(CommitmentState::Expired) => ["Er løbet ud", "Has run out"],
        None => ["Må stå ved navn – eller ikke", "May be named, or not"],
    };
    match language {
        Danish => danish,
        English => english,
    }
}
