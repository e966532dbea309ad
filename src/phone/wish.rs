//! "Vi vil gerne være med", and the wish that the municipality is named: on its way until the server has it.

use barometer_domain::ids::RequestId;
use barometer_domain::refusal::Refusal;
use barometer_kit::api::{self, ApiError};
use barometer_text::phone::Phone;
use leptos::prelude::*;

use super::follow::Following;
use super::{go, say};

/// What was said last, until the server has it.
#[derive(Clone)]
pub(super) struct Wish {
    pub(super) request: RequestId,
    /// Whether the municipality is to be named, if that is what is wished.
    pub(super) named: Option<bool>,
    /// Whether it is to be taken back.
    pub(super) back: bool,
    /// Why it did not get through, if it did not.
    pub(super) failed: Option<Failure>,
}

/// Why a wish did not get through.
#[derive(Clone)]
pub(super) enum Failure {
    /// There was no answer: it may be sent again.
    Lost,
    /// The server said no.
    Refused(Refusal),
}

impl Wish {
    fn says(&self) -> (RequestId, Option<bool>, bool) {
        (self.request, self.named, self.back)
    }
}

impl Following {
    /// Says "Vi vil gerne være med", or whether the municipality would like to be named.
    pub(super) fn want(self, request: RequestId, named: Option<bool>) {
        self.wish_for(Wish {
            request,
            named,
            back: false,
            failed: None,
        });
    }

    /// Takes "Vi vil gerne være med" back.
    pub(super) fn take_back(self, request: RequestId) {
        self.wish_for(Wish {
            request,
            named: None,
            back: true,
            failed: None,
        });
    }

    fn wish_for(self, wish: Wish) {
        let before = self.state.write().wish.replace(wish.clone());
        // What is on its way comes back first, and then sends what is wished by now.
        if before.is_none_or(|before| before.failed.is_some()) {
            go(Box::pin(self.send_wish(wish)));
        }
    }

    async fn send_wish(self, mut wish: Wish) {
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
                        self.answer(say(Phone::TakenBack));
                    }
                }
                Err(ApiError::Refused(Refusal::NotJoined)) => {
                    drop(state);
                    return self.on_leave.run(());
                }
                Err(error) => {
                    if let Some(wish) = &mut state.wish {
                        wish.failed = Some(match error {
                            ApiError::Refused(refusal) => Failure::Refused(refusal),
                            ApiError::Offline => Failure::Lost,
                        });
                    }
                    return;
                }
            }
            match state.wish.clone() {
                Some(newer) if newer.says() != wish.says() => {
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
