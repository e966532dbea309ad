//! A stable word for everything that can go wrong, for callers who look at words rather than types.

/// Names an error in lower case with underscores, such as `name_missing`; the name never changes.
pub trait Code {
    /// The error's stable name, which callers compare with.
    fn code(&self) -> &'static str;
}
