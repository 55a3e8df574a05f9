//! Which record of the older run is the same as which record of the newer.

use pipeline_playground::report::{ChangeKind, RecordChange, RecordFilter, compare};

use super::with;
use crate::support::run;

/// Each record as `+`, `-` or `*`, its source, its index and its text.
fn changes(before: &str, after: &str) -> Vec<String> {
    with(before, after, |comparison| {
        let lines: Vec<_> = comparison.records(0).map(|change| line(&change)).collect();
        assert_eq!(lines.len(), comparison.record_count());
        for offset in 0..=lines.len() {
            assert!(comparison.records(offset).map(|change| line(&change)).eq(lines[offset..].iter().cloned()));
        }
        assert_eq!(comparison.records(usize::MAX).count(), 0);
        lines
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

/// A config that has only these sources, each with its records in JSON.
fn sources(sources: &[(&str, &[&str])]) -> String {
    let source = |(name, records): &(&str, &[&str])| format!(r#""{name}": {{"records": [{}]}}"#, records.join(", "));
    format!(r#"{{"sources": {{{}}}}}"#, sources.iter().map(source).collect::<Vec<_>>().join(", "))
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
    // In the middle: the records after it have moved, but are the same.
    check(&[a, b], &[a, c, b], &[plus(1, c)]);
    check(&[a, b, c], &[a, c], &[minus(1, b)]);
    check(&[a, b, c], &[c, b, a], &[]);
    check(&[a, b, c], &[a, d, c], &[changed(1, d)]);
    check(&[a, b, c], &[d, c], &[changed(0, d), minus(1, b)]);
    // The new record has the index of one that still exists.
    check(&[a, b, c], &[b, c, d], &[minus(0, a), plus(2, d)]);
    check(&[a, b, c, d], &[d], &[minus(0, a), minus(1, b), minus(2, c)]);
    check(&[a, b, c, d], &[a], &[minus(1, b), minus(2, c), minus(3, d)]);
    check(&[d, a, b], &[a, b, c, d], &[plus(2, c)]);
    // A removed record follows its old predecessor, even if that has moved.
    check(&[a, b, c, d], &[c, a], &[minus(3, d), minus(1, b)]);
}

/// Equal records are paired in order, so that the last of them are new or gone.
#[test]
fn equal_records() {
    let a = r#"{"id": 1, "value": 1}"#;
    let (two, three) = (sources(&[("s", &[a, a])]), sources(&[("s", &[a, a, a])]));
    assert_eq!(changes(&two, &three), [format!("+ s 2 {a}")]);
    assert_eq!(changes(&three, &two), [format!("- s 2 {a}")]);
    let b = r#"{"id": 2, "value": 1}"#;
    let (one, two) = (sources(&[("s", &[b, a, a])]), sources(&[("s", &[a, b, a, a])]));
    // The first of the equal records is the original in both runs, so it is the last that was added.
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
    // Sources in another order are the same.
    assert!(changes(&before, &config(&[("s", &[b]), ("r", &[a]), ("q", &[a]), ("p", &[a])])).is_empty());
    // The name counts, however it is written.
    let escaped = config(&[("\\u0070", &[a]), ("q", &[a]), ("r", &[a]), ("s", &[b])]);
    assert!(changes(&before, &escaped).is_empty());
    // Without adapt there are no records, nor without a config.
    assert_eq!(changes(&before, &before.replacen("{\"flags\": {", "{\"flags\": {\"adapt\": 0, ", 1)).len(), 4);
    assert_eq!(changes("[", &before).len(), 4);
    assert_eq!(changes(&before, "[]").len(), 4);
}

/// For generated pairs of lists: a change is reported once, and records without a change are in both lists.
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
        let (before, after) = (run(config(&one)), run(config(&two)));
        let changes: Vec<_> = compare(&before, &after).expect("there is memory").records(0).collect();
        let count = |kind| changes.iter().filter(|change| change.kind == kind).count();
        let added = count(ChangeKind::Added);
        assert_eq!(one.len() + added, two.len() + count(ChangeKind::Removed));
        // Those of the newer run are in its order.
        assert!(changes.iter().filter_map(|change| change.place.as_ref()).is_sorted_by_key(|(position, _)| position));
        // Without the changes, both sides have the same records.
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
