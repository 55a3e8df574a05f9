//! A run, and the queries of it.

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
use super::edits::{flag_edit, setting_edit};
use super::filter::{Newest, ReconciliationFilter, RecordFilter, index, no_memory};
use super::js::{all_to_js, page, to_js};
use super::members::{Members, Options, read};
use super::reports::{
    self, NoReconciliation, NumberReport, ReconciliationGroup, RecordDetail, RecordTrace, TextEdit, TextSpan,
    TextWindow,
};
use super::reports::{LogLine, RunError, Settings, SourceReport, StageReport, SummaryNumberPlace, Timeline};

/// How to run the pipeline.
#[derive(Default, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RunOptions {
    /// The value of `now` if the config has none, in seconds since 1970. Default: the computer's clock.
    #[tsify(optional)]
    clock: Option<f64>,
    /// Called repeatedly during the run. `phase` is what the run is doing. If it throws, the run stops and throws the
    /// same.
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
    /// Runs the pipeline over a config: a string, or the bytes of a file, which are read as Python's program reads its
    /// file.
    ///
    /// Throws `TypeError` for arguments of other types, `RangeError` if there is no memory for the config, and whatever
    /// `onProgress` throws.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] config: &JsValue,
        options: Option<Ts<RunOptions>>,
    ) -> Result<Self, JsValue> {
        let run = Rc::new(run(config, options)?);
        Ok(Self { run, records: Newest::default(), groups: Newest::default() })
    }

    /// The exact text of Python's `json.dumps(summary, indent=2)`. `undefined` if the run ended in an exception.
    #[wasm_bindgen(getter, js_name = summaryText)]
    #[must_use]
    pub fn summary_text(&self) -> Option<String> {
        self.run.summary().map(Summary::to_string)
    }

    /// The summary as an object. `undefined` if the run ended in an exception.
    #[wasm_bindgen(getter)]
    pub fn summary(&self) -> Result<Option<Ts<reports::Summary>>, JsValue> {
        self.run.summary().map(to_js).transpose()
    }

    /// Where each number of the summary is in `summaryText`. Empty if the run ended in an exception.
    #[wasm_bindgen(getter, js_name = summaryNumbers)]
    pub fn summary_numbers(&self) -> Result<Vec<Ts<SummaryNumberPlace>>, JsValue> {
        let summary = self.summary_text().unwrap_or_default();
        let places = SummaryNumber::ALL.into_iter().filter_map(|name| SummaryNumberPlace::find(name, &summary));
        all_to_js(places)
    }

    /// Python's exception and where it happened. `undefined` if the run finished.
    #[wasm_bindgen(getter)]
    pub fn error(&self) -> Result<Option<Ts<RunError>>, JsValue> {
        self.run.failure().map(|failure| to_js(RunError::new(self.run.text(), failure))).transpose()
    }

    /// What each of the five stages did, in order.
    pub fn stages(&self) -> Result<Vec<Ts<StageReport>>, JsValue> {
        all_to_js(self.run.stages())
    }

    /// The number of lines in the log.
    #[wasm_bindgen(getter, js_name = logCount)]
    #[must_use]
    pub fn log_count(&self) -> usize {
        self.run.log_count()
    }

    /// At most `limit` lines of the log, from the `offset`th on.
    pub fn logs(&self, offset: f64, limit: f64) -> Result<Vec<Ts<LogLine>>, JsValue> {
        page(self.run.logs(count(offset)).map(|line| LogLine::new(self.run.text(), line)), limit)
    }

    /// How many records adapt produced.
    #[wasm_bindgen(getter, js_name = recordCount)]
    #[must_use]
    pub fn record_count(&self) -> usize {
        self.run.record_count()
    }

    /// What became of at most `limit` of the records that match the filter, in its order, from the `offset`th on.
    ///
    /// Throws `TypeError` for an invalid filter, and `RangeError` if there is no memory for the selection.
    pub fn records(
        &self,
        offset: f64,
        limit: f64,
        filter: Option<Ts<RecordFilter>>,
    ) -> Result<Vec<Ts<RecordTrace>>, JsValue> {
        let (selection, text) = (self.records.records(&self.run, filter)?, self.run.text());
        page(self.run.selected(&selection, count(offset)).map(|report| RecordTrace::new(text, report)), limit)
    }

    /// How many records match the filter.
    ///
    /// Throws `TypeError` for an invalid filter, and `RangeError` if there is no memory for the selection.
    #[wasm_bindgen(js_name = countRecords)]
    pub fn count_records(&self, filter: Option<Ts<RecordFilter>>) -> Result<usize, JsValue> {
        Ok(self.records.records(&self.run, filter)?.count())
    }

    /// The record at a position, in full. `undefined` if there is none.
    pub fn record(&self, position: f64) -> Result<Option<Ts<RecordDetail>>, JsValue> {
        let detail = index(position).and_then(|position| self.run.record(position));
        detail.map(|detail| to_js(RecordDetail::new(self.run.text(), detail))).transpose()
    }

    /// `json.dumps` of each record that came out of the run, of those from position `from` to before `to`, with a comma
    /// and a line end between them. All positions with `[` before and `]` after them are one JSON array, which Python's
    /// `json.load` reads. In ASCII, as `json.dumps` writes.
    #[wasm_bindgen(js_name = keptRecords)]
    #[must_use]
    pub fn kept_records(&self, from: f64, to: f64) -> Vec<u8> {
        self.run.kept_records(count(from)..count(to))
    }

    /// The position of the record whose text contains this offset, in UTF-16 units. `undefined` if there is none.
    #[wasm_bindgen(js_name = recordAt)]
    #[must_use]
    pub fn record_at(&self, offset: f64) -> Option<usize> {
        let text = self.run.text();
        let total = text.position(text.bytes().len()).utf16;
        index(offset).filter(|&offset| offset < total).and_then(|offset| self.run.record_at(text.byte_at(offset)))
    }

    /// The position of the record at this offset, as `recordAt` gives it, or else of the record that has nothing between
    /// it and the offset but white space, commas and brackets of the same line. If there are two, the first.
    #[wasm_bindgen(js_name = recordBeside)]
    #[must_use]
    pub fn record_beside(&self, offset: f64) -> Option<usize> {
        self.run.record_beside(self.run.text().byte_at(index(offset)?))
    }

    /// Where records start and end in the text, alternately, in UTF-16 units: at most `limit` of the records that match
    /// the filter and overlap the text from `from` to `to`, in the order of the text.
    ///
    /// Throws `TypeError` for an invalid filter, and `RangeError` if there is no memory for the selection.
    pub fn places(
        &self,
        filter: Option<Ts<RecordFilter>>,
        from: f64,
        to: f64,
        limit: f64,
    ) -> Result<Vec<u32>, JsValue> {
        let (selection, text) = (self.records.records(&self.run, filter)?, self.run.text());
        // A record that starts before `to` also starts before the byte at `to`.
        let range = text.byte_at(count(from))..text.byte_at(count(to));
        if range.is_empty() {
            return Ok(Vec::new());
        }
        let mut offsets = Vec::new();
        for span in self.run.places(&selection, range).map_err(no_memory)?.take(count(limit)) {
            let TextSpan { start, end } = TextSpan::new(text, span);
            // Always fits: a text of more than 4 GiB is not read, so it has no records.
            offsets.extend([start, end].into_iter().filter_map(|offset| u32::try_from(offset).ok()));
        }
        Ok(offsets)
    }

    /// A part of the text of about `length` UTF-16 units around an offset. It consists of whole lines, unless these are
    /// longer than that.
    pub fn window(&self, offset: f64, length: f64) -> Result<Ts<TextWindow>, JsValue> {
        let text = self.run.text();
        let range = text.window(count(offset), count(length));
        let (from, start) = (range.start, text.position(range.start));
        to_js(TextWindow {
            text: PyString::from_bytes(text.part(range)).into(),
            start: start.utf16,
            line: start.line + 1,
            column: start.column + 1,
            in_string: text.is_in_string(from),
            total: text.position(text.bytes().len()).utf16,
        })
    }

    /// The sources as adapt found them, in order.
    pub fn sources(&self) -> Result<Vec<Ts<SourceReport>>, JsValue> {
        all_to_js(self.run.sources())
    }

    /// The numbers of the config that people try other values of. `undefined` if the text is not a JSON object.
    #[wasm_bindgen(getter)]
    pub fn settings(&self) -> Result<Option<Ts<Settings>>, JsValue> {
        self.run.settings().map(|settings| to_js(Settings::new(self.run.text(), settings))).transpose()
    }

    /// The minimal edit of the config that switches a stage's flag. `undefined` if the flag already has this value, or if
    /// the config is not a JSON object.
    ///
    /// Throws `TypeError` for an unknown stage.
    #[wasm_bindgen(js_name = flagEdit)]
    pub fn flag_edit(
        &self,
        #[wasm_bindgen(unchecked_param_type = "StageName")] stage: &str,
        on: bool,
    ) -> Result<Option<Ts<TextEdit>>, JsValue> {
        flag_edit(self.run.input().document(), stage, on)
    }

    /// The minimal edit of the config that gives a top-level key this value, the text of a JSON number. `undefined` if
    /// the key already has a value with exactly this text, or if the config is not a JSON object.
    ///
    /// Throws `TypeError` for another key, and for a value that is not the text of one JSON number as Python reads it.
    #[wasm_bindgen(js_name = settingEdit)]
    pub fn setting_edit(
        &self,
        #[wasm_bindgen(unchecked_param_type = "SettingKey")] key: &str,
        value: &str,
    ) -> Result<Option<Ts<TextEdit>>, JsValue> {
        setting_edit(self.run.input().document(), key, value)
    }

    /// The ages of the records on an axis with this many parts, from 1 to 1000. `undefined` if the freshness stage has
    /// looked at no record.
    pub fn timeline(&self, buckets: f64) -> Result<Option<Ts<Timeline>>, JsValue> {
        self.run.timeline(count(buckets)).map(to_js).transpose()
    }

    /// How many reconciliation keys there are.
    #[wasm_bindgen(getter, js_name = reconciliationCount)]
    #[must_use]
    pub fn reconciliation_count(&self) -> usize {
        self.run.group_count()
    }

    /// What the sources say under at most `limit` of the keys that match the filter, from the `offset`th on.
    ///
    /// Throws `TypeError` for an invalid filter, and `RangeError` if there is no memory for the selection.
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

    /// How many keys match the filter.
    ///
    /// Throws `TypeError` for an invalid filter, and `RangeError` if there is no memory for the selection.
    #[wasm_bindgen(js_name = countReconciliation)]
    pub fn count_reconciliation(&self, filter: Option<Ts<ReconciliationFilter>>) -> Result<usize, JsValue> {
        Ok(self.groups.groups(&self.run, filter)?.count())
    }

    /// All numbers, explained, in the order of the summary. Includes those that this summary does not have.
    pub fn numbers(&self) -> Result<Vec<Ts<NumberReport>>, JsValue> {
        all_to_js(self.run.numbers())
    }

    /// Why there are no reconciliation keys. `undefined` if there are some.
    #[wasm_bindgen(getter, js_name = noReconciliation)]
    pub fn no_reconciliation(&self) -> Result<Option<Ts<NoReconciliation>>, JsValue> {
        self.run.no_groups().map(to_js).transpose()
    }

    /// Compares this run with an older one.
    ///
    /// Throws `RangeError` if there is no memory for the comparison.
    pub fn compare(&self, pinned: &JsRun) -> Result<JsComparison, JsValue> {
        JsComparison::new(&pinned.run, &self.run)
    }
}

/// Runs the pipeline over the config that JavaScript passes.
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
