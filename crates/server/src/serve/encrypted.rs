//! One connection that the server encrypts itself. The HTTP library has it to its end, in the version that both sides
//! agreed on.

use std::convert::Infallible;
use std::net::IpAddr;
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::{http1, http2};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::timeout;
use tower::ServiceExt;

use crate::http::PeerAddress;
use crate::tls::{TlsServer, speaks_http2};

/// A connection of HTTP/2 is asked so often whether it is still there, and is let go when it does not say so within
/// [`STILL_THERE_WITHIN`].
const STILL_THERE_EVERY: Duration = Duration::from_secs(15);
const STILL_THERE_WITHIN: Duration = Duration::from_secs(10);

/// What an encrypted connection is served with.
pub(super) struct EncryptedServer {
    pub(super) tls: TlsServer,
    pub(super) http1: http1::Builder,
    pub(super) largest_head: u32,
    pub(super) router: Router,
    pub(super) peer: IpAddr,
    /// Becomes true when the server stops; whoever holds it is waited for.
    pub(super) stopping: watch::Receiver<bool>,
    /// How long the first byte may be waited for.
    pub(super) patience: Duration,
}

impl EncryptedServer {
    /// Serves the connection until it ends. Nothing is set aside for it before it says something.
    pub(super) async fn serve(self, stream: TcpStream) {
        // Readiness alone may be announced without a byte.
        let first = timeout(self.patience, stream.peek(&mut [0])).await;
        if matches!(first, Ok(Ok(1))) {
            Box::pin(self.answer(stream)).await;
        }
    }

    async fn answer(mut self, stream: TcpStream) {
        let stream = match self.tls.accept(stream).await {
            Ok(stream) => stream,
            Err(error) => {
                tracing::debug!(%error, "no key was agreed on");
                return;
            }
        };
        let is_http2 = speaks_http2(&stream);
        let (router, peer) = (self.router, self.peer);
        let service =
            service_fn(move |request: Request<Incoming>| answer_one(router.clone(), request, peer));
        let stream = TokioIo::new(stream);
        let stopping = &mut self.stopping;
        let stop = async move {
            let _ = stopping.wait_for(|stopping| *stopping).await;
        };
        // What is under way when the server stops is finished.
        let ended = if is_http2 {
            let mut connection =
                pin!(http2_for(self.largest_head).serve_connection(stream, service));
            tokio::select! {
                ended = connection.as_mut() => ended,
                () = stop => {
                    connection.as_mut().graceful_shutdown();
                    connection.await
                }
            }
        } else {
            let mut connection = pin!(self.http1.serve_connection(stream, service));
            tokio::select! {
                ended = connection.as_mut() => ended,
                () = stop => {
                    connection.as_mut().graceful_shutdown();
                    connection.await
                }
            }
        };
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection ended early");
        }
    }
}

fn http2_for(largest_head: u32) -> http2::Builder<TokioExecutor> {
    let mut http2 = http2::Builder::new(TokioExecutor::new());
    http2
        .timer(TokioTimer::new())
        .keep_alive_interval(STILL_THERE_EVERY)
        .keep_alive_timeout(STILL_THERE_WITHIN)
        .max_header_list_size(largest_head);
    http2
}

async fn answer_one(
    router: Router,
    mut request: Request<Incoming>,
    peer: IpAddr,
) -> Result<Response<Body>, Infallible> {
    request.extensions_mut().insert(PeerAddress(peer));
    router.oneshot(request.map(Body::new)).await
}
