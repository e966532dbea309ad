//! Who is signed up for a webinar, and the mails to them. Names and addresses are opened in this browser.

pub mod add;
pub mod mailing;
pub mod page;
pub mod people;
pub mod settings;
pub mod state;
