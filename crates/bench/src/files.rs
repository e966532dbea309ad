//! How many connections this machine lets one process hold.

use anyhow::Result;

/// Everything beside the phones: the presenter, the database, the runtime.
const OTHERS: u64 = 200;

/// Whether each of `phones` can hold a stream and a connection for its requests at the same time;
/// with room for the stream only, the other is opened for each request.
#[cfg(unix)]
pub(crate) fn suffice_for_two_each(phones: u32) -> Result<bool> {
    use anyhow::ensure;
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let phones = u64::from(phones);
    let limit = getrlimit(Resource::Nofile);
    // The servers inherit it.
    setrlimit(
        Resource::Nofile,
        Rlimit {
            current: limit.maximum,
            ..limit
        },
    )?;
    let most = limit.maximum.unwrap_or(u64::MAX);
    ensure!(
        most >= phones + phones / 4 + OTHERS,
        "{phones} voters need more than the {most} open files this machine allows (ulimit -Hn)"
    );
    Ok(most >= 2 * phones + OTHERS)
}

/// Elsewhere there is no such limit to ask for.
#[cfg(not(unix))]
pub(crate) fn suffice_for_two_each(_: u32) -> Result<bool> {
    Ok(true)
}
