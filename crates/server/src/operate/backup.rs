//! `barometer backup` and `barometer restore`: the database as it stands at one moment, encrypted if asked, and back.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::iter;
use std::path::{Path, PathBuf};

use age::x25519::{Identity, Recipient};
use age::{Decryptor, Encryptor};

use crate::secrets;
use crate::store::{ContentCount, Store, StoreError};

/// How every age file begins.
const AGE: &[u8] = b"age-encryption.org/";
const IDENTITY: &str = "AGE-SECRET-KEY-";

/// Why there is no backup, or nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// By the database, or what was to become one.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file cannot be read or written.
    #[error("{}: {error}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// Why not.
        error: io::Error,
    },
    /// It could not be encrypted.
    #[error("encrypting: {0}")]
    Encrypting(#[from] age::EncryptError),
    /// It does not open with this identity, or was changed.
    #[error("decrypting: {0}")]
    Decrypting(#[from] age::DecryptError),
    /// The backup is encrypted, and no identity was named.
    #[error("{} is encrypted: name the file of the age identity with --identity", file.display())]
    NeedsIdentity {
        /// The backup.
        file: PathBuf,
    },
    /// The file named has no identity of age's in it.
    #[error("{}: no line begins with {IDENTITY}", file.display())]
    NoIdentity {
        /// That file.
        file: PathBuf,
    },
}

/// A file that is gone with its handle, unless it was moved away.
struct UnfinishedFile(PathBuf);

impl UnfinishedFile {
    /// What an earlier try left there is gone.
    fn at(file: PathBuf) -> Self {
        let _ = fs::remove_file(&file);
        Self(file)
    }
}

impl Drop for UnfinishedFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// Writes the database at `url` into the new file `to`; for `recipient` alone, if one is named. A server may go on
/// writing meanwhile. The file appears when it is whole.
///
/// # Errors
/// When `to` is there already, or anything cannot be read or written.
pub async fn back_up(
    url: &str,
    to: &Path,
    recipient: Option<&Recipient>,
) -> Result<ContentCount, BackupError> {
    if to.exists() {
        return Err(at(to)(io::ErrorKind::AlreadyExists.into()));
    }
    let part = UnfinishedFile::at(beside(to, ".part"));
    let plain = UnfinishedFile::at(match recipient {
        Some(_) => beside(to, ".plain"),
        None => part.0.clone(),
    });
    let count = Store::copy_to(url, &plain.0).await?;
    if let Some(recipient) = recipient {
        encrypt(&plain.0, &part.0, recipient)?;
    }
    fs::rename(&part.0, to).map_err(at(to))?;
    Ok(count)
}

/// Puts the backup `from` where `url` says, where no database may be; `identity` is the file of the age identity that
/// opens it, if it is encrypted.
///
/// # Errors
/// When the backup does not open, is damaged, or is another pepper's: then nothing has changed.
pub async fn restore(
    url: &str,
    secrets: &Path,
    from: &Path,
    identity: Option<&Path>,
) -> Result<ContentCount, BackupError> {
    // Beside where it goes, so that it can be moved there at once.
    let database = Store::file(url)?;
    if let Some(folder) = database
        .parent()
        .filter(|path| !path.as_os_str().is_empty())
    {
        secrets::create_private_directory(folder).map_err(at(folder))?;
    }
    let plain = UnfinishedFile::at(beside(&database, "-restoring"));
    decrypt(from, &plain.0, identity)?;
    Ok(Store::put_back(url, secrets, &plain.0).await?)
}

fn encrypt(plain: &Path, to: &Path, recipient: &Recipient) -> Result<(), BackupError> {
    let encryptor = Encryptor::with_recipients(iter::once(recipient as &dyn age::Recipient))?;
    let file = secrets::create_private(to).map_err(at(to))?;
    let mut from = File::open(plain).map_err(at(plain))?;
    let written = (|| {
        let mut writer = encryptor.wrap_output(BufWriter::new(file))?;
        io::copy(&mut from, &mut writer)?;
        let mut file = writer.finish()?;
        file.flush()?;
        file.get_ref().sync_all()
    })();
    written.map_err(at(to))
}

fn decrypt(from: &Path, plain: &Path, identity: Option<&Path>) -> Result<(), BackupError> {
    let mut file = BufReader::new(File::open(from).map_err(at(from))?);
    let mut to = secrets::create_private(plain).map_err(at(plain))?;
    let mut head = vec![0; AGE.len()];
    let is_encrypted = file.read_exact(&mut head).is_ok() && head == AGE;
    let mut file = BufReader::new(File::open(from).map_err(at(from))?);
    if is_encrypted {
        let file_of_identity = identity.ok_or_else(|| BackupError::NeedsIdentity {
            file: from.to_owned(),
        })?;
        let identity = read_identity(file_of_identity)?;
        let decryptor = Decryptor::new(file)?;
        let mut reader = decryptor.decrypt(iter::once(&identity as &dyn age::Identity))?;
        io::copy(&mut reader, &mut to).map_err(at(from))?;
    } else {
        io::copy(&mut file, &mut to).map_err(at(from))?;
    }
    to.sync_all().map_err(at(plain))
}

fn read_identity(file: &Path) -> Result<Identity, BackupError> {
    let text = fs::read_to_string(file).map_err(at(file))?;
    let mut lines = text.lines().map(str::trim);
    let line = lines.find(|line| line.starts_with(IDENTITY));
    line.and_then(|line| line.parse().ok())
        .ok_or_else(|| BackupError::NoIdentity {
            file: file.to_owned(),
        })
}

fn at(file: &Path) -> impl Fn(io::Error) -> BackupError {
    let file = file.to_owned();
    move |error| BackupError::File {
        file: file.clone(),
        error,
    }
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
