//! In English: the words of the vendor's page with wishes.

use crate::staff::wishes::Wishes;

pub(crate) const fn sentence(message: Wishes) -> &'static str {
    match message {
        Wishes::Title => "Wishes sent in",
        Wishes::Body => {
            "Each new wish is a change request that has been received. When it is moved on, whoever sent it can see that on their link."
        }
        Wishes::ToForm => "The page where municipalities send wishes",
        Wishes::NoneYet => "Nobody has sent a wish yet.",
        Wishes::New => "New",
        Wishes::Same => "The same wish",
        Wishes::DoesNotOpen => "The sender's name cannot be opened with this key.",
    }
}
