//! One person's page, drawn: the stage that is due, in its frame.

use barometer_domain::ids::RequestId;
use barometer_domain::route::Route;
use barometer_domain::view::{PhoneStage, Screen};
use barometer_domain::wire::Me;
use barometer_text::article::InfoPage;
use barometer_text::figures::without_soft_hyphens;
use barometer_text::phone::PhoneText;
use maud::{Markup, html};

use super::super::forms::SentForm;
use super::frame::{PhonePage, RenderedPage, StageContext, StagePage, link};
use super::{ballot, candidate, closed, join, requests, result, waiting};

impl PhonePage<'_> {
    /// The same page of somebody who has not voted.
    pub(super) fn without_ballot(&self) -> RenderedPage {
        let me = self.state.me.clone();
        self.draw(me.map(|me| Me { ballot: None, ..me }).as_ref(), None)
    }

    pub(super) fn render(&self) -> RenderedPage {
        self.draw(self.state.me.as_ref(), self.sent)
    }

    fn draw(&self, me: Option<&Me>, sent: Option<&SentForm>) -> RenderedPage {
        if let Some(seen) = &self.asked.now {
            return self.where_it_stands(seen);
        }
        let me = me.filter(|me| self.asked.change.is_none() || me.is_newcomer());
        let (heading, content, is_form) = match me {
            None => (self.state.info.title.clone(), join::form(self), true),
            Some(me) => {
                let page = StageContext { page: self, me }.stage(sent);
                (page.heading.clone(), self.frame(me, &page), page.is_form)
            }
        };
        let joined = self.state.me.as_ref().is_some_and(|me| !me.is_newcomer());
        let body = html! {
            div class="plain" id="shell" data-joined[joined] data-code=(self.code) data-stage=(self.stage_key())
                data-round=(self.state.view.barometer.round) {
                (self.marks())
                (content)
                // The app's live region, which follows a stage.
                @if me.is_some() { p class="visually-hidden" role="status" {} }
            }
        };
        let title = html! { (without_soft_hyphens(&heading)) " · Barometer" };
        RenderedPage {
            title: title.into_string(),
            body: body.into_string(),
            parts: self.parts.take(),
            follows: !is_form,
        }
    }

    fn frame(&self, me: &Me, page: &StagePage) -> Markup {
        let seen = StageContext { page: self, me };
        html! {
            header class="stage-head" {
                p class="stage-line" {
                    span { i class=(if page.live { "dot" } else { "" }) {} (page.crumb) }
                    span class="muted" { (seen.who()) }
                }
                h1 id="stage" { (page.heading) }
                @if let Some(under) = &page.under { (under) }
                @if page.is_form { (self.frame_of_now()) }
            }
            main class="stage-main" {
                div class="stage" { @for part in &page.main { (part) } }
                @if let Some(bar) = &page.bar { (bar) }
                (seen.foot(page.is_form))
            }
        }
    }
}

impl StageContext<'_> {
    fn stage(&self, sent: Option<&SentForm>) -> StagePage {
        let view = &self.state().view;
        let shown = PhoneStage::of(view);
        if shown != PhoneStage::Ballot && !view.requests.is_empty() {
            let wanted = self.page.asked.request.as_deref();
            let number = wanted.and_then(|wanted| wanted.parse().ok());
            if let Some(page) = number.and_then(|id| requests::opened(self, RequestId(id))) {
                return page;
            }
            let is_hidden = matches!(shown, PhoneStage::Request(_) | PhoneStage::Blank);
            if wanted.is_some() && is_hidden {
                return requests::all_requests(self);
            }
        }
        let mut page = match (shown, &view.screen) {
            (PhoneStage::Ballot, _) => ballot::ballot(self, sent),
            (PhoneStage::BeforeVote, _) => waiting::before_vote(self),
            (PhoneStage::Closed, _) => closed::closed(self),
            (PhoneStage::Thanks, _) | (_, Screen::Thanks { .. }) => result::thanks(self),
            (_, Screen::Blank | Screen::Barometer) => waiting::blank(self),
            (_, Screen::Welcome) => waiting::welcome(self),
            (_, Screen::Survey { .. }) => waiting::survey(self),
            (_, Screen::Financing(_)) if !view.requests.is_empty() => requests::all_requests(self),
            (_, Screen::Ongoing(page) | Screen::Financing(page)) => requests::financing(self, page),
            (_, Screen::Candidate { candidate }) => candidate::candidate(self, *candidate),
            (_, Screen::Result(out)) => result::result(self, out),
            (_, Screen::Request(view)) => requests::request(self, view),
        };
        // Those who share the last place are still to be decided among: said on top of what comes after the result.
        if view.tie_open && matches!(shown, PhoneStage::Financing | PhoneStage::Thanks) {
            let open = self.say(PhoneText::NoCleanCut);
            page.main
                .insert(0, html! { p class="notice amber" { (open) } });
        }
        page
    }

    /// The code, the way back to the form, the language.
    fn foot(&self, is_form: bool) -> Markup {
        let state = self.state();
        let ended = state.view.ended;
        let code = self.say(PhoneText::Code(&state.info.code.spaced()));
        let code = if ended {
            self.say(PhoneText::Ended) + " " + &code
        } else {
            code
        };
        let label = if self.is_voter() {
            PhoneText::ChangeMunicipality
        } else {
            PhoneText::JoinAfterAll
        };
        // Whoever has voted stays who they are, and nobody comes in any more once it has ended.
        let may_change = self.held().is_none() && !ended;
        let questions = Route::Questions(state.info.code.clone()).path();
        let questions = format!("{questions}?lang={}", self.language().tag());
        html! {
            footer class="stage-foot muted" {
                p { (code) }
                (link(&questions, &self.say(PhoneText::Ask)))
                @if may_change { (self.change_button(label, "link-button")) }
                (self.page.article_link(InfoPage::Anonymity))
                (self.page.article_link(InfoPage::Accessibility))
                (self.page.language_switch(is_form.then_some("ballot")))
            }
        }
    }
}
