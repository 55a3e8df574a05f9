//! Runs the library on the text of each case.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use pipeline_playground::pipeline;
use pipeline_playground::text::Text;

use super::{DEEP, FILES, NAMED, RANDOM, check_all, compare};
use crate::support::command_line::Outcome;
use crate::support::conformance::{self, Answer, CLOCK, Case, FileCase};

#[test]
fn named() {
    check_all(conformance::named(), NAMED, |case| &case.name, check);
}

#[test]
fn random() {
    check_all(conformance::random(), RANDOM, |case| &case.name, check);
}

#[test]
fn deep() {
    check_all(conformance::deep(), DEEP, |case| &case.name, check);
}

#[test]
fn files() {
    check_all(conformance::file_cases(), FILES, |case| &case.name, check_file);
}

fn check(case: Case) -> Outcome {
    let run = pipeline::run(Text::from_string(case.input), CLOCK);
    Ok(case.expected.compare(&Answer::of(&run))?)
}

/// Compares the parts of a program's run that the library has: the summary, the log, and the last line of the
/// exception.
fn check_file(case: FileCase) -> Outcome {
    let input = case.input_base64.map_or(Ok(b"{}".to_vec()), |input| BASE64_STANDARD.decode(input))?;
    let run = pipeline::run(Text::from_file(input), CLOCK);
    let logs: Vec<_> = run.logs(0).map(|line| (line.level.name().to_owned(), line.message.to_string())).collect();
    let last_line = run.failure().map(|failure| failure.exception.to_string());
    let answer = (run.summary().map(ToString::to_string), logs, last_line);
    let expected = (case.output_file, case.logs, case.last_line);
    compare(&expected, &answer)
}
