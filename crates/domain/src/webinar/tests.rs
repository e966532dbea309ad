//! The presenter's commands, played against the rules of the lifecycle.

use proptest::prelude::*;

use super::*;
use crate::refusal::{Field, Refusal};
use crate::vendor::LONGEST_REASON;

fn plan() -> Plan {
    Plan {
        stages: Stage::USUAL.to_vec(),
        candidates: (1..=12).map(RequestId).collect(),
        ongoing: (101..=104).map(RequestId).collect(),
        reality: Reality::Demo,
        pick: None,
        supported: Vec::new(),
        choices_seen: false,
        survey_pages: 0,
        carrying_pages: 0,
    }
}

fn tied_plan() -> Plan {
    let ids = |numbers: &[u16]| numbers.iter().map(|&number| CandidateId(number)).collect();
    Plan {
        pick: Some(Pick::Tied {
            ahead: ids(&[1]),
            tied: ids(&[2, 3, 4]),
        }),
        ..plan()
    }
}

/// Plays commands as one console that always sees the newest view.
fn play(plan: &Plan, commands: &[Command]) -> Result<Progress, Refusal> {
    commands
        .iter()
        .try_fold(Progress::default(), |progress, command| {
            progress.decide(plan, command, progress.step, 1_000)
        })
}

fn stage_after(commands: &[Command]) -> (Stage, u16) {
    let plan = plan();
    let progress = play(&plan, commands).unwrap();
    (plan.stage(progress.scene.at), progress.scene.item)
}

fn vote() -> Command {
    Command::GoTo { at: 3, item: 0 }
}

#[test]
fn next_walks_through_every_candidate_and_stage() {
    assert_eq!(stage_after(&[Command::Next]), (Stage::Ongoing, 0));
    assert_eq!(
        stage_after(&[Command::Next, Command::Next, Command::Next]),
        (Stage::Candidates, 1)
    );
    assert_eq!(stage_after(&vec![Command::Next; 14]), (Stage::Barometer, 0));
    assert_eq!(
        stage_after(&[vote(), Command::Back]),
        (Stage::Candidates, 11)
    );
    assert_eq!(
        play(&plan(), &[Command::Back]),
        Err(Refusal::NothingFurther)
    );
}

#[test]
fn a_second_console_with_an_old_step_is_refused() {
    let plan = plan();
    let first = Progress::default()
        .decide(&plan, &Command::Next, 0, 0)
        .unwrap();
    assert_eq!(
        first.decide(&plan, &Command::Next, 0, 0),
        Err(Refusal::StaleStep)
    );
}

#[test]
fn the_barometer_goes_one_way_only() {
    let plan = plan();
    let open = play(&plan, &[vote(), Command::Open]).unwrap();
    assert_eq!(open.phase, Phase::Open);
    let again = |progress: &Progress, command| progress.decide(&plan, &command, progress.step, 0);
    assert_eq!(
        again(&open, Command::Open),
        Err(Refusal::BarometerAlreadyOpened)
    );
    assert_eq!(
        again(&open, Command::Reveal { automatic: true }),
        Err(Refusal::NotClosedYet)
    );
    let closing = again(&open, Command::Close).unwrap();
    assert_eq!(closing.phase, Phase::Closing);
    assert_eq!(
        again(&closing, Command::Reveal { automatic: true }),
        Err(Refusal::NotClosedYet)
    );
    let closed = closing.closed();
    assert_eq!(
        (closed.phase, closed.step),
        (Phase::Closed, closing.step),
        "consoles stay fresh"
    );
    let revealed = again(&closed, Command::Reveal { automatic: false }).unwrap();
    assert_eq!(revealed.phase, Phase::Revealed);
    assert_eq!(plan.stage(revealed.scene.at), Stage::Result);
    assert_eq!(
        again(&revealed, Command::Close),
        Err(Refusal::BarometerClosed)
    );
}

#[test]
fn nothing_beyond_the_vote_is_shown_while_it_is_open() {
    let open = [vote(), Command::Open];
    let with = |command| play(&plan(), &[open.to_vec(), vec![command]].concat());
    assert_eq!(with(Command::Next), Err(Refusal::BarometerStillOpen));
    assert_eq!(
        with(Command::GoTo { at: 5, item: 0 }),
        Err(Refusal::BarometerStillOpen)
    );
    assert_eq!(with(Command::End), Err(Refusal::BarometerStillOpen));
    assert!(
        with(Command::Back).is_ok(),
        "a candidate may be shown again"
    );
}

#[test]
fn a_countdown_can_be_started_extended_and_stopped() {
    let start = Command::StartCountdown { seconds: 30 };
    let counting = [vote(), Command::Open, start.clone()];
    assert_eq!(play(&plan(), &counting).unwrap().ends_at, Some(31_000));
    let extended = [
        counting.to_vec(),
        vec![Command::ExtendCountdown { seconds: 30 }],
    ]
    .concat();
    assert_eq!(play(&plan(), &extended).unwrap().ends_at, Some(61_000));
    let began = |commands: &[Command]| play(&plan(), commands).unwrap().scene.counts_from;
    assert_eq!(began(&counting), Some(1_000));
    assert_eq!(
        began(&extended),
        Some(1_000),
        "an extension is of the same countdown"
    );
    let stopped = [counting.to_vec(), vec![Command::StopCountdown]].concat();
    assert_eq!(play(&plan(), &stopped).unwrap().ends_at, None);
    assert_eq!(play(&plan(), &[start]), Err(Refusal::NotPossibleNow));
    let zero = play(&plan(), &counting).unwrap().counted_down();
    assert_eq!((zero.phase, zero.ends_at), (Phase::Closing, None));
}

#[test]
fn a_list_with_nothing_on_it_is_passed_over_both_ways() {
    let nothing_under_way = Plan {
        ongoing: Vec::new(),
        ..plan()
    };
    let at = |plan: &Plan, commands: &[Command]| play(plan, commands).unwrap().scene.at;
    let stage = |stage| {
        let mut stages = nothing_under_way.stages.iter();
        u8::try_from(stages.position(|&one| one == stage).unwrap()).unwrap()
    };
    let candidates = stage(Stage::Candidates);
    assert_eq!(at(&nothing_under_way, &[Command::Next]), candidates);
    assert_eq!(
        at(&nothing_under_way, &[Command::Next, Command::Back]),
        stage(Stage::Welcome)
    );
    assert_eq!(at(&plan(), &[Command::Next]), stage(Stage::Ongoing));
    let there = Command::GoTo {
        at: stage(Stage::Ongoing),
        item: 0,
    };
    assert_eq!(
        at(&nothing_under_way, &[there]),
        stage(Stage::Ongoing),
        "who asks for it sees it"
    );
    let nobody = Plan {
        pick: Some(Pick::Nobody),
        ..nothing_under_way.clone()
    };
    let after = Progress {
        scene: Scene {
            at: stage(Stage::Result),
            item: 9,
            rows: u16::MAX,
            ..Scene::default()
        },
        phase: Phase::Revealed,
        ..Progress::default()
    };
    let next = after.decide(&nobody, &Command::Next, 0, 0).unwrap();
    assert_eq!(
        next.scene.at,
        stage(Stage::Thanks),
        "nothing goes on, nothing is under way"
    );
}

#[test]
fn the_projector_speaks_what_the_presenter_says_until_everything_starts_over() {
    let language = Language::English;
    let switched = play(&plan(), &[vote(), Command::Speak { language }]).unwrap();
    assert_eq!(switched.scene.language, Some(language));
    let ended = play(&plan(), &[Command::End, Command::Speak { language }]).unwrap();
    assert_eq!(ended.scene.language, Some(language), "after the end too");
    let demo = Plan {
        reality: Reality::Demo,
        ..plan()
    };
    let over = [Command::Speak { language }, Command::StartOver];
    assert_eq!(play(&demo, &over).unwrap().scene.language, None);
}

#[test]
fn a_close_that_a_countdown_came_before_is_no_error() {
    let plan = plan();
    let closing = play(&plan, &[vote(), Command::Open])
        .unwrap()
        .counted_down();
    let closed_too = closing
        .decide(&plan, &Command::Close, closing.step, 0)
        .unwrap();
    assert_eq!(closed_too.phase, Phase::Closing);
}

#[test]
fn a_restart_closes_what_was_closing_and_stops_the_countdown() {
    let plan = plan();
    let counting = [
        vote(),
        Command::Open,
        Command::StartCountdown { seconds: 60 },
    ];
    let restarted = play(&plan, &counting).unwrap().after_restart();
    assert_eq!((restarted.phase, restarted.ends_at), (Phase::Open, None));
    let closing = play(&plan, &[vote(), Command::Open, Command::Close]).unwrap();
    assert_eq!(closing.after_restart().phase, Phase::Closed);
}

#[test]
fn rows_come_out_one_by_one_and_can_be_skipped() {
    let plan = tied_plan();
    let closed = play(&plan, &[vote(), Command::Open, Command::Close])
        .unwrap()
        .closed();
    let reveal = Command::Reveal { automatic: true };
    let revealed = closed.decide(&plan, &reveal, closed.step, 0).unwrap();
    assert_eq!((revealed.scene.rows, revealed.scene.automatic), (0, true));
    let one = revealed.next_row(&plan);
    assert_eq!((one.scene.rows, one.step), (1, revealed.step));
    assert_eq!(one.primary(&plan), Some(Command::RevealAll));
    let all = one.decide(&plan, &Command::RevealAll, one.step, 0).unwrap();
    assert_eq!((all.scene.rows, all.scene.automatic), (12, false));
    let paged = all.decide(&plan, &Command::Next, all.step, 0).unwrap();
    assert_eq!(
        (plan.stage(paged.scene.at), paged.scene.item),
        (Stage::Result, 1)
    );
}

#[test]
fn who_shows_row_by_row_can_show_the_rest_at_once() {
    let plan = tied_plan();
    let closed = play(&plan, &[vote(), Command::Open, Command::Close])
        .unwrap()
        .closed();
    let reveal = Command::Reveal { automatic: false };
    let revealed = closed.decide(&plan, &reveal, closed.step, 0).unwrap();
    assert_eq!(
        (revealed.scene.rows, revealed.primary(&plan)),
        (1, Some(Command::Next))
    );
    let two = revealed.decide(&plan, &Command::Next, revealed.step, 0);
    let two = two.unwrap();
    assert_eq!(two.scene.rows, 2);
    let all = two.decide(&plan, &Command::RevealAll, two.step, 0).unwrap();
    assert_eq!(all.scene.rows, 12);
    let again = all.decide(&plan, &Command::RevealAll, all.step, 0);
    assert_eq!(again, Err(Refusal::NotPossibleNow));
}

#[test]
fn drilling_leaves_through_requests_and_returns() {
    let drill = |number| Command::Drill {
        request: RequestId(number),
    };
    let progress = play(&plan(), &[Command::Next, drill(101), Command::Next]).unwrap();
    assert_eq!(progress.scene.drilled, Some(RequestId(102)));
    let back = play(&plan(), &[Command::Next, drill(101), Command::Undrill]).unwrap();
    assert_eq!((back.scene.drilled, back.scene.at), (None, 1));
    assert_eq!(play(&plan(), &[drill(999)]), Err(Refusal::UnknownRequest));
    assert_eq!(
        play(&plan(), &[Command::Undrill]),
        Err(Refusal::NothingFurther)
    );
    let beyond = play(&plan(), &[Command::Next, drill(104), Command::Next]).unwrap();
    assert_eq!((beyond.scene.drilled, beyond.scene.at), (None, 2));
    let before = play(&plan(), &[Command::Next, drill(101), Command::Back]).unwrap();
    assert_eq!((before.scene.drilled, before.scene.at), (None, 1));
}

#[test]
fn what_is_supposed_belongs_to_the_request_shown() {
    let drill = Command::Drill {
        request: RequestId(101),
    };
    let suppose = |count| Command::Suppose { count };
    let after = |last: &[Command]| {
        let commands = [&[Command::Next, drill.clone(), suppose(3)], last].concat();
        play(&plan(), &commands).map(|progress| progress.scene.shared_by)
    };
    assert_eq!(after(&[]), Ok(3));
    assert_eq!(after(&[Command::Next]), Ok(0));
    assert_eq!(after(&[Command::Undrill]), Ok(0));
    assert_eq!(after(&[suppose(99)]), Err(Refusal::NotPossibleNow));
    assert_eq!(play(&plan(), &[suppose(3)]), Err(Refusal::NotPossibleNow));
}

/// A record says how many more were supposed until it said how many share.
#[test]
fn an_older_record_is_still_read() {
    let older = serde_json::from_str::<Command>(r#"{"do":"suppose","more":3}"#);
    assert_eq!(older.unwrap(), Command::Suppose { count: 3 });
}

#[test]
fn the_rules_stay_side_by_side_from_request_to_request() {
    let drill = Command::Drill {
        request: RequestId(101),
    };
    let compare = |on| Command::Compare { on };
    let after = |last: &[Command]| {
        let commands = [&[Command::Next, drill.clone(), compare(true)], last].concat();
        play(&plan(), &commands).map(|progress| progress.scene.compared)
    };
    assert_eq!(after(&[]), Ok(true));
    assert_eq!(after(&[Command::Next]), Ok(true));
    assert_eq!(after(&[compare(false)]), Ok(false));
    assert_eq!(after(&[Command::Undrill]), Ok(false));
    let nowhere = play(&plan(), &[compare(true)]);
    assert_eq!(nowhere, Err(Refusal::NotPossibleNow));
}

#[test]
fn the_presenter_decides_a_tie_within_its_bounds() {
    let plan = tied_plan();
    let revealed = Progress {
        phase: Phase::Revealed,
        ..Progress::default()
    };
    let choose = |numbers: &[u16]| {
        let candidates = numbers.iter().map(|&number| CandidateId(number)).collect();
        let reason = " Loddet mellem dem er deres pris. ".to_owned();
        revealed.decide(&plan, &Command::Choose { candidates, reason }, 0, 0)
    };
    let chosen = choose(&[3, 1]).unwrap();
    assert_eq!(chosen.scene.chosen, [CandidateId(1), CandidateId(3)]);
    assert_eq!(
        chosen.scene.chosen_because,
        "Loddet mellem dem er deres pris."
    );
    for reason in ["", " ", &"x".repeat(LONGEST_REASON + 1)] {
        let candidates = chosen.scene.chosen.clone();
        let reason = reason.to_owned();
        let command = Command::Choose { candidates, reason };
        assert_eq!(
            revealed.decide(&plan, &command, 0, 0),
            Err(Field::Reason.wrong())
        );
    }
    assert_eq!(
        plan.financing(&chosen.scene.chosen)[..2],
        [RequestId(1), RequestId(3)]
    );
    for misfit in [&[1][..], &[2, 3], &[1, 5], &[1, 2, 3, 4]] {
        assert_eq!(choose(misfit), Err(Refusal::ChoiceDoesNotFit), "{misfit:?}");
    }
}

/// A vote of the plan's that is closed, with nothing shown.
fn closed(plan: &Plan) -> Progress {
    let progress = play(plan, &[vote(), Command::Open, Command::Close]).unwrap();
    progress.closed()
}

#[test]
fn a_closed_vote_is_opened_again_on_the_voting_screen_until_its_result_is_out() {
    let plan = plan();
    let give =
        |progress: &Progress, command| progress.decide(&plan, &command, progress.step, 7_000);
    let closed = closed(&plan);
    assert!(closed.can_reopen(&plan));
    let waiting = give(&closed, Command::Next).unwrap();
    assert_eq!(plan.stage(waiting.scene.at), Stage::Result);
    let open = give(&waiting, Command::Reopen).unwrap();
    assert_eq!(
        (open.phase, plan.stage(open.scene.at)),
        (Phase::Open, Stage::Barometer)
    );
    assert_eq!(
        (open.scene.reopened, open.scene.opened_at),
        (1, Some(7_000))
    );
    assert_eq!(
        give(&open, Command::Reopen),
        Err(Refusal::BarometerAlreadyOpened)
    );
    let closing = give(&open, Command::Close).unwrap();
    assert_eq!(give(&closing, Command::Reopen), Err(Refusal::NotClosedYet));
    let revealed = give(&closing.closed(), Command::Reveal { automatic: false }).unwrap();
    assert_eq!(
        give(&revealed, Command::Reopen),
        Err(Refusal::NotPossibleNow)
    );
    assert!(!revealed.can_reopen(&plan));
    let ended = give(&closed, Command::End).unwrap();
    assert_eq!(give(&ended, Command::Reopen), Err(Refusal::WebinarNotOpen));
}

#[test]
fn whoever_has_seen_what_was_voted_opens_nothing_again() {
    let plan = Plan {
        choices_seen: true,
        ..plan()
    };
    let closed = closed(&plan);
    assert!(!closed.can_reopen(&plan));
    assert_eq!(
        closed.decide(&plan, &Command::Reopen, closed.step, 0),
        Err(Refusal::ChoicesSeen)
    );
}

#[test]
fn another_round_begins_when_all_of_the_last_result_is_out() {
    let plan = tied_plan();
    let give =
        |progress: &Progress, command| progress.decide(&plan, &command, progress.step, 9_000);
    let closed = closed(&plan);
    assert_eq!(
        give(&closed, Command::NextRound),
        Err(Refusal::NotPossibleNow)
    );
    let revealed = give(&closed, Command::Reveal { automatic: false }).unwrap();
    assert_eq!(
        give(&revealed, Command::NextRound),
        Err(Refusal::NotPossibleNow),
        "rows are to come"
    );
    let shown = give(&revealed, Command::RevealAll).unwrap();
    let candidates = vec![CandidateId(1), CandidateId(3)];
    let reason = "Den billigste".to_owned();
    let decided = give(&shown, Command::Choose { candidates, reason }).unwrap();
    let second = give(&decided, Command::NextRound).unwrap();
    let scene = &second.scene;
    assert_eq!(
        (second.phase, plan.stage(scene.at)),
        (Phase::Open, Stage::Barometer)
    );
    assert_eq!(
        (scene.rows, scene.earlier_rounds, scene.reopened),
        (0, 1, 0)
    );
    assert!(scene.chosen.is_empty() && scene.opened_at == Some(9_000));
    let ended = give(&shown, Command::End).unwrap();
    assert_eq!(
        give(&ended, Command::NextRound),
        Err(Refusal::WebinarNotOpen)
    );
}

#[test]
fn the_door_closes_and_opens_until_the_webinar_has_ended() {
    let door = |closed| Command::Door { closed };
    let shut = play(&plan(), &[door(true)]).unwrap();
    assert!(shut.scene.door_closed);
    assert!(
        !play(&plan(), &[door(true), door(false)])
            .unwrap()
            .scene
            .door_closed
    );
    let late = play(&plan(), &[Command::End, door(true)]);
    assert_eq!(late, Err(Refusal::WebinarNotOpen));
}

#[test]
fn only_what_is_not_real_can_start_over() {
    let real = Plan {
        reality: Reality::Real,
        ..plan()
    };
    assert_eq!(
        play(&real, &[Command::StartOver]),
        Err(Refusal::NotPossibleNow)
    );
    let over = play(&plan(), &[vote(), Command::Open, Command::StartOver]).unwrap();
    assert_eq!((over.phase, over.step, over.scene.at), (Phase::Draft, 3, 0));
}

#[test]
fn a_move_while_blank_shows_the_screen_again_and_nothing_else() {
    let progress = play(&plan(), &[Command::Blank { on: true }, Command::Next]).unwrap();
    assert_eq!((progress.scene.blank, progress.scene.at), (false, 0));
}

/// The one large button leads through the whole webinar.
#[test]
fn the_primary_command_alone_plays_a_webinar_from_end_to_end() {
    let mut plan = plan();
    let mut progress = Progress::default();
    let mut given = Vec::new();
    for _ in 0..60 {
        progress = progress.closed();
        let Some(command) = progress.primary(&plan) else {
            break;
        };
        progress = progress.decide(&plan, &command, progress.step, 0).unwrap();
        if progress.phase == Phase::Revealed {
            plan.pick = Some(Pick::Clear {
                go_on: vec![CandidateId(1), CandidateId(2)],
            });
        }
        given.push(command);
    }
    for command in [
        Command::Open,
        Command::Close,
        Command::Reveal { automatic: true },
        Command::End,
    ] {
        assert_eq!(
            given.iter().filter(|&other| *other == command).count(),
            1,
            "{command:?}"
        );
    }
    assert!(progress.scene.ended);
}

fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        Just(Command::Next),
        Just(Command::Back),
        (0..9_u8, 0..14_u16).prop_map(|(at, item)| Command::GoTo { at, item }),
        Just(Command::Open),
        Just(Command::Close),
        any::<bool>().prop_map(|automatic| Command::Reveal { automatic }),
        Just(Command::RevealAll),
        (1..110_u32).prop_map(|number| Command::Drill {
            request: RequestId(number)
        }),
        Just(Command::Undrill),
        (0..120_u16).prop_map(|count| Command::Suppose { count }),
        any::<bool>().prop_map(|on| Command::Compare { on }),
        any::<bool>().prop_map(|on| Command::Blank { on }),
        (0..1000_u16).prop_map(|seconds| Command::StartCountdown { seconds }),
        (0..1000_u16).prop_map(|seconds| Command::ExtendCountdown { seconds }),
        Just(Command::StopCountdown),
        Just(Command::End),
    ]
}

proptest! {
    /// A vote goes back only from Closed to Open, before its result, and from a result that is all out to another round.
    #[test]
    fn whatever_is_pressed_a_result_that_is_out_is_never_taken_back(
        commands in prop::collection::vec(
            prop_oneof![any_command(), Just(Command::Reopen), Just(Command::NextRound)],
            0..80,
        ),
        choices_seen in any::<bool>(),
    ) {
        let plan = Plan { choices_seen, ..tied_plan() };
        let mut progress = Progress::default();
        for command in commands {
            let Ok(next) = progress.decide(&plan, &command, progress.step, 0) else { continue };
            if next.phase < progress.phase {
                let is_next_round = next.scene.earlier_rounds == progress.scene.earlier_rounds + 1;
                let was_all_out = plan.all_rows_are_out(&progress);
                match progress.phase {
                    Phase::Closed => prop_assert!(!choices_seen && next.scene.reopened > 0),
                    Phase::Revealed => prop_assert!(is_next_round && was_all_out),
                    other => prop_assert!(false, "back from {:?}", other),
                }
                prop_assert_eq!(next.phase, Phase::Open);
            }
            prop_assert!(next.scene.rows == 0 || next.phase == Phase::Revealed);
            progress = next.closed();
        }
    }

    #[test]
    fn whatever_is_pressed_the_barometer_only_moves_forward(
        commands in prop::collection::vec(any_command(), 0..60),
    ) {
        let plan = tied_plan();
        let mut progress = Progress::default();
        for command in commands {
            let Ok(next) = progress.decide(&plan, &command, progress.step, 0) else { continue };
            prop_assert!(next.phase >= progress.phase);
            prop_assert_eq!(next.step, progress.step + 1);
            prop_assert!(usize::from(next.scene.at) < plan.stages.len());
            prop_assert!(next.scene.item < plan.items(&next, next.scene.at));
            prop_assert!(next.ends_at.is_none() || next.phase == Phase::Open);
            prop_assert!(next.scene.rows == 0 || next.phase == Phase::Revealed);
            progress = next;
        }
    }
}

#[test]
fn a_frame_is_set_before_the_vote_has_ever_been_open() {
    use crate::carrying::{BudgetFrame, FrameBasis};
    use crate::money::Money;
    let frame = |kroner| {
        let (amount, by) = (Money::from_kroner(kroner), FrameBasis::Equal);
        Some(BudgetFrame { amount, by })
    };
    let set = |kroner| Command::SetFrame {
        frame: frame(kroner),
    };
    let away = Command::SetFrame { frame: None };
    let scene = |commands: &[Command]| play(&plan(), commands).map(|after| after.scene.frame);
    assert_eq!(scene(&[set(40_000), set(60_000)]), Ok(frame(60_000)));
    assert_eq!(scene(&[set(40_000), vote()]), Ok(frame(40_000)));
    assert_eq!(scene(&[set(40_000), away.clone()]), Ok(None));
    let refused = Err(Refusal::NotPossibleNow);
    assert_eq!(scene(&[set(40_001)]), refused);
    for command in [set(60_000), away] {
        assert_eq!(
            scene(&[set(40_000), Command::Open, command.clone()]),
            refused
        );
        let closed = play(&plan(), &[set(40_000), Command::Open, Command::Close]);
        let closed = closed.unwrap().closed();
        assert_eq!(
            closed.decide(&plan(), &command, closed.step, 0),
            Err(Refusal::NotPossibleNow)
        );
        assert_eq!(closed.scene.frame, frame(40_000));
    }
}

/// Twelve candidates, of which the first two go on by the rule, and three have support.
fn revealed() -> (Plan, Progress) {
    let ids = |numbers: &[u16]| numbers.iter().map(|&n| CandidateId(n)).collect::<Vec<_>>();
    let plan = Plan {
        pick: Some(Pick::Clear {
            go_on: ids(&[1, 2]),
        }),
        supported: ids(&[1, 2, 7]),
        ..plan()
    };
    let progress = Progress {
        scene: Scene {
            at: 4,
            rows: 12,
            ..Scene::default()
        },
        phase: Phase::Revealed,
        ..Progress::default()
    };
    (plan, progress)
}

#[test]
fn others_go_on_than_the_rule_says_only_with_a_reason() {
    let (plan, revealed) = revealed();
    let decide = |progress: &Progress, candidates: &[u16], reason: &str| {
        let candidates = candidates
            .iter()
            .map(|&number| CandidateId(number))
            .collect();
        let reason = reason.to_owned();
        let command = Command::Override { candidates, reason };
        progress.decide(&plan, &command, progress.step, 0)
    };
    let decided = decide(&revealed, &[7, 1, 7], " Rammerne bærer dem. ").unwrap();
    assert_eq!(decided.scene.chosen_because, "Rammerne bærer dem.");
    assert_eq!(
        plan.go_on(&decided.scene.chosen),
        [RequestId(1), RequestId(7)]
    );
    for reason in ["", "  ", &"x".repeat(LONGEST_REASON + 1)] {
        assert_eq!(decide(&revealed, &[7], reason), Err(Field::Reason.wrong()));
    }
    // Nobody's wish, and more than three.
    for candidates in [&[3][..], &[1, 2, 7, 13], &[0]] {
        assert_eq!(
            decide(&revealed, candidates, "Fordi"),
            Err(Refusal::ChoiceDoesNotFit)
        );
    }
    let again = decide(&decided, &[], "De andre trak sig").unwrap();
    assert_eq!(
        plan.go_on(&again.scene.chosen),
        [RequestId(1), RequestId(2)]
    );
    assert_eq!(again.scene.chosen_because, "");
    let next = decided
        .decide(&plan, &Command::NextRound, decided.step, 0)
        .unwrap();
    assert_eq!(
        (next.scene.chosen, next.scene.chosen_because.as_str()),
        (Vec::new(), "")
    );
    let mut coming_out = revealed.clone();
    coming_out.scene.rows = 11;
    let closed = Progress {
        phase: Phase::Closed,
        ..revealed
    };
    for too_early in [coming_out, closed] {
        assert_eq!(
            decide(&too_early, &[7], "Fordi"),
            Err(Refusal::NotPossibleNow)
        );
    }
}

#[test]
fn what_can_be_carried_comes_after_the_pages_of_the_result() {
    let plan = Plan {
        carrying_pages: 2,
        ..tied_plan()
    };
    let result = Progress {
        scene: Scene {
            at: 4,
            rows: 12,
            ..Scene::default()
        },
        phase: Phase::Revealed,
        ..Progress::default()
    };
    // Twelve rows are two pages.
    let mut shown = Vec::new();
    let mut at = result.clone();
    while plan.stage(at.scene.at) == Stage::Result {
        shown.push(at.scene.item);
        at = at.decide(&plan, &Command::Next, at.step, 0).unwrap();
    }
    assert_eq!(shown, [0, 1, 2, 3]);
    let coming_out = Progress {
        scene: Scene {
            rows: 11,
            ..result.scene.clone()
        },
        ..result
    };
    let to_page = Command::GoTo { at: 4, item: 2 };
    assert_eq!(
        coming_out.decide(&plan, &to_page, 0, 0),
        Err(Refusal::NothingFurther),
        "not before the last row is out"
    );
}
