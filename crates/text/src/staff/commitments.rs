//! The words of the table of commitments: what municipalities have said, and what is best done next.

use barometer_domain::financing::CommitmentState;

use crate::Language;

/// What the table and its quick entry say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum CommitmentText<'a> {
    Title,
    Body,
    /// How many decisions are late.
    Late(u32),
    /// How many wait for the vendor.
    Pressing(u32),
    NothingPressing,
    Entry,
    YourName,
    /// Where one types a municipality.
    Municipality,
    NoSuchMunicipality,
    Request,
    What,
    Amount,
    NotAnAmount,
    /// Whether the amount is the most it would pay.
    IsMaximum,
    Stage,
    /// When a decision is expected.
    Expected,
    /// What is taken when that is left empty.
    ExpectedHint,
    /// Name or role of whoever promised.
    MandateBy,
    MandateReference,
    MandateDate,
    /// The most that the mandate covers.
    MandateMaximum,
    /// In which year it is invoiced.
    Year,
    Reason,
    /// Whether it may be named.
    MayBeNamed,
    Write,
    /// While the server is asked.
    Writing,
    /// It is written down: who, and what it is now.
    Written(&'a str, &'a str),
    /// No step is possible from where it stands.
    NoStep,
    Search,
    StateFilter,
    RequestFilter,
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
    ShowName,
    ShowNameOf(&'a str),
    HideName,
    HideNameOf(&'a str),
    /// It is done: whose name.
    NameChanged(&'a str),
    /// The reason on record when it is undone at once.
    NameUndone,
    /// How many are shown, of how many.
    Shown(u32, u32),
    NothingLeft,
    /// Nobody has said anything yet.
    Empty,
    /// A column: where the decision lies and when it is expected.
    DecisionColumn,
    StateColumn,
    /// A column: what to do.
    NextColumn,
    AtMost(&'a str),
    ExpectedOn(&'a str),
    Named,
    DeadlinePassed,
    /// How many requests' deadlines have passed.
    Overdue(u32),
    /// A word that is not possible now, and why.
    NotNow(&'a str, &'a str),
    /// Follow up: the decision was expected on a day.
    FollowUp(&'a str),
    Invoice,
    AskAmount,
    /// Ask where the decision lies.
    AskWhere,
    /// It decides by a day.
    Await(&'a str),
    AwaitPayment,
    /// Takes the next step: which.
    Take(&'a str),
    /// Shows every move: of whom.
    History(&'a str),
    Close,
    Undo,
    /// That it was undone: by whom, why.
    Undone(&'a str, &'a str),
    /// Where decisions are expected: heading.
    Timeline,
    /// When a request is expected to be fully funded.
    FundedBy(&'a str),
    /// What is on its way does not suffice: what would still be missing.
    NotEnough(&'a str),
    Covered,
    /// What is offered carries the price by the request's rule: so many pay so much, from the smallest share to the
    /// largest.
    Carried(u32, &'a str, &'a str),
    /// It does not; with so many paying so much, so much is missing.
    NearMiss(u32, &'a str, &'a str, &'a str),
    /// Heading over what each payer pays.
    /// Above who would pay what, if the request were shared by what is offered.
    WouldPay,
    /// The field of how many must be with it at least.
    AtLeast,
    AtLeastHint,
    /// In the table: the condition of an intention.
    IfAtLeast(u16),
    /// The amounts would carry it, the conditions do not hold.
    NumbersInTheWay,
    OffersColumn,
    WouldPayColumn,
    /// How many the group lacks to the fewest with which the request is built.
    LacksNumber(u32),
    /// Above those who alone could tip it.
    Tips,
    /// A municipality, what it offers, and with what the price would be carried.
    Tip(&'a str, &'a str, &'a str),
    NobodyTips,
    /// What one more municipality would pay, where one more is enough.
    OneMore(&'a str),
    /// A mixed rule with a cap: a larger group may exist.
    MayNotBeLargest,
    WhoPays,
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
    /// Written down by the municipality itself, with its personal link.
    ByPersonalLink,
    ByImport,
}

impl CommitmentText<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::commitments::sentence(self))
    }
}

/// What a municipality says, by where that leads, as one chooses it; `None` is whether it may be named.
pub fn said(to: Option<CommitmentState>, language: Language) -> &'static str {
    in_language!(language, staff::commitments::said(to))
}
