//! In Danish: the words of the vendor's page about news.

use crate::staff::news::NewsDeskText;

pub(crate) fn sentence(message: NewsDeskText<'_>) -> String {
    match message {
        NewsDeskText::Title => "Nyheder".into(),
        NewsDeskText::Body => {
            "Når et ønske bevæger sig, et webinar vises i nyhederne, eller et resultat er ude, kan alle få det at vide i et \
             feed eller på mail. Aldrig hvem der har stemt."
                .into()
        }
        NewsDeskText::ToPage => "Siden, hvor man følger med".into(),
        NewsDeskText::Readers(1, from) => format!("1 får nyheder på mail fra {from}."),
        NewsDeskText::Readers(count, from) => format!("{count} får nyheder på mail fra {from}."),
        NewsDeskText::NoMail => {
            "Serveren har ingen mailserver (SMTP_URL), så nyhederne findes kun som feeds og webhook.".into()
        }
        NewsDeskText::Webhook => "Webhook".into(),
        NewsDeskText::WebhookBody => {
            "Nyhederne kan også sendes til jeres eget system eller til en kanal i Teams. Kommer de ikke frem, prøver \
             serveren igen i op til 20 timer."
                .into()
        }
        NewsDeskText::PostsTo(host) => format!("Nyheder sendes nu til {host}."),
        NewsDeskText::Address => "Modtagerens adresse".into(),
        NewsDeskText::AddressHint => {
            "Begynder med https:// og ligger på det åbne internet. Den gemmes krypteret og vises ikke igen. Tom: den, der \
             er gemt, bliver."
                .into()
        }
        NewsDeskText::AddressWrong => {
            "Skriv en adresse, der begynder med https:// og ikke ligger på et lukket net.".into()
        }
        NewsDeskText::Format => "Form".into(),
        NewsDeskText::FormatJson => "JSON til jeres eget system".into(),
        NewsDeskText::FormatTeams => "Kort til Microsoft Teams".into(),
        NewsDeskText::Language => "Sprog".into(),
        NewsDeskText::NewSecret => "Lav en ny hemmelighed til signaturen".into(),
        NewsDeskText::SecretOnce => {
            "Hemmeligheden, som signaturen i Barometer-Signature laves med. Gem den nu: den vises kun denne gang.".into()
        }
        NewsDeskText::Keep => "Gem".into(),
        NewsDeskText::Kept => "Gemt.".into(),
        NewsDeskText::Test => "Send en prøve".into(),
        NewsDeskText::Remove => "Fjern webhook".into(),
        NewsDeskText::Removed => "Fjernet. Adressen og loggen er slettet.".into(),
        NewsDeskText::Deliveries => "Seneste forsendelser".into(),
        NewsDeskText::NoneYet => "Der er ikke sendt noget endnu.".into(),
        NewsDeskText::TestDelivery => "Prøve".into(),
        NewsDeskText::Events(1) => "1 nyhed".into(),
        NewsDeskText::Events(count) => format!("{count} nyheder"),
        NewsDeskText::Waiting => "Venter.".into(),
        NewsDeskText::Delivered => "Kommet frem.".into(),
        NewsDeskText::Answered(status) => format!("Modtageren svarede {status}."),
        NewsDeskText::NotPublic => "Adressen fører til et lukket net og blev ikke kaldt.".into(),
        NewsDeskText::NoAnswer => "Modtageren svarede ikke.".into(),
        NewsDeskText::TriedAgain(when) => format!("Prøves igen {when}."),
        NewsDeskText::GivenUp(tries) => format!("Opgivet efter {tries} forsøg."),
    }
}
