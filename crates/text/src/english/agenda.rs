//! In English: what a new agenda says to its presenter.

use barometer_domain::agenda::Stage;

pub(crate) const fn notes(stage: Stage) -> &'static str {
    match stage {
        Stage::Welcome => {
            "Welcome everyone. Say how to take part: scan the code, or use the link in the chat. \
             The barometer is anonymous to the others and not legally binding."
        }
        Stage::Survey => {
            "Thank people for their answers. Show what they said, one question at a time, and say \
             what it has led to."
        }
        Stage::Ongoing => {
            "Where the requests under way stand, in short. Say what is missing and when the deadline \
             is. Press a request to show its financing."
        }
        Stage::Candidates => {
            "One request at a time: pitch, benefit, rough estimate. Remember to say that the requests \
             have not been worked through yet."
        }
        Stage::Barometer => {
            "Remind everyone that the barometer is anonymous and not legally binding. Say that a vote \
             can be changed until the close."
        }
        Stage::Result => {
            "Wait with comments until all rows are shown. Explain the figure: each municipality counts \
             once, however many of its people voted."
        }
        Stage::Financing => {
            "Show what it costs per municipality when several share. Ask those interested to press \
             “We would like to join” – that is not a commitment."
        }
        Stage::Thanks => "Say thank you. What happens now, when, and who comes back to whom?",
    }
}
