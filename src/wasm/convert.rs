//! Converts texts and counts from and to JavaScript.

use js_sys::{JsString, TypeError};
use wasm_bindgen::prelude::*;

use crate::python::PyString;

/// The most UTF-16 units of a text in a list.
pub(super) const LISTED: usize = 2000;

/// The text as a JavaScript string, including lone surrogates.
#[must_use]
pub fn from_py_string(text: &PyString) -> JsString {
    /// `String.fromCharCode` takes its units as arguments, which are all on the stack at once.
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

/// A count that JavaScript passes. NaN and negative numbers count as 0.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` gives 0 for NaN and below 0")]
pub(super) fn count(number: f64) -> usize {
    number as usize
}
