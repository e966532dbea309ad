//! English: every sentence, by surface.

pub(crate) mod agenda;
pub(crate) mod appointment;
pub(crate) mod article;
pub(crate) mod brief;
pub(crate) mod calendar;
pub(crate) mod choice;
pub(crate) mod comments;
pub(crate) mod counting;
pub(crate) mod export;
pub(crate) mod feed;
pub(crate) mod figures;
pub(crate) mod form_page;
pub(crate) mod letter;
pub(crate) mod lost;
pub(crate) mod phone;
pub(crate) mod questions;
pub(crate) mod refusal;
pub(crate) mod script;
pub(crate) mod shared;
pub(crate) mod sharing;
pub(crate) mod signup;
pub(crate) mod signup_mail;
pub(crate) mod staff;
pub(crate) mod states;
pub(crate) mod survey;
pub(crate) mod wish;
