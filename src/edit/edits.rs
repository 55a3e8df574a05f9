//! Edits a config text: switches a stage's flag, or sets a number, by the smallest edit that keeps the text's formatting.

use std::ops::Range;

use crate::pipeline::{SettingKey, Stage};
use crate::python::{Document, Number, Value, ascii, loads};
use crate::text::Text;

/// Puts a text in the place of some bytes of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes of the text to be replaced.
    pub range: Range<usize>,
    /// What comes in their place.
    pub insert: String,
}

/// The edit of a config that switches a stage's flag. None where the flag is so already, and where the config is no
/// object. A key that is absent is added, and so is an absent `flags`; a `flags` that is no object is replaced by one.
#[must_use]
pub fn edit_flag(document: &Document, stage: Stage, on: bool) -> Option<Edit> {
    let config = document.root();
    if !config.is_dict() {
        return None;
    }
    let name = stage.name();
    match config.get("flags") {
        Some(flags) if !flags.is_dict() => Some(Edit { range: flags.span(), insert: format!("{{\"{name}\": {on}}}") }),
        Some(flags) => match flags.get(name) {
            Some(flag) => (flag.truth() != on).then(|| Edit { range: flag.span(), insert: on.to_string() }),
            None => (!on).then(|| add_member(document, flags, name, &|_| "false".to_owned())),
        },
        None => (!on).then(|| add_member(document, config, "flags", &|colon| format!("{{\"{name}\"{colon}false}}"))),
    }
}

/// The text of a number as JSON has it; NaN and the infinities are numbers too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonNumber(String);

impl JsonNumber {
    /// The text, where `json.loads` reads it, all of it, as an int or a float.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let document = loads(Text::from_string(text.into())).ok()?;
        let value = document.root();
        let is_number = value.type_name() != "bool" && Number::of(value).is_some();
        (is_number && value.span() == (0..text.len())).then(|| Self(text.to_owned()))
    }
}

/// The edit of a config that gives a setting this value. None where it stands there so already, and where the config is
/// no object. A key that is absent is added.
#[must_use]
pub fn edit_setting(document: &Document, setting: SettingKey, value: &JsonNumber) -> Option<Edit> {
    let config = document.root();
    let JsonNumber(text) = value;
    match config.get(setting.name()) {
        _ if !config.is_dict() => None,
        Some(old) if old.source_text() == text.as_bytes() => None,
        Some(old) => Some(Edit { range: old.span(), insert: text.clone() }),
        None => Some(add_member(document, config, setting.name(), &|_| text.clone())),
    }
}

/// Adds a member at the end of an object, in the style of the object's first member. `value` writes the value, given
/// what stands between a key and its value.
fn add_member(document: &Document, object: Value<'_>, key: &str, value: &dyn Fn(&str) -> String) -> Edit {
    let Range { start, end } = object.span();
    let text = document.text().bytes();
    let Some((first_key, _)) = object.items().next() else {
        return Edit { range: start + 1..end - 1, insert: format!("\"{key}\": {}", value(": ")) };
    };
    let before = &text[start + 1..first_key.span().start];
    let behind = &text[first_key.span().end..];
    let colon = behind.iter().copied().take_while(|byte| b" \t\r\n:".contains(byte));
    let colon = ascii(colon.collect());
    let separator = if before.contains(&b'\n') || before.contains(&b'\r') {
        ascii(before.to_vec())
    } else {
        // Members in one line: a space behind the comma where there is one behind the colon.
        colon.split_once(':').map_or("", |(_, space)| space).into()
    };
    let last = object.items().map(|(_, value)| value.span().end).max().unwrap_or(end - 1);
    Edit { range: last..last, insert: format!(",{separator}\"{key}\"{colon}{}", value(&colon)) }
}
