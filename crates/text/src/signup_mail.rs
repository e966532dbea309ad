//! Mails to those who are signed up for a webinar, in its language, until the vendor writes something better. Two words
//! stand for what is each person's own: `{navn}` and `{link}`.

use barometer_domain::signup::mail::MailKind;

use crate::Language;
use crate::figures;

/// What a mail is about.
#[derive(Clone, Copy, Debug)]
pub struct SignupMailSubject<'a> {
    /// The webinar's title.
    pub title: &'a str,
    /// Its day, `YYYY-MM-DD`.
    pub day: &'a str,
    /// When it begins, `HH:MM`.
    pub starts: &'a str,
    /// Where one reads later what became of it.
    pub result_at: &'a str,
}

/// The subject.
pub fn subject(language: Language, kind: MailKind, about: SignupMailSubject<'_>) -> String {
    let day = figures::date(language, about.day);
    in_language!(language, signup_mail::subject(kind, about.title, &day))
}

/// The text.
pub fn text(language: Language, kind: MailKind, about: SignupMailSubject<'_>) -> String {
    let when = figures::occasion(language, about.day, about.starts);
    in_language!(
        language,
        signup_mail::text(kind, about.title, &when, about.result_at)
    )
}

/// What stands below every mail: how one gets no more of them.
pub fn ending(language: Language, unsubscribe: &str) -> String {
    in_language!(language, signup_mail::ending(unsubscribe))
}

#[cfg(test)]
mod tests {
    use barometer_domain::signup::mail::{LINK, MailDraft, NAME};

    use super::*;

    #[test]
    fn every_kind_has_a_draft_that_can_be_sent_as_it_is() {
        let about = SignupMailSubject {
            title: "Ønsker i efteråret",
            day: "2026-12-03",
            starts: "13:00",
            result_at: "https://stem.test/finance",
        };
        for language in [Language::Danish, Language::English] {
            for kind in MailKind::ALL {
                let draft = MailDraft {
                    kind,
                    subject: subject(language, kind, about),
                    text: text(language, kind, about),
                };
                assert_eq!(draft.problem(), None);
                assert!(draft.text.contains(NAME), "{}", draft.text);
                let has_link = [MailKind::Invitation, MailKind::Reminder].contains(&kind);
                assert_eq!(draft.text.contains(LINK), has_link);
            }
            assert!(ending(language, "https://x/y").contains("https://x/y"));
        }
    }
}
