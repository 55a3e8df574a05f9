//! A text that is put together from short pieces.

/// A text that is being written. There is always room behind it, so that pieces are copied sixteen bytes at a time, which
/// is one instruction, where a copy of just the right length is a call; what was copied too much is overwritten by the
/// next piece.
#[derive(Default)]
pub(crate) struct Line {
    /// The text and the room behind it.
    bytes: Vec<u8>,
    length: usize,
}

/// Pieces that are longer than this are copied as a whole.
const SHORT: usize = 64;

impl Line {
    /// How many bytes are copied at a time. A text that has so many behind what is pushed is copied fastest.
    pub const STEP: usize = 16;

    /// Keeps the first `length` bytes of the text.
    pub fn truncate(&mut self, length: usize) {
        self.length = self.length.min(length);
    }

    #[inline]
    pub fn text(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// Appends `text[start..end]`.
    #[inline]
    pub fn push(&mut self, text: &[u8], start: usize, end: usize) {
        let mut to = self.length;
        self.length += end - start;
        if self.length + Self::STEP > self.bytes.len() {
            self.grow();
        }
        if end - start > SHORT {
            self.bytes[to..self.length].copy_from_slice(&text[start..end]);
            return;
        }
        let mut from = start;
        while from < end {
            let Some(piece) = text.get(from..).and_then(<[u8]>::first_chunk::<{ Self::STEP }>) else {
                // The end of all: there are no sixteen bytes to be copied.
                self.bytes[to..self.length].copy_from_slice(&text[from..end]);
                return;
            };
            if let Some(place) = self.bytes.get_mut(to..).and_then(<[u8]>::first_chunk_mut::<{ Self::STEP }>) {
                *place = *piece;
            }
            from += Self::STEP;
            to += Self::STEP;
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        self.bytes.resize((self.length + Self::STEP).next_multiple_of(1024), 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces of all lengths, from the middle and from the end of a text.
    #[test]
    fn pushes_just_what_was_asked_for() {
        let text: Vec<u8> = (0..200).collect();
        let (mut line, mut expected) = (Line::default(), Vec::new());
        for length in 0..=200 {
            for start in [0, (200 - length) / 2, 200 - length] {
                line.push(&text, start, start + length);
                expected.extend_from_slice(&text[start..start + length]);
                assert!(line.text() == expected);
            }
            if length % 7 == 0 {
                line.truncate(0);
                expected.clear();
            }
        }
    }
}
