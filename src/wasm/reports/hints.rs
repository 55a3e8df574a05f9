//! Hints, in JavaScript.

use serde::Serialize;
use tsify::Tsify;

use crate::python::PyString;
use crate::report::{self, HintKind};
use crate::text::Text;
use crate::wasm::js;

use super::TextSpan;
use super::place::line;

/// Something in a config that was surely not meant, and is no error to Python.
#[derive(Serialize, Tsify)]
pub struct Hint {
    pub hint: HintKind,
    /// The key whose value it is, or that was probably meant.
    pub key: js::String,
    /// The part of the text that it is about, cut after 40 code points with a `…`. The whole config if `now` is absent.
    pub text: js::String,
    /// Where that part starts and ends in the text, in UTF-16 units.
    pub start: usize,
    pub end: usize,
    /// The line on which it starts, from 1.
    pub line: usize,
}

/// The most code points of the text that are reported.
const SHOWN: usize = 40;

impl Hint {
    pub fn new(text: &Text, report::Hint { kind, key, span }: report::Hint) -> Self {
        let line = line(text, &span);
        // Enough bytes for one more code point than is shown: a value may be as long as the text.
        let shown = span.start..span.end.min(span.start + 4 * (SHOWN + 1));
        let there = beginning(&text.part(shown));
        let TextSpan { start, end } = TextSpan::new(text, span);
        Self { hint: kind, key: PyString::from_bytes(key.to_vec()).into(), text: there.into(), start, end, line }
    }
}

/// The first code points of a text, with a `…` if there are more.
fn beginning(text: &[u8]) -> PyString {
    let starts = text.iter().enumerate().filter(|(_, byte)| **byte & 0xC0 != 0x80);
    match starts.map(|(at, _)| at).nth(SHOWN) {
        Some(end) => PyString::from_bytes([&text[..end], "…".as_bytes()].concat()),
        None => PyString::from_bytes(text.to_vec()),
    }
}
