//! Who supports a question: each person once, also where two questions become one.

use std::collections::BTreeSet;

/// The supporters of one question, by whatever their keeper knows them by. Without a serialised form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supporters<P: Ord>(BTreeSet<P>);

impl<P: Ord> Supporters<P> {
    /// Those of two questions that become one; whoever supports both counts once.
    #[must_use]
    pub fn merged_with(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Those who are here and not in `other`.
    pub fn not_in<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a P> {
        self.0.difference(&other.0)
    }

    /// How many they are.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl<P: Ord> FromIterator<P> for Supporters<P> {
    fn from_iter<I: IntoIterator<Item = P>>(people: I) -> Self {
        Self(people.into_iter().collect())
    }
}
