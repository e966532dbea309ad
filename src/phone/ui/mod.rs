//! Small parts of the phone's pages: values in, events out.

pub(crate) mod article_link;
pub(crate) mod choice;
pub(crate) mod language_switch;
pub(crate) mod support_table;
