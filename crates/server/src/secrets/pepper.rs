//! The pepper's file: made once, and on the disk before anything depends on it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Keys, LogHeadFile, random};

/// Its name in the folder of secrets.
const FILE: &str = "pepper";
/// Under which it is written before it is whole.
const UNFINISHED: &str = "pepper.new";

impl Keys {
    /// Where the pepper lies in a folder of secrets.
    pub fn pepper_in(directory: &Path) -> PathBuf {
        directory.join(FILE)
    }

    /// Reads the pepper in `directory`, or makes it on the first start; readable by the owner only.
    pub fn open(directory: &Path) -> io::Result<Self> {
        match Self::read(directory)? {
            Some(keys) => Ok(keys),
            None => Self::make(directory),
        }
    }

    /// Reads the pepper in `directory`, if it is there.
    pub fn read(directory: &Path) -> io::Result<Option<Self>> {
        let pepper = match fs::read(Self::pepper_in(directory)) {
            Ok(bytes) => bytes.try_into().map_err(|_| not_a_pepper())?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        Ok(Some(Self::beside(directory, &pepper)))
    }

    /// Makes a pepper in `directory`. When this returns, file and folder are on the disk.
    pub fn make(directory: &Path) -> io::Result<Self> {
        create_private_directory(directory)?;
        // Before the pepper: from then on a log without its head is a broken one.
        Self::log_head_in(directory).begin()?;
        let pepper = random::<32>();
        let unfinished = directory.join(UNFINISHED);
        // Left behind by a start that ended in between: nothing depends on it.
        if let Err(error) = fs::remove_file(&unfinished)
            && error.kind() != io::ErrorKind::NotFound
        {
            return Err(error);
        }
        let mut file = create_private(&unfinished)?;
        file.write_all(&pepper)?;
        file.sync_all()?;
        fs::rename(&unfinished, Self::pepper_in(directory))?;
        sync_directory(directory)?;
        // A folder that was just made is there for good once the one around it says so.
        let parent = directory
            .parent()
            .filter(|path| !path.as_os_str().is_empty());
        sync_directory(parent.unwrap_or(Path::new(".")))?;
        Ok(Self::beside(directory, &pepper))
    }

    /// The pepper's file, where it has one.
    pub fn pepper_file(&self) -> Option<&Path> {
        self.pepper.as_deref()
    }

    fn log_head_in(directory: &Path) -> LogHeadFile {
        LogHeadFile::new(directory.join("look-ups"))
    }

    fn beside(directory: &Path, pepper: &[u8; 32]) -> Self {
        Self {
            pepper: Some(Self::pepper_in(directory)),
            log_head: Some(Self::log_head_in(directory)),
            ..Self::derive(pepper)
        }
    }
}

fn not_a_pepper() -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        "the pepper is not 32 bytes long",
    )
}

/// Makes a folder, and those around it that are missing, for the owner only.
pub(crate) fn create_private_directory(directory: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory)
}

/// Makes a file that must not be there yet, for the owner only.
pub(crate) fn create_private(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Puts a folder's list of files on the disk.
#[cfg(unix)]
fn sync_directory(directory: &Path) -> io::Result<()> {
    fs::File::open(directory)?.sync_all()
}

#[cfg(not(unix))]
fn sync_directory(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pepper_is_made_once_and_kept_private() {
        let directory = tempfile::tempdir().unwrap();
        let secrets = directory.path().join("secrets");
        assert!(Keys::read(&secrets).unwrap().is_none());
        let nym = |keys: Keys| keys.nym(&[1; 16], &[2; 16]);
        let first = nym(Keys::open(&secrets).unwrap());
        assert_eq!(nym(Keys::open(&secrets).unwrap()), first);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&secrets.join(FILE)), 0o600);
            assert_eq!(mode(&secrets), 0o700);
        }
    }

    #[test]
    fn what_an_interrupted_start_left_behind_is_no_pepper() {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join(UNFINISHED), [1; 7]).unwrap();
        let check = |keys: Keys| *keys.pepper_check();
        let made = check(Keys::open(directory.path()).unwrap());
        assert_eq!(check(Keys::open(directory.path()).unwrap()), made);
        assert!(!directory.path().join(UNFINISHED).exists());
    }

    #[test]
    fn a_pepper_cut_short_is_refused() {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join(FILE), [1; 7]).unwrap();
        assert!(Keys::open(directory.path()).is_err());
    }
}
