//! A stream of events on its socket: a head, then chunks that are the same bytes for everyone. It has no buffers.

use std::io;
use std::time::SystemTime;

use axum::http::response::Parts;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::http::StreamEvents;

/// The chunk that ends a body (RFC 9112, section 7.1).
const LAST_CHUNK: &[u8] = b"0\r\n\r\n";

/// Writes the answer with this head until its events end, or the peer does. The connection ends with it.
///
/// # Errors
/// When the connection fails.
pub(super) async fn write(
    mut socket: TcpStream,
    head: Parts,
    mut events: StreamEvents,
) -> io::Result<()> {
    let mut first = written(&head);
    drop(head);
    for _ in 0..2 {
        // Hello and the newest view go out together with the head.
        if let Some(event) = events.next().await {
            first.extend_from_slice(event.chunk());
        }
    }
    socket.write_all(&first).await?;
    drop(first);
    loop {
        let event = tokio::select! {
            biased;
            event = events.next() => event,
            () = gone(&socket) => return Ok(()),
        };
        match event {
            Some(event) => socket.write_all(event.chunk()).await?,
            None => break,
        }
    }
    socket.write_all(LAST_CHUNK).await?;
    socket.shutdown().await
}

/// When the peer has hung up. Whoever follows a stream has nothing more to say; what he says all the same is not read, and
/// so slows nobody but him.
async fn gone(socket: &TcpStream) {
    let mut byte = [0];
    match socket.peek(&mut byte).await {
        Ok(0) | Err(_) => {}
        Ok(_) => std::future::pending().await,
    }
}

/// A head as HTTP/1.1 writes it, with an empty line.
fn written(head: &Parts) -> Vec<u8> {
    let mut bytes = format!(
        "HTTP/1.1 {}\r\ndate: {}\r\ntransfer-encoding: chunked\r\nconnection: close\r\n",
        head.status,
        httpdate::fmt_http_date(SystemTime::now())
    )
    .into_bytes();
    for (name, value) in &head.headers {
        for part in [name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"] {
            bytes.extend_from_slice(part);
        }
    }
    bytes.extend_from_slice(b"\r\n");
    bytes
}

#[cfg(test)]
mod tests {
    use axum::http::Response;

    use super::*;

    #[test]
    fn a_head_is_written_as_it_is() {
        let answer = Response::builder()
            .header("content-type", "text/event-stream")
            .header("x-accel-buffering", "no");
        let (head, ()) = answer.body(()).unwrap().into_parts();
        let text = String::from_utf8(written(&head)).unwrap();
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(lines[0], "HTTP/1.1 200 OK");
        assert!(lines[1].starts_with("date: ") && lines[1].ends_with(" GMT"));
        assert_eq!(
            lines[2..],
            [
                "transfer-encoding: chunked",
                "connection: close",
                "content-type: text/event-stream",
                "x-accel-buffering: no",
                "",
                ""
            ]
        );
    }
}
