//! What a new webinar's agenda says to its presenter, until the presenter writes something better.
//!
//! Danish only: these notes are stored with the webinar and belong to its presenter from then on.

use barometer_domain::agenda::{AgendaItem, Stage};

/// A new webinar's agenda: every stage, in the usual order.
pub fn first() -> Vec<AgendaItem> {
    Stage::ALL.map(item).into()
}

fn item(stage: Stage) -> AgendaItem {
    AgendaItem {
        stage,
        notes: notes(stage).to_owned(),
        timebox: timebox(stage),
    }
}

const fn notes(stage: Stage) -> &'static str {
    match stage {
        Stage::Welcome => {
            "Byd velkommen. Sig, hvordan man er med: scan koden, eller brug linket i chatten. \
             Målingen er anonym over for de andre og ikke juridisk bindende."
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

/// Seconds meant for a stage, or for each candidate.
const fn timebox(stage: Stage) -> Option<u16> {
    match stage {
        Stage::Candidates => Some(90),
        _ => None,
    }
}
