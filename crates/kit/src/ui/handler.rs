//! Event handlers of one kind: what a page listens with is the same type everywhere, and compiled once.

/// A handler, boxed, so that an element is compiled once per event and not once per handler.
pub fn handler<E>(run: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(run)
}
