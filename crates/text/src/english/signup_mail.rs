//! In English: mails to those who are signed up for a webinar.

use barometer_domain::signup::mail::MailKind;

pub(crate) fn subject(kind: MailKind, title: &str, day: &str) -> String {
    match kind {
        MailKind::Invitation => format!("You are signed up: {title}, {day}"),
        MailKind::Reminder => format!("Tomorrow: {title}"),
        MailKind::Letter => format!("Thank you: {title}"),
        MailKind::Cancellation => format!("Cancelled: {title}, {day}"),
    }
}

pub(crate) fn text(kind: MailKind, title: &str, when: &str, result_at: &str) -> String {
    match kind {
        MailKind::Invitation => format!(
            "Dear {{navn}}\n\nYou are signed up for the webinar “{title}” on {when}.\n\nYour personal \
             link:\n{{link}}\n\nOpen it on your phone or computer when the webinar begins. It is for you alone: whoever \
             has it votes in your place. The appointment for your calendar is attached."
        ),
        MailKind::Reminder => format!(
            "Dear {{navn}}\n\nThe webinar “{title}” is tomorrow: {when}.\n\nYour personal link:\n{{link}}\n\nIf you \
             cannot come after all, open the link today and cancel."
        ),
        MailKind::Letter => format!(
            "Dear {{navn}}\n\nThank you for taking part in “{title}”. How far each request has come, you can always see \
             here:\n{result_at}"
        ),
        MailKind::Cancellation => format!(
            "Dear {{navn}}\n\nThe webinar “{title}” on {when} is cancelled. The appointment leaves your calendar when you \
             open the attached file."
        ),
    }
}

pub(crate) fn ending(unsubscribe: &str) -> String {
    format!("--\nDo you want no more mail about the webinar? {unsubscribe}")
}
