//! Questions of a webinar, `/vendor/webinars/CODE/questions`: what is left to be approved and answered after it. The
//! presenter's console has the same queue while it runs.

use barometer_domain::audience_question::{
    AnswerText, LONGEST_ANSWER, QuestionCommand, QuestionId, QuestionOrder, QuestionQueue,
    QuestionState,
};
use barometer_domain::ids::WebinarCode;
use barometer_domain::wire::WebinarInfo;
use barometer_kit::api::{self, ApiError};
use barometer_kit::ui::loaded::{Asked, Loaded};
use barometer_kit::{format, language};
use barometer_text::questions::{QuestionPageText, own_state};
use barometer_text::staff::questions::QuestionQueueText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::page::{
    BackToList, Heading, VendorContext, VendorError, VendorSubmission, failure_notice,
};

/// The queue of one webinar.
#[derive(Clone, Copy)]
struct QueueState {
    vendor: VendorContext,
    code: StoredValue<WebinarCode>,
    queue: Asked<QuestionQueue, VendorError>,
    sending: VendorSubmission,
}

impl QueueState {
    /// Shows, hides or answers a question.
    fn moderate(self, command: QuestionCommand) {
        let code = self.code.get_value();
        let work = async move {
            let answer = api::moderate_question(&code, &command).await;
            answer.map_err(|error| self.vendor.trouble(error))
        };
        self.sending.send(work, move |queue| {
            self.queue.set(queue);
            None
        });
    }
}

/// The queue; which webinar it is is put aside, and left out where it does not come.
async fn load(
    code: WebinarCode,
    info: RwSignal<Option<WebinarInfo>>,
) -> Result<QuestionQueue, ApiError> {
    if let Ok(found) = api::webinar(&code).await {
        info.try_set(Some(found));
    }
    api::vendor_questions(&code).await
}

fn say(text: Text) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

#[component]
pub(crate) fn QuestionsPage(code: WebinarCode) -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let info = RwSignal::new(None);
    let asked = code.clone();
    let state = QueueState {
        vendor,
        code: StoredValue::new(code),
        queue: vendor.ask(move || load(asked.clone(), info)),
        sending: VendorSubmission::new(),
    };
    let occasion = move || {
        let info = info.get()?;
        let date = format::date(language::current(), &info.date);
        Some(format!("{} · {date}", info.title))
    };
    let ids = Memo::new(move |_| {
        let mut questions = state.queue.found().unwrap_or_default().questions;
        QuestionOrder::Supported.sort(&mut questions);
        questions.sort_by_key(|question| match question.state {
            QuestionState::Held => 0,
            QuestionState::Shown => 1,
            QuestionState::Answered { .. } => 2,
            QuestionState::Hidden | QuestionState::Merged { .. } => 3,
        });
        let ids = questions.iter().map(|question| question.id);
        ids.collect::<Vec<QuestionId>>()
    });
    view! {
        <div class="vendor-head">
            <BackToList />
            <Heading text=Signal::derive(say(Text::Title)) />
            <p class="muted">{occasion}</p>
            <p>{say(Text::LandsThere)}</p>
        </div>
        <Loaded asked=state.queue let:_there>
            {move || failure_notice(state.sending)}
            <Show when=move || ids.read().is_empty()>
                <p class="muted">{move || QuestionPageText::Nothing.say(language::current())}</p>
            </Show>
            <ul class="said-list">
                <For each=move || ids.get() key=|id| *id let:id>
                    <QuestionRow state=state id=id />
                </For>
            </ul>
        </Loaded>
    }
}

#[component]
fn QuestionRow(state: QueueState, id: QuestionId) -> impl IntoView {
    let question = Memo::new(move |_| {
        state.queue.with_found(|queue| {
            let mut questions = queue.into_iter().flat_map(|queue| &queue.questions);
            questions.find(|question| question.id == id).cloned()
        })
    });
    let note = move || {
        let question = question.get()?;
        let language = language::current();
        let supporters = Text::Supporters(question.supports).say(language);
        let stands = match &question.state {
            QuestionState::Answered { words } if !words.as_str().is_empty() => {
                QuestionPageText::AnsweredWith(words.as_str()).say(language)
            }
            QuestionState::Held => Text::Waiting.say(language),
            state => own_state(state, language).to_owned(),
        };
        Some(format!("{stands} · {supporters}"))
    };
    let text = move || question.get().map(|question| String::from(question.text));
    let is_open = Memo::new(move |_| question.get().is_some_and(|one| one.state.is_open()));
    let press = move |text: Text, command: QuestionCommand| {
        let press = move |_| state.moderate(command.clone());
        view! {
            <button type="button" class="button" on:click=press>
                {say(text)}
            </button>
        }
        .into_any()
    };
    let tools = move || {
        let show = QuestionCommand::Show { question: id };
        let hide = QuestionCommand::Hide { question: id };
        Some(match question.get()?.state {
            QuestionState::Held => vec![press(Text::Approve, show), press(Text::Hide, hide)],
            QuestionState::Shown => vec![press(Text::Hide, hide)],
            QuestionState::Answered { .. } => {
                vec![press(Text::ShowAgain, show), press(Text::Hide, hide)]
            }
            QuestionState::Hidden | QuestionState::Merged { .. } => {
                vec![press(Text::ShowAgain, show)]
            }
        })
    };
    let typed = RwSignal::new(String::new());
    let field = StoredValue::new(format!("answer-{}", id.0));
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        // What is too long cannot be typed.
        if let Ok(words) = AnswerText::try_from(typed.get_untracked()) {
            state.moderate(QuestionCommand::Answer {
                question: id,
                words,
            });
        }
    };
    view! {
        <li>
            <p class="said-text">{text}</p>
            <p class="muted">{note}</p>
            <div class="said-tools">{tools}</div>
            <Show when=move || is_open.get()>
                <form class="said-answer" on:submit=send>
                    <label for=field.get_value()>{say(Text::AnswerWords)}</label>
                    <input
                        id=field.get_value()
                        type="text"
                        autocomplete="off"
                        maxlength=LONGEST_ANSWER.to_string()
                        prop:value=typed
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                    <button type="submit" class="button">
                        {say(Text::MarkAnswered)}
                    </button>
                </form>
            </Show>
        </li>
    }
}
