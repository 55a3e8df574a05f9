//! Objects on their way to JavaScript: as JSON, which is one call for a whole page of them, and small.

use std::io::{self, Write};

use js_sys::{Array, JSON};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use wasm_bindgen::{JsCast, JsValue};

use crate::python::{float_repr, write_text};

use super::convert::count;
use super::object::{Member, Object};

/// The value as JavaScript has it: undefined where there is none.
pub(super) fn to_js(value: impl Into<Member>) -> Result<JsValue, JsValue> {
    parsed(&value.into())
}

#[inline(never)]
fn parsed(value: &Member) -> Result<JsValue, JsValue> {
    if let Member::Absent = value {
        return Ok(JsValue::UNDEFINED);
    }
    let mut json = Json::default();
    json.add(value)?;
    json.parse()
}

/// The first `limit` objects, as an array.
pub(super) fn page(mut objects: impl Iterator<Item = Object>, limit: f64) -> Result<JsValue, JsValue> {
    to_array(&mut objects, count(limit))
}

#[inline(never)]
fn to_array(objects: &mut dyn Iterator<Item = Object>, limit: usize) -> Result<JsValue, JsValue> {
    /// Bytes of JSON after which a new text is begun: a string has less room than memory has.
    const LONG: usize = 1 << 24;
    let mut whole = Array::new();
    let mut json = Json::default();
    for object in objects.take(limit) {
        json.out.push(if json.out.is_empty() { b'[' } else { b',' });
        json.add(&object.into())?;
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
    fn add(&mut self, value: &Member) -> Result<(), JsValue> {
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
