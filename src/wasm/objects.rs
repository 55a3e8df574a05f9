//! The objects that go to JavaScript. `types.d.ts` beside this file declares them for TypeScript.

use serde::Serialize;
use serde_wasm_bindgen::preserve;
use wasm_bindgen::JsValue;

use crate::pipeline::{
    CacheSummary, Failure, Group, GroupValue, LogLine, Reconciliation, Stage, StageCounts, StageReport, Summary,
};
use crate::python::{PyString, Text};

use super::{from_py_string, utf16_span};

/// A string that may hold lone surrogates.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct JsText(#[serde(with = "preserve")] JsValue);

impl From<&PyString> for JsText {
    fn from(text: &PyString) -> Self {
        Self(from_py_string(text).into())
    }
}

#[derive(Serialize)]
pub(super) struct SummaryObject {
    records_in: usize,
    records_out: usize,
    stages_run: Vec<&'static str>,
    cache: CacheObject,
    validation_errors: usize,
    stale_records: usize,
    reconciliation: ReconciliationObject,
}

#[derive(Serialize)]
struct CacheObject {
    hits: usize,
    misses: usize,
    hit_rate: f64,
}

#[derive(Default, Serialize)]
struct ReconciliationObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    matched: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mismatched: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    single_source: Option<usize>,
}

impl SummaryObject {
    pub(super) fn new(summary: &Summary) -> Self {
        let CacheSummary { hits, misses, hit_rate } = summary.cache;
        let reconciliation = |counts: Reconciliation| ReconciliationObject {
            matched: Some(counts.matched),
            mismatched: Some(counts.mismatched),
            single_source: Some(counts.single_source),
        };
        Self {
            records_in: summary.records_in,
            records_out: summary.records_out,
            stages_run: summary.stages_run.iter().map(|stage| stage.name()).collect(),
            cache: CacheObject { hits, misses, hit_rate },
            validation_errors: summary.validation_errors,
            stale_records: summary.stale_records,
            reconciliation: summary.reconciliation.map(reconciliation).unwrap_or_default(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct ErrorObject {
    r#type: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<JsText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
    #[serde(flatten)]
    place: Option<Place>,
}

#[derive(Serialize)]
struct Place {
    line: usize,
    column: usize,
    start: usize,
    end: usize,
}

impl ErrorObject {
    pub(super) fn new(text: &Text, failure: &Failure) -> Self {
        let Failure { exception, stage, source, index } = failure;
        let place = exception.span.clone().map(|span| {
            let position = text.position(span.start);
            let (start, end) = utf16_span(text, span);
            Place { line: position.line + 1, column: position.column + 1, start, end }
        });
        Self {
            r#type: exception.kind.name(),
            message: exception.message.clone(),
            stage: stage.map(Stage::name),
            source: source.as_ref().map(JsText::from),
            index: *index,
            place,
        }
    }
}

#[derive(Serialize)]
pub(super) struct LogObject {
    level: &'static str,
    message: JsText,
}

impl LogObject {
    pub(super) fn new(line: &LogLine) -> Self {
        Self { level: line.level.name(), message: JsText::from(&line.message) }
    }
}

#[derive(Serialize)]
pub(super) struct GroupObject {
    key: JsText,
    verdict: &'static str,
    values: Vec<GroupValueObject>,
}

#[derive(Serialize)]
struct GroupValueObject {
    source: JsText,
    record: usize,
    text: String,
}

impl GroupObject {
    pub(super) fn new(group: Group) -> Self {
        let value = |value: GroupValue| GroupValueObject {
            source: JsText::from(&value.source),
            record: value.record,
            text: value.text,
        };
        Self {
            key: JsText::from(&group.key),
            verdict: group.verdict.name(),
            values: group.values.into_iter().map(value).collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct StageObject {
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    flag: Option<bool>,
    ran: bool,
    failed: bool,
    records_in: usize,
    records_out: usize,
    #[serde(flatten)]
    counts: StageCounts,
}

impl StageObject {
    pub(super) fn new(report: &StageReport) -> Self {
        Self {
            name: report.stage.name(),
            flag: report.flag,
            ran: report.ran,
            failed: report.failed,
            records_in: report.records_in,
            records_out: report.records_out,
            counts: report.counts,
        }
    }
}

#[derive(Serialize)]
pub(super) struct EditObject {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) insert: String,
}
