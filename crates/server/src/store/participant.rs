//! Who somebody is in a webinar, as far as anyone here knows.

use barometer_domain::wire::Role;

use crate::secrets::SlotId;

/// Someone in a webinar. Who it is, nobody here knows.
#[derive(Clone, Copy, Debug)]
pub struct Participant {
    /// The place: what ballots and names hang on, through keys alone.
    pub slot: SlotId,
    /// What the place is for.
    pub role: Role,
    /// By which session it is held: its token's hash; `None` for the invented.
    pub session: Option<[u8; 32]>,
}

impl Participant {
    /// Whose sendings are counted together: each session's are its own, so that a device neither slows another one of
    /// its place nor notices it.
    pub fn sender(&self) -> [u8; 16] {
        let mut sender = self.slot;
        if let Some(session) = &self.session {
            sender.copy_from_slice(&session[..16]);
        }
        sender
    }
}
