//! Every sentence a person reads, per surface, in every language: one exhaustive match each.
//!
//! A surface's messages are one enum with the values a sentence needs: counts as `u32`, so that the plural is
//! decided here; numbers and amounts already written the reader's way, as `&str`.

#[macro_use]
mod in_language;

pub mod agenda;
pub mod appointment;
pub mod article;
pub mod brief;
pub mod calendar;
pub mod carrying;
pub mod choice;
pub mod comments;
mod danish;
mod english;
pub mod export;
pub mod feed;
pub mod figures;
pub mod form_page;
pub mod forum;
pub mod letter;
pub mod lost;
pub mod news;
pub mod phone;
pub mod phone_view;
pub mod plain_phone;
pub mod pledge;
pub mod questions;
pub mod refusal;
pub mod script;
pub mod shared;
pub mod sharing;
pub mod signup;
pub mod signup_mail;
pub mod staff;
pub mod stated;
pub mod states;
pub mod survey;
pub mod wish;

pub use barometer_domain::language::Language;
