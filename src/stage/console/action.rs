//! What a presenter can do, by button or by key.

use barometer_domain::view::{ConsoleView, Screen};
use barometer_domain::webinar::{Command, NextStep};

use super::again::next_round;

/// How long the countdown of the key `T` is, in seconds.
pub const USUAL_COUNTDOWN: u16 = 60;
/// How much the key `U` adds, in seconds.
pub const USUAL_EXTENSION: u16 = 30;

/// Something a presenter does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PresenterAction {
    /// A command, asked about first where it cannot be undone.
    Give(Command),
    /// Whatever the large button does now.
    Primary,
    /// A remote's press forward, whatever the next step is.
    Forward,
    /// Shows the financing of a request of the shown list or result, from 0.
    Drill(usize),
    /// Supposes one municipality more, or one fewer, on the request shown.
    Suppose {
        /// Whether one municipality more is supposed, or one fewer.
        more: bool,
    },
    /// Holds the sharing rules side by side, or shows the curve again.
    ToggleRules,
    /// Blanks the projector, or shows it again.
    ToggleBlank,
    /// Closes the door to newcomers, or opens it again.
    ToggleDoor,
    /// Opens the projector in a window of its own.
    OpenProjector,
    /// Copies the participants' link.
    CopyLink,
    /// Holds the published result ready for the chat.
    Announce,
    /// Shows the overview of keys.
    Help,
    /// Opens a copy to practise on, in a window of its own.
    Rehearse,
}

impl PresenterAction {
    /// What a key does; `key` as the browser names it.
    pub fn of_key(key: &str) -> Option<Self> {
        let give = |command| Some(Self::Give(command));
        match key {
            "ArrowRight" | "PageDown" => Some(Self::Forward),
            "ArrowLeft" | "PageUp" => give(Command::Back),
            " " | "Enter" => Some(Self::Primary),
            "Escape" => give(Command::Undrill),
            "?" => Some(Self::Help),
            _ => Self::of_letter(key),
        }
    }

    fn of_letter(key: &str) -> Option<Self> {
        let mut letters = key.chars();
        let (letter, None) = (letters.next()?, letters.next()) else {
            return None;
        };
        let give = |command| Some(Self::Give(command));
        match letter.to_ascii_lowercase() {
            'o' => give(Command::Open),
            'l' => give(Command::Close),
            'r' => give(Command::Reveal { automatic: true }),
            'a' => give(Command::RevealAll),
            't' => give(Command::StartCountdown {
                seconds: USUAL_COUNTDOWN,
            }),
            'u' => give(Command::ExtendCountdown {
                seconds: USUAL_EXTENSION,
            }),
            's' => give(Command::StopCountdown),
            '+' => Some(Self::Suppose { more: true }),
            '-' => Some(Self::Suppose { more: false }),
            'd' => Some(Self::ToggleRules),
            // A remote's key for a black screen sends a full stop.
            'b' | '.' => Some(Self::ToggleBlank),
            'n' => Some(Self::ToggleDoor),
            'f' => Some(Self::OpenProjector),
            'k' => Some(Self::CopyLink),
            'c' => Some(Self::Announce),
            digit @ '1'..='9' => digit.to_digit(10).map(|n| Self::Drill(n as usize - 1)),
            _ => None,
        }
    }
}

/// A step that is asked about before it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepConfirmation {
    /// The vote opens, and its rules lock.
    Open,
    /// The closed vote is opened again.
    Reopen,
    /// Everyone gets an empty ballot; the round's number.
    NextRound(u8),
    /// A tie at the cut is left undecided: onwards, or to this item of the agenda.
    PassTie(Option<u8>),
    /// The vote closes; who has not voted cannot any more.
    Close,
    /// Everyone sees the result.
    Reveal,
    /// Nobody new can join.
    End,
    /// All votes are thrown away.
    StartOver,
    /// The rehearsal is over, and all of it is thrown away.
    ThrowAway,
}

impl StepConfirmation {
    /// What to ask before this command, if it cannot be undone and would do something now.
    pub fn before(command: &Command, view: &ConsoleView) -> Option<Self> {
        use barometer_domain::barometer::Phase;
        match (command, view.audience.barometer.phase) {
            // Whoever stands on the vote's own stage, and sees it, has come to open it.
            (Command::Open, Phase::Draft) if view.audience.screen != Screen::Barometer => {
                Some(Self::Open)
            }
            (Command::Next, _) if view.forward.as_ref().is_some_and(|step| step.asks) => {
                view.forward.as_ref().map(Self::before_step)
            }
            (Command::GoTo { at, .. }, _) if leaves_the_tie(view, *at) => {
                Some(Self::PassTie(Some(*at)))
            }
            (Command::Reopen, Phase::Closed) => Some(Self::Reopen),
            (Command::NextRound, Phase::Revealed) => Some(Self::NextRound(next_round(view))),
            (Command::Close, Phase::Open) => Some(Self::Close),
            // And after the close, there or on the result's stage, to show it.
            (Command::Reveal { .. }, Phase::Closed) => {
                let screen = &view.audience.screen;
                let is_there = matches!(screen, Screen::Barometer | Screen::Result(_));
                (!is_there).then_some(Self::Reveal)
            }
            (Command::End, phase) if !phase.takes_ballots() => Some(Self::End),
            (Command::StartOver, _) => Some(Self::StartOver),
            _ => None,
        }
    }

    /// What a remote's step that asks is asked with.
    pub fn before_step(step: &NextStep) -> Self {
        match step.command {
            Command::Open => Self::Open,
            Command::Close => Self::Close,
            _ => Self::PassTie(None),
        }
    }
}

/// Whether going to this item of the agenda leaves a result in which a shared place is still to be decided; back is no
/// leaving.
fn leaves_the_tie(view: &ConsoleView, to: u8) -> bool {
    let is_result = matches!(view.audience.screen, Screen::Result(_));
    is_result && view.audience.tie_open && to > view.at
}

#[cfg(test)]
mod tests {
    use barometer_domain::agenda::Stage;
    use barometer_domain::attendance::Attendance;
    use barometer_domain::audience_question::QuestionQueue;
    use barometer_domain::barometer::{BarometerView, Phase};
    use barometer_domain::language::Language;
    use barometer_domain::tally::CountingRule;
    use barometer_domain::view::{AudienceView, ResultView};
    use barometer_domain::webinar::Upcoming;

    use super::*;

    #[test]
    fn a_remote_and_the_arrows_turn_pages() {
        for key in ["ArrowRight", "PageDown"] {
            assert_eq!(PresenterAction::of_key(key), Some(PresenterAction::Forward));
        }
        for key in ["b", "B", "."] {
            assert_eq!(
                PresenterAction::of_key(key),
                Some(PresenterAction::ToggleBlank)
            );
        }
        for key in ["ArrowLeft", "PageUp"] {
            assert_eq!(
                PresenterAction::of_key(key),
                Some(PresenterAction::Give(Command::Back))
            );
        }
    }

    fn on(screen: Screen, phase: Phase, tie_open: bool) -> ConsoleView {
        let barometer = BarometerView {
            phase,
            ..BarometerView::default()
        };
        let audience = AudienceView {
            epoch: 1,
            seq: 1,
            catalogue: String::new(),
            barometer,
            language: Language::Danish,
            since: 0,
            timebox: None,
            tie_open,
            door_closed: false,
            ended: false,
            look_ups: 0,
            log_broken: false,
            root: None,
            requests: Vec::new(),
            final_result: None,
            pinned: None,
            screen,
        };
        ConsoleView {
            audience,
            step: 1,
            agenda: Vec::new(),
            at: 4,
            item: 0,
            candidate_notes: String::new(),
            next: None,
            primary: None,
            forward: None,
            can_go_back: true,
            observers: 0,
            connected: 0,
            reconnecting: 0,
            opened_at: None,
            result: None,
            can_reopen: false,
            can_begin_next_round: false,
            attendance: Attendance::default(),
            questions: QuestionQueue::default(),
            frame: None,
            can_set_frame: false,
            carrying_pages: 0,
            can_override: false,
            can_start_over: false,
            countdown_lost: false,
            countdown_elsewhere: false,
            rules_that_differ: Vec::new(),
            tie: Vec::new(),
        }
    }

    #[test]
    fn opening_asks_but_on_the_votes_own_stage() {
        let asked =
            |screen| StepConfirmation::before(&Command::Open, &on(screen, Phase::Draft, false));
        for screen in [Screen::Welcome, Screen::Blank] {
            assert_eq!(asked(screen), Some(StepConfirmation::Open));
        }
        assert_eq!(asked(Screen::Barometer), None);
    }

    fn result() -> Screen {
        Screen::Result(ResultView {
            rule: CountingRule::Municipalities,
            total: 12,
            rows: Vec::new(),
            page: 1,
            too_few: false,
            verdict: None,
            earlier: Vec::new(),
        })
    }

    #[test]
    fn the_result_is_shown_without_a_question_where_one_has_come_to_show_it() {
        let reveal = Command::Reveal { automatic: true };
        let asked = |screen| StepConfirmation::before(&reveal, &on(screen, Phase::Closed, false));
        assert_eq!(asked(Screen::Welcome), Some(StepConfirmation::Reveal));
        assert_eq!(asked(Screen::Barometer), None);
        assert_eq!(asked(result()), None);
    }

    #[test]
    fn a_tie_is_left_only_when_asked_and_onwards() {
        let mut view = on(result(), Phase::Revealed, true);
        let step = |asks| NextStep {
            command: Command::Next,
            brings: Upcoming::Stage {
                stage: Stage::Financing,
            },
            asks,
        };
        view.forward = Some(step(true));
        let asked = |view: &ConsoleView, command| StepConfirmation::before(&command, view);
        let go_to = |at| Command::GoTo { at, item: 0 };
        assert_eq!(
            asked(&view, Command::Next),
            Some(StepConfirmation::PassTie(None))
        );
        assert_eq!(
            asked(&view, go_to(6)),
            Some(StepConfirmation::PassTie(Some(6)))
        );
        assert_eq!(asked(&view, go_to(2)), None);
        assert_eq!(asked(&view, Command::Back), None);
        view.forward = Some(step(false));
        assert_eq!(asked(&view, Command::Next), None);
        let decided = on(result(), Phase::Revealed, false);
        assert_eq!(asked(&decided, go_to(6)), None);
    }

    #[test]
    fn letters_work_in_either_case_and_words_do_not() {
        assert_eq!(
            PresenterAction::of_key("O"),
            Some(PresenterAction::Give(Command::Open))
        );
        assert_eq!(
            PresenterAction::of_key("o"),
            Some(PresenterAction::Give(Command::Open))
        );
        assert_eq!(
            PresenterAction::of_key("1"),
            Some(PresenterAction::Drill(0))
        );
        assert_eq!(
            PresenterAction::of_key("+"),
            Some(PresenterAction::Suppose { more: true })
        );
        assert_eq!(PresenterAction::of_key("0"), None);
        for key in ["Shift", "Tab", "F5", "Dead", "", "å"] {
            assert_eq!(PresenterAction::of_key(key), None, "{key}");
        }
    }
}
