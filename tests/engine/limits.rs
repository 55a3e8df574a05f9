//! Extreme inputs. Each has an answer.

use pipeline_playground::pipeline::Run;
use pipeline_playground::python::Kind;

use crate::support::configs::SAMPLE;
use crate::support::{records, run};

fn kind(run: &Run) -> Option<Kind> {
    run.failure().map(|failure| failure.exception.kind)
}

/// A config whose one record has this id.
fn with_id(id: &str) -> String {
    format!("{{\"now\": 1, \"sources\": {{\"alpha\": {{\"records\": [{{\"uid\": {id}}}]}}}}}}")
}

#[test]
fn a_long_run_of_brackets() {
    // Reading stops at the depth limit, so that longer texts would test nothing more.
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
    let records = records(&run);
    assert!(records[0].text.contains(&id) && records[0].hashed.as_ref().is_some_and(|text| text.contains(&id)));
    assert!(run.logs(0).any(|line| line.message.to_string().contains(&id)));
}

#[test]
fn deep_dicts_are_sorted_without_recursion() {
    let depth = 4_000;
    let id = format!("{}1{}", "{\"b\": 0, \"a\": ".repeat(depth), "}".repeat(depth));
    let sorted = format!("{}1{}", "{\"a\": ".repeat(depth), ", \"b\": 0}".repeat(depth));
    let run = run(with_id(&id));
    let records = records(&run);
    assert!(records[0].hashed.as_ref().is_some_and(|text| text.contains(&sorted)));
}

#[test]
fn every_truncation_of_a_config_has_an_answer() {
    let sample = SAMPLE.as_bytes();
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

#[test]
fn an_object_of_many_keys() {
    let member = |index: usize| format!("\"k{}\": {index}", index % 50_000);
    let members: Vec<String> = (0..100_000).map(member).collect();
    let run = run(with_id(&format!("{{{}}}", members.join(","))));
    let text = records(&run).remove(0).text;
    assert!(text.contains("{\"k0\": 50000, \"k1\": 50001, ") && text.contains("\"k49999\": 99999}"));
}

/// Nested objects, each with a repeated key. Reading must stay linear.
#[test]
fn repeated_keys_at_every_depth() {
    let depth = 9_990;
    let id = format!("{}{}{}", "{\"a\": 0, \"a\": ".repeat(depth), "[1, 2]", "}".repeat(depth));
    let run = run(with_id(&id));
    let text = records(&run).remove(0).text;
    assert!(text.contains(&format!("{}[1, 2]{}", "{\"a\": ".repeat(depth), "}".repeat(depth))));
}
