//! What became of each record.

use pipeline_playground::pipeline::{Fate, Freshness, Stage, Verdict};
use pipeline_playground::report::{Ending, RecordReport};

use crate::support::configs::MIXED;
use crate::support::{records, run};

#[test]
fn the_records_of_a_run() {
    let (kept, invalid) = (Fate::Kept, Fate::Invalid);
    let (fresh, stale) = (Some((Freshness::Fresh, "0")), |age| Some((Freshness::Stale, age)));
    let fresh_at = |age| Some((Freshness::Fresh, age));
    let expected = [
        // Adapt drops alpha's timestamp, so `now` is used, and the age is 0.
        ("alpha", 0, kept, fresh, Some(0)),
        ("alpha", 1, Fate::Duplicate { of: 0 }, None, Some(0)),
        ("alpha", 2, invalid, None, Some(1)),
        ("größe", 0, kept, stale("600.5"), Some(0)),
        ("größe", 1, invalid, None, Some(1)),
        ("größe", 2, kept, fresh_at("-100"), Some(2)),
        ("größe", 3, kept, fresh_at("600"), Some(2)),
        ("größe", 4, Fate::Duplicate { of: 5 }, None, Some(2)),
        ("größe", 5, kept, stale("1e+300"), None),
        ("beta", 0, kept, fresh, Some(0)),
        ("beta", 1, kept, fresh, Some(2)),
        ("beta", 2, invalid, None, Some(3)),
    ];
    let run = run(MIXED);
    let records = records(&run);
    assert_eq!((run.record_count(), records.len()), (12, 12));
    for (position, (record, (source, index, fate, mark, group))) in records.iter().zip(expected).enumerate() {
        assert_eq!((record.position, record.source.as_str(), record.index), (position, Some(source), index));
        let actual = record.freshness.zip(record.age.as_deref());
        assert_eq!((record.fate, actual, record.group), (fate, mark, group), "{position}");
    }
}

#[test]
fn a_record_in_full() {
    let records = records(&run(MIXED));
    let expected = RecordReport {
        position: 3,
        source: "größe".into(),
        index: 0,
        span: 237..280,
        text: r#"{"id": 1, "value": "x", "timestamp": 399.5, "source": "gr\u00f6\u00dfe", "freshness": "stale"}"#
            .into(),
        id: Some("1".into()),
        quoted_id: false,
        key: Some("b917a0ffbb61".into()),
        hashed: Some(r#"{"id": 1, "source": "gr\u00f6\u00dfe", "timestamp": 399.5, "value": "x"}"#.into()),
        fate: Fate::Kept,
        original: None,
        missing: Vec::new(),
        absent: Vec::new(),
        freshness: Some(Freshness::Stale),
        timestamp: Some("399.5".into()),
        age: Some("600.5".into()),
        group: Some(0),
        verdict: Some(Verdict::Mismatched),
        overwritten_by: None,
        ending: Ending::Kept,
        settled_by: Stage::Validate,
        steps: records[3].steps.clone(),
        cut: Vec::new(),
    };
    assert_eq!(records[3], expected);
    assert_eq!(&MIXED[records[3].span.clone()], r#"{"id": 1, "value": "x", "timestamp": 399.5}"#);
    // The last record: a field that the source leaves out is Python's `None`.
    assert_eq!(&MIXED[records[11].span.clone()], r#"{"payload": 5}"#);
    assert_eq!(records[11].text, r#"{"id": null, "value": 5, "source": "beta"}"#);
    assert_eq!(records[11].missing, ["id".into()]);
}

#[test]
fn ids_and_timestamps() {
    let config = format!(
        r#"{{"now": 5, "sources": {{"gamma": {{"records": [
            {{"id": "{}", "value": 1, "timestamp": 1.50}}, {{"id": "a{}z", "value": 1}},
            {{"id": {{"a": null}}, "value": 1, "timestamp": true}}, {{"value": 1, "timestamp": 2}},
            {{"id": 1.50, "value": 2, "timestamp": -0}}]}}}}}}"#,
        "é".repeat(200),
        "\\ud83d\\ude00".repeat(199)
    );
    let actual: Vec<_> = records(&run(&config))
        .into_iter()
        .map(|record| (record.id.map(|id| id.to_string()), record.timestamp))
        .collect();
    let actual: Vec<_> = actual.iter().map(|(id, timestamp)| (id.as_deref(), timestamp.as_deref())).collect();
    // A long id is cut in the middle, since many begin alike.
    let (whole, cut) = ("é".repeat(200), format!("a{}…{}z", "😀".repeat(50), "😀".repeat(49)));
    let expected = [
        (Some(whole.as_str()), Some("1.5")),
        (Some(cut.as_str()), None),
        (Some("{'a': None}"), Some("true")),
        // The freshness stage has not looked at it.
        (None, None),
        (Some("1.5"), Some("0")),
    ];
    assert_eq!(actual, expected);
    // An adapter that renames a field gives `None` for an absent one.
    let config = r#"{"sources": {"alpha": {"records": [{}, {"uid": null}, {"uid": ""}]},
        "gamma": {"records": [{}, {"id": null}, {"id": ""}, {"id": "None"}]}}}"#;
    let records = records(&run(config)).into_iter();
    let actual: Vec<_> = records.map(|record| (record.id.map(|id| id.to_string()), record.verdict)).collect();
    let actual: Vec<_> = actual.iter().map(|(id, verdict)| (id.as_deref(), verdict.map(Verdict::name))).collect();
    let none = (Some("None"), Some("matched"));
    assert_eq!(actual, [none, none, (Some(""), None), (None, None), none, (Some(""), None), none]);
}

/// A string that reads like another value needs its quotes to be told from it.
#[test]
fn ids_in_quotes() {
    let ids = r#"1 "1" "-1.5e3" " 7" 7.0 "None" "none" "null" null "True" true "NaN" "[1]" [1] "{}" "1a" "2024-01-05" "order" "" "\u0031""#;
    let records_of = |ids: &[&str]| ids.iter().map(|id| format!(r#"{{"id": {id}}}"#)).collect::<Vec<_>>().join(",");
    let ids: Vec<_> = ids.replace("\" 7\"", "\"_7\"").split(' ').map(|id| id.replace('_', " ")).collect();
    let ids: Vec<_> = ids.iter().map(String::as_str).collect();
    let run = run(format!(r#"{{"sources": {{"gamma": {{"records": [{}]}}}}}}"#, records_of(&ids)));
    let quoted = records(&run).into_iter().filter(|record| record.quoted_id).map(|record| ids[record.position]);
    let expected = [
        r#""1""#,
        r#""-1.5e3""#,
        r#"" 7""#,
        r#""None""#,
        r#""null""#,
        r#""True""#,
        r#""NaN""#,
        r#""[1]""#,
        r#""{}""#,
        r#""""#,
        r#""\u0031""#,
    ];
    assert_eq!(quoted.collect::<Vec<_>>(), expected);
}
