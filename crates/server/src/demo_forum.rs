//! The demo's Strategic Development Forum: a meeting behind it and one ahead, whenever the demo is loaded.

use barometer_domain::date::Date;
use barometer_domain::forum::calendar::{proposed_day, proposed_days};
use barometer_domain::forum::{ForumCommand, ForumRequest, HalfYear, Member, SEALED_FOR};
use barometer_domain::vendor::PublicKey;
use barometer_sealing::contact::Contact;
use barometer_sealing::envelope;
use getrandom::SysRng;
use rand_core::UnwrapErr;
use serde::Deserialize;

use crate::demo::DEMO_FORUM;
use crate::links::LoadDemo;
use crate::secrets;
use crate::store::{Store, now};

/// The forum as its file has it, with every day reckoned and every request found by its title.
#[derive(Debug, Deserialize)]
struct DemoForum {
    members: Vec<InventedMember>,
    commands: Vec<ForumCommand>,
}

#[derive(Debug, Deserialize)]
struct InventedMember {
    name: String,
    email: String,
    member: Member,
}

impl DemoForum {
    fn on(today: Date, requests: &[ForumRequest]) -> Result<Self, serde_json::Error> {
        let mut text = dated(DEMO_FORUM, today);
        for request in requests {
            text = text.replace(
                &format!("\"{{{}}}\"", request.title),
                &request.id.to_string(),
            );
        }
        serde_json::from_str(&text)
    }
}

/// Loads it into a database whose forum is empty, with its members sealed for the vendor.
///
/// # Errors
/// [`LoadDemo`], as for the rest of the demo.
pub async fn load(store: &Store) -> Result<(), LoadDemo> {
    let desk = store.forum().await?;
    let is_empty =
        desk.meetings.is_empty() && desk.initiatives.is_empty() && desk.members.is_empty();
    let Some(key) = store.vendor_key().await?.filter(|_| is_empty) else {
        return Ok(());
    };
    let forum = DemoForum::on(Date::of_millis(now()), &desk.requests)?;
    let members = forum.members.iter();
    let members = members.filter_map(|one| sealed(one, &key));
    for command in members.chain(forum.commands.iter().cloned()) {
        store.change_forum(command).await?;
    }
    Ok(())
}

fn sealed(one: &InventedMember, key: &PublicKey) -> Option<ForumCommand> {
    let key = key.as_str().parse().ok()?;
    let slot = secrets::random_signup_slot();
    let contact = Contact::new(&one.name, &one.email, None).ok()?;
    let mut chance = UnwrapErr(SysRng);
    let sealed = envelope::seal_contact(&key, SEALED_FOR, slot.as_str(), &contact, &mut chance);
    Some(ForumCommand::AddMember {
        slot,
        sealed: String::from(sealed.ok()?).try_into().ok()?,
        member: one.member.clone(),
    })
}

/// The file with its days written in.
fn dated(file: &str, today: Date) -> String {
    let mut text = file.to_owned();
    let mut write = |name: &str, value: String| text = text.replace(&format!("{{{name}}}"), &value);
    let last = last_meeting(today);
    write("last meeting", last.to_string());
    let next = proposed_days(&[], today).first().copied();
    let next = next.unwrap_or_else(|| today.plus_days(60));
    write("next meeting", next.to_string());
    write("term from", last.plus_days(-90).to_string());
    write("term to", next.plus_days(365).to_string());
    let halves = HalfYear::containing(today).up_to(HalfYear::containing(today.plus_days(730)));
    for (number, half) in halves.enumerate() {
        write(&format!("half {number}"), half.to_string());
        write(&format!("end of half {number}"), last_day(half));
    }
    text
}

/// The last day on which the forum will have met.
fn last_meeting(today: Date) -> Date {
    let earlier = (0..4).map(|halves| today.plus_days(-180 * halves));
    let mut days = earlier.filter_map(|day| proposed_day(HalfYear::containing(day)));
    days.find(|day| *day < today)
        .unwrap_or_else(|| today.plus_days(-60))
}

fn last_day(half: HalfYear) -> String {
    match half.parts() {
        (year, 1) => format!("{year:04}-06-30"),
        (year, _) => format!("{year:04}-12-31"),
    }
}

#[cfg(test)]
mod tests {
    use barometer_domain::forum::MeetingState;
    use barometer_domain::ids::RequestId;

    use super::*;

    /// Whatever day the demo is loaded on, its file says what the vendor could have said then.
    #[test]
    fn a_meeting_lies_behind_and_one_ahead() {
        let titles = [
            "Kvittering for læst advis",
            "Kopiér besøgsplan til afløser",
            "Sammenlign billeder i sårforløb",
        ];
        let requests = titles.map(|title| ForumRequest {
            id: RequestId(7),
            reference: String::new(),
            title: title.into(),
        });
        let first: Date = "2024-01-01".parse().unwrap();
        for days in (0..1_500).step_by(7) {
            let today = first.plus_days(days);
            let forum = DemoForum::on(today, &requests).unwrap();
            assert!(forum.members.iter().all(|one| one.member.is_sitting(today)));
            let mut states = Vec::new();
            for command in &forum.commands {
                match command {
                    ForumCommand::SaveMeeting { meeting, .. } => {
                        assert_eq!(meeting.date > today, meeting.state == MeetingState::Called);
                        meeting.clone().checked().unwrap();
                        states.push(meeting.state);
                    }
                    ForumCommand::SaveInitiative { initiative, .. } => {
                        let initiative = initiative.clone().checked().unwrap();
                        assert!(initiative.deadline.unwrap() > today);
                    }
                    ForumCommand::Record { entry } => assert!(entry.day < today),
                    _ => {}
                }
            }
            assert_eq!(states, [MeetingState::Held, MeetingState::Called]);
        }
    }
}
