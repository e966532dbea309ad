//! What somebody typed into a survey's form, kept as it was typed, and read.

use std::collections::BTreeMap;

use barometer_domain::municipality;
use barometer_domain::survey::{
    Answer, AnswerProblem, ItemId, SealedWords, Survey, SurveyItem, WrongAnswer,
};
use barometer_text::Language;
use barometer_text::form_page::FormText;
use barometer_text::survey::SurveyText;

use super::super::forms::{Fault, SentForm};
use crate::secrets::HeldAnswers;

/// Under which names the fields are sent that are not items.
pub(super) const MUNICIPALITY: &str = "municipality";
pub(super) const SEALED: &str = "sealed";
pub(super) const QUOTED: &str = "quoted";

/// The name of an item's field.
pub(super) fn field_name(item: ItemId) -> String {
    format!("item-{}", item.0)
}

/// A form as it was typed, right or wrong.
#[derive(Clone, Debug, Default)]
pub(super) struct TypedAnswers {
    pub(super) municipality: String,
    /// Each item's values, as the form sends them.
    pub(super) items: BTreeMap<ItemId, Vec<String>>,
    pub(super) may_be_quoted: bool,
    sealed: String,
}

impl TypedAnswers {
    /// Nothing yet, but for the municipality.
    pub(super) fn for_municipality(municipality: String) -> Self {
        Self {
            municipality,
            ..Self::default()
        }
    }

    /// As a browser sent it.
    pub(super) fn sent(survey: &Survey, sent: &SentForm) -> Self {
        let values = |item: &SurveyItem| {
            let name = field_name(item.id);
            let values = sent.all(&name).map(ToOwned::to_owned).collect();
            (item.id, values)
        };
        Self {
            municipality: sent.one(MUNICIPALITY).to_owned(),
            items: survey.items().iter().map(values).collect(),
            may_be_quoted: sent.has(QUOTED),
            sealed: sent.one(SEALED).to_owned(),
        }
    }

    /// What was answered before, to be changed.
    pub(super) fn of(survey: &Survey, held: &HeldAnswers) -> Self {
        let values = |item: &SurveyItem| {
            let values = match held.answers.get(item.id) {
                None => Vec::new(),
                Some(Answer::Choice(option)) => vec![option.to_string()],
                Some(Answer::Choices(options)) => options.iter().map(u8::to_string).collect(),
                Some(Answer::Scale(step)) => vec![step.to_string()],
                Some(Answer::Number(number)) => vec![number.to_string()],
            };
            (item.id, values)
        };
        Self {
            municipality: held.municipality.to_string(),
            items: survey.items().iter().map(values).collect(),
            may_be_quoted: held.may_be_quoted,
            sealed: String::new(),
        }
    }

    /// The values of an item.
    pub(super) fn values(&self, item: ItemId) -> Vec<&str> {
        let values = self.items.get(&item).map_or(&[][..], Vec::as_slice);
        values.iter().map(String::as_str).collect()
    }

    /// What it comes to; `before` is what the same browser sent before.
    ///
    /// # Errors
    /// Everything that is wrong, in the form's order.
    pub(super) fn read(
        &self,
        survey: &Survey,
        language: Language,
        before: Option<&HeldAnswers>,
    ) -> Result<HeldAnswers, Vec<Fault>> {
        let mut faults = Vec::new();
        let code = self.municipality.parse().ok();
        let municipality = code.and_then(municipality::by_code).map(|known| known.code);
        if municipality.is_none() {
            faults.push(Fault {
                field: MUNICIPALITY.to_owned(),
                sentence: FormText::MunicipalityMissing.say(language).to_owned(),
            });
        }
        let wrong = |item: ItemId, problem: AnswerProblem| Fault {
            field: field_name(item),
            sentence: SurveyText::Wrong(problem).say(language),
        };
        let (mut answers, mut unread) = (BTreeMap::new(), Vec::new());
        for item in survey.items() {
            match item.read(&self.values(item.id)) {
                Ok(answer) => answers.extend(answer.map(|answer| (item.id, answer))),
                Err(problem) => unread.push(WrongAnswer {
                    item: item.id,
                    problem,
                }),
            }
        }
        let checked = survey.check(answers);
        let missing = checked.as_ref().err().cloned().unwrap_or_default();
        for item in survey.items() {
            let of_item = unread
                .iter()
                .chain(&missing)
                .find(|wrong| wrong.item == item.id);
            faults.extend(of_item.map(|one| wrong(one.item, one.problem)));
        }
        let whole = |sentence: SurveyText<'_>| Fault {
            field: String::new(),
            sentence: sentence.say(language),
        };
        let words = Some(self.sealed.as_str()).filter(|sealed| !sealed.is_empty());
        let words = words.map(str::parse::<SealedWords>).transpose();
        if words.is_err() {
            faults.push(whole(SurveyText::NotSealed));
        }
        let words = words.unwrap_or_default();
        let has_words = words.is_some() || before.is_some_and(|before| before.words.is_some());
        let answers = checked.unwrap_or_default();
        if faults.is_empty() && answers.is_empty() && !has_words {
            faults.push(whole(SurveyText::NothingAnswered));
        }
        match municipality {
            Some(municipality) if faults.is_empty() => Ok(HeldAnswers {
                municipality,
                answers,
                may_be_quoted: self.may_be_quoted,
                words,
            }),
            _ => Err(faults),
        }
    }
}
