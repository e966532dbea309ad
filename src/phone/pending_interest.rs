//! "Vi vil gerne være med", and the wish that the municipality is named: on its way until the server has it.

use barometer_domain::ids::RequestId;
use barometer_domain::refusal::Refusal;
use barometer_kit::api::{self, ApiError};
use barometer_text::phone::PhoneText;
use leptos::prelude::*;

use super::announcer::AnnouncementTiming;
use super::participant::ParticipantPage;
use super::{sentence, spawn_task};

/// What was said last, until the server has it.
#[derive(Clone)]
pub(super) struct PendingInterest {
    pub(super) request: RequestId,
    /// Whether the municipality is to be named, if that is what is wished.
    pub(super) named: Option<bool>,
    /// Whether it is to be taken back.
    pub(super) back: bool,
    /// Why it did not get through, if it did not.
    pub(super) failed: Option<InterestError>,
}

/// Why a wish did not get through.
#[derive(Clone)]
pub(super) enum InterestError {
    /// There was no answer: it may be sent again.
    Lost,
    /// The server said no.
    Refused(Refusal),
}

impl PendingInterest {
    fn content(&self) -> (RequestId, Option<bool>, bool) {
        (self.request, self.named, self.back)
    }
}

impl ParticipantPage {
    /// Says "Vi vil gerne være med", or whether the municipality would like to be named.
    pub(super) fn want(self, request: RequestId, named: Option<bool>) {
        self.wish_for(PendingInterest {
            request,
            named,
            back: false,
            failed: None,
        });
    }

    /// Takes "Vi vil gerne være med" back.
    pub(super) fn take_back(self, request: RequestId) {
        self.wish_for(PendingInterest {
            request,
            named: None,
            back: true,
            failed: None,
        });
    }

    fn wish_for(self, wish: PendingInterest) {
        let before = self.state.write().wish.replace(wish.clone());
        // What is on its way comes back first, and then sends what is wished by now.
        if before.is_none_or(|before| before.failed.is_some()) {
            spawn_task(Box::pin(self.send_wish(wish)));
        }
    }

    async fn send_wish(self, mut wish: PendingInterest) {
        loop {
            let code = self.code();
            let answer = if wish.back {
                api::take_interest_back(&code, wish.request).await
            } else {
                api::interest(&code, wish.request, wish.named).await
            };
            let Some(mut state) = self.state.try_write() else {
                return;
            };
            match answer {
                Ok(me) => {
                    state.me = me;
                    if wish.back {
                        self.announce(AnnouncementTiming::Answer, sentence(PhoneText::TakenBack));
                    }
                }
                Err(ApiError::Refused(Refusal::NotJoined)) => {
                    drop(state);
                    return self.on_leave.run(());
                }
                Err(error) => {
                    if let Some(wish) = &mut state.wish {
                        wish.failed = Some(match error {
                            ApiError::Refused(refusal) => InterestError::Refused(refusal),
                            ApiError::Offline => InterestError::Lost,
                        });
                    }
                    return;
                }
            }
            match state.wish.clone() {
                Some(newer) if newer.content() != wish.content() => {
                    wish = newer;
                }
                _ => {
                    state.wish = None;
                    return;
                }
            }
        }
    }
}
