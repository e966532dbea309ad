//! One municipality's part in one request, and which moves it allows; `docs/domain.md, "Commitments"`. A municipality
//! commits, never a person.

mod own_word;

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::admission::TakesNone;
use super::sharing::Payer;
use super::{MOST_MUNICIPALITIES, RequestState};
use crate::date::Date;
use crate::ids::MunicipalityCode;
use crate::letters::is_control;
use crate::money::{MAX_PRICE, Money};
use crate::municipality;
use crate::refusal::{Field, Refusal};

pub use own_word::OwnWord;

/// The longest name, reference or reason of a move, in letters.
pub const LONGEST_NOTE: usize = 200;
/// The furthest a decision may be expected, in days.
const LONGEST_WAIT: i32 = 3 * 366;

/// How far one municipality has come with one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CommitmentState {
    /// "Interesse": from an explicit "Vi vil gerne være med".
    Interested,
    /// "Tilkendegivelse": an intention with an amount.
    Indicated,
    /// "Under beslutning": somebody in the municipality decides, and when is known.
    UnderDecision,
    /// "Tilsagn": from here on it counts as funded.
    Committed,
    /// "Faktureret": the vendor has sent the invoice.
    Invoiced,
    /// "Betalt": the invoice is paid; the last step.
    Paid,
    /// Exit: the municipality said no before it promised.
    Declined,
    /// Exit: the municipality took back what it had said.
    Withdrawn,
    /// Exit: nothing came of it in time.
    Expired,
}

impl CommitmentState {
    /// All of them, in order.
    pub const ALL: [Self; 9] = [
        Self::Interested,
        Self::Indicated,
        Self::UnderDecision,
        Self::Committed,
        Self::Invoiced,
        Self::Paid,
        Self::Declined,
        Self::Withdrawn,
        Self::Expired,
    ];

    /// Whether its amount counts towards the price.
    pub fn counts_as_funded(self) -> bool {
        matches!(self, Self::Committed | Self::Invoiced | Self::Paid)
    }

    /// Whether the municipality is no longer part of it.
    pub fn has_left(self) -> bool {
        matches!(self, Self::Declined | Self::Withdrawn | Self::Expired)
    }

    /// Where a municipality may go from `from`; `None` is one that has said nothing yet.
    ///
    /// Forward goes one step at a time. A promise can be taken back until it is invoiced; whoever has not promised
    /// anything can also decline or run out. Whoever left may become interested again.
    pub fn after(from: Option<Self>) -> &'static [Self] {
        match from {
            None | Some(Self::Declined | Self::Withdrawn | Self::Expired) => &[Self::Interested],
            Some(Self::Interested) => &[
                Self::Indicated,
                Self::Declined,
                Self::Withdrawn,
                Self::Expired,
            ],
            Some(Self::Indicated) => &[
                Self::UnderDecision,
                Self::Declined,
                Self::Withdrawn,
                Self::Expired,
            ],
            Some(Self::UnderDecision) => &[
                Self::Committed,
                Self::Declined,
                Self::Withdrawn,
                Self::Expired,
            ],
            Some(Self::Committed) => &[Self::Invoiced, Self::Withdrawn],
            Some(Self::Invoiced) => &[Self::Paid],
            Some(Self::Paid) => &[],
        }
    }
}

/// Where in the municipality the decision lies; each step usually has so many days left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DecisionStage {
    /// "Fag": the department that would work with it.
    Profession,
    /// "IT": the department that runs the system.
    It,
    /// "Jura": the legal department looks at the terms.
    Legal,
    /// "Indkøb": the purchasing department looks at the price.
    Purchasing,
    /// "Udvalg": the political committee that decides.
    Committee,
}

impl DecisionStage {
    /// All of them, in the usual order.
    pub const ALL: [Self; 5] = [
        Self::Profession,
        Self::It,
        Self::Legal,
        Self::Purchasing,
        Self::Committee,
    ];

    /// Days until a decision, where nothing better is known: from 180 down to 60, the nearer the fewer.
    pub fn usual_days_left(self) -> i32 {
        match self {
            Self::Profession => 180,
            Self::It => 150,
            Self::Legal => 120,
            Self::Purchasing => 90,
            Self::Committee => 60,
        }
    }
}

/// The evidence of a promise: who gave it, by which decision, when, and up to what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// Name or role of whoever promised.
    pub by: String,
    /// E.g. the number of the decision or the letter.
    pub reference: String,
    /// The day on which the promise was given.
    pub date: Date,
    /// The most it covers, in øre, if it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Money>,
}

/// Everything that is known of a commitment beside its state and amount.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Detail {
    /// Whether the amount is the most it would pay, not a fixed one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_maximum: bool,
    /// "Ja, hvis mindst n er med": how many must pay, this one among them, for its intention to hold. A promise has no
    /// such condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u16>,
    /// Where in the municipality the decision lies, while it is under decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<DecisionStage>,
    /// When a decision is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Date>,
    /// The evidence of a promise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
    /// The calendar year of the invoice, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice_year: Option<u16>,
    /// What it was invoiced, in øre: its share as it stood then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoiced: Option<Money>,
    /// Whether the municipality consented to be named, as the vendor has confirmed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub named: bool,
    /// Why it declined, withdrew or expired; `None` while it takes part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One municipality's part in one request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Commitment {
    /// The municipality that the commitment is of.
    pub municipality: MunicipalityCode,
    /// How far it has come; decides what the amount counts for.
    pub state: CommitmentState,
    /// Its share or maximum, in øre; zero while only interested.
    pub amount: Money,
    /// Everything else that is known, such as mandate, dates and consent.
    #[serde(default)]
    pub detail: Detail,
}

/// What a municipality says, as the vendor writes it down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "move", rename_all = "snake_case", deny_unknown_fields)]
pub enum Move {
    /// "Vi vil gerne være med."
    Interest,
    /// An intention with an amount; again, to change it.
    Indicate {
        /// The amount it intends to pay, in øre.
        amount: Money,
        /// Whether that is the most it would pay.
        #[serde(default)]
        is_maximum: bool,
        /// How many must pay at least, this one among them; left out where it does not matter.
        #[serde(default)]
        at_least: Option<u16>,
    },
    /// It is being decided; again, to say where it lies now.
    Decide {
        /// Where in the municipality the decision lies now.
        stage: DecisionStage,
        /// When; left out, what is usual for the stage.
        #[serde(default)]
        expected: Option<Date>,
    },
    /// It promised; again, to change the amount.
    Commit {
        /// The most that it will pay, in øre.
        amount: Money,
        /// Who promised, by which decision, and up to what.
        mandate: Mandate,
    },
    /// The vendor has invoiced it; its share as it stands is written down.
    Invoice {
        /// The year of the invoice, for the budgets of both sides.
        year: u16,
    },
    /// It has paid the invoice; nothing follows.
    Pay,
    /// It said no before it promised anything.
    Decline {
        /// Why it declined, at most [`LONGEST_NOTE`] letters.
        reason: String,
    },
    /// It took back what it had said, before the order.
    Withdraw {
        /// Why it withdrew, at most [`LONGEST_NOTE`] letters.
        reason: String,
    },
    /// Nothing came of it in time.
    Expire {
        /// Why it expired, at most [`LONGEST_NOTE`] letters.
        reason: String,
    },
    /// Whether it may be named, which changes nothing else.
    Name {
        /// Whether the municipality consents to be named in public.
        named: bool,
    },
}

/// What a move is decided on beside the commitment itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circumstances {
    /// Today in Denmark, by the server's clock.
    pub today: Date,
    /// The request's price, in øre; a promise is at most this.
    pub price: Money,
    /// How far the request has come; once it is ordered, no promise is taken back.
    pub state: RequestState,
    /// Whether its deadline has passed, see [`Terms::is_past_deadline`](super::Terms::is_past_deadline).
    pub is_past_deadline: bool,
}

impl Move {
    /// The state it leads to; `None` for one that changes no state.
    pub fn to(&self) -> Option<CommitmentState> {
        match self {
            Self::Interest => Some(CommitmentState::Interested),
            Self::Indicate { .. } => Some(CommitmentState::Indicated),
            Self::Decide { .. } => Some(CommitmentState::UnderDecision),
            Self::Commit { .. } => Some(CommitmentState::Committed),
            Self::Invoice { .. } => Some(CommitmentState::Invoiced),
            Self::Pay => Some(CommitmentState::Paid),
            Self::Decline { .. } => Some(CommitmentState::Declined),
            Self::Withdraw { .. } => Some(CommitmentState::Withdrawn),
            Self::Expire { .. } => Some(CommitmentState::Expired),
            Self::Name { .. } => None,
        }
    }

    /// Whether it may be said again where one already is, to correct what was said.
    fn may_repeat(&self) -> bool {
        matches!(
            self,
            Self::Indicate { .. } | Self::Decide { .. } | Self::Commit { .. }
        )
    }
}

impl Commitment {
    /// A commitment that says interest and nothing more: no amount, no name.
    pub fn interested(municipality: MunicipalityCode) -> Self {
        Self {
            municipality,
            state: CommitmentState::Interested,
            amount: Money::ZERO,
            detail: Detail::default(),
        }
    }

    /// It as one who shares a price: at most the amount that it named. `None` for a municipality that there is not.
    pub fn payer(&self) -> Option<Payer> {
        let municipality = municipality::by_code(self.municipality)?;
        Some(Payer {
            inhabitants: municipality.population,
            at_most: Some(self.amount),
        })
    }

    /// What it was invoiced, in øre: the promise where it was not written down how much; `None` where it was not yet.
    pub fn invoiced(&self) -> Option<Money> {
        let is_invoiced = matches!(
            self.state,
            CommitmentState::Invoiced | CommitmentState::Paid
        );
        is_invoiced.then_some(self.detail.invoiced.unwrap_or(self.amount))
    }

    /// What a participant's "Vi vil gerne være med" makes of what `municipality` had said before; `None` where it
    /// changes nothing.
    ///
    /// Whoever is there already, a promise above all, is not moved by it. Whoever left comes back unnamed: only the
    /// vendor confirms a name.
    ///
    /// # Errors
    /// [`Refusal::RequestTakesNone`] where the request takes no interest.
    pub fn wanted(
        held: Option<&Self>,
        municipality: MunicipalityCode,
        circumstances: Circumstances,
    ) -> Result<Option<Self>, Refusal> {
        circumstances.admit(CommitmentState::Interested)?;
        let is_new = held.is_none_or(|held| held.state.has_left());
        Ok(is_new.then(|| Self::interested(municipality)))
    }

    /// What a municipality can say where it stands, and why not now: the step on first, to correct what it said, that
    /// it leaves; last, whether it may be named (`None`).
    pub fn choices(
        from: Option<CommitmentState>,
        circumstances: Circumstances,
    ) -> Vec<(Option<CommitmentState>, Result<(), TakesNone>)> {
        let again = from.filter(|from| {
            matches!(
                from,
                CommitmentState::Indicated
                    | CommitmentState::UnderDecision
                    | CommitmentState::Committed
            )
        });
        let mut states = CommitmentState::after(from).to_vec();
        let second = states.len().min(1);
        states.splice(second..second, again);
        let is_too_late = |to: CommitmentState| is_too_late(from, to, circumstances);
        states.retain(|&to| !is_too_late(to));
        let moves = states.into_iter();
        let moves = moves.map(|to| (Some(to), circumstances.admit(to)));
        let naming = from.filter(|_| circumstances.state != RequestState::Merged);
        moves.chain(naming.map(|_| (None, Ok(())))).collect()
    }

    /// What `said` makes of what `municipality` had said before.
    ///
    /// # Errors
    /// [`Refusal::MoveNotAllowed`] where the state machine has no such move, [`Refusal::RequestTakesNone`] where the
    /// request takes none, [`Refusal::NotFilledIn`] where something is missing or cannot be.
    pub fn after(
        held: Option<&Self>,
        municipality: MunicipalityCode,
        said: &Move,
        circumstances: Circumstances,
    ) -> Result<Self, Refusal> {
        let from = held.map(|held| held.state);
        allow(from, said, circumstances)?;
        let mut next = held
            .cloned()
            .unwrap_or_else(|| Self::interested(municipality));
        next.state = said.to().unwrap_or(next.state);
        next.say(said, circumstances)?;
        Ok(next)
    }

    fn say(&mut self, said: &Move, circumstances: Circumstances) -> Result<(), Refusal> {
        let detail = &mut self.detail;
        match said {
            Move::Interest => {
                let named = detail.named;
                self.amount = Money::ZERO;
                *detail = Detail {
                    named,
                    ..Detail::default()
                };
            }
            Move::Indicate {
                amount,
                is_maximum,
                at_least,
            } => {
                let is_number = |number: u16| (2..=MOST_MUNICIPALITIES).contains(&number);
                if !at_least.is_none_or(is_number) {
                    return Err(Field::Minimum.wrong());
                }
                self.amount = checked_amount(*amount)?;
                detail.is_maximum = *is_maximum;
                detail.at_least = *at_least;
            }
            Move::Decide { stage, expected } => {
                let usual = circumstances.today.plus_days(stage.usual_days_left());
                let expected = expected.unwrap_or(usual);
                let wait = expected - circumstances.today;
                if !(0..=LONGEST_WAIT).contains(&wait) {
                    return Err(Field::Expected.wrong());
                }
                (detail.stage, detail.expected) = (Some(*stage), Some(expected));
            }
            Move::Commit { amount, mandate } => {
                let mandate = checked_mandate(mandate, circumstances.today)?;
                self.amount = checked_amount(*amount)?;
                if mandate.maximum.is_some_and(|maximum| *amount > maximum)
                    || *amount > circumstances.price
                {
                    return Err(Field::Amount.wrong());
                }
                detail.is_maximum = false;
                detail.at_least = None;
                detail.mandate = Some(mandate);
            }
            Move::Invoice { year } => {
                let (this_year, ..) = circumstances.today.parts();
                let years = this_year - 5..=this_year + 10;
                if !years.contains(&i32::from(*year)) {
                    return Err(Field::Year.wrong());
                }
                detail.invoice_year = Some(*year);
            }
            Move::Pay => {}
            Move::Decline { reason } | Move::Withdraw { reason } | Move::Expire { reason } => {
                detail.reason = Some(note(reason, Field::Reason)?);
            }
            Move::Name { named } => detail.named = *named,
        }
        Ok(())
    }
}

fn allow(
    from: Option<CommitmentState>,
    said: &Move,
    circumstances: Circumstances,
) -> Result<(), Refusal> {
    let Some(to) = said.to() else {
        let is_there = from.filter(|_| circumstances.state != RequestState::Merged);
        return is_there.map(|_| ()).ok_or(Refusal::NotPossibleNow);
    };
    let again = from == Some(to) && said.may_repeat();
    if is_too_late(from, to, circumstances)
        || !(again || CommitmentState::after(from).contains(&to))
    {
        return Err(Refusal::MoveNotAllowed);
    }
    Ok(circumstances.admit(to)?)
}

/// Whether a promise is to be changed or taken back that somebody has ordered upon.
fn is_too_late(
    from: Option<CommitmentState>,
    to: CommitmentState,
    circumstances: Circumstances,
) -> bool {
    circumstances.state.is_ordered()
        && from == Some(CommitmentState::Committed)
        && to != CommitmentState::Invoiced
}

fn checked_amount(amount: Money) -> Result<Money, Refusal> {
    let fits = Money::ZERO < amount && amount <= MAX_PRICE;
    fits.then_some(amount).ok_or(Field::Amount.wrong())
}

fn checked_mandate(mandate: &Mandate, today: Date) -> Result<Mandate, Refusal> {
    if mandate.date > today.plus_days(1) {
        return Err(Field::MandateDate.wrong());
    }
    Ok(Mandate {
        by: note(&mandate.by, Field::MandateBy)?,
        reference: note(&mandate.reference, Field::Reference)?,
        date: mandate.date,
        maximum: mandate.maximum.map(checked_amount).transpose()?,
    })
}

/// A name, reference or reason without the blanks around it; refused when empty, too long or with control characters.
pub(crate) fn note(typed: &str, field: Field) -> Result<String, Refusal> {
    text(typed, 1..=LONGEST_NOTE, field)
}

/// Typed text without the blanks around it; refused with another number of letters or with control characters in it.
/// Line breaks are welcome: they stay where a text may have several lines, and are blanks elsewhere.
pub(crate) fn text(
    typed: &str,
    letters: RangeInclusive<usize>,
    field: Field,
) -> Result<String, Refusal> {
    let has_lines = matches!(field, Field::Pitch | Field::Benefit | Field::Entry);
    let plain = |letter: char| match letter {
        '\n' if has_lines => '\n',
        letter if letter.is_whitespace() && letter.is_control() => ' ',
        letter => letter,
    };
    let typed = typed.replace("\r\n", "\n");
    let typed: String = typed.trim().chars().map(plain).collect();
    let fits = letters.contains(&typed.chars().count());
    let is_plain = !typed
        .chars()
        .any(|letter| is_control(letter) && letter != '\n');
    (fits && is_plain).then_some(typed).ok_or(field.wrong())
}

#[cfg(test)]
mod tests;
