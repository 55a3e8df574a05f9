//! Reports on reconciliation groups: by filter and page, where each claim is, and what was overwritten.

use pipeline_playground::pipeline::{Stage, Verdict};
use pipeline_playground::report::{Claim, Group, GroupFilter, GroupReason, GroupValue, NoGroups};

use crate::support::configs::{EVERYTHING, MIXED, one_id};
use crate::support::{groups, run};

/// The key, the verdict, and what each source says: its name, the record and the text.
type Said = (String, Verdict, Vec<(String, usize, String)>);

fn said(group: Group) -> Said {
    let value = |value: GroupValue| (value.source.to_string(), value.claim.record, value.claim.text);
    (group.key.to_string(), group.verdict, group.values.into_iter().map(value).collect())
}

#[test]
fn the_groups_of_a_run() {
    let run = run(MIXED);
    let group = |key: &str, verdict, values: &[(&str, usize, &str)]| -> Said {
        let value = |&(source, record, text): &(&str, usize, &str)| (source.to_owned(), record, text.to_owned());
        (key.to_owned(), verdict, values.iter().map(value).collect())
    };
    // Of several records of a source, the last one counts, even if it is a duplicate or breaks the contract.
    let expected = [
        group("1", Verdict::Mismatched, &[("alpha", 1, "\"x\""), ("größe", 3, "\"x\""), ("beta", 9, "\"y\"")]),
        group("2", Verdict::Matched, &[("alpha", 2, "null"), ("größe", 4, "null")]),
        group("3", Verdict::Matched, &[("größe", 7, "[1]"), ("beta", 10, "[1]")]),
        group("None", Verdict::Single, &[("beta", 11, "5")]),
    ];
    let all: Vec<_> = groups(&run).into_iter().map(said).collect();
    assert_eq!((all, run.group_count()), (expected.to_vec(), 4));
}

/// Sources that have a key more than once, with other records in between.
const OVERWRITTEN: &str = r#"{"sources": {
    "one": {"records": [{"id": "a", "value": 1}, {"id": "b", "value": 2}, {"id": "a", "value": 3}, {"id": ""}, {"id": "a", "value": 5}]},
    "größe": {"records": [{"id": "c", "value": "é"}, {"id": "b", "value": 2}]},
    "alpha": {"records": [{"uid": "c", "data": "é"}, {"uid": "b"}, {"uid": "b", "data": [1,  2]}, {"uid": "c", "data": "e"}]}}}"#;

type Brief<'r> = (&'r str, usize, usize);

/// A claim as the text of the value, the record's position and its index.
fn brief(claim: &Claim) -> Brief<'_> {
    (&claim.text, claim.record, claim.index)
}

#[test]
fn what_the_last_record_overwrote() {
    let run = run(OVERWRITTEN);
    let groups = groups(&run);
    let overwrote: Vec<Vec<Vec<_>>> = groups
        .iter()
        .map(|group| group.values.iter().map(|value| value.overwrote.iter().map(brief).collect()).collect())
        .collect();
    let expected: [Vec<Vec<Brief>>; 3] = [
        vec![vec![("1", 0, 0), ("3", 2, 2)]],
        vec![vec![], vec![], vec![("null", 8, 1)]],
        vec![vec![], vec![(r#""\u00e9""#, 7, 0)]],
    ];
    assert_eq!(overwrote, expected);
    let counts: Vec<Vec<_>> =
        groups.iter().map(|group| group.values.iter().map(|v| brief(&v.claim)).collect()).collect();
    let expected: [Vec<Brief>; 3] = [
        vec![("5", 4, 4)],
        vec![("2", 1, 1), ("2", 6, 1), ("[1, 2]", 9, 2)],
        vec![(r#""\u00e9""#, 5, 0), ("\"e\"", 10, 3)],
    ];
    assert_eq!(counts, expected);
    assert_eq!(groups.iter().map(|group| group.index).collect::<Vec<_>>(), [0, 1, 2]);
    // They are found by their names.
    let found = |text: &str| {
        let filter = GroupFilter { text: Some(text.into()), ..GroupFilter::default() };
        run.groups(&filter, 0).map(|group| group.index).collect::<Vec<_>>()
    };
    assert_eq!((found("one[2]"), found("alpha[0]"), found("one[3]")), (vec![0], vec![2], vec![]));
    // Their places in the text.
    assert_eq!(&OVERWRITTEN[groups[0].values[0].overwrote[1].span.clone()], r#"{"id": "a", "value": 3}"#);
    assert_eq!(&OVERWRITTEN[groups[1].values[2].claim.span.clone()], r#"{"uid": "b", "data": [1,  2]}"#);
}

/// More records than a stage works on at a time, under three keys that take turns.
#[test]
fn many_records_under_one_key() {
    let records = |count: usize, field: &str| {
        (0..count).map(|n| format!("{{\"{field}\": {}}}", n % 3)).collect::<Vec<_>>().join(", ")
    };
    let config = format!(
        r#"{{"sources": {{"alpha": {{"records": [{}]}}, "beta": {{}}, "other": {{"records": [{}]}}}}}}"#,
        records(2000, "uid"),
        records(1201, "id")
    );
    let run = run(&config);
    for (key, group) in groups(&run).iter().enumerate() {
        for (value, (start, count)) in group.values.iter().zip([(0, 2000), (2000, 1201)]) {
            let all: Vec<usize> = (0..count).filter(|n| n % 3 == key).map(|n| start + n).collect();
            let (last, earlier) = all.split_last().expect("some records");
            assert_eq!(value.claim.record, *last);
            // All are counted, the last 20 are reported.
            assert_eq!(value.overwrote_count, earlier.len());
            let reported = earlier[earlier.len() - 20..].iter().copied();
            assert!(value.overwrote.iter().map(|claim| claim.record).eq(reported), "{key}");
        }
    }
}

/// At most 20 overwritten records are reported.
#[test]
fn reported_overwritten_records() {
    for (count, reported) in [(1, 0), (2, 1), (20, 19), (21, 20), (22, 20), (23, 20)] {
        let records: Vec<_> = (0..count).map(|n| format!(r#"{{"uid": "k", "data": {n}}}"#)).collect();
        let config = format!(r#"{{"sources": {{"alpha": {{"records": [{}]}}, "beta": {{}}}}}}"#, records.join(", "));
        let value = groups(&run(&config)).remove(0).values.remove(0);
        assert_eq!(value.overwrote_count, count - 1);
        let texts: Vec<_> = value.overwrote.iter().map(|claim| claim.text.clone()).collect();
        let expected: Vec<_> = (count - 1 - reported..count - 1).map(|n| n.to_string()).collect();
        assert_eq!(texts, expected, "{count}");
    }
}

/// The first config has each key once in each source. In the last, reconcile did not run.
#[test]
fn nothing_overwritten() {
    for (config, count) in [
        (
            r#"{"sources": {"alpha": {"records": [{"uid": 1}, {"uid": 2}]}, "beta": {"records": [{"identifier": 2}]}}}"#,
            2,
        ),
        (r#"{"sources": {"alpha": {"records": [{"uid": ""}]}, "beta": {}}}"#, 0),
        (r#"{"sources": {"alpha": {"records": [{"uid": 1}, {"uid": 1}]}}}"#, 0),
    ] {
        let groups = groups(&run(config));
        assert_eq!(groups.len(), count, "{config}");
        assert!(groups.iter().flat_map(|group| &group.values).all(|value| value.overwrote_count == 0), "{config}");
    }
}

/// Each filter gives the groups that match, from each offset on, and their count, even if filters take turns.
#[test]
fn groups_by_filter_and_page() {
    let config = r#"{"sources": {
        "one": {"records": [{"id": "Apple", "value": 1}, {"id": "beet", "value": "Old APPLE"}, {"id": 3, "value": [1]}]},
        "größe": {"records": [{"id": "Apple", "value": 1}, {"id": "beet", "value": "é"}, {"id": "x", "value": {"kEy": null}}]},
        "": {"records": [{"id": "beet", "value": "none"}, {"id": "gr\u00f6", "value": 33}]}}}"#;
    let run = run(config);
    let all = groups(&run);
    let keys: Vec<_> = all.iter().map(|group| group.key.to_string()).collect();
    assert_eq!(keys, ["Apple", "beet", "3", "x", "grö"]);
    let filter = |verdict, text: Option<&str>, source: Option<&str>| GroupFilter {
        verdict,
        text: text.map(Into::into),
        source: source.map(Into::into),
        like: None,
    };
    let cases: [(GroupFilter, &[usize]); 26] = [
        (filter(None, None, None), &[0, 1, 2, 3, 4]),
        (filter(Some(Verdict::Matched), None, None), &[0]),
        (filter(Some(Verdict::Mismatched), None, None), &[1]),
        (filter(Some(Verdict::Single), None, None), &[2, 3, 4]),
        (filter(None, Some("apple"), None), &[0, 1]),
        (filter(None, Some("APPLE"), None), &[0, 1]),
        (filter(None, Some(""), None), &[0, 1, 2, 3, 4]),
        (filter(None, Some("3"), None), &[2, 4]),
        (filter(None, Some("\"key\": NULL"), None), &[3]),
        // Keys are searched as texts, values as `json.dumps` prints them and as they are meant.
        (filter(None, Some("grö"), None), &[0, 1, 3, 4]),
        (filter(None, Some("grö\n"), None), &[]),
        (filter(None, Some("GRÖ"), None), &[]),
        (filter(None, Some(r"\u00E9"), None), &[1]),
        (filter(None, Some(r"gr\u00F6"), None), &[0, 1, 3, 4]),
        (filter(None, Some("é"), None), &[1]),
        // By the names of records.
        (filter(None, Some("one[2]"), None), &[2]),
        (filter(None, Some("größe[1]"), None), &[1]),
        (filter(None, Some("größe[1]"), Some("one")), &[1]),
        (filter(None, Some("apple apple"), None), &[]),
        (filter(None, None, Some("one")), &[0, 1, 2]),
        (filter(None, None, Some("größe")), &[0, 1, 3]),
        (filter(None, None, Some("")), &[1, 4]),
        (filter(None, None, Some("two")), &[]),
        (filter(Some(Verdict::Single), None, Some("one")), &[2]),
        (filter(Some(Verdict::Mismatched), Some("none"), Some("größe")), &[1]),
        (filter(Some(Verdict::Matched), Some("none"), None), &[]),
    ];
    for (filter, indices) in cases {
        let expected: Vec<_> = indices.iter().map(|&index| all[index].clone()).collect();
        assert_eq!(run.select_groups(&filter).expect("there is memory").count(), expected.len(), "{filter:?}");
        for offset in 0..=expected.len() {
            let page: Vec<_> = run.groups(&filter, offset).collect();
            assert_eq!(page, expected[offset..], "{filter:?} from {offset} on");
            assert_eq!(run.groups(&GroupFilter::default(), offset).next().as_ref(), all.get(offset));
        }
        assert_eq!(run.groups(&filter, usize::MAX).count(), 0);
    }
}

/// Keys that differ only in what cannot be seen.
#[test]
fn keys_that_read_alike() {
    let keys = [
        "order_001",
        "order_001 ",
        "\\torder_001",
        "order\\u00a0_001",
        "or\\u200bder_001\\ufeff",
        "order_\\u202e001",
        "\\ud800order_001",
        "order_0010",
        "ORDER_001",
        "order_00 2",
        "order_002",
        " ",
        "\\u3000",
        "東 京",
        "東京",
        "東",
    ];
    let records: Vec<_> = keys.iter().map(|key| format!(r#"{{"id": "{key}"}}"#)).collect();
    let run = run(format!(r#"{{"sources": {{"one": {{"records": [{}]}}, "two": {{}}}}}}"#, records.join(",")));
    assert_eq!(run.group_count(), keys.len());
    let like = |text: &str| -> Vec<usize> {
        let filter = GroupFilter { like: Some(text.into()), ..GroupFilter::default() };
        run.groups(&filter, 0).map(|group| group.index).collect()
    };
    assert_eq!(like("order_001"), (0..7).collect::<Vec<_>>());
    assert_eq!(like(" order _ 001\n"), (0..7).collect::<Vec<_>>());
    assert_eq!((like("order_002"), like("ORDER_001")), (vec![9, 10], vec![8]));
    assert_eq!((like(""), like("東京"), like("東\u{200b}")), (vec![11, 12], vec![13, 14], vec![15]));
    assert_eq!((like("order"), like("order_001x"), like("x")), (vec![], vec![], vec![]));
}

/// `str` gives `1` and `"1"` the same key.
#[test]
fn keys_of_ids_of_different_types() {
    let run = run(r#"{"sources": {
        "one": {"records": [{"id": "1"}, {"id": "2"}, {"id": true}, {"id": "x"}, {"id": 5}, {"id": "5"}, {"id": null}]},
        "two": {"records": [{"id": 1}, {"id": "2"}, {"id": "True"}, {"id": 5.0}]},
        "alpha": {"records": [{"uid": "None"}, {"uid": 7}, {}]}}}"#);
    let mixed: Vec<_> =
        groups(&run).iter().filter(|group| group.mixed_ids).map(|group| group.key.to_string()).collect();
    assert_eq!(mixed, ["1", "True"], "the last record of a source counts");
}

#[test]
fn why_there_are_no_groups() {
    let why = |config: &str| run(config).no_groups();
    let off = |stage: &str| format!(r#"{{"flags": {{"{stage}": 0}}, "sources": {{"a": {{}}, "b": {{}}}}}}"#);
    assert_eq!(why(EVERYTHING), None);
    assert_eq!(why("["), Some(NoGroups::Exception));
    assert_eq!(why(&off("reconcile")), Some(NoGroups::FlagOff));
    assert_eq!(why(&off("adapt")), Some(NoGroups::AdaptOff));
    assert_eq!(why("{}"), Some(NoGroups::NoSource));
    assert_eq!(why(r#"{"sources": {"a": {}}}"#), Some(NoGroups::OneSource { source: "a".into() }));
    assert_eq!(why(&off("cache")), Some(NoGroups::NoKeys));
    let switches = [NoGroups::FlagOff, NoGroups::AdaptOff, NoGroups::NoKeys].map(|why| why.switch_on());
    assert_eq!(switches, [Some(Stage::Reconcile), Some(Stage::Adapt), None]);
}

#[test]
fn why_a_group_has_its_verdict() {
    let reason = |values: &[&str]| {
        run(one_id(values)).groups(&GroupFilter::default(), 0).next().expect("there is a group").reason
    };
    assert_eq!(reason(&["1", "1"]), GroupReason::Same);
    assert_eq!(reason(&["1", "2"]), GroupReason::Value);
    assert_eq!(reason(&["1", "1.0"]), GroupReason::Number);
    assert_eq!(reason(&[r#"{"a": 1, "b": 2}"#, r#"{"b": 2, "a": 1}"#]), GroupReason::Order);
    let single = run(EVERYTHING).groups(&GroupFilter::default(), 1).next().expect("there is a second group");
    assert_eq!(single.reason, GroupReason::Single);
}
