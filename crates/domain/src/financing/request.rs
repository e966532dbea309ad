//! A change request as the vendor writes it, and what may still be changed in it as it goes along.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::commitment::{note, text};
use super::delivery::Delivery;
use super::merging::MergeDecision;
use super::{
    Commitment, CommitmentState, Extension, MOST_MUNICIPALITIES, Price, PublicSums, RequestState,
    Sums, Terms,
};
use crate::date::Date;
use crate::ids::{Millis, RequestId};
use crate::money::{MAX_PRICE, Money};
use crate::refusal::{Field, Refusal};
use crate::series::SeriesPoint;

/// The longest title, in letters.
pub const LONGEST_TITLE: usize = 120;
/// The longest pitch, in letters: what is said in 30 seconds, at 150 words a minute of six and a half letters.
pub const LONGEST_PITCH: usize = 500;
/// The longest benefit, in letters.
pub const LONGEST_BENEFIT: usize = 600;
/// The longest category or reference, in letters.
pub const LONGEST_LABEL: usize = 60;
/// The longest folder reference or link, in letters.
pub const LONGEST_PLACE: usize = 300;

/// "Ændringsønske": what is asked for, and on which terms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeRequest {
    /// The vendor's own reference, e.g. `K03`.
    pub reference: String,
    /// The title, in one line of at most [`LONGEST_TITLE`] letters.
    pub title: String,
    /// "Elevatortale"; may be empty while it is only a wish.
    #[serde(default)]
    pub pitch: String,
    /// "Gevinst", with its assumption; may be empty.
    #[serde(default)]
    pub benefit: String,
    /// The category that it belongs to; may be empty.
    #[serde(default)]
    pub category: String,
    /// Price, sharing, minimum and deadline, on which municipalities decide.
    pub terms: Terms,
    /// Whether it follows from a national initiative.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub national: bool,
    /// From which, in the words of who asked for it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub initiative: String,
    /// Who asked for it, for the vendor alone: no public view has it. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub asked_by: String,
    /// "Mappehenvisning": where its papers lie; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub folder: String,
    /// Its page in the vendor's portal, `https://…`; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub portal: String,
}

/// A change of a request's texts or terms, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// The name of the employee who writes it down.
    pub by: String,
    /// Why; needed once municipalities decide on its terms. Participants see it when a deadline is extended.
    #[serde(default)]
    pub why: String,
    /// How many versions there were when it was read; what was written since then is not overwritten unseen. Without
    /// it nothing is compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<u32>,
    /// The whole request as it is to be, texts and terms.
    pub request: ChangeRequest,
}

impl Edit {
    /// Whether the request, whose `versions` end with how it is `held` now, says something else than when it was read.
    /// A step further is no other content.
    pub fn is_stale(&self, versions: &[Version], held: &ChangeRequest) -> bool {
        let Some(edition) = self.edition else {
            return false;
        };
        let at = usize::try_from(edition)
            .ok()
            .and_then(|at| at.checked_sub(1));
        let read = at.and_then(|at| versions.get(at));
        read.is_none_or(|read| read.request != *held)
    }
}

/// A step of the request that the vendor takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The name of the employee who takes the step.
    pub by: String,
    /// Why; needed for a side state.
    #[serde(default)]
    pub why: String,
    /// The state that the step leads to.
    pub to: RequestState,
    /// The request that it becomes part of; with [`RequestState::Merged`] only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<RequestId>,
    /// What stands where a municipality has said something else to each of the two; with [`RequestState::Merged`] only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decided: Vec<MergeDecision>,
}

/// A request as it was from one moment on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Version {
    /// The moment from which it was so, on the server's clock.
    pub at: Millis,
    /// Who made it so: an employee's name, `import`, or `system`.
    pub by: String,
    /// Why it was changed; may be empty.
    pub why: String,
    /// How far it had come.
    pub state: RequestState,
    /// Texts and terms from that moment on.
    pub request: ChangeRequest,
}

/// One of the vendor's requests, on its list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestRow {
    /// The request's number in the vendor's portfolio.
    pub id: RequestId,
    /// How far it has come.
    pub state: RequestState,
    /// Its texts and terms as they stand.
    pub request: ChangeRequest,
    /// Whether it is invented, and says so wherever it is shown.
    pub fictional: bool,
    /// The request that it became part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<RequestId>,
    /// What municipalities have said, exactly; for the vendor alone.
    pub sums: Sums,
    /// The same as everyone sees it; for previews, so it does not travel.
    #[serde(skip)]
    pub public_sums: PublicSums,
    /// When all promises needed are expected, if those on their way do as they say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funded_by: Option<Date>,
    /// Municipalities whose decision was expected before today.
    pub late: u32,
    /// Whether its deadline has passed before it was fully funded.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub overdue: bool,
    /// When anything in it changed last, on the server's clock.
    pub changed_at: Millis,
}

/// One of the vendor's requests with all it ever was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestFile {
    /// The request as it stands now.
    pub row: RequestRow,
    /// All its versions, the first one first.
    pub versions: Vec<Version>,
    /// Its way along the webinars, the first one first, and today.
    pub course: Vec<SeriesPoint>,
    /// What it came to, once that is written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
}

/// A request that the vendor takes in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRequest {
    /// The name of the employee who takes it in.
    pub by: String,
    /// The texts and terms that it begins with.
    pub request: ChangeRequest,
}

/// When the promises are expected to cover the price: the day of the decision that would complete it, if everyone on
/// the way decides for it when expected. `None` when they would not suffice, or it is covered already.
pub fn expected_by(terms: &Terms, commitments: &[Commitment]) -> Option<Date> {
    let mut sums = Sums::of(commitments);
    if terms.is_covered_by(&sums) {
        return None;
    }
    let deciding = commitments.iter();
    let deciding = deciding.filter(|c| c.state == CommitmentState::UnderDecision);
    let mut expected: Vec<(Date, Money)> = deciding
        .filter_map(|commitment| Some((commitment.detail.expected?, commitment.amount)))
        .collect();
    expected.sort_unstable();
    expected.into_iter().find_map(|(day, amount)| {
        sums.committed.add(amount);
        terms.is_covered_by(&sums).then_some(day)
    })
}

/// How many decisions were expected before `today` and have not come.
pub fn late(commitments: &[Commitment], today: Date) -> u32 {
    let is_late = |commitment: &&Commitment| {
        commitment.state == CommitmentState::UnderDecision
            && commitment.detail.expected.is_some_and(|day| day < today)
    };
    let late = commitments.iter().filter(is_late).count();
    u32::try_from(late).unwrap_or(u32::MAX)
}

impl ChangeRequest {
    /// Every field that cannot be as it is, in the order of the form.
    pub fn wrong_fields(&self) -> Vec<Field> {
        let mut copy = self.clone();
        let wrong = copy
            .texts()
            .into_iter()
            .filter_map(|(typed, letters, field)| {
                let is_wrong = text(typed, letters, field).is_err();
                is_wrong.then_some(field)
            });
        let mut wrong: Vec<Field> = wrong.collect();
        let portal = self.portal.trim();
        let is_link = portal.starts_with("https://") && !portal.contains(' ');
        if !portal.is_empty() && !is_link && !wrong.contains(&Field::Portal) {
            wrong.push(Field::Portal);
        }
        if check_price(&self.terms.price).is_err() {
            wrong.push(Field::Price);
        }
        let most = 1..=MOST_MUNICIPALITIES;
        if self
            .terms
            .minimum
            .is_some_and(|least| !most.contains(&least))
        {
            wrong.push(Field::Minimum);
        }
        wrong
    }

    /// The request with its texts trimmed, if everything in it can be.
    ///
    /// # Errors
    /// [`Refusal::NotFilledIn`] with the first field that is wrong.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        if let Some(first) = self.wrong_fields().first() {
            return Err(first.wrong());
        }
        for (typed, letters, field) in self.texts() {
            *typed = text(typed, letters, field)?;
        }
        Ok(self)
    }

    /// What is written of it, with how many letters each text may have and where it is typed.
    fn texts(&mut self) -> [(&mut String, RangeInclusive<usize>, Field); 9] {
        [
            (
                &mut self.reference,
                1..=LONGEST_LABEL,
                Field::RequestReference,
            ),
            (&mut self.title, 1..=LONGEST_TITLE, Field::Title),
            (&mut self.pitch, 0..=LONGEST_PITCH, Field::Pitch),
            (&mut self.benefit, 0..=LONGEST_BENEFIT, Field::Benefit),
            (&mut self.category, 0..=LONGEST_LABEL, Field::Category),
            (&mut self.initiative, 0..=LONGEST_PLACE, Field::Initiative),
            (&mut self.asked_by, 0..=LONGEST_PLACE, Field::AskedBy),
            (&mut self.folder, 0..=LONGEST_PLACE, Field::Folder),
            (&mut self.portal, 0..=LONGEST_PLACE, Field::Portal),
        ]
    }

    /// What `edit` makes of it while it stands at `state`.
    ///
    /// # Errors
    /// [`Refusal::Locked`] while a barometer on it is open or once it is merged, and for its terms once it is ordered,
    /// but for a later deadline, which lets a latecomer in;
    /// [`Refusal::NotFilledIn`] for what is wrong, a missing reason, and a deadline that is brought forward.
    pub fn edited(&self, state: RequestState, edit: Edit, today: Date) -> Result<Self, Refusal> {
        note(&edit.by, Field::By)?;
        if matches!(state, RequestState::InBarometer | RequestState::Merged) {
            return Err(Refusal::Locked);
        }
        let mut next = edit.request.checked()?;
        next.terms.extension.clone_from(&self.terms.extension);
        if next.terms == self.terms {
            return Ok(next);
        }
        let extended = Terms {
            deadline: next.terms.deadline,
            ..self.terms.clone()
        };
        let is_extension = next.terms == extended && next.terms.deadline > self.terms.deadline;
        if state.is_ordered() && !is_extension {
            return Err(Refusal::Locked);
        }
        let (held, new) = (self.terms.deadline, next.terms.deadline);
        if new != held && new.is_some_and(|new| new < today) {
            return Err(Field::Deadline.wrong());
        }
        if state.is_up_for_decision() || state.is_ordered() {
            next.terms.check_open()?;
            let why = note(&edit.why, Field::Reason)?;
            if new < held {
                return Err(Field::Deadline.wrong());
            }
            if let Some(from) = held.filter(|_| new != held) {
                next.terms.extension = Some(Extension { from, reason: why });
            }
        }
        Ok(next)
    }
}

impl Step {
    /// Who takes the step, and why, without the blanks around them.
    ///
    /// # Errors
    /// [`Refusal::NotFilledIn`] when a name is missing, or the reason for a side state.
    pub fn signed(&self) -> Result<(String, String), Refusal> {
        let by = note(&self.by, Field::By)?;
        let why = if self.to.is_aside() {
            note(&self.why, Field::Reason)?
        } else {
            text(
                &self.why,
                0..=super::commitment::LONGEST_NOTE,
                Field::Reason,
            )?
        };
        Ok((by, why))
    }
}

/// Whether a price is one that can be meant.
///
/// # Errors
/// [`Refusal::NotFilledIn`] for nothing, for more than [`MAX_PRICE`], and for a likely amount outside low and high.
pub(crate) fn check_price(price: &Price) -> Result<(), Refusal> {
    let fits = |amount: Money| Money::ZERO < amount && amount <= MAX_PRICE;
    let is_right = match *price {
        Price::Firm { amount } => fits(amount),
        Price::Estimate { low, likely, high } => {
            [low, likely, high].into_iter().all(fits) && low <= likely && likely <= high
        }
        Price::NotAssessed => true,
    };
    is_right.then_some(()).ok_or(Field::Price.wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn request() -> ChangeRequest {
        ChangeRequest {
            reference: "I02".into(),
            title: "Kopiér besøgsplan til afløser".into(),
            pitch: "Hele dagens plan flyttes med to tryk.".into(),
            terms: Terms {
                price: Price::Firm {
                    amount: Money::from_kroner(240_000),
                },
                minimum: Some(5),
                deadline: Some(day("2023-11-01")),
                ..Terms::default()
            },
            ..ChangeRequest::default()
        }
    }

    fn edit(why: &str, change: impl FnOnce(&mut ChangeRequest)) -> Edit {
        let mut request = request();
        change(&mut request);
        Edit {
            by: "Ida Holm".into(),
            why: why.into(),
            edition: None,
            request,
        }
    }

    fn edited(state: RequestState, edit: Edit) -> Result<ChangeRequest, Refusal> {
        request().edited(state, edit, day("2023-09-21"))
    }

    #[test]
    fn a_deadline_is_extended_with_a_reason_that_stays() {
        let later = |why| {
            edit(why, |request| {
                request.terms.deadline = Some(day("2023-12-01"));
            })
        };
        let refused = edited(RequestState::Gathering, later(" "));
        assert_eq!(refused, Err(Field::Reason.wrong()));
        let extended = edited(RequestState::Gathering, later("To udvalg mødes i november"));
        let extension = extended.unwrap().terms.extension.unwrap();
        assert_eq!(extension.from, day("2023-11-01"));
        assert_eq!(extension.reason, "To udvalg mødes i november");
    }

    #[test]
    fn a_deadline_is_neither_brought_forward_nor_in_the_past() {
        let to = |date| edit("Fejl", |request| request.terms.deadline = Some(day(date)));
        let wrong = Err(Field::Deadline.wrong());
        assert_eq!(edited(RequestState::Gathering, to("2023-10-01")), wrong);
        assert_eq!(edited(RequestState::Expired, to("2023-10-31")), wrong);
        assert_eq!(
            edited(RequestState::UnderTreatment, to("2023-09-20")),
            wrong
        );
        assert!(edited(RequestState::UnderTreatment, to("2023-09-30")).is_ok());
    }

    #[test]
    fn nobody_sets_an_extension_by_hand() {
        let by_hand = edit("", |request| {
            request.terms.extension = Some(Extension {
                from: day("2020-01-01"),
                reason: "?".into(),
            });
        });
        let next = edited(RequestState::Gathering, by_hand).unwrap();
        assert_eq!(next.terms.extension, None);
    }

    #[test]
    fn what_is_voted_on_or_ordered_does_not_change() {
        let dearer = || {
            edit("Dyrere", |request| {
                request.terms.price = Price::Firm {
                    amount: Money::from_kroner(250_000),
                };
            })
        };
        let title = || edit("", |request| request.title = "Andet navn".into());
        assert!(edited(RequestState::Gathering, dearer()).is_ok());
        assert_eq!(
            edited(RequestState::Ordered, dearer()),
            Err(Refusal::Locked)
        );
        assert!(edited(RequestState::Ordered, title()).is_ok());
        assert_eq!(
            edited(RequestState::InBarometer, title()),
            Err(Refusal::Locked)
        );
        assert_eq!(edited(RequestState::Merged, title()), Err(Refusal::Locked));
    }

    #[test]
    fn a_wish_without_a_price_is_whole_but_cannot_be_opened() {
        let mut wish = request();
        wish.terms.price = Price::NotAssessed;
        let wish = wish.checked().unwrap();
        assert_eq!(wish.terms.check_open(), Err(Field::Price.wrong()));
        assert!(!wish.terms.is_covered_by(&Sums::default()));
        let json = serde_json::to_value(wish.terms.price).unwrap();
        assert_eq!(json, serde_json::json!({"kind": "not_assessed"}));
    }

    #[test]
    fn what_is_open_for_financing_keeps_what_that_needs() {
        let estimate = edit("Usikkert", |request| request.terms.price = Price::default());
        assert_eq!(
            edited(RequestState::Gathering, estimate),
            Err(Field::Price.wrong())
        );
        let without = edit("Nej", |request| request.terms.minimum = None);
        assert_eq!(
            edited(RequestState::Gathering, without),
            Err(Field::Minimum.wrong())
        );
    }

    #[test]
    fn a_line_break_is_welcome() {
        let mut typed = request();
        typed.pitch = "  Hele planen\r\nflyttes.\n\nMed to tryk.\n".into();
        typed.title = "Kopiér\nbesøgsplan\ttil afløser".into();
        let checked = typed.checked().unwrap();
        assert_eq!(checked.pitch, "Hele planen\nflyttes.\n\nMed to tryk.");
        assert_eq!(checked.title, "Kopiér besøgsplan til afløser");
    }

    #[test]
    fn only_another_content_makes_an_edit_stale() {
        let version = |state, change: fn(&mut ChangeRequest)| {
            let mut request = request();
            change(&mut request);
            Version {
                at: 0,
                by: "Bo".into(),
                why: String::new(),
                state,
                request,
            }
        };
        let stepped = [
            version(RequestState::Submitted, |_| ()),
            version(RequestState::UnderTreatment, |_| ()),
        ];
        let over = |edition| Edit {
            edition,
            ..edit("", |_| ())
        };
        assert!(!over(None).is_stale(&stepped, &request()));
        assert!(!over(Some(1)).is_stale(&stepped, &request()), "only a step");
        assert!(!over(Some(2)).is_stale(&stepped, &request()));
        for none in [0, 3] {
            assert!(over(Some(none)).is_stale(&stepped, &request()));
        }
        let mut written = stepped.to_vec();
        written.push(version(RequestState::UnderTreatment, |request| {
            request.title = "Andet navn".into();
        }));
        let held = written[2].request.clone();
        assert!(over(Some(1)).is_stale(&written, &held));
        assert!(over(Some(2)).is_stale(&written, &held));
        assert!(!over(Some(3)).is_stale(&written, &held));
    }

    #[test]
    fn the_first_wrong_field_is_named() {
        let wrong = |change: fn(&mut ChangeRequest)| {
            let mut request = request();
            change(&mut request);
            request.checked().unwrap_err()
        };
        assert_eq!(wrong(|r| r.title = " ".into()), Field::Title.wrong());
        assert_eq!(wrong(|r| r.pitch = "a".repeat(501)), Field::Pitch.wrong());
        assert_eq!(
            wrong(|r| r.portal = "http://x".into()),
            Field::Portal.wrong()
        );
        assert_eq!(
            wrong(|r| r.portal = "javascript:alert(1)".into()),
            Field::Portal.wrong()
        );
        assert_eq!(
            wrong(|r| r.terms.minimum = Some(99)),
            Field::Minimum.wrong()
        );
        assert_eq!(
            wrong(|r| r.folder = "a\u{7}b".into()),
            Field::Folder.wrong()
        );
    }

    #[test]
    fn full_funding_is_expected_with_the_decision_that_completes_it() {
        let deciding = |kroner, date: &str| {
            let mut commitment = Commitment::interested("0751".parse().unwrap());
            commitment.state = CommitmentState::UnderDecision;
            commitment.amount = Money::from_kroner(kroner);
            commitment.detail.expected = Some(day(date));
            commitment
        };
        let terms = Terms {
            minimum: Some(2),
            ..request().terms
        };
        let late_one = deciding(200_000, "2023-12-01");
        let early_one = deciding(40_000, "2023-10-15");
        let both = [late_one.clone(), early_one];
        assert_eq!(expected_by(&terms, &both), Some(day("2023-12-01")));
        assert_eq!(expected_by(&terms, &[late_one]), None);
        assert_eq!(late(&both, day("2023-10-15")), 0);
        assert_eq!(late(&both, day("2023-10-16")), 1);
    }

    #[test]
    fn a_side_state_needs_a_reason() {
        let step = |to, why: &str| Step {
            by: "Ida Holm".into(),
            why: why.into(),
            to,
            into: None,
            decided: Vec::new(),
        };
        assert!(step(RequestState::Screened, "").signed().is_ok());
        assert_eq!(
            step(RequestState::Rejected, "").signed(),
            Err(Field::Reason.wrong())
        );
        assert!(
            step(RequestState::Rejected, "Findes allerede")
                .signed()
                .is_ok()
        );
    }
}
