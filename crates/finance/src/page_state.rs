//! What a reader makes of the page: what is to be seen of it, in which order, and what is on the map.

use std::sync::Arc;

use barometer_domain::financing::portfolio::{Portfolio, PortfolioRow};
use barometer_domain::ids::{Millis, MunicipalityCode, RequestId};
use barometer_kit::live;
use leptos::prelude::*;

use super::query::PortfolioQuery;

/// What the reader has made of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderState {
    /// What is to be seen.
    pub query: PortfolioQuery,
    /// The request whose municipalities alone are on the map.
    pub chosen: Option<RequestId>,
    /// When the page was printed last, or opened.
    pub printed_at: Millis,
}

/// What all parts of the page share; each finds it as `expect_context::<PortfolioPage>()`.
#[derive(Clone, Copy)]
pub struct PortfolioPage {
    /// What the reader has made of it.
    pub seen: RwSignal<ReaderState>,
    /// The municipality on the map that is named.
    pub pointed: RwSignal<Option<MunicipalityCode>>,
}

impl PortfolioPage {
    /// Looked at like this.
    pub fn new(query: PortfolioQuery) -> Self {
        Self {
            seen: RwSignal::new(ReaderState {
                query,
                chosen: None,
                printed_at: live::now(),
            }),
            pointed: RwSignal::new(None),
        }
    }

    /// Chooses what is to be seen.
    pub fn change(self, change: impl FnOnce(&mut PortfolioQuery)) {
        self.seen.update(|seen| change(&mut seen.query));
    }

    /// A part of what is to be seen, followed.
    pub fn chosen<T: Send + Sync + 'static>(
        self,
        part: impl Fn(&PortfolioQuery) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        Signal::derive(move || self.seen.with(|seen| part(&seen.query)))
    }
}

/// The page as it stands or stood, with the requests that pass the filters, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownPortfolio {
    /// All of it.
    pub portfolio: Arc<Portfolio>,
    /// Those that are shown.
    pub rows: Vec<PortfolioRow>,
}

impl ShownPortfolio {
    /// What `query` lets through.
    pub fn new(portfolio: Arc<Portfolio>, query: &PortfolioQuery) -> Self {
        let rows = query.visible_rows(&portfolio).into_iter().cloned();
        let rows = rows.collect();
        Self { portfolio, rows }
    }

    /// The requests on the map: those shown, or of them the one chosen.
    pub fn on_map(&self, chosen: Option<RequestId>) -> Vec<&PortfolioRow> {
        let only = self.rows.iter().find(|row| Some(row.request) == chosen);
        only.map_or_else(|| self.rows.iter().collect(), |only| vec![only])
    }
}
