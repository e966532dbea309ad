//! Mails to those who are signed up: what is written once, and what each person gets.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::SignupSlot;
use crate::letters::is_control;

/// The longest subject, in letters.
pub const LONGEST_SUBJECT: usize = 150;
/// The longest text, in letters.
pub const LONGEST_TEXT: usize = 8_000;
/// How many people are written to at once, at most; the page sends more in several requests.
pub const MOST_RECIPIENTS: usize = 100;
/// The longest name, address or link of one recipient, in letters.
const LONGEST_PART: usize = 400;

/// What a mail is for; each is sent to a person once unless it is asked for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MailKind {
    /// The personal link and the appointment.
    Invitation,
    /// The same, the day before.
    Reminder,
    /// What came of it, afterwards.
    Letter,
    /// The webinar is not held: the appointment is taken out of the calendar.
    Cancellation,
}

impl MailKind {
    /// Every kind, in the order in which they are sent.
    pub const ALL: [Self; 4] = [
        Self::Invitation,
        Self::Reminder,
        Self::Letter,
        Self::Cancellation,
    ];

    /// What the calendar of the recipient is told, if anything (RFC 5546).
    pub const fn calendar_method(self) -> Option<&'static str> {
        match self {
            Self::Invitation | Self::Reminder => Some("REQUEST"),
            Self::Cancellation => Some("CANCEL"),
            Self::Letter => None,
        }
    }
}

/// A text for everyone, in which two words stand for what is each person's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MailDraft {
    /// What it is for.
    pub kind: MailKind,
    /// The subject, in one line.
    pub subject: String,
    /// The text, with [`NAME`] and [`LINK`] where the person's own are to stand.
    pub text: String,
}

/// Stands in a draft for the person's name.
pub const NAME: &str = "{navn}";
/// Stands in a draft for the personal link.
pub const LINK: &str = "{link}";

/// Why a draft is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftProblem {
    /// The subject is empty, longer than [`LONGEST_SUBJECT`], or has a line break.
    Subject,
    /// The text is empty, or longer than [`LONGEST_TEXT`].
    Text,
}

impl MailDraft {
    /// What is wrong with it, if anything.
    pub fn problem(&self) -> Option<DraftProblem> {
        let subject = self.subject.trim();
        let is_subject = !subject.is_empty()
            && subject.chars().count() <= LONGEST_SUBJECT
            && !subject.chars().any(is_control);
        let is_text = !self.text.trim().is_empty() && self.text.chars().count() <= LONGEST_TEXT;
        match (is_subject, is_text) {
            (false, _) => Some(DraftProblem::Subject),
            (_, false) => Some(DraftProblem::Text),
            _ => None,
        }
    }

    /// The text for one person. What is put in is never looked through again: a name that reads like one of the words
    /// stays a name.
    pub fn text_for(&self, name: &str, link: &str) -> String {
        let mut text = String::with_capacity(self.text.len() + name.len() + link.len());
        let mut rest = self.text.as_str();
        while let Some(at) = rest.find('{') {
            let (before, from) = rest.split_at(at);
            text.push_str(before);
            rest = match (from.strip_prefix(NAME), from.strip_prefix(LINK)) {
                (Some(rest), _) => {
                    text.push_str(name);
                    rest
                }
                (_, Some(rest)) => {
                    text.push_str(link);
                    rest
                }
                _ => {
                    text.push('{');
                    &from[1..]
                }
            };
        }
        text.push_str(rest);
        text
    }
}

/// One person to be written to. The server keeps it in memory until it is sent, and nowhere else.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// The person's sign-up.
    pub slot: SignupSlot,
    /// The name, as the vendor's browser opened it.
    pub name: String,
    /// The e-mail address, as the vendor's browser opened it.
    pub email: String,
    /// The personal link, which the vendor's browser put together.
    pub link: String,
}

impl Recipient {
    /// Whether nothing in it is longer than it can be, and nothing breaks a line of a header.
    pub fn is_plain(&self) -> bool {
        [&self.name, &self.email, &self.link]
            .into_iter()
            .all(|part| part.chars().count() <= LONGEST_PART && !part.chars().any(is_control))
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recipient(hidden)")
    }
}

/// A draft with those who are to get it, [`MOST_RECIPIENTS`] at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SendMail {
    /// What is sent.
    pub draft: MailDraft,
    /// To whom.
    pub recipients: Vec<Recipient>,
}

/// Why a mail did not leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MailFailure {
    /// No mail can be addressed there.
    NoAddress,
    /// The mail server refused it for good.
    Refused,
    /// The mail server could not be reached, or said that it may take it later.
    Later,
    /// The person wants no more mail, or is not on the list any longer.
    Unsubscribed,
}

/// One person whom a mail did not leave for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FailedMail {
    /// The person's sign-up.
    pub slot: SignupSlot,
    /// Why.
    pub why: MailFailure,
}

/// How far a sending has come. It names nobody but by the random names of sign-ups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailProgress {
    /// What is sent.
    pub kind: MailKind,
    /// How many are to get it.
    pub total: u32,
    /// How many mails the mail server has taken.
    pub sent: u32,
    /// Whom it did not leave for.
    pub failed: Vec<FailedMail>,
}

impl MailProgress {
    /// Whether there are more to come.
    pub fn is_running(&self) -> bool {
        let failed = u32::try_from(self.failed.len()).unwrap_or(u32::MAX);
        self.sent.saturating_add(failed) < self.total
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn draft(text: &str) -> MailDraft {
        MailDraft {
            kind: MailKind::Invitation,
            subject: "Webinar".into(),
            text: text.into(),
        }
    }

    #[test]
    fn each_gets_their_own_name_and_link() {
        let text = draft("Hej {navn}\n{link}\n{andet} {").text_for("Anna", "https://x/y");
        assert_eq!(text, "Hej Anna\nhttps://x/y\n{andet} {");
    }

    #[test]
    fn a_name_is_put_in_and_never_looked_through() {
        let text = draft("{navn} {link}").text_for("{link}{navn}", "L");
        assert_eq!(text, "{link}{navn} L");
    }

    #[test]
    fn a_subject_is_one_line_and_a_text_is_no_book() {
        let with = |subject: &str, text: &str| MailDraft {
            subject: subject.into(),
            ..draft(text)
        };
        assert_eq!(with("Hej", "t").problem(), None);
        for subject in [
            "",
            " ",
            "a\r\nBcc: all@x.dk",
            &"a".repeat(LONGEST_SUBJECT + 1),
        ] {
            assert_eq!(with(subject, "t").problem(), Some(DraftProblem::Subject));
        }
        assert_eq!(with("Hej", " \n").problem(), Some(DraftProblem::Text));
        let long = "a".repeat(LONGEST_TEXT + 1);
        assert_eq!(with("Hej", &long).problem(), Some(DraftProblem::Text));
    }

    #[test]
    fn a_recipient_is_in_no_log_and_breaks_no_header() {
        let mut one = Recipient {
            slot: "a".repeat(22).parse().unwrap(),
            name: "Anna Holm".into(),
            email: "anna@viborg.dk".into(),
            link: "https://stem.test/w/DEM234#a.b.0791.c".into(),
        };
        assert!(one.is_plain() && !format!("{one:?}").contains("nna"));
        one.name = "Anna\r\nBcc: x@y.dk".into();
        assert!(!one.is_plain());
    }

    #[test]
    fn the_largest_sending_fits_into_a_body() {
        let one = Recipient {
            slot: "a".repeat(22).parse().unwrap(),
            name: "Å".repeat(80),
            email: "a".repeat(120),
            link: "a".repeat(330),
        };
        let mail = SendMail {
            draft: MailDraft {
                subject: "Å".repeat(LONGEST_SUBJECT),
                ..draft(&"å".repeat(LONGEST_TEXT))
            },
            recipients: vec![one; MOST_RECIPIENTS],
        };
        let body = serde_json::to_string(&mail).unwrap();
        assert!(body.len() < crate::wire::BODY_LIMIT, "{}", body.len());
    }

    proptest! {
        /// Where no word stands, a draft is sent as it was written; where one stands, everything around it is.
        #[test]
        fn what_is_not_one_of_the_words_stays(before in "[a-zæøå{} \n]{0,40}", after in "[a-zæøå{} \n]{0,40}", name in "\\PC{0,20}") {
            prop_assume!(!before.ends_with('{'));
            let plain = |text: &str| !text.contains(NAME) && !text.contains(LINK);
            prop_assume!(plain(&before) && plain(&after));
            prop_assert_eq!(draft(&before).text_for(&name, "L"), before.clone());
            let text = draft(&format!("{before}{NAME}{after}")).text_for(&name, "L");
            prop_assert_eq!(text, format!("{before}{name}{after}"));
        }
    }
}
