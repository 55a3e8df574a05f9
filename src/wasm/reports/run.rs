//! What a run did: its stages, its log, its exception.

use serde::Serialize;
use serde_with::skip_serializing_none;
use tsify::Tsify;

use crate::pipeline::{Cause as ErrorCause, Failure, Stage as StageName};
use crate::report::{self, Level as LogLevel, StageCounts};
use crate::text::Text;
use crate::wasm::js;

use super::TextSpan;

/// What a stage did. Counts that are not this stage's are absent.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct StageReport {
    pub name: StageName,
    /// Python truth of its flag; absent where the flags could not be read.
    pub flag: Option<bool>,
    /// Whether `stages_run` lists it.
    pub ran: bool,
    /// Whether the exception came from it.
    pub failed: bool,
    /// The records that it was given, or would have been. Reconcile is given what adapt produced.
    pub records_in: usize,
    /// Those of them that it did not drop.
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
}

impl From<report::StageReport> for StageReport {
    fn from(report: report::StageReport) -> Self {
        let report::StageReport { stage, flag, ran, failed, records_in, records_out, counts, .. } = report;
        let mut told = Self {
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
        };
        match counts {
            StageCounts::Adapt { sources } => told.sources = Some(sources),
            StageCounts::Cache { hits, misses } => (told.hits, told.misses) = (Some(hits), Some(misses)),
            StageCounts::Validate { violations } => told.violations = Some(violations),
            StageCounts::Freshness { fresh, stale } => (told.fresh, told.stale) = (Some(fresh), Some(stale)),
            StageCounts::Reconcile { matched, mismatched, single } => {
                (told.matched, told.mismatched, told.single) = (Some(matched), Some(mismatched), Some(single));
            }
        }
        told
    }
}

/// A line of the log.
#[derive(Serialize, Tsify)]
pub struct LogLine {
    pub level: LogLevel,
    pub message: js::String,
}

impl From<report::LogLine> for LogLine {
    fn from(report::LogLine { level, message }: report::LogLine) -> Self {
        Self { level, message: message.into() }
    }
}

/// Python's exception, and where it happened.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RunError {
    /// The exception's type, as `JSONDecodeError`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub message: String,
    /// What it comes from: finer than the type, and not in Python's words.
    pub cause: ErrorCause,
    /// `json.dumps` of the value that it speaks of, where it speaks of one; cut after 200 characters, with `…` behind.
    pub value: Option<String>,
    /// That value's type in Python, as `NoneType`.
    pub type_name: Option<&'static str>,
    /// The stage that raised it; absent where the config could not be read.
    pub stage: Option<StageName>,
    pub source: Option<js::String>,
    /// The record's index in its source, from 0.
    pub index: Option<usize>,
    /// Line, from 1, of what the exception speaks of.
    pub line: Option<usize>,
    /// Column, from 1, in code points.
    pub column: Option<usize>,
    /// Where that starts and ends in the text, in UTF-16 units.
    pub start: Option<usize>,
    pub end: Option<usize>,
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
        }
    }
}
