//! Small components of projector and console: props in, events out.

pub mod breakable;
pub mod countdown;
mod curve_plot;
pub mod dots;
pub mod gauge;
pub mod key_hint;
pub mod price_curve;
pub mod qr;
pub mod result_picture;
pub mod support_bars;
pub mod vote_words;
pub mod word_breaks;
