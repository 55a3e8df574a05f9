//! Log lines, page by page.

use pipeline_playground::report::Level;

use crate::support::configs::{FAILED, MIXED};
use crate::support::{logs, place, records, run, run_at};

#[test]
fn log_lines_page_by_page() {
    let run = run(MIXED);
    let expected = [
        "INFO adapted 3 records from alpha",
        "INFO adapted 6 records from größe",
        "INFO adapted 3 records from beta",
        "WARNING contract violation: 2 missing ['value']",
        "WARNING contract violation: 2 missing ['value']",
        "WARNING contract violation: None missing ['id']",
    ];
    assert_eq!(run.log_count(), expected.len());
    for offset in 0..=expected.len() {
        assert_eq!(logs(&run, offset), expected[offset..], "from {offset} on");
    }
    assert_eq!(run.logs(expected.len() + 1).count() + run.logs(usize::MAX).count(), 0);
    assert_eq!(run.logs(3).next().map(|line| line.level), Some(Level::Warning));
}

/// The message does not tell which record it is about: two lines may be the same, and an id may be `None`.
#[test]
fn a_line_about_a_record_has_its_place() {
    let run = run(MIXED);
    let records = records(&run);
    let places: Vec<_> = run.logs(0).map(|line| line.record).collect();
    assert_eq!(
        places,
        [None, None, None, Some(2), Some(4), Some(11)].map(|at| at.map(|at: usize| place(&records[at])))
    );
    let failed = run_at(FAILED, 0.0);
    assert_eq!(failed.logs(2).map(|line| line.record.map(|record| record.index)).collect::<Vec<_>>(), [Some(2)]);
}
