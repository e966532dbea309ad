//! After a webinar, in the vendor's own words: what answers led to, what is decided, and the letter for everybody.

use barometer_domain::after::{
    After, AfterWords, LONGEST_DECISION, LONGEST_LED_TO, MOST_DECISIONS, Publishing, SaveAfterWords,
};
use barometer_domain::ids::WebinarCode;
use barometer_kit::route::{self, Route};
use barometer_kit::{api, format, language};
use barometer_text::staff::after::AfterText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::page::{VendorContext, VendorError, VendorSubmission};

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// Saves these words, with the letter that is to be published, if any is.
fn save(
    sending: VendorSubmission<String>,
    code: WebinarCode,
    words: SaveAfterWords,
    on_saved: Callback<After>,
    said: String,
) {
    let vendor = expect_context::<VendorContext>();
    let words = match words.checked() {
        Ok(words) => words,
        Err(refusal) => return sending.fail(VendorError::Refused(refusal)),
    };
    let work = async move {
        let answer = api::save_after(&code, &words).await;
        answer.map_err(|error| vendor.trouble(error))
    };
    sending.send(work, move |after| {
        on_saved.run(after);
        Some(said)
    });
}

/// What went wrong, or what was done.
fn outcome(sending: VendorSubmission<String>) -> impl IntoView {
    let trouble = move || {
        let words = sending.trouble()?.sentence();
        Some(view! { <p class="notice coral" role="alert">{words}</p> })
    };
    view! {
        {trouble}
        <p class="muted" role="status">
            {move || sending.word()}
        </p>
    }
}

/// The card with what answers have led to, and the decisions; both become part of the letter.
#[component]
pub(crate) fn AfterWordsCard(
    code: WebinarCode,
    /// What was said so far.
    words: AfterWords,
    /// Called with what is saved.
    #[prop(into)]
    on_saved: Callback<After>,
) -> impl IntoView {
    let led_to = RwSignal::new(words.led_to);
    let decisions = RwSignal::new(words.decisions.join("\n"));
    let sending = VendorSubmission::<String>::new();
    let edition = words.edition;
    let longest = MOST_DECISIONS * LONGEST_DECISION;
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let decisions = decisions.get_untracked();
        let words = SaveAfterWords {
            edition,
            led_to: led_to.get_untracked(),
            decisions: decisions.lines().map(ToOwned::to_owned).collect(),
            publishing: Publishing::Keep,
        };
        let said = Text::Saved.say(language::current());
        save(sending, code.clone(), words, on_saved, said);
    };
    view! {
        <section class="card after-log" aria-labelledby="words-heading">
            <h2 id="words-heading">{say(Text::Words)}</h2>
            <p class="muted">{say(Text::WordsBody)}</p>
            <form class="vendor-form" novalidate on:submit=on_submit>
                <div class="field">
                    <label for="led-to">{say(Text::LedTo)}</label>
                    <textarea id="led-to" rows="4" maxlength=LONGEST_LED_TO bind:value=led_to></textarea>
                    <p class="muted">{say(Text::LedToHint)}</p>
                </div>
                <div class="field">
                    <label for="decisions">{say(Text::Decisions)}</label>
                    <textarea id="decisions" rows="4" maxlength=longest bind:value=decisions></textarea>
                    <p class="muted">{say(Text::DecisionsHint)}</p>
                </div>
                {outcome(sending)}
                <button class="button" type="submit" aria-disabled=move || sending.is_working().to_string()>
                    {say(Text::SaveWords)}
                </button>
            </form>
        </section>
    }
}

/// The card that publishes the letter as it is written now, with the decision log.
#[component]
pub(crate) fn PublishCard(
    code: WebinarCode,
    /// What was said so far.
    words: AfterWords,
    /// The letter, as it is written.
    text: RwSignal<String>,
    /// Called with what is saved.
    #[prop(into)]
    on_saved: Callback<After>,
) -> impl IntoView {
    let sending = VendorSubmission::<String>::new();
    let page = route::address(&Route::Letter(code.clone()));
    let is_out = words.published_at.is_some();
    let since = words.published_at.map(|at| {
        let page = page.clone();
        let words = move || {
            let language = language::current();
            Text::PublishedSince(&format::moment(language, at)).say(language)
        };
        view! {
            <p>
                {words} " "
                <a href=page target="_blank" rel="noopener">
                    {say(Text::PublicPage)}
                </a>
            </p>
        }
    });
    let words = StoredValue::new(words);
    let code = StoredValue::new(code);
    let send = move |publishing: Publishing| {
        let words = words.get_value();
        let is_down = publishing == Publishing::TakeDown;
        let said = is_down.then(|| Text::TakenBack.say(language::current()));
        let words = SaveAfterWords {
            edition: words.edition,
            led_to: words.led_to,
            decisions: words.decisions,
            publishing,
        };
        save(
            sending,
            code.get_value(),
            words,
            on_saved,
            said.unwrap_or_default(),
        );
    };
    let publish = if is_out {
        Text::PublishAgain
    } else {
        Text::PublishNow
    };
    let publish_now = move |_| {
        send(Publishing::Publish {
            letter: text.get_untracked(),
        });
    };
    let take_back = is_out.then(|| {
        view! {
            <button type="button" class="link-button danger" on:click=move |_| send(Publishing::TakeDown)>
                {say(Text::TakeBack)}
            </button>
        }
    });
    view! {
        <section class="card after-log" aria-labelledby="publish-heading">
            <h2 id="publish-heading">{say(Text::Publish)}</h2>
            <p class="muted">{say(Text::PublishBody)}</p>
            {since}
            {outcome(sending)}
            <div class="vendor-buttons">
                <button
                    type="button"
                    class="button primary"
                    aria-disabled=move || sending.is_working().to_string()
                    on:click=publish_now
                >
                    {say(publish)}
                </button>
                {take_back}
            </div>
        </section>
    }
}
