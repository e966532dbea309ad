//! The table's lines: each municipality's part in each request, with what is best done next, and which are shown.

use barometer_domain::danish;
use barometer_domain::date::Date;
use barometer_domain::financing::ledger::{Ledger, Moved, NameQuestion};
use barometer_domain::financing::next::NextAction;
use barometer_domain::financing::request::RequestRow;
use barometer_domain::financing::{Commitment, CommitmentState};
use barometer_domain::ids::RequestId;
use barometer_kit::format::municipality_name;

/// One municipality's part in one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentLine {
    /// The request that it is a commitment to.
    pub request: RequestId,
    /// The vendor's own reference of the request.
    pub reference: String,
    /// The title of the request.
    pub title: String,
    /// The name of the municipality.
    pub name: String,
    /// What it has said.
    pub commitment: Commitment,
    /// What is best done next.
    pub next: Option<NextAction>,
    /// What is to be decided about its name, and how many participants wish it.
    pub name_question: Option<(NameQuestion, u32)>,
    /// Every move, the last one first.
    pub moves: Vec<Moved>,
}

impl CommitmentLine {
    /// Whether somebody should do something about it now.
    pub fn is_pressing(&self) -> bool {
        self.name_question.is_some() || self.next.is_some_and(NextAction::is_pressing)
    }

    /// Whether its decision was expected before today.
    pub fn is_late(&self) -> bool {
        matches!(self.next, Some(NextAction::FollowUp(_)))
    }
}

/// Every line, the most pressing first, then by name.
pub fn lines(requests: &[RequestRow], ledgers: &[Ledger], today: Date) -> Vec<CommitmentLine> {
    let of_ledger = |ledger: &Ledger| {
        let row = requests.iter().find(|row| row.id == ledger.request)?;
        let line = |commitment: &Commitment| CommitmentLine {
            request: row.id,
            reference: row.request.reference.clone(),
            title: row.request.title.clone(),
            name: municipality_name(commitment.municipality),
            next: NextAction::of(commitment, row.state, row.overdue, today),
            name_question: name_question(ledger, commitment),
            moves: moves(ledger, commitment),
            commitment: commitment.clone(),
        };
        Some(ledger.commitments.iter().map(line).collect::<Vec<_>>())
    };
    let mut lines: Vec<CommitmentLine> = ledgers.iter().filter_map(of_ledger).flatten().collect();
    lines.sort_by(|a, b| {
        let rank = |line: &CommitmentLine| match line.next {
            _ if line.is_pressing() => 0,
            Some(_) => 1,
            None => u8::MAX,
        };
        let by_rank = rank(a).cmp(&rank(b)).then_with(|| a.next.cmp(&b.next));
        let by_name = || danish::compare(&a.name, &b.name);
        by_rank
            .then_with(by_name)
            .then_with(|| a.reference.cmp(&b.reference))
    });
    lines
}

fn name_question(ledger: &Ledger, commitment: &Commitment) -> Option<(NameQuestion, u32)> {
    let mut wishes = ledger.name_wishes.iter();
    let wish = wishes.find(|wish| wish.municipality == commitment.municipality)?;
    Some((wish.question(commitment)?, wish.wished))
}

fn moves(ledger: &Ledger, commitment: &Commitment) -> Vec<Moved> {
    let moves = ledger.moves.iter().rev();
    moves
        .filter(|moved| moved.municipality == commitment.municipality)
        .cloned()
        .collect()
}

/// Which lines are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommitmentFilter {
    /// A part of the municipality's name.
    pub name: String,
    /// Only those at this state.
    pub state: Option<CommitmentState>,
    /// Only those of this request.
    pub request: Option<RequestId>,
    /// Only what somebody should do something about.
    pub pressing: bool,
    /// Only where a name is to be decided about.
    pub names: bool,
}

impl CommitmentFilter {
    /// Whether it lets a line through.
    pub fn shows(&self, line: &CommitmentLine) -> bool {
        danish::finds(&line.name, &self.name)
            && self
                .state
                .is_none_or(|state| state == line.commitment.state)
            && self.request.is_none_or(|request| request == line.request)
            && (!self.pressing || line.is_pressing())
            && (!self.names || line.name_question.is_some())
    }
}
