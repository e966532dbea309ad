//! In Danish: how far a request, or a municipality's part in one, has come, in words.

use barometer_domain::financing::commitment::DecisionStage;
use barometer_domain::financing::{CommitmentState, RequestState};

pub(crate) fn request(state: RequestState) -> &'static str {
    match state {
        RequestState::Submitted => "Modtaget",
        RequestState::Screened => "Vurderet",
        RequestState::Candidate => "Kandidat",
        RequestState::InBarometer => "I barometeret",
        RequestState::Measured => "Målt",
        RequestState::Selected => "Udvalgt",
        RequestState::UnderTreatment => "Under behandling",
        RequestState::OpenForFinancing => "Åben for finansiering",
        RequestState::Gathering => "Samler kommuner",
        RequestState::FullyFunded => "Fuldt finansieret",
        RequestState::Ordered => "Bestilt",
        RequestState::UnderDevelopment => "Under udvikling",
        RequestState::Pilot => "I pilot",
        RequestState::Delivered => "Leveret",
        RequestState::Invoiced => "Faktureret",
        RequestState::BenefitMeasured => "Gevinst målt",
        RequestState::Resting => "Hviler",
        RequestState::Merged => "Lagt sammen",
        RequestState::Rejected => "Afvist",
        RequestState::Expired => "Udløbet",
        RequestState::Cancelled => "Annulleret",
    }
}

pub(crate) fn commitment(state: CommitmentState) -> &'static str {
    match state {
        CommitmentState::Interested => "Interesse",
        CommitmentState::Indicated => "Hensigt",
        CommitmentState::UnderDecision => "Til beslutning",
        CommitmentState::Committed => "Tilsagn",
        CommitmentState::Invoiced => "Faktureret",
        CommitmentState::Paid => "Betalt",
        CommitmentState::Declined => "Sagt nej",
        CommitmentState::Withdrawn => "Trukket tilbage",
        CommitmentState::Expired => "Udløbet",
    }
}

pub(crate) fn stage(stage: DecisionStage) -> &'static str {
    match stage {
        DecisionStage::Profession => "Fag",
        DecisionStage::It => "IT",
        DecisionStage::Legal => "Jura",
        DecisionStage::Purchasing => "Indkøb",
        DecisionStage::Committee => "Udvalg",
    }
}
