//! `json.loads`: a text becomes a [`Document`]. Mirrors CPython's `Modules/_json.c` and `Lib/json/decoder.py`: what is
//! accepted, which error comes first, its words and its position.
//!
//! No recursion and no copying. A [`Reader`] works in steps, so that a caller can show progress, and so that a browser
//! can swap in optimised code between two steps.

use std::borrow::Cow;

use crate::table::Table;
use crate::text::Text;

use super::document::Document;
use super::exception::Exception;
use super::fault::{Fault, Syntax, Unreadable};
use super::node::{MAX_NODES, Node, NodeKind, narrow};
use super::scan;
use super::string::{Codes, push_code};

/// How many arrays and objects may be open at once, as in CPython 3.13 on Linux.
const MAX_DEPTH: usize = 9_998;

/// Objects with more keys than this are always looked through for repeated ones in the end.
const FEW_KEYS: usize = 64;

/// An array or object that is being read.
struct Open {
    /// Its node.
    node: usize,
    is_object: bool,
    /// Whether two of its keys may be the same.
    may_repeat: bool,
    /// Where the hashes of its keys start in `Reader::key_hashes`.
    first_hash: usize,
}

/// Reads a JSON text in steps.
pub struct Reader {
    text: Text,
    /// The next byte to be read; between two steps a value starts there.
    pos: usize,
    nodes: Vec<Node>,
    /// How many nodes there is room for.
    room: usize,
    /// How many nodes there may be.
    max_nodes: usize,
    open: Vec<Open>,
    /// Hashes of the keys of the objects that are open, to notice cheaply that none repeats.
    key_hashes: Vec<u64>,
    finished: bool,
}

/// `json.loads(text)`
///
/// # Errors
/// `JSONDecodeError`, `RecursionError`, `ValueError` (too many digits) as Python raises them, and `MemoryError`.
pub fn loads(text: Text) -> Result<Document, Exception> {
    let mut reader = Reader::new(text);
    reader.advance(usize::MAX).map_err(|unreadable| unreadable.exception)?;
    Ok(reader.into_document())
}

impl Reader {
    /// Starts to read.
    #[must_use]
    pub fn new(text: Text) -> Self {
        Self {
            text,
            pos: 0,
            nodes: Vec::new(),
            room: 0,
            max_nodes: MAX_NODES,
            open: Vec::new(),
            key_hashes: Vec::new(),
            finished: false,
        }
    }

    /// How many bytes have been read.
    #[must_use]
    pub fn position(&self) -> usize {
        self.pos
    }

    /// Reads on until at least `until` bytes have been read. True when the text is at its end.
    ///
    /// # Errors
    /// As [`loads`].
    pub fn advance(&mut self, until: usize) -> Result<bool, Unreadable> {
        self.read(until).map_err(|fault| fault.of(&self.text))
    }

    fn read(&mut self, until: usize) -> Result<bool, Fault> {
        if self.pos == 0 {
            self.start()?;
        }
        while !self.finished && self.pos < until {
            self.step()?;
        }
        Ok(self.finished)
    }

    /// The document, once [`advance`](Self::advance) has said that the text is at its end.
    #[must_use]
    pub fn into_document(self) -> Document {
        Document::new(self.text, self.nodes)
    }

    /// The text, unread.
    #[must_use]
    pub fn into_text(self) -> Text {
        self.text
    }

    fn start(&mut self) -> Result<(), Fault> {
        let bytes = self.text.bytes();
        if u32::try_from(bytes.len()).is_err() {
            return Err(Fault::NoMemory);
        }
        if bytes.starts_with("\u{feff}".as_bytes()) {
            return Err(Fault::syntax(Syntax::Bom, 0));
        }
        self.pos = scan::space(bytes, 0);
        Ok(())
    }

    /// Reads one value, or the opening of one that is not empty, and up to the start of the value behind it.
    fn step(&mut self) -> Result<(), Fault> {
        let bytes = self.text.bytes();
        let start = self.pos;
        let end = match bytes.get(start) {
            Some(b'"') => {
                let (end, kind) = scan::string(bytes, start)?;
                self.push(Node::leaf(kind, start, end))?;
                end
            }
            Some(b'{') => {
                self.open(start, true)?;
                let next = scan::space(self.text.bytes(), start + 1);
                if self.text.bytes().get(next) != Some(&b'}') {
                    return self.key(next);
                }
                self.close(next)?
            }
            Some(b'[') => {
                self.open(start, false)?;
                let next = scan::space(self.text.bytes(), start + 1);
                if self.text.bytes().get(next) != Some(&b']') {
                    self.pos = next;
                    return Ok(());
                }
                self.close(next)?
            }
            _ => {
                let (end, kind) = scan::literal(bytes, start)?;
                self.push(Node::leaf(kind, start, end))?;
                end
            }
        };
        self.behind(end)
    }

    /// Reads what stands between the value that ends at `end` and the next one: closings, a comma, a key.
    fn behind(&mut self, mut end: usize) -> Result<(), Fault> {
        loop {
            let bytes = self.text.bytes();
            let next = scan::space(bytes, end);
            let Some(innermost) = self.open.last() else {
                self.pos = next;
                self.finished = next == bytes.len();
                return if self.finished { Ok(()) } else { Err(Fault::syntax(Syntax::ExtraData, next)) };
            };
            let in_object = innermost.is_object;
            let bracket = if in_object { b'}' } else { b']' };
            match bytes.get(next) {
                Some(b',') => {
                    let value = scan::space(bytes, next + 1);
                    if bytes.get(value) == Some(&bracket) {
                        return Err(Fault::syntax(Syntax::TrailingComma { in_object }, next));
                    }
                    if in_object {
                        return self.key(value);
                    }
                    self.pos = value;
                    return Ok(());
                }
                Some(&byte) if byte == bracket => end = self.close(next)?,
                _ => return Err(Fault::syntax(Syntax::Comma, next)),
            }
        }
    }

    /// Reads a key and the colon behind it.
    fn key(&mut self, start: usize) -> Result<(), Fault> {
        let bytes = self.text.bytes();
        if bytes.get(start) != Some(&b'"') {
            return Err(Fault::syntax(Syntax::Name, start));
        }
        let (end, kind) = scan::string(bytes, start)?;
        let colon = scan::space(bytes, end);
        if bytes.get(colon) != Some(&b':') {
            return Err(Fault::syntax(Syntax::Colon, colon));
        }
        self.pos = scan::space(bytes, colon + 1);
        let hash = scan::key_hash(&bytes[start + 1..end - 1]);
        if let Some(object) = self.open.last_mut() {
            let others = &self.key_hashes[object.first_hash..];
            object.may_repeat |= kind == NodeKind::EscapedStr || others.len() >= FEW_KEYS || others.contains(&hash);
            self.key_hashes.try_reserve(1).map_err(|_| Fault::NoMemory)?;
            self.key_hashes.push(hash);
        }
        self.push(Node::leaf(kind, start, end))
    }

    fn open(&mut self, start: usize, is_object: bool) -> Result<(), Fault> {
        if self.open.len() == MAX_DEPTH {
            return Err(Fault::TooDeep { at: start, is_object });
        }
        let (node, first_hash) = (self.nodes.len(), self.key_hashes.len());
        self.open.push(Open { node, is_object, may_repeat: false, first_hash });
        let kind = if is_object { NodeKind::Object } else { NodeKind::Array };
        self.push(Node::leaf(kind, start, start))
    }

    /// Closes the innermost container, whose bracket stands at `bracket`; gives the offset behind it.
    fn close(&mut self, bracket: usize) -> Result<usize, Fault> {
        if let Some(Open { node, may_repeat, first_hash, .. }) = self.open.pop() {
            self.key_hashes.truncate(first_hash);
            let reach = self.nodes.len() - node;
            self.nodes[node].close(bracket + 1, reach);
            if may_repeat {
                self.hide_repeated_keys(node)?;
            }
        }
        Ok(bracket + 1)
    }

    /// Gives a key that repeats its first position and its last value: see [`super::document`].
    #[cold]
    fn hide_repeated_keys(&mut self, object: usize) -> Result<(), Fault> {
        let mut key = object + 1;
        let mut count = 0;
        while key < self.nodes.len() {
            key += 1 + self.nodes[key + 1].reach() as usize;
            count += 1;
        }
        let mut first_keys = Table::with_room_for(count).map_err(|_| Fault::NoMemory)?;
        key = object + 1;
        while key < self.nodes.len() {
            let next = key + 1 + self.nodes[key + 1].reach() as usize;
            let text = self.key_text(key);
            let place = narrow(key - object);
            let is_same = |other: usize| self.key_text(object + other) == text;
            if let Some(first) = first_keys.find_or_insert(first_keys.key.text(&text), place, is_same) {
                let first = object + first;
                self.nodes[first].set_reach(key + 1 - first);
                self.nodes[key].set_reach(0);
            }
            key = next;
        }
        Ok(())
    }

    /// A key as UTF-8 that may hold lone surrogates.
    fn key_text(&self, key: usize) -> Cow<'_, [u8]> {
        let key = self.nodes[key];
        let inner = &self.text.bytes()[key.start as usize + 1..key.end as usize - 1];
        if key.kind() != NodeKind::EscapedStr {
            return Cow::Borrowed(inner);
        }
        let mut text = Vec::with_capacity(inner.len());
        Codes::new(inner).for_each(|code| push_code(&mut text, code));
        Cow::Owned(text)
    }

    #[inline]
    fn push(&mut self, node: Node) -> Result<(), Fault> {
        if self.nodes.len() == self.room {
            self.grow(node.start as usize)?;
            self.room = self.nodes.capacity().min(self.max_nodes);
        }
        self.nodes.push(node);
        Ok(())
    }

    /// Makes room for more nodes: twice as many at first, then as many as the rest of the text will likely need, going
    /// by what has been read. Doubling to the end could take twice the memory.
    #[cold]
    fn grow(&mut self, pos: usize) -> Result<(), Fault> {
        let (count, length) = (self.nodes.len(), self.text.bytes().len());
        let least = (count / 8 + 64).min(self.max_nodes - count);
        let likely = if pos < length / 16 { count + 64 } else { likely_rest(count, pos, length) };
        let likely = likely.clamp(least, self.max_nodes - count);
        let reserved = self.nodes.try_reserve_exact(likely).or_else(|_| self.nodes.try_reserve_exact(least));
        if least == 0 || reserved.is_err() { Err(Fault::NoMemory) } else { Ok(()) }
    }
}

/// How many nodes the rest of a text will need if it is like what has been read: `count` nodes up to `pos`.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an estimate")]
fn likely_rest(count: usize, pos: usize, length: usize) -> usize {
    (count as f64 * (length - pos) as f64 / pos as f64 * 1.01) as usize
}

#[cfg(test)]
mod tests {
    use super::super::exception::Kind;
    use super::*;

    /// The largest document, and one node more.
    #[test]
    fn too_many_nodes_are_a_memory_error() {
        let read = |elements: usize| {
            let text = format!("[{}0]", "0,".repeat(elements - 1));
            let mut reader = Reader::new(Text::from_string(text.into()));
            reader.max_nodes = 1000;
            reader.advance(usize::MAX).map(|_| reader.into_document().root().elements().count())
        };
        assert_eq!(read(999), Ok(999));
        assert_eq!(read(1000).map_err(|unreadable| unreadable.exception.kind), Err(Kind::MemoryError));
    }
}
