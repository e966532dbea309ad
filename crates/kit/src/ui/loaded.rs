//! What a page shows of something that it asks the server for: that it is awaited, that it did not come and the way to
//! ask again, or the thing itself. One look for all of them.

use barometer_text::staff::vendor::Vendor as Text;
use leptos::prelude::*;

use crate::language;

/// Why something did not come, as it is said to the reader.
pub trait LoadError: Clone + PartialEq + Send + Sync + 'static {
    /// In the reader's language.
    fn sentence(&self) -> String;
}

/// A resource, drawn: what is in it is drawn once and follows it from then on. What came once stays where a later
/// asking fails, below the words that say so.
#[component]
pub fn Loaded<T, E, F, V>(
    /// What is asked for.
    resource: LocalResource<Result<T, E>>,
    /// What is drawn of it.
    children: F,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    E: LoadError,
    F: Fn(Signal<T>) -> V + Send + 'static,
    V: IntoView + 'static,
{
    let content = Memo::new(move |last: Option<&Option<T>>| match resource.get() {
        Some(Ok(content)) => Some(content),
        _ => last.cloned().flatten(),
    });
    let is_there = Memo::new(move |_| content.read().is_some());
    let trouble = Memo::new(move |_| resource.get()?.err());
    let shown = Signal::derive(move || content.get().expect("it is drawn once it is there"));
    let is_asked_again = RwSignal::new(false);
    Effect::new(move |_| {
        resource.with(|_| ());
        // Answered, if not better than before.
        is_asked_again.set(false);
    });
    let ask_again = move |_| {
        is_asked_again.set(true);
        resource.refetch();
    };
    let again = move || {
        let words = if is_asked_again.get() {
            Text::Loading
        } else {
            Text::Again
        };
        words.say(language::current())
    };
    let words = move || match (is_there.get(), trouble.get()) {
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
        (false, None) => {
            view! { <p class="muted" role="status">{say(Text::Loading)}</p> }.into_any()
        }
        (true, None) => ().into_any(),
    };
    view! {
        {words}
        {move || is_there.get().then(|| children(shown).into_any())}
    }
}

fn say(text: Text) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}
