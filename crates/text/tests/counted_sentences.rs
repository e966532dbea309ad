//! Every sentence with a count, for 0, 1, 2 and 21, in both languages: numbers and nouns agree, and nothing begins in
//! the middle of a sentence.

use barometer_domain::tally::CountingRule;
use barometer_text::Language;
use barometer_text::brief::Brief;
use barometer_text::choice::WhyNot;
use barometer_text::phone::Phone;
use barometer_text::shared::Shared;
use barometer_text::sharing::{self, Share};
use barometer_text::staff::after::After;
use barometer_text::staff::announcement::Announcement;
use barometer_text::staff::asking::Asking;
use barometer_text::staff::commitments::Commitments;
use barometer_text::staff::console::Console;
use barometer_text::staff::door::Door;
use barometer_text::staff::finance::Finance;
use barometer_text::staff::import::Import;
use barometer_text::staff::invitations::Invitations;
use barometer_text::staff::prepare::Prepare;
use barometer_text::staff::requests::Requests;
use barometer_text::staff::screen::Screen;
use barometer_text::staff::series::Series;
use barometer_text::staff::votes::Votes;

/// Each noun that is counted, for one and for more.
const NOUNS: &[(&str, &str)] = &[
    ("kommune", "kommuner"),
    ("deltager", "deltagere"),
    ("ønske", "ønsker"),
    ("stemme", "stemmer"),
    ("stemmeseddel", "stemmesedler"),
    ("kandidat", "kandidater"),
    ("opslag", "opslag"),
    ("gang", "gange"),
    ("linje", "linjer"),
    ("række", "rækker"),
    ("side", "sider"),
    ("runde", "runder"),
    ("tilsagn", "tilsagn"),
    ("enhed", "enheder"),
    ("person", "personer"),
    ("link", "links"),
    ("navn", "navne"),
    ("municipality", "municipalities"),
    ("participant", "participants"),
    ("request", "requests"),
    ("vote", "votes"),
    ("ballot", "ballots"),
    ("candidate", "candidates"),
    ("look-up", "look-ups"),
    ("time", "times"),
    ("line", "lines"),
    ("row", "rows"),
    ("round", "rounds"),
    ("device", "devices"),
    ("commitment", "commitments"),
    ("character", "characters"),
    ("person", "people"),
    ("name", "names"),
];

/// All that is counted, said for `n`.
fn said(n: u32, language: Language) -> Vec<String> {
    let small = u8::try_from(n).unwrap();
    let figure = n.to_string();
    let place = u16::try_from(n).unwrap();
    let (a, b) = match language {
        Language::Danish => ("480.000 kr.", "20.000 kr."),
        Language::English => ("DKK 480,000", "DKK 20,000"),
    };
    let mut all = Vec::new();
    macro_rules! say {
        ($($message:expr),* $(,)?) => { $(all.push($message.say(language));)* };
    }
    say![
        Brief::Standing {
            committed: a,
            by: n,
            missing: b
        },
        Brief::MoreNeeded(n),
        Brief::ShareAt(n, "ligeligt"),
        Brief::MessageShare(a, n, "ligeligt"),
        Phone::CodeLength(n),
        Phone::MunicipalitiesFound(n),
        Phone::LookUps(n, "3. december"),
        Phone::Requests(n),
        Phone::HowToVote(n),
        Phone::ChooseUpTo(n),
        Phone::LimitReached(n),
        Phone::HaveVoted {
            municipalities: n,
            voted: n,
            present: n
        },
        Phone::RowsLeft(n),
        Phone::ChosenGoOn(n),
        Phone::PlannedFor(n),
        Votes::SelectAll(n.max(1)),
        Votes::Shown(n, n),
        Votes::Devices(n),
        Votes::RecountBody(n, n, n),
        Votes::StruckCount(n),
        Votes::Strike(n),
        Votes::StrikeAsk(n),
        Votes::StruckNow(n),
        Announcement::GoOn(n),
        Announcement::FirstOf(n, n),
        Series::Candidates(n),
        Series::Here(n),
        Series::Turnout(n, n, n),
        Series::Support(n, n),
        Series::Rounds(small),
        Series::LookUps(n),
        Series::Place(place, place),
        Asking::CloseBody(n, n),
        Asking::CloseAll(n.max(1)),
        Console::WithUs(n),
        Console::InterestedNow(n, n),
        Console::OfPresent(n, n),
        Console::ReadyToVote(n),
        Console::TieAid(n, "2,5", a),
        After::Turnout("1", "2", n),
        After::Struck(n),
        After::ByGap(n),
        Prepare::Grip("Ønsket", 1, n),
        Prepare::NowAt("Ønsket", 1, n),
        Prepare::Added("Ønsket", n),
        Prepare::Left(n),
        Prepare::InAll(n, n),
        Prepare::TooLong(n, n),
        Screen::WithUs(n),
        Screen::PriceAndCommitted(a, n, b),
        Screen::VoteSub(n, n),
        Screen::AreWithUs(n),
        Shared::Struck(n),
        Screen::MunicipalitiesHaveVoted(n),
        Screen::OfParticipants("1", &figure, n),
        Screen::Headline(CountingRule::Participants, n),
        Screen::Headline(CountingRule::Municipalities, n),
        Screen::FromBarometer(1, n, n),
        Screen::RulesAt(n),
        Screen::WithSoMany(n, a),
        Screen::StillMissing(n, a),
        Screen::FundedBy(n),
        Finance::WithAPromise(n),
        Finance::Of(n, n),
        Finance::PlannedFor(n),
        Finance::Minimum(n),
        Finance::Promises(n),
        Finance::Deciding(n),
        Finance::Intending(n),
        Finance::Interested(n),
        Finance::ShownOf(n, n),
        Requests::Shown(n, n),
        Requests::Municipalities(n),
        Requests::Late(n),
        Requests::Left(n),
        Commitments::Late(n),
        Commitments::Pressing(n),
        Commitments::NamesWaiting(n),
        Commitments::NameWished(n),
        Commitments::Shown(n, n),
        Commitments::Overdue(n),
        Commitments::Carried(n, a, b),
        Commitments::NearMiss(n, a, b, a),
        Door::Rush(n),
        Door::Crowded(n),
        Invitations::Count(n),
        Invitations::TooMany(n),
        Invitations::Wrong(n),
        Invitations::HiddenAsk(n),
        Invitations::AndMore(n),
        Invitations::Ready(n, n),
        Invitations::Make(n),
        Invitations::Made(n),
        Import::New(n),
        Import::Changed(n),
        Import::Same(n),
        Import::Wrong(n),
        Import::Hidden(n),
        Import::LeftOut(n),
        Import::HiddenAsk(n),
        Import::Twice(n),
        Import::Apply(n),
        Import::Applied(n, n),
        Shared::Municipalities(n),
        Shared::MunicipalitiesSoFar(n),
        Shared::Votes(n),
        Shared::MunicipalitiesOf { count: n, of: n },
        Shared::TooFewMunicipalities(n),
        Shared::PriceAt {
            count: n,
            amount: a
        },
        Shared::TopGoOn(n),
        Share::NotEnough(n),
        Share::AllAlike(n),
    ];
    all.push(sharing::if_so_many(n, language));
    let why_not = |left, went_to, level_with, chosen_up_to| WhyNot::Lacks {
        number: n,
        level_with,
        behind: n,
        lacks: a,
        left,
        went_to,
        chosen_up_to,
    };
    say![
        WhyNot::NoSupport(n),
        WhyNot::TooFewBehind {
            number: n,
            fewest: n,
            price: a
        },
        why_not(None, None, None, None),
        why_not(Some(b), Some((n, b)), None, None),
        why_not(Some(b), Some((n, b)), Some(n), Some(b)),
        why_not(None, Some((n, b)), Some(n), None),
        WhyNot::BudgetSpent {
            number: n,
            price: a,
            left: Some(b)
        },
        WhyNot::BudgetSpent {
            number: n,
            price: a,
            left: None
        },
    ];
    all
}

/// What is wrong with a sentence, if anything.
fn fault(sentence: &str) -> Option<String> {
    let bare = |word: &str| {
        // An ordinal counts nothing.
        if word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('.') {
            return word.to_owned();
        }
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    let words: Vec<String> = sentence.split_whitespace().map(bare).collect();
    let disagree = words.windows(2).find_map(|pair| {
        let count: u32 = pair[0].parse().ok()?;
        let (one, many) = NOUNS
            .iter()
            .find(|(one, many)| [*one, *many].contains(&&*pair[1]))?;
        let right = if count == 1 { one } else { many };
        (pair[1] != *right && one != many).then(|| format!("“{} {}”", pair[0], pair[1]))
    });
    let all_none = ["Alle 0 ", "All 0 ", "alle 0 ", "all 0 "];
    let is_of_none = all_none.iter().any(|all| sentence.contains(all));
    let has_gap = sentence.trim().is_empty() || sentence.contains("  ") || sentence.contains("..");
    let verb = ["1 have ", "1 are ", "0 has ", "2 has ", "2 is "];
    let verb = verb.iter().find(|verb| sentence.starts_with(**verb));
    disagree
        .or_else(|| verb.map(|verb| (*verb).to_owned()))
        .or_else(|| is_of_none.then(|| "all of none".to_owned()))
        .or_else(|| has_gap.then(|| "a gap".to_owned()))
}

#[test]
fn numbers_and_nouns_agree() {
    let mut faults = Vec::new();
    for language in Language::ALL {
        for n in [0, 1, 2, 21] {
            for sentence in said(n, language) {
                if let Some(fault) = fault(&sentence) {
                    faults.push(format!("{fault} in “{sentence}”"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
