//! In English: the words of the vendor's page about news.

use crate::staff::news::NewsDeskText;

pub(crate) fn sentence(message: NewsDeskText<'_>) -> String {
    match message {
        NewsDeskText::Title => "News".into(),
        NewsDeskText::Body => {
            "When a request moves, a webinar is shown in the news, or a result is out, everybody can hear of it in a feed \
             or by e-mail. Never who voted."
                .into()
        }
        NewsDeskText::ToPage => "The page where one follows".into(),
        NewsDeskText::Readers(1, from) => format!("1 person gets news by e-mail from {from}."),
        NewsDeskText::Readers(count, from) => format!("{count} people get news by e-mail from {from}."),
        NewsDeskText::NoMail => {
            "The server has no mail server (SMTP_URL), so news comes as feeds and by webhook only.".into()
        }
        NewsDeskText::Webhook => "Webhook".into(),
        NewsDeskText::WebhookBody => {
            "News can also be posted to a system of your own or to a channel in Teams. What does not arrive is tried again \
             for up to 20 hours."
                .into()
        }
        NewsDeskText::PostsTo(host) => format!("News is posted to {host} now."),
        NewsDeskText::Address => "The receiver's address".into(),
        NewsDeskText::AddressHint => {
            "Begins with https:// and is on the public internet. It is stored encrypted and not shown again. Empty: the one \
             that is kept stays."
                .into()
        }
        NewsDeskText::AddressWrong => {
            "Write an address that begins with https:// and is not on a private network.".into()
        }
        NewsDeskText::Format => "Form".into(),
        NewsDeskText::FormatJson => "JSON for a system of your own".into(),
        NewsDeskText::FormatTeams => "Card for Microsoft Teams".into(),
        NewsDeskText::Language => "Language".into(),
        NewsDeskText::NewSecret => "Make a new secret for the signature".into(),
        NewsDeskText::SecretOnce => {
            "The secret that the signature in Barometer-Signature is made with. Keep it now: it is shown this once.".into()
        }
        NewsDeskText::Keep => "Save".into(),
        NewsDeskText::Kept => "Saved.".into(),
        NewsDeskText::Test => "Send a test".into(),
        NewsDeskText::Remove => "Remove webhook".into(),
        NewsDeskText::Removed => "Removed. Address and log are deleted.".into(),
        NewsDeskText::Deliveries => "Last deliveries".into(),
        NewsDeskText::NoneYet => "Nothing has been sent yet.".into(),
        NewsDeskText::TestDelivery => "Test".into(),
        NewsDeskText::Events(1) => "1 piece of news".into(),
        NewsDeskText::Events(count) => format!("{count} pieces of news"),
        NewsDeskText::Waiting => "Waiting.".into(),
        NewsDeskText::Delivered => "Arrived.".into(),
        NewsDeskText::Answered(status) => format!("The receiver answered {status}."),
        NewsDeskText::NotPublic => "The address leads into a private network and was not called.".into(),
        NewsDeskText::NoAnswer => "The receiver did not answer.".into(),
        NewsDeskText::TriedAgain(when) => format!("Tried again {when}."),
        NewsDeskText::GivenUp(tries) => format!("Given up after {tries} tries."),
    }
}
