//! Parts of a text as Python reads it: from offsets to bytes and back, and the lines around an offset.

use std::ops::Range;

use pipeline_playground::python::PyString;
use pipeline_playground::text::Text;

/// Texts with every width of characters, every line end, and more than one block between checkpoints.
fn texts() -> Vec<Text> {
    let short = "aé東😀\r\n\n\r\r\nb\n";
    let mut all = Vec::new();
    for text in [
        String::new(),
        short.into(),
        short.repeat(120),
        "😀".repeat(300),
        "x\r\n".repeat(400),
        format!("y{}", "\r\n".repeat(600)),
    ] {
        all.extend([Text::from_string(text.clone().into()), Text::from_file(text.into())]);
    }
    // A lone surrogate.
    all.push(Text::from_string(b"a\xED\xA0\x80b\n\xED\xB0\x80".to_vec()));
    all
}

/// A part of a text, as Python reads it.
fn part(text: &Text, range: Range<usize>) -> PyString {
    PyString::from_bytes(text.part(range))
}

/// The whole text in UTF-16 units, as Python reads it.
fn units(text: &Text) -> Vec<u16> {
    part(text, 0..text.bytes().len()).to_utf16()
}

fn total(text: &Text) -> usize {
    text.position(text.bytes().len()).utf16
}

#[test]
fn a_text_as_python_reads_it() {
    let read = |bytes: &str| part(&Text::from_file(bytes.into()), 0..bytes.len());
    assert_eq!(read("a\r\nb\rc\nd\r\r\n\r"), PyString::from("a\nb\nc\nd\n\n\n"));
    let text = Text::from_file("a\r\nb".into());
    assert_eq!([part(&text, 1..2), part(&text, 2..4), part(&text, 2..2)], ["\n".into(), "b".into(), "".into()]);
    let string = Text::from_string("a\r\nb\r".into());
    assert_eq!(part(&string, 0..5), "a\r\nb\r".into());
    for text in texts() {
        assert_eq!(units(&text).len(), total(&text));
    }
}

#[test]
fn offsets_lead_to_bytes_and_back() {
    for text in texts() {
        let bytes = text.bytes();
        let is_start = |at: usize| bytes.get(at).is_none_or(|byte| byte & 0xC0 != 0x80);
        // The last character that starts at an offset or before it. The LF of a CRLF has no width.
        let mut expected = vec![0; total(&text) + 1];
        for at in (0..=bytes.len()).filter(|&at| is_start(at)) {
            let start = text.position(at).utf16;
            expected[start..].fill(at);
        }
        for (utf16, &byte) in expected.iter().enumerate() {
            assert_eq!(text.byte_at(utf16), byte, "at {utf16} of {}", total(&text));
        }
        assert_eq!([text.byte_at(total(&text) + 1), text.byte_at(usize::MAX)], [bytes.len(); 2]);
    }
}

/// The window around `offset`, by its definition.
fn expected(units: &[u16], ends: impl Fn(u16) -> bool, offset: usize, length: usize) -> (usize, usize) {
    let from = offset.saturating_sub(length / 2).min(units.len().saturating_sub(length));
    let to = (from + length).min(units.len());
    // A pair of surrogates is not split.
    let whole = |at: usize| {
        at - usize::from(
            at > 0
                && at < units.len()
                && (0xDC00..0xE000).contains(&units[at])
                && (0xD800..0xDC00).contains(&units[at - 1]),
        )
    };
    let (earliest, from) = (whole(from.saturating_sub(length + 1)), whole(from));
    let (latest, to) = (whole((to + length + 1).min(units.len())), whole(to));
    let start = units[earliest..from].iter().rposition(|&unit| ends(unit)).map(|at| earliest + at + 1);
    let end = units[to..latest].iter().position(|&unit| ends(unit)).map(|at| to + at);
    let start = start.unwrap_or(if earliest == 0 { 0 } else { from });
    (start, end.unwrap_or(if latest == units.len() { latest } else { to }))
}

#[test]
fn windows() {
    for (index, text) in texts().into_iter().enumerate() {
        let units = units(&text);
        let is_file = index % 2 == 1;
        // In a string, CR does not end a line.
        let ends = |unit: u16| unit == u16::from(b'\n') || (is_file && unit == u16::from(b'\r'));
        let offsets: Vec<_> = if units.len() < 30 {
            (0..=units.len() + 2).collect()
        } else {
            (0..units.len() + 50).step_by(53).collect()
        };
        for offset in offsets {
            for length in [0, 1, 2, 5, 11, 40, 5000, usize::MAX] {
                let window = text.window(offset, length);
                let actual = (text.position(window.start).utf16, text.position(window.end).utf16);
                let expected = expected(&units, ends, offset.min(units.len()), length.min(100_000));
                assert_eq!(actual, expected, "{length} around {offset} of text {index}");
                assert_eq!(part(&text, window).to_utf16(), units[actual.0..actual.1]);
            }
        }
    }
}

#[test]
fn windows_have_whole_lines_unless_these_are_long() {
    let text = Text::from_string("one\ntwo\nthree\n\nfour is a long line\nfive".into());
    let window = |offset, length| part(&text, text.window(offset, length)).to_string();
    assert_eq!(window(5, 3), "two");
    assert_eq!(window(5, 4), "one\ntwo");
    assert_eq!(window(0, 4), "one\ntwo");
    assert_eq!(window(14, 0), "");
    // A longer line is cut.
    assert_eq!(window(22, 4), "is a");
    assert_eq!(window(38, 4), "five");
    assert_eq!((window(8, 3), window(8, 2)), ("two\nthree".into(), "\nt".into()));
    assert_eq!(window(9, 1000), part(&text, 0..39).to_string());
    // The empty line after a last line end is a line.
    let text = Text::from_string("one\n".into());
    assert_eq!(text.window(4, 2), 0..4);
    assert_eq!(text.window(4, 0), 4..4);
}

#[test]
fn strings_around_a_window() {
    let text = Text::from_string(br#"{"a": "b\"c\\", "d": "\u00e9", 5: "long"#.to_vec());
    let marked: String = (0..text.bytes().len()).map(|at| if text.is_in_string(at) { '^' } else { ' ' }).collect();
    assert_eq!(marked, "  ^^   ^^^^^^^   ^^   ^^^^^^^      ^^^^");
    // A string ends with its line, in a file also at a CR.
    let cut = "{\"a\n\": \"b\r\": 1";
    let at = |text: Text| [3, 4, 5, 8, 9, 10, 11].map(|offset| text.is_in_string(offset));
    assert_eq!(at(Text::from_string(cut.into())), [true, false, true, false, false, false, true]);
    assert_eq!(at(Text::from_file(cut.replace(": \"b", ": b").into())), [true, false, true, true, false, true, true]);
}

#[test]
fn windows_do_not_cut_what_a_backslash_begins() {
    let text = Text::from_string(br#"["a\\\"b", 1]"#.to_vec());
    let starts: Vec<_> = (0..12).map(|offset| text.window(offset, 1).start).collect();
    assert_eq!(starts, [0, 0, 0, 3, 3, 5, 5, 7, 8, 9, 10, 11]);
}
