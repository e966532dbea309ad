//! What is handed out: links, QR code, appointment, and a try on one's own.

use barometer_domain::agenda::Stage;
use barometer_domain::catalogue::Reality;
use barometer_domain::preparation::PreparedWebinar;
use barometer_kit::route::{self, Route, api as address};
use barometer_kit::ui::parts::{ButtonProps, following, paragraph};
use barometer_kit::{api, clipboard, language};
use barometer_text::staff::door::AdmissionText;
use barometer_text::staff::invitations::InvitationText;
use barometer_text::staff::prepare::PrepareText as Text;
use barometer_text::staff::signups::SignupDeskText;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::dialogs::PrepareDialog;
use super::{PreparationState, Section, text};
use crate::page::Way;

/// The section; drawn anew when the webinar is saved.
#[component]
pub(crate) fn Share(page: PreparationState) -> impl IntoView {
    let said = RwSignal::new(None::<Text<'static>>);
    let body = following(move || {
        let webinar = page.webinar.get()?;
        Some(view! { <Links page=page webinar=webinar said=said /> }.into_any())
    });
    let said = Signal::derive(move || said.get().map(|said| said.say(language::current())));
    view! {
        <Section name="share" heading=Text::Share on_edit=move || { page.look_at(Stage::Welcome, 0); }>
            {body}
            <p class="muted" role="status">
                {said}
            </p>
        </Section>
    }
}

#[component]
fn Links(
    page: PreparationState,
    webinar: PreparedWebinar,
    said: RwSignal<Option<Text<'static>>>,
) -> impl IntoView {
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let code = &webinar.code;
        let qr = address::qr(code);
        let spaced = code.spaced();
        let link = |label: Text<'static>, address: &str| {
            view! { <CopiedLink label=label address=address.to_owned() said=said /> }.into_any()
        };
        let join = link(Text::JoinLink, &webinar.links.join);
        let presenter = match &webinar.links.presenter {
            Some(presenter) => vec![
                link(Text::PresenterLink, presenter),
                paragraph("muted", Text::PresenterBody.say(language)),
            ],
            None => vec![
                view! { <h3>{Text::PresenterLink.say(language)}</h3> }.into_any(),
                paragraph("muted", Text::PresenterHidden.say(language)),
            ],
        };
        // Everyone knows the demo's link, and it stays.
        let new_link = (webinar.reality != Reality::Demo).then(|| {
            let button = ButtonProps::new("link-button", text(Text::NewLink));
            let button = button.on_press(move || page.question.set(Some(PrepareDialog::NewLink)));
            view! { <p>{button}</p> }.into_any()
        });
        let about_rehearsal = Signal::derive(move || {
            let language = language::current();
            let body = Text::RehearseBody.say(language);
            if page.is_dirty.get() {
                format!("{body} {}", Text::RehearseSaved.say(language))
            } else {
                body
            }
        });
        let try_it = ButtonProps::new("button second", text(Text::Rehearse));
        view! {
            <div class="share">
                <div class="share-qr">
                    <img
                        src=qr.clone()
                        alt=Text::Qr(&spaced).say(language)
                        width="200"
                        height="200"
                    />
                    <p class="share-code">{spaced.clone()}</p>
                    <a class="link-button" href=qr download=format!("barometer-{code}.svg")>
                        {Text::QrDownload.say(language)}
                    </a>
                </div>
                <div class="share-links">
                    {join}
                    {paragraph("muted", AdmissionText::OpenLink.say(language))}
                    <p class="vendor-buttons">
                        <a class="button" href=address::appointment(code) download=format!("{code}.ics")>
                            {Text::Appointment.say(language)}
                        </a>
                        <Way to=Route::Signups(code.clone()) class="button">
                            {SignupDeskText::Title.say(language)}
                        </Way>
                        <Way to=Route::Invitations(code.clone()) class="button">
                            {InvitationText::Title.say(language)}
                        </Way>
                        <a class="button" href=webinar.links.screen.clone() target="_blank" rel="noopener">
                            {Text::Screen.say(language)}
                        </a>
                    </p>
                    {presenter}
                    {new_link}
                    <p class="rehearse">
                        {try_it.on_press(move || rehearse(page))}
                        <span class="muted">{about_rehearsal}</span>
                    </p>
                </div>
            </div>
        }
    }
}

/// A link to be copied, whole in sight for where the browser does not lend its clipboard.
#[component]
fn CopiedLink(
    label: Text<'static>,
    address: String,
    said: RwSignal<Option<Text<'static>>>,
) -> impl IntoView {
    let shown = address.clone();
    let copy = move || {
        let address = address.clone();
        spawn_local(async move {
            said.set(Some(match clipboard::copy(&address).await {
                Ok(()) => Text::Copied,
                Err(_) => Text::NotCopied,
            }));
        });
    };
    let what = label.say(language::current());
    let name = format!("{} – {what}", Text::CopyLink.say(language::current()));
    let button = ButtonProps {
        label: Some(Signal::stored(name)),
        ..ButtonProps::new("button", text(Text::CopyLink))
    };
    view! {
        <h3>{what.clone()}</h3>
        <div class="share-link">
            <input type="text" readonly=true aria-label=what prop:value=shown />
            {button.on_press(copy)}
        </div>
    }
}

/// Opens a copy to practise on. The tab is opened at once, for later the browser would not take it for the press.
fn rehearse(page: PreparationState) {
    let opened = window().open_with_url_and_target("", "_blank");
    let opened = opened.ok().flatten();
    let code = page.code();
    spawn_local(async move {
        match api::vendor_rehearsal(&code).await {
            Ok(rehearsal) => {
                let address = route::presenter_link(&rehearsal.code, &rehearsal.secret);
                let target = opened.unwrap_or_else(window);
                // A tab that was closed meanwhile wants no address.
                let _ = target.location().set_href(&address);
            }
            Err(error) => {
                if let Some(opened) = opened {
                    // It is empty; a browser that keeps it open does no harm.
                    let _ = opened.close();
                }
                page.fail(error);
            }
        }
    });
}
