//! How much is reasonable: per participant, and generously per address, since a whole town hall shares one.

use std::net::{IpAddr, Ipv4Addr};
use std::num::NonZeroU32;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use barometer_domain::refusal::Refusal;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, NotUntil, Quota, RateLimiter};

use super::App;
use crate::secrets::SlotId;

/// Passphrases and one-time links: so many tries a minute, by whomever.
const TRIES: u32 = 20;
/// Ballots and sealed names of one participant: so many at once, then one a second.
const SENDINGS: u32 = 100;
/// Newcomers from one address: so many at once, then twenty a second.
const NEWCOMERS: u32 = 2_000;
const NEWCOMERS_A_SECOND: u32 = 20;
/// Forgotten keys are swept out when there are more than these.
const SWEEP: usize = 50_000;

/// The limits of one server.
pub struct Limits {
    tries: DefaultDirectRateLimiter,
    sendings: DefaultKeyedRateLimiter<SlotId>,
    newcomers: DefaultKeyedRateLimiter<IpAddr>,
}

impl Default for Limits {
    fn default() -> Self {
        let number = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
        Self {
            tries: RateLimiter::direct(Quota::per_minute(number(TRIES))),
            sendings: RateLimiter::keyed(
                Quota::per_second(number(1)).allow_burst(number(SENDINGS)),
            ),
            newcomers: RateLimiter::keyed(
                Quota::per_second(number(NEWCOMERS_A_SECOND)).allow_burst(number(NEWCOMERS)),
            ),
        }
    }
}

impl Limits {
    /// Someone tries a passphrase or a one-time link.
    pub(super) fn trying(&self) -> Result<(), Refusal> {
        self.tries.check().map_err(|until| too_many(&until))
    }

    /// A participant sends something to be stored.
    pub(super) fn sending(&self, slot: &SlotId) -> Result<(), Refusal> {
        if self.sendings.len() > SWEEP {
            self.sendings.retain_recent();
        }
        self.sendings
            .check_key(slot)
            .map_err(|until| too_many(&until))
    }

    /// Someone new comes from an address.
    pub(super) fn coming(&self, from: Address) -> Result<(), Refusal> {
        if self.newcomers.len() > SWEEP {
            self.newcomers.retain_recent();
        }
        self.newcomers
            .check_key(&from.0)
            .map_err(|until| too_many(&until))
    }
}

fn too_many(until: &NotUntil<<DefaultClock as Clock>::Instant>) -> Refusal {
    let pause = until.wait_time_from(DefaultClock::default().now());
    Refusal::TooMany {
        retry_after_ms: u32::try_from(pause.as_millis()).unwrap_or(u32::MAX).max(1),
    }
}

/// Where a connection comes from; put into each request by the accept loop.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// Where a request comes from: the peer, or whom a proxy on this machine names last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Address(IpAddr);

impl FromRequestParts<App> for Address {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<Peer>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0);
        let named = parts
            .headers
            .get_all("x-forwarded-for")
            .iter()
            .next_back()
            .and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
        Ok(Self(named.filter(|_| peer.is_loopback()).unwrap_or(peer)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_hall_comes_in_at_once_and_one_participant_cannot_flood() {
        let limits = Limits::default();
        let hall = Address(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 7)));
        assert!((0..1_000).all(|_| limits.coming(hall).is_ok()));
        let sent = (0..300)
            .filter(|_| limits.sending(&[1; 16]).is_ok())
            .count();
        assert!((100..110).contains(&sent), "{sent}");
        assert!(
            limits.sending(&[2; 16]).is_ok(),
            "another participant is not held back"
        );
        assert!(
            matches!(limits.sending(&[1; 16]), Err(Refusal::TooMany { retry_after_ms }) if retry_after_ms <= 1_000)
        );
    }
}
