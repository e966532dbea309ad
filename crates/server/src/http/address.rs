//! Where a request comes from: the connection's peer, or whom a trusted proxy names.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;
use std::sync::{Arc, Once};

use axum::extract::{FromRef, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

use super::{AppState, Site};

/// The other end of a connection; put into each request by the accept loop.
#[derive(Clone, Copy, Debug)]
pub struct PeerAddress(pub IpAddr);

/// Where a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ClientAddress(IpAddr);

/// What shares one budget: an IPv4 address, or the first 64 bits of an IPv6 address, which one subscriber has whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ClientNetwork(IpAddr);

impl ClientAddress {
    /// An address, an IPv4 one in its shortest form.
    pub(super) fn from_ip(address: IpAddr) -> Self {
        Self(address.to_canonical())
    }

    pub(super) fn network(self) -> ClientNetwork {
        ClientNetwork(match self.0 {
            IpAddr::V4(_) => self.0,
            IpAddr::V6(address) => {
                let prefix = address.to_bits() >> 64 << 64;
                IpAddr::V6(Ipv6Addr::from_bits(prefix))
            }
        })
    }
}

impl FromRequestParts<AppState> for ClientAddress {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<PeerAddress>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0);
        let site = Arc::<Site>::from_ref(app);
        Ok(site.trusted_proxies.address(peer, &parts.headers))
    }
}

/// The proxies whose `X-Forwarded-For` is believed; what anyone else says in it is ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<AddressBlock>);

/// An address, or all that begin with the same bits (CIDR, RFC 4632).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct AddressBlock {
    address: IpAddr,
    bits: u32,
}

/// What is neither an address nor a block of them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is neither an IP address nor a block like 10.0.0.0/8; separate several by commas, or say none"
)]
pub struct NotAProxy(String);

impl TrustedProxies {
    /// The right-most address that no trusted proxy stands behind: what comes further left, anyone can have written.
    fn address(&self, peer: IpAddr, headers: &HeaderMap) -> ClientAddress {
        let mut address = ClientAddress::from_ip(peer);
        let named = headers.get_all("x-forwarded-for");
        if !self.0.is_empty() && !self.trusts(address) && named.iter().next().is_some() {
            warn_once();
        }
        let lines: Vec<&str> = named.iter().filter_map(|line| line.to_str().ok()).collect();
        let mut hops = lines.iter().rev().flat_map(|line| line.rsplit(','));
        while self.trusts(address) {
            match hops.next().and_then(read_hop) {
                Some(hop) => address = ClientAddress::from_ip(hop),
                None => break,
            }
        }
        address
    }

    pub(super) fn trusts(&self, address: ClientAddress) -> bool {
        self.0.iter().any(|block| block.holds(address.0))
    }
}

impl FromStr for TrustedProxies {
    type Err = NotAProxy;

    /// Reads addresses and blocks separated by commas; nothing or `none` trusts nobody.
    fn from_str(text: &str) -> Result<Self, NotAProxy> {
        if text.trim().is_empty() || text.trim() == "none" {
            return Ok(Self::default());
        }
        text.split(',').map(|part| part.trim().parse()).collect()
    }
}

impl FromIterator<AddressBlock> for TrustedProxies {
    fn from_iter<T: IntoIterator<Item = AddressBlock>>(blocks: T) -> Self {
        Self(blocks.into_iter().collect())
    }
}

impl FromStr for AddressBlock {
    type Err = NotAProxy;

    fn from_str(text: &str) -> Result<Self, NotAProxy> {
        let wrong = || NotAProxy(text.to_owned());
        let (address, bits) = text.split_once('/').unwrap_or((text, ""));
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = match bits {
            "" if !text.contains('/') => most,
            bits => bits.parse().map_err(|_| wrong())?,
        };
        if bits > most {
            return Err(wrong());
        }
        Ok(Self { address, bits })
    }
}

impl AddressBlock {
    fn holds(self, address: IpAddr) -> bool {
        // A shift by all bits leaves none to differ.
        let differ = match (self.address, address) {
            (IpAddr::V4(block), IpAddr::V4(address)) => (block.to_bits() ^ address.to_bits())
                .checked_shr(32 - self.bits)
                .map(u128::from),
            (IpAddr::V6(block), IpAddr::V6(address)) => {
                (block.to_bits() ^ address.to_bits()).checked_shr(128 - self.bits)
            }
            _ => Some(1),
        };
        differ.unwrap_or(0) == 0
    }
}

/// An address as proxies write it: bare, with a port, or in brackets.
fn read_hop(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    let bare = bare.unwrap_or(text).parse().ok();
    bare.or_else(|| text.parse::<SocketAddr>().ok().map(|socket| socket.ip()))
}

/// A proxy that is not named makes all its people one address, which its operator should know.
fn warn_once() {
    static WARNED: Once = Once::new();
    WARNED.call_once(|| {
        tracing::warn!(
            "X-Forwarded-For came from an address that TRUSTED_PROXIES does not name, and was ignored: \
             if that is your proxy, name it"
        );
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(trusted: &str, peer: &str, named: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in named {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        let trusted: TrustedProxies = trusted.parse().unwrap();
        let ClientAddress(address) = trusted.address(peer.parse().unwrap(), &headers);
        address.to_string()
    }

    #[test]
    fn the_right_most_hop_that_is_no_trusted_proxy_counts() {
        for (trusted, peer, named, expected) in [
            (
                "127.0.0.1",
                "127.0.0.1",
                &["198.51.100.7"][..],
                "198.51.100.7",
            ),
            // What a client wrote itself stands further left.
            (
                "127.0.0.1",
                "127.0.0.1",
                &["203.0.113.9, 198.51.100.7"],
                "198.51.100.7",
            ),
            (
                "127.0.0.1",
                "127.0.0.1",
                &["203.0.113.9", "198.51.100.7"],
                "198.51.100.7",
            ),
            // A proxy on another machine, and one behind another.
            ("10.0.0.0/8", "10.1.2.3", &["198.51.100.7"], "198.51.100.7"),
            (
                "10.0.0.0/8,127.0.0.1",
                "127.0.0.1",
                &["198.51.100.7, 10.9.9.9"],
                "198.51.100.7",
            ),
            // Nobody else is believed.
            ("127.0.0.1", "10.1.2.3", &["198.51.100.7"], "10.1.2.3"),
            ("none", "127.0.0.1", &["198.51.100.7"], "127.0.0.1"),
            ("", "127.0.0.1", &["198.51.100.7"], "127.0.0.1"),
            // With nothing to read, the proxy itself counts.
            ("127.0.0.1", "127.0.0.1", &[], "127.0.0.1"),
            (
                "127.0.0.1",
                "127.0.0.1",
                &["198.51.100.7, unknown"],
                "127.0.0.1",
            ),
            // As proxies write them.
            ("::1", "::1", &["[2001:db8::7]:4711"], "2001:db8::7"),
            ("::1", "::1", &["[2001:db8::7]"], "2001:db8::7"),
            (
                "127.0.0.1",
                "::ffff:127.0.0.1",
                &["198.51.100.7:4711"],
                "198.51.100.7",
            ),
            (
                "2001:db8:1::/48",
                "2001:db8:1:2::3",
                &["198.51.100.7"],
                "198.51.100.7",
            ),
            (
                "2001:db8:1::/48",
                "2001:db8:2::3",
                &["198.51.100.7"],
                "2001:db8:2::3",
            ),
            ("0.0.0.0/0", "192.0.2.1", &["198.51.100.7, x"], "192.0.2.1"),
        ] {
            assert_eq!(
                address(trusted, peer, named),
                expected,
                "{trusted} {peer} {named:?}"
            );
        }
    }

    #[test]
    fn what_is_no_block_of_addresses_is_refused() {
        for text in [
            "proxy",
            "10.0.0.0/33",
            "::/129",
            "10.0.0.0/",
            "10.0.0.1,,",
            "10.0.0.0/-1",
        ] {
            assert!(text.parse::<TrustedProxies>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_subscriber_has_one_budget_however_many_addresses() {
        let network = |text: &str| ClientAddress::from_ip(text.parse().unwrap()).network();
        assert_eq!(network("2001:db8::1"), network("2001:db8::ffff:2"));
        assert_ne!(network("2001:db8::1"), network("2001:db8:0:1::1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
        assert_eq!(network("192.0.2.1"), network("::ffff:192.0.2.1"));
    }
}
