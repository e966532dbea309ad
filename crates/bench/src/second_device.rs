//! Someone with a colleague's personal link: is anything that the server answers another where the colleague has voted?

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use barometer_sealing::invitation::Token;
use serde_json::{Value, json};

use crate::http::{Browser, Target};
use crate::presenter::Presenter;
use crate::server::{Program, SETUP_TOKEN};

/// Tries everything with the links of someone who voted, someone who only came, and someone who never did.
///
/// # Errors
/// When the answers differ, or tell by their length how much was chosen.
pub(crate) async fn run(program: &Program<'_>, scratch: &Path) -> Result<()> {
    let server = program.begin(&scratch.join("second-device")).await?;
    let target = server.target();
    let links = invite(&target, 3).await?;
    let mut presenter = Presenter::arrive(&target, &server.secret).await?;
    presenter.go_to_vote().await?;
    presenter.command(json!({ "do": "open" })).await?;
    let mut voter = Browser::new(target.clone());
    join(&mut voter, &links[0]).await?;
    voter.send("PUT", "/ballot", &ballot(1, 3)).await?.json()?;
    join(&mut Browser::new(target.clone()), &links[1]).await?;

    let of_voter = everything(&target, &links[0]).await?;
    for link in &links[1..] {
        ensure!(
            everything(&target, link).await? == of_voter,
            "a link tells whether somebody has come or voted with it"
        );
    }
    println!(
        "with a colleague's link: {} answers, none another where the colleague has voted",
        of_voter.len()
    );
    let mut lengths = Vec::new();
    for choices in 0..=3 {
        let mut phone = Browser::new(target.clone());
        let join = json!({ "municipality": "0751" }).to_string();
        phone.send("POST", "/participants", &join).await?.json()?;
        let receipt = phone.send("PUT", "/ballot", &ballot(1, choices)).await?;
        receipt.json()?;
        let me = phone.send("GET", "/me", "").await?;
        lengths.push((receipt.body.len(), me.body.len()));
    }
    ensure!(
        lengths.iter().all(|both| *both == lengths[0]),
        "lengths tell how much was chosen: {lengths:?}"
    );
    let (receipt, me) = lengths[0];
    println!("none to three choices: receipts of {receipt} bytes, `me` of {me}");
    server.stop().await
}

/// The vendor is set up and invites so many; the answer is their links' tokens.
async fn invite(target: &Arc<Target>, many: u8) -> Result<Vec<String>> {
    let mut vendor = Browser::new(target.clone());
    let set_up = json!({ "token": SETUP_TOKEN, "key": "k".repeat(43), "stretch": "{}", "wrapped": "{}",
        "proof": "p".repeat(43) });
    let set_up = set_up.to_string();
    vendor.send("POST", "/vendor", &set_up).await?.json()?;
    let tokens = (0..many).map(|number| char::from(b'a' + number).to_string().repeat(21) + "A");
    let tokens: Vec<String> = tokens.collect();
    let mut invitations = Vec::new();
    for token in &tokens {
        let token: Token = token.parse().ok().context("22 letters are a token")?;
        let hash = String::from(token.hash());
        invitations.push(json!({ "hash": hash, "municipality": "0751" }));
    }
    let path = format!("/vendor/webinars/{}/invitations", target.code);
    let body = json!({ "invitations": invitations }).to_string();
    vendor.send("POST", &path, &body).await?.json()?;
    Ok(tokens)
}

async fn join(phone: &mut Browser, token: &str) -> Result<()> {
    let invited = json!({ "invitation": token }).to_string();
    phone
        .send("POST", "/participants", &invited)
        .await?
        .json()?;
    Ok(())
}

/// What one is told who joins with a link, looks, leaves, comes back, votes, votes anew, and leaves again.
async fn everything(target: &Arc<Target>, token: &str) -> Result<Vec<(u16, String, usize)>> {
    let mut thief = Browser::new(target.clone());
    let invited = json!({ "invitation": token }).to_string();
    let watching = json!({ "observer": true }).to_string();
    let mut told = Vec::new();
    for (method, path, body) in [
        ("POST", "/participants", &*invited),
        ("GET", "/me", ""),
        ("POST", "/participants", &*watching),
        ("POST", "/participants", &*invited),
        ("PUT", "/ballot", &*ballot(9, 1)),
        ("PUT", "/ballot", &*ballot(8, 2)),
        ("PUT", "/ballot", &*ballot(10, 2)),
        ("GET", "/me", ""),
        ("POST", "/participants", &*watching),
    ] {
        let answer = thief.send(method, path, body).await?;
        let mut body: Value = serde_json::from_slice(&answer.body)?;
        for random in ["slot", "received_at", "signature"] {
            if let Some(field) = body.get_mut(random) {
                *field = Value::Null;
            }
        }
        told.push((answer.status, body.to_string(), answer.body.len()));
    }
    Ok(told)
}

/// So many choices, the first ones.
fn ballot(rev: u32, choices: usize) -> String {
    let tracker = |number: usize| format!("{rev:0>10}{number:0>11}A");
    let chosen: Vec<usize> = (1..=choices).collect();
    let of_choices: Vec<String> = chosen.iter().map(|&choice| tracker(choice)).collect();
    let trackers = json!({ "ballot": tracker(0), "choices": of_choices });
    json!({ "rev": rev, "choices": chosen, "trackers": trackers }).to_string()
}
