//! In Danish: the words of the vendor's page with wishes.

use crate::staff::wishes::Wishes;

pub(crate) const fn sentence(message: Wishes) -> &'static str {
    match message {
        Wishes::Title => "Indsendte ønsker",
        Wishes::Body => {
            "Hvert nyt ønske er et ændringsønske, der er modtaget. Når det flyttes videre, kan den, der sendte det, se det på sit link."
        }
        Wishes::ToForm => "Siden, hvor kommuner sender ønsker",
        Wishes::NoneYet => "Ingen har sendt et ønske endnu.",
        Wishes::New => "Nyt",
        Wishes::Same => "Samme ønske",
        Wishes::DoesNotOpen => "Afsenderens navn kan ikke åbnes med denne nøgle.",
    }
}
