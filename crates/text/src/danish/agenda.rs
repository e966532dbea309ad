//! In Danish: what a new agenda says to its presenter.

use barometer_domain::agenda::Stage;

pub(crate) const fn notes(stage: Stage) -> &'static str {
    match stage {
        Stage::Welcome => {
            "Byd velkommen. Sig, hvordan man er med: scan koden, eller brug linket i chatten. \
             Målingen er anonym over for de andre og ikke juridisk bindende."
        }
        Stage::Survey => {
            "Tak for svarene. Vis, hvad I har svaret, ét spørgsmål ad gangen, og sig, hvad det har \
             ført til."
        }
        Stage::Ongoing => {
            "Kort status på de ønsker, der allerede er i gang. Nævn, hvad der mangler, og hvornår \
             fristen er. Tryk på et ønske for at vise finansieringen."
        }
        Stage::Candidates => {
            "Ét ønske ad gangen: elevatortale, gevinst, groft prisoverslag. Husk at sige, at \
             ønskerne endnu ikke er grundigt behandlet."
        }
        Stage::Barometer => {
            "Mind om, at målingen er anonym og ikke juridisk bindende. Sig, at man kan ændre sin \
             stemme, til der lukkes."
        }
        Stage::Result => {
            "Vent med at kommentere, til alle rækker er vist. Forklar tallet: hver kommune tæller \
             én gang, uanset hvor mange der stemte."
        }
        Stage::Financing => {
            "Vis, hvad det koster pr. kommune, når flere går sammen. Bed interesserede trykke \
             »Vi vil gerne være med« – det er ikke et tilsagn."
        }
        Stage::Thanks => "Sig tak. Hvad sker der nu, hvornår, og hvem vender tilbage til hvem?",
    }
}
