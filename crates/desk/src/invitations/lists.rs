//! Lists of people, read in this browser by a module that is fetched once there is one.

use barometer_domain::people::{People, WrongList};
use barometer_domain::refusal::SheetProblem;
use barometer_json::FromJson;
use barometer_kit::sealing::{call, call_with};
use barometer_kit::{json, route};
use js_sys::{Array, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// The largest file that is read, in bytes.
const LARGEST: f64 = 5.0 * 1024.0 * 1024.0;

/// Why a list cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListError {
    /// The file, or what was pasted, is no table that can be read.
    Unreadable(SheetProblem),
    /// What it says of people is wrong.
    Wrong(WrongList),
    /// The module could not be fetched.
    NoModule,
}

/// A file as text that can be mended.
#[derive(Clone, Debug, PartialEq, Eq, FromJson)]
pub struct ListedPeople {
    /// Every row, those that the file hides among them.
    pub text: String,
    /// The same without what is hidden in the file.
    pub visible: String,
    /// How many rows are hidden.
    pub hidden: u32,
}

/// What a file says, as text.
///
/// # Errors
/// [`ListError::Unreadable`] and [`ListError::NoModule`].
pub async fn listed(file: &File) -> Result<ListedPeople, ListError> {
    if file.size() > LARGEST {
        return Err(ListError::Unreadable(SheetProblem::TooLarge));
    }
    let bytes = JsFuture::from(file.array_buffer()).await;
    let bytes = bytes.map_err(|_| ListError::Unreadable(SheetProblem::Broken))?;
    let bytes = Array::of1(&Uint8Array::new(&bytes));
    let answer = call_with(route::LISTS, "asText", bytes).await;
    read(&answer.map_err(|code| problem(&code))?)
}

/// Who stands in the list.
///
/// # Errors
/// What is wrong with it.
pub async fn people(text: &str) -> Result<People, ListError> {
    let answer = call(route::LISTS, "people", &[text]).await;
    let people: Result<People, WrongList> = read(&answer.map_err(|code| problem(&code))?)?;
    people.map_err(ListError::Wrong)
}

fn read<T: FromJson>(answer: &str) -> Result<T, ListError> {
    json::read(answer).ok_or(ListError::NoModule)
}

/// What the module has thrown; nothing where it could not be fetched.
fn problem(code: &str) -> ListError {
    json::read(code).map_or(ListError::NoModule, ListError::Unreadable)
}
