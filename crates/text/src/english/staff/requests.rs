//! In English: the words of the vendor's requests: the list, one request, and who sees the page of financing.

use barometer_domain::financing::RuleKind;

use crate::Language::English;
use crate::staff::requests::RequestDeskText;

pub(crate) fn sentence(message: RequestDeskText<'_>) -> String {
    match message {
            RequestDeskText::Title => "Change requests".into(),
            RequestDeskText::Body => "All requests from received to benefit measured.".into(),
            RequestDeskText::New => "New request".into(),
            RequestDeskText::Empty => {
            "There are no requests yet. Import them from a file, or write the first one."
                .into()
        }
            RequestDeskText::Search => "Search".into(),
            RequestDeskText::StateFilter => "State".into(),
            RequestDeskText::All => "All".into(),
            RequestDeskText::Shown(shown, of) => format!("{} of {}", English.whole(shown), English.whole(of)),
            RequestDeskText::NothingLeft => "Nothing passes the filters.".into(),
            RequestDeskText::RequestColumn => "Request".into(),
            RequestDeskText::StateColumn => "State".into(),
            RequestDeskText::PriceColumn => "Price".into(),
            RequestDeskText::CommittedColumn => "Promised".into(),
            RequestDeskText::MissingColumn => "Missing".into(),
            RequestDeskText::DeadlineColumn => "Deadline".into(),
            RequestDeskText::Municipalities(count) => English.counted(count, "municipality", "municipalities"),
            RequestDeskText::FundedBy(day) => format!("full funding expected {day}"),
            RequestDeskText::Late(count) => format!("{} late", English.counted(count, "decision", "decisions")),
            RequestDeskText::Back => "All requests".into(),
            RequestDeskText::NextStep => "Next step".into(),
            RequestDeskText::StepWhy => "Reason (needed when the request is put aside)".into(),
            RequestDeskText::NoStep => "There is no further step from here.".into(),
            RequestDeskText::BySystem => {
                "The vote, gathering and full funding set themselves by the webinar and the promises.".into()
            }
            RequestDeskText::Merge => "Merge with another".into(),
            RequestDeskText::MergeInto => "The request that stays".into(),
            RequestDeskText::MergeNow => "Merge".into(),
            RequestDeskText::MergedInto(other) => format!("Merged into {other}"),
            RequestDeskText::UndoStep => "Undo".into(),
            RequestDeskText::Holds(name) => format!("{name} has said something to both. What holds?"),
            RequestDeskText::OfTheOneThatStays(said) => format!("{said} (the request that stays)"),
            RequestDeskText::OfTheOneThatGoes(said) => format!("{said} (this request)"),
            RequestDeskText::MergeBody => {
                "All that municipalities have said moves along. It can be undone until more is written down.".into()
            }
            RequestDeskText::Overdue => "The deadline has passed".into(),
            RequestDeskText::Content => "The request".into(),
            RequestDeskText::Reference => "Reference".into(),
            RequestDeskText::TitleField => "Title".into(),
            RequestDeskText::Pitch => "Pitch: what can be said in 30 seconds".into(),
            RequestDeskText::Left(letters) => {
                format!("{} left", English.counted(letters, "letter", "letters"))
            }
            RequestDeskText::Benefit => "Benefit, with its assumption".into(),
            RequestDeskText::Category => "Category".into(),
            RequestDeskText::PriceKind => "The price is".into(),
            RequestDeskText::Estimate => "An estimate".into(),
            RequestDeskText::NotAssessed => "Not assessed yet".into(),
            RequestDeskText::NotAssessedBody => {
                "Everywhere it says “price not assessed”. It needs a firm price before it can be financed.".into()
            }
            RequestDeskText::Firm => "Firm".into(),
            RequestDeskText::Low => "Low, DKK".into(),
            RequestDeskText::Likely => "Likely, DKK".into(),
            RequestDeskText::High => "High, DKK".into(),
            RequestDeskText::FirmPrice => "Firm price, DKK".into(),
            RequestDeskText::Sharing => "Sharing rule".into(),
            RequestDeskText::Cap => "Cap per municipality, DKK (optional)".into(),
            RequestDeskText::PlannedFor => "Planned for how many (optional)".into(),
            RequestDeskText::EqualPercent => "Of which equally, %".into(),
            RequestDeskText::DegressiveAbove => "Inhabitants beyond".into(),
            RequestDeskText::DegressivePercent => "count, %".into(),
            RequestDeskText::Weights => "Weights, such as 1:2:3:4".into(),
            RequestDeskText::Fee => "Fixed fee per municipality, DKK".into(),
            RequestDeskText::Minimum => "Fewest municipalities".into(),
            RequestDeskText::Deadline => "Deadline for promises".into(),
            RequestDeskText::National => "Follows from a national initiative".into(),
            RequestDeskText::Initiative => "Which one? (may be empty)".into(),
            RequestDeskText::AskedBy => "Asked for by (may be empty)".into(),
            RequestDeskText::AskedByHint => "Only the vendor can see it.".into(),
            RequestDeskText::Folder => "Folder".into(),
            RequestDeskText::Portal => "Portal link".into(),
            RequestDeskText::Why => "Why are the terms changed?".into(),
            RequestDeskText::WhyHint => {
                "Needed once municipalities decide on the terms. Participants can read it with a new deadline.".into()
            }
            RequestDeskText::Save => "Save".into(),
            RequestDeskText::Saved => "Saved.".into(),
            RequestDeskText::Restored => "Here is what you typed last. It is not saved yet.".into(),
            RequestDeskText::Merged => {
                "Someone else has saved meanwhile. Here are the changes of both: look through them, and then save."
                    .into()
            }
            RequestDeskText::MergedBoth(fields) => format!(
                "Someone else has saved meanwhile, and both of you changed {fields}. Yours stands there; everything \
                 else has the changes of both. Look through it, and then save."
            ),
            RequestDeskText::TakeSaved => "Take what is saved instead".into(),
            RequestDeskText::TakeIn => "Take the request in".into(),
            RequestDeskText::LockedByVote => {
                "The request is being voted on. It can be changed once the result is shown.".into()
            }
            RequestDeskText::LockedByOrder => {
                "The request is ordered. Price, sharing, number and deadline stand.".into()
            }
            RequestDeskText::History => "History".into(),
            RequestDeskText::TakenIn => "Received".into(),
            RequestDeskText::WentTo(state) => format!("→ {state}"),
            RequestDeskText::Changed => "Changed".into(),
            RequestDeskText::Itself => "by itself".into(),
            RequestDeskText::Imported => "imported".into(),
            RequestDeskText::Access => "The page of financing".into(),
            RequestDeskText::AccessBody => {
                "Municipalities follow the financing here. Only those who consented are named.".into()
            }
            RequestDeskText::Public => "Everyone with the link".into(),
            RequestDeskText::WithCode => "Only those with the code".into(),
            RequestDeskText::Code(code) => format!("The code is {code}"),
            RequestDeskText::NewCode => "New code".into(),
            RequestDeskText::OpenPage => "Open the page".into(),
            RequestDeskText::CopyLink => "Copy link".into(),
            RequestDeskText::Copied => "The link is copied.".into(),
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
