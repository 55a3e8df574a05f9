//! Helpers that the tests share: runs of a config, and their reports.

pub mod blame;
pub mod command_line;
pub mod configs;
pub mod conformance;
pub mod generator;

use pipeline_playground::pipeline::{self, Run};
use pipeline_playground::report::{Group, GroupFilter, RecordFilter, RecordPlace, RecordReport};
use pipeline_playground::text::Text;

/// A run with the clock at 1000.
pub fn run(config: impl AsRef<[u8]>) -> Run {
    run_at(config, 1000.0)
}

pub fn run_at(config: impl AsRef<[u8]>, clock: f64) -> Run {
    pipeline::run(Text::from_string(config.as_ref().to_vec()), clock)
}

/// All records.
pub fn records(run: &Run) -> Vec<RecordReport> {
    run.records(&RecordFilter::default(), 0).collect()
}

/// All groups.
pub fn groups(run: &Run) -> Vec<Group> {
    run.groups(&GroupFilter::default(), 0).collect()
}

/// Each log line as `LEVEL message`.
pub fn logs(run: &Run, offset: usize) -> Vec<String> {
    run.logs(offset).map(|line| format!("{} {}", line.level.name(), line.message)).collect()
}

/// The place of a record.
pub fn place(record: &RecordReport) -> RecordPlace {
    let RecordReport { position, source, index, span, .. } = record.clone();
    RecordPlace { position, source, index, span }
}
