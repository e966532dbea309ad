//! In Danish: what presenter, vendor and projector read of what participants ask.

use barometer_domain::audience_question::PulseSums;

use crate::Language::Danish;
use crate::staff::questions::QuestionQueueText;

pub(crate) fn sentence(message: QuestionQueueText) -> String {
    match message {
        QuestionQueueText::Title => "Spørgsmål".into(),
        QuestionQueueText::New(0) => "Ingen nye".into(),
        QuestionQueueText::New(count) => Danish.counted(count, "nyt", "nye"),
        QuestionQueueText::Nothing => "Ingen er godkendt endnu.".into(),
        QuestionQueueText::Close => "Luk spørgsmål".into(),
        QuestionQueueText::Moderated => "Nye spørgsmål skal godkendes".into(),
        QuestionQueueText::Approve => "Godkend".into(),
        QuestionQueueText::Pin => "Vis på skærmen".into(),
        QuestionQueueText::Unpin => "Tag af skærmen".into(),
        QuestionQueueText::Answer => "Besvaret …".into(),
        QuestionQueueText::AnswerWords => "Svaret med et par ord (kan udelades)".into(),
        QuestionQueueText::MarkAnswered => "Markér som besvaret".into(),
        QuestionQueueText::Answered => "Besvaret".into(),
        QuestionQueueText::Hide => "Skjul".into(),
        QuestionQueueText::ShowAgain => "Vis igen".into(),
        QuestionQueueText::Merge => "Læg sammen …".into(),
        QuestionQueueText::MergeInto => "Læg sammen med".into(),
        QuestionQueueText::ChooseOther => "Vælg et spørgsmål".into(),
        QuestionQueueText::MergeNow => "Læg sammen".into(),
        QuestionQueueText::Cancel => "Fortryd".into(),
        QuestionQueueText::Hidden(count) => Danish.counted(count, "skjult", "skjulte"),
        QuestionQueueText::Sort => "Rækkefølge".into(),
        QuestionQueueText::OnScreen => "På skærmen".into(),
        QuestionQueueText::Waits => "Vises, når afstemningen er lukket".into(),
        QuestionQueueText::Supporters(count) => format!("{} vil vide det", Danish.whole(count)),
        QuestionQueueText::Pulse(PulseSums {
            following,
            faster,
            slower,
        }) => format!(
            "Tempo: {} følger med · {} hurtigere · {} langsommere",
            Danish.whole(following),
            Danish.whole(faster),
            Danish.whole(slower)
        ),
        QuestionQueueText::LandsThere => "Når webinaret er slut, står det, der er godkendt om et ønske, som kommentar under ønsket. Ingen kan se, hvem der har spurgt.".into(),
        QuestionQueueText::Waiting => "Venter på godkendelse".into(),
        QuestionQueueText::FromParticipants => "Spørgsmål fra deltagerne".into(),
    }
}
