//! The server encrypts by itself.

use axum::http::Version;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::program::{Place, barometer, free_port};
use crate::walk::walk;

#[tokio::test]
async fn page_stream_and_vote_come_over_https_in_both_versions() {
    for version in [Version::HTTP_2, Version::HTTP_11] {
        let place = Place::new();
        let address = place.at(free_port());
        let (certificate, key) = (place.path("cert.pem"), place.path("key.pem"));
        let tls = ["--tls-cert", &certificate, "--tls-key", &key];
        let _server = place.serve(address.port, &address, &tls);
        walk(&address, version).await;

        let bind = format!("127.0.0.1:{}", address.port);
        let health = |more: &[&str]| {
            let mut command = barometer();
            command.args(["healthcheck", "--bind", &bind]).args(more);
            command.output().unwrap().status.success()
        };
        assert!(health(&["--tls-cert", &certificate]));
        assert!(!health(&[]), "without encryption nothing is answered");

        // Whoever speaks without encryption is not answered, and disturbs nobody.
        let mut plain = TcpStream::connect(&bind).await.unwrap();
        plain
            .write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
            .await
            .unwrap();
        let mut said = Vec::new();
        let _ = plain.read_to_end(&mut said).await;
        assert!(!said.starts_with(b"HTTP"));
        assert!(health(&["--tls-cert", &certificate]));
    }
}

#[test]
fn a_key_of_another_certificate_is_refused_at_the_start() {
    let (place, other) = (Place::new(), Place::new());
    let mut command = barometer();
    command
        .args(["serve", "--public-url", "https://stem.test"])
        .args(["--dist", &place.path("dist")])
        .args(["--tls-cert", &place.path("cert.pem")])
        .args(["--tls-key", &other.path("key.pem")])
        .current_dir(&place.folder);
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        !output.status.success() && said.contains("certificate and key"),
        "{said}"
    );
}
