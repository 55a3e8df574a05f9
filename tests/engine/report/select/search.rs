//! The records that contain a text.

use pipeline_playground::report::RecordFilter;

use super::{all, selected};
use crate::support::configs::MIXED;
use crate::support::run;

#[test]
fn by_text() {
    let mixed = run(MIXED);
    let containing = |text: &str| selected(&mixed, &RecordFilter { text: Some(text.into()), ..all() });
    assert_eq!(containing("").len(), 12);
    assert_eq!(containing("\"X\""), [0, 1, 3]);
    assert_eq!(containing("TimeStamp\": 1100"), [5, 7]);
    assert_eq!(containing("PAYLOAD"), [9, 10, 11]);
    // Only the record itself is searched, and its name, but not what comes after it.
    assert!(containing("}, ").is_empty() && containing("},").is_empty());
    assert_eq!(containing("größe"), (3..9).collect::<Vec<_>>());
    // Cache keys match if they start with the text, in either case.
    let keys: Vec<_> = mixed.records(&all(), 0).filter_map(|record| record.key).collect();
    assert_eq!(keys[3], "b917a0ffbb61");
    for digits in ["b917a0ffbb61", "B917A0FF", "b917a"] {
        assert_eq!(containing(digits), [3], "{digits}");
    }
    assert!(containing("917a0").is_empty() && containing("b917a0ffbb610").is_empty());
    assert_eq!(containing(&keys[7]), [5, 7], "a duplicate has the key of its original");
}

/// As people type it, however it is written in the text.
#[test]
fn by_what_is_shown() {
    let shown = run(r#"{"now": 9, "sources": {
        "gamma": {"records": [
            {"id": "É"}, {"id": "café"}, {"id": "caf\u00E9"}, {"id": "\ud83d\ude00"}, {"id": null, "value":1e2},
            {"id": "a\/b", "value": "tab\there"}, {"id": "C:\\dir"}, {"id":[true,"x"],"value":{"k":"q\"q"}}]},
        "\u6771\u4eac[0]": {"records": [{"id": 1}, {"id": 2}]},
        "alpha": {"records": [{"uid": "東京"}, {"uid": "\u6771\u4eac", "data": "\\u00e9"}]}}}"#);
    let containing = |text: &str| selected(&shown, &RecordFilter { text: Some(text.into()), ..all() });
    // Beyond ASCII, case counts.
    assert_eq!((containing("é"), containing("É")), (vec![1, 2], vec![0]));
    // As Python prints it, also before the escape is typed to its end. `\\u00e9` is no escape.
    assert_eq!(
        (containing("CAF\\u00e9"), containing("caf\\U00E9"), containing("caf\\u00")),
        (vec![1, 2], vec![1, 2], vec![1, 2])
    );
    assert_eq!(containing("\\u00e9"), [1, 2, 11]);
    assert_eq!((containing("😀"), containing("\\ud83d\\ude00")), (vec![3], vec![3]));
    assert_eq!((containing("a/b"), containing("a\\/b")), (vec![5], vec![5]));
    assert_eq!((containing("tab\there"), containing("tab\\there")), (vec![5], vec![5]));
    assert_eq!((containing("c:\\dir"), containing("c:\\\\dir")), (vec![6], vec![6]));
    assert_eq!((containing("q\"q"), containing("\"id\": \"C:")), (vec![7], vec![6]));
    // As it comes out: with Python's spaces and numbers, adapted, and the id as `str` gives it.
    assert_eq!(
        (containing("[true, \"x\"]"), containing("[True, 'x']"), containing("{\"k\": ")),
        (vec![7], vec![7], vec![7])
    );
    assert_eq!((containing("None"), containing("100.0"), containing("1e2")), (vec![4], vec![4], vec![4]));
    assert_eq!(containing("\"id\": \"東京"), [10, 11]);
    assert_eq!(containing("\"freshness\": \"fresh\""), [5, 7, 11]);
    // By the record's name, which is that of its source and its index.
    assert_eq!((containing("gamma[2]"), containing("GAMMA[2"), containing("[7]")), (vec![2], vec![2], vec![7]));
    assert_eq!((containing("東京[0][1]"), containing("東京[0]")), (vec![9], vec![8, 9]));
    assert_eq!(containing("東京"), [8, 9, 10, 11]);
    assert!(["gamma[8]", "gamma[02]", "café[1]", "None1"].into_iter().all(|text| containing(text).is_empty()));
    // A backslash alone is no escape.
    assert_eq!(
        (containing("\\"), containing("\\u")),
        (vec![0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11], vec![0, 1, 2, 3, 8, 9, 10, 11])
    );
}

/// A long record is searched as it is written.
#[test]
fn in_long_texts() {
    let long = "é".repeat(1 << 16);
    let config =
        format!(r#"{{"sources": {{"gamma": {{"records": [{{"id": "{long}caf\u00e9/{long}"}}, {{"id": "e"}}]}}}}}}"#);
    let run = run(config);
    let containing = |text: &str| selected(&run, &RecordFilter { text: Some(text.into()), ..all() });
    assert_eq!((containing("CAFé/é"), containing("caf\\u00e9/é"), containing("gamma[0]")), (vec![0], vec![0], vec![0]));
    assert_eq!((containing(&format!("{long}caf")), containing(&format!("{long}cafe"))), (vec![0], vec![]));
}
