//! The live stream: the only `EventSource` and the only writer of live state.
//!
//! When to open, close and poll is decided by [`pace`], which is pure; this file only does it.

use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::sync::Arc;

use barometer_domain::financing::portfolio::Portfolio;
use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::refusal::Refusal;
use barometer_domain::view::{AudienceView, ConsoleView};
use barometer_domain::wire::Hello;
use barometer_json::FromJson;
use gloo_timers::callback::Interval;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventSource, MessageEvent, VisibilityState};

use crate::api::{self, Answer, ApiError, Operation, Timed};
use crate::json;
use crate::route::api as address;

mod pace;

pub use pace::{FollowerKind, LinkState};
use pace::{ReconnectAction, ReconnectPolicy};

/// How often [`Pace`] is asked whether something is due, in milliseconds.
const TICK_MS: u32 = 500;

/// Where a view comes from.
pub struct StreamSource<V> {
    events: String,
    view: Operation<V>,
}

impl StreamSource<AudienceView> {
    /// What a phone follows.
    pub fn phone(code: &WebinarCode) -> Self {
        Self {
            events: address::events(code),
            view: api::audience_view(code),
        }
    }

    /// What the projector follows.
    pub fn screen(code: &WebinarCode) -> Self {
        Self {
            events: address::screen_events(code),
            view: api::audience_view(code),
        }
    }
}

impl StreamSource<ConsoleView> {
    /// What the presenter's console follows.
    pub fn console(code: &WebinarCode) -> Self {
        Self {
            events: address::console_events(code),
            view: api::console_view(code),
        }
    }
}

impl StreamSource<Portfolio> {
    /// What the page of financing follows.
    pub fn financing() -> Self {
        Self {
            events: address::FINANCING_EVENTS.to_owned(),
            view: api::financing_now(),
        }
    }
}

/// A view that knows its place in the order of views.
pub trait SequencedView {
    /// Epoch and sequence number.
    fn view_sequence(&self) -> (u32, u64);
}

impl SequencedView for AudienceView {
    fn view_sequence(&self) -> (u32, u64) {
        (self.epoch, self.seq)
    }
}

impl SequencedView for ConsoleView {
    fn view_sequence(&self) -> (u32, u64) {
        self.audience.view_sequence()
    }
}

impl SequencedView for Portfolio {
    fn view_sequence(&self) -> (u32, u64) {
        (self.epoch, self.seq)
    }
}

/// What can be followed live.
pub trait StreamedView: SequencedView + FromJson + PartialEq + Send + Sync + 'static {}

impl<V: SequencedView + FromJson + PartialEq + Send + Sync + 'static> StreamedView for V {}

/// The newest view, and how fresh it is. The last view stays, whatever happens to the connection.
pub struct LiveView<V: StreamedView> {
    /// The newest view; `None` until the first one.
    pub view: ReadSignal<Option<Arc<V>>>,
    /// How the connection is.
    pub link: ReadSignal<LinkState>,
    /// Add this to the browser's clock for the server's, in milliseconds.
    pub server_offset_ms: ReadSignal<i64>,
    /// Why the server will not show the view to this browser, if that is so.
    pub refused: ReadSignal<Option<Refusal>>,
    set_view: WriteSignal<Option<Arc<V>>>,
    set_offset: WriteSignal<i64>,
}

impl<V: StreamedView> Clone for LiveView<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V: StreamedView> Copy for LiveView<V> {}

impl<V: StreamedView> LiveView<V> {
    /// Takes a view that came with an answer, unless a newer one is already here.
    pub fn accept(&self, view: V) {
        let is_news = self.view.with_untracked(|held| {
            held.as_deref().is_none_or(|held| {
                let ((epoch, seq), (new_epoch, new_seq)) =
                    (held.view_sequence(), view.view_sequence());
                (new_epoch != epoch || new_seq >= seq) && *held != view
            })
        });
        if is_news {
            self.set_view.set(Some(Arc::new(view)));
        }
    }

    /// Takes what the server's clock showed just now.
    pub fn set_clock(&self, clock: Millis) {
        self.set_offset.set(clock - now());
    }

    /// One that follows nobody: it shows what it is given.
    pub fn still() -> Self {
        let (view, set_view) = signal(None);
        let (server_offset_ms, set_offset) = signal(0);
        Self {
            view,
            link: signal(LinkState::Connecting).0,
            server_offset_ms,
            refused: signal(None).0,
            set_view,
            set_offset,
        }
    }

    /// The server's clock now.
    pub fn server_now(&self) -> Millis {
        now() + self.server_offset_ms.get_untracked()
    }
}

/// Follows `source` until the calling component is gone.
pub fn follow<V: StreamedView>(source: StreamSource<V>, who: FollowerKind) -> LiveView<V> {
    let (view, set_view) = signal(None);
    let (link, set_link) = signal(LinkState::Connecting);
    let (server_offset_ms, set_offset) = signal(0);
    let (refused, set_refused) = signal(None);
    let live = LiveView {
        view,
        link,
        server_offset_ms,
        refused,
        set_view,
        set_offset,
    };
    let follower = StreamFollower::start(source, who, live, set_link, set_refused);
    on_browser_events(&follower);
    StoredValue::new_local(follower);
    live
}

fn on_browser_events<V: StreamedView>(follower: &Rc<StreamFollower<V>>) {
    for event in ["visibilitychange", "pageshow", "online"] {
        let follower = StoredValue::new_local(Rc::downgrade(follower));
        let listener = window_event_listener_untyped(event, move |_| {
            let follower = follower.try_with_value(Weak::upgrade).flatten();
            if let Some(follower) = follower {
                follower.shown_or_hidden();
            }
        });
        on_cleanup(move || listener.remove());
    }
}

struct StreamFollower<V: StreamedView> {
    source: StreamSource<V>,
    live: LiveView<V>,
    set_link: WriteSignal<LinkState>,
    set_refused: WriteSignal<Option<Refusal>>,
    pace: RefCell<ReconnectPolicy>,
    stream: RefCell<Option<EventSource>>,
    on_event: Closure<dyn Fn(MessageEvent)>,
    on_error: Closure<dyn Fn(Event)>,
    _tick: Interval,
}

impl<V: StreamedView> StreamFollower<V> {
    fn start(
        source: StreamSource<V>,
        who: FollowerKind,
        live: LiveView<V>,
        set_link: WriteSignal<LinkState>,
        set_refused: WriteSignal<Option<Refusal>>,
    ) -> Rc<Self> {
        let follower = Rc::new_cyclic(|weak: &Weak<Self>| {
            let (on_event, on_error, on_tick) = (weak.clone(), weak.clone(), weak.clone());
            Self {
                source,
                live,
                set_link,
                set_refused,
                pace: RefCell::new(ReconnectPolicy::new(who, now())),
                stream: RefCell::new(None),
                on_event: Closure::new(move |event: MessageEvent| {
                    if let Some(follower) = on_event.upgrade() {
                        follower.on_message(&event);
                    }
                }),
                on_error: Closure::new(move |_: Event| {
                    if let Some(follower) = on_error.upgrade() {
                        follower.apply_policy(|pace| pace.failed(now(), js_sys::Math::random()));
                    }
                }),
                _tick: Interval::new(TICK_MS, move || {
                    if let Some(follower) = on_tick.upgrade() {
                        follower.apply_policy(|pace| pace.tick(now(), js_sys::Math::random()));
                    }
                }),
            }
        });
        follower.shown_or_hidden();
        follower
    }

    /// Lets the pace decide, then does what it says.
    fn apply_policy(self: &Rc<Self>, decide: impl FnOnce(&mut ReconnectPolicy) -> ReconnectAction) {
        let order = decide(&mut self.pace.borrow_mut());
        self.obey(order);
    }

    fn obey(self: &Rc<Self>, order: ReconnectAction) {
        if order.close || order.open {
            self.close();
        }
        if order.open {
            self.open_stream();
        }
        if order.poll {
            self.poll();
        }
        let link = self.pace.borrow().link(now());
        if self.live.link.get_untracked() != link {
            self.set_link.set(link);
        }
    }

    fn shown_or_hidden(self: &Rc<Self>) {
        let hidden = document().visibility_state() == VisibilityState::Hidden;
        self.apply_policy(|pace| {
            if hidden {
                pace.hidden()
            } else {
                pace.on_shown(now())
            }
        });
    }

    fn open_stream(&self) {
        let Ok(stream) = EventSource::new(&self.source.events) else {
            return;
        };
        let on_event = self.on_event.as_ref().unchecked_ref();
        for event in ["hello", "view", "ping"] {
            // Fails only for listeners that are no functions.
            let _ = stream.add_event_listener_with_callback(event, on_event);
        }
        stream.set_onerror(Some(self.on_error.as_ref().unchecked_ref()));
        self.stream.replace(Some(stream));
    }

    fn close(&self) {
        if let Some(stream) = self.stream.take() {
            stream.set_onerror(None);
            stream.close();
        }
    }

    fn on_message(self: &Rc<Self>, event: &MessageEvent) {
        self.apply_policy(|pace| pace.heard(now()));
        let Some(data) = event.data().as_string() else {
            return;
        };
        match event.type_().as_str() {
            "hello" => {
                if let Some(hello) = json::read::<Hello>(&data) {
                    self.live.set_clock(hello.now);
                }
            }
            "view" => {
                if let Some(view) = json::read::<V>(&data) {
                    self.set_refused.set(None);
                    self.live.accept(view);
                }
            }
            _ => {}
        }
    }

    fn poll(self: &Rc<Self>) {
        let follower = Rc::downgrade(self);
        let view = self.source.view.clone().timed();
        spawn_local(async move {
            let answer = view.await;
            if let Some(follower) = follower.upgrade() {
                follower.polled(answer);
            }
        });
    }

    fn polled(self: &Rc<Self>, answer: Answer<Timed<V>>) {
        let arrived = answer.is_ok();
        match answer {
            Ok(Timed(view, date)) => {
                if let Some(date) = date {
                    self.live.set_clock(date);
                }
                self.set_refused.set(None);
                self.live.accept(view);
            }
            Err(ApiError::Refused(refusal)) => self.set_refused.set(Some(refusal)),
            Err(ApiError::Offline) => {}
        }
        self.apply_policy(|pace| pace.polled(arrived));
    }
}

impl<V: StreamedView> Drop for StreamFollower<V> {
    fn drop(&mut self) {
        self.close();
    }
}

/// This device's clock; never sent anywhere, never an authority.
pub fn now() -> Millis {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 are whole and fit"
    )]
    let now = js_sys::Date::now() as Millis;
    now
}
