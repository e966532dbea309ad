//! The program that brings faults about, as `cargo xtask faults` calls it.

use std::process::Command;

#[test]
fn a_fault_that_nobody_knows_is_refused_with_the_names_of_all() {
    let mut bench = Command::new(env!("CARGO_BIN_EXE_barometer-bench"));
    let refused = bench.args(["faults", "sunspots"]).output().unwrap();
    assert!(!refused.status.success());
    let said = String::from_utf8(refused.stderr).unwrap();
    for name in ["disk-full", "kill", "vanished-phones", "silent-connections"] {
        assert!(said.contains(name), "{said}");
    }
}
