//! In English: the words of the vendor's page with sign-ups.

use barometer_domain::signup::mail::MailKind;

use crate::Language::English;
use crate::staff::signups::Signups;

pub(crate) fn sentence(message: Signups<'_>) -> String {
    match message {
        Signups::Title => "Sign-ups".into(),
        Signups::Body => "Who is signed up for the webinar. Names and e-mail addresses are sealed, and are opened in your browser only.".into(),
        Signups::RemindToday => "The webinar is tomorrow, and some have not been reminded.".into(),
        Signups::ToMail => "Write to them".into(),
        Signups::Settings => "How one signs up".into(),
        Signups::Way => "Sign-up".into(),
        Signups::WayOff => "No sign-up".into(),
        Signups::WayHere => "On the webinar’s own page, until the day".into(),
        Signups::WayElsewhere => "On the course page’s own link".into(),
        Signups::Seats => "Places for each municipality".into(),
        Signups::SeatsHint => "Empty means any number. Whoever is signed up gets a personal link and can vote.".into(),
        Signups::SeatsWrong => "Write a whole number from 1 to 500, or leave the field empty.".into(),
        Signups::CourseLink => "The course page’s address".into(),
        Signups::CourseLinkWrong => "Write the whole address. It must begin with https://.".into(),
        Signups::CandidatesAhead => "The candidates can be read ahead: title, benefit and price".into(),
        Signups::Announced => "Show the webinar in the news. Then everybody sees its code and finds the page".into(),
        Signups::Keep => "Save".into(),
        Signups::Kept => "Saved.".into(),
        Signups::SeePage => "See the page".into(),
        Signups::People => "Signed up".into(),
        Signups::Search => "Search by name, municipality or e-mail".into(),
        Signups::Nobody => "Nobody has signed up yet.".into(),
        Signups::NoneFound => "Nobody matches what you search for.".into(),
        Signups::ByMunicipality => "Number from each municipality".into(),
        Signups::NameColumn => "Name".into(),
        Signups::MunicipalityColumn => "Municipality".into(),
        Signups::MailColumn => "E-mail".into(),
        Signups::LinkColumn => "Personal link".into(),
        Signups::SentColumn => "Sent".into(),
        Signups::RemoveColumn => "Remove".into(),
        Signups::DoesNotOpen => "Does not open with this key".into(),
        Signups::Unsubscribed => "wants no mail".into(),
        Signups::Remove => "Remove".into(),
        Signups::RemoveAsk => "Remove from the list?".into(),
        Signups::RemoveBody => "Name and e-mail address are deleted. Before the vote is opened, the personal link stops working too.".into(),
        Signups::Removed => "Removed from the list.".into(),
        Signups::SaveFile => "Save as a file (CSV)".into(),
        Signups::SaveFileHint => "The file has names and personal links, for a mail merge. Delete it once you have sent.".into(),
        Signups::FileName => "signups".into(),
        Signups::AddHeading => "Add from the course system".into(),
        Signups::AddBody => "Paste the list, or choose a file (XLSX, ODS or CSV). It is read and sealed in your browser. Each person gets a personal link.".into(),
        Signups::AddOver => "The vote has been opened, so nobody can be added.".into(),
        Signups::ListHint => "Name; municipality; job; e-mail – the e-mail is needed. Tabs or commas do as well.".into(),
        Signups::Add => "Add".into(),
        Signups::Mail => "Write to those signed up".into(),
        Signups::NoMailServer => "This server sends no mail. Copy the addresses and the text into your own mail program, or use the file for a mail merge, which has the personal links too.".into(),
        Signups::KindLabel => "What".into(),
        Signups::Subject => "Subject".into(),
        Signups::SubjectWrong => "Write a subject in one line.".into(),
        Signups::MailText => "Text".into(),
        Signups::MailTextWrong => "Write what the mail is to say.".into(),
        Signups::MailWords => "{navn} becomes the person’s name and {link} the personal link.".into(),
        Signups::NotSentTo => "The mail was not sent to:".into(),
        Signups::TryAgain => "They are still among those who lack it: press Send again to try them again.".into(),
        Signups::FailedNoAddress => "not an address that can be written to".into(),
        Signups::FailedRefused => "the mail server refused it".into(),
        Signups::FailedLater => "the mail server did not answer, or asked to wait".into(),
        Signups::FailedUnsubscribed => "wants no mail, or is signed up no longer".into(),
        Signups::CopyAddresses => "Copy the addresses".into(),
        Signups::CopyText => "Copy the text".into(),
        Signups::Appointment => "The appointment (.ics)".into(),
        Signups::Copied => "Copied.".into(),
        Signups::NotCopied => "The browser did not allow copying.".into(),
        Signups::Count(people, municipalities) => {
            let municipalities = English.counted(municipalities, "municipality", "municipalities");
            format!("{people} signed up from {municipalities}")
        },
        Signups::Added(people) => {
            let people = English.counted(people, "person", "people");
            format!("{people} added.")
        },
        Signups::KnownAlready(_) => "Were signed up already, and were not added again:".into(),
        Signups::WithoutAddress(_) => "Have no usable e-mail address, and were not added:".into(),
        Signups::WrongLines(count) => {
            let lines = English.counted(count, "line needs", "lines need");
            format!("{lines} mending. Nobody was added.")
        },
        Signups::SentFrom(from) => format!("Sent by this server from {from}. The addresses are not stored; they are opened here and handed over for the one sending."),
        Signups::Kind(MailKind::Invitation) => "Invitation".into(),
        Signups::Kind(MailKind::Reminder) => "Reminder the day before".into(),
        Signups::Kind(MailKind::Letter) => "Letter afterwards".into(),
        Signups::Kind(MailKind::Cancellation) => "Cancellation".into(),
        Signups::Left(letters) => {
            let letters = English.counted(letters, "character", "characters");
            format!("{letters} left")
        },
        Signups::Awaiting(0) => "Everyone has got this mail, or nobody can.".into(),
        Signups::Awaiting(people) => {
            let people = English.counted(people, "person has", "people have");
            format!("{people} not got this mail.")
        },
        Signups::Send(people) => format!("Send to {people}"),
        Signups::SentTo(people) => {
            let mails = English.counted(people, "mail", "mails");
            format!("{mails} sent.")
        },
        Signups::Progress(sent, total) => format!("Sent {sent} of {total} …"),
    }
}
