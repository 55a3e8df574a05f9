//! What is different between two runs: summary, exception, records and log.

mod comparison;
mod pairs;

use pipeline_playground::pipeline::Run;
use pipeline_playground::report::{Comparison, compare};

use crate::support::run;

/// Looks at what is different in the second config's run.
fn with<T>(before: &str, after: &str, look: impl FnOnce(&Comparison<&Run>) -> T) -> T {
    let (before, after) = (run(before), run(after));
    look(&compare(&before, &after).expect("there is memory"))
}
