//! The demo on its way into the database, and the links that are printed for people to click.

use std::fmt;
use std::time::Duration;

use barometer_domain::catalogue::Reality;
use barometer_domain::ids::WebinarCode;
use barometer_domain::route::Route;

use crate::demo::{DEMO_CODE, DEMO_FILE, DEMO_SECRET, DEMO_VENDOR};
use crate::import::{self, BadFile};
use crate::rooms::Crowd;
use crate::store::{Store, StoreError};

/// Makes sure the demo is there with its invented participants; ballots cast earlier are kept.
pub async fn load_demo(store: &Store, over: Duration) -> Result<Crowd, LoadDemo> {
    let code: WebinarCode = DEMO_CODE.parse().map_err(|_| LoadDemo::Code)?;
    let demo = import::read(
        DEMO_FILE.as_bytes(),
        code.clone(),
        DEMO_SECRET.into(),
        Reality::Demo,
    )?;
    let crowd = Crowd {
        members: demo.ballots,
        over,
    };
    if store.vendor_key().await?.is_none() {
        store
            .set_up_vendor(serde_json::from_str(DEMO_VENDOR)?)
            .await?;
    }
    if store.find(&code).await?.is_none()
        && let Some(webinar) = store.create(demo.webinar).await?
    {
        store
            .seat(webinar, crowd.seats(store.keys(), webinar))
            .await?;
        if let Some(key) = store.vendor_key().await? {
            let names = crowd.names(store.keys(), webinar, &code, &key);
            store.identify_all(webinar, names).await?;
        }
    }
    Ok(crowd)
}

/// Why the demo could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadDemo {
    /// The built-in code is none.
    #[error("the demo's code is not a code")]
    Code,
    /// The built-in file is wrong.
    #[error("the demo's file: {0}")]
    File(#[from] BadFile),
    /// The built-in key is wrong.
    #[error("the demo's key: {0}")]
    Key(#[from] serde_json::Error),
    /// Reading or writing the demo failed in the database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The links of presenter, projector and participants, as they are printed at the start.
pub struct PrintedLinks<'a> {
    /// The address people use, without a trailing slash.
    pub public_url: &'a str,
    /// The code that all three links end with or go through.
    pub code: &'a WebinarCode,
    /// What stands behind the `#` of the presenter's link.
    pub secret: &'a str,
}

impl fmt::Display for PrintedLinks<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            public_url,
            code,
            secret,
        } = self;
        let path = |page: fn(WebinarCode) -> Route| page((*code).clone()).path();
        let (presenter, screen) = (path(Route::Present), path(Route::Screen));
        let phone = path(Route::Phone);
        writeln!(
            f,
            "  Oplægsholder (Presenter)     {public_url}{presenter}#{secret}"
        )?;
        writeln!(f, "  Storskærm (Projector)        {public_url}{screen}")?;
        writeln!(f, "  Deltagere (Participants)     {public_url}{phone}")?;
        write!(f, "  Kode (Code)                  {}", code.spaced())
    }
}
