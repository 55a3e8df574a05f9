//! Edits a config text: switches a stage's flag, or sets a number. The edits are minimal and keep the text's
//! formatting.

use std::ops::Range;

use crate::pipeline::{SettingKey, Stage};
use crate::python::{Document, Number, Value, ascii, loads};
use crate::text::Text;

/// Replaces some bytes of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace.
    pub range: Range<usize>,
    /// The text to insert instead.
    pub insert: String,
}

/// The edit that switches a stage's flag. `None` if the flag already has this value, or if the config is not an object.
/// An absent key is added, and so is an absent `flags`. If `flags` is not an object, it is replaced by one.
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

/// The text of a JSON number. As in Python, NaN and the infinities are numbers too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonNumber(String);

impl JsonNumber {
    /// The text, if all of it is what `json.loads` reads as an int or a float.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let document = loads(Text::from_string(text.into())).ok()?;
        let value = document.root();
        let is_number = value.type_name() != "bool" && Number::of(value).is_some();
        (is_number && value.span() == (0..text.len())).then(|| Self(text.to_owned()))
    }
}

/// The edit that gives a setting this value. `None` if the config has it already in the same spelling, or if the config
/// is not an object. An absent key is added.
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
/// the text between a key and its value.
fn add_member(document: &Document, object: Value<'_>, key: &str, value: &dyn Fn(&str) -> String) -> Edit {
    let Range { start, end } = object.span();
    let text = document.text().bytes();
    let Some((first_key, _)) = object.items().next() else {
        return Edit { range: start + 1..end - 1, insert: format!("\"{key}\": {}", value(": ")) };
    };
    let before = &text[start + 1..first_key.span().start];
    let after = &text[first_key.span().end..];
    let colon = after.iter().copied().take_while(|byte| b" \t\r\n:".contains(byte));
    let colon = ascii(colon.collect());
    let separator = if before.contains(&b'\n') || before.contains(&b'\r') {
        ascii(before.to_vec())
    } else {
        // Members in one line: the same space after the comma as after the colon.
        colon.split_once(':').map_or("", |(_, space)| space).into()
    };
    let last = object.items().map(|(_, value)| value.span().end).max().unwrap_or(end - 1);
    Edit { range: last..last, insert: format!(",{separator}\"{key}\"{colon}{}", value(&colon)) }
}
