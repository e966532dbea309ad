//! A client that trusts one certificate and speaks one version of HTTP.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::http::{HeaderMap, Method, Request, StatusCode, Version, header};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// The name in the certificate.
pub(crate) const HOST: &str = "stem.test";
/// The longest that anything may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where one connects, and what one believes there.
#[derive(Clone)]
pub(crate) struct Address {
    pub(crate) port: u16,
    pub(crate) certificate: CertificateDer<'static>,
}

impl Address {
    /// What browsers name as the origin of a page from there.
    pub(crate) fn origin(&self) -> String {
        format!("https://{HOST}:{}", self.port)
    }
}

/// One browser: a connection and its cookies.
pub(crate) struct Client {
    sender: Sender,
    origin: String,
    cookies: Vec<String>,
}

enum Sender {
    One(http1::SendRequest<Full<Bytes>>),
    Two(http2::SendRequest<Full<Bytes>>),
}

/// An answer, read whole.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.body)))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

impl Client {
    /// Connects with this version of HTTP, which the other side must have agreed to.
    pub(crate) async fn connect(to: &Address, version: Version) -> Self {
        let mut roots = RootCertStore::empty();
        roots.add(to.certificate.clone()).unwrap();
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let config = config.with_safe_default_protocol_versions().unwrap();
        let mut config = config.with_root_certificates(roots).with_no_client_auth();
        let protocol = if version == Version::HTTP_2 {
            "h2"
        } else {
            "http/1.1"
        };
        config.alpn_protocols = vec![protocol.into()];
        let stream = TcpStream::connect(("127.0.0.1", to.port)).await.unwrap();
        let name = ServerName::try_from(HOST).unwrap();
        let stream = TlsConnector::from(Arc::new(config)).connect(name, stream);
        let stream = timeout(PATIENCE, stream).await.unwrap().unwrap();
        let agreed = stream.get_ref().1.alpn_protocol();
        assert_eq!(agreed, Some(protocol.as_bytes()));
        let stream = TokioIo::new(stream);
        let sender = if version == Version::HTTP_2 {
            let (sender, connection) = http2::handshake(TokioExecutor::new(), stream)
                .await
                .unwrap();
            tokio::spawn(connection);
            Sender::Two(sender)
        } else {
            let (sender, connection) = http1::handshake(stream).await.unwrap();
            tokio::spawn(connection);
            Sender::One(sender)
        };
        Self {
            sender,
            origin: to.origin(),
            cookies: Vec::new(),
        }
    }

    /// Sends, with more headers than a browser sends; `from` is the origin of the page that asks.
    pub(crate) async fn start(
        &mut self,
        method: Method,
        path: &str,
        more: &[(&str, &str)],
        body: Bytes,
    ) -> axum::http::Response<Incoming> {
        let uri = match self.sender {
            Sender::One(_) => path.to_owned(),
            Sender::Two(_) => format!("{}{path}", self.origin),
        };
        let mut request = Request::builder().method(&method).uri(uri);
        if matches!(self.sender, Sender::One(_)) {
            request = request.header(header::HOST, self.origin.trim_start_matches("https://"));
        }
        if !self.cookies.is_empty() {
            request = request.header(header::COOKIE, self.cookies.join("; "));
        }
        if method != Method::GET && !more.iter().any(|(name, _)| *name == "origin") {
            request = request.header(header::ORIGIN, &self.origin);
        }
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        let request = request.body(Full::new(body)).unwrap();
        let answer = async {
            match &mut self.sender {
                Sender::One(sender) => {
                    sender.ready().await.unwrap();
                    sender.send_request(request).await
                }
                Sender::Two(sender) => sender.send_request(request).await,
            }
        };
        let answer = timeout(PATIENCE, answer).await.unwrap().unwrap();
        for cookie in answer.headers().get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            self.cookies
                .push(cookie.split(';').next().unwrap().to_owned());
        }
        answer
    }

    pub(crate) async fn send(
        &mut self,
        method: Method,
        path: &str,
        more: &[(&str, &str)],
        body: impl Into<Bytes>,
    ) -> Answer {
        let answer = self.start(method, path, more, body.into()).await;
        let (parts, body) = answer.into_parts();
        let body = timeout(PATIENCE, body.collect()).await.unwrap().unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.to_bytes(),
        }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], Bytes::new()).await
    }

    pub(crate) async fn post(&mut self, path: &str, body: &Value) -> Answer {
        self.send(Method::POST, path, &[], body.to_string()).await
    }

    pub(crate) async fn put(&mut self, path: &str, body: &Value) -> Answer {
        self.send(Method::PUT, path, &[], body.to_string()).await
    }
}

/// A stream of events, read as it comes.
pub(crate) struct Events {
    body: Incoming,
    read: String,
}

impl Events {
    pub(crate) async fn follow(client: &mut Client, path: &str) -> Self {
        let answer = client.start(Method::GET, path, &[], Bytes::new()).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/event-stream");
        assert!(!answer.headers().contains_key(header::CONTENT_ENCODING));
        Self {
            body: answer.into_body(),
            read: String::new(),
        }
    }

    /// Reads on until this has come; what is held back for longer than two seconds somewhere on the way has not.
    pub(crate) async fn until(&mut self, wanted: &str) {
        let read = async {
            while !self.read.contains(wanted) {
                let frame = self.body.frame().await.unwrap().unwrap();
                if let Ok(data) = frame.into_data() {
                    self.read.push_str(&String::from_utf8_lossy(&data));
                }
            }
        };
        let came = timeout(Duration::from_secs(2), read).await.is_ok();
        assert!(came, "{wanted} did not come: {}", self.read);
    }
}
