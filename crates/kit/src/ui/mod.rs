//! Small components: props in, events out; no api, no live.

pub mod banner;
pub mod dialog;
pub mod gauge_logo;
pub mod handler;
pub mod input;
pub mod list;
pub mod loaded;
pub mod municipality_box;
pub mod parts;
pub mod share_meter;
