//! Every sentence with a count, for 0, 1, 2 and 21, in both languages: numbers and nouns agree, and nothing begins in
//! the middle of a sentence.

use barometer_domain::tally::CountingRule;
use barometer_text::Language;
use barometer_text::brief::BriefText;
use barometer_text::choice::WhyNot;
use barometer_text::phone::PhoneText;
use barometer_text::shared::SharedText;
use barometer_text::sharing::{self, SharingText};
use barometer_text::staff::after::AfterText;
use barometer_text::staff::announcement::AnnouncementText;
use barometer_text::staff::asking::ConfirmText;
use barometer_text::staff::commitments::CommitmentText;
use barometer_text::staff::console::ConsoleText;
use barometer_text::staff::door::AdmissionText;
use barometer_text::staff::finance::FinancingText;
use barometer_text::staff::import::ImportText;
use barometer_text::staff::invitations::InvitationText;
use barometer_text::staff::prepare::PrepareText;
use barometer_text::staff::requests::RequestDeskText;
use barometer_text::staff::screen::ProjectorText;
use barometer_text::staff::series::SeriesText;
use barometer_text::staff::votes::NamedVotesText;

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
        BriefText::Standing {
            committed: a,
            by: n,
            missing: b
        },
        BriefText::MoreNeeded(n),
        BriefText::ShareAt(n, "ligeligt"),
        BriefText::MessageShare(a, n, "ligeligt"),
        PhoneText::CodeLength(n),
        PhoneText::MunicipalitiesFound(n),
        PhoneText::LookUps(n, "3. december"),
        PhoneText::Requests(n),
        PhoneText::HowToVote(n),
        PhoneText::ChooseUpTo(n),
        PhoneText::LimitReached(n),
        PhoneText::HaveVoted {
            municipalities: n,
            voted: n,
            present: n
        },
        PhoneText::RowsLeft(n),
        PhoneText::ChosenGoOn(n),
        PhoneText::PlannedFor(n),
        NamedVotesText::SelectAll(n.max(1)),
        NamedVotesText::Shown(n, n),
        NamedVotesText::Devices(n),
        NamedVotesText::RecountBody(n, n, n),
        NamedVotesText::StruckCount(n),
        NamedVotesText::Strike(n),
        NamedVotesText::StrikeAsk(n),
        NamedVotesText::StruckNow(n),
        AnnouncementText::GoOn(n),
        AnnouncementText::FirstOf(n, n),
        SeriesText::Candidates(n),
        SeriesText::Here(n),
        SeriesText::Turnout(n, n, n),
        SeriesText::Support(n, n),
        SeriesText::Rounds(small),
        SeriesText::LookUps(n),
        SeriesText::Place(place, place),
        ConfirmText::CloseBody(n, n),
        ConfirmText::CloseAll(n.max(1)),
        ConsoleText::WithUs(n),
        ConsoleText::InterestedNow(n, n),
        ConsoleText::OfPresent(n, n),
        ConsoleText::ReadyToVote(n),
        ConsoleText::TieAid(n, "2,5", a),
        AfterText::Turnout("1", "2", n),
        AfterText::Struck(n),
        AfterText::ByGap(n),
        PrepareText::Grip("Ønsket", 1, n),
        PrepareText::NowAt("Ønsket", 1, n),
        PrepareText::Added("Ønsket", n),
        PrepareText::Left(n),
        PrepareText::InAll(n, n),
        PrepareText::TooLong(n, n),
        ProjectorText::WithUs(n),
        ProjectorText::PriceAndCommitted(a, n, b),
        ProjectorText::VoteSub(n, n),
        ProjectorText::AreWithUs(n),
        SharedText::Struck(n),
        ProjectorText::MunicipalitiesHaveVoted(n),
        ProjectorText::OfParticipants("1", &figure, n),
        ProjectorText::Headline(CountingRule::Participants, n),
        ProjectorText::Headline(CountingRule::Municipalities, n),
        ProjectorText::FromBarometer(1, n, n),
        ProjectorText::RulesAt(n),
        ProjectorText::WithSoMany(n, a),
        ProjectorText::StillMissing(n, a),
        ProjectorText::FundedBy(n),
        FinancingText::WithAPromise(n),
        FinancingText::Of(n, n),
        FinancingText::PlannedFor(n),
        FinancingText::Minimum(n),
        FinancingText::Promises(n),
        FinancingText::Deciding(n),
        FinancingText::Intending(n),
        FinancingText::Interested(n),
        FinancingText::ShownOf(n, n),
        RequestDeskText::Shown(n, n),
        RequestDeskText::Municipalities(n),
        RequestDeskText::Late(n),
        RequestDeskText::Left(n),
        CommitmentText::Late(n),
        CommitmentText::Pressing(n),
        CommitmentText::NamesWaiting(n),
        CommitmentText::NameWished(n),
        CommitmentText::Shown(n, n),
        CommitmentText::Overdue(n),
        CommitmentText::Carried(n, a, b),
        CommitmentText::NearMiss(n, a, b, a),
        AdmissionText::Rush(n),
        AdmissionText::Crowded(n),
        InvitationText::Count(n),
        InvitationText::TooMany(n),
        InvitationText::Wrong(n),
        InvitationText::HiddenAsk(n),
        InvitationText::AndMore(n),
        InvitationText::Ready(n, n),
        InvitationText::Make(n),
        InvitationText::Made(n),
        ImportText::New(n),
        ImportText::Changed(n),
        ImportText::Same(n),
        ImportText::Wrong(n),
        ImportText::Hidden(n),
        ImportText::LeftOut(n),
        ImportText::HiddenAsk(n),
        ImportText::Twice(n),
        ImportText::Apply(n),
        ImportText::Applied(n, n),
        SharedText::Municipalities(n),
        SharedText::MunicipalitiesSoFar(n),
        SharedText::Votes(n),
        SharedText::MunicipalitiesOf { count: n, of: n },
        SharedText::TooFewMunicipalities(n),
        SharedText::PriceAt {
            count: n,
            amount: a
        },
        SharedText::TopGoOn(n),
        SharingText::NotEnough(n),
        SharingText::AllAlike(n),
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
