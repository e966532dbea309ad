//! In Danish: the words around the preview of a webinar that is being prepared.

use crate::staff::preview::PreviewText;

pub(crate) fn sentence(message: PreviewText) -> String {
    match message {
        PreviewText::Title => "Sådan ser det ud".into(),
        PreviewText::Body => "Følger med, mens I skriver – også før I gemmer.".into(),
        PreviewText::Screen => "Storskærmen".into(),
        PreviewText::Phone => "Telefonen".into(),
        PreviewText::Places => "Vis".into(),
        PreviewText::Before => "Forrige kandidat".into(),
        PreviewText::After => "Næste kandidat".into(),
        PreviewText::Candidate(one, of) => format!("{one} af {of}"),
    }
}
