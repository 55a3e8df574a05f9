//! What a config says that its writer surely did not mean.

use pipeline_playground::pipeline;
use pipeline_playground::report::HintKind;
use pipeline_playground::text::Text;

use crate::support::configs::{EVERYTHING, FAILED, MIXED, SAMPLE};
use crate::support::run;

/// Each hint of a config: its kind, its key, and the text that it is about.
fn hints(config: &str) -> Vec<(&'static str, String, String)> {
    let hints = run(config).settings().map(|settings| settings.hints).unwrap_or_default();
    let key = |key: &[u8]| String::from_utf8_lossy(key).into_owned();
    hints.into_iter().map(|hint| (hint.kind.name(), key(hint.key), config[hint.span].to_owned())).collect()
}

fn hint(kind: HintKind, key: &str, text: &str) -> (&'static str, String, String) {
    (kind.name(), key.into(), text.into())
}

/// A config with a `now`, this member, and records of `gamma`.
fn gamma(member: &str, records: &str) -> String {
    format!(r#"{{"now": 1000{member}, "sources": {{"gamma": {{"records": [{records}]}}}}}}"#)
}

#[test]
fn what_is_meant_gives_no_hint() {
    for config in [SAMPLE, EVERYTHING, "{}", "[", "[]", "1", r#"{"flags": []}"#, r#"{"dry_run": false, "sources": {}}"#]
    {
        assert_eq!(hints(config), [], "{config}");
    }
    // The sources of the course have Greek names, some of which are near `beta`.
    let named =
        r#"{"now": 1, "sources": {"zeta": {"records": [{"id": 1, "value": 2}]}, "eta": {"records": []}}, "x": 1}"#;
    assert_eq!(hints(named), []);
}

#[test]
fn keys_that_are_nearly_known() {
    use HintKind::{Key, Source};

    let config = r#"{"flag": {}, "source": {}, "Now": 5, "dry-run": true}"#;
    let expected = [("flags", "\"flag\""), ("sources", "\"source\""), ("now", "\"Now\""), ("dry_run", "\"dry-run\"")];
    assert_eq!(hints(config), expected.map(|(key, text)| hint(Key, key, text)));
    assert_eq!(hints(r#"{"flags": {"chache": false}}"#), [hint(Key, "cache", "\"chache\"")]);
    // A known key beside it: the other one is a note.
    assert_eq!(hints(r#"{"source": "the shop", "sources": {}}"#), []);
    let config = r#"{"now": 1, "sources": {"Alpha": {}, "beta": {}}}"#;
    assert_eq!(hints(config), [hint(Source, "alpha", "\"Alpha\"")]);
    assert_eq!(hints(r#"{"now": 1, "sources": {"Beta": {}, "beta": {}}}"#), []);
}

#[test]
fn keys_of_records_that_are_nearly_known() {
    use HintKind::Key;

    // Of the first record that breaks the contract.
    let config = gamma("", r#"{"id": 1, "value": 0}, {"Id": 1, "vaule": 2, "timestmap": 3}, {"id": 1, "values": 2}"#);
    let expected = [("id", "\"Id\""), ("value", "\"vaule\""), ("timestamp", "\"timestmap\"")];
    assert_eq!(hints(&config), expected.map(|(key, text)| hint(Key, key, text)));
    let config = r#"{"now": 1, "sources": {"alpha": {"records": [{"UID": 1, "date": 2, "timestmap": 3}]}}}"#;
    assert_eq!(hints(config), [hint(Key, "uid", "\"UID\""), hint(Key, "data", "\"date\"")]);
}

#[test]
fn values_that_were_not_meant() {
    let config = r#"{"flags": {"cache": "false", "adapt": "", "x": "on"}, "required_fields": "id", "dry_run": 1}"#;
    let expected = [
        hint(HintKind::Flag, "cache", "\"false\""),
        hint(HintKind::Letters, "required_fields", "\"id\""),
        hint(HintKind::DryRun, "dry_run", "1"),
    ];
    assert_eq!(hints(config), expected);
}

#[test]
fn times_that_were_not_meant() {
    use HintKind::{Future, Milliseconds, NoNow, NowMilliseconds};

    let timed = |timestamp: &str| format!(r#"{{"id": 1, "value": 1, "timestamp": {timestamp}}}"#);
    let at = |timestamp: &str| hints(&gamma("", &timed(timestamp)));
    for timestamp in ["1000", "-5", "999.9", "NaN", "-Infinity", "true"] {
        assert_eq!(at(timestamp), [], "{timestamp}");
    }
    for (timestamp, kind) in [
        ("1001", Future),
        ("1000.5", Future),
        ("1e10", Future),
        ("Infinity", Future),
        ("1700000000000", Milliseconds),
        ("1.7e12", Milliseconds),
    ] {
        assert_eq!(at(timestamp), [hint(kind, "timestamp", timestamp)], "{timestamp}");
    }
    // One is enough to say it.
    let records = [timed("1"), timed("2000"), timed("3000")].join(",");
    assert_eq!(hints(&gamma("", &records)), [hint(Future, "timestamp", "2000")]);
    // A timestamp that freshness did not look at plays no part.
    assert_eq!(hints(&gamma(r#", "flags": {"freshness": false}"#, &timed("2000"))), []);
    let now = |now: &str, timestamp: &str| hints(&gamma("", &timed(timestamp)).replace("1000", now));
    assert_eq!(now("1700000000000", "1700000000000"), [hint(NowMilliseconds, "now", "1700000000000")]);
    assert_eq!(now("1e309", "5"), [hint(NowMilliseconds, "now", "1e309")]);
    let absent = gamma("", &timed("5")).replace(r#""now": 1000, "#, "");
    assert_eq!(hints(&absent), [hint(NoNow, "now", &absent)]);
    // The clock matters to no age if there is none.
    assert_eq!(hints(&absent.replace(r#""value": 1, "#, "")), []);
    assert_eq!(hints(MIXED).len() + hints(FAILED).len(), 2);
}

/// However long a config is, there are few hints, and keys are looked at up to a limit.
#[test]
fn hints_are_few() {
    let key = |n: u8| format!(r#""sources{}": 1"#, char::from(b'a' + n));
    let config = format!("{{{}}}", (0..26).map(key).collect::<Vec<_>>().join(","));
    assert_eq!(hints(&config).len(), 10);
    let far = (0..1000).map(|n| format!(r#""x{n}": 1,"#)).collect::<Vec<_>>().concat();
    assert_eq!(hints(&format!(r#"{{{far} "source": 1}}"#)), []);
    let run = pipeline::run(Text::from_file(b"{\r\n\"dry_run\": \"yes\"}".to_vec()), 0.0);
    let hints = run.settings().expect("an object").hints;
    assert_eq!(
        hints.iter().map(|hint| (hint.kind, hint.span.clone())).collect::<Vec<_>>(),
        [(HintKind::DryRun, 14..19)]
    );
}
