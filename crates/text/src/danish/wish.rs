//! In Danish: a municipality's wish, and what became of it.

use barometer_domain::wish::{Frequency, Wish, WishFault, WishField};

use crate::danish::form_page::too_long;
use crate::wish::WishText;

pub(crate) const fn sentence(message: WishText) -> &'static str {
    match message {
        WishText::Heading => "Send et ønske",
        WishText::Intro => {
            "Hvad vil I have lavet om? Leverandøren læser hvert ønske og svarer. Du får et link, hvor du kan se, hvad der sker med det."
        }
        WishText::Title => "Hvad ønsker I?",
        WishText::TitleHint => "På én linje, for eksempel: Påmindelse før frister i underretninger",
        WishText::Problem => "Hvad er problemet i dag?",
        WishText::ProblemHint => {
            "Skriv ikke navne eller andet om borgere. Det, du skriver, kan blive vist for andre kommuner."
        }
        WishText::Helps => "Hvem hjælper det?",
        WishText::Frequency => "Hvor tit opstår det?",
        WishText::Value => "Hvad ville det cirka være værd?",
        WishText::ValueHint => "For eksempel: to timer om ugen for hver sagsbehandler",
        WishText::Name => "Dit navn",
        WishText::Mail => "Din e-mail",
        WishText::ContactHint => {
            "Dit navn og din e-mail kan udelades. De forsegles i din browser, så kun leverandøren kan læse dem og spørge dig om ønsket, og slettes efter 12 måneder."
        }
        WishText::Send => "Send ønsket",
        WishText::Alike => "Ligner det et af disse?",
        WishText::AlikeHint => "Så tryk på det. Jo flere der ønsker det samme, jo bedre.",
        WishText::SendAnyway => "Nej, send vores eget",
        WishText::Received => "Tak, ønsket er modtaget",
        WishText::KeepLink => {
            "Gem adressen på denne side. Her kan du altid se, hvor langt ønsket er kommet."
        }
        WishText::YourWish => "Jeres ønske",
        WishText::SameWish => "I har det samme ønske som dette:",
        WishText::History => "Det er sket",
        WishText::Another => "Send et ønske mere",
        WishText::TooManyWait => {
            "Der venter så mange ønsker, at der ikke er plads til flere lige nu. Prøv igen om nogle dage."
        }
        WishText::NoSuchWish => "Der er ikke noget ønske på denne adresse.",
    }
}

pub(crate) fn same_as(title: &str) -> String {
    format!("Vi ønsker det samme: {title}")
}

pub(crate) const fn frequency(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Daily => "hver dag",
        Frequency::Weekly => "hver uge",
        Frequency::Monthly => "hver måned",
        Frequency::Yearly => "et par gange om året",
        Frequency::Rarely => "sjældnere",
    }
}

pub(crate) fn fault(fault: WishFault) -> String {
    match fault {
        WishFault::Missing(field) => match field {
            WishField::Title => "Skriv, hvad I ønsker.",
            WishField::Problem => "Skriv, hvad problemet er i dag.",
            WishField::Helps => "Skriv, hvem det hjælper.",
            WishField::Frequency => "Vælg, hvor tit det opstår.",
            WishField::Value => "Skriv, hvad det ville være værd.",
        }
        .into(),
        WishFault::TooLong {
            letters, longest, ..
        } => too_long(letters, longest),
    }
}

pub(crate) fn benefit(wish: &Wish) -> String {
    let helps = format!("Det hjælper: {}.", without_stop(&wish.helps));
    let often = wish
        .frequency
        .map(|often| format!("Det opstår {}.", frequency(often)));
    let value = without_stop(&wish.value);
    let value = (!value.is_empty()).then(|| format!("Værdi: {value}."));
    let said: Vec<String> = [Some(helps), often, value].into_iter().flatten().collect();
    said.join(" ")
}

fn without_stop(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}

pub(crate) fn merged_into(title: &str) -> String {
    format!("Ønsket er lagt sammen med: {title}")
}
