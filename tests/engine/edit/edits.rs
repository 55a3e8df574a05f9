//! Switching a flag or setting a number in a config's text: which bytes are replaced, and what the text is then. These
//! tests are about the formatting. That the new text has the right meaning is a property (`properties.rs`).

use pipeline_playground::edit::{JsonNumber, SettingKey, edit_flag, edit_setting};
use pipeline_playground::pipeline::Stage;
use pipeline_playground::python::loads;
use pipeline_playground::text::Text;

/// Switches the flag of `cache`. In `before`, guillemets mark the bytes to be replaced.
fn check(on: bool, cases: &[(&str, &str)]) {
    for &(before, after) in cases {
        let (start, rest) = before.split_once('«').expect("an opening mark");
        let (replaced, end) = rest.split_once('»').expect("a closing mark");
        let config = [start, replaced, end].concat();
        let document = loads(Text::from_string(config.clone().into())).expect("JSON");
        let edit = edit_flag(&document, Stage::Cache, on).unwrap_or_else(|| panic!("no edit: {before}"));
        assert_eq!(edit.range, start.len()..start.len() + replaced.len(), "{before}");
        let edited = [&config[..edit.range.start], &edit.insert, &config[edit.range.end..]].concat();
        assert_eq!(edited, after, "{before}");
    }
}

fn has_no_edit(config: &str, stage: Stage, on: bool) {
    let document = loads(Text::from_string(config.into())).expect("JSON");
    assert_eq!(edit_flag(&document, stage, on), None, "{config}, {stage:?} {on}");
}

#[test]
fn a_present_flag_is_replaced() {
    let off = [
        (r#"{"flags": {"cache": «true»}}"#, r#"{"flags": {"cache": false}}"#),
        (
            r#"{"flags":{"adapt":true,"cache" : «1» ,"validate":0}}"#,
            r#"{"flags":{"adapt":true,"cache" : false ,"validate":0}}"#,
        ),
        (r#"{"flags": {"cache": «"false"»}}"#, r#"{"flags": {"cache": false}}"#),
        (r#"{"flags": {"cache": «NaN»}}"#, r#"{"flags": {"cache": false}}"#),
        (r#"{"flags": {"cache": «-0.5»}}"#, r#"{"flags": {"cache": false}}"#),
        (r#"{"flags": {"cache": «[0, {}]»}}"#, r#"{"flags": {"cache": false}}"#),
        (r#"{"flags": {"cache": «{"cache": true}», "x": 1}}"#, r#"{"flags": {"cache": false, "x": 1}}"#),
        (
            "{\"é😀\": 1,\n\t\"flags\": {\n\t\t\"cache\":\n«true»\n}}",
            "{\"é😀\": 1,\n\t\"flags\": {\n\t\t\"cache\":\nfalse\n}}",
        ),
        // Keys with escapes, and repeated keys, of which the last counts.
        (r#"{"\u0066lags": {"c\u0061che": «true»}}"#, r#"{"\u0066lags": {"c\u0061che": false}}"#),
        (
            r#"{"flags": {"cache": 0}, "flags": {"cache": «1»}}"#,
            r#"{"flags": {"cache": 0}, "flags": {"cache": false}}"#,
        ),
        (r#"{"flags": {"cache": 0, "x": 1, "cache": «1»}}"#, r#"{"flags": {"cache": 0, "x": 1, "cache": false}}"#),
        (r#"{"flags": {"cache": 0, "\u0063ache": «1»}}"#, r#"{"flags": {"cache": 0, "\u0063ache": false}}"#),
    ];
    check(false, &off);
    for falsy in ["false", "0", "-0", "0.0", "-0.0", "\"\"", "null", "[]", "[ ]", "{}", "{\n}"] {
        let before = format!("{{\"flags\": {{\"x\": 1, \"cache\": «{falsy}» }}}}");
        check(true, &[(&before, r#"{"flags": {"x": 1, "cache": true }}"#)]);
    }
}

/// It is written in the style of the object's first member.
#[test]
fn an_absent_flag_is_added_last() {
    let cases = [
        (r#"{"flags": {"adapt": true«»}}"#, r#"{"flags": {"adapt": true, "cache": false}}"#),
        (r#"{"flags":{"adapt":true«»}}"#, r#"{"flags":{"adapt":true,"cache":false}}"#),
        (
            r#"{"flags": { "adapt": {"x": 1}«» }, "now": 1}"#,
            r#"{"flags": { "adapt": {"x": 1}, "cache": false }, "now": 1}"#,
        ),
        (
            "{\n  \"flags\": {\n    \"adapt\": true,\n    \"validate\": false«»\n  },\n  \"now\": 1\n}\n",
            "{\n  \"flags\": {\n    \"adapt\": true,\n    \"validate\": false,\n    \"cache\": false\n  },\n  \"now\": 1\n}\n",
        ),
        (
            "{\n\t\"flags\": {\n\t\t\"adapt\": 1«»\n\t}\n}",
            "{\n\t\"flags\": {\n\t\t\"adapt\": 1,\n\t\t\"cache\": false\n\t}\n}",
        ),
        (
            "{\r\n  \"flags\": {\r\n    \"adapt\":1«»\r\n  }\r\n}",
            "{\r\n  \"flags\": {\r\n    \"adapt\":1,\r\n    \"cache\":false\r\n  }\r\n}",
        ),
        (
            "{\r\t\"flags\": {\r\t\t\"adapt\": 1«»\r\t}\r}",
            "{\r\t\"flags\": {\r\t\t\"adapt\": 1,\r\t\t\"cache\": false\r\t}\r}",
        ),
        (r#"{"flags": {«»}}"#, r#"{"flags": {"cache": false}}"#),
        ("{\"flags\": {«\n  »}}", r#"{"flags": {"cache": false}}"#),
        // Of repeated flags, the last counts. The new member comes after its last member.
        (
            r#"{"flags": {"cache": 1}, "flags": {"adapt": 1«»}}"#,
            r#"{"flags": {"cache": 1}, "flags": {"adapt": 1, "cache": false}}"#,
        ),
        (r#"{"flags": {"a": 1, "b": [2], "a": 3«»}}"#, r#"{"flags": {"a": 1, "b": [2], "a": 3, "cache": false}}"#),
        (r#"{"flags": {"é😀": "é😀"«»}}"#, r#"{"flags": {"é😀": "é😀", "cache": false}}"#),
    ];
    check(false, &cases);
}

#[test]
fn absent_flags_are_added_last() {
    let cases = [
        (r#"{"now": 1«»}"#, r#"{"now": 1, "flags": {"cache": false}}"#),
        (r#"{"now":1«»}"#, r#"{"now":1,"flags":{"cache":false}}"#),
        ("  { \"now\": 1, \"sources\": {}«» }\n", "  { \"now\": 1, \"sources\": {}, \"flags\": {\"cache\": false} }\n"),
        (
            "{\n    \"now\": 1,\n    \"sources\": {\n        \"alpha\": {}\n    }«»\n}",
            "{\n    \"now\": 1,\n    \"sources\": {\n        \"alpha\": {}\n    },\n    \"flags\": {\"cache\": false}\n}",
        ),
        ("{\r\t\"now\":1«»\r}", "{\r\t\"now\":1,\r\t\"flags\":{\"cache\":false}\r}"),
        ("{«»}", r#"{"flags": {"cache": false}}"#),
        ("\n{« \n »} ", "\n{\"flags\": {\"cache\": false}} "),
        (
            r#"{"now": 1, "max_age_seconds": 2, "now": 3«»}"#,
            r#"{"now": 1, "max_age_seconds": 2, "now": 3, "flags": {"cache": false}}"#,
        ),
    ];
    check(false, &cases);
}

#[test]
fn flags_that_are_not_an_object_are_replaced() {
    for flags in ["null", "[]", "[\"cache\"]", "0", "\"{}\"", "true"] {
        for on in [false, true] {
            let before = format!("{{\"flags\": «{flags}» , \"now\": 1}}");
            check(on, &[(&before, &format!("{{\"flags\": {{\"cache\": {on}}} , \"now\": 1}}"))]);
        }
    }
}

#[test]
fn a_flag_with_the_right_value_stays() {
    let on = ["{}", r#"{"flags": {}}"#, r#"{"flags": {"cache": true}}"#, r#"{"flags": {"adapt": 0}}"#];
    for config in on {
        has_no_edit(config, Stage::Cache, true);
    }
    for truthy in ["1", "\"false\"", "[0]", "NaN", "1e-9", "{\"a\": 0}"] {
        has_no_edit(&format!("{{\"flags\": {{\"cache\": {truthy}}}}}"), Stage::Cache, true);
    }
    for falsy in ["false", "0", "-0.0", "\"\"", "null", "[]", "{}"] {
        has_no_edit(&format!("{{\"flags\": {{\"cache\": {falsy}}}}}"), Stage::Cache, false);
    }
    has_no_edit(r#"{"flags": {"cache": 1, "cache": 0}}"#, Stage::Cache, false);
    has_no_edit(r#"{"flags": {"cache": 1}, "flags": {"cache": 0}}"#, Stage::Cache, false);
}

#[test]
fn a_config_that_is_not_an_object_has_no_flags() {
    for config in ["[]", "[{\"flags\": {}}]", "\"flags\"", "1", "null"] {
        has_no_edit(config, Stage::Cache, false);
        has_no_edit(config, Stage::Cache, true);
    }
}

#[test]
fn each_stage_has_its_flag() {
    let config = r#"{"flags": {"adapt": 1, "cache": 1, "validate": 1, "freshness": 1, "reconcile": 1}}"#;
    let document = loads(Text::from_string(config.into())).expect("JSON");
    for stage in Stage::ALL {
        let edit = edit_flag(&document, stage, false).expect("an edit");
        assert!(config[..edit.range.start].ends_with(&format!("\"{}\": ", stage.name())), "{stage:?}");
        assert_eq!((edit.range.len(), edit.insert.as_str()), (1, "false"));
    }
}

/// Sets a setting. In `before`, guillemets mark the bytes to be replaced. Without them, there is no edit.
fn check_setting(key: SettingKey, value: &str, before: &str, after: &str) {
    let config = before.replace(['«', '»'], "");
    let document = loads(Text::from_string(config.clone().into())).expect("JSON");
    let value = JsonNumber::new(value).expect("a number");
    let Some(edit) = edit_setting(&document, key, &value) else {
        assert!(!before.contains('«') && before == after, "no edit: {before}");
        return;
    };
    let (start, rest) = before.split_once('«').expect("an edit");
    let replaced = rest.split_once('»').map_or("", |(replaced, _)| replaced);
    assert_eq!(edit.range, start.len()..start.len() + replaced.len(), "{before}");
    let edited = [&config[..edit.range.start], &edit.insert, &config[edit.range.end..]].concat();
    assert_eq!(edited, after, "{before}");
}

#[test]
fn a_setting_is_replaced_or_added() {
    let cases = [
        ("5", r#"{"now": «4» }"#, r#"{"now": 5 }"#),
        ("5", r#"{"now":«"4"»,"x":1}"#, r#"{"now":5,"x":1}"#),
        ("5", r#"{"now": «{"now": 5}»}"#, r#"{"now": 5}"#),
        // The same number in another spelling.
        ("5.0", r#"{"now": «5»}"#, r#"{"now": 5.0}"#),
        ("1E+3", r#"{"now": «1000.0»}"#, r#"{"now": 1E+3}"#),
        ("-Infinity", r#"{"now": «NaN»}"#, r#"{"now": -Infinity}"#),
        // Keys with escapes, and repeated keys, of which the last counts.
        ("5", r#"{"now": 5, "now": «6»}"#, r#"{"now": 5, "now": 5}"#),
        ("5", r#"{"n\u006fw": «6»}"#, r#"{"n\u006fw": 5}"#),
        // Only top-level keys count.
        ("5", r#"{"sources": {"now": 5}«»}"#, r#"{"sources": {"now": 5}, "now": 5}"#),
        ("5", "{«»}", r#"{"now": 5}"#),
        ("5", "{\n  \"x\": 1«»\n}\n", "{\n  \"x\": 1,\n  \"now\": 5\n}\n"),
        ("5", r#"{"x":[1]«»}"#, r#"{"x":[1],"now":5}"#),
        ("5", r#"{"now": 5}"#, r#"{"now": 5}"#),
        ("5", r#"{"now": 6, "now": 5}"#, r#"{"now": 6, "now": 5}"#),
        ("5", "[]", "[]"),
        ("5", "5", "5"),
    ];
    for (value, before, after) in cases {
        check_setting(SettingKey::Now, value, before, after);
        let named =
            |config: &str| config.replace("now", "max_age_seconds").replace("n\\u006fw", "max_\\u0061ge_seconds");
        check_setting(SettingKey::MaxAge, value, &named(before), &named(after));
    }
    // Other keys stay. A default is written if asked for.
    check_setting(SettingKey::MaxAge, "600", r#"{"now": 1«»}"#, r#"{"now": 1, "max_age_seconds": 600}"#);
}

#[test]
fn what_is_a_json_number() {
    for text in ["0", "-0", "17", "-1.5e-3", "1E5", "NaN", "Infinity", "-Infinity", "1e400", &"7".repeat(4300)] {
        assert!(JsonNumber::new(text).is_some(), "{text}");
    }
    let refused = [
        "",
        " ",
        " 1",
        "1 ",
        "1\n",
        "+1",
        "01",
        "1.",
        ".5",
        "1e",
        "0x1",
        "true",
        "null",
        "\"1\"",
        "[1]",
        "{}",
        "1,2",
        "1 2",
        "nan",
        "inf",
        "-NaN",
        "\u{feff}1",
        "١",
        &"7".repeat(4301),
    ];
    for text in refused {
        assert!(JsonNumber::new(text).is_none(), "{text}");
    }
    let names = [SettingKey::Now, SettingKey::MaxAge].map(SettingKey::name);
    assert_eq!(names, ["now", "max_age_seconds"]);
    assert_eq!(names.map(SettingKey::named), [Some(SettingKey::Now), Some(SettingKey::MaxAge)]);
    assert_eq!((SettingKey::named("max_age"), SettingKey::named("")), (None, None));
}
