//! Looks for what must stand nowhere: in files, in answers, and in the log at its most verbose.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use tracing_subscriber::EnvFilter;

/// What a played webinar knows of its people.
#[derive(Default)]
pub(crate) struct Secrets {
    /// As they were typed; never leave a phone.
    pub(crate) names: Vec<String>,
    /// Of sessions and of invitations; looked for as they stand.
    pub(crate) tokens: Vec<String>,
    /// Codes and names of municipalities that showed no interest, which is public.
    pub(crate) municipalities: Vec<String>,
    /// Places, as `me` tells its own.
    pub(crate) slots: Vec<String>,
    /// Sealed names.
    pub(crate) sealed: Vec<String>,
    /// Of ballots; published with the result, and nowhere before.
    pub(crate) trackers: Vec<String>,
}

impl Secrets {
    /// What no file may hold, and no line of the log.
    pub(crate) fn anywhere(&self) -> Vec<&str> {
        let all = [&self.names, &self.tokens, &self.municipalities];
        all.into_iter().flatten().map(String::as_str).collect()
    }

    /// What no file may hold before the result.
    pub(crate) fn before_the_result(&self) -> Vec<&str> {
        let trackers = self.trackers.iter().map(String::as_str);
        self.anywhere().into_iter().chain(trackers).collect()
    }

    /// What no answer to audience, presenter or the curious may hold.
    pub(crate) fn to_others(&self) -> Vec<&str> {
        let more = self.slots.iter().chain(&self.sealed);
        let more = more.map(String::as_str);
        self.anywhere().into_iter().chain(more).collect()
    }
}

/// Which of these stand in `text`, as whole words: `0101` is no municipality within a longer number.
pub(crate) fn found<'a>(bytes: &[u8], secrets: &[&'a str]) -> Vec<&'a str> {
    let text = String::from_utf8_lossy(bytes);
    let stands = |secret: &&&str| {
        text.match_indices(**secret).any(|(at, secret)| {
            let before = text[..at].chars().next_back();
            let after = text[at + secret.len()..].chars().next();
            !before.is_some_and(in_word) && !after.is_some_and(in_word)
        })
    };
    secrets.iter().filter(stands).copied().collect()
}

fn in_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '.'
}

/// Every file of a folder, one after the other.
pub(crate) fn files(folder: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        bytes.extend(fs::read(file.unwrap().path()).unwrap());
        bytes.push(b'\n');
    }
    bytes
}

/// The log of this whole process from now on, at its most verbose.
pub(crate) fn log() -> Log {
    static LOG: OnceLock<Log> = OnceLock::new();
    let log = LOG.get_or_init(|| {
        let log = Log::default();
        let writer = log.clone();
        tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new("trace"))
            .without_time()
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .init();
        log
    });
    log.clone()
}

/// What was logged.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    pub(crate) fn text(&self) -> Vec<u8> {
        self.0.lock().unwrap().clone()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn the_scan_finds_what_is_planted() {
    let secrets = Secrets {
        names: vec!["Anne Lækage".into()],
        tokens: vec!["s3cr3t".into()],
        municipalities: vec!["0101".into()],
        slots: vec!["00ff".into()],
        sealed: vec!["sealed".into()],
        trackers: vec!["tracker".into()],
    };
    let planted = "{\"who\":\"Anne Lækage\",\"from\":\"0101\"} token=s3cr3t slot:00ff [sealed]";
    assert_eq!(found(planted.as_bytes(), &secrets.to_others()).len(), 5);
    assert_eq!(found(planted.as_bytes(), &secrets.anywhere()).len(), 3);
    assert_eq!(found(b"\"tracker\"", &secrets.before_the_result()).len(), 1);
    assert!(found(b"latency=1.0101 id=990101 00ffa", &secrets.to_others()).is_empty());
}
