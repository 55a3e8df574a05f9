//! How the values of a mismatch differ.

use pipeline_playground::pipeline::Verdict;
use pipeline_playground::report::{Difference, Group};

use crate::support::{groups, run};

/// A group of sources that each have one of these values.
fn group_of(values: &[&str]) -> Group {
    let source = |(n, value): (usize, &&str)| format!(r#""s{n}": {{"records": [{{"id": 1, "value": {value}}}]}}"#);
    let sources: Vec<_> = values.iter().enumerate().map(source).collect();
    groups(&run(format!(r#"{{"sources": {{{}}}}}"#, sources.join(", ")))).remove(0)
}

#[test]
fn how_values_differ() {
    let (order, number, value) = (Difference::Order, Difference::Number, Difference::Value);
    let huge = format!("1{}", "0".repeat(30));
    let cases: [(&[&str], Difference); 34] = [
        (&[r#"{"a": 1, "b": 2}"#, r#"{"b": 2, "a": 1}"#], order),
        (&[r#"[{"a": {"x": 1, "y": 2}}]"#, r#"[{"a": {"y": 2, "x": 1}}]"#], order),
        (&[r#"{"a": 1, "b": 2}"#, r#"{"a": 1, "b": 2}"#, r#"{"b": 2, "a": 1}"#], order),
        (&[r#"{"a": 1, "b": 2}"#, r#"{"b": 2, "a": 1.0}"#], value),
        (&["[1, 2]", "[2, 1]"], value),
        (&["1", "1.0"], number),
        (&["1", "true"], number),
        (&["0.0", "false"], number),
        (&["0", "-0.0"], number),
        (&["1e16", "10000000000000000"], number),
        (&["12", "1.2e1"], number),
        (&["1.0", "1", "true"], number),
        (&["1", "1", "1.0"], number),
        // Longer than the part of a number that is marked.
        (&["-1234567890123456", "-1234567890123456.0"], number),
        (&["1", "1.0", "2"], value),
        (&["2", "1", "1.0"], value),
        (&["[1, 1]", "[1, 1.0]"], number),
        (&[r#"{"a": [true, 5]}"#, r#"{"a": [1.0, 6]}"#], number),
        (&[r#"{"a": 1, "b": 5}"#, r#"{"a": 1.5, "b": 5}"#], value),
        (&["1", "2"], value),
        (&["1", "10"], value),
        (&["9007199254740993", "9007199254740992.0"], value),
        (&[&huge, "1e30"], value),
        (&["1e23", "100000000000000000000000"], value),
        (&["1", "\"1\""], value),
        (&["\"1\"", "\"1.0\""], value),
        (&[r#""a \" 1""#, r#""a \" 1.0""#], value),
        (&[r#"{"1": 0}"#, r#"{"1.0": 0}"#], value),
        (&[r#"{"\"": 1}"#, r#"{"\"": 1.0}"#], number),
        (&[r#"["\\", 1]"#, r#"["\\", true]"#], number),
        (&["null", "0"], value),
        (&["NaN", "Infinity"], value),
        (&["[]", "[1]"], value),
        (&["[1]", "[1, 1]"], value),
    ];
    for (values, difference) in cases {
        let group = group_of(values);
        assert_eq!((group.verdict, group.difference), (Verdict::Mismatched, Some(difference)), "{values:?}");
    }
    for values in [&["1", "1"][..], &["1.50", "1.5"], &["\"é\"", "\"\\u00e9\"", "\"é\""]] {
        let group = group_of(values);
        assert_eq!(group.difference, None, "{values:?}");
        assert!(group.values.iter().all(|value| value.differs.is_none()));
    }
}

/// The differing parts are parts of the reported texts.
#[test]
fn where_values_differ() {
    let group = group_of(&[r#"{"a":  "é", "b": 10}"#, r#"{"a": "é", "b": 1e1}"#, r#"{"a": "é"}"#]);
    let parts: Vec<_> =
        group.values.iter().map(|value| &value.claim.text[value.differs.clone().unwrap_or_default()]).collect();
    assert_eq!(parts, [r#", "b": 10"#, r#", "b": 10.0"#, ""]);
    let group = group_of(&["[5, 10]", "[5, 1e1]", "[5, 11]"]);
    let parts: Vec<_> =
        group.values.iter().map(|value| &value.claim.text[value.differs.clone().unwrap_or_default()]).collect();
    assert_eq!(parts, ["10", "10.0", "11"]);
}
