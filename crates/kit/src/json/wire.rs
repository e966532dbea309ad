//! What a phone reads. Names and tags are those that `serde` writes; `tests/components.rs` reads every type back.

use barometer_domain::audience_question::PinnedQuestion;
use barometer_domain::ballot::{Ballot, Cast};
use barometer_domain::barometer::{BarometerView, Phase, Rules, SignedRoot, Turnout};
use barometer_domain::catalogue::{Candidate, Catalogue, Reality, RequestText};
use barometer_domain::date::Date;
use barometer_domain::financing::admission::TakesNone;
use barometer_domain::financing::{
    Extension, Price, RuleKind, Sharing, SharingRule, StateSum, Sums,
};
use barometer_domain::ids::{CandidateId, MunicipalityCode, RequestId, WebinarCode};
use barometer_domain::language::Language;
use barometer_domain::money::Money;
use barometer_domain::pick::{Certainty, Pick};
use barometer_domain::refusal::Refusal;
use barometer_domain::tally::CountingRule;
use barometer_domain::view::{
    AudienceView, FinancingPage, FinancingRow, RequestView, ResultRow, ResultView, Screen, Verdict,
};
use barometer_domain::wire::{Hello, Me, OwnPayment, Problem, Receipt, Role, WebinarInfo};
use wasm_bindgen::JsValue;

use super::{FromJson, field, fields};

fields! {
    AudienceView {
        epoch, seq, catalogue, barometer, language, since, timebox, tie_open, door_closed, ended, look_ups,
        log_broken, root, requests, final_result, pinned, screen,
    }
    PinnedQuestion { text, supports, about }
    Candidate { id, request }
    Cast { rev, choices }
    Catalogue { title, date, starts, ends, reality, language, fictional, rules, shuffled, candidates, requests }
    FinancingPage { page, pages, rows }
    FinancingRow { request, sums, shortfall, funded, missing }
    Hello { now }
    Me { role, slot, identified, round, ballot, replaced, interests, name_wished, pays, committed }
    OwnPayment { request, share }
    Receipt { ballot, received_at, signature }
    RequestText { id, reference, title, pitch, benefit, category, price, sharing, minimum, deadline, extension }
    Extension { from, reason }
    ResultRow { candidate, place, shared, headline, municipalities, votes }
    ResultView { rule, total, rows, page, too_few, verdict, earlier }
    Rules { rule, max_choices, candidates }
    SignedRoot { close, root, after_strikes, signature }
    StateSum { count, amount }
    Sums { committed, under_decision, indicated, interested, invoiced }
    Turnout { voted, present, municipalities }
    WebinarInfo {
        code, title, date, starts, reality, fictional, open, join_url, insecure, signing_key, vendor_key, invited_only,
        door_closed,
    }
}

/// Reads enums that are names.
macro_rules! names {
    ($($kind:ident { $($name:literal => $variant:ident),* $(,)? })*) => {$(
        impl FromJson for $kind {
            fn from_json(value: &JsValue) -> Option<Self> {
                match value.as_string()?.as_str() {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    )*};
}

names! {
    Certainty { "settled" => Settled, "close" => Close }
    CountingRule {
        "participants" => Participants,
        "municipalities" => Municipalities,
        "fraction" => Fraction,
        "majority" => Majority,
    }
    Phase {
        "draft" => Draft,
        "open" => Open,
        "closing" => Closing,
        "closed" => Closed,
        "revealed" => Revealed,
    }
    Reality { "real" => Real, "demo" => Demo, "rehearsal" => Rehearsal }
    RuleKind {
        "equal" => Equal,
        "population" => Population,
        "population_degressive" => PopulationDegressive,
        "size_class" => SizeClass,
        "mixed" => Mixed,
        "fixed_fee" => FixedFee,
    }
}

/// Reads what wraps one value.
macro_rules! wrapped {
    ($($kind:ty: $inner:ty => $wrap:expr;)*) => {$(
        impl FromJson for $kind {
            fn from_json(value: &JsValue) -> Option<Self> {
                <$inner>::from_json(value).map($wrap)
            }
        }
    )*};
}

wrapped! {
    Ballot: Vec<CandidateId> => Ballot::of;
    CandidateId: u16 => CandidateId;
    Money: i64 => Money::from_ore;
    RequestId: u32 => RequestId;
}

impl FromJson for Date {
    fn from_json(value: &JsValue) -> Option<Self> {
        value.as_string()?.parse().ok()
    }
}

/// Where none is said it is the one that everything was in before there was a choice.
impl FromJson for Language {
    fn from_json(value: &JsValue) -> Option<Self> {
        let is_english = value.as_string().is_some_and(|tag| tag == "en");
        Some(if is_english {
            Self::English
        } else {
            Self::Danish
        })
    }
}

impl FromJson for WebinarCode {
    fn from_json(value: &JsValue) -> Option<Self> {
        value.as_string()?.parse().ok()
    }
}

impl FromJson for MunicipalityCode {
    fn from_json(value: &JsValue) -> Option<Self> {
        value.as_string()?.parse().ok()
    }
}

impl FromJson for BarometerView {
    fn from_json(value: &JsValue) -> Option<Self> {
        Some(Self {
            phase: field(value, "phase")?,
            turnout: field(value, "turnout")?,
            ends_at: field(value, "ends_at")?,
            counts_from: field(value, "counts_from")?,
            round: field(value, "round")?,
            reopened: field::<Option<u8>>(value, "reopened")?.unwrap_or_default(),
            earlier_rounds: field::<Option<u8>>(value, "earlier_rounds")?.unwrap_or_default(),
            struck: field::<Option<u32>>(value, "struck")?.unwrap_or_default(),
        })
    }
}

impl FromJson for Sharing {
    fn from_json(value: &JsValue) -> Option<Self> {
        let rule = match field(value, "rule")? {
            RuleKind::Equal => SharingRule::Equal,
            RuleKind::Population => SharingRule::Population,
            RuleKind::PopulationDegressive => SharingRule::PopulationDegressive {
                above: field(value, "above")?,
                percent: field(value, "percent")?,
            },
            RuleKind::SizeClass => SharingRule::SizeClass {
                weights: field::<Vec<u8>>(value, "weights")?.try_into().ok()?,
            },
            RuleKind::Mixed => SharingRule::Mixed {
                equal_percent: field(value, "percent")?,
            },
            RuleKind::FixedFee => SharingRule::FixedFee {
                fee: field(value, "fee")?,
            },
        };
        Some(Self {
            rule,
            cap: field(value, "cap")?,
            planned_for: field(value, "planned_for")?,
        })
    }
}

impl FromJson for Screen {
    fn from_json(value: &JsValue) -> Option<Self> {
        Some(match tag(value, "on")?.as_str() {
            "blank" => Self::Blank,
            "welcome" => Self::Welcome,
            "ongoing" => Self::Ongoing(FromJson::from_json(value)?),
            "candidate" => Self::Candidate {
                candidate: field(value, "candidate")?,
            },
            "barometer" => Self::Barometer,
            "result" => Self::Result(FromJson::from_json(value)?),
            "financing" => Self::Financing(FromJson::from_json(value)?),
            "request" => Self::Request(FromJson::from_json(value)?),
            "thanks" => Self::Thanks {
                go_on: field(value, "go_on")?,
            },
            _ => return None,
        })
    }
}

impl FromJson for RequestView {
    fn from_json(value: &JsValue) -> Option<Self> {
        Some(Self {
            financing: FromJson::from_json(value)?,
            shared_by: field(value, "shared_by")?,
            compared: field::<Option<bool>>(value, "compared")?.unwrap_or_default(),
            result: field(value, "result")?,
        })
    }
}

impl FromJson for Verdict {
    fn from_json(value: &JsValue) -> Option<Self> {
        Some(Self {
            pick: FromJson::from_json(value)?,
            chosen: field(value, "chosen")?,
            certainty: field(value, "certainty")?,
        })
    }
}

impl FromJson for Pick {
    fn from_json(value: &JsValue) -> Option<Self> {
        Some(match tag(value, "cut")?.as_str() {
            "clear" => Self::Clear {
                go_on: field(value, "go_on")?,
            },
            "tied" => Self::Tied {
                ahead: field(value, "ahead")?,
                tied: field(value, "tied")?,
            },
            "nobody" => Self::Nobody,
            _ => return None,
        })
    }
}

impl FromJson for Price {
    fn from_json(value: &JsValue) -> Option<Self> {
        Some(match tag(value, "kind")?.as_str() {
            "estimate" => Self::Estimate {
                low: field(value, "low")?,
                likely: field(value, "likely")?,
                high: field(value, "high")?,
            },
            "firm" => Self::Firm {
                amount: field(value, "amount")?,
            },
            "not_assessed" => Self::NotAssessed,
            _ => return None,
        })
    }
}

impl FromJson for Role {
    fn from_json(value: &JsValue) -> Option<Self> {
        Some(match tag(value, "as")?.as_str() {
            "voter" => Self::Voter {
                municipality: field(value, "municipality")?,
            },
            "observer" => Self::Observer,
            _ => return None,
        })
    }
}

impl FromJson for TakesNone {
    fn from_json(value: &JsValue) -> Option<Self> {
        Some(match value.as_string()?.as_str() {
            "not_open_yet" => Self::NotOpenYet,
            "over" => Self::Over,
            "deadline_passed" => Self::DeadlinePassed,
            "not_ordered" => Self::NotOrdered,
            _ => return None,
        })
    }
}

impl FromJson for Problem {
    fn from_json(value: &JsValue) -> Option<Self> {
        Some(Self {
            status: field(value, "status")?,
            title: field(value, "title")?,
            refusal: FromJson::from_json(value)?,
        })
    }
}

impl FromJson for Refusal {
    fn from_json(value: &JsValue) -> Option<Self> {
        Some(match tag(value, "code")?.as_str() {
            "unknown_webinar" => Self::UnknownWebinar,
            "webinar_not_open" => Self::WebinarNotOpen,
            "webinar_ended" => Self::WebinarEnded,
            "municipality_fixed" => Self::MunicipalityFixed,
            "request_takes_none" => Self::RequestTakesNone {
                why: field(value, "why")?,
            },
            "too_many_interests" => Self::TooManyInterests {
                limit: field(value, "limit")?,
            },
            "unknown_municipality" => Self::UnknownMunicipality,
            "not_joined" => Self::NotJoined,
            "observer_cannot_vote" => Self::ObserverCannotVote,
            "barometer_not_open" => Self::BarometerNotOpen,
            "barometer_closed" => Self::BarometerClosed,
            "names_frozen" => Self::NamesFrozen,
            "too_many_choices" => Self::TooManyChoices {
                limit: field(value, "limit")?,
            },
            "unknown_candidate" => Self::UnknownCandidate {
                candidate: field(value, "candidate")?,
            },
            "stale_revision" => Self::StaleRevision {
                current: field(value, "current")?,
            },
            "unknown_request" => Self::UnknownRequest,
            "not_presenter" => Self::NotPresenter,
            "not_vendor" => Self::NotVendor,
            "wrong_passphrase" => Self::WrongPassphrase,
            "already_set_up" => Self::AlreadySetUp,
            "no_vendor_key" => Self::NoVendorKey,
            "reason_missing" => Self::ReasonMissing,
            "unknown_invitation" => Self::UnknownInvitation,
            "invitation_needed" => Self::InvitationNeeded,
            "door_closed" => Self::DoorClosed,
            "municipality_full" => Self::MunicipalityFull {
                limit: field(value, "limit")?,
            },
            "stale_step" => Self::StaleStep,
            "barometer_still_open" => Self::BarometerStillOpen,
            "barometer_already_opened" => Self::BarometerAlreadyOpened,
            "not_closed_yet" => Self::NotClosedYet,
            "nothing_further" => Self::NothingFurther,
            "not_possible_now" => Self::NotPossibleNow,
            "choice_does_not_fit" => Self::ChoiceDoesNotFit,
            "body_too_large" => Self::BodyTooLarge {
                limit: field(value, "limit")?,
            },
            "malformed" => Self::Malformed {
                reason: field(value, "reason")?,
            },
            "not_found" => Self::NotFound,
            "cross_site" => Self::CrossSite,
            "busy" => Self::Busy {
                retry_after_ms: field(value, "retry_after_ms")?,
            },
            "too_many" => Self::TooMany {
                retry_after_ms: field(value, "retry_after_ms")?,
            },
            "internal" => Self::Internal,
            _ => return None,
        })
    }
}

/// The name by which an enum's variants are told apart.
fn tag(value: &JsValue, name: &str) -> Option<String> {
    field(value, name)
}
