//! The words of the vendor's page about the Strategic Development Forum.

use crate::Language;

/// What the page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForumDeskText<'a> {
    /// The heading.
    Title,
    /// What the page is for.
    Lead,
    /// The way to the page that everybody reads.
    ToPublic,
    /// The name of the ways within the page.
    Sections,
    /// A section.
    Initiatives,
    /// A section.
    Meetings,
    /// A section.
    Members,
    /// A section.
    Record,
    /// A section.
    Headroom,
    /// While there are none.
    NoInitiatives,
    /// Opens the form.
    NewInitiative,
    /// Opens the form of one that is there.
    Change,
    /// A field.
    Name,
    /// A field.
    Ministry,
    /// A field.
    Deadline,
    /// A field.
    Link,
    /// Helps with it.
    LinkHint,
    /// A field.
    Cost,
    /// Helps with it.
    CostHint,
    /// A field.
    Effort,
    /// A field.
    CostFrom,
    /// Its first choice.
    CostFromDeadline,
    /// A field.
    Status,
    /// A tick.
    Public,
    /// The mark of one that everybody reads.
    PublicMark,
    /// The mark of one that only the vendor sees.
    HiddenMark,
    /// A field.
    Affected,
    /// How many are chosen.
    AffectedCount(u32),
    /// The button.
    Save,
    /// Closes a form.
    Close,
    /// It was saved.
    Saved,
    /// What is typed is no amount.
    NotAnAmount,
    /// What is typed is no number of hours.
    NotHours,
    /// A day is missing.
    DayMissing,
    /// A time cannot be read.
    TimeWrong,
    /// A field.
    Statement,
    /// Helps with it.
    StatementHint,
    /// The button.
    SayIt,
    /// It is on record.
    Said,
    /// A field.
    By,
    /// A field.
    Day,
    /// While there are none.
    NoMeetings,
    /// Above the proposals.
    Proposed,
    /// Why these days.
    ProposedHint,
    /// The button of a proposal.
    Plan(&'a str),
    /// The button for another day.
    OtherDay,
    /// A field.
    Starts,
    /// A field.
    Ends,
    /// A field.
    Place,
    /// Helps with it.
    PlaceHint,
    /// A field.
    State,
    /// A choice.
    StateDraft,
    /// A choice.
    StateCalled,
    /// A choice.
    StateHeld,
    /// A choice.
    StateCancelled,
    /// A field.
    Webinar,
    /// Helps with it.
    WebinarHint,
    /// Its first choice.
    NoWebinar,
    /// The way to the survey.
    ToSurvey,
    /// Above an agenda.
    Agenda,
    /// A field.
    AddTopic,
    /// A button.
    Add,
    /// A choice.
    OtherTopic,
    /// A field.
    TopicTitle,
    /// A field.
    TopicMinutes(u32),
    /// Behind them.
    MinutesUnit,
    /// A button.
    Up(u32),
    /// A button.
    Down(u32),
    /// A button.
    Remove(u32),
    /// A button.
    Suggest,
    /// How much time is left.
    Unused(u32),
    /// How much too long it is.
    TooLong(u32),
    /// A field.
    MinutesText,
    /// Helps with it.
    MinutesHint,
    /// The button.
    PutMinutes,
    /// How many minutes are on record.
    MinutesStand(u32),
    /// A meeting that is over.
    Locked,
    /// While there are none.
    NoMembers,
    /// Opens the form.
    NewMember,
    /// A field.
    Person,
    /// A field.
    Email,
    /// What happens to it.
    PersonHint,
    /// A field.
    Municipality,
    /// Its first choice.
    Choose,
    /// A field.
    Role,
    /// What stands there first.
    UsualRole,
    /// A field.
    From,
    /// A field.
    To,
    /// A tick.
    Named,
    /// The mark of one that is named.
    NamedMark,
    /// From when to when.
    Term(&'a str, &'a str),
    /// Outside the term.
    NotSitting,
    /// The person was deleted.
    PersonGone,
    /// The person was sealed to another key.
    DoesNotOpen,
    /// Opens the question.
    RemoveMember,
    /// The question.
    RemoveAsk,
    /// What that does.
    RemoveBody,
    /// The button.
    RemoveYes,
    /// No name was typed.
    NameMissing,
    /// No address was typed.
    EmailMissing,
    /// None was chosen.
    MunicipalityMissing,
    /// Opens the form.
    NewDecision,
    /// A field.
    Decision,
    /// What the record is.
    DecisionHint,
    /// A field.
    OfMeeting,
    /// Its first choice.
    NoMeeting,
    /// A field.
    OfInitiative,
    /// Its first choice.
    NoInitiative,
    /// A field.
    Replaces,
    /// Its first choice.
    ReplacesNone,
    /// The button.
    PutOnRecord,
    /// Who wrote it down.
    WrittenBy(&'a str),
    /// What the section is for.
    HeadroomLead,
    /// A field.
    Frame,
    /// What is typed is no amount.
    FrameWrong,
    /// A field.
    FrameOf,
    /// Helps with it.
    FrameHint,
}

impl ForumDeskText<'_> {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::forum::sentence(self))
    }
}
