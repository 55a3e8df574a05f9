//! The HTML in Markdown, which is parsed by pulldown-cmark.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::embed::tag_starts;
use super::lines::Lines;
use super::page::{Block, Markup, NoEmbed, Page};

/// The HTML of a page in Markdown. Code, comments and front matter are not HTML.
pub(crate) fn page(text: &str, markup: Markup, lines: &Lines) -> Page {
    let is_mdx = markup == Markup::Mdx;
    let parsed = if is_mdx { without_jsx_comments(text) } else { with_list_items(text) };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut regions = Regions { is_mdx, ..Regions::default() };
    for (event, range) in Parser::new_ext(&parsed, options).into_offset_iter() {
        regions.add(&event, range, |range| Block::indented(text, lines, range));
    }
    let mut page = Page::with(text, &regions.html, std::mem::take(&mut regions.blocks));
    for offset in tag_starts(&parsed) {
        if is_in(&regions.html, offset) || is_in(&regions.examples, offset) || text[..offset].ends_with('\\') {
            continue;
        }
        let why = if is_in(&regions.indented, offset) { NoEmbed::Indented } else { NoEmbed::Text };
        page.others.push((offset, why));
    }
    page
}

/// The parts of a text, by what they are. Each list is in order.
#[derive(Default)]
struct Regions {
    is_mdx: bool,
    html: Vec<Range<usize>>,
    /// Code and front matter.
    examples: Vec<Range<usize>>,
    /// Code that is marked by its indentation only.
    indented: Vec<Range<usize>>,
    blocks: Vec<Block>,
    /// How many lists, quotes, notes and definitions are open.
    depth: usize,
}

impl Regions {
    fn add(&mut self, event: &Event<'_>, range: Range<usize>, block: impl Fn(Range<usize>) -> Block) {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => self.html.push(range),
            Event::Code(_) | Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_)) | Tag::MetadataBlock(_)) => {
                self.examples.push(range);
            }
            // MDX has no indented code.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) if self.is_mdx => self.html.push(range),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => self.indented.push(range),
            Event::Start(Tag::HtmlBlock | Tag::Paragraph) if self.depth > 0 => {
                self.blocks.push(block(range));
            }
            Event::Start(
                Tag::Item | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) | Tag::DefinitionListDefinition,
            ) => self.depth += 1,
            Event::End(
                TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition | TagEnd::DefinitionListDefinition,
            ) => self.depth -= 1,
            _ => {}
        }
    }
}

fn is_in(ranges: &[Range<usize>], offset: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= offset);
    ranges[..after].last().is_some_and(|range| range.contains(&offset))
}

/// The text with list items for what `MkDocs` indents as these: admonitions (`!!! note`, `??? note`) and content tabs
/// (`=== "Name"`). To `CommonMark`, what is in these is indented code. The length of no line changes.
fn with_list_items(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t', '>']);
        let rest = content.trim_start_matches(['!', '?', '=', '+']);
        let length = content.len() - rest.len();
        let is_start = match content.as_bytes() {
            [b'!', b'!', b'!', b' ', ..] | [b'?', b'?', b'?', b' ', ..] | [b'?', b'?', b'?', b'+', b' ', ..] => true,
            [b'=', b'=', b'=', ..] => length <= 5 && rest.starts_with(" \""),
            _ => false,
        };
        if is_start {
            out.push_str(&line[..line.len() - content.len()]);
            // As wide as the four columns by which the content is indented.
            out.push_str("-   ");
            out.push_str(&"x".repeat(length - 3));
            out.push_str(&rest[1..]);
        } else {
            out.push_str(line);
        }
    }
    out
}

/// The text with spaces for each `{/* comment */}`.
fn without_jsx_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("{/*") {
        let Some((inner, after)) = comment.split_once("*/}") else { break };
        out.push_str(before);
        let blank = |byte: u8| if byte == b'\n' { '\n' } else { ' ' };
        out.push_str("   ");
        out.extend(inner.bytes().map(blank));
        out.push_str("   ");
        rest = after;
    }
    out.push_str(rest);
    out
}
