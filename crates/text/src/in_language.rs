//! The one place that knows which folder a language has.

/// Calls a language's own function: `in_language!(language, phone::sentence(message))`.
///
/// A new language is one more folder and one more line here; the compiler names every sentence that the folder lacks.
macro_rules! in_language {
    ($language:expr, $($name:ident)::+($($argument:expr),*)) => {
        match $language {
            $crate::Language::Danish => $crate::danish::$($name)::+($($argument),*),
            $crate::Language::English => $crate::english::$($name)::+($($argument),*),
        }
    };
}
