//! A request from webinar to webinar: its support and what was promised by then, as a picture and as a table.

use barometer_domain::series::SeriesPoint;
use barometer_kit::{format, language};
use barometer_text::Language;
use barometer_text::staff::series::SeriesText as Text;
use leptos::prelude::*;

use super::RequestEditor;

/// The picture's measures, in pixels; across, it is measured in percent, so that its words keep their size.
const TOP: u32 = 24;
const BASE: u32 = 112;
const HEIGHT: u32 = 120;
const HEIGHT_WITH_DAYS: u32 = 158;

/// The section; nothing for a request that no webinar has shown.
#[component]
pub(crate) fn Course(page: RequestEditor) -> impl IntoView {
    move || {
        let file = page.file.read();
        let points = file.as_ref()?.course.clone();
        (!points.is_empty()).then(|| view! { <CourseCard points=points /> })
    }
}

/// Both pictures, and the table.
#[component]
fn CourseCard(points: Vec<SeriesPoint>) -> impl IntoView {
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let count = points.len().to_string();
        let support = points.iter().map(|point| {
            let support = point.support?;
            let most = support.of_municipalities.max(1);
            u16::try_from(support.municipalities * 1000 / most).ok()
        });
        let support: Vec<_> = support.collect();
        let promised = points.iter();
        let promised =
            promised.map(|point| Some(point.sums.committed.amount.per_mille_of(point.price)));
        let promised: Vec<_> = promised.collect();
        let bars = shares(&support, language, |x, share| {
            let width = 5_200 / as_number(points.len());
            view! {
                <rect
                    class="bar"
                    x=percent(x - width / 2)
                    y=y(share)
                    width=percent(width)
                    height=BASE - y(share)
                    rx="3"
                />
            }
            .into_any()
        });
        let dots = shares(&promised, language, |x, share| {
            view! { <circle class="dot" cx=percent(x) cy=y(share) r="7" /> }.into_any()
        });
        view! {
            <section class="card course" aria-labelledby="course-heading">
                <h2 id="course-heading">{Text::Course.say(language)}</h2>
                <p class="muted">{Text::CourseBody.say(language)}</p>
                <div class="course-pictures" aria-hidden="true">
                    <div style:--points=count>
                        <p>{Text::SupportIn.say(language)}</p>
                        <svg height=HEIGHT>
                            <Baseline />
                            {bars}
                        </svg>
                        <p>{Text::PromisedIn.say(language)}</p>
                        <svg height=HEIGHT_WITH_DAYS>
                            <Baseline />
                            {share_line(&promised)}
                            {dots}
                            {days(&points, language)}
                        </svg>
                    </div>
                </div>
                <CourseTable points=points.clone() />
            </section>
        }
    }
}

fn as_number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(1).max(1)
}

/// The middle of a point's column, in hundredths of a percent.
fn x(at: usize, of: usize) -> u32 {
    (as_number(at + 1) * 2 - 1) * 5_000 / as_number(of)
}

/// How high a share stands, given in thousandths.
fn y(share: u16) -> u32 {
    BASE - u32::from(share.min(1000)) * (BASE - TOP) / 1000
}

/// Written by hand: what writes any number with a point is large.
fn percent(x: u32) -> String {
    format!("{}.{:02}%", x / 100, x % 100)
}

/// Each share with its figure above; a dash where there is none.
fn shares(
    shares: &[Option<u16>],
    language: Language,
    mark: impl Fn(u32, u16) -> AnyView,
) -> Vec<AnyView> {
    let one = |(at, share): (usize, &Option<u16>)| {
        let x = x(at, shares.len());
        let Some(share) = *share else {
            return view! { <Words x=x y=BASE - 8 class="" words="–".to_owned() /> }.into_any();
        };
        // Whole percent, and all of it only when nothing is missing.
        let whole = if share < 1000 {
            ((share + 5) / 10).min(99)
        } else {
            100
        };
        let figure = format::percent(language, whole * 10);
        view! {
            {mark(x, share)}
            <Words x=x y=y(share) - 11 class="figure" words=figure />
        }
        .into_any()
    };
    shares.iter().enumerate().map(one).collect()
}

/// Words in a picture, in the middle above a point.
#[component]
fn Words(x: u32, y: u32, class: &'static str, words: String) -> impl IntoView {
    view! {
        <text class=class x=percent(x) y=y text-anchor="middle">
            {words}
        </text>
    }
}

#[component]
fn Baseline() -> impl IntoView {
    view! { <line class="base" x1="0" x2="100%" y1=BASE y2=BASE /> }
}

fn share_line(shares: &[Option<u16>]) -> impl IntoView + use<> {
    let of = shares.len();
    let step = |(at, pair): (usize, &[Option<u16>])| {
        let (from, to) = (pair[0].unwrap_or_default(), pair[1].unwrap_or_default());
        view! {
            <line
                class="way"
                x1=percent(x(at, of))
                y1=y(from)
                x2=percent(x(at + 1, of))
                y2=y(to)
            />
        }
    };
    shares.windows(2).enumerate().map(step).collect::<Vec<_>>()
}

/// `21/9` above `2023`, and today.
fn days(points: &[SeriesPoint], language: Language) -> impl IntoView + use<> {
    let of = points.len();
    let day = |(at, point): (usize, &SeriesPoint)| {
        let (year, month, day) = point.date.parts();
        let x = x(at, of);
        let (first, second) = if point.webinar.is_some() {
            (format!("{day}/{month}"), year.to_string())
        } else {
            (Text::Today.say(language), String::new())
        };
        view! {
            <Words x=x y=BASE + 22 class="" words=first />
            <Words x=x y=BASE + 40 class="" words=second />
        }
    };
    points.iter().enumerate().map(day).collect::<Vec<_>>()
}

/// The same course as a table of figures.
#[component]
fn CourseTable(points: Vec<SeriesPoint>) -> impl IntoView {
    let language = language::current();
    let heading = |text: Text<'static>, class| view! { <th scope="col" class=class>{text.say(language)}</th> };
    let row = |point: &SeriesPoint| {
        let support = point.support;
        let or_dash = |words: Option<String>| words.unwrap_or_else(|| "–".to_owned());
        let place = support.map(|one| Text::Place(one.place, one.candidates).say(language));
        let by = support
            .map(|one| Text::Support(one.municipalities, one.of_municipalities).say(language));
        let left_out = point.left_out.then(|| Text::LeftOutShort.say(language));
        let by = by.or(left_out);
        let votes = support.map(|one| language.whole(one.votes));
        let title = match &point.webinar {
            Some(_) => point.title.clone(),
            None => Text::Today.say(language),
        };
        // On a phone the headings are gone, and each figure stands beside its own.
        let figure = |text: Text<'static>, words: String| {
            view! {
                <td class="figure" data-label=text.say(language)>
                    {words}
                </td>
            }
        };
        let promised = format::money(language, point.sums.committed.amount);
        view! {
            <tr>
                <th scope="row">{format::date(language, &point.date.to_string())}</th>
                <td>{format::with_soft_hyphens(&title)}</td>
                {figure(Text::PlaceColumn, or_dash(place))}
                {figure(Text::SupportColumn, or_dash(by))}
                {figure(Text::VotesColumn, or_dash(votes))}
                {figure(Text::PromisedColumn, promised)}
                {figure(Text::PriceColumn, format::money(language, point.price))}
            </tr>
        }
    };
    view! {
        <table class="desk-table">
            <thead>
                <tr>
                    {heading(Text::DateColumn, "")} {heading(Text::WebinarColumn, "")}
                    {heading(Text::PlaceColumn, "figure")}
                    {heading(Text::SupportColumn, "figure")}
                    {heading(Text::VotesColumn, "figure")}
                    {heading(Text::PromisedColumn, "figure")}
                    {heading(Text::PriceColumn, "figure")}
                </tr>
            </thead>
            <tbody>{points.iter().map(row).collect_view()}</tbody>
        </table>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_stand_in_the_middle_of_their_columns() {
        let at = |at, of| percent(x(at, of));
        assert_eq!(at(0, 1), "50.00%");
        assert_eq!([at(0, 10), at(9, 10)], ["5.00%", "95.00%"]);
        assert_eq!((y(0), y(1000)), (BASE, TOP));
    }
}
