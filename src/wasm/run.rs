//! A run, and what can be asked of it.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::rc::Rc;

use js_sys::{Date, Function};
use serde_wasm_bindgen::to_value;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::pipeline::{self, Run, Summary, SummaryNumber};
use crate::python::PyString;
use crate::report::{self, GroupFilter, GroupSelection, Selection};

use super::comparison::JsComparison;
use super::config::to_config;
use super::convert::count;
use super::filter::{Newest, ReconciliationFilter, RecordFilter, index, no_memory};
use super::js::{page, tell, tell_all};
use super::members::{Members, Options, read};
use super::reports::{
    self, NoReconciliation, NumberReport, ReconciliationGroup, RecordDetail, RecordTrace, TextSpan, TextWindow,
};
use super::reports::{LogLine, RunError, Settings, SourceReport, StageReport, SummaryNumberPlace, Timeline};

/// How to run the pipeline.
#[derive(Default, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RunOptions {
    /// What stands in for an absent `now`: seconds since 1970. Default: the computer's clock.
    #[tsify(optional)]
    clock: Option<f64>,
    /// Called again and again during the run; `phase` is what the run is at. If it throws, the run stops, and the caller
    /// gets what it threw.
    #[tsify(optional, type = "(done: number, total: number, phase: RunPhase) => void")]
    on_progress: Option<Function>,
}

impl Options for RunOptions {
    fn read(members: &mut Members) -> Self {
        Self { clock: members.get("clock"), on_progress: members.get("onProgress") }
    }
}

/// A finished run of the pipeline.
#[wasm_bindgen(js_name = Run)]
pub struct JsRun {
    run: Rc<Run>,
    records: Newest<report::RecordFilter, Selection>,
    groups: Newest<GroupFilter, GroupSelection>,
}

#[wasm_bindgen(js_class = Run)]
impl JsRun {
    /// Runs the pipeline over a config: a string as it is, or a file's bytes as Python's program reads its file.
    ///
    /// Throws `TypeError` for arguments of other types, `RangeError` for bytes that there is no memory for, and what
    /// `onProgress` throws.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] config: &JsValue,
        options: Option<Ts<RunOptions>>,
    ) -> Result<Self, JsValue> {
        let run = Rc::new(run(config, options)?);
        Ok(Self { run, records: Newest::default(), groups: Newest::default() })
    }

    /// The exact text of Python's `json.dumps(summary, indent=2)`; undefined where the run ended in an exception.
    #[wasm_bindgen(getter, js_name = summaryText)]
    #[must_use]
    pub fn summary_text(&self) -> Option<String> {
        self.run.summary().map(Summary::to_string)
    }

    /// The summary as an object.
    #[wasm_bindgen(getter)]
    pub fn summary(&self) -> Result<Option<Ts<reports::Summary>>, JsValue> {
        self.run.summary().map(tell).transpose()
    }

    /// Where each number of the summary stands in `summaryText`. Empty where the run ended in an exception.
    #[wasm_bindgen(getter, js_name = summaryNumbers)]
    pub fn summary_numbers(&self) -> Result<Vec<Ts<SummaryNumberPlace>>, JsValue> {
        let summary = self.summary_text().unwrap_or_default();
        let places = SummaryNumber::ALL.into_iter().filter_map(|name| SummaryNumberPlace::find(name, &summary));
        tell_all(places)
    }

    /// Python's exception and where it happened; undefined where the run came to its end.
    #[wasm_bindgen(getter)]
    pub fn error(&self) -> Result<Option<Ts<RunError>>, JsValue> {
        self.run.failure().map(|failure| tell(RunError::new(self.run.text(), failure))).transpose()
    }

    /// What each of the five stages did, in order.
    pub fn stages(&self) -> Result<Vec<Ts<StageReport>>, JsValue> {
        tell_all(self.run.stages())
    }

    /// How many lines the log has.
    #[wasm_bindgen(getter, js_name = logCount)]
    #[must_use]
    pub fn log_count(&self) -> usize {
        self.run.log_count()
    }

    /// Lines of the log, from `offset` on, `limit` at the most.
    pub fn logs(&self, offset: f64, limit: f64) -> Result<Vec<Ts<LogLine>>, JsValue> {
        page(self.run.logs(count(offset)), limit)
    }

    /// How many records adapt has produced.
    #[wasm_bindgen(getter, js_name = recordCount)]
    #[must_use]
    pub fn record_count(&self) -> usize {
        self.run.record_count()
    }

    /// What became of the records that fit the filter, in its order, from the `offset`th of them on, `limit` at the most.
    ///
    /// Throws `TypeError` for a filter that is no object, or asks for what there cannot be.
    pub fn records(
        &self,
        offset: f64,
        limit: f64,
        filter: Option<Ts<RecordFilter>>,
    ) -> Result<Vec<Ts<RecordTrace>>, JsValue> {
        let (selection, text) = (self.records.records(&self.run, filter)?, self.run.text());
        page(self.run.selected(&selection, count(offset)).map(|report| RecordTrace::new(text, report)), limit)
    }

    /// How many records fit the filter.
    ///
    /// Throws `TypeError` for a filter that is no object, or asks for what there cannot be.
    #[wasm_bindgen(js_name = countRecords)]
    pub fn count_records(&self, filter: Option<Ts<RecordFilter>>) -> Result<usize, JsValue> {
        Ok(self.records.records(&self.run, filter)?.count())
    }

    /// The record at a position among all, in full; undefined where there is none.
    pub fn record(&self, position: f64) -> Result<Option<Ts<RecordDetail>>, JsValue> {
        let detail = index(position).and_then(|position| self.run.record(position));
        detail.map(|detail| tell(RecordDetail::new(self.run.text(), detail))).transpose()
    }

    /// The position of the record whose source text contains this offset, in UTF-16 units; undefined where none does.
    #[wasm_bindgen(js_name = recordAt)]
    #[must_use]
    pub fn record_at(&self, offset: f64) -> Option<usize> {
        let text = self.run.text();
        let total = text.position(text.bytes().len()).utf16;
        index(offset).filter(|&offset| offset < total).and_then(|offset| self.run.record_at(text.byte_at(offset)))
    }

    /// Where the records that fit the filter start and end, by turns, in UTF-16 units: those that overlap the text from
    /// `from` to `to`, in its order, `limit` records at the most.
    ///
    /// Throws `TypeError` for a filter that is no object, or asks for what there cannot be.
    pub fn places(
        &self,
        filter: Option<Ts<RecordFilter>>,
        from: f64,
        to: f64,
        limit: f64,
    ) -> Result<Vec<u32>, JsValue> {
        let (selection, text) = (self.records.records(&self.run, filter)?, self.run.text());
        // The bytes of a record that starts before `to` start before the character there.
        let range = text.byte_at(count(from))..text.byte_at(count(to));
        if range.is_empty() {
            return Ok(Vec::new());
        }
        let mut offsets = Vec::new();
        for span in self.run.places(&selection, range).map_err(no_memory)?.take(count(limit)) {
            let TextSpan { start, end } = TextSpan::new(text, span);
            // A text of more than 4 GiB is not read, so it has no records.
            offsets.extend([start, end].into_iter().filter_map(|offset| u32::try_from(offset).ok()));
        }
        Ok(offsets)
    }

    /// A part of the text of about `length` UTF-16 units around an offset: whole lines, where these are not longer.
    pub fn window(&self, offset: f64, length: f64) -> Result<Ts<TextWindow>, JsValue> {
        let text = self.run.text();
        let range = text.window(count(offset), count(length));
        let start = text.position(range.start);
        tell(TextWindow {
            text: PyString::from_bytes(text.part(range)).into(),
            start: start.utf16,
            line: start.line + 1,
            total: text.position(text.bytes().len()).utf16,
        })
    }

    /// The sources as adapt met them, in order.
    pub fn sources(&self) -> Result<Vec<Ts<SourceReport>>, JsValue> {
        tell_all(self.run.sources())
    }

    /// The numbers of the config that people try other values of; undefined where the text is no JSON object.
    #[wasm_bindgen(getter)]
    pub fn settings(&self) -> Result<Option<Ts<Settings>>, JsValue> {
        self.run.settings().map(tell).transpose()
    }

    /// The ages of the records on an axis that is cut into this many parts, from 1 to 1000; undefined where the freshness
    /// stage has looked at no record.
    pub fn timeline(&self, buckets: f64) -> Result<Option<Ts<Timeline>>, JsValue> {
        self.run.timeline(count(buckets)).map(tell).transpose()
    }

    /// How many reconciliation keys there are.
    #[wasm_bindgen(getter, js_name = reconciliationCount)]
    #[must_use]
    pub fn reconciliation_count(&self) -> usize {
        self.run.group_count()
    }

    /// What the sources say under the keys that fit the filter, from the `offset`th of them on, `limit` at the most.
    ///
    /// Throws `TypeError` for a filter that is none.
    pub fn reconciliation(
        &self,
        offset: f64,
        limit: f64,
        filter: Option<Ts<ReconciliationFilter>>,
    ) -> Result<Vec<Ts<ReconciliationGroup>>, JsValue> {
        let (selection, text) = (self.groups.groups(&self.run, filter)?, self.run.text());
        let groups = self.run.selected_groups(&selection, count(offset));
        page(groups.map(|group| ReconciliationGroup::new(text, group)), limit)
    }

    /// How many keys fit the filter.
    ///
    /// Throws `TypeError` for a filter that is none.
    #[wasm_bindgen(js_name = countReconciliation)]
    pub fn count_reconciliation(&self, filter: Option<Ts<ReconciliationFilter>>) -> Result<usize, JsValue> {
        Ok(self.groups.groups(&self.run, filter)?.count())
    }

    /// The numbers of the summary, explained, in its order; those too that this summary does not have.
    pub fn numbers(&self) -> Result<Vec<Ts<NumberReport>>, JsValue> {
        tell_all(self.run.numbers())
    }

    /// Why there are no reconciliation keys; undefined if there are some.
    #[wasm_bindgen(getter, js_name = noReconciliation)]
    pub fn no_reconciliation(&self) -> Result<Option<Ts<NoReconciliation>>, JsValue> {
        self.run.no_groups().map(tell).transpose()
    }

    /// What is different in this run from an older one.
    ///
    /// Throws `RangeError` where there is no memory for it.
    pub fn compare(&self, pinned: &JsRun) -> Result<JsComparison, JsValue> {
        JsComparison::new(&pinned.run, &self.run)
    }
}

/// Runs the pipeline over what JavaScript passes.
pub(super) fn run(config: &JsValue, options: Option<Ts<RunOptions>>) -> Result<Run, JsValue> {
    let text = to_config(config)?;
    let RunOptions { clock, on_progress } = read(options)?;
    let clock = clock.unwrap_or_else(|| Date::now() / 1000.0);
    let Some(on_progress) = on_progress else { return Ok(pipeline::run(text, clock)) };
    let thrown = RefCell::new(JsValue::UNDEFINED);
    let finished = pipeline::run_with_progress(text, clock, &mut |done, total, phase| {
        let arguments = to_value(&(done, total, phase)).map_err(JsValue::from);
        match arguments.and_then(|arguments| on_progress.apply(&JsValue::UNDEFINED, arguments.unchecked_ref())) {
            Ok(_) => ControlFlow::Continue(()),
            Err(error) => {
                thrown.replace(error);
                ControlFlow::Break(())
            }
        }
    });
    match finished {
        ControlFlow::Continue(run) => Ok(run),
        ControlFlow::Break(()) => Err(thrown.into_inner()),
    }
}
