//! Webinars: the list, a new one, its preparation, and what it led to.

pub mod after;
pub mod after_words;
pub mod evaluation;
pub mod list;
pub mod new_webinar;
pub mod prepare;
