//! The settings of a config: what is given, and the defaults.

use pipeline_playground::edit::{Setting, Settings};

use crate::support::run_at;

#[test]
fn the_settings_of_a_config() {
    let settings = |config: &str| run_at(config, 1.25).settings();
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
