//! Live streams as phones and the presenter hold them, and when each saw what.

use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::timeout;

/// Nobody waits longer for a view.
const PATIENCE: Duration = Duration::from_mins(1);

/// What the streams are watched for, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Milestone {
    /// Any view at all: the stream stands.
    Connected,
    /// The barometer is open.
    Open,
    /// The turnout is complete.
    Full,
    /// The barometer is closing.
    Closing,
}

impl Milestone {
    const ALL: [Self; 4] = [Self::Connected, Self::Open, Self::Full, Self::Closing];
}

/// What a view says, as far as anybody here asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sighting {
    draft: bool,
    open: bool,
    voted: u32,
}

impl Sighting {
    /// Finds phase and turnout of the last view in these events, without reading the rest of it.
    fn newest(events: &[u8]) -> Option<Self> {
        let phase = after_last(events, b"\"phase\":\"")?;
        let voted = after_last(events, b"\"voted\":")?;
        let digits = voted.iter().take_while(|byte| byte.is_ascii_digit());
        Some(Self {
            draft: phase.starts_with(b"draft"),
            open: phase.starts_with(b"open"),
            voted: digits.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')),
        })
    }

    fn reaches(self, milestone: Milestone, voters: u32) -> bool {
        match milestone {
            Milestone::Connected => true,
            Milestone::Open => !self.draft,
            Milestone::Full => self.voted == voters,
            Milestone::Closing => !self.draft && !self.open,
        }
    }
}

fn after_last<'a>(text: &'a [u8], word: &[u8]) -> Option<&'a [u8]> {
    let at = text.windows(word.len()).rposition(|part| part == word)?;
    text.get(at + word.len()..)
}

/// Gathers when a number of streams reached each milestone.
pub(crate) struct Gathering {
    senders: [UnboundedSender<Instant>; 4],
    receivers: [UnboundedReceiver<Instant>; 4],
}

impl Gathering {
    /// Nobody has reached anything yet.
    pub(crate) fn new() -> Self {
        let channels = Milestone::ALL.map(|_| unbounded_channel());
        let senders = channels.each_ref().map(|(sender, _)| sender.clone());
        let receivers = channels.map(|(_, receiver)| receiver);
        Self { senders, receivers }
    }

    /// Follows a stream until it ends.
    pub(crate) fn follow(&self, stream: TcpStream, voters: u32) {
        tokio::spawn(watch(stream, voters, self.senders.clone()));
    }

    /// Waits until `streams` have reached a milestone; answers when each did.
    pub(crate) async fn all(&mut self, milestone: Milestone, streams: u32) -> Result<Vec<Instant>> {
        let mut times = Vec::new();
        let receiver = &mut self.receivers[milestone as usize];
        let gather = async {
            while times.len() < streams as usize {
                times.extend(receiver.recv().await);
            }
        };
        if timeout(PATIENCE, gather).await.is_err() {
            bail!(
                "{milestone:?}: seen by {} of {streams} streams in time",
                times.len()
            );
        }
        Ok(times)
    }
}

async fn watch(
    mut stream: TcpStream,
    voters: u32,
    to: [UnboundedSender<Instant>; 4],
) -> Result<()> {
    let mut read = Vec::with_capacity(4096);
    let mut reached = [false; 4];
    loop {
        ensure!(stream.read_buf(&mut read).await? > 0, "the stream ended");
        let now = Instant::now();
        let Some(end) = read.windows(2).rposition(|pair| pair == b"\n\n") else {
            continue;
        };
        // Whoever is behind looks at the newest view only, as a phone draws only that.
        let sighting = Sighting::newest(&read[..end]);
        read.drain(..end + 2);
        let Some(sighting) = sighting else { continue };
        for milestone in Milestone::ALL {
            let place = milestone as usize;
            if !reached[place] && sighting.reaches(milestone, voters) {
                reached[place] = true;
                let _ = to[place].send(now);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN: &str =
        r#"data: {"epoch":1,"barometer":{"phase":"open","turnout":{"voted":107,"present":200}}}"#;

    #[test]
    fn a_view_tells_phase_and_turnout() {
        let sighting = Sighting::newest(OPEN.as_bytes()).unwrap();
        assert!(sighting.open && !sighting.draft);
        assert_eq!(sighting.voted, 107);
        assert!(sighting.reaches(Milestone::Open, 200));
        assert!(sighting.reaches(Milestone::Full, 107));
        assert!(!sighting.reaches(Milestone::Closing, 107));
    }

    #[test]
    fn the_newest_view_counts_and_a_ping_says_nothing() {
        let closing = OPEN.replace("open", "closing");
        let events = format!("{OPEN}\n\n{closing}\n\nevent: ping\ndata: {{}}");
        let sighting = Sighting::newest(events.as_bytes()).unwrap();
        assert!(sighting.reaches(Milestone::Closing, 200));
        assert_eq!(Sighting::newest(b"event: ping\ndata: {}"), None);
    }
}
