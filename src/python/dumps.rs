//! `json.dumps`, written straight from the nodes of a document.

use super::nested::{KeyOrder, Nested};
use super::node::NodeKind;
use super::number;
use super::string::{self, Codes, PyString};
use super::value::{Item, Value};

/// Writes values as `json.dumps(value, sort_keys=…)` does: `, ` and `: ` between, ASCII only.
/// Keep one and use it again: it then allocates nothing per value.
#[derive(Default)]
pub struct Dumps<'d>(Nested<'d>);

impl<'d> Dumps<'d> {
    /// Appends `json.dumps(value)` to `out`.
    #[inline]
    pub fn write(&mut self, value: Value<'d>, order: KeyOrder, out: &mut Vec<u8>) {
        self.0.write(value, order, out, write_scalar);
    }
}

impl<'d> Value<'d> {
    /// `json.dumps(value)`, where it stands in the text just so, or somewhere else.
    #[must_use]
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "nearly every value that is written goes this way")]
    pub fn dumped_verbatim(self) -> Option<&'d [u8]> {
        match self.node().kind() {
            NodeKind::Null | NodeKind::False | NodeKind::True | NodeKind::PlainStr => Some(self.source_text()),
            NodeKind::Int => Some(number::int_repr(self.source_text())),
            NodeKind::Float => Some(self.source_text()).filter(|text| number::is_float_repr(text)),
            NodeKind::WideStr | NodeKind::EscapedStr | NodeKind::Array | NodeKind::Object => None,
        }
    }

    /// Whether `json.dumps(value)` is [`source_text`](Self::source_text), as it surely is for most.
    #[must_use]
    #[inline]
    pub fn is_dumped_verbatim(self) -> bool {
        match self.node().kind() {
            NodeKind::PlainStr | NodeKind::Null | NodeKind::False | NodeKind::True => true,
            NodeKind::Int => self.source_text() != b"-0",
            NodeKind::Float => number::is_float_repr(self.source_text()),
            NodeKind::WideStr | NodeKind::EscapedStr | NodeKind::Array | NodeKind::Object => false,
        }
    }
}

/// The first characters of `json.dumps(item)`, up to a limit of 300 at the most, with an ellipsis behind where there are
/// more. Takes time and memory for these alone, however large the value is.
#[must_use]
pub fn cut_dumps(item: Item<'_>, limit: usize) -> String {
    let limit = limit.min(MOST_CUT);
    let mut out = Vec::new();
    match item {
        Item::Value(value) => Nested::cut_after(limit).write(value, KeyOrder::Given, &mut out, write_scalar_start),
        Item::Character(_, code) => write_text(PyString::from_code(code).as_bytes(), &mut out),
    }
    let is_whole = out.len() <= limit;
    out.truncate(limit);
    let mut text = string::ascii(out);
    if !is_whole {
        text.push('…');
    }
    text
}

/// The most characters that [`cut_dumps`] gives.
const MOST_CUT: usize = 300;

/// As [`write_scalar`], but of a string no more than is ever wanted of one.
fn write_scalar_start(value: Value<'_>, out: &mut Vec<u8>) {
    if value.is_str() {
        write_codes(value.codes(), MOST_CUT, out);
    } else {
        write_scalar(value, out);
    }
}

/// Appends `json.dumps(value)` of a value that is neither list nor dict.
#[inline]
pub(super) fn write_scalar(value: Value<'_>, out: &mut Vec<u8>) {
    if let Some(text) = value.dumped_verbatim() {
        out.extend_from_slice(text);
    } else if value.is_str() {
        write_codes(value.codes(), usize::MAX, out);
    } else {
        write_float(value.float(), out);
    }
}

/// Appends `json.dumps(text)`, where `text` is UTF-8 that may hold lone surrogates.
pub fn write_text(text: &[u8], out: &mut Vec<u8>) {
    write_codes(string::decode(text), usize::MAX, out);
}

/// Appends a string, up to the `most`th of its code points.
fn write_codes(codes: Codes<'_>, most: usize, out: &mut Vec<u8>) {
    out.push(b'"');
    for code in codes.take(most) {
        match code {
            0x22 => out.extend_from_slice(b"\\\""),
            0x5C => out.extend_from_slice(b"\\\\"),
            0x0A => out.extend_from_slice(b"\\n"),
            0x0D => out.extend_from_slice(b"\\r"),
            0x09 => out.extend_from_slice(b"\\t"),
            0x0C => out.extend_from_slice(b"\\f"),
            0x08 => out.extend_from_slice(b"\\b"),
            // DEL is escaped too: CPython's C encoder takes only space to tilde as they are.
            0x20..=0x7E => out.push(code.to_le_bytes()[0]),
            0x00..=0xFFFF => write_unit(code, out),
            _ => {
                let above = code - 0x10000;
                write_unit(0xD800 | (above >> 10), out);
                write_unit(0xDC00 | (above & 0x3FF), out);
            }
        }
    }
    out.push(b'"');
}

/// Appends `\uXXXX`.
#[inline]
fn write_unit(unit: u32, out: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |shift: u32| DIGITS[(unit >> shift & 0xF) as usize];
    out.extend_from_slice(&[b'\\', b'u', digit(12), digit(8), digit(4), digit(0)]);
}

/// Appends `json.dumps(float)`.
pub fn write_float(float: f64, out: &mut Vec<u8>) {
    if float.is_nan() {
        out.extend_from_slice(b"NaN");
    } else if float.is_infinite() {
        out.extend_from_slice(if float > 0.0 { b"Infinity" } else { b"-Infinity" });
    } else {
        number::write_float_repr(float, out);
    }
}
