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
        serve::serve(
            listener,
            router,
            rooms,
            "127.0.0.1".parse().unwrap(),
            None,
            stop,
        )
        .await
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

/// Reads until `end` has come.
async fn read_until(connection: &mut TcpStream, end: &str) -> String {
    let mut read = String::new();
    while !read.contains(end) {
        let mut bytes = [0; 4096];
        let length = connection.read(&mut bytes).await.unwrap();
        assert!(length > 0, "the connection ended: {read}");
        read.push_str(std::str::from_utf8(&bytes[..length]).unwrap());
    }
    read
}

fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: stem.test\r\n\r\n")
}

/// The body of a chunked answer, as far as it is there.
fn unchunked(answer: &str) -> String {
    let (_, mut rest) = answer.split_once("\r\n\r\n").unwrap();
    let mut body = String::new();
    while let Some((length, chunk)) = rest.split_once("\r\n") {
        let length = usize::from_str_radix(length, 16).unwrap();
        if length == 0 {
            break;
        }
        body.push_str(&chunk[..length]);
        rest = &chunk[length + 2..];
    }
    body
}

#[tokio::test]
async fn a_connection_is_kept_between_requests_with_all_that_was_read_of_the_next() {
    let app = App::start().await;
    let (address, _stop) = served(&app);
    let mut connection = TcpStream::connect(address).await.unwrap();
    for _ in 0..3 {
        connection
            .write_all(get("/healthz").as_bytes())
            .await
            .unwrap();
        assert!(
            read_until(&mut connection, "ok")
                .await
                .starts_with("HTTP/1.1 200")
        );
    }
    // Two at once, and the first half of a third.
    let (half, rest) = (
        "GET /healthz HTT",
        "P/1.1\r\nHost: stem.test\r\nConnection: close\r\n\r\n",
    );
    let sent = get("/healthz").repeat(2) + half;
    connection.write_all(sent.as_bytes()).await.unwrap();
    let mut read = String::new();
    while read.matches("HTTP/1.1 200").count() < 2 {
        read += &read_until(&mut connection, "ok").await;
    }
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    connection.write_all(rest.as_bytes()).await.unwrap();
    let mut last = String::new();
    connection.read_to_string(&mut last).await.unwrap();
    assert!(last.ends_with("ok"), "{last}");
}

#[tokio::test]
async fn what_was_sent_for_one_request_is_never_taken_for_another() {
    let app = App::start().await;
    let (address, _stop) = served(&app);
    let hidden = get("/healthz");
    // A page that takes no body is sent one that reads like a request, in one piece and in two.
    for pause in [0, 30] {
        let mut connection = TcpStream::connect(address).await.unwrap();
        let head = format!(
            "GET /healthz HTTP/1.1\r\nHost: stem.test\r\nContent-Length: {}\r\n\r\n",
            hidden.len()
        );
        connection.write_all(head.as_bytes()).await.unwrap();
        tokio::time::sleep(std::time::Duration::from_millis(pause)).await;
        let _ = connection.write_all(hidden.as_bytes()).await;
        let mut answers = Vec::new();
        let reading = connection.read_to_end(&mut answers);
        let _ = tokio::time::timeout(std::time::Duration::from_millis(300), reading).await;
        let answers = String::from_utf8(answers).unwrap();
        assert_eq!(answers.matches("HTTP/1.1 ").count(), 1, "{answers}");
    }
}

#[tokio::test]
async fn a_stream_goes_out_on_a_kept_connection_and_ends_with_the_server() {
    let app = App::start().await;
    let (address, stop) = served(&app);
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection
        .write_all(get("/healthz").as_bytes())
        .await
        .unwrap();
    read_until(&mut connection, "ok").await;
    let events = format!("/api/v1/webinars/{}/events", crate::app::CODE);
    connection.write_all(get(&events).as_bytes()).await.unwrap();
    let first = read_until(&mut connection, "event: view").await;
    let head = first.split("\r\n\r\n").next().unwrap().to_lowercase();
    for line in [
        "http/1.1 200 ok",
        "content-type: text/event-stream",
        "transfer-encoding: chunked",
        "cache-control: no-store",
        "x-content-type-options: nosniff",
        "x-request-id: ",
    ] {
        assert!(head.contains(line), "{line}: {head}");
    }
    app.presenter().await.opens().await;
    let mut read = first + &read_until(&mut connection, r#""phase":"open""#).await;
    drop(stop);
    connection.read_to_string(&mut read).await.unwrap();
    assert!(read.ends_with("0\r\n\r\n"), "the last chunk: {read}");
    let body = unchunked(&read);
    assert!(
        body.starts_with("retry: 1000\nevent: hello\n") && body.ends_with("}\n\n"),
        "{body}"
    );
}

#[tokio::test]
async fn a_head_alone_or_an_old_protocol_gets_a_stream_as_the_library_writes_it() {
    let app = App::start().await;
    let (address, _stop) = served(&app);
    let events = format!("/api/v1/webinars/{}/events", crate::app::CODE);
    let head = format!("HEAD {events} HTTP/1.1\r\nHost: stem.test\r\nConnection: close\r\n\r\n");
    let answer = answer_to(address, head.as_bytes()).await;
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.ends_with("\r\n\r\n"),
        "{answer}"
    );
    let mut old = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {events} HTTP/1.0\r\nHost: stem.test\r\n\r\n");
    old.write_all(request.as_bytes()).await.unwrap();
    let read = read_until(&mut old, "event: view").await;
    assert!(!read.to_lowercase().contains("chunked"), "{read}");
}

#[tokio::test]
async fn whoever_hangs_up_is_not_counted_any_more() {
    let app = App::start().await;
    let (address, _stop) = served(&app);
    let connected = async || {
        let view = app.presenter().await.get("/console/view").await;
        view.json::<barometer_domain::view::ConsoleView>().connected
    };
    let events = format!("/api/v1/webinars/{}/events", crate::app::CODE);
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(get(&events).as_bytes()).await.unwrap();
    read_until(&mut connection, "event: view").await;
    crate::app::eventually(&connected, |number| *number == 1).await;
    drop(connection);
    crate::app::eventually(&connected, |number| *number == 0).await;
}
