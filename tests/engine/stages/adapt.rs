//! How adapt changes the records of each source, and where it fails.

use pipeline_playground::pipeline::Stage;
use pipeline_playground::python::Kind;
use pipeline_playground::report::{FieldChange, FieldFate};

use crate::support::blame::{at, check_blame};
use crate::support::{records, run};

#[test]
fn a_record_before_and_after_adapt() {
    let config = r#"{"sources": {
        "alpha": {"records": [{"note": 1.0, "data": "é", "source": "x", "uid": 7, "id": 8, "uid": 9}, {"uid": null}]},
        "beta": {"records": [{}]},
        "g\u00e9": {"records": [{"a": {"b":1}, "source": 2, "id": "x", "freshness": 0}, {"value": 1}]}}}"#;
    let run = run(config);
    let detail = |position| run.record(position).expect("a record");
    let change = |from: Option<(&str, &str)>, to: Option<(&str, &str)>| FieldChange {
        from: from.map(|(name, _)| name.into()),
        to: to.map(|(name, _)| name.into()),
        before: from.map(|(_, text)| text.to_owned()),
        after: to.map(|(_, text)| text.to_owned()),
        length: None,
        change: match (from, to) {
            (_, None) => FieldFate::Dropped,
            (None, _) => FieldFate::Added,
            (Some((from, _)), Some((to, _))) if from != to => FieldFate::Renamed,
            _ if from == to => FieldFate::Kept,
            _ => FieldFate::Changed,
        },
    };
    let first = detail(0);
    assert_eq!(first.before, r#"{"note": 1.0, "data": "\u00e9", "source": "x", "uid": 9, "id": 8}"#);
    assert_eq!(first.adapted, r#"{"id": 9, "value": "\u00e9", "source": "alpha"}"#);
    let expected = [
        change(Some(("note", "1.0")), None),
        change(Some(("data", r#""\u00e9""#)), Some(("value", r#""\u00e9""#))),
        change(Some(("source", "\"x\"")), None),
        change(Some(("uid", "9")), Some(("id", "9"))),
        change(Some(("id", "8")), None),
        change(None, Some(("source", "\"alpha\""))),
    ];
    assert_eq!(first.fields, expected);
    let added = |name, text| change(None, Some((name, text)));
    let null = change(Some(("uid", "null")), Some(("id", "null")));
    assert_eq!(detail(1).fields, [null, added("value", "null"), added("source", "\"alpha\"")]);
    let all_added = [added("id", "null"), added("value", "null"), added("source", "\"beta\"")];
    assert_eq!(detail(2).fields, all_added);
    let passed = detail(3);
    assert_eq!(passed.before, r#"{"a": {"b": 1}, "source": 2, "id": "x", "freshness": 0}"#);
    assert_eq!(passed.adapted, r#"{"a": {"b": 1}, "source": "g\u00e9", "id": "x", "freshness": 0}"#);
    let same = |name, text| change(Some((name, text)), Some((name, text)));
    let expected = [
        same("a", r#"{"b": 1}"#),
        change(Some(("source", "2")), Some(("source", r#""g\u00e9""#))),
        same("id", "\"x\""),
        same("freshness", "0"),
    ];
    assert_eq!(passed.fields, expected);
    assert_eq!(detail(4).fields, [same("value", "1"), added("source", r#""g\u00e9""#)]);
    // The detail has the same report as the list of all records.
    for (position, record) in records(&run).into_iter().enumerate() {
        assert_eq!(detail(position).report, record);
    }
    assert!(run.record(5).is_none() && run.record(usize::MAX).is_none());
    assert!(self::run("[").record(0).is_none());
}

#[test]
fn what_should_be_an_object() {
    let sources = (Some(Stage::Adapt), None, None);
    let source = |name| (Some(Stage::Adapt), Some(name), None);
    let cases = [
        (sources, r#"{"sources": «null»}"#),
        (sources, r#"{"sources": «"alpha"»}"#),
        (source("alpha"), r#"{"sources": {"alpha": «[]»}}"#),
        (source("é"), r#"{"sources": {"alpha": {}, "\u00e9": «7»}}"#),
        // Records of a source with an adapter.
        (at(Stage::Adapt, "alpha", 0), r#"{"sources": {"alpha": {"records": [«1.5»]}}}"#),
        (
            at(Stage::Adapt, "beta", 2),
            r#"{"sources": {"alpha": {"records": [{}]}, "beta": {"records": [{}, {}, «[]», 1]}}}"#,
        ),
        // Iterating over a string gives its characters, over an object its keys.
        (at(Stage::Adapt, "beta", 0), r#"{"sources": {"alpha": {"records": ""}, "beta": {"records": «"éx"»}}}"#),
        (at(Stage::Adapt, "alpha", 0), r#"{"sources": {"alpha": {"records": {«"é"»: {}, "b": {}}}}}"#),
    ];
    check_blame(Kind::AttributeError, &cases);
}

/// After more records than a stage works on at a time.
#[test]
fn a_failure_after_many_records() {
    for count in [511, 512, 513, 1500] {
        let config = format!(r#"{{"sources": {{"alpha": {{"records": [{}«7»]}}}}}}"#, "{}, ".repeat(count));
        check_blame(Kind::AttributeError, &[(at(Stage::Adapt, "alpha", count), config.as_str())]);
    }
}

#[test]
fn what_should_be_iterable_or_a_mapping() {
    let source = |name| (Some(Stage::Adapt), Some(name), None);
    let cases = [
        (source("alpha"), r#"{"sources": {"alpha": {"records": «null»}}}"#),
        (source("gamma"), r#"{"sources": {"alpha": {"records": [{}]}, "gamma": {"records": «12»}}}"#),
        // Records of a source without an adapter.
        (at(Stage::Adapt, "gamma", 0), r#"{"sources": {"gamma": {"records": [«null», {}]}}}"#),
        (at(Stage::Adapt, "源", 1), r#"{"sources": {"alpha": {"records": [{}]}, "源": {"records": [{}, «"é"»]}}}"#),
        (at(Stage::Adapt, "gamma", 0), r#"{"sources": {"gamma": {"records": «"éx"»}}}"#),
        (at(Stage::Adapt, "gamma", 0), r#"{"sources": {"alpha": {"records": {}}, "gamma": {"records": {«"k"»: {}}}}}"#),
    ];
    check_blame(Kind::TypeError, &cases);
}

#[test]
fn what_adapt_did_to_fields() {
    let run = run(r#"{"sources": {"x": {"records": [{"source": "y", "a": 1}, {"source": "x"}]},
        "alpha": {"records": [{"uid": 1, "id": 2}]}}}"#);
    let changes = |position| -> Vec<FieldFate> {
        run.record(position).expect("a record").fields.iter().map(|field| field.change).collect()
    };
    assert_eq!(changes(0), [FieldFate::Changed, FieldFate::Kept]);
    assert_eq!(changes(1), [FieldFate::Kept]);
    assert_eq!(changes(2), [FieldFate::Renamed, FieldFate::Dropped, FieldFate::Added, FieldFate::Added]);
}
