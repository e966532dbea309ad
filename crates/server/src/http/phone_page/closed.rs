//! After the close, before the result: what has become of this person's ballot.

use barometer_domain::ballot::Ballot;
use barometer_domain::barometer::Phase;
use barometer_text::phone::PhoneText;
use barometer_text::plain_phone::PlainPhoneText;
use barometer_text::shared::SharedText;
use maud::{Markup, html};

use super::frame::{StageContext, StagePage};

/// The vote is over. What only the phone knows is not said here: what was ticked and never sent, and what a ballot
/// would look like in the roll.
pub(super) fn closed(seen: &StageContext<'_>) -> StagePage {
    let mut main = Vec::new();
    let heading = match seen.held() {
        _ if !seen.is_voter() => PhoneText::VoteClosed,
        Some(held) => {
            main.push(counted(seen, &held.choices));
            PhoneText::YourVoteIsIn
        }
        None => {
            main.push(html! { p class="notice" { (seen.say(PhoneText::YouDidNotVoteMeans)) } });
            PhoneText::YouDidNotVote
        }
    };
    if seen.state().view.barometer.phase != Phase::Revealed {
        main.push(html! { p class="lead" { (seen.say_shared(SharedText::ResultSoon)) } });
    }
    StagePage {
        crumb: seen.say(PhoneText::VoteClosed),
        heading: seen.say(heading),
        main,
        ..StagePage::default()
    }
}

/// The ballot that counts.
fn counted(seen: &StageContext<'_>, ballot: &Ballot) -> Markup {
    let texts = &seen.state().texts;
    html! {
        section class="card" {
            p class="request-line" {
                b { (seen.say(PhoneText::ThisCounts)) }
                span class="muted" {}
            }
            @if ballot.is_blank() { p { (seen.say(PhoneText::BlankCounts)) } }
            @else {
                ul class="counted" {
                    @for text in ballot.choices().filter_map(|id| texts.candidate(id)) { li { (text.title) } }
                }
            }
            noscript { p class="muted" { (PlainPhoneText::NotFoundByItself.say(seen.language())) } }
        }
    }
}
