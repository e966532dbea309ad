//! What may be published of conditional pledges: counts behind which there are always several municipalities.

use super::{Coalition, Condition};
use crate::funding::FEWEST_BEHIND_A_FIGURE;

/// Counts of conditional pledges. Each is of nobody or of at least three municipalities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PublishedCounts {
    /// How many have pledged.
    pub pledged: usize,
    /// How many of them are in the coalition; `None` where that would tell of one or two, in it or outside it, whether
    /// their condition holds.
    pub in_coalition: Option<usize>,
}

/// The counts that are public, with the conditions that they were made of, so that the next counts can be compared with
/// them. Only the counts leave the server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    counts: Option<PublishedCounts>,
    made_of: Vec<Option<Condition>>,
}

impl Publication {
    /// What is public; `None` before three have pledged.
    pub fn counts(&self) -> Option<PublishedCounts> {
        self.counts
    }

    /// What is public from now on. It changes only when at least three municipalities have pledged, withdrawn or changed
    /// their condition since: two publications that differ by one municipality would tell its condition to whoever saw
    /// both. Until then what was published stands.
    #[must_use]
    pub fn next(&self, conditions: &[Option<Condition>], coalition: &Coalition) -> Self {
        let before = |at: usize| self.made_of.get(at).copied().flatten();
        let places = conditions.len().max(self.made_of.len());
        let differs = |&at: &usize| before(at) != conditions.get(at).copied().flatten();
        let changed = (0..places).filter(differs).count();
        if changed < FEWEST_BEHIND_A_FIGURE {
            return self.clone();
        }
        Self {
            counts: counts(conditions, coalition),
            made_of: conditions.to_vec(),
        }
    }
}

fn counts(conditions: &[Option<Condition>], coalition: &Coalition) -> Option<PublishedCounts> {
    let pledged = conditions.iter().flatten().count();
    let inside = coalition.members.len();
    let may_be_shown = |count: usize| count == 0 || count >= FEWEST_BEHIND_A_FIGURE;
    (pledged >= FEWEST_BEHIND_A_FIGURE).then(|| PublishedCounts {
        pledged,
        in_coalition: (may_be_shown(inside) && may_be_shown(pledged - inside)).then_some(inside),
    })
}
