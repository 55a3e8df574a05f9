//! Runs the command line on each case, as a process that reads and writes files.

use std::fs;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::{DEEP, FILES, NAMED, RANDOM, check_all, compare};
use crate::support::command_line::{Outcome, folder, pipeline, strip_logs};
use crate::support::conformance::{self, CLOCK, Case, FileCase};

impl From<Case> for FileCase {
    /// The same case as a run of the whole program on a file. A file is read in text mode, which changes only the
    /// position in a JSON error: a CRLF counts as one character, and a lone CR ends a line.
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

/// The message of a JSON error, with its position counted as in text mode.
fn in_text_mode(message: &str, input: &[u8]) -> String {
    let (what, position) = message.rsplit_once(": ").expect("a position");
    let char: usize =
        position.split("(char ").nth(1).and_then(|char| char.trim_end_matches(')').parse().ok()).expect("a char");
    let input = std::str::from_utf8(input).expect("these cases are UTF-8");
    let before: String = input.chars().take(char).collect::<String>().replace("\r\n", "\n").replace('\r', "\n");
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|&char| char != '\n').count() + 1;
    format!("{what}: line {line} column {column} (char {})", before.chars().count())
}

#[test]
fn named() {
    check_texts(conformance::named(), NAMED);
}

#[test]
fn random() {
    check_texts(conformance::random(), RANDOM);
}

#[test]
fn deep() {
    check_texts(conformance::deep(), DEEP);
}

#[test]
fn files() {
    check_all(conformance::file_cases(), FILES, |case| &case.name, check);
}

fn check_texts(cases: impl Iterator<Item = Case>, count: usize) {
    check_all(cases.map(FileCase::from), count, |case| &case.name, check);
}

/// Runs the program on the case's file, with the default paths.
fn check(case: FileCase) -> Outcome {
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
    compare(&expected, &answer)
}
