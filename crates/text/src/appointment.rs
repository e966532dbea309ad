//! A webinar in somebody's calendar, in Danish: how one is with, and what is promised.

use barometer_domain::ids::WebinarCode;

use crate::Language::Danish;
use crate::shared::{self, Shared};

/// What the appointment says. One joins at `link`, to vote unless that is for the `invited_only`; `sealed` says whether
/// names are sealed to the vendor.
pub fn description(
    link: &str,
    code: &WebinarCode,
    fictional: bool,
    invited_only: bool,
    sealed: bool,
) -> String {
    let way = if invited_only {
        format!(
            "Kun inviterede kan stemme: brug dit eget link fra invitationen.\n\nVil du kun se med: {link}\nKode: {}",
            code.spaced()
        )
    } else {
        format!("Deltag her: {link}\nKode: {}", code.spaced())
    };
    let parts = [
        fictional.then(|| Shared::Fictional.say(Danish)),
        Some(way),
        Some(
            "Åbn linket på din telefon, når webinaret begynder. Det tager et minut at komme med, og der er ikke noget \
             at installere."
                .to_owned(),
        ),
        Some(shared::promise(Danish, sealed)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_how_one_is_with_and_what_is_promised() {
        let code = "4K7P2M".parse().unwrap();
        let said = description("https://stem.test/w/4K7P2M", &code, true, false, true);
        assert_eq!(
            said,
            "Opdigtede eksempeldata\n\n\
             Deltag her: https://stem.test/w/4K7P2M\nKode: 4K7 P2M\n\n\
             Åbn linket på din telefon, når webinaret begynder. Det tager et minut at komme med, og der er ikke noget \
             at installere.\n\n\
             Anonym over for de andre deltagere. Kun leverandøren kan se, hvem der har stemt på hvad. \
             Ikke juridisk bindende."
        );
        let real = description("https://stem.test/w/4K7P2M", &code, false, false, true);
        assert!(real.starts_with("Deltag her"));
        let invited = description("https://stem.test/w/4K7P2M", &code, false, true, true);
        assert!(invited.starts_with("Kun inviterede kan stemme: brug dit eget link"));
        assert!(
            invited.contains("Vil du kun se med: https://stem.test")
                && !invited.contains("Deltag her")
        );
    }
}
