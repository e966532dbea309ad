//! Starts the built server with the demo webinar.

use std::net::{IpAddr, UdpSocket};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::app::Mode;
use crate::project::Project;

/// A documentation address: asked for the route to it, a machine names its own address; nothing is sent.
const ELSEWHERE: &str = "192.0.2.1:9";

/// Hands the terminal over to the server; its own words follow.
pub(crate) fn start(project: &Project, mode: Mode, args: Vec<String>) -> Result<()> {
    let mut server = project.command(
        project.built(mode.folder(), "barometer"),
        &["serve", "--demo"],
    );
    server.args(with_lan(args)?);
    become_it(server)
}

/// `--lan` in the server's own terms.
fn with_lan(args: Vec<String>) -> Result<Vec<String>> {
    let (lan, mut rest): (Vec<_>, Vec<_>) = args.into_iter().partition(|arg| arg == "--lan");
    if lan.is_empty() {
        return Ok(rest);
    }
    rest.extend(["--bind", "0.0.0.0:3000", "--allow-insecure-lan"].map(str::to_owned));
    if !rest.iter().any(|arg| arg.starts_with("--public-url")) {
        let address = lan_address()
            .context("this machine has no address on a network; name one with --public-url")?;
        rest.push(format!("--public-url=http://{address}:3000"));
    }
    Ok(rest)
}

/// This machine's address as others on its network see it.
fn lan_address() -> Result<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0")?;
    socket.connect(ELSEWHERE)?;
    let address = socket.local_addr()?.ip();
    if address.is_unspecified() || address.is_loopback() {
        bail!("only {address} was found");
    }
    Ok(address)
}

/// The server takes this process' place, so that Ctrl-C and signals reach it and nobody else.
#[cfg(unix)]
fn become_it(mut server: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(server.exec()).context("the server cannot be started")
}

#[cfg(not(unix))]
fn become_it(mut server: Command) -> Result<()> {
    let status = server.status().context("the server cannot be started")?;
    if !status.success() {
        bail!("the server ended with {status}");
    }
    Ok(())
}
