//! Dice that fall the same way every time, for tests.

use std::convert::Infallible;

use rand_core::{TryCryptoRng, TryRng};
use sha2::{Digest, Sha256};

/// A stream of bytes that a seed decides.
pub(crate) struct Dice {
    seed: u64,
    throws: u64,
    replay: Vec<u8>,
}

impl Dice {
    /// SHA-256 over the seed and a counter.
    pub(crate) fn seeded(seed: u64) -> Self {
        Self {
            seed,
            throws: 0,
            replay: Vec::new(),
        }
    }

    /// Gives exactly these bytes first, then goes on from seed 0.
    #[cfg(feature = "open")]
    pub(crate) fn replaying(bytes: &[u8]) -> Self {
        let replay = bytes.iter().rev().copied().collect();
        Self {
            replay,
            ..Self::seeded(0)
        }
    }

    fn byte(&mut self) -> u8 {
        if self.replay.is_empty() {
            let block = [self.seed.to_be_bytes(), self.throws.to_be_bytes()].concat();
            self.throws += 1;
            self.replay = Sha256::digest(block).to_vec();
        }
        self.replay.pop().unwrap_or_default()
    }
}

impl TryRng for Dice {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_be_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_be_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.fill_with(|| self.byte());
        Ok(())
    }
}

impl TryCryptoRng for Dice {}
