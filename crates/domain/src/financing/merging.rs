//! Two requests become one: what municipalities have said to the one that goes moves to the one that stays. Where a
//! municipality has said something else to each, the vendor decides which of the two stands.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Commitment, CommitmentState};
use crate::ids::MunicipalityCode;

/// Which of a municipality's two words stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// What it said to the request that stays.
    OfTheOneThatStays,
    /// What it said to the request that goes.
    OfTheOneThatGoes,
}

/// What the vendor decided about one municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MergeDecision {
    /// The municipality that said something else to each.
    pub municipality: MunicipalityCode,
    /// Which of its two words stands.
    pub kept: Kept,
}

/// A municipality that has said something else to each of two requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MergeConflict {
    /// What it said to the request that stays.
    pub stays: Commitment,
    /// What it said to the request that goes.
    pub goes: Commitment,
}

/// What is to be written down at the request that stays: each as it was said to the one that goes, but unnamed, since
/// consent was to be named there. Nobody who has left moves. Mere interest gives way to whatever has come further.
///
/// # Errors
/// Every conflict that `decided` says nothing about.
pub fn merged(
    goes: &[Commitment],
    stays: &[Commitment],
    decided: &[MergeDecision],
) -> Result<Vec<Commitment>, Vec<MergeConflict>> {
    let there: BTreeMap<MunicipalityCode, &Commitment> = stays
        .iter()
        .filter(|held| !held.state.has_left())
        .map(|held| (held.municipality, held))
        .collect();
    let (mut moves, mut conflicts) = (Vec::new(), Vec::new());
    for said in goes.iter().filter(|said| !said.state.has_left()) {
        let Some(&held) = there.get(&said.municipality) else {
            moves.push(unnamed(said, false));
            continue;
        };
        let mut decisions = decided.iter();
        let decision = decisions.find(|one| one.municipality == said.municipality);
        let is_interest = |one: &Commitment| one.state == CommitmentState::Interested;
        let kept = match decision {
            _ if is_interest(said) || is_same(said, held) => Kept::OfTheOneThatStays,
            _ if is_interest(held) => Kept::OfTheOneThatGoes,
            Some(decision) => decision.kept,
            None => {
                conflicts.push(MergeConflict {
                    stays: held.clone(),
                    goes: said.clone(),
                });
                continue;
            }
        };
        if kept == Kept::OfTheOneThatGoes {
            moves.push(unnamed(said, held.detail.named));
        }
    }
    if conflicts.is_empty() {
        Ok(moves)
    } else {
        Err(conflicts)
    }
}

fn is_same(one: &Commitment, other: &Commitment) -> bool {
    unnamed(one, false) == unnamed(other, false)
}

fn unnamed(said: &Commitment, named: bool) -> Commitment {
    let mut said = said.clone();
    said.detail.named = named;
    said
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::money::Money;
    use crate::municipality;

    fn said(who: usize, state: CommitmentState, kroner: i64) -> Commitment {
        Commitment {
            state,
            amount: Money::from_kroner(kroner),
            ..Commitment::interested(municipality::all()[who].code)
        }
    }

    use CommitmentState::{Committed, Indicated, Interested, Withdrawn};

    #[test]
    fn everyone_moves_and_who_said_two_things_is_asked_about() {
        let goes = [
            said(0, Committed, 20_000),
            said(1, Interested, 0),
            said(2, Indicated, 10_000),
            said(3, Withdrawn, 5_000),
            said(4, Indicated, 7_000),
        ];
        let stays = [
            said(1, Committed, 30_000),
            said(2, Indicated, 12_000),
            said(4, Interested, 0),
        ];
        let conflict = MergeConflict {
            stays: stays[1].clone(),
            goes: goes[2].clone(),
        };
        assert_eq!(merged(&goes, &stays, &[]), Err(vec![conflict]));
        let decided = |kept| {
            [MergeDecision {
                municipality: goes[2].municipality,
                kept,
            }]
        };
        let kept = merged(&goes, &stays, &decided(Kept::OfTheOneThatStays)).unwrap();
        assert_eq!(kept, [goes[0].clone(), goes[4].clone()]);
        let moved = merged(&goes, &stays, &decided(Kept::OfTheOneThatGoes)).unwrap();
        assert_eq!(moved, [goes[0].clone(), goes[2].clone(), goes[4].clone()]);
    }

    #[test]
    fn consent_was_for_the_other_request() {
        let mut named = said(0, Committed, 20_000);
        named.detail.named = true;
        let moved = merged(&[named], &[], &[]).unwrap();
        assert!(!moved[0].detail.named);
    }

    proptest! {
        /// Whoever is there before is there after, once, whatever is decided; nobody else is.
        #[test]
        fn nobody_is_lost_and_nobody_counts_twice(
            goes in prop::collection::btree_map(0..12_usize, (0..9_usize, 0..5_i64), 0..12),
            stays in prop::collection::btree_map(0..12_usize, (0..9_usize, 0..5_i64), 0..12),
            goes_first in any::<bool>(),
        ) {
            let all = |of: &BTreeMap<usize, (usize, i64)>| -> Vec<Commitment> {
                of.iter().map(|(&who, &(state, kroner))| said(who, CommitmentState::ALL[state], kroner)).collect()
            };
            let (goes, stays) = (all(&goes), all(&stays));
            let kept = if goes_first { Kept::OfTheOneThatGoes } else { Kept::OfTheOneThatStays };
            let decided: Vec<MergeDecision> = municipality::all().iter()
                .map(|one| MergeDecision { municipality: one.code, kept })
                .collect();
            let moves = merged(&goes, &stays, &decided).unwrap();
            let mut after: BTreeMap<_, _> = stays.iter().map(|held| (held.municipality, held)).collect();
            after.extend(moves.iter().map(|moved| (moved.municipality, moved)));
            let is_in = |of: &[Commitment], who| of.iter().any(|one| one.municipality == who && !one.state.has_left());
            for one in municipality::all() {
                let is_after = after.get(&one.code).is_some_and(|held| !held.state.has_left());
                prop_assert_eq!(is_after, is_in(&goes, one.code) || is_in(&stays, one.code));
            }
            let undecided = merged(&goes, &stays, &[]);
            let asked = undecided.err().unwrap_or_default();
            prop_assert!(asked.iter().all(|one| one.goes.municipality == one.stays.municipality));
        }
    }
}
