//! Comments, `/vendor/comments`: what waits first; shown, hidden and answered here.

use std::collections::BTreeMap;

use barometer_domain::comment::{
    Comment, CommentCommand, CommentId, CommentModeration, CommentState, CommentSubject,
    CommentText, LONGEST_COMMENT,
};
use barometer_domain::municipality;
use barometer_kit::api::{self, ApiError};
use barometer_kit::language;
use barometer_kit::route::Route;
use barometer_kit::ui::loaded::{Asked, Loaded};
use barometer_text::comments::{CommentPageText as Text, kind};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::page::{
    BackToList, Heading, VendorContext, VendorError, VendorSubmission, failure_notice,
};

/// All comments, with the titles of what they stand under.
#[derive(Clone, Copy)]
struct CommentsState {
    vendor: VendorContext,
    comments: Asked<Vec<Comment>, VendorError>,
    titles: RwSignal<BTreeMap<CommentSubject, String>>,
    sending: VendorSubmission,
}

impl CommentsState {
    /// Shows, hides or answers a comment; `done` follows once the server has it.
    fn moderate(
        self,
        under: CommentSubject,
        command: CommentCommand,
        done: impl FnOnce() + 'static,
    ) {
        let work = async move {
            let what = CommentModeration { under, command };
            let answer = api::moderate_comment(&what).await;
            answer.map_err(|error| self.vendor.trouble(error))
        };
        self.sending.send(work, move |comments| {
            self.comments.set(comments);
            done();
            None
        });
    }

    fn find(self, key: (CommentSubject, CommentId)) -> Option<Comment> {
        self.comments.with_found(|comments| {
            let mut comments = comments.into_iter().flatten();
            comments
                .find(|comment| (comment.under, comment.id) == key)
                .cloned()
        })
    }
}

/// All comments; the titles are put aside, and one that does not come is left out.
async fn load(
    titles: RwSignal<BTreeMap<CommentSubject, String>>,
) -> Result<Vec<Comment>, ApiError> {
    if let Ok(desk) = api::forum().await {
        let requests = desk.requests.into_iter();
        let requests = requests.map(|one| (CommentSubject::Request(one.id), one.title));
        let initiatives = desk.initiatives.into_iter();
        let initiatives =
            initiatives.map(|row| (CommentSubject::Initiative(row.id), row.initiative.name));
        titles.try_set(requests.chain(initiatives).collect());
    }
    api::comments().await
}

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

#[component]
pub(crate) fn CommentsPage() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let titles = RwSignal::new(BTreeMap::new());
    let state = CommentsState {
        vendor,
        comments: vendor.ask(move || load(titles)),
        titles,
        sending: VendorSubmission::new(),
    };
    let keys = Memo::new(move |_| {
        state.comments.with_found(|comments| {
            let comments = comments.into_iter().flatten();
            let keys = comments.map(|comment| (comment.under, comment.id));
            keys.collect::<Vec<_>>()
        })
    });
    let waiting = move || {
        let waiting = state.comments.with_found(|comments| {
            let comments = comments.into_iter().flatten();
            comments
                .filter(|comment| comment.state == CommentState::Held)
                .count()
        });
        let text = match u32::try_from(waiting).unwrap_or(u32::MAX) {
            0 => Text::NothingWaits,
            count => Text::Waiting(count),
        };
        text.say(language::current())
    };
    view! {
        <div class="vendor-head">
            <BackToList />
            <Heading text=Signal::derive(say(Text::VendorTitle)) />
            <p>{say(Text::VendorLead)}</p>
        </div>
        <Loaded asked=state.comments let:_there>
            <p role="status">{waiting}</p>
            {move || failure_notice(state.sending)}
            <ul class="said-list">
                <For each=move || keys.get() key=|key| *key let:key>
                    <CommentRow state=state key=key />
                </For>
            </ul>
        </Loaded>
    }
}

#[component]
fn CommentRow(state: CommentsState, key: (CommentSubject, CommentId)) -> impl IntoView {
    let (under, comment) = key;
    let row = Memo::new(move |_| state.find(key));
    let name = Memo::new(move |_| {
        let wished = row.get()?.wishes_name?;
        Some(municipality::by_code(wished)?.name)
    });
    let about = move || {
        let row = row.get()?;
        let language = language::current();
        let title = state
            .titles
            .with(|titles| titles.get(&under).cloned().unwrap_or_default());
        let from = match (name.get(), row.from_webinar) {
            (Some(name), _) if row.named => Text::From(name),
            (_, true) => Text::FromWebinar,
            _ => Text::FromSomebody,
        };
        let stands = match row.state {
            CommentState::Held => Text::Waits,
            CommentState::Shown => Text::Shown,
            CommentState::Hidden => Text::Hidden,
        };
        let parts = [
            kind(row.kind, language).to_owned(),
            from.say(language),
            stands.say(language),
        ];
        let page = Route::Comments(under).path();
        Some(view! {
            <p class="muted">
                <a href=page target="_blank" rel="noopener">
                    {title}
                </a>
                " · "
                {parts.join(" · ")}
            </p>
        })
    };
    let text = move || row.get().map(|row| String::from(row.text));
    let answer = move || {
        let answer = String::from(row.get()?.answer?);
        let before = Text::Answer.say(language::current());
        Some(view! {
            <p class="muted">{before}</p>
            <p class="said-text">{answer}</p>
        })
    };
    let press = move |label: String, command: CommentCommand| {
        let press = move |_| state.moderate(under, command.clone(), || ());
        view! {
            <button type="button" class="button" on:click=press>
                {label}
            </button>
        }
        .into_any()
    };
    let tools = move || {
        let language = language::current();
        let show = |named| CommentCommand::Show { comment, named };
        let row = row.get()?;
        let is_shown = row.state == CommentState::Shown;
        let mut tools = Vec::new();
        match name.get() {
            Some(name) if !(is_shown && row.named) => {
                tools.push(press(Text::ShowNamed(name).say(language), show(true)));
            }
            _ => {}
        }
        if !is_shown || row.named {
            let label = if name.get().is_some() {
                Text::ShowUnnamed
            } else {
                Text::Show
            };
            tools.push(press(label.say(language), show(false)));
        }
        if row.state != CommentState::Hidden {
            let hide = CommentCommand::Hide { comment };
            tools.push(press(Text::Hide.say(language), hide));
        }
        Some(tools)
    };
    let typed = RwSignal::new(String::new());
    let part = match under {
        CommentSubject::Request(request) => request.0,
        CommentSubject::Initiative(initiative) => initiative.0,
    };
    let field = format!("answer-{part}-{}", comment.0);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        // What is empty is required by the browser, and what is too long cannot be typed.
        if let Ok(text) = CommentText::try_from(typed.get_untracked()) {
            let answer = CommentCommand::Answer { comment, text };
            state.moderate(under, answer, move || typed.set(String::new()));
        }
    };
    view! {
        <li>
            {about}
            <p class="said-text">{text}</p>
            {answer}
            <div class="said-tools">{tools}</div>
            <form class="said-answer" on:submit=send>
                <label for=field.clone()>{say(Text::AnswerLabel)}</label>
                <textarea
                    id=field
                    rows="2"
                    required=true
                    maxlength=LONGEST_COMMENT.to_string()
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                ></textarea>
                <button type="submit" class="button">
                    {say(Text::SendAnswer)}
                </button>
            </form>
        </li>
    }
}
