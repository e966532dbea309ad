//! In English: the words of the vendor's page with sign-ups.

use barometer_domain::signup::mail::MailKind;

use crate::Language::English;
use crate::staff::signups::SignupDeskText;

pub(crate) fn sentence(message: SignupDeskText<'_>) -> String {
    match message {
        SignupDeskText::Title => "Sign-ups".into(),
        SignupDeskText::Body => "Who is signed up for the webinar. Names and e-mail addresses are sealed, and are opened in your browser only.".into(),
        SignupDeskText::RemindToday => "The webinar is tomorrow, and some have not been reminded.".into(),
        SignupDeskText::ToMail => "Write to them".into(),
        SignupDeskText::Settings => "How one signs up".into(),
        SignupDeskText::Way => "Sign-up".into(),
        SignupDeskText::WayOff => "No sign-up".into(),
        SignupDeskText::WayHere => "On the webinar’s own page, until the day".into(),
        SignupDeskText::WayElsewhere => "On the course page’s own link".into(),
        SignupDeskText::Seats => "Places for each municipality".into(),
        SignupDeskText::SeatsHint => "Empty means any number. Whoever is signed up gets a personal link and can vote.".into(),
        SignupDeskText::SeatsWrong => "Write a whole number from 1 to 500, or leave the field empty.".into(),
        SignupDeskText::CourseLink => "The course page’s address".into(),
        SignupDeskText::CourseLinkWrong => "Write the whole address. It must begin with https://.".into(),
        SignupDeskText::CandidatesAhead => "The candidates can be read ahead: title, benefit and price".into(),
        SignupDeskText::Announced => "Show the webinar in the news. Then everybody sees its code and finds the page".into(),
        SignupDeskText::Keep => "Save".into(),
        SignupDeskText::Kept => "Saved.".into(),
        SignupDeskText::SeePage => "See the page".into(),
        SignupDeskText::People => "Signed up".into(),
        SignupDeskText::Search => "Search by name, municipality or e-mail".into(),
        SignupDeskText::Nobody => "Nobody has signed up yet.".into(),
        SignupDeskText::NoneFound => "Nobody matches what you search for.".into(),
        SignupDeskText::ByMunicipality => "Number from each municipality".into(),
        SignupDeskText::NameColumn => "Name".into(),
        SignupDeskText::MunicipalityColumn => "Municipality".into(),
        SignupDeskText::MailColumn => "E-mail".into(),
        SignupDeskText::LinkColumn => "Personal link".into(),
        SignupDeskText::SentColumn => "Sent".into(),
        SignupDeskText::RemoveColumn => "Remove".into(),
        SignupDeskText::DoesNotOpen => "Does not open with this key".into(),
        SignupDeskText::Unsubscribed => "wants no mail".into(),
        SignupDeskText::Remove => "Remove".into(),
        SignupDeskText::RemoveAsk => "Remove from the list?".into(),
        SignupDeskText::RemoveBody => "Name and e-mail address are deleted. Before the vote is opened, the personal link stops working too.".into(),
        SignupDeskText::Removed => "Removed from the list.".into(),
        SignupDeskText::SaveFile => "Save as a file (CSV)".into(),
        SignupDeskText::SaveFileHint => "The file has names and personal links, for a mail merge. Delete it once you have sent.".into(),
        SignupDeskText::FileName => "signups".into(),
        SignupDeskText::AddHeading => "Add from the course system".into(),
        SignupDeskText::AddBody => "Paste the list, or choose a file (XLSX, ODS or CSV). It is read and sealed in your browser. Each person gets a personal link.".into(),
        SignupDeskText::AddOver => "The vote has been opened, so nobody can be added.".into(),
        SignupDeskText::ListHint => "Name; municipality; job; e-mail – the e-mail is needed. Tabs or commas do as well.".into(),
        SignupDeskText::Add => "Add".into(),
        SignupDeskText::Mail => "Write to those signed up".into(),
        SignupDeskText::NoMailServer => "This server sends no mail. Copy the addresses and the text into your own mail program, or use the file for a mail merge, which has the personal links too.".into(),
        SignupDeskText::KindLabel => "What".into(),
        SignupDeskText::Subject => "Subject".into(),
        SignupDeskText::SubjectWrong => "Write a subject in one line.".into(),
        SignupDeskText::MailText => "Text".into(),
        SignupDeskText::MailTextWrong => "Write what the mail is to say.".into(),
        SignupDeskText::MailWords => "{navn} becomes the person’s name and {link} the personal link.".into(),
        SignupDeskText::NotSentTo => "The mail was not sent to:".into(),
        SignupDeskText::TryAgain => "They are still among those who lack it: press Send again to try them again.".into(),
        SignupDeskText::FailedNoAddress => "not an address that can be written to".into(),
        SignupDeskText::FailedRefused => "the mail server refused it".into(),
        SignupDeskText::FailedLater => "the mail server did not answer, or asked to wait".into(),
        SignupDeskText::FailedUnsubscribed => "wants no mail, or is signed up no longer".into(),
        SignupDeskText::CopyAddresses => "Copy the addresses".into(),
        SignupDeskText::CopyText => "Copy the text".into(),
        SignupDeskText::Appointment => "The appointment (.ics)".into(),
        SignupDeskText::Copied => "Copied.".into(),
        SignupDeskText::NotCopied => "The browser did not allow copying.".into(),
        SignupDeskText::Count(people, municipalities) => {
            let municipalities = English.counted(municipalities, "municipality", "municipalities");
            format!("{people} signed up from {municipalities}")
        },
        SignupDeskText::Added(people) => {
            let people = English.counted(people, "person", "people");
            format!("{people} added.")
        },
        SignupDeskText::KnownAlready(_) => "Were signed up already, and were not added again:".into(),
        SignupDeskText::WithoutAddress(_) => "Have no usable e-mail address, and were not added:".into(),
        SignupDeskText::WrongLines(count) => {
            let lines = English.counted(count, "line needs", "lines need");
            format!("{lines} mending. Nobody was added.")
        },
        SignupDeskText::SentFrom(from) => format!("Sent by this server from {from}. The addresses are not stored; they are opened here and handed over for the one sending."),
        SignupDeskText::Kind(MailKind::Invitation) => "Invitation".into(),
        SignupDeskText::Kind(MailKind::Reminder) => "Reminder the day before".into(),
        SignupDeskText::Kind(MailKind::Letter) => "Letter afterwards".into(),
        SignupDeskText::Kind(MailKind::Cancellation) => "Cancellation".into(),
        SignupDeskText::Left(letters) => {
            let letters = English.counted(letters, "character", "characters");
            format!("{letters} left")
        },
        SignupDeskText::Awaiting(0) => "Everyone has got this mail, or nobody can.".into(),
        SignupDeskText::Awaiting(people) => {
            let people = English.counted(people, "person has", "people have");
            format!("{people} not got this mail.")
        },
        SignupDeskText::Send(people) => format!("Send to {people}"),
        SignupDeskText::SentTo(people) => {
            let mails = English.counted(people, "mail", "mails");
            format!("{mails} sent.")
        },
        SignupDeskText::Progress(sent, total) => format!("Sent {sent} of {total} …"),
    }
}
