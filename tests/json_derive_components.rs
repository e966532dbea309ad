//! What the derived reader makes of JSON is what `serde` makes of it: for each shape that a type can have on the wire,
//! whole, with parts left out, and with parts that are something else.

#![cfg(target_arch = "wasm32")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use barometer_domain::financing::commitment::Detail;
use barometer_domain::financing::merging::MergeConflict;
use barometer_domain::financing::{Commitment, CommitmentState};
use barometer_domain::ids::{CandidateId, RequestId};
use barometer_domain::language::Language;
use barometer_domain::money::Money;
use barometer_domain::refusal::{Field, Refusal, SheetProblem};
use barometer_domain::view::TieAid;
use barometer_domain::webinar::Command;
use barometer_domain::wire::{Problem, SignedRoll};
use barometer_json::FromJson;
use barometer_kit::json;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Both readers read the same from `text`, if only that it is nothing.
#[track_caller]
fn agree<T: FromJson + DeserializeOwned + PartialEq + Debug>(text: &str) {
    let by_serde = serde_json::from_str::<T>(text).ok();
    assert_eq!(barometer_json::read::<T>(text), by_serde, "{text}");
}

/// It is read back, and so is what is left of it without any one of its members, or with another thing in its place.
#[track_caller]
fn check<T: Serialize + DeserializeOwned + FromJson + PartialEq + Debug>(value: &T) {
    let json = serde_json::to_value(value).unwrap();
    let text = json.to_string();
    assert_eq!(
        barometer_json::read::<T>(&text).as_ref(),
        Some(value),
        "{text}"
    );
    for name in json
        .as_object()
        .into_iter()
        .flat_map(|object| object.keys())
    {
        let mut without = json.clone();
        without.as_object_mut().unwrap().remove(name);
        // A phone takes what is missing for false or an empty list, whether the server may leave it out or not.
        if let Ok(expected) = serde_json::from_value::<T>(without.clone()) {
            assert_eq!(
                barometer_json::read(&without.to_string()),
                Some(expected),
                "{without}"
            );
        }
        for other in ["\"else\"", "-1", "1.5", "null", "{}"] {
            let mut with_other = json.clone();
            with_other[name] = serde_json::from_str(other).unwrap();
            agree::<T>(&with_other.to_string());
        }
    }
    for other in ["null", "7", "\"else\""] {
        agree::<T>(other);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJson)]
struct Members {
    plain: String,
    #[serde(rename = "other_name")]
    renamed: u8,
    #[serde(default)]
    often: u32,
    #[serde(default = "seven")]
    usual: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    perhaps: Option<u16>,
    nothing: Option<Inner>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    list: Vec<Wrapped>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_it: bool,
    #[serde(skip)]
    never: u8,
    #[serde(flatten)]
    flat: Inner,
}

fn seven() -> i64 {
    7
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJson)]
#[serde(default)]
struct Inner {
    inner: u64,
    pair: (String, Vec<u8>),
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, FromJson)]
struct Wrapped(u16);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJson)]
#[serde(transparent)]
struct Transparent {
    columns: BTreeMap<String, u8>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJson)]
#[serde(tag = "is", rename_all = "snake_case")]
enum Tagged {
    NothingMore,
    WithMembers {
        #[serde(alias = "former")]
        count: u16,
    },
    WithInner(Inner),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJson)]
enum External {
    Name,
    #[serde(rename = "otherwise")]
    Members {
        line: u32,
    },
    Set(BTreeSet<Wrapped>),
    Four([u8; 4]),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJson)]
#[serde(try_from = "String", into = "String")]
struct Even(String);

impl TryFrom<String> for Even {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let is_even = text.len().is_multiple_of(2);
        is_even.then_some(Self(text)).ok_or("odd")
    }
}

impl From<Even> for String {
    fn from(even: Even) -> Self {
        even.0
    }
}

#[wasm_bindgen_test]
fn members_of_every_kind() {
    let inner = Inner {
        inner: 9_007_199_254_740_991,
        pair: ("Æ".into(), vec![1, 2]),
    };
    let full = Members {
        plain: "\"\\\n".into(),
        renamed: 255,
        often: 3,
        usual: -4,
        perhaps: Some(5),
        nothing: Some(inner.clone()),
        list: vec![Wrapped(1), Wrapped(2)],
        is_it: true,
        never: 0,
        flat: inner,
    };
    check(&full);
    check(&Members::default());
}

#[wasm_bindgen_test]
fn enums_and_what_wraps_another() {
    for tagged in [
        Tagged::NothingMore,
        Tagged::WithMembers { count: 3 },
        Tagged::WithInner(Inner::default()),
    ] {
        check(&tagged);
    }
    agree::<Tagged>(r#"{"is":"with_members","former":4}"#);
    agree::<Tagged>(r#"{"is":"unheard_of"}"#);
    for external in [
        External::Name,
        External::Members { line: 3 },
        External::Set([Wrapped(2), Wrapped(1)].into()),
        External::Four([1, 2, 3, 4]),
    ] {
        check(&external);
    }
    for text in [
        r#"{"Four":[1,2,3]}"#,
        "{}",
        "\"Unheard\"",
        r#"{"Unheard":1}"#,
    ] {
        agree::<External>(text);
    }
    check(&Transparent {
        columns: [("a".to_owned(), 1), ("b".to_owned(), 2)].into(),
    });
    check(&Even("even".into()));
    agree::<Even>("\"odd\"");
    let results: [Result<u8, String>; 2] = [Ok(1), Err("no".into())];
    for result in results {
        check(&result);
    }
}

#[wasm_bindgen_test]
fn every_command() {
    let commands = [
        Command::Next,
        Command::Back,
        Command::GoTo { at: 1, item: 2 },
        Command::Open,
        Command::Close,
        Command::Reopen,
        Command::NextRound,
        Command::Reveal { automatic: true },
        Command::RevealAll,
        Command::Drill {
            request: RequestId(3),
        },
        Command::Undrill,
        Command::Suppose { count: 4 },
        Command::Compare { on: true },
        Command::Blank { on: true },
        Command::StartCountdown { seconds: 60 },
        Command::ExtendCountdown { seconds: 30 },
        Command::StopCountdown,
        Command::Choose {
            candidates: vec![CandidateId(1)],
            reason: "Den \"billigste\"".into(),
        },
        Command::Door { closed: true },
        Command::Speak {
            language: Language::English,
        },
        Command::End,
        Command::StartOver,
    ];
    for command in commands {
        let text = serde_json::to_string(&command).unwrap();
        assert_eq!(barometer_json::read(&text), Some(command), "{text}");
    }
}

#[wasm_bindgen_test]
fn what_staff_alone_is_refused_is_known_to_staff_and_to_no_phone() {
    let commitment = |state| Commitment {
        municipality: "0751".parse().unwrap(),
        state,
        amount: Money::from_kroner(3),
        detail: Detail::default(),
    };
    let conflict = MergeConflict {
        stays: commitment(CommitmentState::Committed),
        goes: commitment(CommitmentState::Declined),
    };
    let staff_only = [
        Refusal::CodeNeeded,
        Refusal::Locked,
        Refusal::LogBroken,
        Refusal::ChoicesSeen,
        Refusal::StaleEdition,
        Refusal::MoveNotAllowed,
        Refusal::MergeConflicts {
            conflicts: vec![conflict],
        },
        Refusal::MergeMovedOn,
        Refusal::ImportHasErrors { lines: 2 },
        SheetProblem::TooLarge.into(),
        SheetProblem::OpenQuote { line: 7 }.into(),
        Field::MandateDate.wrong(),
    ];
    for refusal in staff_only {
        let text = written(&refusal);
        assert_eq!(json::refusal(&text), Some(refusal), "{text}");
        assert_eq!(json::refusal_on_phone(&text), None, "{text}");
    }
    let text = written(&Refusal::BarometerClosed);
    assert_eq!(
        json::refusal_on_phone(&text),
        Some(Refusal::BarometerClosed)
    );
}

fn written(refusal: &Refusal) -> String {
    let problem = Problem {
        status: 422,
        title: refusal.to_string(),
        refusal: refusal.clone(),
    };
    serde_json::to_string(&problem).unwrap()
}

#[wasm_bindgen_test]
fn rolls_and_figures_for_staff() {
    let tracker = || "AAAAAAAAAAAAAAAAAAAAAA".parse().unwrap();
    check(&SignedRoll {
        barometer: "3".into(),
        ballots: vec![tracker()],
        candidates: vec![("1".into(), vec![tracker(), tracker()])],
        struck: vec![],
        opening: None,
        root: None,
        words: None,
        signature: "s".into(),
    });
    check(&TieAid {
        candidate: CandidateId(1),
        municipalities: 2,
        fraction: 3_500,
        price_per_municipality: Some(Money::from_kroner(4)),
    });
}
