//! The contract, the fields that a record lacks, and where validate fails.

use pipeline_playground::pipeline::{Fate, Stage};
use pipeline_playground::python::{Kind, PyString};
use pipeline_playground::report::RecordFilter;

use crate::support::blame::{at, check_blame};
use crate::support::configs::MIXED;
use crate::support::{logs, records, run};

/// The log has Python's `repr` of the list, and a report the `str` of each name.
#[test]
fn missing_names() {
    let cases: [(&str, &[&str], &str); 6] = [
        (r#"["id", 1.50, "x"]"#, &["1.5", "x"], "[1.5, 'x']"),
        (r#"["it's", "é\n", "a\"b"]"#, &["it's", "é\n", "a\"b"], r#"["it's", 'é\n', 'a"b']"#),
        (
            "[null, true, 1e16, -0, -0.0, NaN]",
            &["None", "True", "1e+16", "0", "-0.0", "nan"],
            "[None, True, 1e+16, 0, -0.0, nan]",
        ),
        (r#""é😀""#, &["é", "😀"], "['é', '😀']"),
        (r#"{"b": 1, "source": 2, "id": 3, "a": 4}"#, &["b", "a"], "['b', 'a']"),
        // A name that is required twice is missing twice.
        (r#"["x", "id", "x"]"#, &["x", "x"], "['x', 'x']"),
    ];
    for (required, names, list) in cases {
        let config =
            format!(r#"{{"required_fields": {required}, "sources": {{"gamma": {{"records": [{{"id": 7}}]}}}}}}"#);
        let run = run(&config);
        let expected: Vec<_> = names.iter().map(|&name| name.into()).collect();
        assert_eq!(records(&run)[0].missing, expected, "{required}");
        assert_eq!(logs(&run, 1), [format!("WARNING contract violation: 7 missing {list}")]);
    }
}

/// Too many required fields for looking them up one by one.
#[test]
fn many_required_fields() {
    let fields: Vec<_> = (0..100).map(|index| format!("\"f{index}\"")).collect();
    let config = format!(
        r#"{{"required_fields": ["value", {}, 1.50], "sources": {{"gamma": {{"records": [{{"f3": 1, "f99": null, "f40": 0}}]}}}}}}"#,
        fields.join(", ")
    );
    let mut expected = vec!["value".into()];
    expected.extend((0..100).filter(|index| ![3, 40].contains(index)).map(|index| format!("f{index}").into()));
    expected.push("1.5".into());
    assert_eq!(records(&run(&config))[0].missing, expected);
}

/// A field is missing if it is absent, or if its value is `None`.
#[test]
fn absent_fields() {
    let many: Vec<_> = (0..50).map(|index| format!("\"f{index}\"")).collect();
    for more in [String::new(), format!(", {}", many.join(", "))] {
        let config = format!(
            r#"{{"required_fields": ["id", "value", "source", "x", "y", null, 1{more}], "flags": {{"cache": 0}}, "sources": {{
                "alpha": {{"records": [{{"uid": null, "x": 1}}, {{"x": 1}}]}},
                "gamma": {{"records": [{{"id": null, "x": null, "y": 0, "f7": null}}, {{"value": 1, "x": 0, "y": []}}]}}}}}}"#
        );
        let records = records(&run(&config));
        let texts = |names: &[PyString]| -> Vec<_> {
            names.iter().map(ToString::to_string).filter(|name| !name.starts_with('f')).collect()
        };
        let expected: [(&[&str], &[&str]); 4] = [
            // For alpha, adapt sets an absent id and value to `None`, and drops all other fields.
            (&["id", "value", "x", "y", "None", "1"], &["x", "y", "None", "1"]),
            (&["id", "value", "x", "y", "None", "1"], &["x", "y", "None", "1"]),
            (&["id", "value", "x", "None", "1"], &["value", "None", "1"]),
            (&["id", "None", "1"], &["id", "None", "1"]),
        ];
        for (record, (missing, absent)) in records.iter().zip(expected) {
            assert_eq!(
                (texts(&record.missing), texts(&record.absent)),
                (missing.iter().map(ToString::to_string).collect(), absent.iter().map(ToString::to_string).collect(),)
            );
        }
        if !more.is_empty() {
            assert!(records[2].missing.contains(&"f7".into()) && !records[2].absent.contains(&"f7".into()));
            assert!(records[2].absent.contains(&"f8".into()) && records[3].absent.contains(&"f7".into()));
        }
    }
    assert!(records(&run(MIXED)).iter().all(|record| record.fate == Fate::Invalid || record.absent.is_empty()));
}

/// Many required fields, and a record that has them all. Looking them up must stay linear.
#[test]
fn a_wide_contract() {
    let names: Vec<String> = (0..60_000).map(|index| format!("\"field {index}\"")).collect();
    let members: Vec<String> = names.iter().map(|name| format!("{name}: 1")).collect();
    let records = format!("{{{0}}}, {{\"id\": 7, {0}, \"field 5\": null}}", members.join(", "));
    let run = run(format!(
        "{{\"now\": 1, \"required_fields\": [{}], \"sources\": {{\"gamma\": {{\"records\": [{records}]}}}}}}",
        names.join(", ")
    ));
    let lines: Vec<String> = run.logs(0).map(|line| line.message.to_string()).collect();
    assert_eq!(lines, ["adapted 2 records from gamma", "contract violation: 7 missing ['field 5']"]);
}

/// A name that is required many times. It must be looked up only once in each record.
#[test]
fn a_contract_with_repeated_names() {
    let fields = r#""id", "a", "zz", 1, "a""#;
    for (repeated, missing) in [("a", 0), ("id", 0), ("zz", 30_001)] {
        let names = vec![format!("\"{repeated}\""); 30_000].join(", ");
        let has_all = vec![r#"{"id": 7, "a": 1}"#; if missing == 0 { 30_000 } else { 1 }].join(", ");
        let run = run(format!(
            "{{\"now\": 1, \"flags\": {{\"cache\": 0, \"freshness\": 0}}, \"required_fields\": [{names}, \"{repeated}\"], \
             \"sources\": {{\"gamma\": {{\"records\": [{has_all}]}}}}}}"
        ));
        let missed: Vec<usize> =
            run.records(&RecordFilter::default(), 0).take(2).map(|record| record.missing.len()).collect();
        assert!(missed.iter().all(|&count| count == missing), "{repeated}: {missed:?}");
    }
    // Missing names are listed as often as they are required, and in the same order.
    let config = format!(r#"{{"required_fields": [{fields}], "sources": {{"gamma": {{"records": [{{"id": 7}}]}}}}}}"#);
    let lines: Vec<String> = run(config).logs(0).map(|line| line.message.to_string()).collect();
    assert_eq!(lines[1], "contract violation: 7 missing ['a', 'zz', 1, 'a']");
}

#[test]
fn required_fields() {
    let cases = [
        // The exception is raised at the first record that is checked, so the index is 0.
        (
            at(Stage::Validate, "alpha", 0),
            r#"{"required_fields": «null», "sources": {"alpha": {"records": [{}, {}]}}}"#,
        ),
        (
            at(Stage::Validate, "beta", 0),
            r#"{"sources": {"alpha": {}, "beta": {"records": [{}]}}, "required_fields": «true»}"#,
        ),
        (
            at(Stage::Validate, "gamma", 0),
            r#"{"required_fields": ["id", «["é"]», {}], "sources": {"gamma": {"records": [{"id": 1}]}}}"#,
        ),
        // Fields after a missing one are looked up too.
        (
            at(Stage::Validate, "beta", 0),
            r#"{"required_fields": ["no", 1, «{}»], "sources": {"alpha": {}, "beta": {"records": [{}]}}}"#,
        ),
    ];
    check_blame(Kind::TypeError, &cases);
}
