//! In English: what is said of a counting rule. A rule more is one more line in each.

use barometer_domain::tally::CountingRule;

/// Its name over a column of figures.
pub(crate) const fn column(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Participants => "Votes",
        CountingRule::Municipalities => "Municipalities",
        CountingRule::Fraction => "Municipal votes, shared",
        CountingRule::Majority => "Municipalities with a majority",
    }
}

/// Its name, where the vendor chooses it.
pub(crate) const fn name(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Participants => "Participants",
        CountingRule::Municipalities => "Municipalities",
        CountingRule::Fraction => "Fraction of the municipality",
        CountingRule::Majority => "Majority within the municipality",
    }
}

/// What it means, where the vendor chooses it.
pub(crate) const fn explanation(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Participants => {
            "Every participant counts once. Municipalities with many participants weigh most."
        }
        CountingRule::Municipalities => {
            "A municipality counts once when at least one person from it votes for the request. The usual choice, \
             since municipalities pay."
        }
        CountingRule::Fraction => {
            "Every municipality has one vote that its participants share. When they differ, the request counts \
             with their share only."
        }
        CountingRule::Majority => {
            "A municipality counts only when more than half of its participants vote for the request."
        }
    }
}

/// What is counted, within a sentence of the console.
pub(crate) const fn in_a_sentence(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Participants => "votes",
        CountingRule::Municipalities => "municipalities",
        CountingRule::Fraction => "one vote per municipality, shared by its participants",
        CountingRule::Majority => "municipalities where a majority voted for it",
    }
}

/// What is counted, where a webinar's result is told afterwards.
pub(crate) const fn in_the_letter(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Participants => "participants",
        CountingRule::Municipalities => "municipalities",
        CountingRule::Fraction => "fractions of municipalities",
        CountingRule::Majority => "majorities within municipalities",
    }
}

/// The word beside a headline figure of `n`, whole ones.
pub(crate) const fn unit(rule: CountingRule, n: u32) -> &'static str {
    match (rule, n) {
        (CountingRule::Participants, 1) => "vote",
        (CountingRule::Participants, _) => "votes",
        (CountingRule::Municipalities, 1) => "municipality",
        (CountingRule::Municipalities, _) => "municipalities",
        (CountingRule::Fraction, _) => "shared votes",
        (CountingRule::Majority, _) => "by majority",
    }
}
