//! Compares the engine with a live CPython, which runs the project's oracle, on generated configs. Summary, log lines,
//! exceptions, cache keys and records must be the same, byte for byte.
//!
//! `DIFFERENTIAL_CONFIGS` is the number of configs (default: 20,000), `DIFFERENTIAL_SEED` the seed, and `PYTHON` the
//! Python to use. Without a Python, the test prints that it was skipped. If `CI` is set, it fails.

#![expect(clippy::disallowed_methods, reason = "it says how long it took")]

use std::io::{BufRead, BufReader, BufWriter, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::str::FromStr;
use std::sync::mpsc;
use std::time::Instant;
use std::{env, io, iter, thread};

use pipeline_playground::pipeline;
use pipeline_playground::python::write_text;
use pipeline_playground::text::Text;
use serde::Deserialize;

use crate::support::conformance::{Answer, CLOCK};
use crate::support::generator;

/// The names of Python to try. The reference's version comes first.
const PYTHONS: [&str; 6] = ["python3.13", "python3", "python", "python3.14", "python3.12", "python3.11"];

/// How many random bytes a config is generated from.
const BYTES_A_CONFIG: usize = 1200;

#[test]
fn generated_configs() {
    let (count, seed) = (setting("DIFFERENTIAL_CONFIGS", 20_000), setting("DIFFERENTIAL_SEED", 1));
    let Some(oracle) = Oracle::start() else {
        say("SKIPPED: the differential test did not run, since no Python from 3.11 on was found.");
        assert!(env::var_os("CI").is_none(), "CI is to compare with a Python");
        return;
    };
    match compare(oracle, count, seed) {
        Ok(summary) => say(&summary),
        Err(difference) => panic!("{difference}\n\ndifferential: FAILED (DIFFERENTIAL_SEED={seed})"),
    }
}

/// Prints to standard error directly, since the output of a test that passes is not shown.
fn say(text: &str) {
    let _ = writeln!(io::stderr().lock(), "\n{text}\n");
}

fn setting<T: FromStr>(name: &str, default: T) -> T {
    match env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name} must be a number")),
        Err(_) => default,
    }
}

/// Compares the engine with the oracle on `count` configs. Returns a summary, or the first difference.
fn compare(oracle: Oracle, count: usize, seed: u64) -> Result<String, String> {
    let start = Instant::now();
    let Oracle { questions, mut answers, version, process: _process } = oracle;
    let (mut summaries, mut listed, mut incomparable) = (0, 0, 0);
    for config in ask(questions, count, seed) {
        let line = answers.next().expect("the oracle answers").expect("in UTF-8");
        let remarks: Remarks = serde_json::from_str(&line).expect("an answer of the oracle");
        let engine = Answer::of(&pipeline::run(Text::from_string(config.clone()), CLOCK));
        listed += usize::from(remarks.listed);
        summaries += usize::from(engine.summary.is_some());
        if remarks.incomparable.is_some() {
            incomparable += 1;
        } else if let Err(difference) = Answer::read(&line).compare(&engine) {
            return Err(format!("{difference}\nconfig: {}", config.escape_ascii()));
        }
    }
    // A comparison of exceptions only, or of none, would be worth little.
    if count >= 1000 && (summaries < count / 4 || summaries > count * 9 / 10 || incomparable > count / 100) {
        return Err("the generated configs are not a good mix".to_owned());
    }
    Ok(format!(
        "differential: {count} configs (seed {seed}), 0 differences from CPython {version} in {:.1} s: {summaries} with a \
         summary, {} with an exception; {listed} worded otherwise by this Python as listed, {incomparable} of them not \
         compared",
        start.elapsed().as_secs_f64(),
        count - summaries,
    ))
}

/// Generates configs and sends them to the oracle, from another thread, so that the oracle can answer meanwhile.
fn ask(mut questions: BufWriter<ChildStdin>, count: usize, seed: u64) -> impl Iterator<Item = Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut random = fastrand::Rng::with_seed(seed);
        for _ in 0..count {
            let bytes: Vec<u8> = iter::repeat_with(|| random.u8(..)).take(BYTES_A_CONFIG).collect();
            let config = generator::config(&bytes);
            let mut question = b"{\"input\": ".to_vec();
            write_text(&config, &mut question);
            question.extend_from_slice(format!(", \"clock\": {CLOCK}}}\n").as_bytes());
            if questions.write_all(&question).is_err() || sender.send(config).is_err() {
                // The comparison has found a difference and stopped.
                return;
            }
        }
    });
    receiver.into_iter()
}

/// A running Python that answers like the course's program.
struct Oracle {
    process: Process,
    questions: BufWriter<ChildStdin>,
    answers: Lines<BufReader<ChildStdout>>,
    version: String,
}

/// The oracle's first line.
#[derive(Deserialize)]
struct Greeting {
    python: String,
}

/// The oracle's remarks on an answer.
#[derive(Deserialize)]
struct Remarks {
    /// This Python's wording differs from the reference's, as `tests/oracle/versions.py` lists.
    #[serde(default)]
    listed: bool,
    /// Why this Python cannot know the reference's answer, if it cannot.
    incomparable: Option<String>,
}

impl Oracle {
    /// Starts the oracle on the first Python that exists.
    fn start() -> Option<Self> {
        match env::var("PYTHON") {
            Ok(chosen) if !chosen.is_empty() => Self::start_with(&chosen),
            _ => PYTHONS.into_iter().find_map(Self::start_with),
        }
    }

    fn start_with(python: &str) -> Option<Self> {
        let program = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/serve.py");
        let recent = "import sys; sys.exit(sys.version_info < (3, 11))";
        let is_recent = Command::new(python).args(["-c", recent]).stderr(Stdio::null()).status().ok()?.success();
        if !is_recent {
            return None;
        }
        let mut command = Command::new(python);
        let mut process = command.arg(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
        let questions = BufWriter::with_capacity(1 << 16, process.stdin.take()?);
        let mut answers = BufReader::new(process.stdout.take()?).lines();
        let greeting: Greeting = serde_json::from_str(&answers.next()?.ok()?).expect("the oracle greets");
        Some(Self { process: Process(process), questions, answers, version: greeting.python })
    }
}

/// A process that is killed when it is dropped.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
