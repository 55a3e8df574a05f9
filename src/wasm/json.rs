//! Objects on their way to JavaScript: as JSON, which is one call for a whole page of them, and small.

use std::io::{self, Write};

use js_sys::{Array, JSON};
use serde::ser::{self, Serialize};
use serde_json::ser::{Formatter, Serializer};
use wasm_bindgen::{JsCast, JsValue};

use crate::python::{PyString, float_repr, write_text};

/// A string that may hold lone surrogates.
pub(super) struct JsText(PyString);

impl From<&PyString> for JsText {
    fn from(text: &PyString) -> Self {
        Self(text.clone())
    }
}

impl Serialize for JsText {
    fn serialize<S: ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // What has no lone surrogate is a string to serde, anything else would be bytes: to `Json` these are the same.
        serializer.serialize_bytes(self.0.as_bytes())
    }
}

/// The value as JavaScript has it. An absent one is null, but an absent member should be left out.
pub(super) fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let mut json = Json::default();
    json.add(value)?;
    json.parse()
}

/// The first `limit` items, as an array.
pub(super) fn to_array<T: Serialize>(items: impl Iterator<Item = T>, limit: usize) -> Result<JsValue, JsValue> {
    /// Bytes of JSON after which a new text is begun: a string has less room than memory has.
    const LONG: usize = 1 << 24;
    let mut whole = Array::new();
    let mut json = Json::default();
    for item in items.take(limit) {
        json.out.push(if json.out.is_empty() { b'[' } else { b',' });
        json.add(&item)?;
        if json.out.len() > LONG {
            whole = whole.concat(&json.take_array()?);
        }
    }
    if !json.out.is_empty() {
        let rest = json.take_array()?;
        whole = if whole.length() == 0 { rest } else { whole.concat(&rest) };
    }
    Ok(whole.into())
}

/// Writes JSON.
#[derive(Default)]
struct Json {
    out: Vec<u8>,
}

impl Json {
    fn add(&mut self, value: &impl Serialize) -> Result<(), JsValue> {
        let written = value.serialize(&mut Serializer::with_formatter(&mut *self, Python));
        written.map_err(|_| js_sys::TypeError::new("a report cannot be told").into())
    }

    #[inline(never)]
    fn append(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    fn parse(self) -> Result<JsValue, JsValue> {
        JSON::parse(&String::from_utf8(self.out).unwrap_or_default())
    }

    /// The elements since the last call.
    fn take_array(&mut self) -> Result<Array, JsValue> {
        self.out.push(b']');
        std::mem::take(self).parse().map(JsValue::unchecked_into)
    }
}

/// As of `Vec`, but not copied to wherever something is written: this keeps the wasm package small.
impl Write for Json {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.append(bytes);
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.append(bytes);
        Ok(())
    }

    #[inline]
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes strings and floats as `json.dumps` does.
struct Python;

impl Formatter for Python {
    /// Bytes are UTF-8 that may hold lone surrogates.
    #[inline]
    fn write_byte_array<W: Write + ?Sized>(&mut self, out: &mut W, text: &[u8]) -> io::Result<()> {
        let mut string = Vec::new();
        write_text(text, &mut string);
        out.write_all(&string)
    }

    #[inline]
    fn write_f64<W: Write + ?Sized>(&mut self, out: &mut W, number: f64) -> io::Result<()> {
        out.write_all(float_repr(number).as_bytes())
    }
}
