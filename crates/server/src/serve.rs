//! Accepts connections, and stops calmly.

mod connection;
mod encrypted;
mod event_stream;
mod socket;

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::TokioTimer;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::time::timeout;

use crate::http::{ConnectionPlaces, TrustedProxies};
use crate::rooms::Rooms;
use crate::telemetry::OpenGauge;
use crate::tls::TlsServer;
use connection::ConnectionServer;
use encrypted::EncryptedServer;

/// A client that has not sent its headers by then is let go. The same clock closes a connection that waits for
/// its next request, so it is longer than the minute that proxies keep theirs: the proxy closes first.
const HEADERS_WITHIN: Duration = Duration::from_secs(75);
/// The longest head of a request, in bytes. The usual 400 kB, a thousand times unfinished, would be 400 MB.
const LARGEST_HEAD: u32 = 16 * 1024;
/// How long what was sent may remain untaken, in milliseconds. A phone that is gone without a word is pinged within 15
/// seconds, and so is not counted as there for more than 30.
#[cfg(target_os = "linux")]
const UNTAKEN_WITHIN_MS: u32 = 10_000;
/// What is under way when the server stops may take this long.
const STOP_WITHIN: Duration = Duration::from_secs(5);

/// How many connections may wait to be accepted; the kernel has its own limit (`somaxconn`) below this.
/// With the usual 128, a room that connects at the same moment is dropped and tries again a second later.
const WAITING: u32 = 4_096;

/// Listens for connections.
///
/// # Errors
/// When the address cannot be had.
pub fn listen(at: SocketAddr) -> io::Result<TcpListener> {
    let socket = match at {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // As the standard library does: a restart may take the port over at once.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(at)?;
    socket.listen(WAITING)
}

/// Raises the limit of open files as far as allowed: a phone takes one for its stream and one for its
/// requests, and the usual limit of 1,024 is full at five hundred.
pub fn take_all_file_handles() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let limit = getrlimit(Resource::Nofile);
        let all = Rlimit {
            current: limit.maximum,
            ..limit
        };
        if let Err(error) = setrlimit(Resource::Nofile, all) {
            tracing::warn!(%error, "the limit of open files could not be raised");
        }
    }
}

/// Serves until `stop`, then ends streams and lets requests finish; encrypted with `tls`. `proxies` may hold any number
/// of connections.
///
/// # Errors
/// Never for a single connection: only when nothing can be accepted any more.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    rooms: Rooms,
    proxies: TrustedProxies,
    tls: Option<TlsServer>,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let mut stop = std::pin::pin!(stop);
    let (stopping, _) = watch::channel(false);
    let places = ConnectionPlaces::new(proxies);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(HEADERS_WITHIN)
        .max_buf_size(LARGEST_HEAD as usize);
    loop {
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file handles, most likely: others leave, so wait and go on.
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let peer = peer.ip();
        let Some(place) = places.take(peer) else {
            tracing::warn!("one address has too many connections");
            continue;
        };
        if let Err(error) = tune(&stream) {
            tracing::debug!(%error, "a connection keeps the system's settings");
        }
        let (http, router) = (http.clone(), router.clone());
        let stopping = stopping.subscribe();
        if let Some(tls) = tls.clone() {
            let server = EncryptedServer {
                tls,
                http1: http,
                largest_head: LARGEST_HEAD,
                router,
                peer,
                stopping,
                patience: HEADERS_WITHIN,
            };
            tokio::spawn(async move {
                let open = OpenGauge::connection();
                server.serve(stream).await;
                drop((place, open));
            });
            continue;
        }
        let server = ConnectionServer {
            http,
            router,
            peer,
            stopping,
            patience: HEADERS_WITHIN,
        };
        tokio::spawn(async move {
            let open = OpenGauge::connection();
            server.serve(stream).await;
            drop((place, open));
        });
    }
    drop(listener);
    rooms.close();
    stopping.send_replace(true);
    let _ = timeout(STOP_WITHIN, stopping.closed()).await;
    Ok(())
}

/// A view is small and should leave at once; and whoever does not take what was sent is let go.
fn tune(stream: &TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    #[cfg(target_os = "linux")]
    rustix::net::sockopt::set_tcp_user_timeout(stream, UNTAKEN_WITHIN_MS)?;
    Ok(())
}

/// Resolves when the process is asked to stop.
pub async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}
