//! "Økonomi – ændringsønsker til samfinansiering": every request's way to being paid, as of any moment. Reckoned from
//! what is on record, so that a figure of an earlier day is the figure that stood there then.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::ledger::Moved;
use super::request::Version;
use super::{Commitment, CommitmentState, PublicSums, RequestState, Sums, Terms};
use crate::date::Date;
use crate::forum::InitiativeId;
use crate::ids::{Millis, MunicipalityCode, RequestId};
use crate::money::Money;
use crate::municipality;

/// Everything on record about one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The request that the history is of.
    pub request: RequestId,
    /// All its versions, the first one first.
    pub versions: Vec<Version>,
    /// All moves of its commitments, the first one first.
    pub moves: Vec<Moved>,
}

/// A request as it stood at some moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// The version that was valid: texts, terms and state.
    pub version: &'a Version,
    /// Each municipality's part at that moment, those who had left included.
    pub commitments: Vec<Commitment>,
    /// When anything in it changed last.
    pub changed_at: Millis,
}

impl History {
    /// How it stood at `at`; `None` before it was there. Moves that were undone affect nothing.
    pub fn as_of(&self, at: Millis) -> Option<Standing<'_>> {
        let version = self.versions.iter().rfind(|version| version.at <= at)?;
        let moves = self.moves.iter();
        let moves = moves.filter(|moved| moved.at <= at && moved.undone.is_none());
        let mut last: BTreeMap<MunicipalityCode, &Moved> = BTreeMap::new();
        for moved in moves {
            last.insert(moved.municipality, moved);
        }
        let changed_at = last.values().map(|moved| moved.at).max();
        Some(Standing {
            version,
            commitments: last.into_values().map(Moved::commitment).collect(),
            changed_at: changed_at.unwrap_or(version.at).max(version.at),
        })
    }
}

/// A request that has come a step further, as everyone may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicStep {
    /// The request that moved.
    pub request: RequestId,
    /// The vendor's own reference.
    pub reference: String,
    /// Its title at that time.
    pub title: String,
    /// How far it came.
    pub state: RequestState,
    /// When, on the server's clock.
    pub at: Millis,
}

impl History {
    /// The steps that the living page has shown or shows of it, the first one first: none while the page does not show
    /// the request at `at`, and none from before it was up for co-financing.
    pub fn public_steps(&self, at: Millis) -> Vec<PublicStep> {
        let is_shown = self.as_of(at).is_some_and(|standing| standing.is_shown());
        let mut steps: Vec<PublicStep> = Vec::new();
        for version in self.versions.iter().filter(|_| is_shown) {
            let is_news = steps.last().is_none_or(|last| last.state != version.state);
            if version.at <= at && is_news && is_always_shown(version.state) {
                steps.push(PublicStep {
                    request: self.request,
                    reference: version.request.reference.clone(),
                    title: version.request.title.clone(),
                    state: version.state,
                    at: version.at,
                });
            }
        }
        steps
    }
}

/// Whether a request of this state is on the living page whatever municipalities have said.
const fn is_always_shown(state: RequestState) -> bool {
    !matches!(
        state,
        RequestState::Submitted
            | RequestState::Screened
            | RequestState::Candidate
            | RequestState::InBarometer
            | RequestState::Merged
            | RequestState::Rejected
            | RequestState::Measured
            | RequestState::Resting
    )
}

/// "Bevægelse siden sidst": what came, or went, since a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Movement {
    /// Promised more, or less, in øre.
    pub amount: Money,
    /// More, or fewer, municipalities with a promise.
    pub municipalities: i32,
}

impl Movement {
    fn between(before: &Sums, now: &Sums) -> Self {
        let count = |sums: &Sums| i32::try_from(sums.committed.count).unwrap_or(i32::MAX);
        Self {
            amount: now.committed.amount - before.committed.amount,
            municipalities: count(now) - count(before),
        }
    }

    /// Whether amount or number changed at all.
    pub fn is_any(self) -> bool {
        self != Self::default()
    }
}

/// How many municipalities of one region are with a request; names are not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegionCount {
    /// The region's name, for example `Midtjylland`.
    pub region: String,
    /// How many have promised, invoiced and paid ones included.
    pub committed: u32,
    /// How many take part without a promise: interest, intention or decision.
    pub on_the_way: u32,
}

/// A municipality that consented to be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Named {
    /// The municipality that may be named.
    pub municipality: MunicipalityCode,
    /// How far it has come.
    pub state: CommitmentState,
}

/// A national initiative that affects a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InitiativeTag {
    /// The initiative's number.
    pub id: InitiativeId,
    /// Its name.
    pub name: String,
}

/// One request on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PortfolioRow {
    /// The request that the row is about.
    pub request: RequestId,
    /// The vendor's own reference, for example `K03`.
    pub reference: String,
    /// The request's title, in one line.
    pub title: String,
    /// The category it belongs to; may be empty.
    pub category: String,
    /// How far it has come.
    pub state: RequestState,
    /// The terms that municipalities decide on.
    pub terms: Terms,
    /// Whether it follows from a national initiative.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub national: bool,
    /// "Mappehenvisning": where its papers lie; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub folder: String,
    /// Its page in the vendor's portal; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub portal: String,
    /// What municipalities have said, as everyone may see it: see [`PublicSums`].
    pub sums: Sums,
    /// "Mangler": what the public sums leave uncovered of the price, in øre.
    pub shortfall: Money,
    /// "Mangler n kommuner", where that can be said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<u32>,
    /// Whether its deadline has passed before it was fully funded.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub overdue: bool,
    /// Since the last webinar; `None` when there was none, or the request is younger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub movement: Option<Movement>,
    /// When anything in it changed last, on the server's clock.
    pub changed_at: Millis,
    /// Who is with it, by region, the largest first.
    pub regions: Vec<RegionCount>,
    /// Who is with it, where that may be said.
    pub named: Vec<Named>,
    /// How many comments everybody can read under it; 0 for an earlier day.
    #[serde(default)]
    pub comments: u32,
    /// The national initiatives that affect it, of those that everybody may read; none for an earlier day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub initiatives: Vec<InitiativeTag>,
}

/// The living page as everyone sees it, on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Portfolio {
    /// A view of another epoch always replaces this one.
    pub epoch: u32,
    /// Within an epoch, the higher is the newer.
    pub seq: u64,
    /// Whether its requests are invented ("Opdigtede eksempeldata").
    pub fictional: bool,
    /// The day it shows, when that is an earlier one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// The last webinar's day; movement counts from when it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// When anything changed last; `None` while there is nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<Millis>,
    /// Different municipalities with a promise to any of the requests.
    pub municipalities: u32,
    /// Whether a Strategic Development Forum has called a meeting, or tells of an initiative.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_forum: bool,
    /// The requests, in order of their references.
    pub rows: Vec<PortfolioRow>,
}

/// A code typed at the page's door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PortfolioCode {
    /// The code with whatever case, blanks and hyphens it was typed with.
    pub code: String,
}

impl PortfolioCode {
    /// The code the way it is stored: capitals, without blanks and hyphens.
    pub fn plain(&self) -> String {
        let letters = self.code.chars();
        letters
            .filter(|letter| !letter.is_whitespace() && *letter != '-')
            .map(|letter| letter.to_ascii_uppercase())
            .collect()
    }
}

/// Whom the page lets in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PortfolioAccess {
    /// The code that it asks for; `None` when everyone may see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// The vendor's wish for the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Protect {
    /// Whether it asks for a code; then it is a new one.
    pub protected: bool,
}

/// Everything that the page is computed from.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// The database's random number; goes into [`Portfolio::epoch`].
    pub epoch: u32,
    /// Rises with every change; goes into [`Portfolio::seq`].
    pub seq: u64,
    /// Whether the requests are invented; goes into [`Portfolio::fictional`].
    pub fictional: bool,
    /// Every request with its versions and moves.
    pub histories: &'a [History],
    /// The webinars that were held.
    pub webinars: &'a [HeldOn],
}

/// When a webinar was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldOn {
    /// The Danish day on which it was held.
    pub day: Date,
    /// When it ended, on the server's clock: what is said later, on the same day too, is movement.
    pub ended: Millis,
}

impl HeldOn {
    /// A webinar of which only the day is known: it ended with that.
    pub fn day(day: Date) -> Self {
        Self {
            day,
            ended: day.ends_before_millis(),
        }
    }
}

impl Record<'_> {
    /// The page as it stood at the end of `as_of`, or as it stands, with what moved since the last webinar before
    /// `day`. A webinar's own day still counts from the one before: during it, that is what moved since last time.
    pub fn portfolio(&self, as_of: Option<Date>, day: Date) -> Portfolio {
        let at = as_of.map_or(Millis::MAX, Date::ends_before_millis);
        let earlier = self.webinars.iter().filter(|held| held.day < day);
        let since = earlier.max_by_key(|held| (held.day, held.ended)).copied();
        let mut shown: Vec<(PortfolioRow, Standing<'_>)> = Vec::new();
        for history in self.histories {
            let standing = history.as_of(at).filter(Standing::is_shown);
            // What is invented has no today: its days are invented too.
            let today = as_of.or((!self.fictional).then_some(day));
            shown.extend(standing.map(|standing| {
                let row = history.row(&standing, since, today);
                (row, standing)
            }));
        }
        shown.sort_by(|(a, _), (b, _)| (&a.reference, a.request).cmp(&(&b.reference, b.request)));
        let changed_at = shown.iter().map(|(row, _)| row.changed_at).max();
        let committed = shown
            .iter()
            .flat_map(|(_, standing)| &standing.commitments)
            .filter(|commitment| commitment.state.counts_as_funded())
            .map(|commitment| commitment.municipality);
        let municipalities: BTreeSet<_> = committed.collect();
        Portfolio {
            epoch: self.epoch,
            seq: self.seq,
            fictional: self.fictional,
            as_of,
            since: since.map(|held| held.day),
            changed_at,
            municipalities: u32::try_from(municipalities.len()).unwrap_or(u32::MAX),
            has_forum: false,
            rows: shown.into_iter().map(|(row, _)| row).collect(),
        }
    }
}

impl Standing<'_> {
    /// The exact sums of the commitments, for the vendor.
    pub fn sums(&self) -> Sums {
        Sums::of(&self.commitments)
    }

    /// The rounded sums of the commitments, for everyone.
    fn public_sums(&self) -> Sums {
        let price = self.version.request.terms.price.likely();
        PublicSums::of(&self.commitments, price).sums()
    }

    /// Whether it is up for co-financing: from being selected on, or measured with a municipality that wants it.
    fn is_shown(&self) -> bool {
        match self.version.state {
            RequestState::Measured | RequestState::Resting => self.sums().municipalities() > 0,
            state => is_always_shown(state),
        }
    }

    /// Who may be named: who consented then, and consents now.
    fn named(&self, now: &BTreeSet<MunicipalityCode>) -> Vec<Named> {
        let consenting = self.commitments.iter();
        let consenting = consenting.filter(|c| c.detail.named && !c.state.has_left());
        let consenting = consenting.filter(|c| now.contains(&c.municipality));
        let mut named: Vec<Named> = consenting
            .map(|commitment| Named {
                municipality: commitment.municipality,
                state: commitment.state,
            })
            .collect();
        // In the order in which people look for a name.
        let place = |code| municipality::all().iter().position(|m| m.code == code);
        named.sort_by_key(|named| place(named.municipality));
        named
    }

    fn regions(&self) -> Vec<RegionCount> {
        let mut regions: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        for commitment in self.commitments.iter().filter(|c| !c.state.has_left()) {
            let found = municipality::by_code(commitment.municipality);
            let Some(municipality) = found else { continue };
            let (committed, on_the_way) = regions.entry(municipality.region).or_default();
            if commitment.state.counts_as_funded() {
                *committed += 1;
            } else {
                *on_the_way += 1;
            }
        }
        let counts = regions.into_iter();
        let counts = counts.map(|(region, (committed, on_the_way))| RegionCount {
            region: region.to_owned(),
            committed,
            on_the_way,
        });
        let mut counts: Vec<RegionCount> = counts.collect();
        counts.sort_by_key(|count| std::cmp::Reverse(count.committed + count.on_the_way));
        counts
    }
}

impl History {
    /// Who consents to be named as of now: whoever took that back, or whose consent was undone, is named on no day.
    fn consenting(&self) -> BTreeSet<MunicipalityCode> {
        let now = self.as_of(Millis::MAX);
        let commitments = now.map(|now| now.commitments).unwrap_or_default();
        let consenting = commitments.iter().filter(|held| held.detail.named);
        consenting.map(|held| held.municipality).collect()
    }

    fn row(
        &self,
        standing: &Standing<'_>,
        since: Option<HeldOn>,
        today: Option<Date>,
    ) -> PortfolioRow {
        let (version, sums) = (standing.version, standing.public_sums());
        let request = version.request.clone();
        let before = since.and_then(|since| self.as_of(since.ended));
        PortfolioRow {
            request: self.request,
            reference: request.reference,
            title: request.title,
            category: request.category,
            state: version.state,
            national: request.national,
            folder: request.folder,
            portal: request.portal,
            overdue: today.is_some_and(|today| request.terms.is_overdue(version.state, today)),
            shortfall: sums.shortfall(request.terms.price.likely()),
            missing: request.terms.missing_municipalities(&sums),
            movement: before.map(|before| Movement::between(&before.public_sums(), &sums)),
            changed_at: standing.changed_at,
            regions: standing.regions(),
            named: standing.named(&self.consenting()),
            comments: 0,
            initiatives: Vec::new(),
            terms: request.terms,
            sums,
        }
    }
}

impl Portfolio {
    /// The prices of all requests together, in øre.
    pub fn price(&self) -> Money {
        self.rows.iter().map(|row| row.terms.price.likely()).sum()
    }

    /// All promises together, in øre, from rounded amounts.
    pub fn committed(&self) -> Money {
        self.rows.iter().map(|row| row.sums.committed.amount).sum()
    }

    /// How many are fully funded, or further.
    pub fn funded(&self) -> usize {
        self.rows.iter().filter(|row| row.state.is_funded()).count()
    }

    /// What was promised since the last webinar, in øre; `None` when there was none.
    pub fn moved(&self) -> Option<Money> {
        let movements = self.rows.iter().filter_map(|row| row.movement);
        self.since
            .map(|_| movements.map(|moved| moved.amount).sum())
    }
}

#[cfg(test)]
mod tests;
