//! The outbox's transitions, one by one.

use super::*;

const LIMIT: u8 = 3;

fn ballot(choices: &[u16]) -> Ballot {
    Ballot::of(choices.iter().map(|&number| CandidateId(number)))
}

fn cast(rev: u32, choices: &[u16]) -> Cast {
    Cast {
        rev,
        choices: ballot(choices),
    }
}

fn receipt(rev: u32, choices: &[u16]) -> Receipt {
    Receipt {
        signature: String::new(),
        ballot: cast(rev, choices),
        received_at: 1_000,
    }
}

fn marked(choices: &[u16]) -> BallotOutbox {
    let mut outbox = BallotOutbox::default();
    tap(&mut outbox, choices);
    outbox
}

fn tap(outbox: &mut BallotOutbox, choices: &[u16]) {
    for &number in choices {
        outbox.tap(CandidateId(number), LIMIT).unwrap();
    }
}

fn sent(choices: &[u16]) -> BallotOutbox {
    let mut outbox = marked(choices);
    assert!(outbox.send());
    outbox
}

fn counted(choices: &[u16]) -> BallotOutbox {
    let mut outbox = sent(choices);
    outbox.received(receipt(1, choices));
    assert_eq!(outbox.status(), BallotStatus::Counted);
    outbox
}

#[test]
fn the_choice_over_the_limit_is_refused_and_changes_nothing() {
    let mut outbox = marked(&[1, 2, 3]);
    let before = outbox.clone();
    assert_eq!(outbox.tap(CandidateId(4), LIMIT), Err(LimitReached));
    assert_eq!(outbox, before);
    tap(&mut outbox, &[2, 4]);
    assert_eq!(outbox, marked(&[1, 3, 4]));
}

#[test]
fn none_of_these_is_exclusive_both_ways() {
    let mut outbox = marked(&[1, 2]);
    outbox.tap_none();
    assert!(outbox.is_blank() && !outbox.is_chosen(CandidateId(1)));
    tap(&mut outbox, &[3]);
    assert!(!outbox.is_blank() && outbox.is_chosen(CandidateId(3)));
    outbox.tap_none();
    outbox.tap_none();
    assert_eq!(outbox.status(), BallotStatus::Untouched);
}

#[test]
fn from_the_first_tap_to_the_receipt() {
    let mut outbox = BallotOutbox::default();
    assert_eq!(outbox.status(), BallotStatus::Untouched);
    assert!(!outbox.send(), "nothing ticked is nothing to send");
    tap(&mut outbox, &[1, 2]);
    assert_eq!(outbox.status(), BallotStatus::Marked);
    assert!(outbox.send());
    assert_eq!(outbox.sending(), Some(&cast(1, &[1, 2])));
    assert_eq!(outbox.status(), BallotStatus::Sending);
    assert!(!outbox.send(), "the same again is not sent twice");
    outbox.received(receipt(1, &[1, 2]));
    assert_eq!(outbox.status(), BallotStatus::Counted);
    assert_eq!(outbox.counted(), Some((&ballot(&[1, 2]), Some(1_000))));
}

#[test]
fn a_change_is_sent_under_a_higher_revision() {
    let mut outbox = counted(&[1]);
    tap(&mut outbox, &[2]);
    assert_eq!(outbox.status(), BallotStatus::Changed);
    assert!(outbox.send());
    assert_eq!(outbox.sending(), Some(&cast(2, &[1, 2])));
    tap(&mut outbox, &[2]);
    assert!(outbox.send(), "and back again while it is on its way");
    assert_eq!(outbox.sending(), Some(&cast(3, &[1])));
    outbox.received(receipt(2, &[1, 2]));
    assert_eq!(outbox.sending(), Some(&cast(3, &[1])));
    outbox.received(receipt(3, &[1]));
    assert_eq!(outbox.status(), BallotStatus::Counted);
}

#[test]
fn taps_while_it_is_on_its_way_stay() {
    let mut outbox = sent(&[1]);
    tap(&mut outbox, &[2]);
    outbox.received(receipt(1, &[1]));
    assert!(outbox.is_chosen(CandidateId(2)));
    assert_eq!(outbox.status(), BallotStatus::Changed);
}

#[test]
fn an_old_receipt_changes_nothing() {
    let mut outbox = counted(&[1]);
    tap(&mut outbox, &[2]);
    outbox.send();
    outbox.received(receipt(2, &[1, 2]));
    let before = outbox.clone();
    outbox.received(receipt(1, &[1]));
    assert_eq!(outbox, before);
}

#[test]
fn a_stale_revision_goes_out_again_above_the_servers() {
    let mut outbox = sent(&[1]);
    outbox.stale(cast(7, &[2]));
    assert_eq!(outbox.sending(), Some(&cast(8, &[1])));
    assert_eq!(outbox.counted(), Some((&ballot(&[2]), None)));
}

#[test]
fn a_stale_revision_with_the_same_choices_is_settled() {
    let mut outbox = sent(&[1]);
    outbox.stale(cast(7, &[1]));
    assert_eq!(outbox.sending(), None);
    assert_eq!(outbox.status(), BallotStatus::Counted);
}

#[test]
fn at_the_close_what_is_ticked_goes_out() {
    assert!(marked(&[1]).lock(Phase::Closing));
    let mut changed = counted(&[1]);
    tap(&mut changed, &[2]);
    assert!(changed.lock(Phase::Closing));
    assert_eq!(changed.sending(), Some(&cast(2, &[1, 2])));
    let mut blank = BallotOutbox::default();
    blank.tap_none();
    assert!(blank.lock(Phase::Closing));
    assert_eq!(blank.sending(), Some(&cast(1, &[])));
}

#[test]
fn at_the_close_an_untouched_ballot_is_not_a_blank_vote() {
    assert!(!BallotOutbox::default().lock(Phase::Closing));
    assert!(!counted(&[1]).lock(Phase::Closing));
    assert!(!marked(&[1]).lock(Phase::Open));
    let mut unticked = counted(&[1]);
    tap(&mut unticked, &[1]);
    assert!(
        !unticked.lock(Phase::Closing),
        "unticking all withdraws nothing"
    );
    assert_eq!(unticked.ending(), BallotEnding::Received);
}

#[test]
fn how_it_ended() {
    assert_eq!(BallotOutbox::default().ending(), BallotEnding::NotVoted);
    assert_eq!(counted(&[1]).ending(), BallotEnding::Received);
    assert_eq!(sent(&[1]).ending(), BallotEnding::Uncertain);
    let mut too_late = sent(&[1]);
    too_late.refused();
    assert_eq!(too_late.ending(), BallotEnding::VoteLost);
    assert_eq!(marked(&[1]).ending(), BallotEnding::VoteLost);
    let mut change_too_late = counted(&[1]);
    tap(&mut change_too_late, &[2]);
    change_too_late.send();
    change_too_late.refused();
    assert_eq!(change_too_late.ending(), BallotEnding::ChangeLost);
    assert_eq!(
        change_too_late.counted(),
        Some((&ballot(&[1]), Some(1_000)))
    );
}

#[test]
fn after_a_reload_all_is_as_it_was() {
    for outbox in [marked(&[1, 2]), sent(&[3]), counted(&[1])] {
        let kept = barometer_json::write(&outbox);
        assert_eq!(kept, serde_json::to_string(&outbox).unwrap());
        assert_eq!(serde_json::from_str::<BallotOutbox>(&kept).unwrap(), outbox);
    }
}

#[test]
fn a_device_that_forgot_learns_what_the_server_holds() {
    let mut outbox = BallotOutbox::default();
    outbox.reconcile(Some(cast(4, &[2])));
    assert!(outbox.is_chosen(CandidateId(2)));
    assert_eq!(outbox.status(), BallotStatus::Counted);
    tap(&mut outbox, &[1]);
    outbox.send();
    assert_eq!(outbox.sending(), Some(&cast(5, &[1, 2])));
}

#[test]
fn what_another_device_has_sent_is_taken_over_and_not_undone_at_the_close() {
    let mut outbox = counted(&[1]);
    outbox.reconcile(Some(cast(2, &[3])));
    assert_eq!(outbox.chosen().collect::<Vec<_>>(), [CandidateId(3)]);
    assert_eq!(outbox.status(), BallotStatus::Counted);
    assert!(!outbox.lock(Phase::Closing));
    let mut changed = counted(&[1]);
    tap(&mut changed, &[2]);
    changed.reconcile(Some(cast(2, &[3])));
    assert_eq!(
        changed.status(),
        BallotStatus::Changed,
        "a tap is never overwritten"
    );
}

#[test]
fn what_the_server_holds_never_overwrites_a_tap() {
    let mut outbox = marked(&[1]);
    outbox.reconcile(Some(cast(4, &[2])));
    assert_eq!(outbox.chosen().collect::<Vec<_>>(), [CandidateId(1)]);
    assert_eq!(outbox.status(), BallotStatus::Changed);
}

#[test]
fn a_ballot_that_arrived_although_its_answer_did_not() {
    let mut outbox = sent(&[1]);
    outbox.reconcile(Some(cast(1, &[1])));
    assert_eq!(outbox.sending(), None);
    assert_eq!(outbox.ending(), BallotEnding::Received);
}

#[test]
fn a_ballot_on_its_way_survives_learning_of_an_older_one() {
    let mut outbox = counted(&[1]);
    tap(&mut outbox, &[2]);
    outbox.send();
    outbox.reconcile(Some(cast(1, &[1])));
    assert_eq!(outbox.sending(), Some(&cast(2, &[1, 2])));
    assert_eq!(outbox.counted(), Some((&ballot(&[1]), Some(1_000))));
}

#[test]
fn a_new_participant_in_the_same_browser_keeps_the_taps_but_has_no_vote() {
    let mut outbox = counted(&[1]);
    outbox.reconcile(None);
    assert!(outbox.is_chosen(CandidateId(1)));
    assert_eq!(outbox.counted(), None);
    assert_eq!(outbox.status(), BallotStatus::Marked);
}
