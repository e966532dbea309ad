//! What each address costs that a stranger may ask: processor time of the server, request by request. None may take more
//! than a millisecond, or it must be limited.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use clap::Args;
use serde_json::json;

use crate::faults::Room;
use crate::http::Browser;
use crate::server::{MeasuredPlace, Server};

/// Processor time that one request may take.
const ALLOWED: Duration = Duration::from_millis(1);
/// Requests before it is measured, for what is made once.
const BEFORE: u32 = 5;
/// How a request is answered that comes too often.
const TOO_MANY: u16 = 429;

/// Options of `addresses`.
#[derive(Args)]
pub(crate) struct Addresses {
    /// How often each is asked.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(20..=10_000))]
    requests: u32,
    #[command(flatten)]
    place: MeasuredPlace,
}

/// What a stranger may ask; `{code}` is the webinar's, `{hash}` its catalogue's. What is posted is well-formed and, where
/// it holds a secret, wrong.
const ASKED: [(&str, &str, &str); 50] = [
    ("GET", "/healthz", ""),
    ("GET", "/readyz", ""),
    ("GET", "/", ""),
    ("GET", "/w/{code}", ""),
    ("GET", "/w/{code}/screen", ""),
    ("GET", "/w/{code}/present", ""),
    ("GET", "/w/{code}/remote", ""),
    ("GET", "/w/{code}/questions", ""),
    ("GET", "/w/{code}/survey", ""),
    ("GET", "/w/{code}/evaluation", ""),
    ("GET", "/w/{code}/after", ""),
    ("GET", "/w/{code}/signup", ""),
    ("GET", "/w/{code}/brief/1", ""),
    ("GET", "/w/ZZZZZZ", ""),
    ("GET", "/finance", ""),
    ("GET", "/finance/feed.atom", ""),
    ("GET", "/webinars/feed.atom", ""),
    ("GET", "/requests/1/feed.atom", ""),
    ("GET", "/requests/1/comments", ""),
    ("GET", "/news", ""),
    ("GET", "/forum", ""),
    ("GET", "/wish", ""),
    ("GET", "/vendor", ""),
    ("GET", "/vendor/requests", ""),
    ("GET", "/anonymity", ""),
    ("GET", "/nowhere", ""),
    ("GET", "/api/v1/openapi.json", ""),
    ("GET", "/api/v1/webinars/{code}", ""),
    ("GET", "/api/v1/webinars/{code}/catalogue/{hash}", ""),
    ("GET", "/api/v1/webinars/{code}/view", ""),
    ("GET", "/api/v1/webinars/{code}/roll", ""),
    ("GET", "/api/v1/webinars/{code}/carrying", ""),
    ("GET", "/api/v1/webinars/{code}/qr.svg", ""),
    ("GET", "/api/v1/webinars/{code}/webinar.ics", ""),
    ("GET", "/api/v1/webinars/{code}/look-ups", ""),
    ("GET", "/api/v1/webinars/{code}/me", ""),
    ("GET", "/api/v1/financing", ""),
    ("GET", "/api/v1/financing.csv", ""),
    ("GET", "/api/v1/financing.xlsx", ""),
    ("GET", "/api/v1/vendor", ""),
    ("GET", "/api/v1/vendor/session", ""),
    (
        "POST",
        "/api/v1/webinars/{code}/participants",
        r#"{"municipality":"0751"}"#,
    ),
    ("PUT", "/api/v1/webinars/{code}/ballot", "{}"),
    (
        "POST",
        "/api/v1/webinars/{code}/console/session",
        r#"{"secret":"guessed"}"#,
    ),
    (
        "POST",
        "/api/v1/financing/session",
        r#"{"code":"AAAAA AAAAA"}"#,
    ),
    (
        "POST",
        "/api/v1/vendor/session",
        r#"{"proof":"qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"}"#,
    ),
    ("POST", "/api/v1/vendor", "{}"),
    ("POST", "/api/v1/vendor/recovery/challenge", ""),
    ("POST", "/api/v1/vendor/recovery", "{}"),
    ("POST", "/wish", "do=look&title=Udskrift"),
];

/// Those with a limit for each address that is larger than what is asked here: joining (2,000 at once, then 20 a second), and
/// what is reckoned from the whole record (400 of all of them together, then 10 a second).
const LIMITED: [&str; 11] = [
    "/api/v1/webinars/{code}/participants",
    "/api/v1/webinars/{code}/webinar.ics",
    "/api/v1/financing",
    "/api/v1/financing.csv",
    "/api/v1/financing.xlsx",
    "/finance/feed.atom",
    "/webinars/feed.atom",
    "/requests/1/feed.atom",
    "/w/{code}/after",
    "/w/{code}/brief/1",
    "/forum",
];

/// What one address cost.
struct Cost {
    method: &'static str,
    address: &'static str,
    /// The status of most answers that were measured.
    status: u16,
    each: Duration,
    limited: u32,
}

impl Cost {
    fn is_limited(&self) -> bool {
        self.limited > 0 || LIMITED.contains(&self.address)
    }
}

/// Asks each, prints the table, and writes it to `bench/addresses.json`.
pub(crate) async fn measure(options: &Addresses) -> Result<()> {
    fs::create_dir_all(options.place.scratch.join("bench"))?;
    let scratch = tempfile::Builder::new()
        .prefix("bench-")
        .tempdir_in(&options.place.scratch)?;
    let program = options.place.program();
    let server = program.begin(scratch.path()).await?;
    let mut room = Room::opened(&server).await?;
    let ballots = room.all_vote().await?;
    room.counts(ballots).await?;
    let mut browser = Browser::new(server.target());
    let view = browser.send("GET", "/view", "").await?.json()?;
    let hash = view["catalogue"].as_str().context("no catalogue")?;
    let mut costs = Vec::new();
    for (method, address, body) in ASKED {
        let path = address
            .replace("{code}", &server.code)
            .replace("{hash}", hash);
        let asked = Asked {
            method,
            path: &path,
            body,
        };
        let (status, each, limited) = asked.cost(&server, options.requests).await?;
        costs.push(Cost {
            method,
            address,
            status,
            each,
            limited,
        });
    }
    server.stop().await?;
    costs.sort_by_key(|cost| std::cmp::Reverse(cost.each));
    print(options, &costs)
}

struct Asked<'a> {
    method: &'a str,
    path: &'a str,
    body: &'a str,
}

impl Asked<'_> {
    /// Status, processor time of each, and how many were told that they are too many: those are not measured.
    async fn cost(&self, server: &Server, requests: u32) -> Result<(u16, Duration, u32)> {
        let mut browser = Browser::new(server.target());
        let Self { method, path, body } = self;
        let mut status = 0;
        for _ in 0..BEFORE {
            status = browser.once_at(method, path, body).await?.status;
        }
        let (mut limited, mut measured, mut spent) = (0, 0_u32, Duration::ZERO);
        for _ in 0..requests {
            let before = server.processor_time();
            let answer = browser.once_at(method, path, body).await?.status;
            let after = server.processor_time();
            if answer == TOO_MANY {
                limited += 1;
                continue;
            }
            status = answer;
            measured += 1;
            spent += after.saturating_sub(before);
        }
        Ok((status, spent / measured.max(1), limited))
    }
}

fn print(options: &Addresses, costs: &[Cost]) -> Result<()> {
    println!(
        "\n{:>9}  {:<7}{:<52}{:>7}  limited",
        "ms each", "", "", "status"
    );
    for cost in costs {
        let Cost {
            method,
            address,
            status,
            each,
            limited,
        } = cost;
        let ms = each.as_secs_f64() * 1_000.0;
        let held = match (*limited, cost.is_limited()) {
            (0, false) => String::new(),
            (0, true) => "yes, beyond this".to_owned(),
            (limited, _) => format!("{limited} of {}", options.requests),
        };
        println!("{ms:>9.3}  {method:<7}{address:<52}{status:>7}  {held}");
    }
    let rows = costs.iter().map(|cost| {
        json!({ "method": cost.method, "address": cost.address, "status": cost.status,
            "ms": cost.each.as_secs_f64() * 1_000.0, "limited": cost.limited, "requests": options.requests })
    });
    let rows: Vec<_> = rows.collect();
    let table = options.place.scratch.join("bench/addresses.json");
    fs::write(table, serde_json::to_string_pretty(&rows)?)?;
    let dear = costs
        .iter()
        .find(|cost| cost.each > ALLOWED && !cost.is_limited());
    ensure!(
        dear.is_none(),
        "{} takes more than a millisecond, and is not limited",
        dear.map_or("", |cost| cost.address)
    );
    Ok(())
}
