//! A part of a text that is too long to be told.

use super::positions::count_units;

/// A part of a text, and the length of the whole. It takes memory for the part alone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Excerpt {
    /// The part, as UTF-8 that may contain lone surrogates.
    pub text: Vec<u8>,
    /// How many UTF-16 units the whole text has.
    pub length: usize,
    /// Where the part starts and ends, in UTF-16 units.
    from: usize,
    to: usize,
    /// A checksum of the whole text, if the excerpt is to be compared with others. If not, 0.
    sum: u64,
}

impl Excerpt {
    /// At most so many UTF-16 units of a text, from one of them on. A character belongs to the part that its first unit
    /// is in.
    pub fn new(from: usize, most: usize) -> Self {
        Self { from, to: from.saturating_add(most), ..Self::default() }
    }

    /// The beginning of a text that is to be compared with others.
    pub fn summed(most: usize) -> Self {
        Self { sum: 0xCBF2_9CE4_8422_2325, ..Self::new(0, most) }
    }

    /// The length of the whole text, if this is not the whole.
    pub fn cut(&self) -> Option<usize> {
        (self.length > self.to).then_some(self.length)
    }

    /// Whether two texts are the same, of which this much is kept.
    #[inline(never)]
    pub fn is_same(&self, other: &Self) -> bool {
        (self.length, self.sum) == (other.length, other.sum) && self.text == other.text
    }

    /// What only excerpts of the same text and kind have.
    pub fn into_key(self, kind: u8) -> Vec<u8> {
        let mut text = self.text;
        text.extend_from_slice(&self.sum.to_le_bytes());
        text.push(kind);
        text
    }

    /// Takes the next piece of the text, which consists of whole characters.
    #[inline(never)]
    pub fn take(&mut self, piece: &[u8]) {
        if self.sum != 0 {
            // FNV-1a. The pieces of two equal texts may differ, so it goes byte by byte.
            self.sum = piece.iter().fold(self.sum, |sum, &byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
        }
        let mut unit = self.length;
        self.length += count_units(piece);
        if self.length <= self.from {
            return;
        }
        let mut is_within = false;
        for &byte in piece {
            if byte & 0xC0 != 0x80 {
                if unit >= self.to {
                    return;
                }
                is_within = unit >= self.from;
                unit += if byte >= 0xF0 { 2 } else { 1 };
            }
            if is_within {
                self.text.push(byte);
            }
        }
    }
}
