//! `str()` and `repr()`.

use crate::text::{Buffer, Excerpt};

use super::nested::{KeyOrder, Nested, Scalars};
use super::node::NodeKind;
use super::number;
use super::printable::is_printable;
use super::string::{self, Code, PyString};
use super::value::{Item, Value};

/// Writes values as `str(value)` and `repr(value)` do, as UTF-8 that may hold lone surrogates.
/// Keep one and use it again: it then allocates nothing per value.
#[derive(Default)]
pub(crate) struct Repr<'d> {
    nested: Nested<'d>,
}

/// The most bytes of a name that is told, such as a source's or a field's.
pub(crate) const NAME_LENGTH: usize = 1000;

impl<'d> Repr<'d> {
    /// Appends `str(value)` to `out`.
    #[inline(never)]
    pub fn write_str(&mut self, value: Value<'d>, out: &mut Buffer) {
        if let Some(text) = value.verbatim() {
            out.extend(text);
        } else if value.is_str() {
            value.codes().for_each(|code| push(out, code));
        } else {
            self.write_repr(value, out);
        }
    }

    /// Appends `repr(value)` to `out`.
    pub fn write_repr(&mut self, value: Value<'d>, out: &mut Buffer) {
        self.nested.write::<Python>(value, KeyOrder::Given, out);
    }

    /// Appends `repr(item)` to `out`.
    pub fn write_item_repr(&mut self, item: Item<'d>, out: &mut Buffer) {
        match item {
            Item::Value(value) => self.write_repr(value, out),
            Item::Character(_, code) => write_quoted(std::iter::once(code), out),
        }
    }

    /// Appends `str(item)` to `out`.
    pub fn write_item_str(&mut self, item: Item<'d>, out: &mut Buffer) {
        match item {
            Item::Value(value) => self.write_str(value, out),
            Item::Character(_, code) => push(out, code),
        }
    }
}

/// What `write` appends, with `…` instead of its middle if it is of more than `length` bytes, and in that case the length
/// of the whole in UTF-16 units. Takes memory for a part alone.
pub(crate) fn cut_text(length: usize, write: &mut dyn FnMut(&mut Buffer)) -> (PyString, Option<usize>) {
    let mut part = |from: usize, most: usize| {
        let mut out = Buffer::of(Excerpt::new(from, most));
        write(&mut out);
        out.into_excerpt()
    };
    let mut text = part(0, length);
    if let Some(whole) = text.cut() {
        // The start and the end may overlap: both are longer than what is left of them.
        text.text.extend(part(whole - length, length).text);
    }
    let is_cut = text.text.len() > length;
    (PyString::from_bytes(text.text).cut(length), is_cut.then_some(text.length))
}

impl Value<'_> {
    /// `str(value)`
    #[must_use]
    pub fn to_py_string(self) -> PyString {
        let mut out = Buffer::default();
        Repr::default().write_str(self, &mut out);
        PyString::from_bytes(out.into_text())
    }

    /// `str(value)` of a name, with a `…` in the middle if it is longer than 1,000 bytes.
    #[must_use]
    pub fn to_name(self) -> PyString {
        Item::Value(self).to_name()
    }
}

impl Item<'_> {
    /// `str(item)` of a name, with a `…` in the middle if it is longer than 1,000 bytes.
    #[must_use]
    #[inline(never)]
    pub fn to_name(self) -> PyString {
        // Most names. A search asks for the name of every source and record.
        if let Self::Value(value) = self
            && let Some(text) = value.verbatim().filter(|text| text.len() <= NAME_LENGTH)
        {
            return PyString::from_bytes(text.to_vec());
        }
        cut_text(NAME_LENGTH, &mut |out| Repr::default().write_item_str(self, out)).0
    }
}

/// As `repr` writes them.
struct Python;

impl Scalars for Python {
    fn write(value: Value<'_>, out: &mut Buffer) {
        match value.node().kind() {
            NodeKind::Null => out.add(b"None"),
            NodeKind::False => out.add(b"False"),
            NodeKind::True => out.add(b"True"),
            NodeKind::Int => out.extend(number::int_repr(value.source_text())),
            NodeKind::Float => number::write_float_repr(value.float(), out),
            _ => write_quoted(value.codes(), out),
        }
    }
}

fn push(out: &mut Buffer, code: Code) {
    string::encode(code, |bytes| out.extend(bytes));
}

/// Appends the repr of a string: in single quotes, or in double quotes if it has single ones but no double one.
fn write_quoted(codes: impl Iterator<Item = Code> + Clone, out: &mut Buffer) {
    const SINGLE: Code = '\'' as Code;
    const DOUBLE: Code = '"' as Code;
    let holds = |quote| codes.clone().any(|code| code == quote);
    let quote = if holds(SINGLE) && !holds(DOUBLE) { DOUBLE } else { SINGLE };
    push(out, quote);
    for code in codes {
        match code {
            0x0A => out.add(b"\\n"),
            0x0D => out.add(b"\\r"),
            0x09 => out.add(b"\\t"),
            0x5C => out.add(b"\\\\"),
            code if code == quote => {
                out.add(b"\\");
                push(out, quote);
            }
            code if is_printable(code) => push(out, code),
            0x00..=0xFF => out.extend(format!("\\x{code:02x}").as_bytes()),
            0x100..=0xFFFF => out.extend(format!("\\u{code:04x}").as_bytes()),
            _ => out.extend(format!("\\U{code:08x}").as_bytes()),
        }
    }
    push(out, quote);
}
