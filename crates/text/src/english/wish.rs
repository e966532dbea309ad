//! In English: a municipality's wish, and what became of it.

use barometer_domain::wish::{Frequency, Wish, WishFault, WishField};

use crate::english::form_page::too_long;
use crate::wish::WishText;

pub(crate) const fn sentence(message: WishText) -> &'static str {
    match message {
        WishText::Heading => "Send a wish",
        WishText::Intro => {
            "What do you want changed? The vendor reads every wish and answers. You get a link on which you can see what becomes of it."
        }
        WishText::Title => "What do you wish for?",
        WishText::TitleHint => {
            "In one line, for example: A reminder before deadlines of notifications"
        }
        WishText::Problem => "What is the problem today?",
        WishText::ProblemHint => {
            "Write no names and nothing else about citizens. What you write may be shown to other municipalities."
        }
        WishText::Helps => "Who does it help?",
        WishText::Frequency => "How often does it turn up?",
        WishText::Value => "What would it be worth, roughly?",
        WishText::ValueHint => "For example: two hours a week for each caseworker",
        WishText::Name => "Your name",
        WishText::Mail => "Your e-mail",
        WishText::ContactHint => {
            "Your name and e-mail are optional. They are sealed in your browser, so that only the vendor can read them and ask you about the wish, and are deleted after 12 months."
        }
        WishText::Send => "Send the wish",
        WishText::Alike => "Is it like one of these?",
        WishText::AlikeHint => "Then press it. The more who wish for the same, the better.",
        WishText::SendAnyway => "No, send our own",
        WishText::Received => "Thank you, the wish has been received",
        WishText::KeepLink => {
            "Keep the address of this page. You can always see here how far the wish has come."
        }
        WishText::YourWish => "Your wish",
        WishText::SameWish => "You have the same wish as this one:",
        WishText::History => "What has happened",
        WishText::Another => "Send another wish",
        WishText::TooManyWait => {
            "So many wishes are waiting that there is no room for more right now. Try again in a few days."
        }
        WishText::NoSuchWish => "There is no wish at this address.",
    }
}

pub(crate) fn same_as(title: &str) -> String {
    format!("We wish for the same: {title}")
}

pub(crate) const fn frequency(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Daily => "every day",
        Frequency::Weekly => "every week",
        Frequency::Monthly => "every month",
        Frequency::Yearly => "a few times a year",
        Frequency::Rarely => "less often",
    }
}

pub(crate) fn fault(fault: WishFault) -> String {
    match fault {
        WishFault::Missing(field) => match field {
            WishField::Title => "Write what you wish for.",
            WishField::Problem => "Write what the problem is today.",
            WishField::Helps => "Write who it helps.",
            WishField::Frequency => "Choose how often it turns up.",
            WishField::Value => "Write what it would be worth.",
        }
        .into(),
        WishFault::TooLong {
            letters, longest, ..
        } => too_long(letters, longest),
    }
}

pub(crate) fn benefit(wish: &Wish) -> String {
    let helps = format!("It helps: {}.", without_stop(&wish.helps));
    let often = wish
        .frequency
        .map(|often| format!("It turns up {}.", frequency(often)));
    let value = without_stop(&wish.value);
    let value = (!value.is_empty()).then(|| format!("Value: {value}."));
    let said: Vec<String> = [Some(helps), often, value].into_iter().flatten().collect();
    said.join(" ")
}

fn without_stop(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}

pub(crate) fn merged_into(title: &str) -> String {
    format!("The wish has been merged with: {title}")
}
