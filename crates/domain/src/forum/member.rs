//! Who sits in the forum: for a municipality, in a role, from one day to another. Who the person is stands sealed.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::financing::commitment::text;
use crate::ids::MunicipalityCode;
use crate::municipality;
use crate::refusal::{Field, Refusal};
use crate::signup::SignupSlot;
use crate::vendor::SealedIdentity;

/// The longest role, in letters.
pub const LONGEST_ROLE: usize = 80;
/// What stands in the place of a webinar's code where a member's name is sealed.
pub const SEALED_FOR: &str = "forum";

/// A member as the vendor writes it, without the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// For which municipality.
    pub municipality: MunicipalityCode,
    /// In which role, for example "Formand".
    pub role: String,
    /// The first day of the term.
    pub from: Date,
    /// The last day of the term.
    pub to: Date,
    /// Whether the vendor has confirmed that everybody may read municipality, role and term.
    #[serde(default)]
    pub named: bool,
}

/// A member with the person, sealed to the vendor's key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ForumMember {
    /// A random name of it, for which the person's name and address open.
    pub slot: SignupSlot,
    /// What is written of it.
    pub member: Member,
    /// Name and e-mail address, sealed; absent once they are no longer kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<SealedIdentity>,
}

impl Member {
    /// Whether the term has begun and is not over.
    pub fn is_sitting(&self, today: Date) -> bool {
        (self.from..=self.to).contains(&today)
    }

    /// The last day of a usual term that begins on `from`: two years later.
    pub fn usual_end(from: Date) -> Date {
        let (year, month, day) = from.parts();
        let later = Date::of(year + 2, month, day);
        later.map_or(from.plus_days(730), |later| later.plus_days(-1))
    }

    /// The member with its role trimmed, if everything in it can be.
    ///
    /// # Errors
    /// [`Refusal::UnknownMunicipality`], or [`Refusal::NotFilledIn`] with the first field that is wrong.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        municipality::by_code(self.municipality).ok_or(Refusal::UnknownMunicipality)?;
        self.role = text(&self.role, 1..=LONGEST_ROLE, Field::Role)?;
        if self.from > self.to {
            return Err(Field::Term.wrong());
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member() -> Member {
        Member {
            municipality: "0741".parse().unwrap(),
            role: " Medlem ".into(),
            from: "2026-03-01".parse().unwrap(),
            to: "2028-02-29".parse().unwrap(),
            named: false,
        }
    }

    #[test]
    fn a_term_counts_its_first_and_its_last_day() {
        let member = member().checked().unwrap();
        assert_eq!(member.role, "Medlem");
        let sits = |day: &str| member.is_sitting(day.parse().unwrap());
        assert_eq!(
            ["2026-02-28", "2026-03-01", "2028-02-29", "2028-03-01"].map(sits),
            [false, true, true, false]
        );
    }

    #[test]
    fn a_usual_term_is_two_years() {
        let end = |from: &str| Member::usual_end(from.parse().unwrap()).to_string();
        assert_eq!(end("2026-01-01"), "2027-12-31");
        assert_eq!(end("2026-03-01"), "2028-02-29");
        assert_eq!(end("2024-02-29"), "2026-02-28");
    }

    #[test]
    fn a_term_that_ends_before_it_begins_is_refused() {
        let turned = Member {
            to: "2026-02-28".parse().unwrap(),
            ..member()
        };
        assert_eq!(turned.checked(), Err(Field::Term.wrong()));
        let nowhere = Member {
            municipality: "0999".parse().unwrap(),
            ..member()
        };
        assert_eq!(nowhere.checked(), Err(Refusal::UnknownMunicipality));
    }
}
