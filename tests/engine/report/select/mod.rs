//! Which records a filter selects, in which order, and which are where in the text.

mod filter;
mod places;
mod rank;
mod search;

use pipeline_playground::pipeline::Run;
use pipeline_playground::report::RecordFilter;

use crate::support::run;

/// A run over these timestamps, at 1000.
fn run_with_timestamps(timestamps: &[&str]) -> Run {
    let records: Vec<_> = timestamps
        .iter()
        .enumerate()
        .map(|(id, timestamp)| format!(r#"{{"id": {id}, "value": 0, "timestamp": {timestamp}}}"#))
        .collect();
    run(format!(r#"{{"now": 1000, "sources": {{"gamma": {{"records": [{}]}}}}}}"#, records.join(", ")))
}

fn all() -> RecordFilter {
    RecordFilter::default()
}

/// The positions of what a filter selects. However it is read, it is the same.
fn selected(run: &Run, filter: &RecordFilter) -> Vec<usize> {
    let selection = run.select(filter).expect("there is memory");
    let positions: Vec<_> = selection.positions(0).collect();
    assert_eq!(selection.count(), positions.len(), "{filter:?}");
    for offset in 0..=positions.len() + 1 {
        let told: Vec<_> = run.selected(&selection, offset).map(|record| record.position).collect();
        assert_eq!(told, positions[offset.min(positions.len())..], "{filter:?} from {offset} on");
    }
    let told: Vec<_> = run.records(filter, 0).map(|record| record.position).collect();
    assert_eq!(told, positions, "{filter:?}");
    positions
}
