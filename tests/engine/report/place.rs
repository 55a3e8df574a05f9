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

/// The record that each offset of a text is in or beside, as a line of digits; a blank for none.
fn beside(config: &str) -> String {
    let run = run(config);
    (0..=config.len()).map(|at| run.record_beside(at).map_or(" ".into(), |position| position.to_string())).collect()
}

#[test]
fn a_record_beside_an_offset() {
    let config = r#"{"sources": {"a": {"records": [ {"id": {}} , {"id": 1},{}]}, "b": {"records": [{}]}}} "#;
    let places = "                             000000000000000011111111112222222               3333333333";
    assert_eq!(beside(config), places);
}

#[test]
fn a_record_beside_an_offset_is_on_its_line() {
    let config = "{\"sources\": {\"a\": {\"records\": [\n  {\"id\": 1},  \n\n\t{\n\t\t\"id\": 2\n\t}\n]}}}";
    assert_eq!(beside(config), "                                000000000000000 1111111111111111     ");
    // Not over any number of blanks, and not in a text without records.
    let far = |blanks| beside(&format!(r#"{{"sources": {{"a": {{"records": [{}{{}}]}}}}}}"#, " ".repeat(blanks)));
    assert!(far(900).starts_with(&format!("{}0", " ".repeat(29))) && far(3000).starts_with(&" ".repeat(2000)));
    assert_eq!((beside("{}"), beside("["), beside("")), ("   ".into(), "  ".into(), " ".into()));
}
