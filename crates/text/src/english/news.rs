//! In English: news without an account.

use barometer_domain::news::NewsSubject;

use crate::news::NewsText;

pub(crate) const fn sentence(message: NewsText) -> &'static str {
    match message {
        NewsText::Title => "News without an account",
        NewsText::Intro => {
            "Hear when a request has come a step further, when there is a new webinar, and when a result is out. You do \
             not sign up for anything."
        }
        NewsText::Never => "The news never says who voted, nor which municipalities said yes.",
        NewsText::Feeds => "In a news reader",
        NewsText::FeedsHint => "Copy a feed's address into your news reader, Outlook or Teams.",
        NewsText::NeedsCode => {
            "The page about co-financing asks for a code. Open it with the code first; then you can follow the requests \
             here too."
        }
        NewsText::ToLivingPage => "Finances – change requests for co-financing",
        NewsText::Mail => "By e-mail",
        NewsText::NoMail => "This server sends no mail. Use a feed instead.",
        NewsText::Address => "Your e-mail",
        NewsText::AddressPromise => {
            "The server writes to you by itself, so it must be able to read your address. It is stored encrypted, used for \
             news only, and shown on no page. If you do not confirm within 48 hours, it is deleted."
        }
        NewsText::Subjects => "What do you want news about?",
        NewsText::Subscribe => "Send me a link to confirm with",
        NewsText::AddressWrong => "Write an e-mail address such as name@municipality.dk.",
        NewsText::SubjectMissing => "Choose what you want news about.",
        NewsText::TooManyTries => "Many mails were asked for from here. Try again in a while.",
        NewsText::WishHeading => "Write to me by e-mail",
        NewsText::WishHint => {
            "Then you get a mail each time the wish moves. The address is kept apart, not with the wish."
        }
        NewsText::CheckTitle => "Look in your inbox",
        NewsText::CheckBody => {
            "If the address is right, a mail is on its way. Open its link within 48 hours and confirm. Only then do you \
             get news."
        }
        NewsText::ConfirmTitle => "Do you want news by e-mail?",
        NewsText::ConfirmBody => "Then you get mails about:",
        NewsText::ConfirmButton => "Yes, send me news",
        NewsText::ConfirmedTitle => "You get news from now on",
        NewsText::ConfirmedBody => {
            "At the end of each mail there is a link that stops them at once."
        }
        NewsText::LinkGoneTitle => "The link is no longer valid",
        NewsText::LinkGoneBody => {
            "A link is valid for 48 hours, and until you have said no thanks."
        }
        NewsText::LeaveTitle => "Do you want no more news by e-mail?",
        NewsText::LeaveBody => "Then we delete your address.",
        NewsText::LeaveButton => "No more mails",
        NewsText::LeftTitle => "You get no more mails",
        NewsText::LeftBody => "Your address is deleted.",
        NewsText::BackToNews => "To news without an account",
        NewsText::ConfirmSubject => "Confirm that you want news by e-mail",
        NewsText::TestHeadline => "A test from Barometer. Everything works.",
        NewsText::ReadMore => "Read more",
    }
}

pub(crate) fn announced(title: &str, when: &str) -> String {
    format!("New webinar: {title}, {when}")
}

pub(crate) fn result_out(title: &str) -> String {
    format!("The result is out: {title}")
}

pub(crate) fn meeting_called(when: &str) -> String {
    format!("The Strategic Development Forum meets on {when}")
}

pub(crate) fn meeting_moved(when: &str) -> String {
    format!("The meeting of the Strategic Development Forum is moved to {when}")
}

pub(crate) fn meeting_cancelled(day: &str) -> String {
    format!("The meeting of the Strategic Development Forum on {day} is called off")
}

pub(crate) fn minutes_out(day: &str, corrected: bool) -> String {
    let corrected = if corrected { " (corrected)" } else { "" };
    format!("Minutes of the Strategic Development Forum’s meeting on {day}{corrected}")
}

pub(crate) fn decided(text: &str) -> String {
    format!("Decided in the Strategic Development Forum: {text}")
}

pub(crate) fn stated(name: &str, text: &str) -> String {
    format!("{name}, what we say nationally: {text}")
}

pub(crate) fn taken_back(name: &str) -> String {
    format!("{name}: what we said nationally is taken back")
}

pub(crate) fn subject(subject: NewsSubject, title: &str) -> String {
    match subject {
        NewsSubject::LivingPage => "All requests for co-financing".into(),
        NewsSubject::Webinars => "New webinars and their results".into(),
        NewsSubject::Forum => {
            "Strategic Development Forum: meetings, decisions and statements".into()
        }
        NewsSubject::Request(_) => format!("Only this request: {title}"),
        NewsSubject::Wish(_) => format!("Your wish: {title}"),
    }
}

pub(crate) fn confirmation(subjects: &str, link: &str) -> String {
    format!(
        "Hello\n\nSomebody, probably you, asked for news to this address:\n{subjects}\nIf you want it, open the link and \
         press the button:\n{link}\n\nIf you do nothing, you get no mails, and the address is deleted after 48 hours.\n"
    )
}

pub(crate) fn several(count: u32) -> String {
    format!("{count} news about change requests")
}

pub(crate) fn ending(unsubscribe: &str) -> String {
    format!("--\nYou get this mail because you confirmed it. No more mails: {unsubscribe}")
}
