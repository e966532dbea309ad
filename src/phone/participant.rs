//! Follows the presenter's stage, whatever it is; the vote comes first whenever it is open.

use std::sync::Arc;

use barometer_domain::catalogue::Catalogue;
use barometer_domain::ids::{Millis, RequestId, WebinarCode};
use barometer_domain::municipality::{self, Municipality};
use barometer_domain::view::{AudienceView, PhoneStage, Screen};
use barometer_domain::wire::{Me, Role, WebinarInfo};
use barometer_kit::api::{self, until_answered};
use barometer_kit::live::{self, FollowerKind, LinkState, LiveView, StreamSource};
use barometer_kit::ui::banner::banner;
use barometer_kit::ui::gauge_logo::gauge_logo;
use barometer_kit::{format, language};
use barometer_text::Language;
use barometer_text::phone::PhoneText;
use barometer_text::shared::SharedText;
use gloo_timers::callback::Interval;
use leptos::prelude::*;

use super::announcer::{AnnouncementTiming, LiveAnnouncer};
use super::ballot_box::{BallotSending, SendError};
use super::keeper::RollFinding;
use super::outbox::BallotOutbox;
use super::pending_interest::PendingInterest;
use super::stages::{self, StagePage};
use super::webinar::PrefetchedPage;
use super::{focus, sentence, set_title, spawn_task};

/// How often a running countdown looks at the clock, in milliseconds.
const LOOK_MS: u32 = 250;

/// The webinar from the inside: what comes live, and what is this participant's own.
#[derive(Clone, Copy)]
pub(super) struct ParticipantPage {
    pub(super) live: LiveView<AudienceView>,
    pub(super) state: RwSignal<ParticipantState>,
    pub(super) behind: StoredValue<HiddenState, LocalStorage>,
    /// Back to the form.
    pub(super) on_leave: Callback<()>,
}

/// What is drawn beside the view.
pub(super) struct ParticipantState {
    pub(super) info: WebinarInfo,
    pub(super) me: Me,
    pub(super) catalogue: Option<Arc<Catalogue>>,
    pub(super) outbox: BallotOutbox,
    pub(super) trouble: Option<SendError>,
    /// Whether the last tap on the ballot was one too many.
    pub(super) over_limit: bool,
    /// Whether "send" was pressed with nothing ticked.
    pub(super) nothing_ticked: bool,
    /// Where the slider of a request stands, once moved.
    pub(super) slider: Option<SliderPosition>,
    pub(super) wish: Option<PendingInterest>,
    /// Where the person went by themselves, beside what the screen shows.
    pub(super) detour: Option<OwnDetour>,
    /// What has become of the ballot.
    pub(super) found: Option<RollFinding>,
    /// The four words of the vendor's key; empty until they are known.
    pub(super) words: String,
    /// The four words of all votes; empty until the vote is closed.
    pub(super) vote_words: String,
    /// How often names were looked at, as the keeper says it; empty until asked.
    pub(super) look_ups: String,
    /// Whether the vote began to close before the name was handed in.
    pub(super) name_late: bool,
    /// What is wrong with the name's way.
    pub(super) note: Option<PhoneText<'static>>,
    /// What the live region says.
    pub(super) said: String,
    /// The server's clock, while a countdown runs.
    pub(super) now: Millis,
}

/// Where the person went by themselves at the last stages; it ends when the presenter says thanks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct OwnDetour {
    /// To one of the requests; `None` for all of them.
    pub(super) to: Option<RequestId>,
    /// Whether the screen said thanks already.
    from_thanks: bool,
}

/// Where a request's slider was moved to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct SliderPosition {
    pub(super) request: RequestId,
    /// Where the projector stood then; once it stands elsewhere, the slider follows it again.
    pub(super) from: u32,
    pub(super) count: u32,
}

#[derive(Default)]
pub(super) struct HiddenState {
    pub(super) announcer: LiveAnnouncer,
    pub(super) post: BallotSending,
    /// The round whose roll was looked through.
    pub(super) looked_for: Option<u32>,
    /// The signature of the root that was remembered last.
    pub(super) remembered: String,
    /// Whether the name is on its way, or was.
    pub(super) is_named: bool,
    /// Whether names stay as they are, as the keeper was told last.
    pub(super) are_names_frozen: bool,
    catalogue: String,
    clock: Option<Interval>,
    told: LastAnnouncement,
}

/// What the person has been told last.
#[derive(Default)]
struct LastAnnouncement {
    shown: Option<PhoneStage>,
    turned: bool,
    heading: String,
    status: String,
}

/// What a stage may look at.
pub(super) struct StageContext<'a> {
    pub(super) following: ParticipantPage,
    pub(super) language: Language,
    pub(super) state: &'a ParticipantState,
    pub(super) view: &'a AudienceView,
    pub(super) texts: &'a Catalogue,
}

impl StageContext<'_> {
    /// Whether this participant may vote and speak for a municipality.
    pub(super) fn is_voter(&self) -> bool {
        matches!(self.state.me.role, Role::Voter { .. })
    }

    /// The municipality this participant speaks for.
    pub(super) fn own(&self) -> Option<&'static Municipality> {
        match self.state.me.role {
            Role::Voter { municipality } => municipality::by_code(municipality),
            Role::Observer => None,
        }
    }

    /// "Aabenraa Kommune", or "Ser kun med"; nothing of who never joined, and reads the result afterwards.
    pub(super) fn who(&self) -> String {
        if self.state.me.is_newcomer() {
            return String::new();
        }
        let message = self
            .own()
            .map_or(PhoneText::Watching, |found| PhoneText::InFull(found.name));
        message.say(self.language)
    }

    /// "2. runde · " once there was another round; else nothing.
    pub(super) fn round(&self) -> String {
        match self.view.barometer.earlier_rounds {
            0 => String::new(),
            before => SharedText::Round(before.saturating_add(1)).say(self.language) + " · ",
        }
    }

    /// Those who share the last place are still to be decided among: said on top of what comes after the result.
    fn with_open_tie(&self, shown: PhoneStage, mut page: StagePage) -> StagePage {
        if self.view.tie_open && matches!(shown, PhoneStage::Financing | PhoneStage::Thanks) {
            let open = PhoneText::NoCleanCut.say(self.language);
            let open = view! { <p class="notice amber">{open}</p> }.into_any();
            page.main.insert(0, open);
        }
        page
    }

    /// Where the person went by themselves, as far as that is still there.
    pub(super) fn detour(&self) -> Option<OwnDetour> {
        let is_thanks = matches!(self.view.screen, Screen::Thanks { .. });
        let detour = self.state.detour?;
        let holds = !self.view.requests.is_empty() && (detour.from_thanks || !is_thanks);
        Some(detour).filter(|_| holds)
    }

    fn draw_stage(&self) -> (PhoneStage, StagePage) {
        let shown = PhoneStage::of(self.view);
        let own_way = self.detour().filter(|_| shown != PhoneStage::Ballot);
        if let Some(detour) = own_way {
            if let Some((request, page)) = detour.to.and_then(|to| stages::opened(self, to)) {
                return (PhoneStage::Request(request), page);
            }
            if matches!(shown, PhoneStage::Request(_) | PhoneStage::Blank) {
                return (PhoneStage::Financing, stages::all_requests(self));
            }
        }
        let page = match (shown, &self.view.screen) {
            (PhoneStage::Ballot, _) => stages::ballot(self),
            (PhoneStage::BeforeVote, _) => stages::before_vote(self),
            (PhoneStage::Closed, _) => stages::closed(self),
            (PhoneStage::Thanks, _) | (_, Screen::Thanks { .. }) => stages::thanks(self),
            (_, Screen::Blank | Screen::Barometer) => stages::blank(self),
            (_, Screen::Welcome) => stages::welcome(self),
            (_, Screen::Survey { .. }) => stages::survey(self),
            (_, Screen::Financing(_)) if !self.view.requests.is_empty() => {
                stages::all_requests(self)
            }
            (_, Screen::Ongoing(page) | Screen::Financing(page)) => stages::financing(self, page),
            (_, Screen::Candidate { candidate }) => stages::candidate(self, *candidate),
            (_, Screen::Result(result)) => stages::result(self, result),
            (_, Screen::Request(view)) => stages::request(self, view),
        };
        (shown, self.with_open_tie(shown, page))
    }
}

/// The webinar, from the inside; `on_leave` when the form is wanted, or needed, again.
pub(super) fn participant_page(
    info: WebinarInfo,
    me: Me,
    ahead: PrefetchedPage,
    on_leave: Callback<()>,
) -> AnyView {
    let live = live::follow::<AudienceView>(StreamSource::phone(&info.code), FollowerKind::Phone);
    let following = ParticipantPage::new(info, me, live, on_leave);
    following.watch_ballot();
    following.begin(ahead);
    Effect::new(move || following.on_view());
    (move || following.draw_page()).into_any()
}

impl ParticipantPage {
    pub(super) fn new(
        info: WebinarInfo,
        me: Me,
        live: LiveView<AudienceView>,
        on_leave: Callback<()>,
    ) -> Self {
        Self {
            live,
            state: RwSignal::new(ParticipantState {
                info,
                me,
                catalogue: None,
                outbox: BallotOutbox::default(),
                trouble: None,
                over_limit: false,
                nothing_ticked: false,
                slider: None,
                wish: None,
                detour: None,
                found: None,
                words: String::new(),
                vote_words: String::new(),
                look_ups: String::new(),
                name_late: false,
                note: None,
                said: String::new(),
                now: 0,
            }),
            behind: StoredValue::new_local(HiddenState::default()),
            on_leave,
        }
    }

    /// Draws what was fetched ahead; nobody waits for the stream to open.
    fn begin(self, ahead: PrefetchedPage) {
        ahead.update_value(|first| {
            if let Some((hash, catalogue)) = &first.catalogue {
                self.behind
                    .update_value(|behind| behind.catalogue.clone_from(hash));
                self.state.write_untracked().catalogue = Some(Arc::clone(catalogue));
            }
            if let Some((view, clock)) = first.view.take() {
                if let Some(clock) = clock {
                    self.live.set_clock(clock);
                }
                self.live.accept(view);
            }
        });
    }

    pub(super) fn code(self) -> WebinarCode {
        self.state.read_untracked().info.code.clone()
    }

    /// Does what a new view asks for beside being drawn.
    fn on_view(self) {
        let Some(view) = self.live.view.get() else {
            return;
        };
        self.fetch_catalogue(&view.catalogue);
        let first = !self.has_entered();
        if self.open_round(view.barometer.round) && !self.state.read_untracked().me.is_newcomer() {
            let me = self.state.read_untracked().me.clone();
            if first && me.round == view.barometer.round {
                self.reconcile(&me);
            } else {
                self.ask_who_i_am();
            }
        }
        self.look_after_name(view.barometer.phase);
        self.remember_root(&view);
        let result = match &view.screen {
            Screen::Result(result) => Some(result),
            _ => view.final_result.as_ref(),
        };
        if let Some(result) = result {
            self.look_for_ballot(&view, result);
        }
        if view.ended || matches!(view.screen, Screen::Thanks { .. }) {
            self.ask_for_look_ups(&view);
        }
        self.phase(view.barometer.phase);
        self.run_clock(view.barometer.ends_at.is_some());
    }

    /// The texts that the view refers to.
    fn fetch_catalogue(self, hash: &str) {
        if self.behind.with_value(|behind| behind.catalogue == hash) {
            return;
        }
        self.behind
            .update_value(|behind| hash.clone_into(&mut behind.catalogue));
        let (code, hash) = (self.code(), hash.to_owned());
        spawn_task(Box::pin(async move {
            let found = until_answered(api::catalogue(&code, &hash), &|| ()).await;
            if let (Ok(catalogue), Some(mut state)) = (found, self.state.try_write()) {
                state.catalogue = Some(Arc::new(catalogue));
            }
        }));
    }

    /// After a barometer started anew: the session may be gone with it.
    fn ask_who_i_am(self) {
        let code = self.code();
        spawn_task(Box::pin(async move {
            let answer = until_answered(api::me(&code), &|| ()).await;
            match answer {
                _ if self.state.is_disposed() => {}
                Ok(me) => {
                    self.reconcile(&me);
                    self.state.write().me = me;
                }
                Err(_) => self.on_leave.run(()),
            }
        }));
    }

    /// Goes to one of the requests, or to all of them.
    pub(super) fn go_to(self, to: Option<RequestId>) {
        let screen = self.live.view.read_untracked();
        let screen = screen.as_ref().map(|view| &view.screen);
        let from_thanks = matches!(screen, Some(Screen::Thanks { .. }));
        self.state.write().detour = Some(OwnDetour { to, from_thanks });
    }

    fn run_clock(self, runs: bool) {
        if runs == self.behind.with_value(|behind| behind.clock.is_some()) {
            return;
        }
        let look = move || self.state.write().now = self.live.server_now();
        look();
        let clock = runs.then(|| Interval::new(LOOK_MS, look));
        self.behind.update_value(|behind| behind.clock = clock);
    }

    pub(super) fn draw_page(self) -> AnyView {
        let lost = matches!(self.live.link.get(), LinkState::Stale { .. });
        let language = language::current();
        let lost = lost.then(|| SharedText::Reconnecting.say(language));
        let state = &*self.state.read();
        let note = state.note.map(|note| note.say(language));
        let banner = banner(lost.into_iter().chain(note).collect(), true);
        let said = view! {
            <p class="visually-hidden" role="status">
                {state.said.clone()}
            </p>
        }
        .into_any();
        let (Some(view), Some(texts)) = (self.live.view.get(), &state.catalogue) else {
            return vec![banner, loading(&state.info), said].into_any();
        };
        let seen = StageContext {
            following: self,
            language,
            state,
            view: &view,
            texts,
        };
        let (shown, page) = seen.draw_stage();
        let turned = self.announce_stage(shown, &page);
        let page = stages::frame(&seen, page);
        // Another type is drawn anew instead of patched: a new page keeps nothing of the one before.
        let page = if turned { page } else { (page, ()).into_any() };
        vec![banner, page, said].into_any()
    }

    /// What is said of the person's last press is said once more, for they pressed again.
    pub(super) fn say_again(self) {
        self.behind
            .update_value(|behind| behind.told.status.clear());
    }

    /// Sets the document's title, the focus and the live region after what is drawn. The answer flips with each new
    /// page: a page of the other kind is drawn anew, one of the same kind is patched.
    fn announce_stage(self, shown: PhoneStage, page: &StagePage) -> bool {
        let (mut turned, mut news) = (false, None);
        self.behind.update_value(|behind| {
            let told = &mut behind.told;
            let heading = format::without_soft_hyphens(&page.heading);
            let is_named_anew = told.heading != page.heading;
            if told.shown != Some(shown) {
                told.turned = !told.turned;
                told.shown = Some(shown);
                news = Some((AnnouncementTiming::Page, heading));
            } else if is_named_anew {
                news = Some((AnnouncementTiming::News, heading));
            } else if told.status != page.status && !page.status.is_empty() {
                news = Some((AnnouncementTiming::Answer, page.status.clone()));
            }
            if is_named_anew {
                set_title(&page.heading);
                told.heading.clone_from(&page.heading);
            }
            told.status.clone_from(&page.status);
            turned = told.turned;
        });
        if let Some((why, message)) = news {
            self.announce(why, message);
        }
        turned
    }
}

/// The focus goes to the new page's heading, unless the person is typing or choosing; whether it went there.
pub(super) fn focus_heading() -> bool {
    let focused = document().active_element();
    let is_busy = focused.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA")
    });
    if !is_busy {
        focus(stages::HEADING);
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
    !is_busy
}

/// While the first view or its texts are fetched.
fn loading(info: &WebinarInfo) -> AnyView {
    view! {
        <main class="entry">
            {gauge_logo()} <h1>{format::with_soft_hyphens(&info.title)}</h1>
            <p class="muted">{sentence(PhoneText::Loading)}</p>
        </main>
    }
    .into_any()
}
