//! How many connections one address may hold.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::address::{ClientAddress, ClientNetwork, TrustedProxies};

/// Enough for a town hall behind one address, with two connections each for a thousand phones.
const MOST: usize = 2_000;

type Held = HashMap<ClientNetwork, usize>;

/// The connections that are held, by the network that they come from.
#[derive(Clone)]
pub struct ConnectionPlaces {
    held: Arc<Mutex<Held>>,
    proxies: Arc<TrustedProxies>,
}

/// One connection's place, given back when it is dropped.
pub struct ConnectionPlace {
    held: Arc<Mutex<Held>>,
    /// Nothing for a trusted proxy, behind which everybody is.
    network: Option<ClientNetwork>,
}

impl ConnectionPlaces {
    /// None is held yet.
    pub fn new(proxies: TrustedProxies) -> Self {
        Self {
            held: Arc::default(),
            proxies: Arc::new(proxies),
        }
    }

    /// A place for a connection from `peer`, unless its network holds enough.
    pub fn take(&self, peer: IpAddr) -> Option<ConnectionPlace> {
        let address = ClientAddress::from_ip(peer);
        let network = (!self.proxies.trusts(address)).then(|| address.network());
        if let Some(network) = network {
            let mut held = lock(&self.held);
            let count = held.entry(network).or_default();
            if *count >= MOST {
                return None;
            }
            *count += 1;
        }
        Some(ConnectionPlace {
            held: self.held.clone(),
            network,
        })
    }
}

impl Drop for ConnectionPlace {
    fn drop(&mut self) {
        let Some(network) = self.network else { return };
        let mut held = lock(&self.held);
        if let Some(count) = held.get_mut(&network) {
            *count -= 1;
            if *count == 0 {
                held.remove(&network);
            }
        }
    }
}

fn lock(held: &Mutex<Held>) -> MutexGuard<'_, Held> {
    // Nothing panics while it is held.
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_network_holds_so_many_and_a_trusted_proxy_any_number() {
        let places = ConnectionPlaces::new("10.0.0.0/8".parse().unwrap());
        let take = |peer: &str| places.take(peer.parse().unwrap());
        let mut held: Vec<_> = (0..MOST).map(|_| take("192.0.2.1").unwrap()).collect();
        assert!(take("192.0.2.1").is_none() && take("::ffff:192.0.2.1").is_none());
        assert!(take("192.0.2.2").is_some(), "another address");
        held.pop();
        assert!(take("192.0.2.1").is_some(), "a place was given back");
        let behind: Vec<_> = (0..=MOST).map(|_| take("10.1.2.3")).collect();
        assert!(behind.iter().all(Option::is_some));
        // One subscriber has all addresses that begin alike.
        let _six: Vec<_> = (0..MOST)
            .map(|n| take(&format!("2001:db8::{n:x}")))
            .collect();
        assert!(take("2001:db8::ffff:1").is_none() && take("2001:db8:0:1::1").is_some());
        drop((held, behind));
        assert_eq!(lock(&places.held).len(), 1, "only what is held is kept");
    }
}
