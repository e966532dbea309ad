//! What the presenter works with: the projector that the room sees, and the console that moves it.

pub mod console;
pub mod presenting;
pub mod projector;
pub mod qr_code;
pub mod ui;
