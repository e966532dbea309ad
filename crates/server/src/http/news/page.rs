//! The pages about news without an account.

use axum::http::StatusCode;
use axum::response::Response;
use barometer_domain::ids::RequestId;
use barometer_domain::news::NewsSubject;
use barometer_domain::route::pattern;
use barometer_text::Language;
use barometer_text::feed::FeedText;
use barometer_text::news::{NewsText, subject};
use maud::{Markup, html};

use super::super::forms::{Choice, Fault, Field, FormPage, TextInput, fault_summary};
use crate::secrets::LONGEST_MAIL_ADDRESS;

/// The names of the form's fields.
pub(super) const ADDRESS: &str = "email";
pub(super) const SUBJECT: &str = "subject";

/// The page with feeds and the form.
pub(super) struct NewsPage {
    pub(super) language: Language,
    /// The address people use, without a trailing slash.
    pub(super) public_url: String,
    /// Whether the living page is shown to whoever asks.
    pub(super) may_read_page: bool,
    /// Whether this server sends mail.
    pub(super) sends_mail: bool,
    /// The one request that the reader came from, with its title.
    pub(super) request: Option<(RequestId, String)>,
}

impl NewsPage {
    /// What can be followed by mail here.
    pub(super) fn subjects(&self) -> Vec<NewsSubject> {
        let request = self.request.as_ref();
        let request = request.map(|(request, _)| NewsSubject::Request(*request));
        let page = self.may_read_page.then_some(NewsSubject::LivingPage);
        let all = request.into_iter().chain(page);
        all.chain([NewsSubject::Webinars, NewsSubject::Forum])
            .collect()
    }

    fn say(&self, text: NewsText) -> &'static str {
        text.say(self.language)
    }

    /// Where it lies, with the request that it is about.
    fn path(&self) -> String {
        match &self.request {
            Some((request, _)) => {
                let about = NewsSubject::Request(*request).to_string();
                pattern::NEWS_ABOUT.replace("{subject}", &about)
            }
            None => pattern::NEWS.to_owned(),
        }
    }

    /// The page, with what was typed and chosen, and what is wrong with it.
    pub(super) fn respond(
        &self,
        status: StatusCode,
        typed: &str,
        chosen: &[NewsSubject],
        faults: &[Fault],
    ) -> Response {
        let content = html! {
            p { (self.say(NewsText::Intro)) }
            p class="muted" { (self.say(NewsText::Never)) }
            (fault_summary(self.language, faults))
            @if !self.may_read_page {
                p class="notice amber" {
                    (self.say(NewsText::NeedsCode)) " "
                    a href=(pattern::FINANCE) { (self.say(NewsText::ToLivingPage)) }
                }
            }
            section {
                h2 { (self.say(NewsText::Mail)) }
                @if self.sends_mail { (self.form(typed, chosen, faults)) }
                @else { p { (self.say(NewsText::NoMail)) } }
            }
            section {
                h2 { (self.say(NewsText::Feeds)) }
                p { (self.say(NewsText::FeedsHint)) }
                dl class="feeds" { @for (name, address) in self.feeds() {
                    dt { (name) }
                    dd { a href=(address) type="application/atom+xml" { (address) } }
                } }
            }
        };
        let (title, path) = (self.say(NewsText::Title), self.path());
        page(self.language, title, &path).respond(status, &content)
    }

    fn form(&self, typed: &str, chosen: &[NewsSubject], faults: &[Fault]) -> Markup {
        let language = self.language;
        let title = self.request.as_ref().map_or("", |(_, title)| title);
        let choices: Vec<Choice> = self
            .subjects()
            .into_iter()
            .map(|one| Choice {
                value: one.to_string(),
                label: subject(language, one, title),
            })
            .collect();
        let chosen: Vec<String> = chosen.iter().map(NewsSubject::to_string).collect();
        let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
        let subjects = Field {
            language,
            name: SUBJECT,
            label: self.say(NewsText::Subjects),
            hint: "",
            optional: false,
            faults,
        };
        let action = format!("{}?lang={}", pattern::NEWS, language.tag());
        html! {
            form method="post" action=(action) {
                (subjects.ticks(&choices, &chosen))
                (address_field(language, typed, faults))
                button class="button primary" { (self.say(NewsText::Subscribe)) }
            }
        }
    }

    fn feeds(&self) -> Vec<(String, String)> {
        let tag = self.language.tag();
        let address = |path: &str| format!("{}{path}?lang={tag}", self.public_url);
        let name = |text: FeedText| text.say(self.language).to_owned();
        let mut feeds = Vec::new();
        if let Some((request, title)) = &self.request {
            let path = pattern::REQUEST_FEED.replace("{request}", &request.to_string());
            feeds.push((title.clone(), address(&path)));
        }
        if self.may_read_page {
            feeds.push((name(FeedText::AllRequests), address(pattern::FINANCE_FEED)));
        }
        feeds.push((name(FeedText::Webinars), address(pattern::WEBINAR_FEED)));
        feeds.push((name(FeedText::Forum), address(pattern::FORUM_FEED)));
        feeds
    }
}

fn page<'a>(language: Language, title: &'a str, path: &'a str) -> FormPage<'a> {
    FormPage {
        language,
        title,
        path,
        scripts: &[],
        refresh_seconds: None,
    }
}

fn address_field(language: Language, typed: &str, faults: &[Fault]) -> Markup {
    let field = Field {
        language,
        name: ADDRESS,
        label: NewsText::Address.say(language),
        hint: NewsText::AddressPromise.say(language),
        optional: false,
        faults,
    };
    let input = TextInput {
        kind: "email",
        autocomplete: "email",
        longest: LONGEST_MAIL_ADDRESS,
        sealed: false,
    };
    field.text(input, typed)
}

/// The form on the page of a wish.
pub(super) fn wish_form(
    sends_mail: bool,
    language: Language,
    link: &str,
    typed: &str,
    faults: &[Fault],
) -> Markup {
    let action = pattern::WISH_MAIL.replace("{link}", link);
    let action = format!("{action}?lang={}", language.tag());
    html! {
        @if sends_mail {
            section {
                h2 { (NewsText::WishHeading.say(language)) }
                p { (NewsText::WishHint.say(language)) }
                form method="post" action=(action) {
                    (address_field(language, typed, faults))
                    button class="button" { (NewsText::Subscribe.say(language)) }
                }
            }
        }
    }
}

/// The same by itself, with what is wrong.
pub(super) fn wish_form_again(
    language: Language,
    link: &str,
    typed: &str,
    status: StatusCode,
    faults: &[Fault],
) -> Response {
    let path = pattern::WISH_STATUS.replace("{link}", link);
    let title = NewsText::WishHeading.say(language);
    let content = html! {
        (fault_summary(language, faults))
        (wish_form(true, language, link, typed, faults))
    };
    page(language, title, &path).respond(status, &content)
}

/// A page that says one thing, and leads back.
fn notice(
    language: Language,
    status: StatusCode,
    path: &str,
    title: NewsText,
    content: &Markup,
) -> Response {
    let to_news = format!("{}?lang={}", pattern::NEWS, language.tag());
    let content = html! {
        (content)
        p { a href=(to_news) { (NewsText::BackToNews.say(language)) } }
    };
    page(language, title.say(language), path).respond(status, &content)
}

fn sentence(language: Language, title: NewsText, body: NewsText) -> Response {
    let content = html! { p role="status" { (body.say(language)) } };
    notice(language, StatusCode::OK, pattern::NEWS, title, &content)
}

pub(super) fn look_in_your_inbox(language: Language) -> Response {
    sentence(language, NewsText::CheckTitle, NewsText::CheckBody)
}

pub(super) fn confirmed(language: Language) -> Response {
    sentence(language, NewsText::ConfirmedTitle, NewsText::ConfirmedBody)
}

pub(super) fn unsubscribed(language: Language) -> Response {
    sentence(language, NewsText::LeftTitle, NewsText::LeftBody)
}

pub(super) fn link_gone(language: Language) -> Response {
    let content = html! { p { (NewsText::LinkGoneBody.say(language)) } };
    let (status, title) = (StatusCode::NOT_FOUND, NewsText::LinkGoneTitle);
    notice(language, status, pattern::NEWS, title, &content)
}

pub(super) fn ask_to_confirm(language: Language, path: &str, subjects: &[String]) -> Response {
    let action = format!("{path}?lang={}", language.tag());
    let content = html! {
        p { (NewsText::ConfirmBody.say(language)) }
        ul { @for one in subjects { li { (one) } } }
        form method="post" action=(action) {
            button class="button primary" { (NewsText::ConfirmButton.say(language)) }
        }
    };
    let title = NewsText::ConfirmTitle;
    notice(language, StatusCode::OK, path, title, &content)
}

pub(super) fn ask_to_unsubscribe(language: Language, path: &str) -> Response {
    let action = format!("{path}?lang={}", language.tag());
    let content = html! {
        p { (NewsText::LeaveBody.say(language)) }
        form method="post" action=(action) {
            button class="button primary" { (NewsText::LeaveButton.say(language)) }
        }
    };
    let title = NewsText::LeaveTitle;
    notice(language, StatusCode::OK, path, title, &content)
}
