//! Where a failure is: the stage, the source, the record and the bytes of the text, which Python's message leaves out.
//! What the message says is for the conformance tests.
#![cfg(not(target_arch = "wasm32"))]

use std::ops::Range;

use pipeline_playground::pipeline::{self, Stage};
use pipeline_playground::python::Kind;
use pipeline_playground::text::Text;

/// The stage, the source and the record's index.
type Place = (Option<Stage>, Option<&'static str>, Option<usize>);

/// The config could not be read.
const UNREAD: Place = (None, None, None);

const fn at(stage: Stage, source: &'static str, index: usize) -> Place {
    (Some(stage), Some(source), Some(index))
}

/// A config without its marks, and the bytes that stand between them.
fn marked(config: &str) -> (String, Range<usize>) {
    let (before, rest) = config.split_once('«').expect("an opening mark");
    let (blamed, behind) = rest.split_once('»').expect("a closing mark");
    let start = before.len();
    ([before, blamed, behind].concat(), start..start + blamed.len())
}

/// The place and the bytes between the marks are what the failure of each config speaks of.
fn check(kind: Kind, cases: &[(Place, &str)]) {
    for &((stage, source, index), case) in cases {
        let (config, span) = marked(case);
        let run = pipeline::run(Text::from_string(config.into()), 1000.5);
        let case: String = case.chars().take(300).collect();
        let failure = run.failure().unwrap_or_else(|| panic!("no failure: {case}"));
        let told = (failure.stage, failure.source.as_ref().and_then(|source| source.as_str()), failure.index);
        assert_eq!((failure.exception.kind, told), (kind, (stage, source, index)), "{case}");
        let blamed = failure.exception.span.clone();
        assert_eq!(blamed, Some(span), "{}: {case}", failure.exception);
        assert!(run.summary().is_none() && run.text().bytes().get(blamed.unwrap_or_default()).is_some(), "{case}");
    }
}

/// The character at the position that Python names; nothing at the end of the text.
#[test]
fn json_errors() {
    let cases = [
        "«»",
        " \n\t «»",
        "«\u{feff}»{}",
        r#"{"a": 1«,» }"#,
        r#"{"a": [1«,»]}"#,
        "{«'»a': 1}",
        "{«»",
        "[«»",
        r#"{"a" «1»}"#,
        r#"{"a"«»"#,
        r#"{"a": «»"#,
        r#"{"a": «}»"#,
        r#"{"a": 1 «"»b": 2}"#,
        r#"{"a": 1«»"#,
        "[1«»",
        r#"{"a": «"»x"#,
        r#"{"a": «"»x\"#,
        "{\"a\": \"x«\n»y\"}",
        r#"{"a": "é«\»x41"}"#,
        r#"{"a": "«\»é"}"#,
        r#"{"a": "\«u»12G4"}"#,
        r#"{"a": 0«1»}"#,
        r#"{"a": 1«.»}"#,
        r#"{"a": «-»Inf}"#,
        r#"{"a": «t»ru}"#,
        "{} «{»}",
        // Characters of two, three and four bytes are blamed whole.
        r#"{"é😀": «é»}"#,
        r#"{"a": «源»}"#,
        r#"{"a": 1} «😀»"#,
        "{«\u{a0}»}",
    ];
    check(Kind::JSONDecodeError, &cases.map(|case| (UNREAD, case)));
}

#[test]
fn bytes_that_are_no_utf8() {
    let run = pipeline::run(Text::from_file(b"{\"\xc3\xa9\": \"\xff\"}".to_vec()), 0.0);
    let failure = run.failure().expect("a failure");
    assert_eq!((failure.exception.kind, failure.stage), (Kind::UnicodeDecodeError, None));
    assert_eq!(failure.exception.span.as_ref().map(|span| span.start), Some(8));
}

#[test]
fn too_many_digits() {
    let digits = "9".repeat(4301);
    let cases = [
        format!(r#"{{"now": «{digits}»}}"#),
        format!(r#"{{"é": [0, «-{digits}»]}}"#),
        // A number whose first problem is its digits, not what follows it.
        format!(r#"{{"now": «{digits}»x}}"#),
    ];
    check(Kind::ValueError, &cases.each_ref().map(|case| (UNREAD, case.as_str())));
}

/// The bracket that is one too many, whichever it is.
#[test]
fn nesting() {
    let cases = [
        format!("{}«[»[1]]", "[".repeat(9_998)),
        format!("{}«{{»}}", "[".repeat(9_998)),
        format!("{}«{{»\"a\": 1}}", "{\"é\": ".repeat(9_998)),
    ];
    check(Kind::RecursionError, &cases.each_ref().map(|case| (UNREAD, case.as_str())));
}

#[test]
fn what_should_be_an_object() {
    let sources = (Some(Stage::Adapt), None, None);
    let source = |name| (Some(Stage::Adapt), Some(name), None);
    let cases = [
        (UNREAD, " «[]» "),
        (UNREAD, "«\"é\"»\n"),
        (UNREAD, "«null»"),
        (UNREAD, r#"{"é": 1, "flags": «[1, 2]»}"#),
        (UNREAD, r#"{"flags": {"adapt": false}, "flags": «null»}"#),
        (sources, r#"{"sources": «null»}"#),
        (sources, r#"{"sources": «"alpha"»}"#),
        (source("alpha"), r#"{"sources": {"alpha": «[]»}}"#),
        (source("é"), r#"{"sources": {"alpha": {}, "\u00e9": «7»}}"#),
        // A record of a source with an adapter.
        (at(Stage::Adapt, "alpha", 0), r#"{"sources": {"alpha": {"records": [«1.5»]}}}"#),
        (
            at(Stage::Adapt, "beta", 2),
            r#"{"sources": {"alpha": {"records": [{}]}, "beta": {"records": [{}, {}, «[]», 1]}}}"#,
        ),
        // A string yields its characters, an object its keys.
        (at(Stage::Adapt, "beta", 0), r#"{"sources": {"alpha": {"records": ""}, "beta": {"records": «"éx"»}}}"#),
        (at(Stage::Adapt, "alpha", 0), r#"{"sources": {"alpha": {"records": {«"é"»: {}, "b": {}}}}}"#),
    ];
    check(Kind::AttributeError, &cases);
}

/// Behind more records than a stage works on at a time.
#[test]
fn a_record_far_behind() {
    for count in [511, 512, 513, 1500] {
        let config = format!(r#"{{"sources": {{"alpha": {{"records": [{}«7»]}}}}}}"#, "{}, ".repeat(count));
        check(Kind::AttributeError, &[(at(Stage::Adapt, "alpha", count), config.as_str())]);
    }
}

#[test]
fn records_and_required_fields() {
    let source = |name| (Some(Stage::Adapt), Some(name), None);
    let cases = [
        (source("alpha"), r#"{"sources": {"alpha": {"records": «null»}}}"#),
        (source("gamma"), r#"{"sources": {"alpha": {"records": [{}]}, "gamma": {"records": «12»}}}"#),
        // A record of a source without an adapter.
        (at(Stage::Adapt, "gamma", 0), r#"{"sources": {"gamma": {"records": [«null», {}]}}}"#),
        (at(Stage::Adapt, "源", 1), r#"{"sources": {"alpha": {"records": [{}]}, "源": {"records": [{}, «"é"»]}}}"#),
        (at(Stage::Adapt, "gamma", 0), r#"{"sources": {"gamma": {"records": «"éx"»}}}"#),
        (at(Stage::Adapt, "gamma", 0), r#"{"sources": {"alpha": {"records": {}}, "gamma": {"records": {«"k"»: {}}}}}"#),
        // The first record that is checked meets these, so its index is 0.
        (
            at(Stage::Validate, "alpha", 0),
            r#"{"required_fields": «null», "sources": {"alpha": {"records": [{}, {}]}}}"#,
        ),
        (
            at(Stage::Validate, "beta", 0),
            r#"{"sources": {"alpha": {}, "beta": {"records": [{}]}}, "required_fields": «true»}"#,
        ),
        (
            at(Stage::Validate, "gamma", 0),
            r#"{"required_fields": ["id", «["é"]», {}], "sources": {"gamma": {"records": [{"id": 1}]}}}"#,
        ),
        // A field that is missing does not keep the next one from being looked up.
        (
            at(Stage::Validate, "beta", 0),
            r#"{"required_fields": ["no", 1, «{}»], "sources": {"alpha": {}, "beta": {"records": [{}]}}}"#,
        ),
    ];
    check(Kind::TypeError, &cases);
}

#[test]
fn ages() {
    let at = |source, index| at(Stage::Freshness, source, index);
    let cases = [
        // now - timestamp: what is no number is blamed, and `now` where both are none.
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
    check(Kind::TypeError, &cases);
}

/// Where an int meets a float, it is the int that is too large.
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
        // The clock is a float that does not stand in the text.
        (
            at("gamma", 0),
            format!(r#"{{"sources": {{"gamma": {{"records": [{{"id": 1, "value": 1, "timestamp": «-{huge}»}}]}}}}}}"#),
        ),
    ];
    check(Kind::OverflowError, &cases.each_ref().map(|(place, case)| (*place, case.as_str())));
}
