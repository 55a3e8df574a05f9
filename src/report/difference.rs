//! Where the texts of a mismatch differ, and why.

use std::ops::Range;

use crate::names::names;
use crate::python::{Number, loads};
use crate::text::Text;

names! {
    /// Why two sources do not say the same under a key.
    pub enum Difference {
        /// The members of dicts come in another order, and that is all.
        Order = "order",
        /// Where the texts first differ, both have numbers that Python calls equal: `1`, `1.0` and `True` are.
        Number = "number",
        /// Anything else.
        Value = "value",
    }
}

impl Difference {
    /// Why some texts of `json.dumps` differ, given whether they are the same with sorted keys.
    pub(super) fn between(texts: &[&[u8]], are_same_sorted: bool) -> Self {
        let only_in_a_number = |text: &&[u8]| *text == texts[0] || differ_in_a_number(texts[0], text);
        if are_same_sorted {
            Self::Order
        } else if texts.iter().all(only_in_a_number) {
            Self::Number
        } else {
            Self::Value
        }
    }
}

/// Whether two different texts have numbers where they first differ, and equal ones.
fn differ_in_a_number(a: &[u8], b: &[u8]) -> bool {
    let same = common_start(a, b);
    let start = same - word_before(&a[..same]);
    let [a_word, b_word] = [a, b].map(|text| &text[start..same + word_behind(&text[same..])]);
    // Within a string, what looks like a number is none.
    a_word != b_word
        && !ends_within_string(&a[..start])
        && number(a_word).zip(number(b_word)).is_some_and(|(a, b)| a.equals(&b))
}

fn number(word: &[u8]) -> Option<Number> {
    let document = loads(Text::from_string(word.to_vec())).ok()?;
    Number::of(document.root())
}

/// Whether a text of JSON that starts with a value ends within a string.
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

/// Bytes of a word or number that it cuts, on either side, beyond which the part that differs is not widened: a mark should
/// show what differs.
const WIDENED: usize = 16;

/// The length of `\u00e9`.
const ESCAPE: usize = 6;

/// The part of each text in which it differs from the others: what is between the beginning and the end that all have,
/// and the rest of a word or number that it cuts, or what is near of that.
pub(super) fn differing_parts(texts: &[&[u8]]) -> Vec<Range<usize>> {
    let Some(first) = texts.first() else { return Vec::new() };
    let start = texts.iter().map(|text| common_start(first, text)).min().unwrap_or(0);
    let end = texts.iter().map(|text| common_end(&first[start..], &text[start..])).min().unwrap_or(0);
    let is_in_word = |byte: Option<&u8>| byte.is_some_and(|&byte| is_in_word(byte));
    let cuts_before = texts.iter().any(|text| is_in_word(text.get(start)));
    let cuts_behind = texts.iter().any(|text| is_in_word(text[..text.len() - end].last()));
    let before = if cuts_before { near_before(&first[..start]) } else { 0 };
    let behind = if cuts_behind { near_behind(&first[first.len() - end..]) } else { 0 };
    texts.iter().map(|text| start - before..text.len() - end + behind).collect()
}

fn common_start(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

fn common_end(a: &[u8], b: &[u8]) -> usize {
    a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count()
}

/// How many bytes at the end of a text belong to a word or number, as far as that is near, and to no half of an escape.
fn near_before(text: &[u8]) -> usize {
    let count = word_before(text);
    let far = text.len() - count.min(WIDENED);
    let begin = text[far..].iter().take(ESCAPE).position(|&byte| byte == b'\\').filter(|_| count > WIDENED);
    text.len() - far - begin.unwrap_or(0)
}

/// How many bytes at the beginning of a text belong to a word or number, likewise.
fn near_behind(text: &[u8]) -> usize {
    let count = word_behind(text);
    let far = count.min(WIDENED);
    let end = text[..far].iter().rev().take(ESCAPE - 1).position(|&byte| byte == b'\\').filter(|_| count > WIDENED);
    far - end.map_or(0, |end| end + 1)
}

/// How many bytes at the end of a text belong to a word or number.
fn word_before(text: &[u8]) -> usize {
    text.iter().rev().take_while(|&&byte| is_in_word(byte)).count()
}

/// How many bytes at the beginning of a text belong to a word or number.
fn word_behind(text: &[u8]) -> usize {
    text.iter().take_while(|&&byte| is_in_word(byte)).count()
}

fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_+.\\-".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each text with its differing part in brackets.
    fn marked(texts: &[&str]) -> Vec<String> {
        let parts = differing_parts(&texts.iter().map(|text| text.as_bytes()).collect::<Vec<_>>());
        let mark = |(text, part): (&&str, &Range<usize>)| {
            format!("{}«{}»{}", &text[..part.start], &text[part.clone()], &text[part.end..])
        };
        texts.iter().zip(&parts).map(mark).collect()
    }

    #[test]
    fn parts_that_differ() {
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
            // Something that only one has: a place to insert it. No word is cut, so none is marked.
            (&["[]", "[1]"], &["[«»]", "[«1»]"]),
            (&["[1, 2]", "[1, 2, 3]"], &["[1, 2«»]", "[1, 2«, 3»]"]),
            (&["[1, 2]", "[0, 1, 2]"], &["[«»1, 2]", "[«0, »1, 2]"]),
            (&["\"a b\"", "\"a x b\""], &["\"a «»b\"", "\"a «x »b\""]),
            // The beginning and the end that all have may overlap in the shorter one.
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

    /// A word is marked as far as it is near the difference, a number of up to 16 digits in any case.
    #[test]
    fn long_words_that_differ() {
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
        // Whole escapes.
        let kanji = r"\u6771\u4eac".repeat(10);
        let parts = marked(&[&format!(r"{kanji}\u00e8{kanji}"), &format!(r"{kanji}\u00e9{kanji}")]);
        let (start, end) = (&kanji[..114], &kanji[12..]);
        let part = |n| format!(r"{start}«\u4eac\u00e{n}\u6771\u4eac»{end}");
        assert_eq!(parts, [part(8), part(9)]);
    }
}
