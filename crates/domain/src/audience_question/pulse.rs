//! "Følger med · hurtigere · langsommere": one tap about the pace, of which only sums are ever told.

use serde::{Deserialize, Serialize};

/// Below so many nothing of the pulse is told to anybody.
pub const FEWEST_PULSES: u32 = 5;

/// What one participant says about the pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(rename_all = "snake_case")]
pub enum Pulse {
    /// "Følger med".
    Following,
    /// "Hurtigere".
    Faster,
    /// "Langsommere".
    Slower,
}

impl Pulse {
    /// All that can be said, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Following, Self::Faster, Self::Slower];
}

/// How many have said what. Without a serialised form: told as [`PulseSums`] only, once there are enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PulseCounts {
    following: u32,
    faster: u32,
    slower: u32,
}

impl PulseCounts {
    /// So many more have said this.
    pub fn add(&mut self, pulse: Pulse, count: u32) {
        let counted = match pulse {
            Pulse::Following => &mut self.following,
            Pulse::Faster => &mut self.faster,
            Pulse::Slower => &mut self.slower,
        };
        *counted = counted.saturating_add(count);
    }

    /// The sums, once [`FEWEST_PULSES`] have said something.
    pub fn published(self) -> Option<PulseSums> {
        let Self {
            following,
            faster,
            slower,
        } = self;
        let all = following.saturating_add(faster).saturating_add(slower);
        (all >= FEWEST_PULSES).then_some(PulseSums {
            following,
            faster,
            slower,
        })
    }
}

/// How many have said what, of at least [`FEWEST_PULSES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PulseSums {
    /// "Følger med".
    pub following: u32,
    /// "Hurtigere".
    pub faster: u32,
    /// "Langsommere".
    pub slower: u32,
}
