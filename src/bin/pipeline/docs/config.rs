//! The config of an embed: where it is, and what is in it.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use pipeline_playground::pipeline::Stage;
use pipeline_playground::python::Value;
use pipeline_playground::text::Text;

use super::outcome::{Outcome, outcome};

/// A config that was found.
pub(crate) struct Config {
    pub text: Text,
    pub origin: Origin,
}

/// Where a config's text comes from.
pub(crate) enum Origin {
    /// The page, where it starts at this line.
    Page(usize),
    File(PathBuf),
}

impl Config {
    /// Runs it with these flags.
    pub fn run(&self, flags: &[(Stage, bool)]) -> Outcome {
        let read = match self.origin {
            Origin::Page(_) => Text::from_string,
            Origin::File(_) => Text::from_file,
        };
        outcome(read(self.text.bytes().to_vec()), flags, read)
    }

    /// Where an exception of its run happened: the line of the page, or else that of the file, in words.
    pub fn place_of(&self, outcome: &Outcome) -> (Option<usize>, String) {
        let span = outcome.run.failure().and_then(|failure| failure.exception.span.clone());
        // A flag that was added on a line of its own has moved the lines behind it.
        let lines = |text: &Text| text.position(text.bytes().len()).line;
        let is_moved = lines(outcome.run.text()) != lines(&self.text);
        let position = span.filter(|_| !is_moved).map(|span| outcome.run.text().position(span.start).line);
        match &self.origin {
            Origin::Page(start) => (position.map(|line| line + start), String::new()),
            Origin::File(file) => {
                let line = position.map(|line| format!(":{}", line + 1)).unwrap_or_default();
                (None, format!(" ({}{line})", file.display()))
            }
        }
    }
}

/// Checks that a config has a record.
pub(crate) fn has_record(config: Value<'_>, source: &str, index: usize) -> Result<(), String> {
    let sources = config.get("sources");
    let found = sources.and_then(|sources| sources.get(source));
    let records = found.ok_or_else(|| format!("the config has no source {source:?}"))?.get("records");
    match records.map_or(0, |records| records.elements().count()) {
        count if index < count => Ok(()),
        0 => Err(format!("{source} has no records")),
        count => Err(format!("there is no {source}[{index}]; the last record of {source} is {source}[{}]", count - 1)),
    }
}

/// Where a `src` leads to.
pub(crate) enum Source {
    File(PathBuf),
    /// There is no such file. Where it was looked for.
    Missing(Vec<PathBuf>),
    /// At an address that is not looked up.
    Elsewhere,
}

/// Finds the file that a URL in a page leads to. `root`: the folder that is the site's root.
///
/// A site can give a page a folder of its own: `guide/start.md` becomes `guide/start/index.html`, from which `../a.json`
/// is `guide/a.json`. So a page that is not an index is also read as if it were in such a folder.
pub(crate) fn find(url: &str, page: &Path, root: &Path) -> Source {
    let url = url.trim();
    let is_scheme = |scheme: &str| scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    if url.starts_with("//") || url.split_once(':').is_some_and(|(scheme, _)| is_scheme(scheme)) {
        return Source::Elsewhere;
    }
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8_lossy();
    let folder = page.parent().unwrap_or(Path::new(""));
    let candidates: Vec<PathBuf> = match path.strip_prefix('/') {
        Some(path) => vec![resolved(root, path)],
        None => {
            [folder, &folder.join(page.file_stem().unwrap_or_default())].map(|folder| resolved(folder, &path)).into()
        }
    };
    match candidates.iter().find(|candidate| candidate.is_file()) {
        Some(file) => Source::File(file.clone()),
        None => Source::Missing(candidates),
    }
}

/// The path from a folder, which need not exist.
fn resolved(folder: &Path, path: &str) -> PathBuf {
    let mut resolved = folder.to_owned();
    for part in path.split('/') {
        match part {
            ".." if resolved.file_name().is_some() => {
                resolved.pop();
            }
            "." | "" => {}
            part => resolved.push(part),
        }
    }
    resolved
}
