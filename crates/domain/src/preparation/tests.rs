use proptest::prelude::*;

use super::*;
use crate::barometer::Turnout;
use crate::financing::request::RequestRow;
use crate::financing::{ChangeRequest, PublicSums, Sums};
use crate::ids::CandidateId;
use crate::view::Screen;

fn item(stage: Stage) -> AgendaItem {
    AgendaItem {
        stage,
        notes: String::new(),
        timebox: None,
    }
}

fn shortlisted(requests: impl IntoIterator<Item = u32>) -> Vec<Shortlisted> {
    let one = |request| Shortlisted {
        request: RequestId(request),
        reason: String::new(),
        notes: String::new(),
    };
    requests.into_iter().map(one).collect()
}

fn plan() -> Preparation {
    Preparation {
        title: "Ændringsønskewebinar".into(),
        date: "2026-11-30".parse().unwrap(),
        starts: "13:00".parse().unwrap(),
        ends: "14:00".parse().unwrap(),
        language: Language::Danish,
        agenda: Stage::USUAL.into_iter().map(item).collect(),
        candidates: shortlisted(1..=5),
        ongoing: vec![RequestId(9)],
        rule: CountingRule::Municipalities,
        max_choices: 3,
        shuffled: true,
    }
}

fn wrong(change: impl Fn(&mut Preparation)) -> Option<Field> {
    let mut plan = plan();
    change(&mut plan);
    match plan.checked() {
        Err(Refusal::NotFilledIn { field }) => Some(field),
        Err(other) => panic!("{other}"),
        Ok(_) => None,
    }
}

#[test]
fn what_is_wrong_is_said_with_its_field() {
    assert_eq!(wrong(|_| ()), None);
    assert_eq!(wrong(|plan| plan.title = "  ".into()), Some(Field::Title));
    assert_eq!(wrong(|plan| plan.ends = plan.starts), Some(Field::Ends));
    let agenda = |change: fn(&mut Vec<AgendaItem>)| wrong(|plan| change(&mut plan.agenda));
    assert_eq!(agenda(Vec::clear), Some(Field::Agenda));
    assert_eq!(agenda(|agenda| agenda.reverse()), Some(Field::Agenda));
    assert_eq!(
        agenda(|agenda| agenda.push(item(Stage::Welcome))),
        Some(Field::Agenda)
    );
    assert_eq!(
        agenda(|agenda| agenda.retain(|item| item.stage != Stage::Welcome)),
        None
    );
    assert_eq!(
        agenda(|agenda| agenda[0].notes = "linje\nlinje".into()),
        None
    );
    assert_eq!(
        agenda(|agenda| agenda[0].notes = "x".repeat(2_001)),
        Some(Field::Notes)
    );
    assert_eq!(
        agenda(|agenda| agenda[0].timebox = Some(0)),
        Some(Field::Timebox)
    );
    assert_eq!(
        wrong(|plan| plan.candidates = shortlisted([1, 1])),
        Some(Field::Shortlist)
    );
    assert_eq!(
        wrong(|plan| plan.candidates[0].reason = "x".repeat(301)),
        Some(Field::Reason)
    );
    assert_eq!(
        wrong(|plan| plan.candidates[0].notes = "x".repeat(2_001)),
        Some(Field::Notes)
    );
    assert_eq!(
        wrong(|plan| plan.candidates[0].notes = "Vis den\nto gange".into()),
        None
    );
    assert_eq!(wrong(|plan| plan.candidates.clear()), None);
    assert_eq!(
        wrong(|plan| plan.ongoing = vec![RequestId(1)]),
        Some(Field::Ongoing)
    );
    assert_eq!(wrong(|plan| plan.max_choices = 0), Some(Field::MaxChoices));
}

#[test]
fn the_opening_locks_what_is_voted_on_and_nothing_else() {
    let held = plan();
    let edit = |phase, change: fn(&mut Preparation)| {
        let mut next = plan();
        change(&mut next);
        held.edited(next, phase).err()
    };
    let locked: [fn(&mut Preparation); 6] = [
        |next| next.rule = CountingRule::Participants,
        |next| next.max_choices = 2,
        |next| next.shuffled = false,
        |next| next.candidates.swap(0, 1),
        |next| next.candidates.truncate(4),
        |next| drop(next.agenda.remove(0)),
    ];
    for change in locked {
        assert_eq!(edit(Phase::Draft, change), None);
        for phase in [Phase::Open, Phase::Closing, Phase::Closed, Phase::Revealed] {
            assert_eq!(edit(phase, change), Some(Refusal::Locked), "{phase:?}");
        }
    }
    let free: [fn(&mut Preparation); 5] = [
        |next| next.title = "Et andet navn".into(),
        |next| next.agenda[0].notes = "Husk kaffen".into(),
        |next| next.candidates[0].reason = "Mange har spurgt".into(),
        |next| next.candidates[0].notes = "Vis skærmbilledet".into(),
        |next| next.ongoing.clear(),
    ];
    for change in free {
        assert_eq!(edit(Phase::Revealed, change), None);
    }
    let later: fn(&mut Preparation) = |next| next.date = next.date.plus_days(1);
    assert_eq!(edit(Phase::Closed, later), None);
    assert_eq!(edit(Phase::Revealed, later), Some(Refusal::Locked));
}

#[test]
fn the_way_to_the_shortlist_takes_allowed_moves_only() {
    for state in RequestState::ALL {
        let Some(way) = state.way_to_shortlist() else {
            continue;
        };
        let mut at = state;
        for &next in way {
            assert!(at.vendor_moves().contains(&next), "{at:?} → {next:?}");
            at = next;
        }
        assert_eq!(at, RequestState::Candidate, "{state:?}");
    }
    assert_eq!(RequestState::Rejected.way_to_shortlist(), None);
    assert_eq!(RequestState::Gathering.way_to_shortlist(), None);
}

#[test]
fn doubts_are_said_before_the_webinar() {
    let today = "2026-11-22".parse().unwrap();
    let candidate = |id| (RequestId(id), RequestState::Candidate);
    let mut states: BTreeMap<_, _> = (1..=5).map(candidate).collect();
    let mut plan = plan();
    assert_eq!(plan.doubts(&states, today), []);
    states.insert(RequestId(2), RequestState::Rejected);
    plan.agenda[2].timebox = Some(900);
    plan.max_choices = 5;
    let planned = Doubt::TooLong {
        planned: 4_500,
        there_are: 3_600,
    };
    let expected = [
        Doubt::ChoicesForAll,
        Doubt::NotEligible(RequestId(2)),
        planned,
        Doubt::DayIsOver,
    ];
    assert_eq!(plan.doubts(&states, plan.date.plus_days(1)), expected);
    plan.candidates.clear();
    assert_eq!(plan.doubts(&states, today), [Doubt::NoCandidates]);
    plan.candidates = shortlisted([1]);
    assert_eq!(plan.doubts(&states, today), [Doubt::FewCandidates]);
}

#[test]
fn a_preparation_travels_as_it_is_written() {
    let written = serde_json::to_string(&plan()).unwrap();
    assert!(written.contains(r#""date":"2026-11-30","starts":"13:00","ends":"14:00""#));
    assert_eq!(
        serde_json::from_str::<Preparation>(&written).unwrap(),
        plan()
    );
    let odd = written.replace("13:00", "25:00");
    assert!(serde_json::from_str::<Preparation>(&odd).is_err());
}

fn row(id: u32) -> RequestRow {
    RequestRow {
        id: RequestId(id),
        state: RequestState::Candidate,
        request: ChangeRequest {
            reference: format!("K{id:02}"),
            title: format!("Ønske {id}"),
            ..ChangeRequest::default()
        },
        fictional: false,
        merged_into: None,
        overdue: false,
        sums: Sums::default(),
        public_sums: PublicSums::default(),
        funded_by: None,
        late: 0,
        changed_at: 0,
    }
}

#[test]
fn a_preview_shows_what_is_prepared_and_counts_nothing() {
    let requests: Vec<RequestRow> = (1..=9).map(row).collect();
    let mut plan = plan();
    plan.candidates = shortlisted([4, 2]);
    let see = |plan: &Preparation, stage, item| {
        plan.preview(Place { stage, item }, Reality::Real, &requests, 7)
            .view
    };
    let second = Screen::Candidate {
        candidate: CandidateId(2),
    };
    assert_eq!(see(&plan, Stage::Candidates, 1).screen, second);
    let vote = see(&plan, Stage::Barometer, 0).barometer;
    assert_eq!(
        (vote.phase, vote.turnout),
        (Phase::Open, Turnout::default())
    );
    assert_eq!(see(&plan, Stage::Result, 0).barometer.phase, Phase::Closed);
    let Preview {
        catalogue: texts, ..
    } = plan.preview(
        Place {
            stage: Stage::Welcome,
            item: 0,
        },
        Reality::Real,
        &requests,
        7,
    );
    let titles: Vec<_> = texts
        .requests
        .iter()
        .map(|text| text.title.as_str())
        .collect();
    assert_eq!(titles, ["Ønske 4", "Ønske 2", "Ønske 9"]);
    assert_eq!(
        texts.rules.max_choices, 2,
        "never more choices than candidates"
    );
    plan.agenda.retain(|item| item.stage != Stage::Thanks);
    assert_eq!(see(&plan, Stage::Thanks, 0).screen, Screen::Welcome);
}

proptest! {
    #[test]
    fn what_is_checked_stays_as_it_is(notes in "[ -~æøå\n]{0,60}", reason in "[ -~æøå]{0,60}", order in Just(Stage::USUAL.to_vec()).prop_shuffle()) {
        let mut plan = plan();
        plan.agenda = order.into_iter().map(item).collect();
        plan.agenda[0].notes = notes;
        plan.candidates[0].reason = reason;
        if let Ok(checked) = plan.checked() {
            prop_assert_eq!(checked.clone().checked(), Ok(checked));
        }
    }
}
