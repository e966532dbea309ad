//! In English: what is read where requests are commented.

use barometer_domain::comment::CommentKind;

use crate::Language::English;
use crate::comments::CommentPageText;

pub(crate) fn sentence(message: CommentPageText<'_>) -> String {
    match message {
        CommentPageText::Title(title) => format!("Comments on {title}"),
        CommentPageText::Back => "Financing – change requests to share".into(),
        CommentPageText::BackToInitiative => "← The initiative".into(),
        CommentPageText::Promise => {
            "Nobody can see who writes. The vendor reads the comment before anybody else sees it.".into()
        }
        CommentPageText::LinkNeeded => {
            "Those who got a personal link to a webinar about the request write here. Open your link, join, and come \
             back."
                .into()
        }
        CommentPageText::LinkNeededForInitiative => {
            "Those who got a personal link to a webinar write here. Open your link, join, and come back.".into()
        }
        CommentPageText::Kind => "What is it?".into(),
        CommentPageText::Yours => "Your comment".into(),
        CommentPageText::YoursHint => "At most 1,000 characters. Write no names of citizens or colleagues.".into(),
        CommentPageText::NameIt(municipality) => format!("Show that it is from {municipality}"),
        CommentPageText::NameItHint => {
            "Only if you tick it is the municipality kept with the comment, and it is shown once the vendor has confirmed it.".into()
        }
        CommentPageText::Send => "Send the comment".into(),
        CommentPageText::Own => "Your comments".into(),
        CommentPageText::Waits => "Waits for the vendor".into(),
        CommentPageText::Shown => "Shown to everybody".into(),
        CommentPageText::Hidden => "Not shown".into(),
        CommentPageText::Delete => "Delete".into(),
        CommentPageText::All => "What municipalities say".into(),
        CommentPageText::Nothing => "There are no comments yet.".into(),
        CommentPageText::From(municipality) => municipality.to_owned(),
        CommentPageText::FromSomebody => "From a municipality".into(),
        CommentPageText::FromWebinar => "Asked in a webinar".into(),
        CommentPageText::Answer => "The vendor answers:".into(),
        CommentPageText::Count(count) => English.counted(count, "comment", "comments"),
        CommentPageText::VendorTitle => "Comments".into(),
        CommentPageText::VendorLead => {
            "What people from municipalities write about requests and initiatives. Nobody can see who wrote what. A municipality's \
             name comes along only where whoever wrote it wished so."
                .into()
        }
        CommentPageText::Waiting(1) => "1 comment waits for you".into(),
        CommentPageText::Waiting(count) => format!("{} wait for you", English.counted(count, "comment", "comments")),
        CommentPageText::NothingWaits => "No comments wait.".into(),
        CommentPageText::Show => "Show to everybody".into(),
        CommentPageText::ShowNamed(municipality) => format!("Show with {municipality}"),
        CommentPageText::ShowUnnamed => "Show without a name".into(),
        CommentPageText::Hide => "Hide".into(),
        CommentPageText::AnswerLabel => "Your answer".into(),
        CommentPageText::SendAnswer => "Answer, and show to everybody".into(),
    }
}

pub(crate) const fn kind(kind: CommentKind) -> &'static str {
    match kind {
        CommentKind::Experience => "Experience",
        CommentKind::Question => "Question",
    }
}
