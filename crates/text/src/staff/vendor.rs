//! The words at the vendor's door and on its list of webinars.

use crate::Language;
use crate::Language::{Danish, English};

/// What the vendor's door and list say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vendor {
    /// The pages' name.
    Title,
    /// Everyone knows the demo's passphrase.
    Demo,
    /// While the server is asked.
    Loading,
    /// What was typed before and not sent stands in the form again.
    RestoredTyped,
    /// The button that throws it away.
    DiscardTyped,
    /// No answer.
    Offline,
    /// The button that tries again.
    Again,
    /// No key yet, and no link: heading.
    NeedsLink,
    /// And what to do.
    NeedsLinkBody,
    /// The door's heading.
    LogIn,
    /// What the passphrase is for.
    LogInBody,
    /// The field.
    Passphrase,
    /// Shows what is typed.
    Show,
    /// The button.
    Enter,
    /// The session has ended by itself: heading.
    LogInAgain,
    /// And what has become of what was typed.
    LogInAgainBody,
    /// Where only the key is missing: heading.
    Unlock,
    /// And why it is asked for.
    UnlockBody,
    /// The button.
    UnlockNow,
    /// Logged out here, and the server did not hear it.
    SessionLeft,
    /// While the passphrase is stretched.
    Working,
    /// Nothing was typed.
    PassphraseMissing,
    /// The passphrase does not fit.
    Wrong,
    /// Too short.
    TooShort,
    /// Too few different letters.
    TooMonotonous,
    /// The passphrase is made of what is tried first.
    TooCommon,
    /// The device has too little memory.
    OutOfMemory,
    /// The worker is gone.
    Broken,
    /// The unwrapped key is not the vendor's.
    OtherKey,
    /// Logs out.
    LogOut,
    /// The list's heading.
    Webinars,
    /// The way to the requests.
    Requests,
    /// The way to the commitments.
    Commitments,
    /// The name of the ways between the pages.
    Pages,
    /// The way back to the list.
    AllWebinars,
    /// What the list is for.
    WebinarsBody,
    /// Deletion waits for an operator; the day it ran last stands behind it.
    DeletionHeld,
    /// Not opened.
    Draft,
    /// Open.
    Open,
    /// Closing.
    Closing,
    /// Closed.
    Closed,
    /// Shown.
    Revealed,
    /// The way to the names.
    Look,
    /// Why there is no way.
    NotYet,
    /// The projector's page.
    Projector,
    /// Deletes what is personal.
    Delete,
    /// Asks before that.
    DeleteAsk,
    /// What it does.
    DeleteBody,
    /// Says yes to it.
    DeleteYes,
    /// Leaves it as it is.
    Keep,
    /// It is deleted.
    Deleted,
    /// What the four words are.
    KeyWords,
}

impl Vendor {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        match (self, language) {
            (Self::Title, Danish) => "Leverandørens sider".into(),
            (Self::Title, English) => "The vendor's pages".into(),
            (Self::Demo, Danish) => {
                "Demo: alle kender adgangssætningen »barometer til demo«".into()
            }
            (Self::Demo, English) => {
                "Demo: everyone knows the passphrase “barometer til demo”".into()
            }
            (Self::Loading, Danish) => "Henter …".into(),
            (Self::Loading, English) => "Loading …".into(),
            (Self::RestoredTyped, Danish) => "Her står det, du skrev sidst. Det er ikke sendt endnu.".into(),
            (Self::RestoredTyped, English) => {
                "Here is what you typed last. It has not been sent yet.".into()
            }
            (Self::DiscardTyped, Danish) => "Slet det, og begynd forfra".into(),
            (Self::DiscardTyped, English) => "Discard it and start over".into(),
            (Self::Offline, Danish) => "Serveren svarer ikke. Prøv igen om lidt.".into(),
            (Self::Offline, English) => "The server does not answer. Try again shortly.".into(),
            (Self::Again, Danish) => "Prøv igen".into(),
            (Self::Again, English) => "Try again".into(),
            (Self::NeedsLink, Danish) => "Der er ingen nøgle endnu".into(),
            (Self::NeedsLink, English) => "There is no key yet".into(),
            (Self::NeedsLinkBody, Danish) => {
                "Første gang åbnes siden med det link, som serveren skriver, når den starter. \
                 Bed den, der driver serveren, om det."
                    .into()
            }
            (Self::NeedsLinkBody, English) => {
                "The first time, this page is opened with the link that the server prints when \
                 it starts. Ask whoever runs the server for it."
                    .into()
            }
            (Self::LogIn, Danish) => "Log ind som leverandør".into(),
            (Self::LogIn, English) => "Log in as the vendor".into(),
            (Self::LogInBody, Danish) => {
                "Adgangssætningen åbner nøglen til navnene. Den bliver i din browser.".into()
            }
            (Self::LogInBody, English) => {
                "The passphrase opens the key to the names. It stays in your browser.".into()
            }
            (Self::Passphrase, Danish) => "Adgangssætning".into(),
            (Self::Passphrase, English) => "Passphrase".into(),
            (Self::Show, Danish) => "Vis, hvad jeg skriver".into(),
            (Self::Show, English) => "Show what I type".into(),
            (Self::Enter, Danish) => "Log ind".into(),
            (Self::Enter, English) => "Log in".into(),
            (Self::LogInAgain, Danish) => "Log ind igen".into(),
            (Self::LogInAgain, English) => "Log in again".into(),
            (Self::LogInAgainBody, Danish) => {
                "Det er mere end 12 timer siden, du loggede ind, eller du er logget ud et andet \
                 sted. Det, du har skrevet, står her stadig, når du er inde igen."
                    .into()
            }
            (Self::LogInAgainBody, English) => {
                "You logged in more than 12 hours ago, or have been logged out elsewhere. What \
                 you have written is still here when you are back."
                    .into()
            }
            (Self::Unlock, Danish) => "Lås navnene op".into(),
            (Self::Unlock, English) => "Unlock the names".into(),
            (Self::UnlockBody, Danish) => {
                "Du er logget ind, men nøglen til navnene glemmes, når siden genindlæses. \
                 Skriv adgangssætningen igen. Den bliver i din browser."
                    .into()
            }
            (Self::UnlockBody, English) => {
                "You are logged in, but the key to the names is forgotten when the page is \
                 reloaded. Type the passphrase again. It stays in your browser."
                    .into()
            }
            (Self::UnlockNow, Danish) => "Lås op".into(),
            (Self::UnlockNow, English) => "Unlock".into(),
            (Self::SessionLeft, Danish) => {
                "Serveren svarede ikke, da du loggede ud. Luk browseren helt, så kan ingen \
                 andre bruge din adgang her."
                    .into()
            }
            (Self::SessionLeft, English) => {
                "The server did not answer when you logged out. Close the browser altogether, \
                 and nobody else can use your access here."
                    .into()
            }
            (Self::Working, Danish) => "Arbejder …".into(),
            (Self::Working, English) => "Working …".into(),
            (Self::PassphraseMissing, Danish) => "Skriv adgangssætningen.".into(),
            (Self::PassphraseMissing, English) => "Type the passphrase.".into(),
            (Self::Wrong, Danish) => {
                "Adgangssætningen passer ikke. Se efter, om alle ord er med.".into()
            }
            (Self::Wrong, English) => {
                "The passphrase does not fit. Check that all the words are there.".into()
            }
            (Self::TooShort, Danish) => "Brug mindst 16 tegn eller seks af vores ord.".into(),
            (Self::TooShort, English) => "Use at least 16 characters, or six of our words.".into(),
            (Self::TooCommon, Danish) => {
                "Den er for let at gætte: den består af ord, rækker eller årstal, som prøves først. Tag flere ord, \
                 eller ord, som kun du ville sætte sammen."
                    .into()
            }
            (Self::TooCommon, English) => {
                "It is too easy to guess: it is made of words, rows or years that are tried first. Take more words, or \
                 words that only you would put together."
                    .into()
            }
            (Self::TooMonotonous, Danish) => "Brug flere forskellige tegn.".into(),
            (Self::TooMonotonous, English) => "Use more different characters.".into(),
            (Self::OutOfMemory, Danish) => {
                "Der er ikke hukommelse nok. Luk andre faner, og prøv igen.".into()
            }
            (Self::OutOfMemory, English) => {
                "There is not enough memory. Close other tabs, and try again.".into()
            }
            (Self::Broken, Danish) => "Noget gik galt i browseren. Genindlæs siden.".into(),
            (Self::Broken, English) => {
                "Something went wrong in the browser. Reload the page.".into()
            }
            (Self::OtherKey, Danish) => {
                "Nøglen hører ikke til denne server. Log ikke ind, før I har fundet ud af \
                 hvorfor."
                    .into()
            }
            (Self::OtherKey, English) => {
                "This key does not belong to this server. Do not log in before you have found \
                 out why."
                    .into()
            }
            (Self::LogOut, Danish) => "Log ud".into(),
            (Self::LogOut, English) => "Log out".into(),
            (Self::Webinars, Danish) => "Webinarer".into(),
            (Self::Webinars, English) => "Webinars".into(),
            (Self::Requests, Danish) => "Ønsker".into(),
            (Self::Requests, English) => "Requests".into(),
            (Self::Commitments, Danish) => "Tilsagn".into(),
            (Self::Commitments, English) => "Commitments".into(),
            (Self::Pages, Danish) => "Sider".into(),
            (Self::Pages, English) => "Pages".into(),
            (Self::AllWebinars, Danish) => "Alle webinarer".into(),
            (Self::AllWebinars, English) => "All webinars".into(),
            (Self::DeletionHeld, Danish) => {
                "Sletning af persondata venter: Efter serverens ur har den stået stille i mere end 40 dage. Er uret \
                 rigtigt, skal driften bekræfte det med »barometer confirm-deletion«. Kørte sidst"
                    .into()
            }
            (Self::DeletionHeld, English) => {
                "The deletion of personal data waits: by the server’s clock it has stood still for more than 40 days. \
                 If the clock is right, the operator confirms it with “barometer confirm-deletion”. It ran last on"
                    .into()
            }
            (Self::WebinarsBody, Danish) => {
                "Forbered det næste webinar, og se, hvad de forrige førte til. Hvem der har stemt \
                 på hvad, ses først, når afstemningen er lukket, og hvert opslag skrives ned."
                    .into()
            }
            (Self::WebinarsBody, English) => {
                "Prepare the next webinar, and see what the earlier ones came to. Who voted for \
                 what is seen only once the vote is closed, and every look-up is written down."
                    .into()
            }
            (Self::Draft, Danish) => "Ikke åbnet".into(),
            (Self::Draft, English) => "Not opened".into(),
            (Self::Open, Danish) => "Åben".into(),
            (Self::Open, English) => "Open".into(),
            (Self::Closing, Danish) => "Lukker".into(),
            (Self::Closing, English) => "Closing".into(),
            (Self::Closed, Danish) => "Lukket, ikke vist".into(),
            (Self::Closed, English) => "Closed, not shown".into(),
            (Self::Revealed, Danish) => "Resultatet er vist".into(),
            (Self::Revealed, English) => "The result is shown".into(),
            (Self::Look, Danish) => "Se hvem der har stemt på hvad".into(),
            (Self::Look, English) => "See who voted for what".into(),
            (Self::NotYet, Danish) => "Navnene kan først ses, når afstemningen er lukket.".into(),
            (Self::NotYet, English) => "Names can be seen once the vote is closed.".into(),
            (Self::Projector, Danish) => "Storskærm".into(),
            (Self::Projector, English) => "Projector".into(),
            (Self::Delete, Danish) => "Slet persondata".into(),
            (Self::Delete, English) => "Delete personal data".into(),
            (Self::DeleteAsk, Danish) => "Slet alt personligt fra dette webinar?".into(),
            (Self::DeleteAsk, English) => "Delete everything personal of this webinar?".into(),
            (Self::DeleteBody, Danish) => {
                "Stemmesedler, navne og alt, der kan føre til en deltager, slettes for altid. Resultatet bliver. \
                 Det sker ellers af sig selv seks måneder efter webinaret."
                    .into()
            }
            (Self::DeleteBody, English) => {
                "Ballots, names and everything that could lead to a participant are deleted for good. The result \
                 stays. Otherwise this happens by itself six months after the webinar."
                    .into()
            }
            (Self::DeleteYes, Danish) => "Slet for altid".into(),
            (Self::DeleteYes, English) => "Delete for good".into(),
            (Self::Keep, Danish) => "Behold".into(),
            (Self::Keep, English) => "Keep".into(),
            (Self::Deleted, Danish) => "Alt personligt er slettet.".into(),
            (Self::Deleted, English) => "Everything personal is deleted.".into(),
            (Self::KeyWords, Danish) => "Nøglens fire ord".into(),
            (Self::KeyWords, English) => "The key's four words".into(),
        }
    }
}
