//! What a page shows of something that it asks the server for: that it is awaited, that it did not come and the way to
//! ask again, or the thing itself. One look for all of them.

use std::pin::Pin;

use barometer_text::staff::vendor::VendorText as Text;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;

use crate::language;

/// Why something did not come, as it is said to the reader.
pub trait LoadError: Clone + PartialEq + Send + Sync + 'static {
    /// In the reader's language.
    fn sentence(&self) -> String;
}

/// Something that a page asks the server for as it comes, and again on [`Asked::ask_again`]. The asking is Leptos' own
/// resource; what it brought lies beside it, so that pages download the code of one kind of resource and not of one per
/// kind of content.
pub struct Asked<T: 'static, E: 'static> {
    found: RwSignal<Option<T>>,
    answer: LocalResource<Result<(), E>>,
}

impl<T, E> Clone for Asked<T, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, E> Copy for Asked<T, E> {}

/// An answer on its way; what it brings is put aside when it is here.
type Answer<E> = Pin<Box<dyn Future<Output = Result<(), E>>>>;

impl<T, E> Asked<T, E>
where
    T: Clone + Send + Sync + 'static,
    E: LoadError,
{
    /// Asks now, and whenever a signal that `ask` reads changes.
    pub fn new<F>(ask: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Result<T, E>> + 'static,
    {
        let found = RwSignal::new(None);
        let ask = move || -> Answer<E> {
            let answer = ask();
            // What is read while the server answers is no reason to ask again.
            Box::pin(ScopedFuture::new_untracked(async move {
                let answer = answer.await?;
                // The page may be gone by now.
                found.try_set(Some(answer));
                Ok(())
            }))
        };
        let answer = resource(Box::new(ask));
        Self { found, answer }
    }

    /// What came last, followed; nothing before that.
    pub fn found(self) -> Option<T> {
        self.found.get()
    }

    /// What `read` makes of what came last, followed.
    pub fn with_found<R>(self, read: impl FnOnce(Option<&T>) -> R) -> R {
        self.found.with(|found| read(found.as_ref()))
    }

    /// Puts something newer in its place.
    pub fn set(self, found: T) {
        self.found.set(Some(found));
    }

    /// Asks again; what came before stays until there is an answer.
    pub fn ask_again(self) {
        self.answer.refetch();
    }

    /// Whether the last answer was none.
    pub fn has_failed(self) -> bool {
        self.answer
            .with_untracked(|answer| matches!(answer, Some(Err(_))))
    }
}

/// One kind of resource for all that is asked for.
fn resource<E: 'static>(ask: Box<dyn Fn() -> Answer<E>>) -> LocalResource<Result<(), E>> {
    LocalResource::new(ask)
}

/// What was asked for, drawn: once, and from then on it follows what comes. What came once stays where a later asking
/// fails, below the words that say so.
#[component]
pub fn Loaded<T, E, F, V>(
    /// What is asked for.
    asked: Asked<T, E>,
    /// What is drawn of it.
    children: F,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    E: LoadError,
    F: Fn(Signal<T>) -> V + Send + 'static,
    V: IntoView + 'static,
{
    let Asked { found, answer } = asked;
    let is_there = Memo::new(move |_| found.with(Option::is_some));
    let shown = Signal::derive(move || found.get().expect("it is drawn once it is there"));
    view! {
        <Wait answer=answer is_there=is_there />
        {move || is_there.get().then(|| children(shown).into_any())}
    }
}

/// That it is awaited, or that it did not come and the way to ask again.
#[component]
fn Wait<E: LoadError>(answer: LocalResource<Result<(), E>>, is_there: Memo<bool>) -> impl IntoView {
    let trouble = Memo::new(move |_| answer.get()?.err());
    let is_asked_again = RwSignal::new(false);
    Effect::new(move |_| {
        answer.with(|_| ());
        // Answered, if not better than before.
        is_asked_again.set(false);
    });
    let ask_again = move |_| {
        is_asked_again.set(true);
        answer.refetch();
    };
    let again = move || {
        let words = if is_asked_again.get() {
            Text::Loading
        } else {
            Text::Again
        };
        words.say(language::current())
    };
    let loading = move || Text::Loading.say(language::current());
    move || match (is_there.get(), trouble.get()) {
        (_, Some(trouble)) => view! {
            <p class="notice amber" role="alert">
                {move || trouble.sentence()}
            </p>
            <p class="vendor-buttons">
                <button type="button" class="button" on:click=ask_again>
                    {again}
                </button>
            </p>
        }
        .into_any(),
        (false, None) => view! { <p class="muted" role="status">{loading}</p> }.into_any(),
        (true, None) => ().into_any(),
    }
}
