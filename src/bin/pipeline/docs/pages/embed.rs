//! `<pipeline-playground>` in HTML, which is read by html5gum.

use std::ops::Range;

use html5gum::{DefaultEmitter, Error, StartTag, Token, Tokenizer};

const NAME: &str = "pipeline-playground";

/// A tag, and what is inside.
pub(crate) struct Embed {
    /// The bytes of the text, from the start tag to the end tag.
    pub range: Range<usize>,
    pub is_closed: bool,
    pub attributes: Vec<Attribute>,
    /// Where an attribute is repeated. A browser takes the first.
    pub repeated: Vec<usize>,
    /// The scripts of type `application/json`.
    pub configs: Vec<Range<usize>>,
    pub prerendered: Vec<Prerendered>,
}

pub(crate) struct Attribute {
    pub name: String,
    pub value: String,
    /// Where it starts in the text.
    pub start: usize,
}

/// A `<pre>`.
pub(crate) struct Prerendered {
    /// Where its start tag starts.
    pub start: usize,
    /// Its text in the source, in one part for each that is between other tags. One part at least.
    pub parts: Vec<Range<usize>>,
    /// Its text, as a browser reads it.
    pub text: String,
}

/// The offsets of what looks like a start tag.
pub(crate) fn tag_starts(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices('<').map(|(start, _)| start).filter(|&start| {
        let name = &text.as_bytes()[start + 1..];
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        name.len() >= NAME.len()
            && name[..NAME.len()].eq_ignore_ascii_case(NAME.as_bytes())
            && name.get(NAME.len()).is_none_or(is_end)
    })
}

/// The embeds of a text, in order. `html`: the text, with spaces for all that is not HTML.
pub(crate) fn embeds(text: &str, html: &str, is_jsx: bool) -> Vec<Embed> {
    let mut embeds: Vec<Embed> = Vec::new();
    for token in tokens(html) {
        let Token::StartTag(tag) = token else { continue };
        // What is inside an embed is its content, also where Markdown ends the HTML before.
        let is_inside = embeds.last().is_some_and(|embed| tag.span.start < embed.range.end);
        if *tag.name == NAME.as_bytes() && !is_inside {
            embeds.push(read(text, tag.span.start, is_jsx));
        }
    }
    embeds
}

fn tokens(html: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).map(|Ok(token)| token)
}

/// Reads the embed that starts at an offset. One that is not closed ends where the next one starts.
fn read(text: &str, start: usize, is_jsx: bool) -> Embed {
    let mut embed = Embed {
        range: start..text.len(),
        is_closed: false,
        attributes: Vec::new(),
        repeated: Vec::new(),
        configs: Vec::new(),
        prerendered: Vec::new(),
    };
    let mut inside = Inside::Other;
    let mut is_started = false;
    for token in tokens(&text[start..]) {
        match token {
            Token::Error(error) if *error == Error::DuplicateAttribute && !is_started => {
                embed.repeated.push(start + error.span.start);
            }
            Token::StartTag(tag) if !is_started => {
                is_started = true;
                embed.attributes = attributes(&tag, start);
                if is_jsx && tag.self_closing {
                    return embed.closed(start + tag.span.end);
                }
            }
            Token::StartTag(tag) if *tag.name == NAME.as_bytes() => {
                embed.range.end = start + tag.span.start;
                return embed;
            }
            Token::EndTag(tag) if *tag.name == NAME.as_bytes() => return embed.closed(start + tag.span.end),
            token => inside = embed.add(inside, token, start),
        }
    }
    embed
}

fn attributes(tag: &StartTag<usize>, start: usize) -> Vec<Attribute> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let attribute = |(name, value): (&html5gum::HtmlString, &html5gum::Spanned<html5gum::HtmlString, usize>)| {
        Attribute { name: text(name), value: text(value), start: start + value.span.start }
    };
    let mut attributes: Vec<_> = tag.attributes.iter().map(attribute).collect();
    attributes.sort_by_key(|attribute| attribute.start);
    attributes
}

/// The element inside an embed that is being read.
#[derive(Clone, Copy)]
enum Inside {
    Other,
    /// A config, whose text starts here.
    Config(usize),
    /// A `<pre>`, whose last tag ended here.
    Pre(usize),
}

impl Embed {
    fn closed(mut self, end: usize) -> Self {
        self.range.end = end;
        self.is_closed = true;
        self
    }

    /// Adds a token of the content, and returns what the next one is in.
    fn add(&mut self, inside: Inside, token: Token<usize>, start: usize) -> Inside {
        match (inside, token) {
            (Inside::Other, Token::StartTag(tag)) if *tag.name == b"script"[..] => {
                let is_config = tag
                    .attributes
                    .get(&b"type"[..])
                    .is_some_and(|value| value.trim_ascii().eq_ignore_ascii_case(b"application/json"));
                if is_config { Inside::Config(start + tag.span.end) } else { inside }
            }
            (Inside::Other, Token::StartTag(tag)) if *tag.name == b"pre"[..] => {
                let start_tag = start + tag.span.start;
                self.prerendered.push(Prerendered { start: start_tag, parts: Vec::new(), text: String::new() });
                Inside::Pre(start + tag.span.end)
            }
            (Inside::Config(from), Token::EndTag(tag)) => {
                self.configs.push(from..start + tag.span.start);
                Inside::Other
            }
            (Inside::Pre(from), Token::StartTag(tag)) => {
                self.add_part(from..start + tag.span.start);
                Inside::Pre(start + tag.span.end)
            }
            (Inside::Pre(from), Token::EndTag(tag)) => {
                let is_end = *tag.name == b"pre"[..];
                // An empty element has one part, which is empty.
                let is_text = from < start + tag.span.start || self.has_no_part();
                if is_text {
                    self.prerendered
                        .last_mut()
                        .into_iter()
                        .for_each(|pre| pre.parts.push(from..start + tag.span.start));
                }
                if is_end { Inside::Other } else { Inside::Pre(start + tag.span.end) }
            }
            (Inside::Pre(_), Token::String(string)) => {
                if let Some(pre) = self.prerendered.last_mut() {
                    pre.text.push_str(&String::from_utf8_lossy(&string));
                }
                inside
            }
            _ => inside,
        }
    }

    fn add_part(&mut self, range: Range<usize>) {
        if let Some(pre) = self.prerendered.last_mut().filter(|_| !range.is_empty()) {
            pre.parts.push(range);
        }
    }

    fn has_no_part(&self) -> bool {
        self.prerendered.last().is_some_and(|pre| pre.parts.is_empty())
    }
}
