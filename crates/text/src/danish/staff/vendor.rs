//! In Danish: the words at the vendor's door and on its list of webinars.

use crate::staff::vendor::VendorText;

pub(crate) fn sentence(message: VendorText) -> String {
    match message {
        VendorText::Title => "Leverandørens sider".into(),
        VendorText::Demo => "Demo: alle kender adgangssætningen »barometer til demo«".into(),
        VendorText::Loading => "Henter …".into(),
        VendorText::RestoredTyped => {
            "Her står det, du skrev sidst. Det er ikke sendt endnu.".into()
        }
        VendorText::DiscardTyped => "Slet det, og begynd forfra".into(),
        VendorText::Offline => "Serveren svarer ikke. Prøv igen om lidt.".into(),
        VendorText::Again => "Prøv igen".into(),
        VendorText::NeedsLink => "Der er ingen nøgle endnu".into(),
        VendorText::NeedsLinkBody => {
            "Første gang åbnes siden med det link, som serveren skriver, når den starter. \
                 Bed den, der driver serveren, om det."
                .into()
        }
        VendorText::LogIn => "Log ind som leverandør".into(),
        VendorText::LogInBody => {
            "Adgangssætningen åbner nøglen til navnene. Den bliver i din browser.".into()
        }
        VendorText::Passphrase => "Adgangssætning".into(),
        VendorText::Show => "Vis, hvad jeg skriver".into(),
        VendorText::Enter => "Log ind".into(),
        VendorText::LogInAgain => "Log ind igen".into(),
        VendorText::LogInAgainBody => {
            "Det er mere end 12 timer siden, du loggede ind, eller du er logget ud et andet \
                 sted. Det, du har skrevet, står her stadig, når du er inde igen."
                .into()
        }
        VendorText::Unlock => "Lås navnene op".into(),
        VendorText::UnlockBody => {
            "Du er logget ind, men nøglen til navnene glemmes, når siden genindlæses. \
                 Skriv adgangssætningen igen. Den bliver i din browser."
                .into()
        }
        VendorText::UnlockNow => "Lås op".into(),
        VendorText::SessionLeft => {
            "Serveren svarede ikke, da du loggede ud. Luk browseren helt, så kan ingen \
                 andre bruge din adgang her."
                .into()
        }
        VendorText::Working => "Arbejder …".into(),
        VendorText::PassphraseMissing => "Skriv adgangssætningen.".into(),
        VendorText::Wrong => "Adgangssætningen passer ikke. Se efter, om alle ord er med.".into(),
        VendorText::TooShort => "Brug mindst 16 tegn eller seks af vores ord.".into(),
        VendorText::TooCommon => {
            "Den er for let at gætte: den består af ord, rækker eller årstal, som prøves \
                 først. Tag flere ord, eller ord, som kun du ville sætte sammen."
                .into()
        }
        VendorText::TooMonotonous => "Brug flere forskellige tegn.".into(),
        VendorText::OutOfMemory => {
            "Der er ikke hukommelse nok. Luk andre faner, og prøv igen.".into()
        }
        VendorText::Broken => "Noget gik galt i browseren. Genindlæs siden.".into(),
        VendorText::OtherKey => {
            "Nøglen hører ikke til denne server. Log ikke ind, før I har fundet ud af \
                 hvorfor."
                .into()
        }
        VendorText::Lost => "Glemt adgangssætningen?".into(),
        VendorText::Account => "Adgangssætning og gendannelsesfil".into(),
        VendorText::NotARecoveryFile => {
            "Det er ikke en hel gendannelsesfil. Den hedder barometer- og en dato.".into()
        }
        VendorText::LogOut => "Log ud".into(),
        VendorText::Webinars => "Webinarer".into(),
        VendorText::Requests => "Ønsker".into(),
        VendorText::Commitments => "Tilsagn".into(),
        VendorText::Wishes => "Indsendt".into(),
        VendorText::Forum => "Forum".into(),
        VendorText::Pages => "Sider".into(),
        VendorText::AllWebinars => "Alle webinarer".into(),
        VendorText::DeletionHeld => {
            "Sletning af persondata venter: Efter serverens ur har den stået stille i \
                 mere end 40 dage. Er uret rigtigt, skal driften bekræfte det med »barometer \
                 confirm-deletion«. Kørte sidst"
                .into()
        }
        VendorText::WebinarsBody => {
            "Forbered det næste webinar, og se, hvad de forrige førte til. Hvem der har \
                 stemt på hvad, ses først, når afstemningen er lukket, og hvert opslag \
                 skrives ned."
                .into()
        }
        VendorText::Draft => "Ikke åbnet".into(),
        VendorText::Open => "Åben".into(),
        VendorText::Closing => "Lukker".into(),
        VendorText::Closed => "Lukket, ikke vist".into(),
        VendorText::Revealed => "Resultatet er vist".into(),
        VendorText::Look => "Se hvem der har stemt på hvad".into(),
        VendorText::NotYet => "Navnene kan først ses, når afstemningen er lukket.".into(),
        VendorText::Projector => "Storskærm".into(),
        VendorText::Delete => "Slet persondata".into(),
        VendorText::DeleteAsk => "Slet alt personligt fra dette webinar?".into(),
        VendorText::DeleteBody => {
            "Stemmesedler, navne og alt, der kan føre til en deltager, slettes for \
                 altid. Resultatet bliver. Det sker ellers af sig selv seks måneder efter \
                 webinaret."
                .into()
        }
        VendorText::DeleteYes => "Slet for altid".into(),
        VendorText::Keep => "Behold".into(),
        VendorText::Deleted => "Alt personligt er slettet.".into(),
        VendorText::KeyWords => "Nøglens fire ord".into(),
    }
}
