//! In English: the words for whoever stands before the console without its key.

use crate::staff::gate::Gate;

pub(crate) fn sentence(message: Gate) -> String {
    match message {
        Gate::Title => "This is the presenter's page".into(),
        Gate::Body => "Open it with the presenter's link, or paste the link here. It was \
                 shown when the webinar was created."
            .into(),
        Gate::Wrong => "That link does not fit this webinar. Check that you copied all of \
                 it."
        .into(),
        Gate::Field => "The presenter's link".into(),
        Gate::Go => "Continue".into(),
    }
}
