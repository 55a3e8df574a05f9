//! Places in a text.

use std::ops::Range;

use serde::Serialize;
use tsify::Tsify;

use crate::report;
use crate::text::Text;
use crate::wasm::js;

/// A part of a text.
#[derive(Serialize, Tsify)]
pub struct TextSpan {
    pub start: usize,
    pub end: usize,
}

impl TextSpan {
    /// Converts a range of bytes to UTF-16 units.
    pub fn new(text: &Text, span: Range<usize>) -> Self {
        Self { start: text.position(span.start).utf16, end: text.position(span.end).utf16 }
    }
}

/// Where a record is: in all records, in its source, and in the text.
#[derive(Serialize, Tsify)]
pub struct RecordPlace {
    /// Its position among all records, from 0, in the order in which adapt produced them.
    pub position: usize,
    pub source: js::String,
    /// Its index in its source, from 0.
    pub index: usize,
    /// Where the source record starts and ends in the text, in UTF-16 units.
    pub start: usize,
    pub end: usize,
    /// The line on which it starts, from 1.
    pub line: usize,
}

impl RecordPlace {
    pub fn new(text: &Text, place: report::RecordPlace) -> Self {
        let report::RecordPlace { position, source, index, span } = place;
        let line = line(text, &span);
        let TextSpan { start, end } = TextSpan::new(text, span);
        Self { position, source: source.into(), index, start, end, line }
    }
}

/// The line on which a part of a text starts, from 1.
pub fn line(text: &Text, span: &Range<usize>) -> usize {
    text.position(span.start).line + 1
}
