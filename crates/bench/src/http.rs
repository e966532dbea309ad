//! HTTP/1.1 as a browser speaks it, with as little work of its own as possible: the load generator
//! shares the machine with what it measures.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

/// Nobody waits longer for an answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often one comes back to a server that is busy.
const ATTEMPTS: u32 = 10;

/// Where a webinar is.
#[derive(Debug)]
pub(crate) struct Target {
    /// The server's address.
    pub(crate) address: SocketAddr,
    /// The webinar's code.
    pub(crate) code: String,
    /// Whether browsers keep their connection between requests, or the files do not suffice.
    pub(crate) keep_alive: bool,
}

/// An answer, read whole.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
    cookie: Option<String>,
    closes: bool,
}

impl Answer {
    /// The body, if the answer is a success.
    pub(crate) fn json(&self) -> Result<serde_json::Value> {
        let text = String::from_utf8_lossy(&self.body);
        ensure!((200..300).contains(&self.status), "{}: {text}", self.status);
        serde_json::from_str(&text).with_context(|| text.into_owned())
    }
}

/// One browser: a connection for its requests, and the cookie it was given.
pub(crate) struct Browser {
    target: Arc<Target>,
    connection: Option<Connection>,
    cookie: String,
    /// From where it says to come, as a proxy on this machine would.
    from: Option<Ipv4Addr>,
    /// How often the server asked it to come back later.
    pub(crate) told_to_wait: u32,
}

impl Browser {
    /// A browser that has been nowhere yet.
    pub(crate) fn new(target: Arc<Target>) -> Self {
        Self {
            target,
            connection: None,
            cookie: String::new(),
            from: None,
            told_to_wait: 0,
        }
    }

    /// One of many behind a proxy, each with an address of its own: what one address may do is no limit to a room.
    pub(crate) fn numbered(target: Arc<Target>, number: u32) -> Self {
        Self {
            from: Some(Ipv4Addr::from_bits(
                Ipv4Addr::new(10, 0, 0, 1).to_bits() + number,
            )),
            ..Self::new(target)
        }
    }

    /// The same phone on another connection.
    pub(crate) fn companion(&self) -> Self {
        Self {
            cookie: self.cookie.clone(),
            from: self.from,
            ..Self::new(self.target.clone())
        }
    }

    /// The address of a page of the webinar that the server makes.
    pub(crate) fn page(&self, name: &str) -> String {
        format!("/w/{}/{name}", self.target.code)
    }

    /// Sends a request and waits for its answer; comes back when the server is busy.
    pub(crate) async fn send(&mut self, method: &str, path: &str, body: &str) -> Result<Answer> {
        let request = self.request(method, path, body);
        for attempt in 1..=ATTEMPTS {
            let answer = timeout(PATIENCE, self.exchange(&request)).await;
            let answer = answer.context("no answer in time")??;
            if !matches!(answer.status, 429 | 503) {
                return Ok(answer);
            }
            self.told_to_wait += 1;
            sleep(Duration::from_millis(u64::from(250 * attempt))).await;
        }
        bail!("{method} {path}: busy {ATTEMPTS} times in a row")
    }

    /// Sends a form of the phone's page, and is led on.
    pub(crate) async fn submit(&mut self, form: &str) -> Result<()> {
        let page = format!("/w/{}?lang=da", self.target.code);
        let answer = self.send("POST", &page, form).await?;
        let text = String::from_utf8_lossy(&answer.body);
        ensure!(answer.status == 303, "{}: {text}", answer.status);
        Ok(())
    }

    /// Sends a request once, whatever is answered.
    pub(crate) async fn once(&mut self, method: &str, path: &str, body: &str) -> Result<Answer> {
        let request = self.request(method, path, body);
        let answer = timeout(PATIENCE, self.exchange(&request)).await;
        answer.context("no answer in time")?
    }

    /// Sends a request to a whole address once, whatever is answered.
    pub(crate) async fn once_at(&mut self, method: &str, path: &str, body: &str) -> Result<Answer> {
        let kind = if path.starts_with("/api/") {
            "application/json"
        } else {
            "application/x-www-form-urlencoded"
        };
        let request = self.written(method, path, kind, body);
        let answer = timeout(PATIENCE, self.exchange(&request)).await;
        answer.context("no answer in time")?
    }

    /// A stream of events, on a connection of its own.
    pub(crate) async fn follow(&self, path: &str) -> Result<TcpStream> {
        let mut connection = Connection::open(self.target.address).await?;
        let request = self.request("GET", path, "");
        connection.stream.write_all(request.as_bytes()).await?;
        Ok(connection.stream)
    }

    /// Of the webinar, but for what is the vendor's; a page that the server makes is named whole.
    fn request(&self, method: &str, path: &str, body: &str) -> String {
        let code = &self.target.code;
        let (within, kind) = if path.starts_with("/w/") {
            (String::new(), "application/x-www-form-urlencoded")
        } else if path.starts_with("/vendor") {
            ("/api/v1".to_owned(), "application/json")
        } else {
            (format!("/api/v1/webinars/{code}"), "application/json")
        };
        self.written(method, &(within + path), kind, body)
    }

    fn written(&self, method: &str, path: &str, kind: &str, body: &str) -> String {
        let address = self.target.address;
        let from = self.from.map(|from| format!("x-forwarded-for: {from}\r\n"));
        let from = from.unwrap_or_default();
        format!(
            "{method} {path} HTTP/1.1\r\nhost: {address}\r\ncookie: {}\r\n{from}\
             content-type: {kind}\r\ncontent-length: {}\r\n\r\n{body}",
            self.cookie,
            body.len()
        )
    }

    /// One request and its answer. A kept connection may have been closed meanwhile: then anew.
    async fn exchange(&mut self, request: &str) -> Result<Answer> {
        let kept = match self.connection.take() {
            Some(mut kept) => kept
                .exchange(request)
                .await
                .ok()
                .map(|answer| (kept, answer)),
            None => None,
        };
        let (connection, answer) = if let Some(done) = kept {
            done
        } else {
            let mut new = Connection::open(self.target.address).await?;
            let answer = new.exchange(request).await?;
            (new, answer)
        };
        if let Some(cookie) = &answer.cookie {
            self.cookie.clone_from(cookie);
        }
        if self.target.keep_alive && !answer.closes {
            self.connection = Some(connection);
        }
        Ok(answer)
    }
}

struct Connection {
    stream: TcpStream,
    read: Vec<u8>,
}

impl Connection {
    async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            read: Vec::with_capacity(1024),
        })
    }

    async fn exchange(&mut self, request: &str) -> Result<Answer> {
        self.stream.write_all(request.as_bytes()).await?;
        self.read.clear();
        loop {
            let more = self.stream.read_buf(&mut self.read).await?;
            ensure!(more > 0, "the connection was closed");
            if let Some(answer) = parse(&self.read)? {
                return Ok(answer);
            }
        }
    }
}

/// The answer, once all of it is there.
fn parse(read: &[u8]) -> Result<Option<Answer>> {
    let mut headers = [httparse::EMPTY_HEADER; 32];
    let mut head = httparse::Response::new(&mut headers);
    let httparse::Status::Complete(start) = head.parse(read)? else {
        return Ok(None);
    };
    let header = |name: &str| {
        let mut found = head
            .headers
            .iter()
            .filter(|h| h.name.eq_ignore_ascii_case(name));
        found
            .next()
            .and_then(|header| str::from_utf8(header.value).ok())
    };
    let length: usize = header("content-length").map_or(Ok(0), str::parse)?;
    let Some(body) = read.get(start..start + length) else {
        return Ok(None);
    };
    Ok(Some(Answer {
        status: head.code.context("an answer without status")?,
        body: body.to_vec(),
        cookie: header("set-cookie").and_then(|set| Some(set.split_once(';')?.0.to_owned())),
        closes: header("connection").is_some_and(|word| word.eq_ignore_ascii_case("close")),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_when_all_of_it_is_there() {
        let whole = b"HTTP/1.1 200 OK\r\nset-cookie: a=b; Path=/\r\ncontent-length: 2\r\n\r\n{}";
        for part in 0..whole.len() {
            assert!(parse(&whole[..part]).unwrap().is_none(), "{part}");
        }
        let answer = parse(whole).unwrap().unwrap();
        assert_eq!((answer.status, &*answer.body), (200, &b"{}"[..]));
        assert_eq!(answer.cookie.as_deref(), Some("a=b"));
        assert!(!answer.closes);
    }

    #[test]
    fn an_answer_without_a_body_ends_with_its_head() {
        let answer = parse(b"HTTP/1.1 204 No Content\r\n\r\n").unwrap().unwrap();
        assert_eq!((answer.status, answer.body.len()), (204, 0));
    }
}
