//! The differences between two runs: numbers, exceptions, outcomes of the same record, log lines.

use pipeline_playground::pipeline::{Fate, Freshness, Verdict};
use pipeline_playground::report::{
    ChangeKind, Ending, LogLine, Outcome, OutcomePart, RecordChange, RecordName, compare,
};

use super::with;
use crate::support::configs::SAMPLE;
use crate::support::run;

#[test]
fn equal_runs_have_no_differences() {
    let configs = [
        "{}",
        "[",
        "[]",
        SAMPLE,
        r#"{"sources": {"alpha": {"records": [{"uid": 1}, {"uid": 1}, 7]}}}"#,
        r#"{"sources": {"alpha": {"records": [{"uid": 1}, {"uid": 1}]}, "other": {"records": [{}, {"id": 1, "value": 2}]}}}"#,
    ];
    for config in configs {
        with(config, config, |comparison| {
            assert_eq!((comparison.summary(), comparison.error()), (Vec::new(), None), "{config}");
            assert_eq!((comparison.record_count(), comparison.log_count()), (0, 0), "{config}");
        });
    }
    // White space between values and the order of top-level keys do not count.
    let (one, two) =
        (r#"{"now": 5, "sources": {"s": {"records": [{}]}}}"#, r#"{ "sources": {"s":{"records":[ {} ]}}, "now":5}"#);
    with(one, two, |comparison| assert_eq!(comparison.record_count(), 0));
}

fn outcome(fate: Fate, freshness: Option<Freshness>, verdict: Option<Verdict>) -> Outcome {
    let ending = match fate {
        Fate::Kept => Ending::Kept,
        Fate::Duplicate { .. } => Ending::Duplicate,
        Fate::Invalid => Ending::Invalid,
    };
    Outcome { fate, ending, freshness, verdict, missing: Vec::new(), original: None }
}

/// The same records with other outcomes.
#[test]
fn outcomes() {
    let records = r#""sources": {
        "alpha": {"records": [{"uid": 1, "data": 1}, {"uid": 1, "data": 1}, {"uid": 2, "data": 2}]},
        "gamma": {"records": [{"id": 1, "value": 2, "timestamp": 1}, {"id": 5}, {"id": 6, "value": 6}]}}}"#;
    let before = format!(r#"{{"now": 10, {records}"#);
    let (fresh, stale) = (Some(Freshness::Fresh), Some(Freshness::Stale));
    let (mismatched, single) = (Some(Verdict::Mismatched), Some(Verdict::Single));
    let changes = |after: &str| {
        let after = format!("{{{after}, {records}");
        with(&before, &after, |comparison| {
            comparison
                .records(0)
                .map(|change| (change.source.to_string(), change.index, change.before, change.after))
                .collect::<Vec<_>>()
        })
    };
    let change =
        |source: &str, index, before: Outcome, after: Outcome| (source.to_owned(), index, Some(before), Some(after));
    let kept = |freshness, verdict| outcome(Fate::Kept, freshness, verdict);
    // Freshness.
    assert_eq!(changes(r#""now": 1000"#), [change("gamma", 0, kept(fresh, mismatched), kept(stale, mismatched))]);
    // Fate: without the cache, a duplicate is kept, and the freshness stage looks at it.
    let duplicate = Outcome {
        original: Some(RecordName { source: "alpha".into(), index: 0 }),
        ..outcome(Fate::Duplicate { of: 0 }, None, mismatched)
    };
    let expected = [change("alpha", 1, duplicate, kept(fresh, mismatched))];
    assert_eq!(changes(r#""now": 10, "flags": {"cache": false}"#), expected);
    // The contract: one record becomes valid, others become invalid, and one stays invalid for another reason.
    let invalid = |verdict, missing: &[&str]| Outcome {
        missing: missing.iter().map(|&field| field.into()).collect(),
        ..outcome(Fate::Invalid, None, verdict)
    };
    let of_gamma = change("gamma", 1, invalid(single, &["value"]), kept(fresh, single));
    assert_eq!(changes(r#""now": 10, "required_fields": ["id"]"#), [of_gamma]);
    let broken = changes(r#""now": 10, "required_fields": ["value", "x"]"#);
    let expected = [
        change("alpha", 0, kept(fresh, mismatched), invalid(mismatched, &["x"])),
        change("alpha", 2, kept(fresh, single), invalid(single, &["x"])),
        change("gamma", 0, kept(fresh, mismatched), invalid(mismatched, &["x"])),
        change("gamma", 1, invalid(single, &["value"]), invalid(single, &["value", "x"])),
        change("gamma", 2, kept(fresh, single), invalid(single, &["x"])),
    ];
    assert_eq!(broken, expected);
    // The same contract in another spelling.
    assert_eq!(changes(r#""now": 10, "required_fields": [ "id" , "value" ]"#), []);
    // Verdict: without reconcile, there is none.
    let unreconciled = changes(r#""now": 10, "flags": {"reconcile": 0}"#);
    assert_eq!(unreconciled.len(), 6);
    assert!(unreconciled.iter().all(|(_, _, before, after)| {
        let verdict = |outcome: &Option<Outcome>| outcome.as_ref().and_then(|outcome| outcome.verdict);
        verdict(before).is_some() && verdict(after).is_none()
    }));
    // What was found before an exception stays.
    let unsettled = || Outcome { ending: Ending::Unsettled, ..kept(None, None) };
    let expected = [
        change("gamma", 0, kept(fresh, mismatched), unsettled()),
        change("gamma", 1, invalid(single, &["value"]), invalid(None, &["value"])),
        change("gamma", 2, kept(fresh, single), unsettled()),
    ];
    assert_eq!(changes(r#""now": null"#)[3..], expected);
}

/// A verdict changes with another source's record, so both records are changed.
#[test]
fn a_changed_record() {
    let config = |value: &str| {
        format!(
            r#"{{"now": 1, "sources": {{"alpha": {{"records": [{{"uid": "é", "data": 1}}]}}, "größe": {{"records": [{{"id": 1}}, {{"id": "é", "value": {value}}}]}}}}}}"#
        )
    };
    let (before, after) = (config("1"), config("[1,  2]"));
    let changes: Vec<_> = with(&before, &after, |comparison| comparison.records(0).collect());
    let (matched, mismatched) = (Some(Verdict::Matched), Some(Verdict::Mismatched));
    let kept = |verdict| Some(outcome(Fate::Kept, Some(Freshness::Fresh), verdict));
    let change = |source: &str, index, position, span, text: &str| RecordChange {
        kind: ChangeKind::Changed,
        source: source.into(),
        index,
        place: Some((position, span)),
        text: text.to_owned(),
        before: kept(matched),
        after: kept(mismatched),
        differs: vec![OutcomePart::Verdict],
    };
    let expected = [
        change("alpha", 0, 0, 45..69, r#"{"uid": "\u00e9", "data": 1}"#),
        change("größe", 1, 2, 108..138, r#"{"id": "\u00e9", "value": [1, 2]}"#),
    ];
    assert_eq!(changes, expected);
    assert_eq!(&after[108..138], r#"{"id": "é", "value": [1,  2]}"#);
    // The text of a long record is cut.
    let long = config(&format!("\"{}\"", "x".repeat(1000)));
    let text = with(&before, &long, |comparison| comparison.records(1).next().expect("a record").text);
    assert_eq!((text.chars().count(), text.ends_with("xx…")), (301, true));
}

#[test]
fn parts_in_which_outcomes_differ() {
    let differs = |before: &str, after: &str| -> Vec<Vec<OutcomePart>> {
        let config = |rest: &str| format!(r#"{{"now": 9, {rest}}}"#);
        with(&config(before), &config(after), |comparison| comparison.records(0).map(|change| change.differs).collect())
    };
    let records = |records: &str| format!(r#""sources": {{"x": {{"records": [{records}]}}}}"#);
    let (one, two) = (r#"{"id": 1, "value": 1}"#, r#"{"id": 2, "value": 1}"#);
    // Only the text differs, or only one run has the record.
    assert_eq!(differs(&records(one), &records(&format!("{two}, {one}, {one}"))), [vec![], vec![]] as [Vec<_>; 2]);
    // The fate differs, or only the missing fields do.
    let requires = |fields: &str| format!(r#""required_fields": {fields}, {}"#, records(one));
    assert_eq!(differs(&requires("[]"), &requires(r#"["x"]"#)), [[OutcomePart::Fate, OutcomePart::Freshness]]);
    assert_eq!(differs(&requires(r#"["y"]"#), &requires(r#"["x"]"#)), [[OutcomePart::Fate]]);
    let limit = |limit: &str| format!(r#""max_age_seconds": {limit}, {}"#, records(one));
    assert_eq!(differs(&limit("1"), &limit("-1")), [[OutcomePart::Freshness]]);
}

#[test]
fn summaries() {
    let lines = |before: &str, after: &str| {
        with(before, after, |comparison| {
            let line = |text: Option<String>| text.unwrap_or("-".to_owned());
            comparison
                .summary()
                .into_iter()
                .map(|change| format!("{}: {} > {}", change.name, line(change.before), line(change.after)))
                .collect::<Vec<_>>()
        })
    };
    let records = r#""sources": {"alpha": {"records": [{"uid": 1, "data": 1}, {"uid": 1, "data": 1}, {"uid": 2}]}, "beta": {"records": [{"identifier": 1, "payload": 2}]}}}"#;
    let plain = format!("{{{records}");
    assert_eq!(
        lines(&plain, &format!(r#"{{"flags": {{"cache": 0, "reconcile": 0}}, "max_age_seconds": -1, {records}"#)),
        [
            "records_out: 2 > 3",
            "stages_run: adapt, cache, validate, freshness, reconcile > adapt, validate, freshness",
            "cache.hits: 1 > 0",
            "cache.misses: 3 > 0",
            "cache.hit_rate: 0.25 > 0.0",
            "stale_records: 0 > 3",
            "reconciliation.matched: 0 > -",
            "reconciliation.mismatched: 1 > -",
            "reconciliation.single_source: 1 > -",
        ]
    );
    assert_eq!(
        lines(&plain, &plain.replace("[{\"identifier\"", "[{\"identifier\": 1, \"payload\": 1}, {}, {\"identifier\"")),
        [
            "records_in: 4 > 6",
            "records_out: 2 > 3",
            "cache.misses: 3 > 5",
            "cache.hit_rate: 0.25 > 0.1667",
            "validation_errors: 1 > 2",
            "reconciliation.single_source: 1 > 2",
        ]
    );
    // A run that ended in an exception has no summary.
    let all = lines("{}", "[]");
    assert_eq!(all.len(), 8);
    assert_eq!(
        (all[0].as_str(), all[2].as_str()),
        ("records_in: 0 > -", "stages_run: adapt, cache, validate, freshness > -")
    );
    assert_eq!(
        lines("[", "{\"flags\": {\"adapt\": 0, \"cache\": 0, \"validate\": 0, \"freshness\": 0}}")[2],
        "stages_run: - > "
    );
    assert_eq!(lines("[]", "["), [] as [String; 0]);
}

#[test]
fn exceptions() {
    let errors = |before: &str, after: &str| {
        let (before, after) = (run(before), run(after));
        compare(&before, &after).expect("there is memory").error()
    };
    let error = |text: &str| Some(text.to_owned());
    let no_list = "AttributeError: 'list' object has no attribute 'get'";
    let no_value = "JSONDecodeError: Expecting value: line 1 column 2 (char 1)";
    assert_eq!(errors("{}", "[]"), Some([None, error(no_list)]));
    assert_eq!(errors("[", "{}"), Some([error(no_value), None]));
    assert_eq!(errors("[", "[]"), Some([error(no_value), error(no_list)]));
    assert_eq!(errors("[1]", "[2]"), None);
}

#[test]
fn log_lines() {
    let lines = |before: &str, after: &str| {
        with(before, after, |comparison| {
            let line = |(is_newer, line): (bool, LogLine)| {
                format!("{} {} {}", if is_newer { '+' } else { '-' }, line.level.name(), line.message)
            };
            let lines: Vec<_> = comparison.logs(0).map(line).collect();
            assert_eq!(comparison.log_count(), lines.len());
            for offset in 0..=lines.len() {
                assert!(comparison.logs(offset).map(line).eq(lines[offset..].iter().cloned()));
            }
            assert_eq!(comparison.logs(usize::MAX).count(), 0);
            lines
        })
    };
    let config = |ids: &str| {
        let records: Vec<_> = ids.chars().map(|id| format!("{{\"id\": \"{id}\"}}")).collect();
        format!(r#"{{"flags": {{"cache": 0}}, "sources": {{"s": {{"records": [{}]}}}}}}"#, records.join(", "))
    };
    let missing = |sign: char, id: char| format!("{sign} WARNING contract violation: {id} missing ['value']");
    let adapted = |sign: char, count: usize| format!("{sign} INFO adapted {count} records from s");
    assert_eq!(lines(&config("ab"), &config("ba")), [] as [String; 0]);
    assert_eq!(lines(&config("abc"), &config("axc")), [missing('-', 'b'), missing('+', 'x')]);
    assert_eq!(lines(&config("aab"), &config("bax")), [missing('-', 'a'), missing('+', 'x')]);
    assert_eq!(
        lines(&config("abab"), &config("cba")),
        [adapted('-', 4), missing('-', 'a'), missing('-', 'b'), adapted('+', 3), missing('+', 'c')]
    );
    assert_eq!(lines("{}", &config("a")), [adapted('+', 1), missing('+', 'a')]);
    assert_eq!(lines(&config("a"), "["), [adapted('-', 1), missing('-', 'a')]);
}

/// If an exception ended a run, its records are not settled, although no stage dropped them.
#[test]
fn records_of_a_failed_run_are_not_settled() {
    let config = |max_age: &str| {
        format!(
            r#"{{"now": 9, "max_age_seconds": {max_age}, "sources": {{"g": {{"records": [{{"id": 1, "value": 1}}]}}}}}}"#
        )
    };
    with(&config("5"), &config("null"), |comparison| {
        let endings: Vec<_> = comparison
            .records(0)
            .map(|change| [change.before, change.after].map(|outcome| outcome.map(|outcome| outcome.ending)))
            .collect();
        assert_eq!(endings, [[Some(Ending::Kept), Some(Ending::Unsettled)]]);
    });
}
