//! The vendor's webinars, the newest first: what is next, and what each came to.

use barometer_domain::barometer::{Phase, Turnout};
use barometer_domain::catalogue::Reality;
use barometer_domain::date::Date;
use barometer_domain::ids::WebinarCode;
use barometer_domain::series::{Said, WentOn};
use barometer_domain::vendor::{RetentionNotice, WebinarRow};
use barometer_kit::api::{self, Done};
use barometer_kit::route::Route;
use barometer_kit::ui::dialog::Dialog;
use barometer_kit::ui::loaded::Loaded;
use barometer_kit::{format, language};
use barometer_text::shared::SharedText;
use barometer_text::staff::after::{AfterText, rule};
use barometer_text::staff::import::ImportText;
use barometer_text::staff::invitations::InvitationText;
use barometer_text::staff::prepare::PrepareText;
use barometer_text::staff::questions::QuestionQueueText;
use barometer_text::staff::requests::RequestDeskText;
use barometer_text::staff::series::SeriesText;
use barometer_text::staff::signups::SignupDeskText;
use barometer_text::staff::surveys::SurveyDeskText;
use barometer_text::staff::vendor::VendorText as Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page::{Heading, VendorContext, VendorSubmission, Way, failure_notice, say};
use crate::vault;

/// The list, asked for anew each time it is shown.
#[component]
pub(crate) fn List() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let webinars = vendor.ask(api::vendor_webinars);
    // Without an answer there is nothing to say; the list says what is wrong.
    let retention = vendor.ask(api::retention);
    let held = move || held(retention.found()?);
    let deleting = RwSignal::new(None::<WebinarRow>);
    let sending = VendorSubmission::<()>::new();
    let delete = move |code: WebinarCode| {
        deleting.set(None);
        let work = async move {
            let answer = api::forget(&code).await;
            answer.map_err(|error| vendor.trouble(error))
        };
        sending.send(work, move |Done| {
            webinars.ask_again();
            None
        });
    };
    let question = move || {
        let row = deleting.get()?;
        Some(view! { <Delete row=row deleting=deleting on_yes=delete /> })
    };
    view! {
        <div class="vendor-head">
            <Heading text=Signal::derive(say(Text::Webinars)) />
            <p class="muted">{say(Text::WebinarsBody)}</p>
        </div>
        {held}
        {move || failure_notice(sending)}
        <Loaded asked=webinars let:rows>
            <Webinars rows=rows deleting=deleting />
        </Loaded>
        <Show when=move || vendor.has_key.get()>
            <KeyWords />
        </Show>
        <p>
            <Way to=Route::VendorAccount>{say(Text::Account)}</Way>
        </p>
        <Dialog
            open=Signal::derive(move || deleting.get().is_some())
            on_close=move || deleting.set(None)
        >
            {question}
        </Dialog>
    }
}

/// The cards; where there is none yet, the steps to the first one.
#[component]
fn Webinars(
    rows: Signal<Vec<WebinarRow>>,
    deleting: RwSignal<Option<WebinarRow>>,
) -> impl IntoView {
    let cards = move || {
        let rows = rows.get().into_iter();
        let cards = rows.map(|row| view! { <Webinar row=row deleting=deleting /> });
        cards.collect_view()
    };
    let is_empty = Memo::new(move |_| rows.read().is_empty());
    view! {
        <Show when=move || !is_empty.get() fallback=FirstWebinar>
            <p class="vendor-buttons">
                <Way to=Route::NewWebinar class="button primary">
                    {move || SeriesText::New.say(language::current())}
                </Way>
            </p>
            <ul class="webinars">{cards}</ul>
        </Show>
    }
}

/// Says that the deletion of personal data waits for an operator.
fn held(retention: RetentionNotice) -> Option<AnyView> {
    let last_run = retention.held_since.and(retention.last_run)?;
    let language = language::current();
    let last_run = format::date(language, &Date::of_millis(last_run).to_string());
    let words = format!("{} {last_run}.", Text::DeletionHeld.say(language));
    Some(view! { <p class="notice amber" role="alert">{words}</p> }.into_any())
}

/// Asks before the personal data of a webinar goes for good.
#[component]
fn Delete(
    row: WebinarRow,
    deleting: RwSignal<Option<WebinarRow>>,
    #[prop(into)] on_yes: Callback<WebinarCode>,
) -> impl IntoView {
    let language = language::current();
    let code = row.code;
    view! {
        <h2>{Text::DeleteAsk.say(language)}</h2>
        <p><b>{row.title}</b></p>
        <p>{Text::DeleteBody.say(language)}</p>
        <div class="dialog-buttons">
            <button
                type="button"
                class="button danger"
                on:click=move |_| on_yes.run(code.clone())
            >
                {Text::DeleteYes.say(language)}
            </button>
            <button type="button" class="button" on:click=move |_| deleting.set(None)>
                {Text::Keep.say(language)}
            </button>
        </div>
    }
}

#[component]
fn Webinar(row: WebinarRow, deleting: RwSignal<Option<WebinarRow>>) -> impl IntoView {
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let (class, phase) = match row.phase {
            Phase::Draft => ("chip", Text::Draft),
            Phase::Open => ("chip leaf", Text::Open),
            Phase::Closing => ("chip leaf", Text::Closing),
            Phase::Closed => ("chip amber", Text::Closed),
            Phase::Revealed => ("chip quiet", Text::Revealed),
        };
        let demo = (row.reality == Reality::Demo)
            .then(|| view! { <span class="chip amber">{SeriesText::Demo.say(language)}</span> });
        let fictional = row.fictional.then(
            || view! { <span class="chip amber">{SharedText::Fictional.say(language)}</span> },
        );
        let candidates = SeriesText::Candidates(row.candidates.into()).say(language);
        let look_ups = (row.look_ups > 0).then(|| {
            let words = SeriesText::LookUps(row.look_ups).say(language);
            view! { <p class="muted">{words}</p> }
        });
        let time = PrepareText::At(&row.starts).say(language);
        let when = format!("{} {time}", format::date(language, &row.date));
        view! {
            <li class="card webinar">
                <div class="webinar-words">
                    <p class="webinar-when">{when}</p>
                    <h2>{format::with_soft_hyphens(&row.title)}</h2>
                    <p class="marks">
                        <span class=class>{phase.say(language)}</span>
                        {demo}
                        {fictional}
                        <span class="muted">{row.code.spaced()} " · " {candidates}</span>
                    </p>
                </div>
                <div class="webinar-came-to">
                    <TurnoutMeter turnout=row.turnout phase=row.phase />
                    {row.said.clone().map(|said| view! { <CameTo said=said /> })}
                    {look_ups}
                </div>
                <WaysOn row=row.clone() deleting=deleting />
            </li>
        }
    }
}

/// How many voted: a bar and the figures.
#[component]
fn TurnoutMeter(turnout: Turnout, phase: Phase) -> impl IntoView {
    let language = language::current();
    let Turnout {
        voted,
        present,
        municipalities,
    } = turnout;
    if phase == Phase::Draft {
        let words = match present {
            0 => SeriesText::NobodyYet,
            present => SeriesText::Here(present),
        };
        return view! { <p class="muted">{words.say(language)}</p> }.into_any();
    }
    let share = voted.min(present) * 1000 / present.max(1);
    let words = SeriesText::Turnout(voted, present, municipalities).say(language);
    view! {
        <div class="turnout">
            <div class="turnout-bar" aria-hidden="true">
                <i style:--share=share.to_string()></i>
            </div>
            <p>{words}</p>
        </div>
    }
    .into_any()
}

/// What its barometer said: who went on, or why nobody did.
#[component]
fn CameTo(said: Said) -> impl IntoView {
    let language = language::current();
    let undecided = match (said.too_few, said.undecided, said.went_on.is_empty()) {
        (true, _, _) => Some(("muted", SeriesText::TooFew)),
        (_, true, _) => Some(("notice amber", SeriesText::Undecided)),
        (_, _, true) => Some(("muted", SeriesText::Nobody)),
        _ => None,
    };
    let undecided =
        undecided.map(|(class, words)| view! { <p class=class>{words.say(language)}</p> });
    let line = |one: &WentOn| {
        let support = one.support;
        let support = SeriesText::Support(support.municipalities, support.of_municipalities);
        let title = format::with_soft_hyphens(&one.title);
        let words = format!("{} {title}", one.reference);
        view! {
            <li>
                <Way to=Route::Request(one.request)>{words}</Way>
                <span class="muted">{support.say(language)}</span>
            </li>
        }
    };
    let went_on = (!said.went_on.is_empty()).then(|| {
        view! {
            <h3>{SeriesText::WentOn.say(language)}</h3>
            <ol>{said.went_on.iter().map(line).collect_view()}</ol>
        }
    });
    let differ = (!said.rules_that_differ.is_empty()).then(|| {
        let rules = said.rules_that_differ.iter();
        let rules: Vec<&str> = rules.map(|one| rule(*one, language)).collect();
        let words = SeriesText::RulesDiffer(&format::list(language, &rules)).say(language);
        view! { <p class="notice amber">{words}</p> }
    });
    let rounds = (said.earlier_rounds > 0).then(|| {
        let words = SeriesText::Rounds(said.earlier_rounds.saturating_add(1)).say(language);
        view! { <p class="muted">{words}</p> }
    });
    let left_out = said.left_out.as_ref().map(|why| {
        let words = SeriesText::LeftOut(why).say(language);
        view! { <p class="notice">{words}</p> }
    });
    view! {
        <div class="said">
            {left_out}
            {rounds}
            {went_on}
            {undecided}
            {differ}
        </div>
    }
}

/// Where one can go from a webinar; what is most likely next stands first.
#[component]
fn WaysOn(row: WebinarRow, deleting: RwSignal<Option<WebinarRow>>) -> impl IntoView {
    let language = language::current();
    let code = &row.code;
    let link = |to: Route, words: String, class: &'static str| {
        view! { <Way to=to class=class>{words}</Way> }
    };
    let is_draft = row.phase == Phase::Draft;
    let has_names = row.phase >= Phase::Closed && !row.forgotten;
    let class = if is_draft {
        "button primary"
    } else {
        "link-button"
    };
    let prepare = link(
        Route::Prepare(code.clone()),
        SeriesText::Prepare.say(language),
        class,
    );
    let look = has_names.then(|| {
        let words = Text::Look.say(language);
        link(Route::Votes(code.clone()), words, "button primary")
    });
    let after = (row.phase == Phase::Revealed).then(|| {
        let words = AfterText::Title.say(language);
        link(Route::After(code.clone()), words, "link-button")
    });
    let invitations = (!row.forgotten).then(|| {
        let words = InvitationText::Title.say(language);
        link(Route::Invitations(code.clone()), words, "link-button")
    });
    let signups = (!row.forgotten).then(|| {
        let words = SignupDeskText::Title.say(language);
        link(Route::Signups(code.clone()), words, "link-button")
    });
    let questions = (!row.forgotten && row.phase != Phase::Draft).then(|| {
        let words = QuestionQueueText::Title.say(language);
        link(Route::VendorQuestions(code.clone()), words, "link-button")
    });
    let surveys = (!row.forgotten).then(|| {
        let words = SurveyDeskText::Way.say(language);
        link(Route::Surveys(code.clone()), words, "link-button")
    });
    let note = match (row.forgotten, row.phase) {
        (true, _) => Some(Text::Deleted),
        (false, Phase::Open | Phase::Closing) => Some(Text::NotYet),
        _ => None,
    };
    let note = note.map(|note| view! { <p class="muted">{note.say(language)}</p> });
    let screen = Route::Screen(code.clone()).path();
    let delete = has_names.then(|| {
        view! {
            <button
                type="button"
                class="link-button danger"
                on:click=move |_| deleting.set(Some(row.clone()))
            >
                {Text::Delete.say(language)}
            </button>
        }
    });
    let (first, then) = if is_draft {
        (Some(prepare), None)
    } else {
        (None, Some(prepare))
    };
    view! {
        <div class="webinar-ways">
            {first}
            {look}
            {after}
            {then}
            {signups}
            {questions}
            {surveys}
            {invitations}
            <a class="link-button" href=screen target="_blank" rel="noopener">
                {Text::Projector.say(language)}
            </a>
            {delete}
            {note}
        </div>
    }
}

/// No webinar yet: what leads to one.
#[component]
fn FirstWebinar() -> impl IntoView {
    let say = |text: SeriesText<'static>| move || text.say(language::current());
    view! {
        <section class="card first-webinar" aria-labelledby="first-webinar-heading">
            <h2 id="first-webinar-heading">{say(SeriesText::Empty)}</h2>
            <ol>
                <li>
                    <p>{say(SeriesText::FirstRequests)}</p>
                    <p class="vendor-buttons">
                        <Way to=Route::Import class="button">{move || ImportText::Title.say(language::current())}</Way>
                        <Way to=Route::NewRequest class="button">{move || RequestDeskText::New.say(language::current())}</Way>
                    </p>
                </li>
                <li>
                    <p>{say(SeriesText::ThenWebinar)}</p>
                    <p class="vendor-buttons">
                        <Way to=Route::NewWebinar class="button">{say(SeriesText::New)}</Way>
                    </p>
                </li>
                <li>
                    <p>{say(SeriesText::ThenGo)}</p>
                </li>
            </ol>
        </section>
    }
}

/// The four words by which everyone can know the key that this page holds; the server's word for it would not do.
#[component]
fn KeyWords() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let words = RwSignal::new(None::<String>);
    spawn_local(async move {
        let key = vendor.info.get_untracked().and_then(|info| info.key);
        if let Some(key) = key {
            words.set(vault::key_words(&key).await.ok());
        }
    });
    move || {
        let words = words.get()?;
        Some(view! {
            <p class="key-words muted">
                {say(Text::KeyWords)} ": " <b lang="da">{words}</b>
            </p>
        })
    }
}
