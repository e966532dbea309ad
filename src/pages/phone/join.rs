//! The join form: one screen, one municipality, one tap.

use barometer_domain::ids::MunicipalityCode;
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Join, Me, WebinarInfo};
use barometer_text::article::Article;
use barometer_text::phone::Phone;
use barometer_text::refusal;
use barometer_text::shared::{self, Shared};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{focus, go, say, set_title};
use crate::api::{self, ApiError};
use crate::route::{self, Route};
use crate::ui::article_link::article_link;
use crate::ui::gauge_logo::gauge_logo;
use crate::ui::handler::handler;
use crate::ui::language_switch::language_switch;
use crate::ui::municipality_box::{self, Choosing, Move, municipality_box};
use crate::{format, language, storage};

/// Where the municipality is remembered for the next webinar.
const REMEMBERED: &str = "barometer.municipality";

/// Why one has not joined.
enum Trouble {
    NothingChosen,
    Offline,
    Refused(Refusal),
}

/// The form as it stands.
struct Form {
    info: WebinarInfo,
    choosing: Choosing,
    trouble: Option<Trouble>,
    busy: bool,
}

/// Title, date, municipality, and the two ways in; `on_joined` gets the participant's own things.
pub(super) fn join_form(info: WebinarInfo, on_joined: Callback<Me>) -> AnyView {
    set_title(&info.title);
    let form = RwSignal::new(Form {
        info,
        choosing: Choosing::new(storage::get::<MunicipalityCode>(REMEMBERED)),
        trouble: None,
        busy: false,
    });
    let on_move = Callback::new(move |next| form.write().choosing.make(next));
    (move || draw(form, on_joined, on_move)).into_any()
}

fn draw(form: RwSignal<Form>, on_joined: Callback<Me>, on_move: Callback<Move>) -> AnyView {
    let Form {
        info,
        choosing,
        trouble,
        busy,
    } = &*form.read();
    let language = language::current();
    let (field_error, form_error) = match trouble {
        None => (String::new(), String::new()),
        Some(Trouble::NothingChosen | Trouble::Refused(Refusal::UnknownMunicipality)) => {
            let sentence = refusal::sentence(&Refusal::UnknownMunicipality, language);
            (sentence, String::new())
        }
        Some(Trouble::Offline) => (String::new(), say(Phone::NoConnection)),
        Some(Trouble::Refused(why)) => (String::new(), refusal::sentence(why, language)),
    };
    let occasion = format::occasion(language, &info.date, &info.starts);
    let label = if *busy {
        Phone::Joining
    } else {
        Phone::JoinNow
    };
    view! {
        <main class="entry">
            {gauge_logo()} <h1>{format::with_soft_hyphens(&info.title)}</h1>
            <p class="occasion sentence muted">{occasion}</p>
            <form
                class="entry-form"
                novalidate
                on:submit=handler(move |event: SubmitEvent| vote(form, on_joined, &event))
            >
                <label for=municipality_box::ID>{say(Phone::WhichMunicipality)}</label>
                {municipality_box(choosing, field_error, on_move)}
                <div class="entry-foot">
                    <p class="field-error" role="alert">
                        {form_error}
                    </p>
                    <button class="button primary wide">{say(label)}</button>
                    <button
                        type="button"
                        class="button second wide"
                        on:click=handler(move |_| watch(form, on_joined))
                    >
                        {say(Phone::WatchOnly)}
                    </button>
                    <p class="promise-small muted">{shared::promise(language)}</p>
                    <div class="entry-ways">
                        <button
                            type="button"
                            class="link-button"
                            on:click=handler(|_| route::navigate(&Route::Join))
                        >
                            {say(Phone::OtherCode)}
                        </button>
                        {article_link(Article::Accessibility)} {language_switch()}
                    </div>
                </div>
            </form>
        </main>
    }
    .into_any()
}

fn vote(form: RwSignal<Form>, on_joined: Callback<Me>, event: &web_sys::Event) {
    event.prevent_default();
    let Some(municipality) = form.read_untracked().choosing.chosen() else {
        form.write().trouble = Some(Trouble::NothingChosen);
        return focus(municipality_box::ID);
    };
    storage::set(REMEMBERED, &municipality);
    let join = Join {
        municipality: Some(municipality),
        observer: false,
    };
    send(form, on_joined, join);
}

fn watch(form: RwSignal<Form>, on_joined: Callback<Me>) {
    let join = Join {
        municipality: None,
        observer: true,
    };
    send(form, on_joined, join);
}

fn send(form: RwSignal<Form>, on_joined: Callback<Me>, join: Join) {
    if form.read_untracked().busy {
        return;
    }
    let code = form.read_untracked().info.code.clone();
    {
        let mut form = form.write();
        form.busy = true;
        form.trouble = None;
    }
    go(Box::pin(async move {
        let answer = api::join(&code, join).await;
        // Gone when another page is shown meanwhile.
        let Some(mut waiting) = form.try_write() else {
            return;
        };
        waiting.busy = false;
        let me = match answer {
            Ok(me) => me,
            Err(ApiError::Refused(refusal)) => {
                waiting.trouble = Some(Trouble::Refused(refusal));
                return;
            }
            Err(ApiError::Offline) => {
                waiting.trouble = Some(Trouble::Offline);
                return;
            }
        };
        drop(waiting);
        on_joined.run(me);
    }));
}

/// The promise as the ballot shows it: the anonymity stands out.
pub(super) fn promise_notice() -> AnyView {
    let language = language::current();
    view! {
        <p class="notice promise">
            <b>{Shared::PromiseAnonymous.say(language)}</b>
            " "
            {Shared::PromiseTrial.say(language)}
            " "
            {Shared::PromiseNotBinding.say(language)}
        </p>
    }
    .into_any()
}
