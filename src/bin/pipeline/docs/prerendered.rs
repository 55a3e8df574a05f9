//! The text of a `<pre>`: whether it is what the engine says, and how to bring it up to date.

use std::ops::Range;

use super::pages::{Lines, Markup, Prerendered, indent, jsx};

/// A `<pre>` in its page.
pub(crate) struct Shown<'p> {
    pub text: &'p str,
    pub lines: &'p Lines,
    pub markup: Markup,
    pub prerendered: &'p Prerendered,
    /// The indent of the block that it is in, which is not shown.
    pub block_indent: &'p str,
    /// The indent of the line on which the embed starts.
    pub tag_indent: &'p str,
}

/// A replacement of bytes of a page.
#[derive(Clone, Debug)]
pub(crate) struct Replacement {
    pub range: Range<usize>,
    pub text: String,
}

/// How a text stands in a `<pre>`.
struct Found {
    /// Without indents, and without the white space around it.
    text: String,
    /// The indent of each line but the first.
    indent: String,
}

impl Shown<'_> {
    /// The text, without what the page puts around it.
    pub fn found(&self) -> String {
        self.read().text
    }

    /// The index of the first line that differs, counted in the `<pre>`, and this line here and there.
    pub fn difference(&self, expected: &str) -> (usize, String, String) {
        let found = self.found();
        let (mut here, mut there) = (found.lines(), expected.lines());
        let mut index = usize::from(self.prerendered.text.starts_with('\n'));
        loop {
            match (here.next(), there.next()) {
                (Some(here), Some(there)) if here == there => index += 1,
                (here, there) => {
                    let text = |line: Option<&str>| line.unwrap_or_default().trim().to_owned();
                    return (index, text(here), text(there));
                }
            }
        }
    }

    /// The replacement that makes the text this one. `None` if there are tags between its parts.
    pub fn replacement(&self, expected: &str) -> Option<Replacement> {
        let parts = &self.prerendered.parts;
        let mut filled = parts.iter().filter(|part| !self.text[(*part).clone()].trim().is_empty());
        let range = filled.next().or(parts.first())?.clone();
        if filled.next().is_some() {
            return None;
        }
        let old = &self.text[range.clone()];
        let separator = format!("{}{}", self.lines.newline(self.text, range.end), self.written_indent());
        let text = match self.markup {
            Markup::Mdx => jsx::wrap(expected),
            _ => escaped(expected),
        };
        // A text that starts on a line of its own goes on doing so, and white space after it stays.
        let is_below = !old.trim().is_empty() && old.starts_with(['\r', '\n']);
        let before = if is_below { &separator } else { "" };
        let end = old.trim_end_matches([' ', '\t', '\r', '\n', '>']);
        let after = if end.is_empty() { "" } else { &old[end.len()..] };
        Some(Replacement { text: format!("{before}{}{after}", text.replace('\n', &separator)), range })
    }

    /// The indent of a new text: that of the old one, if it keeps the text within its block.
    fn written_indent(&self) -> String {
        let old = self.read().indent;
        if old.starts_with(self.block_indent) { old } else { self.block_indent.to_owned() }
    }

    fn read(&self) -> Found {
        if let (Markup::Mdx, [part]) = (self.markup, &self.prerendered.parts[..])
            && let Some(text) = jsx::unwrap(&self.text[part.clone()])
        {
            return self.without_indent(&text.replace("\r\n", "\n"));
        }
        self.without_indent(&self.prerendered.text)
    }

    /// The text without the indent of its last line, if that can be the page's and not the text's own.
    fn without_indent(&self, text: &str) -> Found {
        let trimmed: &[char] =
            if self.block_indent.contains('>') { &[' ', '\t', '\n', '>'] } else { &[' ', '\t', '\n'] };
        let text = text.trim_end_matches(trimmed);
        let (is_below, text) = text.strip_prefix('\n').map_or((false, text), |text| (true, text));
        let last = text.rsplit('\n').next().unwrap_or_default();
        let is_indented = is_below || last.len() < text.len();
        let line_indent = if is_indented { indent(last) } else { "" };
        if self.markup == Markup::Html || line_indent.len() > self.most_indent() {
            return Found { text: text.to_owned(), indent: String::new() };
        }
        let lines = text.split('\n').enumerate().map(|(index, line)| {
            if index == 0 && !is_below { line } else { line.strip_prefix(line_indent).unwrap_or(line) }
        });
        Found { text: lines.collect::<Vec<_>>().join("\n"), indent: line_indent.to_owned() }
    }

    /// How much more of each line can be the page's: renderers differ in how much of it they take away.
    fn most_indent(&self) -> usize {
        let pre_indent = indent(self.lines.before(self.text, self.prerendered.start));
        self.block_indent.len().max(self.tag_indent.len()).max(pre_indent.len())
    }
}

/// The text in HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
