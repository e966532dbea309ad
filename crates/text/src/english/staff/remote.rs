//! In English: the words of a presenter's remote: what a press asks, and the page of two buttons on a phone.

use crate::staff::remote::RemoteText;

pub(crate) fn sentence(message: RemoteText) -> String {
    let words = match message {
        RemoteText::OnceMore => "With a remote: press “next” once more.",
        RemoteText::Opens => "One more press opens the vote",
        RemoteText::Closes => "One more press closes the vote",
        RemoteText::PassesTie => {
            "A shared place is not decided. One more press goes on without choosing"
        }
        RemoteText::AtProjector => "At the projector:",
        RemoteText::OnPhone => "Remote",
        RemoteText::OnPhoneHelp => "Two buttons on your phone",
        RemoteText::Scan => {
            "Scan the code with your own phone. Whoever has it can run the webinar: do not show it on the \
                 projector, and do not share this window meanwhile."
        }
        RemoteText::QrLeadsTo => "QR code for the remote",
        RemoteText::OpenHere => "Open it on this device",
        RemoteText::PasteLink => {
            "This page has forgotten your key because it was reloaded. Paste the presenter’s link to show the \
                 code."
        }
        RemoteText::Link => "The presenter’s link",
        RemoteText::ShowCode => "Show the code",
        RemoteText::WrongLink => "The link does not fit this webinar.",
    };
    words.to_owned()
}

pub(crate) const fn page_words() -> [(&'static str, &'static str); 29] {
    [
        ("title", "Remote"),
        ("next", "Next"),
        ("once-more", "Press again"),
        ("back", "Back"),
        ("cancel", "Cancel"),
        ("comes", "Coming next"),
        ("unblanked", "The projector comes back on"),
        ("candidate", "Candidate {n}: {title}"),
        ("page", "Page {n}"),
        ("row", "Place {n}"),
        ("first-row", "The first place"),
        ("request", "{title}"),
        ("vote-opens", "The vote opens"),
        ("vote-closes", "The vote closes"),
        ("result", "The result, from the last place up"),
        ("waiting", "The last votes are coming in"),
        ("end", "This was the last one"),
        ("closes-in", "The vote closes in {time}"),
        ("time-left", "Time left here: {time}"),
        ("time-over", "Over time by {time}"),
        ("asks-open", "One more press opens the vote"),
        ("asks-close", "One more press closes the vote"),
        (
            "asks-tie",
            "A shared place is not decided. One more press goes on without choosing",
        ),
        ("loading", "Loading …"),
        ("reconnecting", "The connection is lost. Trying again …"),
        ("offline", "No connection. Nothing has changed; try again"),
        (
            "another",
            "Someone else came first. This is where we are now",
        ),
        (
            "locked",
            "This phone may not run the webinar. Scan the code on the presenter’s page again",
        ),
        (
            "too-many",
            "Too many attempts. Wait a minute, and scan the code again",
        ),
    ]
}
