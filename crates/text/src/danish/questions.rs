//! In Danish: what participants read where they ask.

use barometer_domain::audience_question::{Pulse, QuestionOrder, QuestionProblem, QuestionState};

use crate::Language::Danish;
use crate::questions::Questions;

pub(crate) fn sentence(message: Questions<'_>) -> String {
    match message {
        Questions::Title => "Spørgsmål".into(),
        Questions::Back => "Tilbage til webinaret".into(),
        Questions::Promise { moderated: true } => {
            "Ingen kan se, hvem der spørger: hverken de andre, oplægsholderen eller leverandøren. \
             Oplægsholderen læser spørgsmålet, før andre ser det."
                .into()
        }
        Questions::Promise { moderated: false } => {
            "Ingen kan se, hvem der spørger: hverken de andre, oplægsholderen eller leverandøren. \
             Spørgsmålet vises for alle med det samme."
                .into()
        }
        Questions::Yours => "Dit spørgsmål".into(),
        Questions::YoursHint => "Højst 280 tegn. Skriv ingen navne.".into(),
        Questions::About => "Hvad handler det om?".into(),
        Questions::General => "Webinaret i almindelighed".into(),
        Questions::Candidate(number, title) => format!("Nr. {number}: {title}"),
        Questions::Send => "Send spørgsmålet".into(),
        Questions::Own => "Dine spørgsmål".into(),
        Questions::Edit => "Ret".into(),
        Questions::Save => "Gem".into(),
        Questions::Delete => "Slet".into(),
        Questions::EditHint => "Det kan rettes i et minut.".into(),
        Questions::AnsweredWith(words) => format!("Svar: {words}"),
        Questions::Pulse => "Tempoet lige nu".into(),
        Questions::PulseHint => {
            "Kun oplægsholderen ser det, og kun som summer, når mindst fem har svaret.".into()
        }
        Questions::All => "Det spørger de andre om".into(),
        Questions::Nothing => "Der er ingen spørgsmål at vise endnu.".into(),
        Questions::Sort => "Vis".into(),
        Questions::Support => "Det vil jeg også vide".into(),
        Questions::Supported => "Du vil også vide det".into(),
        Questions::Supporters(count) => {
            format!(
                "{} vil vide det",
                Danish.counted(count, "deltager", "deltagere")
            )
        }
        Questions::More(count) => {
            format!(
                "Og {} mere.",
                Danish.counted(count, "spørgsmål", "spørgsmål")
            )
        }
        Questions::Ended => "Webinaret er slut, og der kan ikke spørges mere her.".into(),
        Questions::JoinFirst => {
            "Du er ikke med i webinaret længere. Deltag igen, og send så spørgsmålet.".into()
        }
        Questions::Moved => "Der er sket noget på skærmen.".into(),
        Questions::Close => "Luk".into(),
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
