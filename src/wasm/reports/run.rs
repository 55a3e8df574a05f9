//! What a run did, in JavaScript: its stages, its log, its exception.

use serde::Serialize;
use serde_with::skip_serializing_none;
use tsify::Tsify;

use crate::pipeline::{Cause as ErrorCause, Failure, Stage as StageName};
use crate::report::{self, FoundKind, Level as LogLevel, StageCounts, StageState};
use crate::text::Text;
use crate::wasm::js;

use super::{RecordPlace, TextSpan};

/// What a stage did. Counts of other stages are absent.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct StageReport {
    pub name: StageName,
    /// Whether its flag is true to Python. Absent if the flags could not be read.
    pub flag: Option<bool>,
    /// Whether `stages_run` lists it.
    pub ran: bool,
    /// Whether it raised the exception.
    pub failed: bool,
    /// How many records it was given, or would have been. Reconcile is given all that adapt produced.
    pub records_in: usize,
    /// How many of these it did not drop.
    pub records_out: usize,
    pub sources: Option<usize>,
    pub hits: Option<usize>,
    pub misses: Option<usize>,
    pub violations: Option<usize>,
    pub fresh: Option<usize>,
    pub stale: Option<usize>,
    pub matched: Option<usize>,
    pub mismatched: Option<usize>,
    pub single: Option<usize>,
    pub state: StageState,
    /// What explains its counts, or why it has none.
    pub note: Option<StageNote>,
    /// What it found. Empty unless it ran on records.
    pub found: Vec<Found>,
}

/// What explains a stage's counts, or why it has none.
#[derive(Serialize, Tsify)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum StageNote {
    /// Adapt raised an exception after this many records.
    AdaptedBefore { records: usize },
    /// Another stage raised an exception; it was given this many records.
    Given { records: usize },
    /// Reconcile has only this many sources.
    Sources { sources: usize },
    /// Adapt is off.
    NoRecords,
    /// Adapt is off, so the stage had nothing to run on.
    AdaptOff,
    /// The stage is off, so this many records pass it by.
    PassedBy { records: usize },
    /// Adapt ran on this many sources.
    FromSources { sources: usize },
}

impl From<report::StageNote> for StageNote {
    fn from(note: report::StageNote) -> Self {
        use report::StageNote as Core;
        match note {
            Core::AdaptedBefore { records } => Self::AdaptedBefore { records },
            Core::Given { records } => Self::Given { records },
            Core::Sources { sources } => Self::Sources { sources },
            Core::NoRecords => Self::NoRecords,
            Core::AdaptOff => Self::AdaptOff,
            Core::PassedBy { records } => Self::PassedBy { records },
            Core::FromSources { sources } => Self::FromSources { sources },
        }
    }
}

/// How many records or keys of a kind a stage found.
#[derive(Serialize, Tsify)]
pub struct Found {
    pub kind: FoundKind,
    pub count: usize,
}

impl From<report::Found> for Found {
    fn from(report::Found { kind, count }: report::Found) -> Self {
        Self { kind, count }
    }
}

impl From<report::StageReport> for StageReport {
    fn from(report: report::StageReport) -> Self {
        let report::StageReport { stage, flag, ran, failed, records_in, records_out, counts, state, note, found } =
            report;
        let mut converted = Self {
            name: stage,
            flag,
            ran,
            failed,
            records_in,
            records_out,
            sources: None,
            hits: None,
            misses: None,
            violations: None,
            fresh: None,
            stale: None,
            matched: None,
            mismatched: None,
            single: None,
            state,
            note: note.map(Into::into),
            found: found.into_iter().map(Into::into).collect(),
        };
        match counts {
            StageCounts::Adapt { sources } => converted.sources = Some(sources),
            StageCounts::Cache { hits, misses } => (converted.hits, converted.misses) = (Some(hits), Some(misses)),
            StageCounts::Validate { violations } => converted.violations = Some(violations),
            StageCounts::Freshness { fresh, stale } => (converted.fresh, converted.stale) = (Some(fresh), Some(stale)),
            StageCounts::Reconcile { matched, mismatched, single } => {
                (converted.matched, converted.mismatched, converted.single) =
                    (Some(matched), Some(mismatched), Some(single));
            }
        }
        converted
    }
}

/// A line of the log.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
pub struct LogLine {
    pub level: LogLevel,
    /// At most the first 2,000 UTF-16 units.
    pub message: js::String,
    /// How many UTF-16 units the whole message has, if it is cut.
    pub length: Option<usize>,
    /// The record that it is about, if it is about one.
    pub record: Option<RecordPlace>,
}

impl LogLine {
    /// `text`: that of the run that logged the line.
    pub fn new(text: &Text, report::LogLine { level, message, length, record }: report::LogLine) -> Self {
        Self { level, message: message.into(), length, record: record.map(|place| RecordPlace::new(text, place)) }
    }
}

/// Python's exception, and where it happened.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RunError {
    /// The exception's type, such as `JSONDecodeError`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub message: String,
    /// The cause, which is more specific than the type. Python has no names for these.
    pub cause: ErrorCause,
    /// `json.dumps` of the value that caused it, if there is one, cut after 200 characters with a `…`.
    pub value: Option<String>,
    /// The type of `value` in Python, such as `NoneType`.
    pub type_name: Option<&'static str>,
    /// The stage that raised it. Absent if the config could not be read.
    pub stage: Option<StageName>,
    pub source: Option<js::String>,
    /// The record's index in its source, from 0.
    pub index: Option<usize>,
    /// The line of the part of the text that caused it, from 1.
    pub line: Option<usize>,
    /// The column of that part, from 1, in code points.
    pub column: Option<usize>,
    /// Where that part starts and ends in the text, in UTF-16 units.
    pub start: Option<usize>,
    pub end: Option<usize>,
    /// What is wrong, and what to write instead.
    pub example: Option<Example>,
}

/// A mistake and its correction, as JSON.
#[derive(Serialize, Tsify)]
pub struct Example {
    /// The mistake. Empty if the mistake is an empty text.
    pub instead: String,
    /// The correction.
    pub write: String,
}

impl From<report::Example> for Example {
    fn from(report::Example { instead, write }: report::Example) -> Self {
        Self { instead, write }
    }
}

impl RunError {
    pub fn new(text: &Text, failure: &Failure) -> Self {
        let Failure { exception, cause, blamed, stage, source, index } = failure;
        let start = exception.span.as_ref().map(|span| text.position(span.start));
        let span = exception.span.clone().map(|span| TextSpan::new(text, span));
        Self {
            kind: exception.kind.name(),
            message: exception.message.clone(),
            cause: *cause,
            value: blamed.as_ref().map(|blamed| blamed.text.clone()),
            type_name: blamed.as_ref().map(|blamed| blamed.type_name),
            stage: *stage,
            source: source.clone().map(Into::into),
            index: *index,
            line: start.map(|start| start.line + 1),
            column: start.map(|start| start.column + 1),
            start: span.as_ref().map(|span| span.start),
            end: span.as_ref().map(|span| span.end),
            example: failure.example().map(Into::into),
        }
    }
}
