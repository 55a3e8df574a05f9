//! A text that is put together from short pieces.

/// A text that is being written. There is always room after it, so pieces are copied sixteen bytes at a time. That is
/// one instruction, where a copy of the exact length is a call. What is copied too much is overwritten by the next piece.
#[derive(Debug, Default)]
pub(crate) struct Buffer {
    /// The text and the room after it.
    bytes: Vec<u8>,
    length: usize,
}

/// Longer pieces are copied as a whole.
const SHORT: usize = 64;

impl Buffer {
    /// How many bytes are copied at a time. Pieces that are followed by as many bytes in their text are copied fastest.
    pub const STEP: usize = 16;

    /// Keeps the first `length` bytes of the text.
    #[inline]
    pub fn truncate(&mut self, length: usize) {
        self.length = self.length.min(length);
    }

    #[inline]
    pub fn text(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// The text, without the room after it.
    pub fn into_text(mut self) -> Vec<u8> {
        self.bytes.truncate(self.length);
        self.bytes
    }

    /// How many bytes the text has.
    #[inline]
    pub fn len(&self) -> usize {
        self.length
    }

    /// Appends `text[start..end]`.
    #[inline]
    pub fn push(&mut self, text: &[u8], start: usize, end: usize) {
        let mut to = self.make_room(end - start);
        if end - start > SHORT {
            self.bytes[to..self.length].copy_from_slice(&text[start..end]);
            return;
        }
        let mut from = start;
        while from < end {
            let Some(piece) = text.get(from..).and_then(<[u8]>::first_chunk::<{ Self::STEP }>) else {
                // The end of the text: there are no sixteen bytes to copy.
                self.bytes[to..self.length].copy_from_slice(&text[from..end]);
                return;
            };
            if let Some(room) = self.bytes.get_mut(to..).and_then(<[u8]>::first_chunk_mut::<{ Self::STEP }>) {
                *room = *piece;
            }
            from += Self::STEP;
            to += Self::STEP;
        }
    }

    /// Appends a piece whose length is known when this is compiled.
    #[inline]
    pub fn add<const LENGTH: usize>(&mut self, piece: &[u8; LENGTH]) {
        let to = self.make_room(LENGTH);
        if let Some(room) = self.bytes.get_mut(to..).and_then(<[u8]>::first_chunk_mut::<LENGTH>) {
            *room = *piece;
        }
    }

    /// Appends any text.
    pub fn extend(&mut self, text: &[u8]) {
        self.push(text, 0, text.len());
    }

    /// Makes the text so much longer, with room after it. Gives the old length.
    #[inline]
    fn make_room(&mut self, more: usize) -> usize {
        let length = self.length;
        self.length += more;
        if self.length + Self::STEP > self.bytes.len() {
            self.grow();
        }
        length
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
        let (mut buffer, mut expected) = (Buffer::default(), Vec::new());
        for length in 0..=200 {
            for start in [0, (200 - length) / 2, 200 - length] {
                buffer.push(&text, start, start + length);
                expected.extend_from_slice(&text[start..start + length]);
                assert!(buffer.text() == expected);
            }
            buffer.add(b"a piece");
            expected.extend_from_slice(b"a piece");
            assert!(buffer.text() == expected && buffer.len() == expected.len());
            if length % 7 == 0 {
                buffer.truncate(0);
                expected.clear();
            }
        }
    }
}
