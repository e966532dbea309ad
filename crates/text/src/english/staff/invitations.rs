//! In English: the words of the page with personal invitations.

use crate::Language::English;
use crate::staff::invitations::Invitations;

pub(crate) fn sentence(message: Invitations<'_>) -> String {
    match message {
            Invitations::Title => "Invitations".into(),
            Invitations::Body => {
                "With a personal link each person has one ballot, on several devices too.".into()
            }
            Invitations::Count(0) => "Nobody is invited yet".into(),
            Invitations::Count(count) => English.counted(count, "invitation", "invitations"),
            Invitations::InvitedOnly => "Only those invited can vote".into(),
            Invitations::InvitedOnlyHint => {
                "Others can still watch. Those who came by the open link already must join again.".into()
            }
            Invitations::Door(door) => door.say(English),
            Invitations::Locked => {
                "The vote has been opened. So it cannot be changed who can vote, and no invitation can be withdrawn."
                    .into()
            }
            Invitations::Over => "The vote is closed, so nobody more can be invited.".into(),
            Invitations::Withdraw => "Withdraw all".into(),
            Invitations::WithdrawAsk => "Withdraw all invitations?".into(),
            Invitations::WithdrawBody => {
                "The links stop working, also for those who have joined already. This cannot be undone.".into()
            }
            Invitations::WithdrawYes => "Withdraw".into(),
            Invitations::Withdrawn => "All invitations are withdrawn.".into(),
            Invitations::Invite => "Invite".into(),
            Invitations::InviteBody => {
                "Paste a list from a spreadsheet, or choose a file (XLSX, ODS or CSV). Names and mail addresses \
                 stay in your browser. The server gets the municipality only, and a print of the link that it \
                 cannot be read from."
                    .into()
            }
            Invitations::List => "Participants, one on each line".into(),
            Invitations::ListHint => {
                "Name; municipality; job; e-mail – the last two are voluntary. Tabs or commas will do too.".into()
            }
            Invitations::File => "Choose a file".into(),
            Invitations::Check => "Check the list".into(),
            Invitations::Empty => "Paste at least one participant.".into(),
            Invitations::TooMany(limit) => {
                let lines = English.counted(limit, "line", "lines");
                format!("The list has more than {lines}. Split it.")
            }
            Invitations::Wrong(count) => {
                let lines = English.counted(count, "line needs", "lines need");
                format!("{lines} mending. No links were made.")
            }
            Invitations::NameMissing(line) => format!("Line {line}: The name is missing."),
            Invitations::MunicipalityMissing(line) => format!("Line {line}: The municipality is missing."),
            Invitations::NoSuchMunicipality(cell, typed) => {
                format!("Cell {cell}: “{typed}” is no municipality.")
            }
            Invitations::NoValue(cell, typed) => {
                format!("Cell {cell}: “{typed}” is an error in the spreadsheet or a formula without a result.")
            }
            Invitations::HiddenAsk(1) => {
            "1 row is hidden or filtered out in the file. Shall it come along?"
                .into()
        }
            Invitations::HiddenAsk(count) => format!(
                "{} rows are hidden or filtered out in the file. Shall they come along?",
                English.whole(count)
            ),
            Invitations::HiddenWith => "Take along".into(),
            Invitations::HiddenWithout => "Leave out".into(),
            Invitations::Duplicate(line, first) => {
                format!("Line {line}: The person stands on line {first} too.")
            }
            Invitations::AndMore(count) => format!("… and {} more", English.whole(count)),
            Invitations::Ready(people, municipalities) => format!(
                "{} from {}",
                English.counted(people, "participant", "participants"),
                English.counted(municipalities, "municipality", "municipalities")
            ),
            Invitations::Caption => "The first on the list".into(),
            Invitations::Make(count) => {
                let links = English.counted(count, "personal link", "personal links");
                format!("Make {links}")
            }
            Invitations::Made(1) => "1 link is made, and the file is saved.".into(),
            Invitations::Made(count) => {
                format!("{} links are made, and the file is saved.", English.whole(count))
            }
            Invitations::OnlyInFile => {
                "The links are in that file only. Send them with a mail merge, and delete the file afterwards: \
                 whoever has the file, the server’s data and its secret can tie a person to a ballot."
                    .into()
            }
            Invitations::SaveAgain => "Save the file again".into(),
            Invitations::InviteMore => "Invite more".into(),
            Invitations::NameColumn => "Name".into(),
            Invitations::MunicipalityColumn => "Municipality".into(),
            Invitations::RoleColumn => "Job".into(),
            Invitations::MailColumn => "E-mail".into(),
            Invitations::LinkColumn => "Link".into(),
        }
}
