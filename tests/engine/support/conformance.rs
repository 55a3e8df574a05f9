//! The conformance cases, and the engine's answers in the same format. Also a module of `tests/wasm.rs`.

use std::fmt;

use pipeline_playground::pipeline::Run;
use pipeline_playground::python::PyString;
use pipeline_playground::report::RecordFilter;
use serde::Deserialize;
use serde_bytes::ByteBuf;

/// The clock of the conformance cases, in seconds since 1970.
pub const CLOCK: f64 = 1_700_000_000.25;

/// A Python string: UTF-8 that may contain lone surrogates.
#[derive(Deserialize, PartialEq)]
#[serde(transparent)]
pub struct Words(ByteBuf);

impl Words {
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<&[u8]> for Words {
    /// Joins adjacent high and low surrogates, as the JSON of CPython's answers does.
    fn from(text: &[u8]) -> Self {
        let units = PyString::from_bytes(text.to_vec()).to_utf16();
        Self(PyString::from_utf16(units).into_bytes().into())
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.0.escape_ascii())
    }
}

impl fmt::Display for Words {
    /// Like Python on standard error.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        PyString::from_bytes(self.as_bytes().to_vec()).fmt(f)
    }
}

/// A case of `named.jsonl`, `random.jsonl` or `deep.jsonl`.
pub struct Case {
    pub name: String,
    pub input: Vec<u8>,
    pub expected: Answer,
}

const NAMED: &str = include_str!("../../conformance/named.jsonl");
const RANDOM: &str = include_str!("../../conformance/random.jsonl");
const DEEP: &str = include_str!("../../conformance/deep.jsonl");
const FILES: &str = include_str!("../../conformance/files.jsonl");

/// Cases that each test one thing, and are named after it.
pub fn named() -> impl Iterator<Item = Case> {
    NAMED.lines().map(Case::read)
}

/// Cases of generated configs.
pub fn random() -> impl Iterator<Item = Case> {
    RANDOM.lines().map(Case::read)
}

/// Cases with the deepest nesting that Python reads, or one level more.
pub fn deep() -> impl Iterator<Item = Case> {
    DEEP.lines().map(Case::read)
}

/// All cases whose input is a text.
pub fn cases() -> impl Iterator<Item = Case> {
    named().chain(random()).chain(deep())
}

/// All cases whose input is a file.
pub fn file_cases() -> impl Iterator<Item = FileCase> {
    FILES.lines().map(|line| serde_json::from_str(line).expect("a line is a conformance case"))
}

impl Case {
    fn read(line: &str) -> Self {
        #[derive(Deserialize)]
        struct Question {
            name: String,
            input: ByteBuf,
        }
        let Question { name, input } = serde_json::from_str(line).expect("a line is a conformance case");
        Self { name, input: input.into_vec(), expected: Answer::read(line) }
    }
}

/// The answer to a text.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Answer {
    pub summary: Option<String>,
    pub error: Option<(String, Words)>,
    pub logs: Vec<(String, Words)>,
    pub keys: Vec<String>,
    pub records: Option<Vec<String>>,
}

impl Answer {
    /// Reads an answer in JSON. Other members of the object are ignored. (`serde(flatten)` would refuse lone
    /// surrogates.)
    pub fn read(line: &str) -> Self {
        serde_json::from_str(line).expect("a line is an answer")
    }

    /// The engine's answer.
    pub fn of(run: &Run) -> Self {
        let reports: Vec<_> = run.records(&RecordFilter::default(), 0).collect();
        let kept = reports.iter().filter(|report| report.fate.name() == "kept");
        let kept: Vec<_> = kept.map(|report| report.text.clone()).collect();
        assert_eq!(run.kept_records(0..usize::MAX).expect("there is memory"), kept.join(",\n").as_bytes());
        Self {
            summary: run.summary().map(ToString::to_string),
            error: run.failure().map(|failure| {
                let exception = &failure.exception;
                (exception.kind.name().to_owned(), Words::from(exception.message.as_bytes()))
            }),
            logs: run
                .logs(0)
                .map(|line| (line.level.name().to_owned(), Words::from(line.message.as_bytes())))
                .collect(),
            keys: reports.iter().filter_map(|report| report.key.clone()).collect(),
            records: run.summary().map(|_| kept),
        }
    }

    /// Compares the engine's answer with this one, CPython's. Fails with the difference.
    pub fn compare(&self, engine: &Self) -> Result<(), String> {
        if self == engine {
            return Ok(());
        }
        let (python, engine) = (format!("{self:#?}"), format!("{engine:#?}"));
        let same = python.lines().zip(engine.lines()).take_while(|(a, b)| a == b).count();
        let part = |text: &str| text.lines().skip(same.saturating_sub(1)).take(6).collect::<Vec<_>>().join("\n");
        Err(format!("they differ from line {same} on\nCPython:\n{}\nengine:\n{}", part(&python), part(&engine)))
    }
}

/// A case of `files.jsonl`: a run of the whole program on a file.
#[derive(Debug, Deserialize)]
pub struct FileCase {
    pub name: String,
    /// The file's contents. `None` if the file does not exist.
    pub input_base64: Option<String>,
    pub status: i32,
    pub stdout: String,
    /// `None` if it was not written.
    pub output_file: Option<String>,
    pub logs: Vec<(String, String)>,
    /// The last line of standard error, if the program failed.
    pub last_line: Option<String>,
}
