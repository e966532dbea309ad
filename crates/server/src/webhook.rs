//! Posts to an address that the vendor has written down: over https, to machines on the public internet only, and never
//! further than the answer. Whoever is logged in as the vendor can so not have this server call what only it can reach.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use barometer_domain::news::webhook::{LONGEST_ADDRESS, WebhookOutcome};
use clap::ValueEnum;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use ureq::Agent;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use url::Url;

/// How long one delivery may take, from looking the name up to the status of the answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Says when the body was signed, and the signature.
pub const SIGNATURE: &str = "Barometer-Signature";
/// Says which delivery it is; the same when it is tried again.
pub const DELIVERY: &str = "Barometer-Delivery";

/// Where a webhook may lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum WebhookReach {
    /// Over https to machines on the public internet.
    #[default]
    Public,
    /// Anywhere, also without encryption: for tests and trials.
    Anywhere,
}

/// The address cannot be one of a webhook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a webhook's address begins with https:// and leads to the public internet")]
pub struct NotAWebhook;

/// Posts, one delivery at a time.
pub struct WebhookClient {
    agent: Agent,
    reach: WebhookReach,
}

impl Default for WebhookClient {
    fn default() -> Self {
        Self::new(WebhookReach::default())
    }
}

impl WebhookClient {
    /// A client that goes as far as `reach`.
    pub fn new(reach: WebhookReach) -> Self {
        let config = Config::builder()
            .https_only(reach == WebhookReach::Public)
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            // A proxy would look the name up itself.
            .proxy(None)
            .user_agent("Barometer")
            .build();
        let resolver = GuardedResolver {
            reach,
            names: DefaultResolver::default(),
        };
        Self {
            agent: Agent::with_parts(config, DefaultConnector::default(), resolver),
            reach,
        }
    }

    /// Reads the address of a webhook. A name is looked up at each delivery, not here.
    ///
    /// # Errors
    /// When it cannot be one.
    pub fn read_address(&self, typed: &str) -> Result<String, NotAWebhook> {
        let url = Url::parse(typed.trim()).map_err(|_| NotAWebhook)?;
        let is_plain = url.username().is_empty() && url.password().is_none();
        let host = url.host().filter(|_| is_plain).ok_or(NotAWebhook)?;
        let address = match host {
            url::Host::Domain(name) => (name == "localhost").then_some(Ipv4Addr::LOCALHOST.into()),
            url::Host::Ipv4(address) => Some(IpAddr::V4(address)),
            url::Host::Ipv6(address) => Some(IpAddr::V6(address)),
        };
        let may_lead_there = match self.reach {
            WebhookReach::Public => url.scheme() == "https" && address.is_none_or(is_public),
            WebhookReach::Anywhere => ["https", "http"].contains(&url.scheme()),
        };
        let text = String::from(url);
        if may_lead_there && text.chars().count() <= LONGEST_ADDRESS {
            Ok(text)
        } else {
            Err(NotAWebhook)
        }
    }

    /// Posts a body, signed at `seconds` since 1970. It waits for the answer, so it needs a thread of its own.
    pub fn post(
        &self,
        address: &str,
        secret: &str,
        number: u32,
        seconds: i64,
        body: &str,
    ) -> WebhookOutcome {
        let sent = self
            .agent
            .post(address)
            .header("Content-Type", "application/json")
            .header(SIGNATURE, signature(secret, seconds, body))
            .header(DELIVERY, number.to_string())
            .send(body);
        match sent {
            Ok(answer) => WebhookOutcome::Answered {
                status: answer.status().as_u16(),
            },
            Err(ureq::Error::Other(error)) if error.is::<NotPublic>() => WebhookOutcome::NotPublic,
            Err(ureq::Error::RequireHttpsOnly(_)) => WebhookOutcome::NotPublic,
            // What the error says can hold the address, which opens the receiver's door: it is not logged.
            Err(_) => WebhookOutcome::NoAnswer,
        }
    }
}

/// `t=1700000000,v1=…`: the HMAC-SHA-256, in hexadecimal, of the seconds, a full stop, and the body; its key is the
/// secret as the vendor was shown it.
///
/// # Panics
/// Never: HMAC takes a key of any length.
pub fn signature(secret: &str, seconds: i64, body: &str) -> String {
    let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret.as_bytes());
    let mut mac = mac.expect("a key of any length");
    mac.update(format!("{seconds}.").as_bytes());
    mac.update(body.as_bytes());
    let mark = hex::encode(mac.finalize().into_bytes());
    format!("t={seconds},v1={mark}")
}

/// Looks names up, and lets none through that leads into a private network: the addresses that are judged are those that
/// are called.
#[derive(Debug)]
struct GuardedResolver {
    reach: WebhookReach,
    names: DefaultResolver,
}

/// A name leads to a machine that is not on the public internet.
#[derive(Debug, thiserror::Error)]
#[error("not on the public internet")]
struct NotPublic;

impl Resolver for GuardedResolver {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        let is_allowed = self.reach == WebhookReach::Anywhere
            || found.iter().all(|address| is_public(address.ip()));
        if is_allowed {
            Ok(found)
        } else {
            Err(ureq::Error::Other(Box::new(NotPublic)))
        }
    }
}

/// Whether an address is one of the public internet: of none of the blocks that IANA keeps for something else (RFC 6890
/// and the registries after it).
pub fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// The blocks of IPv4 that are of no public use, each with how many of its first bits make it.
const SPECIAL_V4: [(Ipv4Addr, u32); 16] = [
    (Ipv4Addr::UNSPECIFIED, 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 31, 196, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(192, 175, 48, 0), 24),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    // Groups, what is reserved, and everybody.
    (Ipv4Addr::new(224, 0, 0, 0), 3),
];

fn is_public_v4(address: Ipv4Addr) -> bool {
    let is_within = |(block, bits): &(Ipv4Addr, u32)| {
        let rest = 32 - bits;
        block.to_bits() >> rest == address.to_bits() >> rest
    };
    !SPECIAL_V4.iter().any(is_within)
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    match (first, second) {
        // Protocols with Teredo, examples, and 6to4.
        (0x2001, 0..0x0200 | 0x0db8) | (0x2002, _) | (0x3fff, 0..0x1000) => false,
        // All that is handed out so far begins with 001.
        _ => (0x2000..=0x3fff).contains(&first),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_the_public_internet_is_called() {
        for public in [
            "1.1.1.1",
            "20.50.2.1",
            "192.0.1.1",
            "172.32.0.1",
            "2a00:1450::1",
            "2606:4700::1111",
        ] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for other in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "127.9.9.9",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "192.0.0.8",
            "192.0.2.1",
            "198.18.0.1",
            "203.0.113.7",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "2002:7f00:1::",
            "3fff::1",
            "::127.0.0.1",
        ] {
            assert!(!is_public(other.parse().unwrap()), "{other}");
        }
    }

    #[test]
    fn an_address_is_https_and_names_no_private_machine() {
        let client = WebhookClient::default();
        for good in [
            "https://prod-12.westeurope.logic.azure.com:443/workflows/x?sig=y",
            " https://hooks.example.org/a ",
        ] {
            assert!(client.read_address(good).is_ok(), "{good}");
        }
        let long = format!("https://hooks.example.org/{}", "a".repeat(LONGEST_ADDRESS));
        for bad in [
            "",
            "hooks.example.org",
            "http://hooks.example.org/",
            "https://localhost/",
            "https://127.0.0.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://10.0.0.1/",
            "https://user@hooks.example.org/",
            "https://user:code@hooks.example.org/",
            "ftp://hooks.example.org/",
            "file:///etc/passwd",
            &long,
        ] {
            assert_eq!(client.read_address(bad), Err(NotAWebhook), "{bad}");
        }
        let anywhere = WebhookClient::new(WebhookReach::Anywhere);
        assert!(anywhere.read_address("http://127.0.0.1:8080/x").is_ok());
        assert!(anywhere.read_address("file:///etc/passwd").is_err());
    }

    #[test]
    fn a_name_that_leads_to_this_machine_is_not_called() {
        let client = WebhookClient::default();
        let outcome = client.post("https://localhost/", "s", 1, 0, "{}");
        assert_eq!(outcome, WebhookOutcome::NotPublic);
        let outcome = client.post("https://127.0.0.1:1/", "s", 1, 0, "{}");
        assert_eq!(outcome, WebhookOutcome::NotPublic);
        let outcome = client.post("http://192.0.1.1/", "s", 1, 0, "{}");
        assert_eq!(outcome, WebhookOutcome::NotPublic, "without encryption");
    }

    /// `printf '1700000000.{}' | openssl dgst -sha256 -hmac secret`.
    #[test]
    fn the_signature_is_one_that_anybody_can_compute() {
        let expected =
            "t=1700000000,v1=b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163";
        assert_eq!(signature("secret", 1_700_000_000, "{}"), expected);
        assert_ne!(signature("secret", 1, "{}"), signature("secret", 2, "{}"));
        assert_ne!(signature("secret", 1, "{}"), signature("other", 1, "{}"));
    }

    proptest! {
        /// An IPv4 address written as an IPv6 one is judged as it is.
        #[test]
        fn a_mapped_address_is_no_way_around(bits: u32) {
            let address = Ipv4Addr::from_bits(bits);
            let mapped = IpAddr::V6(address.to_ipv6_mapped());
            prop_assert_eq!(is_public(mapped), is_public(IpAddr::V4(address)));
            let own = address.is_private() || address.is_loopback() || address.is_link_local()
                || address.is_multicast() || address.is_broadcast() || address.is_unspecified()
                || address.is_documentation();
            prop_assert!(!(own && is_public(address.into())));
        }
    }
}
