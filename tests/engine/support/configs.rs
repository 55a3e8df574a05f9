//! Configs in which much happens, for the tests of reports.

/// The sample that the page starts with.
pub const SAMPLE: &str = include_str!("../../sample_input.json");

/// Has every fate, both marks, every verdict, and a record without a group.
pub const MIXED: &str = r#"{
    "now": 1000,
    "sources": {
        "alpha": {"records": [
            {"uid": 1, "data": "x", "timestamp": 0},
            {"uid": 1, "data": "x"},
            {"uid": 2}
        ]},
        "größe": {"records": [
            {"id": 1, "value": "x", "timestamp": 399.5},
            {"id": "2", "value": null},
            {"id": 3, "value": [1], "timestamp": 1100},
            {"id": 3, "value": [1], "timestamp": 400},
            {"timestamp": 1100, "value": [1], "id": 3},
            {"id": "", "value": 0, "timestamp": -1e300}
        ]},
        "beta": {"records": [
            {"identifier": 1, "payload": "y"},
            {"identifier": 3, "payload": [1]},
            {"payload": 5}
        ]}
    }
}"#;

/// Fails in the freshness stage, at the fourth record that it is given.
pub const FAILED: &str = r#"{"now": 10, "sources": {
    "alpha": {"records": [{"uid": 1, "data": 1}, {"uid": 1, "data": 1}, {"uid": 2}]},
    "gamma": {"records": [{"id": 1, "value": 1, "timestamp": 1}, {"id": 2, "value": 2, "timestamp": 1e3},
        {"id": 3, "value": 3, "timestamp": "soon"}, {"id": 4, "value": 4}]}}}"#;

/// The source `one` is repeated: it has the index of its first occurrence, and the records of its last.
pub const REPEATED: &str = r#"{"sources": {"one": {"records": [{"id": "old"}]}, "two": {"records": [{"id": "é😀"}, {"id": 2}]},
    "none": {}, "one": {"records": [ {"id": 3} , {"id": {"id": 4}}]}}}"#;

/// Has a duplicate, an invalid record, a stale one, a mismatch with beta, and a record without an id.
pub const EVERYTHING: &str = r#"{"now": 1000, "required_fields": ["value", "id", "note"], "sources": {
    "alpha": {"records": [{"uid": "a", "data": 1, "x": 0, "y": 0, "z": 0, "w": 0}, {"uid": "a", "data": 1}]},
    "beta": {"records": [{"identifier": "a", "payload": 2}]},
    "gamma": {"records": [{"id": "b", "value": 1, "note": 1, "timestamp": 0}, {"id": "", "value": null, "note": 1},
        {"value": 3, "note": 1}, {"id": "c", "value": 4, "note": 4, "timestamp": 400}]}}}"#;

/// Sources that have the same id, with these values.
pub fn one_id(values: &[&str]) -> String {
    let source = |(at, value): (usize, &&str)| format!(r#""s{at}": {{"records": [{{"id": 1, "value": {value}}}]}}"#);
    format!(r#"{{"sources": {{{}}}}}"#, values.iter().enumerate().map(source).collect::<Vec<_>>().join(","))
}
