//! How one signs up: not at all, on the webinar's page, or on the course system's.

use barometer_domain::signup::{MOST_SEATS, SignupSettings, SignupWay};
use barometer_kit::form::field::{Field, Tick};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::route::Route;
use barometer_kit::{api, language};
use barometer_text::staff::signups::SignupDeskText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::state::{SignupsState, say};
use crate::page::focus;

const SEATS: &str = "signup-seats";
const LINK: &str = "signup-link";

/// What is typed, as far as it can be read.
fn read(way: &str, seats: &str, link: &str) -> Result<SignupWay, &'static str> {
    match way {
        "here" => match seats.trim() {
            "" => Ok(SignupWay::Here { seats: None }),
            typed => match typed.parse() {
                Ok(seats @ 1..=MOST_SEATS) => Ok(SignupWay::Here { seats: Some(seats) }),
                _ => Err(SEATS),
            },
        },
        "elsewhere" => match link.parse() {
            Ok(link) => Ok(SignupWay::Elsewhere { link }),
            Err(_) => Err(LINK),
        },
        _ => Ok(SignupWay::Off),
    }
}

#[component]
pub(crate) fn Settings(page: SignupsState) -> impl IntoView {
    let (way, seats, link) = (
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
    );
    let (candidates, announced) = (RwSignal::new(false), RwSignal::new(false));
    let wrong = RwSignal::new(None::<&'static str>);
    let name = format!("signup.{}", page.code());
    let saved = SavedForm::new(
        &name,
        DraftLifetime::InBrowser,
        [
            ("way", way.into()),
            ("seats", seats.into()),
            ("link", link.into()),
        ],
    );
    let held = Memo::new(move |_| page.list.read().as_ref().map(|list| list.settings.clone()));
    Effect::new(move |_| {
        let Some(held) = held.get() else { return };
        let (is, number, address) = match &held.way {
            SignupWay::Off => ("off", String::new(), String::new()),
            SignupWay::Here { seats } => {
                let number = seats.map_or_else(String::new, |seats| seats.to_string());
                ("here", number, String::new())
            }
            SignupWay::Elsewhere { link } => ("elsewhere", String::new(), link.to_string()),
        };
        saved.begin_with("way", is);
        saved.begin_with("seats", &number);
        saved.begin_with("link", &address);
        candidates.set(held.candidates_ahead);
        announced.set(held.announced);
    });
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let read = read(
            &way.read_untracked(),
            &seats.read_untracked(),
            &link.read_untracked(),
        );
        wrong.set(read.as_ref().err().copied());
        match read {
            Ok(way) => {
                let settings = SignupSettings {
                    way,
                    candidates_ahead: candidates.get_untracked(),
                    announced: announced.get_untracked(),
                };
                let code = page.code();
                page.update(
                    async move { api::decide_signup(&code, &settings).await },
                    Text::Kept,
                );
            }
            Err(field) => focus(field),
        }
    };
    let option = move |value: &'static str, words: Text<'static>| {
        view! {
            <label class="tick">
                <input
                    type="radio"
                    name="signup-way"
                    value=value
                    prop:checked=move || *way.read() == value
                    on:change=move |_| way.set(value.to_owned())
                />
                {say(words)}
            </label>
        }
    };
    let complaint = move |field: &'static str, words: Text<'static>| {
        Signal::derive(move || (wrong.get() == Some(field)).then(|| words.say(language::current())))
    };
    let public = Route::Signup(page.code()).path();
    let is_on = Memo::new(move |_| held.get().is_some_and(|held| held.way != SignupWay::Off));
    view! {
        <section class="card vendor-form" aria-labelledby="signup-settings">
            <h2 id="signup-settings">{say(Text::Settings)}</h2>
            {saved.notice()}
            <form class="vendor-form" novalidate on:submit=keep>
                <fieldset class="field">
                    <legend>{say(Text::Way)}</legend>
                    {option("off", Text::WayOff)}
                    {option("here", Text::WayHere)}
                    {option("elsewhere", Text::WayElsewhere)}
                </fieldset>
                <Show when=move || *way.read() == "here">
                    <Field
                        id=SEATS
                        label=Signal::derive(say(Text::Seats))
                        hint=Signal::derive(say(Text::SeatsHint))
                        value=seats
                        longest=3
                        wrong=complaint(SEATS, Text::SeatsWrong)
                    />
                </Show>
                <Show when=move || *way.read() == "elsewhere">
                    <Field
                        id=LINK
                        label=Signal::derive(say(Text::CourseLink))
                        value=link
                        wrong=complaint(LINK, Text::CourseLinkWrong)
                    />
                </Show>
                <Show when=move || *way.read() != "off">
                    <Tick label=Signal::derive(say(Text::CandidatesAhead)) value=candidates />
                    <Tick label=Signal::derive(say(Text::Announced)) value=announced />
                </Show>
                <div class="vendor-buttons">
                    <button type="submit" class="button primary">{say(Text::Keep)}</button>
                    <Show when=move || is_on.get()>
                        <a class="button" href=public.clone() target="_blank" rel="noopener">
                            {say(Text::SeePage)}
                        </a>
                    </Show>
                </div>
            </form>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_a_way_or_names_the_field_that_is_wrong() {
        assert_eq!(read("off", "x", "x"), Ok(SignupWay::Off));
        assert_eq!(read("here", " ", ""), Ok(SignupWay::Here { seats: None }));
        assert_eq!(
            read("here", "2", ""),
            Ok(SignupWay::Here { seats: Some(2) })
        );
        for wrong in ["0", "501", "-1", "to"] {
            assert_eq!(read("here", wrong, ""), Err(SEATS), "{wrong}");
        }
        assert!(read("elsewhere", "", "https://kl.dk/x").is_ok());
        assert_eq!(read("elsewhere", "", "kl.dk"), Err(LINK));
    }
}
