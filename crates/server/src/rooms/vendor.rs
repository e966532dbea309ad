//! What the vendor does beside webinars: sessions, requests and commitments. What a commit changes is announced by the
//! store, so nothing here has to remember who is to look again.

use barometer_domain::financing::commitment::OwnWord;
use barometer_domain::financing::delivery::DeliveryReport;
use barometer_domain::financing::import::Import;
use barometer_domain::financing::ledger::{Ledger, Said, Undo};
use barometer_domain::financing::request::{Edit, NewRequest, RequestFile, Step};
use barometer_domain::forum::{ForumCommand, ForumDesk};
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_domain::vendor::{LogIn, LookUp, SetUp};
use barometer_domain::vendor_account::{ChangePassphrase, RecoverKey};

use super::Rooms;
use crate::store::{LoggedIn, SentWish, StoreError, TableFile, WishReceipt};

impl Rooms {
    /// Stores the vendor's key, once, and logs in whoever made it.
    pub async fn set_up_vendor(&self, set_up: SetUp) -> Result<LoggedIn, StoreError> {
        self.store.set_up_vendor(set_up).await
    }

    /// Logs the vendor in, on a device known by this token or on a new one.
    pub async fn log_in(
        &self,
        log_in: LogIn,
        device: Option<String>,
    ) -> Result<LoggedIn, StoreError> {
        self.store.log_in(log_in, device).await
    }

    /// Ends the vendor's session of this token; other devices stay logged in.
    pub async fn log_out(&self, token: String) -> Result<(), StoreError> {
        self.store.log_out(token).await
    }

    /// Sets another passphrase, for whoever proves the present one.
    pub async fn change_passphrase(
        &self,
        change: ChangePassphrase,
        device: Option<String>,
    ) -> Result<LoggedIn, StoreError> {
        self.store.change_passphrase(change, device).await
    }

    /// Sets another passphrase, for whoever holds the key.
    pub async fn recover_key(
        &self,
        recover: RecoverKey,
        device: Option<String>,
    ) -> Result<LoggedIn, StoreError> {
        self.store.recover_key(recover, device).await
    }

    /// Writes down that somebody knows that the log of look-ups is broken.
    pub async fn acknowledge(&self, look_up: LookUp) -> Result<(), StoreError> {
        self.store.acknowledge(look_up).await
    }

    /// Takes in a new request, with its first version.
    pub async fn take_in_request(&self, new: NewRequest) -> Result<RequestFile, StoreError> {
        self.store.take_in_request(new).await
    }

    /// Takes in what a municipality wishes for.
    pub async fn send_wish(&self, wish: SentWish) -> Result<WishReceipt, StoreError> {
        self.store.send_wish(wish).await
    }

    /// Carries out what the vendor does with the forum.
    pub async fn change_forum(&self, command: ForumCommand) -> Result<ForumDesk, StoreError> {
        self.store.change_forum(command).await
    }

    /// Writes a request anew, as another version, unless somebody else has since.
    pub async fn edit_request(
        &self,
        request: RequestId,
        edit: Edit,
    ) -> Result<RequestFile, StoreError> {
        self.store.edit_request(request, edit).await
    }

    /// Takes a request a step further, or aside.
    pub async fn move_request(
        &self,
        request: RequestId,
        step: Step,
    ) -> Result<RequestFile, StoreError> {
        self.store.move_request(request, step).await
    }

    /// Undoes a merge or a rejection.
    pub async fn undo_request_step(
        &self,
        request: RequestId,
        undo: Undo,
    ) -> Result<RequestFile, StoreError> {
        self.store.undo_request_step(request, undo).await
    }

    /// Writes down what a file changes, all of it or nothing.
    pub async fn import_requests(
        &self,
        file: TableFile,
        by: String,
        why: String,
    ) -> Result<Import, StoreError> {
        self.store.import_requests(file, by, why).await
    }

    /// Writes down what a delivered request came to.
    pub async fn report_delivery(
        &self,
        request: RequestId,
        report: DeliveryReport,
    ) -> Result<RequestFile, StoreError> {
        self.store.report_delivery(request, report).await
    }

    /// Has briefs say how near the last prices came, or not.
    pub async fn show_deliveries(&self, shown: bool) -> Result<(), StoreError> {
        self.store.show_deliveries(shown).await
    }

    /// Writes down what a municipality said.
    pub async fn record_commitment(
        &self,
        request: RequestId,
        municipality: MunicipalityCode,
        said: Said,
    ) -> Result<Ledger, StoreError> {
        self.store
            .record_commitment(request, municipality, said)
            .await
    }

    /// Writes down what a municipality says itself, with its personal link.
    pub async fn record_own_word(
        &self,
        request: RequestId,
        municipality: MunicipalityCode,
        word: OwnWord,
    ) -> Result<(), StoreError> {
        self.store
            .record_own_word(request, municipality, word)
            .await
    }

    /// Undoes a municipality's last move, on record.
    pub async fn undo_commitment_move(
        &self,
        request: RequestId,
        municipality: MunicipalityCode,
        undo: Undo,
    ) -> Result<Ledger, StoreError> {
        self.store
            .undo_commitment_move(request, municipality, undo)
            .await
    }
}
