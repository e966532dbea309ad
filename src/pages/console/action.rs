//! What a presenter can do, by button or by key.

use barometer_domain::view::{ConsoleView, Screen};
use barometer_domain::webinar::{Command, RESULT_ROWS};

use super::again::next_round;

/// How long the countdown of the key `T` is, in seconds.
pub const USUAL_COUNTDOWN: u16 = 60;
/// How much the key `U` adds, in seconds.
pub const USUAL_EXTENSION: u16 = 30;

/// Something a presenter does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A command, asked about first where it cannot be undone.
    Give(Command),
    /// Whatever the large button does now.
    Primary,
    /// Shows the financing of a request of the shown list, from 0.
    Drill(usize),
    /// Supposes one municipality more, or one fewer, on the request shown.
    Suppose {
        /// Whether one more.
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

impl Action {
    /// What a key does; `key` as the browser names it.
    pub fn of_key(key: &str) -> Option<Self> {
        let give = |command| Some(Self::Give(command));
        match key {
            "ArrowRight" | "PageDown" => give(Command::Next),
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
            'b' => Some(Self::ToggleBlank),
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
pub enum Question {
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

impl Question {
    /// What to ask before this command, if it cannot be undone and would do something now.
    pub fn before(command: &Command, view: &ConsoleView) -> Option<Self> {
        use barometer_domain::barometer::Phase;
        match (command, view.audience.barometer.phase) {
            // Whoever stands on the vote's own stage, and sees it, has come to open it.
            (Command::Open, Phase::Draft) if view.audience.screen != Screen::Barometer => {
                Some(Self::Open)
            }
            (Command::Next, _) if leaves_the_tie(view, None) => Some(Self::PassTie(None)),
            (Command::GoTo { at, .. }, _) if leaves_the_tie(view, Some(*at)) => {
                Some(Self::PassTie(Some(*at)))
            }
            (Command::Reopen, Phase::Closed) => Some(Self::Reopen),
            (Command::NextRound, Phase::Revealed) => Some(Self::NextRound(next_round(view))),
            (Command::Close, Phase::Open) => Some(Self::Close),
            (Command::Reveal { .. }, Phase::Closed) => Some(Self::Reveal),
            (Command::End, phase) if !phase.takes_ballots() => Some(Self::End),
            (Command::StartOver, _) => Some(Self::StartOver),
            _ => None,
        }
    }
}

/// Whether it goes on from a result in which a shared place is still to be decided; back is no leaving.
fn leaves_the_tie(view: &ConsoleView, to: Option<u8>) -> bool {
    let Screen::Result(result) = &view.audience.screen else {
        return false;
    };
    let is_last_page = (result.page + 1) * RESULT_ROWS >= result.total;
    view.audience.tie_open && to.map_or(is_last_page, |at| at > view.at)
}

#[cfg(test)]
mod tests {
    use barometer_domain::attendance::Attendance;
    use barometer_domain::barometer::{BarometerView, Phase};
    use barometer_domain::tally::CountingRule;
    use barometer_domain::view::{AudienceView, ResultView};

    use super::*;

    #[test]
    fn a_remote_and_the_arrows_turn_pages() {
        for key in ["ArrowRight", "PageDown"] {
            assert_eq!(Action::of_key(key), Some(Action::Give(Command::Next)));
        }
        for key in ["ArrowLeft", "PageUp"] {
            assert_eq!(Action::of_key(key), Some(Action::Give(Command::Back)));
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
            since: 0,
            timebox: None,
            tie_open,
            door_closed: false,
            ended: false,
            look_ups: 0,
            log_broken: false,
            root: None,
            requests: Vec::new(),
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
            observers: 0,
            connected: 0,
            reconnecting: 0,
            opened_at: None,
            result: None,
            can_reopen: false,
            can_begin_next_round: false,
            attendance: Attendance::default(),
            can_start_over: false,
            countdown_lost: false,
            countdown_elsewhere: false,
            rules_that_differ: Vec::new(),
            tie: Vec::new(),
        }
    }

    #[test]
    fn opening_asks_but_on_the_votes_own_stage() {
        let asked = |screen| Question::before(&Command::Open, &on(screen, Phase::Draft, false));
        for screen in [Screen::Welcome, Screen::Blank] {
            assert_eq!(asked(screen), Some(Question::Open));
        }
        assert_eq!(asked(Screen::Barometer), None);
    }

    #[test]
    fn a_tie_is_left_only_when_asked_from_the_last_page_and_onwards() {
        let result = |page| {
            Screen::Result(ResultView {
                rule: CountingRule::Municipalities,
                total: 12,
                rows: Vec::new(),
                page,
                too_few: false,
                verdict: None,
                earlier: Vec::new(),
            })
        };
        let asked = |command, page, tie_open| {
            Question::before(&command, &on(result(page), Phase::Revealed, tie_open))
        };
        let go_to = |at| Command::GoTo { at, item: 0 };
        assert_eq!(asked(Command::Next, 1, true), Some(Question::PassTie(None)));
        assert_eq!(asked(go_to(6), 0, true), Some(Question::PassTie(Some(6))));
        assert_eq!(
            asked(Command::Next, 0, true),
            None,
            "the second page comes first"
        );
        assert_eq!(asked(go_to(2), 1, true), None);
        assert_eq!(asked(Command::Back, 1, true), None);
        assert_eq!(asked(Command::Next, 1, false), None);
        let past = on(Screen::Thanks { go_on: Vec::new() }, Phase::Revealed, true);
        assert_eq!(Question::before(&Command::Next, &past), None);
    }

    #[test]
    fn letters_work_in_either_case_and_words_do_not() {
        assert_eq!(Action::of_key("O"), Some(Action::Give(Command::Open)));
        assert_eq!(Action::of_key("o"), Some(Action::Give(Command::Open)));
        assert_eq!(Action::of_key("1"), Some(Action::Drill(0)));
        assert_eq!(Action::of_key("+"), Some(Action::Suppose { more: true }));
        assert_eq!(Action::of_key("0"), None);
        for key in ["Shift", "Tab", "F5", "Dead", "", "å"] {
            assert_eq!(Action::of_key(key), None, "{key}");
        }
    }
}
