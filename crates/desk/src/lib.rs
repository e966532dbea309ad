//! The vendor's pages, `/vendor…`, in three documents: webinars with invitations and who voted for what; requests with
//! what municipalities say about them; and what participants are asked and say around a webinar. A folder per subject;
//! `documents` says which page is in which document, `vault` talks to the worker that holds the vendor's key.

pub mod account;
pub mod ballots;
pub mod comments;
pub mod commitments;
pub mod documents;
pub mod forum;
pub mod header;
pub mod invitations;
pub mod news;
pub mod page;
pub mod questions;
pub mod request_words;
pub mod requests;
pub mod signups;
pub mod surveys;
pub mod vault;
pub mod webinars;
pub mod what_pays;
pub mod wishes;
