//! Where the texts of a mismatch differ, and why.

use std::ops::Range;

use crate::python::{Number, Text, loads};

/// Why two sources do not say the same under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The members of dicts come in another order, and that is all.
    Order,
    /// Where the texts first differ, both have numbers that Python calls equal: `1`, `1.0` and `True` are.
    Number,
    /// Anything else.
    Value,
}

impl Difference {
    /// The difference's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Number => "number",
            Self::Value => "value",
        }
    }

    /// Why some texts of `json.dumps` differ, given the same values' texts with sorted keys.
    pub(super) fn between(texts: &[String], sorted: &[String]) -> Self {
        let Some((first, others)) = texts.split_first() else { return Self::Value };
        let mut others = others.iter().filter(|other| *other != first);
        if sorted.iter().all(|text| *text == sorted[0]) {
            Self::Order
        } else if others.all(|other| differ_in_a_number(first, other)) {
            Self::Number
        } else {
            Self::Value
        }
    }
}

/// Whether two different texts have numbers where they first differ, and equal ones.
fn differ_in_a_number(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let same = common_start(a, b);
    let start = same - word_before(&a[..same]);
    let [a_word, b_word] = [a, b].map(|text| &text[start..same + word_behind(&text[same..])]);
    let number = |word: &[u8]| {
        let document = loads(Text::from_string(word.to_vec())).ok()?;
        Number::of(document.root())
    };
    // Within a string, what looks like a number is none.
    a_word != b_word
        && !ends_within_string(&a[..start])
        && number(a_word).zip(number(b_word)).is_some_and(|(a, b)| a.equals(&b))
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

/// The part of each text in which it differs from the others: what is between the beginning and the end that all have,
/// and the rest of a word or number that it cuts.
pub(super) fn differing_parts(texts: &[String]) -> Vec<Range<usize>> {
    let Some((first, others)) = texts.split_first() else { return Vec::new() };
    let first = first.as_bytes();
    let start = others.iter().map(|text| common_start(first, text.as_bytes())).min().unwrap_or(first.len());
    let shortest = texts.iter().map(String::len).min().unwrap_or(0);
    let end = others.iter().map(|text| common_end(first, text.as_bytes())).min().unwrap_or(0).min(shortest - start);
    let cuts = |is_cut: &dyn Fn(&[u8]) -> bool| texts.iter().any(|text| is_cut(text.as_bytes()));
    let before = if cuts(&|text| text.get(start).is_some_and(|&byte| is_in_word(byte))) {
        word_before(&first[..start])
    } else {
        0
    };
    let tail = &first[first.len() - end..];
    let cut_behind = cuts(&|text| text[..text.len() - end].last().is_some_and(|&byte| is_in_word(byte)));
    let behind = if cut_behind { word_behind(tail) } else { 0 };
    texts.iter().map(|text| start - before..text.len() - end + behind).collect()
}

fn common_start(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

fn common_end(a: &[u8], b: &[u8]) -> usize {
    a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count()
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
        let texts: Vec<String> = texts.iter().map(|&text| text.to_owned()).collect();
        let parts = differing_parts(&texts);
        let mark = |(text, part): (&String, &Range<usize>)| {
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
}
