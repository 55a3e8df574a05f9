//! Finds a text in many others.

use wide::u8x16;

/// What is looked for: a text, ASCII letters in either case. Takes time for each byte that is looked at, and not more
/// where the texts repeat themselves (Knuth, Morris and Pratt); most bytes are stepped over sixteen at a time.
pub(crate) struct Needle {
    /// In lower case.
    bytes: Vec<u8>,
    /// For each byte: how many of the first ones the bytes up to it end with, not counting all of them.
    fallback: Vec<usize>,
    /// The number of the hex digits that it is, and how many bits of a cache key are behind as many of them.
    key: Option<(u64, usize)>,
}

impl Needle {
    pub fn new(text: &[u8]) -> Self {
        let bytes = text.to_ascii_lowercase();
        let mut fallback = vec![0; bytes.len()];
        let mut matched = 0;
        for end in 1..bytes.len() {
            while matched > 0 && bytes[end] != bytes[matched] {
                matched = fallback[matched - 1];
            }
            matched += usize::from(bytes[end] == bytes[matched]);
            fallback[end] = matched;
        }
        let digits: Option<Vec<u32>> = bytes.iter().map(|&byte| char::from(byte).to_digit(16)).collect();
        let key = digits.filter(|digits| (1..=12).contains(&digits.len())).map(|digits| {
            (digits.iter().fold(0, |number, &digit| (number << 4) | u64::from(digit)), 4 * (12 - digits.len()))
        });
        Self { bytes, fallback, key }
    }

    /// Whether a cache key, of 48 bits, begins with it.
    pub fn begins(&self, key: u64) -> bool {
        self.key.is_some_and(|(number, bits_behind)| key >> bits_behind == number)
    }

    /// Whether a text holds it.
    pub fn is_in(&self, text: &[u8]) -> bool {
        let Some(last) = self.bytes.len().checked_sub(1) else { return true };
        let (mut at, mut matched) = (0, 0);
        loop {
            if matched == 0 {
                match self.next_start(text, at, last) {
                    Some(start) => at = start,
                    None => return false,
                }
            }
            let Some(byte) = text.get(at).map(u8::to_ascii_lowercase) else { return false };
            while matched > 0 && byte != self.bytes[matched] {
                matched = self.fallback[matched - 1];
            }
            if byte == self.bytes[matched] {
                if matched == last {
                    return true;
                }
                matched += 1;
            }
            at += 1;
        }
    }

    /// The next place from `at` on where its first byte stands, and its last byte as far behind as it should.
    #[inline]
    fn next_start(&self, text: &[u8], mut at: usize, last: usize) -> Option<usize> {
        let (first_byte, last_byte) = (self.bytes[0], self.bytes[last]);
        let is = |sixteen: &[u8; 16], byte: u8| {
            let sixteen = u8x16::new(*sixteen);
            sixteen.simd_eq(u8x16::splat(byte)) | sixteen.simd_eq(u8x16::splat(byte.to_ascii_uppercase()))
        };
        let sixteen = |at: usize| text.get(at..)?.first_chunk();
        while let (Some(firsts), Some(lasts)) = (sixteen(at), sixteen(at + last)) {
            let found = (is(firsts, first_byte) & is(lasts, last_byte)).to_bitmask();
            if found != 0 {
                return Some(at + found.trailing_zeros() as usize);
            }
            at += 16;
        }
        let ends = text.get(at + last..)?;
        let pairs = text[at..].iter().zip(ends);
        let found = pairs.map(|(a, b)| (a.to_ascii_lowercase(), b.to_ascii_lowercase()));
        found.into_iter().position(|pair| pair == (first_byte, last_byte)).map(|ahead| at + ahead)
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
        let needles = (0..=6).flat_map(|length| words(length, *b"Ab"));
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

    /// Where it breaks off, the part of it that goes on is itself one that broke off.
    #[test]
    fn finds_what_repeats_parts_of_its_parts() {
        assert!(Needle::new(b"aabaaaa").is_in(b"aaabaaabaaaa"));
    }

    #[test]
    fn a_key_begins_with_its_first_digits() {
        let begins = |digits: &str| Needle::new(digits.as_bytes()).begins(0x0123_4567_89ab);
        assert!(["0", "01", "0123456789ab", "0123456789AB", "012345"].into_iter().all(begins));
        assert!(!["", "1", "00", "0123456789ab0", "0123456789ac", "0x", "01 "].into_iter().any(begins));
    }
}
