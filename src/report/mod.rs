//! What can be asked of a finished run. Nothing here is computed before it is asked for.

mod compare;
mod context;
mod difference;
mod groups;
mod log;
mod place;
mod records;
mod select;
mod stages;
mod timeline;

pub use compare::{ChangeKind, Comparison, Outcome, RecordChange, SummaryChange, compare};
pub use difference::Difference;
pub use groups::{Claim, Group, GroupFilter, GroupSelection, GroupValue};
pub use log::{Level, LogLine};
pub use place::{RecordPlace, SourceReport};
pub use records::{FieldChange, RecordDetail, RecordReport};
pub use select::{Bucket, RecordFilter, Selection, Sort};
pub use stages::{StageCounts, StageReport};
pub use timeline::{FreshnessCounts, Timeline, TimelineBucket, TimelinePoint, TimelineTick};
