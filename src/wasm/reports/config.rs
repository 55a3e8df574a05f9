//! The contents of a config, and edits of it, in JavaScript.

use serde::Serialize;
use serde_with::skip_serializing_none;
use tsify::Tsify;

use crate::edit::{self, Edit, Oddity};
use crate::report;
use crate::text::Text;
use crate::wasm::js;

use super::{Hint, TextSpan};

/// A source, as adapt found it.
#[derive(Serialize, Tsify)]
pub struct SourceReport {
    pub name: js::String,
    /// How many of its records were adapted.
    pub records: usize,
    /// Whether an adapter knows it. The records of other sources pass through adapt unchanged, but for `source`.
    pub adapter: bool,
}

impl From<report::SourceReport> for SourceReport {
    fn from(report::SourceReport { name, records, adapter }: report::SourceReport) -> Self {
        Self { name: name.into(), records, adapter }
    }
}

/// The numbers of the config that people try other values of, and what is odd about it.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    pub now: Setting,
    pub max_age: Setting,
    /// Whether `required_fields` is a string: then each of its characters is a required field.
    pub requires_letters: bool,
    /// What was surely not meant, and is no error to Python.
    pub hints: Vec<Hint>,
}

impl Settings {
    pub fn new(text: &Text, edit::Settings { now, max_age, requires_letters, hints }: edit::Settings) -> Self {
        let hints = hints.into_iter().map(|hint| Hint::new(text, hint)).collect();
        Self { now: now.into(), max_age: max_age.into(), requires_letters, hints }
    }
}

/// The value of a setting, and where it comes from.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
pub struct Setting {
    /// `json.dumps` of the value, or of the default if the config has none.
    pub text: String,
    /// Whether the config has it.
    pub given: bool,
    /// Whether it is an int or a finite float, which an input field for numbers can show.
    pub number: bool,
    /// What it is if it is not such a number.
    pub oddity: Option<Oddity>,
}

impl From<edit::Setting> for Setting {
    fn from(edit::Setting { text, given, number, oddity }: edit::Setting) -> Self {
        Self { text, given, number, oddity }
    }
}

/// A part of the config's text, without the line end after it.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct TextWindow {
    pub text: js::String,
    /// Where it starts in the whole text, in UTF-16 units.
    pub start: usize,
    /// The line on which it starts, from 1.
    pub line: usize,
    /// The column at which it starts, in code points, from 1. It is more than 1 only in a long line.
    pub column: usize,
    /// It starts within a string of the JSON text.
    pub in_string: bool,
    /// The length of the whole text, in UTF-16 units.
    pub total: usize,
}

/// Replaces the text from `start` to `end`, in UTF-16 units, by `insert`.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
pub struct TextEdit {
    pub start: usize,
    pub end: usize,
    pub insert: String,
    /// The same place in the bytes, if the config was passed as bytes.
    pub bytes: Option<TextSpan>,
}

impl TextEdit {
    pub fn new(text: &Text, Edit { range, insert }: Edit) -> Self {
        let bytes = text.is_encoded().then_some(TextSpan { start: range.start, end: range.end });
        let TextSpan { start, end } = TextSpan::new(text, range);
        Self { start, end, insert, bytes }
    }
}
