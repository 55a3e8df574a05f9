//! Searches many texts for one.

use std::cell::RefCell;

use memchr::memchr2;
use memchr::memmem::Finder;

/// Texts are searched in parts of this many bytes, or a few more, so that a copy of a long text is not needed.
const PART: usize = 1 << 16;

/// A text to search for. ASCII letters match in either case. A search takes linear time, even in repetitive texts.
pub(crate) struct Needle {
    /// Finds the text in lower case.
    finder: Finder<'static>,
    has_letters: bool,
    /// The part of a text that is being searched, in lower case. Kept to reuse its memory.
    part: RefCell<Vec<u8>>,
    /// If the text is up to 12 hex digits: their value, and how many bits of a cache key come after as many digits.
    key: Option<(u64, usize)>,
}

impl Needle {
    pub fn new(text: &[u8]) -> Self {
        let bytes = text.to_ascii_lowercase();
        let digits: Option<Vec<u32>> = bytes.iter().map(|&byte| char::from(byte).to_digit(16)).collect();
        let key = digits.filter(|digits| (1..=12).contains(&digits.len())).map(|digits| {
            (digits.iter().fold(0, |number, &digit| (number << 4) | u64::from(digit)), 4 * (12 - digits.len()))
        });
        let has_letters = bytes.iter().any(u8::is_ascii_lowercase);
        Self { finder: Finder::new(&bytes).into_owned(), has_letters, part: RefCell::default(), key }
    }

    /// Whether a cache key, of 48 bits, starts with the text.
    pub fn begins(&self, key: u64) -> bool {
        self.key.is_some_and(|(number, bits_after)| key >> bits_after == number)
    }

    /// Whether another text contains this one.
    pub fn is_in(&self, text: &[u8]) -> bool {
        // Without a copy in lower case, a search is twice as fast. A single letter is what typing a search starts with.
        if let [byte] = self.finder.needle() {
            return memchr2(*byte, byte.to_ascii_uppercase(), text).is_some();
        }
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
        let begins = |digits: &str| Needle::new(digits.as_bytes()).begins(0x0123_4567_89ab);
        assert!(["0", "01", "0123456789ab", "0123456789AB", "012345"].into_iter().all(begins));
        assert!(!["", "1", "00", "0123456789ab0", "0123456789ac", "0x", "01 "].into_iter().any(begins));
    }
}
