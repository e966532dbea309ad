//! In Danish: the words for whoever stands before the console without its key.

use crate::staff::gate::Gate;

pub(crate) fn sentence(message: Gate) -> String {
    match message {
        Gate::Title => "Her er oplægsholderens side".into(),
        Gate::Body => "Åbn den med oplægsholderens link, eller indsæt linket her. Det blev \
                 vist, da webinaret blev oprettet."
            .into(),
        Gate::Wrong => "Det link passer ikke til dette webinar. Se efter, om det hele er \
                 kommet med."
            .into(),
        Gate::Field => "Oplægsholderens link".into(),
        Gate::Go => "Fortsæt".into(),
    }
}
