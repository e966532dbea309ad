//! What presenter, vendor and projector read of what participants ask.

use barometer_domain::audience_question::PulseSums;

use crate::Language;

/// Every sentence around the queue of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum QuestionQueueText {
    Title,
    /// How many wait for approval.
    New(u32),
    Nothing,
    Close,
    /// The switch: whether new ones need approval.
    Moderated,
    Approve,
    Pin,
    Unpin,
    /// Begins to mark one as answered.
    Answer,
    /// The label of the few words.
    AnswerWords,
    MarkAnswered,
    /// That one is answered, without words.
    Answered,
    Hide,
    ShowAgain,
    /// Begins to merge one into another.
    Merge,
    /// The label of the other one.
    MergeInto,
    /// What stands in that list while nothing is chosen.
    ChooseOther,
    MergeNow,
    Cancel,
    /// How many are hidden.
    Hidden(u32),
    /// What the orders are about.
    Sort,
    OnScreen,
    /// That the pinned one waits for the end of the vote.
    Waits,
    Supporters(u32),
    /// The sums of the pulse.
    Pulse(PulseSums),
    /// On the vendor's page: that an approved question about a request stands there after the webinar.
    LandsThere,
    /// That one waits for approval.
    Waiting,
    /// Above the pinned one on the projector.
    FromParticipants,
}

impl QuestionQueueText {
    /// The sentence in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::questions::sentence(self))
    }
}
