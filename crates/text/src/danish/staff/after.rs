//! In Danish: the words around the decision log and the letter after a webinar.

use barometer_domain::carrying::FrameBasis;
use barometer_domain::webinar::Command;

use crate::Language::Danish;
use crate::carrying;
use crate::figures;
use crate::staff::after::AfterText;

pub(crate) fn sentence(message: AfterText<'_>) -> String {
    match message {
        AfterText::Title => "Efter webinaret".into(),
        AfterText::NotYet => {
            "Her står beslutningerne og et brev, så snart hele resultatet er vist i webinaret."
                .into()
        }
        AfterText::Log => "Hvad blev besluttet".into(),
        AfterText::Turnout(voted, present, municipalities) => {
            let from = Danish.counted(municipalities, "kommune", "kommuner");
            format!("{voted} af {present} stemte, fra {from}")
        }
        AfterText::Struck(count) => {
            let count = Danish.counted(count, "stemmeseddel", "stemmesedler");
            format!("{count} blev strøget, før resultatet blev vist")
        }
        AfterText::Place => "Plads".into(),
        AfterText::Request => "Ønske".into(),
        AfterText::Municipalities => "Kommuner".into(),
        AfterText::Votes => "Stemmer".into(),
        AfterText::Price => "Pris".into(),
        AfterText::GoesOn => "går videre".into(),
        AfterText::PutUpFor(reason) => format!("Begrundelse: {reason}"),
        AfterText::ByGap(1) => "Ét ønske går videre: Kun det fik tilslutning.".into(),
        AfterText::ByGap(count) => {
            format!("De {count} øverste går videre: Afstanden til den næste er størst her.")
        }
        AfterText::ByChoice => {
            "Der var ikke noget klart snit. Oplægsholderen valgte, hvem der går videre.".into()
        }
        AfterText::Undecided => {
            "Der var ikke noget klart snit, og det er endnu ikke valgt, hvem der går videre.".into()
        }
        AfterText::Nobody => "Intet ønske fik tilslutning.".into(),
        AfterText::OtherRule(rule) => {
            format!("Talt efter {rule} havde de tre øverste været nogle andre.")
        }
        AfterText::Record => "Skrevet ned undervejs".into(),
        AfterText::EarlierRound(round) => format!("{round}. runde, som ikke gælder længere"),
        AfterText::ThisRoundCounts(round) => format!("{round}. runde gælder"),
        AfterText::Evaluation => "Med i evalueringen?".into(),
        AfterText::Counts => "Afstemningen tæller med, når webinarer sammenlignes.".into(),
        AfterText::LeftOut(why) => format!("Holdt ude af evalueringen: {why}"),
        AfterText::TakenIn => "Taget med igen".into(),
        AfterText::By => "Dit navn".into(),
        AfterText::LeaveOutReason => "Hvorfor skal den holdes ude?".into(),
        AfterText::LeaveOutHint => "For eksempel: Linket var delt uden for webinaret".into(),
        AfterText::LeaveOut => "Hold ude".into(),
        AfterText::TakeIn => "Tag med igen".into(),
        AfterText::Letter => "Tak for i dag".into(),
        AfterText::LetterBody => {
            "Et udkast på webinarets sprog. Ret det til, og kopiér det over i en mail.".into()
        }
        AfterText::Subject => "Emne".into(),
        AfterText::Text => "Brev".into(),
        AfterText::CopyText => "Kopiér som tekst".into(),
        AfterText::CopyHtml => "Kopiér med overskrifter".into(),
        AfterText::Copied => "Kopieret.".into(),
        AfterText::NotCopied => {
            "Browseren lader os ikke kopiere. Markér teksten, og kopiér den selv.".into()
        }
        AfterText::Print => "Udskriv".into(),
        AfterText::StartOver => "Nyt udkast".into(),
        AfterText::Words => "Med jeres egne ord".into(),
        AfterText::WordsBody => "Det kommer med i brevet. Har du allerede rettet i brevet, så skriv det ind der også, eller begynd forfra.".into(),
        AfterText::LedTo => "Hvad har svar og spørgsmål ført til?".into(),
        AfterText::LedToHint => "Fx: Vi har flyttet medicinlisten frem og spørger igen i marts.".into(),
        AfterText::Decisions => "Beslutninger".into(),
        AfterText::DecisionsHint => "Én på hver linje. Fx: Vi opretter et Strategisk Udviklingsforum.".into(),
        AfterText::SaveWords => "Gem".into(),
        AfterText::Saved => "Gemt.".into(),
        AfterText::Publish => "Vis brevet for alle".into(),
        AfterText::PublishBody => "Brevet, som det står her, og beslutningsloggen vises på en side for alle, der har koden. Ingen kommuner og personer står i loggen; se efter i brevet.".into(),
        AfterText::PublishNow => "Offentliggør".into(),
        AfterText::PublishAgain => "Offentliggør igen".into(),
        AfterText::TakeBack => "Tag siden ned".into(),
        AfterText::TakenBack => "Siden er taget ned.".into(),
        AfterText::PublicPage => "Den offentlige side".into(),
        AfterText::NotPublished => "Her er ikke offentliggjort noget endnu.".into(),
        AfterText::Financing => "Økonomi – ændringsønsker til samfinansiering".into(),
        AfterText::PublishedSince(when) => format!("Offentliggjort {when}."),
        AfterText::Kept => "Dine rettelser bliver i denne browser.".into(),
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
        Command::Choose { reason, .. } if !reason.is_empty() => {
            return format!("Oplægsholderen valgte, hvem der går videre. Begrundelse: {reason}");
        }
        Command::Choose { .. } => "Oplægsholderen valgte, hvem der går videre",
        Command::Door { closed: true } => "Døren blev lukket for nye",
        Command::Door { closed: false } => "Døren blev åbnet igen",
        Command::End => "Webinaret blev afsluttet",
        _ => "",
    };
    words.to_owned()
}
