//! The cells of one line, read as people write them.

use super::{ImportField, Mapping, Wrong};
use crate::date::Date;
use crate::financing::{ChangeRequest, Price};
use crate::money::{typed_kroner, written_amount};

/// What says yes, in small letters; `sand` and `true` are a spreadsheet's own.
const YES: [&str; 6] = ["ja", "yes", "sand", "true", "x", "1"];
/// What says no.
const NO: [&str; 5] = ["nej", "no", "falsk", "false", "0"];
/// What says that a price is firm.
const FIRM: [&str; 4] = ["fast", "fast pris", "firm", "firm price"];
/// What says that it is not; the export's own words among them.
const ESTIMATE: [&str; 6] = [
    "et overslag",
    "an estimate",
    "overslag",
    "estimate",
    "ikke vurderet",
    "not assessed",
];

/// One line through a mapping.
pub(super) struct Cells<'a> {
    cells: &'a [String],
    mapping: &'a Mapping,
}

impl<'a> Cells<'a> {
    pub(super) fn of(cells: &'a [String], mapping: &'a Mapping) -> Self {
        Self { cells, mapping }
    }

    /// Whether there is nothing in any column that is read.
    pub(super) fn are_blank(&self) -> bool {
        let mut fields = ImportField::ALL.into_iter();
        fields.all(|field| self.text(field).is_none())
    }

    /// The text of a field on one line, if there is any. The apostrophe with which a spreadsheet, and the export, keeps
    /// a text from being a formula is none of it.
    pub(super) fn text(&self, field: ImportField) -> Option<String> {
        let cell = self.cells.get(self.mapping.column(field)?)?;
        let is_break = |letter: char| letter.is_whitespace() && letter.is_control();
        let text = cell.replace("\r\n", "\n").replace(is_break, " ");
        let text = text.trim();
        let kept = text
            .strip_prefix('\'')
            .filter(|text| text.starts_with(['=', '+', '-', '@']));
        Some(kept.unwrap_or(text).to_owned()).filter(|text| !text.is_empty())
    }

    /// What the line makes of a request, or of none; texts may still be too long, and amounts too large.
    pub(super) fn over(&self, held: Option<&ChangeRequest>) -> Result<ChangeRequest, Wrong> {
        let mut request = held.cloned().unwrap_or_default();
        for (field, text) in [
            (ImportField::Reference, &mut request.reference),
            (ImportField::Title, &mut request.title),
            (ImportField::Pitch, &mut request.pitch),
            (ImportField::Benefit, &mut request.benefit),
            (ImportField::Category, &mut request.category),
            (ImportField::Folder, &mut request.folder),
            (ImportField::Portal, &mut request.portal),
        ] {
            if let Some(said) = self.text(field) {
                *text = said;
            }
        }
        request.terms.price = self.price(held.map(|held| held.terms.price))?;
        if let Some(minimum) = self.read(ImportField::Minimum, |text| text.parse().ok())? {
            request.terms.minimum = Some(minimum);
        }
        if let Some(deadline) = self.read(ImportField::Deadline, day)? {
            request.terms.deadline = Some(deadline);
        }
        let national = self.read(ImportField::National, |text| one_of(text, &YES, &NO))?;
        request.national = national.unwrap_or(request.national);
        Ok(request)
    }

    /// What is left out of a price stays as it is, but never so that the likely price lies outside. A price without
    /// more is all there is to an estimate; of a firm one the lowest and the highest are not looked at. A new wish
    /// without a price has none yet.
    fn price(&self, held: Option<Price>) -> Result<Price, Wrong> {
        let written = self.read(ImportField::Price, written_amount)?;
        let low = self.read(ImportField::PriceLow, typed_kroner)?;
        let high = self.read(ImportField::PriceHigh, typed_kroner)?;
        let firm = self.read(ImportField::Firm, |text| {
            one_of(text, &FIRM, &ESTIMATE).or_else(|| one_of(text, &YES, &NO))
        })?;
        let held = held.unwrap_or_default();
        let written = written.map(Price::from);
        let likely = match written {
            Some(written) => written.known(),
            None => held.known(),
        };
        let Some(likely) = likely else {
            return match firm {
                Some(true) => Err(ImportField::Price.wrong()),
                _ => Ok(Price::NotAssessed),
            };
        };
        if firm.unwrap_or_else(|| held.is_firm()) {
            return Ok(Price::Firm { amount: likely });
        }
        let span = match (written, held) {
            (Some(Price::Estimate { low, high, .. }), _) if low < high => Some((low, high)),
            (_, Price::Estimate { low, high, .. }) => Some((low, high)),
            _ => None,
        };
        let (held_low, held_high) = span.unwrap_or((likely, likely));
        Ok(Price::Estimate {
            low: low.unwrap_or_else(|| held_low.min(likely)),
            likely,
            high: high.unwrap_or_else(|| held_high.max(likely)),
        })
    }

    /// What a field says, if it says anything that can be read.
    fn read<T>(
        &self,
        field: ImportField,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Wrong> {
        let text = self.text(field);
        let value = text.map(|text| read(&text).ok_or_else(|| field.wrong()));
        value.transpose()
    }
}

fn one_of(text: &str, yes: &[&str], no: &[&str]) -> Option<bool> {
    let text = text.to_lowercase();
    let is_among = |words: &[&str]| words.contains(&&*text);
    is_among(yes)
        .then_some(true)
        .or_else(|| is_among(no).then_some(false))
}

/// A day as `2026-11-01`, or the Danish way with any of three marks: `1.11.2026`, `01-11-2026`, `1/11/2026`.
fn day(text: &str) -> Option<Date> {
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let mark = text.chars().find(|letter| ".-/".contains(*letter))?;
    let parts: Vec<&str> = text.split(mark).collect();
    let [day, month, year] = parts[..] else {
        return None;
    };
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_whole = year.len() == 4 && parts.iter().all(|part| is_number(part));
    is_whole.then(|| Date::of(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_the_way_it_is_written() {
        for text in ["2026-11-01", "1.11.2026", "01-11-2026", "1/11/2026"] {
            assert_eq!(
                day(text).map(|day| day.to_string()).as_deref(),
                Some("2026-11-01")
            );
        }
        for text in [
            "",
            "1.11.26",
            "31.2.2026",
            "1.11-2026",
            "11/2026",
            "+1.11.2026",
            "i morgen",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
