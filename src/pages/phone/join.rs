//! The join form: one screen, one municipality, one tap.

use barometer_domain::ids::MunicipalityCode;
use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Me, WebinarInfo};
use barometer_text::article::Article;
use barometer_text::phone::Phone;
use barometer_text::refusal;
use barometer_text::shared::{self, Shared};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{focus, go, say, secret, set_title};
use crate::api::{self, ApiError, Joining};
use crate::route::{self, Route};
use crate::sealing::{self, KEEPER};
use crate::ui::article_link::article_link;
use crate::ui::gauge_logo::gauge_logo;
use crate::ui::handler::handler;
use crate::ui::language_switch::language_switch;
use crate::ui::municipality_box::{self, Choosing, Move, municipality_box};
use crate::{format, language, storage};

/// Where the municipality is remembered for the next webinar.
const REMEMBERED: &str = "barometer.municipality";

const NAME_FIELD: &str = "name";
const ROLE_FIELD: &str = "job";

/// Why one has not joined.
enum Trouble {
    NothingChosen,
    NameMissing,
    Offline,
    Refused(Refusal),
}

/// The form as it stands.
struct Form {
    info: WebinarInfo,
    /// What a personal link brought; empty without one.
    invitation: String,
    /// For which municipality, once known.
    invited: Option<MunicipalityCode>,
    choosing: Choosing,
    name: String,
    role: String,
    trouble: Option<Trouble>,
    busy: bool,
}

/// Title, date, municipality, and the two ways in; `on_joined` gets the participant's own things.
pub(super) fn join_form(info: WebinarInfo, invitation: &str, on_joined: Callback<Me>) -> AnyView {
    set_title(&info.title);
    let form = RwSignal::new(Form {
        info,
        invitation: invitation.to_owned(),
        invited: None,
        choosing: Choosing::new(storage::get::<MunicipalityCode>(REMEMBERED)),
        name: storage::get(secret::NAME).unwrap_or_default(),
        role: storage::get(secret::ROLE).unwrap_or_default(),
        trouble: None,
        busy: false,
    });
    ask_who_is_invited(form);
    let on_move = Callback::new(move |next| form.write().choosing.make(next));
    (move || draw(form, on_joined, on_move)).into_any()
}

fn draw(form: RwSignal<Form>, on_joined: Callback<Me>, on_move: Callback<Move>) -> AnyView {
    let Form {
        info,
        invitation,
        invited,
        choosing,
        name,
        role,
        trouble,
        busy,
    } = &*form.read();
    let language = language::current();
    let (field_error, form_error) = match trouble {
        None => (String::new(), String::new()),
        Some(Trouble::NameMissing) => (String::new(), say(Phone::NameMissing)),
        Some(Trouble::NothingChosen | Trouble::Refused(Refusal::UnknownMunicipality)) => {
            let sentence = refusal::sentence(&Refusal::UnknownMunicipality, language);
            (sentence, String::new())
        }
        Some(Trouble::Offline) => (String::new(), say(Phone::NoConnection)),
        Some(Trouble::Refused(why)) => (String::new(), refusal::sentence(why, language)),
    };
    let occasion = format::occasion(language, &info.date, &info.starts);
    let sealed = info.vendor_key.is_some();
    let (place, may_vote) = match (invitation.is_empty(), info.invited_only) {
        (false, _) => (invited_from(*invited), true),
        (true, true) => {
            let why = refusal::sentence(&Refusal::InvitationNeeded, language);
            (notice("notice", why), false)
        }
        (true, false) => {
            let box_ = municipality_box(choosing, field_error, on_move);
            let label = say(Phone::WhichMunicipality);
            let label = view! { <label for=municipality_box::ID>{label}</label> };
            (vec![label.into_any(), box_].into_any(), true)
        }
    };
    let is_open = invitation.is_empty() && may_vote;
    let promise = shared::promise(language, sealed);
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
                {place}
                {(sealed && may_vote).then(|| fields(form, name, role))}
                <div class="entry-foot">
                    <p class="field-error" role="alert">
                        {form_error}
                    </p>
                    {may_vote
                        .then(|| {
                            view! { <button class="button primary wide">{say(label)}</button> }
                        })}
                    <button
                        type="button"
                        class="button second wide"
                        on:click=handler(move |_| watch(form, on_joined))
                    >
                        {say(Phone::WatchOnly)}
                    </button>
                    <p class="promise-small muted">{promise}</p>
                    {is_open.then(|| notice("promise-small muted", say(Phone::OpenLink)))}
                    <div class="entry-ways">
                        <button
                            type="button"
                            class="link-button"
                            on:click=handler(|_| route::navigate(&Route::Join))
                        >
                            {say(Phone::OtherCode)}
                        </button>
                        {article_link(Article::Anonymity)} {article_link(Article::Accessibility)}
                        {language_switch()}
                    </div>
                </div>
            </form>
        </main>
    }
    .into_any()
}

fn notice(class: &'static str, text: String) -> AnyView {
    view! {
        <p class=class role="status">
            {text}
        </p>
    }
    .into_any()
}

/// "Inviteret fra Viborg Kommune", as soon as it is known.
fn invited_from(municipality: Option<MunicipalityCode>) -> AnyView {
    let text = match municipality.and_then(municipality::by_code) {
        Some(found) => say(Phone::InvitedFrom(&say(Phone::InFull(found.name)))),
        None => say(Phone::Loading),
    };
    notice("notice leaf", text)
}

/// Learns for which municipality the invitation is; one that is not valid gives way to the open link.
fn ask_who_is_invited(form: RwSignal<Form>) {
    let invitation = form.read_untracked().invitation.clone();
    if invitation.is_empty() {
        return;
    }
    let code = form.read_untracked().info.code.to_string();
    go(Box::pin(async move {
        let answer = sealing::call(KEEPER, "invited", &[&code, &invitation]).await;
        let Some(mut form) = form.try_write() else {
            return;
        };
        match answer {
            Ok(municipality) => form.invited = municipality.parse().ok(),
            // The module could not be fetched: one can join all the same.
            Err(why) if why.is_empty() => {}
            Err(_) => {
                form.invitation = String::new();
                form.trouble = Some(Trouble::Refused(Refusal::UnknownInvitation));
            }
        }
    }));
}

/// The name, which is sealed to the vendor's key before it leaves the phone, and the person's job.
fn fields(form: RwSignal<Form>, name: &str, role: &str) -> AnyView {
    let name = field(NAME_FIELD, Phone::YourName, "name", name, move |typed| {
        form.write().name = typed;
    });
    let role = field(
        ROLE_FIELD,
        Phone::YourRole,
        "organization-title",
        role,
        move |typed| {
            form.write().role = typed;
        },
    );
    let why = say(Phone::NameWhy);
    vec![
        name,
        view! { <p class="field-why muted">{why}</p> }.into_any(),
        role,
    ]
    .into_any()
}

fn field(
    id: &'static str,
    label: Phone<'static>,
    fills_in: &'static str,
    typed: &str,
    on_typed: impl Fn(String) + 'static,
) -> AnyView {
    view! {
        <label for=id>{say(label)}</label>
        <input
            id=id
            class="field"
            autocomplete=fills_in
            maxlength="80"
            enterkeyhint="done"
            prop:value=typed.to_owned()
            on:input=handler(move |event| on_typed(event_target_value(&event)))
        />
    }
    .into_any()
}

impl Form {
    /// Remembers the person's name and job; whether there is a name where one is needed.
    fn keep_name(&self) -> bool {
        if self.info.vendor_key.is_none() {
            return true;
        }
        let name = self.name.trim();
        storage::set(secret::NAME, &name);
        storage::set(secret::ROLE, &self.role.trim());
        !name.is_empty()
    }
}

fn vote(form: RwSignal<Form>, on_joined: Callback<Me>, event: &web_sys::Event) {
    event.prevent_default();
    let invitation = form.read_untracked().invitation.clone();
    let chosen = form.read_untracked().choosing.chosen();
    let join = match chosen {
        _ if !invitation.is_empty() => Joining::Invited(invitation),
        Some(municipality) => {
            storage::set(REMEMBERED, &municipality);
            Joining::Open(municipality)
        }
        None => {
            form.write().trouble = Some(Trouble::NothingChosen);
            return focus(municipality_box::ID);
        }
    };
    if !form.read_untracked().keep_name() {
        form.write().trouble = Some(Trouble::NameMissing);
        return focus(NAME_FIELD);
    }
    send(form, on_joined, join);
}

fn watch(form: RwSignal<Form>, on_joined: Callback<Me>) {
    send(form, on_joined, Joining::Watching);
}

fn send(form: RwSignal<Form>, on_joined: Callback<Me>, join: Joining) {
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
        // Whoever joins anew is sealed anew: name or municipality may be others.
        on_joined.run(Me {
            identified: false,
            ..me
        });
    }));
}

/// The promise as the ballot shows it: the anonymity stands out.
pub(super) fn promise_notice(info: &WebinarInfo) -> AnyView {
    let names = Shared::promise_of_names(info.vendor_key.is_some());
    let language = language::current();
    view! {
        <p class="notice promise">
            <b>{Shared::PromiseAnonymous.say(language)}</b>
            " "
            {names.say(language)}
            " "
            {Shared::PromiseNotBinding.say(language)}
        </p>
    }
    .into_any()
}
