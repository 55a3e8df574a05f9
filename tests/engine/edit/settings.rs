//! The settings of a config, given and default.

use pipeline_playground::edit::{Oddity, Setting, Settings};

use crate::support::{run, run_at};

#[test]
fn the_settings_of_a_config() {
    let settings = |config: &str| run_at(config, 1.25).settings();
    let setting = |text: &str, given, oddity: Option<Oddity>| Setting {
        text: text.into(),
        given,
        number: oddity.is_none(),
        oddity,
    };
    assert_eq!((settings("["), settings("[]"), settings("1")), (None, None, None));
    let plain = |now, max_age| Settings { now, max_age, requires_letters: false, hints: Vec::new() };
    let absent = plain(setting("1.25", false, None), setting("600", false, None));
    assert_eq!(settings("{}"), Some(absent.clone()));
    assert_eq!(settings(r#"{"flags": []}"#), Some(absent), "a config that fails later");
    let cases = [
        ("5", "5", None),
        ("-0", "0", None),
        ("1.50", "1.5", None),
        ("1e3", "1000.0", None),
        ("NaN", "NaN", Some(Oddity::Nan)),
        ("-1e400", "-Infinity", Some(Oddity::NegativeInfinity)),
        ("true", "true", Some(Oddity::True)),
        ("null", "null", Some(Oddity::NotNumber)),
        (r#""5é""#, r#""5\u00e9""#, Some(Oddity::NotNumber)),
        ("[1]", "[1]", Some(Oddity::NotNumber)),
        ("123456789012345678901234567890", "123456789012345678901234567890", None),
    ];
    for (value, text, oddity) in cases {
        let given = settings(&format!(r#"{{"now": 0, "now": {value}, "max_age_seconds": {value}}}"#));
        let expected = setting(text, true, oddity);
        assert_eq!(given, Some(plain(expected.clone(), expected)), "{value}");
    }
}

#[test]
fn settings_that_are_not_plain_numbers() {
    let oddity = |now: &str| run(format!(r#"{{"now": {now}}}"#)).settings().expect("an object").now.oddity;
    let cases = [
        ("Infinity", Oddity::Infinity),
        ("-Infinity", Oddity::NegativeInfinity),
        ("1e999", Oddity::Infinity),
        ("NaN", Oddity::Nan),
        ("true", Oddity::True),
        ("false", Oddity::False),
        ("\"1\"", Oddity::NotNumber),
        ("null", Oddity::NotNumber),
    ];
    for (now, expected) in cases {
        assert_eq!(oddity(now), Some(expected), "{now}");
    }
    assert_eq!(oddity("1.5"), None);
    assert_eq!(run("{}").settings().expect("an object").now.oddity, None);
}
