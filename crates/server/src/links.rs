//! The demo, and the links that are printed for people to click.

use std::fmt;
use std::time::Duration;

use barometer_domain::catalogue::Reality;
use barometer_domain::ids::WebinarCode;
use barometer_domain::vendor::{PublicKey, SetUp};

use crate::import::{self, BadFile};
use crate::rooms::Crowd;
use crate::store::{Store, StoreError};

/// The demo webinar, invented.
pub const DEMO_FILE: &str = include_str!("../demo/demo.json");
/// The demo's code: published, and therefore refused without `--demo`.
pub const DEMO_CODE: &str = "DEM234";
/// The demo's presenter secret: published too.
pub const DEMO_SECRET: &str = "demo-presenter";

/// The demo vendor's key, wrapped under [`DEMO_PASSPHRASE`]: everyone can open it.
pub const DEMO_VENDOR: &str = include_str!("../demo/vendor.json");

/// The demo vendor's passphrase: published.
pub const DEMO_PASSPHRASE: &str = "barometer til demo";

/// Whether this is the demo vendor's key, which everyone can open.
pub fn is_demo_key(key: &PublicKey) -> bool {
    serde_json::from_str::<SetUp>(DEMO_VENDOR).is_ok_and(|demo| demo.key == *key)
}

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
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A webinar's three links.
pub struct Links<'a> {
    /// The address people use.
    pub public_url: &'a str,
    /// The webinar's code.
    pub code: &'a WebinarCode,
    /// The presenter's secret.
    pub secret: &'a str,
}

impl fmt::Display for Links<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            public_url,
            code,
            secret,
        } = self;
        writeln!(
            f,
            "  Oplægsholder (Presenter)     {public_url}/w/{code}/present#{secret}"
        )?;
        writeln!(
            f,
            "  Storskærm (Projector)        {public_url}/w/{code}/screen"
        )?;
        writeln!(f, "  Deltagere (Participants)     {public_url}/w/{code}")?;
        write!(f, "  Kode (Code)                  {}", code.spaced())
    }
}
