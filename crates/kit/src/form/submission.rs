//! A form on its way to the server: whether it is under way, what went wrong, and what is announced when it is done.

use leptos::prelude::*;
use leptos::task::spawn_local;

/// The state of sending one form. `E` is what can go wrong, `W` what is announced when it has worked.
pub struct Submission<E: Send + Sync + 'static, W: Send + Sync + 'static = ()> {
    is_working: RwSignal<bool>,
    trouble: RwSignal<Option<E>>,
    word: RwSignal<Option<W>>,
}

impl<E: Send + Sync + 'static, W: Send + Sync + 'static> Clone for Submission<E, W> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E: Send + Sync + 'static, W: Send + Sync + 'static> Copy for Submission<E, W> {}

impl<E, W> Default for Submission<E, W>
where
    E: Clone + Send + Sync + 'static,
    W: Clone + Send + Sync + 'static,
{
    fn default() -> Self {
        Self::new()
    }
}

impl<E, W> Submission<E, W>
where
    E: Clone + Send + Sync + 'static,
    W: Clone + Send + Sync + 'static,
{
    /// Nothing sent yet.
    pub fn new() -> Self {
        Self {
            is_working: RwSignal::new(false),
            trouble: RwSignal::new(None),
            word: RwSignal::new(None),
        }
    }

    /// Does the work, unless some is under way: what went wrong before is taken back, and afterwards either `then` says
    /// what to announce, or what went wrong stays.
    pub fn send<T: 'static>(
        self,
        work: impl Future<Output = Result<T, E>> + 'static,
        then: impl FnOnce(T) -> Option<W> + 'static,
    ) {
        if self.is_working_now() {
            return;
        }
        self.clear();
        self.is_working.set(true);
        spawn_local(async move {
            let answer = work.await;
            // The page may be gone by now.
            self.is_working.try_set(false);
            match answer {
                Ok(done) => {
                    let announced = then(done);
                    self.word.try_set(announced);
                }
                Err(error) => {
                    self.trouble.try_set(Some(error));
                }
            }
        });
    }

    /// Whether the server is being asked.
    pub fn is_working(self) -> bool {
        self.is_working.get()
    }

    /// The same without following it.
    pub fn is_working_now(self) -> bool {
        self.is_working.get_untracked()
    }

    /// What went wrong last.
    pub fn trouble(self) -> Option<E> {
        self.trouble.get()
    }

    /// What happened last.
    pub fn word(self) -> Option<W> {
        self.word.get()
    }

    /// Follows what is announced without reading it.
    pub fn track_word(self) {
        self.word.track();
    }

    /// Says what went wrong, without having asked or after having asked otherwise.
    pub fn fail(self, error: E) {
        self.trouble.set(Some(error));
    }

    /// Says what happened.
    pub fn announce(self, word: W) {
        self.word.set(Some(word));
    }

    /// Takes back what went wrong and what was announced.
    pub fn clear(self) {
        self.trouble.set(None);
        self.word.set(None);
    }

    /// Takes back what went wrong.
    pub fn clear_trouble(self) {
        self.trouble.set(None);
    }
}
