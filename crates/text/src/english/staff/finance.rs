//! In English: the words of the page of financing.

use crate::Language::English;
use crate::shared::Shared;
use crate::staff::finance::{Finance, moved};

pub(crate) fn sentence(message: Finance<'_>) -> String {
    match message {
        Finance::Title => "Finance – change requests for co-financing".into(),
        Finance::News => "Follow".into(),
        Finance::FollowOf(title) => format!("Follow: {title}"),
        Finance::Follow => "Follow".into(),
        Finance::Xlsx => "Download XLSX".into(),
        Finance::Csv => "Download CSV".into(),
        Finance::Print => "Print".into(),
        Finance::SoughtInAll => "sought in all".into(),
        Finance::Promised => "committed".into(),
        Finance::WithAPromise(1) => "municipality committed".into(),
        Finance::WithAPromise(_) => "municipalities committed".into(),
        Finance::Funded => "fully funded".into(),
        Finance::Loading => "Loading …".into(),
        Finance::NoConnection => {
            "There is no connection to the server. The page keeps trying by itself.".into()
        }
        Finance::Empty => "No change requests are up for co-financing yet.".into(),
        Finance::Requests => "Change requests".into(),
        Finance::PriceColumn => "Price".into(),
        Finance::FinancingColumn => "Financing".into(),
        Finance::MissingColumn => "Missing".into(),
        Finance::DeadlineColumn => "Deadline".into(),
        Finance::ChangedColumn => "Changed".into(),
        Finance::SortBy => "Sort by".into(),
        Finance::National => "National initiative".into(),
        Finance::Portal => "Open in the portal".into(),
        Finance::NobodyYet => "No municipalities yet".into(),
        Finance::MovedSince => "since the last webinar".into(),
        Finance::NothingMissing => "–".into(),
        Finance::Search => "Search".into(),
        Finance::SearchHint => "Title, reference or category".into(),
        Finance::Group => "Status".into(),
        Finance::AllGroups => "All".into(),
        Finance::ToBeFinanced => "To be financed".into(),
        Finance::UnderWay => "Under way".into(),
        Finance::Finished => "Finished".into(),
        Finance::OnlyMoved => "Only with movement".into(),
        Finance::Municipality => "Municipality".into(),
        Finance::AllMunicipalities => "All municipalities".into(),
        Finance::Initiative => "National initiative".into(),
        Finance::AllInitiatives => "All requests".into(),
        Finance::OtherInitiative => "An initiative that no request here belongs to".into(),
        Finance::AsOf => "Show as of".into(),
        Finance::ShowNow => "Show now".into(),
        Finance::PastFailed => "That day could not be loaded.".into(),
        Finance::Again => "Try again".into(),
        Finance::NothingFits => "No change requests fit what you have chosen.".into(),
        Finance::Reset => "Reset".into(),
        Finance::Map => "Who is with us, where".into(),
        Finance::ShowOnMap => "Show on the map".into(),
        Finance::ShowAll => "Show all requests".into(),
        Finance::KeyCommitted => "Has committed".into(),
        Finance::KeyOnTheWay => "Considering it".into(),
        Finance::KeyOther => "Not with us, or not by name".into(),
        Finance::Overdue => "The deadline has passed".into(),
        Finance::Rounded => "Each municipality’s amount is rounded to whole thousands of kroner \
                     before it is added up, so that no sum tells what a single municipality \
                     pays."
            .into(),
        Finance::OnlyNamed => {
            "Only municipalities that agreed to be named are shown one by one.".into()
        }
        Finance::MapHint => "Point at a municipality, or use the arrow keys.".into(),
        Finance::AsList => "Show as a list".into(),
        Finance::NobodyNamed => "No municipalities are named yet.".into(),
        Finance::CodeTitle => "Type the code".into(),
        Finance::CodeBody => "The vendor shows this page to those who have the code.".into(),
        Finance::Code => "Code".into(),
        Finance::Enter => "Show the page".into(),
        Finance::Entering => "One moment …".into(),
        Finance::WrongCode => "The code does not fit. Check it, and try again.".into(),
        Finance::UpdatedToday(time) => {
            format!("updated today at {time}")
        }
        Finance::Updated(moment) => {
            format!("updated {moment}")
        }
        Finance::Printed(moment) => {
            format!("Printed {moment}")
        }
        Finance::Of(some, all) => {
            format!("{some} of {all}")
        }
        Finance::SinceLast(day) => {
            format!("since the last webinar, {day}")
        }
        Finance::PortalOf(title) => {
            format!("Open in the portal: {title} (new tab)")
        }
        Finance::PlannedFor(count) => Shared::Municipalities(count).say(English),
        Finance::Cap(amount) => {
            format!("at most {amount}")
        }
        Finance::Minimum(count) => {
            format!("at least\u{a0}{count}")
        }
        Finance::Between(low, high) => format!("{low} – {high}"),
        Finance::Promises(count) => {
            format!("{count} committed")
        }
        Finance::Deciding(count) => {
            format!("{count} under decision")
        }
        Finance::Intending(count) => {
            format!("{count} intended")
        }
        Finance::Interested(count) => {
            format!("{count} interested")
        }
        Finance::Moved(amount, count) => moved(English, amount, count),
        Finance::Extended(from, reason) => {
            format!("extended from {from}: {reason}")
        }
        Finance::StoodOn(day) => {
            format!("As it stood on {day}")
        }
        Finance::ShownOf(some, all) => {
            let all = English.counted(all, "request", "requests");
            format!("Showing {some} of {all}")
        }
        Finance::MapOf(title) => {
            format!("Only {title}")
        }
        Finance::ShowOnMapOf(title) => {
            format!("Show on the map: {title}")
        }
        Finance::Region {
            committed: 0,
            on_the_way: 0,
        } => "none yet".into(),
        Finance::Region {
            committed,
            on_the_way: 0,
        } => {
            format!("{committed} committed")
        }
        Finance::Region {
            committed: 0,
            on_the_way,
        } => {
            format!("{on_the_way} considering it")
        }
        Finance::Region {
            committed,
            on_the_way,
        } => {
            format!("{committed} committed, {on_the_way} considering it")
        }
        Finance::NotNamed(name) => {
            format!("{name}: not with us, or not by name")
        }
    }
}
