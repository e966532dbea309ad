//! In Danish: the words of the vendor's page with wishes.

use crate::staff::wishes::WishDeskText;

pub(crate) const fn sentence(message: WishDeskText) -> &'static str {
    match message {
        WishDeskText::Title => "Indsendte ønsker",
        WishDeskText::Body => {
            "Hvert nyt ønske er et ændringsønske, der er modtaget. Når det flyttes videre, kan den, der sendte det, se det på sit link."
        }
        WishDeskText::ToForm => "Siden, hvor kommuner sender ønsker",
        WishDeskText::NoneYet => "Ingen har sendt et ønske endnu.",
        WishDeskText::New => "Nyt",
        WishDeskText::Same => "Samme ønske",
        WishDeskText::DoesNotOpen => "Afsenderens navn kan ikke åbnes med denne nøgle.",
    }
}
