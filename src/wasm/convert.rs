//! Texts, counts and spans on their way from and to JavaScript.

use std::ops::Range;

use js_sys::{JsString, RangeError, TypeError, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::python::PyString;
use crate::text::Text;

/// The config that was passed in.
pub(super) fn to_config(config: &JsValue) -> Result<Text, JsValue> {
    if let Some(string) = config.dyn_ref::<JsString>() {
        return Ok(Text::from_string(to_bytes(string)));
    }
    let Some(bytes) = config.dyn_ref::<Uint8Array>() else {
        return Err(type_error("the config must be a string or a Uint8Array"));
    };
    // Asked for here first: where there is no memory for it, the copy itself would end the whole module.
    let mut room = Vec::<u8>::new();
    if room.try_reserve_exact(bytes.length() as usize).is_err() {
        return Err(RangeError::new("there is no memory for a config of this size").into());
    }
    // Without this the compiler may leave the asking out.
    drop(std::hint::black_box(room));
    Ok(Text::from_file(bytes.to_vec()))
}

/// A JavaScript string as UTF-8 that may hold lone surrogates.
pub(super) fn to_bytes(string: &JsString) -> Vec<u8> {
    const REPLACEMENT: [u8; 3] = [0xEF, 0xBF, 0xBD];
    let text = String::from(string).into_bytes();
    // On its way a lone surrogate becomes a replacement character. Without one, there was none. The first byte of one is
    // rare, and looked for in many at once.
    let may_begin = |bytes: &[u8]| bytes.iter().fold(0, |found, byte| found | u8::from(*byte == REPLACEMENT[0])) != 0;
    if text.chunks(64).any(may_begin) && text.windows(REPLACEMENT.len()).any(|bytes| *bytes == REPLACEMENT) {
        return PyString::from_utf16(string.iter()).into_bytes();
    }
    text
}

/// The text as a JavaScript string, lone surrogates included.
#[must_use]
pub fn from_py_string(text: &PyString) -> JsString {
    /// `String.fromCharCode` takes its units as arguments, which all go onto the stack.
    const ARGUMENTS: usize = 4096;
    if let Some(text) = text.as_str() {
        return text.into();
    }
    let units = text.to_utf16();
    units.chunks(ARGUMENTS).fold(JsString::from(""), |text, units| text.concat(&JsString::from_char_code(units)))
}

pub(super) fn type_error(message: &str) -> JsValue {
    TypeError::new(message).into()
}

/// A count that JavaScript passes; what is none counts as 0.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` gives 0 for NaN and below 0")]
pub(super) fn count(number: f64) -> usize {
    number as usize
}

pub(super) fn utf16_span(text: &Text, span: Range<usize>) -> (usize, usize) {
    (text.position(span.start).utf16, text.position(span.end).utf16)
}
