//! National initiatives: what a ministry asks of the system, by when, and what that is expected to cost.

use serde::{Deserialize, Serialize};

use super::half_year::HalfYear;
use crate::date::Date;
use crate::financing::Price;
use crate::financing::commitment::text;
use crate::financing::request::check_price;
use crate::ids::RequestId;
use crate::refusal::{Field, Refusal};
use crate::signup::CourseLink;

/// The longest name of an initiative or a ministry, in letters.
pub const LONGEST_NAME: usize = 120;
/// The most requests that one initiative names.
const MOST_REQUESTS: usize = 100;
/// The most hours of work that can be estimated: five hundred years of work are a slip of the hand.
pub const MOST_HOURS: u32 = 750_000;

/// An initiative's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = u32))]
pub struct InitiativeId(pub u32);

/// How far an initiative has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum InitiativeStatus {
    /// "Varslet": it is known to come.
    #[default]
    Announced,
    /// "Analyseres": what it asks of the system is looked into.
    UnderAnalysis,
    /// "Planlagt": what is to be made is clear.
    Planned,
    /// "Under udvikling".
    UnderDevelopment,
    /// "Leveret".
    Delivered,
    /// "Bortfaldet": it does not come after all.
    Dropped,
}

impl InitiativeStatus {
    /// All of them, in the order of their way.
    pub const ALL: [Self; 6] = [
        Self::Announced,
        Self::UnderAnalysis,
        Self::Planned,
        Self::UnderDevelopment,
        Self::Delivered,
        Self::Dropped,
    ];

    /// Its name on the wire and in a form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Announced => "Announced",
            Self::UnderAnalysis => "UnderAnalysis",
            Self::Planned => "Planned",
            Self::UnderDevelopment => "UnderDevelopment",
            Self::Delivered => "Delivered",
            Self::Dropped => "Dropped",
        }
    }

    /// The one of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }

    /// Whether there is still something to be done about it.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Delivered | Self::Dropped)
    }
}

/// An initiative as the vendor writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    /// Its name, in one line of at most [`LONGEST_NAME`] letters.
    pub name: String,
    /// Whose it is, for example a ministry or an agency.
    pub ministry: String,
    /// By when the system must do what it asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// Where it is described, `https://…`; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// The requests that it affects, in order of their numbers, each once.
    #[serde(default)]
    pub requests: Vec<RequestId>,
    /// What it is expected to cost.
    #[serde(default)]
    pub cost: Price,
    /// How much work it is expected to be, in hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<u32>,
    /// The half-year in which it begins to cost; that of the deadline if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<HalfYear>,
    /// How far it has come.
    #[serde(default)]
    pub status: InitiativeStatus,
    /// Whether everybody may read it.
    #[serde(default)]
    pub public: bool,
}

/// An initiative with its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InitiativeRow {
    /// Its number.
    pub id: InitiativeId,
    /// Rises by one with every save; sent back with the next.
    pub edition: u32,
    /// What is written of it.
    pub initiative: Initiative,
}

impl Initiative {
    /// The initiative with its texts trimmed and its requests in order, if everything in it can be.
    ///
    /// # Errors
    /// [`Refusal::NotFilledIn`] with the first field that is wrong.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        self.name = text(&self.name, 1..=LONGEST_NAME, Field::Title)?;
        self.ministry = text(&self.ministry, 1..=LONGEST_NAME, Field::Ministry)?;
        let link = self.link.trim();
        if !link.is_empty() {
            let link: CourseLink = link.parse().map_err(|_| Field::Link.wrong())?;
            self.link = link.into();
        }
        self.requests.sort_unstable();
        self.requests.dedup();
        if self.requests.len() > MOST_REQUESTS {
            return Err(Field::Requests.wrong());
        }
        check_price(&self.cost)?;
        if self
            .effort
            .is_some_and(|hours| !(1..=MOST_HOURS).contains(&hours))
        {
            return Err(Field::Effort.wrong());
        }
        let last = self.deadline.map(HalfYear::containing);
        if self
            .from
            .is_some_and(|from| last.is_none_or(|last| from > last))
        {
            return Err(Field::CostFrom.wrong());
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn initiative() -> Initiative {
        Initiative {
            name: " Ny reform ".into(),
            ministry: "Ældreministeriet".into(),
            deadline: "2027-12-31".parse().ok(),
            link: " HTTPS://ministeriet.test/reform ".into(),
            requests: vec![RequestId(7), RequestId(2), RequestId(7)],
            from: "2027-1".parse().ok(),
            ..Initiative::default()
        }
    }

    #[test]
    fn it_is_kept_trimmed_with_each_request_once() {
        let kept = initiative().checked().unwrap();
        assert_eq!(kept.name, "Ny reform");
        assert_eq!(kept.link, "https://ministeriet.test/reform");
        assert_eq!(kept.requests, [RequestId(2), RequestId(7)]);
        assert_eq!(kept.clone().checked(), Ok(kept));
    }

    #[test]
    fn the_first_field_that_is_wrong_is_named() {
        let wrong = |change: fn(&mut Initiative), field: Field| {
            let mut initiative = initiative();
            change(&mut initiative);
            assert_eq!(initiative.checked(), Err(field.wrong()));
        };
        wrong(|it| it.name = " ".into(), Field::Title);
        wrong(|it| it.ministry = "x".repeat(121), Field::Ministry);
        wrong(|it| it.link = "http://ministeriet.test".into(), Field::Link);
        wrong(|it| it.link = "javascript:alert(1)".into(), Field::Link);
        wrong(|it| it.effort = Some(0), Field::Effort);
        wrong(|it| it.from = "2028-1".parse().ok(), Field::CostFrom);
        wrong(|it| it.deadline = None, Field::CostFrom);
    }

    #[test]
    fn a_status_has_one_name_everywhere() {
        for status in InitiativeStatus::ALL {
            let written = serde_json::to_string(&status).unwrap();
            assert_eq!(written, format!("\"{}\"", status.name()));
            assert_eq!(InitiativeStatus::of_name(status.name()), Some(status));
        }
        assert_eq!(InitiativeStatus::of_name(""), None);
    }
}
