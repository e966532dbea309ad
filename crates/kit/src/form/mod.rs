//! Parts of forms: labelled fields, and what is typed into them and not sent yet.

pub mod field;
pub mod saved_form;
pub mod submission;
