//! Why a text cannot be read: Python's words, and a cause that is finer than Python's type.

use std::ops::Range;
use std::str::Utf8Error;

use crate::names::names;
use crate::text::Text;

use super::exception::{Exception, Kind};

/// More digits than this Python refuses to make an int of (`sys.get_int_max_str_digits()`).
pub(super) const MAX_INT_DIGITS: usize = 4300;

/// Why a text cannot be read. Small, so that the way without a fault stays fast; the words are made in the end.
#[derive(Debug)]
pub(super) enum Fault {
    /// `UnicodeDecodeError` in what starts at `start`.
    NotUtf8 { start: usize, error: Utf8Error },
    /// `JSONDecodeError`
    Syntax { what: Syntax, at: usize },
    /// `ValueError`
    TooManyDigits { start: usize, end: usize, digits: usize },
    /// `RecursionError`
    TooDeep { at: usize, is_object: bool },
    /// `MemoryError`
    NoMemory,
}

/// What is wrong with the syntax, as Python reports it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Syntax {
    Bom,
    Value,
    Name,
    Colon,
    Comma,
    TrailingComma { in_object: bool },
    ExtraData,
    Unterminated,
    Control,
    Escape,
    UnicodeEscape,
}

names! {
    /// What is wrong with a text that cannot be read.
    pub enum TextCause {
        /// Its bytes are not UTF-8.
        Utf8 = "utf8",
        /// There is no memory for the document.
        Memory = "memory",
        /// It starts with a byte order mark.
        Bom = "json.bom",
        /// There is nothing in it but white space.
        Empty = "json.empty",
        /// It ends before its value does.
        EndsEarly = "json.ends_early",
        /// Something follows its value.
        ExtraData = "json.extra_data",
        /// A comma before a closing bracket.
        TrailingComma = "json.trailing_comma",
        /// No comma where one is expected.
        Comma = "json.comma",
        /// No property name where one is expected.
        PropertyName = "json.property_name",
        /// A property name without a colon after it.
        Colon = "json.colon",
        /// A string is in single quotes.
        SingleQuotes = "json.single_quotes",
        /// Python's `True`, `False` or `None` as a value.
        PythonWord = "json.python_word",
        /// A comment.
        Comment = "json.comment",
        /// Something that is no value, where one is expected.
        Value = "json.value",
        /// A control character in a string, without an escape.
        Control = "json.control",
        /// `\u` without four hex digits after it.
        UnicodeEscape = "json.unicode_escape",
        /// A backslash before a character that no escape begins with.
        Escape = "json.escape",
        /// An int has more digits than Python reads.
        Digits = "json.digits",
        /// More arrays and objects are open at once than Python reads.
        Depth = "json.depth",
    }
}

/// The exception that a text which cannot be read gives, and its cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub exception: Exception,
    pub cause: TextCause,
}

impl Fault {
    #[cold]
    pub fn syntax(what: Syntax, at: usize) -> Self {
        Self::Syntax { what, at }
    }

    /// What the fault is to the reader of a text. Python decodes all of it first: bytes after the fault that are no
    /// UTF-8 count first.
    #[cold]
    pub fn of(&self, text: &Text) -> Unreadable {
        match *self {
            Self::NotUtf8 { start, error } => {
                decode_error(text.bytes(), start + error.valid_up_to(), error.error_len())
            }
            _ => match text.utf8_error() {
                Some(error) => decode_error(text.bytes(), error.valid_up_to(), error.error_len()),
                None => self.of_decoded(text),
            },
        }
    }

    fn of_decoded(&self, text: &Text) -> Unreadable {
        let (exception, cause) = match *self {
            Self::Syntax { what, at } => {
                let position = text.position(at);
                let (line, column, char) = (position.line + 1, position.column + 1, position.char);
                let message = format!("{}: line {line} column {column} (char {char})", what.words());
                let exception = Exception::new(Kind::JSONDecodeError, message).at(char_at(text.bytes(), at));
                (exception, what.cause(text.bytes(), at))
            }
            Self::TooManyDigits { start, end, digits } => {
                let message = format!(
                    "Exceeds the limit ({MAX_INT_DIGITS} digits) for integer string conversion: value has {digits} digits; \
                     use sys.set_int_max_str_digits() to increase the limit"
                );
                (Exception::new(Kind::ValueError, message).at(start..end), TextCause::Digits)
            }
            Self::TooDeep { at, is_object } => {
                let what = if is_object { "object" } else { "array" };
                let message =
                    format!("maximum recursion depth exceeded while decoding a JSON {what} from a unicode string");
                (Exception::new(Kind::RecursionError, message).at(at..at + 1), TextCause::Depth)
            }
            Self::NotUtf8 { .. } | Self::NoMemory => (Exception::no_memory(), TextCause::Memory),
        };
        Unreadable { exception, cause }
    }
}

impl Syntax {
    fn words(self) -> &'static str {
        match self {
            Self::Bom => "Unexpected UTF-8 BOM (decode using utf-8-sig)",
            Self::Value => "Expecting value",
            Self::Name => "Expecting property name enclosed in double quotes",
            Self::Colon => "Expecting ':' delimiter",
            Self::Comma => "Expecting ',' delimiter",
            Self::TrailingComma { in_object: true } => "Illegal trailing comma before end of object",
            Self::TrailingComma { in_object: false } => "Illegal trailing comma before end of array",
            Self::ExtraData => "Extra data",
            Self::Unterminated => "Unterminated string starting at",
            Self::Control => "Invalid control character at",
            Self::Escape => "Invalid \\escape",
            Self::UnicodeEscape => "Invalid \\uXXXX escape",
        }
    }

    /// The cause. What is there counts too, if something else was expected.
    fn cause(self, bytes: &[u8], at: usize) -> TextCause {
        let due = match self {
            Self::Bom => return TextCause::Bom,
            Self::TrailingComma { .. } => return TextCause::TrailingComma,
            // Nothing but the end of the text keeps a string open.
            Self::Unterminated => return TextCause::EndsEarly,
            Self::Control => return TextCause::Control,
            Self::Escape => return TextCause::Escape,
            Self::UnicodeEscape => return TextCause::UnicodeEscape,
            Self::Value => TextCause::Value,
            Self::Name => TextCause::PropertyName,
            Self::Colon => TextCause::Colon,
            Self::Comma => TextCause::Comma,
            Self::ExtraData => TextCause::ExtraData,
        };
        match bytes.get(at) {
            None if bytes.iter().all(|byte| b" \t\n\r".contains(byte)) => TextCause::Empty,
            None => TextCause::EndsEarly,
            Some(b'/' | b'#') => TextCause::Comment,
            Some(b'\'') if matches!(self, Self::Value | Self::Name) => TextCause::SingleQuotes,
            Some(_) if due == TextCause::Value && is_python_word(&bytes[at..]) => TextCause::PythonWord,
            Some(_) => due,
        }
    }
}

/// Whether a text begins with a constant as Python writes it.
fn is_python_word(text: &[u8]) -> bool {
    let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || !byte.is_ascii();
    let words: [&[u8]; 3] = [b"True", b"False", b"None"];
    words.iter().any(|word| text.strip_prefix(*word).is_some_and(|rest| !rest.first().is_some_and(goes_on)))
}

/// The bytes of the character at an offset; an empty range at the end of the text.
fn char_at(bytes: &[u8], at: usize) -> Range<usize> {
    let following = bytes.iter().skip(at + 1).take_while(|&&byte| byte & 0xC0 == 0x80).count();
    at..(at + 1 + following).min(bytes.len())
}

/// Python's words for bytes that are not UTF-8.
fn decode_error(bytes: &[u8], start: usize, length: Option<usize>) -> Unreadable {
    let end = length.map_or(bytes.len(), |length| start + length);
    let reason = match bytes[start] {
        _ if length.is_none() => "unexpected end of data",
        0x80..=0xC1 | 0xF5.. => "invalid start byte",
        _ => "invalid continuation byte",
    };
    let which = if end == start + 1 {
        format!("byte {:#04x} in position {start}", bytes[start])
    } else {
        format!("bytes in position {start}-{}", end - 1)
    };
    let message = format!("'utf-8' codec can't decode {which}: {reason}");
    let exception = Exception::new(Kind::UnicodeDecodeError, message).at(start..start);
    Unreadable { exception, cause: TextCause::Utf8 }
}
