//! Checks one embed.

use std::ops::Range;
use std::path::Path;

use pipeline_playground::pipeline::SummaryNumber;
use pipeline_playground::python::Kind;
use pipeline_playground::text::Text;

use super::attributes;
use super::config::{Config, Origin, Source, find, has_record};
use super::finding::Finding;
use super::outcome::Outcome;
use super::pages::{Embed, Lines, Markup, Page, indent, jsx, without_indent};
use super::prerendered::{Replacement, Shown};
use super::site::Site;

/// The page that an embed is in.
pub(crate) struct Place<'p> {
    pub path: &'p Path,
    pub site: &'p Site,
    pub markup: Markup,
    pub text: &'p str,
    pub lines: &'p Lines,
    pub page: &'p Page,
}

/// What there is to say about an embed.
#[derive(Default)]
pub(crate) struct Verdict {
    pub findings: Vec<Finding>,
    /// What brings the prerendered text up to date.
    pub replacement: Option<Replacement>,
}

/// Checks an embed.
pub(crate) fn check(place: &Place<'_>, embed: &Embed) -> Verdict {
    let mut checked = Checked { place, embed, verdict: Verdict::default() };
    let line = checked.line();
    if embed.is_closed {
        checked.check_attributes();
        checked.check_content();
        if let Some(config) = checked.config() {
            // With flags that are wrong, nobody knows what the summary should be.
            let flags = checked.attribute("flags").map_or(Ok(Vec::new()), attributes::flags);
            if let Ok(flags) = flags {
                let outcome = config.run(&flags);
                checked.check_chosen(&outcome);
                checked.check_outcome(&config, &outcome);
            }
        }
    } else {
        checked.fault(line, "the tag is not closed: </pipeline-playground> is missing");
    }
    checked.verdict
}

struct Checked<'c> {
    place: &'c Place<'c>,
    embed: &'c Embed,
    verdict: Verdict,
}

impl Checked<'_> {
    /// The line of the start tag.
    fn line(&self) -> usize {
        self.place.lines.number(self.embed.range.start)
    }

    fn fault(&mut self, line: usize, message: impl Into<String>) {
        self.verdict.findings.push(Finding::fault(line, message));
    }

    fn note(&mut self, line: usize, message: impl Into<String>) {
        self.verdict.findings.push(Finding::note(line, message));
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.embed.attributes.iter().find(|attribute| attribute.name == name).map(|attribute| &*attribute.value)
    }

    /// The line of an attribute, or else of the tag.
    fn attribute_line(&self, name: &str) -> usize {
        let attribute = self.embed.attributes.iter().find(|attribute| attribute.name == name);
        self.place.lines.number(attribute.map_or(self.embed.range.start, |attribute| attribute.start))
    }

    fn check_attributes(&mut self) {
        for attribute in &self.embed.attributes {
            // What an expression of JSX comes to is not known here.
            let is_expression = self.place.markup == Markup::Mdx && attribute.value.starts_with('{');
            match attributes::check(&attribute.name, &attribute.value) {
                Err(problem) if !is_expression => self.fault(self.place.lines.number(attribute.start), problem),
                _ => {}
            }
        }
        for &start in &self.embed.repeated {
            let is_end = |char: char| char.is_whitespace() || matches!(char, '=' | '>' | '/');
            let name = self.place.text[start..].split(is_end).next().unwrap_or_default();
            self.fault(self.place.lines.number(start), format!("{name} is there twice"));
        }
    }

    fn check_content(&mut self) {
        if let [_, second, ..] = &self.embed.configs[..] {
            self.fault(self.place.lines.number(second.start), "there is more than one config");
        }
        if let [_, second, ..] = &self.embed.prerendered[..] {
            self.fault(self.place.lines.number(second.start), "there is more than one <pre>");
        }
        match self.place.markup {
            Markup::Markdown if self.place.site.is_python_markdown => self.check_for_python_markdown(),
            Markup::Markdown | Markup::Mdx => self.check_for_common_mark(),
            Markup::Html | Markup::ReStructuredText => {}
        }
    }

    /// `CommonMark` ends HTML at a blank line.
    fn check_for_common_mark(&mut self) {
        let mut start = self.embed.range.start;
        for line in self.place.text[self.embed.range.clone()].split_inclusive('\n') {
            let is_blank = line.ends_with('\n') && line.trim_matches([' ', '\t', '\r', '\n', '>']).is_empty();
            if is_blank && start > self.embed.range.start {
                let message =
                    "CommonMark ends the HTML at this blank line, so leave it out, unless your Markdown keeps it";
                self.note(self.place.lines.number(start), message);
                return;
            }
            start += line.len();
        }
    }

    /// Python-Markdown leaves HTML as it is only in an element that it knows, and only if that is not indented.
    fn check_for_python_markdown(&mut self) {
        let start = self.embed.range.start;
        let before = self.place.text[..start].lines().rev().take_while(|line| !line.trim().is_empty());
        let is_bare = before.count() == 0;
        let has_content = !self.embed.configs.is_empty() || !self.embed.prerendered.is_empty();
        let is_long = has_content && self.place.text[self.embed.range.clone()].contains('\n');
        if !self.place.page.indent(start).is_empty() && !self.embed.configs.is_empty() {
            let message =
                "Python-Markdown reads a config as Markdown where it is indented: use src, or do not indent it";
            self.note(self.line(), message);
        } else if is_bare && is_long {
            self.note(
                self.line(),
                "Python-Markdown breaks a tag that is not in an element that it knows: put a <div> around it",
            );
        }
    }

    /// The config, if it is known. Says why not if there should be one.
    fn config(&mut self) -> Option<Config> {
        let inside = self.embed.configs.first().cloned();
        let Some(url) = self.attribute("src").filter(|url| !url.trim().is_empty()).map(str::to_owned) else {
            if inside.is_none() {
                self.check_without_config();
            }
            return inside.map(|range| self.config_inside(range));
        };
        let line = self.attribute_line("src");
        if inside.is_some() {
            self.fault(line, "there is a config inside and a src: which one counts?");
        }
        match find(&url, self.place.path, &self.place.site.root) {
            Source::Elsewhere => self.note(line, format!("src is not fetched, so nothing was run: {url}")),
            Source::Missing(places) => {
                let places: Vec<_> = places.iter().map(|place| place.display().to_string()).collect();
                self.fault(line, format!("src: there is no file {}", places.join(" or ")));
            }
            Source::File(file) => match std::fs::read(&file) {
                Ok(bytes) => return Some(Config { text: Text::from_file(bytes), origin: Origin::File(file) }),
                Err(error) => self.fault(line, format!("src: {}: {error}", file.display())),
            },
        }
        None
    }

    fn config_inside(&self, range: Range<usize>) -> Config {
        let start = self.place.lines.number(range.start);
        let source = &self.place.text[range.clone()];
        let unwrapped = (self.place.markup == Markup::Mdx).then(|| jsx::unwrap(source)).flatten();
        let text = unwrapped.unwrap_or_else(|| without_indent(source, self.place.page.indent(range.start)));
        Config { text: Text::from_string(text.into_bytes()), origin: Origin::Page(start) }
    }

    /// Without a config, the playground starts with its sample.
    fn check_without_config(&mut self) {
        if let Some(pre) = self.embed.prerendered.first() {
            let line = self.place.lines.number(pre.start);
            self.fault(line, "there is neither a config inside nor a src, so nothing can say what is prerendered here");
        }
    }

    /// Checks that the record and the number that are to be opened exist.
    fn check_chosen(&mut self, outcome: &Outcome) {
        let record = self.attribute("record").and_then(|value| attributes::record(value).ok());
        if let (Some((source, index)), Some(config)) = (record, outcome.run.config())
            && let Err(problem) = has_record(config, source, index)
        {
            self.fault(self.attribute_line("record"), format!("record: {problem}"));
        }
        let number = self.attribute("number").and_then(SummaryNumber::named);
        if let (Some(number), Some(summary)) = (number, outcome.run.summary())
            && number.find(&summary.to_string()).is_none()
        {
            let message = format!("number: this summary has no {:?}", number.name());
            self.fault(self.attribute_line("number"), message);
        }
    }

    fn check_outcome(&mut self, config: &Config, outcome: &Outcome) {
        let shown = self.embed.prerendered.first().map(|prerendered| Shown {
            text: self.place.text,
            lines: self.place.lines,
            markup: self.place.markup,
            prerendered,
            block_indent: self.place.page.indent(prerendered.start),
            tag_indent: indent(self.place.lines.before(self.place.text, self.embed.range.start)),
        });
        let found = shown.as_ref().map(Shown::found);
        let is_same =
            found.as_ref().is_some_and(|found| *found == outcome.text || Some(found) == outcome.qualified.as_ref());
        let expects_exception = found.as_deref().is_some_and(is_exception);
        if outcome.qualified.is_some() && !expects_exception {
            let (line, file) = config.place_of(outcome);
            let start = self.line();
            let hint = if found.is_some() { "write its type into the <pre>" } else { "prerender it in a <pre>" };
            let message = format!("the config raises {}{file}; if that is meant, {hint}", outcome.text);
            self.fault(line.unwrap_or(start), message);
        } else if let Some(shown) = shown {
            let line = self.place.lines.number(shown.prerendered.start);
            if shown.prerendered.parts.is_empty() {
                self.fault(line, "the <pre> is not closed");
            } else if !outcome.is_steady {
                self.fault(
                    line,
                    "the summary changes with the clock, since the config has no \"now\": give it one, or leave the <pre> out",
                );
            } else if !is_same {
                self.drift(line, &shown, outcome);
            }
        }
    }

    fn drift(&mut self, line: usize, shown: &Shown<'_>, outcome: &Outcome) {
        let (index, here, there) = shown.difference(&outcome.text);
        let message = match (here.as_str(), there.as_str()) {
            ("", there) => format!("`{there}` is not prerendered"),
            (here, "") => format!("`{here}` is prerendered, and the engine says nothing there"),
            (here, there) if here == there => format!("`{here}` is prerendered with other white space"),
            (here, there) => format!("`{here}` is prerendered, but the engine says `{there}`"),
        };
        self.verdict.replacement = shown.replacement(&outcome.text);
        let hint = if self.verdict.replacement.is_none() { ", and --write cannot replace the tags in it" } else { "" };
        self.fault(line + index, message + hint);
    }
}

/// Whether a text is the last line of a traceback.
fn is_exception(text: &str) -> bool {
    let name = text.split(':').next().unwrap_or_default();
    Kind::ALL.iter().any(|kind| kind.name() == name || kind.qualified_name() == name)
}
