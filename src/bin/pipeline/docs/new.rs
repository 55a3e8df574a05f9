//! `pipeline docs new`: a tag with its config and its prerendered summary.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use pipeline_playground::text::Text;

use super::attributes;
use super::outcome::{Outcome, outcome};
use super::pages::Markup;
use super::prerendered::escaped;
use super::site::Site;
use super::tree::check_text;

/// The options of `docs new`.
#[derive(Default)]
pub(crate) struct Options {
    /// The config; standard input if there is none.
    pub config: Option<PathBuf>,
    /// The tag's attributes, in order.
    pub attributes: Vec<(String, String)>,
}

/// Prints a tag. What is wrong is said on standard error.
pub(crate) fn run(options: &Options, out: &mut impl Write, err: &mut impl Write) -> io::Result<ExitCode> {
    let config = match read(options.config.as_deref()).map(|config| embeddable(&config)) {
        Ok(Ok(config)) => config,
        Ok(Err(problem)) => return refuse(&problem, err),
        Err(error) => return refuse(&error.to_string(), err),
    };
    let flags = options.attributes.iter().find(|(name, _)| name == "flags");
    let flags = flags.and_then(|(_, value)| attributes::flags(value).ok()).unwrap_or_default();
    let outcome = outcome(Text::from_string(config.clone().into_bytes()), &flags, Text::from_string);
    // A src is relative to a page that is not known here: what is checked has its config inside.
    let inside: Vec<_> = options.attributes.iter().filter(|(name, _)| name != "src").cloned().collect();
    let tag = tag(&inside, Some(&config), &outcome);
    let (findings, ..) = check_text(Path::new("new.md"), &Site::default(), Markup::Markdown, &tag);
    let mut faults = findings.iter().filter(|finding| !finding.is_note).peekable();
    if faults.peek().is_some() {
        let faults: Vec<_> = faults.map(|fault| fault.message.as_str()).collect();
        return refuse(&faults.join("\npipeline: "), err);
    }
    if outcome.qualified.is_some() {
        writeln!(err, "pipeline: note: the config raises {}", outcome.text)?;
    }
    let has_src = inside.len() < options.attributes.len();
    let printed = if has_src { self::tag(&options.attributes, None, &outcome) } else { tag };
    out.write_all(printed.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn refuse(problem: &str, err: &mut impl Write) -> io::Result<ExitCode> {
    writeln!(err, "pipeline: {problem}")?;
    Ok(ExitCode::FAILURE)
}

fn read(path: Option<&Path>) -> io::Result<Vec<u8>> {
    let Some(path) = path.filter(|&path| path != "-") else {
        let mut config = Vec::new();
        io::stdin().lock().read_to_end(&mut config)?;
        return Ok(config);
    };
    std::fs::read(path).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

/// The config as it can be in a script: without blank lines, which would end the HTML in Markdown, and without what would
/// end the script or start a comment in it. JSON means the same then.
fn embeddable(config: &[u8]) -> Result<String, String> {
    let text = std::str::from_utf8(config).map_err(|error| format!("the config is not UTF-8: {error}"))?;
    if text.contains('\0') {
        return Err("the config has a NUL character, which HTML cannot have".into());
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<_> = text.split('\n').filter(|line| !line.trim_matches([' ', '\t']).is_empty()).collect();
    Ok(lines.join("\n").replace("</", "<\\/").replace("<!--", "<!\\u002d-"))
}

/// The tag, in an element that Python-Markdown also knows as a block and so leaves as it is.
fn tag(attributes: &[(String, String)], config: Option<&str>, outcome: &Outcome) -> String {
    let attribute = |(name, value): &(String, String)| {
        let value = escaped(value).replace('"', "&quot;").replace('\n', "&#10;");
        if value.is_empty() { format!(" {name}") } else { format!(" {name}=\"{value}\"") }
    };
    let attributes: String = attributes.iter().map(attribute).collect();
    let config = config.map(|config| format!("<script type=\"application/json\">{config}</script>\n"));
    let (config, text) = (config.unwrap_or_default(), escaped(&outcome.text));
    format!("<div>\n<pipeline-playground{attributes}>\n{config}<pre>{text}</pre>\n</pipeline-playground>\n</div>\n")
}
