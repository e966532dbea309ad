//! In Danish: what presenter, vendor and projector read of what participants ask.

use barometer_domain::audience_question::PulseSums;

use crate::Language::Danish;
use crate::staff::questions::Queue;

pub(crate) fn sentence(message: Queue) -> String {
    match message {
        Queue::Title => "Spørgsmål".into(),
        Queue::New(0) => "Ingen nye".into(),
        Queue::New(count) => Danish.counted(count, "nyt", "nye"),
        Queue::Nothing => "Ingen er godkendt endnu.".into(),
        Queue::Close => "Luk spørgsmål".into(),
        Queue::Moderated => "Nye spørgsmål skal godkendes".into(),
        Queue::Approve => "Godkend".into(),
        Queue::Pin => "Vis på skærmen".into(),
        Queue::Unpin => "Tag af skærmen".into(),
        Queue::Answer => "Besvaret …".into(),
        Queue::AnswerWords => "Svaret med et par ord (kan udelades)".into(),
        Queue::MarkAnswered => "Markér som besvaret".into(),
        Queue::Answered => "Besvaret".into(),
        Queue::Hide => "Skjul".into(),
        Queue::ShowAgain => "Vis igen".into(),
        Queue::Merge => "Læg sammen …".into(),
        Queue::MergeInto => "Læg sammen med".into(),
        Queue::ChooseOther => "Vælg et spørgsmål".into(),
        Queue::MergeNow => "Læg sammen".into(),
        Queue::Cancel => "Fortryd".into(),
        Queue::Hidden(count) => Danish.counted(count, "skjult", "skjulte"),
        Queue::Sort => "Rækkefølge".into(),
        Queue::OnScreen => "På skærmen".into(),
        Queue::Waits => "Vises, når afstemningen er lukket".into(),
        Queue::Supporters(count) => format!("{} vil vide det", Danish.whole(count)),
        Queue::Pulse(PulseSums {
            following,
            faster,
            slower,
        }) => format!(
            "Tempo: {} følger med · {} hurtigere · {} langsommere",
            Danish.whole(following),
            Danish.whole(faster),
            Danish.whole(slower)
        ),
        Queue::LandsThere => "Når webinaret er slut, står det, der er godkendt om et ønske, som kommentar under ønsket. Ingen kan se, hvem der har spurgt.".into(),
        Queue::Waiting => "Venter på godkendelse".into(),
        Queue::FromParticipants => "Spørgsmål fra deltagerne".into(),
    }
}
