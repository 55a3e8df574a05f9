//! Ages of records, and where freshness fails.

use pipeline_playground::pipeline::Stage;
use pipeline_playground::python::Kind;

use crate::support::blame::{at, check_blame};
use crate::support::{records, run};

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

/// An age can have more digits than Python prints. It is reported all the same.
#[test]
fn an_age_of_4301_digits() {
    let digits = "9".repeat(4300);
    let record = format!("{{\"id\": 1, \"value\": 1, \"timestamp\": -{digits}}}");
    let run = run(format!("{{\"now\": {digits}, \"sources\": {{\"gamma\": {{\"records\": [{record}]}}}}}}"));
    let age = records(&run).remove(0).age.expect("an age");
    assert_eq!(age, format!("1{}8", "9".repeat(4299)));
}

#[test]
fn ages_of_values_that_are_not_numbers() {
    let at = |source, index| at(Stage::Freshness, source, index);
    let cases = [
        // now - timestamp: the one that is not a number is blamed. If neither is, `now` is.
        (
            at("gamma", 1),
            r#"{"now": 9, "sources": {"alpha": {"records": [{"uid": 1, "data": 1}]}, "gamma": {"records": [
                {"id": 1, "value": 1}, {"id": 2, "value": 2, "timestamp": «"soon"»}]}}}"#,
        ),
        (at("gamma", 0), r#"{"sources": {"gamma": {"records": [{"id": 1, "value": 1, "timestamp": «null»}]}}}"#),
        (
            at("alpha", 1),
            r#"{"now": «"noon"», "sources": {"alpha": {"records": [{"uid": 1}, {"uid": 1, "data": 1}]}}}"#,
        ),
        (
            at("gamma", 0),
            r#"{"now": 1, "now": «null», "sources": {"alpha": {}, "gamma": {"records": [
                {"id": 1, "value": 1, "timestamp": 1}]}}}"#,
        ),
        (
            at("gamma", 0),
            r#"{"now": «[]», "sources": {"gamma": {"records": [{"id": 1, "value": 1, "timestamp": {}}]}}}"#,
        ),
        // age > max_age_seconds
        (at("alpha", 0), r#"{"max_age_seconds": «null», "sources": {"alpha": {"records": [{"uid": 1, "data": 1}]}}}"#),
        (
            at("beta", 2),
            r#"{"sources": {"alpha": {"records": [{}]}, "beta": {"records": [{"payload": 1}, {"identifier": 1},
                {"identifier": 1, "payload": 1}]}}, "now": 9, "max_age_seconds": «"600"»}"#,
        ),
    ];
    check_blame(Kind::TypeError, &cases);
}

/// In arithmetic of an int and a float, the int is too large to convert.
#[test]
fn ints_too_large_for_a_float() {
    let at = |source, index| at(Stage::Freshness, source, index);
    let huge = format!("1{}", "0".repeat(400));
    let cases = [
        (
            at("gamma", 0),
            format!(
                r#"{{"now": «{huge}», "sources": {{"gamma": {{"records": [{{"id": 1, "value": 1, "timestamp": 1.5}}]}}}}}}"#
            ),
        ),
        (
            at("delta", 1),
            format!(
                r#"{{"now": «-{huge}», "sources": {{"gamma": {{}}, "delta": {{"records": [{{"id": 1, "value": 1, "timestamp": 1}},
                    {{"id": 1, "value": 1, "timestamp": -0.5}}]}}}}}}"#
            ),
        ),
        (
            at("gamma", 1),
            format!(
                r#"{{"now": 1.5, "sources": {{"alpha": {{}}, "gamma": {{"records": [{{"id": 1, "value": 1}},
                    {{"id": 2, "value": 1, "timestamp": «{huge}»}}]}}}}}}"#
            ),
        ),
        // The clock is a float that is not in the text.
        (
            at("gamma", 0),
            format!(r#"{{"sources": {{"gamma": {{"records": [{{"id": 1, "value": 1, "timestamp": «-{huge}»}}]}}}}}}"#),
        ),
    ];
    check_blame(Kind::OverflowError, &cases.each_ref().map(|(location, case)| (*location, case.as_str())));
}
