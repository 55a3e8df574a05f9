//! `pipeline docs check`: all embeds of a docs tree.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::check::{Place, check};
use super::finding::Finding;
use super::pages::{self, Lines, Markup, NoEmbed, tag_starts};
use super::prerendered::Replacement;
use super::site::Site;

/// The options of `docs check`.
pub(crate) struct Options {
    /// A folder or a file.
    pub path: PathBuf,
    /// The site's root, if it is not that folder.
    pub root: Option<PathBuf>,
    pub write: bool,
}

/// What was checked so far.
#[derive(Default)]
struct Tally {
    files: usize,
    files_with_embeds: usize,
    embeds: usize,
    faults: usize,
    written: usize,
}

/// Checks all embeds, and prints what it finds.
pub(crate) fn run(options: &Options, out: &mut impl Write) -> io::Result<ExitCode> {
    let site = Site::of(&options.path, options.root.as_deref());
    let mut tally = Tally::default();
    for page in pages::pages(&options.path) {
        match page.and_then(|(path, markup)| Ok((read(&path)?, path, markup))) {
            Ok((Some(text), path, markup)) => check_file(options, &site, (&path, markup, &text), &mut tally, out)?,
            Ok((None, ..)) => tally.files += 1,
            Err(problem) => {
                tally.faults += 1;
                writeln!(out, "{problem}")?;
            }
        }
    }
    let Tally { files, files_with_embeds, embeds, faults, written } = tally;
    write!(out, "checked {} in {files_with_embeds} of {}", count(embeds, "embed"), count(files, "file"))?;
    if written > 0 {
        write!(out, ", brought {written} up to date")?;
    }
    if faults > 0 {
        write!(out, ", found {}", count(faults, "fault"))?;
    }
    writeln!(out)?;
    Ok(if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// The text of a file; `None` if nothing in it looks like an embed.
fn read(path: &Path) -> Result<Option<String>, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let text = String::from_utf8(bytes).or_else(|error| {
        let lossy = String::from_utf8_lossy(error.as_bytes());
        let line = Lines::of(&lossy).number(error.utf8_error().valid_up_to());
        let is_page = tag_starts(&lossy).next().is_some();
        if is_page { Err(format!("{}:{line}: the file is not UTF-8", path.display())) } else { Ok(String::new()) }
    })?;
    Ok(Some(text).filter(|text| tag_starts(text).next().is_some()))
}

fn check_file(
    options: &Options,
    site: &Site,
    (path, markup, text): (&Path, Markup, &str),
    tally: &mut Tally,
    out: &mut impl Write,
) -> io::Result<()> {
    let (mut findings, replacements, embeds) = check_text(path, site, markup, text);
    tally.files += 1;
    tally.files_with_embeds += usize::from(embeds > 0);
    tally.embeds += embeds;
    if options.write && !replacements.is_empty() {
        let text = replaced(text, &replacements);
        match std::fs::write(path, &text) {
            Ok(()) => {
                tally.written += replacements.len();
                // What cannot be put right has other line numbers now.
                (findings, ..) = check_text(path, site, markup, &text);
            }
            Err(error) => findings.push(Finding::fault(1, error.to_string())),
        }
    }
    for Finding { line, is_note, message } in findings {
        tally.faults += usize::from(!is_note);
        writeln!(out, "{}:{line}: {}{message}", path.display(), if is_note { "note: " } else { "" })?;
    }
    Ok(())
}

/// The findings in a page, in order, what brings it up to date, and how many embeds it has.
pub(crate) fn check_text(
    path: &Path,
    site: &Site,
    markup: Markup,
    text: &str,
) -> (Vec<Finding>, Vec<Replacement>, usize) {
    let lines = Lines::of(text);
    let (page, embeds) = pages::read(text, markup, &lines);
    let place = Place { path, site, markup, text, lines: &lines, page: &page };
    let (mut findings, mut replacements) = (Vec::new(), Vec::new());
    for embed in &embeds {
        let verdict = check(&place, embed);
        findings.extend(verdict.findings);
        replacements.extend(verdict.replacement);
    }
    findings.extend(page.others.iter().map(|&(offset, why)| no_embed(lines.number(offset), why)));
    findings.sort_by_key(|finding| finding.line);
    (findings, replacements, embeds.len())
}

fn no_embed(line: usize, why: NoEmbed) -> Finding {
    match why {
        NoEmbed::Indented => Finding::note(line, "not checked: the tag is in an indented code block"),
        NoEmbed::Text => Finding::fault(line, "Markdown sees text here and no tag: is a quote or a > missing?"),
    }
}

fn replaced(text: &str, replacements: &[Replacement]) -> String {
    let (mut out, mut end) = (String::with_capacity(text.len()), 0);
    for replacement in replacements {
        out.push_str(&text[end..replacement.range.start]);
        out.push_str(&replacement.text);
        end = replacement.range.end;
    }
    out + &text[end..]
}
