//! In English: the words of the vendor's account.

use crate::staff::account::AccountText;

pub(crate) fn sentence(message: AccountText) -> String {
    match message {
        AccountText::Title => "Passphrase and recovery file".into(),
        AccountText::ChangeTitle => "Change the passphrase".into(),
        AccountText::ChangeBody => "The key stays the same, so all names can still be opened. Everybody who is logged in elsewhere is logged out.".into(),
        AccountText::Present => "Present passphrase".into(),
        AccountText::New => "New passphrase".into(),
        AccountText::NewHint => "At least 16 characters, or six words of the list.".into(),
        AccountText::Draw => "Suggest six words".into(),
        AccountText::Again => "The new one once more".into(),
        AccountText::Name => "Your name".into(),
        AccountText::Reason => "Why".into(),
        AccountText::ReasonHint => "Name and reason stand in the log.".into(),
        AccountText::Change => "Change the passphrase".into(),
        AccountText::Changed => "The passphrase is changed.".into(),
        AccountText::FileTitle => "Recovery file".into(),
        AccountText::FileBody => "If you forget the passphrase, the file and its six words give you another. The words are shown when the file is saved. Keep file and words apart, and neither on the server. An earlier file still opens.".into(),
        AccountText::SaveFile => "Save the recovery file".into(),
        AccountText::FileSaved => "The recovery file is saved. Write its words down now; they are shown only here.".into(),
        AccountText::LogTitle => "What has happened".into(),
        AccountText::LogEmpty => "The passphrase has not been changed yet.".into(),
        AccountText::PassphraseChanged => "Passphrase changed".into(),
        AccountText::KeyRecovered => "Another passphrase by the recovery file".into(),
        AccountText::KeyReset => "Key given up on the server, and another made".into(),
        AccountText::RecoverTitle => "Another passphrase by the recovery file".into(),
        AccountText::RecoverBody => "Choose the file, and type the words that open it. The file stays in the browser. If it is gone, whoever runs the server can reset the key there; then the names can never be opened again.".into(),
        AccountText::ChooseFile => "Choose the recovery file".into(),
        AccountText::FileWords => "The file's six words".into(),
        AccountText::FilePassphrase => "The passphrase of the day on which the file was saved".into(),
        AccountText::FileMissing => "Choose the file first.".into(),
        AccountText::FileRefused => "The words do not fit the file.".into(),
        AccountText::OtherVendor => "The file has another key than the server. Is it the file from here?".into(),
        AccountText::Recover => "Set the new passphrase".into(),
        AccountText::Back => "Back to log in".into(),
        AccountText::FileOf => "Chosen file from".into(),
    }
}
