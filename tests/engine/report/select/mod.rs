//! Which records a filter selects, in which order, and where in the text.

mod filter;
mod places;
mod rank;
mod search;

use pipeline_playground::pipeline::Run;
use pipeline_playground::report::RecordFilter;

use crate::support::run;

/// A run over records with these timestamps, at the time 1000.
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

/// The positions of the records that a filter selects. Checks that all ways of reading them agree.
fn selected(run: &Run, filter: &RecordFilter) -> Vec<usize> {
    let selection = run.select(filter).expect("there is memory");
    let positions: Vec<_> = selection.positions(0).collect();
    assert_eq!(selection.count(), positions.len(), "{filter:?}");
    for offset in 0..=positions.len() + 1 {
        let read: Vec<_> = run.selected(&selection, offset, usize::MAX).map(|record| record.position).collect();
        assert_eq!(read, positions[offset.min(positions.len())..], "{filter:?} from {offset} on");
    }
    let read: Vec<_> = run.records(filter, 0).map(|record| record.position).collect();
    assert_eq!(read, positions, "{filter:?}");
    positions
}
