//! "Vi vil gerne være med", and whether the municipality may be named: on its way until the server has it.

use barometer_domain::ids::RequestId;
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::Me;
use leptos::prelude::*;

use super::follow::Following;
use super::go;
use super::secret::contact;
use crate::api::{self, ApiError};

/// What was said last, until the server has it.
#[derive(Clone, Copy)]
pub(super) struct Wish {
    pub(super) request: RequestId,
    /// A word on being named, if that is what is wished.
    pub(super) named: Option<bool>,
    /// Whether it did not get through.
    pub(super) failed: bool,
}

impl Following {
    /// Says "Vi vil gerne være med", or whether the municipality may be named where it is in.
    pub(super) fn want(self, request: RequestId, named: Option<bool>) {
        let wish = Wish {
            request,
            named,
            failed: false,
        };
        let before = self.state.write().wish.replace(wish);
        // What is on its way comes back first, and then sends what is wished by now.
        if before.is_none_or(|before| before.failed) {
            go(Box::pin(self.send_wish(wish)));
        }
    }

    async fn send_wish(self, mut wish: Wish) {
        loop {
            let answer = self.send_interest(wish).await;
            let Some(mut state) = self.state.try_write() else {
                return;
            };
            match answer {
                Ok(me) => state.me = me,
                Err(ApiError::Refused(Refusal::NotJoined)) => {
                    drop(state);
                    return self.on_leave.run(());
                }
                Err(_) => {
                    state.wish = state.wish.map(|wish| Wish {
                        failed: true,
                        ..wish
                    });
                    return;
                }
            }
            match state.wish {
                Some(newer) if (newer.request, newer.named) != (wish.request, wish.named) => {
                    wish = newer;
                }
                _ => {
                    state.wish = None;
                    return;
                }
            }
        }
    }

    async fn send_interest(self, wish: Wish) -> api::Answer<Me> {
        let code = self.code();
        let key = self.state.read_untracked().info.vendor_key.clone();
        let municipality = self.state.read_untracked().me.role.municipality();
        let contact = match (key, municipality) {
            (Some(key), Ok(municipality)) if wish.named.is_none() => {
                let request = wish.request.0.to_string();
                contact(code.as_str(), &key, &request, &municipality.to_string()).await
            }
            _ => String::new(),
        };
        api::interest(&code, wish.request, &contact, wish.named).await
    }
}
