//! How far a request, or a municipality's part in one, has come, in words.

use barometer_domain::financing::commitment::DecisionStage;
use barometer_domain::financing::{CommitmentState, RequestState};

use crate::Language;

/// A request's state: `Fuldt finansieret`.
pub fn request(state: RequestState, language: Language) -> &'static str {
    in_language!(language, states::request(state))
}

/// A municipality's state as a word, in Danish `Tilsagn`.
pub fn commitment(state: CommitmentState, language: Language) -> &'static str {
    in_language!(language, states::commitment(state))
}

/// Where in a municipality a decision lies: `Indkøb`.
pub fn stage(stage: DecisionStage, language: Language) -> &'static str {
    in_language!(language, states::stage(stage))
}
