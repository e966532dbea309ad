//! One request on the phone: the own share beside the other rules, and "Vi vil gerne være med" with or without a name.

use barometer_domain::ballot::{Ballot, Cast};
use barometer_domain::financing::{SharingRule, Sums};
use barometer_domain::view::{FinancingPage, FinancingRow, RequestView};
use barometer_domain::wire::OwnPayment;

use super::*;

const INTERESTS: &str = "POST /api/v1/webinars/DEM234/interests";

/// The first request of 480.000 kr., drilled into, with nobody on the way.
fn drilled() -> AudienceView {
    let price = Money::from_kroner(480_000);
    let financing = FinancingRow {
        request: RequestId(1),
        sums: Sums::default(),
        shortfall: price,
        funded: false,
        missing: None,
    };
    let screen = Screen::Request(RequestView {
        financing,
        shared_by: 10,
        compared: false,
        result: None,
    });
    view(1, Phase::Draft, screen)
}

/// The phone of this participant at the first request, whose price is shared so.
async fn at_request(me: &Me, sharing: Sharing) -> Page {
    let page = Page::phone_of(me, &view(0, Phase::Draft, Screen::Welcome)).await;
    let mut texts = catalogue();
    texts.requests[0].sharing = sharing;
    let root = format!("GET /api/v1/webinars/{CODE}");
    call("answer", &format!("{root}/catalogue/other"), &texts);
    let drilled = AudienceView {
        catalogue: "other".into(),
        ..drilled()
    };
    call("tell", "view", &drilled);
    settle().await;
    page
}

async fn slide(page: &Page, count: u32) {
    let slider: HtmlInputElement = page.all(".slider").get(0).unwrap().unchecked_into();
    slider.set_value(&count.to_string());
    let event = web_sys::Event::new("input").unwrap();
    slider.dispatch_event(&event).unwrap();
    settle().await;
}

fn named(interests: &[u32], named: &[u32]) -> Me {
    let ids = |numbers: &[u32]| numbers.iter().copied().map(RequestId).collect();
    Me {
        interests: ids(interests),
        name_wished: ids(named),
        ..me()
    }
}

#[wasm_bindgen_test]
async fn the_own_share_by_each_rule_follows_the_slider() {
    let page = at_request(&me(), Sharing::default()).await;
    slide(&page, 20).await;
    assert_eq!(page.texts(".card .big"), ["24.000\u{a0}kr."]);
    assert!(
        page.text()
            .contains("Hvis 20 kommuner er med, og prisen fordeles ligeligt.")
    );
    assert_eq!(page.texts(".shares td").len(), 5);
    assert_eq!(page.texts(".shares .agreed td"), ["24.000\u{a0}kr."]);
    assert!(page.text().contains("med 59.000 indbyggere"));
    let before = page.texts(".shares td");
    slide(&page, 40).await;
    assert_eq!(page.texts(".card .big"), ["12.000\u{a0}kr."]);
    assert!(
        page.texts(".shares td")
            .iter()
            .zip(&before)
            .all(|(now, before)| now != before)
    );
}

/// The presenter's number is the phone's, until the phone's own is moved, and again once the presenter goes on.
#[wasm_bindgen_test]
async fn phone_and_projector_share_by_the_same_number() {
    let page = at_request(&me(), Sharing::default()).await;
    assert_eq!(page.texts(".card .big"), ["48.000\u{a0}kr."]);
    slide(&page, 20).await;
    assert_eq!(page.texts(".card .big"), ["24.000\u{a0}kr."]);
    let mut supposed = AudienceView {
        catalogue: "other".into(),
        seq: 2,
        ..drilled()
    };
    if let Screen::Request(request) = &mut supposed.screen {
        request.shared_by = 12;
    }
    call("tell", "view", &supposed);
    settle().await;
    assert_eq!(page.texts(".card .big"), ["40.000\u{a0}kr."]);
    slide(&page, 1).await;
    assert_eq!(page.texts(".shares td").len(), 0);
    assert!(page.text().contains("betaler den det hele"));
}

#[wasm_bindgen_test]
async fn a_price_shared_by_population_has_a_slider_too_and_its_rule_is_marked() {
    let page = at_request(&me(), Sharing::by(SharingRule::Population)).await;
    slide(&page, 10).await;
    assert_eq!(page.texts(".card .big"), page.texts(".shares .agreed td"));
    let marked = page.texts(".shares .agreed th");
    assert!(marked[0].contains("efter indbyggertal") && marked[0].contains("gælder her"));
}

#[wasm_bindgen_test]
async fn caps_that_do_not_reach_the_price_are_said_in_words() {
    let capped = Sharing {
        cap: Some(Money::from_kroner(24_000)),
        ..Sharing::default()
    };
    let page = at_request(&me(), capped).await;
    slide(&page, 19).await;
    assert!(
        page.text()
            .contains("Med 19 kommuner rækker beløbene ikke til prisen.")
    );
    assert_eq!(page.texts(".shares td").len(), 4);
    slide(&page, 20).await;
    assert_eq!(page.texts(".card .big"), ["24.000\u{a0}kr."]);
}

#[wasm_bindgen_test]
async fn who_only_watches_sees_what_each_pays_and_no_share() {
    let observer = Me {
        role: Role::Observer,
        ..me()
    };
    let page = at_request(&observer, Sharing::default()).await;
    slide(&page, 20).await;
    assert!(page.text().contains("Hvis 20 kommuner går sammen"));
    assert!(page.text().contains("24.000\u{a0}kr. pr. kommune"));
    assert_eq!(page.texts(".shares, .card .big").len(), 0);
    let page = at_request(&observer, Sharing::by(SharingRule::Population)).await;
    slide(&page, 20).await;
    assert!(page.text().contains("24.000\u{a0}kr. for en gennemsnitlig"));
    assert!(page.text().contains("Prisen fordeles efter indbyggertal"));
}

#[wasm_bindgen_test]
async fn the_wish_for_the_name_is_said_to_be_noted_only_once_the_server_has_it() {
    let page = at_request(&me(), Sharing::default()).await;
    call("answer", INTERESTS, &named(&[1], &[]));
    page.press(".bar .primary").await;
    assert!(page.text().contains("I er noteret som interesserede."));
    assert!(page.text().contains("Du har ikke bedt om"));
    assert!(!page.checkbox(0).checked());
    call("answer", INTERESTS, &"no participant");
    page.tap(0).await;
    assert!(page.checkbox(0).checked(), "the choice is kept");
    assert!(page.text().contains("Dit valg er ikke gemt endnu."));
    call("answer", INTERESTS, &named(&[1], &[1]));
    page.press(".notice .link-button").await;
    assert!(page.checkbox(0).checked());
    assert!(
        page.text()
            .contains("Navnet vises først, når leverandøren har bekræftet")
    );
    call("answer", INTERESTS, &named(&[1], &[]));
    page.tap(0).await;
    assert!(!page.checkbox(0).checked());
    assert!(page.text().contains("Du har ikke bedt om"));
}

#[wasm_bindgen_test]
async fn who_wished_to_be_named_finds_it_ticked() {
    let page = at_request(&named(&[1, 2], &[1]), Sharing::default()).await;
    assert!(page.checkbox(0).checked());
    assert!(
        page.text()
            .contains("Navnet vises først, når leverandøren har bekræftet")
    );
}

#[wasm_bindgen_test]
async fn a_payer_of_a_covered_request_sees_what_it_really_pays() {
    let payer = Me {
        pays: vec![OwnPayment {
            request: RequestId(1),
            share: Money::from_ore(4_285_714),
        }],
        ..me()
    };
    let page = at_request(&payer, Sharing::default()).await;
    assert_eq!(page.texts(".card .big"), ["42.857,14\u{a0}kr."]);
    assert_eq!(page.texts(".slider, .shares").len(), 0);
}

#[wasm_bindgen_test]
async fn who_has_committed_is_told_so_and_not_asked_again() {
    let payer = Me {
        committed: vec![RequestId(1)],
        ..named(&[1], &[])
    };
    let page = at_request(&payer, Sharing::default()).await;
    assert_eq!(page.texts(".bar .notice"), ["I har givet tilsagn."]);
    assert!(!page.text().contains("noteret som interesserede"));
    assert_eq!(page.texts(".bar .primary, .bar .link-button").len(), 0);
    assert!(page.text().contains("Jeg skal have det med hjem"));
}

#[wasm_bindgen_test]
async fn a_candidate_shows_what_is_known_of_it_and_nothing_empty() {
    let page = Page::phone(&view(0, Phase::Draft, Screen::Welcome)).await;
    let mut texts = catalogue();
    let kroner = Money::from_kroner;
    texts.requests[0].benefit.clear();
    texts.requests[1].price = Price::Estimate {
        low: kroner(1),
        likely: kroner(2),
        high: kroner(3),
    };
    texts.requests[2].price = Price::NotAssessed;
    let root = format!("GET /api/v1/webinars/{CODE}");
    call("answer", &format!("{root}/catalogue/other"), &texts);
    for (number, gain, untreated) in [(1, false, false), (2, true, true), (3, true, false)] {
        let screen = Screen::Candidate {
            candidate: CandidateId(number),
        };
        let shown = AudienceView {
            catalogue: "other".into(),
            ..view(number.into(), Phase::Draft, screen)
        };
        let text = shows(&page, &shown).await;
        assert!(text.contains(&format!("Ønske {number}")), "{text}");
        assert_eq!(text.contains("Gevinst"), gain, "{number}");
        assert_eq!(
            text.contains("ikke grundigt behandlet"),
            untreated,
            "{number}"
        );
        assert!(page.texts("dd").iter().all(|said| !said.is_empty()));
    }
}

#[wasm_bindgen_test]
async fn what_the_person_voted_for_is_marked_on_that_phone() {
    let voter = Me {
        ballot: Some(Cast {
            rev: 1,
            choices: Ballot::of([CandidateId(2)]),
        }),
        ..me()
    };
    let list = || {
        Screen::Financing(FinancingPage {
            page: 0,
            pages: 1,
            rows: Vec::new(),
        })
    };
    let page = Page::phone_of(&voter, &view(0, Phase::Closed, Screen::Welcome)).await;
    shows(&page, &last_stages(1, list())).await;
    let cards = page.texts(".card.request");
    let marked: Vec<bool> = cards
        .iter()
        .map(|card| card.contains("Du stemte på denne"))
        .collect();
    assert_eq!(marked, [false, true]);
    let page = Page::phone_of(&me(), &view(0, Phase::Closed, Screen::Welcome)).await;
    let text = shows(&page, &last_stages(1, list())).await;
    assert!(!text.contains("Du stemte på denne"));
}

/// The first request, which goes on, and the second, which is under way.
fn last_stages(seq: u64, screen: Screen) -> AudienceView {
    let row = |number| FinancingRow {
        request: RequestId(number),
        sums: Sums::default(),
        shortfall: Money::from_kroner(480_000),
        funded: false,
        missing: Some(10),
    };
    AudienceView {
        requests: vec![row(1), row(2)],
        final_result: None,
        pinned: None,
        ..view(seq, Phase::Revealed, screen)
    }
}

async fn shows(page: &Page, view: &AudienceView) -> String {
    call("tell", "view", view);
    settle().await;
    page.text()
}

#[wasm_bindgen_test]
async fn every_request_opens_on_the_phone_whatever_the_projector_shows() {
    let page = Page::phone_of(&me(), &view(0, Phase::Draft, Screen::Welcome)).await;
    let list = Screen::Financing(FinancingPage {
        page: 0,
        pages: 1,
        rows: Vec::new(),
    });
    shows(&page, &last_stages(1, list)).await;
    assert_eq!(page.texts(".card.request").len(), 2);
    assert!(page.text().contains("Hvis 10 kommuner går sammen: 48.000"));
    page.press(".card-way").await;
    assert_eq!(page.texts(".card .big"), ["48.000\u{a0}kr."]);
    assert!(page.text().contains("Jeg skal have det med hjem"));
    call("answer", INTERESTS, &named(&[1], &[]));
    page.press(".bar .primary").await;
    assert!(page.text().contains("I er noteret som interesserede."));
    call("answer", INTERESTS, &me());
    page.press(".notice .link-button").await;
    let notices = page.texts(".notice").concat();
    assert!(!notices.contains("I er noteret som interesserede."));
    // The presenter drills into the other one; the person stays, and goes back to all of them.
    let drilled = RequestView {
        financing: last_stages(0, Screen::Blank).requests[1],
        shared_by: 10,
        compared: false,
        result: None,
    };
    shows(&page, &last_stages(2, Screen::Request(drilled))).await;
    assert_eq!(page.texts("h1"), ["Ønske 1"]);
    page.press(".stage-head .link-button").await;
    assert_eq!(page.texts(".card.request").len(), 2);
    // Thanks is said to everyone, and opens them too.
    let thanks = Screen::Thanks {
        go_on: vec![RequestId(1)],
    };
    shows(&page, &last_stages(3, thanks)).await;
    assert!(page.text().contains("Det går videre") && page.text().contains("Igangværende ønsker"));
    page.press(".card-way").await;
    assert_eq!(page.texts("h1"), ["Ønske 1"]);
    // Elsewhere the phone follows.
    shows(&page, &view(4, Phase::Revealed, Screen::Welcome)).await;
    assert_eq!(page.texts(".card-way").len(), 0);
}
