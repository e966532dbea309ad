//! The table: medians over the rounds, beside the baselines.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};

use crate::figures::Figures;
use crate::scenario::{Measured, Plan};

/// Reads one figure, in milliseconds or megabytes.
pub(crate) type Figure = fn(&Figures) -> f64;

const ROWS: [(&str, &str, Figure); 18] = [
    ("Vote → receipt, ms", "p50", |f| ms(f.acknowledged.p50)),
    ("", "p95", |f| ms(f.acknowledged.p95)),
    ("", "p99", |f| ms(f.acknowledged.p99)),
    ("", "last", |f| ms(f.acknowledged.max)),
    ("Last receipt → shown, ms", "presenter", |f| ms(f.shown)),
    ("", "last phone", |f| ms(f.shown_to_all)),
    ("Open → on the phones, ms", "p50", |f| ms(f.opened.p50)),
    ("", "last", |f| ms(f.opened.max)),
    ("Close → on the phones, ms", "p50", |f| ms(f.closed.p50)),
    ("", "p95", |f| ms(f.closed.p95)),
    ("", "last", |f| ms(f.closed.max)),
    ("Join → a place, ms", "p50", |f| ms(f.joined.p50)),
    ("", "p95", |f| ms(f.joined.p95)),
    ("Processor time of the vote, ms", "", |f| ms(f.worked)),
    ("Peak memory, MB", "", |f| f.memory),
    ("Memory each, KiB", "stream", |f| f.stream_kib),
    ("", "kept", |f| f.connection_kib),
    ("Raw write loop, ms", "last", |f| ms(f.raw_loop)),
];

/// What was printed, as a document.
pub(crate) fn as_json(plan: &Plan, measured: &Measured) -> Value {
    let mut heading = "";
    let rows = ROWS.map(|(what, which, figure)| {
        if !what.is_empty() {
            heading = what;
        }
        let of = |rounds: &[Figures]| median(rounds, figure);
        if plan.options.forms {
            let (form, app) = (of(&measured.ours), of(&measured.paced));
            return json!({ "figure": heading, "of": which, "by_form": form, "by_app": app });
        }
        json!({
            "figure": heading, "of": which, "barometer": of(&measured.ours),
            "paced_baseline": of(&measured.paced), "eager_baseline": of(&measured.eager),
        })
    });
    json!({
        "voters": plan.options.voters, "over_ms": plan.options.over_ms, "burst": plan.options.burst,
        "rounds": plan.options.rounds, "sync_p50_ms": ms(measured.sync.p50), "rows": rows,
    })
}

/// Keeps a document beside what was built.
pub(crate) fn save(name: &str, document: &Value) -> Result<()> {
    let folder = Path::new("target/bench");
    fs::create_dir_all(folder)?;
    let file = folder.join(name).with_extension("json");
    fs::write(&file, format!("{document:#}\n"))?;
    println!("\nThe same figures: {}", file.display());
    Ok(())
}

/// In milliseconds.
pub(crate) fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// Prints it.
pub(crate) fn print(plan: &Plan, measured: &Measured) {
    let options = plan.options;
    let when = if options.burst {
        "all at the same moment".to_owned()
    } else {
        format!("at random over {} ms", options.over_ms)
    };
    let how = if plan.keep_alive {
        "on the connection they joined on"
    } else {
        "each on a new connection"
    };
    println!("\n{} voters, each with a live stream.", options.voters);
    println!(
        "They vote {when}, {how}. Medians of {} round(s).\n",
        options.rounds
    );
    let heads = if options.forms {
        ["", "", "by form", "by app", "ratio", "", ""]
    } else {
        ["", "", "Barometer", "paced¹", "ratio", "eager²", "ratio"]
    };
    line(heads.map(str::to_owned));
    for (what, which, figure) in ROWS {
        let ours = median(&measured.ours, figure).unwrap_or_default();
        let [paced, eager] = [&measured.paced, &measured.eager].map(|of| median(of, figure));
        line([
            what.to_owned(),
            which.to_owned(),
            number(ours),
            paced.map(number).unwrap_or_default(),
            paced.map(|paced| ratio(ours, paced)).unwrap_or_default(),
            eager.map(number).unwrap_or_default(),
            eager.map(|eager| ratio(ours, eager)).unwrap_or_default(),
        ]);
    }
    notes(plan, measured);
}

fn notes(plan: &Plan, measured: &Measured) {
    let [usual, slow] = [measured.sync.p50, measured.sync.p95].map(|sync| number(ms(sync)));
    let waited: u32 = measured.ours.iter().map(|round| round.told_to_wait).sum();
    let figure = |of: Figure| median(&measured.ours, of).unwrap_or_default();
    let loops = |moved: Figure| number(figure(moved) / figure(|f| ms(f.raw_loop)));
    println!(
        "\nA stage change to the last stream is {}× (open) and {}× (close) a loop that writes as many bytes to as many sockets.",
        loops(|f| ms(f.opened.max)),
        loops(|f| ms(f.closed.max)),
    );
    println!(
        "A participant, with a stream and a kept connection, takes {} KiB.",
        number(figure(|f| f.stream_kib + f.connection_kib))
    );
    println!("Every vote of every round was counted, once. Told to come back later: {waited}.");
    println!("For scale: to append a page and sync it to this disk takes {usual} ms (p95 {slow}).");
    if !plan.options.alone && !plan.options.forms {
        println!(
            "¹ ² In memory, no checks, a number instead of a view; a receipt promises nothing."
        );
        println!("¹ tells everyone the number twice a second, as Barometer does; ² at every vote.");
    }
}

fn line(cells: [String; 7]) {
    let [what, which, ours, paced, to_paced, eager, to_eager] = cells;
    println!(
        "{what:<31} {which:<10} {ours:>10} {paced:>10} {to_paced:>7} {eager:>10} {to_eager:>7}"
    );
}

/// With as many digits as can be read.
pub(crate) fn number(value: f64) -> String {
    match value {
        10.0.. => format!("{value:.0}"),
        1.0.. => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// What took next to no time is not compared with.
fn ratio(ours: f64, theirs: f64) -> String {
    let times = ours / theirs;
    if times < 1000.0 {
        format!("{}×", number(times))
    } else {
        "–".to_owned()
    }
}

/// The median of one figure over rounds; `None` over none.
pub(crate) fn median(rounds: &[Figures], figure: Figure) -> Option<f64> {
    let mut values: Vec<f64> = rounds.iter().map(figure).collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_to_next_to_nothing_is_no_number() {
        assert_eq!(ratio(3.0, 2.0), "1.5×");
        assert_eq!(ratio(333.0, 0.25), "–");
        assert_eq!(ratio(3.0, 0.0), "–");
    }

    #[test]
    fn the_median_is_a_value_that_occurred() {
        let rounds = [30.0, 10.0, 20.0].map(|memory| Figures {
            memory,
            ..Figures::default()
        });
        assert_eq!(median(&rounds, |figures| figures.memory), Some(20.0));
        assert_eq!(median(&[], |figures| figures.memory), None);
    }
}
