//! `str()` and `repr()`.

use super::nested::{KeyOrder, Nested};
use super::node::NodeKind;
use super::number;
use super::printable::is_printable;
use super::string::{self, Code, PyString};
use super::value::{Item, Value};

/// Writes values as `str(value)` and `repr(value)` do, as UTF-8 that may hold lone surrogates.
/// Keep one and use it again: it then allocates nothing per value.
#[derive(Default)]
pub struct Repr<'d>(Nested<'d>);

impl<'d> Repr<'d> {
    /// Appends `str(value)` to `out`.
    #[inline]
    pub fn write_str(&mut self, value: Value<'d>, out: &mut Vec<u8>) {
        if let Some(text) = value.verbatim() {
            out.extend_from_slice(text);
        } else if value.is_str() {
            value.codes().for_each(|code| string::push_code(out, code));
        } else {
            self.write_repr(value, out);
        }
    }

    /// Appends `repr(value)` to `out`.
    #[inline]
    pub fn write_repr(&mut self, value: Value<'d>, out: &mut Vec<u8>) {
        self.0.write(value, KeyOrder::Given, out, write_scalar);
    }

    /// Appends `repr(item)` to `out`.
    pub fn write_item_repr(&mut self, item: Item<'d>, out: &mut Vec<u8>) {
        match item {
            Item::Value(value) => self.write_repr(value, out),
            Item::Character(_, code) => write_quoted(std::iter::once(code), out),
        }
    }

    /// Appends `str(item)` to `out`.
    pub fn write_item_str(&mut self, item: Item<'d>, out: &mut Vec<u8>) {
        match item {
            Item::Value(value) => self.write_str(value, out),
            Item::Character(_, code) => string::push_code(out, code),
        }
    }
}

impl Value<'_> {
    /// `str(value)`
    #[must_use]
    pub fn to_py_string(self) -> PyString {
        let mut out = Vec::new();
        Repr::default().write_str(self, &mut out);
        PyString::from_bytes(out)
    }
}

fn write_scalar(value: Value<'_>, out: &mut Vec<u8>) {
    match value.node().kind() {
        NodeKind::Null => out.extend_from_slice(b"None"),
        NodeKind::False => out.extend_from_slice(b"False"),
        NodeKind::True => out.extend_from_slice(b"True"),
        NodeKind::Int => out.extend_from_slice(number::int_repr(value.source_text())),
        NodeKind::Float => number::write_float_repr(value.float(), out),
        _ => write_quoted(value.codes(), out),
    }
}

/// Appends the repr of a string: in single quotes, or in double quotes where it holds single ones but no double one.
fn write_quoted(codes: impl Iterator<Item = Code> + Clone, out: &mut Vec<u8>) {
    const SINGLE: Code = '\'' as Code;
    const DOUBLE: Code = '"' as Code;
    let holds = |quote| codes.clone().any(|code| code == quote);
    let quote = if holds(SINGLE) && !holds(DOUBLE) { DOUBLE } else { SINGLE };
    string::push_code(out, quote);
    for code in codes {
        match code {
            0x0A => out.extend_from_slice(b"\\n"),
            0x0D => out.extend_from_slice(b"\\r"),
            0x09 => out.extend_from_slice(b"\\t"),
            0x5C => out.extend_from_slice(b"\\\\"),
            code if code == quote => {
                out.push(b'\\');
                string::push_code(out, quote);
            }
            code if is_printable(code) => string::push_code(out, code),
            0x00..=0xFF => out.extend_from_slice(format!("\\x{code:02x}").as_bytes()),
            0x100..=0xFFFF => out.extend_from_slice(format!("\\u{code:04x}").as_bytes()),
            _ => out.extend_from_slice(format!("\\U{code:08x}").as_bytes()),
        }
    }
    string::push_code(out, quote);
}
