//! What phones and projector would show of a webinar as it is now prepared.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Preparation;
use crate::agenda::Stage;
use crate::audience_question::QuestionBoard;
use crate::barometer::{Phase, Rules, Turnout};
use crate::catalogue::{Candidate, Catalogue, Reality, RequestText};
use crate::financing::request::RequestRow;
use crate::ids::{CandidateId, Millis, RequestId};
use crate::view::{AudienceView, Snapshot};
use crate::webinar::{Plan, Progress, Scene};

/// A place in a webinar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The stage of the agenda that is looked at.
    pub stage: Stage,
    /// Which candidate or page, from 0.
    pub item: u16,
}

/// What the vendor wants to see before it is saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// What is prepared, as far as what is typed can be read.
    pub preparation: Preparation,
    /// The place in the webinar that is to be shown.
    pub place: Place,
}

/// The answer to a [`Look`]: what phones and projector would show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Preview {
    /// The view that phones and projector would get.
    pub view: AudienceView,
    /// The texts that the view refers to.
    pub catalogue: Catalogue,
}

impl Look {
    /// The requests that it shows.
    pub fn requests(&self) -> impl Iterator<Item = RequestId> {
        let candidates = self.preparation.candidates.iter();
        let candidates = candidates.map(|candidate| candidate.request);
        candidates.chain(self.preparation.ongoing.iter().copied())
    }
}

impl Preparation {
    /// The view of phones and projector at `place`, and its texts: the vote is open where it is voted, and closed where
    /// the result is waited for; nobody is there, and nothing is counted. A stage that is not on the agenda shows the
    /// first one.
    pub fn preview(
        &self,
        place: Place,
        reality: Reality,
        requests: &[RequestRow],
        now: Millis,
    ) -> Preview {
        let catalogue = self.catalogue(reality, requests);
        let plan = Plan {
            stages: self.agenda.iter().map(|item| item.stage).collect(),
            candidates: catalogue.candidates.iter().map(|c| c.request).collect(),
            ongoing: (self.ongoing.iter().copied())
                .filter(|id| catalogue.request(*id).is_some())
                .collect(),
            reality,
            pick: None,
            supported: Vec::new(),
            choices_seen: false,
            survey_pages: 0,
            carrying_pages: 0,
        };
        let at = plan.stages.iter().position(|&stage| stage == place.stage);
        let at = at.and_then(|at| u8::try_from(at).ok()).unwrap_or(0);
        let phase = match plan.stage(at) {
            Stage::Barometer => Phase::Open,
            Stage::Result => Phase::Closed,
            _ => Phase::Draft,
        };
        let progress = Progress {
            scene: Scene {
                at,
                item: place.item,
                since: now,
                opened_at: (phase != Phase::Draft).then_some(now),
                ..Scene::default()
            },
            phase,
            ..Progress::default()
        };
        let sums: BTreeMap<RequestId, _> = requests
            .iter()
            .map(|row| (row.id, row.public_sums))
            .collect();
        let states = requests.iter().map(|row| (row.id, row.state)).collect();
        let snapshot = Snapshot {
            epoch: 0,
            seq: 0,
            catalogue_hash: "",
            catalogue: &catalogue,
            agenda: &self.agenda,
            plan: &plan,
            progress: &progress,
            round: 0,
            turnout: Turnout::default(),
            struck: 0,
            look_ups: 0,
            log_broken: false,
            root: None,
            outcome: None,
            earlier: &[],
            sums: &sums,
            states: &states,
            questions: &QuestionBoard::default(),
            survey: None,
        };
        Preview {
            view: snapshot.audience(),
            catalogue,
        }
    }

    fn catalogue(&self, reality: Reality, requests: &[RequestRow]) -> Catalogue {
        let known = |id: &RequestId| requests.iter().find(|row| row.id == *id);
        let candidates = self.candidates.iter().map(|candidate| candidate.request);
        let candidates: Vec<&RequestRow> = candidates.filter_map(|id| known(&id)).collect();
        let ongoing = self.ongoing.iter().filter_map(known);
        let shown: Vec<&RequestRow> = candidates.iter().copied().chain(ongoing).collect();
        let number = |at: usize| CandidateId(u16::try_from(at + 1).unwrap_or(u16::MAX));
        let texts = shown.iter();
        Catalogue {
            title: self.title.clone(),
            date: self.date.to_string(),
            starts: self.starts.to_string(),
            ends: self.ends.to_string(),
            reality,
            language: self.language,
            fictional: shown.iter().any(|row| row.fictional),
            rules: Rules {
                rule: self.rule,
                max_choices: self.choices(),
                candidates: u16::try_from(candidates.len()).unwrap_or(u16::MAX),
            },
            shuffled: self.shuffled,
            candidates: candidates
                .iter()
                .enumerate()
                .map(|(at, row)| Candidate {
                    id: number(at),
                    request: row.id,
                })
                .collect(),
            requests: texts
                .map(|row| RequestText::of(row.id, row.request.clone()))
                .collect(),
        }
    }

    /// How many candidates one ballot may support: never more than there are.
    fn choices(&self) -> u8 {
        let candidates = u8::try_from(self.candidates.len()).unwrap_or(u8::MAX);
        self.max_choices.min(candidates).max(1)
    }
}
