//! Reads what a request still sends when it has been answered already. Whoever closes a connection on a client that is
//! still sending resets it, and the client, or the proxy before it, never sees the answer.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;
use futures_util::StreamExt;
use hyper::body::{Frame, SizeHint};
use tokio::time::timeout;

/// A body of fewer bytes has come with the head of its request, or with the next packet: hyper sees to that.
const SHORT: u64 = 16 * 1024;
/// What is sent beyond this is not waited for, in bytes: more than any operation takes.
const MOST: usize = 8 * 1024 * 1024;
/// Nor is what comes later than this.
const WITHIN: Duration = Duration::from_secs(5);

/// A body that can still be read when its reader has let go of it.
struct SharedBody(Arc<Mutex<Body>>);

impl HttpBody for SharedBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let mut body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Pin::new(&mut *body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        let body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        body.size_hint()
    }
}

/// Holds an answer back until its request has been sent, where that is long.
pub(super) async fn read_to_the_end(request: Request, next: Next) -> Response {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    let is_short = length.map_or_else(|| request.body().is_end_stream(), |length| length < SHORT);
    if is_short {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let body = Arc::new(Mutex::new(body));
    let shared = Body::new(SharedBody(body.clone()));
    let answer = next.run(Request::from_parts(parts, shared)).await;
    let mut rest = Body::new(SharedBody(body)).into_data_stream();
    let read = async {
        let mut left = MOST;
        while let Some(Ok(bytes)) = rest.next().await {
            let Some(less) = left.checked_sub(bytes.len()) else {
                return;
            };
            left = less;
        }
    };
    let _ = timeout(WITHIN, read).await;
    answer
}
