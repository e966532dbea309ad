//! The page of financing in a real browser: what a portfolio shows, and what it never shows.
#![cfg(target_arch = "wasm32")]

use std::sync::Arc;

use barometer_domain::financing::portfolio::{
    Movement, Named, Portfolio, PortfolioRow, RegionCount,
};
use barometer_domain::financing::{
    CommitmentState, Extension, Price, RequestState, Sharing, StateSum, Sums, Terms,
};
use barometer_domain::ids::RequestId;
use barometer_domain::money::Money;
use barometer_finance::page_state::PortfolioPage;
use barometer_finance::portfolio_page::PortfolioSheet;
use barometer_finance::query::PortfolioQuery;
use barometer_kit::language;
use barometer_text::Language;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

wasm_bindgen_test_configure!(run_in_browser);

fn sum(count: u32, kroner: i64) -> StateSum {
    StateSum {
        count,
        amount: Money::from_kroner(kroner),
    }
}

fn row(number: u32, state: RequestState, kroner: i64, promised: (u32, i64)) -> PortfolioRow {
    let price = Money::from_kroner(kroner);
    let sums = Sums {
        committed: sum(promised.0, promised.1),
        under_decision: sum(2, 48_000),
        interested: sum(1, 0),
        ..Sums::default()
    };
    PortfolioRow {
        request: RequestId(number),
        reference: format!("I{number:02}"),
        title: format!("Ønske {number}"),
        category: "Mobil".into(),
        state,
        terms: Terms {
            price: Price::Firm { amount: price },
            sharing: Sharing {
                planned_for: Some(10),
                ..Sharing::default()
            },
            minimum: Some(8),
            deadline: "2023-12-01".parse().ok(),
            extension: Some(Extension {
                from: "2023-11-01".parse().unwrap(),
                reason: "To udvalg mødes i november".into(),
            }),
        },
        national: number == 2,
        folder: "6. Generelt / 2. Ændringsønsker".into(),
        portal: String::new(),
        shortfall: sums.shortfall(price),
        missing: Some(5),
        overdue: false,
        movement: (number == 2).then(|| Movement {
            amount: Money::from_kroner(-24_000),
            municipalities: -1,
        }),
        changed_at: 1_690_000_000_000,
        regions: vec![RegionCount {
            region: "Midtjylland".into(),
            committed: promised.0,
            on_the_way: 3,
        }],
        comments: 0,
        initiatives: vec![],
        named: vec![Named {
            municipality: "0791".parse().unwrap(),
            state: CommitmentState::Committed,
        }],
        sums,
    }
}

fn portfolio() -> Portfolio {
    Portfolio {
        epoch: 1,
        seq: 1,
        fictional: true,
        as_of: None,
        since: "2023-06-01".parse().ok(),
        changed_at: Some(1_690_000_000_000),
        municipalities: 9,
        has_forum: false,
        rows: vec![
            row(1, RequestState::FullyFunded, 150_000, (6, 150_000)),
            row(2, RequestState::Gathering, 240_000, (5, 120_000)),
        ],
    }
}

struct Mounted {
    root: HtmlElement,
    sheet: PortfolioPage,
    portfolio: RwSignal<Option<Arc<Portfolio>>>,
    _handle: Box<dyn std::any::Any>,
}

impl Mounted {
    fn text(&self) -> String {
        let text = self.root.text_content().unwrap_or_default();
        text.replace('\u{a0}', " ")
    }

    fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    fn element(&self, selector: &str) -> HtmlElement {
        let found = self.root.query_selector(selector).unwrap();
        found.expect(selector).unchecked_into()
    }

    async fn press(&self, selector: &str) {
        self.element(selector).click();
        tick().await;
    }

    async fn point(&self, selector: &str) {
        let click = web_sys::Event::new("click").unwrap();
        self.element(selector).dispatch_event(&click).unwrap();
        tick().await;
    }

    async fn look(&self, change: impl FnOnce(&mut PortfolioQuery)) {
        self.sheet.change(change);
        tick().await;
    }
}

async fn mounted(first: Option<Portfolio>) -> Mounted {
    language::switch_to(Language::Danish);
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    let portfolio = RwSignal::new(first.map(Arc::new));
    let sheet = PortfolioPage::new(PortfolioQuery::default());
    let handle = mount_to(root.clone(), move || {
        let waiting = || view! { <p>"Venter"</p> };
        view! { <PortfolioSheet page=sheet portfolio=portfolio waiting=waiting /> }
    });
    tick().await;
    Mounted {
        root,
        sheet,
        portfolio,
        _handle: Box::new(handle),
    }
}

#[wasm_bindgen_test]
async fn the_figures_are_of_all_requests_whatever_is_filtered() {
    let page = mounted(Some(portfolio())).await;
    let figures = ["390.000 kr.", "270.000 kr.", "9", "1 af 2", "−24.000 kr."];
    page.look(|look| look.typed = "Ønske 2".into()).await;
    for figure in figures {
        let shown = page.element("dl").text_content().unwrap_or_default();
        assert!(
            shown.replace('\u{a0}', " ").contains(figure),
            "{figure}: {shown}"
        );
    }
    assert!(page.text().contains("Viser 1 af 2 ønsker"));
    assert!(page.text().contains("Opdigtede eksempeldata"));
    assert!(
        page.text()
            .contains("6. Generelt / 2. Ændringsønsker · opdateret")
    );
}

#[wasm_bindgen_test]
async fn a_row_says_in_words_what_its_colours_say() {
    let page = mounted(Some(portfolio())).await;
    let row = page.element("tbody tr:nth-child(2)");
    let row = row
        .text_content()
        .unwrap_or_default()
        .replace('\u{a0}', " ");
    for words in [
        "Ligeligt, 10 kommuner, 24.000 kr. pr. kommune, mindst 8",
        "Nationalt initiativ",
        "5 tilsagn",
        "2 til beslutning",
        "1 interesseret",
        "−24.000 kr., −1 kommune",
        "5 kommuner",
        "120.000 kr.",
        "1. december 2023",
        "forlænget fra 1. november 2023: To udvalg mødes i november",
    ] {
        assert!(row.contains(words), "{words}: {row}");
    }
}

#[wasm_bindgen_test]
async fn only_a_funded_request_is_called_fully_funded_and_asks_for_nothing_more() {
    let page = mounted(Some(portfolio())).await;
    assert_eq!(page.count(".funded"), 1);
    assert_eq!(page.count(".meter.full"), 1);
    let funded = page.element("tbody tr:first-child .deadline .none");
    assert_eq!(funded.text_content().as_deref(), Some("–"));
}

#[wasm_bindgen_test]
async fn a_press_on_a_heading_sorts_and_says_so() {
    let page = mounted(Some(portfolio())).await;
    let first = || page.element("tbody tr .title").text_content();
    assert_eq!(first().as_deref(), Some("Ønske 1"));
    page.press("th:nth-child(2) .sort").await;
    page.press("th:nth-child(2) .sort").await;
    assert_eq!(first().as_deref(), Some("Ønske 2"));
    let sorted = page.element("th:nth-child(2)").get_attribute("aria-sort");
    assert_eq!(sorted.as_deref(), Some("descending"));
    assert_eq!(page.count("[aria-sort='none']"), 4);
}

#[wasm_bindgen_test]
async fn what_fits_nothing_says_so_and_leads_back() {
    let page = mounted(Some(portfolio())).await;
    page.look(|look| look.typed = "fax".into()).await;
    assert_eq!(page.count("tbody tr"), 0);
    assert!(page.text().contains("Ingen ændringsønsker passer"));
    page.press(".list-nothing .link-button").await;
    assert_eq!(page.count("tbody tr"), 2);
}

#[wasm_bindgen_test]
async fn the_map_has_all_98_and_the_request_chosen() {
    let page = mounted(Some(portfolio())).await;
    assert_eq!(page.count(".finance-map path"), 98);
    assert_eq!(page.count("path.promise"), 1);
    assert!(page.text().contains("11 tilsagn, 6 overvejer det"));
    page.press("tbody tr:nth-child(2) .way").await;
    assert!(page.text().contains("Kun Ønske 2"));
    assert!(page.text().contains("5 tilsagn, 3 overvejer det"));
    page.press(".map-only .link-button").await;
    assert!(page.text().contains("11 tilsagn, 6 overvejer det"));
}

#[wasm_bindgen_test]
async fn what_is_pointed_at_is_named_and_the_rest_is_not_given_away() {
    let page = mounted(Some(portfolio())).await;
    page.point(".finance-map g:has(.promise)").await;
    let pointed = || {
        page.element(".map-pointed")
            .text_content()
            .unwrap_or_default()
    };
    assert_eq!(pointed(), "ViborgØnske 1: tilsagnØnske 2: tilsagn");
    page.point(".finance-map g:has(.other)").await;
    assert!(pointed().ends_with("ikke med, eller ikke ved navn"));
    assert!(
        page.element(".map-list")
            .text_content()
            .unwrap_or_default()
            .contains("Viborg")
    );
}

#[wasm_bindgen_test]
async fn an_earlier_day_is_said_clearly_and_can_be_left() {
    let page = mounted(Some(portfolio())).await;
    page.look(|look| look.day = "2023-07-31".parse().ok()).await;
    assert!(page.text().contains("Sådan stod det den 31. juli 2023"));
    let file = page.element("a[download]").get_attribute("href");
    let expected = "/api/v1/financing.xlsx?lang=da&as_of=2023-07-31";
    assert_eq!(file.as_deref(), Some(expected));
    page.press(".finance-band .button").await;
    assert!(!page.text().contains("Sådan stod det"));
    let file = page.element("a[download]").get_attribute("href");
    assert_eq!(file.as_deref(), Some("/api/v1/financing.xlsx?lang=da"));
}

#[wasm_bindgen_test]
async fn nothing_is_drawn_as_zero_before_it_is_here_or_when_there_is_nothing() {
    let page = mounted(None).await;
    assert!(page.text().contains("Venter"));
    assert_eq!(page.count("dl"), 0);
    let empty = Portfolio {
        rows: vec![],
        changed_at: None,
        ..portfolio()
    };
    page.portfolio.set(Some(Arc::new(empty)));
    tick().await;
    assert!(
        page.text()
            .contains("Ingen ændringsønsker er til samfinansiering endnu.")
    );
    assert_eq!(page.count("dl, table"), 0);
}
