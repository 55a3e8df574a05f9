//! Queries of a finished run. Reports are computed on request, and nothing is computed in advance.

mod compare;
mod context;
mod difference;
mod example;
mod groups;
mod hints;
mod log;
mod numbers;
mod place;
mod records;
mod scale;
mod select;
mod shorten;
mod stages;
mod steps;
mod texts;
mod timeline;
mod values;

pub use compare::{ChangeKind, Comparison, Outcome, OutcomePart, RecordChange, SummaryChange, compare};
pub use difference::Difference;
pub use example::Example;
pub use groups::{Claim, Group, GroupFilter, GroupReason, GroupSelection, GroupValue, NoGroups};
pub use hints::{Hint, HintKind};
pub use log::{Level, LogLine};
pub use numbers::{NumberReason, NumberReport};
pub use place::{RecordPlace, SourceReport};
pub use records::{FieldChange, FieldFate, RecordDetail, RecordReport};
pub use select::{Bucket, RecordFilter, Selection, Sort};
pub use stages::{Found, FoundKind, StageCounts, StageNote, StageReport, StageState};
pub use steps::{AgeOrder, Ending, MissingField, RecordName, RecordStep, Step, StepReason};
pub use texts::{CutText, TextName};
pub use timeline::{FreshnessCounts, Timeline, TimelineBucket, TimelinePoint, TimelineTick};
pub use values::{ComparedValues, OtherValue, SomeNames};
