//! The library against what CPython answered: one test for each case of `tests/conformance`.

#[path = "support/mod.rs"]
mod support;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use libtest_mimic::{Arguments, Failed, Trial};
use pipeline_playground::pipeline;
use pipeline_playground::text::Text;

use support::{Answer, CLOCK, Case, FileCase};

fn main() {
    let texts = support::cases().map(|case| Trial::test(case.name.clone(), move || check(case)));
    let files = support::file_cases().map(|case| Trial::test(format!("file {}", case.name), move || check_file(&case)));
    libtest_mimic::run(&Arguments::from_args(), texts.chain(files).collect()).exit();
}

fn check(case: Case) -> Result<(), Failed> {
    let run = pipeline::run(Text::from_string(case.input), CLOCK);
    case.expected.compare(&Answer::of(&run)).map_err(Failed::from)
}

/// What the library has of a run of the whole program: the summary, the log, and the exception's last line.
fn check_file(case: &FileCase) -> Result<(), Failed> {
    let input = case.input_base64.as_ref().map_or(Ok(b"{}".to_vec()), |input| BASE64_STANDARD.decode(input))?;
    let run = pipeline::run(Text::from_file(input), CLOCK);
    let logs: Vec<_> = run.logs(0).map(|line| (line.level.name().to_owned(), line.message.to_string())).collect();
    let last_line = run.failure().map(|failure| failure.exception.to_string());
    let answer = (run.summary().map(ToString::to_string), logs, last_line);
    let expected = (case.output_file.clone(), case.logs.clone(), case.last_line.clone());
    if answer == expected { Ok(()) } else { Err(format!("CPython: {expected:?}\nengine: {answer:?}").into()) }
}
