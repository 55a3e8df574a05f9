//! Log lines, page by page.

use pipeline_playground::report::Level;

use crate::support::configs::MIXED;
use crate::support::{logs, run};

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
