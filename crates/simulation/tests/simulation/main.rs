//! The simulation from outside: what always holds, and the figures that it is known for.

mod figures;
mod properties;

use barometer_simulation::assumptions::{Assumptions, scenarios};

/// The first scenario, with a change.
fn base(change: impl FnOnce(&mut Assumptions)) -> Assumptions {
    let mut assumptions = scenarios(None).unwrap().remove(0).assumptions;
    change(&mut assumptions);
    assumptions
}
