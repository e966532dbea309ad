//! The words of the staff's pages: the projector's and the presenter's console's.

pub mod announcement;
pub mod asking;
pub mod console;
pub mod gate;
pub mod keys;
pub mod refused;
pub mod screen;
