//! What a finished run tells of a record beyond its fate: what it lacks, what stands in for it, what adapt made of it; and
//! of the config: its settings, and where the summary's numbers stand.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/configs.rs"]
mod configs;

use pipeline_playground::edit::{Setting, Settings};
use pipeline_playground::pipeline::{self, Fate, Run, SummaryNumber, Verdict};
use pipeline_playground::python::PyString;
use pipeline_playground::report::{FieldChange, RecordFilter, RecordPlace, RecordReport};
use pipeline_playground::text::Text;

use configs::MIXED;

fn run(config: &str) -> Run {
    pipeline::run(Text::from_string(config.into()), 1000.0)
}

fn records(run: &Run) -> Vec<RecordReport> {
    run.records(&RecordFilter::default(), 0).collect()
}

/// What a record's fields say is missing: absent ones, and ones that are None.
#[test]
fn absent_fields() {
    let many: Vec<_> = (0..50).map(|index| format!("\"f{index}\"")).collect();
    for more in [String::new(), format!(", {}", many.join(", "))] {
        let config = format!(
            r#"{{"required_fields": ["id", "value", "source", "x", "y", null, 1{more}], "flags": {{"cache": 0}}, "sources": {{
                "alpha": {{"records": [{{"uid": null, "x": 1}}, {{"x": 1}}]}},
                "gamma": {{"records": [{{"id": null, "x": null, "y": 0, "f7": null}}, {{"value": 1, "x": 0, "y": []}}]}}}}}}"#
        );
        let records = records(&run(&config));
        let told = |names: &[PyString]| -> Vec<_> {
            names.iter().map(ToString::to_string).filter(|name| !name.starts_with('f')).collect()
        };
        let expected: [(&[&str], &[&str]); 4] = [
            // Adapt sets id and value to None where alpha has none, and drops all else.
            (&["id", "value", "x", "y", "None", "1"], &["x", "y", "None", "1"]),
            (&["id", "value", "x", "y", "None", "1"], &["x", "y", "None", "1"]),
            (&["id", "value", "x", "None", "1"], &["value", "None", "1"]),
            (&["id", "None", "1"], &["id", "None", "1"]),
        ];
        for (record, (missing, absent)) in records.iter().zip(expected) {
            assert_eq!(
                (told(&record.missing), told(&record.absent)),
                (missing.iter().map(ToString::to_string).collect(), absent.iter().map(ToString::to_string).collect(),)
            );
        }
        if !more.is_empty() {
            assert!(records[2].missing.contains(&"f7".into()) && !records[2].absent.contains(&"f7".into()));
            assert!(records[2].absent.contains(&"f8".into()) && records[3].absent.contains(&"f7".into()));
        }
    }
    assert!(records(&run(MIXED)).iter().all(|record| record.fate == Fate::Invalid || record.absent.is_empty()));
}

/// Records that others stand in for.
#[test]
fn originals_and_what_overwrites() {
    let records = records(&run(MIXED));
    let place = |position: usize| {
        let RecordReport { source, index, span, .. } = &records[position];
        Some(RecordPlace { position, source: source.clone(), index: *index, span: span.clone() })
    };
    let originals: Vec<_> = records.iter().map(|record| record.original.clone()).collect();
    let overwriting: Vec<_> = records.iter().map(|record| record.overwritten_by.clone()).collect();
    let verdicts: Vec<_> = records.iter().map(|record| record.verdict.map(Verdict::name)).collect();
    for position in 0..12 {
        let original = match position {
            1 => place(0),
            7 => place(5),
            _ => None,
        };
        assert_eq!(originals[position], original, "{position}");
        // The last one counts, also where it is a duplicate.
        let by = match position {
            0 => place(1),
            5 | 6 => place(7),
            _ => None,
        };
        assert_eq!(overwriting[position], by, "{position}");
    }
    let (no, yes, one) = (Some("mismatched"), Some("matched"), Some("single"));
    assert_eq!(verdicts, [no, no, yes, no, yes, yes, yes, yes, None, no, yes, one]);
}

#[test]
fn ids_and_timestamps() {
    let config = format!(
        r#"{{"now": 5, "sources": {{"gamma": {{"records": [
            {{"id": "{}", "value": 1, "timestamp": 1.50}}, {{"id": "{}", "value": 1}},
            {{"id": {{"a": null}}, "value": 1, "timestamp": true}}, {{"value": 1, "timestamp": 2}},
            {{"id": 1.50, "value": 2, "timestamp": -0}}]}}}}}}"#,
        "é".repeat(200),
        "\\ud83d\\ude00".repeat(201)
    );
    let told: Vec<_> = records(&run(&config))
        .into_iter()
        .map(|record| (record.id.map(|id| id.to_string()), record.timestamp))
        .collect();
    let told: Vec<_> = told.iter().map(|(id, timestamp)| (id.as_deref(), timestamp.as_deref())).collect();
    let (whole, cut) = ("é".repeat(200), format!("{}…", "😀".repeat(200)));
    let expected = [
        (Some(whole.as_str()), Some("1.5")),
        (Some(cut.as_str()), None),
        (Some("{'a': None}"), Some("true")),
        // Freshness has not looked at it.
        (None, None),
        (Some("1.5"), Some("0")),
    ];
    assert_eq!(told, expected);
    // An adapter that renames the field takes None for an absent one.
    let config = r#"{"sources": {"alpha": {"records": [{}, {"uid": null}, {"uid": ""}]},
        "gamma": {"records": [{}, {"id": null}, {"id": ""}, {"id": "None"}]}}}"#;
    let records = records(&run(config)).into_iter();
    let told: Vec<_> = records.map(|record| (record.id.map(|id| id.to_string()), record.verdict)).collect();
    let told: Vec<_> = told.iter().map(|(id, verdict)| (id.as_deref(), verdict.map(Verdict::name))).collect();
    let none = (Some("None"), Some("matched"));
    assert_eq!(told, [none, none, (Some(""), None), (None, None), none, (Some(""), None), none]);
}

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
    // Beside it, what the list of all says of it.
    for (position, record) in records(&run).into_iter().enumerate() {
        assert_eq!(detail(position).report, record);
    }
    assert!(run.record(5).is_none() && run.record(usize::MAX).is_none());
    assert!(pipeline::run(Text::from_string("[".into()), 0.0).record(0).is_none());
}

/// Each number where it stands in the summary's text.
#[test]
fn numbers_of_the_summary() {
    let names = SummaryNumber::ALL.map(SummaryNumber::name);
    assert!(names.into_iter().all(|name| SummaryNumber::named(name).map(SummaryNumber::name) == Some(name)));
    assert_eq!((SummaryNumber::named("cache"), SummaryNumber::named("")), (None, None));
    let texts = |config: &str| -> Vec<_> {
        let summary = run(config).summary().expect("a summary").to_string();
        let mut behind = 0;
        let text = |number: SummaryNumber| {
            let place = number.find(&summary)?;
            assert!(place.start > behind, "they come in order");
            behind = place.end;
            let key = number.name().split('.').next_back().unwrap_or_default();
            assert!(summary[..place.start].ends_with(&format!("\"{key}\": ")));
            Some(summary[place].to_owned())
        };
        SummaryNumber::ALL.into_iter().map(text).map(Option::unwrap_or_default).collect()
    };
    assert_eq!(texts(MIXED), ["12", "7", "2", "10", "0.1667", "3", "2", "2", "1", "1"]);
    assert_eq!(texts("{}"), ["0", "0", "0", "0", "0.0", "0", "0", "", "", ""]);
}

#[test]
fn the_settings_of_a_config() {
    let settings = |config: &str| pipeline::run(Text::from_string(config.into()), 1.25).settings();
    let setting = |text: &str, given, number| Setting { text: text.into(), given, number };
    assert_eq!((settings("["), settings("[]"), settings("1")), (None, None, None));
    let absent =
        Settings { now: setting("1.25", false, true), max_age: setting("600", false, true), requires_letters: false };
    assert_eq!(settings("{}"), Some(absent.clone()));
    assert_eq!(settings(r#"{"flags": []}"#), Some(absent), "a config that fails later");
    let cases = [
        ("5", "5", true),
        ("-0", "0", true),
        ("1.50", "1.5", true),
        ("1e3", "1000.0", true),
        ("NaN", "NaN", false),
        ("-1e400", "-Infinity", false),
        ("true", "true", false),
        ("null", "null", false),
        (r#""5é""#, r#""5\u00e9""#, false),
        ("[1]", "[1]", false),
        ("123456789012345678901234567890", "123456789012345678901234567890", true),
    ];
    for (value, text, number) in cases {
        let given = settings(&format!(r#"{{"now": 0, "now": {value}, "max_age_seconds": {value}}}"#));
        let expected = setting(text, true, number);
        assert_eq!(
            given,
            Some(Settings { now: expected.clone(), max_age: expected, requires_letters: false }),
            "{value}"
        );
    }
}
