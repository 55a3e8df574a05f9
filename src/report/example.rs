//! Examples for exceptions: what is wrong, and what to write instead.

use crate::pipeline::{Blamed, Cause, Failure};
use crate::python::TextCause;

/// A mistake and its correction, as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    pub instead: String,
    pub write: String,
}

/// The most characters of a blamed value that an example shows.
const SHOWN: usize = 40;

impl Failure {
    /// An example for the exception's cause, with the blamed value in it.
    #[must_use]
    pub fn example(&self) -> Option<Example> {
        let blamed = self.blamed.as_deref();
        let (instead, write) = match self.cause {
            Cause::Text(cause) => text_example(cause)?,
            Cause::ConfigNotObject if blamed.is_some_and(|blamed| blamed.type_name == "list") => {
                ("[…]", r#"{"sources": {"gamma": {"records": […]}}}"#)
            }
            Cause::ConfigNotObject => {
                return Some(Example { instead: shown(blamed), write: r#"{"sources": {}}"#.into() });
            }
            Cause::FlagsNotObject => return Some(member("flags", blamed, r#"{"cache": true}"#)),
            Cause::SourcesNotObject => return Some(member("sources", blamed, r#"{"alpha": {"records": []}}"#)),
            Cause::SourceNotObject => (r#""alpha": [{"uid": 1}]"#, r#""alpha": {"records": [{"uid": 1}]}"#),
            Cause::RecordsNotIterable => return Some(member("records", blamed, "[]")),
            Cause::RecordNotObject => (r#""records": ["order_1"]"#, r#""records": [{"uid": "order_1"}]"#),
            Cause::RecordNotMapping => (r#""records": ["a"]"#, r#""records": [{"id": "a", "value": 1}]"#),
            Cause::RequiredNotIterable => return Some(member("required_fields", blamed, r#"["id"]"#)),
            Cause::RequiredUnhashable => (r#""required_fields": [["id"]]"#, r#""required_fields": ["id"]"#),
            Cause::Timestamp => return Some(member("timestamp", blamed, "1700000000")),
            Cause::Now => return Some(member("now", blamed, "1700000000")),
            Cause::MaxAge => return Some(member("max_age_seconds", blamed, "600")),
            Cause::Overflow => return None,
        };
        Some(Example { instead: instead.into(), write: write.into() })
    }
}

/// An example for a text that cannot be read.
fn text_example(cause: TextCause) -> Option<(&'static str, &'static str)> {
    Some(match cause {
        TextCause::Empty => ("", "{}"),
        TextCause::EndsEarly => (r#"{"now": 1000"#, r#"{"now": 1000}"#),
        TextCause::ExtraData => (r#"{"now": 1}}"#, r#"{"now": 1}"#),
        TextCause::TrailingComma => (r#"["id", "value",]"#, r#"["id", "value"]"#),
        TextCause::Comma => (r#"{"now": 1 "sources": {}}"#, r#"{"now": 1, "sources": {}}"#),
        TextCause::PropertyName => ("{now: 1000}", r#"{"now": 1000}"#),
        TextCause::Colon => (r#"{"now" 1000}"#, r#"{"now": 1000}"#),
        TextCause::SingleQuotes => ("{'now': 1000}", r#"{"now": 1000}"#),
        TextCause::PythonWord => (r#"{"adapt": True, "x": None}"#, r#"{"adapt": true, "x": null}"#),
        TextCause::Comment => ("{} // all defaults", r#"{"note": "all defaults"}"#),
        TextCause::Value => (r#"{"max_age_seconds": +.5}"#, r#"{"max_age_seconds": 0.5}"#),
        TextCause::Control => ("\"one\ntwo\"", r#""one\ntwo""#),
        TextCause::UnicodeEscape => (r#""\u41""#, r#""\u0041""#),
        TextCause::Escape => (r#""C:\data""#, r#""C:\\data""#),
        TextCause::Utf8 | TextCause::Memory | TextCause::Bom | TextCause::Digits | TextCause::Depth => return None,
    })
}

/// The value of a key, and a correct one.
fn member(key: &str, blamed: Option<&Blamed>, value: &str) -> Example {
    Example { instead: format!("\"{key}\": {}", shown(blamed)), write: format!("\"{key}\": {value}") }
}

/// The blamed value, shortened.
fn shown(blamed: Option<&Blamed>) -> String {
    let Some(Blamed { text, .. }) = blamed else { return "…".into() };
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.clone(),
    }
}
