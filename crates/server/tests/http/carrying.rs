//! What the votes can carry: a frame set before the vote opens, found once at the reveal, and told when the result is out.

use axum::http::StatusCode;
use barometer_domain::after::After;
use barometer_domain::carrying::{Carrying, LeftOut, Served, WhyLeftOut};
use barometer_domain::catalogue::Reality;
use barometer_domain::ids::CandidateId;
use barometer_domain::language::Language;
use barometer_domain::municipality;
use barometer_domain::view::Screen;
use serde_json::{Value, json};

use crate::app::{App, Browser, crowd};
use crate::phone_page;

/// Seven that want the first two candidates, then three that want the third.
const MUNICIPALITIES: [&str; 10] = [
    "0101", "0825", "0492", "0665", "0482", "0751", "0741", "0779", "0791", "0615",
];

fn frame(kroner: u32, by: &str) -> Value {
    json!({ "do": "set_frame", "frame": { "amount": kroner * 100, "by": by } })
}

async fn voted(app: &App, presenter: &mut Browser<'_>, voters: usize) {
    presenter.opens().await;
    for (at, code) in MUNICIPALITIES[..voters].iter().enumerate() {
        let choices: &[u16] = if at < 7 { &[1, 2] } else { &[3] };
        app.voter(code).await.votes(choices).await;
    }
}

async fn carrying(app: &App) -> Option<Carrying> {
    let answer = app.browser().get("/carrying").await;
    if answer.status == StatusCode::OK {
        return Some(answer.json());
    }
    assert_eq!(answer.refusal(), (404, "not_found".into()));
    None
}

#[tokio::test]
async fn what_the_votes_can_carry_is_told_with_the_last_row_and_not_before() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.commands(&[frame(40_000, "equal")]).await;
    voted(&app, &mut presenter, 10).await;
    let late = presenter.command(&frame(90_000, "equal")).await;
    assert_eq!(late.refusal(), (409, "not_possible_now".into()));
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    assert_eq!(carrying(&app).await, None);
    let reveal = json!({ "do": "reveal", "automatic": false });
    let first_row = presenter.commands(&[reveal]).await;
    assert_eq!((first_row.carrying_pages, carrying(&app).await), (0, None));
    let all = presenter.commands(&[json!({ "do": "reveal_all" })]).await;
    assert!(all.carrying_pages > 0);

    let found = carrying(&app).await.unwrap();
    assert_eq!(found.carried, [CandidateId(1), CandidateId(2)]);
    assert_eq!(found.served, Some(Served::Exactly { count: 7 }));
    let third = LeftOut {
        candidate: CandidateId(3),
        why: WhyLeftOut::DoesNotReach { behind: 3 },
    };
    assert_eq!((found.left_out[0], found.left_out.len()), (third, 10));

    // Its pages come after those of the result, and before the next stage.
    let mut pages = 0;
    loop {
        let shown = presenter.commands(&[json!({ "do": "next" })]).await;
        let Screen::Result(result) = shown.audience.screen else {
            break;
        };
        pages = result.page;
    }
    assert_eq!(pages, 12_u16.div_ceil(8) + all.carrying_pages - 1);

    // It is on record, with its amount.
    let after: After = app
        .vendor()
        .await
        .get("/vendor/webinars/4K7P2M/after")
        .await
        .json();
    let first = serde_json::to_value(&after.records[0].command).unwrap();
    assert_eq!(first, frame(40_000, "equal"));
}

/// Whatever is asked, by whomever: no municipality's name, code or inhabitants stand beside what can be carried.
#[tokio::test]
async fn what_can_be_carried_names_no_municipality() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.commands(&[frame(40_000, "population")]).await;
    voted(&app, &mut presenter, 10).await;
    presenter.closes_and_reveals().await;
    let told = app.browser().get("/carrying").await;
    let mut database = app.database().await;
    let stored: String = sqlx::query_scalar("SELECT carrying FROM barometers")
        .fetch_one(&mut database)
        .await
        .unwrap();
    for text in [String::from_utf8(told.body).unwrap(), stored] {
        for one in MUNICIPALITIES {
            let one = municipality::by_code(one.parse().unwrap()).unwrap();
            assert!(!text.contains(one.name) && !text.contains(&format!("\"{}\"", one.code)));
            // Frames follow the inhabitants; neither they nor anything that is a part of them is there.
            assert!(!text.contains(&one.population.to_string()), "{text}");
        }
    }
}

#[tokio::test]
async fn without_a_frame_or_with_too_few_there_is_nothing_to_tell() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    voted(&app, &mut presenter, 10).await;
    let revealed = presenter.closes_and_reveals().await;
    assert_eq!((revealed.carrying_pages, carrying(&app).await), (0, None));

    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.commands(&[frame(500_000, "population")]).await;
    voted(&app, &mut presenter, 4).await;
    let revealed = presenter.closes_and_reveals().await;
    assert_eq!((revealed.carrying_pages, carrying(&app).await), (0, None));
}

#[tokio::test]
async fn another_round_is_weighed_anew_within_the_same_frame() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.commands(&[frame(40_000, "equal")]).await;
    voted(&app, &mut presenter, 10).await;
    presenter.closes_and_reveals().await;
    let next = presenter.commands(&[json!({ "do": "next_round" })]).await;
    assert_eq!(carrying(&app).await, None);
    assert!(next.frame.is_some() && !next.can_set_frame);
    let app = app.restart().await;
    let mut presenter = app.presenter().await;
    for code in &MUNICIPALITIES[..5] {
        app.voter(code).await.votes(&[2]).await;
    }
    presenter.closes_and_reveals().await;
    let found = carrying(&app).await.unwrap();
    assert_eq!(found.carried, [CandidateId(2)]);
    assert_eq!((found.municipalities, found.frame), (5, next.frame));
}

#[tokio::test]
async fn a_demo_that_starts_over_forgets_its_frame_and_what_it_carried() {
    let app = App::start_as(Reality::Demo, Some(crowd())).await;
    let mut presenter = app.presenter().await;
    presenter.commands(&[frame(40_000, "equal")]).await;
    voted(&app, &mut presenter, 10).await;
    presenter.closes_and_reveals().await;
    assert!(carrying(&app).await.is_some());
    let over = presenter.commands(&[json!({ "do": "start_over" })]).await;
    assert_eq!((over.frame, over.can_set_frame), (None, true));
    assert_eq!(carrying(&app).await, None);
    for amount in [0, 4_999, 505_000] {
        let refused = presenter.command(&frame(amount, "equal")).await;
        assert_eq!(refused.refusal(), (409, "not_possible_now".into()));
    }
}

#[tokio::test]
async fn others_go_on_only_with_a_reason_that_stands_in_the_log_and_in_the_letter() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.commands(&[frame(40_000, "equal")]).await;
    voted(&app, &mut presenter, 10).await;
    let early = json!({ "do": "override", "candidates": [3], "reason": "Fordi" });
    let refused = presenter.command(&early).await;
    assert_eq!(refused.refusal(), (409, "not_possible_now".into()));
    let revealed = presenter.closes_and_reveals().await;
    assert!(revealed.can_override);

    let without = json!({ "do": "override", "candidates": [1, 3], "reason": " " });
    let refused = presenter.command(&without).await;
    assert_eq!(refused.refusal(), (422, "not_filled_in".into()));
    let nobodys = json!({ "do": "override", "candidates": [4], "reason": "Fordi" });
    assert_eq!(
        presenter.command(&nobodys).await.refusal().1,
        "choice_does_not_fit"
    );

    let reason = "Nr. 3 har en fast pris <nu>";
    let decided = json!({ "do": "override", "candidates": [3, 1], "reason": reason });
    let shown = presenter.commands(&[decided]).await;
    let verdict = shown.result.unwrap().verdict.unwrap();
    assert_eq!(verdict.because, reason);
    assert_eq!(verdict.go_on(), [CandidateId(1), CandidateId(3)]);
    assert!(verdict.is_overridden());
    // How sure the votes are is not said beside a decision of somebody else's; the reason is.
    assert_eq!(verdict.certainty, None);
    phone_page::build(&app);
    let mut observer = app.browser();
    let watches = json!({ "observer": true });
    observer.post("/participants", &watches).await;
    let phone = observer.get("/w/4K7P2M?lang=da").await;
    let phone = String::from_utf8(phone.body).unwrap();
    assert!(
        phone.contains("Begrundelse: Nr. 3 har en fast pris &lt;nu&gt;"),
        "{phone}"
    );
    assert!(!phone.contains("Afgjort") && !phone.contains("Tæt løb"));
    // What the votes point to stays beside it, and so does what they can carry.
    assert_eq!(verdict.pick.by_rule(), [CandidateId(1), CandidateId(2)]);
    assert!(carrying(&app).await.is_some());

    let mut vendor = app.vendor().await;
    let path = "/vendor/webinars/4K7P2M/after";
    let after: After = vendor.get(path).await.json();
    assert_eq!(after.presenters_reason(), Some(reason));
    let log = after.records.last().unwrap();
    let log = barometer_text::staff::after::step(&log.command, Language::Danish);
    assert_eq!(
        log,
        format!("Oplægsholderen besluttede, at nr. 1 og 3 går videre. Begrundelse: {reason}")
    );
    let letter = barometer_text::letter::draft(&after, "stem.test");
    assert!(letter.contains(reason), "{letter}");
    let save = json!({ "edition": 0, "led_to": "", "decisions": [],
        "publishing": { "publish": { "letter": letter } } });
    let saved = vendor.put(path, &save).await;
    assert_eq!(saved.status, StatusCode::OK);
    let page = app.browser().get("/w/4K7P2M/after").await;
    let page = String::from_utf8(page.body).unwrap();
    let escaped = "Nr. 3 har en fast pris &lt;nu&gt;";
    assert_eq!(
        page.matches(escaped).count(),
        2,
        "in the letter, and in the log below it"
    );

    let again = json!({ "do": "override", "candidates": [], "reason": "De trak sig" });
    let shown = presenter.commands(&[again]).await;
    let verdict = shown.result.unwrap().verdict.unwrap();
    assert!(!verdict.is_overridden() && verdict.certainty.is_some());
    let after: After = vendor.get(path).await.json();
    assert_eq!(after.presenters_reason(), None);
}

#[tokio::test]
async fn a_tie_is_decided_only_with_a_reason_that_everybody_can_read() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    // 1 has three, and 2, 3 and 4 have two each.
    let votes: [&[u16]; 6] = [&[1, 2], &[1, 3], &[1, 4], &[2], &[3], &[4]];
    let codes = ["0101", "0825", "0492", "0665", "0482", "0751"];
    for (code, choices) in codes.iter().zip(votes) {
        app.voter(code).await.votes(choices).await;
    }
    presenter.closes_and_reveals().await;
    let without = json!({ "do": "choose", "candidates": [1, 3] });
    let refused = presenter.command(&without).await;
    assert_eq!(refused.refusal(), (422, "not_filled_in".into()));
    let reason = "Nr. 3 koster mindst pr. kommune";
    let chosen = json!({ "do": "choose", "candidates": [1, 3], "reason": reason });
    let shown = presenter.commands(&[chosen]).await;
    let Screen::Result(result) = &shown.audience.screen else {
        panic!("{:?}", shown.audience.screen)
    };
    let verdict = result.verdict.as_ref().unwrap();
    assert_eq!(verdict.because, reason, "on phones and projector");
    assert!(!verdict.is_overridden());

    let mut vendor = app.vendor().await;
    let path = "/vendor/webinars/4K7P2M/after";
    let after: After = vendor.get(path).await.json();
    assert_eq!(after.presenters_reason(), Some(reason));
    let log = after.records.last().unwrap();
    let log = barometer_text::staff::after::step(&log.command, Language::Danish);
    assert_eq!(
        log,
        format!("Oplægsholderen valgte, hvem der går videre. Begrundelse: {reason}")
    );
    let letter = barometer_text::letter::draft(&after, "stem.test");
    assert!(
        letter.contains(&format!("valgte mellem dem, fordi: {reason}.")),
        "{letter}"
    );
    let save = json!({ "edition": 0, "led_to": "", "decisions": [],
        "publishing": { "publish": { "letter": letter } } });
    assert_eq!(vendor.put(path, &save).await.status, StatusCode::OK);
    let page = app.browser().get("/w/4K7P2M/after").await;
    let page = String::from_utf8(page.body).unwrap();
    assert_eq!(
        page.matches(reason).count(),
        2,
        "in the letter, and below it"
    );
}
