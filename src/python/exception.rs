//! Python's exceptions: type and message in Python's words, and the part of the text that they are about.

use std::fmt;
use std::ops::Range;

use crate::names::names;

names! {
    /// The exception types that the reference can raise.
    pub enum Kind {
        AttributeError = "AttributeError",
        JSONDecodeError = "JSONDecodeError",
        MemoryError = "MemoryError",
        OverflowError = "OverflowError",
        RecursionError = "RecursionError",
        TypeError = "TypeError",
        UnicodeDecodeError = "UnicodeDecodeError",
        ValueError = "ValueError",
    }
}

impl Kind {
    /// The type's name as a traceback's last line shows it.
    #[must_use]
    pub fn qualified_name(self) -> &'static str {
        match self {
            Self::JSONDecodeError => "json.decoder.JSONDecodeError",
            other => other.name(),
        }
    }
}

/// An exception as Python raises it. `Display` writes the last line of Python's traceback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The type.
    pub kind: Kind,
    /// `str(exception)`.
    pub message: String,
    /// The bytes of the text that it is about, if it is about any.
    pub span: Option<Range<usize>>,
}

impl Exception {
    /// An exception that does not say where it happened.
    #[must_use]
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), span: None }
    }

    /// `MemoryError`
    #[must_use]
    pub fn no_memory() -> Self {
        Self::new(Kind::MemoryError, "")
    }

    /// `AttributeError: 'TYPE' object has no attribute 'NAME'`
    #[must_use]
    pub fn no_attribute(type_name: &str, attribute: &str) -> Self {
        Self::new(Kind::AttributeError, format!("'{type_name}' object has no attribute '{attribute}'"))
    }

    /// `TypeError: 'TYPE' object is not iterable`
    #[must_use]
    pub fn not_iterable(type_name: &str) -> Self {
        Self::new(Kind::TypeError, format!("'{type_name}' object is not iterable"))
    }

    /// The same, about these bytes of the text, unless it already is about others.
    #[must_use]
    pub fn at(mut self, span: Range<usize>) -> Self {
        self.span.get_or_insert(span);
        self
    }
}

impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.qualified_name())?;
        if self.message.is_empty() { Ok(()) } else { write!(f, ": {}", self.message) }
    }
}

impl std::error::Error for Exception {}
