//! A handle to a value of a document, with what Python lets one do with it.

use std::cmp::Ordering;
use std::ops::Range;

use crate::text::window;

use super::document::Document;
use super::exception::Exception;
use super::node::{Node, NodeKind};
use super::string::{self, Code};

/// A value of a document: a `dict`, `list`, `str`, `int`, `float`, `bool` or `None`. Copying it copies no data.
#[derive(Clone, Copy)]
pub struct Value<'d> {
    pub(super) document: &'d Document,
    pub(super) index: u32,
}

/// A value's index in its document, to be kept where a [`Value`] cannot be. `NodeId::NONE` stands for no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeId(u32);

impl NodeId {
    /// No value: what `dict.get` gives for an absent key.
    pub const NONE: Self = Self(u32::MAX);
}

impl Document {
    /// The value of the whole text.
    #[must_use]
    pub fn root(&self) -> Value<'_> {
        Value { document: self, index: 0 }
    }

    /// The value that was kept as `id`.
    #[must_use]
    #[inline]
    pub fn value(&self, id: NodeId) -> Option<Value<'_>> {
        (id != NodeId::NONE).then_some(Value { document: self, index: id.0 })
    }
}

impl Document {
    /// Where a value starts in the text, without a branch; anywhere for no value.
    #[inline]
    pub(crate) fn start_of(&self, id: NodeId) -> usize {
        self.node_or_last(id.0).start as usize
    }
}

impl<'d> Value<'d> {
    /// What to keep to find the value again.
    #[must_use]
    #[inline]
    pub fn id(self) -> NodeId {
        NodeId(self.index)
    }

    #[inline]
    pub(super) fn node(self) -> Node {
        self.document.node(self.index)
    }

    /// The value as it is in the text.
    #[must_use]
    #[inline]
    pub fn source_text(self) -> &'d [u8] {
        self.document.slice(self.node())
    }

    /// The bytes of the text that the value takes.
    #[must_use]
    pub fn span(self) -> Range<usize> {
        let node = self.node();
        node.start as usize..node.end as usize
    }

    /// `type(value).__name__`
    #[must_use]
    pub fn type_name(self) -> &'static str {
        match self.node().kind() {
            NodeKind::Null => "NoneType",
            NodeKind::False | NodeKind::True => "bool",
            NodeKind::Int => "int",
            NodeKind::Float => "float",
            NodeKind::PlainStr | NodeKind::WideStr | NodeKind::EscapedStr => "str",
            NodeKind::Array => "list",
            NodeKind::Object => "dict",
        }
    }

    /// `value is None`
    #[must_use]
    #[inline]
    pub fn is_none(self) -> bool {
        self.node().kind() == NodeKind::Null
    }

    /// `isinstance(value, dict)`
    #[must_use]
    #[inline]
    pub fn is_dict(self) -> bool {
        self.node().kind() == NodeKind::Object
    }

    /// `isinstance(value, str)`
    #[must_use]
    #[inline]
    pub fn is_str(self) -> bool {
        matches!(self.node().kind(), NodeKind::PlainStr | NodeKind::WideStr | NodeKind::EscapedStr)
    }

    /// Whether the value can be a dict's key: no list and no dict.
    #[must_use]
    pub fn is_hashable(self) -> bool {
        !matches!(self.node().kind(), NodeKind::Array | NodeKind::Object)
    }

    /// `bool(value)`
    #[must_use]
    pub fn truth(self) -> bool {
        let node = self.node();
        match node.kind() {
            NodeKind::Null | NodeKind::False => false,
            NodeKind::True => true,
            NodeKind::Int => !matches!(self.source_text(), b"0" | b"-0"),
            NodeKind::Float => self.float() != 0.0,
            NodeKind::PlainStr | NodeKind::WideStr | NodeKind::EscapedStr => node.end - node.start > 2,
            NodeKind::Array | NodeKind::Object => node.reach() > 1,
        }
    }

    /// `value.get(key)` of a dict; `None` if the key is absent, and for a value that is no dict.
    #[must_use]
    pub fn get(self, key: &str) -> Option<Value<'d>> {
        self.get_bytes(key.as_bytes())
    }

    /// `value.get(key)` of a dict. The key may hold lone surrogates.
    #[must_use]
    pub fn get_bytes(self, key: &[u8]) -> Option<Value<'d>> {
        self.items().find(|(name, _)| name.is(key)).map(|(_, value)| value)
    }

    /// `value.items()` of a dict, in Python's order; nothing for a value that is no dict.
    #[must_use]
    #[inline]
    pub fn items(self) -> Items<'d> {
        let node = self.node();
        let reach = if node.kind() == NodeKind::Object { node.reach() } else { 1 };
        Items { document: self.document, next: self.index + 1, end: self.index + reach }
    }

    /// What `for element in value` yields.
    ///
    /// # Errors
    /// `TypeError` if Python cannot iterate over it.
    pub fn iterate(self) -> Result<Iterate<'d>, Exception> {
        match self.node().kind() {
            NodeKind::Array => Ok(Iterate::Elements(self.elements())),
            NodeKind::Object => Ok(Iterate::Keys(self.items())),
            NodeKind::PlainStr | NodeKind::WideStr | NodeKind::EscapedStr => {
                Ok(Iterate::Characters(self, self.codes()))
            }
            _ => Err(Exception::not_iterable(self.type_name()).at(self.span())),
        }
    }

    /// A list's elements; nothing for a value that is no list.
    #[must_use]
    #[inline]
    pub fn elements(self) -> Elements<'d> {
        let node = self.node();
        let reach = if node.kind() == NodeKind::Array { node.reach() } else { 1 };
        Elements { document: self.document, next: self.index + 1, end: self.index + reach }
    }

    /// Whether the value is a string of just this text. `text` may hold lone surrogates.
    #[must_use]
    pub fn is(self, text: &[u8]) -> bool {
        match self.node().kind() {
            NodeKind::PlainStr | NodeKind::WideStr => self.inner() == text,
            NodeKind::EscapedStr => self.codes().eq(string::decode(text)),
            _ => false,
        }
    }

    /// Whether two values are the same in the text, byte for byte.
    #[must_use]
    #[inline]
    pub(crate) fn has_same_text(self, other: Self) -> bool {
        let [a, b] = [self, other].map(Self::node);
        let length = a.end - a.start;
        if length != b.end - b.start {
            return false;
        }
        let text = self.document.text().bytes();
        match [a, b].map(|node| window(text, node.start as usize)) {
            [Some(a), Some(b)] if (1..=16).contains(&length) => (a ^ b) << (128 - 8 * length) == 0,
            _ => self.source_text() == other.source_text(),
        }
    }

    /// Compares two strings by code point.
    #[must_use]
    #[inline(never)]
    pub fn cmp_str(self, other: Self) -> Ordering {
        match (self.verbatim(), other.verbatim()) {
            (Some(a), Some(b)) => a.cmp(b),
            _ => self.codes().cmp(other.codes()),
        }
    }

    /// Compares a string with a text by code point. `text` may hold lone surrogates.
    #[must_use]
    pub fn cmp_text(self, text: &[u8]) -> Ordering {
        match self.verbatim() {
            Some(own) => own.cmp(text),
            None => self.codes().cmp(string::decode(text)),
        }
    }

    /// The bytes between a string's quotes; escapes are left as they are.
    #[inline]
    pub(super) fn inner(self) -> &'d [u8] {
        let node = self.node();
        &self.document.text().bytes()[node.start as usize + 1..node.end as usize - 1]
    }

    /// A string's code points.
    #[inline]
    pub(super) fn codes(self) -> string::Codes<'d> {
        string::Codes::new(self.inner())
    }

    /// A string's bytes, if they are in the text without escapes.
    #[must_use]
    #[inline]
    pub fn verbatim(self) -> Option<&'d [u8]> {
        matches!(self.node().kind(), NodeKind::PlainStr | NodeKind::WideStr).then(|| self.inner())
    }

    /// `float(text)` of a float's text.
    pub(super) fn float(self) -> f64 {
        super::float::parse(self.source_text())
    }
}

/// See [`Value::items`].
#[derive(Clone)]
pub struct Items<'d> {
    document: &'d Document,
    next: u32,
    end: u32,
}

impl<'d> Iterator for Items<'d> {
    type Item = (Value<'d>, Value<'d>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        while self.next < self.end {
            let key = self.next;
            self.next = key + 1 + self.document.node(key + 1).reach();
            let distance = self.document.node(key).reach();
            if distance > 0 {
                let document = self.document;
                return Some((Value { document, index: key }, Value { document, index: key + distance }));
            }
        }
        None
    }
}

/// See [`Value::elements`].
#[derive(Clone)]
pub struct Elements<'d> {
    document: &'d Document,
    next: u32,
    end: u32,
}

impl<'d> Iterator for Elements<'d> {
    type Item = Value<'d>;

    #[inline]
    fn next(&mut self) -> Option<Value<'d>> {
        (self.next < self.end).then(|| {
            let index = self.next;
            self.next += self.document.node(index).reach();
            Value { document: self.document, index }
        })
    }
}

/// What iterating over a value yields.
pub enum Iterate<'d> {
    /// A list's elements.
    Elements(Elements<'d>),
    /// A dict's keys.
    Keys(Items<'d>),
    /// A string's characters, after the string itself.
    Characters(Value<'d>, string::Codes<'d>),
}

/// One step of an iteration.
#[derive(Clone, Copy)]
pub enum Item<'d> {
    /// A value of the document.
    Value(Value<'d>),
    /// A character of the string.
    Character(Value<'d>, Code),
}

impl Item<'_> {
    /// `type(item).__name__`
    #[must_use]
    pub fn type_name(self) -> &'static str {
        match self {
            Self::Value(value) => value.type_name(),
            Self::Character(..) => "str",
        }
    }

    /// The bytes of the text that it is in: for a character, the whole string's.
    #[must_use]
    pub fn span(self) -> Range<usize> {
        match self {
            Self::Value(value) | Self::Character(value, _) => value.span(),
        }
    }
}

impl<'d> Iterator for Iterate<'d> {
    type Item = Item<'d>;

    #[inline]
    fn next(&mut self) -> Option<Item<'d>> {
        match self {
            Self::Elements(elements) => elements.next().map(Item::Value),
            Self::Keys(items) => items.next().map(|(key, _)| Item::Value(key)),
            Self::Characters(text, codes) => codes.next().map(|code| Item::Character(*text, code)),
        }
    }
}
