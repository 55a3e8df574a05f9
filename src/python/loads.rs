//! `json.loads`: a text becomes a [`Document`]. Mirrors CPython's `Modules/_json.c` and `Lib/json/decoder.py`: what is
//! accepted, which error comes first, its words and its position.
//!
//! No recursion and no copying. A [`Reader`] works in steps, so that a caller can show progress, and so that a browser
//! can swap in optimised code between two steps.

use crate::text::Text;

use super::document::Document;
use super::exception::Exception;
use super::fault::{Fault, Syntax, Unreadable};
use super::layout::{KnownKey, Layout, Layouts};
use super::node::{Node, NodeKind};
use super::scan;
use super::tape::Tape;

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
    /// Whether its keys are all in the layout of its depth, in that order. Then no two are the same.
    in_layout: bool,
    /// How many keys of the layout come before the next one.
    next_key: usize,
    /// Where the hashes of its keys start in `Parser::key_hashes`.
    first_hash: usize,
}

/// Reads a JSON text in steps.
pub struct Reader {
    text: Text,
    parser: Parser,
}

/// What has been read of a text. Its methods take the text's bytes.
struct Parser {
    /// The next byte to be read; between two steps a value starts there.
    pos: usize,
    tape: Tape,
    open: Vec<Open>,
    /// Hashes of the keys of the open objects that have left their layouts, to notice cheaply that none repeats.
    key_hashes: Vec<u64>,
    layouts: Layouts,
    /// Whether the bytes may be no UTF-8.
    is_encoded: bool,
    finished: bool,
}

/// `json.loads(text)`; a file's bytes are decoded first.
///
/// # Errors
/// `UnicodeDecodeError`, `JSONDecodeError`, `RecursionError`, `ValueError` (too many digits) as Python raises them, and
/// `MemoryError`.
pub fn loads(text: Text) -> Result<Document, Exception> {
    let mut reader = Reader::new(text);
    reader.advance(usize::MAX).map_err(|unreadable| unreadable.exception)?;
    Ok(reader.into_document())
}

impl Reader {
    /// Starts to read.
    #[must_use]
    pub fn new(text: Text) -> Self {
        let parser = Parser {
            pos: 0,
            tape: Tape::new(),
            open: Vec::new(),
            key_hashes: Vec::new(),
            layouts: Layouts::new(),
            is_encoded: text.is_encoded(),
            finished: false,
        };
        Self { text, parser }
    }

    /// How many bytes have been read.
    #[must_use]
    pub fn position(&self) -> usize {
        self.parser.pos
    }

    /// Reads on until at least `until` bytes have been read. True when the text is at its end.
    ///
    /// # Errors
    /// As [`loads`].
    pub fn advance(&mut self, until: usize) -> Result<bool, Unreadable> {
        self.parser.read(self.text.bytes(), until).map_err(|fault| fault.of(&self.text))
    }

    /// The document, once [`advance`](Self::advance) has said that the text is at its end.
    #[must_use]
    pub fn into_document(self) -> Document {
        Document::new(self.text, self.parser.tape.into_nodes())
    }

    /// The text, unread.
    #[must_use]
    pub fn into_text(self) -> Text {
        self.text
    }
}

impl Parser {
    #[inline(never)]
    fn read(&mut self, bytes: &[u8], until: usize) -> Result<bool, Fault> {
        if self.pos == 0 {
            self.start(bytes)?;
        }
        while !self.finished && self.pos < until {
            self.step(bytes)?;
        }
        Ok(self.finished)
    }

    #[cold]
    fn start(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        if u32::try_from(bytes.len()).is_err() {
            return Err(Fault::NoMemory);
        }
        if bytes.starts_with("\u{feff}".as_bytes()) {
            return Err(Fault::syntax(Syntax::Bom, 0));
        }
        self.pos = scan::space(bytes, 0);
        Ok(())
    }

    /// Reads one value, or the opening of one that is not empty, up to the start of the next value.
    #[inline]
    fn step(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let start = self.pos;
        let end = match bytes.get(start) {
            Some(b'"') => {
                let (end, kind) = self.string(bytes, start)?;
                self.tape.push(Node::leaf(kind, start, end), bytes.len())?;
                end
            }
            Some(b'{') => {
                self.open(bytes, start, true)?;
                let next = scan::space(bytes, start + 1);
                if bytes.get(next) != Some(&b'}') {
                    return self.key(bytes, next);
                }
                self.close(bytes, next)?
            }
            Some(b'[') => {
                self.open(bytes, start, false)?;
                let next = scan::space(bytes, start + 1);
                if bytes.get(next) != Some(&b']') {
                    self.pos = next;
                    return Ok(());
                }
                self.close(bytes, next)?
            }
            _ => {
                let (end, kind) = scan::literal(bytes, start)?;
                self.tape.push(Node::leaf(kind, start, end), bytes.len())?;
                end
            }
        };
        self.after(bytes, end)
    }

    /// Reads what is between the value that ends at `end` and the next one: closings, a comma, a key.
    #[inline]
    fn after(&mut self, bytes: &[u8], mut end: usize) -> Result<(), Fault> {
        loop {
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
                        return self.key(bytes, value);
                    }
                    self.pos = value;
                    return Ok(());
                }
                Some(&byte) if byte == bracket => end = self.close(bytes, next)?,
                _ => return Err(Fault::syntax(Syntax::Comma, next)),
            }
        }
    }

    /// Reads a key and the colon after it.
    #[inline]
    fn key(&mut self, bytes: &[u8], start: usize) -> Result<(), Fault> {
        let Some((object, layout)) = self.innermost() else { return self.new_key(bytes, start) };
        let Some((index, known)) = layout.find(object.next_key, bytes, start) else {
            return self.new_key(bytes, start);
        };
        object.next_key = index + 1;
        self.pos = scan::space(bytes, start + known.to_value);
        self.tape.push(Node::leaf(NodeKind::PlainStr, start, start + known.length), bytes.len())?;
        self.note_key(known.hash, false)
    }

    /// The innermost of what is open, and the layout for its depth.
    #[inline]
    fn innermost(&mut self) -> Option<(&mut Open, &mut Layout)> {
        let depth = self.open.len();
        self.open.last_mut().zip(self.layouts.at(depth))
    }

    /// Reads a key that is not where the layout has it.
    #[inline(never)]
    fn new_key(&mut self, bytes: &[u8], start: usize) -> Result<(), Fault> {
        if bytes.get(start) != Some(&b'"') {
            return Err(Fault::syntax(Syntax::Name, start));
        }
        let (end, kind) = self.string(bytes, start)?;
        let colon = scan::space(bytes, end);
        if bytes.get(colon) != Some(&b':') {
            return Err(Fault::syntax(Syntax::Colon, colon));
        }
        self.pos = scan::space(bytes, colon + 1);
        self.tape.push(Node::leaf(kind, start, end), bytes.len())?;
        let hash = scan::key_hash(&bytes[start + 1..end - 1]);
        let known = if kind == NodeKind::PlainStr { KnownKey::new(bytes, start, end, self.pos, hash) } else { None };
        let fits = known.zip(self.innermost()).is_some_and(|(known, (object, layout))| {
            let fits = layout.set(object.next_key, known);
            object.next_key += usize::from(fits);
            fits
        });
        if !fits {
            self.leave_layout()?;
        }
        self.note_key(hash, kind == NodeKind::EscapedStr)
    }

    /// Notes the hashes of the keys that the innermost object may have had so far: those of the layout up to here.
    fn leave_layout(&mut self) -> Result<(), Fault> {
        let depth = self.open.len();
        if let Some(object) = self.open.last_mut().filter(|object| object.in_layout) {
            object.in_layout = false;
            let hashes = self.layouts.at(depth).map(|layout| layout.hashes(object.next_key));
            self.key_hashes.try_reserve(object.next_key).map_err(|_| Fault::NoMemory)?;
            self.key_hashes.extend(hashes.into_iter().flatten());
        }
        Ok(())
    }

    /// Notes a key's hash, and whether the key may repeat an earlier one, unless the layout says that it does not.
    #[inline]
    fn note_key(&mut self, hash: u64, has_escapes: bool) -> Result<(), Fault> {
        match self.open.last_mut() {
            Some(object) if !object.in_layout => {
                let others = &self.key_hashes[object.first_hash..];
                object.may_repeat |= has_escapes || others.len() >= FEW_KEYS || others.contains(&hash);
                self.key_hashes.try_reserve(1).map_err(|_| Fault::NoMemory)?;
                self.key_hashes.push(hash);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    #[inline]
    fn string(&self, bytes: &[u8], start: usize) -> Result<(usize, NodeKind), Fault> {
        let (end, kind) = scan::string(bytes, start)?;
        if kind != NodeKind::PlainStr && self.is_encoded {
            scan::check_utf8(bytes, start, end)?;
        }
        Ok((end, kind))
    }

    #[inline]
    fn open(&mut self, bytes: &[u8], start: usize, is_object: bool) -> Result<(), Fault> {
        if self.open.len() == MAX_DEPTH {
            return Err(Fault::TooDeep { at: start, is_object });
        }
        let (node, first_hash) = (self.tape.len(), self.key_hashes.len());
        self.open.push(Open { node, is_object, may_repeat: false, in_layout: true, next_key: 0, first_hash });
        let kind = if is_object { NodeKind::Object } else { NodeKind::Array };
        self.tape.push(Node::leaf(kind, start, start), bytes.len())
    }

    /// Closes the innermost container, whose bracket is at `bracket`; gives the offset after it.
    #[inline]
    fn close(&mut self, bytes: &[u8], bracket: usize) -> Result<usize, Fault> {
        if let Some(Open { node, may_repeat, first_hash, .. }) = self.open.pop() {
            self.key_hashes.truncate(first_hash);
            self.tape.close(node, bracket + 1);
            if may_repeat {
                self.tape.hide_repeated_keys(node, bytes)?;
            }
        }
        Ok(bracket + 1)
    }
}
