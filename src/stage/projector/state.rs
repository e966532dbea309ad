//! What the projector's stages read: the view, its texts, and the server's clock.

use std::sync::Arc;
use std::time::Duration;

use barometer_domain::barometer::SignedRoot;
use barometer_domain::carrying::Carrying;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::view::AudienceView;
use barometer_domain::wire::WebinarInfo;
use barometer_kit::api::{self, pause_ms, retry_after_ms, until_answered};
use barometer_kit::live;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::address::typed_address;

/// How often clocks are looked at, in milliseconds; they show whole seconds.
const TICK: Duration = Duration::from_millis(250);

/// Everything a stage of the projector reads; the console's picture of the projector reads the same.
#[derive(Clone, Copy)]
pub struct ProjectorState {
    /// The view, once there is one.
    pub view: Signal<Option<Arc<AudienceView>>>,
    /// The texts of the webinar's requests, once they are there.
    pub catalogue: Signal<Option<Arc<Catalogue>>>,
    /// What the votes can carry, once it is asked for and here.
    pub carrying: Signal<Option<Arc<Carrying>>>,
    /// What anyone may know of the webinar.
    pub info: Signal<Option<Arc<WebinarInfo>>>,
    /// The server's clock, so that countdowns agree everywhere.
    pub now: Signal<Millis>,
    /// The webinar's code.
    pub code: StoredValue<WebinarCode>,
}

impl ProjectorState {
    /// Fetches what belongs to `view`; `offset` is how far the server's clock is ahead of ours. What the votes can carry is
    /// fetched once `asks_what_is_carried`, and anew in another round.
    pub fn follow_view(
        code: WebinarCode,
        view: Signal<Option<Arc<AudienceView>>>,
        offset: Signal<Millis>,
        asks_what_is_carried: Signal<bool>,
    ) -> Self {
        let round = Memo::new(move |_| {
            let asks = asks_what_is_carried.get();
            let round = view.with(|view| view.as_ref().map(|v| (v.epoch, v.barometer.round)));
            round.filter(|_| asks)
        });
        let hash = Memo::new(move |_| view.with(|view| view.as_ref().map(|v| v.catalogue.clone())));
        Self {
            view,
            catalogue: catalogue(&code, hash),
            carrying: carrying(&code, round),
            info: info(&code),
            now: clock(offset),
            code: StoredValue::new(code),
        }
    }

    /// Shows a view with the texts that are given beside it, on this device's clock.
    pub fn still(
        code: WebinarCode,
        view: Signal<Option<Arc<AudienceView>>>,
        catalogue: Signal<Option<Arc<Catalogue>>>,
    ) -> Self {
        Self {
            view,
            catalogue,
            carrying: Signal::stored(None),
            info: info(&code),
            now: clock(Signal::stored(0)),
            code: StoredValue::new(code),
        }
    }

    /// A value of view and texts that changes only when it is another; `None` until both are here.
    pub fn read<T>(
        self,
        read: impl Fn(&AudienceView, &Catalogue) -> Option<T> + Send + Sync + 'static,
    ) -> Memo<Option<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            let (view, catalogue) = (self.view.get()?, self.catalogue.get()?);
            read(&view, &catalogue)
        })
    }

    /// What the server signs with.
    pub fn signing_key(self) -> Signal<Option<String>> {
        Signal::derive(move || Some(self.info.get()?.signing_key.clone()))
    }

    /// The barometer's round, with what was fixed at its close.
    pub fn fixed_root(self) -> Signal<Option<(u32, SignedRoot)>> {
        self.read(|view, _| Some((view.barometer.round, view.root.clone()?)))
            .into()
    }

    /// Whether names are sealed to a vendor's key.
    pub fn seals_names(self) -> bool {
        let info = self.info.get();
        info.is_some_and(|info| info.vendor_key.is_some())
    }

    /// The address participants type, without what browsers add by themselves.
    pub fn address(self) -> Signal<String> {
        Signal::derive(move || {
            let info = self.info.get();
            info.map(|info| typed_address(&info.join_url))
                .unwrap_or_default()
        })
    }
}

/// The server's clock, looked at a few times a second.
pub fn clock(offset: Signal<Millis>) -> Signal<Millis> {
    let device = RwSignal::new(live::now());
    if let Ok(interval) = set_interval_with_handle(move || device.set(live::now()), TICK) {
        on_cleanup(move || interval.clear());
    }
    Signal::derive(move || device.get() + offset.get())
}

/// The texts under this hash; those of the one before stay until the new ones are here.
fn catalogue(code: &WebinarCode, hash: Memo<Option<String>>) -> Signal<Option<Arc<Catalogue>>> {
    let texts = RwSignal::new(None);
    let code = code.clone();
    Effect::new(move |_| {
        let Some(wanted) = hash.get() else { return };
        let code = code.clone();
        spawn_local(async move {
            let mut failures = 0;
            while hash.try_get_untracked().flatten().as_ref() == Some(&wanted) {
                match api::catalogue(&code, &wanted).await {
                    Ok(fetched) => {
                        texts.try_set(Some(Arc::new(fetched)));
                        return;
                    }
                    Err(error) => {
                        // The view names these texts, so even a refusal of them is not the last word.
                        let pause = retry_after_ms(&error, failures);
                        TimeoutFuture::new(pause.unwrap_or_else(|| pause_ms(failures, 0.5))).await;
                        failures += 1;
                    }
                }
            }
        });
    });
    texts.into()
}

/// What the votes of this round can carry, found once and the same ever after; nothing while no round is asked about.
fn carrying(code: &WebinarCode, round: Memo<Option<(u32, u32)>>) -> Signal<Option<Arc<Carrying>>> {
    let found = RwSignal::new(None);
    let code = code.clone();
    Effect::new(move |_| {
        found.set(None);
        let Some(wanted) = round.get() else { return };
        let code = code.clone();
        spawn_local(async move {
            let mut failures = 0;
            while round.try_get_untracked().flatten() == Some(wanted) {
                match api::carrying(&code).await {
                    Ok(fetched) => {
                        found.try_set(Some(Arc::new(fetched)));
                        return;
                    }
                    Err(error) => {
                        let pause = retry_after_ms(&error, failures);
                        TimeoutFuture::new(pause.unwrap_or_else(|| pause_ms(failures, 0.5))).await;
                        failures += 1;
                    }
                }
            }
        });
    });
    found.into()
}

fn info(code: &WebinarCode) -> Signal<Option<Arc<WebinarInfo>>> {
    let info = RwSignal::new(None);
    let code = code.clone();
    spawn_local(async move {
        if let Ok(fetched) = until_answered(api::webinar(&code), &|| ()).await {
            info.try_set(Some(Arc::new(fetched)));
        }
    });
    info.into()
}
