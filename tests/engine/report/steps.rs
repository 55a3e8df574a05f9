//! What each stage did with a record, and why.

use pipeline_playground::pipeline::{Run, Stage};
use pipeline_playground::report::{
    AgeOrder, ComparedValues, Ending, MissingField, OtherValue, RecordName, RecordStep, SomeNames, Step, StepReason,
};

use crate::support::configs::{EVERYTHING, one_id};
use crate::support::run;

/// What each stage did with the record at a position.
fn steps(run: &Run, position: usize) -> [RecordStep; 5] {
    run.record(position).expect("a record").report.steps
}

fn step(run: &Run, position: usize, stage: Stage) -> (Step, StepReason) {
    let RecordStep { stage: at, step, reason } = steps(run, position)[stage as usize].clone();
    assert_eq!(at, stage);
    (step, reason)
}

fn kinds(run: &Run, position: usize) -> [Step; 5] {
    steps(run, position).map(|step| step.step)
}

fn names(first: &[&str], count: usize) -> SomeNames {
    SomeNames { first: first.iter().map(|&name| name.into()).collect(), count }
}

fn record(source: &str, index: usize) -> RecordName {
    RecordName { source: source.into(), index }
}

#[test]
fn steps_of_a_run_that_finished() {
    use Step::{
        Adapted, Complete, Dropped, Duplicate, Fresh, Invalid, Mismatched, Passed, Single, Stale, Unkeyed, Unseen,
    };

    let run = run(EVERYTHING);
    assert_eq!(kinds(&run, 0), [Adapted, Unseen, Invalid, Dropped, Mismatched]);
    assert_eq!(kinds(&run, 1), [Adapted, Duplicate, Dropped, Dropped, Mismatched]);
    assert_eq!(kinds(&run, 3), [Passed, Unseen, Complete, Stale, Single]);
    assert_eq!(kinds(&run, 4), [Passed, Unseen, Invalid, Dropped, Unkeyed]);
    assert_eq!(kinds(&run, 6), [Passed, Unseen, Complete, Fresh, Single]);

    let reasons = |position| steps(&run, position).map(|step| step.reason);
    let [adapt, cache, validate, freshness, reconcile] = reasons(0);
    assert_eq!(adapt, StepReason::FieldsDropped { names: names(&["x", "y", "z"], 4) });
    let key = run.record(0).and_then(|record| record.report.key).expect("cache ran");
    assert_eq!(cache, StepReason::FirstWithKey { key: key.clone() });
    let note = MissingField { name: "note".into(), absent: true, dropped: false };
    assert_eq!(validate, StepReason::FieldsMissing { fields: vec![note.clone()], count: 1, letters: false });
    assert_eq!(freshness, StepReason::DroppedBy { stage: Stage::Validate });
    assert_eq!(reconcile, StepReason::Overwritten { by: record("alpha", 1) });

    let [adapt, cache, validate, freshness, reconcile] = reasons(1);
    assert_eq!(adapt, StepReason::FieldsDropped { names: names(&[], 0) });
    assert_eq!(cache, StepReason::SameKey { key, original: record("alpha", 0) });
    assert_eq!([validate, freshness], [Stage::Cache; 2].map(|stage| StepReason::DroppedBy { stage }));
    let other = OtherValue { text: "2".into(), sources: names(&["beta"], 1) };
    let values = ComparedValues {
        own: "1".into(),
        same: names(&[], 0),
        other: names(&["beta"], 1),
        others: vec![other],
        other_count: 1,
    };
    assert_eq!(reconcile, StepReason::ValuesCompared { values });

    let aged = |age: &str, order, timed| StepReason::AgeCompared {
        age: age.into(),
        max_age: "600".into(),
        order,
        timed,
        dropped: false,
    };
    let [_, _, validate, freshness, reconcile] = reasons(3);
    assert_eq!((validate, freshness), (StepReason::NothingMissing, aged("1000", AgeOrder::Above, true)));
    assert_eq!(reconcile, StepReason::OnlySource { source: "gamma".into() });
    assert_eq!(step(&run, 6, Stage::Freshness).1, aged("600", AgeOrder::NotAbove, true));
    let value = MissingField { name: "value".into(), absent: false, dropped: false };
    assert_eq!(
        step(&run, 4, Stage::Validate).1,
        StepReason::FieldsMissing { fields: vec![value], count: 1, letters: false }
    );
    assert_eq!([4, 5].map(|at| step(&run, at, Stage::Reconcile).1), [StepReason::EmptyId, StepReason::NoId]);

    let endings = [0, 1, 3].map(|at| run.record(at).map(|record| (record.report.ending, record.report.settled_by)));
    let expected =
        [(Ending::Invalid, Stage::Validate), (Ending::Duplicate, Stage::Cache), (Ending::Kept, Stage::Validate)];
    assert_eq!(endings, expected.map(Some));
}

#[test]
fn steps_that_did_not_happen() {
    let record = r#""sources": {"x": {"records": [{"id": 1, "value": 2, "timestamp": "?"}, {"id": 2, "value": 2}]}}"#;
    let off = run(format!(r#"{{"flags": {{"cache": false, "freshness": 0}}, {record}}}"#));
    assert_eq!(kinds(&off, 0), [Step::Passed, Step::Off, Step::Complete, Step::Off, Step::Alone]);
    assert_eq!(step(&off, 0, Stage::Cache).1, StepReason::FlagOff);
    assert_eq!(step(&off, 0, Stage::Reconcile).1, StepReason::NeedsTwoSources);

    let raised = run(format!("{{{record}}}"));
    assert_eq!(kinds(&raised, 0), [Step::Passed, Step::Unseen, Step::Complete, Step::Raised, Step::Unreached]);
    assert_eq!(kinds(&raised, 1), [Step::Passed, Step::Unseen, Step::Complete, Step::Unreached, Step::Unreached]);
    let message = "unsupported operand type(s) for -: 'float' and 'str'".to_owned();
    assert_eq!(step(&raised, 0, Stage::Freshness).1, StepReason::Raised { exception: "TypeError", message });
    assert_eq!(step(&raised, 1, Stage::Freshness).1, StepReason::ExceptionFirst);
    assert_eq!(raised.record(0).map(|record| record.report.ending), Some(Ending::Unsettled));

    let unread = run(r#"{"required_fields": 1, "sources": {"x": {"records": [{"id": 1}]}}}"#);
    assert_eq!(kinds(&unread, 0)[2..], [Step::Raised, Step::Unreached, Step::Unreached]);
    let stopped = run(r#"{"sources": {"x": {"records": [{"id": 1}, 2]}}}"#);
    assert_eq!(kinds(&stopped, 0)[1..], [Step::Unreached; 4]);
}

#[test]
fn ages_that_are_not_above_the_limit() {
    let order = |now: &str, limit: &str| {
        let config = format!(
            r#"{{"now": {now}, "max_age_seconds": {limit}, "sources": {{"x": {{"records": [{{"id": 1, "value": 1, "timestamp": 0}}]}}}}}}"#
        );
        match step(&run(&config), 0, Stage::Freshness) {
            (_, StepReason::AgeCompared { order, max_age, .. }) => (order, max_age),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(order("NaN", "5"), (AgeOrder::Unordered, "5".into()));
    assert_eq!(order("5", "NaN"), (AgeOrder::Unordered, "NaN".into()));
    assert_eq!(order("5", "5"), (AgeOrder::NotAbove, "5".into()));
    assert_eq!(order("5", "-Infinity"), (AgeOrder::Above, "-Infinity".into()));
    let untimed = run(r#"{"required_fields": "iv", "sources": {"x": {"records": [{"i": 1, "v": 1}, {"i": null}]}}}"#);
    assert!(matches!(step(&untimed, 0, Stage::Freshness).1, StepReason::AgeCompared { timed: false, .. }));
    let fields =
        [("i", false), ("v", true)].map(|(name, absent)| MissingField { name: name.into(), absent, dropped: false });
    let letters = StepReason::FieldsMissing { fields: fields.into(), count: 2, letters: true };
    assert_eq!(step(&untimed, 1, Stage::Validate).1, letters);
}

#[test]
fn values_of_other_sources() {
    let compared = |values: &[&str], position| match step(&run(one_id(values)), position, Stage::Reconcile) {
        (Step::Matched | Step::Mismatched, StepReason::ValuesCompared { values }) => values,
        other => panic!("{other:?}"),
    };
    let other = |text: &str, first: &[&str], count| OtherValue { text: text.into(), sources: names(first, count) };
    let matched = compared(&["7", "7", "7", "7", "7"], 1);
    assert_eq!((matched.same, matched.others, matched.other_count), (names(&["s0", "s2", "s3"], 4), Vec::new(), 0));
    let values = compared(&["1", "2", "1", "3", "2", "4", "5"], 2);
    assert_eq!(
        (values.own.as_str(), values.same, values.other),
        ("1", names(&["s0"], 1), names(&["s1", "s3", "s4"], 5))
    );
    assert_eq!(values.others, [other("2", &["s1", "s4"], 2), other("3", &["s3"], 1), other("4", &["s5"], 1)]);
    assert_eq!(values.other_count, 4);

    let long = |digit| format!("\"{}{digit}{}\"", "a ".repeat(50), " b".repeat(50));
    let values = compared(&[&long('1'), &long('2')], 0);
    assert!(values.own.contains('1') && values.others[0].text.contains('2'), "{values:?}");
    assert!(values.own.chars().count() < 45);

    let many = run(one_id(&["1"; 101]));
    assert_eq!(step(&many, 0, Stage::Reconcile), (Step::Matched, StepReason::ManyValues));
    assert!(matches!(step(&run(one_id(&["1"; 100])), 0, Stage::Reconcile).1, StepReason::ValuesCompared { .. }));
}

/// A record of a source without an adapter is not adapted: it needs an `id` and a `value` of its own.
#[test]
fn records_that_no_adapter_knows() {
    let run = run(r#"{"sources": {
        "gamma": {"records": [{"ref": 1, "content": 2}, {"id": null, "content": 2}, {"id": 1, "value": 2}]},
        "Alpha": {"records": [{"uid": 1, "data": 2}]},
        "alpha": {"records": [{"id": 1, "value": 2}]}}}"#);
    let adapt = |position| step(&run, position, Stage::Adapt);
    let passed = |has_id, has_value| (Step::Passed, StepReason::NoAdapter { has_id, has_value });
    assert_eq!(
        [0, 1, 2, 3].map(adapt),
        [(false, false), (true, false), (true, true), (false, false)].map(|(id, value)| passed(id, value))
    );
    assert_eq!(adapt(4), (Step::Adapted, StepReason::FieldsDropped { names: names(&["id", "value"], 2) }));
}

/// What a record lacks because adapt dropped it is not missing from the text.
#[test]
fn what_adapt_dropped() {
    let run = run(r#"{"now": 9, "required_fields": ["id", "note", "uid", "x"], "sources": {
        "alpha": {"records": [{"id": 7, "note": 1, "uid": null}, {"uid": 1, "note": 1, "timestamp": 5}]},
        "gamma": {"records": [{"id": 1, "note": 1, "uid": null, "timestamp": 5}]}}, "flags": {"validate": false}}"#);
    let timestamp = |position| match step(&run, position, Stage::Freshness).1 {
        StepReason::AgeCompared { timed, dropped, .. } => (timed, dropped),
        other => panic!("{other:?}"),
    };
    assert_eq!([0, 1, 2].map(timestamp), [(false, false), (false, true), (true, false)]);

    let text = r#"{"required_fields": ["id", "note", "uid", "x"], "sources": {
        "alpha": {"records": [{"id": 7, "note": 1, "uid": null}]},
        "gamma": {"records": [{"note": 1, "uid": null}]}}}"#;
    let run = crate::support::run(text);
    let missing = |position| match step(&run, position, Stage::Validate).1 {
        StepReason::FieldsMissing { fields, .. } => fields,
        other => panic!("{other:?}"),
    };
    let field = |(name, absent, dropped): (&str, bool, bool)| MissingField { name: name.into(), absent, dropped };
    // `uid` became `id`: it is not dropped.
    let alpha = [("id", false, true), ("note", true, true), ("uid", true, false), ("x", true, false)].map(field);
    assert_eq!(missing(0), alpha);
    assert_eq!(missing(1), [("id", true, false), ("uid", false, false), ("x", true, false)].map(field));
}

/// Freshness drops no record, so it is never why one is kept.
#[test]
fn the_stage_that_settles_a_kept_record() {
    use Ending::{Kept, Unsettled};
    let settled = |flags: &str, max_age: &str| {
        let config = format!(
            r#"{{"now": 9000, "max_age_seconds": {max_age}, "flags": {{{flags}}}, "sources": {{"g": {{"records": [{{"id": 1, "value": 1, "timestamp": 0}}]}}}}}}"#
        );
        let record = run(config).record(0).expect("a record").report;
        let why = record.steps[record.settled_by as usize].step;
        (record.settled_by, why, record.ending)
    };
    assert_eq!(settled("", "5"), (Stage::Validate, Step::Complete, Kept));
    assert_eq!(settled(r#""validate": 0"#, "5"), (Stage::Cache, Step::Unseen, Kept));
    assert_eq!(settled(r#""cache": 0"#, "5"), (Stage::Validate, Step::Complete, Kept));
    assert_eq!(settled(r#""cache": 0, "validate": 0"#, "5"), (Stage::Validate, Step::Off, Kept));
    assert_eq!(settled("", "null"), (Stage::Freshness, Step::Raised, Unsettled));
}
