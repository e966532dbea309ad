//! The phone in a real browser: its components, and the whole page against a server made of a few lines of script.

#![cfg(target_arch = "wasm32")]

use barometer_app::phone::App;
use barometer_domain::barometer::{BarometerView, Phase, Rules, Turnout};
use barometer_domain::catalogue::{Candidate, Catalogue, Reality, RequestText};
use barometer_domain::financing::{Price, Sharing};
use barometer_domain::ids::{CandidateId, RequestId};
use barometer_domain::money::Money;
use barometer_domain::pick::{Certainty, Pick};
use barometer_domain::tally::CountingRule;
use barometer_domain::view::{AudienceView, ResultRow, ResultView, Screen, Verdict};
use barometer_domain::wire::{Me, Role, WebinarInfo};
use barometer_kit::route::{self, Route};
use barometer_kit::ui::municipality_box::{self, MunicipalityPicker, municipality_box};
use barometer_text::Language;
use gloo_timers::future::TimeoutFuture;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit, NodeList};

#[path = "components/request.rs"]
mod request_page;

wasm_bindgen_test_configure!(run_in_browser);

const CODE: &str = "DEM234";
const CANDIDATES: u16 = 5;
const LIMIT: u8 = 3;

/// Answers fetches from a table, echoes ballots as receipts, and lets a test say what the stream says.
const SERVER: &str = r#"
window.callModule = async (address, name) => (name === "trackers" ? '{"ballot":"b","choices":[]}' : "counted");
window.answers = {};
window.streams = [];
window.fetch = async (address, request) => {
  const method = request?.method ?? "GET";
  if (method === "PUT") {
    const { rev, choices } = JSON.parse(request.body);
    const signature = "s".repeat(86);
    return new Response(JSON.stringify({ ballot: { rev, choices }, received_at: 1000, signature }));
  }
  const body = window.answers[`${method} ${address}`];
  return body === undefined
    ? new Response('{"status":404,"title":"","code":"not_found"}', { status: 404 })
    : new Response(body);
};
window.EventSource = class extends EventTarget {
  constructor() { super(); window.streams.push(this); }
  close() {}
};
window.answer = (question, body) => { window.answers[question] = body; };
window.tell = (kind, data) => {
  for (const stream of window.streams) stream.dispatchEvent(new MessageEvent(kind, { data }));
};
localStorage.clear();
"#;

/// Calls one of the server's two functions above.
fn call(function: &str, first: &str, second: &impl Serialize) {
    let second = serde_json::to_string(second).unwrap();
    let function = js_sys::Reflect::get(&window(), &function.into()).unwrap();
    let function: js_sys::Function = function.unchecked_into();
    function
        .call2(&window(), &first.into(), &second.into())
        .unwrap();
}

struct Page {
    root: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
    }
}

impl Page {
    fn mount<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Self
    where
        UnmountHandle<<V as Render>::State>: 'static,
    {
        barometer_kit::language::switch_to(Language::Danish);
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let mounted = mount_to(root.clone(), view);
        Self {
            root,
            _mounted: Box::new(mounted),
        }
    }

    /// The phone, joined for Aabenraa, with this view on its way.
    async fn phone(view: &AudienceView) -> Self {
        Self::phone_of(&me(), view).await
    }

    /// The phone of this participant.
    async fn phone_of(me: &Me, view: &AudienceView) -> Self {
        js_sys::eval(SERVER).unwrap();
        let root = format!("/api/v1/webinars/{CODE}");
        call("answer", &format!("GET {root}"), &info());
        call("answer", &format!("GET {root}/me"), me);
        call(
            "answer",
            &format!("GET {root}/catalogue/hash"),
            &catalogue(),
        );
        let storage = window().local_storage().unwrap().unwrap();
        storage
            .set_item(&format!("barometer.joined.{CODE}"), "true")
            .unwrap();
        route::navigate(&Route::Phone(CODE.parse().unwrap()));
        let page = Self::mount(App);
        settle().await;
        call("tell", "view", view);
        settle().await;
        page
    }

    fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    fn all(&self, selector: &str) -> NodeList {
        self.root.query_selector_all(selector).unwrap()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        let found = self.all(selector);
        let text = |at| found.get(at).and_then(|node| node.text_content());
        (0..found.length()).filter_map(text).collect()
    }

    fn checkbox(&self, at: u32) -> HtmlInputElement {
        let boxes = self.all("input[type=checkbox]");
        boxes.get(at).unwrap().unchecked_into()
    }

    fn checked(&self) -> u32 {
        self.all("input[type=checkbox]:checked").length()
    }

    async fn tap(&self, at: u32) {
        self.checkbox(at).click();
        settle().await;
    }

    async fn press(&self, selector: &str) {
        let button: HtmlElement = self.all(selector).get(0).unwrap().unchecked_into();
        button.click();
        settle().await;
    }
}

async fn settle() {
    TimeoutFuture::new(60).await;
}

fn info() -> WebinarInfo {
    WebinarInfo {
        code: CODE.parse().unwrap(),
        title: "Webinar".into(),
        date: "2023-09-21".into(),
        starts: "13:00".into(),
        reality: Reality::Demo,
        open: true,
        invited_only: false,
        door_closed: false,
        join_url: String::new(),
        insecure: false,
        fictional: false,
        signing_key: String::new(),
        vendor_key: None,
    }
}

fn me() -> Me {
    Me {
        role: Role::Voter {
            municipality: "0580".parse().unwrap(),
        },
        slot: "s".into(),
        identified: false,
        round: 7,
        ballot: None,
        replaced: false,
        interests: Vec::new(),
        name_wished: Vec::new(),
        pays: Vec::new(),
        committed: Vec::new(),
    }
}

fn catalogue() -> Catalogue {
    let numbers = 1..=CANDIDATES;
    Catalogue {
        title: "Webinar".into(),
        date: "2023-09-21".into(),
        starts: "13:00".into(),
        ends: "14:00".into(),
        reality: Reality::Demo,
        language: Language::Danish,
        fictional: true,
        rules: Rules {
            rule: CountingRule::Municipalities,
            max_choices: LIMIT,
            candidates: CANDIDATES,
        },
        shuffled: false,
        candidates: numbers
            .clone()
            .map(|number| Candidate {
                id: CandidateId(number),
                request: RequestId(number.into()),
            })
            .collect(),
        requests: numbers.map(request).collect(),
    }
}

fn request(number: u16) -> RequestText {
    RequestText {
        id: RequestId(number.into()),
        reference: format!("K{number:02}"),
        title: format!("Ønske {number}"),
        pitch: "Kort fortalt.".into(),
        benefit: "Gevinst.".into(),
        category: "Mobil".into(),
        price: Price::Firm {
            amount: Money::from_kroner(480_000),
        },
        sharing: Sharing::default(),
        minimum: None,
        deadline: None,
        extension: None,
    }
}

fn view(seq: u64, phase: Phase, screen: Screen) -> AudienceView {
    AudienceView {
        epoch: 1,
        seq,
        catalogue: "hash".into(),
        barometer: BarometerView {
            phase,
            turnout: Turnout {
                voted: 27,
                present: 30,
                municipalities: 20,
            },
            ends_at: None,
            counts_from: None,
            round: 7,
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

fn row(candidate: u16, place: u16, municipalities: u32) -> ResultRow {
    ResultRow {
        candidate: CandidateId(candidate),
        place,
        shared: false,
        headline: u64::from(municipalities) * 1000,
        municipalities,
        votes: municipalities + 1,
    }
}

#[wasm_bindgen_test]
async fn the_choice_over_the_limit_is_explained_and_not_taken() {
    let page = Page::phone(&view(1, Phase::Open, Screen::Barometer)).await;
    for at in 0..3 {
        page.tap(at).await;
    }
    assert!(page.text().contains("3 af 3"));
    assert!(!page.text().contains("Du har allerede valgt"));
    page.tap(3).await;
    assert_eq!(page.checked(), 3);
    assert!(!page.checkbox(3).checked());
    assert!(page.text().contains("Du har allerede valgt 3."));
    page.tap(0).await;
    // What was read aloud stays until something else is said.
    let seen = page.texts(".bar");
    assert_eq!(seen.len(), 1);
    assert!(!seen[0].contains("Du har allerede valgt"));
}

#[wasm_bindgen_test]
async fn a_phone_has_an_order_of_its_own_says_so_and_keeps_it() {
    let mut texts = catalogue();
    texts.shuffled = true;
    let me = Me {
        slot: "5f1e".into(),
        ..me()
    };
    let expected: Vec<_> = texts
        .ballot_order(&me.slot)
        .iter()
        .map(|one| format!("{0}. Ønske {0}", one.id.0))
        .collect();
    let titles = |page: &Page| {
        let mut titles = page.texts(".choice b");
        titles.pop(); // none of these stays last
        titles
    };
    let page = Page::phone_of(&me, &view(1, Phase::Open, Screen::Barometer)).await;
    let mut in_order = expected.clone();
    in_order.sort_by_key(|title| title.split('.').next().and_then(|n| n.parse::<u16>().ok()));
    assert_eq!(titles(&page), in_order);
    assert!(!page.text().contains("blandet"));
    assert!(
        !page.text().contains("grove overslag"),
        "these prices are firm"
    );
    let root = format!("/api/v1/webinars/{CODE}");
    call("answer", &format!("GET {root}/catalogue/shuffled"), &texts);
    let mut shuffled = view(2, Phase::Open, Screen::Barometer);
    shuffled.catalogue = "shuffled".into();
    call("tell", "view", &shuffled);
    settle().await;
    assert_ne!(expected, in_order);
    assert_eq!(titles(&page), expected);
    assert!(page.text().contains("Rækkefølgen er blandet"));
    page.tap(1).await;
    assert_eq!(titles(&page), expected);
    barometer_kit::language::switch_to(Language::English);
    settle().await;
    assert_eq!(titles(&page), expected);
    assert!(page.text().contains("an order of its own"));
    assert!(page.checkbox(1).checked());
}

#[wasm_bindgen_test]
async fn none_of_these_excludes_the_others() {
    let page = Page::phone(&view(1, Phase::Open, Screen::Barometer)).await;
    page.tap(0).await;
    page.tap(CANDIDATES.into()).await;
    assert_eq!(page.checked(), 1);
    assert!(page.checkbox(CANDIDATES.into()).checked());
    page.tap(1).await;
    assert_eq!(page.checked(), 1);
    assert!(page.checkbox(1).checked());
}

#[wasm_bindgen_test]
async fn a_live_update_leaves_the_taps_alone() {
    let page = Page::phone(&view(1, Phase::Open, Screen::Welcome)).await;
    page.tap(2).await;
    call("tell", "view", &view(2, Phase::Open, Screen::Blank));
    settle().await;
    assert!(page.checkbox(2).checked());
    assert!(page.text().contains("1 af 3"));
}

#[wasm_bindgen_test]
async fn a_ballot_is_sent_and_its_receipt_shown() {
    let page = Page::phone(&view(1, Phase::Open, Screen::Barometer)).await;
    page.press(".bar .button").await;
    assert!(page.text().contains("Vælg mindst ét ønske"));
    page.tap(0).await;
    page.press(".bar .button").await;
    assert!(page.text().contains("Modtaget"));
    assert!(page.text().contains("Din stemme er sendt"));
    page.tap(1).await;
    assert!(
        page.text()
            .contains("Ikke sendt endnu: din forrige stemme tæller")
    );
}

#[wasm_bindgen_test]
async fn at_the_close_the_phone_sends_what_is_ticked() {
    let page = Page::phone(&view(1, Phase::Open, Screen::Barometer)).await;
    page.tap(0).await;
    call("tell", "view", &view(2, Phase::Closing, Screen::Barometer));
    settle().await;
    call("tell", "view", &view(3, Phase::Closed, Screen::Barometer));
    settle().await;
    assert_eq!(page.texts("h1"), ["Din stemme er modtaget"]);
    assert_eq!(page.texts(".counted li"), ["Ønske 1"]);
}

#[wasm_bindgen_test]
async fn an_untouched_ballot_is_not_a_blank_vote() {
    let page = Page::phone(&view(1, Phase::Open, Screen::Barometer)).await;
    call("tell", "view", &view(2, Phase::Closing, Screen::Barometer));
    settle().await;
    call("tell", "view", &view(3, Phase::Closed, Screen::Barometer));
    settle().await;
    assert_eq!(page.texts("h1"), ["Du nåede ikke at stemme"]);
}

#[wasm_bindgen_test]
async fn the_table_says_what_the_bars_say() {
    let result = ResultView {
        rule: CountingRule::Municipalities,
        total: 5,
        rows: vec![
            row(2, 1, 15),
            row(1, 2, 12),
            row(5, 3, 7),
            row(3, 4, 2),
            row(4, 5, 0),
        ],
        page: 0,
        too_few: false,
        earlier: Vec::new(),
        verdict: Some(Verdict {
            pick: Pick::Clear {
                go_on: vec![CandidateId(2), CandidateId(1)],
            },
            chosen: Vec::new(),
            because: String::new(),
            certainty: Some(Certainty::Settled),
        }),
    };
    let page = Page::phone(&view(1, Phase::Revealed, Screen::Result(result))).await;
    assert_eq!(
        page.texts(".support-figures > span:first-child")[0],
        "15 af 20 kommuner · 16 stemmer"
    );
    let places = page.texts(".support-place");
    let titles = page.texts(".support-title b");
    let cells = page.texts("tbody td");
    let rows: Vec<_> = cells.chunks(3).collect();
    assert_eq!(rows.len(), 5);
    for (at, cells) in rows.iter().enumerate() {
        assert_eq!(cells[0], places[at]);
        let title = page.texts("tbody th")[at].clone();
        assert!(title.starts_with(&titles[at]), "{title}");
        let figures = page.texts(".support-figures > span:first-child")[at].clone();
        let votes = if cells[2] == "1" { "stemme" } else { "stemmer" };
        assert_eq!(
            figures,
            format!("{} af 20 kommuner · {} {votes}", cells[1], cells[2])
        );
    }
    assert_eq!(page.texts("tbody small")[1], "Går videre");
    assert_eq!(page.texts("tbody small")[2], "");
    assert!(page.text().contains("de 2 øverste går videre"));
    assert!(
        page.text()
            .contains("Afgjort: flere stemmer kunne ikke ændre det")
    );
}

#[wasm_bindgen_test]
async fn the_combobox_finds_å_and_aa_and_follows_the_keys() {
    let state = RwSignal::new(MunicipalityPicker::default());
    let on_move = Callback::new(move |step| state.write().apply(step));
    let page = Page::mount(move || move || municipality_box(&state.read(), String::new(), on_move));
    let field: HtmlInputElement = document()
        .get_element_by_id(municipality_box::ID)
        .unwrap()
        .unchecked_into();
    for typed in ["å", "Aa"] {
        field.set_value(typed);
        field
            .dispatch_event(&web_sys::Event::new("input").unwrap())
            .unwrap();
        settle().await;
        assert_eq!(
            page.texts("[role=option]"),
            ["Aabenraa", "Aalborg", "Aarhus"]
        );
    }
    assert_eq!(field.get_attribute("aria-expanded").unwrap(), "true");
    for key in ["ArrowDown", "ArrowDown"] {
        press(&field, key).await;
    }
    let active = field.get_attribute("aria-activedescendant").unwrap();
    let active = document().get_element_by_id(&active).unwrap();
    assert_eq!(active.text_content().unwrap(), "Aalborg");
    press(&field, "Enter").await;
    assert_eq!(field.value(), "Aalborg");
    assert_eq!(field.get_attribute("aria-expanded").unwrap(), "false");
    assert_eq!(page.texts("[role=option]").len(), 0);
}

async fn press(field: &HtmlInputElement, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    field.dispatch_event(&event).unwrap();
    settle().await;
}
