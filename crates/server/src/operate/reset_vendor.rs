//! `barometer reset-vendor`: gives the vendor's pages back when both the passphrase and what opens the recovery file are
//! lost. Names that only the lost key opens stay locked; it says so first.

use std::fmt;
use std::io::{self, BufRead, Write};

use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::LookUp;

use crate::store::{SealedForKey, Store, StoreError};

/// What is typed to go on.
pub const AGREED: [&str; 2] = ["nulstil", "reset"];

/// What became of a reset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResetOutcome {
    /// The next start prints a one-time link for another key.
    Reset,
    /// Whoever was asked did not agree: nothing has changed.
    NotAgreed,
    /// There is no key to give up.
    NoKey,
}

/// Says what is lost, asks, and gives up the vendor's key on record. Nobody may be serving the database meanwhile.
///
/// # Errors
/// When the store refuses, or the console cannot be read or written.
pub async fn reset_vendor(
    store: &Store,
    by: LookUp,
    agrees: impl FnOnce(&Loss) -> io::Result<bool>,
) -> Result<ResetOutcome, StoreError> {
    let by = by.checked()?;
    if store.vendor_key().await?.is_none() {
        return Ok(ResetOutcome::NoKey);
    }
    let loss = Loss(store.sealed_for_key().await?);
    if !agrees(&loss).map_err(StoreError::Secrets)? {
        return Ok(ResetOutcome::NotAgreed);
    }
    if store.reset_vendor(by).await? {
        Ok(ResetOutcome::Reset)
    } else {
        Err(Refusal::NoVendorKey.into())
    }
}

/// Asks whoever sits at the console.
///
/// # Errors
/// When the console cannot be read or written.
pub fn ask(loss: &Loss, mut from: impl BufRead, mut to: impl Write) -> io::Result<bool> {
    write!(
        to,
        "{loss}\nSkriv »nulstil« for at fortsætte (type \"reset\" to go on): "
    )?;
    to.flush()?;
    let mut typed = String::new();
    from.read_line(&mut typed)?;
    Ok(AGREED.contains(&typed.trim()))
}

/// What stays locked for ever, for a person to read.
#[derive(Clone, Copy, Debug)]
pub struct Loss(pub SealedForKey);

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SealedForKey {
            names,
            signups,
            wishes,
            members,
            answers,
        } = self.0;
        writeln!(
            f,
            "Leverandørens nøgle opgives. Det, som kun den åbner, kan ingen læse igen:\n  \
             {names} deltagernavne, {signups} tilmeldtes navne og adresser, {wishes} ønskers afsendere,\n  \
             {members} medlemmer af forummet, fritekster og navne i {answers} spørgeskemasvar.\n\
             Stemmer, resultater, behov og tilsagn består. De låste navne slettes, når deres tid er gået.\n\
             Har I gendannelsesfilen og dens ord, så brug dem i stedet: /vendor/recover.\n\
             Telefoner, der har fået den gamle nøgles link, holder deres navn for sig selv: send nye links.\n"
        )?;
        writeln!(
            f,
            "The vendor's key is given up. Nobody can read again what it alone opens:\n  \
             {names} names of participants, {signups} names and addresses of sign-ups, {wishes} senders of wishes,\n  \
             {members} members of the forum, free texts and names in {answers} answers to surveys.\n\
             Votes, results, requests and commitments stay. The locked names are deleted when their time has come.\n\
             If you have the recovery file and its words, use them instead: /vendor/recover.\n\
             Phones that came by a link with the old key keep their name to themselves: send new links."
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(typed: &str) -> (bool, String) {
        let mut said = Vec::new();
        let loss = Loss(SealedForKey {
            names: 3,
            ..SealedForKey::default()
        });
        let agreed = ask(&loss, typed.as_bytes(), &mut said).unwrap();
        (agreed, String::from_utf8(said).unwrap())
    }

    #[test]
    fn what_is_lost_is_said_before_it_is_asked() {
        let (_, said) = answer("");
        let lost = said.find("3 names of participants").unwrap();
        assert!(lost < said.find("type \"reset\"").unwrap());
    }

    #[test]
    fn only_the_word_itself_agrees() {
        for typed in ["nulstil\n", " reset \n", "reset"] {
            assert!(answer(typed).0, "{typed}");
        }
        for typed in ["", "\n", "ja\n", "RESET?\n", "y\n"] {
            assert!(!answer(typed).0, "{typed}");
        }
    }
}
