//! What of the demo is published, and therefore opens nothing but the demo.

use barometer_domain::vendor::{PublicKey, SetUp};

/// The demo webinar with its invented requests and ballots, in the format that `import` reads.
pub const DEMO_FILE: &str = include_str!("../demo/demo.json");
/// The demo's Strategic Development Forum, with days and requests to be written in.
pub const DEMO_FORUM: &str = include_str!("../demo/forum.json");
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
