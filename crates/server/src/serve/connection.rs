//! One connection, from its first byte to its last. The HTTP library has it while a request is answered, with its buffers
//! of 16 KiB; between requests, and while a stream is open, nothing is set aside for it.

use std::convert::Infallible;
use std::future::poll_fn;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::response::Parts;
use axum::http::{Method, Request, Response, Version};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::timeout;
use tower::ServiceExt;

use super::event_stream;
use super::socket::{AnswerBody, ConnectionProgress, RequestBody, Socket};
use crate::http::{HeldEvents, PeerAddress, StreamEvents};

/// What a connection is served with.
pub(super) struct ConnectionServer {
    pub(super) http: http1::Builder,
    pub(super) router: Router,
    pub(super) peer: IpAddr,
    /// Becomes true when the server stops; whoever holds it is waited for.
    pub(super) stopping: watch::Receiver<bool>,
    /// How long the next request may be waited for.
    pub(super) patience: Duration,
}

/// An answer that is a stream of events.
type StreamAnswer = (Parts, StreamEvents);

/// How a time with the HTTP library ended.
enum ServedUntil {
    /// The connection is over.
    Over,
    /// Everything was answered. What was read of another request comes with it.
    Resting(TcpStream, Bytes),
    /// From here on it is a stream.
    Stream(TcpStream, Box<StreamAnswer>),
}

impl ConnectionServer {
    /// Serves the connection until it ends. Ten thousand that say nothing cost a room nothing.
    pub(super) async fn serve(mut self, mut stream: TcpStream) {
        let mut read = Bytes::new();
        loop {
            if read.is_empty() && !self.is_spoken_to(&stream).await {
                return;
            }
            // In a box, which is gone again while the connection rests.
            let outcome = Box::pin(self.answer(stream, read)).await;
            (stream, read) = match outcome {
                ServedUntil::Over => return,
                ServedUntil::Resting(stream, read) => (stream, read),
                ServedUntil::Stream(stream, answer) => {
                    let (head, events) = *answer;
                    if let Err(error) = event_stream::write(stream, head, events).await {
                        tracing::debug!(%error, "a stream ended early");
                    }
                    return;
                }
            };
        }
    }

    /// Whether something is said in time, before the server stops.
    async fn is_spoken_to(&mut self, stream: &TcpStream) -> bool {
        // Readiness alone may be announced without a byte.
        let mut byte = [0];
        let first = timeout(self.patience, stream.peek(&mut byte));
        tokio::select! {
            first = first => matches!(first, Ok(Ok(1))),
            _ = self.stopping.wait_for(|stopping| *stopping) => false,
        }
    }

    async fn answer(&mut self, stream: TcpStream, read: Bytes) -> ServedUntil {
        let progress = Arc::<ConnectionProgress>::default();
        let taken: Arc<Mutex<Option<Box<StreamAnswer>>>> = Arc::default();
        let service = {
            let (progress, taken) = (progress.clone(), taken.clone());
            let (router, peer) = (self.router.clone(), self.peer);
            service_fn(move |mut request: Request<Incoming>| {
                request.extensions_mut().insert(PeerAddress(peer));
                answer_one(router.clone(), request, progress.clone(), taken.clone())
            })
        };
        let socket = Socket::new(stream, read, progress.clone());
        let mut connection = self.http.serve_connection(TokioIo::new(socket), service);
        let take_stream = || taken.lock().unwrap_or_else(PoisonError::into_inner).take();
        let served = poll_fn(|cx| {
            if let Poll::Ready(ended) = Pin::new(&mut connection).poll(cx) {
                if let Err(error) = ended {
                    tracing::debug!(%error, "a connection ended early");
                }
                return Poll::Ready(Some(None));
            }
            if let Some(stream) = take_stream() {
                return Poll::Ready(Some(Some(stream)));
            }
            if progress.is_resting() {
                return Poll::Ready(None);
            }
            Poll::Pending
        });
        let ended = tokio::select! {
            ended = served => Some(ended),
            _ = self.stopping.wait_for(|stopping| *stopping) => None,
        };
        let Some(ended) = ended else {
            // What is under way is finished.
            Pin::new(&mut connection).graceful_shutdown();
            let _ = connection.await;
            return ServedUntil::Over;
        };
        match ended {
            Some(None) => ServedUntil::Over,
            Some(Some(answer)) => {
                let socket = connection.into_parts().io.into_inner();
                ServedUntil::Stream(socket.stream, answer)
            }
            None => {
                let parts = connection.into_parts();
                ServedUntil::Resting(parts.io.into_inner().stream, parts.read_buf)
            }
        }
    }
}

/// Answers one request. If the answer is a stream, it is put into `taken` and never comes: the library is to let go of the
/// connection.
async fn answer_one(
    router: Router,
    request: Request<Incoming>,
    progress: Arc<ConnectionProgress>,
    taken: Arc<Mutex<Option<Box<StreamAnswer>>>>,
) -> Result<Response<AnswerBody>, Infallible> {
    let answering = progress.begin();
    let may_stream = *request.method() == Method::GET && request.version() == Version::HTTP_11;
    let request = request.map(|body| Body::new(RequestBody::new(body, progress)));
    let answer = router.oneshot(request).await?;
    let (mut head, body) = answer.into_parts();
    if may_stream
        && let Some(held) = head.extensions.remove::<HeldEvents>()
        && let Some(events) = held.take()
    {
        *taken.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new((head, events)));
        std::future::pending::<()>().await;
        // Never: the connection is taken apart first.
        return Ok(Response::new(AnswerBody::new(body, answering)));
    }
    Ok(Response::from_parts(head, AnswerBody::new(body, answering)))
}
