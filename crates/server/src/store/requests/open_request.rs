//! One request within one transaction: read once, changed here, settled and announced once at the end.

use barometer_domain::financing::commitment::Circumstances;
use barometer_domain::financing::{ChangeRequest, Commitment, CommitmentState, RequestState, Sums};
use barometer_domain::ids::{Millis, MunicipalityCode, RequestId};
use barometer_domain::refusal::Refusal;
use sqlx::SqliteConnection;

use super::super::write_transaction::{ShownWhen, WriteTransaction};
use super::super::{StoreError, now};
use super::documents::RequestDocument;
use super::moves::{MoveCause, MoveOrigin};
use super::versions::RecordSignature;
use super::{commitments, documents, moves, versions};

/// A request that is being changed. Only these methods change one, and each of them says so to the transaction:
/// whatever shows the request looks again after the commit. Where commitments were changed, [`Self::settle`] ends it.
#[derive(Debug)]
pub(in super::super) struct OpenRequest {
    document: RequestDocument,
    /// In the order of municipalities.
    commitments: Vec<Commitment>,
    /// How soon a change is shown.
    when: ShownWhen,
}

impl OpenRequest {
    /// Reads a request with its commitments; [`Refusal::UnknownRequest`] if there is none of this number. What is
    /// changed in it is shown `when`.
    pub(in super::super) async fn load(
        transaction: &mut WriteTransaction<'_>,
        request: RequestId,
        when: ShownWhen,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            document: documents::load(transaction, request).await?,
            commitments: commitments::load(transaction, request).await?,
            when,
        })
    }

    /// Adds a request with its first version.
    pub(in super::super) async fn create(
        transaction: &mut WriteTransaction<'_>,
        state: RequestState,
        content: ChangeRequest,
        fictional: bool,
        signature: RecordSignature<'_>,
    ) -> Result<Self, StoreError> {
        let id = documents::insert(transaction, state, &content, fictional).await?;
        versions::append(transaction, id, state, &content, signature).await?;
        let when = ShownWhen::AtOnce;
        transaction.announce_request(id, when);
        Ok(Self {
            document: RequestDocument {
                id,
                state,
                content,
                fictional,
                merged_into: None,
            },
            commitments: Vec::new(),
            when,
        })
    }

    /// The request's number, which never changes.
    pub(in super::super) fn id(&self) -> RequestId {
        self.document.id
    }

    /// How far it has come.
    pub(in super::super) fn state(&self) -> RequestState {
        self.document.state
    }

    /// What it says, and on which terms, as of now in this transaction.
    pub(in super::super) fn content(&self) -> &ChangeRequest {
        &self.document.content
    }

    /// The request that it became part of.
    pub(super) fn merged_into(&self) -> Option<RequestId> {
        self.document.merged_into
    }

    /// Where municipalities stand, by municipality.
    pub(super) fn commitments(&self) -> &[Commitment] {
        &self.commitments
    }

    /// Where a municipality stands, if it has said anything.
    pub(in super::super) fn commitment_of(
        &self,
        municipality: MunicipalityCode,
    ) -> Option<&Commitment> {
        let mut all = self.commitments.iter();
        all.find(|held| held.municipality == municipality)
    }

    /// What a move is decided on, see [`RequestDocument::circumstances`].
    pub(in super::super) fn circumstances(&self) -> Circumstances {
        self.document.circumstances()
    }

    /// Writes where a municipality stands from now on, with its move; `merged_from` names the request that it said
    /// that to at first.
    pub(in super::super) async fn record_move(
        &mut self,
        transaction: &mut WriteTransaction<'_>,
        next: Commitment,
        origin: MoveOrigin<'_>,
        merged_from: Option<RequestId>,
    ) -> Result<(), StoreError> {
        let from = self.commitment_of(next.municipality).map(|held| held.state);
        moves::append(transaction, self.id(), from, &next, origin, merged_from).await?;
        self.set_commitment(transaction, next).await
    }

    /// Undoes a municipality's last move; a promise to something that is ordered stays.
    pub(super) async fn undo_last_move(
        &mut self,
        transaction: &mut WriteTransaction<'_>,
        municipality: MunicipalityCode,
        (by, why): (&str, &str),
    ) -> Result<(), StoreError> {
        let (last, before) = moves::last_two(transaction, self.id(), municipality).await?;
        let last = last.ok_or(Refusal::NotPossibleNow)?;
        let is_promise = last.moved.to == CommitmentState::Committed;
        // Nothing that somebody has ordered upon is taken back, nor is it made smaller by what stood before it.
        let amount = last.moved.amount;
        let stays_promise = before
            .as_ref()
            .is_some_and(|before| before.to.counts_as_funded() && before.amount >= amount);
        if self.state().is_ordered() && is_promise && !stays_promise {
            return Err(Refusal::MoveNotAllowed.into());
        }
        moves::mark_undone(transaction, last.id, by, why).await?;
        let before = before.map(|before| before.commitment());
        self.restore(transaction, municipality, before).await
    }

    /// Undoes a municipality's interest from a participant's tap, if that is the last thing on record.
    pub(in super::super) async fn undo_tap(
        &mut self,
        transaction: &mut WriteTransaction<'_>,
        municipality: MunicipalityCode,
    ) -> Result<(), StoreError> {
        let (last, before) = moves::last_two(transaction, self.id(), municipality).await?;
        let is_tap = |last: &moves::StoredMove| {
            last.cause == MoveCause::Participant && last.moved.to == CommitmentState::Interested
        };
        let Some(last) = last.filter(is_tap) else {
            return Ok(());
        };
        moves::mark_undone(transaction, last.id, "participant", "").await?;
        let before = before.map(|before| before.commitment());
        self.restore(transaction, municipality, before).await
    }

    /// Removes what participants' taps brought about, as if nobody had tapped.
    pub(in super::super) async fn remove_taps(
        &mut self,
        transaction: &mut WriteTransaction<'_>,
    ) -> Result<(), StoreError> {
        moves::delete_taps(transaction, self.id()).await?;
        self.rebuild_commitments(transaction).await
    }

    /// Makes the commitments what the moves say that are not undone.
    pub(super) async fn rebuild_commitments(
        &mut self,
        transaction: &mut WriteTransaction<'_>,
    ) -> Result<(), StoreError> {
        let moves = moves::load(transaction, self.id()).await?;
        self.remove_commitments(transaction).await?;
        for moved in moves.iter().filter(|moved| moved.undone.is_none()) {
            self.set_commitment(transaction, moved.commitment()).await?;
        }
        Ok(())
    }

    /// Removes all commitments; their moves stay.
    pub(super) async fn remove_commitments(
        &mut self,
        transaction: &mut WriteTransaction<'_>,
    ) -> Result<(), StoreError> {
        transaction.announce_request(self.id(), self.when);
        self.commitments.clear();
        commitments::delete_all(transaction, self.id()).await
    }

    /// Writes which request it became part of, or that it stands by itself again.
    pub(super) async fn set_merged_into(
        &mut self,
        transaction: &mut WriteTransaction<'_>,
        into: Option<RequestId>,
    ) -> Result<(), StoreError> {
        transaction.announce_request(self.id(), self.when);
        self.document.merged_into = into;
        documents::set_merged_into(transaction, self.id(), into).await
    }

    /// Takes the request to another state, as another version; the same state again is no other version.
    pub(in super::super) async fn set_state(
        &mut self,
        transaction: &mut WriteTransaction<'_>,
        state: RequestState,
        signature: RecordSignature<'_>,
    ) -> Result<(), StoreError> {
        if state == self.document.state {
            return Ok(());
        }
        self.document.state = state;
        self.write_version(transaction, signature).await
    }

    /// Writes the request anew, as another version; the same content again is no other version.
    pub(super) async fn set_content(
        &mut self,
        transaction: &mut WriteTransaction<'_>,
        content: ChangeRequest,
        signature: RecordSignature<'_>,
    ) -> Result<(), StoreError> {
        if content == self.document.content {
            return Ok(());
        }
        self.document.content = content;
        self.write_version(transaction, signature).await
    }

    /// Lets the request be gathering or fully funded by itself, as its commitments say.
    pub(in super::super) async fn settle(
        self,
        transaction: &mut WriteTransaction<'_>,
    ) -> Result<SettledRequest, StoreError> {
        self.settle_at(transaction, now()).await
    }

    /// The same, from an earlier moment on.
    pub(in super::super) async fn settle_at(
        mut self,
        transaction: &mut WriteTransaction<'_>,
        at: Millis,
    ) -> Result<SettledRequest, StoreError> {
        let sums = Sums::of(&self.commitments);
        let settled = self.state().settled(&self.content().terms, &sums);
        let signature = RecordSignature::by_program(at);
        self.set_state(transaction, settled, signature).await?;
        Ok(SettledRequest {
            document: self.document,
            commitments: self.commitments,
        })
    }

    async fn write_version(
        &mut self,
        transaction: &mut WriteTransaction<'_>,
        signature: RecordSignature<'_>,
    ) -> Result<(), StoreError> {
        let RequestDocument {
            id, state, content, ..
        } = &self.document;
        transaction.announce_request(*id, self.when);
        documents::update(transaction, *id, *state, content).await?;
        versions::append(transaction, *id, *state, content, signature).await
    }

    /// Puts back where a municipality stood before; nothing, if it had said nothing.
    async fn restore(
        &mut self,
        transaction: &mut WriteTransaction<'_>,
        municipality: MunicipalityCode,
        before: Option<Commitment>,
    ) -> Result<(), StoreError> {
        if let Some(before) = before {
            return self.set_commitment(transaction, before).await;
        }
        transaction.announce_request(self.id(), self.when);
        self.commitments
            .retain(|held| held.municipality != municipality);
        commitments::delete(transaction, self.id(), municipality).await
    }

    async fn set_commitment(
        &mut self,
        transaction: &mut WriteTransaction<'_>,
        next: Commitment,
    ) -> Result<(), StoreError> {
        transaction.announce_request(self.id(), self.when);
        commitments::upsert(transaction, self.id(), &next).await?;
        let place = |held: &Commitment| held.municipality.cmp(&next.municipality);
        match self.commitments.binary_search_by(place) {
            Ok(at) => self.commitments[at] = next,
            Err(at) => self.commitments.insert(at, next),
        }
        Ok(())
    }
}

/// A request as it stands after a change, or as it was read: what answers are made of.
#[derive(Debug)]
pub(in super::super) struct SettledRequest {
    pub(super) document: RequestDocument,
    /// In the order of municipalities.
    pub(super) commitments: Vec<Commitment>,
}

impl SettledRequest {
    /// Reads a request as it stands.
    pub(super) async fn load(
        connection: &mut SqliteConnection,
        request: RequestId,
    ) -> Result<Self, StoreError> {
        let document = documents::load(connection, request).await?;
        Self::from_document(connection, document).await
    }

    /// Reads the commitments of a request that is read already.
    pub(super) async fn from_document(
        connection: &mut SqliteConnection,
        document: RequestDocument,
    ) -> Result<Self, StoreError> {
        let commitments = commitments::load(connection, document.id).await?;
        Ok(Self {
            document,
            commitments,
        })
    }
}
