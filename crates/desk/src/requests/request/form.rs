//! What a request says, to be written: words, price, sharing, minimum and deadline.

use barometer_domain::financing::commitment::LONGEST_NOTE;
use barometer_domain::financing::request::{
    LONGEST_BENEFIT, LONGEST_LABEL, LONGEST_PITCH, LONGEST_PLACE, LONGEST_TITLE,
};
use barometer_domain::financing::{RequestState, RuleKind};
use barometer_domain::refusal::Field as Wrong;
use barometer_kit::form::field::{Area, Field, Select, Tick};
use barometer_kit::language;
use barometer_text::staff::refused;
use barometer_text::staff::requests::{RequestDeskText as Text, rule};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::RequestEditor;
use super::draft::{NOT_ASSESSED, RULES};
use super::saved_draft::notice;
use crate::page::{failure_notice, focus_wrong};
use crate::requests::list::say;

/// The form. What is locked says why.
#[component]
pub(crate) fn Form(page: RequestEditor) -> impl IntoView {
    let wrong = RwSignal::new(None::<Wrong>);
    let draft = page.draft;
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        match draft.read() {
            Ok(request) => {
                wrong.set(None);
                page.save(request, draft.why.get_untracked());
            }
            Err(field) => wrong.set(Some(field)),
        }
    };
    // Whoever refuses, the browser or the server: the cursor goes where something is to be done.
    focus_wrong(move || wrong.get().or(page.wrong_field(false)), id_of);
    let complaint = move |field: Wrong| {
        Signal::derive(move || {
            let refused = page.wrong_field(false);
            let is_wrong = wrong.get() == Some(field) || refused == Some(field);
            is_wrong.then(|| refused::sentence(&field.wrong(), language::current()))
        })
    };
    let text = |words: Text<'static>| Signal::derive(say(words));
    let left = |left: u32| Text::Left(left).say(language::current());
    let state = Memo::new(move |_| page.file.read().as_ref().map(|file| file.row.state));
    let lock = move || {
        let words = match state.get()? {
            RequestState::InBarometer => Text::LockedByVote,
            state if state.is_ordered() => Text::LockedByOrder,
            _ => return None,
        };
        Some(view! { <p class="notice amber">{words.say(language::current())}</p> })
    };
    let is_shut = move || {
        matches!(
            state.get(),
            Some(RequestState::InBarometer | RequestState::Merged)
        )
    };
    let terms_shut = move || state.get().is_some_and(RequestState::is_ordered);
    let why = move || {
        state.get()?.is_up_for_decision().then(|| {
            view! {
                <Field
                    id="request-why"
                    label=text(Text::Why)
                    hint=text(Text::WhyHint)
                    value=draft.why
                    longest=LONGEST_NOTE
                    wrong=complaint(Wrong::Reason)
                />
            }
        })
    };
    let other = move || failure_notice(page.sending);
    let button = if page.id.is_none() {
        Text::TakeIn
    } else {
        Text::Save
    };
    view! {
        <form class="card vendor-form request-form" on:submit=on_submit>
            <h2>{say(Text::Content)}</h2>
            {lock}
            {notice(page)}
            <fieldset disabled=is_shut>
                <div class="two">
                    <Field
                        id="request-reference"
                        label=text(Text::Reference)
                        value=draft.reference
                        longest=LONGEST_LABEL
                        wrong=complaint(Wrong::RequestReference)
                    />
                    <Field
                        id="request-category"
                        label=text(Text::Category)
                        value=draft.category
                        longest=LONGEST_LABEL
                        wrong=complaint(Wrong::Category)
                    />
                </div>
                <Field
                    id="request-title"
                    label=text(Text::TitleField)
                    value=draft.title
                    longest=LONGEST_TITLE
                    wrong=complaint(Wrong::Title)
                />
                <Area
                    id="request-pitch"
                    label=text(Text::Pitch)
                    value=draft.pitch
                    longest=LONGEST_PITCH
                    left=left
                    wrong=complaint(Wrong::Pitch)
                />
                <Area
                    id="request-benefit"
                    label=text(Text::Benefit)
                    value=draft.benefit
                    longest=LONGEST_BENEFIT
                    left=left
                    wrong=complaint(Wrong::Benefit)
                />
                <fieldset disabled=terms_shut>
                    <Prices page=page wrong=complaint(Wrong::Price) />
                    <SharingFields page=page wrong=complaint(Wrong::Sharing) />
                    <div class="two">
                        <Field
                            id="request-minimum"
                            label=text(Text::Minimum)
                            value=draft.minimum
                            longest=2
                            wrong=complaint(Wrong::Minimum)
                        />
                        <Field
                            id="request-deadline"
                            label=text(Text::Deadline)
                            value=draft.deadline
                            kind=Signal::stored("date")
                            wrong=complaint(Wrong::Deadline)
                        />
                    </div>
                    {why}
                </fieldset>
                <Tick label=text(Text::National) value=draft.national />
                <Field
                    id="request-initiative"
                    label=text(Text::Initiative)
                    value=draft.initiative
                    longest=LONGEST_PLACE
                    wrong=complaint(Wrong::Initiative)
                />
                <Field
                    id="request-asked-by"
                    label=text(Text::AskedBy)
                    value=draft.asked_by
                    longest=LONGEST_PLACE
                    hint=text(Text::AskedByHint)
                    wrong=complaint(Wrong::AskedBy)
                />
                <Field
                    id="request-folder"
                    label=text(Text::Folder)
                    value=draft.folder
                    longest=LONGEST_PLACE
                    wrong=complaint(Wrong::Folder)
                />
                <Field
                    id="request-portal"
                    label=text(Text::Portal)
                    value=draft.portal
                    longest=LONGEST_PLACE
                    wrong=complaint(Wrong::Portal)
                />
                <Field
                    id="request-by"
                    label=Signal::derive(move || {
                        refused::field_name(Wrong::By, language::current()).to_owned()
                    })
                    value=page.by
                    autocomplete="name"
                    longest=LONGEST_NOTE
                    wrong=complaint(Wrong::By)
                />
                {other}
                <div class="vendor-buttons">
                    <button class="button primary" type="submit">{say(button)}</button>
                    <p class="muted" role="status">
                        {move || page.sending.word().map(|word| word.say(language::current()))}
                    </p>
                </div>
            </fieldset>
        </form>
    }
}

/// Where something is to be done about a field.
fn id_of(field: Wrong) -> &'static str {
    match field {
        Wrong::RequestReference => "request-reference",
        Wrong::Category => "request-category",
        Wrong::Pitch => "request-pitch",
        Wrong::Benefit => "request-benefit",
        Wrong::Price => "request-likely",
        Wrong::Sharing => "request-rule",
        Wrong::Minimum => "request-minimum",
        Wrong::Deadline => "request-deadline",
        Wrong::Reason => "request-why",
        Wrong::Folder => "request-folder",
        Wrong::Initiative => "request-initiative",
        Wrong::AskedBy => "request-asked-by",
        Wrong::Portal => "request-portal",
        Wrong::By => "request-by",
        _ => "request-title",
    }
}

#[component]
fn Prices(page: RequestEditor, #[prop(into)] wrong: Signal<Option<String>>) -> impl IntoView {
    let draft = page.draft;
    let text = |words: Text<'static>| Signal::derive(say(words));
    let kinds = move || {
        let language = language::current();
        vec![
            ("estimate".to_owned(), Text::Estimate.say(language)),
            ("firm".to_owned(), Text::Firm.say(language)),
            (NOT_ASSESSED.to_owned(), Text::NotAssessed.say(language)),
        ]
    };
    let kind = Memo::new(move |_| draft.price_kind.get());
    let [low, likely, high] = draft.prices;
    let fields = move || {
        let band = |id, words, value| {
            view! { <Field id=id label=text(words) value=value longest=20 /> }
        };
        let kind = kind.get();
        if kind == NOT_ASSESSED {
            view! { <p class="muted">{say(Text::NotAssessedBody)}</p> }.into_any()
        } else if kind == "firm" {
            view! {
                <Field
                    id="request-likely"
                    label=text(Text::FirmPrice)
                    value=likely
                    longest=20
                    wrong=wrong
                />
            }
            .into_any()
        } else {
            view! {
                {band("request-low", Text::Low, low)}
                <Field
                    id="request-likely"
                    label=text(Text::Likely)
                    value=likely
                    longest=20
                    wrong=wrong
                />
                {band("request-high", Text::High, high)}
            }
            .into_any()
        }
    };
    view! {
        <div class="several">
            <Select
                id="request-price-kind"
                label=text(Text::PriceKind)
                value=draft.price_kind
                options=Signal::derive(kinds)
            />
            {fields}
        </div>
    }
}

#[component]
fn SharingFields(
    page: RequestEditor,
    #[prop(into)] wrong: Signal<Option<String>>,
) -> impl IntoView {
    let draft = page.draft;
    let text = |words: Text<'static>| Signal::derive(say(words));
    let rules = move || {
        let language = language::current();
        let option =
            |(at, kind): (usize, RuleKind)| (at.to_string(), rule(kind, language).to_owned());
        RULES.into_iter().enumerate().map(option).collect()
    };
    let kind = Memo::new(move |_| draft.kind());
    let [first, second] = draft.numbers;
    let numbers = move || {
        let field = |id, words, value| {
            view! { <Field id=id label=text(words) value=value longest=20 /> }.into_any()
        };
        match kind.get() {
            RuleKind::Equal | RuleKind::Population => ().into_any(),
            RuleKind::PopulationDegressive => view! {
                {field("request-first", Text::DegressiveAbove, first)}
                {field("request-second", Text::DegressivePercent, second)}
            }
            .into_any(),
            RuleKind::SizeClass => field("request-first", Text::Weights, first),
            RuleKind::Mixed => field("request-first", Text::EqualPercent, first),
            RuleKind::FixedFee => field("request-first", Text::Fee, first),
        }
    };
    let complaint = move || {
        let words = wrong.get()?;
        Some(view! { <p class="notice coral" role="alert">{words}</p> })
    };
    view! {
        <div class="several">
            <Select
                id="request-rule"
                label=text(Text::Sharing)
                value=draft.rule
                options=Signal::derive(rules)
            />
            {numbers}
            <Field id="request-cap" label=text(Text::Cap) value=draft.cap longest=20 />
            <Field
                id="request-planned"
                label=text(Text::PlannedFor)
                value=draft.planned_for
                longest=2
            />
        </div>
        {complaint}
    }
}
