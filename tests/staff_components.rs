//! The projector's picture in a real browser: what each view shows, and what it never shows.
#![cfg(target_arch = "wasm32")]

use std::sync::Arc;

use barometer_app::stage::projector::{Projection, ProjectorState};
use barometer_domain::barometer::{BarometerView, Phase, Rules, Turnout};
use barometer_domain::catalogue::{Candidate, Catalogue, Reality, RequestText};
use barometer_domain::financing::{Price, Sharing, StateSum, Sums};
use barometer_domain::ids::{CandidateId, RequestId};
use barometer_domain::money::Money;
use barometer_domain::pick::{Certainty, Pick};
use barometer_domain::tally::CountingRule;
use barometer_domain::view::{
    AudienceView, FinancingRow, RequestView, ResultRow, ResultView, Screen, Verdict,
};
use barometer_kit::language;
use barometer_text::Language;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

wasm_bindgen_test_configure!(run_in_browser);

const CANDIDATES: u16 = 10;

fn catalogue() -> Catalogue {
    let text = |number: u16| RequestText {
        id: RequestId(number.into()),
        reference: format!("K{number:02}"),
        title: format!("Ønske {number}"),
        pitch: "Elevatortale".into(),
        benefit: "Gevinst".into(),
        category: "Mobil".into(),
        price: Price::Firm {
            amount: Money::from_kroner(100_000),
        },
        sharing: Sharing::default(),
        minimum: None,
        deadline: None,
        extension: None,
    };
    Catalogue {
        title: "Webinar".into(),
        date: "2023-09-21".into(),
        starts: "13:00".into(),
        ends: "14:00".into(),
        reality: Reality::Real,
        language: Language::Danish,
        fictional: true,
        rules: Rules {
            rule: CountingRule::Municipalities,
            max_choices: 3,
            candidates: CANDIDATES,
        },
        shuffled: true,
        candidates: (1..=CANDIDATES)
            .map(|n| Candidate {
                id: CandidateId(n),
                request: RequestId(n.into()),
            })
            .collect(),
        requests: (1..=CANDIDATES).map(text).collect(),
    }
}

fn view(phase: Phase, screen: Screen) -> AudienceView {
    AudienceView {
        epoch: 1,
        seq: 1,
        catalogue: "abc".into(),
        barometer: BarometerView {
            phase,
            turnout: Turnout {
                voted: 71,
                present: 84,
                municipalities: 20,
            },
            ends_at: None,
            counts_from: None,
            round: 1,
            ..BarometerView::default()
        },
        language: Language::Danish,
        since: 0,
        timebox: None,
        tie_open: false,
        door_closed: false,
        ended: false,
        look_ups: 0,
        log_broken: false,
        root: None,
        requests: Vec::new(),
        final_result: None,
        pinned: None,
        screen,
    }
}

/// The result with the last `out` rows out, on the page of the newest.
fn result(out: u16, verdict: Option<Verdict>) -> Screen {
    let row = |place: u16| ResultRow {
        candidate: CandidateId(place),
        place,
        shared: false,
        headline: u64::from(CANDIDATES - place) * 1000,
        municipalities: u32::from(CANDIDATES - place),
        votes: 12,
    };
    Screen::Result(ResultView {
        rule: CountingRule::Municipalities,
        total: CANDIDATES,
        rows: (CANDIDATES - out + 1..=CANDIDATES).map(row).collect(),
        page: u16::from(out <= 2),
        too_few: false,
        earlier: Vec::new(),
        verdict,
    })
}

struct Mounted {
    root: HtmlElement,
    view: RwSignal<Option<Arc<AudienceView>>>,
    _handle: Box<dyn std::any::Any>,
}

impl Mounted {
    async fn show(&self, view: AudienceView) {
        self.view.set(Some(Arc::new(view)));
        tick().await;
    }

    fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }
}

async fn mounted(first: AudienceView) -> Mounted {
    language::switch_to(Language::Danish);
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    let view = RwSignal::new(Some(Arc::new(first)));
    let handle = mount_to(root.clone(), move || {
        let showing = ProjectorState {
            view: view.into(),
            catalogue: Signal::stored(Some(Arc::new(catalogue()))),
            carrying: Signal::stored(None),
            info: Signal::stored(None),
            now: Signal::stored(0),
            code: StoredValue::new("DEM234".parse().unwrap()),
        };
        view! { <Projection showing=showing /> }
    });
    tick().await;
    Mounted {
        root,
        view,
        _handle: Box::new(handle),
    }
}

#[wasm_bindgen_test]
async fn the_code_stays_visible_until_nobody_can_join() {
    let page = mounted(view(Phase::Draft, Screen::Welcome)).await;
    assert!(page.text().contains("DEM 234"));
    assert!(page.text().contains("Opdigtede eksempeldata"));
    let mut ended = view(Phase::Revealed, Screen::Thanks { go_on: Vec::new() });
    ended.ended = true;
    page.show(ended).await;
    assert!(!page.text().contains("DEM 234"));
}

#[wasm_bindgen_test]
async fn an_open_vote_shows_turnout_and_nothing_else() {
    let page = mounted(view(Phase::Open, Screen::Barometer)).await;
    assert!(page.text().contains("71 af 84 har stemt"));
    assert!(page.text().contains("20 kommuner"));
    assert!(!page.text().contains("Ønske"));
    page.show(view(Phase::Closed, Screen::Barometer)).await;
    assert!(page.text().contains("Afstemningen er lukket"));
}

#[wasm_bindgen_test]
async fn places_stand_still_while_rows_come_out() {
    let page = mounted(view(Phase::Revealed, result(4, None))).await;
    assert_eq!((page.count(".place"), page.count(".place.waiting")), (8, 6));
    let bars = page.root.query_selector_all(".place .bar").unwrap();
    let first = bars.item(0).unwrap();
    page.show(view(Phase::Revealed, result(5, None))).await;
    assert_eq!((page.count(".place"), page.count(".place.waiting")), (8, 5));
    assert!(first.is_connected(), "a row that is out is not drawn again");
    assert_eq!(page.count(".cut"), 0, "no line before every row is out");
}

#[wasm_bindgen_test]
async fn the_line_says_who_goes_on() {
    let verdict = Verdict {
        pick: Pick::Clear {
            go_on: vec![CandidateId(1), CandidateId(2), CandidateId(3)],
        },
        chosen: Vec::new(),
        because: String::new(),
        certainty: Some(Certainty::Settled),
    };
    let page = mounted(view(Phase::Revealed, result(CANDIDATES, Some(verdict)))).await;
    assert!(page.text().contains("de 3 øverste går videre"));
    assert!(
        page.text()
            .contains("Afgjort: flere stemmer kunne ikke ændre det")
    );
    assert!(page.text().contains("71 af 84 deltagere"));
    assert_eq!(page.count(".place.ahead"), 3);
}

/// A request of 100.000 kr. to which five municipalities have promised so much, and so many are missing.
fn request(kroner: i64, missing: u32, shared_by: u32) -> Screen {
    let committed = StateSum {
        count: 5,
        amount: Money::from_kroner(kroner),
    };
    Screen::Request(RequestView {
        financing: FinancingRow {
            request: RequestId(1),
            sums: Sums {
                committed,
                ..Sums::default()
            },
            shortfall: Money::from_kroner(100_000 - kroner),
            funded: kroner == 100_000 && missing == 0,
            missing: Some(missing).filter(|missing| *missing > 0),
        },
        shared_by,
        compared: false,
        result: None,
    })
}

#[wasm_bindgen_test]
async fn a_fully_funded_request_is_celebrated() {
    let page = mounted(view(Phase::Revealed, request(60_000, 0, 10))).await;
    assert!(page.text().contains("Mangler tilsagn 40.000"));
    assert_eq!(page.count(".celebration"), 0);
    page.show(view(Phase::Revealed, request(100_000, 2, 10)))
        .await;
    assert!(page.text().contains("Der mangler 2 kommuner"));
    assert_eq!(page.count(".celebration"), 0);
    page.show(view(Phase::Revealed, request(100_000, 0, 10)))
        .await;
    assert!(page.text().contains("5 kommuner er gået sammen."));
    assert_eq!(page.count(".celebration"), 1);
}

#[wasm_bindgen_test]
async fn the_rules_take_the_place_of_the_curve() {
    let mut screen = request(50_000, 0, 10);
    let page = mounted(view(Phase::Revealed, screen.clone())).await;
    assert_eq!((page.count(".price-curve"), page.count(".rules")), (1, 0));
    if let Screen::Request(request) = &mut screen {
        request.compared = true;
    }
    page.show(view(Phase::Revealed, screen)).await;
    assert_eq!((page.count(".price-curve"), page.count(".rules")), (0, 1));
    assert_eq!(page.count(".rules tbody tr"), 5);
    assert!(page.text().contains("når 10 kommuner deler"));
    // One alone pays it all, whatever the rule: that is a sentence, not a table of one figure.
    let mut alone = request(50_000, 0, 1);
    if let Screen::Request(request) = &mut alone {
        request.compared = true;
    }
    page.show(view(Phase::Revealed, alone)).await;
    assert_eq!((page.count(".price-curve"), page.count(".rules")), (0, 0));
    assert!(page.text().contains("betaler den det hele"));
}

#[wasm_bindgen_test]
async fn what_if_begins_at_the_planned_number_and_says_what_one_more_changes() {
    let page = mounted(view(Phase::Revealed, request(50_000, 5, 10))).await;
    assert_eq!(page.count(".point"), 2);
    assert!(page.text().contains("Der mangler 5 kommuner og 50.000"));
    assert!(page.text().contains("10 kommuner: 10.000"));
    // 100.000 by 11 is shown as 9.091, by 9 as 11.112.
    assert!(page.text().contains("Én mere sparer hver 909"));
    assert!(page.text().contains("Én færre koster hver 1.112"));
    page.show(view(Phase::Revealed, request(50_000, 5, 11)))
        .await;
    assert!(page.text().contains("11 kommuner: 9.091"));
    assert!(!page.text().contains("Der mangler 5 kommuner"));
}

#[wasm_bindgen_test]
async fn a_blank_screen_is_blank() {
    let page = mounted(view(Phase::Open, Screen::Blank)).await;
    assert_eq!(page.count("footer"), 0);
    assert_eq!(page.count(".slide"), 0);
}
