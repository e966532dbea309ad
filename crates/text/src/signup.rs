//! The pages on which municipalities sign up for a webinar.

use crate::Language;

/// What they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum SignupText<'a> {
    /// The button, and the way to the form.
    SignUp,
    /// Where the webinar is held.
    Online,
    /// What it is about.
    About,
    Agenda,
    Candidates,
    /// Below the heading of the candidates.
    CandidatesBody,
    /// The heading of the form.
    FormHeading,
    /// How many places each municipality has.
    Seats(u32),
    /// Behind the name of a municipality whose places are taken.
    Full,
    /// The fault of a form for such a municipality.
    MunicipalityFull(u32),
    Name,
    Mail,
    /// What the address is used for, and when it is deleted.
    MailUse,
    /// The way to the course system's page.
    CoursePage,
    CoursePageBody,
    /// To whom the webinar's day has come.
    Over,
    /// Where sign-up is not offered.
    Off,
    /// The way to the webinar itself.
    ToWebinar,
    /// What the form is not taken for any more.
    Closed,
    TooManyTries,
    /// The page after the form.
    Done,
    DoneBody,
    Appointment,
    OwnLink,
    OwnLinkBody(&'a str),
    Copy,
    Copied,
    /// To whoever comes to that page without a link.
    NoOwnLink,
    BackToSignUp,
    CancelHeading,
    CancelBody,
    Cancel,
    Cancelled,
    CancelledBody,
    /// A link that no sign-up belongs to.
    NothingToCancel,
    /// On the page before the day, to whoever comes by a personal link.
    OwnBefore(&'a str),
    UnsubscribeHeading,
    UnsubscribeBody,
    Unsubscribe,
    Unsubscribed,
    UnsubscribedBody,
    /// A link of no mail.
    NoSuchMail,
}

impl SignupText<'_> {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, signup::sentence(self))
    }
}
