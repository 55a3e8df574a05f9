//! The HTML of a page, whatever it is written in.

use std::ops::Range;
use std::path::Path;

use super::lines::Lines;

/// What a page is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Markup {
    Html,
    Markdown,
    /// Markdown with JSX.
    Mdx,
    ReStructuredText,
}

impl Markup {
    /// What a file is written in, by its name's ending.
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "html" | "htm" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            "mdx" => Some(Self::Mdx),
            "rst" => Some(Self::ReStructuredText),
            _ => None,
        }
    }
}

/// The HTML of a page.
pub(crate) struct Page {
    /// The text, with spaces for each byte that is not HTML. So its offsets are those of the text.
    pub html: String,
    pub blocks: Vec<Block>,
    /// What looks like an embed and is none, by offset.
    pub others: Vec<(usize, NoEmbed)>,
}

/// Why what looks like an embed is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoEmbed {
    /// It is in code that is marked by its indentation only.
    Indented,
    /// Markdown reads it as text.
    Text,
}

/// A part of a page whose lines all start with the same indent, which is no part of the HTML.
pub(crate) struct Block {
    pub range: Range<usize>,
    pub indent: String,
}

impl Block {
    /// A block that starts at an offset, behind the markers of what it is in.
    pub fn indented(text: &str, lines: &Lines, range: Range<usize>) -> Self {
        let as_indent = |char: char| if matches!(char, '\t' | '>') { char } else { ' ' };
        Self { indent: lines.before(text, range.start).chars().map(as_indent).collect(), range }
    }
}

impl Page {
    /// A page that is HTML.
    pub fn whole(text: &str) -> Self {
        Self { html: text.to_owned(), blocks: Vec::new(), others: Vec::new() }
    }

    /// A page of which only these parts are HTML. They are in order.
    pub fn with(text: &str, shown: &[Range<usize>], blocks: Vec<Block>) -> Self {
        let mut html = String::with_capacity(text.len());
        for range in shown {
            if range.start >= html.len() {
                html.push_str(&" ".repeat(range.start - html.len()));
                html.push_str(&text[range.clone()]);
            }
        }
        html.push_str(&" ".repeat(text.len() - html.len()));
        Self { html, blocks, others: Vec::new() }
    }

    /// The indent of the lines of the block that an offset is in.
    pub fn indent(&self, offset: usize) -> &str {
        let after = self.blocks.partition_point(|block| block.range.start <= offset);
        let block = self.blocks[..after].last().filter(|block| block.range.contains(&offset));
        block.map_or("", |block| &block.indent)
    }
}
