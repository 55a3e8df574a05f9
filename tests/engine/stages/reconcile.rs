//! Which records share a key, and whether their values match.

use pipeline_playground::pipeline::Verdict;

use crate::support::configs::MIXED;
use crate::support::{groups, place, records, run};

/// Checks that each id has its own group. Two sources have the ids: the second has them in reverse order, and with
/// another value for every third.
fn check_keys(ids: &[String]) {
    let record =
        |(index, id): (usize, &String), value: usize| format!("{{\"id\": \"{id}\", \"value\": {}}}", index + value);
    let first: Vec<_> = ids.iter().enumerate().map(|id| record(id, 0)).collect();
    let second: Vec<_> = ids.iter().enumerate().rev().map(|id| record(id, usize::from(id.0 % 3 == 0) * 1000)).collect();
    let config = format!(
        r#"{{"sources": {{"one": {{"records": [{}]}}, "two": {{"records": [{}]}}}}}}"#,
        first.join(", "),
        second.join(", ")
    );
    let groups = groups(&run(&config));
    assert_eq!(groups.len(), ids.len());
    for (index, (group, id)) in groups.iter().zip(ids).enumerate() {
        let records: Vec<_> = group.values.iter().map(|value| value.claim.record).collect();
        assert_eq!((group.key.as_str(), records), (Some(id.as_str()), vec![index, 2 * ids.len() - 1 - index]));
        assert_eq!(group.verdict, if index % 3 == 0 { Verdict::Mismatched } else { Verdict::Matched }, "{id}");
    }
}

#[test]
fn ids_that_are_nearly_the_same() {
    // Each differs from the others in one or two letters.
    for length in [1, 7, 8, 9, 15, 16, 17, 40] {
        let base = "a".repeat(length);
        let changed = |index| format!("{}b{}", &base[..index], &base[index + 1..]);
        check_keys(&std::iter::once(base.clone()).chain((0..length).map(changed)).collect::<Vec<_>>());
    }
    // Only in length.
    check_keys(&(1..=40).rev().map(|length| "a".repeat(length)).collect::<Vec<_>>());
    // Only in white space, in case, or in the last byte of a character.
    check_keys(&["x", " x", "x ", "X", "é", "è", "😀", "😁"].map(String::from));
}

/// A key is `str(id)`, so ids of different types can have the same key.
#[test]
fn ids_of_different_types() {
    let cases = [
        ("1", r#""1""#, "1"),
        ("-0", r#""0""#, "0"),
        ("1.0", r#""1.0""#, "1.0"),
        ("1e400", r#""inf""#, "inf"),
        ("null", r#""None""#, "None"),
        ("true", r#""True""#, "True"),
        ("[1, \"a\"]", r#""[1, 'a']""#, "[1, 'a']"),
        ("{\"k\":  null}", r#""{'k': None}""#, "{'k': None}"),
        (r#""\u0061\ud83d\ude00""#, r#""a😀""#, "a😀"),
        ("123456789012345678901234567890", r#""123456789012345678901234567890""#, "123456789012345678901234567890"),
        (r#"["a string of some length", 1]"#, r#""['a string of some length', 1]""#, "['a string of some length', 1]"),
    ];
    for (id, string, key) in cases {
        let config = format!(
            r#"{{"sources": {{"one": {{"records": [{{"id": {id}}}]}}, "two": {{"records": [{{"id": {string}, "value": null}}]}}}}}}"#
        );
        let run = run(&config);
        let actual: Vec<_> = groups(&run).into_iter().map(|group| (group.key, group.verdict)).collect();
        assert_eq!(actual, [(key.into(), Verdict::Matched)], "{id}");
    }
    // These are not the same text.
    let ids = ["1", "1.0", "true", "\"01\"", "\"\\u0000\"", "\"\\u0000\\u0000\"", "\"1 \"", "[]", "{}", "\"null\""];
    let sources = ids.iter().enumerate().map(|(index, id)| format!(r#""s{index}": {{"records": [{{"id": {id}}}]}}"#));
    let run = run(format!(r#"{{"sources": {{{}}}}}"#, sources.collect::<Vec<_>>().join(", ")));
    assert!(groups(&run).iter().all(|group| group.verdict == Verdict::Single) && run.group_count() == ids.len());
}

/// Keys come in the order of their first record, whichever source has it; values are compared as `json.dumps` texts.
#[test]
fn key_order_and_values() {
    let config = r#"{"sources": {
        "one": {"records": [{"id": "b", "value": 1}, {"id": "a", "value": {"x": 1, "y": 2}}, {"id": "b", "value": "\u00e9"}, {}]},
        "two": {"records": [{"id": "c", "value": 1.0}, {"id": "a", "value": {"y": 2, "x": 1}}, {"id": "b", "value": 0}, {"id": "b", "value": "é"}]},
        "six": {"records": [{"id": ""}, {"id": "d"}, {"id": "c", "value": 1.00}, {"id": "b", "value": "é"}]},
        "ten": {"records": [{"id": "c", "value": 1}]}}}"#;
    let run = run(config);
    let actual: Vec<_> = groups(&run)
        .into_iter()
        .map(|group| {
            (group.key.to_string(), group.verdict, group.values.iter().map(|value| value.claim.record).collect())
        })
        .collect();
    let expected: [(String, Verdict, Vec<usize>); 4] = [
        ("b".into(), Verdict::Matched, vec![2, 7, 11]),
        ("a".into(), Verdict::Mismatched, vec![1, 5]),
        ("c".into(), Verdict::Mismatched, vec![4, 10, 12]),
        ("d".into(), Verdict::Single, vec![9]),
    ];
    assert_eq!(actual, expected);
    let values: Vec<_> = groups(&run)[1].values.iter().map(|value| value.claim.text.clone()).collect();
    assert_eq!(values, [r#"{"x": 1, "y": 2}"#, r#"{"y": 2, "x": 1}"#]);
    // A record without an id has no group.
    assert_eq!((records(&run)[3].group, records(&run)[8].group, records(&run)[9].group), (None, None, Some(3)));
}

/// Of a source's records with the same key, the last one counts.
#[test]
fn overwritten_records() {
    let records = records(&run(MIXED));
    let verdicts: Vec<_> = records.iter().map(|record| record.verdict.map(Verdict::name)).collect();
    for (position, record) in records.iter().enumerate() {
        // The last one counts, even if it is a duplicate.
        let by = match position {
            0 => Some(place(&records[1])),
            5 | 6 => Some(place(&records[7])),
            _ => None,
        };
        assert_eq!(record.overwritten_by, by, "{position}");
    }
    let (no, yes, one) = (Some("mismatched"), Some("matched"), Some("single"));
    assert_eq!(verdicts, [no, no, yes, no, yes, yes, yes, yes, None, no, yes, one]);
}
