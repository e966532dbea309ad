//! News without an account: its page, its mails, and what is posted to the vendor's webhook.

use barometer_domain::news::{NewsEvent, NewsSubject};

use crate::{Language, feed, figures};

/// What the pages about news say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum NewsText {
    Title,
    Intro,
    Never,
    Feeds,
    FeedsHint,
    NeedsCode,
    ToLivingPage,
    Mail,
    NoMail,
    Address,
    AddressPromise,
    Subjects,
    Subscribe,
    AddressWrong,
    SubjectMissing,
    TooManyTries,
    WishHeading,
    WishHint,
    CheckTitle,
    CheckBody,
    ConfirmTitle,
    ConfirmBody,
    ConfirmButton,
    ConfirmedTitle,
    ConfirmedBody,
    LinkGoneTitle,
    LinkGoneBody,
    LeaveTitle,
    LeaveBody,
    LeaveButton,
    LeftTitle,
    LeftBody,
    BackToNews,
    ConfirmSubject,
    TestHeadline,
    ReadMore,
}

impl NewsText {
    /// What a person reads in this language.
    pub const fn say(self, language: Language) -> &'static str {
        in_language!(language, news::sentence(self))
    }
}

/// An event in one line: `K03 Vikarvisning: Fuldt finansieret`.
pub fn headline(language: Language, event: &NewsEvent) -> String {
    match event {
        NewsEvent::RequestMoved {
            reference,
            title,
            state,
            ..
        } => feed::step(language, reference, title, *state),
        NewsEvent::WebinarAnnounced {
            title,
            date,
            starts,
            ..
        } => {
            let when = figures::occasion(language, date, starts);
            in_language!(language, news::announced(title, &when))
        }
        NewsEvent::ResultOut { title, .. } => in_language!(language, news::result_out(title)),
    }
}

/// What somebody follows; `title` is that of the request, where it is one.
pub fn subject(language: Language, subject: NewsSubject, title: &str) -> String {
    in_language!(language, news::subject(subject, title))
}

/// The mail that asks whether somebody wants news, with what they would follow.
pub fn confirmation(language: Language, subjects: &[String], link: &str) -> String {
    let lines: Vec<String> = subjects.iter().map(|one| format!("- {one}\n")).collect();
    let list = lines.concat();
    in_language!(language, news::confirmation(&list, link))
}

/// The subject of a mail with so many events, of which `first` is the headline of the first.
pub fn mail_subject(language: Language, count: u32, first: &str) -> String {
    if count == 1 {
        return first.to_owned();
    }
    in_language!(language, news::several(count))
}

/// What stands below every mail with news: how one gets no more of them.
pub fn ending(language: Language, unsubscribe: &str) -> String {
    in_language!(language, news::ending(unsubscribe))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_one_line_without_a_person_or_a_municipality() {
        let event = NewsEvent::WebinarAnnounced {
            code: "DEM234".parse().unwrap(),
            title: "Ønsker i efteråret".into(),
            date: "2026-12-03".into(),
            starts: "13:00".into(),
        };
        let said = headline(Language::Danish, &event);
        assert_eq!(
            said,
            "Nyt webinar: Ønsker i efteråret, torsdag den 3. december kl.\u{a0}13.00"
        );
        let event = NewsEvent::ResultOut {
            code: "DEM234".parse().unwrap(),
            title: "Wishes".into(),
            announced: true,
        };
        assert_eq!(
            headline(Language::English, &event),
            "The result is out: Wishes"
        );
    }

    #[test]
    fn the_mail_that_asks_lists_what_would_be_followed_and_has_the_link() {
        for language in [Language::Danish, Language::English] {
            let subjects = [NewsSubject::LivingPage, NewsSubject::Webinars];
            let subjects = subjects.map(|one| subject(language, one, ""));
            let text = confirmation(language, &subjects, "https://x/y");
            assert!(text.contains("https://x/y") && text.contains(&subjects[1]));
            assert!(ending(language, "https://x/z").contains("https://x/z"));
        }
        assert_eq!(mail_subject(Language::Danish, 1, "K01"), "K01");
        assert_eq!(
            mail_subject(Language::Danish, 3, "K01"),
            "3 nyheder om ændringsønsker"
        );
    }
}
