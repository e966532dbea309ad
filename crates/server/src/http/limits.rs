//! How much is reasonable: per purpose, and per session, known device or address. Whole town halls share an address.

mod budget;

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use barometer_domain::ids::WebinarCode;
use barometer_domain::refusal::Refusal;

use super::address::{ClientAddress, ClientNetwork};
use crate::secrets::SlotId;
use budget::TryBudget;

/// Wrong passphrases, links and codes of one purpose: so many at once, then one each three seconds.
const TRIES: u32 = 20;
const TRIES_EVERY: Duration = Duration::from_secs(3);
/// Codes of no webinar, from one address: so many at once, then ten a minute. At that pace one address needs
/// a hundred years for half of the billion codes.
const UNKNOWN_CODES: u32 = 100;
const UNKNOWN_CODES_EVERY: Duration = Duration::from_secs(6);
/// Ballots and sealed names of one participant: so many at once, then one a second.
const SENDINGS: u32 = 100;
const SENDINGS_EVERY: Duration = Duration::from_secs(1);
/// Newcomers from one address: so many at once, then twenty a second.
const NEWCOMERS: u32 = 2_000;
const NEWCOMERS_EVERY: Duration = Duration::from_millis(50);
/// Wishes from one address: so many at once, then one each ten seconds.
const WISHES: u32 = 30;
const WISHES_EVERY: Duration = Duration::from_secs(10);
/// Looks for requests that a wish is like, from one address: so many at once, then two a second.
const LIKENESSES: u32 = 200;
const LIKENESSES_EVERY: Duration = Duration::from_millis(500);
/// Questions and comments of one participant: so many at once, then one in five seconds.
const ASKINGS: u32 = 10;
const ASKINGS_EVERY: Duration = Duration::from_secs(5);
/// And of one address, behind which a whole town hall may sit: so many at once, then two a second.
const ASKINGS_FROM: u32 = 300;
const ASKINGS_FROM_EVERY: Duration = Duration::from_millis(500);
/// Sign-ups from one address: so many at once, then one every two seconds.
const SIGNUPS: u32 = 100;
const SIGNUPS_EVERY: Duration = Duration::from_secs(2);
/// Askings for news by mail from one address, behind which a whole town hall may sit: so many at once, then one a minute.
const NEWS_FROM: u32 = 20;
const NEWS_FROM_EVERY: Duration = Duration::from_mins(1);
/// Mails to one address that ask whether it wants news: so many at once, then one in eight hours.
const NEWS_TO: u32 = 3;
const NEWS_TO_EVERY: Duration = Duration::from_hours(8);
/// Such mails to all addresses together: so many at once, then one in ten seconds.
const NEWS_TO_ALL: u32 = 200;
const NEWS_TO_ALL_EVERY: Duration = Duration::from_secs(10);
/// Pages and files that are reckoned from the whole record for whoever asks, for one address, behind which a whole town hall
/// may sit: so many at once, then ten a second. Each takes one to four milliseconds of a processor.
const RECKONINGS: u32 = 400;
const RECKONINGS_EVERY: Duration = Duration::from_millis(100);
/// How many answers about codes are remembered.
const ANSWERS: usize = 100_000;

/// What is tried with a secret. Each has a budget of its own, so that trying one never keeps anybody from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum TryPurpose {
    /// Logging in with the passphrase of the vendor.
    LogIn,
    /// The one-time link that makes the vendor's key.
    SetUp,
    /// Opening a challenge to the vendor's key.
    Recovery,
    /// The code of the living page.
    LivingPage,
    /// Opening a console with the secret of a presenter's link.
    Presenter,
}

/// On whose account a try goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum TrySource {
    /// Everybody at one address together, who are not known by a device.
    ClientNetwork(ClientNetwork),
    /// A device that was let in before, by the hash of its token: no stranger can spend its budget.
    Device([u8; 32]),
}

impl From<ClientAddress> for TrySource {
    fn from(address: ClientAddress) -> Self {
        Self::ClientNetwork(address.network())
    }
}

/// The limits of one server.
pub struct RateLimits {
    tries: TryBudget<(TryPurpose, TrySource)>,
    unknown_codes: TryBudget<ClientNetwork>,
    known: ToldCodes,
    unknown: ToldCodes,
    sendings: TryBudget<SlotId>,
    newcomers: TryBudget<ClientNetwork>,
    wishes: TryBudget<ClientNetwork>,
    likenesses: TryBudget<ClientNetwork>,
    reckonings: TryBudget<ClientNetwork>,
    askings: TryBudget<[u8; 16]>,
    askings_from: TryBudget<ClientNetwork>,
    signups: TryBudget<ClientNetwork>,
    news_from: TryBudget<ClientNetwork>,
    news_to: TryBudget<[u8; 32]>,
    news_to_all: TryBudget<()>,
}

impl Default for RateLimits {
    fn default() -> Self {
        Self {
            tries: TryBudget::new(TRIES, TRIES_EVERY),
            unknown_codes: TryBudget::new(UNKNOWN_CODES, UNKNOWN_CODES_EVERY),
            known: ToldCodes::default(),
            unknown: ToldCodes::default(),
            sendings: TryBudget::new(SENDINGS, SENDINGS_EVERY),
            newcomers: TryBudget::new(NEWCOMERS, NEWCOMERS_EVERY),
            wishes: TryBudget::new(WISHES, WISHES_EVERY),
            likenesses: TryBudget::new(LIKENESSES, LIKENESSES_EVERY),
            reckonings: TryBudget::new(RECKONINGS, RECKONINGS_EVERY),
            askings: TryBudget::new(ASKINGS, ASKINGS_EVERY),
            askings_from: TryBudget::new(ASKINGS_FROM, ASKINGS_FROM_EVERY),
            signups: TryBudget::new(SIGNUPS, SIGNUPS_EVERY),
            news_from: TryBudget::new(NEWS_FROM, NEWS_FROM_EVERY),
            news_to: TryBudget::new(NEWS_TO, NEWS_TO_EVERY),
            news_to_all: TryBudget::new(NEWS_TO_ALL, NEWS_TO_ALL_EVERY),
        }
    }
}

impl RateLimits {
    /// Someone tries a secret. Counted before it is looked at; a right one is given back by [`Self::was_right`].
    pub(super) fn trying(&self, purpose: TryPurpose, source: TrySource) -> Result<(), Refusal> {
        self.tries.spend((purpose, source)).map_err(too_many)
    }

    /// The secret was right: as if it had not been tried.
    pub(super) fn was_right(&self, purpose: TryPurpose, source: TrySource) {
        self.tries.give_back(&(purpose, source));
    }

    /// Someone without a session asks for a webinar by its code. Once an address has named too many codes of no
    /// webinar, it is told about none that it has not been told about before: not even how long that takes.
    pub(super) fn asking_for(
        &self,
        from: ClientAddress,
        code: &WebinarCode,
    ) -> Result<(), Refusal> {
        let Err(wait) = self.unknown_codes.ask(&from.network()) else {
            return Ok(());
        };
        let was_told = self.known.holds(from, code) || self.unknown.holds(from, code);
        if was_told {
            Ok(())
        } else {
            Err(too_many(wait))
        }
    }

    /// What became of [`Self::asking_for`]. A code of no webinar counts once, however often it is asked for.
    pub(super) fn was_told(&self, from: ClientAddress, code: &WebinarCode, is_known: bool) {
        if is_known {
            self.known.keep(from, code);
        } else if self.unknown.keep(from, code) {
            self.unknown_codes.charge(from.network());
        }
    }

    /// A participant sends something to be stored.
    pub(super) fn sending(&self, slot: &SlotId) -> Result<(), Refusal> {
        self.sendings.spend(*slot).map_err(too_many)
    }

    /// A participant writes something that others are to read.
    pub(super) fn asking(&self, sender: [u8; 16], from: ClientAddress) -> Result<(), Refusal> {
        self.askings.spend(sender).map_err(too_many)?;
        self.askings_from.spend(from.network()).map_err(too_many)
    }

    /// Someone signs up for a webinar, or off it, from an address.
    pub(super) fn signing_up(&self, from: ClientAddress) -> Result<(), Refusal> {
        self.signups.spend(from.network()).map_err(too_many)
    }

    /// Someone asks for news by mail.
    pub(super) fn asking_for_news(&self, from: ClientAddress) -> Result<(), Refusal> {
        self.news_from.spend(from.network()).map_err(too_many)
    }

    /// Somebody is asked by mail whether they want news; `tag` is that of their address.
    pub(super) fn writing_to(&self, tag: [u8; 32]) -> Result<(), Refusal> {
        self.news_to.spend(tag).map_err(too_many)?;
        self.news_to_all.spend(()).map_err(too_many)
    }

    /// Someone new comes from an address.
    pub(super) fn coming(&self, from: ClientAddress) -> Result<(), Refusal> {
        self.newcomers.spend(from.network()).map_err(too_many)
    }

    /// Someone sends a wish.
    pub(super) fn wishing(&self, from: ClientAddress) -> Result<(), Refusal> {
        self.wishes.spend(from.network()).map_err(too_many)
    }

    /// Someone asks for what is reckoned from the whole record.
    pub(super) fn reckoning(&self, from: ClientAddress) -> Result<(), Refusal> {
        self.reckonings.spend(from.network()).map_err(too_many)
    }

    /// Someone who types a wish looks for requests that are like it.
    pub(super) fn looking_for_likeness(&self, from: ClientAddress) -> Result<(), Refusal> {
        self.likenesses.spend(from.network()).map_err(too_many)
    }
}

/// Which address was told about which code; forgotten when there are too many.
#[derive(Default)]
struct ToldCodes(Mutex<HashSet<(ClientNetwork, WebinarCode)>>);

impl ToldCodes {
    fn holds(&self, from: ClientAddress, code: &WebinarCode) -> bool {
        let answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        answers.contains(&(from.network(), code.clone()))
    }

    /// Whether this address had not named this code before.
    fn keep(&self, from: ClientAddress, code: &WebinarCode) -> bool {
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if answers.len() >= ANSWERS {
            answers.clear();
        }
        answers.insert((from.network(), code.clone()))
    }
}

fn too_many(wait: Duration) -> Refusal {
    Refusal::TooMany {
        retry_after_ms: u32::try_from(wait.as_millis()).unwrap_or(u32::MAX).max(1),
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use super::*;

    fn at(last: u8) -> ClientAddress {
        ClientAddress::from_ip(IpAddr::V4(Ipv4Addr::new(192, 0, 2, last)))
    }

    fn code(number: u32) -> WebinarCode {
        let letter = |place: u32| {
            let digit = (number / 32_u32.pow(place)) % 32;
            char::from(barometer_domain::ids::CODE_ALPHABET[digit as usize])
        };
        (0..6).map(letter).collect::<String>().parse().unwrap()
    }

    #[test]
    fn a_town_hall_comes_in_at_once_and_one_participant_cannot_flood() {
        let limits = RateLimits::default();
        assert!((0..1_000).all(|_| limits.coming(at(7)).is_ok()));
        let sent = (0..300)
            .filter(|_| limits.sending(&[1; 16]).is_ok())
            .count();
        assert!((100..110).contains(&sent), "{sent}");
        assert!(
            limits.sending(&[2; 16]).is_ok(),
            "another participant is not held back"
        );
        assert!(
            matches!(limits.sending(&[1; 16]), Err(Refusal::TooMany { retry_after_ms }) if retry_after_ms <= 1_000)
        );
    }

    #[test]
    fn what_is_reckoned_anew_for_each_is_limited_for_each_address() {
        let limits = RateLimits::default();
        let let_in = (0..1_000).filter(|_| limits.reckoning(at(7)).is_ok());
        assert!((400..=420).contains(&let_in.count()));
        assert_eq!(limits.reckoning(at(8)), Ok(()));
    }

    #[test]
    fn one_participant_cannot_fill_the_queue_and_a_town_hall_can_ask() {
        let limits = RateLimits::default();
        let asked = (0..100).filter(|_| limits.asking([1; 16], at(7)).is_ok());
        assert_eq!(asked.count(), 10);
        let hall = (2..=250).filter(|&sender| limits.asking([sender; 16], at(7)).is_ok());
        assert_eq!(hall.count(), 249);
        let rest = (0..100_u8).filter(|&sender| {
            let mut other = [sender; 16];
            other[0] = 255;
            limits.asking(other, at(7)).is_ok()
        });
        assert!(rest.count() < 45, "one address has a limit too");
        assert!(limits.asking([251; 16], at(8)).is_ok());
    }

    #[test]
    fn trying_one_secret_keeps_nobody_from_another_nor_from_elsewhere() {
        let limits = RateLimits::default();
        let stranger = TrySource::from(at(7));
        let tried = (0..100).filter(|_| limits.trying(TryPurpose::LivingPage, stranger).is_ok());
        assert_eq!(tried.count(), 20);
        for (purpose, source) in [
            (TryPurpose::LogIn, stranger),
            (TryPurpose::SetUp, stranger),
            (TryPurpose::LivingPage, at(8).into()),
            (TryPurpose::LivingPage, TrySource::Device([1; 32])),
        ] {
            assert_eq!(limits.trying(purpose, source), Ok(()));
        }
    }

    #[test]
    fn right_secrets_cost_nothing() {
        let limits = RateLimits::default();
        for _ in 0..300 {
            assert_eq!(limits.trying(TryPurpose::LivingPage, at(7).into()), Ok(()));
            limits.was_right(TryPurpose::LivingPage, at(7).into());
        }
    }

    #[test]
    fn an_address_that_guesses_codes_is_told_about_no_new_one() {
        let limits = RateLimits::default();
        let hall = code(5_000);
        assert_eq!(limits.asking_for(at(7), &hall), Ok(()));
        limits.was_told(at(7), &hall, true);
        let told = (0..600).filter(|number| {
            let is_told = limits.asking_for(at(7), &code(*number)).is_ok();
            if is_told {
                limits.was_told(at(7), &code(*number), false);
            }
            is_told
        });
        assert_eq!(told.count(), 100);
        assert!(limits.asking_for(at(7), &code(5_001)).is_err());
        assert_eq!(
            limits.asking_for(at(7), &hall),
            Ok(()),
            "the hall's own webinar is known here"
        );
        assert_eq!(limits.asking_for(at(7), &code(1)), Ok(()), "told before");
        assert_eq!(limits.asking_for(at(8), &code(5_001)), Ok(()));
    }

    #[test]
    fn a_page_left_open_asks_for_the_same_code_for_ever_and_counts_once() {
        let limits = RateLimits::default();
        for _ in 0..1_000 {
            assert_eq!(limits.asking_for(at(7), &code(1)), Ok(()));
            limits.was_told(at(7), &code(1), false);
        }
        assert_eq!(limits.asking_for(at(7), &code(2)), Ok(()));
    }
}
