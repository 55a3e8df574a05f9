//! What is told of reconciliation groups: by filter and page, where each claim is, and how a mismatch differs.
#![cfg(not(target_arch = "wasm32"))]

use pipeline_playground::pipeline::{self, Run, Verdict};
use pipeline_playground::report::{Claim, Difference, Group, GroupFilter};
use pipeline_playground::text::Text;

fn run(config: &str) -> Run {
    pipeline::run(Text::from_string(config.into()), 1000.0)
}

fn groups(run: &Run) -> Vec<Group> {
    run.groups(&GroupFilter::default(), 0).collect()
}

/// Some sources hold a key more than once; one of them between others' records, one with an empty key between.
const OVERWRITTEN: &str = r#"{"sources": {
    "one": {"records": [{"id": "a", "value": 1}, {"id": "b", "value": 2}, {"id": "a", "value": 3}, {"id": ""}, {"id": "a", "value": 5}]},
    "größe": {"records": [{"id": "c", "value": "é"}, {"id": "b", "value": 2}]},
    "alpha": {"records": [{"uid": "c", "data": "é"}, {"uid": "b"}, {"uid": "b", "data": [1,  2]}, {"uid": "c", "data": "e"}]}}}"#;

type Told<'r> = (&'r str, usize, usize);

/// A claim as the text of the value, the record's position and its index.
fn told(claim: &Claim) -> Told<'_> {
    (&claim.text, claim.record, claim.index)
}

#[test]
fn what_the_last_record_overwrote() {
    let run = run(OVERWRITTEN);
    let groups = groups(&run);
    let overwrote: Vec<Vec<Vec<_>>> = groups
        .iter()
        .map(|group| group.values.iter().map(|value| value.overwrote.iter().map(told).collect()).collect())
        .collect();
    let expected: [Vec<Vec<Told>>; 3] = [
        vec![vec![("1", 0, 0), ("3", 2, 2)]],
        vec![vec![], vec![], vec![("null", 8, 1)]],
        vec![vec![], vec![(r#""\u00e9""#, 7, 0)]],
    ];
    assert_eq!(overwrote, expected);
    let counts: Vec<Vec<_>> =
        groups.iter().map(|group| group.values.iter().map(|v| told(&v.claim)).collect()).collect();
    let expected: [Vec<Told>; 3] = [
        vec![("5", 4, 4)],
        vec![("2", 1, 1), ("2", 6, 1), ("[1, 2]", 9, 2)],
        vec![(r#""\u00e9""#, 5, 0), ("\"e\"", 10, 3)],
    ];
    assert_eq!(counts, expected);
    assert_eq!(groups.iter().map(|group| group.index).collect::<Vec<_>>(), [0, 1, 2]);
    // Where they are.
    assert_eq!(&OVERWRITTEN[groups[0].values[0].overwrote[1].span.clone()], r#"{"id": "a", "value": 3}"#);
    assert_eq!(&OVERWRITTEN[groups[1].values[2].claim.span.clone()], r#"{"uid": "b", "data": [1,  2]}"#);
}

/// More records under few keys than a step works on, in two sources that hold them in turns.
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
            // All are counted, the last of them are told.
            assert_eq!(value.overwrote_count, earlier.len());
            let told = earlier[earlier.len() - 20..].iter().copied();
            assert!(value.overwrote.iter().map(|claim| claim.record).eq(told), "{key}");
        }
    }
}

/// Up to so many overwritten records are told, each of them.
#[test]
fn as_many_as_are_told() {
    for (count, told) in [(1, 0), (2, 1), (20, 19), (21, 20), (22, 20), (23, 20)] {
        let records: Vec<_> = (0..count).map(|n| format!(r#"{{"uid": "k", "data": {n}}}"#)).collect();
        let config = format!(r#"{{"sources": {{"alpha": {{"records": [{}]}}, "beta": {{}}}}}}"#, records.join(", "));
        let value = groups(&run(&config)).remove(0).values.remove(0);
        assert_eq!(value.overwrote_count, count - 1);
        let texts: Vec<_> = value.overwrote.iter().map(|claim| claim.text.clone()).collect();
        let expected: Vec<_> = (count - 1 - told..count - 1).map(|n| n.to_string()).collect();
        assert_eq!(texts, expected, "{count}");
    }
}

/// The first has each key once, so nothing is overwritten; the last one's stage did not run.
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

/// A group of some sources, each of which says one of the values.
fn group_of(values: &[&str]) -> Group {
    let source = |(n, value): (usize, &&str)| format!(r#""s{n}": {{"records": [{{"id": 1, "value": {value}}}]}}"#);
    let sources: Vec<_> = values.iter().enumerate().map(source).collect();
    groups(&run(&format!(r#"{{"sources": {{{}}}}}"#, sources.join(", ")))).remove(0)
}

#[test]
fn why_values_differ() {
    let (order, number, value) = (Difference::Order, Difference::Number, Difference::Value);
    let huge = format!("1{}", "0".repeat(30));
    let cases: [(&[&str], Difference); 34] = [
        (&[r#"{"a": 1, "b": 2}"#, r#"{"b": 2, "a": 1}"#], order),
        (&[r#"[{"a": {"x": 1, "y": 2}}]"#, r#"[{"a": {"y": 2, "x": 1}}]"#], order),
        (&[r#"{"a": 1, "b": 2}"#, r#"{"a": 1, "b": 2}"#, r#"{"b": 2, "a": 1}"#], order),
        (&[r#"{"a": 1, "b": 2}"#, r#"{"b": 2, "a": 1.0}"#], value),
        (&["[1, 2]", "[2, 1]"], value),
        (&["1", "1.0"], number),
        (&["1", "true"], number),
        (&["0.0", "false"], number),
        (&["0", "-0.0"], number),
        (&["1e16", "10000000000000000"], number),
        (&["12", "1.2e1"], number),
        (&["1.0", "1", "true"], number),
        (&["1", "1", "1.0"], number),
        // Longer than what of a number is marked.
        (&["-1234567890123456", "-1234567890123456.0"], number),
        (&["1", "1.0", "2"], value),
        (&["2", "1", "1.0"], value),
        (&["[1, 1]", "[1, 1.0]"], number),
        (&[r#"{"a": [true, 5]}"#, r#"{"a": [1.0, 6]}"#], number),
        (&[r#"{"a": 1, "b": 5}"#, r#"{"a": 1.5, "b": 5}"#], value),
        (&["1", "2"], value),
        (&["1", "10"], value),
        (&["9007199254740993", "9007199254740992.0"], value),
        (&[&huge, "1e30"], value),
        (&["1e23", "100000000000000000000000"], value),
        (&["1", "\"1\""], value),
        (&["\"1\"", "\"1.0\""], value),
        (&[r#""a \" 1""#, r#""a \" 1.0""#], value),
        (&[r#"{"1": 0}"#, r#"{"1.0": 0}"#], value),
        (&[r#"{"\"": 1}"#, r#"{"\"": 1.0}"#], number),
        (&[r#"["\\", 1]"#, r#"["\\", true]"#], number),
        (&["null", "0"], value),
        (&["NaN", "Infinity"], value),
        (&["[]", "[1]"], value),
        (&["[1]", "[1, 1]"], value),
    ];
    for (values, difference) in cases {
        let group = group_of(values);
        assert_eq!((group.verdict, group.difference), (Verdict::Mismatched, Some(difference)), "{values:?}");
    }
    for values in [&["1", "1"][..], &["1.50", "1.5"], &["\"é\"", "\"\\u00e9\"", "\"é\""]] {
        let group = group_of(values);
        assert_eq!(group.difference, None, "{values:?}");
        assert!(group.values.iter().all(|value| value.differs.is_none()));
    }
}

/// The parts are of the texts that are told.
#[test]
fn what_differs() {
    let group = group_of(&[r#"{"a":  "é", "b": 10}"#, r#"{"a": "é", "b": 1e1}"#, r#"{"a": "é"}"#]);
    let parts: Vec<_> =
        group.values.iter().map(|value| &value.claim.text[value.differs.clone().unwrap_or_default()]).collect();
    assert_eq!(parts, [r#", "b": 10"#, r#", "b": 10.0"#, ""]);
    let group = group_of(&["[5, 10]", "[5, 1e1]", "[5, 11]"]);
    let parts: Vec<_> =
        group.values.iter().map(|value| &value.claim.text[value.differs.clone().unwrap_or_default()]).collect();
    assert_eq!(parts, ["10", "10.0", "11"]);
}

/// Each filter gives the groups that fit, from each place on, and their count; also where filters take turns.
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
    };
    let cases: [(GroupFilter, &[usize]); 21] = [
        (filter(None, None, None), &[0, 1, 2, 3, 4]),
        (filter(Some(Verdict::Matched), None, None), &[0]),
        (filter(Some(Verdict::Mismatched), None, None), &[1]),
        (filter(Some(Verdict::Single), None, None), &[2, 3, 4]),
        (filter(None, Some("apple"), None), &[0, 1]),
        (filter(None, Some("APPLE"), None), &[0, 1]),
        (filter(None, Some(""), None), &[0, 1, 2, 3, 4]),
        (filter(None, Some("3"), None), &[2, 4]),
        (filter(None, Some("\"key\": NULL"), None), &[3]),
        // A key is a text, a value is what `json.dumps` makes of it.
        (filter(None, Some("grö"), None), &[4]),
        (filter(None, Some("GRÖ"), None), &[]),
        (filter(None, Some(r"\u00E9"), None), &[1]),
        (filter(None, Some("é"), None), &[]),
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
