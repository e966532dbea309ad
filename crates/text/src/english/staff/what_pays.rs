//! In English: the words of the vendor's page about what gets financed.

use barometer_domain::what_pays::Choosing;

use crate::staff::what_pays::{WhatPaysText, WrittenWay};

pub(crate) fn sentence(message: WhatPaysText<'_>) -> String {
    match message {
        WhatPaysText::Title => "What pays off?".into(),
        WhatPaysText::Body => {
            "A simulation: invented webinars about your own requests, in which the same votes are read and followed up in \
             several ways. It shows what follows from the assumptions, not what municipalities do."
                .into()
        }
        WhatPaysText::Assumed => "What we assume".into(),
        WhatPaysText::Requests(count) => format!(
            "{count} of your requests take part: they have a price and are not chosen yet. Price, sharing rule and minimum are \
             as they stand."
        ),
        WhatPaysText::WithoutPrice(1) => "1 request without a price takes no part.".into(),
        WhatPaysText::WithoutPrice(count) => format!("{count} requests without a price take no part."),
        WhatPaysText::Come(least, most) => {
            format!("{least} to {most} of the 98 municipalities come, each as likely as the next.")
        }
        WhatPaysText::Worth(amount) => format!(
            "A municipality needs a request or not. To the median one that does, it is worth {amount}; for two of three it is \
             between 0.4 and 2.5 times as much."
        ),
        WhatPaysText::Frame(amount) => format!(
            "The median municipality can spend {amount} in a half-year. What it has promised is set aside, also when the request \
             is not financed."
        ),
        WhatPaysText::Months(least, most) => format!(
            "A municipality answers {least} to {most} months after the request has opened for financing, and some cases are \
             dropped on the way."
        ),
        WhatPaysText::Nobodys => {
            "None of the figures are measured on real municipalities. Nothing comes from votes, promises or people.".into()
        }
        WhatPaysText::Everything => {
            "All assumptions with their sources are printed by “barometer simulate --print-assumptions”, which can also reckon \
             with your own."
                .into()
        }
        WhatPaysText::TooFew => {
            "It takes at least two requests that have a price and are not chosen yet. Put a price on more of them and come back."
                .into()
        }
        WhatPaysText::Figures => "How many of the requests treated are financed".into(),
        WhatPaysText::Lines(webinars) => format!(
            "The dot is the mean of {webinars} webinars. The line, and the figures in brackets, are where it lies in 95 of 100 \
             repetitions."
        ),
        WhatPaysText::WayColumn => "Way".into(),
        WhatPaysText::SuccessColumn => "Financed of those treated".into(),
        WhatPaysText::FinancedColumn => "Financed per webinar".into(),
        WhatPaysText::DeadEndColumn => "In vain per webinar".into(),
        WhatPaysText::Choosing(Choosing::VotesByMunicipality) => "the 2–3 with most municipalities".into(),
        WhatPaysText::Choosing(Choosing::VotesByParticipant) => "the 2–3 with most votes".into(),
        WhatPaysText::Choosing(Choosing::EqualFrames) => "read with prices, same frame".into(),
        WhatPaysText::Choosing(Choosing::FramesByInhabitants) => "read with prices, frame by inhabitants".into(),
        WhatPaysText::FollowUp(false, false) => "no follow-up".into(),
        WhatPaysText::FollowUp(true, false) => "up to".into(),
        WhatPaysText::FollowUp(false, true) => "home round".into(),
        WhatPaysText::FollowUp(true, true) => "up to and home round".into(),
        WhatPaysText::Ways => "The ways".into(),
        WhatPaysText::WithPrices => {
            "Read with prices: the same votes, but each request is paid by those who voted for it, within a supposed frame. The \
             first three are treated."
                .into()
        }
        WhatPaysText::Tap => {
            "Up to: after the vote each municipality says what it could be with for. Only requests of which the amounts carry \
             80% of the price can be chosen."
                .into()
        }
        WhatPaysText::HomeRound => {
            "Home round: before anything is treated, municipalities are asked at home about six requests. Only those that the \
             answers carry are treated."
                .into()
        }
    }
}

pub(crate) fn more(usual: &WrittenWay, best: &WrittenWay) -> String {
    format!(
        "Under these assumptions {} requests are financed per webinar the way you choose now, and {} with “{}”; of the requests \
         treated it is {} against {}.",
        usual.financed, best.financed, best.name, usual.success, best.success
    )
}

pub(crate) fn fewer_dead_ends(usual: &WrittenWay, best: &WrittenWay) -> String {
    format!(
        "No way surely finances more requests, but with “{}” {} requests are treated in vain per webinar against {} now.",
        best.name, best.dead_ends, usual.dead_ends
    )
}

pub(crate) const fn none_better() -> &'static str {
    "None of the ways is surely better than the one the barometer uses now."
}
