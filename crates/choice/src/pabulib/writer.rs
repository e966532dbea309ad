//! Writes `.pb`.

use std::fmt::Write;

use super::Pabulib;
use super::amount::written;

/// The file's text. Reading it again gives the same, with `num_projects`, `num_votes` and `budget` as they are.
pub fn write(file: &Pabulib) -> String {
    let mut text = String::from("META\nkey;value\n");
    let own = [
        ("num_projects", file.projects.rows.len().to_string()),
        ("num_votes", file.votes.rows.len().to_string()),
        ("budget", written(file.budget, file.decimals)),
        ("vote_type", "approval".to_owned()),
    ];
    for (key, value) in &file.meta {
        let own = own
            .iter()
            .find(|(name, _)| name == key && key != "vote_type");
        let value = own.map_or(value, |(_, value)| value);
        line(&mut text, [key, value]);
    }
    for (key, value) in &own {
        if file.meta(key).is_none() {
            line(&mut text, [*key, value.as_str()]);
        }
    }
    text.push_str("PROJECTS\n");
    let others = file.projects.other_columns.iter().map(String::as_str);
    line(&mut text, ["project_id", "cost"].into_iter().chain(others));
    for project in &file.projects.rows {
        let cost = written(project.cost, file.decimals);
        let others = project.others.iter().map(String::as_str);
        line(&mut text, [&*project.id, &*cost].into_iter().chain(others));
    }
    text.push_str("VOTES\n");
    let others = file.votes.other_columns.iter().map(String::as_str);
    line(&mut text, ["voter_id", "vote"].into_iter().chain(others));
    for vote in &file.votes.rows {
        let ids = vote.approves.iter();
        let ids: Vec<&str> = ids.map(|&at| &*file.projects.rows[at].id).collect();
        let others = vote.others.iter().map(String::as_str);
        let ids = ids.join(",");
        line(&mut text, [&*vote.voter, &*ids].into_iter().chain(others));
    }
    text
}

/// One row. A line break within a cell, which the format has no place for, becomes a blank.
fn line<'a, Cell: AsRef<str> + ?Sized + 'a>(
    text: &mut String,
    cells: impl IntoIterator<Item = &'a Cell>,
) {
    for (at, cell) in cells.into_iter().enumerate() {
        let cell = cell.as_ref().replace(['\r', '\n'], " ");
        let separator = if at == 0 { "" } else { ";" };
        // Writing to a String cannot fail.
        let _ = if cell.contains([';', '"']) {
            write!(text, "{separator}\"{}\"", cell.replace('"', "\"\""))
        } else {
            write!(text, "{separator}{cell}")
        };
    }
    text.push('\n');
}
