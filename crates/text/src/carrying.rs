//! "Hvad kan bæres sammen?": what the votes can carry within a frame, and one sentence for each candidate left out.

use barometer_domain::carrying::{BudgetFrame, Carrying, FrameBasis, LeftOut, Served};
use barometer_domain::financing::own_share::Prospect;
use barometer_domain::ids::CandidateId;

use crate::Language;

/// What is said about what can be carried, on projector, console and in the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarryingText<'a> {
    /// The heading.
    Title,
    /// The frame that is supposed.
    Frame(BudgetFrame),
    /// That no frame is set.
    NoFrame,
    /// That it is a supposition, and binds nobody.
    Supposition,
    /// Over those that are carried.
    Carried(u32),
    /// Where nothing is carried.
    Nothing,
    /// How many municipalities get at least one of their wishes, of so many that have voted.
    Served(Served, u32),
    /// Where so few have voted that it is not said how many get one.
    ServedUntold,
    /// Over the reasons.
    WhyNot,
    /// That the same go on as are carried.
    Same,
    /// That others go on by the rule of the larger gap than are carried: the numbers of both, as lists.
    Differs {
        /// Those that go on by the rule.
        by_rule: &'a str,
        /// Those that are carried.
        carried: &'a str,
    },
    /// What a candidate costs, and what that is for each of those behind it: by the request's own rule.
    PriceEach {
        /// How many municipalities are behind it; `None` where that stands beside it.
        municipalities: Option<u32>,
        /// The price.
        price: &'a str,
        /// What they would pay.
        prospect: Prospect,
    },
    /// On the console: what the frame is, above the slider.
    FrameNow(Option<BudgetFrame>),
    /// On the console: what the frame is for, and that it is on record.
    FrameHelp,
    /// The slider's name.
    FrameAmount,
    /// By inhabitants, or the same for each.
    FrameBy(FrameBasis),
    /// The button that sets it.
    SetFrame,
    /// The same where the slider stands at nothing.
    TakeFrameAway,
    /// That the presenter lets others go on than the votes point to.
    DecidedOtherwise,
    /// The same with the numbers of those, as a list.
    Decided(&'a str),
    /// The reason for that.
    Because(&'a str),
    /// On the line below those that would have gone on by the votes.
    ByTheVotes,
    /// On the console: the form's heading.
    DecideTitle,
    /// On the console: what deciding otherwise means.
    DecideHelp,
    /// The field with the reason.
    Reason,
    /// The button; nobody is chosen to let the rule stand.
    Decide,
    /// The button while another has stood.
    FollowTheRule,
    /// In the button's place while something is missing.
    DecideLacks,
    /// A candidate by its number.
    Number(u32),
}

impl CarryingText<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, carrying::sentence(self))
    }
}

/// "Hvorfor ikke nr. 4?", in one sentence that says what would change it.
pub fn why_not(left_out: LeftOut, language: Language) -> String {
    in_language!(language, carrying::why_not(left_out))
}

/// The numbers of some candidates as a list, in their order: "nr. 2, 5 og 7".
pub fn numbers(candidates: &[CandidateId], language: Language) -> String {
    let mut sorted = candidates.to_vec();
    sorted.sort_unstable();
    let numbers: Vec<String> = sorted.iter().map(|one| one.0.to_string()).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let numbers = crate::figures::list(language, &numbers);
    in_language!(language, carrying::numbers(&numbers))
}

/// What the presenter decided otherwise, if anything.
pub fn decided(chosen: &[CandidateId], language: Language) -> Option<String> {
    let numbers = (!chosen.is_empty()).then(|| numbers(chosen, language))?;
    Some(CarryingText::Decided(&numbers).say(language))
}

/// What stands beside the pick of the barometer: that both are the same, or calmly that they are not.
pub fn beside_the_pick(carrying: &Carrying, by_rule: &[CandidateId], language: Language) -> String {
    let mut sorted = by_rule.to_vec();
    sorted.sort_unstable();
    if sorted == carrying.carried {
        return CarryingText::Same.say(language);
    }
    let none = || in_language!(language, carrying::none()).to_owned();
    let list = |some: &[_]| {
        if some.is_empty() {
            none()
        } else {
            numbers(some, language)
        }
    };
    CarryingText::Differs {
        by_rule: &list(&sorted),
        carried: &list(&carrying.carried),
    }
    .say(language)
}
