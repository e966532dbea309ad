//! "Kan det finansieres?" by the request's own rule: who would pay what, or who alone could tip it.

use barometer_domain::financing::funding_test::{FundingShare, FundingTest, FundingTip};
use barometer_kit::format;
use barometer_text::Language;
use barometer_text::staff::commitments::CommitmentText as Text;
use leptos::prelude::*;

/// How many of those who could tip it are named: the smallest rises.
const TIPS_SHOWN: usize = 3;

/// What stands below the sentence of the test.
pub fn details(test: &FundingTest, language: Language) -> AnyView {
    let lacks = (test.lacks > 0).then(|| {
        let lacks = Text::LacksNumber(test.lacks).say(language);
        view! { <p class="muted">{lacks}</p> }
    });
    let rule = test.may_not_be_largest.then(|| {
        let rule = Text::MayNotBeLargest.say(language);
        view! { <p class="muted">{rule}</p> }
    });
    let numbers = test.numbers_in_the_way.then(|| {
        let numbers = Text::NumbersInTheWay.say(language);
        view! { <p class="muted">{numbers}</p> }
    });
    view! {
        {numbers}
        {payers(&test.payers, language)}
        {lacks}
        {test.payers.is_empty().then(|| tips(test, language))}
        {rule}
    }
    .into_any()
}

/// Who would pay what, folded away.
fn payers(payers: &[FundingShare], language: Language) -> Option<AnyView> {
    let line = |one: &FundingShare| {
        view! {
            <tr>
                <th scope="row">{format::municipality_name(one.municipality)}</th>
                <td>{format::money(language, one.offers)}</td>
                <td>{format::money(language, one.share)}</td>
            </tr>
        }
    };
    let lines: Vec<_> = payers.iter().map(line).collect();
    let table = (!lines.is_empty()).then(|| {
        view! {
            <details class="funding-test">
                <summary>{Text::WouldPay.say(language)}</summary>
                <div class="list-frame" tabindex="0">
                    <table class="amounts">
                        <thead>
                            <tr>
                                <th scope="col">{Text::Municipality.say(language)}</th>
                                <th scope="col">{Text::OffersColumn.say(language)}</th>
                                <th scope="col">{Text::WouldPayColumn.say(language)}</th>
                            </tr>
                        </thead>
                        <tbody>{lines}</tbody>
                    </table>
                </div>
            </details>
        }
    });
    table.map(IntoAny::into_any)
}

/// Who alone could tip it.
fn tips(test: &FundingTest, language: Language) -> AnyView {
    let money = |amount| format::money(language, amount);
    let line = |one: &FundingTip| {
        let name = format::municipality_name(one.municipality);
        let words = Text::Tip(&name, &money(one.offers), &money(one.needs)).say(language);
        view! { <li>{words}</li> }
    };
    let lines: Vec<_> = test.tips.iter().take(TIPS_SHOWN).map(line).collect();
    let one_more = test
        .one_more
        .map(|share| Text::OneMore(&money(share)).say(language));
    if lines.is_empty() {
        let words = one_more.unwrap_or_else(|| Text::NobodyTips.say(language));
        return view! { <p class="muted">{words}</p> }.into_any();
    }
    let one_more = one_more.map(|words| view! { <p class="muted">{words}</p> });
    view! {
        {one_more}
        <p class="muted">{Text::Tips.say(language)}</p>
        <ul>{lines}</ul>
    }
    .into_any()
}
