//! The states of a request from intake to benefit, and which moves each allows to whom; `docs/domain.md, "Requests"`.

use serde::{Deserialize, Serialize};

use super::request::Version;
use super::{Sums, Terms};
use crate::date::Date;
use crate::refusal::{Field, Refusal};

/// How far a request has come.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RequestState {
    /// "Modtaget": somebody has asked for it.
    #[default]
    Submitted,
    /// "Vurderet": the vendor has looked at it.
    Screened,
    /// "Kandidat": may be put up for a vote.
    Candidate,
    /// "I barometeret": the vote is open. Set by the webinar.
    InBarometer,
    /// "Målt": there is a result. Set by the webinar.
    Measured,
    /// "Udvalgt": goes on after the vote.
    Selected,
    /// "Under behandling": a firm price is being worked out.
    UnderTreatment,
    /// "Åben for finansiering": firm price, sharing rule, minimum and deadline are known.
    OpenForFinancing,
    /// "Samler": municipalities are joining. Set by the first that says something.
    Gathering,
    /// "Fuldt finansieret". Set by the system alone.
    FullyFunded,
    /// "Bestilt": from here on promises and terms are fixed.
    Ordered,
    /// "Under udvikling": the vendor builds it.
    UnderDevelopment,
    /// "I pilot": a few municipalities try it.
    Pilot,
    /// "Leveret": the vendor has delivered it.
    Delivered,
    /// "Faktureret": the vendor has invoiced it.
    Invoiced,
    /// "Gevinst målt": whether it was worth it is known; the last step.
    BenefitMeasured,
    /// "Hviler": put aside for now; can come back.
    Resting,
    /// "Lagt sammen": became part of another request.
    Merged,
    /// "Afvist": will not be built; can be undone.
    Rejected,
    /// "Udløbet": the deadline passed before it was funded.
    Expired,
    /// "Annulleret": given up after it was selected.
    Cancelled,
}

use RequestState as S;

impl RequestState {
    /// All of them, in order.
    pub const ALL: [Self; 21] = [
        S::Submitted,
        S::Screened,
        S::Candidate,
        S::InBarometer,
        S::Measured,
        S::Selected,
        S::UnderTreatment,
        S::OpenForFinancing,
        S::Gathering,
        S::FullyFunded,
        S::Ordered,
        S::UnderDevelopment,
        S::Pilot,
        S::Delivered,
        S::Invoiced,
        S::BenefitMeasured,
        S::Resting,
        S::Merged,
        S::Rejected,
        S::Expired,
        S::Cancelled,
    ];

    /// Where the vendor may take it. What the webinar and the sums decide is not here, and merging names another
    /// request, so it is a step of its own.
    pub fn vendor_moves(self) -> &'static [Self] {
        match self {
            S::Submitted => &[S::Screened, S::Resting, S::Rejected],
            S::Screened => &[S::Candidate, S::Resting, S::Rejected],
            S::Candidate => &[S::Screened, S::Resting, S::Rejected],
            S::InBarometer | S::Merged | S::Rejected | S::BenefitMeasured | S::Cancelled => &[],
            S::Measured => &[S::Selected, S::Candidate, S::Resting, S::Rejected],
            S::Selected => &[S::UnderTreatment, S::Resting, S::Cancelled],
            S::UnderTreatment => &[S::OpenForFinancing, S::Resting, S::Cancelled],
            S::OpenForFinancing | S::Gathering => &[S::Resting, S::Expired, S::Cancelled],
            S::FullyFunded => &[S::Ordered, S::Cancelled],
            S::Ordered => &[S::UnderDevelopment, S::Cancelled],
            S::UnderDevelopment => &[S::Pilot, S::Delivered, S::Cancelled],
            S::Pilot => &[S::Delivered, S::UnderDevelopment, S::Cancelled],
            S::Delivered => &[S::Invoiced],
            S::Invoiced => &[S::BenefitMeasured],
            S::Resting => &[S::Screened, S::Candidate, S::UnderTreatment, S::Rejected],
            S::Expired => &[S::OpenForFinancing, S::Resting, S::Cancelled],
        }
    }

    /// Whether it may become part of another request: only before anybody pays for it.
    pub fn may_merge(self) -> bool {
        matches!(
            self,
            S::Submitted | S::Screened | S::Candidate | S::Measured | S::Resting
        )
    }

    /// Whether promises to it can still be taken back.
    pub fn is_ordered(self) -> bool {
        (S::Ordered..=S::BenefitMeasured).contains(&self)
    }

    /// Whether it is delivered: what it came to can be known.
    pub fn is_delivered(self) -> bool {
        (S::Delivered..=S::BenefitMeasured).contains(&self)
    }

    /// Whether municipalities decide, or decided last, on its terms as they stand.
    pub fn is_up_for_decision(self) -> bool {
        matches!(
            self,
            S::OpenForFinancing | S::Gathering | S::FullyFunded | S::Expired
        )
    }

    /// Whether it left the way from intake to benefit.
    pub fn is_aside(self) -> bool {
        self >= S::Resting
    }

    /// Whether the promises cover it: fully funded, or ordered since.
    pub fn is_funded(self) -> bool {
        self == S::FullyFunded || self.is_ordered()
    }

    /// What the vendor's move to `to` makes of it.
    ///
    /// # Errors
    /// [`Refusal::MoveNotAllowed`] where there is no such move, [`Refusal::NotFilledIn`] where it may not open for
    /// financing without firm price, minimum and a deadline that is still to come.
    pub fn moved(self, to: Self, terms: &Terms, today: Date) -> Result<Self, Refusal> {
        if !self.vendor_moves().contains(&to) {
            return Err(Refusal::MoveNotAllowed);
        }
        if to == S::OpenForFinancing {
            terms.check_open()?;
            if terms.deadline.is_some_and(|deadline| deadline < today) {
                return Err(Field::Deadline.wrong());
            }
        }
        Ok(to)
    }

    /// Where the undoing of a merge or a rejection leads back to: where it stood before, by all it ever was.
    ///
    /// # Errors
    /// [`Refusal::MoveNotAllowed`] for anything else, or where nothing was before.
    pub fn undone(self, versions: &[Version]) -> Result<Self, Refusal> {
        if !matches!(self, S::Merged | S::Rejected) {
            return Err(Refusal::MoveNotAllowed);
        }
        let before = versions.iter().rfind(|version| version.state != self);
        before
            .map(|version| version.state)
            .ok_or(Refusal::MoveNotAllowed)
    }

    /// What municipalities' words make of it, by themselves: gathering once someone is there, fully funded when the
    /// promises cover the price and there are as many as needed, and gathering again when they do not.
    #[must_use]
    pub fn settled(self, terms: &Terms, sums: &Sums) -> Self {
        let is_covered = terms.is_covered_by(sums);
        match self {
            S::OpenForFinancing | S::Gathering | S::FullyFunded if is_covered => S::FullyFunded,
            S::FullyFunded => S::Gathering,
            S::OpenForFinancing if sums.municipalities() > 0 => S::Gathering,
            other => other,
        }
    }

    /// What the opening of a barometer makes of a candidate.
    #[must_use]
    pub fn put_up(self) -> Self {
        match self {
            S::Submitted | S::Screened | S::Candidate | S::Measured => S::InBarometer,
            other => other,
        }
    }

    /// The state of a candidate after the reveal.
    #[must_use]
    pub fn measured(self) -> Self {
        match self {
            S::InBarometer => S::Measured,
            other => other,
        }
    }

    /// What a demo's or rehearsal's new start makes of a candidate.
    #[must_use]
    pub fn taken_down(self) -> Self {
        match self {
            S::InBarometer | S::Measured => S::Candidate,
            other => other,
        }
    }
}

impl Terms {
    /// Whether everything is there that municipalities need to decide.
    pub(super) fn check_open(&self) -> Result<(), Refusal> {
        let checks = [
            (self.price.is_firm(), Field::Price),
            (self.minimum.is_some(), Field::Minimum),
            (self.deadline.is_some(), Field::Deadline),
        ];
        match checks.into_iter().find(|(is_there, _)| !is_there) {
            Some((_, field)) => Err(field.wrong()),
            None => Ok(()),
        }
    }

    /// Whether the promises cover the price, from as many as needed.
    pub fn is_covered_by(&self, sums: &Sums) -> bool {
        let price = self.price.likely();
        let enough = sums.committed.count >= self.minimum.unwrap_or(1).into();
        enough && price > crate::money::Money::ZERO && sums.committed.amount >= price
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::financing::{Price, StateSum};
    use crate::money::Money;

    fn terms() -> Terms {
        Terms {
            price: Price::Firm {
                amount: Money::from_kroner(110_000),
            },
            minimum: Some(5),
            deadline: Some("2023-12-01".parse().unwrap()),
            ..Terms::default()
        }
    }

    fn promised(count: u32, kroner: i64) -> Sums {
        Sums {
            committed: StateSum {
                count,
                amount: Money::from_kroner(kroner),
            },
            ..Sums::default()
        }
    }

    #[test]
    fn fully_funded_sets_and_unsets_itself() {
        let settled = |state: S, sums: &Sums| state.settled(&terms(), sums);
        assert_eq!(
            settled(S::OpenForFinancing, &Sums::default()),
            S::OpenForFinancing
        );
        assert_eq!(settled(S::OpenForFinancing, &promised(1, 1)), S::Gathering);
        assert_eq!(settled(S::Gathering, &promised(5, 110_000)), S::FullyFunded);
        assert_eq!(settled(S::Gathering, &promised(4, 110_000)), S::Gathering);
        assert_eq!(settled(S::FullyFunded, &promised(4, 88_000)), S::Gathering);
        assert_eq!(settled(S::Ordered, &promised(4, 88_000)), S::Ordered);
        assert_eq!(settled(S::Measured, &promised(5, 110_000)), S::Measured);
    }

    #[test]
    fn nobody_but_the_system_sets_what_the_system_sets() {
        let by_vendor = S::ALL.iter().flat_map(|state| state.vendor_moves());
        let theirs = [
            S::FullyFunded,
            S::InBarometer,
            S::Measured,
            S::Gathering,
            S::Merged,
        ];
        assert_eq!(by_vendor.filter(|to| theirs.contains(to)).count(), 0);
    }

    #[test]
    fn every_state_is_reachable_from_the_first() {
        let mut reached = vec![S::Submitted];
        let mut at = 0;
        while at < reached.len() {
            let state = reached[at];
            let by_itself = [
                state.put_up(),
                state.measured(),
                state.settled(&terms(), &promised(5, 110_000)),
                state.settled(&terms(), &promised(1, 1)),
            ];
            let merged = state.may_merge().then_some(S::Merged);
            for next in by_itself
                .into_iter()
                .chain(merged)
                .chain(state.vendor_moves().iter().copied())
            {
                if !reached.contains(&next) {
                    reached.push(next);
                }
            }
            at += 1;
        }
        reached.sort_unstable();
        assert_eq!(reached, S::ALL);
    }

    #[test]
    fn it_opens_for_financing_only_with_everything_known() {
        let today: Date = "2023-09-21".parse().unwrap();
        let open = |terms: &Terms| S::UnderTreatment.moved(S::OpenForFinancing, terms, today);
        assert_eq!(open(&terms()), Ok(S::OpenForFinancing));
        let rough = Price::Estimate {
            low: Money::from_kroner(1),
            likely: Money::from_kroner(2),
            high: Money::from_kroner(3),
        };
        let without = |change: fn(&mut Terms)| {
            let mut terms = terms();
            change(&mut terms);
            open(&terms)
        };
        assert_eq!(
            open(&Terms {
                price: rough,
                ..terms()
            }),
            Err(Field::Price.wrong())
        );
        assert_eq!(
            without(|terms| terms.minimum = None),
            Err(Field::Minimum.wrong())
        );
        assert_eq!(
            without(|terms| terms.deadline = None),
            Err(Field::Deadline.wrong())
        );
        assert_eq!(
            S::Submitted.moved(S::Ordered, &terms(), today),
            Err(Refusal::MoveNotAllowed)
        );
    }

    #[test]
    fn an_expired_one_opens_again_with_a_new_deadline_only() {
        let open =
            |today: &str| S::Expired.moved(S::OpenForFinancing, &terms(), today.parse().unwrap());
        assert_eq!(open("2023-12-01"), Ok(S::OpenForFinancing));
        assert_eq!(open("2023-12-02"), Err(Field::Deadline.wrong()));
    }

    #[test]
    fn a_merge_and_a_rejection_lead_back_to_where_it_stood() {
        let version = |state| Version {
            at: 0,
            by: "Ida Holm".into(),
            why: String::new(),
            state,
            request: crate::financing::ChangeRequest::default(),
        };
        let way = [S::Submitted, S::Candidate, S::Rejected, S::Rejected].map(version);
        assert_eq!(S::Rejected.undone(&way), Ok(S::Candidate));
        assert_eq!(S::Candidate.undone(&way), Err(Refusal::MoveNotAllowed));
        assert_eq!(
            S::Merged.undone(&[version(S::Merged)]),
            Err(Refusal::MoveNotAllowed)
        );
    }
}
