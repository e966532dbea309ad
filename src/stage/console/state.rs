//! The console's own state: one command at a time, what is asked, what is to be said.

use std::sync::Arc;
use std::time::Duration;

use barometer_domain::audience_question::QuestionCommand;
use barometer_domain::financing::MOST_MUNICIPALITIES;
use barometer_domain::ids::{Millis, RequestId, WebinarCode};
use barometer_domain::refusal::Refusal;
use barometer_domain::view::{ConsoleView, Screen};
use barometer_domain::webinar::{Command, NextStep, RESULT_ROWS};
use barometer_domain::wire::SeenCommand;
use barometer_kit::api::{self, ApiError, Done};
use barometer_kit::clipboard;
use barometer_kit::live::{self, LinkState, LiveView};
use barometer_kit::route::{self, Route};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::action::{PresenterAction, StepConfirmation};
use crate::stage::presenting::{self, BEFORE_RESULT_MS, SAME_PRESS_MS};
use crate::stage::projector::ProjectorState;

/// How long a passing word stays.
const WORD: Duration = Duration::from_secs(5);

/// A passing word to the presenter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Toast {
    /// The link is on the clipboard.
    LinkCopied,
    /// Another console acted first.
    AnotherConsole,
    /// The server did not answer.
    Offline,
    /// The server refused.
    Refused(Refusal),
}

/// What the console's parts share.
#[derive(Clone, Copy)]
pub struct ConsoleState {
    /// The newest view from the server; none before the first.
    pub view: Signal<Option<Arc<ConsoleView>>>,
    /// What the picture of the projector reads.
    pub showing: ProjectorState,
    /// Whether a command is on its way.
    pub busy: ReadSignal<bool>,
    /// Whether the large button has only just come to mean something else.
    pub settling: RwSignal<bool>,
    /// What is asked before a step is taken.
    pub question: RwSignal<Option<StepConfirmation>>,
    /// Whether the overview of keys is open.
    pub help: RwSignal<bool>,
    /// The link, where the browser cannot copy it.
    pub link_by_hand: RwSignal<Option<String>>,
    /// Whether the result is held ready for the chat.
    pub announcing: RwSignal<bool>,
    /// Whether the code for a phone as a remote is shown.
    pub remote: RwSignal<bool>,
    /// Whether the queue of questions is open.
    pub queue_open: RwSignal<bool>,
    /// The key that this page was opened with; gone when it is loaded anew.
    pub key: RwSignal<Option<String>>,
    /// What one more press at the projector's window does.
    pub asked_elsewhere: ReadSignal<Option<NextStep>>,
    /// What was just done, said for some seconds.
    pub word: ReadSignal<Option<Toast>>,
    /// Whether this rehearsal has been thrown away.
    pub thrown_away: RwSignal<bool>,
    /// Whether the key to this console is not, or no longer, good.
    pub locked: RwSignal<bool>,
    live: StoredValue<LiveView<ConsoleView>>,
    set_busy: WriteSignal<bool>,
    set_word: WriteSignal<Option<Toast>>,
    pressed: StoredValue<Option<(PresenterAction, Millis)>>,
    waiting: StoredValue<Option<PresenterAction>>,
    asked_at: StoredValue<Millis>,
}

impl ConsoleState {
    /// The state of a webinar that is followed.
    pub fn new(
        code: &WebinarCode,
        live: LiveView<ConsoleView>,
        locked: RwSignal<bool>,
        key: RwSignal<Option<String>>,
    ) -> Self {
        let view: Signal<Option<Arc<ConsoleView>>> = live.view.into();
        let audience = Memo::new(move |_| {
            let view = view.get()?;
            Some(Arc::new(view.audience.clone()))
        });
        let has_carrying = Signal::derive(move || {
            view.with(|view| view.as_ref().is_some_and(|view| view.carrying_pages > 0))
        });
        let (busy, set_busy) = signal(false);
        let (word, set_word) = signal(None);
        let console = Self {
            view,
            showing: ProjectorState::follow_view(
                code.clone(),
                audience.into(),
                live.server_offset_ms.into(),
                has_carrying,
            ),
            busy,
            settling: RwSignal::new(false),
            question: RwSignal::new(None),
            help: RwSignal::new(false),
            link_by_hand: RwSignal::new(None),
            announcing: RwSignal::new(false),
            remote: RwSignal::new(false),
            queue_open: RwSignal::new(false),
            key,
            asked_elsewhere: presenting::question_elsewhere(code),
            word,
            thrown_away: RwSignal::new(false),
            locked,
            live: StoredValue::new(live),
            set_busy,
            set_word,
            pressed: StoredValue::new(None),
            waiting: StoredValue::new(None),
            asked_at: StoredValue::new(0),
        };
        console.settle_when_the_button_changes();
        console.lock_when_refused();
        console
    }

    /// A value of the view that changes only when it is another.
    pub fn read<T>(
        self,
        read: impl Fn(&ConsoleView) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.view.with(|view| view.as_deref().map(&read)))
    }

    /// Whether a dialog is open, which then has the keyboard to itself.
    pub fn is_asking(self) -> bool {
        self.question.with_untracked(Option::is_some)
            || self.link_by_hand.with_untracked(Option::is_some)
            || self.help.get_untracked()
            || self.announcing.get_untracked()
            || self.remote.get_untracked()
    }

    /// Whether the connection is gone: what is shown may be old.
    pub fn is_stale(self) -> bool {
        let link = self.live.read_value().link.get_untracked();
        matches!(link, LinkState::Stale { .. })
    }

    /// Whether the projector is blank.
    pub fn is_blank(self) -> bool {
        let view = self.view.get_untracked();
        view.is_some_and(|view| view.audience.screen == Screen::Blank)
    }

    /// Does it, or asks first. While a command is on its way, another action waits for the view that it brings;
    /// the same action again is the same press.
    pub fn run_action(self, action: PresenterAction) {
        if self.is_same_press(&action) {
            return;
        }
        if self.busy.get_untracked() {
            let waits = action != PresenterAction::Primary;
            self.waiting.set_value(waits.then_some(action));
            return;
        }
        let Some(view) = self.view.get_untracked() else {
            return;
        };
        match action {
            PresenterAction::Give(command) => self.send_command(command, &view),
            PresenterAction::Primary if self.settling.get_untracked() => {}
            PresenterAction::Primary => {
                if let Some(command) = view.primary.clone() {
                    self.send_command(command, &view);
                }
            }
            PresenterAction::Forward => self.step_forward(&view),
            PresenterAction::Drill(at) => {
                if let Some(&request) = untrack(|| self.listed()).get(at) {
                    self.send_command(Command::Drill { request }, &view);
                }
            }
            PresenterAction::Suppose { more } => {
                if let Screen::Request(request) = &view.audience.screen {
                    let shared_by = u16::try_from(request.shared_by).unwrap_or(u16::MAX);
                    let count = if more {
                        (shared_by + 1).min(MOST_MUNICIPALITIES)
                    } else {
                        shared_by.saturating_sub(1).max(1)
                    };
                    self.send_command(Command::Suppose { count }, &view);
                }
            }
            PresenterAction::ToggleRules => {
                if let Screen::Request(request) = &view.audience.screen {
                    let on = !request.compared;
                    self.send_command(Command::Compare { on }, &view);
                }
            }
            PresenterAction::ToggleBlank => {
                let on = !self.is_blank();
                self.send_command(Command::Blank { on }, &view);
            }
            PresenterAction::ToggleDoor => self.send_command(Self::toggled_door(&view), &view),
            PresenterAction::OpenProjector => self.open_projector(),
            PresenterAction::CopyLink => self.copy_link(),
            PresenterAction::Announce => self.announcing.set(view.result.is_some()),
            PresenterAction::Help => self.help.set(true),
            PresenterAction::Rehearse => self.rehearse(),
        }
    }

    /// A remote's step; one that opens, closes or shows waits as the large button does, and asks where it must.
    fn step_forward(self, view: &ConsoleView) {
        let Some(step) = view.forward.clone() else {
            return;
        };
        let is_weighty = !matches!(step.command, Command::Next);
        if is_weighty && self.settling.get_untracked() {
            return;
        }
        if step.asks {
            self.ask_first(StepConfirmation::before_step(&step));
        } else {
            self.send(step.command);
        }
    }

    /// Takes the step that is being asked about, if that is the remote's next one; for a remote that is pressed once more.
    pub fn confirm_step(self) {
        let step = self
            .view
            .with_untracked(|view| view.as_ref()?.forward.clone());
        let Some(step) = step.filter(|step| step.asks) else {
            return;
        };
        let asked = self.question.get_untracked();
        if asked == Some(StepConfirmation::before_step(&step)) && !self.has_only_just_asked() {
            self.confirm(step.command);
        }
    }

    /// What was asked about is wanted.
    pub fn confirm(self, command: Command) {
        self.question.set(None);
        if !self.busy.get_untracked() {
            self.send(command);
        }
    }

    /// The requests of the shown list or result that can be drilled into, in order. A result's are all of it, whichever
    /// page is shown: the key `1` is the row marked 1.
    pub fn listed(self) -> Vec<RequestId> {
        let (Some(view), Some(texts)) = (self.view.get(), self.showing.catalogue.get()) else {
            return Vec::new();
        };
        match &view.audience.screen {
            Screen::Ongoing(page) | Screen::Financing(page) => {
                page.rows.iter().map(|row| row.request).collect()
            }
            Screen::Result(result) if result.verdict.is_some() => {
                let rows = result.rows.iter();
                let requests = rows.filter_map(|row| Some(texts.candidate(row.candidate)?.id));
                requests.collect()
            }
            _ => Vec::new(),
        }
    }

    /// Those of them on the page that is shown, each with its place among them.
    pub fn listed_here(self) -> Vec<(usize, RequestId)> {
        let listed = self.listed().into_iter().enumerate();
        let page = self
            .view
            .with(|view| match &view.as_ref()?.audience.screen {
                Screen::Result(result) => Some(result.page),
                _ => None,
            });
        let size = usize::from(RESULT_ROWS);
        let is_here = |at: usize| page.is_none_or(|page| at / size == usize::from(page));
        listed.filter(|(at, _)| is_here(*at)).collect()
    }

    fn send_command(self, command: Command, view: &ConsoleView) {
        if !is_possible(&command, view) {
            return;
        }
        match StepConfirmation::before(&command, view) {
            Some(question) => self.ask_first(question),
            None => self.send(command),
        }
    }

    fn ask_first(self, question: StepConfirmation) {
        self.asked_at.set_value(live::now());
        self.question.set(Some(question));
    }

    /// Whether a question is so new that the press which answers it is still the one that raised it.
    pub fn has_only_just_asked(self) -> bool {
        live::now() - self.asked_at.get_value() < SAME_PRESS_MS
    }

    fn is_same_press(self, action: &PresenterAction) -> bool {
        if matches!(action, PresenterAction::Suppose { .. }) {
            // Counting up takes many presses, and each can be taken back.
            return false;
        }
        let now = live::now();
        let is_same = self.pressed.with_value(|last| {
            last.as_ref()
                .is_some_and(|(last, at)| last == action && now - at < SAME_PRESS_MS)
        });
        if !is_same {
            self.pressed.set_value(Some((action.clone(), now)));
        }
        is_same
    }

    fn send(self, command: Command) {
        let Some(seen_step) = self
            .view
            .with_untracked(|view| view.as_ref().map(|v| v.step))
        else {
            return;
        };
        self.set_busy.set(true);
        spawn_local(async move {
            let code = self.showing.code.get_value();
            let answer = api::command(&code, &SeenCommand { command, seen_step }).await;
            match answer {
                Ok(view) => self.live.read_value().accept(view),
                Err(error) => self.explain(error).await,
            }
            self.settle();
        });
    }

    /// An answer is here: what waited for it has its turn.
    fn settle(self) {
        self.set_busy.try_set(false);
        let waiting = self.waiting.try_update_value(Option::take).flatten();
        if let Some(action) = waiting {
            self.pressed.set_value(None);
            self.run_action(action);
        }
    }

    async fn explain(self, error: ApiError) {
        match error {
            ApiError::Refused(Refusal::StaleStep) => {
                if let Ok(view) = api::console_view(&self.showing.code.get_value()).await {
                    self.live.read_value().accept(view);
                }
                self.show_toast(Toast::AnotherConsole);
            }
            ApiError::Refused(Refusal::NotPresenter) => self.locked.set(true),
            ApiError::Refused(refusal) => self.show_toast(Toast::Refused(refusal)),
            ApiError::Offline => self.show_toast(Toast::Offline),
        }
    }

    /// Does something with a question. It moves no step, so no console becomes stale by it.
    pub fn moderate(self, command: QuestionCommand) {
        spawn_local(async move {
            let code = self.showing.code.get_value();
            match api::moderate(&code, &command).await {
                Ok(view) => self.live.read_value().accept(view),
                Err(error) => self.explain(error).await,
            }
        });
    }

    fn show_toast(self, word: Toast) {
        self.set_word.set(Some(word.clone()));
        let hide = move || {
            if self.word.try_get_untracked().flatten().as_ref() == Some(&word) {
                self.set_word.set(None);
            }
        };
        set_timeout(hide, WORD);
    }

    /// The window is opened at once, while the browser still takes it for the press; its address follows.
    fn rehearse(self) {
        let opened = window()
            .open_with_url_and_target("", "_blank")
            .ok()
            .flatten();
        self.set_busy.set(true);
        spawn_local(async move {
            match api::rehearse(&self.showing.code.get_value()).await {
                Ok(rehearsal) => {
                    let address = route::presenter_link(&rehearsal.code, &rehearsal.secret);
                    let target = opened.unwrap_or_else(window);
                    // A window that was closed meanwhile wants no address.
                    let _ = target.location().set_href(&address);
                }
                Err(error) => {
                    if let Some(opened) = opened {
                        // It is empty; a browser that keeps it open does no harm.
                        let _ = opened.close();
                    }
                    self.explain(error).await;
                }
            }
            self.settle();
        });
    }

    /// Ends a rehearsal: nothing of it is kept.
    pub fn throw_away(self) {
        self.question.set(None);
        self.set_busy.set(true);
        spawn_local(async move {
            match api::throw_away(&self.showing.code.get_value()).await {
                Ok(Done) => self.thrown_away.set(true),
                Err(error) => self.explain(error).await,
            }
            self.settle();
        });
    }

    fn open_projector(self) {
        let path = Route::Screen(self.showing.code.get_value()).path();
        // A browser that blocks windows says so itself.
        let _ = window().open_with_url_and_target(&path, "barometer-projector");
    }

    fn copy_link(self) {
        let Some(info) = self.showing.info.get_untracked() else {
            return;
        };
        let link = info.join_url.clone();
        spawn_local(async move {
            match clipboard::copy(&link).await {
                Ok(()) => self.show_toast(Toast::LinkCopied),
                Err(clipboard::NotAllowed) => self.link_by_hand.set(Some(link)),
            }
        });
    }

    /// A button that has just come to mean something else is not yet pressed by a press meant for the old one.
    fn settle_when_the_button_changes(self) {
        let primary = self.read(|view| (view.primary.clone(), view.at, view.item));
        let changes = StoredValue::new(0_u32);
        Effect::new(move |before: Option<Option<(Option<Command>, u8, u16)>>| {
            let primary = primary.get();
            let change = changes.with_value(|changes| changes.wrapping_add(1));
            changes.set_value(change);
            if before.is_some_and(|before| before != primary) {
                self.settling.set(true);
                let reveals = matches!(&primary, Some((Some(Command::Reveal { .. }), ..)));
                let wait = if reveals {
                    BEFORE_RESULT_MS
                } else {
                    SAME_PRESS_MS
                };
                let wait = Duration::from_millis(wait.unsigned_abs());
                let settled = move || {
                    // Unless the button has come to mean yet another thing, which has its own wait.
                    if changes.with_value(|now| *now == change) {
                        self.settling.try_set(false);
                    }
                };
                set_timeout(settled, wait);
            }
            primary
        });
    }

    fn lock_when_refused(self) {
        let refused = self.live.read_value().refused;
        let locked = self.locked;
        Effect::new(move |_| {
            if refused.get() == Some(Refusal::NotPresenter) {
                locked.set(true);
            }
        });
    }
}

/// Whether a key's command has a meaning now; a key without one does nothing, rather than being refused.
fn is_possible(command: &Command, view: &ConsoleView) -> bool {
    use barometer_domain::barometer::Phase;
    let barometer = &view.audience.barometer;
    match command {
        Command::Open => barometer.phase == Phase::Draft,
        Command::Close | Command::StartCountdown { .. } => barometer.phase == Phase::Open,
        Command::Reveal { .. } => barometer.phase == Phase::Closed,
        Command::Reopen => view.can_reopen,
        Command::NextRound => view.can_begin_next_round,
        Command::RevealAll => rows_are_to_come(view),
        Command::ExtendCountdown { .. } => barometer.ends_at.is_some(),
        Command::StopCountdown => barometer.ends_at.is_some() || view.countdown_elsewhere,
        Command::Undrill => matches!(view.audience.screen, Screen::Request(_)),
        Command::Back => view.can_go_back,
        Command::Next => view.forward.is_some(),
        _ => true,
    }
}

/// Whether a result is being shown of which rows are still to come.
pub fn rows_are_to_come(view: &ConsoleView) -> bool {
    use barometer_domain::barometer::Phase;
    let revealed = view.audience.barometer.phase == Phase::Revealed;
    match &view.audience.screen {
        Screen::Result(result) => revealed && result.rows.len() < usize::from(result.total),
        _ => false,
    }
}
