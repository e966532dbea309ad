//! The projector's frame: which slide is shown, and the footer below every one of them.

use barometer_domain::ids::{CandidateId, RequestId};
use barometer_domain::view::Screen;
use barometer_kit::{format, language};
use barometer_text::shared::SharedText;
use barometer_text::staff::door::AdmissionText;
use barometer_text::staff::screen::ProjectorText as Text;
use leptos::context::Provider;
use leptos::prelude::*;

use super::candidate::Candidate;
use super::carrying::{self, CarryingStage};
use super::list::{ListKind, Requests};
use super::pinned::Pinned;
use super::projector_language::ProjectorLanguage;
use super::request::RequestStage;
use super::result::{ResultStage, result_of};
use super::state::ProjectorState;
use super::survey::SurveyStage;
use super::thanks::Thanks;
use super::vote::Vote;
use super::welcome::Welcome;
use crate::stage::ui::dots::Dots;
use crate::stage::ui::vote_words::VoteWords;

/// What fills the frame; another one is drawn anew, the same one changes in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlideKind {
    /// Nothing, on purpose.
    Blank,
    /// "Velkommen".
    Welcome,
    /// A page of what was answered before.
    Survey(u16),
    /// A page of the requests under way.
    Ongoing(u16),
    /// A candidate.
    Candidate(CandidateId),
    /// The vote.
    Vote,
    /// The result.
    Result,
    /// A page of what the votes can carry.
    Carrying(u16),
    /// A page of the financing.
    Financing(u16),
    /// One request's financing.
    Request(RequestId),
    /// The last one.
    Thanks,
}

impl SlideKind {
    fn of_screen(screen: &Screen) -> Self {
        match screen {
            Screen::Blank => Self::Blank,
            Screen::Welcome => Self::Welcome,
            Screen::Survey { page } => Self::Survey(page.as_ref().map_or(0, |page| page.page)),
            Screen::Ongoing(page) => Self::Ongoing(page.page),
            Screen::Candidate { candidate } => Self::Candidate(*candidate),
            Screen::Barometer => Self::Vote,
            Screen::Result(result) => {
                carrying::page_of(result).map_or(Self::Result, Self::Carrying)
            }
            Screen::Financing(page) => Self::Financing(page.page),
            Screen::Request(request) => Self::Request(request.financing.request),
            Screen::Thanks { .. } => Self::Thanks,
        }
    }
}

/// Which slide is shown; `None` until view and texts are here.
pub fn slide(showing: ProjectorState) -> Memo<Option<SlideKind>> {
    showing.read(|view, _| Some(SlideKind::of_screen(&view.screen)))
}

/// The projector's picture, 16:9, scaled to whatever it stands in.
#[component]
pub fn Projection(
    /// The view that is shown, its texts, and the server's clock.
    showing: ProjectorState,
) -> impl IntoView {
    let slide = slide(showing);
    let body = move || match slide.get() {
        None => view! { <Loading /> }.into_any(),
        Some(SlideKind::Blank) => {
            view! { <h1 tabindex="-1" class="visually-hidden">"–"</h1> }.into_any()
        }
        Some(SlideKind::Welcome) => view! { <Welcome showing=showing /> }.into_any(),
        Some(SlideKind::Survey(_)) => view! { <SurveyStage showing=showing /> }.into_any(),
        Some(SlideKind::Ongoing(_)) => {
            view! { <Requests showing=showing list=ListKind::Ongoing /> }.into_any()
        }
        Some(SlideKind::Candidate(id)) => view! { <Candidate showing=showing id=id /> }.into_any(),
        Some(SlideKind::Vote) => view! { <Vote showing=showing /> }.into_any(),
        Some(SlideKind::Result) => view! { <ResultStage showing=showing /> }.into_any(),
        Some(SlideKind::Carrying(page)) => {
            view! { <CarryingStage showing=showing page=page /> }.into_any()
        }
        Some(SlideKind::Financing(_)) => {
            view! { <Requests showing=showing list=ListKind::Financing /> }.into_any()
        }
        Some(SlideKind::Request(id)) => view! { <RequestStage showing=showing id=id /> }.into_any(),
        Some(SlideKind::Thanks) => view! { <Thanks showing=showing /> }.into_any(),
    };
    let blank = move || slide.get() == Some(SlideKind::Blank);
    view! {
        <Provider value=ProjectorLanguage::of_projector(showing)>
            <div class="projection" class:blank=blank lang=move || language::current().tag()>
                <div class="projection-body">{body}</div>
                <Pinned showing=showing />
                <Show when=move || slide.get().is_some_and(|slide| slide != SlideKind::Blank)>
                    <Footer showing=showing slide=slide />
                </Show>
            </div>
        </Provider>
    }
}

#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="slide calm">
            <h1 tabindex="-1">{move || Text::Loading.say(language::current())}</h1>
        </div>
    }
}

#[component]
fn Footer(showing: ProjectorState, slide: Memo<Option<SlideKind>>) -> impl IntoView {
    let place = showing.read(move |view, texts| {
        let number = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        match &view.screen {
            Screen::Candidate { candidate } => Some((
                candidate.0.saturating_sub(1),
                number(texts.candidates.len()),
            )),
            Screen::Ongoing(page) | Screen::Financing(page) => Some((page.page, page.pages)),
            Screen::Survey { page: Some(page) } => Some((page.page, page.pages)),
            Screen::Result(_) => {
                let result = result_of(view)?;
                if let Some(page) = carrying::page_of(result) {
                    return Some((page, showing.carrying.get()?.pages()));
                }
                let pages = result
                    .total
                    .div_ceil(barometer_domain::webinar::RESULT_ROWS);
                Some((result.page, pages))
            }
            _ => None,
        }
        .filter(|(_, of)| *of > 1)
    });
    let named = showing.read(|_, texts| {
        let day = format::date(language::current(), &texts.date);
        Some(format!("{} · {day}", texts.title))
    });
    let left = move || {
        let language = language::current();
        match (slide.get()?, place.get()) {
            (SlideKind::Candidate(_), Some((at, of))) => {
                Some(Text::CandidateOf(u32::from(at) + 1, of.into()).say(language))
            }
            (_, Some((at, of))) => Some(Text::Page(u32::from(at) + 1, of.into()).say(language)),
            _ => named.get(),
        }
    };
    let dots = move || {
        place.get().map(|(_, of)| {
            let at = move || place.get().map_or(0, |(at, _)| at);
            view! { <Dots count=of at=Signal::derive(at) /> }
        })
    };
    view! {
        <footer class="projection-footer">
            <p class="footer-left">{left}</p>
            {dots}
            <VoteWords key=showing.signing_key() fixed=showing.fixed_root() />
            <Marks showing=showing />
            <JoinLine showing=showing />
        </footer>
    }
}

/// What is not real or not secure says so.
#[component]
fn Marks(showing: ProjectorState) -> impl IntoView {
    let marks = showing.read(|_, texts| Some((texts.fictional, texts.reality)));
    let insecure = move || showing.info.get().is_some_and(|info| info.insecure);
    let marks = move || {
        let (fictional, reality) = marks.get().unwrap_or_default();
        let mark = |mark: SharedText<'static>| {
            view! { <span class="chip amber">{mark.say(language::current())}</span> }
        };
        SharedText::marks(reality, fictional, insecure())
            .map(mark)
            .collect_view()
    };
    view! { <span class="marks">{marks}</span> }
}

/// The code, as long as someone may still join.
#[component]
fn JoinLine(showing: ProjectorState) -> impl IntoView {
    let ended = showing.read(|view, _| Some(view.ended));
    let door_closed = showing.read(|view, _| Some(view.door_closed));
    let address = showing.address();
    let code = showing.code.read_value().spaced();
    let line = move || {
        let language = language::current();
        if ended.get() == Some(true) {
            return view! { <span>{Text::Ended.say(language)}</span> }.into_any();
        }
        if door_closed.get() == Some(true) {
            let closed = AdmissionText::ClosedOnScreen.say(language);
            return view! { <span>{closed}</span> }.into_any();
        }
        view! {
            <span class="join-line-address">{address}</span>
            <b class="join-line-code">
                <span class="visually-hidden">{Text::JoinWith.say(language)} " "</span>
                {code.clone()}
            </b>
        }
        .into_any()
    };
    view! { <p class="footer-right join-line">{line}</p> }
}
