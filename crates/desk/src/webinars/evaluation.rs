//! Whether a vote counts when webinars are compared: what was said about that, and the form to say it.

use barometer_domain::after::{self, After, Evaluate, Evaluation};
use barometer_domain::ids::WebinarCode;
use barometer_domain::vendor::{LONGEST_NAME, LONGEST_REASON};
use barometer_kit::form::field::Field;
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::{api, format, language};
use barometer_text::staff::after::AfterText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::page::{VendorContext, VendorError, VendorSubmission};

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

#[component]
pub(crate) fn EvaluationCard(
    code: WebinarCode,
    /// Called with what the webinar came to when something was said.
    #[prop(into)]
    on_said: Callback<After>,
    /// What was said so far, the first first.
    said: Vec<Evaluation>,
) -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let by = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let name = format!("evaluation.{code}");
    let fields = [("by", by.into()), ("reason", reason.into())];
    let saved = SavedForm::new(&name, DraftLifetime::InBrowser, fields);
    let sending = VendorSubmission::<()>::new();
    let is_out = after::left_out(&said).is_some();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let evaluate = Evaluate {
            by: by.get_untracked(),
            left_out: (!is_out).then(|| reason.get_untracked()),
        };
        let evaluate = match evaluate.checked() {
            Ok(evaluate) => evaluate,
            Err(refusal) => return sending.fail(VendorError::Refused(refusal)),
        };
        let code = code.clone();
        let work = async move {
            let answer = api::evaluate(&code, &evaluate).await;
            answer.map_err(|error| vendor.trouble(error))
        };
        sending.send(work, move |after| {
            saved.forget();
            // The card is drawn anew with the page.
            on_said.run(after);
            None
        });
    };
    let trouble = move || {
        let words = sending.trouble()?.sentence();
        Some(view! { <p class="notice coral" role="alert">{words}</p> })
    };
    let button = if is_out { Text::TakeIn } else { Text::LeaveOut };
    let class = if is_out { "button" } else { "button danger" };
    view! {
        <section class="card after-log" aria-labelledby="evaluation-heading">
            <h2 id="evaluation-heading">{say(Text::Evaluation)}</h2>
            <SoFar said=said />
            {saved.notice()}
            <form class="vendor-form" novalidate on:submit=on_submit>
                <Field
                    id="evaluation-by"
                    label=Signal::derive(say(Text::By))
                    value=by
                    autocomplete="name"
                    longest=LONGEST_NAME
                />
                {(!is_out)
                    .then(|| {
                        view! {
                            <Field
                                id="evaluation-reason"
                                label=Signal::derive(say(Text::LeaveOutReason))
                                hint=Signal::derive(say(Text::LeaveOutHint))
                                value=reason
                                longest=LONGEST_REASON
                            />
                        }
                    })}
                {trouble}
                <button class=class type="submit" aria-disabled=move || sending.is_working().to_string()>
                    {say(button)}
                </button>
            </form>
        </section>
    }
}

/// What was said, the first first.
#[component]
fn SoFar(said: Vec<Evaluation>) -> impl IntoView {
    move || {
        let language = language::current();
        if said.is_empty() {
            return view! { <p>{Text::Counts.say(language)}</p> }.into_any();
        }
        let entry = |one: &Evaluation| {
            let what = match &one.left_out {
                Some(why) => Text::LeftOut(why).say(language),
                None => Text::TakenIn.say(language),
            };
            let when = format!("{} · {}", format::moment(language, one.at), one.by);
            view! {
                <li>
                    <p>{what}</p>
                    <p class="muted">{when}</p>
                </li>
            }
        };
        view! { <ol class="moves">{said.iter().map(entry).collect_view()}</ol> }.into_any()
    }
}
