//! In English: the projector's words, read from the back of the room.

use crate::Language::English;
use crate::english::counting;
use crate::staff::screen::ProjectorText;

pub(crate) fn sentence(message: ProjectorText<'_>) -> String {
    match message {
        ProjectorText::Loading => "Loading …".into(),
        ProjectorText::FullScreen => "Full screen".into(),
        ProjectorText::ScanOrGoTo => "Scan the code, or go to".into(),
        ProjectorText::QrLeadsTo(address) => format!("QR code for {address}"),
        ProjectorText::JoinWith => "Join:".into(),
        ProjectorText::Ended => "The webinar has ended".into(),
        ProjectorText::WithUs(1) => "1 has joined".into(),
        ProjectorText::WithUs(n) => format!("{} have joined", English.whole(n)),
        ProjectorText::NobodyYet => "Waiting for the first to join".into(),
        ProjectorText::Until(from, to) => format!("{from}–{to}"),
        ProjectorText::OngoingSub => "How far the financing has come".into(),
        ProjectorText::FinancingSub => "The chosen requests and those under way".into(),
        ProjectorText::CountOf(count, of) => {
            format!("{} of {}", English.whole(count), English.whole(of))
        }
        ProjectorText::NothingToShow => "There are no requests to show yet".into(),
        ProjectorText::PriceAndCommitted(price, 0, _) => {
            format!("{price} · no commitments yet")
        }
        ProjectorText::PriceAndCommitted(price, n, amount) => {
            let have = if n == 1 { "has" } else { "have" };
            format!("{price} · {n} {have} committed {amount}")
        }
        ProjectorText::Page(page, pages) => format!("Page {page} of {pages}"),
        ProjectorText::CandidateOf(n, of) => format!("Candidate {n} of {of}"),
        ProjectorText::PriceBand(low, likely, high) => {
            format!("Between {low} and {high}, most likely {likely}")
        }
        ProjectorText::Benefit => "Benefit".into(),
        ProjectorText::TimeLeft(clock) => format!("Time left: {clock}"),
        ProjectorText::TimeIsUp => "Time is up".into(),
        ProjectorText::OpensSoon => "The vote opens shortly".into(),
        ProjectorText::OpensSoonSub => "Join now, and you are ready when it opens".into(),
        ProjectorText::VoteNow => "Vote now: which requests do you want most?".into(),
        ProjectorText::VoteSub(1, of) => {
            format!("Anonymous poll · not legally binding · choose 1 of {of}")
        }
        ProjectorText::VoteSub(most, of) => {
            format!("Anonymous poll · not legally binding · choose up to {most} of {of}")
        }
        ProjectorText::Closing => "Closing …".into(),
        ProjectorText::ClosingSub => "The last votes are coming in".into(),
        ProjectorText::Closed => "The vote is closed".into(),
        ProjectorText::ClosedSub => "The result follows shortly".into(),
        ProjectorText::OfHaveVoted(of) => format!("of {of} have voted"),
        ProjectorText::AreWithUs(1) => "has joined".into(),
        ProjectorText::AreWithUs(_) => "have joined".into(),
        ProjectorText::ResultIsHidden => "The result is shown when the vote is closed".into(),
        ProjectorText::Remaining(clock) => format!("{clock} left"),
        ProjectorText::Left => "left".into(),
        ProjectorText::ResultTitle => "The barometer: what has most support?".into(),
        ProjectorText::ResultAfterVote => "The result comes after the vote".into(),
        ProjectorText::TooFew => "Too little to show a result".into(),
        ProjectorText::MunicipalitiesHaveVoted(1) => "municipality has voted".into(),
        ProjectorText::MunicipalitiesHaveVoted(_) => "municipalities have voted".into(),
        ProjectorText::OfParticipants(voted, of, 1) => format!("{voted} of {of} participant"),
        ProjectorText::OfParticipants(voted, of, _) => {
            format!("{voted} of {of} participants")
        }
        ProjectorText::TieOpen(place) => format!("{place} – the presenter decides"),
        ProjectorText::TieStillOpen => "A shared place is not decided yet".into(),
        ProjectorText::TieDecided(place) => format!("{place} – the presenter has chosen"),
        ProjectorText::Headline(rule, n) => counting::unit(rule, n).into(),
        ProjectorText::ResultTable => "The result as a table".into(),
        ProjectorText::ColumnPrice => "Price".into(),
        ProjectorText::NotShownYet => "not shown yet".into(),
        ProjectorText::FromBarometer(place, m, of) => {
            let of = English.counted(of, "municipality", "municipalities");
            format!("Barometer · no. {place} · {m} of {of}")
        }
        ProjectorText::Ongoing => "Request under way".into(),
        ProjectorText::DialogToInvoice => "From dialogue to invoice".into(),
        ProjectorText::RulesAt(count) => {
            let count = English.counted(count, "municipality shares", "municipalities share");
            format!("What each pays when {count}")
        }
        ProjectorText::Inhabitants(count) => format!("{count} inhab."),
        ProjectorText::MissingCommitments(amount) => {
            format!("Commitments for {amount} are missing")
        }
        ProjectorText::WithSoMany(n, pay) => {
            let n = English.counted(n, "municipality", "municipalities");
            format!("{n}: {pay}")
        }
        ProjectorText::OneMoreSaves(saved, false) => format!("One more saves each {saved}."),
        ProjectorText::OneMoreSaves(saved, true) => {
            format!("One more saves an average municipality {saved}.")
        }
        ProjectorText::OneFewerCosts(more, false) => {
            format!("One fewer costs each {more} more.")
        }
        ProjectorText::OneFewerCosts(more, true) => {
            format!("One fewer costs an average municipality {more} more.")
        }
        ProjectorText::PaidTooMuch => "Those who have paid too much get it back.".into(),
        ProjectorText::StillMissing(count, amount) => {
            let count = English.counted(count, "municipality", "municipalities");
            format!("{count} and {amount} are missing")
        }
        ProjectorText::NobodyOnTheWay => "No municipality is on board yet.".into(),
        ProjectorText::FundedBy(1) => "1 municipality pays it all.".into(),
        ProjectorText::FundedBy(n) => format!("{n} municipalities have joined forces."),
        ProjectorText::Thanks => "Thank you".into(),
        ProjectorText::WeGoOnWith => "We go on with".into(),
        ProjectorText::NextSteps => "Next steps".into(),
        ProjectorText::StepTreated => {
            "The requests are worked through and get a firm price.".into()
        }
        ProjectorText::StepInterest => {
            "Want to take part? Tap “We would like to join” on the phone. It \
                 does not bind you."
                .into()
        }
        ProjectorText::StepTogether => {
            "When enough municipalities have committed, work begins.".into()
        }
    }
}
