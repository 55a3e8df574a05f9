//! What a finished run tells beyond its summary: stages, records, groups and log lines, filtered and page by page.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/configs.rs"]
mod configs;

use pipeline_playground::pipeline::{self, Fate, Freshness, Run, Stage, Verdict};
use pipeline_playground::report::{
    Group, GroupFilter, GroupValue, Level, RecordFilter, RecordReport, StageCounts, StageReport,
};
use pipeline_playground::text::Text;

use configs::{FAILED, MIXED};

fn run(config: &str) -> Run {
    pipeline::run(Text::from_string(config.into()), 1000.0)
}

fn records(run: &Run) -> Vec<RecordReport> {
    run.records(&RecordFilter::default(), 0).collect()
}

fn groups(run: &Run) -> Vec<Group> {
    run.groups(&GroupFilter::default(), 0).collect()
}

/// Each log line as `LEVEL message`.
fn logs(run: &Run, offset: usize) -> Vec<String> {
    run.logs(offset).map(|line| format!("{} {}", line.level.name(), line.message)).collect()
}

/// A stage whose flag is on and which drops nothing.
fn stage(stage: Stage, records: usize, counts: StageCounts) -> StageReport {
    StageReport { stage, flag: Some(true), ran: true, failed: false, records_in: records, records_out: records, counts }
}

#[test]
fn the_stages_of_a_run() {
    let expected = [
        stage(Stage::Adapt, 12, StageCounts::Adapt { sources: 3 }),
        StageReport { records_out: 10, ..stage(Stage::Cache, 12, StageCounts::Cache { hits: 2, misses: 10 }) },
        StageReport { records_out: 7, ..stage(Stage::Validate, 10, StageCounts::Validate { violations: 3 }) },
        stage(Stage::Freshness, 7, StageCounts::Freshness { fresh: 5, stale: 2 }),
        stage(Stage::Reconcile, 12, StageCounts::Reconcile { matched: 2, mismatched: 1, single: 1 }),
    ];
    assert_eq!(run(MIXED).stages(), expected);
}

#[test]
fn the_stages_of_a_failed_run() {
    let failed = run(FAILED);
    let expected = [
        stage(Stage::Adapt, 7, StageCounts::Adapt { sources: 2 }),
        StageReport { records_out: 6, ..stage(Stage::Cache, 7, StageCounts::Cache { hits: 1, misses: 6 }) },
        StageReport { records_out: 5, ..stage(Stage::Validate, 6, StageCounts::Validate { violations: 1 }) },
        StageReport {
            ran: false,
            failed: true,
            ..stage(Stage::Freshness, 5, StageCounts::Freshness { fresh: 3, stale: 0 })
        },
        StageReport {
            ran: false,
            ..stage(Stage::Reconcile, 7, StageCounts::Reconcile { matched: 0, mismatched: 0, single: 0 })
        },
    ];
    assert_eq!(failed.stages(), expected);
    assert_eq!((failed.record_count(), failed.group_count(), failed.log_count()), (7, 0, 3));
    // What was found up to there is told: the age of a timestamp that lies ahead is negative.
    let told: Vec<_> = records(&failed).into_iter().map(|record| (record.fate, record.age, record.group)).collect();
    let kept = |age: Option<&str>| (Fate::Kept, age.map(str::to_owned), None);
    let expected = [
        kept(Some("0")),
        (Fate::Duplicate { of: 0 }, None, None),
        (Fate::Invalid, None, None),
        kept(Some("9")),
        kept(Some("-990.0")),
        kept(None),
        kept(None),
    ];
    assert_eq!(told, expected);
    let expected = [
        "INFO adapted 3 records from alpha",
        "INFO adapted 4 records from gamma",
        "WARNING contract violation: 2 missing ['value']",
    ];
    assert_eq!(logs(&failed, 0), expected);
}

/// What was adapted before the failure is told, but only whole sources are counted and logged.
#[test]
fn a_run_that_fails_at_its_first_stage() {
    let failed = run(r#"{"sources": {"alpha": {"records": [{"uid": 1}]}, "beta": {"records": [{}, {}, 7]}}}"#);
    let [adapt, cache, ..] = failed.stages();
    let expected =
        StageReport { ran: false, failed: true, ..stage(Stage::Adapt, 3, StageCounts::Adapt { sources: 1 }) };
    assert_eq!(adapt, expected);
    assert_eq!(cache, StageReport { ran: false, ..stage(Stage::Cache, 3, StageCounts::Cache { hits: 0, misses: 0 }) });
    assert_eq!(logs(&failed, 0), ["INFO adapted 1 records from alpha"]);
    let told: Vec<_> = records(&failed).into_iter().map(|record| (record.source, record.index, record.key)).collect();
    assert_eq!(told, [("alpha".into(), 0, None), ("beta".into(), 0, None), ("beta".into(), 1, None)]);
}

#[test]
fn flags_and_what_runs() {
    let on = (Some(true), true);
    let (idle, off) = ((Some(true), false), (Some(false), false));
    let cases = [
        // Reconcile needs two sources, with or without records.
        (r#"{"sources": {"alpha": {}}}"#, [on, on, on, on, idle]),
        (r#"{"sources": {"alpha": {}, "beta": {}}}"#, [on, on, on, on, on]),
        (r#"{"sources": {"alpha": {}, "beta": {}}, "flags": {"adapt": 0}}"#, [off, on, on, on, idle]),
        (
            r#"{"sources": {"alpha": {}, "beta": {}}, "flags": {"cache": "", "validate": null, "freshness": [], "reconcile": 0.0}}"#,
            [on, off, off, off, off],
        ),
        (r#"{"flags": []}"#, [(None, false); 5]),
        ("[", [(None, false); 5]),
    ];
    for (config, expected) in cases {
        let run = run(config);
        assert_eq!(run.stages().map(|stage| (stage.flag, stage.ran)), expected, "{config}");
        assert!(run.stages().iter().all(|stage| !stage.failed), "{config}");
        let listed = run.stages().into_iter().filter(|stage| stage.ran).map(|stage| stage.stage);
        let summary = run.summary().map(|summary| summary.stages_run.clone());
        assert_eq!(listed.collect::<Vec<_>>(), summary.unwrap_or_default(), "{config}");
    }
}

#[test]
fn the_records_of_a_run() {
    let (kept, invalid) = (Fate::Kept, Fate::Invalid);
    let (fresh, stale) = (Some((Freshness::Fresh, "0")), |age| Some((Freshness::Stale, age)));
    let fresh_at = |age| Some((Freshness::Fresh, age));
    let expected = [
        // Adapting drops alpha's timestamp, so its age is none.
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
        let told = record.freshness.zip(record.age.as_deref());
        assert_eq!((record.fate, told, record.group), (fate, mark, group), "{position}");
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
    };
    assert_eq!(records[3], expected);
    assert_eq!(&MIXED[records[3].span.clone()], r#"{"id": 1, "value": "x", "timestamp": 399.5}"#);
    // The last record of all: what a source leaves out is None, and one source's record is in the text as it is.
    assert_eq!(&MIXED[records[11].span.clone()], r#"{"payload": 5}"#);
    assert_eq!(records[11].text, r#"{"id": null, "value": 5, "source": "beta"}"#);
    assert_eq!(records[11].missing, ["id".into()]);
    // Two spellings of one record.
    assert_eq!((&records[7].key, &records[7].hashed), (&records[5].key, &records[5].hashed));
    assert_eq!(records[7].text, r#"{"timestamp": 1100, "value": [1], "id": 3, "source": "gr\u00f6\u00dfe"}"#);
}

fn filter(source: Option<&str>, fate: Option<&str>, freshness: Option<&str>) -> RecordFilter {
    RecordFilter {
        source: source.map(Into::into),
        fate: fate.map(|name| Fate::named(name).expect("a fate")),
        freshness: freshness.map(|name| Freshness::named(name).expect("a mark")),
        ..RecordFilter::default()
    }
}

#[test]
fn records_by_filter_and_page() {
    let run = run(MIXED);
    let all = records(&run);
    let cases: [(RecordFilter, &[usize]); 13] = [
        (filter(None, None, None), &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
        (filter(Some("alpha"), None, None), &[0, 1, 2]),
        (filter(Some("größe"), None, None), &[3, 4, 5, 6, 7, 8]),
        (filter(Some("beta"), None, None), &[9, 10, 11]),
        (filter(None, Some("kept"), None), &[0, 3, 5, 6, 8, 9, 10]),
        (filter(None, Some("duplicate"), None), &[1, 7]),
        (filter(None, Some("invalid"), None), &[2, 4, 11]),
        (filter(None, None, Some("stale")), &[3, 8]),
        (filter(None, None, Some("fresh")), &[0, 5, 6, 9, 10]),
        (filter(Some("größe"), Some("kept"), Some("fresh")), &[5, 6]),
        (filter(Some("beta"), Some("invalid"), None), &[11]),
        (filter(None, Some("invalid"), Some("fresh")), &[]),
        // What no source is called.
        (filter(Some("gr\\u00f6\\u00dfe"), None, None), &[]),
    ];
    for (filter, positions) in cases {
        let expected: Vec<_> = positions.iter().map(|&position| all[position].clone()).collect();
        for offset in 0..=expected.len() {
            let page: Vec<_> = run.records(&filter, offset).collect();
            assert_eq!(page, expected[offset..], "{filter:?} from {offset} on");
        }
        for offset in [expected.len() + 1, usize::MAX] {
            assert_eq!(run.records(&filter, offset).count(), 0, "{filter:?} from {offset} on");
        }
    }
}

/// The key, the verdict, and what each source says: its name, the record and the text.
type Told = (String, Verdict, Vec<(String, usize, String)>);

fn told(group: Group) -> Told {
    let value = |value: GroupValue| (value.source.to_string(), value.claim.record, value.claim.text);
    (group.key.to_string(), group.verdict, group.values.into_iter().map(value).collect())
}

#[test]
fn the_groups_of_a_run() {
    let run = run(MIXED);
    let group = |key: &str, verdict, values: &[(&str, usize, &str)]| -> Told {
        let value = |&(source, record, text): &(&str, usize, &str)| (source.to_owned(), record, text.to_owned());
        (key.to_owned(), verdict, values.iter().map(value).collect())
    };
    // Of several records of a source, the last one counts, duplicate or not; so does what the contract has dropped.
    let expected = [
        group("1", Verdict::Mismatched, &[("alpha", 1, "\"x\""), ("größe", 3, "\"x\""), ("beta", 9, "\"y\"")]),
        group("2", Verdict::Matched, &[("alpha", 2, "null"), ("größe", 4, "null")]),
        group("3", Verdict::Matched, &[("größe", 7, "[1]"), ("beta", 10, "[1]")]),
        group("None", Verdict::Single, &[("beta", 11, "5")]),
    ];
    let all: Vec<_> = groups(&run).into_iter().map(told).collect();
    assert_eq!((all, run.group_count()), (expected.to_vec(), 4));
}

#[test]
fn log_lines_page_by_page() {
    let run = run(MIXED);
    let expected = [
        "INFO adapted 3 records from alpha",
        "INFO adapted 6 records from größe",
        "INFO adapted 3 records from beta",
        "WARNING contract violation: 2 missing ['value']",
        "WARNING contract violation: 2 missing ['value']",
        "WARNING contract violation: None missing ['id']",
    ];
    assert_eq!(run.log_count(), expected.len());
    for offset in 0..=expected.len() {
        assert_eq!(logs(&run, offset), expected[offset..], "from {offset} on");
    }
    assert_eq!(run.logs(expected.len() + 1).count() + run.logs(usize::MAX).count(), 0);
    assert_eq!(run.logs(3).next().map(|line| line.level), Some(Level::Warning));
}

/// The log has Python's repr of the list, a report each name's str.
#[test]
fn missing_names() {
    let cases: [(&str, &[&str], &str); 6] = [
        (r#"["id", 1.50, "x"]"#, &["1.5", "x"], "[1.5, 'x']"),
        (r#"["it's", "é\n", "a\"b"]"#, &["it's", "é\n", "a\"b"], r#"["it's", 'é\n', 'a"b']"#),
        (
            "[null, true, 1e16, -0, -0.0, NaN]",
            &["None", "True", "1e+16", "0", "-0.0", "nan"],
            "[None, True, 1e+16, 0, -0.0, nan]",
        ),
        (r#""é😀""#, &["é", "😀"], "['é', '😀']"),
        (r#"{"b": 1, "source": 2, "id": 3, "a": 4}"#, &["b", "a"], "['b', 'a']"),
        // One that is asked for twice is missing twice.
        (r#"["x", "id", "x"]"#, &["x", "x"], "['x', 'x']"),
    ];
    for (required, names, list) in cases {
        let config =
            format!(r#"{{"required_fields": {required}, "sources": {{"gamma": {{"records": [{{"id": 7}}]}}}}}}"#);
        let run = run(&config);
        let expected: Vec<_> = names.iter().map(|&name| name.into()).collect();
        assert_eq!(records(&run)[0].missing, expected, "{required}");
        assert_eq!(logs(&run, 1), [format!("WARNING contract violation: 7 missing {list}")]);
    }
}

/// More required fields than are looked up one by one.
#[test]
fn many_required_fields() {
    let fields: Vec<_> = (0..100).map(|index| format!("\"f{index}\"")).collect();
    let config = format!(
        r#"{{"required_fields": ["value", {}, 1.50], "sources": {{"gamma": {{"records": [{{"f3": 1, "f99": null, "f40": 0}}]}}}}}}"#,
        fields.join(", ")
    );
    let mut expected = vec!["value".into()];
    expected.extend((0..100).filter(|index| ![3, 40].contains(index)).map(|index| format!("f{index}").into()));
    expected.push("1.5".into());
    assert_eq!(records(&run(&config))[0].missing, expected);
}

/// `now - timestamp` as Python prints it.
#[test]
fn ages() {
    let cases = [
        ("1000", "1001", "-1"),
        ("1000", "false", "1000"),
        ("true", "-0", "1"),
        ("0.3", "0.1", "0.19999999999999998"),
        ("1e16", "0", "1e+16"),
        ("5", "5.0", "0.0"),
        ("NaN", "1", "nan"),
        ("1", "Infinity", "-inf"),
        ("9223372036854775807", "-1", "9223372036854775808"),
        ("-9223372036854775808", "1", "-9223372036854775809"),
        ("9999999999999999999", "1", "9999999999999999998"),
        ("-9223372036854775809", "-1", "-9223372036854775808"),
        ("999999999999999999", "-1", "1000000000000000000"),
        ("100000000000000000000000000000", "1", "99999999999999999999999999999"),
    ];
    for (now, timestamp, age) in cases {
        let config = format!(
            r#"{{"now": {now}, "sources": {{"gamma": {{"records": [{{"id": 1, "value": 1, "timestamp": {timestamp}}}]}}}}}}"#
        );
        assert_eq!(records(&run(&config))[0].age.as_deref(), Some(age), "{now} - {timestamp}");
    }
}

/// Each id in two sources, the second of which has them in the opposite order and says something else under every
/// third: one group for each.
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
        let places: Vec<_> = group.values.iter().map(|value| value.claim.record).collect();
        assert_eq!((group.key.as_str(), places), (Some(id.as_str()), vec![index, 2 * ids.len() - 1 - index]));
        assert_eq!(group.verdict, if index % 3 == 0 { Verdict::Mismatched } else { Verdict::Matched }, "{id}");
    }
}

#[test]
fn ids_that_are_nearly_the_same() {
    // Each differs from the others in one place only, also in the middle.
    for length in [1, 7, 8, 9, 15, 16, 17, 40] {
        let base = "a".repeat(length);
        let changed = |place| format!("{}b{}", &base[..place], &base[place + 1..]);
        check_keys(&std::iter::once(base.clone()).chain((0..length).map(changed)).collect::<Vec<_>>());
    }
    // In their length only.
    check_keys(&(1..=40).rev().map(|length| "a".repeat(length)).collect::<Vec<_>>());
    // In their white space, their case and their characters' last byte only.
    check_keys(&["x", " x", "x ", "X", "é", "è", "😀", "😁"].map(String::from));
}

/// A key is the id's str, so an id may share its key with one of another type.
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
        let told: Vec<_> = groups(&run).into_iter().map(|group| (group.key, group.verdict)).collect();
        assert_eq!(told, [(key.into(), Verdict::Matched)], "{id}");
    }
    // These are not the same text.
    let ids = ["1", "1.0", "true", "\"01\"", "\"\\u0000\"", "\"\\u0000\\u0000\"", "\"1 \"", "[]", "{}", "\"null\""];
    let sources = ids.iter().enumerate().map(|(index, id)| format!(r#""s{index}": {{"records": [{{"id": {id}}}]}}"#));
    let run = run(&format!(r#"{{"sources": {{{}}}}}"#, sources.collect::<Vec<_>>().join(", ")));
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
    let told: Vec<_> = groups(&run)
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
    assert_eq!(told, expected);
    let values: Vec<_> = groups(&run)[1].values.iter().map(|value| value.claim.text.clone()).collect();
    assert_eq!(values, [r#"{"x": 1, "y": 2}"#, r#"{"y": 2, "x": 1}"#]);
    // A record without an id has no group.
    assert_eq!((records(&run)[3].group, records(&run)[8].group, records(&run)[9].group), (None, None, Some(3)));
}
