//! Where the texts of a mismatch differ, and how.

use std::ops::Range;

use crate::names::names;
use crate::python::{Number, loads};
use crate::text::Text;

names! {
    /// How the values of sources under a key differ.
    pub enum Difference {
        /// Only in the order of the members of dicts.
        Order = "order",
        /// They first differ in numbers that are equal to Python, such as `1`, `1.0` and `True`.
        Number = "number",
        /// Anything else.
        Value = "value",
    }
}

impl Difference {
    /// `order`: with sorted keys the texts are the same. `number`: each one that is not the first text differs from it in
    /// a number.
    pub(super) fn new(order: bool, number: bool) -> Self {
        if order {
            Self::Order
        } else if number {
            Self::Number
        } else {
            Self::Value
        }
    }
}

/// Whether two different texts first differ in numbers, and these are equal.
pub(super) fn differ_in_a_number(a: &[u8], b: &[u8]) -> bool {
    let same = common_start(a, b);
    let start = same - word_before(&a[..same]);
    let [a_word, b_word] = [a, b].map(|text| &text[start..same + word_after(&text[same..])]);
    // Digits within a string are not a number.
    a_word != b_word
        && !ends_within_string(&a[..start])
        && number(a_word).zip(number(b_word)).is_some_and(|(a, b)| a.equals(&b))
}

fn number(word: &[u8]) -> Option<Number> {
    let document = loads(Text::from_string(word.to_vec())).ok()?;
    Number::of(document.root())
}

/// Whether the start of a JSON text ends within a string.
fn ends_within_string(text: &[u8]) -> bool {
    let mut bytes = text.iter();
    let mut within = false;
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => within = !within,
            b'\\' => drop(bytes.next()),
            _ => {}
        }
    }
    within
}

/// The differing part is widened to whole words and numbers, but by at most this many bytes on either side: a mark that
/// is too long would not show the difference.
const WIDENED: usize = 16;

/// The length of an escape such as `\u00e9`.
const ESCAPE: usize = 6;

/// The part of each text in which it differs from the others: what is between the common start and the common end,
/// widened to whole words and numbers.
pub(super) fn differing_parts(texts: &[&[u8]]) -> Vec<Range<usize>> {
    let Some(first) = texts.first() else { return Vec::new() };
    let start = texts.iter().map(|text| common_start(first, text)).min().unwrap_or(0);
    let end = texts.iter().map(|text| common_end(&first[start..], &text[start..])).min().unwrap_or(0);
    let is_in_word = |byte: Option<&u8>| byte.is_some_and(|&byte| is_in_word(byte));
    let cuts_before = texts.iter().any(|text| is_in_word(text.get(start)));
    let cuts_after = texts.iter().any(|text| is_in_word(text[..text.len() - end].last()));
    let before = if cuts_before { near_before(&first[..start]) } else { 0 };
    let after = if cuts_after { near_after(&first[first.len() - end..]) } else { 0 };
    texts.iter().map(|text| start - before..text.len() - end + after).collect()
}

fn common_start(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

fn common_end(a: &[u8], b: &[u8]) -> usize {
    a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count()
}

/// By how many bytes to widen a part to the left, into `text`: the rest of a word or number. If that is too long, the
/// part starts at a whole escape.
fn near_before(text: &[u8]) -> usize {
    let count = word_before(text);
    let far = text.len() - count.min(WIDENED);
    let begin = text[far..].iter().take(ESCAPE).position(|&byte| byte == b'\\').filter(|_| count > WIDENED);
    text.len() - far - begin.unwrap_or(0)
}

/// By how many bytes to widen a part to the right, into `text`, likewise.
fn near_after(text: &[u8]) -> usize {
    let count = word_after(text);
    let far = count.min(WIDENED);
    let end = text[..far].iter().rev().take(ESCAPE - 1).position(|&byte| byte == b'\\').filter(|_| count > WIDENED);
    far - end.map_or(0, |end| end + 1)
}

/// The length of the word or number that a text ends in.
fn word_before(text: &[u8]) -> usize {
    text.iter().rev().take_while(|&&byte| is_in_word(byte)).count()
}

/// The length of the word or number that a text starts with.
fn word_after(text: &[u8]) -> usize {
    text.iter().take_while(|&&byte| is_in_word(byte)).count()
}

fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_+.\\-".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each text, with guillemets around its differing part.
    fn marked(texts: &[&str]) -> Vec<String> {
        let parts = differing_parts(&texts.iter().map(|text| text.as_bytes()).collect::<Vec<_>>());
        let mark = |(text, part): (&&str, &Range<usize>)| {
            format!("{}«{}»{}", &text[..part.start], &text[part.clone()], &text[part.end..])
        };
        texts.iter().zip(&parts).map(mark).collect()
    }

    #[test]
    fn differing_parts_are_whole_words() {
        let cases: [(&[&str], &[&str]); 18] = [
            (&["1", "2"], &["«1»", "«2»"]),
            (&["1", "1.0"], &["«1»", "«1.0»"]),
            (&["[1, 25, 3]", "[1, 15, 3]"], &["[1, «25», 3]", "[1, «15», 3]"]),
            (&["[1, 25]", "[1, 26]"], &["[1, «25»]", "[1, «26»]"]),
            (&["[-1]", "[1]"], &["[«-1»]", "[«1»]"]),
            (&["1e+16", "1e+17"], &["«1e+16»", "«1e+17»"]),
            (&["\"a cat sat\"", "\"a cut sat\""], &["\"a «cat» sat\"", "\"a «cut» sat\""]),
            (&[r#""caf\u00e9""#, r#""caf\u00e8""#], &[r#""«caf\u00e9»""#, r#""«caf\u00e8»""#]),
            (&["true", "false", "true"], &["«true»", "«false»", "«true»"]),
            // Only one text has something there: the part is empty in the other. No word is cut, so no word is marked.
            (&["[]", "[1]"], &["[«»]", "[«1»]"]),
            (&["[1, 2]", "[1, 2, 3]"], &["[1, 2«»]", "[1, 2«, 3»]"]),
            (&["[1, 2]", "[0, 1, 2]"], &["[«»1, 2]", "[«0, »1, 2]"]),
            (&["\"a b\"", "\"a x b\""], &["\"a «»b\"", "\"a «x »b\""]),
            // The common start and end may overlap in the shorter text.
            (&["\"aa\"", "\"aaa\""], &["\"«aa»\"", "\"«aaa»\""]),
            (&["[7, 7]", "[7, 7, 7]"], &["[7, 7«»]", "[7, 7«, 7»]"]),
            (&["null", "[null]"], &["«null»", "«[null]»"]),
            (&["[1, 2, 3]", "[1, 5, 3]", "[1, 2, 4]"], &["[1, «2, 3»]", "[1, «5, 3»]", "[1, «2, 4»]"]),
            (&["{\"a\": 1}", "{\"a\": 1, \"b\": 2}"], &["{\"a\": 1«»}", "{\"a\": 1«, \"b\": 2»}"]),
        ];
        for (texts, expected) in cases {
            assert_eq!(marked(texts), expected);
        }
    }

    /// Only the nearest bytes of a long word are marked. A number of up to 16 digits is marked in full.
    #[test]
    fn long_words_are_marked_in_part() {
        let (a, b) = ("a".repeat(5000), "b".repeat(5000));
        let (near_a, near_b) = ("a".repeat(16), "b".repeat(16));
        let (far_a, far_b) = (&a[16..], &b[16..]);
        let parts = marked(&[&format!("{a}1{b}"), &format!("{a}2{b}")]);
        assert_eq!(parts, ["1", "2"].map(|n| format!("{far_a}«{near_a}{n}{near_b}»{far_b}")));
        let parts = marked(&[&a, &format!("{a}a")]);
        assert_eq!(parts, [format!("{far_a}«{near_a}»"), format!("{far_a}«{near_a}a»")]);
        let digits = "1234567890123456";
        let parts = marked(&[&format!("[{digits}]"), &format!("[{digits}.0]"), &format!("[{digits}5]")]);
        assert_eq!(parts, ["", ".0", "5"].map(|end| format!("[«{digits}{end}»]")));
        // No escape is cut.
        let kanji = r"\u6771\u4eac".repeat(10);
        let parts = marked(&[&format!(r"{kanji}\u00e8{kanji}"), &format!(r"{kanji}\u00e9{kanji}")]);
        let (start, end) = (&kanji[..114], &kanji[12..]);
        let part = |n| format!(r"{start}«\u4eac\u00e{n}\u6771\u4eac»{end}");
        assert_eq!(parts, [part(8), part(9)]);
    }
}
