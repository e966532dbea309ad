//! In English: the words of the vendor's page about news.

use crate::staff::news::News;

pub(crate) fn sentence(message: News<'_>) -> String {
    match message {
        News::Title => "News".into(),
        News::Body => {
            "When a request moves, a webinar is shown in the news, or a result is out, everybody can hear of it in a feed \
             or by e-mail. Never who voted."
                .into()
        }
        News::ToPage => "The page where one follows".into(),
        News::Readers(1, from) => format!("1 person gets news by e-mail from {from}."),
        News::Readers(count, from) => format!("{count} people get news by e-mail from {from}."),
        News::NoMail => {
            "The server has no mail server (SMTP_URL), so news comes as feeds and by webhook only.".into()
        }
        News::Webhook => "Webhook".into(),
        News::WebhookBody => {
            "News can also be posted to a system of your own or to a channel in Teams. What does not arrive is tried again \
             for up to 20 hours."
                .into()
        }
        News::PostsTo(host) => format!("News is posted to {host} now."),
        News::Address => "The receiver's address".into(),
        News::AddressHint => {
            "Begins with https:// and is on the public internet. It is stored encrypted and not shown again. Empty: the one \
             that is kept stays."
                .into()
        }
        News::AddressWrong => {
            "Write an address that begins with https:// and is not on a private network.".into()
        }
        News::Format => "Form".into(),
        News::FormatJson => "JSON for a system of your own".into(),
        News::FormatTeams => "Card for Microsoft Teams".into(),
        News::Language => "Language".into(),
        News::NewSecret => "Make a new secret for the signature".into(),
        News::SecretOnce => {
            "The secret that the signature in Barometer-Signature is made with. Keep it now: it is shown this once.".into()
        }
        News::Keep => "Save".into(),
        News::Kept => "Saved.".into(),
        News::Test => "Send a test".into(),
        News::Remove => "Remove webhook".into(),
        News::Removed => "Removed. Address and log are deleted.".into(),
        News::Deliveries => "Last deliveries".into(),
        News::NoneYet => "Nothing has been sent yet.".into(),
        News::TestDelivery => "Test".into(),
        News::Events(1) => "1 piece of news".into(),
        News::Events(count) => format!("{count} pieces of news"),
        News::Waiting => "Waiting.".into(),
        News::Delivered => "Arrived.".into(),
        News::Answered(status) => format!("The receiver answered {status}."),
        News::NotPublic => "The address leads into a private network and was not called.".into(),
        News::NoAnswer => "The receiver did not answer.".into(),
        News::TriedAgain(when) => format!("Tried again {when}."),
        News::GivenUp(tries) => format!("Given up after {tries} tries."),
    }
}
