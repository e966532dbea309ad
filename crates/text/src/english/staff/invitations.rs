//! In English: the words of the page with personal invitations.

use crate::Language::English;
use crate::staff::invitations::InvitationText;

pub(crate) fn sentence(message: InvitationText<'_>) -> String {
    match message {
            InvitationText::Title => "Invitations".into(),
            InvitationText::Body => {
                "With a personal link each person has one ballot, on several devices too.".into()
            }
            InvitationText::Count(0) => "Nobody is invited yet".into(),
            InvitationText::Count(count) => English.counted(count, "invitation", "invitations"),
            InvitationText::InvitedOnly => "Only those invited can vote".into(),
            InvitationText::InvitedOnlyHint => {
                "Others can still watch. Those who came by the open link already must join again.".into()
            }
            InvitationText::Door(door) => door.say(English),
            InvitationText::Locked => {
                "The vote has been opened. So it cannot be changed who can vote, and no invitation can be withdrawn."
                    .into()
            }
            InvitationText::Over => "The vote is closed, so nobody more can be invited.".into(),
            InvitationText::Withdraw => "Withdraw all".into(),
            InvitationText::WithdrawAsk => "Withdraw all invitations?".into(),
            InvitationText::WithdrawBody => {
                "The links stop working, also for those who have joined already. This cannot be undone.".into()
            }
            InvitationText::WithdrawYes => "Withdraw".into(),
            InvitationText::Withdrawn => "All invitations are withdrawn.".into(),
            InvitationText::Invite => "Invite".into(),
            InvitationText::InviteBody => {
                "Paste a list from a spreadsheet, or choose a file (XLSX, ODS or CSV). Names and mail addresses \
                 stay in your browser. The server gets the municipality only, and a print of the link that it \
                 cannot be read from."
                    .into()
            }
            InvitationText::List => "Participants, one on each line".into(),
            InvitationText::ListHint => {
                "Name; municipality; job; e-mail – the last two are voluntary. Tabs or commas will do too.".into()
            }
            InvitationText::File => "Choose a file".into(),
            InvitationText::Check => "Check the list".into(),
            InvitationText::Empty => "Paste at least one participant.".into(),
            InvitationText::TooMany(limit) => {
                let lines = English.counted(limit, "line", "lines");
                format!("The list has more than {lines}. Split it.")
            }
            InvitationText::Wrong(count) => {
                let lines = English.counted(count, "line needs", "lines need");
                format!("{lines} mending. No links were made.")
            }
            InvitationText::NameMissing(line) => format!("Line {line}: The name is missing."),
            InvitationText::MunicipalityMissing(line) => format!("Line {line}: The municipality is missing."),
            InvitationText::NoSuchMunicipality(cell, typed) => {
                format!("Cell {cell}: “{typed}” is no municipality.")
            }
            InvitationText::NoValue(cell, typed) => {
                format!("Cell {cell}: “{typed}” is an error in the spreadsheet or a formula without a result.")
            }
            InvitationText::HiddenAsk(1) => {
            "1 row is hidden or filtered out in the file. Shall it come along?"
                .into()
        }
            InvitationText::HiddenAsk(count) => format!(
                "{} rows are hidden or filtered out in the file. Shall they come along?",
                English.whole(count)
            ),
            InvitationText::HiddenWith => "Take along".into(),
            InvitationText::HiddenWithout => "Leave out".into(),
            InvitationText::Duplicate(line, first) => {
                format!("Line {line}: The person stands on line {first} too.")
            }
            InvitationText::AndMore(count) => format!("… and {} more", English.whole(count)),
            InvitationText::Ready(people, municipalities) => format!(
                "{} from {}",
                English.counted(people, "participant", "participants"),
                English.counted(municipalities, "municipality", "municipalities")
            ),
            InvitationText::Caption => "The first on the list".into(),
            InvitationText::Make(count) => {
                let links = English.counted(count, "personal link", "personal links");
                format!("Make {links}")
            }
            InvitationText::Made(1) => "1 link is made, and the file is saved.".into(),
            InvitationText::Made(count) => {
                format!("{} links are made, and the file is saved.", English.whole(count))
            }
            InvitationText::OnlyInFile => {
                "The links are in that file only. Send them with a mail merge, and delete the file afterwards: \
                 whoever has the file, the server’s data and its secret can tie a person to a ballot."
                    .into()
            }
            InvitationText::SaveAgain => "Save the file again".into(),
            InvitationText::InviteMore => "Invite more".into(),
            InvitationText::NameColumn => "Name".into(),
            InvitationText::MunicipalityColumn => "Municipality".into(),
            InvitationText::RoleColumn => "Job".into(),
            InvitationText::MailColumn => "E-mail".into(),
            InvitationText::LinkColumn => "Link".into(),
        }
}
