//! Parts of a text, for an editor that shows a long text in pieces.

use std::ops::Range;

use super::positions::{Newlines, Text};

impl Text {
    /// Some of the text's bytes, with line ends as Python reads them. The result is UTF-8, except for lone surrogates.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Vec<u8> {
        let mut bytes = self.bytes()[range.clone()].to_vec();
        if self.newlines == Newlines::Universal {
            let mut before = range.start.checked_sub(1).map(|last| self.bytes()[last]);
            bytes.retain_mut(|byte| {
                let joined = *byte == b'\n' && before == Some(b'\r');
                before = Some(*byte);
                if *byte == b'\r' {
                    *byte = b'\n';
                }
                !joined
            });
        }
        bytes
    }

    /// The bytes of a part of about `length` UTF-16 units around an offset.
    ///
    /// The part is extended to the start of its first line and to the end of its last, without the line end, unless
    /// that line is longer than `length`. It does not start within a pair of a backslash and the byte after it.
    #[must_use]
    pub fn window(&self, utf16: usize, length: usize) -> Range<usize> {
        let total = self.position(self.bytes().len()).utf16;
        let from = utf16.saturating_sub(length / 2).min(total.saturating_sub(length));
        let to = from.saturating_add(length).min(total);
        let (start, end) = (self.byte_at(from), self.byte_at(to));
        // A line of this length, and the line end before or after it.
        let reach = length.saturating_add(1);
        let (earliest, latest) = (self.byte_at(from.saturating_sub(reach)), self.byte_at(to.saturating_add(reach)));
        let line_end = |part: Range<usize>| self.bytes()[part].iter().map(|&byte| self.ends_line(byte));
        let start = match line_end(earliest..start).rposition(|ends| ends) {
            Some(before) => earliest + before + 1,
            None if earliest == 0 => 0,
            None => start,
        };
        let end = match line_end(end..latest).position(|ends| ends) {
            Some(after) => end + after,
            None if latest == self.bytes().len() => latest,
            None => end,
        };
        let backslashes = self.bytes()[..start].iter().rev().take_while(|&&byte| byte == b'\\').count();
        start - backslashes % 2..end
    }

    /// Whether an offset is in a string of a JSON text. Reads the line up to there: no string goes on over a line end.
    #[must_use]
    pub fn is_in_string(&self, offset: usize) -> bool {
        let before = &self.bytes()[..offset];
        let line = before.iter().rposition(|&byte| self.ends_line(byte)).map_or(0, |end| end + 1);
        let (mut inside, mut escaped) = (false, false);
        for &byte in &before[line..] {
            inside ^= byte == b'"' && !escaped;
            escaped = byte == b'\\' && inside && !escaped;
        }
        inside
    }
}
