//! The command line, `pipeline`. Mirrors the course's Python program, with a few more options.
//!
//! The summary goes to standard output and to a file, log lines and exceptions go to standard error.

mod docs;
mod explain;

use std::fmt;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::{Timestamp, Zoned};
use lexopt::{Arg, Parser, ValueExt};

use pipeline_playground::pipeline::{self, Failure, Run, Summary};
use pipeline_playground::python::Value;
use pipeline_playground::text::Text;

const HELP: &str = "\
The course's data pipeline: adapt, cache, validate, freshness, reconcile.

Usage: pipeline [OPTIONS]
       pipeline docs check PATH [--write]    check the playgrounds in a docs tree
       pipeline docs new [CONFIG]            print a playground to paste into one
                                             (`pipeline docs --help` says more)

Options:
  --input FILE     the config, `-` for standard input [default: data/sample_input.json]
                   a file that does not exist is the config {}
  --output FILE    where the summary is written, `-` for standard output only
                   [default: data/output_summary.json]
  --explain        show what became of each record, in a table on standard error
  --clock SECONDS  what stands in for an absent `now`, in seconds since 1970 [default: the clock]
  --dry-run        run everything, write nothing; so does \"dry_run\": true in the config
  --help           show this
  --version        show the version

Log lines go to standard error. Exit status: 0, 1 after an exception, 2 for wrong options.
";

/// The options of a run.
struct Options {
    input: PathBuf,
    output: PathBuf,
    explain: bool,
    clock: Option<f64>,
    dry_run: bool,
}

/// What the arguments ask for.
enum Command {
    Docs(docs::Command),
    Run(Options),
    Print(String),
}

fn main() -> ExitCode {
    let done = match parse(Parser::from_env()) {
        Ok(Command::Docs(command)) => docs::run(&command),
        Ok(Command::Run(options)) => run(&options),
        Ok(Command::Print(text)) => print(&text).map(|()| ExitCode::SUCCESS),
        Err(error) => complain(format_args!("pipeline: {error}\nTry `pipeline --help`.")).map(|()| ExitCode::from(2)),
    };
    match done {
        Ok(code) => code,
        // Nobody reads the output any more, so there is nowhere to report it.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::FAILURE,
        Err(error) => {
            let _ = complain(format_args!("pipeline: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn parse(mut parser: Parser) -> Result<Command, lexopt::Error> {
    let mut options = Options {
        input: "data/sample_input.json".into(),
        output: "data/output_summary.json".into(),
        explain: false,
        clock: None,
        dry_run: false,
    };
    let mut is_first = true;
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Value(name) if is_first && name == "docs" => return docs::parse(&mut parser).map(Command::Docs),
            Arg::Long("input") => options.input = parser.value()?.into(),
            Arg::Long("output") => options.output = parser.value()?.into(),
            Arg::Long("explain") => options.explain = true,
            Arg::Long("clock") => options.clock = Some(parser.value()?.parse()?),
            Arg::Long("dry-run") => options.dry_run = true,
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Print(HELP.to_owned())),
            Arg::Long("version") | Arg::Short('V') => {
                return Ok(Command::Print(format!("pipeline {}\n", env!("CARGO_PKG_VERSION"))));
            }
            other => return Err(other.unexpected()),
        }
        is_first = false;
    }
    Ok(Command::Run(options))
}

fn run(options: &Options) -> io::Result<ExitCode> {
    let config = read(&options.input).map_err(|error| about(&options.input, &error))?;
    let clock = options.clock.unwrap_or_else(|| Timestamp::now().as_duration().as_secs_f64());
    let run = pipeline::run(Text::from_file(config), clock);
    for line in run.logs(0) {
        log(line.level.name(), &line.message)?;
    }
    if options.explain {
        explain::write(&run, &mut io::stderr().lock())?;
    }
    match (run.summary(), run.failure()) {
        (_, Some(failure)) => complain(Traceback { run: &run, failure }).map(|()| ExitCode::FAILURE),
        (Some(summary), None) => write(summary, &run, options).map(|()| ExitCode::SUCCESS),
        (None, None) => Ok(ExitCode::SUCCESS),
    }
}

/// The config's bytes.
fn read(input: &Path) -> io::Result<Vec<u8>> {
    if input == "-" {
        let mut config = Vec::new();
        io::stdin().lock().read_to_end(&mut config)?;
        return Ok(config);
    }
    // Like `Path(input).exists()`: the empty path is the current folder, and a path below a file does not exist.
    let input = if input == "" { Path::new(".") } else { input };
    match std::fs::read(input) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(b"{}".to_vec()),
        config => config,
    }
}

/// Writes the summary to the output file, and prints it.
fn write(summary: &Summary, run: &Run, options: &Options) -> io::Result<()> {
    let output = &options.output;
    if options.dry_run || run.config().and_then(|config| config.get("dry_run")).is_some_and(Value::truth) {
        let what = if output == "-" { "nothing is".into() } else { format!("{} is not", output.display()) };
        log("INFO", format_args!("dry run: {what} written"))?;
    } else if output != "-" {
        save(output, &summary.to_string()).map_err(|error| about(output, &error))?;
    }
    print(&format!("{summary}\n"))
}

fn save(output: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = output.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(output, text)
}

/// The last line of Python's traceback, after a line that Python does not print: where in the config it happened.
struct Traceback<'r> {
    run: &'r Run,
    failure: &'r Failure,
}

impl fmt::Display for Traceback<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Failure { exception, stage, source, index, .. } = self.failure;
        let mut at = Vec::new();
        at.extend(stage.map(|stage| format!("stage {}", stage.name())));
        at.extend(source.as_ref().map(|source| format!("source {source}")));
        at.extend(index.map(|index| format!("record {index}")));
        at.extend(exception.span.as_ref().map(|span| {
            let position = self.run.text().position(span.start);
            format!("line {}, column {}", position.line + 1, position.column + 1)
        }));
        if !at.is_empty() {
            writeln!(f, "  in {}", at.join(", "))?;
        }
        write!(f, "{exception}")
    }
}

/// Writes a log line like Python's logging: `2023-11-14 22:13:20,250 | INFO | message`, in local time.
fn log(level: &str, message: impl fmt::Display) -> io::Result<()> {
    let now = Zoned::now();
    let (time, ms) = (now.strftime("%Y-%m-%d %H:%M:%S"), now.millisecond());
    complain(format_args!("{time},{ms:03} | {level} | {message}"))
}

fn about(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

fn print(text: &str) -> io::Result<()> {
    io::stdout().lock().write_all(text.as_bytes())
}

fn complain(text: impl fmt::Display) -> io::Result<()> {
    writeln!(io::stderr().lock(), "{text}")
}
