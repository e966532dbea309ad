//! Follows the presenter's stage, whatever it is; the vote comes first whenever it is open.

use std::sync::Arc;

use barometer_domain::barometer::{BarometerView, Phase};
use barometer_domain::catalogue::Catalogue;
use barometer_domain::ids::{CandidateId, RequestId, WebinarCode};
use barometer_domain::municipality;
use barometer_domain::view::{AudienceView, Screen};
use barometer_domain::wire::{Me, Role, WebinarInfo};
use barometer_text::phone::Phone;
use barometer_text::shared::Shared;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::announcer::Announcer;
use super::ballot_box::{BallotBox, Trouble};
use super::stages;
use super::webinar::persist;
use crate::api::{self, ApiError};
use crate::language;
use crate::live::{self, Link, Live, Source, Who};
use crate::ui::banner::Banner;

/// What every stage may look at.
#[derive(Clone, Copy)]
pub(super) struct Following {
    pub(super) info: StoredValue<WebinarInfo>,
    pub(super) me: RwSignal<Option<Me>>,
    /// Whether this participant may vote and speak for a municipality.
    voter: Memo<bool>,
    pub(super) live: Live<AudienceView>,
    pub(super) catalogue: RwSignal<Option<Arc<Catalogue>>>,
    pub(super) barometer: Memo<BarometerView>,
    pub(super) screen: Memo<Screen>,
    pub(super) ballot: BallotBox,
    /// Whether the last tap on the ballot was one too many.
    pub(super) over_limit: RwSignal<bool>,
    pub(super) announcer: Announcer,
    /// Back to the form.
    pub(super) on_leave: Callback<()>,
}

/// What the phone shows. A change of it is a new page; anything else changes within the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Loading,
    Blank,
    Welcome,
    Ongoing,
    Candidate(CandidateId),
    BeforeVote,
    Ballot,
    Closed,
    Result,
    Financing,
    Request(RequestId),
    Thanks,
}

/// The vote while it is open, whatever the presenter's screen shows; else that.
fn shown(screen: &Screen, phase: Phase) -> Shown {
    if phase.takes_ballots() {
        return Shown::Ballot;
    }
    match screen {
        Screen::Blank => Shown::Blank,
        Screen::Welcome => Shown::Welcome,
        Screen::Ongoing(_) => Shown::Ongoing,
        Screen::Candidate { candidate } => Shown::Candidate(*candidate),
        Screen::Barometer if phase == Phase::Draft => Shown::BeforeVote,
        Screen::Barometer => Shown::Closed,
        Screen::Result(_) if phase == Phase::Draft => Shown::BeforeVote,
        Screen::Result(_) if phase < Phase::Revealed => Shown::Closed,
        Screen::Result(_) => Shown::Result,
        Screen::Financing(_) => Shown::Financing,
        Screen::Request(view) => Shown::Request(view.financing.request),
        Screen::Thanks { .. } => Shown::Thanks,
    }
}

impl Following {
    fn new(info: WebinarInfo, me: RwSignal<Option<Me>>, on_leave: Callback<()>) -> Self {
        let live = live::follow::<AudienceView>(Source::phone(&info.code), Who::Phone);
        let view = live.view;
        Self {
            me,
            voter: Memo::new(move |_| {
                let role = me.with(|me| me.as_ref().map(|me| me.role));
                matches!(role, Some(Role::Voter { .. }))
            }),
            live,
            catalogue: RwSignal::new(None),
            barometer: Memo::new(move |_| {
                view.with(|view| view.as_ref().map(|view| view.barometer))
                    .unwrap_or_default()
            }),
            screen: Memo::new(move |_| {
                view.with(|view| view.as_ref().map(|view| view.screen.clone()))
                    .unwrap_or(Screen::Blank)
            }),
            ballot: BallotBox::new(info.code.clone()),
            over_limit: RwSignal::new(false),
            announcer: Announcer::new(),
            on_leave,
            info: StoredValue::new(info),
        }
    }

    fn code(self) -> WebinarCode {
        self.info.with_value(|info| info.code.clone())
    }

    /// Whether this participant may vote and speak for a municipality.
    pub(super) fn is_voter(self) -> bool {
        self.voter.get()
    }

    /// "Aabenraa Kommune", or "Ser kun med".
    pub(super) fn who(self) -> String {
        let language = language::current();
        let role = self.me.with(|me| me.as_ref().map(|me| me.role));
        let name = match role {
            Some(Role::Voter { municipality }) => municipality::by_code(municipality),
            Some(Role::Observer) | None => None,
        };
        name.map_or(Phone::Watching, |municipality| {
            Phone::InFull(municipality.name)
        })
        .say(language)
    }

    /// Looks `read` up in the catalogue; empty while that is not here.
    pub(super) fn text<T: Default>(self, read: impl FnOnce(&Catalogue) -> Option<T>) -> T {
        let found = self.catalogue.with(|all| all.as_deref().and_then(read));
        found.unwrap_or_default()
    }

    fn shown(self) -> Shown {
        let here = self.live.view.with(Option::is_some) && self.catalogue.with(Option::is_some);
        if here {
            self.screen
                .with(|screen| shown(screen, self.barometer.get().phase))
        } else {
            Shown::Loading
        }
    }

    /// Says "Vi vil gerne være med"; whether that came through.
    pub(super) async fn want(self, request: RequestId) -> bool {
        match api::interest(&self.code(), request).await {
            Ok(mine) => {
                self.me.try_set(Some(mine));
                true
            }
            Err(ApiError::Refused(barometer_domain::refusal::Refusal::NotJoined)) => {
                self.on_leave.run(());
                false
            }
            Err(_) => false,
        }
    }

    /// The catalogue that the view refers to.
    fn fetch_catalogue(self) {
        let hash = Memo::new(move |_| {
            let view = self.live.view.get();
            view.map(|view| view.catalogue.clone())
        });
        Effect::new(move || {
            let Some(hash) = hash.get() else { return };
            let code = self.code();
            spawn_local(async move {
                let found = persist(|| api::catalogue(&code, &hash), || ()).await;
                if let Ok(catalogue) = found {
                    self.catalogue.try_set(Some(Arc::new(catalogue)));
                }
            });
        });
    }

    /// Each round has its ballot, and each participant what the server holds for them.
    fn keep_ballot(self) {
        let round = Memo::new(move |_| {
            let here = self.live.view.with(Option::is_some);
            here.then(|| self.barometer.get().round)
        });
        Effect::new(move |before: Option<Option<u32>>| {
            let round = round.get();
            if let Some(round) = round {
                self.ballot.enter(round);
                let known = self.me.with_untracked(|me| me.as_ref().map(|me| me.round));
                match known {
                    Some(known) if known == round && before.flatten().is_none() => {
                        self.me.with_untracked(|me| {
                            if let Some(me) = me {
                                self.ballot.learn(me);
                            }
                        });
                    }
                    _ => self.ask_who_i_am(),
                }
            }
            round
        });
        Effect::new(move || self.ballot.phase(self.barometer.get().phase));
        Effect::new(move || {
            if self.ballot.trouble() == Some(Trouble::NotJoined) {
                self.on_leave.run(());
            }
        });
    }

    /// After a barometer started anew: the session may be gone with it.
    fn ask_who_i_am(self) {
        let code = self.code();
        spawn_local(async move {
            match persist(|| api::me(&code), || ()).await {
                Ok(mine) => {
                    self.ballot.learn(&mine);
                    self.me.try_set(Some(mine));
                }
                Err(_) => self.on_leave.run(()),
            }
        });
    }
}

/// The webinar, from the inside.
#[component]
pub(super) fn Follow(
    /// The webinar.
    info: WebinarInfo,
    /// The participant's own things.
    me: RwSignal<Option<Me>>,
    /// Called when the form is wanted, or needed, again.
    on_leave: Callback<()>,
) -> impl IntoView {
    let following = Following::new(info, me, on_leave);
    following.fetch_catalogue();
    following.keep_ballot();
    let lost = Signal::derive(move || match following.live.link.get() {
        Link::Stale { .. } => vec![Shared::Reconnecting.say(language::current())],
        Link::Connecting | Link::Live | Link::Polling => Vec::new(),
    });
    let shown = Memo::new(move |_| following.shown());
    view! {
        <Banner lines=lost quiet=true />
        {move || page(shown.get(), following)}
        <p class="visually-hidden" role="status">
            {move || following.announcer.said()}
        </p>
    }
}

fn page(shown: Shown, following: Following) -> AnyView {
    use stages::{
        Ballot, BeforeVote, Blank, Candidate, Closed, FinancingList, Loading, Request, Result,
        Thanks, Welcome,
    };
    match shown {
        Shown::Loading => view! { <Loading following /> }.into_any(),
        Shown::Blank => view! { <Blank following /> }.into_any(),
        Shown::Welcome => view! { <Welcome following /> }.into_any(),
        Shown::Ongoing => view! { <FinancingList following ongoing=true /> }.into_any(),
        Shown::Candidate(candidate) => view! { <Candidate following candidate /> }.into_any(),
        Shown::BeforeVote => view! { <BeforeVote following /> }.into_any(),
        Shown::Ballot => view! { <Ballot following /> }.into_any(),
        Shown::Closed => view! { <Closed following /> }.into_any(),
        Shown::Result => view! { <Result following /> }.into_any(),
        Shown::Financing => view! { <FinancingList following ongoing=false /> }.into_any(),
        Shown::Request(request) => view! { <Request following request /> }.into_any(),
        Shown::Thanks => view! { <Thanks following /> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vote_comes_first_whatever_the_screen_shows() {
        for screen in [Screen::Blank, Screen::Welcome, Screen::Barometer] {
            assert_eq!(shown(&screen, Phase::Open), Shown::Ballot);
            assert_eq!(shown(&screen, Phase::Closing), Shown::Ballot);
        }
        assert_eq!(shown(&Screen::Blank, Phase::Closed), Shown::Blank);
    }

    #[test]
    fn before_and_after_the_vote() {
        assert_eq!(shown(&Screen::Barometer, Phase::Draft), Shown::BeforeVote);
        assert_eq!(shown(&Screen::Barometer, Phase::Closed), Shown::Closed);
        assert_eq!(shown(&Screen::Barometer, Phase::Revealed), Shown::Closed);
    }
}
