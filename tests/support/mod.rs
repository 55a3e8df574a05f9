//! What the test programs share: the conformance cases, and what a run of the engine answers in their terms.

use std::fmt;

use pipeline_playground::pipeline::{RecordFilter, Run};
use serde::Deserialize;
use serde_bytes::ByteBuf;

/// The clock of the conformance cases, seconds since 1970.
pub const CLOCK: f64 = 1_700_000_000.25;

/// Text as Python holds it: UTF-8 that may hold lone surrogates.
#[derive(Deserialize, PartialEq)]
#[serde(transparent)]
pub struct Words(ByteBuf);

impl From<&[u8]> for Words {
    fn from(text: &[u8]) -> Self {
        Self(ByteBuf::from(text))
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.0.escape_ascii())
    }
}

/// What CPython answered to a text.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Answer {
    pub summary: Option<String>,
    pub error: Option<(String, Words)>,
    pub logs: Vec<(String, Words)>,
    pub keys: Vec<String>,
    pub records: Option<Vec<String>>,
}

impl Answer {
    /// The engine's answer.
    pub fn of(run: &Run) -> Self {
        let reports: Vec<_> = run.records(&RecordFilter::default()).collect();
        let survivors = reports.iter().filter(|report| report.fate.name() == "kept");
        Self {
            summary: run.summary().map(ToString::to_string),
            error: run.failure().map(|failure| {
                let exception = &failure.exception;
                (exception.kind.name().to_owned(), Words::from(exception.message.as_bytes()))
            }),
            logs: run.logs().map(|line| (line.level.name().to_owned(), Words::from(line.message.as_bytes()))).collect(),
            keys: reports.iter().filter_map(|report| report.key.clone()).collect(),
            records: run.summary().map(|_| survivors.map(|report| report.text.clone()).collect()),
        }
    }

    /// Says where another answer differs from this one, CPython's.
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
