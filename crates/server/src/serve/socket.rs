//! A connection's socket as the HTTP library has it for a while, and what tells when it can be had back.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// What is under way on a connection.
#[derive(Default)]
pub(super) struct ConnectionProgress {
    /// Requests that are being answered, and answers whose bodies are not written yet.
    answering: AtomicUsize,
    /// Whether bytes were read that belong to no request yet.
    has_unread: AtomicBool,
    /// Whether the peer takes nothing more for now.
    is_stuck: AtomicBool,
    /// Whether a request's body was left unread: then only the library knows where the next request would begin.
    is_astray: AtomicBool,
}

impl ConnectionProgress {
    /// Whether every request was answered, and nothing is known of another.
    pub(super) fn is_resting(&self) -> bool {
        self.answering.load(Ordering::Relaxed) == 0
            && [&self.has_unread, &self.is_stuck, &self.is_astray]
                .iter()
                .all(|flag| !flag.load(Ordering::Relaxed))
    }

    /// A request has come.
    pub(super) fn begin(self: &Arc<Self>) -> AnswerGuard {
        self.has_unread.store(false, Ordering::Relaxed);
        self.answering.fetch_add(1, Ordering::Relaxed);
        AnswerGuard(self.clone())
    }
}

/// Counts as being answered until it is dropped.
pub(super) struct AnswerGuard(Arc<ConnectionProgress>);

impl Drop for AnswerGuard {
    fn drop(&mut self) {
        self.0.answering.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The socket, and what had been read from it already.
pub(super) struct Socket {
    pub(super) stream: TcpStream,
    read_before: Bytes,
    progress: Arc<ConnectionProgress>,
}

impl Socket {
    /// A socket from which `read_before` comes first.
    pub(super) fn new(
        stream: TcpStream,
        read_before: Bytes,
        progress: Arc<ConnectionProgress>,
    ) -> Self {
        Self {
            stream,
            read_before,
            progress,
        }
    }

    fn note<T>(&self, written: Poll<T>) -> Poll<T> {
        self.progress
            .is_stuck
            .store(written.is_pending(), Ordering::Relaxed);
        written
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = if self.read_before.is_empty() {
            Pin::new(&mut self.stream).poll_read(cx, buffer)
        } else {
            let length = self.read_before.len().min(buffer.remaining());
            buffer.put_slice(&self.read_before.split_to(length));
            Poll::Ready(Ok(()))
        };
        if buffer.filled().len() > before {
            self.progress.has_unread.store(true, Ordering::Relaxed);
        }
        read
    }
}

impl AsyncWrite for Socket {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.note(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, slices);
        self.note(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// A request's body, which tells whether it was read to its end.
pub(super) struct RequestBody<B: HttpBody> {
    body: B,
    progress: Arc<ConnectionProgress>,
}

impl<B: HttpBody> RequestBody<B> {
    pub(super) fn new(body: B, progress: Arc<ConnectionProgress>) -> Self {
        Self { body, progress }
    }
}

impl<B: HttpBody<Data = Bytes> + Unpin> HttpBody for RequestBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        // What was read belongs to this request.
        self.progress.has_unread.store(false, Ordering::Relaxed);
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl<B: HttpBody> Drop for RequestBody<B> {
    fn drop(&mut self) {
        if !self.body.is_end_stream() {
            self.progress.is_astray.store(true, Ordering::Relaxed);
        }
    }
}

/// An answer's body, which counts as being answered until it is written.
pub(super) struct AnswerBody {
    body: Body,
    _answering: AnswerGuard,
}

impl AnswerBody {
    pub(super) fn new(body: Body, answering: AnswerGuard) -> Self {
        Self {
            body,
            _answering: answering,
        }
    }
}

impl HttpBody for AnswerBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
