//! Objects on their way to JavaScript: as JSON, which is one call for a whole page of them, and small.

use std::fmt::{self, Display};

use js_sys::{Array, JSON};
use serde::ser::{self, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple};
use wasm_bindgen::{JsCast, JsValue};

use crate::python::{PyString, ascii, float_repr, write_text};

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
        value.serialize(self).map_err(|Unwritten| js_sys::TypeError::new("a report cannot be told").into())
    }

    fn parse(self) -> Result<JsValue, JsValue> {
        JSON::parse(&ascii(self.out))
    }

    /// The elements since the last call.
    fn take_array(&mut self) -> Result<Array, JsValue> {
        self.out.push(b']');
        std::mem::take(self).parse().map(JsValue::unchecked_into)
    }

    /// Separates the next element or member from the one before, if there is one.
    #[inline(never)]
    fn separate(&mut self) {
        if !matches!(self.out.last(), Some(b'[' | b'{')) {
            self.out.push(b',');
        }
    }

    /// Begins a member. The name needs no escapes.
    #[inline(never)]
    fn name(&mut self, name: &str) {
        self.separate();
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
    }

    #[inline(never)]
    #[expect(clippy::unnecessary_wraps, reason = "it is what all that write a value give")]
    fn literal(&mut self, text: &str) -> Result<(), Unwritten> {
        self.out.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

/// A value of a type that no report has.
#[derive(Debug)]
struct Unwritten;

impl Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no report has such a value")
    }
}

impl std::error::Error for Unwritten {}

impl ser::Error for Unwritten {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// Methods for values that are written as numbers.
macro_rules! integers {
    ($($method:ident $type:ty),*) => {
        $(fn $method(self, number: $type) -> Result<(), Unwritten> {
            self.literal(&number.to_string())
        })*
    };
}

/// Methods for values of types that no report has.
macro_rules! unwritten {
    ($($method:ident($($type:ty),*)),*) => {
        $(fn $method(self, $(_: $type),*) -> Result<(), Unwritten> {
            Err(Unwritten)
        })*
    };
}

impl<'j> ser::Serializer for &'j mut Json {
    type Ok = ();
    type Error = Unwritten;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), Unwritten>;
    type SerializeTupleVariant = Impossible<(), Unwritten>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Unwritten>;

    integers!(serialize_u32 u32, serialize_u64 u64, serialize_i32 i32, serialize_i64 i64);
    unwritten!(
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_f32(f32),
        serialize_char(char),
        serialize_unit_struct(&'static str)
    );

    fn serialize_bool(self, value: bool) -> Result<(), Unwritten> {
        self.literal(if value { "true" } else { "false" })
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unwritten> {
        if value.is_finite() { self.literal(&float_repr(value)) } else { self.serialize_unit() }
    }

    fn serialize_str(self, text: &str) -> Result<(), Unwritten> {
        self.serialize_bytes(text.as_bytes())
    }

    /// UTF-8 that may hold lone surrogates.
    #[inline(never)]
    fn serialize_bytes(self, text: &[u8]) -> Result<(), Unwritten> {
        write_text(text, &mut self.out);
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Unwritten> {
        self.serialize_str(name)
    }

    fn serialize_none(self) -> Result<(), Unwritten> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritten> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritten> {
        self.literal("null")
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unwritten> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unwritten> {
        Err(Unwritten)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<&'j mut Json, Unwritten> {
        self.out.push(b'[');
        Ok(self)
    }

    fn serialize_tuple(self, length: usize) -> Result<&'j mut Json, Unwritten> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Unwritten> {
        Err(Unwritten)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritten> {
        Err(Unwritten)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<&'j mut Json, Unwritten> {
        self.out.push(b'{');
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, length: usize) -> Result<&'j mut Json, Unwritten> {
        self.serialize_map(Some(length))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritten> {
        Err(Unwritten)
    }
}

impl SerializeSeq for &mut Json {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
        self.separate();
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unwritten> {
        self.literal("]")
    }
}

impl SerializeTuple for &mut Json {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Unwritten> {
        SerializeSeq::end(self)
    }
}

impl SerializeMap for &mut Json {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritten> {
        self.separate();
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
        self.out.push(b':');
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unwritten> {
        self.literal("}")
    }
}

impl SerializeStruct for &mut Json {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unwritten> {
        self.name(key);
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unwritten> {
        self.literal("}")
    }
}
