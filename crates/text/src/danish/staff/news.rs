//! In Danish: the words of the vendor's page about news.

use crate::staff::news::News;

pub(crate) fn sentence(message: News<'_>) -> String {
    match message {
        News::Title => "Nyheder".into(),
        News::Body => {
            "Når et ønske bevæger sig, et webinar vises i nyhederne, eller et resultat er ude, kan alle få det at vide i et \
             feed eller på mail. Aldrig hvem der har stemt."
                .into()
        }
        News::ToPage => "Siden, hvor man følger med".into(),
        News::Readers(1, from) => format!("1 får nyheder på mail fra {from}."),
        News::Readers(count, from) => format!("{count} får nyheder på mail fra {from}."),
        News::NoMail => {
            "Serveren har ingen mailserver (SMTP_URL), så nyhederne findes kun som feeds og webhook.".into()
        }
        News::Webhook => "Webhook".into(),
        News::WebhookBody => {
            "Nyhederne kan også sendes til jeres eget system eller til en kanal i Teams. Kommer de ikke frem, prøver \
             serveren igen i op til 20 timer."
                .into()
        }
        News::PostsTo(host) => format!("Nyheder sendes nu til {host}."),
        News::Address => "Modtagerens adresse".into(),
        News::AddressHint => {
            "Begynder med https:// og ligger på det åbne internet. Den gemmes krypteret og vises ikke igen. Tom: den, der \
             er gemt, bliver."
                .into()
        }
        News::AddressWrong => {
            "Skriv en adresse, der begynder med https:// og ikke ligger på et lukket net.".into()
        }
        News::Format => "Form".into(),
        News::FormatJson => "JSON til jeres eget system".into(),
        News::FormatTeams => "Kort til Microsoft Teams".into(),
        News::Language => "Sprog".into(),
        News::NewSecret => "Lav en ny hemmelighed til signaturen".into(),
        News::SecretOnce => {
            "Hemmeligheden, som signaturen i Barometer-Signature laves med. Gem den nu: den vises kun denne gang.".into()
        }
        News::Keep => "Gem".into(),
        News::Kept => "Gemt.".into(),
        News::Test => "Send en prøve".into(),
        News::Remove => "Fjern webhook".into(),
        News::Removed => "Fjernet. Adressen og loggen er slettet.".into(),
        News::Deliveries => "Seneste forsendelser".into(),
        News::NoneYet => "Der er ikke sendt noget endnu.".into(),
        News::TestDelivery => "Prøve".into(),
        News::Events(1) => "1 nyhed".into(),
        News::Events(count) => format!("{count} nyheder"),
        News::Waiting => "Venter.".into(),
        News::Delivered => "Kommet frem.".into(),
        News::Answered(status) => format!("Modtageren svarede {status}."),
        News::NotPublic => "Adressen fører til et lukket net og blev ikke kaldt.".into(),
        News::NoAnswer => "Modtageren svarede ikke.".into(),
        News::TriedAgain(when) => format!("Prøves igen {when}."),
        News::GivenUp(tries) => format!("Opgivet efter {tries} forsøg."),
    }
}
