//! The step forward at every stage and in every state of the vote, and the way back.

use proptest::prelude::*;

use super::*;
use crate::catalogue::Reality;

const ONGOING: u8 = 1;
const CANDIDATES: u8 = 2;
const VOTE: u8 = 3;
const RESULT: u8 = 4;
const FINANCING: u8 = 5;
const THANKS: u8 = 6;

fn plan(pick: Option<Pick>) -> Plan {
    Plan {
        stages: Stage::USUAL.to_vec(),
        candidates: (1..=12).map(RequestId).collect(),
        ongoing: (101..=108).map(RequestId).collect(),
        reality: Reality::Real,
        pick,
        choices_seen: false,
        supported: Vec::new(),
        survey_pages: 0,
        carrying_pages: 0,
    }
}

fn ids(numbers: &[u16]) -> Vec<CandidateId> {
    numbers.iter().map(|&number| CandidateId(number)).collect()
}

fn clear() -> Pick {
    Pick::Clear {
        go_on: ids(&[3, 1]),
    }
}

fn tied() -> Pick {
    Pick::Tied {
        ahead: ids(&[1]),
        tied: ids(&[2, 3, 4]),
    }
}

/// A progress that stands here.
fn at(phase: Phase, at: u8, item: u16) -> Progress {
    let mut progress = Progress {
        phase,
        ..Progress::default()
    };
    (progress.scene.at, progress.scene.item) = (at, item);
    progress
}

/// The same with so many rows of the result out.
fn revealed(rows: u16, place: u8, item: u16) -> Progress {
    let mut progress = at(Phase::Revealed, place, item);
    progress.scene.rows = rows;
    progress
}

fn drilled(mut progress: Progress, request: u32) -> Progress {
    progress.scene.drilled = Some(RequestId(request));
    progress
}

fn step(plan: &Plan, progress: &Progress) -> Option<(Command, Upcoming, bool)> {
    let step = progress.forward(plan)?;
    Some((step.command, step.brings, step.asks))
}

/// That it is just the next thing, which brings this.
fn is_next(step: Option<(Command, Upcoming, bool)>, brings: Upcoming) -> bool {
    step.is_some_and(|(command, shown, asks)| command == Command::Next && shown == brings && !asks)
}

fn stage(stage: Stage) -> Upcoming {
    Upcoming::Stage { stage }
}

fn request(number: u32) -> Upcoming {
    Upcoming::Request {
        request: RequestId(number),
    }
}

#[test]
fn before_the_vote_it_goes_through_pages_and_candidates() {
    let plan = plan(None);
    let steps = |place, item| step(&plan, &at(Phase::Draft, place, item));
    assert!(is_next(steps(0, 0), stage(Stage::Ongoing)));
    assert!(is_next(steps(ONGOING, 0), Upcoming::Page { page: 1 }));
    assert!(is_next(steps(ONGOING, 1), stage(Stage::Candidates)));
    let second = CandidateId(2);
    let candidate = Upcoming::Candidate { candidate: second };
    assert!(is_next(steps(CANDIDATES, 0), candidate));
    assert!(is_next(steps(CANDIDATES, 11), stage(Stage::Barometer)));
}

#[test]
fn at_the_vote_it_opens_closes_waits_and_shows_the_result() {
    let plan = plan(None);
    let steps = |phase| step(&plan, &at(phase, VOTE, 0));
    let asked = |command, brings| Some((command, brings, true));
    assert_eq!(
        steps(Phase::Draft),
        asked(Command::Open, Upcoming::VoteOpens)
    );
    assert_eq!(
        steps(Phase::Open),
        asked(Command::Close, Upcoming::VoteCloses)
    );
    assert_eq!(steps(Phase::Closing), None);
    let reveal = Command::Reveal { automatic: false };
    let result = Some((reveal, Upcoming::Result, false));
    assert_eq!(steps(Phase::Closed), result);
    assert_eq!(step(&plan, &at(Phase::Closed, RESULT, 0)), result);
    // Whoever shows a candidate once more while people vote comes back to the vote.
    let back_at_candidates = at(Phase::Open, CANDIDATES, 11);
    assert!(is_next(
        step(&plan, &back_at_candidates),
        stage(Stage::Barometer)
    ));
    let nothing_to_vote_on = Plan {
        candidates: Vec::new(),
        ..plan.clone()
    };
    assert!(is_next(
        step(&nothing_to_vote_on, &at(Phase::Draft, VOTE, 0)),
        stage(Stage::Result)
    ));
}

#[test]
fn the_result_comes_row_by_row_then_page_by_page() {
    let plan = plan(Some(clear()));
    let steps = |rows, item| step(&plan, &revealed(rows, RESULT, item));
    assert!(is_next(steps(1, 0), Upcoming::Row { left: 10 }));
    assert!(is_next(steps(11, 0), Upcoming::Row { left: 0 }));
    assert!(is_next(steps(12, 0), Upcoming::Page { page: 1 }));
    assert!(is_next(steps(12, 1), stage(Stage::Financing)));
    // Too few have voted: there are no rows, and it goes on.
    let nothing = Plan { pick: None, ..plan };
    let too_few = step(&nothing, &revealed(1, RESULT, 0));
    assert!(is_next(too_few, stage(Stage::Financing)));
}

#[test]
fn a_tie_is_passed_only_when_pressed_once_more_until_it_is_decided() {
    let plan = plan(Some(tied()));
    let mut progress = revealed(12, RESULT, 0);
    assert!(is_next(step(&plan, &progress), Upcoming::Page { page: 1 }));
    progress.scene.item = 1;
    let asked = Some((Command::Next, stage(Stage::Financing), true));
    assert_eq!(step(&plan, &progress), asked);
    // The one ahead was shown from the result: from there it is the same.
    assert_eq!(step(&plan, &drilled(progress.clone(), 1)), asked);
    progress.scene.chosen = ids(&[1, 3]);
    assert!(is_next(step(&plan, &progress), stage(Stage::Financing)));
}

#[test]
fn the_financing_shows_its_list_and_then_each_request_that_goes_on() {
    let plan = plan(Some(clear()));
    let list = |item| revealed(12, FINANCING, item);
    assert!(
        is_next(step(&plan, &list(0)), Upcoming::Page { page: 1 }),
        "ten requests"
    );
    assert!(is_next(step(&plan, &list(1)), request(3)), "by place");
    assert!(is_next(step(&plan, &drilled(list(1), 3)), request(1)));
    assert!(is_next(
        step(&plan, &drilled(list(1), 1)),
        stage(Stage::Thanks)
    ));
    // One under way that was asked for is followed by the others under way.
    assert!(is_next(step(&plan, &drilled(list(0), 101)), request(102)));
    assert!(is_next(
        step(&plan, &drilled(list(0), 108)),
        stage(Stage::Thanks)
    ));
    let nobody = Plan {
        pick: Some(Pick::Nobody),
        ..plan
    };
    assert!(is_next(step(&nobody, &list(1)), stage(Stage::Thanks)));
}

#[test]
fn a_request_shown_from_a_list_or_a_result_is_followed_by_the_next_one() {
    let ongoing = drilled(at(Phase::Draft, ONGOING, 0), 107);
    let plan = plan(Some(clear()));
    assert!(is_next(step(&plan, &ongoing), request(108)));
    let last = drilled(at(Phase::Draft, ONGOING, 0), 108);
    assert!(is_next(step(&plan, &last), stage(Stage::Candidates)));
    let winner = drilled(revealed(12, RESULT, 0), 3);
    assert!(is_next(step(&plan, &winner), request(1)));
    let other = drilled(revealed(12, RESULT, 0), 2);
    assert!(is_next(step(&plan, &other), request(4)));
}

#[test]
fn what_is_blank_is_shown_again_and_the_thanks_are_the_end() {
    let plan = plan(Some(clear()));
    for phase in [Phase::Draft, Phase::Open, Phase::Closed] {
        let mut blank = at(phase, VOTE, 0);
        blank.scene.blank = true;
        assert!(
            is_next(step(&plan, &blank), Upcoming::Unblanked),
            "{phase:?}"
        );
        assert!(blank.can_go_back(&plan));
    }
    assert_eq!(step(&plan, &revealed(12, THANKS, 0)), None);
    assert!(!at(Phase::Draft, 0, 0).can_go_back(&plan));
}

#[test]
fn back_in_the_middle_of_the_reveal_takes_in_a_row_and_sets_the_pace() {
    let plan = plan(Some(tied()));
    let mut coming = revealed(5, RESULT, 0);
    coming.scene.automatic = true;
    let back = |progress: &Progress| progress.decide(&plan, &Command::Back, progress.step, 0);
    let four = back(&coming).unwrap();
    assert_eq!((four.scene.rows, four.scene.automatic), (4, false));
    let five = four.decide(&plan, &Command::Next, four.step, 0).unwrap();
    assert_eq!((five.scene.rows, five.scene.automatic), (5, false));
    let none = back(&revealed(0, RESULT, 0)).unwrap();
    assert_eq!(plan.stage(none.scene.at), Stage::Barometer);
    // What is all out stays out.
    let all = back(&revealed(12, RESULT, 0)).unwrap();
    assert_eq!(
        (plan.stage(all.scene.at), all.scene.rows),
        (Stage::Barometer, 12)
    );
}

#[test]
fn a_remote_alone_leads_from_the_welcome_to_the_thanks() {
    let mut progress = Progress::default();
    let mut plan = plan(None);
    let (mut presses, mut shown) = (0, Vec::new());
    while let Some(step) = progress.forward(&plan) {
        presses += 1 + u32::from(step.asks);
        progress = progress
            .decide(&plan, &step.command, progress.step, 0)
            .unwrap()
            .closed();
        if progress.phase == Phase::Revealed && plan.pick.is_none() {
            plan.pick = Some(clear());
        }
        shown.push(step.brings);
        assert!(presses < 99, "it ends");
    }
    assert_eq!(plan.stage(progress.scene.at), Stage::Thanks);
    let at = |what| shown.iter().position(|&brings| brings == what).unwrap();
    let closes = at(Upcoming::VoteCloses);
    assert_eq!(at(Upcoming::VoteOpens) + 1, closes);
    // Two presses close, the third shows a result.
    assert_eq!(at(Upcoming::Result), closes + 1);
    assert_eq!(at(Upcoming::Row { left: 0 }), closes + 12);
    assert_eq!(at(request(3)) + 1, at(request(1)));
    assert_eq!(at(request(1)) + 1, at(stage(Stage::Thanks)));
}

fn picks() -> impl Strategy<Value = Option<Pick>> {
    prop_oneof![
        Just(Some(clear())),
        Just(Some(tied())),
        Just(Some(Pick::Nobody)),
        Just(None)
    ]
}

proptest! {
    /// Back is the way one came, wherever the step changed what is shown and nothing of the vote.
    #[test]
    fn back_leads_to_where_one_was(
        pick in picks(),
        phase in prop_oneof![Just(Phase::Draft), Just(Phase::Closed), Just(Phase::Revealed)],
        presses in 0..40_usize,
        rows in 0..=12_u16,
    ) {
        let plan = plan(pick.filter(|_| phase == Phase::Revealed));
        let mut progress = at(phase, 0, 0);
        progress.scene.rows = if phase == Phase::Revealed { rows } else { 0 };
        let press = |progress: &Progress, command| progress.decide(&plan, &command, progress.step, 0);
        for _ in 0..presses {
            let Ok(there) = press(&progress, Command::Next) else { break };
            let back = press(&there, Command::Back).unwrap();
            let place = |progress: &Progress| {
                let scene = &progress.scene;
                (scene.at, scene.item, scene.drilled, scene.rows)
            };
            // All rows out stay out; where they are coming out, back takes one in.
            let came_out_last = there.scene.rows != progress.scene.rows && plan.all_rows_are_out(&there);
            let came_in_between = there.scene.at != progress.scene.at
                && plan.stage(there.scene.at) == Stage::Result
                && !plan.all_rows_are_out(&there);
            if !came_out_last && !came_in_between {
                prop_assert_eq!(place(&back), place(&progress));
            }
            progress = there;
        }
    }

    /// A step that a remote is shown is one that can be taken.
    #[test]
    fn what_is_offered_is_possible(
        pick in picks(),
        phase in prop_oneof![
            Just(Phase::Draft), Just(Phase::Open), Just(Phase::Closing), Just(Phase::Closed), Just(Phase::Revealed)
        ],
        place in 0..7_u8,
        rows in 0..=12_u16,
        request in prop::option::of(prop_oneof![1..=12_u32, 101..=108_u32]),
        blank in any::<bool>(),
    ) {
        let plan = plan(pick);
        let mut progress = at(phase, place, 0);
        (progress.scene.rows, progress.scene.blank) = (rows, blank);
        progress.scene.drilled = request.map(RequestId);
        if let Some(step) = progress.forward(&plan) {
            prop_assert!(progress.decide(&plan, &step.command, progress.step, 0).is_ok());
        }
        let back = progress.decide(&plan, &Command::Back, progress.step, 0);
        prop_assert_eq!(back.is_ok(), progress.can_go_back(&plan));
        let primary = progress.primary(&plan);
        let possible = primary.is_none_or(|command| {
            progress.decide(&plan, &command, progress.step, 0).is_ok()
        });
        prop_assert!(possible);
    }
}
