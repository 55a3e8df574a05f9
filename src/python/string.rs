//! Python's `str`: a sequence of code points, lone surrogates included.

use std::fmt;

/// A code point, 0 to 0x10FFFF; also a lone surrogate.
pub type Code = u32;

/// Text as Python holds it. Stored as UTF-8 in which a lone surrogate takes three bytes as any other code point.
/// `Display` writes a lone surrogate as `\udXXX`, as Python does on standard error (`errors="backslashreplace"`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PyString(Vec<u8>);

impl PyString {
    /// From UTF-8 that may hold lone surrogates.
    #[must_use]
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// A single code point: `chr(code)`.
    #[must_use]
    pub fn from_code(code: Code) -> Self {
        let mut bytes = Vec::new();
        push_code(&mut bytes, code);
        Self(bytes)
    }

    /// From JavaScript's string.
    #[must_use]
    pub fn from_utf16(units: impl IntoIterator<Item = u16>) -> Self {
        let mut bytes = Vec::new();
        for char in char::decode_utf16(units) {
            push_code(&mut bytes, char.map_or_else(|lone| lone.unpaired_surrogate().into(), Code::from));
        }
        Self(bytes)
    }

    /// The text as UTF-8 that may hold lone surrogates.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// The text as UTF-8 that may hold lone surrogates.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The text, if it has no lone surrogate.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }

    /// A text of more than `length` bytes with `…` instead of its middle: texts that begin alike may end differently.
    #[must_use]
    pub fn cut(mut self, length: usize) -> Self {
        let bytes = &self.0;
        if bytes.len() > length {
            let start_from = |at: usize| at + bytes[at..].iter().take_while(|&byte| byte & 0xC0 == 0x80).count();
            let [from, to] = [length / 2, bytes.len() - length / 2].map(start_from);
            self.0 = [&bytes[..from], "…".as_bytes(), &bytes[to..]].concat();
        }
        self
    }

    /// The text as JavaScript holds it.
    #[must_use]
    pub fn to_utf16(&self) -> Vec<u16> {
        let mut units = Vec::with_capacity(self.0.len());
        for code in decode(&self.0) {
            match char::from_u32(code) {
                Some(char) => units.extend_from_slice(char.encode_utf16(&mut [0; 2])),
                None => units.extend(u16::try_from(code)),
            }
        }
        units
    }
}

impl From<&str> for PyString {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for PyString {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for PyString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_str() {
            Some(text) => f.write_str(text),
            None => decode(&self.0).try_for_each(|code| match char::from_u32(code) {
                Some(char) => write!(f, "{char}"),
                None => write!(f, "\\u{code:04x}"),
            }),
        }
    }
}

/// Appends a code point as UTF-8; a surrogate as three bytes.
pub(super) fn push_code(out: &mut Vec<u8>, code: Code) {
    encode(code, |bytes| out.extend_from_slice(bytes));
}

/// Calls `take` with a code point as UTF-8; a surrogate as three bytes.
pub(super) fn encode(code: Code, take: impl FnOnce(&[u8])) {
    match char::from_u32(code) {
        Some(char) => take(char.encode_utf8(&mut [0; 4]).as_bytes()),
        None => take(&[0xE0 | (code >> 12), 0x80 | ((code >> 6) & 0x3F), 0x80 | (code & 0x3F)].map(low_byte)),
    }
}

fn low_byte(number: u32) -> u8 {
    number.to_le_bytes()[0]
}

/// The code points of UTF-8 that may hold lone surrogates.
pub(super) fn decode(bytes: &[u8]) -> Codes<'_> {
    Codes { rest: bytes, has_escapes: false }
}

/// Takes the first code point off `bytes`, which are UTF-8 that may hold lone surrogates.
#[inline]
pub(super) fn next_code(bytes: &mut &[u8]) -> Option<Code> {
    let (&lead, _) = bytes.split_first()?;
    let (length, first_bits) = match lead {
        0x00..=0x7F => (1, lead),
        0x80..=0xDF => (2, lead & 0x1F),
        0xE0..=0xEF => (3, lead & 0x0F),
        0xF0..=0xFF => (4, lead & 0x07),
    };
    let following = bytes[1..].iter().take(length - 1).take_while(|&&byte| byte & 0xC0 == 0x80).count();
    let (code, rest) = bytes.split_at(1 + following);
    *bytes = rest;
    Some(code[1..].iter().fold(Code::from(first_bits), |code, &byte| (code << 6) | Code::from(byte & 0x3F)))
}

/// The code points of a text: one type for all of them, so that the code that goes through them is there once.
#[derive(Clone)]
pub struct Codes<'d> {
    rest: &'d [u8],
    /// Whether a backslash begins an escape.
    has_escapes: bool,
}

impl<'d> Codes<'d> {
    /// Those of a JSON string, given what is between its quotes. The string has been checked: each escape is whole.
    pub(super) fn new(inner: &'d [u8]) -> Self {
        Self { rest: inner, has_escapes: true }
    }

    fn escape(&mut self) -> Option<Code> {
        let (&letter, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(match letter {
            b'b' => 0x08,
            b'f' => 0x0C,
            b'n' => 0x0A,
            b'r' => 0x0D,
            b't' => 0x09,
            b'u' => {
                let high = self.hex();
                match (high, self.rest) {
                    (0xD800..=0xDBFF, [b'\\', b'u', ..]) => self.join(high),
                    _ => high,
                }
            }
            other => Code::from(other),
        })
    }

    /// Joins a high surrogate with the escape after it, if that is a low one.
    fn join(&mut self, high: Code) -> Code {
        let after = self.rest;
        self.rest = &self.rest[2..];
        let low = self.hex();
        if (0xDC00..=0xDFFF).contains(&low) {
            0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF)
        } else {
            self.rest = after;
            high
        }
    }

    fn hex(&mut self) -> Code {
        let (digits, rest) = self.rest.split_at(self.rest.len().min(4));
        self.rest = rest;
        digits.iter().filter_map(|&digit| char::from(digit).to_digit(16)).fold(0, |code, digit| (code << 4) | digit)
    }
}

impl Iterator for Codes<'_> {
    type Item = Code;

    fn next(&mut self) -> Option<Code> {
        // The byte decides, not the code point: so what is no UTF-8 cannot hide or make an escape.
        if let Some((b'\\', rest)) = self.rest.split_first()
            && self.has_escapes
        {
            self.rest = rest;
            return self.escape();
        }
        next_code(&mut self.rest)
    }
}

/// Writes a text of JSON into `out` with its escapes resolved. False if there is no memory for it.
pub(crate) fn unescape(text: &[u8], out: &mut Vec<u8>) -> bool {
    out.clear();
    // It never gets longer.
    let has_room = out.try_reserve(text.len()).is_ok();
    if has_room {
        Codes::new(text).for_each(|code| push_code(out, code));
    }
    has_room
}

/// What was written in ASCII, as a string.
pub(crate) fn ascii(text: Vec<u8>) -> String {
    String::from_utf8(text).unwrap_or_default()
}
