//! Inputs that could break an engine: each has an answer.
#![cfg(not(target_arch = "wasm32"))]

use pipeline_playground::pipeline::{self, Run};
use pipeline_playground::python::Kind;
use pipeline_playground::report::RecordFilter;
use pipeline_playground::text::Text;

fn run(config: impl Into<Vec<u8>>) -> Run {
    pipeline::run(Text::from_string(config.into()), 1000.0)
}

fn kind(run: &Run) -> Option<Kind> {
    run.failure().map(|failure| failure.exception.kind)
}

/// A config whose one record has this id.
fn with_id(id: &str) -> String {
    format!("{{\"now\": 1, \"sources\": {{\"alpha\": {{\"records\": [{{\"uid\": {id}}}]}}}}}}")
}

#[test]
fn a_long_run_of_brackets() {
    // A gigabyte of them is read no further than the first ten thousand; `make differential` is for long waits.
    for length in [9_999, 10_000, 64 << 20] {
        assert_eq!(kind(&run("[".repeat(length))), Some(Kind::RecursionError));
        assert_eq!(kind(&run("{\"a\":".repeat(length / 5 + 9_999))), Some(Kind::RecursionError));
    }
}

#[test]
fn deep_values_are_written_without_recursion() {
    let depth = 9_990;
    let id = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let run = run(with_id(&id));
    let records: Vec<_> = run.records(&RecordFilter::default(), 0).collect();
    assert!(records[0].text.contains(&id) && records[0].hashed.as_ref().is_some_and(|text| text.contains(&id)));
    assert!(run.logs(0).any(|line| line.message.to_string().contains(&id)));
}

#[test]
fn deep_dicts_are_sorted_without_recursion() {
    let depth = 4_000;
    let id = format!("{}1{}", "{\"b\": 0, \"a\": ".repeat(depth), "}".repeat(depth));
    let sorted = format!("{}1{}", "{\"a\": ".repeat(depth), ", \"b\": 0}".repeat(depth));
    let run = run(with_id(&id));
    let records: Vec<_> = run.records(&RecordFilter::default(), 0).collect();
    assert!(records[0].hashed.as_ref().is_some_and(|text| text.contains(&sorted)));
}

#[test]
fn every_truncation_of_a_config_has_an_answer() {
    let sample = include_bytes!("sample_input.json");
    for length in 0..sample.len() - 2 {
        assert_eq!(kind(&run(&sample[..length])), Some(Kind::JSONDecodeError), "at {length}");
    }
}

#[test]
fn huge_numbers() {
    let digits = "9".repeat(4300);
    assert_eq!(kind(&run(with_id(&digits))), None);
    assert_eq!(kind(&run(with_id(&format!("-{digits}")))), None);
    assert_eq!(kind(&run(with_id(&format!("{digits}9")))), Some(Kind::ValueError));
    assert_eq!(kind(&run(with_id(&format!("{}.5e{}", "9".repeat(1 << 20), "9".repeat(1 << 20))))), None);
}

/// An age may have more digits than Python would print: it is told all the same.
#[test]
fn an_age_of_4301_digits() {
    let digits = "9".repeat(4300);
    let record = format!("{{\"id\": 1, \"value\": 1, \"timestamp\": -{digits}}}");
    let run = run(format!("{{\"now\": {digits}, \"sources\": {{\"gamma\": {{\"records\": [{record}]}}}}}}"));
    let age = run.records(&RecordFilter::default(), 0).next().and_then(|record| record.age).expect("an age");
    assert_eq!(age, format!("1{}8", "9".repeat(4299)));
}

#[test]
fn an_object_of_many_keys() {
    let member = |index: usize| format!("\"k{}\": {index}", index % 50_000);
    let members: Vec<String> = (0..100_000).map(member).collect();
    let run = run(with_id(&format!("{{{}}}", members.join(","))));
    let text = run.records(&RecordFilter::default(), 0).next().expect("a record").text;
    assert!(text.contains("{\"k0\": 50000, \"k1\": 50001, ") && text.contains("\"k49999\": 99999}"));
}

/// Objects in objects, each with a repeated key: no step of reading may go over all of them again.
#[test]
fn repeated_keys_at_every_depth() {
    let depth = 9_990;
    let id = format!("{}{}{}", "{\"a\": 0, \"a\": ".repeat(depth), "[1, 2]", "}".repeat(depth));
    let run = run(with_id(&id));
    let text = run.records(&RecordFilter::default(), 0).next().expect("a record").text;
    assert!(text.contains(&format!("{}[1, 2]{}", "{\"a\": ".repeat(depth), "}".repeat(depth))));
}

/// Many required fields, and a record that has them all: each must not be looked for by going through the record.
#[test]
fn a_wide_contract() {
    let names: Vec<String> = (0..60_000).map(|index| format!("\"field {index}\"")).collect();
    let members: Vec<String> = names.iter().map(|name| format!("{name}: 1")).collect();
    let records = format!("{{{0}}}, {{\"id\": 7, {0}, \"field 5\": null}}", members.join(", "));
    let run = run(format!(
        "{{\"now\": 1, \"required_fields\": [{}], \"sources\": {{\"gamma\": {{\"records\": [{records}]}}}}}}",
        names.join(", ")
    ));
    let lines: Vec<String> = run.logs(0).map(|line| line.message.to_string()).collect();
    assert_eq!(lines, ["adapted 2 records from gamma", "contract violation: 7 missing ['field 5']"]);
}

/// A name that is required again and again: it must not be looked for as often in each record.
#[test]
fn a_contract_that_repeats_itself() {
    let fields = r#""id", "a", "zz", 1, "a""#;
    for (repeated, missing) in [("a", 0), ("id", 0), ("zz", 30_001)] {
        let names = vec![format!("\"{repeated}\""); 30_000].join(", ");
        let has_all = vec![r#"{"id": 7, "a": 1}"#; if missing == 0 { 30_000 } else { 1 }].join(", ");
        let run = run(format!(
            "{{\"now\": 1, \"flags\": {{\"cache\": 0, \"freshness\": 0}}, \"required_fields\": [{names}, \"{repeated}\"], \
             \"sources\": {{\"gamma\": {{\"records\": [{has_all}]}}}}}}"
        ));
        let missed: Vec<usize> =
            run.records(&RecordFilter::default(), 0).take(2).map(|record| record.missing.len()).collect();
        assert!(missed.iter().all(|&count| count == missing), "{repeated}: {missed:?}");
    }
    // What is missing is named as often and in the order in which it is asked for.
    let config = format!(r#"{{"required_fields": [{fields}], "sources": {{"gamma": {{"records": [{{"id": 7}}]}}}}}}"#);
    let lines: Vec<String> = run(config).logs(0).map(|line| line.message.to_string()).collect();
    assert_eq!(lines[1], "contract violation: 7 missing ['a', 'zz', 1, 'a']");
}
