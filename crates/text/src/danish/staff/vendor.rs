//! In Danish: the words at the vendor's door and on its list of webinars.

use crate::staff::vendor::Vendor;

pub(crate) fn sentence(message: Vendor) -> String {
    match message {
        Vendor::Title => "Leverandørens sider".into(),
        Vendor::Demo => "Demo: alle kender adgangssætningen »barometer til demo«".into(),
        Vendor::Loading => "Henter …".into(),
        Vendor::RestoredTyped => "Her står det, du skrev sidst. Det er ikke sendt endnu.".into(),
        Vendor::DiscardTyped => "Slet det, og begynd forfra".into(),
        Vendor::Offline => "Serveren svarer ikke. Prøv igen om lidt.".into(),
        Vendor::Again => "Prøv igen".into(),
        Vendor::NeedsLink => "Der er ingen nøgle endnu".into(),
        Vendor::NeedsLinkBody => {
            "Første gang åbnes siden med det link, som serveren skriver, når den starter. \
                 Bed den, der driver serveren, om det."
                .into()
        }
        Vendor::LogIn => "Log ind som leverandør".into(),
        Vendor::LogInBody => {
            "Adgangssætningen åbner nøglen til navnene. Den bliver i din browser.".into()
        }
        Vendor::Passphrase => "Adgangssætning".into(),
        Vendor::Show => "Vis, hvad jeg skriver".into(),
        Vendor::Enter => "Log ind".into(),
        Vendor::LogInAgain => "Log ind igen".into(),
        Vendor::LogInAgainBody => {
            "Det er mere end 12 timer siden, du loggede ind, eller du er logget ud et andet \
                 sted. Det, du har skrevet, står her stadig, når du er inde igen."
                .into()
        }
        Vendor::Unlock => "Lås navnene op".into(),
        Vendor::UnlockBody => {
            "Du er logget ind, men nøglen til navnene glemmes, når siden genindlæses. \
                 Skriv adgangssætningen igen. Den bliver i din browser."
                .into()
        }
        Vendor::UnlockNow => "Lås op".into(),
        Vendor::SessionLeft => {
            "Serveren svarede ikke, da du loggede ud. Luk browseren helt, så kan ingen \
                 andre bruge din adgang her."
                .into()
        }
        Vendor::Working => "Arbejder …".into(),
        Vendor::PassphraseMissing => "Skriv adgangssætningen.".into(),
        Vendor::Wrong => "Adgangssætningen passer ikke. Se efter, om alle ord er med.".into(),
        Vendor::TooShort => "Brug mindst 16 tegn eller seks af vores ord.".into(),
        Vendor::TooCommon => {
            "Den er for let at gætte: den består af ord, rækker eller årstal, som prøves \
                 først. Tag flere ord, eller ord, som kun du ville sætte sammen."
                .into()
        }
        Vendor::TooMonotonous => "Brug flere forskellige tegn.".into(),
        Vendor::OutOfMemory => "Der er ikke hukommelse nok. Luk andre faner, og prøv igen.".into(),
        Vendor::Broken => "Noget gik galt i browseren. Genindlæs siden.".into(),
        Vendor::OtherKey => {
            "Nøglen hører ikke til denne server. Log ikke ind, før I har fundet ud af \
                 hvorfor."
                .into()
        }
        Vendor::LogOut => "Log ud".into(),
        Vendor::Webinars => "Webinarer".into(),
        Vendor::Requests => "Ønsker".into(),
        Vendor::Commitments => "Tilsagn".into(),
        Vendor::Wishes => "Indsendt".into(),
        Vendor::Forum => "Forum".into(),
        Vendor::Pages => "Sider".into(),
        Vendor::AllWebinars => "Alle webinarer".into(),
        Vendor::DeletionHeld => {
            "Sletning af persondata venter: Efter serverens ur har den stået stille i \
                 mere end 40 dage. Er uret rigtigt, skal driften bekræfte det med »barometer \
                 confirm-deletion«. Kørte sidst"
                .into()
        }
        Vendor::WebinarsBody => {
            "Forbered det næste webinar, og se, hvad de forrige førte til. Hvem der har \
                 stemt på hvad, ses først, når afstemningen er lukket, og hvert opslag \
                 skrives ned."
                .into()
        }
        Vendor::Draft => "Ikke åbnet".into(),
        Vendor::Open => "Åben".into(),
        Vendor::Closing => "Lukker".into(),
        Vendor::Closed => "Lukket, ikke vist".into(),
        Vendor::Revealed => "Resultatet er vist".into(),
        Vendor::Look => "Se hvem der har stemt på hvad".into(),
        Vendor::NotYet => "Navnene kan først ses, når afstemningen er lukket.".into(),
        Vendor::Projector => "Storskærm".into(),
        Vendor::Delete => "Slet persondata".into(),
        Vendor::DeleteAsk => "Slet alt personligt fra dette webinar?".into(),
        Vendor::DeleteBody => {
            "Stemmesedler, navne og alt, der kan føre til en deltager, slettes for \
                 altid. Resultatet bliver. Det sker ellers af sig selv seks måneder efter \
                 webinaret."
                .into()
        }
        Vendor::DeleteYes => "Slet for altid".into(),
        Vendor::Keep => "Behold".into(),
        Vendor::Deleted => "Alt personligt er slettet.".into(),
        Vendor::KeyWords => "Nøglens fire ord".into(),
    }
}
