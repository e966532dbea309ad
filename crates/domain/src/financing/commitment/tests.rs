use proptest::prelude::*;

use super::*;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn circumstances() -> Circumstances {
    Circumstances {
        today: date("2023-09-21"),
        price: Money::from_kroner(240_000),
        state: RequestState::Gathering,
        is_past_deadline: false,
    }
}

fn ordered() -> Circumstances {
    Circumstances {
        state: RequestState::Ordered,
        ..circumstances()
    }
}

pub(super) fn skive() -> MunicipalityCode {
    "0779".parse().unwrap()
}

fn mandate() -> Mandate {
    Mandate {
        by: "Sundhedschef".into(),
        reference: "Sag 23/1184".into(),
        date: date("2023-09-20"),
        maximum: None,
    }
}

pub(super) fn commit(kroner: i64) -> Move {
    Move::Commit {
        amount: Money::from_kroner(kroner),
        mandate: mandate(),
    }
}

pub(super) fn decide() -> Move {
    Move::Decide {
        stage: DecisionStage::Purchasing,
        expected: None,
    }
}

pub(super) fn indicate() -> Move {
    Move::Indicate {
        amount: Money::from_kroner(24_000),
        is_maximum: true,
        at_least: None,
    }
}

pub(super) fn withdraw() -> Move {
    Move::Withdraw {
        reason: "Budgettet er brugt".into(),
    }
}

pub(super) fn walk(moves: &[Move], circumstances: Circumstances) -> Result<Commitment, Refusal> {
    let mut held: Option<Commitment> = None;
    for said in moves {
        held = Some(Commitment::after(
            held.as_ref(),
            skive(),
            said,
            circumstances,
        )?);
    }
    held.ok_or(Refusal::NotPossibleNow)
}

#[test]
fn from_dialogue_to_invoice() {
    let way = [
        Move::Interest,
        indicate(),
        decide(),
        commit(24_000),
        Move::Invoice { year: 2024 },
        Move::Pay,
    ];
    let early = walk(&way[..5], circumstances());
    let why = TakesNone::NotOrdered;
    assert_eq!(early, Err(Refusal::RequestTakesNone { why }));
    let paid = walk(&way, ordered()).unwrap();
    assert_eq!(paid.state, CommitmentState::Paid);
    assert_eq!(paid.detail.mandate, Some(mandate()));
    assert_eq!(paid.detail.expected, Some(date("2023-12-20")));
    assert!(!paid.detail.is_maximum);
}

#[test]
fn no_step_is_left_out() {
    assert_eq!(
        walk(&[indicate()], circumstances()),
        Err(Refusal::MoveNotAllowed)
    );
    let leap = [Move::Interest, commit(24_000)];
    assert_eq!(walk(&leap, circumstances()), Err(Refusal::MoveNotAllowed));
}

#[test]
fn whoever_left_may_be_interested_again_with_nothing_promised() {
    let way = [
        Move::Interest,
        indicate(),
        Move::Name { named: true },
        withdraw(),
        Move::Interest,
    ];
    let again = walk(&way, circumstances()).unwrap();
    assert_eq!(
        (again.state, again.amount),
        (CommitmentState::Interested, Money::ZERO)
    );
    assert_eq!(
        again.detail,
        Detail {
            named: true,
            ..Detail::default()
        }
    );
}

#[test]
fn nothing_is_taken_back_once_it_is_ordered() {
    let promised = [Move::Interest, indicate(), decide(), commit(24_000)];
    let held = walk(&promised, circumstances()).unwrap();
    let after = |said: &Move| Commitment::after(Some(&held), skive(), said, ordered());
    assert_eq!(after(&withdraw()), Err(Refusal::MoveNotAllowed));
    assert_eq!(after(&commit(1)), Err(Refusal::MoveNotAllowed));
    assert!(after(&Move::Invoice { year: 2024 }).is_ok());
}

#[test]
fn what_is_missing_is_named() {
    let refused = |mut way: Vec<Move>, last: Move| {
        way.push(last);
        walk(&way, circumstances()).unwrap_err()
    };
    let indicated = || vec![Move::Interest, indicate()];
    let deciding = || vec![Move::Interest, indicate(), decide()];
    let nothing = Move::Indicate {
        amount: Money::ZERO,
        is_maximum: false,
        at_least: None,
    };
    assert_eq!(
        refused(vec![Move::Interest], nothing),
        Field::Amount.wrong()
    );
    let blank = Move::Decline { reason: " ".into() };
    assert_eq!(refused(indicated(), blank), Field::Reason.wrong());
    let yesterday = Move::Decide {
        stage: DecisionStage::It,
        expected: Some(date("2023-09-20")),
    };
    assert_eq!(refused(indicated(), yesterday), Field::Expected.wrong());
    assert_eq!(refused(deciding(), commit(240_001)), Field::Amount.wrong());
    let beyond = Move::Commit {
        amount: Money::from_kroner(30_000),
        mandate: Mandate {
            maximum: Some(Money::from_kroner(24_000)),
            ..mandate()
        },
    };
    assert_eq!(refused(deciding(), beyond), Field::Amount.wrong());
    let nobody = Move::Commit {
        amount: Money::from_kroner(1),
        mandate: Mandate {
            by: String::new(),
            ..mandate()
        },
    };
    assert_eq!(refused(deciding(), nobody), Field::MandateBy.wrong());
}

#[test]
fn only_who_has_said_something_can_be_named() {
    assert_eq!(
        walk(&[Move::Name { named: true }], circumstances()),
        Err(Refusal::NotPossibleNow)
    );
}

fn any_move() -> impl Strategy<Value = Move> {
    let reason = || "Derfor".to_owned();
    prop_oneof![
        Just(Move::Interest),
        Just(indicate()),
        Just(decide()),
        Just(commit(24_000)),
        Just(Move::Invoice { year: 2024 }),
        Just(Move::Pay),
        Just(Move::Decline { reason: reason() }),
        Just(Move::Withdraw { reason: reason() }),
        Just(Move::Expire { reason: reason() }),
        any::<bool>().prop_map(|named| Move::Name { named }),
    ]
}

proptest! {
    #[test]
    fn only_allowed_moves_are_reachable(
        moves in prop::collection::vec(any_move(), 1..40),
        state in prop::sample::select(RequestState::ALL.to_vec()),
        is_past_deadline: bool,
    ) {
        let circumstances = Circumstances { state, is_past_deadline, ..circumstances() };
        let mut held: Option<Commitment> = None;
        for said in &moves {
            let from = held.as_ref().map(|held| held.state);
            let next = Commitment::after(held.as_ref(), skive(), said, circumstances);
            // What the desk offers is what is taken.
            let choices = Commitment::choices(from, circumstances);
            let offered = choices.iter().any(|(to, admitted)| *to == said.to() && admitted.is_ok());
            let is_filled_in = !matches!(next, Err(Refusal::NotFilledIn { .. }));
            prop_assert!(!is_filled_in || offered == next.is_ok(), "{:?} {:?}", said, next);
            let Ok(next) = next else {
                continue;
            };
            let stays = from == Some(next.state);
            prop_assert!(stays || CommitmentState::after(from).contains(&next.state));
            prop_assert_eq!(next.state.has_left(), next.detail.reason.is_some());
            prop_assert!(!next.state.counts_as_funded() || next.detail.mandate.is_some());
            prop_assert!(next.state > CommitmentState::Interested || next.amount == Money::ZERO);
            held = Some(next);
        }
    }
}

#[test]
fn a_participants_tap_moves_nobody_who_is_there() {
    let way = [Move::Interest, indicate(), decide(), commit(24_000)];
    for so_far in 1..=way.len() {
        let held = walk(&way[..so_far], circumstances()).unwrap();
        let wanted = Commitment::wanted(Some(&held), skive(), circumstances());
        assert_eq!(wanted, Ok(None));
    }
    let first = |circumstances| Commitment::wanted(None, skive(), circumstances);
    assert_eq!(
        first(circumstances()),
        Ok(Some(Commitment::interested(skive())))
    );
    let late = Circumstances {
        is_past_deadline: true,
        ..circumstances()
    };
    let why = TakesNone::DeadlinePassed;
    assert_eq!(first(late), Err(Refusal::RequestTakesNone { why }));
}

#[test]
fn whoever_left_comes_back_by_a_new_interest_unnamed() {
    let way = [Move::Interest, Move::Name { named: true }, withdraw()];
    let left = walk(&way, circumstances()).unwrap();
    let again = Commitment::wanted(Some(&left), skive(), circumstances());
    assert_eq!(again, Ok(Some(Commitment::interested(skive()))));
}

#[test]
fn the_step_on_is_offered_first() {
    use CommitmentState::{
        Committed, Declined, Expired, Indicated, Interested, Invoiced, Withdrawn,
    };
    let offered = |from, circumstances| -> Vec<_> {
        let choices = Commitment::choices(from, circumstances).into_iter();
        choices
            .filter(|(_, admitted)| admitted.is_ok())
            .map(|(to, _)| to)
            .collect()
    };
    assert_eq!(offered(None, circumstances()), [Some(Interested)]);
    let promised = offered(Some(Committed), circumstances());
    assert_eq!(promised, [Some(Committed), Some(Withdrawn), None]);
    assert_eq!(offered(Some(Committed), ordered()), [Some(Invoiced), None]);
    let interested = offered(Some(Interested), circumstances());
    assert_eq!(
        interested[..4],
        [Indicated, Declined, Withdrawn, Expired].map(Some)
    );
    let merged = Circumstances {
        state: RequestState::Merged,
        ..circumstances()
    };
    assert!(offered(Some(Interested), merged).is_empty());
}
