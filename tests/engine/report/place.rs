//! Sources, and the record at an offset of the text.

use pipeline_playground::report::SourceReport;

use crate::support::configs::{FAILED, MIXED, REPEATED};
use crate::support::{records, run};

#[test]
fn sources() {
    let report = |name: &str, records| SourceReport { name: name.into(), records, adapter: false };
    let known = |name: &str, records| SourceReport { adapter: true, ..report(name, records) };
    let actual: Vec<_> = run(REPEATED).sources().collect();
    assert_eq!(actual, [report("one", 2), report("two", 2), report("none", 0)]);
    let failed = run(
        r#"{"sources": {"alpha": {"records": [{}]}, "beta": {"records": [{}, {}, 7]}, "gamma": {"records": [{}]}}}"#,
    );
    assert_eq!(failed.sources().collect::<Vec<_>>(), [known("alpha", 1), known("beta", 2)]);
    assert_eq!(run("[").sources().count() + run("{}").sources().count(), 0);
}

#[test]
fn a_record_by_its_offset() {
    for config in [MIXED, FAILED, REPEATED] {
        let run = run(config);
        let spans: Vec<_> = records(&run).into_iter().map(|record| record.span).collect();
        for offset in 0..config.len() + 2 {
            let expected = spans.iter().position(|span| span.contains(&offset));
            assert_eq!(run.record_at(offset), expected, "at {offset}");
        }
    }
    assert_eq!((run("[").record_at(0), run("{}").record_at(1)), (None, None));
}
