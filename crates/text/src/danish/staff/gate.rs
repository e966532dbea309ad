//! In Danish: the words for whoever stands before the console without its key.

use crate::staff::gate::ConsoleKeyText;

pub(crate) fn sentence(message: ConsoleKeyText) -> String {
    match message {
        ConsoleKeyText::Title => "Her er oplægsholderens side".into(),
        ConsoleKeyText::Body => {
            "Åbn den med oplægsholderens link, eller indsæt linket her. Det blev \
                 vist, da webinaret blev oprettet."
                .into()
        }
        ConsoleKeyText::Wrong => {
            "Det link passer ikke til dette webinar. Se efter, om det hele er \
                 kommet med."
                .into()
        }
        ConsoleKeyText::Field => "Oplægsholderens link".into(),
        ConsoleKeyText::Go => "Fortsæt".into(),
    }
}
