//! `json.dumps`, written straight from the nodes of a document.

use crate::text::{Buffer, Excerpt};

use super::nested::{KeyOrder, Nested, Scalars};
use super::node::NodeKind;
use super::number;
use super::string::{self, Code};
use super::value::{Item, Value};

/// Writes values as `json.dumps(value, sort_keys=…)` does: `, ` and `: ` between, ASCII only.
/// Keep one and use it again: it then allocates nothing per value.
#[derive(Default)]
pub struct Dumps<'d> {
    nested: Nested<'d>,
}

impl<'d> Dumps<'d> {
    /// Appends `json.dumps(value)`. Out of line, since not all values are on the hot path.
    #[inline(never)]
    pub(crate) fn write(&mut self, value: Value<'d>, order: KeyOrder, out: &mut Buffer) {
        self.nested.write::<Json>(value, order, out);
    }

    /// The same, which is faster.
    #[inline]
    pub(crate) fn write_to(&mut self, value: Value<'d>, order: KeyOrder, out: &mut Buffer) {
        self.nested.write::<Json>(value, order, out);
    }
}

impl<'d> Value<'d> {
    /// `json.dumps(value)`, if it is in the text in just this form, or is a constant.
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

    /// Whether `json.dumps(value)` is known to be [`source_text`](Self::source_text), as for most values.
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

/// The first characters of `json.dumps(item)`, up to a limit, with an ellipsis if there are more. Takes memory for these
/// alone, and time for no more of the value than the rest of a string.
#[must_use]
pub fn cut_dumps(item: Item<'_>, limit: usize) -> String {
    let mut out = Buffer::of(Excerpt::new(0, limit));
    match item {
        Item::Value(value) => Dumps { nested: Nested::cut_after(limit) }.write(value, KeyOrder::Given, &mut out),
        Item::Character(_, code) => write_codes(std::iter::once(code), &mut out),
    }
    let excerpt = out.into_excerpt();
    let is_whole = excerpt.cut().is_none();
    let mut text = string::ascii(excerpt.text);
    if !is_whole {
        text.push('…');
    }
    text
}

/// As `json.dumps` writes them.
struct Json;

impl Scalars for Json {
    #[inline]
    fn write(value: Value<'_>, out: &mut Buffer) {
        if value.is_dumped_verbatim() {
            let span = value.span();
            out.push(value.document.text().bytes(), span.start, span.end);
        } else {
            write_other(value, out);
        }
    }
}

/// Appends `json.dumps(value)` of a scalar that is written differently in the text.
#[inline(never)]
fn write_other(value: Value<'_>, out: &mut Buffer) {
    match value.node().kind() {
        NodeKind::WideStr => write_wide(value, out),
        NodeKind::Float => write_float(value.float(), out),
        NodeKind::Int => out.extend(number::int_repr(value.source_text())),
        _ => write_codes(value.codes(), out),
    }
}

/// Appends a string without escapes: what `json.dumps` leaves as it is in whole pieces.
fn write_wide(value: Value<'_>, out: &mut Buffer) {
    let (text, span) = (value.document.text().bytes(), value.span());
    let mut from = span.start;
    for at in span.clone() {
        // A byte that continues a character is read with the character's first one.
        if (0x20..=0x7E).contains(&text[at]) || at < from {
            continue;
        }
        out.push(text, from, at);
        let mut rest = &text[at..span.end];
        if let Some(code) = string::next_code(&mut rest) {
            write_code(code, out);
        }
        from = span.end - rest.len();
    }
    out.push(text, from, span.end);
}

/// Appends `json.dumps(text)`. `text` is UTF-8 that may hold lone surrogates.
pub fn write_text(text: &[u8], out: &mut Vec<u8>) {
    let mut buffer = Buffer::default();
    write_codes(string::decode(text), &mut buffer);
    out.extend_from_slice(buffer.text());
}

/// Appends a string.
fn write_codes(codes: impl Iterator<Item = Code>, out: &mut Buffer) {
    out.add(b"\"");
    codes.for_each(|code| write_code(code, out));
    out.add(b"\"");
}

/// Appends a code point as it is in a string.
fn write_code(code: Code, out: &mut Buffer) {
    match code {
        0x22 => out.add(b"\\\""),
        0x5C => out.add(b"\\\\"),
        0x0A => out.add(b"\\n"),
        0x0D => out.add(b"\\r"),
        0x09 => out.add(b"\\t"),
        0x0C => out.add(b"\\f"),
        0x08 => out.add(b"\\b"),
        // DEL is escaped too: CPython's C encoder takes only space to tilde as they are.
        0x20..=0x7E => out.add(&[code.to_le_bytes()[0]]),
        0x00..=0xFFFF => write_unit(code, out),
        _ => {
            let above = code - 0x10000;
            write_unit(0xD800 | (above >> 10), out);
            write_unit(0xDC00 | (above & 0x3FF), out);
        }
    }
}

/// Appends `\uXXXX`.
fn write_unit(unit: u32, out: &mut Buffer) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |shift: u32| DIGITS[(unit >> shift & 0xF) as usize];
    out.add(&[b'\\', b'u', digit(12), digit(8), digit(4), digit(0)]);
}

/// Appends `json.dumps(float)`.
pub(crate) fn write_float(float: f64, out: &mut Buffer) {
    if float.is_nan() {
        out.add(b"NaN");
    } else if float.is_infinite() {
        out.extend(if float > 0.0 { b"Infinity" } else { b"-Infinity" });
    } else {
        number::write_float_repr(float, out);
    }
}
