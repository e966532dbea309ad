//! News without an account: its page, its mails, and what is posted to the vendor's webhook.

use barometer_domain::forum::news::ForumEvent;
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
        NewsEvent::Forum { event, .. } => forum_headline(language, event),
    }
}

fn forum_headline(language: Language, event: &ForumEvent) -> String {
    match event {
        ForumEvent::MeetingCalled {
            date,
            starts,
            moved,
            ..
        } => {
            let when = figures::occasion_with_year(language, *date, *starts);
            if *moved {
                in_language!(language, news::meeting_moved(&when))
            } else {
                in_language!(language, news::meeting_called(&when))
            }
        }
        ForumEvent::MeetingCancelled { date, .. } => {
            let day = figures::date(language, &date.to_string());
            in_language!(language, news::meeting_cancelled(&day))
        }
        ForumEvent::MinutesOut {
            date, corrected, ..
        } => {
            let day = figures::date(language, &date.to_string());
            in_language!(language, news::minutes_out(&day, *corrected))
        }
        ForumEvent::Decided { text } => in_language!(language, news::decided(&first_words(text))),
        ForumEvent::Stated { name, text, .. } if text.is_empty() => {
            in_language!(language, news::taken_back(name))
        }
        ForumEvent::Stated { name, text, .. } => {
            in_language!(language, news::stated(name, &first_words(text)))
        }
    }
}

/// The first line of a longer text, cut between two words where it is long.
fn first_words(text: &str) -> String {
    const LONGEST: usize = 140;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= LONGEST && line.len() == text.len() {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LONGEST).collect();
    let whole = if cut.len() < line.len() {
        cut.rsplit_once(' ').map_or(&*cut, |(whole, _)| whole)
    } else {
        &*cut
    };
    format!("{} …", whole.trim_end())
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
    use barometer_domain::forum::MeetingId;

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
    fn the_forum_is_told_of_in_one_line_each() {
        let say = |event: ForumEvent| forum_headline(Language::Danish, &event);
        let (meeting, date) = (MeetingId(1), "2027-03-04".parse().unwrap());
        let called = |moved| ForumEvent::MeetingCalled {
            meeting,
            date,
            starts: "10:00".parse().unwrap(),
            moved,
        };
        assert_eq!(
            say(called(false)),
            "Strategisk Udviklingsforum mødes torsdag den 4. marts 2027 kl.\u{a0}10.00"
        );
        assert!(say(called(true)).contains("er flyttet til torsdag den 4. marts 2027"));
        let long = format!("{} ende\nmere", "ord ".repeat(60));
        let decided = say(ForumEvent::Decided { text: long });
        assert!(decided.ends_with("ord …") && decided.chars().count() < 190);
        let two_lines = say(ForumEvent::Decided {
            text: "Vi søger puljen.\nTil maj.".into(),
        });
        assert!(two_lines.ends_with("Vi søger puljen. …"), "{two_lines}");
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
