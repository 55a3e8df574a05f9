//! Texts that Python cannot read: where the fault is, and its cause.

use pipeline_playground::pipeline;
use pipeline_playground::python::Kind;
use pipeline_playground::text::Text;

use crate::support::blame::{UNREAD, check_blame};
use crate::support::run;

/// The blamed bytes are the character at the position that Python names, or empty at the end of the text.
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
        // Characters of two, three and four bytes are blamed as a whole.
        r#"{"é😀": «é»}"#,
        r#"{"a": «源»}"#,
        r#"{"a": 1} «😀»"#,
        "{«\u{a0}»}",
    ];
    check_blame(Kind::JSONDecodeError, &cases.map(|case| (UNREAD, case)));
}

#[test]
fn bytes_that_are_not_utf8() {
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
        // The digits are blamed, not the character after them.
        format!(r#"{{"now": «{digits}»x}}"#),
    ];
    check_blame(Kind::ValueError, &cases.each_ref().map(|case| (UNREAD, case.as_str())));
}

/// The bracket that exceeds the limit, of either kind.
#[test]
fn nesting() {
    let cases = [
        format!("{}«[»[1]]", "[".repeat(9_998)),
        format!("{}«{{»}}", "[".repeat(9_998)),
        format!("{}«{{»\"a\": 1}}", "{\"é\": ".repeat(9_998)),
    ];
    check_blame(Kind::RecursionError, &cases.each_ref().map(|case| (UNREAD, case.as_str())));
}

#[test]
fn causes_of_syntax_errors() {
    let cases = [
        ("", "json.empty"),
        (" \n\t\r ", "json.empty"),
        ("\u{feff}", "json.bom"),
        ("{", "json.ends_early"),
        ("{\"a\"", "json.ends_early"),
        ("{\"a\": ", "json.ends_early"),
        ("[1", "json.ends_early"),
        ("[1, ", "json.ends_early"),
        ("{\"a\": 1, ", "json.ends_early"),
        ("\"a", "json.ends_early"),
        ("\"a\\", "json.ends_early"),
        ("{} {}", "json.extra_data"),
        ("{}}", "json.extra_data"),
        ("[1,]", "json.trailing_comma"),
        ("{\"a\": 1 , }", "json.trailing_comma"),
        ("[1 2]", "json.comma"),
        ("[1 'a']", "json.comma"),
        ("{\"a\": 1 \"b\": 2}", "json.comma"),
        ("{a: 1}", "json.property_name"),
        ("{True: 1}", "json.property_name"),
        ("{\"a\": 1, 2: 3}", "json.property_name"),
        ("{\"a\" 1}", "json.colon"),
        ("{\"a\" 'b'}", "json.colon"),
        ("{'a': 1}", "json.single_quotes"),
        ("{\"a\": 1, 'b': 1}", "json.single_quotes"),
        ("{\"a\": 'b'}", "json.single_quotes"),
        ("['", "json.single_quotes"),
        ("{\"a\": True}", "json.python_word"),
        ("[False]", "json.python_word"),
        ("None", "json.python_word"),
        ("[None, 1]", "json.python_word"),
        ("[Nonesuch]", "json.value"),
        ("[True_]", "json.value"),
        ("[Falseé]", "json.value"),
        ("[None0]", "json.value"),
        ("// all\n{}", "json.comment"),
        ("{ # all\n}", "json.comment"),
        ("{\"a\": /* b */ 1}", "json.comment"),
        ("{\"a\" // b\n: 1}", "json.comment"),
        ("{\"a\": 1, // b\n}", "json.comment"),
        ("[1 // b\n, 2]", "json.comment"),
        ("{} # end", "json.comment"),
        ("[undefined]", "json.value"),
        ("[tru]", "json.value"),
        ("[.5]", "json.value"),
        ("[-]", "json.value"),
        ("[,]", "json.value"),
        ("é", "json.value"),
        ("[\"a\nb\"]", "json.control"),
        ("[\"\\u12\"]", "json.unicode_escape"),
        ("[\"\\x12\"]", "json.escape"),
    ];
    for (config, cause) in cases {
        let run = run(config);
        let failure = run.failure().expect("a failure");
        assert_eq!((failure.cause.name(), &failure.blamed), (cause, &None), "{config}");
    }
    let run = pipeline::run(Text::from_file(b"{\"a\": \"\xff\"}".to_vec()), 0.0);
    assert_eq!(run.failure().map(|failure| failure.cause.name()), Some("utf8"));
}
