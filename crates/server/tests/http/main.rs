//! The server from outside: the real router over a real SQLite file.

mod after;
mod anonymity;
mod app;
mod brief;
mod calendar;
mod commitments;
mod deletion;
mod financing;
mod imports;
mod invitations;
mod leaks;
mod leaks_scan;
mod live;
mod pages;
mod preparation;
mod prepared;
mod refusals;
mod rehearsal;
mod requests;
mod restart;
mod roll;
mod series;
mod vendor;
mod votes;
mod webinar;
