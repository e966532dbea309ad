//! The server behind the proxies of `docs/proxies`, with those files as they are but for names, ports and certificates.

use std::fs;
use std::io::{Write, stderr};
use std::process::{Command, Stdio};

use axum::http::{Method, Version};

use crate::client::{Address, Client};
use crate::program::{Place, Process, free_port};
use crate::walk::walk;

const NGINX: &str = include_str!("../../../../docs/proxies/nginx.conf");
const CADDY: &str = include_str!("../../../../docs/proxies/Caddyfile");

/// Whether a program is there. Where it is not, that is said past the test's own output, which nobody sees.
fn is_there(program: &str, version: &str) -> bool {
    let asked = Command::new(program)
        .arg(version)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let is_there = asked.is_ok_and(|status| status.success());
    if !is_there {
        let _ = writeln!(
            stderr(),
            "NOT TESTED: {program} is not installed; its example in docs/proxies was not tried"
        );
    }
    is_there
}

/// Replaces what must be there.
fn with(text: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

/// A walk in both versions, each behind a new server, and a body that is too large for any.
async fn walk_behind(start: impl Fn(&Place, &Address, u16) -> Process) {
    for version in [Version::HTTP_2, Version::HTTP_11] {
        let place = Place::new();
        let address = place.at(free_port());
        let behind = free_port();
        let _server = place.serve(behind, &address, &[]);
        let _proxy = start(&place, &address, behind);
        walk(&address, version).await;
        let mut client = Client::connect(&address, Version::HTTP_2).await;
        let file = vec![b'x'; 13 * 1024 * 1024];
        let sent = client
            .send(Method::POST, "/api/v1/vendor/imports", &[], file)
            .await;
        // By the proxy, which may say so in its own way.
        let is_refused = sent.status.is_client_error() || sent.status.is_server_error();
        assert!(is_refused, "{}", sent.status);
    }
}

#[tokio::test]
async fn behind_nginx() {
    if !is_there("nginx", "-v") {
        return;
    }
    walk_behind(|place, address, behind| {
        let listen = format!("listen 127.0.0.1:{} ssl http2;", address.port);
        let server = with(
            NGINX,
            &[
                ("listen 443 ssl http2;", &listen),
                ("    listen [::]:443 ssl http2;\n", ""),
                ("stem.eksempel.dk", "stem.test"),
                ("/etc/ssl/stem.pem", &place.path("cert.pem")),
                ("/etc/ssl/stem.key", &place.path("key.pem")),
                ("127.0.0.1:3000", &format!("127.0.0.1:{behind}")),
            ],
        );
        let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let folders = folders.map(|name| format!("{name}_temp_path {};\n", place.path(name)));
        let folders = folders.concat();
        let pid = place.path("nginx.pid");
        let whole = format!(
            "daemon off;\nmaster_process off;\npid {pid};\nerror_log stderr;\nevents {{}}\n\
             http {{\naccess_log off;\n{folders}{server}}}\n"
        );
        let file = place.path("nginx.conf");
        fs::write(&file, whole).unwrap();
        let mut nginx = Command::new("nginx");
        nginx
            .args(["-p", &place.path(""), "-e", "stderr", "-c", &file])
            .stderr(Stdio::null());
        Process::start(&mut nginx, address.port)
    })
    .await;
}

#[tokio::test]
async fn behind_caddy() {
    if !is_there("caddy", "version") {
        return;
    }
    walk_behind(|place, address, behind| {
        let tls = format!("tls {} {}", place.path("cert.pem"), place.path("key.pem"));
        let site = format!("https://stem.test:{} {{\n\t{tls}", address.port);
        let sites = with(
            CADDY,
            &[
                ("stem.eksempel.dk {", &site),
                ("127.0.0.1:3000", &format!("127.0.0.1:{behind}")),
            ],
        );
        let file = place.path("Caddyfile");
        fs::write(
            &file,
            format!("{{\n\tadmin off\n\tauto_https off\n}}\n{sites}"),
        )
        .unwrap();
        let mut caddy = Command::new("caddy");
        caddy
            .args(["run", "--adapter", "caddyfile", "--config", &file])
            .env("HOME", place.folder.path())
            .stderr(Stdio::null());
        Process::start(&mut caddy, address.port)
    })
    .await;
}
