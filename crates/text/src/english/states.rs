//! In English: how far a request, or a municipality's part in one, has come, in words.

use barometer_domain::financing::commitment::DecisionStage;
use barometer_domain::financing::{CommitmentState, RequestState};

pub(crate) fn request(state: RequestState) -> &'static str {
    match state {
        RequestState::Submitted => "Received",
        RequestState::Screened => "Screened",
        RequestState::Candidate => "Candidate",
        RequestState::InBarometer => "In the barometer",
        RequestState::Measured => "Measured",
        RequestState::Selected => "Selected",
        RequestState::UnderTreatment => "Being worked through",
        RequestState::OpenForFinancing => "Open for financing",
        RequestState::Gathering => "Gathering",
        RequestState::FullyFunded => "Fully funded",
        RequestState::Ordered => "Ordered",
        RequestState::UnderDevelopment => "In development",
        RequestState::Pilot => "In pilot",
        RequestState::Delivered => "Delivered",
        RequestState::Invoiced => "Invoiced",
        RequestState::BenefitMeasured => "Benefit measured",
        RequestState::Resting => "Resting",
        RequestState::Merged => "Merged",
        RequestState::Rejected => "Rejected",
        RequestState::Expired => "Expired",
        RequestState::Cancelled => "Cancelled",
    }
}

pub(crate) fn commitment(state: CommitmentState) -> &'static str {
    match state {
        CommitmentState::Interested => "Interested",
        CommitmentState::Indicated => "Intends",
        CommitmentState::UnderDecision => "Deciding",
        CommitmentState::Committed => "Promised",
        CommitmentState::Invoiced => "Invoiced",
        CommitmentState::Paid => "Paid",
        CommitmentState::Declined => "Declined",
        CommitmentState::Withdrawn => "Withdrawn",
        CommitmentState::Expired => "Expired",
    }
}

pub(crate) fn stage(stage: DecisionStage) -> &'static str {
    match stage {
        DecisionStage::Profession => "Profession",
        DecisionStage::It => "IT",
        DecisionStage::Legal => "Legal",
        DecisionStage::Purchasing => "Purchasing",
        DecisionStage::Committee => "Committee",
    }
}
