//! The addresses of pages: what the server answers, what the app shows, and what both link to.

use crate::comment::CommentSubject;
use crate::forum::InitiativeId;
use crate::ids::{RequestId, WebinarCode};

/// Where each page lies, as a router reads it: `{code}` stands for a webinar's code, `{request}` for a request's number.
pub mod pattern {
    #![expect(missing_docs, reason = "each is the address of the route of its name")]

    pub const JOIN: &str = "/";
    pub const PHONE: &str = "/w/{code}";
    pub const SCREEN: &str = "/w/{code}/screen";
    pub const PRESENT: &str = "/w/{code}/present";
    pub const REMOTE: &str = "/w/{code}/remote";
    pub const QUESTIONS: &str = "/w/{code}/questions";
    pub const ESTIMATE: &str = "/w/{code}/estimate";
    pub const SURVEY: &str = "/w/{code}/survey";
    pub const FORUM_SURVEY: &str = "/w/{code}/forum";
    pub const EVALUATION: &str = "/w/{code}/evaluation";
    pub const LETTER: &str = "/w/{code}/after";
    pub const SIGNUP: &str = "/w/{code}/signup";
    pub const SIGNUP_DONE: &str = "/w/{code}/signup/done";
    pub const SIGNUP_CANCEL: &str = "/w/{code}/signup/cancel";
    pub const UNSUBSCRIBE: &str = "/w/{code}/unsubscribe";
    pub const BRIEF: &str = "/w/{code}/brief/{request}";
    pub const PHONE_PREVIEW: &str = "/w/{code}/preview";
    pub const SCREEN_PREVIEW: &str = "/w/{code}/screen/preview";
    pub const COMMENTS: &str = "/requests/{request}/comments";
    pub const PLEDGE: &str = "/requests/{request}/pledge";
    pub const FINANCE: &str = "/finance";
    pub const FINANCE_FEED: &str = "/finance/feed.atom";
    pub const REQUEST_FEED: &str = "/requests/{request}/feed.atom";
    pub const WEBINAR_FEED: &str = "/webinars/feed.atom";
    pub const FORUM_FEED: &str = "/forum/feed.atom";
    pub const MEETING_ICS: &str = "/forum/meetings/{meeting}/meeting.ics";
    pub const NEWS: &str = "/news";
    pub const NEWS_ABOUT: &str = "/news/{subject}";
    pub const NEWS_CONFIRM: &str = "/news/confirm/{link}";
    pub const NEWS_UNSUBSCRIBE: &str = "/news/unsubscribe/{link}";
    pub const FORUM: &str = "/forum";
    pub const INITIATIVE: &str = "/forum/initiatives/{initiative}";
    pub const INITIATIVE_COMMENTS: &str = "/forum/initiatives/{initiative}/comments";
    pub const WISH: &str = "/wish";
    pub const WISH_STATUS: &str = "/wish/{link}";
    pub const WISH_MAIL: &str = "/wish/{link}/mail";
    pub const VENDOR: &str = "/vendor";
    pub const VENDOR_ACCOUNT: &str = "/vendor/account";
    pub const VENDOR_RECOVERY: &str = "/vendor/recover";
    pub const REQUESTS: &str = "/vendor/requests";
    pub const IMPORT: &str = "/vendor/requests/import";
    pub const NEW_REQUEST: &str = "/vendor/requests/new";
    pub const REQUEST: &str = "/vendor/requests/{request}";
    pub const COMMITMENTS: &str = "/vendor/commitments";
    pub const NEW_WEBINAR: &str = "/vendor/webinars/new";
    pub const PREPARE: &str = "/vendor/webinars/{code}";
    pub const VOTES: &str = "/vendor/webinars/{code}/votes";
    pub const AFTER: &str = "/vendor/webinars/{code}/after";
    pub const INVITATIONS: &str = "/vendor/webinars/{code}/invitations";
    pub const WISHES: &str = "/vendor/wishes";
    pub const WHAT_PAYS: &str = "/vendor/what-pays";
    pub const VENDOR_NEWS: &str = "/vendor/news";
    pub const VENDOR_QUESTIONS: &str = "/vendor/webinars/{code}/questions";
    pub const VENDOR_COMMENTS: &str = "/vendor/comments";
    pub const VENDOR_FORUM: &str = "/vendor/forum";
    pub const SIGNUPS: &str = "/vendor/webinars/{code}/signups";
    pub const SURVEYS: &str = "/vendor/webinars/{code}/survey";
}

/// A page of Barometer. Articles, which are only text, have their addresses in `barometer-text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`: type the code.
    Join,
    /// `/w/CODE`: the participant's phone.
    Phone(WebinarCode),
    /// `/w/CODE/screen`: the projector.
    Screen(WebinarCode),
    /// `/w/CODE/present`: the presenter's console.
    Present(WebinarCode),
    /// `/w/CODE/remote`: the presenter's two buttons on a phone, a page that the server makes.
    Remote(WebinarCode),
    /// `/w/CODE/questions`: what participants ask, a page that the server makes.
    Questions(WebinarCode),
    /// What a municipality could join for, asked once the ballot is received; made by the server.
    Estimate(WebinarCode),
    /// `/w/CODE/survey`: what is asked before the webinar, a page that the server makes.
    Survey(WebinarCode),
    /// `/w/CODE/forum`: what is asked before a meeting of the forum, a page that the server makes.
    ForumSurvey(WebinarCode),
    /// `/w/CODE/evaluation`: what is asked at its end, a page that the server makes.
    Evaluation(WebinarCode),
    /// `/w/CODE/after`: the published letter with the decision log, a page that the server makes.
    Letter(WebinarCode),
    /// `/w/CODE/signup`: signing up, a page that the server makes.
    Signup(WebinarCode),
    /// `/w/CODE/signup/done`: what somebody signed up for, a page that the server makes.
    SignupDone(WebinarCode),
    /// `/w/CODE/signup/cancel`: what somebody cancelled, a page that the server makes.
    SignupCancel(WebinarCode),
    /// `/w/CODE/unsubscribe`: no more mail, a page that the server makes.
    Unsubscribe(WebinarCode),
    /// `/w/CODE/brief/7`: the decision brief about a request, a page that the server makes.
    Brief(WebinarCode, RequestId),
    /// `/w/CODE/preview`: what a phone will show, in a frame of the vendor's page.
    PhonePreview(WebinarCode),
    /// `/w/CODE/screen/preview`: what the projector will show, in a frame of the vendor's page.
    ScreenPreview(WebinarCode),
    /// `/requests/7/comments` or `/forum/initiatives/7/comments`: what is said about it, a page that the server makes.
    Comments(CommentSubject),
    /// `/requests/7/pledge`: what a municipality would join a request for, a page that the server makes.
    Pledge(RequestId),
    /// `/finance`: how far each request has come.
    Finance,
    /// `/vendor`: the vendor's list, behind its passphrase.
    Vendor,
    /// `/vendor/account`: the vendor's passphrase and recovery file.
    VendorAccount,
    /// `/vendor/recover`: another passphrase by the recovery file.
    VendorRecovery,
    /// `/vendor/requests`: the vendor's requests.
    Requests,
    /// `/vendor/requests/import`: requests from a file.
    Import,
    /// `/vendor/requests/new`: a request to be taken in.
    NewRequest,
    /// `/vendor/requests/7`: one request.
    Request(RequestId),
    /// `/vendor/commitments`: what municipalities have said.
    Commitments,
    /// `/vendor/wishes`: what municipalities wished for, and who sent it.
    Wishes,
    /// `/vendor/what-pays`: what gets financed, by how requests are chosen.
    WhatPays,
    /// `/vendor/news`: where news goes, and how.
    VendorNews,
    /// `/vendor/webinars/new`: a webinar to be prepared.
    NewWebinar,
    /// `/vendor/webinars/CODE`: a webinar's preparation.
    Prepare(WebinarCode),
    /// `/vendor/webinars/CODE/votes`: who voted for what.
    Votes(WebinarCode),
    /// `/vendor/webinars/CODE/after`: what was decided, and the letter.
    After(WebinarCode),
    /// `/vendor/webinars/CODE/invitations`: personal links.
    Invitations(WebinarCode),
    /// `/vendor/webinars/CODE/questions`: what participants asked.
    VendorQuestions(WebinarCode),
    /// `/vendor/comments`: what is said about requests.
    VendorComments,
    /// `/forum`: the Strategic Development Forum, a page that the server makes.
    Forum,
    /// `/forum/initiatives/7`: a national initiative, a page that the server makes.
    Initiative(InitiativeId),
    /// `/vendor/forum`: the forum's members, meetings, initiatives and record.
    VendorForum,
    /// `/vendor/webinars/CODE/signups`: who is signed up.
    Signups(WebinarCode),
    /// `/vendor/webinars/CODE/survey`: what is asked before the webinar and after it.
    Surveys(WebinarCode),
    /// `/w/…` with what cannot be a code; what stood there.
    Mistyped(String),
    /// Anything else.
    Unknown,
}

impl Route {
    /// The page that a path means.
    pub fn from_path(path: &str) -> Self {
        let mut parts = path.trim_matches('/').splitn(3, '/');
        let (first, typed, rest) = (parts.next(), parts.next(), parts.next());
        match (first, typed, rest) {
            (Some("finance"), None, None) => Self::Finance,
            (Some("requests"), Some(number), Some("comments")) => match number.parse() {
                Ok(number) => Self::Comments(CommentSubject::Request(RequestId(number))),
                Err(_) => Self::Unknown,
            },
            (Some("requests"), Some(number), Some("pledge")) => match number.parse() {
                Ok(number) => Self::Pledge(RequestId(number)),
                Err(_) => Self::Unknown,
            },
            (Some("forum"), None, None) => Self::Forum,
            (Some("forum"), Some("initiatives"), Some(rest)) => Self::from_initiative_path(rest),
            (Some("vendor"), None, None) => Self::Vendor,
            (Some("vendor"), Some("forum"), None) => Self::VendorForum,
            (Some("vendor"), Some("account"), None) => Self::VendorAccount,
            (Some("vendor"), Some("recover"), None) => Self::VendorRecovery,
            (Some("vendor"), Some("webinars"), Some(rest)) => Self::from_vendor_path(rest),
            (Some("vendor"), Some("comments"), None) => Self::VendorComments,
            (Some("vendor"), Some("requests"), None) => Self::Requests,
            (Some("vendor"), Some("requests"), Some("new")) => Self::NewRequest,
            (Some("vendor"), Some("requests"), Some("import")) => Self::Import,
            (Some("vendor"), Some("requests"), Some(number)) => match number.parse() {
                Ok(number) => Self::Request(RequestId(number)),
                Err(_) => Self::Unknown,
            },
            (Some("vendor"), Some("commitments"), None) => Self::Commitments,
            (Some("vendor"), Some("wishes"), None) => Self::Wishes,
            (Some("vendor"), Some("what-pays"), None) => Self::WhatPays,
            (Some("vendor"), Some("news"), None) => Self::VendorNews,
            (Some("w"), Some(typed), Some(page)) => match (typed.parse(), page) {
                (Ok(code), "screen") => Self::Screen(code),
                (Ok(code), "present") => Self::Present(code),
                (Ok(code), "remote") => Self::Remote(code),
                (Ok(code), "questions") => Self::Questions(code),
                (Ok(code), "estimate") => Self::Estimate(code),
                (Ok(code), "survey") => Self::Survey(code),
                (Ok(code), "forum") => Self::ForumSurvey(code),
                (Ok(code), "evaluation") => Self::Evaluation(code),
                (Ok(code), "after") => Self::Letter(code),
                (Ok(code), "signup") => Self::Signup(code),
                (Ok(code), "signup/done") => Self::SignupDone(code),
                (Ok(code), "signup/cancel") => Self::SignupCancel(code),
                (Ok(code), "unsubscribe") => Self::Unsubscribe(code),
                (Ok(code), "preview") => Self::PhonePreview(code),
                (Ok(code), "screen/preview") => Self::ScreenPreview(code),
                (Ok(code), page) => match page.strip_prefix("brief/").map(str::parse) {
                    Some(Ok(number)) => Self::Brief(code, RequestId(number)),
                    _ => Self::Unknown,
                },
                _ => Self::from_phone_path(path),
            },
            _ => Self::from_phone_path(path),
        }
    }

    /// The same as far as a participant's document knows pages: its reader has no bytes for the others.
    pub fn from_phone_path(path: &str) -> Self {
        let mut parts = path.trim_matches('/').splitn(3, '/');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(""), None, None) => Self::Join,
            (Some("w"), Some(typed), rest) => match (typed.parse(), rest) {
                (Ok(code), None) => Self::Phone(code),
                (Ok(_), Some(_)) => Self::Unknown,
                (Err(_), _) => Self::Mistyped(typed.to_owned()),
            },
            _ => Self::Unknown,
        }
    }

    /// The page behind `/forum/initiatives/`.
    fn from_initiative_path(rest: &str) -> Self {
        let (number, page) = rest.split_once('/').unwrap_or((rest, ""));
        match (number.parse().map(InitiativeId), page) {
            (Ok(initiative), "") => Self::Initiative(initiative),
            (Ok(initiative), "comments") => Self::Comments(CommentSubject::Initiative(initiative)),
            _ => Self::Unknown,
        }
    }

    /// The vendor's page behind `/vendor/webinars/`.
    fn from_vendor_path(rest: &str) -> Self {
        let (code, page) = rest.split_once('/').unwrap_or((rest, ""));
        match (code.parse(), page) {
            (_, "") if code == "new" => Self::NewWebinar,
            (Ok(code), "") => Self::Prepare(code),
            (Ok(code), "votes") => Self::Votes(code),
            (Ok(code), "after") => Self::After(code),
            (Ok(code), "invitations") => Self::Invitations(code),
            (Ok(code), "signups") => Self::Signups(code),
            (Ok(code), "questions") => Self::VendorQuestions(code),
            (Ok(code), "survey") => Self::Surveys(code),
            _ => Self::Unknown,
        }
    }

    /// Where it lies, as a router reads it; what is no page lies where [`Route::Join`] does.
    pub const fn pattern(&self) -> &'static str {
        match self {
            Self::Join | Self::Mistyped(_) | Self::Unknown => pattern::JOIN,
            Self::Phone(_) => pattern::PHONE,
            Self::Screen(_) => pattern::SCREEN,
            Self::Present(_) => pattern::PRESENT,
            Self::Remote(_) => pattern::REMOTE,
            Self::Questions(_) => pattern::QUESTIONS,
            Self::Estimate(_) => pattern::ESTIMATE,
            Self::Survey(_) => pattern::SURVEY,
            Self::ForumSurvey(_) => pattern::FORUM_SURVEY,
            Self::Evaluation(_) => pattern::EVALUATION,
            Self::Letter(_) => pattern::LETTER,
            Self::Signup(_) => pattern::SIGNUP,
            Self::SignupDone(_) => pattern::SIGNUP_DONE,
            Self::SignupCancel(_) => pattern::SIGNUP_CANCEL,
            Self::Unsubscribe(_) => pattern::UNSUBSCRIBE,
            Self::Brief(..) => pattern::BRIEF,
            Self::PhonePreview(_) => pattern::PHONE_PREVIEW,
            Self::ScreenPreview(_) => pattern::SCREEN_PREVIEW,
            Self::Comments(CommentSubject::Request(_)) => pattern::COMMENTS,
            Self::Comments(CommentSubject::Initiative(_)) => pattern::INITIATIVE_COMMENTS,
            Self::Pledge(_) => pattern::PLEDGE,
            Self::Finance => pattern::FINANCE,
            Self::Vendor => pattern::VENDOR,
            Self::VendorAccount => pattern::VENDOR_ACCOUNT,
            Self::VendorRecovery => pattern::VENDOR_RECOVERY,
            Self::Requests => pattern::REQUESTS,
            Self::Import => pattern::IMPORT,
            Self::NewRequest => pattern::NEW_REQUEST,
            Self::Request(_) => pattern::REQUEST,
            Self::Commitments => pattern::COMMITMENTS,
            Self::NewWebinar => pattern::NEW_WEBINAR,
            Self::Prepare(_) => pattern::PREPARE,
            Self::Votes(_) => pattern::VOTES,
            Self::After(_) => pattern::AFTER,
            Self::Invitations(_) => pattern::INVITATIONS,
            Self::Signups(_) => pattern::SIGNUPS,
            Self::Forum => pattern::FORUM,
            Self::Initiative(_) => pattern::INITIATIVE,
            Self::VendorForum => pattern::VENDOR_FORUM,
            Self::Wishes => pattern::WISHES,
            Self::WhatPays => pattern::WHAT_PAYS,
            Self::VendorNews => pattern::VENDOR_NEWS,
            Self::VendorQuestions(_) => pattern::VENDOR_QUESTIONS,
            Self::VendorComments => pattern::VENDOR_COMMENTS,
            Self::Surveys(_) => pattern::SURVEYS,
        }
    }

    /// Its path.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for part in self.pattern().split('/').skip(1) {
            path.push('/');
            match (part, self.code(), self.request()) {
                ("{code}", Some(code), _) => path.push_str(code.as_str()),
                ("{request}", _, Some(RequestId(number))) => path.push_str(&number.to_string()),
                ("{initiative}", ..) => path.push_str(&self.initiative().0.to_string()),
                _ => path.push_str(part),
            }
        }
        path
    }

    /// The code of its webinar, if it is about one.
    pub const fn code(&self) -> Option<&WebinarCode> {
        match self {
            Self::Phone(code)
            | Self::Screen(code)
            | Self::Present(code)
            | Self::Remote(code)
            | Self::Questions(code)
            | Self::Estimate(code)
            | Self::Survey(code)
            | Self::ForumSurvey(code)
            | Self::Evaluation(code)
            | Self::Letter(code)
            | Self::Signup(code)
            | Self::SignupDone(code)
            | Self::SignupCancel(code)
            | Self::Unsubscribe(code)
            | Self::Brief(code, _)
            | Self::PhonePreview(code)
            | Self::ScreenPreview(code)
            | Self::Prepare(code)
            | Self::Votes(code)
            | Self::After(code)
            | Self::Invitations(code)
            | Self::Signups(code)
            | Self::VendorQuestions(code)
            | Self::Surveys(code) => Some(code),
            _ => None,
        }
    }

    /// The initiative that it is about; the first one where it is about none.
    const fn initiative(&self) -> InitiativeId {
        match self {
            Self::Initiative(initiative)
            | Self::Comments(CommentSubject::Initiative(initiative)) => *initiative,
            _ => InitiativeId(1),
        }
    }

    /// The request that it is about, if it is about one.
    pub const fn request(&self) -> Option<RequestId> {
        match self {
            Self::Brief(_, request)
            | Self::Request(request)
            | Self::Comments(CommentSubject::Request(request))
            | Self::Pledge(request) => Some(*request),
            _ => None,
        }
    }

    /// Which of the vendor's documents it is in; the other pages are in none of them.
    pub fn vendor_document(&self) -> Option<VendorDocument> {
        match self {
            Self::Requests
            | Self::Import
            | Self::NewRequest
            | Self::Request(_)
            | Self::Commitments
            | Self::VendorRecovery => Some(VendorDocument::Requests),
            Self::Signups(_)
            | Self::VendorQuestions(_)
            | Self::VendorComments
            | Self::VendorForum
            | Self::Wishes
            | Self::WhatPays
            | Self::VendorNews
            | Self::Surveys(_) => Some(VendorDocument::Participation),
            Self::Vendor
            | Self::VendorAccount
            | Self::NewWebinar
            | Self::Prepare(_)
            | Self::Votes(_)
            | Self::After(_)
            | Self::Invitations(_) => Some(VendorDocument::Webinars),
            _ => None,
        }
    }
}

/// The documents that the vendor's pages are in. From one to another the browser loads a page anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VendorDocument {
    /// `vendor.html`: first start, webinars, invitations, votes.
    Webinars,
    /// `desk.html`: requests and commitments, and the way back in.
    Requests,
    /// `participation.html`: what participants are asked and say around a webinar.
    Participation,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> WebinarCode {
        "DEM234".parse().unwrap()
    }

    #[test]
    fn every_page_has_one_path_and_back() {
        for route in [
            Route::Join,
            Route::Phone(code()),
            Route::Screen(code()),
            Route::Present(code()),
            Route::Remote(code()),
            Route::Questions(code()),
            Route::Estimate(code()),
            Route::Survey(code()),
            Route::Evaluation(code()),
            Route::ForumSurvey(code()),
            Route::Letter(code()),
            Route::Signup(code()),
            Route::SignupDone(code()),
            Route::SignupCancel(code()),
            Route::Unsubscribe(code()),
            Route::Brief(code(), RequestId(7)),
            Route::PhonePreview(code()),
            Route::ScreenPreview(code()),
            Route::Vendor,
            Route::VendorAccount,
            Route::VendorRecovery,
            Route::Requests,
            Route::NewRequest,
            Route::Import,
            Route::Request(RequestId(7)),
            Route::Commitments,
            Route::Wishes,
            Route::WhatPays,
            Route::VendorNews,
            Route::Finance,
            Route::Comments(CommentSubject::Request(RequestId(7))),
            Route::Comments(CommentSubject::Initiative(InitiativeId(7))),
            Route::Pledge(RequestId(7)),
            Route::NewWebinar,
            Route::Prepare(code()),
            Route::Votes(code()),
            Route::After(code()),
            Route::Invitations(code()),
            Route::Signups(code()),
            Route::VendorQuestions(code()),
            Route::VendorComments,
            Route::Forum,
            Route::Initiative(InitiativeId(7)),
            Route::VendorForum,
            Route::Surveys(code()),
        ] {
            let path = route.path();
            assert_eq!(Route::from_path(&path), route);
            assert!(!path.contains(['{', '}']), "{path}");
            let is_vendors = path.starts_with("/vendor");
            assert_eq!(route.vendor_document().is_some(), is_vendors, "{path}");
        }
        for (route, document) in [
            (Route::Vendor, VendorDocument::Webinars),
            (Route::Commitments, VendorDocument::Requests),
            (Route::Signups(code()), VendorDocument::Participation),
        ] {
            assert_eq!(route.vendor_document(), Some(document));
        }
        let brief = Route::Brief(code(), RequestId(7));
        assert_eq!(brief.path(), "/w/DEM234/brief/7");
        assert_eq!(Route::Request(RequestId(7)).path(), "/vendor/requests/7");
    }

    #[test]
    fn a_code_is_read_in_any_case_with_a_slash_at_the_end() {
        assert_eq!(Route::from_path("/w/dem234/"), Route::Phone(code()));
    }

    #[test]
    fn what_cannot_be_a_code_is_kept_to_be_shown() {
        let mistyped = Route::Mistyped("DEM10".to_owned());
        assert_eq!(Route::from_path("/w/DEM10"), mistyped);
        for path in [
            "/w/DEM234/else",
            "/w/DEM234/brief/x",
            "/elsewhere",
            "/vendor/webinars/DEM10/votes",
            "/vendor/webinars/DEM10",
        ] {
            assert_eq!(Route::from_path(path), Route::Unknown, "{path}");
        }
    }
}
