//! The join form: one screen, one municipality, one tap.

use barometer_domain::ids::MunicipalityCode;
use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Me, WebinarInfo};
use barometer_kit::api::{self, ApiError};
use barometer_kit::route::{self, Route};
use barometer_kit::ui::gauge_logo::gauge_logo;
use barometer_kit::ui::handler::handler;
use barometer_kit::ui::input::input;
use barometer_kit::ui::municipality_box::{self, MunicipalityPicker, PickerStep, municipality_box};
use barometer_kit::{format, language, storage};
use barometer_text::article::InfoPage;
use barometer_text::phone::PhoneText;
use barometer_text::refusal;
use barometer_text::shared::{self, SharedText};
use gloo_timers::callback::Timeout;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::ui::article_link::article_link;
use super::ui::language_switch::language_switch;
use super::webinar::{PrefetchedPage, invitation, joined_key, look_ahead};
use super::{focus, keeper, sentence, set_title, spawn_task};

/// Where the municipality is remembered for the next webinar.
const REMEMBERED: &str = "barometer.municipality";

/// The form behind the open link.
const OPEN: &str = "entry-form";
const NAME_FIELD: &str = "name";
const ROLE_FIELD: &str = "job";
/// Takes the focus when the form comes, also after the code was typed.
const HEADING: &str = "occasion";

/// Why one has not joined.
enum JoinError {
    NothingChosen,
    NameMissing,
    Offline,
    CookiesRefused,
    Refused(Refusal),
}

impl JoinError {
    fn is_of_municipality(&self) -> bool {
        matches!(
            self,
            Self::NothingChosen | Self::Refused(Refusal::UnknownMunicipality)
        )
    }
}

/// The form as it stands.
struct JoinForm {
    info: WebinarInfo,
    ahead: PrefetchedPage,
    /// The token of a personal link, which has chosen the municipality; empty without one.
    invitation: String,
    choosing: MunicipalityPicker,
    name: String,
    role: String,
    trouble: Option<JoinError>,
    busy: bool,
}

/// Title, date, municipality, and the two ways in; `on_joined` gets the participant's own things. The first page is
/// fetched ahead; `is_cookieless` when the browser has just shown that it keeps no cookies.
pub(super) fn join_form(
    info: WebinarInfo,
    ahead: PrefetchedPage,
    is_cookieless: bool,
    on_joined: Callback<Me>,
) -> AnyView {
    set_title(&info.title);
    let invitation = invitation(&info.code);
    let (token, municipality) = invitation.split_once('.').unwrap_or_default();
    let municipality = municipality.parse::<MunicipalityCode>().ok();
    let form = RwSignal::new(JoinForm {
        info,
        ahead,
        invitation: token.to_owned(),
        choosing: MunicipalityPicker::new(municipality.or_else(|| storage::get(REMEMBERED))),
        name: storage::get(keeper::NAME).unwrap_or_default(),
        role: storage::get(keeper::ROLE).unwrap_or_default(),
        trouble: is_cookieless.then_some(JoinError::CookiesRefused),
        busy: false,
    });
    let on_move = Callback::new(move |next| {
        let mut form = form.write();
        form.choosing.apply(next);
        // The complaint goes when it is put right.
        if form.choosing.chosen().is_some()
            && form
                .trouble
                .as_ref()
                .is_some_and(JoinError::is_of_municipality)
        {
            form.trouble = None;
        }
    });
    Timeout::new(0, || focus(HEADING)).forget();
    (move || draw_form(form, on_joined, on_move)).into_any()
}

fn draw_form(
    form: RwSignal<JoinForm>,
    on_joined: Callback<Me>,
    on_move: Callback<PickerStep>,
) -> AnyView {
    let JoinForm {
        info,
        ahead: _,
        invitation,
        choosing,
        name,
        role,
        trouble,
        busy,
    } = &*form.read();
    let language = language::current();
    let is_nameless = matches!(trouble, Some(JoinError::NameMissing));
    let (field_error, form_error) = match trouble {
        None | Some(JoinError::NameMissing) => (String::new(), String::new()),
        Some(JoinError::NothingChosen | JoinError::Refused(Refusal::UnknownMunicipality)) => {
            let sentence = refusal::sentence(&Refusal::UnknownMunicipality, language);
            (sentence, String::new())
        }
        Some(JoinError::Offline) => (String::new(), sentence(PhoneText::NoConnection)),
        Some(JoinError::CookiesRefused) => (String::new(), sentence(PhoneText::CookiesRefused)),
        Some(JoinError::Refused(why)) => (String::new(), refusal::sentence(why, language)),
    };
    let occasion = format::occasion(language, &info.date, &info.starts);
    let sealed = info.vendor_key.is_some();
    let (class, question) = who_may_join(info, invitation, choosing);
    let mut promise = shared::promise(language, sealed);
    if class == OPEN {
        promise = promise + " " + &sentence(PhoneText::OpenLink);
    }
    let way_out = matches!(trouble, Some(JoinError::CookiesRefused)).then(|| {
        view! {
            <a class="button second wide" href=link_again(info) target="_blank" rel="noopener">
                {sentence(PhoneText::OpenNewWindow)}
            </a>
        }
        .into_any()
    });
    let label = if *busy {
        PhoneText::Joining
    } else {
        PhoneText::JoinNow
    };
    view! {
        <main class="entry">
            {gauge_logo()} <h1 id=HEADING>{format::with_soft_hyphens(&info.title)}</h1>
            <p class="occasion sentence muted">{occasion}</p>
            <form
                class=class
                novalidate
                on:submit=handler(move |event: SubmitEvent| vote(form, on_joined, &event))
            >
                <label for=municipality_box::ID>{question}</label>
                {municipality_box(choosing, field_error, on_move)}
                {sealed.then(|| fields(form, name, role, is_nameless))}
                <div class="entry-foot">
                    <p class="field-error" role="alert">
                        {form_error}
                    </p>
                    {way_out}
                    <button class="button primary wide">{sentence(label)}</button>
                    <button
                        type="button"
                        class="button second wide"
                        on:click=handler(move |_| watch(form, on_joined))
                    >
                        {sentence(PhoneText::WatchOnly)}
                    </button>
                    <p class="promise-small muted">{promise}</p>
                    <div class="entry-ways">
                        <button
                            type="button"
                            class="link-button"
                            on:click=handler(|_| route::navigate(&Route::Join))
                        >
                            {sentence(PhoneText::OtherCode)}
                        </button>
                        {article_link(InfoPage::Anonymity)} {article_link(InfoPage::Accessibility)}
                        {language_switch()}
                    </div>
                </div>
            </form>
        </main>
    }
    .into_any()
}

/// What the form looks like, and what stands above it. The style hides what is not asked: an element that comes and
/// goes would cost every phone more to download.
fn who_may_join(
    info: &WebinarInfo,
    invitation: &str,
    choosing: &MunicipalityPicker,
) -> (&'static str, String) {
    let chosen = choosing.chosen().filter(|_| !invitation.is_empty());
    match chosen.and_then(municipality::by_code) {
        Some(from) => {
            let from = sentence(PhoneText::InFull(from.name));
            (
                "entry-form invited",
                sentence(PhoneText::InvitedFrom(&from)),
            )
        }
        None if info.invited_only || info.door_closed => {
            let why = if info.invited_only {
                Refusal::InvitationNeeded
            } else {
                Refusal::DoorClosed
            };
            let why = refusal::sentence(&why, language::current());
            ("entry-form watching", why)
        }
        None => (OPEN, sentence(PhoneText::WhichMunicipality)),
    }
}

/// The name, which is sealed to the vendor's key before it leaves the phone, and the person's job.
fn fields(form: RwSignal<JoinForm>, name: &str, role: &str, is_nameless: bool) -> AnyView {
    let error = if is_nameless {
        sentence(PhoneText::NameMissing)
    } else {
        String::new()
    };
    let name = field(
        NAME_FIELD,
        PhoneText::YourName,
        "name",
        name,
        is_nameless,
        move |typed| {
            let mut form = form.write();
            form.name = typed;
            if matches!(form.trouble, Some(JoinError::NameMissing)) && !form.name.trim().is_empty()
            {
                form.trouble = None;
            }
        },
    );
    let role = field(
        ROLE_FIELD,
        PhoneText::YourRole,
        "organization-title",
        role,
        false,
        move |typed| {
            form.write().role = typed;
        },
    );
    let why = sentence(PhoneText::NameWhy);
    vec![
        name,
        view! {
            <p id="name-error" class="field-error" role="alert">
                {error}
            </p>
            <p class="field-why muted">{why}</p>
        }
        .into_any(),
        role,
    ]
    .into_any()
}

fn field(
    id: &'static str,
    label: PhoneText<'static>,
    fills_in: &'static str,
    typed: &str,
    is_wrong: bool,
    on_typed: impl Fn(String) + 'static,
) -> AnyView {
    let attributes = view! {
        <{..}
            id=id
            class="field"
            autocomplete=fills_in
            maxlength="80"
            enterkeyhint="done"
            aria-invalid=is_wrong.to_string()
            aria-describedby=(id == NAME_FIELD).then_some("name-error")
            on:input=handler(move |event| on_typed(event_target_value(&event)))
        />
    };
    view! {
        <label for=id>{sentence(label)}</label>
        {input(attributes, typed.to_owned())}
    }
    .into_any()
}

impl JoinForm {
    /// Remembers the person's name and job; whether there is a name where one is needed.
    fn keep_name(&self) -> bool {
        if self.info.vendor_key.is_none() {
            return true;
        }
        let name = self.name.trim();
        storage::keep(keeper::NAME, &name);
        storage::keep(keeper::ROLE, &self.role.trim());
        !name.is_empty()
    }
}

fn vote(form: RwSignal<JoinForm>, on_joined: Callback<Me>, event: &web_sys::Event) {
    event.prevent_default();
    let Some(municipality) = form.read_untracked().choosing.chosen() else {
        form.write().trouble = Some(JoinError::NothingChosen);
        return focus(municipality_box::ID);
    };
    if !form.read_untracked().keep_name() {
        form.write().trouble = Some(JoinError::NameMissing);
        return focus(NAME_FIELD);
    }
    storage::keep(REMEMBERED, &municipality);
    send(form, on_joined, Some(municipality));
}

/// The address with what the link brought behind its `#`, which another window's storage may not have.
fn link_again(info: &WebinarInfo) -> String {
    let code = &info.code;
    let fingerprint: Option<String> = storage::get(&format!("barometer.fingerprint.{code}"));
    let invitation = invitation(code);
    let hash = match fingerprint {
        // Where nothing can be kept, boot.js leaves it where it stood.
        None => window().location().hash().unwrap_or_default(),
        Some(fingerprint) if invitation.is_empty() => format!("#{fingerprint}"),
        Some(fingerprint) => format!("#{fingerprint}.{invitation}"),
    };
    Route::Phone(code.clone()).path() + &hash
}

fn watch(form: RwSignal<JoinForm>, on_joined: Callback<Me>) {
    send(form, on_joined, None);
}

fn send(form: RwSignal<JoinForm>, on_joined: Callback<Me>, voter: Option<MunicipalityCode>) {
    if form.read_untracked().busy {
        return;
    }
    let code = form.read_untracked().info.code.clone();
    let invitation = form.read_untracked().invitation.clone();
    {
        let mut form = form.write();
        form.busy = true;
        form.trouble = None;
    }
    // Both at once: with the answer everything is there that the first page needs.
    look_ahead(form.read_untracked().ahead, code.clone());
    spawn_task(Box::pin(async move {
        let answer = api::join(&code, voter, &invitation).await;
        // Where nothing can be kept, the form would be empty if one came back to it; elsewhere it is asked meanwhile.
        let asked = match &answer {
            Ok(_) if !storage::works() => api::me(&code).await.err(),
            Ok(_) | Err(_) => None,
        };
        // Gone when another page is shown meanwhile.
        let Some(mut waiting) = form.try_write() else {
            return;
        };
        waiting.busy = false;
        let me = match answer {
            // Joined, and already a stranger again: better said now than after the vote.
            Ok(_) if asked == Some(ApiError::Refused(Refusal::NotJoined)) => {
                waiting.trouble = Some(JoinError::CookiesRefused);
                return;
            }
            Ok(me) => me,
            Err(ApiError::Refused(refusal)) => {
                match refusal {
                    Refusal::UnknownInvitation => waiting.invitation.clear(),
                    // It ended meanwhile: what came of it is there for everyone.
                    Refusal::WebinarNotOpen => _ = window().location().reload(),
                    // A ballot or an interest hangs on the place this browser has; a reload leads back to it.
                    Refusal::MunicipalityFixed => _ = storage::keep(&joined_key(&code), &true),
                    _ => {}
                }
                waiting.trouble = Some(JoinError::Refused(refusal));
                return;
            }
            Err(ApiError::Offline) => {
                waiting.trouble = Some(JoinError::Offline);
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
    let names = SharedText::promise_of_names(info.vendor_key.is_some());
    let language = language::current();
    view! {
        <p class="notice promise">
            <b>{SharedText::PromiseAnonymous.say(language)}</b>
            " "
            {names.say(language)}
            " "
            {SharedText::PromiseNotBinding.say(language)}
        </p>
    }
    .into_any()
}
