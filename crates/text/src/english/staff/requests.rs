//! In English: the words of the vendor's requests: the list, one request, and who sees the page of financing.

use barometer_domain::financing::RuleKind;

use crate::Language::English;
use crate::staff::requests::Requests;

pub(crate) fn sentence(message: Requests<'_>) -> String {
    match message {
            Requests::Title => "Change requests".into(),
            Requests::Body => "All requests from received to benefit measured.".into(),
            Requests::New => "New request".into(),
            Requests::Empty => {
            "There are no requests yet. Import them from a file, or write the first one."
                .into()
        }
            Requests::Search => "Search".into(),
            Requests::StateFilter => "State".into(),
            Requests::All => "All".into(),
            Requests::Shown(shown, of) => format!("{} of {}", English.whole(shown), English.whole(of)),
            Requests::NothingLeft => "Nothing passes the filters.".into(),
            Requests::RequestColumn => "Request".into(),
            Requests::StateColumn => "State".into(),
            Requests::PriceColumn => "Price".into(),
            Requests::CommittedColumn => "Promised".into(),
            Requests::MissingColumn => "Missing".into(),
            Requests::DeadlineColumn => "Deadline".into(),
            Requests::Municipalities(count) => English.counted(count, "municipality", "municipalities"),
            Requests::FundedBy(day) => format!("full funding expected {day}"),
            Requests::Late(count) => format!("{} late", English.counted(count, "decision", "decisions")),
            Requests::Back => "All requests".into(),
            Requests::NextStep => "Next step".into(),
            Requests::StepWhy => "Reason (needed when the request is put aside)".into(),
            Requests::NoStep => "There is no further step from here.".into(),
            Requests::BySystem => {
                "The vote, gathering and full funding set themselves by the webinar and the promises.".into()
            }
            Requests::Merge => "Merge with another".into(),
            Requests::MergeInto => "The request that stays".into(),
            Requests::MergeNow => "Merge".into(),
            Requests::MergedInto(other) => format!("Merged into {other}"),
            Requests::UndoStep => "Undo".into(),
            Requests::Holds(name) => format!("{name} has said something to both. What holds?"),
            Requests::OfTheOneThatStays(said) => format!("{said} (the request that stays)"),
            Requests::OfTheOneThatGoes(said) => format!("{said} (this request)"),
            Requests::MergeBody => {
                "All that municipalities have said moves along. It can be undone until more is written down.".into()
            }
            Requests::Overdue => "The deadline has passed".into(),
            Requests::Content => "The request".into(),
            Requests::Reference => "Reference".into(),
            Requests::TitleField => "Title".into(),
            Requests::Pitch => "Pitch: what can be said in 30 seconds".into(),
            Requests::Left(letters) => {
                format!("{} left", English.counted(letters, "letter", "letters"))
            }
            Requests::Benefit => "Benefit, with its assumption".into(),
            Requests::Category => "Category".into(),
            Requests::PriceKind => "The price is".into(),
            Requests::Estimate => "An estimate".into(),
            Requests::NotAssessed => "Not assessed yet".into(),
            Requests::NotAssessedBody => {
                "Everywhere it says “price not assessed”. It needs a firm price before it can be financed.".into()
            }
            Requests::Firm => "Firm".into(),
            Requests::Low => "Low, DKK".into(),
            Requests::Likely => "Likely, DKK".into(),
            Requests::High => "High, DKK".into(),
            Requests::FirmPrice => "Firm price, DKK".into(),
            Requests::Sharing => "Sharing rule".into(),
            Requests::Cap => "Cap per municipality, DKK (optional)".into(),
            Requests::PlannedFor => "Planned for how many (optional)".into(),
            Requests::EqualPercent => "Of which equally, %".into(),
            Requests::DegressiveAbove => "Inhabitants beyond".into(),
            Requests::DegressivePercent => "count, %".into(),
            Requests::Weights => "Weights, such as 1:2:3:4".into(),
            Requests::Fee => "Fixed fee per municipality, DKK".into(),
            Requests::Minimum => "Fewest municipalities".into(),
            Requests::Deadline => "Deadline for promises".into(),
            Requests::National => "Follows from a national initiative".into(),
            Requests::Initiative => "Which one? (may be empty)".into(),
            Requests::AskedBy => "Asked for by (may be empty)".into(),
            Requests::AskedByHint => "Only the vendor can see it.".into(),
            Requests::Folder => "Folder".into(),
            Requests::Portal => "Portal link".into(),
            Requests::Why => "Why are the terms changed?".into(),
            Requests::WhyHint => {
                "Needed once municipalities decide on the terms. Participants can read it with a new deadline.".into()
            }
            Requests::Save => "Save".into(),
            Requests::Saved => "Saved.".into(),
            Requests::Restored => "Here is what you typed last. It is not saved yet.".into(),
            Requests::Merged => {
                "Someone else has saved meanwhile. Here are the changes of both: look through them, and then save."
                    .into()
            }
            Requests::MergedBoth(fields) => format!(
                "Someone else has saved meanwhile, and both of you changed {fields}. Yours stands there; everything \
                 else has the changes of both. Look through it, and then save."
            ),
            Requests::TakeSaved => "Take what is saved instead".into(),
            Requests::TakeIn => "Take the request in".into(),
            Requests::LockedByVote => {
                "The request is being voted on. It can be changed once the result is shown.".into()
            }
            Requests::LockedByOrder => {
                "The request is ordered. Price, sharing, number and deadline stand.".into()
            }
            Requests::History => "History".into(),
            Requests::TakenIn => "Received".into(),
            Requests::WentTo(state) => format!("→ {state}"),
            Requests::Changed => "Changed".into(),
            Requests::Itself => "by itself".into(),
            Requests::Imported => "imported".into(),
            Requests::Access => "The page of financing".into(),
            Requests::AccessBody => {
                "Municipalities follow the financing here. Only those who consented are named.".into()
            }
            Requests::Public => "Everyone with the link".into(),
            Requests::WithCode => "Only those with the code".into(),
            Requests::Code(code) => format!("The code is {code}"),
            Requests::NewCode => "New code".into(),
            Requests::OpenPage => "Open the page".into(),
            Requests::CopyLink => "Copy link".into(),
            Requests::Copied => "The link is copied.".into(),
        }
}

pub(crate) fn rule(kind: RuleKind) -> &'static str {
    match kind {
        RuleKind::Equal => "Equally",
        RuleKind::Population => "By population",
        RuleKind::PopulationDegressive => "By population, degressive",
        RuleKind::SizeClass => "By size in four steps",
        RuleKind::Mixed => "Some equally, the rest by population",
        RuleKind::FixedFee => "Fixed fee per municipality",
    }
}
