//! Whether the server on this machine is ready, for a container or a supervisor that can run a program and no more.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use ureq::Agent;
use ureq::tls::TlsConfig;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Asks the server that listens at `bind`, which `encrypts` itself or does not. It waits for the answer, so it needs a
/// thread of its own.
///
/// # Errors
/// When there is no answer, or another than that it is ready.
pub fn ask_whether_ready(bind: SocketAddr, encrypts: bool) -> Result<(), Box<ureq::Error>> {
    let config = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .proxy(None)
        // The certificate is of the name that people use; this machine asks itself.
        .tls_config(TlsConfig::builder().disable_verification(true).build());
    let agent = Agent::new_with_config(config.build());
    agent.get(address(bind, encrypts)).call()?;
    Ok(())
}

/// Where a server that listens at `bind` can be reached from its own machine.
fn address(bind: SocketAddr, encrypts: bool) -> String {
    let ip = match bind.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    let scheme = if encrypts { "https" } else { "http" };
    let at = SocketAddr::new(ip, bind.port());
    format!("{scheme}://{at}/readyz")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_for_all_addresses_is_asked_at_its_own() {
        for (bind, encrypts, asked) in [
            ("0.0.0.0:3000", false, "http://127.0.0.1:3000/readyz"),
            ("[::]:443", true, "https://[::1]:443/readyz"),
            ("192.0.2.7:80", false, "http://192.0.2.7:80/readyz"),
        ] {
            assert_eq!(address(bind.parse().unwrap(), encrypts), asked);
        }
    }
}
