//! How many are invited, whether only they can vote, and how to withdraw them all.

use barometer_domain::invitation;
use barometer_text::staff::invitations::Invitations as Text;
use barometer_text::staff::vendor::Vendor;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::focus_heading;
use super::invitations::Desk;
use crate::ui::dialog::Dialog;
use crate::{api, language};

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// The card above the list.
#[component]
pub fn WhoMayVote(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let count = move || desk.summary.get().map_or(0, |summary| summary.count);
    let invited_only = move || {
        desk.summary
            .get()
            .is_some_and(|summary| summary.invited_only)
    };
    let is_undecided = move || {
        desk.summary
            .get()
            .is_some_and(|summary| summary.is_undecided())
    };
    let restrict = move |event| {
        let field: HtmlInputElement = event_target(&event);
        let wanted = field.checked();
        // The box shows what the server says, also when that is no.
        field.set_checked(invited_only());
        let code = desk.code();
        let who = invitation::WhoMayVote {
            invited_only: wanted,
        };
        desk.ask(async move { api::restrict(&code, who).await }, None);
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
                    on:click=move |_| desk.asking.set(true)
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
            </div>
            {withdraw}
        </section>
        <Dialog open=desk.asking on_close=move || desk.asking.set(false)>
            {move || desk.asking.get().then(|| view! { <Ask desk=desk /> })}
        </Dialog>
    }
}

/// Asks before all are withdrawn.
#[component]
fn Ask(desk: Desk) -> impl IntoView {
    let withdraw = move |_| {
        let code = desk.code();
        desk.asking.set(false);
        desk.ask(
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
            <button type="button" class="button" on:click=move |_| desk.asking.set(false)>
                {move || Vendor::Keep.say(language::current())}
            </button>
        </div>
    }
}
