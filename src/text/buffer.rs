//! A text that is put together from short pieces.

use std::collections::TryReserveError;

use super::excerpt::Excerpt;

/// A text that is being written. There is always room after it, so pieces are copied sixteen bytes at a time. That is
/// one instruction, where a copy of the exact length is a call. What is copied too much is overwritten by the next piece.
#[derive(Debug, Default)]
pub(crate) struct Buffer {
    /// The text and the room after it.
    bytes: Vec<u8>,
    length: usize,
    /// What takes the text, if only a part of it is kept. Then `bytes` holds no more than what was written last.
    excerpt: Option<Box<Excerpt>>,
}

/// Longer pieces are copied as a whole.
const SHORT: usize = 64;

impl Buffer {
    /// How many bytes are copied at a time. Pieces that are followed by as many bytes in their text are copied fastest.
    pub const STEP: usize = 16;

    /// A buffer for a text of any length, of which an excerpt is kept. It takes memory for the excerpt alone.
    #[inline(never)]
    pub fn of(excerpt: Excerpt) -> Self {
        Self { excerpt: Some(excerpt.into()), ..Self::default() }
    }

    /// The excerpt that is kept. Empty if the whole text is.
    #[inline(never)]
    pub fn into_excerpt(mut self) -> Excerpt {
        self.hand_over();
        self.excerpt.map(|excerpt| *excerpt).unwrap_or_default()
    }

    /// How many UTF-16 units were written, if an excerpt is kept.
    pub fn written(&self) -> usize {
        self.length + self.excerpt.as_ref().map_or(0, |excerpt| excerpt.length)
    }

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
        if end - start > SHORT {
            self.push_long(&text[start..end]);
            return;
        }
        let mut to = self.make_room(end - start);
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

    /// Makes room for so many bytes more.
    #[inline(never)]
    pub fn try_reserve(&mut self, more: usize) -> Result<(), TryReserveError> {
        let room = (self.bytes.len() - self.length).saturating_sub(1024);
        self.bytes.try_reserve(more.saturating_sub(room))
    }

    /// Appends any text. Out of line: where speed does not matter, this is smallest.
    #[inline(never)]
    pub fn extend(&mut self, text: &[u8]) {
        self.push(text, 0, text.len());
    }

    #[inline(never)]
    fn push_long(&mut self, piece: &[u8]) {
        self.hand_over();
        if let Some(excerpt) = &mut self.excerpt {
            excerpt.take(piece);
            return;
        }
        let to = self.make_room(piece.len());
        self.bytes[to..self.length].copy_from_slice(piece);
    }

    /// Makes the text so much longer, with room after it. Gives the old length.
    #[inline]
    fn make_room(&mut self, more: usize) -> usize {
        let length = self.length;
        if length + more + Self::STEP > self.bytes.len() {
            return self.grow(more);
        }
        self.length = length + more;
        length
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, more: usize) -> usize {
        self.hand_over();
        let length = self.length;
        self.length += more;
        let least = self.length + Self::STEP;
        if least > self.bytes.len() {
            self.bytes.resize(least.next_multiple_of(1024), 0);
        }
        length
    }

    /// Hands what was written to the excerpt, if there is one.
    #[inline(never)]
    fn hand_over(&mut self) {
        if let Some(excerpt) = &mut self.excerpt {
            excerpt.take(&self.bytes[..self.length]);
            self.length = 0;
        }
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

    /// Short and long pieces, with characters of every width, a lone surrogate, and a long piece at each end.
    #[test]
    fn keeps_an_excerpt_and_the_length() {
        let wide = "aé東😀".repeat(200);
        let pieces = [wide.as_bytes(), b"\"", "é".as_bytes(), "😀".as_bytes(), b"\xED\xA0\xBD", wide.as_bytes()];
        let whole = [pieces.concat(), pieces.concat()].concat();
        let starts: Vec<usize> = (0..whole.len()).filter(|&at| whole[at] & 0xC0 != 0x80).collect();
        // Where each character starts, in UTF-16 units.
        let units = starts.iter().scan(0, |unit, &at| {
            let start = *unit;
            *unit += if whole[at] >= 0xF0 { 2 } else { 1 };
            Some(start)
        });
        let units: Vec<usize> = units.collect();
        let total = 2 * (2 * 5 * 200 + 5);
        for (from, most) in
            [(0, 0), (0, 1), (0, 7), (3, 1), (4, 1), (5, 900), (1003, 5), (0, total), (total, 9), (9, usize::MAX)]
        {
            let mut buffer = Buffer::of(Excerpt::new(from, most));
            pieces.iter().chain(&pieces).for_each(|piece| buffer.extend(piece));
            assert!(buffer.written() >= total);
            assert!(buffer.bytes.len() <= 2048);
            let excerpt = buffer.into_excerpt();
            let within = |unit: usize| unit >= from && unit < from.saturating_add(most);
            let ends = starts.iter().skip(1).copied().chain([whole.len()]);
            let kept = starts.iter().zip(ends).zip(&units).filter(|&(_, &unit)| within(unit));
            let expected: Vec<u8> = kept.flat_map(|((&start, end), _)| whole[start..end].to_vec()).collect();
            assert_eq!((excerpt.text, excerpt.length), (expected, total), "{from} {most}");
        }
    }
}
