//! Searches many texts for one.

use std::cell::RefCell;

use memchr::memchr;
use memchr::memmem::Finder;

use crate::pipeline::CacheKey;
use crate::python::unescape;

/// Texts are searched in parts of this many bytes, or a few more, so that a copy of a long text is not needed.
const PART: usize = 1 << 16;

/// What is typed to search for, in texts of JSON, whose escapes may be written in several ways: `é` is also in `\u00e9`,
/// and `\u00e9` in `é`.
pub(super) struct Query {
    typed: Needle,
    /// The same with its escapes resolved, if it has some.
    unescaped: Option<Needle>,
    /// A text with its escapes resolved. Kept to reuse its memory.
    plain: Vec<u8>,
}

impl Query {
    pub fn new(text: &[u8]) -> Self {
        let mut plain = Vec::new();
        // A backslash at the end is an escape that is not typed yet.
        let has_escapes = text.contains(&b'\\') && !text.ends_with(b"\\") && unescape(text, &mut plain);
        Self { typed: Needle::new(text), unescaped: has_escapes.then(|| Needle::new(&plain)), plain }
    }

    /// Whether a cache key starts with the text.
    pub fn begins(&self, key: CacheKey) -> bool {
        let text = self.typed.finder.needle();
        (1..=12).contains(&text.len()) && key.to_string().as_bytes().starts_with(text)
    }

    /// Whether another text contains this one, as it is or with escapes resolved.
    #[inline(never)]
    pub fn is_in(&mut self, text: &[u8]) -> bool {
        if self.typed.is_in(text) {
            return true;
        }
        let mut plain = text;
        if memchr(b'\\', text).is_some() && unescape(text, &mut self.plain) {
            plain = &self.plain;
            if self.typed.is_in(plain) {
                return true;
            }
        }
        self.unescaped.as_ref().is_some_and(|needle| needle.is_in(plain))
    }
}

/// A text to search for. ASCII letters match in either case. A search takes linear time, even in repetitive texts.
struct Needle {
    /// Finds the text in lower case.
    finder: Finder<'static>,
    has_letters: bool,
    /// The part of a text that is being searched, in lower case. Kept to reuse its memory.
    part: RefCell<Vec<u8>>,
}

impl Needle {
    fn new(text: &[u8]) -> Self {
        let bytes = text.to_ascii_lowercase();
        let has_letters = bytes.iter().any(u8::is_ascii_lowercase);
        Self { finder: Finder::new(&bytes).into_owned(), has_letters, part: RefCell::default() }
    }

    /// Whether another text contains this one.
    fn is_in(&self, text: &[u8]) -> bool {
        // Without a copy in lower case, a search is twice as fast.
        if !self.has_letters {
            return self.finder.find(text).is_some();
        }
        let length = self.finder.needle().len();
        // Parts overlap, so that every occurrence is within one of them.
        let (step, overlap) = (PART.max(length), length - 1);
        let mut part = self.part.borrow_mut();
        (0..text.len()).step_by(step).any(|start| {
            let end = text.len().min(start + step + overlap);
            part.clear();
            part.extend(text[start..end].iter().map(u8::to_ascii_lowercase));
            self.finder.find(&part).is_some()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compared with a plain search, in all texts of two letters. Most of these are repetitive.
    #[test]
    fn finds_the_same_as_a_plain_search() {
        let words = |length: u32, letters: [u8; 2]| -> Vec<Vec<u8>> {
            let word = |bits: u32| (0..length).map(|index| letters[(bits >> index & 1) as usize]).collect();
            (0..1 << length).map(word).collect()
        };
        let needles = (0..=6).flat_map(|length| [words(length, *b"Ab"), words(length, *b".-")].concat());
        let needles: Vec<_> = needles.map(|word| (word.to_ascii_lowercase(), Needle::new(&word))).collect();
        for text in words(8, *b"aB") {
            for before in [0, 30] {
                let text = [&vec![b'.'; before][..], &text, &vec![b'.'; 33 - before]].concat();
                let lower = text.to_ascii_lowercase();
                for (word, needle) in &needles {
                    let expected = word.is_empty() || lower.windows(word.len()).any(|part| part == word);
                    assert_eq!(needle.is_in(&text), expected, "{word:?} in {text:?}");
                }
            }
        }
    }

    /// A long text is searched in parts. Occurrences across two of them, or at the end, are found too.
    #[test]
    fn finds_an_occurrence_anywhere_in_a_long_text() {
        for length in [1, 2, 7, PART, PART + 3] {
            let needle = Needle::new(&[b"A".repeat(length - 1), b"b".to_vec()].concat());
            let step = PART.max(length);
            for start in [0, step - length, step - 1, step, 2 * step - 1, 3 * step - length] {
                let mut text = vec![b'a'; 3 * step];
                assert!(!needle.is_in(&text), "{length} at {start}");
                text[start + length - 1..start + length][0] = b'B';
                assert!(needle.is_in(&text), "{length} at {start}");
                assert!(length == 1 || !needle.is_in(&text[start + 1..]), "{length} after {start}");
            }
        }
    }

    #[test]
    fn a_key_starts_with_its_first_digits() {
        let begins = |digits: &str| Query::new(digits.as_bytes()).begins(CacheKey(0x0123_4567_89ab));
        assert!(["0", "01", "0123456789ab", "0123456789AB", "012345"].into_iter().all(begins));
        assert!(!["", "1", "00", "0123456789ab0", "0123456789ac", "0x", "01 "].into_iter().any(begins));
    }
}
