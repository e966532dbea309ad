//! The decision brief: one page about one request for a participant to take home, print and pass on. Made here, so
//! that a phone downloads nothing for it.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header;
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
use barometer_domain::route::{Route, pattern};
use barometer_text::brief::{BriefText, questions, steps};
use barometer_text::pledge::PledgeText;
use barometer_text::shared::SharedText;
use barometer_text::sharing::{self, SharingText};
use barometer_text::{Language, figures};
use maud::{Markup, html};
use serde::Deserialize;

use super::articles::ReaderLanguage;
use super::cookies::WebinarAccess;
use super::error::ApiError;
use super::html_page::{ARTICLE_LOOK, PageHead, VIEWPORT};
use super::percent::encoded;
use super::reckoned::MayReckon;
use super::{AppState, Site, policy};
use crate::rooms::Rooms;

const PRINT: &str = include_str!("brief.js");

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route(pattern::BRIEF, get(show))
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
    (_, here): (MayReckon, Result<WebinarAccess, ApiError>),
    Path(path): Path<HashMap<String, String>>,
    ReaderLanguage(language): ReaderLanguage,
    addressed: Query<BriefQuery>,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Response, ApiError> {
    let Ok(here) = here else {
        return Ok(Redirect::to(pattern::JOIN).into_response());
    };
    let rows = rooms.store().snapshot(here.room.webinar()).await?;
    let id = path.get("request").and_then(|id| id.parse().ok());
    let is_shown = id.map(RequestId);
    let is_shown = is_shown.filter(|id| rows.catalogue.request(*id).is_some());
    let Some(id) = is_shown else {
        return Ok(Redirect::to(&Route::Phone(here.code).path()).into_response());
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
    let of = own.map_or_else(String::new, |own| format!("&for={}", own.code));
    let tag = language.tag();
    let page = Route::Brief(here.code.clone(), id);
    let is_estimate = matches!(text.price, Price::Estimate { .. });
    let came_within = if is_estimate {
        let fictional = rows.catalogue.fictional;
        rooms.store().said_accuracy(fictional).await?
    } else {
        None
    };
    let paper = BriefPage {
        code: &here.code,
        catalogue: &rows.catalogue,
        text,
        sums: rows.sums.get(&text.id).copied().unwrap_or_default().sums(),
        state: rows.states.get(&text.id).copied().unwrap_or_default(),
        own,
        came_within,
        language,
        address: format!("{}?lang={tag}{of}", site.address(&page)),
    };
    let headers = [
        (header::CONTENT_SECURITY_POLICY, policy::framed_by_teams()),
        (header::CACHE_CONTROL, "private, no-store".into()),
        (header::VARY, "accept-language, cookie".into()),
    ];
    Ok((headers, Html(paper.page())).into_response())
}

/// For which municipality a link that is passed on was made.
#[derive(Debug, Default, Deserialize)]
struct BriefQuery {
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
    /// Within how many percent of their estimates the last prices came, where the vendor tells it.
    came_within: Option<u64>,
    language: Language,
    /// Where whoever it is passed on to reads the same.
    address: String,
}

impl BriefPage<'_> {
    fn page(&self) -> String {
        let phone = Route::Phone(self.code.clone());
        let body = html! {
            body class="article brief" {
                header {
                    nav {
                        a id="back" href=(phone.path()) { (self.sentence(BriefText::Back)) }
                        span class="ways" {
                            (self.share_button())
                            (self.mail_link())
                            button id="print" class="button" hidden { (self.sentence(BriefText::Print)) }
                        }
                    }
                    p id="said" role="status" {}
                }
                main { (self.contents()) }
                script src="/brief.js" {}
            }
        };
        let head = PageHead {
            language: self.language,
            title: &self.name(),
            viewport: VIEWPORT,
            has_no_icon: true,
            stylesheet: ARTICLE_LOOK,
        };
        head.document(&body)
    }

    /// What it is a brief about, as a tab and a mail name it.
    fn name(&self) -> String {
        format!("{}: {}", self.sentence(BriefText::Kind), self.text.title)
    }

    /// Opens the device's own share sheet, or copies; there only where a script runs.
    fn share_button(&self) -> Markup {
        html! {
            button id="share" class="button" hidden data-title=(self.name()) data-text=(self.message())
                data-url=(self.address) data-copied=(self.sentence(BriefText::Copied))
                data-by-hand=(self.sentence(BriefText::CopyByHand(&self.address))) { (self.sentence(BriefText::ShareIt)) }
        }
    }

    /// A mail with subject and text, for whoever is to read it.
    fn mail_link(&self) -> Markup {
        let lines = [
            self.message(),
            self.sentence(BriefText::ReadHere(&self.address)),
            self.sentence(BriefText::NotBinding),
        ];
        let (subject, body) = (self.name(), lines.join("\r\n\r\n"));
        let address = format!(
            "mailto:?subject={}&body={}",
            encoded(&subject),
            encoded(&body)
        );
        html! { a class="button" href=(address) { (self.sentence(BriefText::Mail)) } }
    }

    /// What is passed on beside the link.
    fn message(&self) -> String {
        let day = figures::date(self.language, &self.catalogue.date);
        let what = BriefText::Message(&self.text.title, &self.catalogue.title, &day);
        let share = self.own_share().map(|(count, share)| {
            let rule = sharing::rule(&self.text.sharing.rule, self.language);
            self.sentence(BriefText::MessageShare(&self.money(share), count, &rule))
        });
        [Some(self.sentence(what)), share]
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

    fn contents(&self) -> Markup {
        html! {
            (self.heading())
            (self.price())
            (self.share())
            h2 { (self.sentence(BriefText::AskPurchasing)) }
            ul { @for question in questions(self.language) { li { (question) } } }
            h2 { (self.sentence(BriefText::Deadline)) }
            (self.deadline())
            (self.pledge_link())
            h2 { (self.sentence(BriefText::NextSteps)) }
            ol { @for step in steps(self.language) { li { (step) } } }
            p class="small" { (self.sentence(BriefText::NotBinding)) }
        }
    }

    fn heading(&self) -> Markup {
        let (catalogue, text) = (self.catalogue, self.text);
        let day = figures::date(self.language, &catalogue.date);
        let own = self.own.map(|own| self.sentence(BriefText::For(own.name)));
        let marks = [self.sentence(BriefText::Kind), own.unwrap_or_default()];
        let from = self.sentence(BriefText::From(&catalogue.title, &day));
        let about = [from, text.reference.clone(), text.category.clone()];
        html! {
            p class="eyebrow" { (joined(marks)) }
            h1 { (text.title) }
            p class="muted" { (joined(about)) }
            @if catalogue.fictional { p class="mark" { (SharedText::Fictional.say(self.language)) } }
            h2 { (self.sentence(BriefText::WhatYouGet)) }
            p { (text.pitch) }
            @if !text.benefit.is_empty() { p { (text.benefit) } }
        }
    }

    fn price(&self) -> Markup {
        let price = &self.text.price;
        let (low, high) = match price {
            Price::Estimate { low, high, .. } => (*low, *high),
            Price::Firm { amount } => (*amount, *amount),
            Price::NotAssessed => {
                return html! {
                    h2 { (self.sentence(BriefText::ThePrice)) }
                    p { (self.sentence(BriefText::NotAssessed)) }
                };
            }
        };
        let (low, high) = (self.money(low), self.money(high));
        let says_amounts = !self.state.is_funded() && self.sums.committed.count > 0;
        html! {
            h2 { (self.sentence(BriefText::ThePrice)) }
            p class="figure" { (self.money(price.likely())) }
            p { (self.sentence(BriefText::PriceIs(price, &low, &high))) }
            @if let Some(percent) = self.came_within { p { (self.sentence(BriefText::CameWithin(percent))) } }
            p { (self.standing()) }
            @if says_amounts { p class="small" { (self.sentence(BriefText::Rounded)) } }
        }
    }

    /// How far the request is from being funded, in money and in municipalities.
    fn standing(&self) -> String {
        let (price, sums) = (&self.text.price, &self.sums);
        let committed = self.money(sums.committed.amount);
        let missing = self.money(sums.shortfall(price.likely()));
        let standing = if self.state.is_funded() {
            BriefText::Funded
        } else {
            BriefText::Standing {
                committed: &committed,
                by: sums.committed.count,
                missing: &missing,
            }
        };
        let more = self.text.terms().missing_municipalities(sums);
        match more.filter(|more| *more > 0) {
            Some(more) => format!(
                "{} {}",
                self.sentence(standing),
                self.sentence(BriefText::MoreNeeded(more))
            ),
            None => self.sentence(standing),
        }
    }

    /// The last day to say yes, and why it was moved, if it was.
    fn deadline(&self) -> Markup {
        let day = |date: Date| figures::date(self.language, &date.to_string());
        let Some(deadline) = self.text.deadline.map(day) else {
            return html! { p { (self.sentence(BriefText::NoDeadline)) } };
        };
        html! {
            p { (self.sentence(BriefText::By(&deadline))) }
            @if let Some(extension) = &self.text.extension {
                p { (self.sentence(BriefText::Extended(&day(extension.from), &extension.reason))) }
            }
        }
    }

    /// Where whoever has a personal link says what the municipality would join for.
    fn pledge_link(&self) -> Markup {
        let page = Route::Pledge(self.text.id).path();
        let page = format!("{page}?lang={}", self.language.tag());
        html! {
            @if self.state.takes_intention() {
                p class="no-print" { a href=(page) { (PledgeText::Link.say(self.language)) } }
            }
        }
    }

    /// What the reader's municipality would pay, by the request's own rule and by the usual ones side by side.
    fn share(&self) -> Markup {
        if self.text.price.known().is_none() {
            return html! {};
        }
        let heading = SharingText::Yours.say(self.language);
        let Some(own) = self.own else {
            return html! {
                h2 { (heading) }
                p { (self.sentence(BriefText::NoMunicipality)) }
            };
        };
        let (count, sharing) = (self.text.planned_number(), self.text.sharing);
        let price = self.text.price.likely();
        let saved = saved_by_one_more(price, &sharing, own.population, count);
        html! {
            h2 { (heading) }
            @match prospective_share(price, &sharing, own.population, count) {
                Ok(share) => {
                    p class="figure" { (self.money(share)) }
                    p { (self.sentence(BriefText::ShareAt(count, &sharing::rule(&sharing.rule, self.language)))) }
                }
                Err(_) => { p { (SharingText::NotEnough(count).say(self.language)) } }
            }
            @if let Some(saved) = saved { p { (self.sentence(BriefText::OneMoreSaves(&self.money(saved)))) } }
            (self.side_by_side(own, count))
        }
    }

    /// What other sharing rules would come to for the reader's municipality.
    fn side_by_side(&self, own: &Municipality, count: u32) -> Markup {
        let price = self.text.price.likely();
        let Some(beside) = beside_each_other(price, self.text.sharing, &[own.population], count)
        else {
            return html! { p { (SharingText::AllAlike(count).say(self.language)) } };
        };
        let row = |(sharing, shares): (Sharing, Vec<Option<Money>>)| {
            let share = shares.into_iter().next()??;
            let words = figures::capitalised(&sharing::rule(&sharing.rule, self.language));
            Some(html! { tr { th scope="row" { (words) } td { (self.money(share)) } } })
        };
        let average = figures::number(self.language, average_inhabitants().into());
        html! {
            table {
                caption { (SharingText::OtherRules.say(self.language)) }
                thead {
                    tr {
                        th scope="col" { (self.sentence(BriefText::Rule)) }
                        th scope="col" { (SharingText::Yours.say(self.language)) }
                    }
                }
                tbody { @for row in beside.into_iter().filter_map(row) { (row) } }
            }
            p class="small" { (SharingText::Assumption(&average).say(self.language)) }
        }
    }

    fn sentence(&self, words: BriefText) -> String {
        words.say(self.language)
    }

    fn money(&self, amount: Money) -> String {
        figures::money(self.language, amount)
    }
}

/// The parts that say something, with a dot between them.
fn joined<const N: usize>(parts: [String; N]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
