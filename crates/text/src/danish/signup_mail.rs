//! In Danish: mails to those who are signed up for a webinar.

use barometer_domain::signup::mail::MailKind;

pub(crate) fn subject(kind: MailKind, title: &str, day: &str) -> String {
    match kind {
        MailKind::Invitation => format!("Du er tilmeldt: {title}, {day}"),
        MailKind::Reminder => format!("I morgen: {title}"),
        MailKind::Letter => format!("Tak for sidst: {title}"),
        MailKind::Cancellation => format!("Aflyst: {title}, {day}"),
    }
}

pub(crate) fn text(kind: MailKind, title: &str, when: &str, result_at: &str) -> String {
    match kind {
        MailKind::Invitation => format!(
            "Hej {{navn}}\n\nDu er tilmeldt webinaret »{title}« {when}.\n\nDit personlige link:\n{{link}}\n\nÅbn det på \
             din telefon eller computer, når webinaret begynder. Det er kun til dig: den, der har det, stemmer på din \
             plads. Aftalen er vedhæftet til din kalender."
        ),
        MailKind::Reminder => format!(
            "Hej {{navn}}\n\nI morgen holder vi webinaret »{title}«: {when}.\n\nDit personlige link:\n{{link}}\n\nKan du \
             alligevel ikke, så åbn linket i dag, og meld fra."
        ),
        MailKind::Letter => format!(
            "Hej {{navn}}\n\nTak, fordi du var med til »{title}«. Hvor langt hvert ønske er kommet, kan I altid se \
             her:\n{result_at}"
        ),
        MailKind::Cancellation => format!(
            "Hej {{navn}}\n\nWebinaret »{title}« {when} er aflyst. Aftalen forsvinder fra din kalender, når du åbner den \
             vedhæftede fil."
        ),
    }
}

pub(crate) fn ending(unsubscribe: &str) -> String {
    format!("--\nVil du ikke have flere mails om webinaret? {unsubscribe}")
}
