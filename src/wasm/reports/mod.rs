//! The reports in JavaScript. Each is declared once: serde makes the object, and tsify the type with its documentation.
//!
//! Each is converted from a report of the core. The core counts in bytes, but offsets here are UTF-16 units.

mod comparison;
mod config;
mod groups;
mod hints;
mod numbers;
mod place;
mod records;
mod run;
mod steps;
mod summary;
mod timeline;

pub use comparison::{DuplicateOf, ErrorChange, LogChange, LogChangeKind, RecordChange, RecordOutcome, SummaryChange};
pub use config::{Setting, Settings, SourceReport, TextEdit, TextWindow};
pub use groups::{
    NoReconciliation, NoReconciliationReason, ReconciliationClaim, ReconciliationGroup, ReconciliationValue,
};
pub use hints::Hint;
pub use numbers::{NumberReason, NumberReport};
pub use place::{RecordPlace, TextSpan};
pub use records::{CutText, FieldChange, RecordDetail, RecordTrace};
pub use run::{Example, Found, LogLine, RunError, StageNote, StageReport};
pub use steps::{ComparedValues, MissingField, OtherValue, RecordName, RecordStep, SomeNames, StepReason};
pub use summary::{CacheSummary, ReconciliationSummary, Summary, SummaryNumberPlace};
pub use timeline::{FreshnessCounts, Timeline, TimelineBucket, TimelinePoint, TimelineTick};
