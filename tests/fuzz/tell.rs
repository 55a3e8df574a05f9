//! Asks a run for all that it can tell.

use pipeline_playground::pipeline::{GroupFilter, RecordFilter, Run};

pub fn all(run: &Run) {
    assert!(run.summary().is_some() != run.failure().is_some());
    let length = run.text().bytes().len();
    for record in run.records(&RecordFilter::default(), 0) {
        assert!(record.span.end <= length && run.text().position(record.span.end).utf16 <= length);
    }
    assert_eq!(run.logs(0).count(), run.log_count());
    assert_eq!(run.groups(&GroupFilter::default(), 0).count(), run.group_count());
    let _ = (
        run.stages(),
        run.summary().map(ToString::to_string),
        run.failure().map(|failure| failure.exception.to_string()),
    );
}
