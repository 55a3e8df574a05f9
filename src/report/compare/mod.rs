//! Compares two runs.

mod comparison;
mod outcome;
mod pairs;
mod records;

pub use comparison::{Comparison, SummaryChange, compare};
pub use outcome::{Outcome, OutcomePart};
pub use records::{ChangeKind, RecordChange};
