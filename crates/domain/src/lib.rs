//! Barometer's rules: pure, shared by browser and server. No clock, no randomness, no IO.
//!
//! A ballot is never a commitment: [`ballot::Ballot`] and [`financing::Commitment`] share no type.

pub mod after;
pub mod agenda;
pub mod attendance;
pub mod audience_question;
pub mod ballot;
pub mod barometer;
pub mod base64;
pub mod carrying;
pub mod catalogue;
pub mod certainty;
pub mod comment;
pub mod csv_file;
pub mod danish;
pub mod date;
#[cfg(feature = "openapi")]
mod described;
pub mod financing;
pub mod forum;
pub mod ids;
pub mod invitation;
pub mod language;
pub mod letters;
pub mod money;
pub mod municipality;
pub mod news;
pub mod outcome;
pub mod people;
pub mod pick;
pub mod place_ballots;
pub mod preparation;
pub mod refusal;
pub mod route;
pub mod series;
pub mod signup;
pub mod stated;
pub mod survey;
pub mod table;
pub mod tally;
pub mod typed_code;
pub mod vendor;
pub mod vendor_account;
pub mod view;
pub mod webinar;
pub mod what_pays;
pub mod wire;
pub mod wish;
