//! Surveys by worked example, and held against slow and obvious ways to the same answer.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde::Serialize;
use static_assertions::assert_not_impl_any;

use super::*;
use crate::ids::MunicipalityCode;

assert_not_impl_any!(CountedAnswers: Serialize);

fn item(id: u8, kind: ItemKind) -> SurveyItem {
    SurveyItem {
        id: ItemId(id),
        question: format!("Spørgsmål {id}"),
        required: false,
        kind,
    }
}

fn options(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

/// One item of each kind.
fn every_kind() -> Survey {
    Survey::of(vec![
        item(
            1,
            ItemKind::Choice {
                options: options(&["Ja", "Nej", "Ved ikke"]),
            },
        ),
        item(
            2,
            ItemKind::Choices {
                options: options(&["Plan", "Besøg", "Medicin"]),
            },
        ),
        item(
            3,
            ItemKind::Scale {
                low: "Nej".into(),
                high: "Ja".into(),
            },
        ),
        item(
            4,
            ItemKind::Number {
                unit: "timer om ugen".into(),
            },
        ),
        item(5, ItemKind::Text),
    ])
    .unwrap()
}

fn municipality(number: u16) -> MunicipalityCode {
    format!("{:04}", 101 + number).parse().unwrap()
}

fn answered(survey: &Survey, from: u16, answers: &[(u8, Answer)]) -> CountedAnswers {
    let answers = answers
        .iter()
        .map(|(id, answer)| (ItemId(*id), answer.clone()));
    CountedAnswers {
        municipality: municipality(from),
        answers: survey.check(answers.collect()).unwrap(),
    }
}

#[test]
fn what_is_written_is_trimmed_and_each_fault_is_named_with_its_number() {
    let problem = |change: fn(&mut SurveyItem)| {
        let mut items = Vec::from(every_kind());
        change(&mut items[1]);
        Survey::of(items).err()
    };
    let wrong = |problem| Some(SurveyProblem::Item { number: 2, problem });
    assert_eq!(
        problem(|item| item.question = "  ".into()),
        wrong(ItemProblem::Question)
    );
    assert_eq!(
        problem(|item| item.question = "x".repeat(201)),
        wrong(ItemProblem::Question)
    );
    assert_eq!(
        problem(|item| item.question = "a\u{202E}b".into()),
        wrong(ItemProblem::Question)
    );
    assert_eq!(problem(|item| item.id = ItemId(1)), wrong(ItemProblem::Id));
    assert_eq!(problem(|item| item.id = ItemId(0)), wrong(ItemProblem::Id));
    assert_eq!(
        problem(|item| item.kind = ItemKind::Choice {
            options: options(&["Ja"])
        }),
        wrong(ItemProblem::OptionCount)
    );
    assert_eq!(
        problem(|item| item.kind = ItemKind::Choice {
            options: options(&["Ja", " ja "])
        }),
        wrong(ItemProblem::SameOption { option: 2 })
    );
    assert_eq!(
        problem(|item| item.kind = ItemKind::Choices {
            options: options(&["Ja", ""])
        }),
        wrong(ItemProblem::OptionLength { option: 2 })
    );
    assert_eq!(
        problem(|item| item.kind = ItemKind::Number { unit: " ".into() }),
        wrong(ItemProblem::Unit)
    );
    assert_eq!(
        problem(|item| item.kind = ItemKind::Scale {
            low: "x".repeat(101),
            high: String::new()
        }),
        wrong(ItemProblem::ScaleWord)
    );
    assert_eq!(
        problem(|item| (item.kind, item.required) = (ItemKind::Text, true)),
        wrong(ItemProblem::TextRequired)
    );
    assert_eq!(Survey::of(Vec::new()), Err(SurveyProblem::ItemCount));
    let eleven = (1..=11).map(|id| item(id, ItemKind::Text)).collect();
    assert_eq!(Survey::of(eleven), Err(SurveyProblem::ItemCount));
    let mut spaced = item(1, ItemKind::Text);
    spaced.question = "  Hvad \n mangler? ".into();
    assert_eq!(
        Survey::of(vec![spaced]).unwrap().items()[0].question,
        "Hvad mangler?"
    );
}

#[test]
fn each_wrong_answer_is_named_with_what_is_wrong() {
    let mut items = Vec::from(every_kind());
    items[0].required = true;
    let survey = Survey::of(items).unwrap();
    let wrong = survey.check(BTreeMap::from([
        (ItemId(2), Answer::Choices(BTreeSet::from([0, 3]))),
        (ItemId(3), Answer::Scale(6)),
        (ItemId(4), Answer::Scale(1)),
        (ItemId(9), Answer::Scale(1)),
    ]));
    let expected = [
        (1, AnswerProblem::Missing),
        (2, AnswerProblem::NoSuchOption),
        (3, AnswerProblem::NotOnScale),
        (4, AnswerProblem::NotAsked),
        (9, AnswerProblem::NotAsked),
    ];
    let expected = expected.map(|(id, problem)| WrongAnswer {
        item: ItemId(id),
        problem,
    });
    assert_eq!(wrong, Err(expected.into()));
}

#[test]
fn a_form_is_read_item_by_item() {
    let survey = every_kind();
    let read = |id: u8, sent: &[&str]| survey.item(ItemId(id)).unwrap().read(sent);
    assert_eq!(read(1, &["2"]), Ok(Some(Answer::Choice(2))));
    assert_eq!(read(1, &["3"]), Err(AnswerProblem::NoSuchOption));
    assert_eq!(read(1, &["nej"]), Err(AnswerProblem::NoSuchOption));
    assert_eq!(
        read(2, &["0", "2"]),
        Ok(Some(Answer::Choices(BTreeSet::from([0, 2]))))
    );
    assert_eq!(read(2, &[]), Ok(None));
    assert_eq!(read(3, &["0"]), Err(AnswerProblem::NotOnScale));
    assert_eq!(
        read(4, &[" 2,5 "]),
        Ok(Some(Answer::Number(Quantity::read("2,5").unwrap())))
    );
    assert_eq!(
        read(4, &["mange"]),
        Err(AnswerProblem::Number(NotAQuantity::NotANumber))
    );
    assert_eq!(
        read(5, &["unsealed"]),
        Ok(None),
        "text comes sealed or not at all"
    );
}

#[test]
fn five_answers_of_three_municipalities_are_the_least_that_is_shown() {
    let survey = every_kind();
    let ja = |from| answered(&survey, from, &[(1, Answer::Choice(0))]);
    let four = [ja(1), ja(2), ja(3), ja(3)];
    let two_municipalities = [ja(1), ja(2), ja(2), ja(2), ja(2), ja(1)];
    assert_eq!(SurveyResult::of(&survey, &four), None);
    assert_eq!(SurveyResult::of(&survey, &two_municipalities), None);
    let five = [
        ja(1),
        ja(2),
        ja(3),
        ja(3),
        answered(&survey, 3, &[(3, Answer::Scale(5))]),
    ];
    let result = SurveyResult::of(&survey, &five).unwrap();
    assert_eq!(
        (result.base.answers(), result.base.municipalities()),
        (5, 3)
    );
    let figures: Vec<_> = result.items.into_iter().map(|item| item.figures).collect();
    assert_eq!(
        figures[..4],
        [const { ItemFigures::TooFew }; 4],
        "four and one have answered each"
    );
    assert_eq!(figures[4], ItemFigures::Words);
}

#[test]
fn sums_of_less_cannot_be_read_either() {
    let base = |answers: u32, municipalities: u32| {
        let json = format!(r#"{{"answers":{answers},"municipalities":{municipalities}}}"#);
        serde_json::from_str::<AnswerBase>(&json).is_ok()
    };
    assert!(base(5, 3) && !base(4, 3) && !base(5, 2));
}

#[test]
fn numbers_are_told_as_where_half_of_them_lie() {
    let survey = every_kind();
    let number = |from, typed: &str| {
        answered(
            &survey,
            from,
            &[(4, Answer::Number(Quantity::read(typed).unwrap()))],
        )
    };
    let answers = [
        number(1, "1"),
        number(2, "3"),
        number(3, "4"),
        number(4, "8"),
        number(5, "90"),
    ];
    let result = SurveyResult::of(&survey, &answers).unwrap();
    let band = |typed: &str| Band::of(Quantity::read(typed).unwrap());
    assert_eq!(
        result.items[3].figures,
        ItemFigures::Bands {
            base: AnswerBase::of(5, 5).unwrap(),
            lower: band("3"),
            median: band("4"),
            upper: band("8"),
        }
    );
}

#[test]
fn points_are_few_and_short() {
    let points = |points: &[&str]| SurveyPoints::try_from(options(points));
    assert_eq!(points(&[" Tid ", ""]).unwrap().as_slice(), ["Tid"]);
    assert!(points(&["x"; 7]).is_err() && points(&[&*"x".repeat(201)]).is_err());
}

#[test]
fn what_some_have_answered_keeps_its_words() {
    let survey = every_kind();
    let held = AnswersHeld::of(
        &survey,
        &[answered(&survey, 1, &[(1, Answer::Choice(0))])],
        false,
    );
    let edited = |change: fn(&mut Vec<SurveyItem>)| {
        let mut items = Vec::from(survey.clone());
        change(&mut items);
        survey
            .edited(Survey::of(items).unwrap(), &held)
            .map_err(|lost| (lost.item.0, lost.lost))
    };
    assert!(edited(|items| items.reverse()).is_ok(), "another order");
    assert!(
        edited(|items| drop(items.remove(3))).is_ok(),
        "nobody has answered it"
    );
    assert!(edited(|items| items.push(item(6, ItemKind::Text))).is_ok());
    assert!(
        edited(|items| items[0].kind = ItemKind::Choice {
            options: options(&["Ja", "Nej", "Ved ikke", "Andet"])
        })
        .is_ok(),
        "an option more, at the end"
    );
    assert_eq!(
        edited(|items| drop(items.remove(0))),
        Err((1, LostMeaning::Removed))
    );
    assert_eq!(
        edited(|items| items[0].question = "Noget andet".into()),
        Err((1, LostMeaning::Reworded))
    );
    assert_eq!(
        edited(|items| items[0].kind = ItemKind::Choice {
            options: options(&["Nej", "Ja", "Ved ikke"])
        }),
        Err((1, LostMeaning::OtherAnswers))
    );
    assert_eq!(
        edited(|items| items[1].required = true),
        Err((2, LostMeaning::NowRequired))
    );
    let sealed = AnswersHeld::of(&survey, &[], true);
    let mut gone = Vec::from(survey.clone());
    gone.remove(4);
    let gone = Survey::of(gone).unwrap();
    assert!(survey.edited(gone.clone(), &AnswersHeld::default()).is_ok());
    let lost = survey.edited(gone, &sealed).map_err(|lost| lost.lost);
    assert_eq!(
        lost,
        Err(LostMeaning::Removed),
        "what is sealed may hold an answer to it"
    );
}

/// What an answer means, in words: the slow way to tell whether a change takes its meaning.
fn meaning(survey: &Survey, id: ItemId, answer: &Answer) -> Option<String> {
    let item = survey.item(id)?;
    let option = |at: &u8| item.kind.options().get(usize::from(*at)).cloned();
    let said = match (&item.kind, answer) {
        (ItemKind::Choice { .. }, Answer::Choice(at)) => option(at)?,
        (ItemKind::Choices { .. }, Answer::Choices(all)) => {
            format!("{:?}", all.iter().map(option).collect::<Option<Vec<_>>>()?)
        }
        (ItemKind::Scale { low, high }, Answer::Scale(step)) => format!("{low}<{step}<{high}"),
        (ItemKind::Number { unit }, Answer::Number(number)) => format!("{number} {unit}"),
        _ => return None,
    };
    Some(format!("{}: {said}", item.question))
}

fn any_kind() -> impl Strategy<Value = ItemKind> {
    let texts = || {
        let pool = prop::sample::subsequence(vec!["Ja", "Nej", "Måske", "Andet"], 2..=4);
        pool.prop_shuffle().prop_map(|texts| options(&texts))
    };
    prop_oneof![
        texts().prop_map(|options| ItemKind::Choice { options }),
        texts().prop_map(|options| ItemKind::Choices { options }),
        prop::sample::select(vec!["Nej", ""]).prop_map(|low| ItemKind::Scale {
            low: low.into(),
            high: "Ja".into()
        }),
        prop::sample::select(vec!["timer", "borgere"])
            .prop_map(|unit| ItemKind::Number { unit: unit.into() }),
    ]
}

fn any_survey() -> impl Strategy<Value = Survey> {
    let items = prop::collection::vec((any_kind(), 0..2_u8, any::<bool>()), 1..4);
    items.prop_map(|items| {
        let items = (1..)
            .zip(items)
            .map(|(id, (kind, question, required))| SurveyItem {
                id: ItemId(id),
                question: format!("Spørgsmål {question}"),
                required,
                kind,
            });
        Survey::of(items.collect()).unwrap()
    })
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        (0..5_u8).prop_map(Answer::Choice),
        prop::collection::btree_set(0..5_u8, 0..4).prop_map(Answer::Choices),
        (0..7_u8).prop_map(Answer::Scale),
        (0..50_u64).prop_map(|n| Answer::Number(Quantity::from_hundredths(n * 100).unwrap())),
    ]
}

/// People of few municipalities, each with answers that the survey takes.
fn any_people(survey: Survey) -> impl Strategy<Value = (Survey, Vec<CountedAnswers>)> {
    let one = prop::collection::vec(any_answer(), survey.items().len());
    let people = prop::collection::vec((0..5_u16, one, any::<u8>()), 0..14);
    people.prop_map(move |people| {
        let counted = people.into_iter().map(|(from, answers, skipped)| {
            let fitting = survey.items().iter().zip(answers).filter(|(item, answer)| {
                let is_skipped = !item.required && skipped & (1 << item.id.0) != 0;
                let alone = BTreeMap::from([(item.id, answer.clone())]);
                let one = SurveyItem {
                    required: false,
                    ..(*item).clone()
                };
                !is_skipped && Survey::of(vec![one]).unwrap().check(alone).is_ok()
            });
            let answers = fitting.map(|(item, answer)| (item.id, answer)).collect();
            let all = survey.items().iter().cloned().map(|item| SurveyItem {
                required: false,
                ..item
            });
            let lenient = Survey::of(all.collect()).unwrap();
            CountedAnswers {
                municipality: municipality(from),
                answers: lenient.check(answers).unwrap(),
            }
        });
        (survey.clone(), counted.collect())
    })
}

proptest! {
    /// An edit is taken exactly if every answer says the same words afterwards, and none is newly required.
    #[test]
    fn an_edit_is_taken_if_and_only_if_no_answer_loses_its_meaning(
        (survey, people) in any_survey().prop_flat_map(any_people),
        next in any_survey(),
    ) {
        let held = AnswersHeld::of(&survey, &people, false);
        let answers = || people.iter().flat_map(|one| one.answers.iter());
        let taken = survey.edited(next.clone(), &held);
        let same_meaning = answers().all(|(id, answer)| meaning(&survey, id, answer) == meaning(&next, id, answer));
        if taken.is_ok() {
            prop_assert!(same_meaning);
        }
        // Refused though every answer would still say the same: only where an option that nobody chose would go or
        // change, or something would become required.
        if let Err(MeaningLost { item, lost }) = taken && same_meaning {
            let has_options = survey.item(item).is_some_and(|item| !item.kind.options().is_empty());
            prop_assert!(lost == LostMeaning::NowRequired || (lost == LostMeaning::OtherAnswers && has_options));
        }
    }

    /// Counting by hand, item by item and option by option, gives the same figures; nothing is shown of too few.
    #[test]
    fn sums_are_what_counting_by_hand_gives_and_never_of_too_few(
        (survey, people) in any_survey().prop_flat_map(any_people),
    ) {
        let from = |of: &[&CountedAnswers]| of.iter().map(|one| one.municipality).collect::<BTreeSet<_>>().len();
        let everyone: Vec<&CountedAnswers> = people.iter().collect();
        let Some(result) = SurveyResult::of(&survey, &people) else {
            prop_assert!(people.len() < 5 || from(&everyone) < 3);
            return Ok(());
        };
        prop_assert!(people.len() >= 5 && from(&everyone) >= 3);
        for (item, shown) in survey.items().iter().zip(&result.items) {
            prop_assert_eq!(item.id, shown.item);
            let who: Vec<&CountedAnswers> =
                people.iter().filter(|one| one.answers.get(item.id).is_some()).collect();
            let enough = who.len() >= 5 && from(&who) >= 3;
            match &shown.figures {
                ItemFigures::TooFew => prop_assert!(!enough),
                ItemFigures::Words => prop_assert!(false, "no text is asked for"),
                ItemFigures::Counts { base, counts } => {
                    prop_assert!(enough);
                    prop_assert_eq!((base.answers() as usize, base.municipalities() as usize), (who.len(), from(&who)));
                    for (place, &count) in (0_u8..).zip(counts) {
                        let chose = who.iter().filter(|one| match one.answers.get(item.id) {
                            Some(Answer::Choice(option)) => *option == place,
                            Some(Answer::Choices(options)) => options.contains(&place),
                            Some(Answer::Scale(step)) => *step == place + 1,
                            _ => false,
                        });
                        prop_assert_eq!(count as usize, chose.count());
                    }
                }
                ItemFigures::Bands { lower, median, upper, .. } => {
                    prop_assert!(enough);
                    prop_assert!(lower.above <= median.above && median.up_to <= upper.up_to);
                }
            }
        }
    }

    /// Whatever the person with the lowest number and the one with the highest had answered beyond that, the bands are
    /// the same: no extreme answer shows.
    #[test]
    fn the_lowest_and_the_highest_number_show_nowhere(
        mut numbers in prop::collection::vec(1_u64..100_000, 5..20),
        lower in 0_u64..100_000,
        higher in 0_u64..100_000,
    ) {
        let survey = every_kind();
        let figures = |numbers: &[u64]| {
            let person = |(at, &number): (usize, &u64)| {
                let number = Answer::Number(Quantity::from_hundredths(number).unwrap());
                answered(&survey, u16::try_from(at).unwrap(), &[(4, number)])
            };
            let people: Vec<_> = numbers.iter().enumerate().map(person).collect();
            SurveyResult::of(&survey, &people).unwrap().items[3].figures.clone()
        };
        numbers.sort_unstable();
        let before = figures(&numbers);
        let last = numbers.len() - 1;
        numbers[0] = numbers[0].min(lower);
        numbers[last] = numbers[last].max(higher);
        prop_assert_eq!(before, figures(&numbers));
    }
}
