//! A text to read, and positions in it.
//!
//! Mirrors what Python does between a file and `json.loads`: it decodes UTF-8 and, in text mode, turns CRLF and a lone
//! CR into one LF. The bytes are not copied for that. They stay as they are, and only positions are those in Python's
//! decoded text.
//!
//! The bytes are UTF-8, with one exception: a text that was passed as a string may contain lone surrogates, like the
//! strings of Python and JavaScript. Each is encoded in three bytes, like other code points of its size.

use std::cell::OnceCell;
use std::ops::Range;
use std::str::Utf8Error;

/// How positions count line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Newlines {
    /// Only LF ends a line, and every character counts: for a text that was passed as a string.
    AsTheyAre,
    /// CRLF and a lone CR count as one LF: for a file that is read in text mode.
    Universal,
}

/// A text to read, with the positions of its characters.
#[derive(Debug)]
pub struct Text {
    bytes: Vec<u8>,
    pub(super) newlines: Newlines,
    checkpoints: OnceCell<Vec<Position>>,
}

/// The position of a byte in a text, as Python, people and editors count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Line, from 0.
    pub line: usize,
    /// Code points since the start of the line.
    pub column: usize,
    /// Code points since the start of the text: Python's `(char N)`.
    pub char: usize,
    /// UTF-16 units since the start of the text: JavaScript's string offset.
    pub utf16: usize,
}

/// The distance between checkpoints, in bytes.
const BLOCK: usize = 1 << 10;

impl Text {
    /// A text that was passed as a string, and is taken as it is. `bytes` is UTF-8, except for lone surrogates.
    #[must_use]
    pub fn from_string(bytes: Vec<u8>) -> Self {
        Self { bytes, newlines: Newlines::AsTheyAre, checkpoints: OnceCell::new() }
    }

    /// The bytes of a file. Mirrors `Path.read_text(encoding="utf-8")`.
    #[must_use]
    pub fn from_file(bytes: Vec<u8>) -> Self {
        Self { bytes, newlines: Newlines::Universal, checkpoints: OnceCell::new() }
    }

    /// Whether the bytes are those of a file, which may not be UTF-8.
    pub(crate) fn is_encoded(&self) -> bool {
        self.newlines == Newlines::Universal
    }

    /// Where the bytes stop being UTF-8. `None` for a string, which has been decoded already.
    pub(crate) fn utf8_error(&self) -> Option<Utf8Error> {
        match self.newlines {
            Newlines::AsTheyAre => None,
            Newlines::Universal => std::str::from_utf8(&self.bytes).err(),
        }
    }

    /// The text's bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The position of the byte at `offset`. The first call reads the whole text. Later calls take constant time.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.bytes.len());
        let checkpoints = self.checkpoints.get_or_init(|| self.index());
        let block = offset / BLOCK;
        self.advance(checkpoints[block], block * BLOCK..offset)
    }

    /// The byte at an offset in UTF-16 units: the inverse of [`position`](Self::position), and about as fast. Both
    /// units of a surrogate pair give the first byte of the character.
    #[must_use]
    pub fn byte_at(&self, utf16: usize) -> usize {
        let checkpoints = self.checkpoints.get_or_init(|| self.index());
        let block = checkpoints.partition_point(|position| position.utf16 <= utf16).saturating_sub(1);
        let (mut units, mut found) = (checkpoints[block].utf16, block * BLOCK);
        for (at, &byte) in self.bytes.iter().enumerate().skip(block * BLOCK).filter(|&(_, byte)| byte & 0xC0 != 0x80) {
            if units > utf16 {
                return found;
            }
            found = at;
            units += if byte >= 0xF0 { 2 } else { 1 } - self.count_joined_newlines(at, &[byte]);
        }
        if units > utf16 { found } else { self.bytes.len() }
    }

    /// The checkpoints: the position of the first byte of each block.
    fn index(&self) -> Vec<Position> {
        let mut position = Position::default();
        let mut checkpoints = Vec::with_capacity(self.bytes.len() / BLOCK + 1);
        checkpoints.push(position);
        for block in 1..=self.bytes.len() / BLOCK {
            position = self.advance(position, (block - 1) * BLOCK..block * BLOCK);
            checkpoints.push(position);
        }
        checkpoints
    }

    /// The position of the end of `range`, given that of its start.
    fn advance(&self, position: Position, range: Range<usize>) -> Position {
        let start = range.start;
        let part = &self.bytes[range];
        let (chars, wide) = count_chars(part);
        let joined = self.count_joined_newlines(start, part);
        let mut next = Position {
            char: position.char + chars - joined,
            utf16: position.utf16 + chars + wide - joined,
            ..position
        };
        match part.iter().rposition(|&byte| self.ends_line(byte)) {
            None => next.column += chars,
            Some(last) => {
                next.line += part.iter().filter(|&&byte| self.ends_line(byte)).count() - joined;
                next.column = count_chars(&part[last + 1..]).0;
            }
        }
        next
    }

    pub(super) fn ends_line(&self, byte: u8) -> bool {
        byte == b'\n' || (byte == b'\r' && self.newlines == Newlines::Universal)
    }

    /// How many LFs of `part`, which starts at `start`, belong to a CRLF that counts as one character.
    fn count_joined_newlines(&self, start: usize, part: &[u8]) -> usize {
        if self.newlines == Newlines::AsTheyAre {
            return 0;
        }
        let before = start.checked_sub(1).map(|last| self.bytes[last]);
        let first = usize::from(before == Some(b'\r') && part.first() == Some(&b'\n'));
        let others = if part.contains(&b'\r') { part.windows(2).filter(|pair| pair == b"\r\n").count() } else { 0 };
        first + others
    }
}

/// How many UTF-16 units `bytes` take.
pub(super) fn count_units(bytes: &[u8]) -> usize {
    bytes.iter().map(|&byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0)).sum()
}

/// How many code points start in `bytes`, and how many of these take two UTF-16 units.
fn count_chars(bytes: &[u8]) -> (usize, usize) {
    let chars = bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
    let wide = bytes.iter().filter(|&&byte| byte >= 0xF0).count();
    (chars, wide)
}
