//! What the screens of a phone say, worked out from the view: the same lines for the app, and for the page that the
//! server makes before the app is there.

use barometer_domain::barometer::BarometerView;
use barometer_domain::catalogue::{Candidate, Catalogue, RequestText};
use barometer_domain::financing::own_share::{prospect, prospective_share};
use barometer_domain::financing::{Price, Sharing, Sums};
use barometer_domain::money::Money;
use barometer_domain::municipality::Municipality;
use barometer_domain::pick::Pick;
use barometer_domain::tally::{CountingRule, HeadlineFigure};
use barometer_domain::view::{FinancingRow, ResultRow, Verdict};

use crate::phone::PhoneText;
use crate::shared::SharedText;
use crate::{Language, figures, sharing};

/// Above the ballot's rows: how many may be chosen, what happens at the close, and what kind of prices and order these
/// are.
pub fn ballot_legend(texts: &Catalogue, order: &[Candidate], language: Language) -> String {
    let mut legend = PhoneText::ChooseUpTo(texts.rules.max_choices.into()).say(language);
    legend = legend + " " + &PhoneText::SentAtClose.say(language);
    let is_rough = |one: &Candidate| {
        let text = texts.request(one.request);
        text.is_some_and(|text| matches!(text.price, Price::Estimate { .. }))
    };
    if order.iter().any(is_rough) {
        legend = legend + " " + &PhoneText::RoughPrices.say(language);
    }
    if texts.shuffled {
        legend = legend + " " + &PhoneText::Shuffled.say(language);
    }
    legend
}

/// The price beside a row of the ballot.
pub fn ballot_price(text: &RequestText, language: Language) -> String {
    match text.price {
        Price::NotAssessed => figures::price(language, &text.price),
        _ => figures::money(language, text.price.likely()),
    }
}

/// What a row of the ballot tells behind one more tap: what that is called, and its lines; `None` where there is nothing.
pub fn ballot_details(
    text: &RequestText,
    own: Option<&Municipality>,
    language: Language,
) -> Option<(PhoneText<'static>, Vec<String>)> {
    let count = text.planned_number();
    let pays = text.price.known().map(|_| {
        let when = sharing::if_so_many(count, language);
        format!("{when}: {}", would_pay(text, own, count, language))
    });
    let benefit = Some(text.benefit.clone()).filter(|benefit| !benefit.is_empty());
    match (benefit, pays) {
        (None, None) => None,
        (Some(benefit), None) => Some((PhoneText::Benefit, vec![benefit])),
        (None, Some(pays)) => Some((PhoneText::PriceEach, vec![pays])),
        (Some(benefit), Some(pays)) => Some((PhoneText::BenefitAndPrice, vec![benefit, pays])),
    }
}

/// What the own municipality would pay, where that depends on its size; otherwise what any would.
pub fn would_pay(
    text: &RequestText,
    own: Option<&Municipality>,
    count: u32,
    language: Language,
) -> String {
    let (price, rules) = (text.price.likely(), &text.sharing);
    let own = own.filter(|_| rules.rule.depends_on_size());
    let own = own.and_then(|own| prospective_share(price, rules, own.population, count).ok());
    match own {
        Some(own) => PhoneText::YourPrice(&figures::money(language, own)).say(language),
        None => sharing::prospect(prospect(price, rules, count), count, language),
    }
}

/// What kind of price it is.
pub const fn price_label(price: &Price) -> PhoneText<'static> {
    match price {
        Price::Estimate { .. } => PhoneText::RoughPrice,
        Price::Firm { .. } => PhoneText::FirmPrice,
        Price::NotAssessed => PhoneText::Price,
    }
}

/// "38 % på vej".
pub fn on_the_way(sums: &Sums, price: Money, language: Language) -> String {
    let per_mille = sums.committed.amount.per_mille_of(price);
    let percent = figures::percent(language, per_mille);
    SharedText::OnTheWay { percent: &percent }.say(language)
}

/// How much money is missing, or whether that which is there is enough.
pub fn missing(financing: &FinancingRow, language: Language) -> String {
    if !financing.lacks_money() {
        return funded(financing, language);
    }
    SharedText::Lacks(&figures::money(language, financing.shortfall)).say(language)
}

/// Where no money is missing: whether that is enough.
pub fn funded(financing: &FinancingRow, language: Language) -> String {
    let funded = if financing.funded {
        SharedText::FullyFunded
    } else {
        SharedText::covered(financing.missing)
    };
    funded.say(language)
}

/// How the price is shared, as far as nothing above says it.
pub fn terms(rules: Sharing, says_rule: bool, language: Language) -> String {
    let rule = says_rule.then(|| sharing::rule(&rules.rule, language));
    let rule = rule.map(|rule| PhoneText::Shared(&rule).say(language));
    let planned = rules
        .planned_for
        .map(|count| PhoneText::PlannedFor(count.into()).say(language));
    let terms = rule.into_iter().chain(planned);
    let cap = rules.cap.map(|cap| {
        let cap = figures::money(language, cap);
        PhoneText::AtMostEach(&cap).say(language)
    });
    terms.chain(cap).collect::<Vec<_>>().join(", ")
}

/// A candidate's place in the result.
pub fn place(row: &ResultRow, language: Language) -> String {
    if row.shared {
        SharedText::SharedPlace(row.place).say(language)
    } else {
        PhoneText::Number(row.place.into()).say(language)
    }
}

/// Who goes on, in one line.
pub fn who_goes_on(verdict: &Verdict, language: Language) -> String {
    let count = u32::try_from(verdict.go_on().len()).unwrap_or(0);
    match &verdict.pick {
        _ if !verdict.chosen.is_empty() => PhoneText::ChosenGoOn(count).say(language),
        Pick::Clear { .. } => SharedText::TopGoOn(count).say(language),
        Pick::Tied { .. } => PhoneText::NoCleanCut.say(language),
        Pick::Nobody => SharedText::NobodySupported.say(language),
    }
}

/// The figure that ranks, where it is neither municipalities nor votes.
pub fn headline(rule: CountingRule, row: &ResultRow, language: Language) -> Option<String> {
    match rule.headline() {
        HeadlineFigure::Votes | HeadlineFigure::Municipalities => None,
        HeadlineFigure::PartOfMunicipalities => Some(figures::thousandths(language, row.headline)),
    }
}

/// How full a row's bar is, in thousandths of what it could have been.
pub fn fullness(rule: CountingRule, barometer: &BarometerView, row: &ResultRow) -> u64 {
    let whole = barometer.turnout.greatest(rule);
    (row.headline / u64::from(whole.max(1))).min(1000)
}

/// "15 af 20 kommuner · 16 stemmer": the ranking figure first.
pub fn result_figures(
    rule: CountingRule,
    barometer: &BarometerView,
    row: &ResultRow,
    language: Language,
) -> String {
    let municipalities = SharedText::MunicipalitiesOf {
        count: row.municipalities,
        of: barometer.turnout.municipalities,
    }
    .say(language);
    let votes = SharedText::Votes(row.votes).say(language);
    match rule.headline() {
        HeadlineFigure::Votes => format!("{votes} · {municipalities}"),
        HeadlineFigure::Municipalities => format!("{municipalities} · {votes}"),
        HeadlineFigure::PartOfMunicipalities => {
            let name = SharedText::Rule(rule).say(language);
            let figure = figures::thousandths(language, row.headline);
            format!("{name}: {figure} · {municipalities} · {votes}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use barometer_domain::barometer::{Phase, Turnout};
    use barometer_domain::ids::CandidateId;

    #[test]
    fn a_bar_is_full_when_all_stand_behind() {
        let barometer = BarometerView {
            phase: Phase::Revealed,
            turnout: Turnout {
                voted: 27,
                present: 30,
                municipalities: 20,
            },
            ends_at: None,
            counts_from: None,
            round: 1,
            ..BarometerView::default()
        };
        let row = |headline| ResultRow {
            candidate: CandidateId(1),
            place: 1,
            shared: false,
            headline,
            municipalities: 15,
            votes: 16,
        };
        let municipalities = CountingRule::Municipalities;
        assert_eq!(fullness(municipalities, &barometer, &row(15_000)), 750);
        assert_eq!(fullness(municipalities, &barometer, &row(20_000)), 1000);
        assert_eq!(
            fullness(CountingRule::Participants, &barometer, &row(27_000)),
            1000
        );
    }
}
