//! The words of the table of commitments: what municipalities have said, and what is best done next.

use barometer_domain::financing::CommitmentState;

use crate::Language;

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
        in_language!(language, staff::commitments::sentence(self))
    }
}

/// What a municipality says, by where that leads, as one chooses it; `None` is whether it may be named.
pub fn said(to: Option<CommitmentState>, language: Language) -> &'static str {
    in_language!(language, staff::commitments::said(to))
}
