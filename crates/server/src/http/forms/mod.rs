//! Pages with a form that the server makes: what municipalities fill in beside the vote. They work without a script, and
//! cost the phone's download nothing. See `docs/decisions/021-forms-are-pages-of-the-server.md`.

mod field;
mod page;
mod seal;
mod sent;

pub(super) use field::{Choice, Fault, Field, TextInput, fault_summary, municipality_choices};
pub(super) use page::{FormPage, see_other, with_language};
pub(super) use seal::SealedForm;
pub(super) use sent::SentForm;
