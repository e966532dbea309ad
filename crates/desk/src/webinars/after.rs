//! After a webinar: what was decided and why, and the letter that thanks for it, drafted and to be changed.

use barometer_domain::after::{After, AfterCandidate, Recorded, RoundResult};
use barometer_domain::barometer::{Shortage, Turnout};
use barometer_domain::ids::WebinarCode;
use barometer_domain::pick::Pick;
use barometer_domain::refusal::Refusal;
use barometer_domain::view::{ResultRow, ResultView};
use barometer_kit::api::ApiError;
use barometer_kit::form::field::Field;
use barometer_kit::route::{self, Route};
use barometer_kit::ui::loaded::Loaded;
use barometer_kit::{api, clipboard, format, language, storage};
use barometer_text::carrying::CarryingText;
use barometer_text::shared::SharedText;
use barometer_text::staff::after::{AfterText as Text, rule, step};
use barometer_text::{Language, letter};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::after_words::{AfterWordsCard, PublishCard};
use super::evaluation::EvaluationCard;
use crate::page::{BackToList, Heading, VendorContext};
use crate::request_words::price_in_full;

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

#[component]
pub(crate) fn AfterPage(code: WebinarCode) -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let of = code.clone();
    let after = vendor.ask(move || load(of.clone()));
    let on_said = Callback::new(move |said| after.set(Some(said)));
    let code = StoredValue::new(code);
    let body = move |found: Option<After>| match found {
        None => view! { <p>{say(Text::NotYet)}</p> }.into_any(),
        Some(after) => {
            let (said, words) = (after.evaluation.clone(), after.words.clone());
            view! {
                <Log after=after.clone() />
                <EvaluationCard code=code.get_value() on_said=on_said said=said />
                <AfterWordsCard code=code.get_value() words=words on_saved=on_said />
                <Letter code=code.get_value() after=after on_saved=on_said />
            }
            .into_any()
        }
    };
    view! {
        <div class="vendor-head">
            <BackToList />
            <Heading text=Signal::derive(say(Text::Title)) />
        </div>
        <Loaded asked=after let:found>{move || body(found.get())}</Loaded>
    }
}

/// What the webinar came to; nothing before its result was shown whole.
async fn load(code: WebinarCode) -> Result<Option<After>, ApiError> {
    match api::after(&code).await {
        Ok(after) => Ok(Some(after)),
        Err(ApiError::Refused(Refusal::NotClosedYet)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What was decided, why these, and what was done when.
#[component]
fn Log(after: After) -> impl IntoView {
    move || {
        let language = language::current();
        let turnout = after.turnout;
        let (voted, present) = (
            language.whole(turnout.voted),
            language.whole(turnout.present),
        );
        let turnout = Text::Turnout(&voted, &present, turnout.municipalities).say(language);
        let struck = (after.struck > 0).then(|| Text::Struck(after.struck).say(language));
        let differing = after.rules_that_differ.iter().map(|other| {
            let words = Text::OtherRule(rule(*other, language)).say(language);
            view! { <p class="notice amber">{words}</p> }
        });
        let rounds = after.earlier.len();
        let this_round = (rounds > 0).then(|| {
            let round = u32::try_from(rounds + 1).unwrap_or(u32::MAX);
            let words = Text::ThisRoundCounts(round).say(language);
            view! { <p><b>{words}</b></p> }
        });
        let earlier = (1..).zip(&after.earlier).map(|(number, round)| {
            view! { <EarlierRound number=number round=round.clone() after=after.clone() /> }
        });
        let record = |record: &Recorded| {
            let when = format::moment(language, record.at);
            view! {
                <li>
                    <p>{step(&record.command, language)}</p>
                    <p class="muted">{when}</p>
                </li>
            }
        };
        let records = after.records.iter().map(record).collect_view();
        view! {
            <section class="card after-log" aria-labelledby="log-heading">
                <h2 id="log-heading">{Text::Log.say(language)}</h2>
                <p>{[Some(turnout), struck].into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
                <p>
                    <b>{why(&after.result, after.turnout, language)}</b>
                </p>
                {differing.collect_view()}
                {this_round}
                <ResultTable result=after.result.clone() after=after.clone() />
                {earlier.collect_view()}
                <h3>{Text::Record.say(language)}</h3>
                <ol class="moves">{records}</ol>
            </section>
        }
    }
}

/// A round that another one has followed, with all it came to.
#[component]
fn EarlierRound(number: u32, round: RoundResult, after: After) -> impl IntoView {
    let language = language::current();
    let turnout = round.turnout;
    let (voted, present) = (
        language.whole(turnout.voted),
        language.whole(turnout.present),
    );
    let turnout = Text::Turnout(&voted, &present, turnout.municipalities).say(language);
    view! {
        <h3>{Text::EarlierRound(number).say(language)}</h3>
        <p>{turnout}</p>
        <p>{why(&round.result, round.turnout, language)}</p>
        <ResultTable result=round.result.clone() after=after />
    }
}

/// Why these go on.
fn why(result: &ResultView, turnout: Turnout, language: Language) -> String {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let text = match result.verdict.as_ref() {
        None => {
            let shortage = turnout.shortage().unwrap_or(Shortage::Both);
            return SharedText::TooFew(shortage).say(language);
        }
        Some(verdict) if verdict.is_overridden() => {
            return CarryingText::DecidedOtherwise.say(language);
        }
        Some(verdict) => match &verdict.pick {
            Pick::Nobody => Text::Nobody,
            Pick::Clear { go_on } => Text::ByGap(count(go_on.len())),
            Pick::Tied { .. } if verdict.chosen.is_empty() => Text::Undecided,
            Pick::Tied { .. } => Text::ByChoice,
        },
    };
    text.say(language)
}

/// The requests that anyone voted for, with place, figures and price.
#[component]
fn ResultTable(result: ResultView, after: After) -> impl IntoView {
    let language = language::current();
    let verdict = result.verdict.as_ref();
    let go_on = verdict.map_or(&[][..], |verdict| verdict.go_on());
    let figure = |column: Text<'static>, figure: String| {
        view! {
            <td class="figure" data-label=column.say(language)>
                {figure}
            </td>
        }
    };
    let row = |(row, candidate): (&ResultRow, &AfterCandidate)| {
        let goes_on = go_on.contains(&row.candidate).then(|| {
            view! { <span class="chip leaf">{Text::GoesOn.say(language)}</span> }
        });
        let reason = (!candidate.reason.is_empty()).then(|| {
            let words = Text::PutUpFor(&candidate.reason).say(language);
            view! { <p class="muted">{words}</p> }
        });
        view! {
            <tr>
                {figure(Text::Place, language.whole(row.place.into()))}
                <th scope="row">
                    {candidate.title.clone()} " " {goes_on} {reason}
                </th>
                {figure(Text::Municipalities, language.whole(row.municipalities))}
                {figure(Text::Votes, language.whole(row.votes))}
                {figure(Text::Price, price_in_full(&candidate.price, language))}
            </tr>
        }
    };
    let supported = result.rows.iter().filter(|row| row.votes > 0);
    let supported = supported.filter_map(|row| Some((row, after.candidate(row.candidate)?)));
    let rows: Vec<_> = supported.map(row).collect();
    let heading = |text: Text<'static>, class| {
        view! { <th scope="col" class=class>{text.say(language)}</th> }
    };
    (!rows.is_empty()).then(|| {
        view! {
            <table class="desk-table">
                <thead>
                    <tr>
                        {heading(Text::Place, "figure")} {heading(Text::Request, "")}
                        {heading(Text::Municipalities, "figure")} {heading(Text::Votes, "figure")}
                        {heading(Text::Price, "figure")}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    })
}

/// The letter; what is changed is kept by this browser.
#[component]
fn Letter(
    code: WebinarCode,
    after: After,
    #[prop(into)] on_saved: Callback<After>,
) -> impl IntoView {
    let key = format!("barometer.letter.{code}");
    let code_to_publish = code;
    let draft = letter::draft(&after, &route::address(&Route::Finance));
    let kept = storage::get::<String>(&key).filter(|kept| !kept.trim().is_empty());
    let subject = RwSignal::new(letter::subject(&after));
    let text = RwSignal::new(kept.unwrap_or_else(|| draft.clone()));
    let word = RwSignal::new(None::<Text<'static>>);
    let draft = StoredValue::new(draft);
    Effect::new(move |_| {
        let text = text.read();
        if draft.with_value(|draft| *draft == *text) {
            storage::remove(&key);
        } else {
            // A browser that keeps nothing still has it on the page.
            storage::set(&key, &*text);
        }
    });
    let tell = move |copied: Result<(), clipboard::NotAllowed>| {
        word.set(Some(match copied {
            Ok(()) => Text::Copied,
            Err(_) => Text::NotCopied,
        }));
    };
    let copy_text = move |_| {
        spawn_local(async move {
            tell(clipboard::copy(&text.get_untracked()).await);
        });
    };
    let copy_html = move |_| {
        spawn_local(async move {
            let text = text.get_untracked();
            tell(clipboard::copy_rich(&text, &letter::html(&text)).await);
        });
    };
    let print = move |_| {
        // A browser that cannot print says so itself.
        let _ = window().print();
    };
    let start_over = move |_| {
        text.set(draft.get_value());
        word.set(None);
    };
    view! {
        <section class="card after-letter" aria-labelledby="letter-heading">
            <h2 id="letter-heading">{say(Text::Letter)}</h2>
            <p class="muted">{say(Text::LetterBody)} " " {say(Text::Kept)}</p>
            <Field
                id="letter-subject"
                label=Signal::derive(say(Text::Subject))
                value=subject
                longest=200
            />
            <div class="field">
                <label for="letter-text">{say(Text::Text)}</label>
                <textarea id="letter-text" rows="24" lang="da" bind:value=text></textarea>
            </div>
            <pre class="letter-print" aria-hidden="true" lang="da">{text}</pre>
            <div class="vendor-buttons">
                <button type="button" class="button primary" on:click=copy_html>
                    {say(Text::CopyHtml)}
                </button>
                <button type="button" class="button" on:click=copy_text>{say(Text::CopyText)}</button>
                <button type="button" class="button" on:click=print>{say(Text::Print)}</button>
                <button type="button" class="link-button" on:click=start_over>
                    {say(Text::StartOver)}
                </button>
                <p class="muted" role="status">
                    {move || word.get().map(|word| word.say(language::current()))}
                </p>
            </div>
        </section>
        <PublishCard code=code_to_publish words=after.words text=text on_saved=on_saved />
    }
}
