//! The differences between two runs: summary, exception, records and log.

mod comparison;
mod pairs;

use pipeline_playground::pipeline::Run;
use pipeline_playground::report::{Comparison, compare};

use crate::support::run;

/// Passes the comparison of two configs' runs to `check`.
fn with<T>(before: &str, after: &str, check: impl FnOnce(&Comparison<&Run>) -> T) -> T {
    let (before, after) = (run(before), run(after));
    check(&compare(&before, &after).expect("there is memory"))
}
