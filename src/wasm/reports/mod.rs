//! What goes to JavaScript, declared once: serde makes the objects, tsify the types and their documentation.
//!
//! Each is made from a report of the core, which counts in bytes. Offsets here are UTF-16 units.

mod comparison;
mod config;
mod groups;
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
pub use numbers::{NumberReason, NumberReport};
pub use place::{RecordPlace, TextSpan};
pub use records::{FieldChange, RecordDetail, RecordTrace};
pub use run::{Example, Found, LogLine, RunError, StageNote, StageReport};
pub use steps::{ComparedValues, MissingField, OtherValue, RecordName, RecordStep, SomeNames, StepReason};
pub use summary::{CacheSummary, ReconciliationSummary, Summary, SummaryNumberPlace};
pub use timeline::{FreshnessCounts, Timeline, TimelineBucket, TimelinePoint, TimelineTick};
