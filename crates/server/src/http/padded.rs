//! Answers that hold a ballot, of one length whatever and however much was voted: whoever counts the bytes of an
//! encrypted connection learns nothing from them.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use barometer_domain::ballot::Cast;
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Me, Problem, Receipt};
use serde::Serialize;

/// What a ballot takes as JSON at the most, in bytes: a revision of ten digits and 20 choices of five.
const ROOM: usize = 256;
/// A proxy that compressed the blanks away would show again how long the ballot is (RFC 9111, section 5.2.2.6).
const AS_IT_IS: HeaderValue = HeaderValue::from_static("no-store, no-transform");

/// What holds a participant's own ballot, or would.
pub(super) trait HoldsBallot: Serialize {
    /// The ballot, if there is one.
    fn ballot(&self) -> Option<&Cast>;
}

impl HoldsBallot for Me {
    fn ballot(&self) -> Option<&Cast> {
        self.ballot.as_ref()
    }
}

impl HoldsBallot for Receipt {
    fn ballot(&self) -> Option<&Cast> {
        Some(&self.ballot)
    }
}

impl HoldsBallot for Problem {
    fn ballot(&self) -> Option<&Cast> {
        match &self.refusal {
            Refusal::StaleRevision { current } => Some(current),
            _ => None,
        }
    }
}

/// JSON with blanks behind it, as many as the ballot in it is short of [`ROOM`].
pub(super) struct PaddedBody<T>(pub(super) T);

impl<T: HoldsBallot> IntoResponse for PaddedBody<T> {
    fn into_response(self) -> Response {
        match padded(&self.0) {
            Ok(body) => {
                let json = HeaderValue::from_static("application/json");
                let headers = [
                    (header::CONTENT_TYPE, json),
                    (header::CACHE_CONTROL, AS_IT_IS),
                ];
                (headers, body).into_response()
            }
            Err(error) => {
                tracing::error!(%error, "an answer with a ballot could not be written");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

fn padded(value: &impl HoldsBallot) -> serde_json::Result<Vec<u8>> {
    let mut json = serde_json::to_vec(value)?;
    let ballot = serde_json::to_vec(&value.ballot())?.len();
    json.resize(json.len() + ROOM.saturating_sub(ballot), b' ');
    Ok(json)
}

#[cfg(test)]
mod tests {
    use barometer_domain::ballot::Ballot;
    use barometer_domain::ids::CandidateId;
    use barometer_domain::preparation::MOST_CHOICES;
    use barometer_domain::wire::Role;

    use super::*;

    fn me(ballot: Option<Cast>) -> Me {
        Me {
            role: Role::Observer,
            slot: "00".into(),
            identified: false,
            round: 1,
            ballot,
            replaced: false,
            interests: Vec::new(),
            name_wished: Vec::new(),
            pays: Vec::new(),
            committed: Vec::new(),
        }
    }

    fn cast(rev: u32, choices: impl Iterator<Item = u16>) -> Cast {
        let choices = Ballot::of(choices.map(CandidateId));
        Cast { rev, choices }
    }

    #[test]
    fn whatever_was_voted_the_answer_is_equally_long() {
        let nothing = padded(&me(None)).unwrap();
        let longest = u16::MAX - u16::from(MOST_CHOICES)..u16::MAX;
        for ballot in [
            cast(1, [].into_iter()),
            cast(1, [3].into_iter()),
            cast(u32::MAX, longest),
        ] {
            let answer = padded(&me(Some(ballot.clone()))).unwrap();
            assert_eq!(answer.len(), nothing.len(), "{ballot:?}");
            let read: Me = serde_json::from_slice(&answer).unwrap();
            assert_eq!(read.ballot, Some(ballot));
        }
    }
}
