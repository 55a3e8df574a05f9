//! What goes to JavaScript, declared once: serde makes the objects, tsify the types and their documentation.
//!
//! Each is made from a report of the core, which counts in bytes. Offsets here are UTF-16 units.

mod comparison;
mod config;
mod groups;
mod place;
mod records;
mod run;
mod summary;
mod timeline;

pub use comparison::{DuplicateOf, ErrorChange, LogChange, LogChangeKind, RecordChange, RecordOutcome, SummaryChange};
pub use config::{Setting, Settings, SourceReport, TextEdit, TextWindow};
pub use groups::{ReconciliationClaim, ReconciliationGroup, ReconciliationValue};
pub use place::{RecordPlace, TextSpan};
pub use records::{FieldChange, RecordDetail, RecordTrace};
pub use run::{LogLine, RunError, StageReport};
pub use summary::{CacheSummary, ReconciliationSummary, Summary, SummaryNumberPlace};
pub use timeline::{FreshnessCounts, Timeline, TimelineBucket, TimelinePoint, TimelineTick};
