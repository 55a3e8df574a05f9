//! What is different between two runs: summary, exception, records and log.
#![cfg(not(target_arch = "wasm32"))]

use pipeline_playground::pipeline::{self, Fate, Freshness, Run, Verdict};
use pipeline_playground::report::{ChangeKind, Comparison, LogLine, Outcome, RecordChange, RecordFilter, compare};
use pipeline_playground::text::Text;

fn run(config: &str) -> Run {
    pipeline::run(Text::from_string(config.into()), 1000.0)
}

/// Looks at what is different in the second config's run.
fn with<T>(before: &str, after: &str, look: impl FnOnce(&Comparison<&Run>) -> T) -> T {
    let (before, after) = (run(before), run(after));
    look(&compare(&before, &after).expect("there is memory"))
}

/// Each record as `+`, `-` or `*`, its source, its index and its text.
fn changes(before: &str, after: &str) -> Vec<String> {
    with(before, after, |comparison| {
        let told: Vec<_> = comparison.records(0).map(|change| line(&change)).collect();
        assert_eq!(told.len(), comparison.record_count());
        for offset in 0..=told.len() {
            assert!(comparison.records(offset).map(|change| line(&change)).eq(told[offset..].iter().cloned()));
        }
        assert_eq!(comparison.records(usize::MAX).count(), 0);
        told
    })
}

fn line(change: &RecordChange) -> String {
    let sign = match change.kind {
        ChangeKind::Added => '+',
        ChangeKind::Removed => '-',
        ChangeKind::Changed => '*',
    };
    assert_eq!((change.before.is_none(), change.after.is_none()), (sign == '+', sign == '-'));
    assert_eq!(change.place.is_none(), sign == '-');
    format!("{sign} {} {} {}", change.source, change.index, change.text)
}

/// A config of sources of records, given as JSON, that says nothing else.
fn sources(sources: &[(&str, &[&str])]) -> String {
    let source = |(name, records): &(&str, &[&str])| format!(r#""{name}": {{"records": [{}]}}"#, records.join(", "));
    format!(r#"{{"sources": {{{}}}}}"#, sources.iter().map(source).collect::<Vec<_>>().join(", "))
}

#[test]
fn nothing_is_different() {
    let configs = [
        "{}",
        "[",
        "[]",
        include_str!("sample_input.json"),
        r#"{"sources": {"alpha": {"records": [{"uid": 1}, {"uid": 1}, 7]}}}"#,
        r#"{"sources": {"alpha": {"records": [{"uid": 1}, {"uid": 1}]}, "other": {"records": [{}, {"id": 1, "value": 2}]}}}"#,
    ];
    for config in configs {
        with(config, config, |comparison| {
            assert_eq!((comparison.summary(), comparison.error()), (Vec::new(), None), "{config}");
            assert_eq!((comparison.record_count(), comparison.log_count()), (0, 0), "{config}");
        });
    }
    // White space between values and the order of other keys are nothing that is told of.
    let (one, two) =
        (r#"{"now": 5, "sources": {"s": {"records": [{}]}}}"#, r#"{ "sources": {"s":{"records":[ {} ]}}, "now":5}"#);
    assert!(changes(one, two).is_empty());
}

#[test]
fn which_record_is_which() {
    let check = |before: &[&str], after: &[&str], expected: &[String]| {
        let (one, two) = (sources(&[("s", before)]), sources(&[("s", after)]));
        assert_eq!(changes(&one, &two), expected, "{before:?} {after:?}");
    };
    let [a, b, c, d] = [
        r#"{"id": 1, "value": 1}"#,
        r#"{"id": 2, "value": 1}"#,
        r#"{"id": 3, "value": 1}"#,
        r#"{"id": 4, "value": 1}"#,
    ];
    let plus = |index: usize, text: &str| format!("+ s {index} {text}");
    let minus = |index: usize, text: &str| format!("- s {index} {text}");
    let changed = |index: usize, text: &str| format!("* s {index} {text}");
    check(&[], &[a], &[plus(0, a)]);
    check(&[a], &[], &[minus(0, a)]);
    check(&[a, b], &[a, b, c], &[plus(2, c)]);
    // In the middle: what is behind has moved, but is the same.
    check(&[a, b], &[a, c, b], &[plus(1, c)]);
    check(&[a, b, c], &[a, c], &[minus(1, b)]);
    check(&[a, b, c], &[c, b, a], &[]);
    check(&[a, b, c], &[a, d, c], &[changed(1, d)]);
    check(&[a, b, c], &[d, c], &[changed(0, d), minus(1, b)]);
    // The new one has the index of one that is still there.
    check(&[a, b, c], &[b, c, d], &[minus(0, a), plus(2, d)]);
    check(&[a, b, c, d], &[d], &[minus(0, a), minus(1, b), minus(2, c)]);
    check(&[a, b, c, d], &[a], &[minus(1, b), minus(2, c), minus(3, d)]);
    check(&[d, a, b], &[a, b, c, d], &[plus(2, c)]);
    // Removed ones stay where they were, also where that has moved.
    check(&[a, b, c, d], &[c, a], &[minus(3, d), minus(1, b)]);
}

/// A record that repeats another is paired in order, so that the last ones are new or gone.
#[test]
fn equal_records() {
    let a = r#"{"id": 1, "value": 1}"#;
    let (two, three) = (sources(&[("s", &[a, a])]), sources(&[("s", &[a, a, a])]));
    assert_eq!(changes(&two, &three), [format!("+ s 2 {a}")]);
    assert_eq!(changes(&three, &two), [format!("- s 2 {a}")]);
    let b = r#"{"id": 2, "value": 1}"#;
    let (one, two) = (sources(&[("s", &[b, a, a])]), sources(&[("s", &[a, b, a, a])]));
    // The first of the equal ones becomes the original, which it was before: the last one is added.
    assert_eq!(changes(&one, &two), [format!("+ s 3 {a}")]);
}

#[test]
fn sources_that_come_and_go() {
    let [a, b] = [r#"{"id": 1, "value": 1}"#, r#"{"id": 2, "value": 1}"#];
    let flags = |config: String| config.replacen('{', r#"{"flags": {"reconcile": false, "cache": false}, "#, 1);
    let config = |all: &[(&str, &[&str])]| flags(sources(all));
    let before = config(&[("p", &[a]), ("q", &[a]), ("r", &[a]), ("s", &[b])]);
    let after = config(&[("x", &[b, a]), ("q", &[a]), ("y", &[]), ("s", &[b]), ("z", &[a])]);
    let expected =
        [format!("- p 0 {a}"), format!("+ x 0 {b}"), format!("+ x 1 {a}"), format!("- r 0 {a}"), format!("+ z 0 {a}")];
    assert_eq!(changes(&before, &after), expected);
    // Sources that change places are the same, whatever order their records come in.
    assert!(changes(&before, &config(&[("s", &[b]), ("r", &[a]), ("q", &[a]), ("p", &[a])])).is_empty());
    // The name counts, however it is written.
    let escaped = config(&[("\\u0070", &[a]), ("q", &[a]), ("r", &[a]), ("s", &[b])]);
    assert!(changes(&before, &escaped).is_empty());
    // With adapt off there are no records, and without a config there are none either.
    assert_eq!(changes(&before, &before.replacen("{\"flags\": {", "{\"flags\": {\"adapt\": 0, ", 1)).len(), 4);
    assert_eq!(changes("[", &before).len(), 4);
    assert_eq!(changes(&before, "[]").len(), 4);
}

fn outcome(fate: Fate, freshness: Option<Freshness>, verdict: Option<Verdict>) -> Outcome {
    Outcome { fate, freshness, verdict, missing: Vec::new(), original: None }
}

/// The same records, but something else became of each.
#[test]
fn outcomes() {
    let records = r#""sources": {
        "alpha": {"records": [{"uid": 1, "data": 1}, {"uid": 1, "data": 1}, {"uid": 2, "data": 2}]},
        "gamma": {"records": [{"id": 1, "value": 2, "timestamp": 1}, {"id": 5}, {"id": 6, "value": 6}]}}}"#;
    let before = format!(r#"{{"now": 10, {records}"#);
    let (fresh, stale) = (Some(Freshness::Fresh), Some(Freshness::Stale));
    let (mismatched, single) = (Some(Verdict::Mismatched), Some(Verdict::Single));
    let told = |after: &str| {
        let after = format!("{{{after}, {records}");
        with(&before, &after, |comparison| {
            let changes = comparison.records(0);
            changes
                .map(|change| (change.source.to_string(), change.index, change.before, change.after))
                .collect::<Vec<_>>()
        })
    };
    let change =
        |source: &str, index, before: Outcome, after: Outcome| (source.to_owned(), index, Some(before), Some(after));
    let kept = |freshness, verdict| outcome(Fate::Kept, freshness, verdict);
    // Freshness.
    assert_eq!(told(r#""now": 1000"#), [change("gamma", 0, kept(fresh, mismatched), kept(stale, mismatched))]);
    // Fate: without the cache a duplicate is kept, and then its freshness is looked at.
    let duplicate =
        Outcome { original: Some(("alpha".into(), 0)), ..outcome(Fate::Duplicate { of: 0 }, None, mismatched) };
    let expected = [change("alpha", 1, duplicate, kept(fresh, mismatched))];
    assert_eq!(told(r#""now": 10, "flags": {"cache": false}"#), expected);
    // The contract: one is no longer invalid, others are, and one for another reason.
    let invalid = |verdict, missing: &[&str]| Outcome {
        missing: missing.iter().map(|&field| field.into()).collect(),
        ..outcome(Fate::Invalid, None, verdict)
    };
    let of_gamma = change("gamma", 1, invalid(single, &["value"]), kept(fresh, single));
    assert_eq!(told(r#""now": 10, "required_fields": ["id"]"#), [of_gamma]);
    let told_of_x = told(r#""now": 10, "required_fields": ["value", "x"]"#);
    let expected = [
        change("alpha", 0, kept(fresh, mismatched), invalid(mismatched, &["x"])),
        change("alpha", 2, kept(fresh, single), invalid(single, &["x"])),
        change("gamma", 0, kept(fresh, mismatched), invalid(mismatched, &["x"])),
        change("gamma", 1, invalid(single, &["value"]), invalid(single, &["value", "x"])),
        change("gamma", 2, kept(fresh, single), invalid(single, &["x"])),
    ];
    assert_eq!(told_of_x, expected);
    // The same contract in other words.
    assert_eq!(told(r#""now": 10, "required_fields": [ "id" , "value" ]"#), []);
    // Verdict: what is not reconciled has none.
    let told_of_verdicts = told(r#""now": 10, "flags": {"reconcile": 0}"#);
    assert_eq!(told_of_verdicts.len(), 6);
    assert!(told_of_verdicts.iter().all(|(_, _, before, after)| {
        let verdict = |outcome: &Option<Outcome>| outcome.as_ref().and_then(|outcome| outcome.verdict);
        verdict(before).is_some() && verdict(after).is_none()
    }));
    // An exception leaves what was found up to there.
    let expected = [
        change("gamma", 0, kept(fresh, mismatched), kept(None, None)),
        change("gamma", 1, invalid(single, &["value"]), invalid(None, &["value"])),
        change("gamma", 2, kept(fresh, single), kept(None, None)),
    ];
    assert_eq!(told(r#""now": null"#)[3..], expected);
}

/// A verdict follows from another source's record, which is told of too.
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
    };
    let expected = [
        change("alpha", 0, 0, 45..69, r#"{"uid": "\u00e9", "data": 1}"#),
        change("größe", 1, 2, 108..138, r#"{"id": "\u00e9", "value": [1, 2]}"#),
    ];
    assert_eq!(changes, expected);
    assert_eq!(&after[108..138], r#"{"id": "é", "value": [1,  2]}"#);
    // A long record is told of by its beginning.
    let long = config(&format!("\"{}\"", "x".repeat(1000)));
    let text = with(&before, &long, |comparison| comparison.records(1).next().expect("a record").text);
    assert_eq!((text.chars().count(), text.ends_with("xx…")), (301, true));
}

#[test]
fn summaries() {
    let told = |before: &str, after: &str| {
        with(before, after, |comparison| {
            let line = |text: Option<String>| text.unwrap_or("-".to_owned());
            let lines = comparison.summary().into_iter();
            lines
                .map(|change| format!("{}: {} > {}", change.name, line(change.before), line(change.after)))
                .collect::<Vec<_>>()
        })
    };
    let records = r#""sources": {"alpha": {"records": [{"uid": 1, "data": 1}, {"uid": 1, "data": 1}, {"uid": 2}]}, "beta": {"records": [{"identifier": 1, "payload": 2}]}}}"#;
    let plain = format!("{{{records}");
    assert_eq!(
        told(&plain, &format!(r#"{{"flags": {{"cache": 0, "reconcile": 0}}, "max_age_seconds": -1, {records}"#)),
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
        told(&plain, &plain.replace("[{\"identifier\"", "[{\"identifier\": 1, \"payload\": 1}, {}, {\"identifier\"")),
        [
            "records_in: 4 > 6",
            "records_out: 2 > 3",
            "cache.misses: 3 > 5",
            "cache.hit_rate: 0.25 > 0.1667",
            "validation_errors: 1 > 2",
            "reconciliation.single_source: 1 > 2",
        ]
    );
    // Of a run that did not come to its end there is no summary.
    let lines = told("{}", "[]");
    assert_eq!(lines.len(), 8);
    assert_eq!(
        (lines[0].as_str(), lines[2].as_str()),
        ("records_in: 0 > -", "stages_run: adapt, cache, validate, freshness > -")
    );
    assert_eq!(
        told("[", "{\"flags\": {\"adapt\": 0, \"cache\": 0, \"validate\": 0, \"freshness\": 0}}")[2],
        "stages_run: - > "
    );
    assert_eq!(told("[]", "["), [] as [String; 0]);
}

#[test]
fn exceptions() {
    let told = |before: &str, after: &str| {
        let (before, after) = (run(before), run(after));
        compare(&before, &after).expect("there is memory").error()
    };
    let error = |text: &str| Some(text.to_owned());
    let no_list = "AttributeError: 'list' object has no attribute 'get'";
    let no_value = "JSONDecodeError: Expecting value: line 1 column 2 (char 1)";
    assert_eq!(told("{}", "[]"), Some([None, error(no_list)]));
    assert_eq!(told("[", "{}"), Some([error(no_value), None]));
    assert_eq!(told("[", "[]"), Some([error(no_value), error(no_list)]));
    assert_eq!(told("[1]", "[2]"), None);
}

#[test]
fn log_lines() {
    let told = |before: &str, after: &str| {
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
    assert_eq!(told(&config("ab"), &config("ba")), [] as [String; 0]);
    assert_eq!(told(&config("abc"), &config("axc")), [missing('-', 'b'), missing('+', 'x')]);
    assert_eq!(told(&config("aab"), &config("bax")), [missing('-', 'a'), missing('+', 'x')]);
    assert_eq!(
        told(&config("abab"), &config("cba")),
        [adapted('-', 4), missing('-', 'a'), missing('-', 'b'), adapted('+', 3), missing('+', 'c')]
    );
    assert_eq!(told("{}", &config("a")), [adapted('+', 1), missing('+', 'a')]);
    assert_eq!(told(&config("a"), "["), [adapted('-', 1), missing('-', 'a')]);
}

/// Over generated pairs of lists: each record is told of once, and what is not told of is in both.
#[test]
fn every_record_is_accounted_for() {
    let mut random = fastrand::Rng::with_seed(7);
    for _ in 0..300 {
        let mut list = || -> Vec<String> {
            (0..random.usize(..8)).map(|_| format!("{{\"id\": {}, \"value\": 0}}", random.usize(..4))).collect()
        };
        let (one, two) = (list(), list());
        let config = |records: &[String]| {
            format!(r#"{{"flags": {{"cache": 0}}, "sources": {{"s": {{"records": [{}]}}}}}}"#, records.join(", "))
        };
        let (before, after) = (run(&config(&one)), run(&config(&two)));
        let changes: Vec<_> = compare(&before, &after).expect("there is memory").records(0).collect();
        let count = |kind| changes.iter().filter(|change| change.kind == kind).count();
        let added = count(ChangeKind::Added);
        assert_eq!(one.len() + added, two.len() + count(ChangeKind::Removed));
        // Those of the newer run come in its order.
        assert!(changes.iter().filter_map(|change| change.place.as_ref()).is_sorted_by_key(|(position, _)| position));
        // Taking what is told of away on both sides leaves the same records.
        let mut left = [one.clone(), two.clone()];
        for change in &changes {
            if change.kind != ChangeKind::Removed {
                left[1][change.index].clear();
            }
            if change.kind != ChangeKind::Added {
                left[0][change.index].clear();
            }
        }
        let [one, two] = left.map(|mut list| {
            list.retain(|record| !record.is_empty());
            list.sort_unstable();
            list
        });
        assert_eq!(one, two);
        assert_eq!(after.records(&RecordFilter::default(), 0).count(), after.record_count());
    }
}
