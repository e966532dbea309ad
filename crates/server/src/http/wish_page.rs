//! `/wish`: a municipality sends a wish, and sees at an address of its own what becomes of it.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use barometer_domain::financing::ChangeRequest;
use barometer_domain::financing::portfolio::PortfolioRow;
use barometer_domain::financing::request::{LONGEST_PITCH, LONGEST_TITLE};
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;
use barometer_domain::route::pattern;
use barometer_domain::vendor::{PublicKey, SealedIdentity};
use barometer_domain::wish::{self, Frequency, LONGEST_ANSWER, Wish, WishFault, WishField};
use barometer_text::form_page::FormText;
use barometer_text::wish::WishText;
use barometer_text::{Language, figures, states, wish as wish_text};
use maud::{Markup, html};
use serde::Deserialize;

use super::address::ClientAddress;
use super::articles::ReaderLanguage;
use super::error::ApiError;
use super::financing::PageReader;
use super::forms::{
    Choice, Fault, Field, FormPage, SealedForm, SentForm, TextInput, fault_summary,
    municipality_choices, see_other,
};
use super::news::wish_form;
use super::{AppState, Site};
use crate::rooms::Rooms;
use crate::secrets;
use crate::store::{SentWish, WishContent, WishReceipt, WishStatus, wish_slot};

const SCRIPT: &str = include_str!("wish.js");

/// The letters of the secret in the address of a wish.
const LINK_LENGTH: usize = 64;

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route(pattern::WISH, get(empty_form).post(send))
        .route("/wish/alike", get(alike_while_typing))
        .route("/wish.js", get(script))
        .route(pattern::WISH_STATUS, get(status))
}

async fn script() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, SCRIPT)
}

async fn empty_form(
    ReaderLanguage(language): ReaderLanguage,
    State(rooms): State<Rooms>,
) -> Result<Response, ApiError> {
    let form = WishForm {
        key: rooms.store().vendor_key().await?,
        language,
        link: secrets::random_token(),
        municipality: String::new(),
        wish: Wish::default(),
    };
    Ok(form.page(StatusCode::OK, &[], &[]))
}

/// Takes the wish in, or shows the form again: with what is wrong, or with requests that it is like.
async fn send(
    reader: Result<PageReader, ApiError>,
    ReaderLanguage(language): ReaderLanguage,
    from: ClientAddress,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
    sent: SentForm,
) -> Result<Response, ApiError> {
    let key = rooms.store().vendor_key().await?;
    let form = WishForm::read(&sent, language, key);
    let municipality = form.municipality.parse::<MunicipalityCode>().ok();
    let municipality = municipality.filter(|code| municipality::by_code(*code).is_some());
    let same = sent.one("same").parse().ok().map(RequestId);
    let faults = form.faults(municipality.is_none(), same.is_some());
    let Some(municipality) = municipality.filter(|_| faults.is_empty()) else {
        return Ok(form.page(StatusCode::UNPROCESSABLE_ENTITY, &faults, &[]));
    };
    let shown = shown_requests(reader.is_ok(), &rooms).await?;
    if same.is_none() && !sent.has("own") {
        let alike = alike(&form.wish.title, &shown);
        if !alike.is_empty() {
            return Ok(form.page(StatusCode::OK, &[], &alike));
        }
    }
    // A request that this reader may not see is nobody's to be the same as.
    if same.is_some_and(|same| !shown.iter().any(|row| row.request == same)) {
        return Err(Refusal::UnknownRequest.into());
    }
    site.limits.wishing(from)?;
    let asks = match same {
        Some(same) => WishContent::Same(same),
        None => WishContent::Own(Box::new(form.request())),
    };
    let wish = SentWish {
        link: secrets::hash_token(&form.link),
        municipality,
        asks,
        contact: sealed_contact(&sent)?,
    };
    match rooms.send_wish(wish).await? {
        WishReceipt::TakenIn => Ok(see_other(&form.status_address())),
        WishReceipt::TooManyWait => {
            let fault = Fault {
                field: String::new(),
                sentence: WishText::TooManyWait.say(form.language).into(),
            };
            Ok(form.page(StatusCode::SERVICE_UNAVAILABLE, &[fault], &[]))
        }
    }
}

/// What somebody is typing.
#[derive(Debug, Default, Deserialize)]
struct LikenessQuery {
    #[serde(default)]
    title: String,
}

/// The requests that are like what is typed, as a part of the page.
async fn alike_while_typing(
    reader: Result<PageReader, ApiError>,
    ReaderLanguage(language): ReaderLanguage,
    Query(typed): Query<LikenessQuery>,
    from: ClientAddress,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Response, ApiError> {
    site.limits.looking_for_likeness(from)?;
    let shown = shown_requests(reader.is_ok(), &rooms).await?;
    let part = alike_part(language, &alike(&typed.title, &shown));
    let headers = [(header::CACHE_CONTROL, "no-store")];
    Ok((headers, Html(part.into_string())).into_response())
}

/// What became of a wish.
async fn status(
    Path(link): Path<String>,
    ReaderLanguage(language): ReaderLanguage,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Response, ApiError> {
    let found = rooms.store().wish_status(secrets::hash_token(&link));
    let path = format!("{}/{link}", pattern::WISH);
    let page = |title| FormPage {
        language,
        title,
        path: &path,
        scripts: &[],
        refresh_seconds: None,
    };
    let Some(wish) = found.await? else {
        let title = WishText::NoSuchWish.say(language);
        return Ok(page(title).respond(StatusCode::NOT_FOUND, &another(language)));
    };
    let title = WishText::Received.say(language);
    let content = html! {
        (status_part(language, &wish))
        (wish_form(&site, language, &link))
        (another(language))
    };
    Ok(page(title).respond(StatusCode::OK, &content))
}

/// The requests of the living page, for whoever may see it.
async fn shown_requests(may_see: bool, rooms: &Rooms) -> Result<Vec<PortfolioRow>, ApiError> {
    if !may_see {
        return Ok(Vec::new());
    }
    Ok(rooms.store().portfolio(None).await?.rows)
}

fn alike<'a>(title: &str, shown: &'a [PortfolioRow]) -> Vec<&'a PortfolioRow> {
    let titles = shown.iter().map(|row| (row.request, row.title.as_str()));
    let found = wish::alike(title, titles).into_iter();
    let rows = found.filter_map(|alike| shown.iter().find(|row| row.request == alike));
    rows.collect()
}

/// The form with what has been typed into it.
struct WishForm {
    language: Language,
    /// The key that the sender's name is sealed to.
    key: Option<PublicKey>,
    /// The secret of the address at which the wish will be found again; made with the form, so that sending it twice
    /// sends it once.
    link: String,
    /// As it was chosen.
    municipality: String,
    wish: Wish,
}

impl WishForm {
    fn read(sent: &SentForm, language: Language, key: Option<PublicKey>) -> Self {
        let link = sent.one("link");
        let is_secret =
            link.len() == LINK_LENGTH && link.bytes().all(|byte| byte.is_ascii_hexdigit());
        Self {
            language,
            key,
            link: if is_secret {
                link.to_owned()
            } else {
                secrets::random_token()
            },
            municipality: sent.one("municipality").to_owned(),
            wish: Wish {
                title: sent.one("title").replace('\n', " "),
                problem: sent.one("problem").to_owned(),
                helps: sent.one("helps").replace('\n', " "),
                frequency: Frequency::of_name(sent.one("frequency")),
                value: sent.one("value").replace('\n', " "),
            },
        }
    }

    fn status_address(&self) -> String {
        let tag = self.language.tag();
        format!("{}/{}?lang={tag}", pattern::WISH, self.link)
    }

    /// Who has the same wish as a request need not describe it.
    fn faults(&self, lacks_municipality: bool, is_same: bool) -> Vec<Fault> {
        let lacking = lacks_municipality.then(|| Fault {
            field: "municipality".into(),
            sentence: FormText::MunicipalityMissing.say(self.language).into(),
        });
        let of_wish = self.wish.faults().into_iter().filter(|_| !is_same);
        let of_wish = of_wish.map(|fault| Fault {
            field: field_name(faulty_field(fault)).into(),
            sentence: wish_text::fault(fault, self.language),
        });
        lacking.into_iter().chain(of_wish).collect()
    }

    /// The request that it asks for; the store gives it its reference.
    fn request(&self) -> ChangeRequest {
        ChangeRequest {
            title: self.wish.title.clone(),
            pitch: self.wish.problem.clone(),
            benefit: wish_text::benefit(&self.wish, self.language),
            ..ChangeRequest::default()
        }
    }

    fn page(&self, status: StatusCode, faults: &[Fault], alike: &[&PortfolioRow]) -> Response {
        let say = |words: WishText| words.say(self.language);
        let page = FormPage {
            language: self.language,
            title: say(WishText::Heading),
            path: pattern::WISH,
            scripts: &[SealedForm::SCRIPT, "/wish.js"],
            refresh_seconds: None,
        };
        let line = |longest| TextInput {
            kind: "text",
            autocomplete: "off",
            longest,
            sealed: false,
        };
        let field = |field: WishField, label, hint: Option<WishText>| Field {
            language: self.language,
            name: field_name(field),
            label: say(label),
            hint: hint.map_or("", say),
            optional: field == WishField::Value,
            faults,
        };
        let municipality = Field {
            name: "municipality",
            label: FormText::Municipality.say(self.language),
            ..field(WishField::Title, WishText::Title, None)
        };
        let often: Vec<Choice> = Frequency::ALL
            .into_iter()
            .map(|often| Choice {
                value: often.name().into(),
                label: wish_text::frequency(often, self.language).into(),
            })
            .collect();
        let wish = &self.wish;
        let choose = FormText::ChooseMunicipality.say(self.language);
        let title = field(WishField::Title, WishText::Title, Some(WishText::TitleHint));
        let problem = field(
            WishField::Problem,
            WishText::Problem,
            Some(WishText::ProblemHint),
        );
        let helps = field(WishField::Helps, WishText::Helps, None);
        let frequency = field(WishField::Frequency, WishText::Frequency, None);
        let value = field(WishField::Value, WishText::Value, Some(WishText::ValueHint));
        let has_alike = !alike.is_empty();
        let (action, slot) = (page.action(), wish_slot(&secrets::hash_token(&self.link)));
        let sealing = SealedForm {
            language: self.language,
            action: &action,
            code: &wish::SEALED_FOR,
            slot: &slot,
            key: self.key.as_ref(),
        };
        let who = |name, label, kind, autocomplete, longest| {
            let input = TextInput {
                kind,
                autocomplete,
                longest,
                sealed: true,
            };
            let field = Field {
                name,
                optional: true,
                ..field(WishField::Title, label, None)
            };
            field.text(input, "")
        };
        let contact = html! {
            p class="hint" { (say(WishText::ContactHint)) }
            (who("name", WishText::Name, "text", "name", 80))
            (who("email", WishText::Mail, "email", "email", 120))
        };
        let fields = html! {
            input type="hidden" name="link" value=(self.link);
            // What the Enter key presses: never a request that the wish is like.
            button class="visually-hidden" tabindex="-1" aria-hidden="true" {}
            (municipality.select(&municipality_choices(), choose, &self.municipality))
            (title.text(line(LONGEST_TITLE), &wish.title))
            div id="alike" aria-live="polite" data-alike={ "/wish/alike?lang=" (self.language.tag()) "&title=" } {
                (alike_part(self.language, alike))
            }
            (problem.area(line(LONGEST_PITCH), 4, &wish.problem))
            (helps.text(line(LONGEST_ANSWER), &wish.helps))
            (frequency.radios(&often, wish.frequency.map_or("", Frequency::name)))
            (value.text(line(LONGEST_ANSWER), &wish.value))
            @if self.key.is_some() { (sealing.sealed_fields(&contact)) }
            @if has_alike {
                button class="button primary wide" name="own" value="1" { (say(WishText::SendAnyway)) }
            } @else {
                button class="button primary wide" { (say(WishText::Send)) }
            }
        };
        let content = html! {
            p { (say(WishText::Intro)) }
            (fault_summary(self.language, faults))
            @if self.key.is_some() { (sealing.around(&fields)) }
            @else { form method="post" action=(action) { (fields) } }
        };
        page.respond(status, &content)
    }
}

/// Requests that are like what was typed, each a button; nothing where none is.
fn alike_part(language: Language, alike: &[&PortfolioRow]) -> Markup {
    let say = |words: WishText| words.say(language);
    html! {
        @if !alike.is_empty() {
            section class="notice" {
                p { strong { (say(WishText::Alike)) } " " (say(WishText::AlikeHint)) }
                @for row in alike {
                    button class="button second wide" name="same" value=(row.request) formnovalidate {
                        (wish_text::same_as(language, &row.title))
                    }
                }
            }
        }
    }
}

fn status_part(language: Language, wish: &WishStatus) -> Markup {
    let say = |words: WishText| words.say(language);
    html! {
        p { (say(WishText::KeepLink)) }
        @match &wish.same_as {
            Some(title) => { p { (say(WishText::SameWish)) } p { strong { (title) } } },
            None => { h2 { (say(WishText::YourWish)) } p { strong { (wish.title) } } },
        }
        h2 { (say(WishText::History)) }
        ol class="steps" {
            @for (day, state) in &wish.steps {
                li { time datetime=(day) { (figures::date(language, &day.to_string())) } " " (states::request(*state, language)) }
            }
        }
        @if let Some(whole) = &wish.merged_into { p { (wish_text::merged_into(language, whole)) } }
    }
}

fn another(language: Language) -> Markup {
    let to_form = format!("{}?lang={}", pattern::WISH, language.tag());
    html! { p { a class="button second" href=(to_form) { (WishText::Another.say(language)) } } }
}

/// The sender's name and address as the browser sealed them, if any.
fn sealed_contact(sent: &SentForm) -> Result<Option<SealedIdentity>, Refusal> {
    match sent.one("sealed") {
        "" => Ok(None),
        sealed => sealed.parse().map(Some).map_err(|_| Refusal::Malformed {
            reason: "sealed is no sealed contact".into(),
        }),
    }
}

const fn field_name(field: WishField) -> &'static str {
    match field {
        WishField::Title => "title",
        WishField::Problem => "problem",
        WishField::Helps => "helps",
        WishField::Frequency => "frequency",
        WishField::Value => "value",
    }
}

const fn faulty_field(fault: WishFault) -> WishField {
    match fault {
        WishFault::Missing(field) | WishFault::TooLong { field, .. } => field,
    }
}
