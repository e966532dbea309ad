//! `cargo xtask bench`: the server as shipped under a room full of phones, beside one that keeps nothing.

use anyhow::Result;

use crate::app::{self, Mode};
use crate::node;
use crate::project::{Project, run};

/// Builds what is measured and what measures, and lets a room vote; `args` are for the measuring program.
pub(crate) fn votes(project: &Project, mut args: Vec<String>) -> Result<()> {
    if args.first().is_some_and(|word| {
        [
            "addresses",
            "growth",
            "joins",
            "questions",
            "timing-attack",
            "webinars",
        ]
        .contains(&word.as_str())
    }) {
        return with_release_server(project, &args);
    }
    for (word, script) in [("first-vote", "first-vote"), ("browser", "browser-load")] {
        if args.first().is_some_and(|first| first == word) {
            app::build(project, Mode::Release)?;
            return node::bench(project, script, &args[1..]);
        }
    }
    if args.first().is_some_and(|word| word == "choice") {
        let example = [
            "run",
            "--locked",
            "--release",
            "--package",
            "barometer-choice",
        ];
        return run(project.cargo(&example).args(["--example", "bench"]));
    }
    for package in ["barometer-server", "barometer-bench"] {
        // One at a time: together they would share features, and the server would not be the one shipped.
        run(&mut project.cargo(&["build", "--locked", "--release", "--package", package]))?;
    }
    if args.first().is_some_and(|word| word == "votes") {
        args.remove(0);
    }
    let mut bench = project.command(project.built("release", "barometer-bench"), &["votes"]);
    bench
        .arg("--server")
        .arg(project.built("release", "barometer"));
    run(bench.args(args))
}

/// Lets an attacker guess who chose what, which fails when that works; or a room ask while it votes.
fn with_release_server(project: &Project, args: &[String]) -> Result<()> {
    for package in ["barometer-server", "barometer-bench"] {
        run(&mut project.cargo(&["build", "--locked", "--release", "--package", package]))?;
    }
    let mut bench = project.command(project.built("release", "barometer-bench"), &[]);
    bench
        .args(args)
        .arg("--server")
        .arg(project.built("release", "barometer"));
    run(&mut bench)
}
