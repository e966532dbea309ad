//! Quick entry: who, about what, what they say, return. The next one begins in the same field.

use barometer_domain::date::Date;
use barometer_domain::financing::CommitmentState;
use barometer_domain::financing::commitment::{DecisionStage, LONGEST_NOTE, Mandate, Move};
use barometer_domain::financing::ledger::Said;
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_domain::money::{Money, typed_kroner};
use barometer_domain::refusal::Field as Wrong;
use barometer_kit::form::field::{Field, Select, Tick};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::ui::municipality_box::{self, MunicipalityPicker, PickerStep, municipality_box};
use barometer_kit::{format, language};
use barometer_text::refusal::takes_none;
use barometer_text::staff::commitments::{CommitmentText as Text, said};
use barometer_text::staff::refused;
use barometer_text::states;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{CommitmentsState, say};
use crate::page::{focus, wrong_field};
use crate::request_words::request_options;

const AMOUNT: &str = "entry-amount";

/// What is being typed; each field on its own, so that nothing is ever lost.
#[derive(Clone, Copy)]
pub struct CommitmentForm {
    municipality: RwSignal<String>,
    /// The list below the field of the municipality, as it was left.
    list: RwSignal<MunicipalityPicker>,
    request: RwSignal<String>,
    what: RwSignal<String>,
    amount: RwSignal<String>,
    is_maximum: RwSignal<bool>,
    at_least: RwSignal<String>,
    stage: RwSignal<String>,
    expected: RwSignal<String>,
    mandate_by: RwSignal<String>,
    mandate_reference: RwSignal<String>,
    mandate_date: RwSignal<String>,
    mandate_maximum: RwSignal<String>,
    year: RwSignal<String>,
    reason: RwSignal<String>,
    named: RwSignal<bool>,
    /// Which field is wrong, if the browser saw it already.
    wrong: RwSignal<Option<CommitmentField>>,
    saved: SavedForm,
}

/// Who says something about what, as far as that is typed.
type CommitmentSubject = (Option<RequestId>, Option<MunicipalityCode>);

/// A field that the browser itself can find wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CommitmentField {
    Municipality,
    Of(Wrong),
}

impl CommitmentForm {
    /// Empty, about this request if there is only one.
    pub fn new(only: Option<RequestId>) -> Self {
        let text = || RwSignal::new(String::new());
        let (municipality, what, amount, expected, reason) =
            (text(), text(), text(), text(), text());
        let (mandate_by, mandate_reference, mandate_maximum) = (text(), text(), text());
        let at_least = text();
        let about = only.map_or_else(String::new, |only| only.0.to_string());
        let name = format!("commitment.{about}");
        let request = RwSignal::new(about);
        let is_maximum = RwSignal::new(false);
        let stage = RwSignal::new(key_of_stage(DecisionStage::Profession));
        let mandate_date = RwSignal::new(format::today().to_string());
        let year = RwSignal::new(format::today().parts().0.to_string());
        let named = RwSignal::new(true);
        let fields = [
            ("municipality", municipality.into()),
            ("request", request.into()),
            ("what", what.into()),
            ("amount", amount.into()),
            ("is_maximum", is_maximum.into()),
            ("at_least", at_least.into()),
            ("stage", stage.into()),
            ("expected", expected.into()),
            ("mandate_by", mandate_by.into()),
            ("mandate_reference", mandate_reference.into()),
            ("mandate_date", mandate_date.into()),
            ("mandate_maximum", mandate_maximum.into()),
            ("year", year.into()),
            ("reason", reason.into()),
            ("named", named.into()),
        ];
        let saved = SavedForm::new(&name, DraftLifetime::InBrowser, fields);
        Self {
            municipality,
            list: RwSignal::new(MunicipalityPicker::default()),
            request,
            what,
            amount,
            is_maximum,
            at_least,
            stage,
            expected,
            mandate_by,
            mandate_reference,
            mandate_date,
            mandate_maximum,
            year,
            reason,
            named,
            wrong: RwSignal::new(None),
            saved,
        }
    }

    fn chosen_municipality(self) -> Option<MunicipalityCode> {
        let typed = self.municipality.read();
        MunicipalityPicker::with_text(&typed).chosen()
    }

    /// The field of the municipality with its list; one that was written into by something else than the list is closed.
    fn picker(self) -> MunicipalityPicker {
        let (list, typed) = (self.list.get(), self.municipality.read());
        if list.typed() == *typed {
            list
        } else {
            MunicipalityPicker::with_text(&typed)
        }
    }

    fn pick(self, step: PickerStep) {
        let mut picker = untrack(|| self.picker());
        picker.apply(step);
        if *self.municipality.read_untracked() != picker.typed() {
            self.municipality.set(picker.typed().to_owned());
        }
        self.list.set(picker);
    }

    fn about(self) -> Option<RequestId> {
        self.request
            .with(|number| number.parse().ok())
            .map(RequestId)
    }

    /// Begins about a municipality's part in a request, with the amount and the condition that it has named.
    pub fn begin(self, request: RequestId, name: &str, amount: Money, at_least: Option<u16>) {
        self.municipality.set(name.to_owned());
        self.request.set(request.0.to_string());
        if amount > Money::ZERO {
            self.amount.set(format::typed(language::current(), amount));
        }
        let condition = at_least.map_or_else(String::new, |count| count.to_string());
        self.at_least.set(condition);
        self.wrong.set(None);
        focus(municipality_box::ID);
    }

    /// Leaves only what the next one has in common with this.
    fn clear(self) {
        for field in [
            self.municipality,
            self.amount,
            self.at_least,
            self.expected,
            self.mandate_by,
            self.mandate_reference,
            self.mandate_maximum,
            self.reason,
        ] {
            field.set(String::new());
        }
        self.is_maximum.set(false);
        self.saved.forget();
        focus(municipality_box::ID);
    }

    fn read(self, to: Option<CommitmentState>) -> Result<Move, CommitmentField> {
        let wrong = |field| CommitmentField::Of(field);
        let amount = || {
            let typed = typed_kroner(&self.amount.get_untracked());
            typed.ok_or(wrong(Wrong::Amount))
        };
        let reason = || self.reason.get_untracked();
        Ok(match to {
            None => Move::Name {
                named: self.named.get_untracked(),
            },
            Some(CommitmentState::Interested) => Move::Interest,
            Some(CommitmentState::Indicated) => Move::Indicate {
                amount: amount()?,
                is_maximum: self.is_maximum.get_untracked(),
                at_least: self.at_least()?,
            },
            Some(CommitmentState::UnderDecision) => Move::Decide {
                stage: stage_of_key(&self.stage.get_untracked()),
                expected: day(self.expected).map_err(|()| wrong(Wrong::Expected))?,
            },
            Some(CommitmentState::Committed) => Move::Commit {
                amount: amount()?,
                mandate: self.mandate()?,
            },
            Some(CommitmentState::Invoiced) => Move::Invoice {
                year: self
                    .year
                    .with_untracked(|year| year.trim().parse().ok())
                    .ok_or(wrong(Wrong::Year))?,
            },
            Some(CommitmentState::Paid) => Move::Pay,
            Some(CommitmentState::Declined) => Move::Decline { reason: reason() },
            Some(CommitmentState::Withdrawn) => Move::Withdraw { reason: reason() },
            Some(CommitmentState::Expired) => Move::Expire { reason: reason() },
        })
    }

    /// With how many at least; nothing where it does not matter.
    fn at_least(self) -> Result<Option<u16>, CommitmentField> {
        let typed = self.at_least.get_untracked();
        match typed.trim() {
            "" => Ok(None),
            typed => typed
                .parse()
                .map(Some)
                .map_err(|_| CommitmentField::Of(Wrong::Minimum)),
        }
    }

    fn mandate(self) -> Result<Mandate, CommitmentField> {
        let maximum = self.mandate_maximum.get_untracked();
        let maximum = match maximum.trim() {
            "" => None,
            typed => Some(typed_kroner(typed).ok_or(CommitmentField::Of(Wrong::Amount))?),
        };
        let date = day(self.mandate_date).ok().flatten();
        Ok(Mandate {
            by: self.mandate_by.get_untracked(),
            reference: self.mandate_reference.get_untracked(),
            date: date.ok_or(CommitmentField::Of(Wrong::MandateDate))?,
            maximum,
        })
    }
}

/// The day typed, or none.
fn day(field: RwSignal<String>) -> Result<Option<Date>, ()> {
    let typed = field.get_untracked();
    match typed.trim() {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| ()),
    }
}

fn key_of_stage(stage: DecisionStage) -> String {
    let at = DecisionStage::ALL.iter().position(|other| *other == stage);
    at.unwrap_or(0).to_string()
}

fn stage_of_key(key: &str) -> DecisionStage {
    let at = key.parse::<usize>().unwrap_or(0);
    *DecisionStage::ALL
        .get(at)
        .unwrap_or(&DecisionStage::Profession)
}

fn option_key(to: Option<CommitmentState>) -> String {
    let at = to.and_then(|to| CommitmentState::ALL.iter().position(|other| *other == to));
    at.map_or_else(|| "named".to_owned(), |at| at.to_string())
}

#[component]
pub(crate) fn QuickEntry(page: CommitmentsState) -> impl IntoView {
    let entry = page.entry;
    let offered = Memo::new(move |_| page.choices(entry.about(), entry.chosen_municipality()));
    let choices = Memo::new(move |_| {
        let offered = offered.read();
        let possible = offered.iter().filter(|(_, admitted)| admitted.is_ok());
        possible.map(|(to, _)| *to).collect::<Vec<_>>()
    });
    let not_now = move || {
        let language = language::current();
        let offered = offered.read();
        // The step on is what one looks for; why it cannot be taken holds for the others too.
        let (to, why) = offered
            .iter()
            .find_map(|(to, admitted)| Some((*to, admitted.err()?)))?;
        let words = Text::NotNow(said(to, language), takes_none(why, language)).say(language);
        Some(view! { <p class="muted entry-not-now" role="status">{words}</p> })
    };
    // Another municipality or request: the step on is suggested. What was chosen about these two stays, also while
    // someone else writes down what they say.
    Effect::new(move |before: Option<Option<CommitmentSubject>>| {
        let (subject, choices) = ((entry.about(), entry.chosen_municipality()), choices.read());
        let before = before.flatten();
        if page.ledgers.read().is_none() {
            // Nothing is known yet of what is possible.
            return before;
        }
        let chosen = entry.what.get_untracked();
        let is_possible = choices.iter().any(|to| option_key(*to) == chosen);
        let is_same = before.is_none_or(|before| before == subject);
        if !(is_same && is_possible) {
            let first = choices.first().copied().flatten();
            entry.saved.suggest("what", &option_key(first));
        }
        Some(subject)
    });
    let chosen = Memo::new(move |_| {
        let chosen = entry.what.get();
        let found = choices
            .read()
            .iter()
            .copied()
            .find(|to| option_key(*to) == chosen);
        found.unwrap_or_else(|| choices.read().first().copied().flatten())
    });
    let requests = move || request_options("–".to_owned(), &*page.requests.read());
    let ways = move || {
        let language = language::current();
        let option =
            |to: &Option<CommitmentState>| (option_key(*to), said(*to, language).to_owned());
        choices.read().iter().map(option).collect()
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        submit(page, chosen.get_untracked());
    };
    let request = page.only.is_none().then(|| {
        view! {
            <Select
                id="entry-request"
                label=Signal::derive(say(Text::Request))
                value=entry.request
                options=Signal::derive(requests)
            />
        }
    });
    let rest = move || view! { <FieldsOf page=page to=chosen.get() /> };
    let button = move || {
        let words = if page.sending.is_working() {
            Text::Writing
        } else {
            Text::Write
        };
        words.say(language::current())
    };
    view! {
        <section class="card entry" aria-labelledby="entry-heading">
            <h2 id="entry-heading">{say(Text::Entry)}</h2>
            {entry.saved.notice()}
            <form class="entry-form" on:submit=on_submit>
                <MunicipalityField page=page on_whole_name=move || submit(page, chosen.get_untracked()) />
                {request}
                <Select
                    id="entry-what"
                    label=Signal::derive(say(Text::What))
                    value=entry.what
                    options=Signal::derive(ways)
                />
                {not_now}
                {rest}
                <Field
                    id="entry-by"
                    label=Signal::derive(say(Text::YourName))
                    value=page.by
                    autocomplete="name"
                    longest=LONGEST_NOTE
                    wrong=refusal(page, Wrong::By)
                />
                <div class="vendor-buttons">
                    <button class="button primary" type="submit">{button}</button>
                    <p class="muted" role="status">{move || page.sending.word()}</p>
                </div>
            </form>
        </section>
    }
}

fn submit(page: CommitmentsState, to: Option<CommitmentState>) {
    let entry = page.entry;
    entry.wrong.set(None);
    let Some(who) = entry.chosen_municipality() else {
        entry.wrong.set(Some(CommitmentField::Municipality));
        return focus(municipality_box::ID);
    };
    let Some(request) = entry.about() else {
        return focus("entry-request");
    };
    match entry.read(to) {
        Ok(said) => {
            let said = Said {
                by: page.by.get_untracked(),
                said,
            };
            page.record_move(request, who, said, move || entry.clear());
        }
        Err(wrong) => {
            entry.wrong.set(Some(wrong));
            if wrong == CommitmentField::Of(Wrong::Amount) {
                focus(AMOUNT);
            }
        }
    }
}

/// What is wrong with a field: what the browser saw, or the server.
fn refusal(page: CommitmentsState, field: Wrong) -> Signal<Option<String>> {
    Signal::derive(move || {
        let refused = wrong_field(page.sending);
        let here = page.entry.wrong.get() == Some(CommitmentField::Of(field));
        let language = language::current();
        (here || refused == Some(field)).then(|| refused::sentence(&field.wrong(), language))
    })
}

/// The fields that what is said needs.
#[component]
fn FieldsOf(page: CommitmentsState, to: Option<CommitmentState>) -> impl IntoView {
    let entry = page.entry;
    let text = |words: Text<'static>| Signal::derive(say(words));
    let amount = move || {
        view! {
            <Field
                id=AMOUNT
                label=text(Text::Amount)
                value=entry.amount
                longest=20
                wrong=refusal(page, Wrong::Amount)
            />
        }
    };
    match to {
        None => view! { <Tick label=text(Text::MayBeNamed) value=entry.named /> }.into_any(),
        Some(CommitmentState::Indicated) => view! {
            {amount()}
            <Tick label=text(Text::IsMaximum) value=entry.is_maximum />
            <Field
                id="entry-at-least"
                label=text(Text::AtLeast)
                value=entry.at_least
                longest=2
                hint=text(Text::AtLeastHint)
                wrong=refusal(page, Wrong::Minimum)
            />
        }
        .into_any(),
        Some(CommitmentState::UnderDecision) => {
            let stages = move || {
                let language = language::current();
                let option = |stage: DecisionStage| {
                    (
                        key_of_stage(stage),
                        states::stage(stage, language).to_owned(),
                    )
                };
                DecisionStage::ALL.map(option).to_vec()
            };
            view! {
                <Select
                    id="entry-stage"
                    label=text(Text::Stage)
                    value=entry.stage
                    options=Signal::derive(stages)
                />
                <Field
                    id="entry-expected"
                    label=text(Text::Expected)
                    value=entry.expected
                    kind=Signal::stored("date")
                    hint=text(Text::ExpectedHint)
                    wrong=refusal(page, Wrong::Expected)
                />
            }
            .into_any()
        }
        Some(CommitmentState::Committed) => view! {
            {amount()}
            <Field
                id="entry-mandate-by"
                label=text(Text::MandateBy)
                value=entry.mandate_by
                longest=LONGEST_NOTE
                wrong=refusal(page, Wrong::MandateBy)
            />
            <Field
                id="entry-mandate-reference"
                label=text(Text::MandateReference)
                value=entry.mandate_reference
                longest=LONGEST_NOTE
                wrong=refusal(page, Wrong::Reference)
            />
            <Field
                id="entry-mandate-date"
                label=text(Text::MandateDate)
                value=entry.mandate_date
                kind=Signal::stored("date")
                wrong=refusal(page, Wrong::MandateDate)
            />
            <Field
                id="entry-mandate-maximum"
                label=text(Text::MandateMaximum)
                value=entry.mandate_maximum
                longest=20
            />
        }
        .into_any(),
        Some(CommitmentState::Invoiced) => view! {
            <Field
                id="entry-year"
                label=text(Text::Year)
                value=entry.year
                longest=4
                wrong=refusal(page, Wrong::Year)
            />
        }
        .into_any(),
        Some(CommitmentState::Declined | CommitmentState::Withdrawn | CommitmentState::Expired) => {
            view! {
                <Field
                    id="entry-reason"
                    label=text(Text::Reason)
                    value=entry.reason
                    longest=LONGEST_NOTE
                    wrong=refusal(page, Wrong::Reason)
                />
            }
            .into_any()
        }
        Some(CommitmentState::Interested | CommitmentState::Paid) => ().into_any(),
    }
}

/// Who says something: the list of municipalities that phones have. Enter behind a whole name sends the form, as it
/// does in its other fields.
#[component]
fn MunicipalityField(
    page: CommitmentsState,
    #[prop(into)] on_whole_name: Callback<()>,
) -> impl IntoView {
    let entry = page.entry;
    let wrong = move || {
        let is_wrong = entry.wrong.get() == Some(CommitmentField::Municipality);
        let words = is_wrong.then(|| Text::NoSuchMunicipality.say(language::current()));
        words.unwrap_or_default()
    };
    let on_move = Callback::new(move |step: PickerStep| {
        let is_sent =
            matches!(step, PickerStep::Take) && untrack(|| entry.picker().is_whole_name());
        entry.pick(step);
        if is_sent {
            on_whole_name.run(());
        }
    });
    view! {
        <div class="field">
            <label for=municipality_box::ID>{say(Text::Municipality)}</label>
            {move || municipality_box(&entry.picker(), wrong(), on_move)}
        </div>
    }
}
