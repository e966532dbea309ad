//! In Danish: the words of the vendor's page about what gets financed.

use barometer_domain::what_pays::Choosing;

use crate::staff::what_pays::{WhatPaysText, WrittenWay};

pub(crate) fn sentence(message: WhatPaysText<'_>) -> String {
    match message {
        WhatPaysText::Title => "Hvad betaler sig?".into(),
        WhatPaysText::Body => {
            "En simulering: opfundne webinarer om jeres egne ønsker, hvor de samme stemmer læses og følges op på flere måder. \
             Den viser, hvad der følger af antagelserne, ikke hvad kommunerne gør."
                .into()
        }
        WhatPaysText::Assumed => "Det antager vi".into(),
        WhatPaysText::Requests(count) => format!(
            "{count} af jeres ønsker er med: de har en pris og er ikke valgt endnu. Pris, fordelingsnøgle og mindste antal er, \
             som de står."
        ),
        WhatPaysText::WithoutPrice(1) => "1 ønske uden pris er ikke med.".into(),
        WhatPaysText::WithoutPrice(count) => format!("{count} ønsker uden pris er ikke med."),
        WhatPaysText::Come(least, most) => {
            format!("{least} til {most} af de 98 kommuner kommer, den ene lige så gerne som den anden.")
        }
        WhatPaysText::Worth(amount) => format!(
            "En kommune har brug for et ønske eller ej. For den midterste, der har, er det {amount} værd; for to ud af tre \
             ligger det mellem 0,4 og 2,5 gange så meget."
        ),
        WhatPaysText::Frame(amount) => format!(
            "Den midterste kommune kan bruge {amount} på et halvår. Hvad den har givet tilsagn om, er sat til side, også når \
             ønsket ikke bliver finansieret."
        ),
        WhatPaysText::Months(least, most) => format!(
            "En kommune svarer {least} til {most} måneder efter, at ønsket er åbnet for finansiering, og nogle sager falder fra \
             undervejs."
        ),
        WhatPaysText::Nobodys => {
            "Ingen af tallene er målt på rigtige kommuner. Intet kommer fra stemmer, tilsagn eller personer.".into()
        }
        WhatPaysText::Everything => {
            "Alle antagelser med kilder skrives ud af »barometer simulate --print-assumptions«, som også kan regne med jeres \
             egne."
                .into()
        }
        WhatPaysText::TooFew => {
            "Der skal mindst to ønsker til, som har en pris og ikke er valgt endnu. Sæt pris på flere, og kom igen.".into()
        }
        WhatPaysText::Figures => "Så mange af de behandlede ønsker bliver finansieret".into(),
        WhatPaysText::Lines(webinars) => format!(
            "Prikken er gennemsnittet af {webinars} webinarer. Stregen, og tallene i parentes, er der, hvor det ligger i 95 af \
             100 gentagelser."
        ),
        WhatPaysText::WayColumn => "Måde".into(),
        WhatPaysText::SuccessColumn => "Finansieret af de behandlede".into(),
        WhatPaysText::FinancedColumn => "Finansieret pr. webinar".into(),
        WhatPaysText::DeadEndColumn => "Forgæves pr. webinar".into(),
        WhatPaysText::Choosing(Choosing::VotesByMunicipality) => "de 2-3 med flest kommuner".into(),
        WhatPaysText::Choosing(Choosing::VotesByParticipant) => "de 2-3 med flest stemmer".into(),
        WhatPaysText::Choosing(Choosing::EqualFrames) => "læst med pris, samme ramme".into(),
        WhatPaysText::Choosing(Choosing::FramesByInhabitants) => "læst med pris, ramme efter indbyggere".into(),
        WhatPaysText::FollowUp(false, false) => "uden opfølgning".into(),
        WhatPaysText::FollowUp(true, false) => "op til".into(),
        WhatPaysText::FollowUp(false, true) => "hjemmerunde".into(),
        WhatPaysText::FollowUp(true, true) => "op til og hjemmerunde".into(),
        WhatPaysText::Ways => "Måderne".into(),
        WhatPaysText::WithPrices => {
            "Læst med pris: de samme stemmer, men hvert ønske betales af dem, der stemte for det, inden for en formodet ramme. \
             De tre første behandles."
                .into()
        }
        WhatPaysText::Tap => {
            "Op til: efter stemmen siger hver kommune, hvad den kunne være med for. Kun ønsker, hvor beløbene bærer 80 % af \
             prisen, kan vælges."
                .into()
        }
        WhatPaysText::HomeRound => {
            "Hjemmerunde: før noget behandles, spørges kommunerne hjemme om seks ønsker. Kun de, som svarene bærer, behandles."
                .into()
        }
    }
}

pub(crate) fn more(usual: &WrittenWay, best: &WrittenWay) -> String {
    format!(
        "Med disse antagelser bliver {} ønsker finansieret pr. webinar, som I vælger nu, og {} med »{}«; af de behandlede \
         ønsker er det {} mod {}.",
        usual.financed, best.financed, best.name, usual.success, best.success
    )
}

pub(crate) fn fewer_dead_ends(usual: &WrittenWay, best: &WrittenWay) -> String {
    format!(
        "Ingen måde finansierer sikkert flere ønsker, men med »{}« behandles {} ønsker forgæves pr. webinar mod {} nu.",
        best.name, best.dead_ends, usual.dead_ends
    )
}

pub(crate) const fn none_better() -> &'static str {
    "Ingen af måderne er sikkert bedre end den, barometeret bruger nu."
}
