//! How many are invited, whether only they can vote, and how to withdraw them all.

use barometer_domain::invitation;
use barometer_kit::form::field::Field;
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::ui::dialog::Dialog;
use barometer_kit::{api, language};
use barometer_text::staff::door::AdmissionText;
use barometer_text::staff::invitations::InvitationText as Text;
use barometer_text::staff::vendor::VendorText;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::state::InvitationsState;
use crate::page::focus_heading;

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// The card above the list.
#[component]
pub(crate) fn WhoMayVote(page: InvitationsState) -> impl IntoView {
    let count = move || page.summary.get().map_or(0, |summary| summary.count);
    let invited_only = move || {
        page.summary
            .get()
            .is_some_and(|summary| summary.invited_only)
    };
    let is_undecided = move || {
        page.summary
            .get()
            .is_some_and(|summary| summary.is_undecided())
    };
    let restrict = move |event| {
        let field: HtmlInputElement = event_target(&event);
        let wanted = field.checked();
        // The box shows what the server says, also when that is no.
        field.set_checked(invited_only());
        let code = page.code();
        let who = invitation::WhoMayVote {
            invited_only: wanted,
            per_municipality: page
                .summary
                .read_untracked()
                .and_then(|s| s.per_municipality),
        };
        page.update_invitations(async move { api::restrict(&code, &who).await }, None);
    };
    let why = move || {
        let text = if is_undecided() {
            Text::InvitedOnlyHint
        } else {
            Text::Locked
        };
        text.say(language::current())
    };
    let withdraw = move || {
        (is_undecided() && count() > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="link-button danger"
                    on:click=move |_| page.asking.set(true)
                >
                    {say(Text::Withdraw)}
                </button>
            }
        })
    };
    view! {
        <section class="card who-may-vote">
            <p class="who-may-vote-count">{move || Text::Count(count()).say(language::current())}</p>
            <div>
                <label class="tick">
                    <input
                        type="checkbox"
                        aria-describedby="invited-only-why"
                        disabled=move || !is_undecided()
                        prop:checked=invited_only
                        on:change=restrict
                    />
                    {say(Text::InvitedOnly)}
                </label>
                <p id="invited-only-why" class="muted">{why}</p>
                <Show when=move || !invited_only()>
                    <p class="muted">{say(Text::Door(AdmissionText::OpenLink))}</p>
                    <PerMunicipality page=page />
                </Show>
            </div>
            {withdraw}
        </section>
        <Dialog open=page.asking on_close=move || page.asking.set(false)>
            {move || page.asking.get().then(|| view! { <Ask page=page /> })}
        </Dialog>
    }
}

/// How many of a municipality may come by the open link to vote; as long as the vote takes ballots.
#[component]
fn PerMunicipality(page: InvitationsState) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let held = Memo::new(move |_| page.summary.get().and_then(|s| s.per_municipality));
    let name = format!("per-municipality.{}", page.code());
    let saved = SavedForm::new(&name, DraftLifetime::InBrowser, [("limit", typed.into())]);
    Effect::new(move |_| {
        let held = held.get();
        let held = held.map_or_else(String::new, |limit| limit.to_string());
        saved.begin_with("limit", &held);
    });
    let takes_more = move || page.summary.get().is_some_and(|s| s.takes_more());
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let limit = read_limit(&typed.read_untracked());
        wrong.set(limit.is_err());
        let (Ok(per_municipality), Some(summary)) = (limit, page.summary.get_untracked()) else {
            return;
        };
        let code = page.code();
        let who = invitation::WhoMayVote {
            invited_only: summary.invited_only,
            per_municipality,
        };
        page.update_invitations(
            async move { api::restrict(&code, &who).await },
            Some(Text::Door(AdmissionText::Kept)),
        );
    };
    let complaint = move || {
        let words = AdmissionText::PerMunicipalityWrong.say(language::current());
        wrong.get().then_some(words)
    };
    view! {
        <Show when=takes_more>
            {saved.notice()}
            <form class="per-municipality" novalidate on:submit=keep>
                <Field
                    id="per-municipality"
                    label=Signal::derive(say(Text::Door(AdmissionText::PerMunicipality)))
                    hint=Signal::derive(say(Text::Door(AdmissionText::PerMunicipalityHint)))
                    value=typed
                    longest=3
                    wrong=Signal::derive(complaint)
                />
                <button type="submit" class="button">{say(Text::Door(AdmissionText::Keep))}</button>
            </form>
        </Show>
    }
}

/// A number from 1 to 999, or nothing for any number.
fn read_limit(typed: &str) -> Result<Option<u16>, ()> {
    match typed.trim() {
        "" => Ok(None),
        typed => match typed.parse() {
            Ok(limit @ 1..=999) => Ok(Some(limit)),
            _ => Err(()),
        },
    }
}

/// Asks before all are withdrawn.
#[component]
fn Ask(page: InvitationsState) -> impl IntoView {
    let withdraw = move |_| {
        let code = page.code();
        page.asking.set(false);
        page.update_invitations(
            async move { api::withdraw(&code).await },
            Some(Text::Withdrawn),
        );
        focus_heading();
    };
    view! {
        <h2>{say(Text::WithdrawAsk)}</h2>
        <p>{say(Text::WithdrawBody)}</p>
        <div class="dialog-buttons">
            <button type="button" class="button danger" on:click=withdraw>
                {say(Text::WithdrawYes)}
            </button>
            <button type="button" class="button" on:click=move |_| page.asking.set(false)>
                {move || VendorText::Keep.say(language::current())}
            </button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::read_limit;

    #[test]
    fn a_limit_is_a_whole_number_or_nothing() {
        assert_eq!(read_limit("  "), Ok(None));
        assert_eq!(read_limit(" 4 "), Ok(Some(4)));
        for typed in ["0", "-1", "1000", "3,5", "fire"] {
            assert_eq!(read_limit(typed), Err(()), "{typed}");
        }
    }
}
