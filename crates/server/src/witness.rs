//! `barometer witness`: writes down the roots that a server shows, from elsewhere, and says when two of them differ.
//!
//! A server that shows one root to some and another to others is found out by anyone who compares: the files of
//! witnesses in different places are compared by naming one with `--against` the other.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use barometer_domain::barometer::{Phase, SignedRoot};
use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::view::AudienceView;
use barometer_domain::wire::WebinarInfo;
use barometer_sealing::roll_root::RollRoot;
use clap::Args;
use serde::{Deserialize, Serialize};
use ureq::Agent;

use crate::store::now;

/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// What `barometer witness` is asked to watch, and how often.
#[derive(Clone, Debug, Args)]
pub struct Witness {
    /// Addresses of webinars, as participants open them, such as `https://stem.eksempel.dk/w/4K7P2M`.
    #[arg(required = true)]
    pub webinars: Vec<WebinarAddress>,
    /// Where the roots are written down, one line of JSON each.
    #[arg(long, default_value = "roots.jsonl")]
    pub file: PathBuf,
    /// Files of other witnesses to compare with.
    #[arg(long)]
    pub against: Vec<PathBuf>,
    /// Seconds between two requests to the server that is watched.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    pub every: u64,
    /// Look once instead of until stopped; fails if two roots differ.
    #[arg(long)]
    pub once: bool,
}

/// A webinar on some server, named by the link that participants have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebinarAddress {
    host: String,
    code: WebinarCode,
}

/// What is not the address of a webinar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected an address such as https://stem.eksempel.dk/w/4K7P2M")]
pub struct NotAWebinar;

impl std::str::FromStr for WebinarAddress {
    type Err = NotAWebinar;

    fn from_str(text: &str) -> Result<Self, NotAWebinar> {
        let bare = text.split(['#', '?']).next().unwrap_or_default();
        let (host, path) = bare.split_once("/w/").ok_or(NotAWebinar)?;
        let is_address = host.starts_with("https://") || host.starts_with("http://");
        let code = path.split('/').next().unwrap_or_default();
        let code = code.parse().map_err(|_| NotAWebinar)?;
        let host = host.to_owned();
        is_address.then_some(Self { host, code }).ok_or(NotAWebinar)
    }
}

/// A root as it was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenRoot {
    /// When, on the witness's clock.
    pub at: Millis,
    /// The server: name and, if it is not the usual one, port.
    pub host: String,
    /// The code that the link names.
    pub webinar: WebinarCode,
    /// Of which round of its barometer.
    pub round: u32,
    /// What the server signs with.
    pub signing_key: String,
    /// What the server says the roll will be, with its signature.
    #[serde(flatten)]
    pub fixed: SignedRoot,
    /// The four words that every screen shows for the root.
    pub words: String,
    /// Whether the result was out: nothing is struck any more.
    pub revealed: bool,
}

impl SeenRoot {
    /// Whether both cannot have been shown by an honest server.
    pub fn differs_from(&self, other: &Self) -> bool {
        let of = |seen: &Self| (seen.webinar.clone(), seen.round, seen.fixed.close);
        if of(self) != of(other) {
            return false;
        }
        // Between close and reveal ballots may be struck, which shows; the root stays.
        let other_strikes = self.revealed
            && other.revealed
            && self.fixed.after_strikes != other.fixed.after_strikes;
        self.fixed.root != other.fixed.root
            || self.signing_key != other.signing_key
            || other_strikes
    }

    fn tells_more_than(&self, other: &Self) -> bool {
        let told = |seen: &Self| {
            let key = seen.signing_key.clone();
            (
                seen.webinar.clone(),
                seen.round,
                seen.fixed.clone(),
                key,
                seen.revealed,
            )
        };
        told(self) != told(other)
    }
}

/// Why a look came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum NoLook {
    /// The server did not answer.
    #[error("{0}")]
    Http(Box<ureq::Error>),
    /// What it answered is signed by nobody, or is no root.
    #[error("the root is not signed by the server's key")]
    NotSigned,
    /// A file could not be read or written.
    #[error("{0}: {1}")]
    File(String, io::Error),
    /// A file has something else in it.
    #[error("{0}, line {1}: not what a witness writes")]
    NotALine(String, usize),
    /// Two roots of one close.
    #[error("two roots of one close differ")]
    Differ,
}

impl From<ureq::Error> for NoLook {
    fn from(error: ureq::Error) -> Self {
        Self::Http(Box::new(error))
    }
}

/// Looks until stopped, or once.
pub fn run(options: &Witness) -> Result<(), NoLook> {
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .build()
        .into();
    let mut seen = Vec::new();
    for file in options.against.iter().chain([&options.file]) {
        seen.extend(read(file)?);
    }
    let mut differ = false;
    loop {
        for address in &options.webinars {
            match current_root(&agent, address) {
                Ok(Some(root)) => differ |= note(&options.file, &mut seen, root)?,
                Ok(None) => {}
                Err(error) if options.once => return Err(error),
                Err(error) => eprintln!("{}: {error}", address.host),
            }
        }
        if options.once {
            return if differ { Err(NoLook::Differ) } else { Ok(()) };
        }
        thread::sleep(Duration::from_secs(options.every));
    }
}

/// What a webinar shows now; `None` before the close.
pub fn current_root(agent: &Agent, address: &WebinarAddress) -> Result<Option<SeenRoot>, NoLook> {
    let path = format!("{}/api/v1/webinars/{}", address.host, address.code);
    let info: WebinarInfo = agent.get(&path).call()?.body_mut().read_json()?;
    let view = format!("{path}/view");
    let view: AudienceView = agent.get(&view).call()?.body_mut().read_json()?;
    let Some(fixed) = view.root else {
        return Ok(None);
    };
    let round = view.barometer.round;
    let root = verified(&info.signing_key, round, &fixed).ok_or(NoLook::NotSigned)?;
    Ok(Some(SeenRoot {
        at: now(),
        host: address.host.clone(),
        webinar: address.code.clone(),
        round,
        signing_key: info.signing_key,
        fixed,
        words: root.words().join(" "),
        revealed: view.barometer.phase == Phase::Revealed,
    }))
}

fn verified(key: &str, round: u32, fixed: &SignedRoot) -> Option<RollRoot> {
    let after_strikes = fixed.after_strikes.as_ref();
    let root = RollRoot {
        barometer: round.to_string(),
        close: fixed.close,
        root: fixed.root.parse().ok()?,
        after_strikes: after_strikes.map(|root| root.parse()).transpose().ok()?,
    };
    let (key, signature) = (key.parse().ok()?, fixed.signature.parse().ok()?);
    root.verify(&key, &signature).is_ok().then_some(root)
}

/// Writes a root down unless it was known, and says whether it differs from one that was.
fn note(file: &Path, seen: &mut Vec<SeenRoot>, root: SeenRoot) -> Result<bool, NoLook> {
    let mut differ = false;
    let contrary: BTreeMap<&str, &SeenRoot> = seen
        .iter()
        .filter(|before| before.differs_from(&root))
        .map(|before| (before.words.as_str(), before))
        .collect();
    for before in contrary.into_values() {
        differ = true;
        println!(
            "{} {} round {} close {}: DIFFERENT from what was seen at {} on {}: {}",
            root.webinar,
            root.words,
            root.round,
            root.fixed.close,
            before.at,
            before.host,
            before.words
        );
    }
    if seen.iter().all(|before| root.tells_more_than(before)) {
        let failed = |error| NoLook::File(file.display().to_string(), error);
        let line = serde_json::to_string(&root).unwrap_or_default() + "\n";
        let mut open = OpenOptions::new()
            .create(true)
            .append(true)
            .open(file)
            .map_err(failed)?;
        open.write_all(line.as_bytes()).map_err(failed)?;
        println!(
            "{} {} round {} close {}",
            root.webinar, root.words, root.round, root.fixed.close
        );
        seen.push(root);
    }
    Ok(differ)
}

/// What was written down before; nothing where there is no file yet.
fn read(file: &Path) -> Result<Vec<SeenRoot>, NoLook> {
    let name = || file.display().to_string();
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(NoLook::File(name(), error)),
    };
    let lines = text.lines().enumerate();
    lines
        .map(|(at, line)| serde_json::from_str(line).map_err(|_| NoLook::NotALine(name(), at + 1)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(root: &str, after_strikes: Option<&str>, revealed: bool) -> SeenRoot {
        SeenRoot {
            at: 1,
            host: "https://stem.eksempel.dk".into(),
            webinar: "4K7P2M".parse().unwrap(),
            round: 7,
            signing_key: "key".into(),
            fixed: SignedRoot {
                close: 1,
                root: root.into(),
                after_strikes: after_strikes.map(str::to_owned),
                signature: "signature".into(),
            },
            words: format!("ord for {root}"),
            revealed,
        }
    }

    #[test]
    fn two_roots_of_one_close_differ_and_those_of_two_do_not() {
        let one = seen("a", None, false);
        assert!(!one.differs_from(&one));
        assert!(one.differs_from(&seen("b", None, false)));
        let mut reopened = seen("b", None, false);
        reopened.fixed.close = 2;
        assert!(!one.differs_from(&reopened));
        let mut other_key = one.clone();
        other_key.signing_key = "other".into();
        assert!(one.differs_from(&other_key));
    }

    #[test]
    fn strikes_may_come_until_the_result_is_out() {
        let (before, after) = (seen("a", None, false), seen("a", Some("s"), true));
        assert!(!before.differs_from(&after));
        assert!(after.differs_from(&seen("a", Some("t"), true)));
        assert!(after.differs_from(&seen("a", None, true)));
    }

    #[test]
    fn what_is_known_is_not_written_again_and_what_differs_is_told() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("roots.jsonl");
        let mut known = Vec::new();
        assert!(!note(&file, &mut known, seen("a", None, false)).unwrap());
        let mut again = seen("a", None, false);
        again.at = 2;
        assert!(!note(&file, &mut known, again).unwrap());
        assert_eq!(read(&file).unwrap().len(), 1);
        assert!(note(&file, &mut known, seen("b", None, false)).unwrap());
        assert_eq!(read(&file).unwrap(), known);
        fs::write(&file, "something else\n").unwrap();
        assert!(matches!(read(&file), Err(NoLook::NotALine(_, 1))));
        assert_eq!(read(&directory.path().join("none")).unwrap(), []);
    }

    #[test]
    fn a_webinar_is_named_as_participants_open_it() {
        let parse = |text: &str| text.parse::<WebinarAddress>();
        let expected = WebinarAddress {
            host: "https://stem.eksempel.dk".into(),
            code: "4K7P2M".parse().unwrap(),
        };
        for text in [
            "https://stem.eksempel.dk/w/4K7P2M",
            "https://stem.eksempel.dk/w/4k7p2m#key",
            "https://stem.eksempel.dk/w/4K7P2M/screen",
        ] {
            assert_eq!(parse(text), Ok(expected.clone()), "{text}");
        }
        for text in [
            "https://stem.eksempel.dk",
            "stem.eksempel.dk/w/4K7P2M",
            "https://x/w/",
        ] {
            assert_eq!(parse(text), Err(NotAWebinar), "{text}");
        }
    }
}
