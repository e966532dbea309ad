//! How far a request, or a municipality's part in one, has come, in words.

use barometer_domain::financing::commitment::DecisionStage;
use barometer_domain::financing::{CommitmentState, RequestState};

use crate::Language::{self, Danish, English};

/// A request's state: `Fuldt finansieret`.
pub fn request(state: RequestState, language: Language) -> &'static str {
    let [danish, english] = match state {
        RequestState::Submitted => ["Modtaget", "Received"],
        RequestState::Screened => ["Vurderet", "Screened"],
        RequestState::Candidate => ["Kandidat", "Candidate"],
        RequestState::InBarometer => ["I barometeret", "In the barometer"],
        RequestState::Measured => ["Målt", "Measured"],
        RequestState::Selected => ["Udvalgt", "Selected"],
        RequestState::UnderTreatment => ["Under behandling", "Being worked through"],
        RequestState::OpenForFinancing => ["Åben for finansiering", "Open for financing"],
        RequestState::Gathering => ["Samler kommuner", "Gathering"],
        RequestState::FullyFunded => ["Fuldt finansieret", "Fully funded"],
        RequestState::Ordered => ["Bestilt", "Ordered"],
        RequestState::UnderDevelopment => ["Under udvikling", "In development"],
        RequestState::Pilot => ["I pilot", "In pilot"],
        RequestState::Delivered => ["Leveret", "Delivered"],
        RequestState::Invoiced => ["Faktureret", "Invoiced"],
        RequestState::BenefitMeasured => ["Gevinst målt", "Benefit measured"],
        RequestState::Resting => ["Hviler", "Resting"],
        RequestState::Merged => ["Lagt sammen", "Merged"],
        RequestState::Rejected => ["Afvist", "Rejected"],
        RequestState::Expired => ["Udløbet", "Expired"],
        RequestState::Cancelled => ["Annulleret", "Cancelled"],
    };
    pick(language, danish, english)
}

/// A commitment's state: `Tilsagn`.
pub fn commitment(state: CommitmentState, language: Language) -> &'static str {
    let [danish, english] = match state {
        CommitmentState::Interested => ["Interesse", "Interested"],
        CommitmentState::Indicated => ["Hensigt", "Intends"],
        CommitmentState::UnderDecision => ["Til beslutning", "Deciding"],
        CommitmentState::Committed => ["Tilsagn", "Promised"],
        CommitmentState::Invoiced => ["Faktureret", "Invoiced"],
        CommitmentState::Paid => ["Betalt", "Paid"],
        CommitmentState::Declined => ["Sagt nej", "Declined"],
        CommitmentState::Withdrawn => ["Trukket tilbage", "Withdrawn"],
        CommitmentState::Expired => ["Udløbet", "Expired"],
    };
    pick(language, danish, english)
}

/// Where in a municipality a decision lies: `Indkøb`.
pub fn stage(stage: DecisionStage, language: Language) -> &'static str {
    let [danish, english] = match stage {
        DecisionStage::Profession => ["Fag", "Profession"],
        DecisionStage::It => ["IT", "IT"],
        DecisionStage::Legal => ["Jura", "Legal"],
        DecisionStage::Purchasing => ["Indkøb", "Purchasing"],
        DecisionStage::Committee => ["Udvalg", "Committee"],
    };
    pick(language, danish, english)
}

fn pick(language: Language, danish: &'static str, english: &'static str) -> &'static str {
    match language {
        Danish => danish,
        English => english,
    }
}
