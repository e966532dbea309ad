//! In English: the words of the page of financing.

use crate::Language::English;
use crate::shared::SharedText;
use crate::staff::finance::{FinancingText, moved};

pub(crate) fn sentence(message: FinancingText<'_>) -> String {
    match message {
        FinancingText::Title => "Finance – change requests for co-financing".into(),
        FinancingText::Forum => "Forum".into(),
        FinancingText::News => "Follow".into(),
        FinancingText::FollowOf(title) => format!("Follow: {title}"),
        FinancingText::Follow => "Follow".into(),
        FinancingText::Xlsx => "Download XLSX".into(),
        FinancingText::Csv => "Download CSV".into(),
        FinancingText::Print => "Print".into(),
        FinancingText::SoughtInAll => "sought in all".into(),
        FinancingText::Promised => "committed".into(),
        FinancingText::WithAPromise(1) => "municipality committed".into(),
        FinancingText::WithAPromise(_) => "municipalities committed".into(),
        FinancingText::Funded => "fully funded".into(),
        FinancingText::Loading => "Loading …".into(),
        FinancingText::NoConnection => {
            "There is no connection to the server. The page keeps trying by itself.".into()
        }
        FinancingText::Empty => "No change requests are up for co-financing yet.".into(),
        FinancingText::Requests => "Change requests".into(),
        FinancingText::PriceColumn => "Price".into(),
        FinancingText::FinancingColumn => "Financing".into(),
        FinancingText::MissingColumn => "Missing".into(),
        FinancingText::DeadlineColumn => "Deadline".into(),
        FinancingText::ChangedColumn => "Changed".into(),
        FinancingText::SortBy => "Sort by".into(),
        FinancingText::National => "National initiative".into(),
        FinancingText::Portal => "Open in the portal".into(),
        FinancingText::NobodyYet => "No municipalities yet".into(),
        FinancingText::MovedSince => "since the last webinar".into(),
        FinancingText::NothingMissing => "–".into(),
        FinancingText::Search => "Search".into(),
        FinancingText::SearchHint => "Title, reference or category".into(),
        FinancingText::Group => "Status".into(),
        FinancingText::AllGroups => "All".into(),
        FinancingText::ToBeFinanced => "To be financed".into(),
        FinancingText::UnderWay => "Under way".into(),
        FinancingText::Finished => "Finished".into(),
        FinancingText::OnlyMoved => "Only with movement".into(),
        FinancingText::Municipality => "Municipality".into(),
        FinancingText::AllMunicipalities => "All municipalities".into(),
        FinancingText::Initiative => "National initiative".into(),
        FinancingText::AllInitiatives => "All requests".into(),
        FinancingText::OtherInitiative => "An initiative that no request here belongs to".into(),
        FinancingText::AsOf => "Show as of".into(),
        FinancingText::ShowNow => "Show now".into(),
        FinancingText::PastFailed => "That day could not be loaded.".into(),
        FinancingText::Again => "Try again".into(),
        FinancingText::NothingFits => "No change requests fit what you have chosen.".into(),
        FinancingText::Reset => "Reset".into(),
        FinancingText::Map => "Who is with us, where".into(),
        FinancingText::ShowOnMap => "Show on the map".into(),
        FinancingText::ShowAll => "Show all requests".into(),
        FinancingText::KeyCommitted => "Has committed".into(),
        FinancingText::KeyOnTheWay => "Considering it".into(),
        FinancingText::KeyOther => "Not with us, or not by name".into(),
        FinancingText::Overdue => "The deadline has passed".into(),
        FinancingText::Rounded => {
            "Each municipality’s amount is rounded to whole thousands of kroner \
                     before it is added up, so that no sum tells what a single municipality \
                     pays."
                .into()
        }
        FinancingText::OnlyNamed => {
            "Only municipalities that agreed to be named are shown one by one.".into()
        }
        FinancingText::MapHint => "Point at a municipality, or use the arrow keys.".into(),
        FinancingText::AsList => "Show as a list".into(),
        FinancingText::NobodyNamed => "No municipalities are named yet.".into(),
        FinancingText::CodeTitle => "Type the code".into(),
        FinancingText::CodeBody => "The vendor shows this page to those who have the code.".into(),
        FinancingText::Code => "Code".into(),
        FinancingText::Enter => "Show the page".into(),
        FinancingText::Entering => "One moment …".into(),
        FinancingText::WrongCode => "The code does not fit. Check it, and try again.".into(),
        FinancingText::UpdatedToday(time) => {
            format!("updated today at {time}")
        }
        FinancingText::Updated(moment) => {
            format!("updated {moment}")
        }
        FinancingText::Printed(moment) => {
            format!("Printed {moment}")
        }
        FinancingText::Of(some, all) => {
            format!("{some} of {all}")
        }
        FinancingText::SinceLast(day) => {
            format!("since the last webinar, {day}")
        }
        FinancingText::PortalOf(title) => {
            format!("Open in the portal: {title} (new tab)")
        }
        FinancingText::PlannedFor(count) => SharedText::Municipalities(count).say(English),
        FinancingText::Cap(amount) => {
            format!("at most {amount}")
        }
        FinancingText::Minimum(count) => {
            format!("at least\u{a0}{count}")
        }
        FinancingText::Between(low, high) => format!("{low} – {high}"),
        FinancingText::Promises(count) => {
            format!("{count} committed")
        }
        FinancingText::Deciding(count) => {
            format!("{count} under decision")
        }
        FinancingText::Intending(count) => {
            format!("{count} intended")
        }
        FinancingText::Interested(count) => {
            format!("{count} interested")
        }
        FinancingText::Moved(amount, count) => moved(English, amount, count),
        FinancingText::Extended(from, reason) => {
            format!("extended from {from}: {reason}")
        }
        FinancingText::StoodOn(day) => {
            format!("As it stood on {day}")
        }
        FinancingText::ShownOf(some, all) => {
            let all = English.counted(all, "request", "requests");
            format!("Showing {some} of {all}")
        }
        FinancingText::MapOf(title) => {
            format!("Only {title}")
        }
        FinancingText::ShowOnMapOf(title) => {
            format!("Show on the map: {title}")
        }
        FinancingText::Region {
            committed: 0,
            on_the_way: 0,
        } => "none yet".into(),
        FinancingText::Region {
            committed,
            on_the_way: 0,
        } => {
            format!("{committed} committed")
        }
        FinancingText::Region {
            committed: 0,
            on_the_way,
        } => {
            format!("{on_the_way} considering it")
        }
        FinancingText::Region {
            committed,
            on_the_way,
        } => {
            format!("{committed} committed, {on_the_way} considering it")
        }
        FinancingText::NotNamed(name) => {
            format!("{name}: not with us, or not by name")
        }
    }
}
