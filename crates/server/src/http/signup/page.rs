//! What the pages of a sign-up look like.

use axum::http::StatusCode;
use axum::response::Response;
use barometer_domain::catalogue::{Catalogue, RequestText};
use barometer_domain::ids::WebinarCode;
use barometer_domain::preparation::Preparation;
use barometer_domain::route::Route;
use barometer_domain::signup::{SignupStage, SignupWay};
use barometer_domain::vendor::PublicKey;
use barometer_text::Language;
use barometer_text::figures;
use barometer_text::form_page::FormText;
use barometer_text::shared::{SharedText, promise};
use barometer_text::signup::SignupText;
use maud::{Markup, html};

use super::super::cookies::WebinarAccess;
use super::super::error::ApiError;
use super::super::forms::{
    Fault, Field, FormPage, SealedForm, SentForm, TextInput, fault_summary, municipality_choices,
    with_language,
};
use super::in_language;
use crate::rooms::Rooms;
use crate::secrets;
use crate::store::SignupState;

/// The longest name, and the longest address, that is sealed; in letters.
const LONGEST: (usize, usize) = (80, 120);

/// What was sent of a form and comes back with it.
pub(super) struct TypedSignup {
    municipality: String,
    row: String,
}

impl TypedSignup {
    /// A form that nobody has typed into, with a name of its own: sent twice, it counts once.
    pub(super) fn new() -> Self {
        Self {
            municipality: String::new(),
            row: random_row(),
        }
    }

    /// What was sent.
    pub(super) fn of(form: &SentForm) -> Self {
        let row = form.one("row");
        Self {
            municipality: form.one("municipality").to_owned(),
            row: if row.is_empty() {
                random_row()
            } else {
                row.to_owned()
            },
        }
    }
}

fn random_row() -> String {
    secrets::random_signup_slot().as_str().to_owned()
}

/// Everything that the page says.
pub(super) struct SignupPage {
    language: Language,
    code: WebinarCode,
    preparation: Preparation,
    fictional: bool,
    key: Option<PublicKey>,
    /// The candidates in their order, if they can be read ahead.
    candidates: Vec<RequestText>,
    pub(super) state: SignupState,
}

impl SignupPage {
    pub(super) async fn load(
        rooms: &Rooms,
        here: &WebinarAccess,
        language: Language,
    ) -> Result<Self, ApiError> {
        let webinar = here.room.webinar();
        let state = rooms.store().signup_state(webinar).await?;
        let prepared = rooms.store().prepared(webinar).await?;
        let candidates = if state.settings.candidates_ahead {
            let rows = rooms.store().snapshot(webinar).await?;
            candidates(&rows.catalogue)
        } else {
            Vec::new()
        };
        Ok(Self {
            language,
            code: here.code.clone(),
            preparation: prepared.preparation,
            fictional: prepared.fictional,
            key: rooms.store().vendor_key().await?,
            candidates,
            state,
        })
    }

    /// The page with its form, while one can sign up; or why not.
    pub(super) fn respond(
        &self,
        status: StatusCode,
        typed: &TypedSignup,
        faults: &[Fault],
    ) -> Response {
        let route = Route::Signup(self.code.clone());
        let content = html! {
            (fault_summary(self.language, faults))
            (self.occasion())
            @match self.state.stage {
                SignupStage::Open => {
                    (self.own_link())
                    (self.contents())
                    (self.way_in(&route, typed, faults))
                }
                SignupStage::Over => (self.elsewhere(SignupText::Over)),
                SignupStage::Off => (self.elsewhere(SignupText::Off)),
            }
        };
        self.page(&self.preparation.title, &route)
            .respond(status, &content)
    }

    /// What somebody signed up for, the appointment, and the personal link.
    pub(super) fn done(&self) -> Response {
        let route = Route::SignupDone(self.code.clone());
        let sign_up = in_language(&Route::Signup(self.code.clone()), self.language);
        let content = html! {
            p class="signup-title" { strong { (self.preparation.title) } }
            (self.occasion())
            div data-not-own {
                p { (self.say(SignupText::NoOwnLink)) }
                p { a class="button" href=(sign_up) { (self.say(SignupText::BackToSignUp)) } }
            }
            div data-own hidden {
                p { (self.say(SignupText::DoneBody)) }
                (self.appointment())
                (self.own_field())
                (self.cancel_form())
            }
        };
        let title = self.say(SignupText::Done);
        self.page(&title, &route).respond(StatusCode::OK, &content)
    }

    fn page<'a>(&self, title: &'a str, route: &'a Route) -> FormPageOf<'a> {
        FormPageOf {
            language: self.language,
            title,
            path: route.path(),
        }
    }

    /// When and where.
    fn occasion(&self) -> Markup {
        let Preparation {
            date, starts, ends, ..
        } = &self.preparation;
        let times = format!("{starts}–{ends}");
        let when = figures::occasion(self.language, &date.to_string(), &times);
        html! {
            p class="signup-when" { (figures::capitalised(&when)) }
            p class="muted" { (self.say(SignupText::Online)) }
            @if self.fictional { p class="mark" { (SharedText::Fictional.say(self.language)) } }
        }
    }

    /// For whoever comes by a personal link before the day.
    fn own_link(&self) -> Markup {
        let day = self.day();
        html! {
            section data-own hidden {
                p class="notice leaf" { (self.say(SignupText::OwnBefore(&day))) }
                (self.appointment())
                (self.cancel_form())
            }
        }
    }

    /// What the webinar is about: its stages, and the candidates if the vendor wants them read.
    fn contents(&self) -> Markup {
        let stages = self.preparation.agenda.iter();
        html! {
            p { (self.say(SignupText::About)) }
            p data-not-own { a class="button primary" href="#sign-up" { (self.say(SignupText::SignUp)) } }
            h2 { (self.say(SignupText::Agenda)) }
            ol class="signup-agenda" {
                @for item in stages { li { (SharedText::Stage(item.stage).say(self.language)) } }
            }
            @if !self.candidates.is_empty() {
                h2 { (self.say(SignupText::Candidates)) }
                p class="muted" { (self.say(SignupText::CandidatesBody)) }
                ol class="signup-candidates" {
                    @for one in &self.candidates {
                        li {
                            strong { (one.title) }
                            @if !one.benefit.is_empty() { span { (first_line(&one.benefit)) } }
                            span class="muted" { (figures::price(self.language, &one.price)) }
                        }
                    }
                }
            }
            p class="small" { (promise(self.language, self.key.is_some())) }
        }
    }

    /// The form, or the way to the course system's.
    fn way_in(&self, route: &Route, typed: &TypedSignup, faults: &[Fault]) -> Markup {
        html! {
            section id="sign-up" data-not-own {
                h2 { (self.say(SignupText::FormHeading)) }
                @match &self.state.settings.way {
                    SignupWay::Elsewhere { link } => {
                        p { (self.say(SignupText::CoursePageBody)) }
                        p { a class="button primary" href=(link) rel="noopener" { (self.say(SignupText::CoursePage)) } }
                    }
                    _ => (self.form(route, typed, faults)),
                }
            }
        }
    }

    fn form(&self, route: &Route, typed: &TypedSignup, faults: &[Fault]) -> Markup {
        let action = in_language(route, self.language);
        let form = SealedForm {
            language: self.language,
            action: &action,
            code: &self.code,
            slot: &typed.row,
            key: self.key.as_ref(),
        };
        let field = |name, label, hint| Field {
            language: self.language,
            name,
            label,
            hint,
            optional: false,
            faults,
        };
        let seats = self.state.settings.seats();
        let seats = seats.map_or_else(String::new, |seats| {
            self.say(SignupText::Seats(seats.into()))
        });
        let (name, mail, mail_use) = (
            self.say(SignupText::Name),
            self.say(SignupText::Mail),
            self.say(SignupText::MailUse),
        );
        let sealed = |kind, autocomplete, longest| TextInput {
            kind,
            autocomplete,
            longest,
            sealed: true,
        };
        let name = field("name", &name, "").text(sealed("text", "name", LONGEST.0), "");
        let mail = field("email", &mail, &mail_use).text(sealed("email", "email", LONGEST.1), "");
        let municipality = FormText::Municipality.say(self.language);
        let none = FormText::ChooseMunicipality.say(self.language);
        let municipality = field("municipality", municipality, &seats).select(
            &self.choices(),
            none,
            &typed.municipality,
        );
        form.around(&html! {
            input type="hidden" name="row" value=(typed.row);
            (municipality)
            (form.sealed_fields(&html! { (name) (mail) }))
            p { button class="button primary wide" disabled[self.key.is_none()] { (self.say(SignupText::SignUp)) } }
        })
    }

    /// The municipalities, those without a place left marked so.
    fn choices(&self) -> Vec<super::super::forms::Choice> {
        let mut choices = municipality_choices();
        let full = self.say(SignupText::Full);
        let is_full = |value: &str| self.state.full.iter().any(|code| code.to_string() == value);
        for choice in choices.iter_mut().filter(|choice| is_full(&choice.value)) {
            choice.label = format!("{} – {full}", choice.label);
        }
        choices
    }

    /// Why nobody signs up here, and where the webinar is.
    fn elsewhere(&self, why: SignupText<'_>) -> Markup {
        let webinar = Route::Phone(self.code.clone()).path();
        html! {
            p class="notice" { (self.say(why)) }
            p { a class="button primary" href=(webinar) data-own-way { (self.say(SignupText::ToWebinar)) } }
        }
    }

    fn appointment(&self) -> Markup {
        let file = format!("/api/v1/webinars/{}/webinar.ics", self.code);
        html! {
            p { a class="button" href=(file) download=(format!("webinar-{}.ics", self.code)) {
                (self.say(SignupText::Appointment))
            } }
        }
    }

    /// The personal link, which the script puts together from what stands behind the `#`.
    fn own_field(&self) -> Markup {
        let webinar = Route::Phone(self.code.clone()).path();
        let day = self.day();
        html! {
            div class="field" {
                label for="own-link" { (self.say(SignupText::OwnLink)) }
                p class="hint" id="own-link-hint" { (self.say(SignupText::OwnLinkBody(&day))) }
                div class="signup-link" {
                    input id="own-link" type="text" readonly data-own-link=(webinar) aria-describedby="own-link-hint";
                    button type="button" class="button" hidden data-copy="own-link"
                        data-copied=(self.say(SignupText::Copied)) { (self.say(SignupText::Copy)) }
                }
            }
        }
    }

    fn cancel_form(&self) -> Markup {
        let action = in_language(&Route::SignupCancel(self.code.clone()), self.language);
        html! {
            h2 { (self.say(SignupText::CancelHeading)) }
            p { (self.say(SignupText::CancelBody)) }
            form method="post" action=(action) {
                input type="hidden" name="token" data-own-token;
                p { button class="button danger" { (self.say(SignupText::Cancel)) } }
            }
        }
    }

    fn day(&self) -> String {
        figures::date(self.language, &self.preparation.date.to_string())
    }

    fn say(&self, text: SignupText<'_>) -> String {
        text.say(self.language)
    }
}

/// A page whose address is its own.
struct FormPageOf<'a> {
    language: Language,
    title: &'a str,
    path: String,
}

impl FormPageOf<'_> {
    fn respond(&self, status: StatusCode, content: &Markup) -> Response {
        let page = FormPage {
            language: self.language,
            title: self.title,
            path: &self.path,
            scripts: &[SealedForm::SCRIPT],
            refresh_seconds: None,
        };
        page.respond(status, content)
    }
}

/// The candidates in the shortlist's order.
fn candidates(catalogue: &Catalogue) -> Vec<RequestText> {
    let candidates = catalogue.candidates.iter();
    candidates
        .filter_map(|one| catalogue.request(one.request))
        .cloned()
        .collect()
}

/// What stands before the first line break: a benefit in one line.
fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// A page that says one thing about a webinar.
fn notice(path: String, language: Language, title: SignupText<'_>, content: &Markup) -> Response {
    let title = title.say(language);
    let page = FormPageOf {
        language,
        title: &title,
        path,
    };
    page.respond(StatusCode::OK, content)
}

/// The sign-up is cancelled, or there was none.
pub(super) fn cancelled(code: &WebinarCode, language: Language, cancelled: bool) -> Response {
    let sign_up = in_language(&Route::Signup(code.clone()), language);
    let (title, body) = if cancelled {
        (SignupText::Cancelled, SignupText::CancelledBody)
    } else {
        (SignupText::CancelHeading, SignupText::NothingToCancel)
    };
    let content = html! {
        p { (body.say(language)) }
        p { a class="button" href=(sign_up) { (SignupText::BackToSignUp.say(language)) } }
    };
    let path = Route::SignupCancel(code.clone()).path();
    notice(path, language, title, &content)
}

/// Asks whether somebody wants no more mail; nothing to ask without the `row` that a mail holds: its query.
pub(super) fn ask_unsubscribe(
    code: &WebinarCode,
    language: Language,
    row: Option<String>,
) -> Response {
    let path = Route::Unsubscribe(code.clone()).path();
    let path = row.map(|row| format!("{path}?{row}"));
    let content = if let Some(path) = &path {
        html! {
            p { (SignupText::UnsubscribeBody.say(language)) }
            form method="post" action=(with_language(path, language)) {
                p { button class="button primary" { (SignupText::Unsubscribe.say(language)) } }
            }
        }
    } else {
        html! { p class="notice amber" { (SignupText::NoSuchMail.say(language)) } }
    };
    let path = path.unwrap_or_else(|| Route::Unsubscribe(code.clone()).path());
    notice(path, language, SignupText::UnsubscribeHeading, &content)
}

/// It is written down.
pub(super) fn unsubscribed(code: &WebinarCode, language: Language) -> Response {
    let content = html! { p { (SignupText::UnsubscribedBody.say(language)) } };
    let path = Route::Unsubscribe(code.clone()).path();
    notice(path, language, SignupText::Unsubscribed, &content)
}
