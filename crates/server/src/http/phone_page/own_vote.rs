//! What this person voted for, said to nobody else.

use barometer_domain::ids::{CandidateId, RequestId};
use barometer_text::phone::PhoneText;
use maud::{Markup, html};

use super::frame::StageContext;

/// "Du stemte på denne": nobody else is told.
pub(super) fn own_chip(seen: &StageContext<'_>, candidate: CandidateId) -> Option<Markup> {
    let is_own = seen.held()?.choices.supports(candidate);
    is_own.then(|| html! { span class="chip" { (seen.say(PhoneText::YouVotedForThis)) } })
}

/// The same on a line of its own, for a request that was a candidate.
pub(super) fn own_vote(seen: &StageContext<'_>, request: RequestId) -> Markup {
    let candidate = seen.state().texts.candidate_of(request);
    let own = candidate.and_then(|candidate| own_chip(seen, candidate));
    html! { @if let Some(own) = own { p { (own) } } }
}
