//! The causes of exceptions, which are more specific than their types.

use std::collections::BTreeSet;

use pipeline_playground::pipeline::Failure;

use crate::support::conformance::{self, CLOCK};
use crate::support::run_at;

/// Each cause except `utf8` and `memory`, which no conformance case has, with the types of its exceptions and parts of
/// their messages.
const CAUSES: [(&str, &[(&str, &str)]); 30] = [
    ("json.bom", &[("JSONDecodeError", "Unexpected UTF-8 BOM")]),
    ("json.empty", &[("JSONDecodeError", "Expecting value")]),
    (
        "json.ends_early",
        &[
            ("JSONDecodeError", "Expecting value"),
            ("JSONDecodeError", "Expecting property name"),
            ("JSONDecodeError", "Expecting ':'"),
            ("JSONDecodeError", "Expecting ','"),
            ("JSONDecodeError", "Unterminated string"),
        ],
    ),
    ("json.extra_data", &[("JSONDecodeError", "Extra data")]),
    ("json.trailing_comma", &[("JSONDecodeError", "Illegal trailing comma")]),
    ("json.comma", &[("JSONDecodeError", "Expecting ','")]),
    ("json.property_name", &[("JSONDecodeError", "Expecting property name")]),
    ("json.colon", &[("JSONDecodeError", "Expecting ':'")]),
    ("json.single_quotes", &[("JSONDecodeError", "Expecting property name"), ("JSONDecodeError", "Expecting value")]),
    ("json.python_word", &[("JSONDecodeError", "Expecting value")]),
    (
        "json.comment",
        &[
            ("JSONDecodeError", "Expecting value"),
            ("JSONDecodeError", "Expecting property name"),
            ("JSONDecodeError", "Expecting ','"),
            ("JSONDecodeError", "Expecting ':'"),
            ("JSONDecodeError", "Extra data"),
        ],
    ),
    ("json.value", &[("JSONDecodeError", "Expecting value")]),
    ("json.control", &[("JSONDecodeError", "Invalid control character")]),
    ("json.unicode_escape", &[("JSONDecodeError", "Invalid \\uXXXX escape")]),
    ("json.escape", &[("JSONDecodeError", "Invalid \\escape")]),
    ("json.digits", &[("ValueError", "Exceeds the limit")]),
    ("json.depth", &[("RecursionError", "maximum recursion depth")]),
    ("config.not_object", &[("AttributeError", "has no attribute 'get'")]),
    ("flags.not_object", &[("AttributeError", "has no attribute 'get'")]),
    ("sources.not_object", &[("AttributeError", "has no attribute 'items'")]),
    ("source.not_object", &[("AttributeError", "has no attribute 'get'")]),
    ("records.not_iterable", &[("TypeError", "is not iterable")]),
    ("record.not_object", &[("AttributeError", "has no attribute 'get'")]),
    ("record.not_mapping", &[("TypeError", "is not a mapping")]),
    ("required.not_iterable", &[("TypeError", "is not iterable")]),
    ("required.unhashable", &[("TypeError", "unhashable type")]),
    ("freshness.timestamp", &[("TypeError", "unsupported operand type(s) for -")]),
    ("freshness.now", &[("TypeError", "unsupported operand type(s) for -")]),
    ("freshness.max_age", &[("TypeError", "'>' not supported")]),
    ("freshness.overflow", &[("OverflowError", "int too large")]),
];

fn of(config: impl AsRef<[u8]>) -> Failure {
    run_at(config, CLOCK).failure().expect("a failure").clone()
}

/// The cause, and the blamed value's text and type.
fn cause_and_value(failure: &Failure) -> (&str, Option<(&str, &str)>) {
    let blamed = failure.blamed.as_ref();
    (failure.cause.name(), blamed.map(|blamed| (blamed.text.as_str(), blamed.type_name)))
}

#[test]
fn the_causes_of_all_conformance_cases() {
    let mut seen = BTreeSet::new();
    for case in conformance::cases().filter(|case| case.expected.error.is_some()) {
        let failure = of(case.input);
        let (kind, message) = (failure.exception.kind.name(), failure.exception.message.as_str());
        let (cause, blamed) = cause_and_value(&failure);
        let (_, exceptions) =
            CAUSES.iter().find(|(name, _)| *name == cause).unwrap_or_else(|| panic!("{}: {cause}", case.name));
        let matches = |(expected, part): &(&str, &str)| *expected == kind && message.contains(part);
        assert!(exceptions.iter().any(matches), "{}: {cause} of {kind}: {message}", case.name);
        // A value is blamed if the text could be read. It has the type that the message names.
        assert_eq!(blamed.is_none(), cause.starts_with("json."), "{}: {cause}", case.name);
        if let Some((_, type_name)) = blamed {
            let named = message.contains(&format!("'{type_name}'"));
            assert!(named || kind == "OverflowError" && type_name == "int", "{}: {message}", case.name);
        }
        seen.insert(cause.to_owned());
    }
    let unseen: Vec<_> = CAUSES.iter().map(|(name, _)| *name).filter(|name| !seen.contains(*name)).collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}

/// A config of one source with one record that passes all stages up to freshness.
fn fresh(config: &str, record: &str) -> String {
    format!(r#"{{{config} "sources": {{"gamma": {{"records": [{{"id": 1, "value": 1 {record}}}]}}}}}}"#)
}

#[test]
fn causes_in_the_config() {
    let cases = [
        ("[1,  2]".to_owned(), "config.not_object", "[1, 2]", "list"),
        ("\"é\"".to_owned(), "config.not_object", r#""\u00e9""#, "str"),
        (r#"{"flags": null}"#.to_owned(), "flags.not_object", "null", "NoneType"),
        (r#"{"sources": [ ]}"#.to_owned(), "sources.not_object", "[]", "list"),
        (r#"{"sources": {"alpha": true}}"#.to_owned(), "source.not_object", "true", "bool"),
        (r#"{"sources": {"alpha": {"records": 1.50}}}"#.to_owned(), "records.not_iterable", "1.5", "float"),
        (r#"{"sources": {"alpha": {"records": [{}, 7]}}}"#.to_owned(), "record.not_object", "7", "int"),
        (r#"{"sources": {"beta": {"records": "é"}}}"#.to_owned(), "record.not_object", r#""\u00e9""#, "str"),
        (r#"{"sources": {"other": {"records": [[ 1]]}}}"#.to_owned(), "record.not_mapping", "[1]", "list"),
        (r#"{"sources": {"other": {"records": {"k": {}}}}}"#.to_owned(), "record.not_mapping", "\"k\"", "str"),
        (r#"{"sources": {"other": {"records": "\n!"}}}"#.to_owned(), "record.not_mapping", r#""\n""#, "str"),
        (fresh("\"required_fields\": 5,", ""), "required.not_iterable", "5", "int"),
        (fresh("\"required_fields\": [\"id\", {\"a\":1}],", ""), "required.unhashable", "{\"a\": 1}", "dict"),
        (fresh("\"now\": 1,", ", \"timestamp\": \"soon\""), "freshness.timestamp", "\"soon\"", "str"),
        (fresh("", ", \"timestamp\": null"), "freshness.timestamp", "null", "NoneType"),
        (fresh("\"now\": [],", ", \"timestamp\": 1"), "freshness.now", "[]", "list"),
        // Neither is a number: `now` is blamed.
        (fresh("\"now\": null,", ", \"timestamp\": \"x\""), "freshness.now", "null", "NoneType"),
        (fresh("\"max_age_seconds\": \"600\",", ""), "freshness.max_age", "\"600\"", "str"),
    ];
    for (config, cause, text, type_name) in cases {
        assert_eq!(cause_and_value(&of(&config)), (cause, Some((text, type_name))), "{config}");
    }
}

/// The text of a large value is cut.
#[test]
fn large_values() {
    let huge = format!("1{}", "0".repeat(400));
    let cut = format!("1{}…", "0".repeat(199));
    let value_text = |config: &str| of(config).blamed.expect("a value").text;
    assert_eq!(
        cause_and_value(&of(fresh("\"now\": 1.5,", &format!(", \"timestamp\": {huge}")))).0,
        "freshness.overflow"
    );
    assert_eq!(value_text(&fresh("\"now\": 1.5,", &format!(", \"timestamp\": {huge}"))), cut);
    assert_eq!(value_text(&fresh(&format!("\"now\": {huge},"), ", \"timestamp\": 1.5")), cut);
    for length in [0, 1, 197, 198] {
        let text = format!("\"{}\"", "x".repeat(length));
        assert_eq!(value_text(&text), text);
    }
    for length in [199, 200, 500, 100_000] {
        assert_eq!(value_text(&format!("\"{}\"", "x".repeat(length))), format!("\"{}…", "x".repeat(199)));
    }
    // "[", then three characters for each 7.
    assert_eq!(value_text(&format!("[{}0]", "7,".repeat(100_000))), format!("[{}7…", "7, ".repeat(66)));
    assert_eq!(value_text(&format!("{}{}", "[".repeat(9_000), "]".repeat(9_000))), format!("{}…", "[".repeat(200)));
    let escaped = value_text(&format!("[\"{}\"]", "é".repeat(1000)));
    assert_eq!(escaped, format!("[\"{}…", r"\u00e9".repeat(33)));
}
