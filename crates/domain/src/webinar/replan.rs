//! What another plan makes of where a webinar stands.

use super::{Plan, Progress};
use crate::ids::Millis;

impl Progress {
    /// Where a webinar stands once its plan becomes `next` at `now`: the stage shown stays on the screen as long as it
    /// is on the agenda. A console that saw the old plan is stale.
    #[must_use]
    pub fn replanned(&self, plan: &Plan, next: &Plan, now: Millis) -> Self {
        let mut progress = self.clone();
        if (&plan.stages, &plan.candidates, &plan.ongoing)
            == (&next.stages, &next.candidates, &next.ongoing)
        {
            return progress;
        }
        progress.step += 1;
        let shown = plan.stage(self.scene.at);
        let at = next.stages.iter().position(|&stage| stage == shown);
        let scene = &mut progress.scene;
        if let Some(at) = at {
            scene.at = u8::try_from(at).unwrap_or(0);
        } else {
            (scene.at, scene.item, scene.since) = (0, 0, now);
        }
        if scene.drilled.is_some_and(|request| !next.knows(request)) {
            scene.drilled = None;
            (scene.shared_by, scene.compared) = (0, false);
        }
        let last = next.items(&progress, progress.scene.at) - 1;
        progress.scene.item = progress.scene.item.min(last);
        progress
    }
}

#[cfg(test)]
mod tests {
    use super::super::Scene;
    use super::*;
    use crate::agenda::Stage::{self, *};
    use crate::catalogue::Reality;
    use crate::ids::RequestId;

    fn plan(stages: &[Stage], candidates: u32) -> Plan {
        Plan {
            stages: stages.into(),
            candidates: (1..=candidates).map(RequestId).collect(),
            ongoing: vec![RequestId(90)],
            reality: Reality::Real,
            pick: None,
            supported: Vec::new(),
            choices_seen: false,
            survey_pages: 0,
            carrying_pages: 0,
        }
    }

    /// The fourth candidate is shown, and the financing of one of them.
    fn shown(drilled: u32) -> Progress {
        Progress {
            step: 7,
            scene: Scene {
                at: 2,
                item: 3,
                drilled: Some(RequestId(drilled)),
                shared_by: 2,
                ..Scene::default()
            },
            ..Progress::default()
        }
    }

    #[test]
    fn the_same_plan_leaves_the_consoles_fresh() {
        let same = plan(&Stage::USUAL, 4);
        assert_eq!(shown(1).replanned(&same, &same, 5), shown(1));
    }

    #[test]
    fn the_stage_shown_stays_wherever_it_comes_to_stand() {
        let next = plan(&[Candidates, Barometer, Result], 4);
        let moved = shown(1).replanned(&plan(&Stage::USUAL, 4), &next, 5);
        assert_eq!((moved.step, moved.scene.at, moved.scene.item), (8, 0, 3));
        assert_eq!(moved.scene.drilled, Some(RequestId(1)));
        let gone = plan(&[Welcome, Barometer, Result], 4);
        let moved = shown(1).replanned(&plan(&Stage::USUAL, 4), &gone, 5);
        let scene = &moved.scene;
        assert_eq!((scene.at, scene.item, scene.since), (0, 0, 5));
    }

    #[test]
    fn what_is_no_longer_there_is_no_longer_shown() {
        let shorter = plan(&Stage::USUAL, 2);
        let moved = shown(4).replanned(&plan(&Stage::USUAL, 4), &shorter, 5);
        let scene = &moved.scene;
        assert_eq!((scene.at, scene.item, scene.shared_by), (2, 1, 0));
        assert_eq!(scene.drilled, None);
        let none = shown(4).replanned(&plan(&Stage::USUAL, 4), &plan(&Stage::USUAL, 0), 5);
        assert_eq!(none.scene.item, 0);
    }
}
