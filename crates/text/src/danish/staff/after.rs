//! In Danish: the words around the decision log and the letter after a webinar.

use barometer_domain::carrying::FrameBasis;
use barometer_domain::webinar::Command;

use crate::Language::Danish;
use crate::carrying;
use crate::figures;
use crate::staff::after::After;

pub(crate) fn sentence(message: After<'_>) -> String {
    match message {
        After::Title => "Efter webinaret".into(),
        After::NotYet => {
            "Her står beslutningerne og et brev, så snart hele resultatet er vist i webinaret."
                .into()
        }
        After::Log => "Hvad blev besluttet".into(),
        After::Turnout(voted, present, municipalities) => {
            let from = Danish.counted(municipalities, "kommune", "kommuner");
            format!("{voted} af {present} stemte, fra {from}")
        }
        After::Struck(count) => {
            let count = Danish.counted(count, "stemmeseddel", "stemmesedler");
            format!("{count} blev strøget, før resultatet blev vist")
        }
        After::Place => "Plads".into(),
        After::Request => "Ønske".into(),
        After::Municipalities => "Kommuner".into(),
        After::Votes => "Stemmer".into(),
        After::Price => "Pris".into(),
        After::GoesOn => "går videre".into(),
        After::PutUpFor(reason) => format!("Begrundelse: {reason}"),
        After::ByGap(1) => "Ét ønske går videre: Kun det fik tilslutning.".into(),
        After::ByGap(count) => {
            format!("De {count} øverste går videre: Afstanden til den næste er størst her.")
        }
        After::ByChoice => {
            "Der var ikke noget klart snit. Oplægsholderen valgte, hvem der går videre.".into()
        }
        After::Undecided => {
            "Der var ikke noget klart snit, og det er endnu ikke valgt, hvem der går videre.".into()
        }
        After::Nobody => "Intet ønske fik tilslutning.".into(),
        After::OtherRule(rule) => {
            format!("Talt efter {rule} havde de tre øverste været nogle andre.")
        }
        After::Record => "Skrevet ned undervejs".into(),
        After::EarlierRound(round) => format!("{round}. runde, som ikke gælder længere"),
        After::ThisRoundCounts(round) => format!("{round}. runde gælder"),
        After::Evaluation => "Med i evalueringen?".into(),
        After::Counts => "Afstemningen tæller med, når webinarer sammenlignes.".into(),
        After::LeftOut(why) => format!("Holdt ude af evalueringen: {why}"),
        After::TakenIn => "Taget med igen".into(),
        After::By => "Dit navn".into(),
        After::LeaveOutReason => "Hvorfor skal den holdes ude?".into(),
        After::LeaveOutHint => "For eksempel: Linket var delt uden for webinaret".into(),
        After::LeaveOut => "Hold ude".into(),
        After::TakeIn => "Tag med igen".into(),
        After::Letter => "Tak for i dag".into(),
        After::LetterBody => {
            "Et udkast på webinarets sprog. Ret det til, og kopiér det over i en mail.".into()
        }
        After::Subject => "Emne".into(),
        After::Text => "Brev".into(),
        After::CopyText => "Kopiér som tekst".into(),
        After::CopyHtml => "Kopiér med overskrifter".into(),
        After::Copied => "Kopieret.".into(),
        After::NotCopied => {
            "Browseren lader os ikke kopiere. Markér teksten, og kopiér den selv.".into()
        }
        After::Print => "Udskriv".into(),
        After::StartOver => "Nyt udkast".into(),
        After::Words => "Med jeres egne ord".into(),
        After::WordsBody => "Det kommer med i brevet. Har du allerede rettet i brevet, så skriv det ind der også, eller begynd forfra.".into(),
        After::LedTo => "Hvad har svar og spørgsmål ført til?".into(),
        After::LedToHint => "Fx: Vi har flyttet medicinlisten frem og spørger igen i marts.".into(),
        After::Decisions => "Beslutninger".into(),
        After::DecisionsHint => "Én på hver linje. Fx: Vi opretter et Strategisk Udviklingsforum.".into(),
        After::SaveWords => "Gem".into(),
        After::Saved => "Gemt.".into(),
        After::Publish => "Vis brevet for alle".into(),
        After::PublishBody => "Brevet, som det står her, og beslutningsloggen vises på en side for alle, der har koden. Ingen kommuner og personer står i loggen; se efter i brevet.".into(),
        After::PublishNow => "Offentliggør".into(),
        After::PublishAgain => "Offentliggør igen".into(),
        After::TakeBack => "Tag siden ned".into(),
        After::TakenBack => "Siden er taget ned.".into(),
        After::PublicPage => "Den offentlige side".into(),
        After::NotPublished => "Her er ikke offentliggjort noget endnu.".into(),
        After::Financing => "Økonomi – ændringsønsker til samfinansiering".into(),
        After::PublishedSince(when) => format!("Offentliggjort {when}."),
        After::Kept => "Dine rettelser bliver i denne browser.".into(),
    }
}

pub(crate) fn step(command: &Command) -> String {
    let words = match command {
        Command::SetFrame { frame: Some(frame) } => {
            let amount = figures::money(Danish, frame.amount);
            let by = match frame.by {
                FrameBasis::Population => ", efter indbyggertal",
                FrameBasis::Equal => "",
            };
            return format!("Rammen blev sat til {amount} pr. kommune{by}");
        }
        Command::SetFrame { frame: None } => "Rammen blev taget væk",
        Command::Override { candidates, reason } => {
            let what = if candidates.is_empty() {
                "Oplægsholderen lod reglen gælde igen".to_owned()
            } else {
                format!(
                    "Oplægsholderen besluttede, at {} går videre",
                    carrying::numbers(candidates, Danish)
                )
            };
            return format!("{what}. Begrundelse: {reason}");
        }
        Command::Open => "Afstemningen blev åbnet",
        Command::Reopen => "Afstemningen blev åbnet igen",
        Command::NextRound => "En ny runde blev åbnet med tomme stemmesedler",
        Command::Close => "Afstemningen blev lukket",
        Command::Reveal { .. } => "Resultatet blev vist",
        Command::Choose { .. } => "Oplægsholderen valgte, hvem der går videre",
        Command::Door { closed: true } => "Døren blev lukket for nye",
        Command::Door { closed: false } => "Døren blev åbnet igen",
        Command::End => "Webinaret blev afsluttet",
        _ => "",
    };
    words.to_owned()
}
