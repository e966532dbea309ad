//! A webinar in somebody's calendar, in the webinar's language: how to take part, and what is promised.

use barometer_domain::ids::WebinarCode;

use crate::Language;
use crate::shared::{self, SharedText};

/// What the appointment says. One joins at `link`, to vote unless that is for the `invited_only`; `sealed` says whether
/// names are sealed to the vendor.
pub fn description(
    language: Language,
    link: &str,
    code: &WebinarCode,
    fictional: bool,
    invited_only: bool,
    sealed: bool,
) -> String {
    let code = code.spaced();
    let way = if invited_only {
        in_language!(language, appointment::invited_only(link, &code))
    } else {
        in_language!(language, appointment::open_to_all(link, &code))
    };
    let parts = [
        fictional.then(|| SharedText::Fictional.say(language)),
        Some(way),
        Some(in_language!(language, appointment::how_it_goes()).to_owned()),
        Some(shared::promise(language, sealed)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Danish, English};

    #[test]
    fn it_says_how_one_is_with_and_what_is_promised() {
        let code = "4K7P2M".parse().unwrap();
        let said = description(
            Danish,
            "https://stem.test/w/4K7P2M",
            &code,
            true,
            false,
            true,
        );
        assert_eq!(
            said,
            "Opdigtede eksempeldata\n\n\
             Deltag her: https://stem.test/w/4K7P2M\nKode: 4K7 P2M\n\n\
             Åbn linket på din telefon, når webinaret begynder. Det tager et minut at komme med, og der er ikke noget \
             at installere.\n\n\
             Anonym over for de andre deltagere. Kun leverandøren kan se, hvem der har stemt på hvad. \
             Ikke juridisk bindende."
        );
        let real = description(
            Danish,
            "https://stem.test/w/4K7P2M",
            &code,
            false,
            false,
            true,
        );
        assert!(real.starts_with("Deltag her"));
        let invited = description(
            Danish,
            "https://stem.test/w/4K7P2M",
            &code,
            false,
            true,
            true,
        );
        assert!(invited.starts_with("Kun inviterede kan stemme: brug dit eget link"));
        assert!(
            invited.contains("Vil du kun se med: https://stem.test")
                && !invited.contains("Deltag her")
        );
        let english = description(
            English,
            "https://stem.test/w/4K7P2M",
            &code,
            false,
            false,
            true,
        );
        assert!(english.starts_with(
            "Take part here: https://stem.test/w/4K7P2M\nCode: 4K7 P2M\n\nOpen the link"
        ));
    }
}
