//! The vendor's webhook: where news is posted, in which form, and what became of the last deliveries.

use serde::{Deserialize, Serialize};

use crate::ids::Millis;
use crate::language::Language;

/// The longest address of a webhook, in letters.
pub const LONGEST_ADDRESS: usize = 2_000;

/// In which form news is posted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WebhookFormat {
    /// Barometer's own JSON: a list of events.
    #[default]
    Json,
    /// A message with an Adaptive Card, as a workflow of Microsoft Teams takes it.
    Teams,
}

/// What the vendor decides about its webhook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SaveWebhook {
    /// Where news is posted, over https; `None` leaves what is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// In which form.
    pub format: WebhookFormat,
    /// In which language.
    pub language: Language,
    /// Whether the secret for the signature is to be another one. A new address always has a new secret.
    pub new_secret: bool,
}

/// Where news is posted now. The whole address may hold a secret, and is not told again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookSettings {
    /// The host of the address.
    pub host: String,
    /// In which form.
    pub format: WebhookFormat,
    /// In which language.
    pub language: Language,
}

/// What came of a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum WebhookOutcome {
    /// The receiver answered with this status; what begins with 2 is delivered.
    Answered {
        /// The status of HTTP.
        status: u16,
    },
    /// The address leads to a machine that is not on the public internet, and was not called.
    NotPublic,
    /// Nobody answered there, or not in time.
    NoAnswer,
}

impl WebhookOutcome {
    /// Whether the receiver has taken it. A redirect is not followed.
    pub const fn is_delivered(self) -> bool {
        matches!(self, Self::Answered { status: 200..=299 })
    }
}

/// One delivery, as far as it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookDelivery {
    /// Its number, which the receiver gets too.
    pub number: u32,
    /// When it was made, on the server's clock.
    pub made_at: Millis,
    /// Whether it is a test that the vendor asked for.
    pub test: bool,
    /// How many events it tells of.
    pub events: u32,
    /// How often it was tried.
    pub tries: u32,
    /// What came of the last try.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<WebhookOutcome>,
    /// When it is tried next; `None` once it is delivered or given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_at: Option<Millis>,
}

/// What the vendor's page about news shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewsDesk {
    /// Where news is posted, if anywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook: Option<WebhookSettings>,
    /// The secret for the signature, in the answer to the change that made it and never again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
    /// The last deliveries, the newest first.
    pub deliveries: Vec<WebhookDelivery>,
    /// The address that mail comes from; `None` where this server sends none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail_from: Option<String>,
    /// How many get news by mail.
    pub readers: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_receiver_took_is_delivered() {
        for (status, delivered) in [(200, true), (202, true), (302, false), (404, false)] {
            let outcome = WebhookOutcome::Answered { status };
            assert_eq!(outcome.is_delivered(), delivered, "{status}");
        }
        assert!(!WebhookOutcome::NotPublic.is_delivered());
        assert!(!WebhookOutcome::NoAnswer.is_delivered());
    }
}
