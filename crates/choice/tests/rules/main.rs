//! The rules, held against slow forms of themselves, what is proven of them, and a reference implementation.

mod carrying;
mod equal_shares;
mod losses;
mod maximin;
mod reference;
mod sentences;
mod sequential;
mod support;
