//! Ballots with names: filters, order, likely duplicates, and the file for a spreadsheet.

use std::collections::BTreeSet;

use barometer_domain::catalogue::Catalogue;
use barometer_domain::csv_file::write_csv_file;
use barometer_domain::ids::{CandidateId, MunicipalityCode};
use barometer_kit::file;
use barometer_kit::language;
use barometer_text::staff::votes::Votes as Text;
use leptos::html;
use leptos::prelude::*;

use super::recount::title;
use super::rows::{self, BallotRow, ChoiceFilter, RowColumn, RowVoter};
use super::state::VotesState;

/// "Ingen af disse" among the candidates' numbers.
const BLANK: &str = "blank";

fn say(text: Text) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The table with its tools.
#[component]
pub fn Table(
    /// The page's state.
    page: VotesState,
    /// All rows.
    rows: Memo<Vec<BallotRow>>,
    /// The webinar's texts.
    texts: StoredValue<Catalogue>,
) -> impl IntoView {
    let shown =
        Memo::new(move |_| rows::visible_rows(&rows.read(), page.filter.get(), page.order.get()));
    let duplicates = Memo::new(move |_| rows::duplicates(&rows.read()));
    let can_strike = Memo::new(move |_| {
        page.names
            .with(|names| names.as_ref().is_some_and(|names| names.can_strike))
    });
    let is_hidden = Memo::new(move |_| rows.read().iter().any(|row| row.choices.is_none()));
    let lines = move || {
        let (duplicates, can_strike) = (duplicates.get(), can_strike.get());
        let line =
            |row: &BallotRow| ballot_row(page, row, &texts.read_value(), &duplicates, can_strike);
        shown.read().iter().map(line).collect_view()
    };
    let nothing = move || {
        let is_empty = shown.read().is_empty();
        is_empty.then(|| view! { <p class="muted">{say(Text::NothingLeft)}</p> })
    };
    let select = move || {
        can_strike
            .get()
            .then(|| view! { <th scope="col" role="columnheader">{say(Text::SelectColumn)}</th> })
    };
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            // The form that had the focus is gone.
            let _ = heading.focus();
        }
    });
    view! {
        <h2 id="votes" class="visually-hidden" tabindex="-1" node_ref=heading>
            {say(Text::Caption)}
        </h2>
        <Tools page=page rows=rows shown=shown texts=texts is_hidden=is_hidden />
        <Strikes page=page shown=shown can_strike=can_strike />
        <div class="votes-frame">
            <table class="votes" role="table" aria-labelledby="votes">
                <thead role="rowgroup">
                    <tr role="row">
                        {select}
                        <Sortable page=page column=RowColumn::Name text=Text::NameColumn />
                        <Sortable
                            page=page
                            column=RowColumn::Municipality
                            text=Text::MunicipalityColumn
                        />
                        <th scope="col" role="columnheader">{say(Text::RoleColumn)}</th>
                        <Show when=move || !is_hidden.get()>
                            <th scope="col" role="columnheader">{say(Text::ChoicesColumn)}</th>
                        </Show>
                        <th scope="col" role="columnheader">{say(Text::StateColumn)}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{lines}</tbody>
            </table>
            {nothing}
        </div>
    }
}

/// A column's heading that sorts.
#[component]
fn Sortable(page: VotesState, column: RowColumn, text: Text) -> impl IntoView {
    let state = move || {
        let order = page.order.get();
        match (order.by == column, order.falling) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    };
    let arrow = move || match state() {
        "ascending" => " ↑",
        "descending" => " ↓",
        _ => "",
    };
    let press = move |_| page.order.update(|order| *order = order.pressed(column));
    view! {
        <th scope="col" role="columnheader" aria-sort=state>
            <button type="button" class="sort" on:click=press>
                {say(text)}
                <span aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
}

fn ballot_row(
    page: VotesState,
    row: &BallotRow,
    texts: &Catalogue,
    duplicates: &BTreeSet<String>,
    can_strike: bool,
) -> AnyView {
    let language = language::current();
    let name = match &row.who {
        RowVoter::Nobody => {
            view! { <span class="muted">{Text::NoName.say(language)}</span> }.into_any()
        }
        RowVoter::Unreadable => {
            let words = Text::CannotOpen.say(language);
            view! { <span class="chip coral">{words}</span> }.into_any()
        }
        RowVoter::Person(person) => person.name.clone().into_any(),
    };
    let marks = [
        row.struck.then_some(("chip coral", Text::Struck)),
        row.differs()
            .then_some(("chip amber", Text::OtherMunicipality)),
        (row.devices > 1).then_some(("chip amber", Text::Devices(row.devices))),
        duplicates
            .contains(&row.slot)
            .then_some(("chip amber", Text::Duplicate)),
    ];
    let mark = |(class, text): (&'static str, Text)| {
        view! { <span class=class>{text.say(language)}</span> }
    };
    let marks = marks.into_iter().flatten().map(mark).collect_view();
    let choices = choices(row, texts).map(|choices| {
        let choices = choices
            .into_iter()
            .map(|choice| view! { <li>{choice}</li> })
            .collect_view();
        view! { <td role="cell"><ul class="choices">{choices}</ul></td> }
    });
    let tick = can_strike.then(|| tick(page, row));
    let class = if row.struck { "struck" } else { "" };
    view! {
        <tr role="row" class=class>
            {tick}
            <th scope="row" role="rowheader">{name}</th>
            <td role="cell">{row.municipality_name()}</td>
            <td role="cell" class="muted">{row.role().to_owned()}</td>
            {choices}
            <td role="cell" class="marks">{marks}</td>
        </tr>
    }
    .into_any()
}

/// A checkbox for a ballot that can be struck; a struck one has none.
fn tick(page: VotesState, row: &BallotRow) -> AnyView {
    if row.struck {
        return view! { <td role="cell"></td> }.into_any();
    }
    let label = format!(
        "{} {} {}",
        Text::SelectRow.say(language::current()),
        row.name(),
        row.municipality_name()
    );
    let (slot, pressed) = (row.slot.clone(), row.slot.clone());
    let press = move |_| {
        page.chosen.update(|chosen| {
            if !chosen.remove(&pressed) {
                chosen.insert(pressed.clone());
            }
        });
    };
    view! {
        <td role="cell" class="select">
            <input
                type="checkbox"
                aria-label=label
                prop:checked=move || page.chosen.read().contains(&slot)
                on:change=press
            />
        </td>
    }
    .into_any()
}

/// What was voted; `None` while it is hidden.
fn choices(row: &BallotRow, texts: &Catalogue) -> Option<Vec<String>> {
    let ballot = row.choices.as_ref()?;
    if ballot.is_blank() {
        return Some(vec![Text::Blank.say(language::current())]);
    }
    let titles = ballot.choices().map(|candidate| title(texts, candidate));
    Some(titles.collect())
}

/// How many rows there are, the filters, the file, and the way out.
#[component]
fn Tools(
    page: VotesState,
    rows: Memo<Vec<BallotRow>>,
    shown: Memo<Vec<BallotRow>>,
    texts: StoredValue<Catalogue>,
    is_hidden: Memo<bool>,
) -> impl IntoView {
    let count = move || {
        // All first: a drawing that reads what depends on it first misses its change.
        let all = number(rows.read().len());
        let some = number(shown.read().len());
        Text::Shown(some, all).say(language::current())
    };
    let by_choice = move |event| {
        let value = event_target_value(&event);
        page.filter.update(|filter| {
            filter.choice = match value.as_str() {
                BLANK => Some(ChoiceFilter::Blank),
                value => value
                    .parse()
                    .ok()
                    .map(|id| ChoiceFilter::Candidate(CandidateId(id))),
            };
        });
    };
    let by_municipality = move |event| {
        let value = event_target_value(&event);
        page.filter
            .update(|filter| filter.municipality = value.parse().ok());
    };
    let only_duplicates = move |event| {
        let checked = event_target_checked(&event);
        page.filter.update(|filter| filter.duplicates = checked);
    };
    let only_nameless = move |event| {
        let checked = event_target_checked(&event);
        page.filter.update(|filter| filter.nameless = checked);
    };
    let candidates = move || {
        texts.with_value(|texts| {
            let all = texts.candidates.iter().map(|candidate| candidate.id);
            let option = |id: CandidateId| view! { <option value=id.0>{title(texts, id)}</option> };
            all.map(option).collect_view()
        })
    };
    // Unchanged by a strike, so that the chosen one stays chosen.
    let named = Memo::new(move |_| rows::municipalities(&rows.read()));
    let municipalities = move || {
        let all = named.get().into_iter();
        let option = |(code, name, count): (MunicipalityCode, String, usize)| {
            let name = format!("{name} ({})", language::current().whole(number(count)));
            view! { <option value=code.to_string()>{name}</option> }
        };
        all.map(option).collect_view()
    };
    view! {
        <div class="votes-tools">
            <Show when=move || !is_hidden.get()>
                <div class="field">
                    <label for="by-choice">{say(Text::FilterCandidate)}</label>
                    <select id="by-choice" on:change=by_choice>
                        <option value="">{say(Text::All)}</option>
                        {candidates}
                        <option value=BLANK>{say(Text::Blank)}</option>
                    </select>
                </div>
            </Show>
            <div class="field">
                <label for="by-municipality">{say(Text::FilterMunicipality)}</label>
                <select id="by-municipality" on:change=by_municipality>
                    <option value="">{say(Text::All)}</option>
                    {municipalities}
                </select>
            </div>
            <label class="tick">
                <input type="checkbox" on:change=only_duplicates />
                {say(Text::OnlyDuplicates)}
            </label>
            <label class="tick">
                <input type="checkbox" on:change=only_nameless />
                {say(Text::OnlyNameless)}
            </label>
            <div class="vendor-buttons">
                <button
                    type="button"
                    class="button second"
                    on:click=move |_| export(&shown.read_untracked(), &texts.read_value())
                >
                    {say(Text::Export)}
                </button>
                <button type="button" class="button" on:click=move |_| page.forget(Text::Closed)>
                    {say(Text::Close)}
                </button>
            </div>
        </div>
        <p class="votes-count" role="status">{count}</p>
    }
}

/// What can be struck, all of it together if need be, and the button that does.
#[component]
fn Strikes(page: VotesState, shown: Memo<Vec<BallotRow>>, can_strike: Memo<bool>) -> impl IntoView {
    let free = move || number(shown.read().iter().filter(|row| !row.struck).count());
    let count = move || number(page.chosen.read().len());
    let ask = move |_| {
        page.sending.clear_trouble();
        page.asking.set(true);
    };
    let button = move || match count() {
        0 => view! { <p class="muted">{say(Text::StrikeHint)}</p> }.into_any(),
        count => view! {
            <button type="button" class="button danger" on:click=ask>
                {say(Text::Strike(count))}
            </button>
        }
        .into_any(),
    };
    let over = move || {
        page.can_look_away.get().then(|| {
            view! { <p class="notice amber">{say(Text::StrikesAreOver)}</p> }
        })
    };
    view! {
        <Show when=move || can_strike.get() fallback=move || over()>
            <div class="strikes">
                <div class="vendor-buttons">
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| page.choose(&shown.read_untracked(), true)
                    >
                        {move || Text::SelectAll(free()).say(language::current())}
                    </button>
                    <button type="button" class="button" on:click=move |_| page.choose(&[], false)>
                        {say(Text::SelectNone)}
                    </button>
                </div>
                {button}
            </div>
        </Show>
    }
}

/// Saves the rows that are shown.
fn export(rows: &[BallotRow], texts: &Catalogue) {
    let language = language::current();
    let is_hidden = rows.iter().any(|row| row.choices.is_none());
    let columns = [
        Some(Text::NameColumn),
        Some(Text::RoleColumn),
        Some(Text::MunicipalityColumn),
        (!is_hidden).then_some(Text::ChoicesColumn),
        Some(Text::Struck),
    ];
    let headings = columns.into_iter().flatten();
    let mut lines: Vec<Vec<String>> = vec![headings.map(|column| column.say(language)).collect()];
    let yes_or_no = |yes| if yes { Text::Yes } else { Text::No };
    lines.extend(rows.iter().map(|row| {
        let name = match row.who {
            RowVoter::Nobody => Text::NoName.say(language),
            RowVoter::Unreadable => Text::CannotOpen.say(language),
            RowVoter::Person(_) => row.name().to_owned(),
        };
        let choices = choices(row, texts).map(|choices| choices.join(", "));
        let cells = [
            Some(name),
            Some(row.role().to_owned()),
            Some(row.municipality_name()),
            choices.filter(|_| !is_hidden),
            Some(yes_or_no(row.struck).say(language)),
        ];
        cells.into_iter().flatten().collect()
    }));
    let text = write_csv_file(&lines);
    file::save(
        &format!("barometer-{}.csv", texts.date),
        "text/csv;charset=utf-8",
        &text,
    );
}
