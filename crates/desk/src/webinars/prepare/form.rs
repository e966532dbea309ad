//! A preparation as it is being typed: a signal for each field.

use barometer_domain::agenda::Stage;
use barometer_domain::ids::RequestId;
use barometer_domain::language::Language;
use barometer_domain::preparation::Shortlisted;
use barometer_domain::tally::CountingRule;
use leptos::prelude::*;

use super::values::{PreparationValues, StageValues};

/// The fields of a stage.
#[derive(Clone, Copy)]
pub struct StageFields {
    /// Whether it is on the agenda.
    pub is_on: RwSignal<bool>,
    /// What the presenter wants to remember.
    pub notes: RwSignal<String>,
    /// The timebox in minutes, as typed.
    pub minutes: RwSignal<String>,
}

/// What is typed, a signal for each field.
#[derive(Clone, Copy)]
pub struct PreparationForm {
    /// The webinar's title, in one line.
    pub title: RwSignal<String>,
    /// The webinar's day, `YYYY-MM-DD`.
    pub date: RwSignal<String>,
    /// When it begins.
    pub starts: RwSignal<String>,
    /// When it ends.
    pub ends: RwSignal<String>,
    /// The language of its texts.
    pub language: RwSignal<Language>,
    /// The code with which participants join.
    pub code: RwSignal<String>,
    /// How many candidates one ballot may support.
    pub max_choices: RwSignal<String>,
    /// Whether each phone lists the candidates in an order of its own.
    pub shuffled: RwSignal<bool>,
    /// The headline figure.
    pub rule: RwSignal<CountingRule>,
    /// The shortlist, in the order in which the barometer lists it.
    pub candidates: RwSignal<Vec<Shortlisted>>,
    /// The requests under way, in order.
    pub ongoing: RwSignal<Vec<RequestId>>,
    /// All stages, in order.
    pub order: RwSignal<Vec<Stage>>,
    /// What is typed of each, as [`Stage::ALL`] has them.
    stages: StoredValue<[StageFields; 8]>,
}

impl PreparationForm {
    /// Nothing yet.
    pub fn empty() -> Self {
        let text = || RwSignal::new(String::new());
        let stage = |_| StageFields {
            is_on: RwSignal::new(false),
            notes: text(),
            minutes: text(),
        };
        Self {
            title: text(),
            date: text(),
            starts: text(),
            ends: text(),
            language: RwSignal::new(Language::default()),
            code: text(),
            max_choices: text(),
            shuffled: RwSignal::new(true),
            rule: RwSignal::new(CountingRule::default()),
            candidates: RwSignal::new(Vec::new()),
            ongoing: RwSignal::new(Vec::new()),
            order: RwSignal::new(Vec::new()),
            stages: StoredValue::new(Stage::ALL.map(stage)),
        }
    }

    /// What is typed of a stage.
    pub fn stage(self, stage: Stage) -> StageFields {
        self.stages.with_value(|stages| stages[place(stage)])
    }

    /// All that is typed; read inside a reactive closure, the closure follows the typing.
    pub fn typed(self) -> PreparationValues {
        let stage = |stage| {
            let fields = self.stage(stage);
            StageValues {
                stage,
                is_on: fields.is_on.get(),
                notes: fields.notes.get(),
                minutes: fields.minutes.get(),
            }
        };
        PreparationValues {
            title: self.title.get(),
            date: self.date.get(),
            starts: self.starts.get(),
            ends: self.ends.get(),
            language: self.language.get(),
            code: self.code.get(),
            max_choices: self.max_choices.get(),
            shuffled: self.shuffled.get(),
            rule: self.rule.get(),
            candidates: self.candidates.get(),
            ongoing: self.ongoing.get(),
            stages: self.order.get().into_iter().map(stage).collect(),
        }
    }

    /// Puts something typed into the fields.
    pub fn fill_from(self, typed: PreparationValues) {
        self.title.set(typed.title);
        self.date.set(typed.date);
        self.starts.set(typed.starts);
        self.ends.set(typed.ends);
        self.language.set(typed.language);
        self.code.set(typed.code);
        self.max_choices.set(typed.max_choices);
        self.shuffled.set(typed.shuffled);
        self.rule.set(typed.rule);
        self.candidates.set(typed.candidates);
        self.ongoing.set(typed.ongoing);
        self.order
            .set(typed.stages.iter().map(|typed| typed.stage).collect());
        for typed in typed.stages {
            let fields = self.stage(typed.stage);
            fields.is_on.set(typed.is_on);
            fields.notes.set(typed.notes);
            fields.minutes.set(typed.minutes);
        }
    }
}

/// Where a stage usually comes.
pub fn place(stage: Stage) -> usize {
    let place = Stage::ALL.iter().position(|one| *one == stage);
    place.unwrap_or_default()
}
