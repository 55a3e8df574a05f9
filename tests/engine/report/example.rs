//! Examples for exceptions.

use pipeline_playground::pipeline::Failure;

use crate::support::run;

#[test]
fn examples_for_exceptions() {
    let example = |config: &str| run(config).failure().and_then(Failure::example).map(|it| (it.instead, it.write));
    let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
    assert_eq!(example("[1]"), pair("[…]", r#"{"sources": {"gamma": {"records": […]}}}"#));
    assert_eq!(example("12"), pair("12", r#"{"sources": {}}"#));
    let long = "x".repeat(50);
    let cut = format!("\"flags\": \"{}…", "x".repeat(39));
    assert_eq!(example(&format!(r#"{{"flags": "{long}"}}"#)), pair(&cut, r#""flags": {"cache": true}"#));
    assert_eq!(example(""), pair("", "{}"));
    assert_eq!(example("{'a': 1}"), pair("{'now': 1000}", r#"{"now": 1000}"#));
    assert_eq!(example(&"[".repeat(20_000)), None);
}
