//! Two runs side by side.

mod comparison;
mod pairs;

pub use comparison::{ChangeKind, Comparison, Outcome, OutcomePart, RecordChange, SummaryChange, compare};
pub use pairs::NoMemory;
