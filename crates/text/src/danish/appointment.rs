//! In Danish: a webinar in somebody's calendar.

pub(crate) fn invited_only(link: &str, code: &str) -> String {
    format!(
        "Kun inviterede kan stemme: brug dit eget link fra invitationen.\n\nVil du kun se med: {link}\nKode: {code}"
    )
}

pub(crate) fn open_to_all(link: &str, code: &str) -> String {
    format!("Deltag her: {link}\nKode: {code}")
}

pub(crate) const fn how_it_goes() -> &'static str {
    "Åbn linket på din telefon, når webinaret begynder. Det tager et minut at komme med, og der er ikke noget at \
     installere."
}
