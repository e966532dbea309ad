//! The catalogue: a webinar's texts and rules, immutable under their hash, so that views stay small.

use serde::{Deserialize, Serialize};

use crate::barometer::Rules;
use crate::date::Date;
#[cfg(feature = "openapi")]
use crate::financing::FlatSharing;
use crate::financing::{ChangeRequest, Extension, Price, Sharing, Terms};
use crate::ids::{CandidateId, RequestId};
use crate::language::Language;

/// How real a webinar is; whatever is not, says so on every screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reality {
    /// A real webinar: people vote, and its requests move on.
    #[default]
    Real,
    /// The demo, with invented participants; it can be started over.
    Demo,
    /// A presenter's rehearsal, thrown away afterwards.
    Rehearsal,
}

/// All texts of one webinar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Catalogue {
    /// The webinar's title, in one line.
    pub title: String,
    /// The day of the webinar, `YYYY-MM-DD`.
    pub date: String,
    /// When it begins, local time, `HH:MM`.
    pub starts: String,
    /// When it ends, local time, `HH:MM`.
    pub ends: String,
    /// Whether it is real, a demo or a rehearsal; screens say what is not real.
    pub reality: Reality,
    /// The language that its texts are written in, and that the projector speaks unless the presenter switches it.
    #[serde(default)]
    pub language: Language,
    /// Whether its requests are invented ("Opdigtede eksempeldata").
    pub fictional: bool,
    /// Counting rule, number of choices and of candidates; locked at the opening.
    pub rules: Rules,
    /// Whether each phone lists the candidates in an order of its own; see [`Catalogue::ballot_order`].
    pub shuffled: bool,
    /// The shortlist: which request is which candidate, in order.
    pub candidates: Vec<Candidate>,
    /// Every request that can be shown, candidates and ongoing ones.
    pub requests: Vec<RequestText>,
}

/// A place on the shortlist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Candidate {
    /// The candidate's number on the shortlist, from 1.
    pub id: CandidateId,
    /// The change request that is put up under this number.
    pub request: RequestId,
}

/// A change request as people read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestText {
    /// The request's number in the vendor's portfolio.
    pub id: RequestId,
    /// The vendor's own reference, e.g. `K03`.
    pub reference: String,
    /// The request's title, in one line.
    pub title: String,
    /// "Elevatortale": at most what is said in 30 seconds.
    pub pitch: String,
    /// "Gevinst": what it is good for, with the assumption behind it.
    pub benefit: String,
    /// E.g. `Dokumentation`; empty when there is none.
    pub category: String,
    /// The price: an estimate, firm, or not assessed.
    pub price: Price,
    /// How the price is divided.
    #[cfg_attr(feature = "openapi", schema(value_type = FlatSharing))]
    pub sharing: Sharing,
    /// The fewest municipalities with which it is built.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u16>,
    /// The last day to say yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// Whether the deadline was moved, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
}

impl RequestText {
    /// A request's texts and terms as they go into a catalogue.
    pub fn of(id: RequestId, request: ChangeRequest) -> Self {
        let ChangeRequest {
            reference,
            title,
            pitch,
            benefit,
            category,
            terms,
            ..
        } = request;
        Self {
            id,
            reference,
            title,
            pitch,
            benefit,
            category,
            price: terms.price,
            sharing: terms.sharing,
            minimum: terms.minimum,
            deadline: terms.deadline,
            extension: terms.extension,
        }
    }

    /// By how many the price is shared wherever it says what a municipality would pay; see
    /// [`Sharing::planned_number`].
    pub fn planned_number(&self) -> u32 {
        self.sharing
            .planned_number(self.price.likely(), self.minimum)
    }

    /// The terms that municipalities are asked to decide on.
    pub fn terms(&self) -> Terms {
        Terms {
            price: self.price,
            sharing: self.sharing,
            minimum: self.minimum,
            deadline: self.deadline,
            extension: self.extension.clone(),
        }
    }
}

impl Catalogue {
    /// The request with this number.
    pub fn request(&self, id: RequestId) -> Option<&RequestText> {
        self.requests.iter().find(|request| request.id == id)
    }

    /// The request that is this candidate.
    pub fn candidate(&self, id: CandidateId) -> Option<&RequestText> {
        let candidate = self
            .candidates
            .iter()
            .find(|candidate| candidate.id == id)?;
        self.request(candidate.request)
    }

    /// The candidate that this request is, if it is one.
    pub fn candidate_of(&self, request: RequestId) -> Option<CandidateId> {
        self.candidates
            .iter()
            .find(|candidate| candidate.request == request)
            .map(|c| c.id)
    }

    /// The candidates as one device lists them on its ballot: where the order is neutral, in an order that follows from
    /// `device` alone, so that it stays through redraws, reloads and another language, and over all devices favours
    /// nobody; else as the shortlist has them. `device` is what the server calls the participant ([`Me::slot`]).
    ///
    /// [`Me::slot`]: crate::wire::Me::slot
    pub fn ballot_order(&self, device: &str) -> Vec<Candidate> {
        if !self.shuffled {
            return self.candidates.clone();
        }
        let seed = device.bytes().fold(0x811c_9dc5, |hash: u32, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        let rank = |one: &Candidate| {
            scatter(seed.wrapping_add(u32::from(one.id.0).wrapping_mul(0x9e37_79b9)))
        };
        // Put in one by one: a browser pays for every kind of sorting.
        let mut order: Vec<Candidate> = Vec::new();
        for one in &self.candidates {
            let before = order.iter().position(|other| rank(other) > rank(one));
            order.insert(before.unwrap_or(order.len()), *one);
        }
        order
    }
}

/// Spreads what differs in a few bits over all of them, each number to another one (the finalizer of `MurmurHash3`).
fn scatter(mut bits: u32) -> u32 {
    bits = (bits ^ (bits >> 16)).wrapping_mul(0x85eb_ca6b);
    bits = (bits ^ (bits >> 13)).wrapping_mul(0xc2b2_ae35);
    bits ^ (bits >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::CountingRule;

    fn shortlist(candidates: u16, shuffled: bool) -> Catalogue {
        Catalogue {
            title: String::new(),
            date: String::new(),
            starts: String::new(),
            ends: String::new(),
            reality: Reality::Real,
            language: Language::Danish,
            fictional: false,
            rules: Rules {
                rule: CountingRule::default(),
                max_choices: 3,
                candidates,
            },
            shuffled,
            candidates: (1..=candidates)
                .map(|number| Candidate {
                    id: CandidateId(number),
                    request: RequestId(number.into()),
                })
                .collect(),
            requests: Vec::new(),
        }
    }

    fn numbers(catalogue: &Catalogue, device: &str) -> Vec<u16> {
        let order = catalogue.ballot_order(device);
        order.iter().map(|one| one.id.0).collect()
    }

    #[test]
    fn a_device_keeps_its_order_and_every_candidate_is_in_it_once() {
        for candidates in [0, 1, 2, 12, 100] {
            let catalogue = shortlist(candidates, true);
            for device in 0..50 {
                let device = format!("device {device}");
                let mut order = numbers(&catalogue, &device);
                assert_eq!(order, numbers(&catalogue, &device));
                order.sort_unstable();
                assert_eq!(order, (1..=candidates).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn where_the_order_is_not_neutral_it_is_the_shortlists() {
        let catalogue = shortlist(12, false);
        assert_eq!(numbers(&catalogue, "any"), (1..=12).collect::<Vec<_>>());
    }

    /// Each candidate comes to each place about as often, and is before each other one about half of the time.
    #[test]
    fn over_all_devices_no_candidate_is_favoured() {
        const DEVICES: u32 = 24_000;
        const CANDIDATES: u16 = 12;
        let catalogue = shortlist(CANDIDATES, true);
        let mut places = [[0_u32; CANDIDATES as usize]; CANDIDATES as usize];
        let mut before = [[0_u32; CANDIDATES as usize]; CANDIDATES as usize];
        for device in 0..DEVICES {
            let order = numbers(
                &catalogue,
                &format!("{:08x}", device.wrapping_mul(0x9e37_79b9)),
            );
            for (place, one) in order.iter().enumerate() {
                places[usize::from(*one - 1)][place] += 1;
                for later in &order[place + 1..] {
                    before[usize::from(*one - 1)][usize::from(*later - 1)] += 1;
                }
            }
        }
        // 2,000 each; six standard deviations of a fair shuffle are 257.
        for count in places.iter().flatten() {
            assert!((1_743..=2_257).contains(count), "{places:?}");
        }
        // 12,000 each; six standard deviations are 465.
        for (one, row) in before.iter().enumerate() {
            for (_, count) in row.iter().enumerate().filter(|(other, _)| *other != one) {
                assert!((11_535..=12_465).contains(count), "{before:?}");
            }
        }
    }
}
