//! Why something is refused: one type from the domain to the browser, a sentence at the end.

use serde::{Deserialize, Serialize};

use crate::audience_question::QuestionProblem;
use crate::ballot::Cast;
use crate::financing::admission::TakesNone;
use crate::financing::merging::MergeConflict;
use crate::ids::CandidateId;
use crate::survey::{MeaningLost, SurveyProblem};

/// A field of the vendor's forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The name of the employee who writes it down.
    By,
    /// Why something is done, where a reason is needed.
    Reason,
    /// How much a municipality says that it pays, in kroner.
    Amount,
    /// When a decision is expected.
    Expected,
    /// Name or role of whoever gave the promise.
    MandateBy,
    /// The number of the decision or letter behind a promise.
    Reference,
    /// When the promise was given.
    MandateDate,
    /// The year of the invoice.
    Year,
    /// A request's price, or its estimate.
    Price,
    /// The fewest municipalities with which a request is built.
    Minimum,
    /// The last day to say yes to a request.
    Deadline,
    /// The vendor's own reference of a request.
    RequestReference,
    /// A request's or a webinar's title.
    Title,
    /// A request's pitch: what is said for it in 30 seconds.
    Pitch,
    /// A request's benefit, with its assumption.
    Benefit,
    /// The category that a request belongs to.
    Category,
    /// How its price is shared.
    Sharing,
    /// The reference of the folder with a request's papers.
    Folder,
    /// Its page in the vendor's portal.
    Portal,
    /// The request that another becomes part of.
    Into,
    /// Whether it follows from a national initiative.
    National,
    /// The national initiative from which a request follows.
    Initiative,
    /// Who asked for a request.
    AskedBy,
    /// The day on which a webinar is held.
    Date,
    /// The time at which a webinar begins.
    Starts,
    /// The time at which a webinar ends.
    Ends,
    /// The code with which a webinar is joined.
    Code,
    /// A webinar's agenda: its stages and their order.
    Agenda,
    /// The presenter's notes for a stage.
    Notes,
    /// How long a stage is meant to take.
    Timebox,
    /// Which requests are put up.
    Shortlist,
    /// Which requests are reported on.
    Ongoing,
    /// How many candidates one ballot may support.
    MaxChoices,
    /// What answers and questions have led to.
    LedTo,
    /// What the vendor has decided of its own accord.
    Decisions,
    /// The letter after a webinar.
    Letter,
    /// Whose a national initiative is.
    Ministry,
    /// Where something is described, `https://…`.
    Link,
    /// Which requests an initiative affects.
    Requests,
    /// How much work something is expected to be.
    Effort,
    /// The half-year in which an initiative begins to cost.
    CostFrom,
    /// Where a meeting is held.
    Place,
    /// The role of a member of the forum.
    Role,
    /// From when to when a member sits in the forum.
    Term,
    /// What is put on record of the forum.
    Entry,
    /// What there is to spend in a half-year.
    Frame,
}

impl Field {
    /// The refusal of what stands in it.
    pub const fn wrong(self) -> Refusal {
        Refusal::NotFilledIn { field: self }
    }
}

/// Why a file that someone brings cannot be read as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SheetProblem {
    /// The file is larger than 5 MB.
    #[error("the file is larger than 5 MB")]
    TooLarge,
    /// A workbook of more than 1,000 parts.
    #[error("the workbook has more than 1,000 parts")]
    TooManyParts,
    /// A workbook that unpacks to more than 100 MB.
    #[error("the workbook unpacks to more than 100 MB")]
    TooMuchInside,
    /// A sheet of more than 5,000 rows.
    #[error("more than 5,000 rows")]
    TooManyRows,
    /// A sheet of more than 60 columns.
    #[error("more than 60 columns")]
    TooManyColumns,
    /// More than 100,000 cells with something in them.
    #[error("more than 100,000 cells")]
    TooManyCells,
    /// A cell of more than 5,000 characters.
    #[error("a cell has more than 5,000 characters")]
    CellTooLong,
    /// Neither a workbook nor text in an encoding that spreadsheets write.
    #[error("neither XLSX, ODS nor CSV")]
    NotASheet,
    /// A quotation mark that is never closed.
    #[error("the quotation mark in line {line} is never closed")]
    OpenQuote {
        /// The line with the quotation mark, from 1.
        line: u32,
    },
    /// A workbook that is damaged, cut short or locked.
    #[error("the workbook cannot be read")]
    Broken,
    /// Nothing in it that can be seen.
    #[error("the file is empty")]
    Nothing,
}

impl From<SheetProblem> for Refusal {
    fn from(problem: SheetProblem) -> Self {
        Self::BadSheet { problem }
    }
}

/// A refusal, sent as `application/problem+json` (RFC 9457) with a stable `code`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// No webinar has this code.
    #[error("no webinar has this code")]
    UnknownWebinar,
    /// The webinar takes no more participants.
    #[error("the webinar is not open")]
    WebinarNotOpen,
    /// No municipality has this code, or none was chosen.
    #[error("unknown municipality")]
    UnknownMunicipality,
    /// No invitation like that, or for another municipality.
    #[error("unknown invitation")]
    UnknownInvitation,
    /// Only those with a personal invitation may vote here.
    #[error("only those invited can vote")]
    InvitationNeeded,
    /// The presenter has closed the door: nobody new comes in to vote.
    #[error("the door is closed")]
    DoorClosed,
    /// As many as may vote for this municipality have come already.
    #[error("at most {limit} can vote for one municipality")]
    MunicipalityFull {
        /// How many may vote for one municipality.
        limit: u16,
    },
    /// This browser has not joined, or its session is gone.
    #[error("this browser has not joined the webinar")]
    NotJoined,
    /// Someone who only watches cannot vote or speak for a municipality.
    #[error("an observer cannot vote")]
    ObserverCannotVote,
    /// This browser has voted or said interest, and speaks for the municipality it has.
    #[error("this browser has spoken for its municipality already")]
    MunicipalityFixed,
    /// The webinar is over, and with it what participants can say.
    #[error("the webinar has ended")]
    WebinarEnded,
    /// One browser has said interest in as many requests as it may.
    #[error("at most {limit} requests")]
    TooManyInterests {
        /// How many requests one browser may name.
        limit: u32,
    },
    /// Nothing becomes of a question, or of what was to be done with it.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("{problem}")]
    Question {
        /// Why not.
        problem: QuestionProblem,
    },
    /// The barometer has not opened yet.
    #[error("the barometer is not open yet")]
    BarometerNotOpen,
    /// The barometer is closed; the ballot was not counted.
    #[error("the barometer is closed")]
    BarometerClosed,
    /// The barometer is closed: names stay as they are.
    #[error("names can no longer be sealed: the barometer has closed")]
    NamesFrozen,
    /// More choices than the rules allow.
    #[error("at most {limit} choices")]
    TooManyChoices {
        /// How many candidates one ballot may support.
        limit: u8,
    },
    /// A choice that is not on the shortlist.
    #[error("no candidate has number {}", candidate.0)]
    UnknownCandidate {
        /// The number that was sent.
        candidate: CandidateId,
    },
    /// A newer ballot from the same session is already held.
    #[error("a newer ballot is already held")]
    StaleRevision {
        /// The session's own ballot as it stands.
        current: Cast,
    },
    /// No such request in this webinar.
    #[error("unknown request")]
    UnknownRequest,
    /// The console's key is missing or wrong.
    #[error("not the presenter of this webinar")]
    NotPresenter,
    /// The vendor's session is missing or over.
    #[error("not logged in as the vendor")]
    NotVendor,
    /// The passphrase or the one-time link is wrong.
    #[error("the passphrase or the link is wrong")]
    WrongPassphrase,
    /// The vendor has a key already.
    #[error("the vendor is set up already")]
    AlreadySetUp,
    /// There is no key that names could be sealed to.
    #[error("the vendor has no key yet")]
    NoVendorKey,
    /// A look-up without the employee's name or a reason, or too long.
    #[error("say who looks and why")]
    ReasonMissing,
    /// The log of look-ups is not as it was written; somebody has to acknowledge that first.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("the log of look-ups is broken")]
    LogBroken,
    /// The state machine has no such move from here.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("no such move from here")]
    MoveNotAllowed,
    /// The request takes no such word from a municipality where it stands.
    #[error("{why}")]
    RequestTakesNone {
        /// Why the request does not take it.
        why: TakesNone,
    },
    /// Municipalities have said something else to each of two requests that are to become one.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("{} municipalities have said something else to each", conflicts.len())]
    MergeConflicts {
        /// Each such municipality, with what it said to either request.
        conflicts: Vec<MergeConflict>,
    },
    /// Something was said about what was merged since; that is to be undone first.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("something was said since it was merged")]
    MergeMovedOn,
    /// Something is missing or cannot be.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("{field:?} is missing or cannot be")]
    NotFilledIn {
        /// The field that is missing or wrong.
        field: Field,
    },
    /// It is being voted on, ordered or part of another: what stands, stands.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("this can no longer be changed")]
    Locked,
    /// Someone else has saved since this was read.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("someone else has saved since")]
    StaleEdition,
    /// The page of financing is shown to those with its code only.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("a code is needed")]
    CodeNeeded,
    /// Another console acted first; look at the new view and decide again.
    #[error("another command came first")]
    StaleStep,
    /// The stages after the vote wait until it is closed.
    #[error("the barometer is still open")]
    BarometerStillOpen,
    /// A barometer that has been opened cannot be opened again.
    #[error("the barometer has been open already")]
    BarometerAlreadyOpened,
    /// Somebody has seen what was voted: no ballot is struck any more, and the vote is not reopened.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("somebody has seen what was voted")]
    ChoicesSeen,
    /// A result can only be revealed when the barometer is closed.
    #[error("the barometer is not closed yet")]
    NotClosedYet,
    /// There is nothing further in that direction.
    #[error("nothing further")]
    NothingFurther,
    /// The command does not fit where the webinar stands.
    #[error("not possible now")]
    NotPossibleNow,
    /// A choice among the tied that does not make two or three.
    #[error("choose so that two or three go on")]
    ChoiceDoesNotFit,
    /// The body is larger than is read.
    #[error("at most {limit} bytes")]
    BodyTooLarge {
        /// How many bytes are read at most.
        limit: u32,
    },
    /// A file that cannot be read as a table.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("{problem}")]
    BadSheet {
        /// The reason why the file cannot be read.
        problem: SheetProblem,
    },
    /// A file with lines that cannot be taken in, so that none is.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("{lines} lines have errors")]
    ImportHasErrors {
        /// How many lines have errors.
        lines: u32,
    },
    /// The body is not what the address takes.
    #[error("malformed: {reason}")]
    Malformed {
        /// The parser's message, in English.
        reason: String,
    },
    /// What is asked in a survey cannot be asked so.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("{problem}")]
    BadSurvey {
        /// What is wrong with it.
        problem: SurveyProblem,
    },
    /// A change of a survey would take the meaning of answers that there are.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("{lost}")]
    AnswersStand {
        /// Which, and how.
        lost: MeaningLost,
    },
    /// The survey takes no answers now.
    #[cfg_attr(feature = "browser-json", from_json(staff_only))]
    #[error("the survey takes no answers")]
    SurveyNotOpen,
    /// Nothing lives at this address.
    #[error("not found")]
    NotFound,
    /// The request came from another site's page.
    #[error("cross-site request")]
    CrossSite,
    /// Too much at once; try again after the given pause.
    #[error("busy, try again in {retry_after_ms} ms")]
    Busy {
        /// Pause before the next try, in milliseconds.
        retry_after_ms: u32,
    },
    /// The server's disk is full, and nothing was written; try again after the given pause.
    #[error("no space left on the server's disk, try again in {retry_after_ms} ms")]
    StorageFull {
        /// Pause before the next try, in milliseconds.
        retry_after_ms: u32,
    },
    /// More than is reasonable from one place; try again after the given pause.
    #[error("too many requests, try again in {retry_after_ms} ms")]
    TooMany {
        /// Pause before the next try, in milliseconds.
        retry_after_ms: u32,
    },
    /// Something unforeseen; logged at the server, no detail is sent.
    #[error("internal error")]
    Internal,
}

impl From<TakesNone> for Refusal {
    fn from(why: TakesNone) -> Self {
        Self::RequestTakesNone { why }
    }
}
