//! The objects that go to JavaScript. `types.d.ts` beside this file declares them for TypeScript.

use std::ops::Range;

use serde::Serialize;

use crate::pipeline::{
    CacheSummary, Claim, Difference, Failure, Group, GroupValue, LogLine, Reconciliation, Stage, StageCounts,
    StageReport, Summary,
};
use crate::python::Text;

use super::json::JsText;
use super::utf16_span;

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
#[serde(rename_all = "camelCase")]
pub(super) struct ErrorObject<'r> {
    r#type: &'static str,
    message: &'r str,
    cause: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    type_name: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<JsText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
}

impl<'r> ErrorObject<'r> {
    pub(super) fn new(text: &Text, failure: &'r Failure) -> Self {
        let Failure { exception, cause, blamed, stage, source, index } = failure;
        let position = exception.span.as_ref().map(|span| text.position(span.start));
        let (start, end) = exception.span.clone().map(|span| utf16_span(text, span)).unzip();
        Self {
            r#type: exception.kind.name(),
            message: &exception.message,
            cause: cause.name(),
            value: blamed.as_ref().map(|blamed| blamed.text.as_str()),
            type_name: blamed.as_ref().map(|blamed| blamed.type_name),
            stage: stage.map(Stage::name),
            source: source.as_ref().map(JsText::from),
            index: *index,
            line: position.map(|position| position.line + 1),
            column: position.map(|position| position.column + 1),
            start,
            end,
        }
    }
}

#[derive(Serialize)]
pub(super) struct LogObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<&'static str>,
    level: &'static str,
    message: JsText,
}

impl LogObject {
    pub(super) fn new(line: &LogLine) -> Self {
        Self { change: None, level: line.level.name(), message: JsText::from(&line.message) }
    }

    /// A line that only one of two runs has.
    pub(super) fn changed(line: &LogLine, change: &'static str) -> Self {
        Self { change: Some(change), ..Self::new(line) }
    }
}

#[derive(Serialize)]
pub(super) struct GroupObject {
    index: usize,
    key: JsText,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<&'static str>,
    values: Vec<ClaimObject>,
}

#[derive(Serialize)]
struct ClaimObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<JsText>,
    record: usize,
    index: usize,
    line: usize,
    start: usize,
    end: usize,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    differs: Option<Range<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    overwrote: Option<Vec<ClaimObject>>,
}

impl GroupObject {
    pub(super) fn new(text: &Text, group: Group) -> Self {
        let value = |value: GroupValue| ClaimObject {
            source: Some(JsText::from(&value.source)),
            // What `json.dumps` writes is ASCII, so its bytes are UTF-16 units.
            differs: value.differs,
            overwrote: Some(value.overwrote.into_iter().map(|claim| ClaimObject::new(text, claim)).collect()),
            ..ClaimObject::new(text, value.claim)
        };
        Self {
            index: group.index,
            key: JsText::from(&group.key),
            verdict: group.verdict.name(),
            difference: group.difference.map(Difference::name),
            values: group.values.into_iter().map(value).collect(),
        }
    }
}

impl ClaimObject {
    fn new(text: &Text, claim: Claim) -> Self {
        let line = text.position(claim.span.start).line + 1;
        let (start, end) = utf16_span(text, claim.span);
        let Claim { record, index, text, .. } = claim;
        Self { source: None, record, index, line, start, end, text, differs: None, overwrote: None }
    }
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct StageObject {
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    flag: Option<bool>,
    ran: bool,
    failed: bool,
    records_in: usize,
    records_out: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    sources: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hits: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    misses: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    violations: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fresh: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stale: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    matched: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mismatched: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    single: Option<usize>,
}

impl StageObject {
    pub(super) fn new(report: &StageReport) -> Self {
        let mut object = Self {
            name: report.stage.name(),
            flag: report.flag,
            ran: report.ran,
            failed: report.failed,
            records_in: report.records_in,
            records_out: report.records_out,
            ..Self::default()
        };
        match report.counts {
            StageCounts::Adapt { sources } => object.sources = Some(sources),
            StageCounts::Cache { hits, misses } => (object.hits, object.misses) = (Some(hits), Some(misses)),
            StageCounts::Validate { violations } => object.violations = Some(violations),
            StageCounts::Freshness { fresh, stale } => (object.fresh, object.stale) = (Some(fresh), Some(stale)),
            StageCounts::Reconcile { matched, mismatched, single } => {
                (object.matched, object.mismatched, object.single) = (Some(matched), Some(mismatched), Some(single));
            }
        }
        object
    }
}

#[derive(Serialize)]
pub(super) struct EditObject {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) insert: String,
}
