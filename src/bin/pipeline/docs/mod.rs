//! `pipeline docs`: for authors of pages with `<pipeline-playground>` in them.
//!
//! `check` finds each embed of a docs tree, runs its config, and compares what is prerendered; `new` prints an embed.

mod attributes;
mod check;
mod config;
mod finding;
mod new;
mod outcome;
mod pages;
mod prerendered;
mod site;
mod tree;

use std::io;
use std::process::ExitCode;

use lexopt::{Arg, Error, Parser, ValueExt};

use attributes::Rule;

const HELP: &str = "\
For authors of pages with <pipeline-playground> in them.

Usage: pipeline docs check PATH [--write] [--root FOLDER]
       pipeline docs new [CONFIG] [--ATTRIBUTE VALUE]...

check  runs each embed in the Markdown, HTML and reStructuredText below PATH, and says in which line what is
       prerendered is not what the engine says, or a config or an attribute is wrong
  --write          bring what is prerendered up to date
  --root FOLDER    the site's root, for a src that starts with / [default: PATH]

new    prints a tag to paste into Markdown, with the config (`-` or none: standard input) and its summary
  --flags, --show, --view, --stage, --record, --number, --theme, --height, --readonly, ...
                   the tag's attributes

Exit status: 0, 1 if something is wrong, 2 for wrong options.
";

/// What the arguments ask for.
pub(crate) enum Command {
    Check(tree::Options),
    New(new::Options),
    Help,
}

/// Reads the arguments after `docs`.
pub(crate) fn parse(parser: &mut Parser) -> Result<Command, Error> {
    match parser.next()? {
        Some(Arg::Value(name)) if name == "check" => parse_check(parser),
        Some(Arg::Value(name)) if name == "new" => parse_new(parser),
        Some(Arg::Long("help") | Arg::Short('h')) => Ok(Command::Help),
        Some(other) => Err(other.unexpected()),
        None => Err("docs what? check or new".into()),
    }
}

fn parse_check(parser: &mut Parser) -> Result<Command, Error> {
    let (mut path, mut root, mut write) = (None, None, false);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("write") => write = true,
            Arg::Long("root") => root = Some(parser.value()?.into()),
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help),
            Arg::Value(value) if path.is_none() => path = Some(value.into()),
            other => return Err(other.unexpected()),
        }
    }
    let path = path.ok_or("docs check what? a folder or a file")?;
    Ok(Command::Check(tree::Options { path, root, write }))
}

fn parse_new(parser: &mut Parser) -> Result<Command, Error> {
    let mut options = new::Options::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help),
            Arg::Long(name) => {
                let name = name.to_owned();
                let value = match attributes::rule(&name) {
                    None => return Err(Arg::Long(&name).unexpected()),
                    Some(Rule::Presence | Rule::Switch) => String::new(),
                    Some(_) => parser.value()?.string()?,
                };
                attributes::check(&name, &value)?;
                options.attributes.push((name, value));
            }
            Arg::Value(value) if options.config.is_none() => options.config = Some(value.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::New(options))
}

/// Does what the arguments ask for.
pub(crate) fn run(command: &Command) -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    match command {
        Command::Check(options) => tree::run(options, &mut out),
        Command::New(options) => new::run(options, &mut out, &mut io::stderr().lock()),
        Command::Help => io::Write::write_all(&mut out, HELP.as_bytes()).map(|()| ExitCode::SUCCESS),
    }
}
