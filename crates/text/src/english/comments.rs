//! In English: what is read where requests are commented.

use barometer_domain::comment::CommentKind;

use crate::Language::English;
use crate::comments::Comments;

pub(crate) fn sentence(message: Comments<'_>) -> String {
    match message {
        Comments::Title(title) => format!("Comments on {title}"),
        Comments::Back => "Financing – change requests to share".into(),
        Comments::Promise => {
            "Nobody can see who writes. The vendor reads the comment before anybody else sees it.".into()
        }
        Comments::LinkNeeded => {
            "Those who got a personal link to a webinar about the request write here. Open your link, join, and come \
             back."
                .into()
        }
        Comments::Kind => "What is it?".into(),
        Comments::Yours => "Your comment".into(),
        Comments::YoursHint => "At most 1,000 characters. Write no names of citizens or colleagues.".into(),
        Comments::NameIt(municipality) => format!("Show that it is from {municipality}"),
        Comments::NameItHint => {
            "Only if you tick it is the municipality kept with the comment, and it is shown once the vendor has confirmed it.".into()
        }
        Comments::Send => "Send the comment".into(),
        Comments::Own => "Your comments".into(),
        Comments::Waits => "Waits for the vendor".into(),
        Comments::Shown => "Shown to everybody".into(),
        Comments::Hidden => "Not shown".into(),
        Comments::Delete => "Delete".into(),
        Comments::All => "What municipalities say".into(),
        Comments::Nothing => "There are no comments yet.".into(),
        Comments::From(municipality) => municipality.to_owned(),
        Comments::FromSomebody => "From a municipality".into(),
        Comments::FromWebinar => "Asked in a webinar".into(),
        Comments::Answer => "The vendor answers:".into(),
        Comments::Count(count) => English.counted(count, "comment", "comments"),
        Comments::VendorTitle => "Comments".into(),
        Comments::VendorLead => {
            "What people from municipalities write about the requests. Nobody can see who wrote what. A municipality's \
             name comes along only where whoever wrote it wished so."
                .into()
        }
        Comments::Waiting(1) => "1 comment waits for you".into(),
        Comments::Waiting(count) => format!("{} wait for you", English.counted(count, "comment", "comments")),
        Comments::NothingWaits => "No comments wait.".into(),
        Comments::Show => "Show to everybody".into(),
        Comments::ShowNamed(municipality) => format!("Show with {municipality}"),
        Comments::ShowUnnamed => "Show without a name".into(),
        Comments::Hide => "Hide".into(),
        Comments::AnswerLabel => "Your answer".into(),
        Comments::SendAnswer => "Answer, and show to everybody".into(),
    }
}

pub(crate) const fn kind(kind: CommentKind) -> &'static str {
    match kind {
        CommentKind::Experience => "Experience",
        CommentKind::Question => "Question",
    }
}
