//! Connections as the network brings them, over a real socket.

use std::net::SocketAddr;

use barometer_server::serve;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;

use crate::app::App;

/// The app behind a socket, until the sender is dropped.
fn served(app: &App) -> (SocketAddr, oneshot::Sender<()>) {
    let listener = serve::listen("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let (router, rooms) = (app.router.clone(), app.rooms.clone());
    tokio::spawn(async move {
        let stop = async { drop(stopped.await) };
        serve::serve(listener, router, rooms, "127.0.0.1".parse().unwrap(), stop).await
    });
    (address, stop)
}

/// What is answered to these bytes, as far as it comes before the connection is closed.
async fn answer_to(address: SocketAddr, request: &[u8]) -> String {
    let mut connection = TcpStream::connect(address).await.unwrap();
    // The server may hang up before it has read everything.
    let _ = connection.write_all(request).await;
    let mut answer = Vec::new();
    let _ = connection.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

fn head(padding: usize) -> Vec<u8> {
    let padding = "x".repeat(padding);
    format!("GET /healthz HTTP/1.1\r\nHost: stem.test\r\nConnection: close\r\nX-Padding: {padding}\r\n\r\n")
        .into_bytes()
}

#[tokio::test]
async fn a_head_has_16_kib() {
    let app = App::start().await;
    let (address, _stop) = served(&app);
    for (padding, status) in [
        (10, "200"),
        (15_000, "200"),
        (20_000, "431"),
        (380_000, "431"),
    ] {
        let answer = answer_to(address, &head(padding)).await;
        // Of what is much too large nothing may be read back: the connection was reset.
        let is_refused = answer.is_empty() && status == "431";
        assert!(
            is_refused || answer.starts_with(&format!("HTTP/1.1 {status}")),
            "{padding}: {answer:.60}"
        );
    }
}

#[tokio::test]
async fn a_body_is_not_held_to_what_a_head_may_be() {
    let app = App::start().await;
    let (address, _stop) = served(&app);
    let body = "x".repeat(300_000);
    let request = format!(
        "POST /api/v1/vendor/session HTTP/1.1\r\nHost: stem.test\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let answer = answer_to(address, request.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer:.60}");
    assert!(answer.contains("body_too_large"), "{answer}");
}

#[tokio::test]
async fn who_says_nothing_is_served_when_he_does_and_holds_nobody_up() {
    let app = App::start().await;
    let (address, _stop) = served(&app);
    let mut silent = TcpStream::connect(address).await.unwrap();
    assert!(answer_to(address, &head(1)).await.ends_with("ok"));
    silent.write_all(&head(1)).await.unwrap();
    let mut answer = String::new();
    silent.read_to_string(&mut answer).await.unwrap();
    assert!(answer.ends_with("ok"), "{answer}");
}
