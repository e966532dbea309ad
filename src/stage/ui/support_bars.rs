//! The result's rows: fixed places that fill up, bars that never rescale, and the line below those that go on.

use barometer_text::Language;
use leptos::prelude::*;

use super::breakable::breakable;

/// Fewer rows than this still leave room for so many, so that one candidate's bar is no wall.
const FEWEST_PLACES: u16 = 6;

/// Titles with more letters than this need a third line.
const TWO_LINES: usize = 84;

/// One row as it is read; equal rows are not drawn again.
#[derive(Clone, Debug, PartialEq)]
pub struct SupportRow {
    /// Its place in the result, "1." or "3.–4." where it is shared.
    pub place: String,
    /// The title of the candidate's request.
    pub title: String,
    /// The language that is written in.
    pub language: Language,
    /// Its price, with the share of each where the candidate goes on.
    pub price: String,
    /// Its bar, from 0 to 1 of those who could have supported it.
    pub share: f64,
    /// The figure that the counting rule ranks by.
    pub headline: String,
    /// What that figure counts, for example "kommuner".
    pub unit: String,
    /// The other count, with its unit.
    pub beside: String,
}

/// How a row stands once it is decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowStanding {
    /// The picking rule has said nothing of it yet.
    #[default]
    Open,
    /// It goes on to be estimated and financed.
    Ahead,
    /// Shares the place at which there is no clean cut.
    Tied,
    /// It does not go on.
    Behind,
}

impl RowStanding {
    fn class(self) -> &'static str {
        match self {
            Self::Open => "place",
            Self::Ahead => "place ahead",
            Self::Tied => "place tied",
            Self::Behind => "place behind",
        }
    }
}

/// A dashed line over the rows, with its tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutLine {
    /// Below how many rows of this page the line stands.
    pub below: u16,
    /// What the line says, for example "største spring".
    pub tag: String,
}

/// A page of the result. Decoration for those who see: a table says the same.
#[component]
pub(crate) fn SupportBars(
    /// The first place on this page, from 1.
    first: u16,
    /// How many places there are on this page.
    count: u16,
    /// The row at a place, from 0 on this page, once it is out.
    row: Callback<u16, Option<SupportRow>>,
    /// How the row at a place stands.
    standing: Callback<u16, RowStanding>,
    /// How many letters the longest of all titles has, those to come included: one size fits all of them.
    longest_title: usize,
    /// The line, when it is decided and on this page.
    #[prop(into)]
    cut: Signal<Option<CutLine>>,
) -> impl IntoView {
    let places = count.max(FEWEST_PLACES);
    let dense = longest_title > TWO_LINES;
    let rows = (0..count).map(|at| {
        let row = Memo::new(move |_| row.run(at));
        let standing = Memo::new(move |_| standing.run(at));
        let below =
            Memo::new(move |_| cut.with(|cut| cut.as_ref().is_some_and(|cut| at >= cut.below)));
        view! { <Place number=first + at row=row standing=standing below=below /> }
    });
    let line = move || {
        cut.get().map(|cut| {
            view! {
                <div class="cut" style:--below=cut.below.to_string()>
                    <span>{cut.tag}</span>
                </div>
            }
        })
    };
    view! {
        <div class="support-bars" class:dense=dense aria-hidden="true" style:--places=places.to_string()>
            {rows.collect_view()}
            {line}
        </div>
    }
}

#[component]
fn Place(
    number: u16,
    row: Memo<Option<SupportRow>>,
    standing: Memo<RowStanding>,
    /// Whether it stands below the line.
    below: Memo<bool>,
) -> impl IntoView {
    let empty = move || view! { <span class="number">{number}</span> }.into_any();
    let full = |row: SupportRow| {
        view! {
            <span class="number">{row.place}</span>
            <span class="title">{breakable(&row.title, row.language)}</span>
            <span class="support">
                <span class="bar" style:--share=format!("{:.4}", row.share)></span>
                <span class="price">{row.price}</span>
            </span>
            <span class="headline">{row.headline}</span>
            <span class="units">
                <span>{row.unit}</span>
                <span>{row.beside}</span>
            </span>
        }
        .into_any()
    };
    // In one: a class that is written whole takes away what was added to it before.
    let class = move || {
        let waiting = if row.with(Option::is_none) {
            " waiting"
        } else {
            ""
        };
        let below = if below.get() { " below" } else { "" };
        format!("{}{waiting}{below}", standing.get().class())
    };
    view! {
        <div class=class>
            {move || row.get().map_or_else(empty, full)}
        </div>
    }
}
