//! `cargo xtask faults`: what may go wrong around a server, done to the one that is shipped, and to parts of it where no
//! outsider can bring the fault about.

use anyhow::Result;

use crate::packages;
use crate::project::{Project, run};

/// Faults that a test of the server brings about within it: a panic of its writer, steps of the clock, a pepper or a
/// database that is gone, a file of the database that grows no further, what one network may hold open.
const WITHIN: [(&str, &str, &str); 5] = [
    ("panic", "--lib", "vital::"),
    ("full-file", "--lib", "store::space::"),
    ("clock-steps", "--test=http", "countdown::"),
    ("lost-files", "--test=http", "storage::"),
    ("long-heads", "--test=http", "connections::"),
];

/// All faults, or the one that `args` begin with; the rest of them is for the measuring program.
pub(crate) fn all(project: &Project, args: &[String]) -> Result<()> {
    let name = args.first().filter(|word| !word.starts_with('-'));
    let is_within = WITHIN
        .iter()
        .any(|(within, ..)| name.is_some_and(|name| name == within));
    for (within, target, tests) in WITHIN {
        if name.is_none_or(|name| name == within) {
            println!("\n══ {within}");
            let mut cargo = packages::cargo_for_host(project, "test");
            run(cargo.args([target, tests]))?;
        }
    }
    if is_within {
        return Ok(());
    }
    let release = [
        "build",
        "--locked",
        "--release",
        "--package",
        "barometer-server",
    ];
    run(&mut project.cargo(&release))?;
    from_outside(project, args)
}

/// A short pass over the server that was built: those within are tests like all others.
pub(crate) fn shortly(project: &Project) -> Result<()> {
    let short = ["--rounds", "1", "--connections", "500"];
    from_outside(project, &short.map(str::to_owned))
}

fn from_outside(project: &Project, args: &[String]) -> Result<()> {
    // With the features of the tests, whose dependencies are compiled already.
    let mut build = packages::cargo_for_host(project, "build");
    run(build.args(["--bin", "barometer-bench"]))?;
    let mut bench = project.command(project.built("debug", "barometer-bench"), &["faults"]);
    bench.args(args).arg("--server");
    run(bench.arg(project.built("release", "barometer")))
}
