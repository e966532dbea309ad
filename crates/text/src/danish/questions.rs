//! In Danish: what participants read where they ask.

use barometer_domain::audience_question::{Pulse, QuestionOrder, QuestionProblem, QuestionState};

use crate::Language::Danish;
use crate::questions::QuestionPageText;

pub(crate) fn sentence(message: QuestionPageText<'_>) -> String {
    match message {
        QuestionPageText::Title => "Spørgsmål".into(),
        QuestionPageText::Back => "Tilbage til webinaret".into(),
        QuestionPageText::Promise { moderated: true } => {
            "Ingen kan se, hvem der spørger: hverken de andre, oplægsholderen eller leverandøren. \
             Oplægsholderen læser spørgsmålet, før andre ser det."
                .into()
        }
        QuestionPageText::Promise { moderated: false } => {
            "Ingen kan se, hvem der spørger: hverken de andre, oplægsholderen eller leverandøren. \
             Spørgsmålet vises for alle med det samme."
                .into()
        }
        QuestionPageText::Yours => "Dit spørgsmål".into(),
        QuestionPageText::YoursHint => "Højst 280 tegn. Skriv ingen navne.".into(),
        QuestionPageText::About => "Hvad handler det om?".into(),
        QuestionPageText::General => "Webinaret i almindelighed".into(),
        QuestionPageText::Candidate(number, title) => format!("Nr. {number}: {title}"),
        QuestionPageText::Send => "Send spørgsmålet".into(),
        QuestionPageText::Own => "Dine spørgsmål".into(),
        QuestionPageText::Edit => "Ret".into(),
        QuestionPageText::Save => "Gem".into(),
        QuestionPageText::Delete => "Slet".into(),
        QuestionPageText::EditHint => "Det kan rettes i et minut.".into(),
        QuestionPageText::AnsweredWith(words) => format!("Svar: {words}"),
        QuestionPageText::Pulse => "Tempoet lige nu".into(),
        QuestionPageText::PulseHint => {
            "Kun oplægsholderen ser det, og kun som summer, når mindst fem har svaret.".into()
        }
        QuestionPageText::All => "Det spørger de andre om".into(),
        QuestionPageText::Nothing => "Der er ingen spørgsmål at vise endnu.".into(),
        QuestionPageText::Sort => "Vis".into(),
        QuestionPageText::Support => "Det vil jeg også vide".into(),
        QuestionPageText::Supported => "Du vil også vide det".into(),
        QuestionPageText::Supporters(count) => {
            format!(
                "{} vil vide det",
                Danish.counted(count, "deltager", "deltagere")
            )
        }
        QuestionPageText::More(count) => {
            format!(
                "Og {} mere.",
                Danish.counted(count, "spørgsmål", "spørgsmål")
            )
        }
        QuestionPageText::Ended => "Webinaret er slut, og der kan ikke spørges mere her.".into(),
        QuestionPageText::JoinFirst => {
            "Du er ikke med i webinaret længere. Deltag igen, og send så spørgsmålet.".into()
        }
        QuestionPageText::Moved => "Der er sket noget på skærmen.".into(),
        QuestionPageText::Close => "Luk".into(),
    }
}

pub(crate) fn own_state(state: &QuestionState) -> &'static str {
    match state {
        QuestionState::Held => "Venter på oplægsholderen",
        QuestionState::Shown => "Vises for alle",
        QuestionState::Answered { .. } => "Besvaret",
        QuestionState::Hidden => "Vises ikke",
        QuestionState::Merged { .. } => "Lagt sammen med et andet, der ligner",
    }
}

pub(crate) const fn order(order: QuestionOrder) -> &'static str {
    match order {
        QuestionOrder::Supported => "Flest vil vide det",
        QuestionOrder::Newest => "Nyeste",
        QuestionOrder::Unanswered => "Ubesvarede",
    }
}

pub(crate) const fn pulse(pulse: Pulse) -> &'static str {
    match pulse {
        Pulse::Following => "Jeg følger med",
        Pulse::Faster => "Hurtigere",
        Pulse::Slower => "Langsommere",
    }
}

pub(crate) fn problem(problem: QuestionProblem) -> String {
    match problem {
        QuestionProblem::Empty => "Skriv, hvad du vil spørge om.".into(),
        QuestionProblem::TooLong { limit } => {
            format!("Der er plads til {limit} tegn. Gør det kortere.")
        }
        QuestionProblem::TooManyOpen { limit } => {
            format!(
                "Du har {limit} spørgsmål, som ikke er besvaret endnu. Slet et af dem, eller vent på svar."
            )
        }
        QuestionProblem::Full => {
            "Der er stillet så mange spørgsmål, at der ikke er plads til flere.".into()
        }
        QuestionProblem::Gone => "Det spørgsmål er her ikke længere.".into(),
        QuestionProblem::TooLate => {
            "Det kunne rettes i et minut, og det er gået. Slet det, og stil et nyt.".into()
        }
        QuestionProblem::Supported => {
            "Andre støtter det, som det står. Slet det, og stil et nyt.".into()
        }
        QuestionProblem::Settled => {
            "Det er besvaret eller lagt sammen med et andet og kan ikke ændres.".into()
        }
    }
}
