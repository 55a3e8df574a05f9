//! The HTML in reStructuredText: what is in `.. raw:: html`, unless that is itself an example.

use std::ops::Range;

use super::page::{Block, Page};

/// Directives whose content is not reStructuredText.
const LITERAL: [&str; 21] = [
    "code",
    "code-block",
    "csv-table",
    "doctest",
    "graphviz",
    "highlight",
    "ipython",
    "jupyter-execute",
    "literalinclude",
    "math",
    "mermaid",
    "parsed-literal",
    "productionlist",
    "prompt",
    "raw",
    "sourcecode",
    "testcleanup",
    "testcode",
    "testoutput",
    "testsetup",
    "uml",
];

/// What the lines that are indented more than a line belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Content {
    /// More reStructuredText.
    Markup,
    /// An example or a comment.
    Literal,
    Html,
}

/// The HTML of a page in reStructuredText.
pub(crate) fn page(text: &str) -> Page {
    let mut reader = Reader { within: None, is_content: false, is_first: false, blocks: Vec::new() };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        reader.read(line, start);
        start += line.len();
    }
    let shown: Vec<_> = reader.blocks.iter().map(|block| block.range.clone()).collect();
    Page::with(text, &shown, reader.blocks)
}

struct Reader {
    /// What the lines with more indentation than this are.
    within: Option<(usize, Content)>,
    /// Whether a line has been blank since the directive. What is before is arguments and options.
    is_content: bool,
    /// Whether no line of the content has been shown.
    is_first: bool,
    blocks: Vec<Block>,
}

impl Reader {
    fn read(&mut self, line: &str, start: usize) {
        let content = line.trim();
        if content.is_empty() {
            self.is_content = true;
            return;
        }
        let indent = line.len() - line.trim_start().len();
        match self.within {
            Some((outer, within)) if indent > outer => {
                if within == Content::Html && self.is_content {
                    self.show(&line[..indent], start..start + line.len());
                }
            }
            _ => {
                let within = content_below(content);
                self.within = (within != Content::Markup).then_some((indent, within));
                (self.is_content, self.is_first) = (false, true);
            }
        }
    }

    /// Adds a line to the HTML of a directive. Its indent, as in docutils, is the least of its lines.
    fn show(&mut self, indent: &str, line: Range<usize>) {
        match self.blocks.last_mut() {
            Some(block) if !self.is_first => {
                block.range.end = line.end;
                if indent.len() < block.indent.len() {
                    indent.clone_into(&mut block.indent);
                }
            }
            _ => self.blocks.push(Block { range: line, indent: indent.to_owned() }),
        }
        self.is_first = false;
    }
}

/// What is below a line with more indentation.
fn content_below(line: &str) -> Content {
    let Some(marked) = line.strip_prefix("..").filter(|rest| rest.is_empty() || rest.starts_with(' ')) else {
        return if line.ends_with("::") { Content::Literal } else { Content::Markup };
    };
    let marked = marked.trim_start();
    // `.. |name| raw:: html` defines a substitution.
    let marked = marked.strip_prefix('|').and_then(|rest| rest.split_once("| ")).map_or(marked, |(_, rest)| rest);
    let Some((name, arguments)) = marked.split_once("::") else {
        let is_footnote = marked.starts_with(['[', '_']);
        return if is_footnote { Content::Markup } else { Content::Literal };
    };
    if name == "raw" && arguments.split_whitespace().any(|format| format == "html") {
        Content::Html
    } else if LITERAL.contains(&name) || name.contains(char::is_whitespace) {
        Content::Literal
    } else {
        Content::Markup
    }
}
