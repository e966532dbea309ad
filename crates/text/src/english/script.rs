//! In English: what the scripts beside the apps say.

use crate::script::ScriptText;

pub(crate) const fn sentence(message: ScriptText) -> &'static str {
    match message {
        ScriptText::Stopped => "The page has stopped. Reload it to go on.",
        ScriptText::Reload => "Reload",
        ScriptText::TryAgain => "Try again",
        ScriptText::NotFetched => "The page could not be fetched. Try again.",
        ScriptText::NoWebAssembly => {
            "This browser has no WebAssembly, or it is turned off (Lockdown Mode on an iPhone, enhanced security in Edge). \
             Turn it on for this page, update the browser, or use another one."
        }
        ScriptText::BrowserTooOld => {
            "This browser is too old for Barometer. Update it, or use another browser."
        }
        ScriptText::Forbidden => {
            "This browser may not run the page: a setting or a filter in your network forbids WebAssembly. \
             Ask the IT department to allow it for this address, or use a phone on the mobile network."
        }
        ScriptText::Filtered => {
            "Your network sent something else than the page (a filter or a log-in page). \
             Ask the IT department to let this address through, or use a phone on the mobile network."
        }
        ScriptText::Updated => "The page has just been updated. It reloads by itself shortly.",
        ScriptText::CutShort => {
            "Only half of the page arrived: the connection was cut. It tries again by itself."
        }
        ScriptText::Offline => "No connection to the server. The page tries again by itself.",
        ScriptText::GaveUp => {
            "The page could not be fetched after several tries. Check the connection, and try again."
        }
        ScriptText::BackAgain => "Press back again to leave the webinar.",
        ScriptText::NotSent => "No connection. Try again.",
        ScriptText::QuestionsNotFetched => {
            "The questions could not be fetched. Close and try again."
        }
        ScriptText::Close => "Close",
    }
}
