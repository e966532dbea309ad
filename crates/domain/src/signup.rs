//! Signing up for a webinar: the way it is done, when it can be, who is on the list, and the mails to those people.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::base64::Base64;
use crate::date::Date;
use crate::ids::MunicipalityCode;
use crate::invitation::InvitationHash;
use crate::letters::is_control;
use crate::vendor::SealedIdentity;

pub mod mail;

use mail::{MailKind, MailProgress};

/// The longest address of a course page, in letters.
pub const LONGEST_LINK: usize = 500;
/// The most places for one municipality.
pub const MOST_SEATS: u16 = 500;
/// The most people on one webinar's list.
pub const MOST: usize = 5_000;
/// How many people are added at once, at most.
pub const MOST_AT_ONCE: usize = 100;

/// A random name of one sign-up: 16 bytes. A contact opens only for it, and a form sent twice has the same one.
pub type SignupSlot = Base64<22>;

/// A page of the course system, over https.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(try_from = "String", into = "String")]
pub struct CourseLink(String);

/// The error for a text that is no address over https.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected an address that begins with https://")]
pub struct NotACourseLink;

impl CourseLink {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CourseLink {
    type Err = NotACourseLink;

    /// `https://`, a host with a dot and no user before it, and nothing that could end the address where it stands.
    fn from_str(text: &str) -> Result<Self, NotACourseLink> {
        let text = text.trim();
        let (scheme, rest) = text.split_at_checked(8).ok_or(NotACourseLink)?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let is_host = |letter: char| letter.is_alphanumeric() || "-.:".contains(letter);
        let name = host.split(':').next().unwrap_or_default();
        let labels_filled = name.contains('.') && name.split('.').all(|label| !label.is_empty());
        let is_plain = |letter: char| {
            !(letter.is_whitespace() || is_control(letter) || "<>\"`{}|\\^".contains(letter))
        };
        let is_good = scheme.eq_ignore_ascii_case("https://")
            && host.chars().all(is_host)
            && labels_filled
            && rest.chars().all(is_plain)
            && text.chars().count() <= LONGEST_LINK;
        if is_good {
            Ok(Self(format!("https://{rest}")))
        } else {
            Err(NotACourseLink)
        }
    }
}

impl TryFrom<String> for CourseLink {
    type Error = NotACourseLink;

    fn try_from(text: String) -> Result<Self, NotACourseLink> {
        text.parse()
    }
}

impl From<CourseLink> for String {
    fn from(link: CourseLink) -> Self {
        link.0
    }
}

impl fmt::Display for CourseLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How one signs up for a webinar.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum SignupWay {
    /// Not at all: the webinar's page is the phone's from the first day on.
    #[default]
    Off,
    /// On the webinar's own page.
    Here {
        /// How many may sign up for one municipality, at most [`MOST_SEATS`]; `None` for any number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seats: Option<u16>,
    },
    /// On the course system's page, to which the webinar's own page leads.
    Elsewhere {
        /// The course system's page.
        link: CourseLink,
    },
}

/// What the vendor decides about a webinar's sign-up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignupSettings {
    /// How one signs up.
    pub way: SignupWay,
    /// Whether the candidates can be read ahead on the page.
    #[serde(default)]
    pub candidates_ahead: bool,
    /// Whether the webinar stands in the public news, with its code: then whoever reads them can come to its page.
    #[serde(default)]
    pub announced: bool,
}

/// Where a webinar's sign-up stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SignupStage {
    /// The vendor has none.
    Off,
    /// The webinar is to come, and one can sign up.
    Open,
    /// The webinar's day has come, or it has begun.
    Over,
}

impl SignupSettings {
    /// Where sign-up stands on `today`, a Danish day, for a webinar on `day`.
    pub fn stage(&self, day: Date, today: Date, has_begun: bool) -> SignupStage {
        match self.way {
            SignupWay::Off => SignupStage::Off,
            _ if today >= day || has_begun => SignupStage::Over,
            _ => SignupStage::Open,
        }
    }

    /// How many may sign up for one municipality; `None` for any number.
    pub fn seats(&self) -> Option<u16> {
        match self.way {
            SignupWay::Here { seats } => seats,
            _ => None,
        }
    }

    /// Whether one more may sign up for a municipality for which `taken` have.
    pub fn has_seat(&self, taken: u32) -> bool {
        self.seats().is_none_or(|seats| taken < u32::from(seats))
    }

    /// Whether the webinar is among the public news: one that nobody can sign up for is none.
    pub fn is_announced(&self) -> bool {
        self.announced && self.way != SignupWay::Off
    }

    /// Whether the number of places is one that can be meant.
    pub fn is_valid(&self) -> bool {
        self.seats()
            .is_none_or(|seats| (1..=MOST_SEATS).contains(&seats))
    }
}

/// One sign-up as the server gets it: who it is stands sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSignup {
    /// A random name of it, made where the contact was sealed.
    pub slot: SignupSlot,
    /// Name, e-mail address and the token of the personal link, sealed to the vendor for this slot.
    pub sealed: SealedIdentity,
    /// The SHA-256 of that token.
    pub invitation: InvitationHash,
    /// The municipality that the person comes from.
    pub municipality: MunicipalityCode,
}

/// Sign-ups handed in by the vendor, [`MOST_AT_ONCE`] at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSignups {
    /// The sign-ups in any order; one with a slot that is known takes the place of the earlier one.
    pub signups: Vec<NewSignup>,
}

/// One sign-up as the vendor gets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Signup {
    /// Its random name, for which the contact opens.
    pub slot: SignupSlot,
    /// The sealed contact.
    pub sealed: SealedIdentity,
    /// The municipality that the person comes from.
    pub municipality: MunicipalityCode,
    /// Whether the person wants no more mail.
    #[serde(default)]
    pub unsubscribed: bool,
    /// Which mails were handed to the mail server.
    #[serde(default)]
    pub sent: BTreeSet<MailKind>,
}

/// A webinar's sign-ups, for the vendor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignupList {
    /// What is decided.
    pub settings: SignupSettings,
    /// Where sign-up stands.
    pub stage: SignupStage,
    /// Whether people can still be added and removed: not once the vote has been opened.
    pub changeable: bool,
    /// The webinar's day.
    pub date: Date,
    /// The day in Denmark, by the server's clock.
    pub today: Date,
    /// Everyone on the list, in the order of their random names.
    pub rows: Vec<Signup>,
    /// The address that mail comes from; `None` where this server sends none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail_from: Option<String>,
    /// The sending that runs, or ran last, since the server started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mailing: Option<MailProgress>,
}

impl SignupList {
    /// Whether today is the day before the webinar, when people are reminded.
    pub fn is_reminder_day(&self) -> bool {
        self.today.plus_days(1) == self.date
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn here(seats: Option<u16>) -> SignupSettings {
        SignupSettings {
            way: SignupWay::Here { seats },
            candidates_ahead: false,
            announced: false,
        }
    }

    #[test]
    fn one_signs_up_until_the_day_before_or_until_it_begins() {
        let day: Date = "2026-12-03".parse().unwrap();
        let (before, after) = (day.plus_days(-1), day.plus_days(1));
        let settings = here(None);
        assert_eq!(settings.stage(day, before, false), SignupStage::Open);
        assert_eq!(settings.stage(day, before, true), SignupStage::Over);
        assert_eq!(settings.stage(day, day, false), SignupStage::Over);
        assert_eq!(settings.stage(day, after, false), SignupStage::Over);
        let off = SignupSettings::default();
        assert_eq!(off.stage(day, before, false), SignupStage::Off);
    }

    #[test]
    fn a_course_page_is_an_address_over_https() {
        for good in [
            "https://kurser.eksempel.dk/webinar?id=7#tid",
            "HTTPS://kl.dk",
            "https://kurser.eksempel.dk:8443/ø",
        ] {
            let link: CourseLink = good.parse().unwrap();
            assert!(link.as_str().starts_with("https://"), "{good}");
        }
        for bad in [
            "",
            "http://kl.dk",
            "https://",
            "https://kl",
            "https://kl..dk",
            "javascript:alert(1)",
            "https://bruger@kl.dk/",
            "https://kl.dk/a b",
            "https://kl.dk/\"><script>",
            "ftp://kl.dk",
        ] {
            assert_eq!(bad.parse::<CourseLink>(), Err(NotACourseLink), "{bad}");
        }
        let long = format!("https://kl.dk/{}", "a".repeat(LONGEST_LINK));
        assert!(long.parse::<CourseLink>().is_err());
    }

    #[test]
    fn what_is_decided_is_on_the_wire_as_it_is_read() {
        for json in [
            r#"{"way":{"is":"off"},"candidates_ahead":false,"announced":false}"#,
            r#"{"way":{"is":"here","seats":2},"candidates_ahead":true,"announced":true}"#,
            r#"{"way":{"is":"here"},"candidates_ahead":false,"announced":false}"#,
            r#"{"way":{"is":"elsewhere","link":"https://kl.dk/x"},"candidates_ahead":false,"announced":false}"#,
        ] {
            let read: SignupSettings = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), json);
            assert!(read.is_valid());
        }
        let plain = r#"{"way":{"is":"elsewhere","link":"http://kl.dk"}}"#;
        assert!(serde_json::from_str::<SignupSettings>(plain).is_err());
        assert!(!here(Some(0)).is_valid() && !here(Some(MOST_SEATS + 1)).is_valid());
    }

    #[test]
    fn a_full_batch_fits_into_a_body() {
        let one = NewSignup {
            slot: "a".repeat(22).parse().unwrap(),
            sealed: "a".repeat(747).parse().unwrap(),
            invitation: "a".repeat(43).parse().unwrap(),
            municipality: "0751".parse().unwrap(),
        };
        let signups = vec![one; MOST_AT_ONCE];
        let body = serde_json::to_string(&NewSignups { signups }).unwrap();
        assert!(body.len() < crate::wire::BODY_LIMIT, "{}", body.len());
    }

    proptest! {
        /// However many try, exactly as many come in as there are places.
        #[test]
        fn as_many_sign_up_as_there_are_seats(seats in proptest::option::of(1_u16..40), tries in 0_u32..60) {
            let settings = here(seats);
            let mut taken = 0;
            for _ in 0..tries {
                taken += u32::from(settings.has_seat(taken));
            }
            prop_assert_eq!(taken, seats.map_or(tries, |seats| tries.min(seats.into())));
        }

        /// Nobody can sign up on a day on which the webinar's page is the phone's, and the other way round.
        #[test]
        fn sign_up_is_open_exactly_before_the_day(days in -400_i32..400, has_begun: bool) {
            let day: Date = "2026-12-03".parse().unwrap();
            let stage = here(None).stage(day, day.plus_days(days), has_begun);
            prop_assert_eq!(stage == SignupStage::Open, days < 0 && !has_begun);
        }
    }
}
