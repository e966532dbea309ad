//! Small components: props in, events out; no api, no live.

pub mod article_link;
pub mod banner;
pub mod choice;
pub mod gauge_logo;
pub mod handler;
pub mod input;
pub mod language_switch;
pub mod municipality_box;
pub mod price_curve;
pub mod share_meter;
pub mod support_table;

// The staff's.
pub mod breakable;
pub mod countdown;
pub mod dialog;
pub mod dots;
pub mod gauge;
pub mod key_hint;
pub mod parts;
pub mod qr;
pub mod result_picture;
pub mod support_bars;
pub mod vote_words;
pub mod word_breaks;
