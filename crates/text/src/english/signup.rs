//! In English: the pages on which municipalities sign up for a webinar.

use crate::Language::English;
use crate::signup::SignupText;

pub(crate) fn sentence(message: SignupText<'_>) -> String {
    match message {
        SignupText::SignUp => "Sign me up".into(),
        SignupText::Online => "Online. You take part from your phone or computer.".into(),
        SignupText::About => {
            "We go through the requests that several municipalities could share. You vote anonymously on which of them \
             we should take further."
                .into()
        }
        SignupText::Agenda => "Agenda".into(),
        SignupText::Candidates => "The candidates".into(),
        SignupText::CandidatesBody => "Read them before we meet, if you like. The prices are preliminary.".into(),
        SignupText::FormHeading => "Sign up".into(),
        SignupText::Seats(seats) => {
            let seats = English.counted(seats, "place", "places");
            format!("Each municipality has {seats}.")
        }
        SignupText::Full => "no places left".into(),
        SignupText::MunicipalityFull(1) => {
            "Each municipality has one place, and your municipality’s is taken. Talk to your colleague, or write to the \
             vendor."
                .into()
        }
        SignupText::MunicipalityFull(seats) => format!(
            "Each municipality has {seats} places, and your municipality’s are taken. Talk to your colleagues, or write \
             to the vendor."
        ),
        SignupText::Name => "Your name".into(),
        SignupText::Mail => "Your e-mail address".into(),
        SignupText::MailUse => {
            "Used for the invitation, a reminder the day before and a letter afterwards. Deleted six months after the \
             webinar at the latest."
                .into()
        }
        SignupText::CoursePage => "Sign up on the course page".into(),
        SignupText::CoursePageBody => "You sign up in the course system.".into(),
        SignupText::Over => "Sign-up has ended.".into(),
        SignupText::Off => "This webinar needs no sign-up.".into(),
        SignupText::ToWebinar => "Go to the webinar".into(),
        SignupText::Closed => "Sign-up is closed. You have not been signed up.".into(),
        SignupText::TooManyTries => {
            "Too many sign-ups are coming from your network right now. Wait a moment, and press again.".into()
        }
        SignupText::Done => "You are signed up".into(),
        SignupText::DoneBody => "Put the appointment into your calendar, and keep your personal link.".into(),
        SignupText::Appointment => "Add to calendar (.ics)".into(),
        SignupText::OwnLink => "Your personal link".into(),
        SignupText::OwnLinkBody(day) => {
            format!("With it you take part on {day}. It is for you alone: whoever has it votes in your place.")
        }
        SignupText::Copy => "Copy".into(),
        SignupText::Copied => "Copied".into(),
        SignupText::NoOwnLink => "What you have signed up for stands here when you come from the sign-up page.".into(),
        SignupText::BackToSignUp => "Go to the sign-up page".into(),
        SignupText::CancelHeading => "Cannot come after all?".into(),
        SignupText::CancelBody => {
            "Cancel, and the place is free. Your name, your e-mail address and your link are deleted.".into()
        }
        SignupText::Cancel => "Cancel my sign-up".into(),
        SignupText::Cancelled => "Your sign-up is cancelled".into(),
        SignupText::CancelledBody => {
            "Your name and e-mail address are deleted, and the link does not work any more.".into()
        }
        SignupText::NothingToCancel => {
            "No sign-up belongs to the link. Perhaps you have cancelled already.".into()
        }
        SignupText::OwnBefore(day) => {
            format!("You have a personal link. Open it again on {day}, and you take part with it.")
        }
        SignupText::UnsubscribeHeading => "No more mail".into(),
        SignupText::UnsubscribeBody => {
            "You get no more mail about this webinar. Your sign-up and your link stay valid.".into()
        }
        SignupText::Unsubscribe => "Send me no more mail".into(),
        SignupText::Unsubscribed => "You get no more mail".into(),
        SignupText::UnsubscribedBody => "Your sign-up and your link are still valid.".into(),
        SignupText::NoSuchMail => "The link belongs to no mail from here. Perhaps the sign-up is deleted.".into(),
    }
}
