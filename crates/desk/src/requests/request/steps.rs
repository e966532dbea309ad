//! Where a request may go from where it stands: only allowed steps, each signed, aside with a reason.

use barometer_domain::financing::RequestState;
use barometer_domain::financing::commitment::{Commitment, LONGEST_NOTE};
use barometer_domain::financing::ledger::Undo;
use barometer_domain::financing::merging::{Kept, MergeConflict, MergeDecision};
use barometer_domain::financing::request::{RequestRow, Step};
use barometer_domain::ids::RequestId;
use barometer_domain::refusal::{Field as Wrong, Refusal};
use barometer_kit::form::field::{Field, Select};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::route::Route;
use barometer_kit::{api, format, language};
use barometer_text::staff::refused;
use barometer_text::staff::requests::RequestDeskText as Text;
use barometer_text::states;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::RequestEditor;
use crate::page::{VendorError, Way, complaint_at};
use crate::request_words::{reference_and_title, request_options};
use crate::requests::list::say;

/// The steps that the request can take, and why one cannot.
#[component]
pub(crate) fn Steps(page: RequestEditor) -> impl IntoView {
    let (why, merge_into) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let name = page.id.map_or_else(String::new, |id| id.0.to_string());
    let fields = [("why", why.into()), ("merge_into", merge_into.into())];
    let saved = SavedForm::new(&format!("step.{name}"), DraftLifetime::InBrowser, fields);
    let state = Memo::new(move |_| page.file.read().as_ref().map(|file| file.row.state));
    let take = move |to: RequestState, into: Option<RequestId>, decided: Vec<MergeDecision>| {
        let Some(id) = page.id else { return };
        let step = Step {
            by: page.by.get_untracked(),
            why: why.get_untracked(),
            to,
            into,
            decided,
        };
        page.stepping.set(true);
        page.run_task(
            Text::Saved,
            async move { api::step_request(id, &step).await },
        );
    };
    let undo = move |_| {
        let Some(id) = page.id else { return };
        let undo = Undo {
            by: page.by.get_untracked(),
            why: why.get_untracked(),
        };
        page.stepping.set(true);
        page.run_task(Text::Saved, async move { api::undo_step(id, &undo).await });
    };
    // A step taken leaves the reason behind; a refused one keeps it, and so does a step that someone else takes.
    Effect::new(move |_| {
        if page.sending.word().is_some() && page.stepping.get_untracked() {
            why.set(String::new());
            merge_into.set(String::new());
            saved.forget();
        }
    });
    let complaint = move |field: Wrong| complaint_at(field, move || page.wrong_field(true));
    let other = move || {
        let trouble = page.sending.trouble()?;
        let is_field = matches!(page.wrong_field(true), Some(Wrong::Reason | Wrong::By));
        let is_mine = page.stepping.get() && !is_field;
        is_mine.then(|| view! { <p class="notice coral" role="alert">{trouble.sentence()}</p> })
    };
    let buttons = move || {
        let language = language::current();
        let ways = state
            .get()
            .map(RequestState::vendor_moves)
            .unwrap_or_default();
        if matches!(
            state.get(),
            Some(RequestState::Merged | RequestState::Rejected)
        ) {
            return view! {
                <button type="button" class="button second" on:click=undo>
                    {Text::UndoStep.say(language)}
                </button>
            }
            .into_any();
        }
        if ways.is_empty() {
            return view! { <p class="muted">{Text::NoStep.say(language)}</p> }.into_any();
        }
        let button = |to: &RequestState| {
            let to = *to;
            let class = if to.is_aside() {
                "button"
            } else {
                "button second"
            };
            let words = states::request(to, language);
            view! {
                <button type="button" class=class on:click=move |_| take(to, None, Vec::new())>{words}</button>
            }
        };
        ways.iter().map(button).collect_view().into_any()
    };
    let requests = RwSignal::new(Vec::<RequestRow>::new());
    Effect::new(move |_| {
        if state.get() == Some(RequestState::Merged) {
            spawn_local(async move {
                // Without an answer its number stands there.
                requests.set(api::requests().await.unwrap_or_default());
            });
        }
    });
    let merged = move || {
        let file = page.file.read();
        let into = file.as_ref()?.row.merged_into?;
        let other = requests
            .read()
            .iter()
            .find(|row| row.id == into)
            .map(reference_and_title);
        let other = other.unwrap_or_else(|| into.0.to_string());
        let words = Text::MergedInto(&other).say(language::current());
        Some(view! {
            <p>
                <Way to=Route::Request(into)>{words}</Way>
            </p>
        })
    };
    let merge = move || {
        let may = state.get().is_some_and(RequestState::may_merge);
        may.then(|| {
            view! {
                <Merge
                    page=page
                    chosen=merge_into
                    on_merge=move |(into, decided)| {
                        take(RequestState::Merged, Some(into), decided);
                    }
                />
            }
        })
    };
    view! {
        <section class="card vendor-form" aria-labelledby="steps-heading">
            <h2 id="steps-heading">{say(Text::NextStep)}</h2>
            {merged}
            {saved.notice()}
            <Field
                id="step-why"
                label=Signal::derive(say(Text::StepWhy))
                value=why
                longest=LONGEST_NOTE
                wrong=complaint(Wrong::Reason)
            />
            <Field
                id="step-by"
                label=Signal::derive(move || {
                    refused::field_name(Wrong::By, language::current()).to_owned()
                })
                value=page.by
                autocomplete="name"
                longest=LONGEST_NOTE
                wrong=complaint(Wrong::By)
            />
            {other}
            <div class="vendor-buttons">{buttons}</div>
            <p class="muted">{say(Text::BySystem)}</p>
            {merge}
        </section>
    }
}

/// Two of the same become one.
#[component]
fn Merge(
    page: RequestEditor,
    chosen: RwSignal<String>,
    #[prop(into)] on_merge: Callback<(RequestId, Vec<MergeDecision>)>,
) -> impl IntoView {
    let decided = RwSignal::new(Vec::<MergeDecision>::new());
    let others = RwSignal::new(Vec::<RequestRow>::new());
    spawn_local(async move {
        // Without an answer there is nothing to merge with; the rest of the page says so.
        others.set(api::requests().await.unwrap_or_default());
    });
    let choices = move || {
        let is_other = |row: &&RequestRow| {
            Some(row.id) != page.id
                && !matches!(row.state, RequestState::Merged | RequestState::Rejected)
        };
        request_options("–".to_owned(), others.read().iter().filter(is_other))
    };
    // What was decided was decided about those two.
    Effect::new(move |_| {
        chosen.track();
        decided.set(Vec::new());
    });
    let conflicts = move || match page.sending.trouble() {
        Some(VendorError::Refused(Refusal::MergeConflicts { conflicts })) => conflicts
            .iter()
            .map(|conflict| {
                view! { <ConflictQuestion conflict=conflict.clone() decided=decided /> }
            })
            .collect(),
        _ => Vec::new(),
    };
    let merge = move |_| {
        if let Ok(number) = chosen.with_untracked(|number| number.parse()) {
            on_merge.run((RequestId(number), decided.get_untracked()));
        }
    };
    let is_open = !chosen.read_untracked().is_empty();
    view! {
        <details open=is_open>
            <summary>{say(Text::Merge)}</summary>
            <div class="vendor-form">
                <Select
                    id="merge-into"
                    label=Signal::derive(say(Text::MergeInto))
                    value=chosen
                    options=Signal::derive(choices)
                />
                <p class="muted">{say(Text::MergeBody)}</p>
                {conflicts}
                <button type="button" class="button" on:click=merge>{say(Text::MergeNow)}</button>
            </div>
        </details>
    }
}

/// What a municipality has said to each of the two, and which holds.
#[component]
fn ConflictQuestion(
    conflict: MergeConflict,
    decided: RwSignal<Vec<MergeDecision>>,
) -> impl IntoView {
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let municipality = conflict.stays.municipality;
        let name = format::municipality_name(municipality);
        let said = |commitment: &Commitment| {
            let state = states::commitment(commitment.state, language);
            format!("{state} {}", format::money(language, commitment.amount))
        };
        let ways = [
            (
                Kept::OfTheOneThatStays,
                Text::OfTheOneThatStays(&said(&conflict.stays)).say(language),
            ),
            (
                Kept::OfTheOneThatGoes,
                Text::OfTheOneThatGoes(&said(&conflict.goes)).say(language),
            ),
        ];
        let group = format!("conflict-{municipality}");
        let ways = ways.map(|(kept, words)| {
            let choose = move |_| {
                decided.update(|decided| {
                    decided.retain(|one| one.municipality != municipality);
                    decided.push(MergeDecision { municipality, kept });
                });
            };
            view! {
                <label class="tick">
                    <input type="radio" name=group.clone() on:change=choose />
                    {words}
                </label>
            }
        });
        view! {
            <fieldset>
                <legend>{Text::Holds(&name).say(language)}</legend>
                {Vec::from(ways)}
            </fieldset>
        }
    }
}
