//! In English: the words of the table of commitments: what municipalities have said, and what is best done next.

use barometer_domain::financing::CommitmentState;

use crate::Language::English;
use crate::staff::commitments::CommitmentText;

pub(crate) fn sentence(message: CommitmentText<'_>) -> String {
    match message {
            CommitmentText::Title => "Municipalities' commitments".into(),
            CommitmentText::Body => {
                "Write down what municipalities say. Every step is kept with name and time.".into()
            }
            CommitmentText::Late(count) => {
                format!(
                    "{} late",
                    English.counted(count, "decision is", "decisions are")
                )
            }
            CommitmentText::Pressing(count) => {
                let count = English.counted(count, "municipality waits", "municipalities wait");
                format!("{count} for you")
            }
            CommitmentText::NothingPressing => "Nobody waits for you right now".into(),
            CommitmentText::Entry => "Write down".into(),
            CommitmentText::YourName => "Your name".into(),
            CommitmentText::Municipality => "Municipality".into(),
            CommitmentText::NoSuchMunicipality => "Choose a municipality from the list.".into(),
            CommitmentText::Request => "Change request".into(),
            CommitmentText::What => "What do they say?".into(),
            CommitmentText::Amount => "Amount in kroner".into(),
            CommitmentText::NotAnAmount => "Type an amount, such as 24,000".into(),
            CommitmentText::IsMaximum => "It is the most they would pay".into(),
            CommitmentText::Stage => "Where does the decision lie?".into(),
            CommitmentText::Expected => "Decision expected".into(),
            CommitmentText::ExpectedHint => "Empty: what is usual for the stage".into(),
            CommitmentText::MandateBy => "Who promised?".into(),
            CommitmentText::MandateReference => "Case number or letter".into(),
            CommitmentText::MandateDate => "Day of the promise".into(),
            CommitmentText::MandateMaximum => "At most (optional)".into(),
            CommitmentText::Year => "Year of the invoice".into(),
            CommitmentText::Reason => "Why?".into(),
            CommitmentText::MayBeNamed => "The municipality may be named".into(),
            CommitmentText::Write => "Write down".into(),
            CommitmentText::Writing => "Writing …".into(),
            CommitmentText::Written(who, state) => format!("Written down: {who} · {state}"),
            CommitmentText::DeadlinePassed => {
            "The deadline has passed: extend it, or let the request expire"
                .into()
        }
            CommitmentText::Overdue(1) => "1 deadline has passed".into(),
            CommitmentText::Overdue(count) => {
                format!("{} have passed", English.counted(count, "deadline", "deadlines"))
            }
            CommitmentText::NotNow(what, why) => format!("Not now: {what}. {why}"),
            CommitmentText::NoStep => "There is no further step from here.".into(),
            CommitmentText::Search => "Search municipality".into(),
            CommitmentText::StateFilter => "State".into(),
            CommitmentText::RequestFilter => "Change request".into(),
            CommitmentText::All => "All".into(),
            CommitmentText::OnlyPressing => "Only what waits for you".into(),
            CommitmentText::Shown(shown, of) => {
                format!("{} of {}", English.whole(shown), English.whole(of))
            }
            CommitmentText::NothingLeft => "Nothing passes the filters.".into(),
            CommitmentText::Empty => "No municipality has said anything yet.".into(),
            CommitmentText::DecisionColumn => "Decision".into(),
            CommitmentText::StateColumn => "State".into(),
            CommitmentText::NextColumn => "Next step".into(),
            CommitmentText::AtMost(amount) => format!("at most {amount}"),
            CommitmentText::ExpectedOn(day) => format!("expected {day}"),
            CommitmentText::Named => "shown by name".into(),
            CommitmentText::OnlyNames => "Only names that wait".into(),
            CommitmentText::NamesWaiting(1) => "1 name waits".into(),
            CommitmentText::NamesWaiting(count) => {
                format!("{} wait", English.counted(count, "name", "names"))
            }
            CommitmentText::NameWished(1) => {
                "1 participant wishes the name to be shown. Confirm it with the municipality first."
                    .into()
            }
            CommitmentText::NameWished(count) => format!(
                "{} wish the name to be shown. Confirm it with the municipality first.",
                English.counted(count, "participant", "participants")
            ),
            CommitmentText::NameTakenBack => "The wish to show the name was taken back.".into(),
            CommitmentText::ShowName => "Show the name".into(),
            CommitmentText::ShowNameOf(name) => format!("Show the name: {name}"),
            CommitmentText::HideName => "Hide the name".into(),
            CommitmentText::HideNameOf(name) => format!("Hide the name: {name}"),
            CommitmentText::NameChanged(name) => format!("{name}: the name was changed on all pages."),
            CommitmentText::NameUndone => "Regretted at once".into(),
            CommitmentText::FollowUp(day) => format!("Follow up: it was expected {day}"),
            CommitmentText::Invoice => "Send the invoice".into(),
            CommitmentText::AskAmount => "Ask for an amount".into(),
            CommitmentText::AskWhere => "Ask where the decision lies".into(),
            CommitmentText::Await(day) => format!("Await the decision of {day}"),
            CommitmentText::AwaitPayment => "Await payment".into(),
            CommitmentText::Take(who) => format!("Write down for {who}"),
            CommitmentText::History(who) => format!("History of {who}"),
            CommitmentText::Close => "Close".into(),
            CommitmentText::Undo => "Undo the last one".into(),
            CommitmentText::Undone(by, why) => format!("Undone by {by}: {why}"),
            CommitmentText::Timeline => "When will the money be there?".into(),
            CommitmentText::FundedBy(day) => format!("Full funding expected {day}"),
            CommitmentText::NotEnough(amount) => {
                format!("What is being decided does not suffice: {amount} would still be missing")
            }
            CommitmentText::Covered => "Fully funded".into(),
            CommitmentText::Carried(count, least, most) => {
                let count = English.counted(count, "municipality pays", "municipalities pay");
                let pay = crate::figures::least_to_most(English, least, most);
                format!("What is offered carries the price by the sharing rule: {count} {pay}")
            }
            CommitmentText::NearMiss(count, least, most, missing) => {
                let count = English.counted(count, "municipality", "municipalities");
                let pay = crate::figures::least_to_most(English, least, most);
                format!(
                    "By the sharing rule the nearest is {count} at {pay}; then {missing} is missing"
                )
            }
            CommitmentText::WouldPay => "Who would pay what".into(),
            CommitmentText::AtLeast => "Only if at least so many take part (optional)".into(),
            CommitmentText::AtLeastHint => "“Yes, if at least 8 take part”. The municipality itself counts. Only you see it".into(),
            CommitmentText::IfAtLeast(count) => format!("if at least {count} take part"),
            CommitmentText::NumbersInTheWay => {
                "The amounts are enough, but not as many take part as some of them ask for.".into()
            }
            CommitmentText::OffersColumn => "Offers at most".into(),
            CommitmentText::WouldPayColumn => "Would pay".into(),
            CommitmentText::LacksNumber(count) => format!(
                "It lacks {} to the fewest with which the request is built.",
                English.counted(count, "municipality", "municipalities")
            ),
            CommitmentText::Tips => "Each of these could tip it alone by offering more (only for you):".into(),
            CommitmentText::Tip(name, offers, needs) => format!("{name}: from {offers} to {needs}"),
            CommitmentText::OneMore(amount) => {
                format!("1 municipality is missing: one more of average size is enough if it pays {amount}")
            }
            CommitmentText::NobodyTips => "More than 1 municipality is missing.".into(),
            CommitmentText::MayNotBeLargest => {
                "The rule shares a part equally and the rest by inhabitants, and has a cap: a share can rise when others join, \
                 so a larger group may exist."
                    .into()
            }
            CommitmentText::WhoPays => "Who pays what".into(),
            CommitmentText::WhoPaysBody => {
                "A promise is the most a municipality pays. When more join, all pay less, and what was invoiced \
                 too much is paid back."
                    .into()
            }
            CommitmentText::PromisedColumn => "Promised, at most".into(),
            CommitmentText::PaysColumn => "Pays".into(),
            CommitmentText::InvoicedColumn => "Invoiced".into(),
            CommitmentText::RefundColumn => "To be paid back".into(),
            CommitmentText::Total => "Total".into(),
            CommitmentText::LimitInTheWay(covered) => format!(
                "The promises cover the price, but the rule's limit does not: it shares at most {covered}. Raise the \
                 limit, or let more join."
            ),
            CommitmentText::ByParticipant => "participant in the webinar".into(),
            CommitmentText::ByPersonalLink => "the municipality itself, with a personal link".into(),
            CommitmentText::ByImport => "imported".into(),
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
