//! The decision brief: one page about one request for a participant to take home, print and pass on. Made here, so
//! that a phone downloads nothing for it.

use std::collections::HashMap;
use std::fmt::{Display, Write};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use barometer_domain::catalogue::{Catalogue, RequestText};
use barometer_domain::date::Date;
use barometer_domain::financing::own_share::{
    average_inhabitants, beside_each_other, prospective_share, saved_by_one_more,
};
use barometer_domain::financing::{Price, RequestState, Sharing, Sums};
use barometer_domain::ids::{RequestId, WebinarCode};
use barometer_domain::money::Money;
use barometer_domain::municipality::{self, Municipality};
use barometer_text::brief::{Brief, questions, steps};
use barometer_text::sharing::{self, Share};
use barometer_text::{Language, figures};
use serde::Deserialize;

use super::articles::{LanguageQuery, escaped, language};
use super::cookies::WebinarAccess;
use super::error::Error;
use super::{App, Site, pages};
use crate::rooms::Rooms;

const PRINT: &str = include_str!("brief.js");

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/w/{code}/brief/{request}", get(show))
        .route("/brief.js", get(script))
}

async fn script() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")],
        PRINT,
    )
}

/// The page; without such a webinar or request, the way back.
async fn show(
    here: Result<WebinarAccess, Error>,
    Path(path): Path<HashMap<String, String>>,
    asked: Query<LanguageQuery>,
    addressed: Query<Addressed>,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let Ok(here) = here else {
        return Ok(Redirect::to("/").into_response());
    };
    let rows = rooms.store().look(here.room.webinar()).await?;
    let id = path.get("request").and_then(|id| id.parse().ok());
    let is_shown = id.map(RequestId);
    let is_shown = is_shown.filter(|id| rows.catalogue.request(*id).is_some());
    let Some(id) = is_shown else {
        return Ok(Redirect::to(&format!("/w/{}", here.code)).into_response());
    };
    // Municipalities decide on what holds now, also where the webinar showed something else.
    let text = &rooms.store().request_text(id).await?;
    let me = match here.participant {
        Some(participant) => Some(here.room.me(participant).await?),
        None => None,
    };
    let own = me.and_then(|me| me.role.municipality().ok());
    // Whoever was sent the link reads their own municipality's share too; it follows from what everybody may know.
    let own = own.or_else(|| addressed.municipality.as_ref()?.parse().ok());
    let own = own.and_then(municipality::by_code);
    let language = language(&asked, &headers);
    let of = own.map_or_else(String::new, |own| format!("&for={}", own.code));
    let tag = language.tag();
    let paper = BriefPage {
        code: &here.code,
        catalogue: &rows.catalogue,
        text,
        sums: rows.sums.get(&text.id).copied().unwrap_or_default().sums(),
        state: rows.states.get(&text.id).copied().unwrap_or_default(),
        own,
        language,
        address: format!(
            "{}/w/{}/brief/{}?lang={tag}{of}",
            site.public_url, here.code, id.0
        ),
    };
    let headers = [
        (header::CONTENT_SECURITY_POLICY, pages::framed_by_teams()),
        (header::CACHE_CONTROL, "private, no-store".into()),
        (header::VARY, "accept-language, cookie".into()),
    ];
    Ok((headers, Html(paper.page())).into_response())
}

/// For which municipality a link that is passed on was made.
#[derive(Debug, Default, Deserialize)]
struct Addressed {
    #[serde(rename = "for")]
    municipality: Option<String>,
}

/// Everything that one printed brief says, in the language it was asked for.
struct BriefPage<'a> {
    code: &'a WebinarCode,
    catalogue: &'a Catalogue,
    text: &'a RequestText,
    sums: Sums,
    state: RequestState,
    /// The reader's municipality, if it is known.
    own: Option<&'static Municipality>,
    language: Language,
    /// Where whoever it is passed on to reads the same.
    address: String,
}

impl BriefPage<'_> {
    fn page(&self) -> String {
        let (tag, text) = (self.language.tag(), self.text);
        let (title, kind) = (escaped(&text.title), self.say(Brief::Kind));
        let (print, back) = (self.say(Brief::Print), self.say(Brief::Back));
        let (share, mail) = (self.share_button(), self.mail());
        let code = self.code;
        format!(
            "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{kind}: {title}</title>\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"/article.css\">\n\
             <body class=\"article brief\">\n<header><nav><a id=\"back\" href=\"/w/{code}\">{back}</a>\
             <span class=\"ways\">{share}{mail}<button id=\"print\" class=\"button\" hidden>{print}</button></span></nav>\
             <p id=\"said\" role=\"status\"></p></header>\n\
             <main>\n{}</main>\n<script src=\"/brief.js\"></script>\n</body>\n</html>\n",
            self.body()
        )
    }

    /// Opens the device's own share sheet, or copies; there only where a script runs.
    fn share_button(&self) -> String {
        let (label, copied) = (self.say(Brief::ShareIt), self.say(Brief::Copied));
        let by_hand = self.say(Brief::CopyByHand(&self.address));
        let title = format!("{}: {}", self.say(Brief::Kind), self.text.title);
        let data = [
            ("title", &title),
            ("text", &self.message()),
            ("url", &self.address),
            ("copied", &copied),
            ("by-hand", &by_hand),
        ];
        let data = data.map(|(name, value)| format!(" data-{name}=\"{}\"", escaped(value)));
        let data = data.concat();
        format!("<button id=\"share\" class=\"button\" hidden{data}>{label}</button>")
    }

    /// A mail with subject and text, for whoever is to read it.
    fn mail(&self) -> String {
        let subject = format!("{}: {}", self.say(Brief::Kind), self.text.title);
        let lines = [
            self.message(),
            self.say(Brief::ReadHere(&self.address)),
            self.say(Brief::NotBinding),
        ];
        let body = lines.join("\r\n\r\n");
        let (subject, body) = (in_address(&subject), in_address(&body));
        let label = self.say(Brief::Mail);
        format!(
            "<a class=\"button\" href=\"mailto:?subject={subject}&amp;body={body}\">{label}</a>"
        )
    }

    /// What is passed on beside the link.
    fn message(&self) -> String {
        let day = figures::date(self.language, &self.catalogue.date);
        let what = Brief::Message(&self.text.title, &self.catalogue.title, &day);
        let share = self.own_share().map(|(count, share)| {
            let rule = sharing::rule(&self.text.sharing.rule, self.language);
            self.say(Brief::MessageShare(&self.money(share), count, &rule))
        });
        [Some(self.say(what)), share]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// What the reader's municipality would pay if as many as planned take part, and how many those are.
    fn own_share(&self) -> Option<(u32, Money)> {
        let price = self.text.price.known()?;
        let (own, count) = (self.own?, self.text.planned_number());
        let share = prospective_share(price, &self.text.sharing, own.population, count);
        share.ok().map(|share| (count, share))
    }

    fn body(&self) -> String {
        let mut html = String::new();
        self.heading(&mut html);
        self.price(&mut html);
        self.share(&mut html);
        let ordered = |html: &mut String, heading, list: &str, items: &[&str]| {
            element(html, "h2", self.say(heading));
            let items = items
                .iter()
                .map(|item| format!("<li>{}</li>", escaped(item)));
            let items: String = items.collect();
            let _ = writeln!(html, "<{list}>{items}</{list}>");
        };
        ordered(
            &mut html,
            Brief::AskPurchasing,
            "ul",
            &questions(self.language),
        );
        element(&mut html, "h2", self.say(Brief::Deadline));
        self.deadline(&mut html);
        ordered(&mut html, Brief::NextSteps, "ol", &steps(self.language));
        html.push_str("<p class=\"small\">");
        html.push_str(&self.say(Brief::NotBinding));
        html.push_str("</p>\n");
        html
    }

    fn heading(&self, html: &mut String) {
        let (catalogue, text) = (self.catalogue, self.text);
        let day = figures::date(self.language, &catalogue.date);
        let marks = [
            Some(self.say(Brief::Kind)),
            self.own.map(|own| self.say(Brief::For(own.name))),
        ];
        let marks: Vec<String> = marks.into_iter().flatten().collect();
        let _ = writeln!(html, "<p class=\"eyebrow\">{}</p>", marks.join(" · "));
        element(html, "h1", escaped(&text.title));
        let from = self.say(Brief::From(&escaped(&catalogue.title), &day));
        let about = [from, escaped(&text.reference), escaped(&text.category)];
        let about = about.into_iter().filter(|part| !part.is_empty());
        let about: Vec<String> = about.collect();
        let _ = writeln!(html, "<p class=\"muted\">{}</p>", about.join(" · "));
        if catalogue.fictional {
            let fictional = barometer_text::shared::Shared::Fictional.say(self.language);
            let _ = writeln!(html, "<p class=\"mark\">{fictional}</p>");
        }
        element(html, "h2", self.say(Brief::WhatYouGet));
        element(html, "p", escaped(&text.pitch));
        if !text.benefit.is_empty() {
            element(html, "p", escaped(&text.benefit));
        }
    }

    fn price(&self, html: &mut String) {
        let (price, sums) = (&self.text.price, &self.sums);
        let shortfall = sums.shortfall(price.likely());
        let (low, high) = match price {
            Price::Estimate { low, high, .. } => (*low, *high),
            Price::Firm { amount } => (*amount, *amount),
            Price::NotAssessed => {
                element(html, "h2", self.say(Brief::ThePrice));
                element(html, "p", self.say(Brief::NotAssessed));
                return;
            }
        };
        let (low, high) = (self.money(low), self.money(high));
        element(html, "h2", self.say(Brief::ThePrice));
        let _ = writeln!(
            html,
            "<p class=\"figure\">{}</p>",
            self.money(price.likely())
        );
        element(html, "p", self.say(Brief::PriceIs(price, &low, &high)));
        let (committed, missing) = (self.money(sums.committed.amount), self.money(shortfall));
        let standing = Brief::Standing {
            committed: &committed,
            by: sums.committed.count,
            missing: &missing,
        };
        let terms = self.text.terms();
        let more = match terms.missing_municipalities(sums) {
            Some(0) | None => None,
            Some(more) => Some(self.say(Brief::MoreNeeded(more))),
        };
        let standing = if self.state.is_funded() {
            Brief::Funded
        } else {
            standing
        };
        let more = more.unwrap_or_default();
        element(
            html,
            "p",
            format!("{} {more}", self.say(standing)).trim_end(),
        );
        let says_amounts = standing != Brief::Funded && sums.committed.count > 0;
        if says_amounts {
            let _ = writeln!(html, "<p class=\"small\">{}</p>", self.say(Brief::Rounded));
        }
    }

    /// The last day to say yes, and why it was moved, if it was.
    fn deadline(&self, html: &mut String) {
        let day = |date: Date| figures::date(self.language, &date.to_string());
        let Some(deadline) = self.text.deadline.map(day) else {
            element(html, "p", self.say(Brief::NoDeadline));
            return;
        };
        element(html, "p", self.say(Brief::By(&deadline)));
        if let Some(extension) = &self.text.extension {
            let (from, reason) = (day(extension.from), escaped(&extension.reason));
            element(html, "p", self.say(Brief::Extended(&from, &reason)));
        }
    }

    /// What the reader's municipality would pay, by the request's own rule and by the usual ones side by side.
    fn share(&self, html: &mut String) {
        if self.text.price.known().is_none() {
            return;
        }
        element(html, "h2", Share::Yours.say(self.language));
        let Some(own) = self.own else {
            element(html, "p", self.say(Brief::NoMunicipality));
            return;
        };
        let (count, sharing) = (self.text.planned_number(), self.text.sharing);
        let price = self.text.price.likely();
        match prospective_share(price, &sharing, own.population, count) {
            Ok(share) => {
                let _ = writeln!(html, "<p class=\"figure\">{}</p>", self.money(share));
                let rule = sharing::rule(&sharing.rule, self.language);
                element(html, "p", self.say(Brief::ShareAt(count, &rule)));
            }
            Err(_) => element(html, "p", Share::NotEnough(count).say(self.language)),
        }
        if let Some(saved) = saved_by_one_more(price, &sharing, own.population, count) {
            element(html, "p", self.say(Brief::OneMoreSaves(&self.money(saved))));
        }
        self.side_by_side(html, own, count);
    }

    fn side_by_side(&self, html: &mut String, own: &Municipality, count: u32) {
        let price = self.text.price.likely();
        let Some(beside) = beside_each_other(price, self.text.sharing, &[own.population], count)
        else {
            element(html, "p", Share::AllAlike(count).say(self.language));
            return;
        };
        let row = |(sharing, shares): (Sharing, Vec<Option<Money>>)| {
            let share = self.money(shares.into_iter().next()??);
            let words = figures::capitalised(&sharing::rule(&sharing.rule, self.language));
            Some(format!(
                "<tr><th scope=\"row\">{words}</th><td>{share}</td></tr>"
            ))
        };
        let rows: String = beside.into_iter().filter_map(row).collect();
        let caption = Share::OtherRules.say(self.language);
        let (rule, amount) = (self.say(Brief::Rule), Share::Yours.say(self.language));
        let _ = writeln!(
            html,
            "<table><caption>{caption}</caption><thead><tr><th scope=\"col\">{rule}</th>\
             <th scope=\"col\">{amount}</th></tr></thead><tbody>{rows}</tbody></table>"
        );
        let average = figures::number(self.language, average_inhabitants().into());
        let assumption = Share::Assumption(&average).say(self.language);
        let _ = writeln!(html, "<p class=\"small\">{assumption}</p>");
    }

    fn say(&self, words: Brief) -> String {
        words.say(self.language)
    }

    fn money(&self, amount: Money) -> String {
        figures::money(self.language, amount)
    }
}

/// One element around text that is escaped already.
fn element(html: &mut String, tag: &str, text: impl Display) {
    // Writing to a string cannot fail.
    let _ = writeln!(html, "<{tag}>{text}</{tag}>");
}

/// Any text within an address, as RFC 3986 percent-encodes it.
fn in_address(text: &str) -> String {
    let mut address = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::in_address;

    #[test]
    fn a_mail_keeps_its_lines_and_letters() {
        assert_eq!(in_address("Ø & 5\r\n"), "%C3%98%20%26%205%0D%0A");
    }
}
