//! Finds a text in many others.

use std::cell::RefCell;

use memchr::memchr2;
use memchr::memmem::Finder;

/// Bytes of a text that are looked at in one go, or somewhat more: so a long text costs no memory.
const PART: usize = 1 << 16;

/// What is looked for: a text, ASCII letters in either case. Takes time for each byte that is looked at, and not more
/// where the texts repeat themselves.
pub(crate) struct Needle {
    /// Finds the text in lower case.
    finder: Finder<'static>,
    has_letters: bool,
    /// The part of a text that is looked at, in lower case.
    part: RefCell<Vec<u8>>,
    /// The number of the hex digits that it is, and how many bits of a cache key are behind as many of them.
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

    /// Whether a cache key, of 48 bits, begins with it.
    pub fn begins(&self, key: u64) -> bool {
        self.key.is_some_and(|(number, bits_behind)| key >> bits_behind == number)
    }

    /// Whether a text holds it.
    pub fn is_in(&self, text: &[u8]) -> bool {
        // One letter, which a search begins with, and what has no letters are found twice as fast in the text as it is.
        if let [byte] = self.finder.needle() {
            return memchr2(*byte, byte.to_ascii_uppercase(), text).is_some();
        }
        if !self.has_letters {
            return self.finder.find(text).is_some();
        }
        let length = self.finder.needle().len();
        // Parts overlap, so that one of them holds all of it.
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

    /// As a plain search has it, over all texts of two letters: most of them repeat parts of themselves.
    #[test]
    fn finds_what_is_there() {
        let words = |length: u32, letters: [u8; 2]| -> Vec<Vec<u8>> {
            let word = |bits: u32| (0..length).map(|place| letters[(bits >> place & 1) as usize]).collect();
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

    /// A long text is looked at in parts: what stands across two of them, or at the end, is found too.
    #[test]
    fn finds_what_stands_anywhere_in_a_long_text() {
        for length in [1, 2, 7, PART, PART + 3] {
            let needle = Needle::new(&[b"A".repeat(length - 1), b"b".to_vec()].concat());
            let step = PART.max(length);
            for start in [0, step - length, step - 1, step, 2 * step - 1, 3 * step - length] {
                let mut text = vec![b'a'; 3 * step];
                assert!(!needle.is_in(&text), "{length} at {start}");
                text[start + length - 1..start + length][0] = b'B';
                assert!(needle.is_in(&text), "{length} at {start}");
                assert!(length == 1 || !needle.is_in(&text[start + 1..]), "{length} behind {start}");
            }
        }
    }

    #[test]
    fn a_key_begins_with_its_first_digits() {
        let begins = |digits: &str| Needle::new(digits.as_bytes()).begins(0x0123_4567_89ab);
        assert!(["0", "01", "0123456789ab", "0123456789AB", "012345"].into_iter().all(begins));
        assert!(!["", "1", "00", "0123456789ab0", "0123456789ac", "0x", "01 "].into_iter().any(begins));
    }
}
