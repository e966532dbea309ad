//! Ballots with names: filters, order, likely duplicates, and the file for a spreadsheet.

use barometer_domain::catalogue::Catalogue;
use barometer_domain::csv_file::write_csv_file;
use barometer_domain::ids::{CandidateId, MunicipalityCode};
use barometer_kit::file;
use barometer_kit::language;
use barometer_kit::ui::list::{
    List, ListCell, ListColumn, ListCount, ListRow, ListRowHeading, ListTools,
};
use barometer_text::staff::votes::NamedVotesText as Text;
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
pub(crate) fn Table(
    page: VotesState,
    rows: Memo<Vec<BallotRow>>,
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
        let line = |row: &BallotRow| {
            let is_duplicate = duplicates.contains(&row.slot);
            view! {
                <BallotLine
                    page=page
                    row=row.clone()
                    texts=texts
                    is_duplicate=is_duplicate
                    can_strike=can_strike
                />
            }
        };
        shown.read().iter().map(line).collect_view()
    };
    let count = Memo::new(move |_| {
        let all = rows.read().len();
        ListCount::new(shown.read().len(), all)
    });
    let columns = vec![
        ListColumn::new(say(Text::SelectColumn)).shown_while(move || can_strike.get()),
        ListColumn::new(say(Text::NameColumn)).ordering(RowColumn::Name, page.order),
        ListColumn::new(say(Text::MunicipalityColumn))
            .ordering(RowColumn::Municipality, page.order),
        ListColumn::new(say(Text::RoleColumn)),
        ListColumn::new(say(Text::ChoicesColumn)).shown_while(move || !is_hidden.get()),
        ListColumn::new(say(Text::StateColumn)),
    ];
    let count_words =
        |count: ListCount| Text::Shown(count.shown, count.all).say(language::current());
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
        <Tools page=page rows=rows shown=shown count=count texts=texts is_hidden=is_hidden />
        <Strikes page=page shown=shown can_strike=can_strike />
        <List
            label=Signal::derive(say(Text::Caption))
            class="votes"
            columns=columns
            count=count
            count_words=Callback::new(count_words)
            empty=Signal::derive(say(Text::NothingLeft))
            none_left=Signal::derive(say(Text::NothingLeft))
        >
            {lines}
        </List>
    }
}

/// One ballot: whose, for where, and what was voted.
#[component]
fn BallotLine(
    page: VotesState,
    row: BallotRow,
    texts: StoredValue<Catalogue>,
    is_duplicate: bool,
    can_strike: bool,
) -> impl IntoView {
    // Drawn anew in another language.
    move || {
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
            is_duplicate.then_some(("chip amber", Text::Duplicate)),
        ];
        let mark = |(class, text): (&'static str, Text)| {
            view! { <span class=class>{text.say(language)}</span> }
        };
        let marks = marks.into_iter().flatten().map(mark).collect_view();
        let choices = choices(&row, &texts.read_value()).map(|choices| {
            let choices = choices
                .into_iter()
                .map(|choice| view! { <li>{choice}</li> })
                .collect_view();
            view! {
                <ListCell>
                    <ul class="choices">{choices}</ul>
                </ListCell>
            }
        });
        let tick = can_strike.then(|| view! { <StrikeTick page=page row=row.clone() /> });
        let class = if row.struck { "struck" } else { "" };
        let (municipality, role) = (row.municipality_name(), row.role().to_owned());
        view! {
            <ListRow class=class>
                {tick}
                <ListRowHeading>{name}</ListRowHeading>
                <ListCell>{municipality}</ListCell>
                <ListCell class="muted">{role}</ListCell>
                {choices}
                <ListCell class="marks">{marks}</ListCell>
            </ListRow>
        }
    }
}

/// A checkbox for a ballot that can be struck; a struck one has none.
#[component]
fn StrikeTick(page: VotesState, row: BallotRow) -> impl IntoView {
    let (slot, pressed) = (row.slot.clone(), row.slot.clone());
    let press = move |_| {
        page.chosen.update(|chosen| {
            if !chosen.remove(&pressed) {
                chosen.insert(pressed.clone());
            }
        });
    };
    let label = format!(
        "{} {} {}",
        Text::SelectRow.say(language::current()),
        row.name(),
        row.municipality_name()
    );
    let tick = (!row.struck).then(|| {
        view! {
            <input
                type="checkbox"
                aria-label=label
                prop:checked=move || page.chosen.read().contains(&slot)
                on:change=press
            />
        }
    });
    view! { <ListCell class="select">{tick}</ListCell> }
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
    count: Memo<ListCount>,
    texts: StoredValue<Catalogue>,
    is_hidden: Memo<bool>,
) -> impl IntoView {
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
        <ListTools class="votes-tools" count=count>
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
        </ListTools>
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
