//! In English: the words of the vendor's page with wishes.

use crate::staff::wishes::WishDeskText;

pub(crate) const fn sentence(message: WishDeskText) -> &'static str {
    match message {
        WishDeskText::Title => "Wishes sent in",
        WishDeskText::Body => {
            "Each new wish is a change request that has been received. When it is moved on, whoever sent it can see that on their link."
        }
        WishDeskText::ToForm => "The page where municipalities send wishes",
        WishDeskText::NoneYet => "Nobody has sent a wish yet.",
        WishDeskText::New => "New",
        WishDeskText::Same => "The same wish",
        WishDeskText::DoesNotOpen => "The sender's name cannot be opened with this key.",
    }
}
