//! In Danish: the words around the preview of a webinar that is being prepared.

use crate::staff::preview::Preview;

pub(crate) fn sentence(message: Preview) -> String {
    match message {
        Preview::Title => "Sådan ser det ud".into(),
        Preview::Body => "Følger med, mens I skriver – også før I gemmer.".into(),
        Preview::Screen => "Storskærmen".into(),
        Preview::Phone => "Telefonen".into(),
        Preview::Places => "Vis".into(),
        Preview::Before => "Forrige kandidat".into(),
        Preview::After => "Næste kandidat".into(),
        Preview::Candidate(one, of) => format!("{one} af {of}"),
    }
}
