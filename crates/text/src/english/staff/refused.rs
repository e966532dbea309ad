//! In English: why something was refused to the vendor; a phone never hears these.

use barometer_domain::refusal::{Field, Refusal, SheetProblem};

use crate::english::refusal;
use crate::english::staff::surveys;

pub(crate) fn sentence(refused: &Refusal) -> String {
    match refused {
        Refusal::NotVendor => "Log in as the vendor first.".into(),
        Refusal::WrongPassphrase => "The passphrase or the link does not fit.".into(),
        Refusal::AlreadySetUp => "The vendor has a key already. Log in with it.".into(),
        Refusal::NoVendorKey => "The vendor has no key yet.".into(),
        Refusal::ReasonMissing => "Write your name and why, both short.".into(),
        Refusal::MergeConflicts { .. } => {
            "Some municipalities have said different things to the two requests. Choose what \
             holds."
                .into()
        }
        Refusal::MergeMovedOn => {
            "More was written down since about what moved along. Undo that first.".into()
        }
        Refusal::LogBroken => {
            "The log of look-ups has been changed by other means than Barometer. Somebody \
             has to write that down before anything can be looked up."
                .into()
        }
        Refusal::MoveNotAllowed => "That step cannot be taken from here.".into(),
        Refusal::ChoicesSeen => {
            "Somebody has seen what was voted. So no ballot can be struck, and the vote \
             cannot be reopened."
                .into()
        }
        Refusal::Locked => "This can no longer be changed.".into(),
        Refusal::StaleEdition => {
            "Someone else has saved meanwhile. What you have written is still here.".into()
        }
        Refusal::CodeNeeded => "Type the code to see the page.".into(),
        Refusal::NotFilledIn { field } => {
            format!("{}: {}", field_name(*field), asked(*field))
        }
        Refusal::BadSheet { problem } => sheet_problem(*problem),
        Refusal::AnswersStand { lost } => {
            format!("The question {}", surveys::lost_meaning(lost.lost))
        }
        Refusal::SurveyNotOpen => "Answers are closed.".into(),
        Refusal::BadSurvey { problem } => surveys::problem(*problem),
        Refusal::ImportHasErrors { lines: 1 } => {
            "1 line has errors, so nothing was imported. Correct it, and try again.".into()
        }
        Refusal::ImportHasErrors { lines } => format!(
            "{lines} lines have errors, so nothing was imported. Correct them, and try again."
        ),
        other => refusal::sentence(other),
    }
}

pub(crate) fn sheet_problem(problem: SheetProblem) -> String {
    match problem {
        SheetProblem::TooLarge => "The file is larger than 5 MB. Split it.".into(),
        SheetProblem::TooManyParts => {
            "The workbook has more than 1,000 parts. Save it as CSV.".into()
        }
        SheetProblem::TooMuchInside => {
            "Unpacked, the workbook takes up more than 100 MB. Save it as CSV.".into()
        }
        SheetProblem::TooManyRows => "The file has more than 5,000 rows. Split it.".into(),
        SheetProblem::TooManyColumns => "The file has more than 60 columns. Delete those that are \
                                 not needed."
            .into(),
        SheetProblem::TooManyCells => {
            "The file has more than 100,000 cells with something in them. \
                               Split it."
                .into()
        }
        SheetProblem::CellTooLong => {
            "A cell has more than 5,000 characters. Make the text shorter.".into()
        }
        SheetProblem::NotASheet => {
            "The file is neither XLSX, ODS nor CSV. Save it as one of them.".into()
        }
        SheetProblem::OpenQuote { line } => {
            format!(
                "The quotation mark in line {line} is never closed. Save the file as \
                     XLSX, or correct it."
            )
        }
        SheetProblem::Broken => {
            "The workbook cannot be read: it is damaged or locked. Save it again without a \
             password."
                .into()
        }
        SheetProblem::Nothing => "There is nothing in the file.".into(),
    }
}

fn asked(field: Field) -> &'static str {
    match field {
        Field::By => "write it, at most 200 letters.",
        Field::Reason => "write briefly why, at most 200 letters.",
        Field::Amount => "write an amount above 0 in whole kroner, e.g. 48,000.",
        Field::Price => {
            "write amounts above 0 in kroner, e.g. 240,000; an estimate goes from lowest \
             over likely to highest, and a request up for financing has a firm price."
        }
        Field::Expected | Field::MandateDate | Field::Date => {
            "choose a day, e.g. 1 December \
                                                               2026."
        }
        Field::MandateBy => "write which committee or which manager.",
        Field::Reference => "at most 200 letters on one line.",
        Field::Year => "write a year, e.g. 2027.",
        Field::Minimum => "write a number from 1 to 98; requests up for financing need one.",
        Field::Deadline => {
            "choose a day from today on. A deadline can be extended, not brought forward, \
             and requests up for financing need one."
        }
        Field::RequestReference => {
            "write a reference of at most 60 letters that no other request has."
        }
        Field::Title => "write at most 120 letters.",
        Field::Pitch => "write at most 500 letters.",
        Field::Benefit => "write at most 600 letters.",
        Field::Category => "write at most 60 letters.",
        Field::Sharing => {
            "the rule’s numbers are missing or cannot be: per cent from 0 to 100, amounts \
             above 0, weights such as 1:2:3."
        }
        Field::Folder => "write at most 300 letters.",
        Field::Portal => "write the whole address; it begins with https:// and has no spaces.",
        Field::Into => "choose another request.",
        Field::National => "write yes or no.",
        Field::Initiative | Field::AskedBy => "write it shorter, on one line.",
        Field::Starts => "write a time of day, e.g. 9:00.",
        Field::Ends => "write a time of day after the beginning.",
        Field::Code => "6 characters without 0, 1, I and O that no other webinar has.",
        Field::Agenda => "each kind of item can be there once.",
        Field::Notes => "write less.",
        Field::Timebox => "write minutes, e.g. 5 or 1:30.",
        Field::Shortlist | Field::Ongoing => "one of the requests cannot be there now.",
        Field::MaxChoices => "write a whole number from 1.",
        Field::LedTo => "write at most 2,000 characters.",
        Field::Decisions => "write at most 20 decisions of at most 300 characters each.",
        Field::Letter => "write the letter, in at most 20,000 characters.",
        Field::Ministry => "write at most 120 letters.",
        Field::Link => "write the whole address, it begins with https://, without blanks.",
        Field::Requests => "choose at most 100 requests.",
        Field::Effort => "write a whole number of hours from 1 to 750,000.",
        Field::CostFrom => {
            "choose a half-year that is not after the deadline; without a deadline there can be none."
        }
        Field::Place => "write at most 200 letters on one line.",
        Field::Role => "write at most 80 letters.",
        Field::Term => "the term must end after it begins.",
        Field::Entry => "write something, at most 10,000 letters.",
        Field::Frame => "write an amount in kroner, for example 4,000,000, at most 1 billion.",
    }
}

pub(crate) fn field_name(field: Field) -> &'static str {
    match field {
        Field::By => "Your name",
        Field::Reason => "Reason",
        Field::Amount => "Amount",
        Field::Expected => "Decision expected",
        Field::MandateBy => "Who promised",
        Field::Reference => "Case number",
        Field::MandateDate => "Day of the promise",
        Field::Year => "Year of the invoice",
        Field::Price => "Price",
        Field::Minimum => "Fewest municipalities",
        Field::Deadline => "Deadline",
        Field::RequestReference => "Reference",
        Field::Title => "Title",
        Field::Pitch => "Pitch",
        Field::Benefit => "Benefit",
        Field::Category => "Category",
        Field::Sharing => "Sharing rule",
        Field::Folder => "Folder",
        Field::Portal => "Portal link",
        Field::Into => "Merged into",
        Field::National => "National initiative",
        Field::Initiative => "Which national initiative",
        Field::AskedBy => "Asked for by",
        Field::Date => "Date",
        Field::Starts => "Begins",
        Field::Ends => "Ends",
        Field::Code => "Code",
        Field::Agenda => "Agenda",
        Field::Notes => "Notes",
        Field::Timebox => "Time",
        Field::Shortlist => "Shortlist",
        Field::Ongoing => "Requests under way",
        Field::MaxChoices => "Number of choices",
        Field::LedTo => "What it has led to",
        Field::Decisions => "Decisions",
        Field::Letter => "Letter",
        Field::Ministry => "Ministry",
        Field::Link => "Link",
        Field::Requests => "Affected requests",
        Field::Effort => "Work",
        Field::CostFrom => "Costs from",
        Field::Place => "Place",
        Field::Role => "Role",
        Field::Term => "Term",
        Field::Entry => "The text",
        Field::Frame => "Headroom",
    }
}
