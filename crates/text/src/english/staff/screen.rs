//! In English: the projector's words, read from the back of the room.

use crate::Language::English;
use crate::english::counting;
use crate::staff::screen::Screen;

pub(crate) fn sentence(message: Screen<'_>) -> String {
    match message {
        Screen::Loading => "Loading …".into(),
        Screen::FullScreen => "Full screen".into(),
        Screen::ScanOrGoTo => "Scan the code, or go to".into(),
        Screen::QrLeadsTo(address) => format!("QR code for {address}"),
        Screen::JoinWith => "Join:".into(),
        Screen::Ended => "The webinar has ended".into(),
        Screen::WithUs(1) => "1 has joined".into(),
        Screen::WithUs(n) => format!("{} have joined", English.whole(n)),
        Screen::NobodyYet => "Waiting for the first to join".into(),
        Screen::Until(from, to) => format!("{from}–{to}"),
        Screen::OngoingSub => "How far the financing has come".into(),
        Screen::FinancingSub => "The chosen requests and those under way".into(),
        Screen::CountOf(count, of) => format!("{} of {}", English.whole(count), English.whole(of)),
        Screen::NothingToShow => "There are no requests to show yet".into(),
        Screen::PriceAndCommitted(price, 0, _) => {
            format!("{price} · no commitments yet")
        }
        Screen::PriceAndCommitted(price, n, amount) => {
            let have = if n == 1 { "has" } else { "have" };
            format!("{price} · {n} {have} committed {amount}")
        }
        Screen::Page(page, pages) => format!("Page {page} of {pages}"),
        Screen::CandidateOf(n, of) => format!("Candidate {n} of {of}"),
        Screen::PriceBand(low, likely, high) => {
            format!("Between {low} and {high}, most likely {likely}")
        }
        Screen::Benefit => "Benefit".into(),
        Screen::TimeLeft(clock) => format!("Time left: {clock}"),
        Screen::TimeIsUp => "Time is up".into(),
        Screen::OpensSoon => "The vote opens shortly".into(),
        Screen::OpensSoonSub => "Join now, and you are ready when it opens".into(),
        Screen::VoteNow => "Vote now: which requests do you want most?".into(),
        Screen::VoteSub(1, of) => {
            format!("Anonymous poll · not legally binding · choose 1 of {of}")
        }
        Screen::VoteSub(most, of) => {
            format!("Anonymous poll · not legally binding · choose up to {most} of {of}")
        }
        Screen::Closing => "Closing …".into(),
        Screen::ClosingSub => "The last votes are coming in".into(),
        Screen::Closed => "The vote is closed".into(),
        Screen::ClosedSub => "The result follows shortly".into(),
        Screen::OfHaveVoted(of) => format!("of {of} have voted"),
        Screen::AreWithUs(1) => "has joined".into(),
        Screen::AreWithUs(_) => "have joined".into(),
        Screen::ResultIsHidden => "The result is shown when the vote is closed".into(),
        Screen::Remaining(clock) => format!("{clock} left"),
        Screen::Left => "left".into(),
        Screen::ResultTitle => "The barometer: what has most support?".into(),
        Screen::ResultAfterVote => "The result comes after the vote".into(),
        Screen::TooFew => "Too little to show a result".into(),
        Screen::MunicipalitiesHaveVoted(1) => "municipality has voted".into(),
        Screen::MunicipalitiesHaveVoted(_) => "municipalities have voted".into(),
        Screen::OfParticipants(voted, of, 1) => format!("{voted} of {of} participant"),
        Screen::OfParticipants(voted, of, _) => {
            format!("{voted} of {of} participants")
        }
        Screen::TieOpen(place) => format!("{place} – the presenter decides"),
        Screen::TieStillOpen => "A shared place is not decided yet".into(),
        Screen::TieDecided(place) => format!("{place} – the presenter has chosen"),
        Screen::Headline(rule, n) => counting::unit(rule, n).into(),
        Screen::ResultTable => "The result as a table".into(),
        Screen::ColumnPrice => "Price".into(),
        Screen::NotShownYet => "not shown yet".into(),
        Screen::FromBarometer(place, m, of) => {
            let of = English.counted(of, "municipality", "municipalities");
            format!("Barometer · no. {place} · {m} of {of}")
        }
        Screen::Ongoing => "Request under way".into(),
        Screen::DialogToInvoice => "From dialogue to invoice".into(),
        Screen::RulesAt(count) => {
            let count = English.counted(count, "municipality shares", "municipalities share");
            format!("What each pays when {count}")
        }
        Screen::Inhabitants(count) => format!("{count} inhab."),
        Screen::MissingCommitments(amount) => {
            format!("Commitments for {amount} are missing")
        }
        Screen::WithSoMany(n, pay) => {
            let n = English.counted(n, "municipality", "municipalities");
            format!("{n}: {pay}")
        }
        Screen::OneMoreSaves(saved, false) => format!("One more saves each {saved}."),
        Screen::OneMoreSaves(saved, true) => {
            format!("One more saves an average municipality {saved}.")
        }
        Screen::OneFewerCosts(more, false) => {
            format!("One fewer costs each {more} more.")
        }
        Screen::OneFewerCosts(more, true) => {
            format!("One fewer costs an average municipality {more} more.")
        }
        Screen::PaidTooMuch => "Those who have paid too much get it back.".into(),
        Screen::StillMissing(count, amount) => {
            let count = English.counted(count, "municipality", "municipalities");
            format!("{count} and {amount} are missing")
        }
        Screen::NobodyOnTheWay => "No municipality is on board yet.".into(),
        Screen::FundedBy(1) => "1 municipality pays it all.".into(),
        Screen::FundedBy(n) => format!("{n} municipalities have joined forces."),
        Screen::Thanks => "Thank you".into(),
        Screen::WeGoOnWith => "We go on with".into(),
        Screen::NextSteps => "Next steps".into(),
        Screen::StepTreated => "The requests are worked through and get a firm price.".into(),
        Screen::StepInterest => "Want to take part? Tap “We would like to join” on the phone. It \
                 does not bind you."
            .into(),
        Screen::StepTogether => "When enough municipalities have committed, work begins.".into(),
    }
}
