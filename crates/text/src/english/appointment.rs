//! In English: a webinar in somebody's calendar.

pub(crate) fn invited_only(link: &str, code: &str) -> String {
    format!(
        "Only those invited can vote: use your own link from the invitation.\n\nTo watch only: {link}\nCode: {code}"
    )
}

pub(crate) fn open_to_all(link: &str, code: &str) -> String {
    format!("Take part here: {link}\nCode: {code}")
}

pub(crate) const fn how_it_goes() -> &'static str {
    "Open the link on your phone when the webinar begins. It takes a minute to come in, and there is nothing to \
     install."
}
