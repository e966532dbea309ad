//! Worked examples and properties of questions and the pulse.

use proptest::prelude::*;
use serde::Serialize;
use static_assertions::assert_not_impl_any;

use super::*;

assert_not_impl_any!(QuestionBoard: Serialize);
assert_not_impl_any!(PulseCounts: Serialize);
assert_not_impl_any!(Supporters<u8>: Serialize);

fn text(typed: &str) -> Result<QuestionText, QuestionProblem> {
    typed.to_owned().try_into()
}

fn id(number: u32) -> QuestionId {
    QuestionId(number)
}

fn question(number: u32, state: QuestionState, supports: u32) -> Question {
    Question {
        id: id(number),
        position: number,
        about: None,
        text: text(&format!("Spørgsmål {number}?")).unwrap(),
        state,
        supports,
    }
}

fn answered() -> QuestionState {
    QuestionState::Answered {
        words: AnswerText::default(),
    }
}

/// Numbers 1 to 4: held, shown, answered, hidden.
fn board() -> QuestionBoard {
    QuestionBoard {
        questions: vec![
            question(1, QuestionState::Held, 1),
            question(2, QuestionState::Shown, 5),
            question(3, answered(), 9),
            question(4, QuestionState::Hidden, 1),
        ],
        ..QuestionBoard::default()
    }
}

fn numbers(questions: &[Question]) -> Vec<u32> {
    questions.iter().map(|question| question.id.0).collect()
}

#[test]
fn a_text_is_one_line_within_its_limit() {
    let typed = "  Hvad\n koster\t\tdet\u{202E}?\u{0} ";
    assert_eq!(text(typed).unwrap().as_str(), "Hvad koster det?");
    assert_eq!(text(" \n\u{200B} "), Err(QuestionProblem::Empty));
    assert!(text(&"å".repeat(280)).is_ok());
    let limit = 280;
    assert_eq!(
        text(&"å".repeat(281)),
        Err(QuestionProblem::TooLong { limit })
    );
    assert_eq!(AnswerText::try_from(String::new()).unwrap().as_str(), "");
}

#[test]
fn three_wait_at_most_and_an_answered_one_makes_room() {
    let board = board();
    assert_eq!(board.ask(&[id(1), id(2)]), Ok(QuestionState::Held));
    let limit = MOST_OPEN;
    let mut full = board.clone();
    full.questions.push(question(5, QuestionState::Held, 1));
    let own = [id(1), id(2), id(5)];
    assert_eq!(full.ask(&own), Err(QuestionProblem::TooManyOpen { limit }));
    let answer = QuestionCommand::Answer {
        question: id(2),
        words: AnswerText::default(),
    };
    assert_eq!(
        full.after(&answer).unwrap().ask(&own),
        Ok(QuestionState::Held)
    );
    let open = QuestionBoard {
        unmoderated: true,
        ..board
    };
    assert_eq!(open.ask(&[]), Ok(QuestionState::Shown));
}

#[test]
fn an_own_question_is_edited_for_a_minute_and_never_under_others_hands() {
    let board = board();
    let own = [id(1), id(2), id(3), id(4)];
    assert_eq!(board.edit(&own, id(1), true), Ok(QuestionState::Held));
    assert_eq!(
        board.edit(&own, id(1), false),
        Err(QuestionProblem::TooLate)
    );
    assert_eq!(
        board.edit(&own, id(2), true),
        Err(QuestionProblem::Supported)
    );
    assert_eq!(board.edit(&own, id(3), true), Err(QuestionProblem::Settled));
    assert_eq!(board.edit(&[], id(1), true), Err(QuestionProblem::Gone));
    let mut alone = board;
    alone.questions[1].supports = 1;
    assert_eq!(
        alone.edit(&own, id(2), true),
        Ok(QuestionState::Held),
        "what was approved is approved again"
    );
}

#[test]
fn an_own_question_is_deleted_until_it_is_answered_or_others_too() {
    let board = board();
    let own = [id(1), id(2), id(3), id(4)];
    assert_eq!(board.delete(&own, id(1)), Ok(()));
    assert_eq!(board.delete(&own, id(2)), Ok(()));
    assert_eq!(board.delete(&own, id(3)), Err(QuestionProblem::Settled));
    assert_eq!(board.delete(&[id(2)], id(1)), Err(QuestionProblem::Gone));
    let merge = QuestionCommand::Merge {
        question: id(1),
        into: id(2),
    };
    let merged = board.after(&merge).unwrap();
    assert_eq!(merged.delete(&own, id(1)), Err(QuestionProblem::Settled));
    assert_eq!(merged.delete(&own, id(2)), Err(QuestionProblem::Settled));
}

#[test]
fn only_what_is_shown_is_supported_and_nobody_supports_their_own() {
    let settled = Err(QuestionProblem::Settled);
    assert_eq!(QuestionState::Shown.check_support(false), Ok(()));
    assert_eq!(QuestionState::Shown.check_support(true), settled);
    assert_eq!(answered().check_support(false), settled);
    let merged = QuestionState::Merged { into: id(2) };
    for unseen in [QuestionState::Held, QuestionState::Hidden, merged] {
        assert_eq!(unseen.check_support(false), Err(QuestionProblem::Gone));
    }
}

#[test]
fn sorted_by_supporters_by_age_and_without_the_answered() {
    let mut board = board();
    board.questions.push(question(5, QuestionState::Shown, 5));
    board.questions.push(question(6, QuestionState::Shown, 7));
    assert_eq!(
        numbers(&board.public(QuestionOrder::Supported)),
        [3, 6, 2, 5]
    );
    assert_eq!(numbers(&board.public(QuestionOrder::Newest)), [6, 5, 3, 2]);
    assert_eq!(numbers(&board.public(QuestionOrder::Unanswered)), [6, 2, 5]);
}

#[test]
fn one_is_pinned_at_a_time_and_waits_while_the_vote_is_open() {
    let pinned = board()
        .after(&QuestionCommand::Pin { question: id(1) })
        .unwrap();
    assert_eq!(pinned.question(id(1)).unwrap().state, QuestionState::Shown);
    let shown = pinned.on_projector(Phase::Draft, false).unwrap();
    assert_eq!((shown.text.as_str(), shown.supports), ("Spørgsmål 1?", 1));
    for phase in [Phase::Open, Phase::Closing] {
        assert_eq!(pinned.on_projector(phase, false), None);
    }
    assert_eq!(pinned.on_projector(Phase::Draft, true), None);
    assert!(pinned.on_projector(Phase::Closed, false).is_some());
    let other = pinned
        .after(&QuestionCommand::Pin { question: id(2) })
        .unwrap();
    assert_eq!(other.pinned, Some(id(2)));
    for done in [
        QuestionCommand::Unpin,
        QuestionCommand::Hide { question: id(2) },
        QuestionCommand::Answer {
            question: id(2),
            words: AnswerText::default(),
        },
    ] {
        assert_eq!(other.after(&done).unwrap().pinned, None, "{done:?}");
    }
    for not_open in [3, 4] {
        let pin = QuestionCommand::Pin {
            question: id(not_open),
        };
        assert_eq!(board().after(&pin), Err(Refusal::NotPossibleNow));
    }
}

#[test]
fn what_is_pinned_and_merged_leaves_the_projector_to_the_other() {
    let pinned = board()
        .after(&QuestionCommand::Pin { question: id(1) })
        .unwrap();
    let merge = |into| QuestionCommand::Merge {
        question: id(1),
        into: id(into),
    };
    assert_eq!(pinned.after(&merge(2)).unwrap().pinned, Some(id(2)));
    assert_eq!(pinned.after(&merge(3)).unwrap().pinned, None);
    assert_eq!(pinned.after(&merge(1)), Err(Refusal::NotPossibleNow));
    assert_eq!(pinned.after(&merge(4)), Err(Refusal::NotPossibleNow));
}

#[test]
fn the_pulse_is_told_from_five_on() {
    let mut counts = PulseCounts::default();
    counts.add(Pulse::Following, 2);
    counts.add(Pulse::Slower, 2);
    assert_eq!(counts.published(), None);
    counts.add(Pulse::Faster, 1);
    let told = PulseSums {
        following: 2,
        faster: 1,
        slower: 2,
    };
    assert_eq!(counts.published(), Some(told));
}

#[test]
fn commands_read_as_the_console_writes_them() {
    let read: QuestionCommand =
        serde_json::from_str(r#"{"do":"answer","question":7,"words":" Ja,\n i maj "}"#).unwrap();
    let words = AnswerText::try_from("Ja, i maj".to_owned()).unwrap();
    assert_eq!(
        read,
        QuestionCommand::Answer {
            question: id(7),
            words
        }
    );
    let long = format!(
        r#"{{"do":"answer","question":7,"words":"{}"}}"#,
        "x".repeat(161)
    );
    assert!(serde_json::from_str::<QuestionCommand>(&long).is_err());
}

fn commands() -> impl Strategy<Value = Vec<QuestionCommand>> {
    let number = || (1_u32..7).prop_map(QuestionId);
    let command = prop_oneof![
        number().prop_map(|question| QuestionCommand::Show { question }),
        number().prop_map(|question| QuestionCommand::Pin { question }),
        Just(QuestionCommand::Unpin),
        number().prop_map(|question| QuestionCommand::Answer {
            question,
            words: AnswerText::default()
        }),
        number().prop_map(|question| QuestionCommand::Hide { question }),
        (number(), number()).prop_map(|(question, into)| QuestionCommand::Merge { question, into }),
        any::<bool>().prop_map(|on| QuestionCommand::Moderate { on }),
    ];
    prop::collection::vec(command, 0..30)
}

proptest! {
    /// Whatever a presenter does, nothing that is not approved is in anything that participants or the projector get,
    /// one at most is pinned, and what is merged is part of a question that is not.
    #[test]
    fn nothing_unapproved_is_in_any_audience_view(commands in commands()) {
        let mut board = QuestionBoard {
            questions: (1..7).map(|n| question(n, QuestionState::Held, 1)).collect(),
            ..QuestionBoard::default()
        };
        let mut approved = std::collections::BTreeSet::new();
        for command in &commands {
            let Ok(next) = board.after(command) else { continue };
            board = next;
            match command {
                QuestionCommand::Show { question }
                | QuestionCommand::Pin { question }
                | QuestionCommand::Answer { question, .. } => { approved.insert(*question); }
                _ => {}
            }
            for order in QuestionOrder::ALL {
                for shown in board.public(order) {
                    prop_assert!(approved.contains(&shown.id) && shown.state.is_public());
                }
            }
            if let Some(pinned) = board.on_projector(Phase::Draft, false) {
                let known = board.question(board.pinned.unwrap()).unwrap();
                prop_assert_eq!(pinned.text.as_str(), known.text.as_str());
                prop_assert!(approved.contains(&known.id) && known.state == QuestionState::Shown);
            }
            let pinned = board.pinned.map(|pinned| &board.question(pinned).unwrap().state);
            prop_assert!(pinned.is_none_or(|state| *state == QuestionState::Shown));
            for question in &board.questions {
                if let QuestionState::Merged { into } = question.state {
                    let target = &board.question(into).unwrap().state;
                    let is_merged = matches!(target, QuestionState::Merged { .. });
                    prop_assert!(into != question.id && !is_merged);
                }
            }
        }
    }

    /// Merging loses nobody and counts nobody twice.
    #[test]
    fn a_merged_question_has_everybody_once(
        one in prop::collection::btree_set(0_u8..40, 0..20),
        other in prop::collection::btree_set(0_u8..40, 0..20),
    ) {
        let together = one.union(&other).count();
        let (one, other): (Supporters<u8>, Supporters<u8>) =
            (one.into_iter().collect(), other.into_iter().collect());
        let new = one.not_in(&other).count();
        prop_assert_eq!(other.count() + new, together);
        prop_assert_eq!(other.merged_with(one).count(), together);
    }

    /// However it is typed, a text that is taken is one visible line.
    #[test]
    fn a_taken_text_is_one_visible_line(typed in "\\PC{0,40}[\\s\\x00\u{202E}]{0,4}\\PC{0,40}") {
        if let Ok(text) = text(&typed) {
            let text = text.as_str();
            prop_assert!(!text.is_empty() && text.trim() == text);
            let is_hidden = |c: char| c.is_control() || c == '\u{202E}';
            prop_assert!(!text.contains(is_hidden));
        }
    }
}
