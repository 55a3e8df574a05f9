//! What a run tells JavaScript of its stages, its log and its groups.

use std::ops::Range;

use crate::pipeline::{CacheSummary, Failure, Reconciliation, Stage, Summary};
use crate::python::PyString;
use crate::report::{Claim, Difference, Group, GroupValue, LogLine, StageCounts, StageReport};
use crate::text::Text;

use super::object::{Member, Object};

pub(super) fn summary(summary: &Summary) -> Object {
    let CacheSummary { hits, misses, hit_rate } = summary.cache;
    let reconciliation = |Reconciliation { matched, mismatched, single_source }| {
        Object::new().with("matched", matched).with("mismatched", mismatched).with("single_source", single_source)
    };
    Object::new()
        .with("records_in", summary.records_in)
        .with("records_out", summary.records_out)
        .with("stages_run", Member::list(summary.stages_run.iter().map(|stage| stage.name())))
        .with("cache", Object::new().with("hits", hits).with("misses", misses).with("hit_rate", hit_rate))
        .with("validation_errors", summary.validation_errors)
        .with("stale_records", summary.stale_records)
        .with("reconciliation", summary.reconciliation.map_or_else(Object::new, reconciliation))
}

pub(super) fn error(text: &Text, failure: &Failure) -> Object {
    let Failure { exception, cause, blamed, stage, source, index } = failure;
    let error = Object::new()
        .with("type", exception.kind.name())
        .with("message", exception.message.clone())
        .with("cause", cause.name())
        .with("value", blamed.as_ref().map(|blamed| blamed.text.clone()))
        .with("typeName", blamed.as_ref().map(|blamed| blamed.type_name))
        .with("stage", stage.map(Stage::name))
        .with("source", source.clone())
        .with("index", *index);
    let Some(span) = exception.span.clone() else { return error };
    let start = text.position(span.start);
    error.with("line", start.line + 1).with("column", start.column + 1).with_span(text, span)
}

/// A line of the log; of two runs, with which of them has it.
pub(super) fn log_line(line: LogLine, change: Option<&'static str>) -> Object {
    Object::new().with("change", change).with("level", line.level.name()).with("message", line.message)
}

pub(super) fn group(text: &Text, group: Group) -> Object {
    let value = |GroupValue { source, claim: value, differs, overwrote, overwrote_count }| {
        // What `json.dumps` writes is ASCII, so its bytes are UTF-16 units.
        let differs = differs.map(|Range { start, end }| Object::new().with("start", start).with("end", end));
        let overwrote = Member::list(overwrote.into_iter().map(|value| claim(text, None, value)));
        claim(text, Some(source), value)
            .with("differs", differs)
            .with("overwrote", overwrote)
            .with("overwroteCount", overwrote_count)
    };
    Object::new()
        .with("index", group.index)
        .with("key", group.key)
        .with("verdict", group.verdict.name())
        .with("difference", group.difference.map(Difference::name))
        .with("values", Member::list(group.values.into_iter().map(value)))
}

fn claim(text: &Text, source: Option<PyString>, claim: Claim) -> Object {
    Object::new()
        .with("source", source)
        .with("record", claim.record)
        .with("index", claim.index)
        .with("line", text.position(claim.span.start).line + 1)
        .with_span(text, claim.span)
        .with("text", claim.text)
}

pub(super) fn stage(report: &StageReport) -> Object {
    let stage = Object::new()
        .with("name", report.stage.name())
        .with("flag", report.flag)
        .with("ran", report.ran)
        .with("failed", report.failed)
        .with("recordsIn", report.records_in)
        .with("recordsOut", report.records_out);
    match report.counts {
        StageCounts::Adapt { sources } => stage.with("sources", sources),
        StageCounts::Cache { hits, misses } => stage.with("hits", hits).with("misses", misses),
        StageCounts::Validate { violations } => stage.with("violations", violations),
        StageCounts::Freshness { fresh, stale } => stage.with("fresh", fresh).with("stale", stale),
        StageCounts::Reconcile { matched, mismatched, single } => {
            stage.with("matched", matched).with("mismatched", mismatched).with("single", single)
        }
    }
}
