//! In Danish: what is said of a counting rule. A rule more is one more line in each.

use barometer_domain::tally::CountingRule;

/// Its name over a column of figures.
pub(crate) const fn column(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Participants => "Stemmer",
        CountingRule::Municipalities => "Kommuner",
        CountingRule::Fraction => "Kommunestemmer, delt",
        CountingRule::Majority => "Kommuner med flertal",
    }
}

/// Its name, where the vendor chooses it.
pub(crate) const fn name(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Participants => "Deltagere",
        CountingRule::Municipalities => "Kommuner",
        CountingRule::Fraction => "Andel af kommunen",
        CountingRule::Majority => "Flertal i kommunen",
    }
}

/// What it means, where the vendor chooses it.
pub(crate) const fn explanation(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Participants => {
            "Hver deltager tæller én gang. Kommuner med mange deltagere vejer mest."
        }
        CountingRule::Municipalities => {
            "En kommune tæller én gang, når mindst én derfra stemmer på ønsket. Det er det almindelige, for det er \
             kommunerne, der betaler."
        }
        CountingRule::Fraction => {
            "Hver kommune har én stemme, som dens deltagere deler. Er de uenige, tæller ønsket kun med deres andel."
        }
        CountingRule::Majority => {
            "En kommune tæller kun, når mere end halvdelen af dens deltagere stemmer på ønsket."
        }
    }
}

/// What is counted, within a sentence of the console.
pub(crate) const fn in_a_sentence(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Participants => "stemmer",
        CountingRule::Municipalities => "kommuner",
        CountingRule::Fraction => "én stemme pr. kommune, delt mellem dens deltagere",
        CountingRule::Majority => "kommuner, hvor et flertal stemte for",
    }
}

/// What is counted, where a webinar's result is told afterwards.
pub(crate) const fn in_the_letter(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::Participants => "deltagere",
        CountingRule::Municipalities => "kommuner",
        CountingRule::Fraction => "andele af kommuner",
        CountingRule::Majority => "flertal i kommunerne",
    }
}

/// The word beside a headline figure of `n`, whole ones.
pub(crate) const fn unit(rule: CountingRule, n: u32) -> &'static str {
    match (rule, n) {
        (CountingRule::Participants, 1) => "stemme",
        (CountingRule::Participants, _) => "stemmer",
        (CountingRule::Municipalities, 1) => "kommune",
        (CountingRule::Municipalities, _) => "kommuner",
        (CountingRule::Fraction, _) => "delte stemmer",
        (CountingRule::Majority, _) => "med flertal",
    }
}
