//! The differences between two runs, in JavaScript.

use serde::Serialize;
use serde_with::skip_serializing_none;
use tsify::Tsify;

use crate::pipeline::{Fate, Freshness, Verdict};
use crate::report::{self, ChangeKind, Ending, Level as LogLevel, OutcomePart};
use crate::text::Text;
use crate::wasm::js;

use super::RecordPlace;

/// A line of the summary that differs between two runs, as text.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
pub struct SummaryChange {
    /// The keys that lead to it.
    #[tsify(type = "SummaryNumber | \"stages_run\"")]
    pub name: &'static str,
    /// Absent if the run has no such line, because of an exception or because it did not reconcile. The names of stages
    /// are joined by commas.
    pub before: Option<String>,
    pub after: Option<String>,
}

impl From<report::SummaryChange> for SummaryChange {
    fn from(report::SummaryChange { name, before, after }: report::SummaryChange) -> Self {
        Self { name, before, after }
    }
}

/// The exceptions of two runs, as `Type: message`. Absent for a run that finished.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
pub struct ErrorChange {
    pub before: Option<String>,
    pub after: Option<String>,
}

impl From<[Option<String>; 2]> for ErrorChange {
    fn from([before, after]: [Option<String>; 2]) -> Self {
        Self { before, after }
    }
}

/// A record that differs between two runs in its text, fate, freshness, verdict or missing fields. Within a source,
/// records of equal texts are the same record. The rest are matched by their index.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
pub struct RecordChange {
    pub change: ChangeKind,
    pub source: js::String,
    /// Its index in its source, from 0. In the newer run, unless it was removed.
    pub index: usize,
    /// Its position in the newer run, and where it starts and ends in that run's text. Absent if it was removed.
    pub position: Option<usize>,
    pub start: Option<usize>,
    pub end: Option<usize>,
    /// The line on which it starts there, from 1.
    pub line: Option<usize>,
    /// `json.dumps` of the source record, cut after 300 characters with a `…`. Of the newer run, unless it was removed.
    pub text: String,
    /// Absent if it was added.
    pub before: Option<RecordOutcome>,
    /// Absent if it was removed.
    pub after: Option<RecordOutcome>,
    /// The parts in which the outcomes differ. Empty if only the text differs, and if only one run has the record.
    pub differs: Vec<OutcomePart>,
}

impl RecordChange {
    /// `newer`: the newer run's text.
    pub fn new(newer: &Text, change: report::RecordChange) -> Self {
        let report::RecordChange { kind, source, index, place, text, before, after, differs } = change;
        let place = place.map(|(position, span)| {
            RecordPlace::new(newer, report::RecordPlace { position, source: source.clone(), index, span })
        });
        Self {
            change: kind,
            source: source.into(),
            index,
            position: place.as_ref().map(|place| place.position),
            start: place.as_ref().map(|place| place.start),
            end: place.as_ref().map(|place| place.end),
            line: place.as_ref().map(|place| place.line),
            text,
            before: before.map(Into::into),
            after: after.map(Into::into),
            differs,
        }
    }
}

/// The most missing fields that are listed.
const MISSING: usize = 20;

/// What became of a record in one run.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RecordOutcome {
    pub fate: Fate,
    /// What became of it in the end.
    pub ending: Ending,
    /// Absent if the freshness stage has not looked at it.
    pub freshness: Option<Freshness>,
    /// The verdict of its reconciliation group. Absent if it is in none.
    pub verdict: Option<Verdict>,
    /// For an invalid record: `str(field)` of the first 20 required fields that it lacks.
    pub missing: Vec<js::String>,
    /// How many required fields it lacks.
    pub missing_count: usize,
    /// For a duplicate: the record that it repeats.
    pub duplicate_of: Option<DuplicateOf>,
}

impl From<report::Outcome> for RecordOutcome {
    fn from(outcome: report::Outcome) -> Self {
        let report::Outcome { fate, ending, freshness, verdict, missing, original } = outcome;
        let duplicate_of = match (fate, original) {
            (Fate::Duplicate { of }, Some(report::RecordName { source, index })) => {
                Some(DuplicateOf { position: of, source: source.into(), index })
            }
            _ => None,
        };
        let missing_count = missing.len();
        let missing = missing.into_iter().take(MISSING).map(Into::into).collect();
        Self { fate, ending, freshness, verdict, missing, missing_count, duplicate_of }
    }
}

/// The record that a duplicate repeats.
#[derive(Serialize, Tsify)]
pub struct DuplicateOf {
    pub position: usize,
    pub source: js::String,
    pub index: usize,
}

/// A log line that only one of two runs has.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
pub struct LogChange {
    pub change: LogChangeKind,
    pub level: LogLevel,
    /// At most the first 2,000 UTF-16 units.
    pub message: js::String,
    /// How many UTF-16 units the whole message has, if it is cut.
    pub length: Option<usize>,
}

/// Which of two runs has a log line: `came` for the newer one, `went` for the older one.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "lowercase")]
pub enum LogChangeKind {
    Came,
    Went,
}

impl From<(bool, report::LogLine)> for LogChange {
    fn from((is_newer, line): (bool, report::LogLine)) -> Self {
        let change = if is_newer { LogChangeKind::Came } else { LogChangeKind::Went };
        let report::LogLine { level, message, length, .. } = line;
        let message = message.into();
        Self { change, level, message, length }
    }
}
