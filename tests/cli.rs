//! The command line, as a process, against what CPython answered: one test for each case of `tests/conformance`, and a
//! few for the options that the course's program does not have.

#[path = "support/mod.rs"]
mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{fs, io};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use libtest_mimic::{Arguments, Failed, Trial};

use support::{CLOCK, Case, FileCase};

fn main() {
    let texts = support::cases().map(|case| Trial::test(case.name.clone(), move || check(FileCase::from(case))));
    let files = support::file_cases().map(|case| Trial::test(format!("file {}", case.name), move || check(case)));
    let options = [
        Trial::test("option output: -, input: -", output_to_standard_output),
        Trial::test("option dry-run", || dry_run(&["--dry-run"], "{\"now\": 1}")),
        Trial::test("option dry_run in the config", || dry_run(&[], "{\"now\": 1, \"dry_run\": true}")),
        Trial::test("option dry_run that is off", dry_run_off),
        Trial::test("option dry-run, output: -", dry_run_to_standard_output),
        Trial::test("option explain", explain),
        Trial::test("option explain: a record is a line", explain_in_one_line),
        Trial::test("option help", help),
        Trial::test("wrong options", wrong_options),
        Trial::test("a failure and its place", failure),
        Trial::test("input that cannot be read", unreadable_input),
        Trial::test("input below a file", input_below_a_file),
        Trial::test("output that cannot be written", unwritable_output),
    ];
    libtest_mimic::run(&Arguments::from_args(), texts.chain(files).chain(options).collect()).exit();
}

impl From<Case> for FileCase {
    /// The same as a run of the whole program on a file. A file is read in text mode, which shows in one thing: a CRLF
    /// counts as one character, and a lone CR ends a line, in the position that a JSON error names.
    fn from(Case { name, input, expected }: Case) -> Self {
        let last_line = expected.error.as_ref().map(|(kind, message)| {
            let message = message.to_string();
            if kind == "JSONDecodeError" {
                format!("json.decoder.JSONDecodeError: {}", in_text_mode(&message, &input))
            } else {
                format!("{kind}: {message}")
            }
        });
        Self {
            name,
            input_base64: Some(BASE64_STANDARD.encode(&input)),
            status: i32::from(last_line.is_some()),
            stdout: expected.summary.as_ref().map(|summary| format!("{summary}\n")).unwrap_or_default(),
            output_file: expected.summary,
            logs: expected.logs.iter().map(|(level, message)| (level.clone(), message.to_string())).collect(),
            last_line,
        }
    }
}

/// The position at the end of a JSON error's message, counted in the text that text mode gives.
fn in_text_mode(message: &str, input: &[u8]) -> String {
    let (what, place) = message.rsplit_once(": ").expect("a position");
    let char: usize =
        place.split("(char ").nth(1).and_then(|char| char.trim_end_matches(')').parse().ok()).expect("a char");
    let input = std::str::from_utf8(input).expect("these cases are UTF-8");
    let before: String = input.chars().take(char).collect::<String>().replace("\r\n", "\n").replace('\r', "\n");
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|&char| char != '\n').count() + 1;
    format!("{what}: line {line} column {column} (char {})", before.chars().count())
}

/// A folder of its own for a test.
fn folder(name: &str) -> io::Result<PathBuf> {
    let plain = |char: char| if char.is_ascii_alphanumeric() { char.into() } else { format!("_{:x}", u32::from(char)) };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name.chars().map(plain).collect::<String>());
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn pipeline(folder: &Path, args: &[&str]) -> io::Result<Output> {
    Command::new(env!("CARGO_BIN_EXE_pipeline")).current_dir(folder).args(args).output()
}

/// Runs the program on the case's file, with the default paths.
fn check(case: FileCase) -> Result<(), Failed> {
    let folder = folder(&format!("case {}", case.name))?;
    if let Some(input) = &case.input_base64 {
        fs::create_dir(folder.join("data"))?;
        fs::write(folder.join("data/sample_input.json"), BASE64_STANDARD.decode(input)?)?;
    }
    let output = pipeline(&folder, &["--clock", &CLOCK.to_string()])?;
    let stderr = String::from_utf8(output.stderr)?;
    let rest = strip_logs(&stderr, &case.logs)?;
    let written = fs::read_to_string(folder.join("data/output_summary.json")).ok();
    let answer = (output.status.code(), String::from_utf8(output.stdout)?, written, rest.lines().last());
    let expected = (Some(case.status), case.stdout, case.output_file, case.last_line.as_deref());
    fs::remove_dir_all(folder)?;
    if answer == expected { Ok(()) } else { Err(format!("CPython: {expected:?}\nengine: {answer:?}").into()) }
}

/// What stands behind the log lines, which must be these, each behind a time.
fn strip_logs<'s>(mut stderr: &'s str, logs: &[(String, String)]) -> Result<&'s str, Failed> {
    for (level, message) in logs {
        let time = stderr.get(..23).filter(|time| is_time(time)).ok_or("a log line starts with its time")?;
        let line = format!("{time} | {level} | {message}\n");
        stderr = stderr.strip_prefix(&line).ok_or_else(|| format!("expected {line:?}, found {stderr:.200?}"))?;
    }
    if stderr.get(..23).is_some_and(is_time) {
        Err("there are more log lines than expected".into())
    } else {
        Ok(stderr)
    }
}

/// Whether this is a time as Python's logging writes it.
fn is_time(text: &str) -> bool {
    text.bytes()
        .zip(b"dddd-dd-dd dd:dd:dd,ddd")
        .all(|(byte, &like)| if like == b'd' { byte.is_ascii_digit() } else { byte == like })
}

fn expect(condition: bool, what: &str, output: &Output) -> Result<(), Failed> {
    if condition { Ok(()) } else { Err(format!("{what}: {output:?}").into()) }
}

fn output_to_standard_output() -> Result<(), Failed> {
    let folder = folder("output")?;
    fs::write(folder.join("config.json"), "{\"now\": 1}")?;
    let config = fs::File::open(folder.join("config.json"))?;
    let output = Command::new(env!("CARGO_BIN_EXE_pipeline"))
        .current_dir(&folder)
        .args(["--input", "-", "--output", "-"])
        .stdin(config)
        .output()?;
    expect(
        output.status.success() && output.stdout.starts_with(b"{\n  \"records_in\": 0,"),
        "the summary is printed",
        &output,
    )?;
    expect(fs::read_dir(&folder)?.count() == 1, "nothing is written", &output)
}

fn dry_run(args: &[&str], config: &str) -> Result<(), Failed> {
    let folder = folder(&format!("dry run {}", args.len()))?;
    fs::write(folder.join("config.json"), config)?;
    let output = pipeline(&folder, &[&["--input", "config.json", "--output", "out/summary.json"], args].concat())?;
    expect(
        output.status.success() && output.stdout.starts_with(b"{\n  \"records_in\": 0,"),
        "everything runs",
        &output,
    )?;
    expect(!folder.join("out").exists(), "nothing is written", &output)?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    expect(stderr.ends_with(" | INFO | dry run: out/summary.json is not written\n"), "it says so", &output)
}

/// An option of the config counts as a flag does: by its truth.
fn dry_run_off() -> Result<(), Failed> {
    for value in ["false", "0", "null", "\"\""] {
        let folder = folder("dry run off")?;
        fs::write(folder.join("config.json"), format!("{{\"now\": 1, \"dry_run\": {value}}}"))?;
        let output = pipeline(&folder, &["--input", "config.json", "--output", "out/summary.json"])?;
        expect(output.status.success() && output.stderr.is_empty(), "there is nothing to say", &output)?;
        let written = fs::read(folder.join("out/summary.json"))?;
        expect(output.stdout.strip_suffix(b"\n") == Some(&written), "the summary is written", &output)?;
    }
    Ok(())
}

fn dry_run_to_standard_output() -> Result<(), Failed> {
    let folder = folder("dry run to standard output")?;
    let output = pipeline(&folder, &["--output", "-", "--dry-run"])?;
    expect(output.status.success() && output.stdout.starts_with(b"{\n"), "the summary is printed", &output)?;
    expect(fs::read_dir(&folder)?.count() == 0, "nothing is written", &output)?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    let said = strip_logs(&stderr, &[("INFO".into(), "dry run: nothing is written".into())])?;
    expect(said.is_empty(), "it says so, and no more", &output)
}

fn explain() -> Result<(), Failed> {
    let config = r#"{"now": 1000, "sources": {
        "alpha": {"records": [{"uid": 1, "data": "x"}, {"uid": 1, "data": "x"}, {"uid": 2}]},
        "gamma": {"records": [{"id": 1, "value": "y", "timestamp": 300}]}}}"#;
    let folder = folder("explain")?;
    fs::write(folder.join("config.json"), config)?;
    let output = pipeline(&folder, &["--input", "config.json", "--output", "-", "--explain"])?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    let table: Vec<&str> =
        stderr.lines().filter(|line| line.starts_with(['#', '0', '1', '2', '3']) && !line.contains(" | ")).collect();
    let expected = [
        "#  source  index  line  fate                    freshness         reconciliation  record",
        "0  alpha   0      2     kept                    fresh, age 0 s    mismatched      {\"id\": 1, \"value\": \"x\", \"source\": \"alpha\", \"freshness\": \"fresh\"}",
        "1  alpha   1      2     duplicate of #0                           mismatched      {\"id\": 1, \"value\": \"x\", \"source\": \"alpha\"}",
        "2  alpha   2      2     invalid: value missing                    single          {\"id\": 2, \"value\": null, \"source\": \"alpha\"}",
        "3  gamma   0      3     kept                    stale, age 700 s  mismatched      {\"id\": 1, \"value\": \"y\", \"timestamp\": 300, \"source\": \"gamma\", \"freshness\": \"stale\"}",
    ];
    expect(table == expected, "the table tells what became of each record", &output)
}

/// Whatever a config calls things, a row is a line, and nothing steers the terminal.
fn explain_in_one_line() -> Result<(), Failed> {
    let config = r#"{"now": 1, "required_fields": ["a\tb", "c\u0085"], "sources": {
        "g\nö\u001b\u007f": {"records": [{"id": "\u001b"}]}}}"#;
    let folder = folder("explain in one line")?;
    fs::write(folder.join("config.json"), config)?;
    let output = pipeline(&folder, &["--input", "config.json", "--output", "-", "--explain"])?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    let row = r#"0  g\nö\u{1b}\u{7f}  0      2     invalid: a\tb, c\u{85} missing                             {"id": "\u001b", "source": "g\n\u00f6\u001b\u007f"}"#;
    expect(stderr.ends_with(&format!("\n{row}\n")), "control characters are escaped", &output)
}

fn help() -> Result<(), Failed> {
    let folder = folder("help")?;
    let output = pipeline(&folder, &["--help"])?;
    for option in ["--input", "--output", "--explain", "--clock", "--dry-run", "--help", "--version"] {
        expect(String::from_utf8_lossy(&output.stdout).contains(option), option, &output)?;
    }
    let version = pipeline(&folder, &["--version"])?;
    expect(version.stdout == format!("pipeline {}\n", env!("CARGO_PKG_VERSION")).as_bytes(), "the version", &version)
}

fn wrong_options() -> Result<(), Failed> {
    let folder = folder("wrong options")?;
    for args in [&["--outptu", "x"][..], &["--clock", "noon"], &["--input"], &["stray"]] {
        let output = pipeline(&folder, args)?;
        expect(output.status.code() == Some(2) && !output.stderr.is_empty(), "wrong options are refused", &output)?;
    }
    Ok(())
}

/// The last line is Python's; the one above it says where it was.
fn failure() -> Result<(), Failed> {
    let start = "{\"now\": 10, \"sources\": {\r\n  \"é\": {\"records\": [{\"id\": 1, \"value\": 1},\r\n";
    let adapted = ("INFO".into(), "adapted 2 records from é".into());
    let cases = [
        (
            format!("{start}    {{\"id\": \"é\", \"value\": 2, \"timestamp\": \"soon\"}}]}}}}}}"),
            vec![adapted],
            "  in stage freshness, source é, record 1, line 3, column 42\n\
             TypeError: unsupported operand type(s) for -: 'int' and 'str'\n",
        ),
        (
            format!("{start} 7]}}}}}}"),
            vec![],
            "  in stage adapt, source é, record 1, line 3, column 2\nTypeError: 'int' object is not a mapping\n",
        ),
        (
            "{\n \"sources\": []}".into(),
            vec![],
            "  in stage adapt, line 2, column 13\nAttributeError: 'list' object has no attribute 'items'\n",
        ),
        ("[]".into(), vec![], "  in line 1, column 1\nAttributeError: 'list' object has no attribute 'get'\n"),
        (
            "{\r\n\"a\": é}".into(),
            vec![],
            "  in line 2, column 6\njson.decoder.JSONDecodeError: Expecting value: line 2 column 6 (char 7)\n",
        ),
    ];
    for (config, logs, said) in cases {
        let folder = folder("failure")?;
        fs::write(folder.join("config.json"), config)?;
        let output = pipeline(&folder, &["--input", "config.json", "--output", "summary.json"])?;
        let stderr = String::from_utf8_lossy(&output.stderr);
        expect(strip_logs(&stderr, &logs)? == said, said, &output)?;
        expect(output.status.code() == Some(1) && output.stdout.is_empty(), "there is no summary", &output)?;
        expect(!folder.join("summary.json").exists(), "nothing is written", &output)?;
    }
    Ok(())
}

/// A folder, also by the empty path, which Python takes for this folder.
fn unreadable_input() -> Result<(), Failed> {
    let folder = folder("unreadable")?;
    for (input, said) in [(".", "pipeline: .: "), ("", "pipeline: ")] {
        let output = pipeline(&folder, &["--input", input])?;
        let stderr = String::from_utf8_lossy(&output.stderr);
        expect(output.status.code() == Some(1) && stderr.starts_with(said), "it says which file", &output)?;
        expect(output.stdout.is_empty() && fs::read_dir(&folder)?.count() == 0, "nothing runs", &output)?;
    }
    Ok(())
}

/// As for Python's `Path.exists`, there is no such file.
fn input_below_a_file() -> Result<(), Failed> {
    let folder = folder("below a file")?;
    fs::write(folder.join("file"), "[]")?;
    let output = pipeline(&folder, &["--input", "file/config.json", "--output", "-"])?;
    let ran = output.stdout.starts_with(b"{\n  \"records_in\": 0,");
    expect(output.status.success() && ran && output.stderr.is_empty(), "the config is {}", &output)
}

fn unwritable_output() -> Result<(), Failed> {
    let folder = folder("unwritable")?;
    fs::write(folder.join("file"), "")?;
    let output = pipeline(&folder, &["--output", "file/summary.json"])?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    expect(
        output.status.code() == Some(1) && stderr.contains("pipeline: file/summary.json: "),
        "it says which file",
        &output,
    )
}
