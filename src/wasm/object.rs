//! Reports as JavaScript gets them: all of one type, put together member by member, so that one serializer writes them
//! all. One for each kind of report, as derives make them, is seven more kilobytes of the package.

use std::ops::Range;

use serde::ser::{Serialize, Serializer};

use crate::python::PyString;
use crate::text::Text;

use super::convert::utf16_span;

/// An object: its members in order. `types.d.ts` beside this file declares for TypeScript which ones there are.
#[expect(
    clippy::box_collection,
    reason = "`with` takes and gives back a pointer: as three words it would be larger code"
)]
pub(super) struct Object(Box<Vec<(&'static str, Member)>>);

/// The value of a member.
pub(super) enum Member {
    /// There is no such member.
    Absent,
    Bool(bool),
    Count(usize),
    Float(f64),
    Name(&'static str),
    String(String),
    /// A string that may hold lone surrogates.
    Text(PyString),
    Object(Object),
    List(Vec<Member>),
}

impl Object {
    /// An object without members.
    pub fn new() -> Self {
        Self(Box::default())
    }

    /// The same with one member more, where its value is not absent.
    pub fn with(mut self, name: &'static str, value: impl Into<Member>) -> Self {
        self.push(name, value.into());
        self
    }

    /// The same with where a span of the text starts and ends.
    #[inline(never)]
    pub fn with_span(self, text: &Text, span: Range<usize>) -> Self {
        let (start, end) = utf16_span(text, span);
        self.with("start", start).with("end", end)
    }

    /// The same with where a span of the text starts and ends, and the line on which it starts, from 1.
    pub fn with_place(self, text: &Text, span: Range<usize>) -> Self {
        let line = text.position(span.start).line + 1;
        self.with_span(text, span).with("line", line)
    }

    fn push(&mut self, name: &'static str, value: Member) {
        if !matches!(value, Member::Absent) {
            self.0.push((name, value));
        }
    }
}

impl Member {
    pub fn list<T: Into<Self>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl Serialize for Member {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_unit(),
            Self::Bool(bool) => serializer.serialize_bool(*bool),
            Self::Count(count) => serializer.serialize_u64(*count as u64),
            Self::Float(float) => serializer.serialize_f64(*float),
            Self::Name(name) => serializer.serialize_str(name),
            Self::String(string) => serializer.serialize_str(string),
            // What has no lone surrogate is a string to serde, anything else would be bytes: to `Json` these are the same.
            Self::Text(text) => serializer.serialize_bytes(text.as_bytes()),
            Self::Object(object) => object.serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
        }
    }
}

impl From<bool> for Member {
    fn from(bool: bool) -> Self {
        Self::Bool(bool)
    }
}

impl From<usize> for Member {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<f64> for Member {
    fn from(float: f64) -> Self {
        Self::Float(float)
    }
}

impl From<&'static str> for Member {
    fn from(name: &'static str) -> Self {
        Self::Name(name)
    }
}

impl From<String> for Member {
    fn from(string: String) -> Self {
        Self::String(string)
    }
}

impl From<PyString> for Member {
    fn from(text: PyString) -> Self {
        Self::Text(text)
    }
}

impl From<Object> for Member {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl<T: Into<Member>> From<Option<T>> for Member {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}
