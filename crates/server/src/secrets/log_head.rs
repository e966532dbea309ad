//! Where the log of look-ups ends, kept in a file beside the pepper, apart from the database: entries that are cut
//! off, or an older database put in the place of this one, are missed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tokio::sync::Mutex;

/// Where the log of look-ups ends: how many entries, and the hash of the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LogHead {
    /// The number of the last entry.
    pub entries: u64,
    /// The hash of the last entry, which covers all before it.
    pub hash: [u8; 32],
}

/// What the file beside the pepper says about the end of the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LogHeadNote {
    /// Where the log ended when it was last written for certain; `None` when the file is missing or unreadable.
    pub certain: Option<LogHead>,
    /// Where it ends if an entry that was under way when the process ended came to be written.
    pub under_way: Option<LogHead>,
}

impl LogHeadNote {
    /// Whether the log may end here.
    pub fn allows(&self, head: LogHead) -> bool {
        self.certain == Some(head) || self.under_way == Some(head)
    }
}

/// The file. Each change is on disk before the call returns.
pub struct LogHeadFile {
    path: PathBuf,
    /// Held from before an entry is checked until it is certain: one entry at a time.
    pub one_at_a_time: Mutex<()>,
}

impl LogHeadFile {
    pub(super) fn new(path: PathBuf) -> Self {
        Self {
            path,
            one_at_a_time: Mutex::default(),
        }
    }

    /// Begins an empty log, on the first start only: a file that is missing later stays missed.
    pub(super) fn begin(&self) -> io::Result<()> {
        if self.path.exists() {
            return Ok(());
        }
        self.write(LogHeadNote {
            certain: Some(LogHead::default()),
            under_way: None,
        })
    }

    /// What the file beside the pepper says about the end of the log.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn read(&self) -> io::Result<LogHeadNote> {
        match fs::read(&self.path) {
            Ok(bytes) => Ok(parse(&String::from_utf8_lossy(&bytes))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(LogHeadNote::default()),
            Err(error) => Err(error),
        }
    }

    /// An entry is about to be committed.
    pub fn announce(&self, head: LogHead) -> io::Result<()> {
        let certain = self.read()?.certain;
        self.write(LogHeadNote {
            certain,
            under_way: Some(head),
        })
    }

    /// The entry that was announced is committed.
    pub fn confirm(&self, head: LogHead) -> io::Result<()> {
        if self.read()?.under_way != Some(head) {
            // Another process wrote the next entry meanwhile, which stands on this one.
            return Ok(());
        }
        self.write(LogHeadNote {
            certain: Some(head),
            under_way: None,
        })
    }

    fn write(&self, note: LogHeadNote) -> io::Result<()> {
        let fresh = self.path.with_extension("new");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&fresh)?;
        file.write_all(text(note).as_bytes())?;
        file.sync_all()?;
        fs::rename(fresh, &self.path)?;
        sync_folder(&self.path)
    }
}

/// A renamed file is there after a power cut only when its folder is on disk too.
fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        #[cfg(unix)]
        Some(folder) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

/// One line for what is certain, `-` where nothing is, and one for what is under way.
fn text(note: LogHeadNote) -> String {
    let line = |head: LogHead| format!("{} {}\n", head.entries, hex::encode(head.hash));
    let certain = note.certain.map_or_else(|| "-\n".to_owned(), line);
    certain + &note.under_way.map_or_else(String::new, line)
}

fn parse(text: &str) -> LogHeadNote {
    let head = |line: &str| {
        let (entries, hash) = line.split_once(' ')?;
        let mut head = LogHead {
            entries: entries.parse().ok()?,
            ..LogHead::default()
        };
        hex::decode_to_slice(hash, &mut head.hash).ok()?;
        Some(head)
    };
    let mut lines = text.lines();
    LogHeadNote {
        certain: lines.next().and_then(head),
        under_way: lines.next().and_then(head),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(entries: u64) -> LogHead {
        LogHead {
            entries,
            hash: [u8::try_from(entries).unwrap(); 32],
        }
    }

    fn file() -> (tempfile::TempDir, LogHeadFile) {
        let directory = tempfile::tempdir().unwrap();
        let file = LogHeadFile::new(directory.path().join("look-ups"));
        (directory, file)
    }

    #[test]
    fn between_the_two_steps_both_ends_are_allowed() {
        let (_directory, file) = file();
        file.begin().unwrap();
        assert!(file.read().unwrap().allows(LogHead::default()));
        file.announce(head(1)).unwrap();
        let note = file.read().unwrap();
        assert!(note.allows(LogHead::default()) && note.allows(head(1)));
        file.confirm(head(1)).unwrap();
        let note = file.read().unwrap();
        assert!(!note.allows(LogHead::default()) && note.allows(head(1)));
        file.begin().unwrap();
        assert_eq!(file.read().unwrap(), note, "it begins once");
    }

    #[test]
    fn a_missing_or_spoilt_file_allows_nothing_and_an_announcement_does_not_mend_it() {
        let (_directory, file) = file();
        assert_eq!(file.read().unwrap(), LogHeadNote::default());
        file.announce(head(3)).unwrap();
        let note = file.read().unwrap();
        assert!(!note.allows(LogHead::default()) && !note.allows(head(2)) && note.allows(head(3)));
        for spoilt in ["", "-", "3", "3 00", "x 00\n", "\u{0}\n\u{0}"] {
            assert_eq!(parse(spoilt), LogHeadNote::default(), "{spoilt:?}");
        }
    }

    #[test]
    fn what_another_process_announced_meanwhile_stands() {
        let (_directory, file) = file();
        file.begin().unwrap();
        file.announce(head(1)).unwrap();
        file.announce(head(2)).unwrap();
        file.confirm(head(1)).unwrap();
        assert!(file.read().unwrap().allows(head(2)));
    }
}
