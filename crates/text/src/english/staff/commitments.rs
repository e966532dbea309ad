//! In English: the words of the table of commitments: what municipalities have said, and what is best done next.

use barometer_domain::financing::CommitmentState;

use crate::Language::English;
use crate::staff::commitments::Commitments;

pub(crate) fn sentence(message: Commitments<'_>) -> String {
    match message {
            Commitments::Title => "Municipalities' commitments".into(),
            Commitments::Body => {
                "Write down what municipalities say. Every step is kept with name and time.".into()
            }
            Commitments::Late(count) => {
                format!(
                    "{} late",
                    English.counted(count, "decision is", "decisions are")
                )
            }
            Commitments::Pressing(count) => {
                let count = English.counted(count, "municipality waits", "municipalities wait");
                format!("{count} for you")
            }
            Commitments::NothingPressing => "Nobody waits for you right now".into(),
            Commitments::Entry => "Write down".into(),
            Commitments::YourName => "Your name".into(),
            Commitments::Municipality => "Municipality".into(),
            Commitments::NoSuchMunicipality => "Choose a municipality from the list.".into(),
            Commitments::Request => "Change request".into(),
            Commitments::What => "What do they say?".into(),
            Commitments::Amount => "Amount in kroner".into(),
            Commitments::NotAnAmount => "Type an amount, such as 24,000".into(),
            Commitments::IsMaximum => "It is the most they would pay".into(),
            Commitments::Stage => "Where does the decision lie?".into(),
            Commitments::Expected => "Decision expected".into(),
            Commitments::ExpectedHint => "Empty: what is usual for the stage".into(),
            Commitments::MandateBy => "Who promised?".into(),
            Commitments::MandateReference => "Case number or letter".into(),
            Commitments::MandateDate => "Day of the promise".into(),
            Commitments::MandateMaximum => "At most (optional)".into(),
            Commitments::Year => "Year of the invoice".into(),
            Commitments::Reason => "Why?".into(),
            Commitments::MayBeNamed => "The municipality may be named".into(),
            Commitments::Write => "Write down".into(),
            Commitments::Writing => "Writing …".into(),
            Commitments::Written(who, state) => format!("Written down: {who} · {state}"),
            Commitments::DeadlinePassed => {
            "The deadline has passed: extend it, or let the request expire"
                .into()
        }
            Commitments::Overdue(1) => "1 deadline has passed".into(),
            Commitments::Overdue(count) => {
                format!("{} have passed", English.counted(count, "deadline", "deadlines"))
            }
            Commitments::NotNow(what, why) => format!("Not now: {what}. {why}"),
            Commitments::NoStep => "There is no further step from here.".into(),
            Commitments::Search => "Search municipality".into(),
            Commitments::StateFilter => "State".into(),
            Commitments::RequestFilter => "Change request".into(),
            Commitments::All => "All".into(),
            Commitments::OnlyPressing => "Only what waits for you".into(),
            Commitments::Shown(shown, of) => {
                format!("{} of {}", English.whole(shown), English.whole(of))
            }
            Commitments::NothingLeft => "Nothing passes the filters.".into(),
            Commitments::Empty => "No municipality has said anything yet.".into(),
            Commitments::DecisionColumn => "Decision".into(),
            Commitments::StateColumn => "State".into(),
            Commitments::NextColumn => "Next step".into(),
            Commitments::AtMost(amount) => format!("at most {amount}"),
            Commitments::ExpectedOn(day) => format!("expected {day}"),
            Commitments::Named => "shown by name".into(),
            Commitments::OnlyNames => "Only names that wait".into(),
            Commitments::NamesWaiting(1) => "1 name waits".into(),
            Commitments::NamesWaiting(count) => {
                format!("{} wait", English.counted(count, "name", "names"))
            }
            Commitments::NameWished(1) => {
                "1 participant wishes the name to be shown. Confirm it with the municipality first."
                    .into()
            }
            Commitments::NameWished(count) => format!(
                "{} wish the name to be shown. Confirm it with the municipality first.",
                English.counted(count, "participant", "participants")
            ),
            Commitments::NameTakenBack => "The wish to show the name was taken back.".into(),
            Commitments::ShowName => "Show the name".into(),
            Commitments::ShowNameOf(name) => format!("Show the name: {name}"),
            Commitments::HideName => "Hide the name".into(),
            Commitments::HideNameOf(name) => format!("Hide the name: {name}"),
            Commitments::NameChanged(name) => format!("{name}: the name was changed on all pages."),
            Commitments::NameUndone => "Regretted at once".into(),
            Commitments::FollowUp(day) => format!("Follow up: it was expected {day}"),
            Commitments::Invoice => "Send the invoice".into(),
            Commitments::AskAmount => "Ask for an amount".into(),
            Commitments::AskWhere => "Ask where the decision lies".into(),
            Commitments::Await(day) => format!("Await the decision of {day}"),
            Commitments::AwaitPayment => "Await payment".into(),
            Commitments::Take(who) => format!("Write down for {who}"),
            Commitments::History(who) => format!("History of {who}"),
            Commitments::Close => "Close".into(),
            Commitments::Undo => "Undo the last one".into(),
            Commitments::Undone(by, why) => format!("Undone by {by}: {why}"),
            Commitments::Timeline => "When will the money be there?".into(),
            Commitments::FundedBy(day) => format!("Full funding expected {day}"),
            Commitments::NotEnough(amount) => {
                format!("What is being decided does not suffice: {amount} would still be missing")
            }
            Commitments::Covered => "Fully funded".into(),
            Commitments::Carried(count, least, most) => {
                let count = English.counted(count, "municipality pays", "municipalities pay");
                let pay = crate::figures::least_to_most(English, least, most);
                format!("What is offered carries the price by the sharing rule: {count} {pay}")
            }
            Commitments::NearMiss(count, least, most, missing) => {
                let count = English.counted(count, "municipality", "municipalities");
                let pay = crate::figures::least_to_most(English, least, most);
                format!(
                    "By the sharing rule the nearest is {count} at {pay}; then {missing} is missing"
                )
            }
            Commitments::WhoPays => "Who pays what".into(),
            Commitments::WhoPaysBody => {
                "A promise is the most a municipality pays. When more join, all pay less, and what was invoiced \
                 too much is paid back."
                    .into()
            }
            Commitments::PromisedColumn => "Promised, at most".into(),
            Commitments::PaysColumn => "Pays".into(),
            Commitments::InvoicedColumn => "Invoiced".into(),
            Commitments::RefundColumn => "To be paid back".into(),
            Commitments::Total => "Total".into(),
            Commitments::LimitInTheWay(covered) => format!(
                "The promises cover the price, but the rule's limit does not: it shares at most {covered}. Raise the \
                 limit, or let more join."
            ),
            Commitments::ByParticipant => "participant in the webinar".into(),
            Commitments::ByImport => "imported".into(),
        }
}

pub(crate) fn said(to: Option<CommitmentState>) -> &'static str {
    match to {
        Some(CommitmentState::Interested) => "Would like to be part of it",
        Some(CommitmentState::Indicated) => "Intends to pay",
        Some(CommitmentState::UnderDecision) => "It is being decided",
        Some(CommitmentState::Committed) => "Promises",
        Some(CommitmentState::Invoiced) => "Is invoiced",
        Some(CommitmentState::Paid) => "Has paid",
        Some(CommitmentState::Declined) => "Says no",
        Some(CommitmentState::Withdrawn) => "Withdraws",
        Some(CommitmentState::Expired) => "Has run out",
        None => "May be named, or not",
    }
}
