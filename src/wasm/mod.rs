//! The package for JavaScript: text in, small typed reports out. Only converts; what there is to know is in
//! [`crate::pipeline`].
//!
//! Offsets that go out are UTF-16 units of the string that came in; for bytes, of the text that Python reads from them
//! (CRLF and a lone CR count as one). Paging arguments take any number: what is not one counts as 0.

#![expect(clippy::missing_errors_doc, reason = "these docs go to JavaScript, where errors are thrown")]

mod comparison;
mod config;
mod convert;
mod filter;
mod json;
mod object;
mod records;
mod reports;

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::rc::Rc;

use js_sys::{Date, Error};
use serde_wasm_bindgen::to_value;
use wasm_bindgen::prelude::*;

use crate::edit::{self, Edit, JsonNumber, SettingKey};
use crate::pipeline::{self, Run, Summary};
use crate::python::{Document, loads};
use crate::report::{GroupFilter, GroupSelection, RecordFilter, Selection};

pub use comparison::JsComparison;
use config::to_config;
pub use convert::from_py_string;
use convert::{count, type_error};
use filter::{Members, Newest};
use json::{page, to_js};
use object::{Member, Object};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// A finished run of the pipeline.
#[wasm_bindgen(js_name = Run)]
pub struct JsRun {
    run: Rc<Run>,
    records: Newest<RecordFilter, Selection>,
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
        #[wasm_bindgen(unchecked_optional_param_type = "RunOptions | null")] options: &JsValue,
    ) -> Result<Self, JsValue> {
        let run = Rc::new(run(config, options)?);
        Ok(Self { run, records: Newest::default(), groups: Newest::default() })
    }

    /// The exact text of Python's `json.dumps(summary, indent=2)`; undefined where the run ended in an exception.
    #[wasm_bindgen(getter, js_name = summaryText)]
    pub fn summary_text(&self) -> Option<String> {
        self.run.summary().map(Summary::to_string)
    }

    /// The summary as an object.
    #[wasm_bindgen(getter, unchecked_return_type = "Summary | undefined")]
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        to_js(self.run.summary().map(reports::summary))
    }

    /// Python's exception and where it happened; undefined where the run came to its end.
    #[wasm_bindgen(getter, unchecked_return_type = "RunError | undefined")]
    pub fn error(&self) -> Result<JsValue, JsValue> {
        to_js(self.run.failure().map(|failure| reports::error(self.run.text(), failure)))
    }

    /// How many lines the log has.
    #[wasm_bindgen(getter, js_name = logCount)]
    #[must_use]
    pub fn log_count(&self) -> usize {
        self.run.log_count()
    }

    /// Lines of the log, from `offset` on, `limit` at the most.
    #[wasm_bindgen(unchecked_return_type = "LogLine[]")]
    pub fn logs(&self, offset: f64, limit: f64) -> Result<JsValue, JsValue> {
        page(self.run.logs(count(offset)).map(|line| reports::log_line(line, None)), limit)
    }

    /// How many records adapt has produced.
    #[wasm_bindgen(getter, js_name = recordCount)]
    #[must_use]
    pub fn record_count(&self) -> usize {
        self.run.record_count()
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
    #[wasm_bindgen(unchecked_return_type = "ReconciliationGroup[]")]
    pub fn reconciliation(
        &self,
        offset: f64,
        limit: f64,
        #[wasm_bindgen(unchecked_optional_param_type = "ReconciliationFilter | null")] filter: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (selection, text) = (self.groups.groups(&self.run, filter)?, self.run.text());
        page(self.run.selected_groups(&selection, count(offset)).map(|group| reports::group(text, group)), limit)
    }

    /// How many keys fit the filter.
    ///
    /// Throws `TypeError` for a filter that is none.
    #[wasm_bindgen(js_name = countReconciliation)]
    pub fn count_reconciliation(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ReconciliationFilter | null")] filter: &JsValue,
    ) -> Result<usize, JsValue> {
        Ok(self.groups.groups(&self.run, filter)?.count())
    }

    /// What each of the five stages did, in order.
    #[wasm_bindgen(unchecked_return_type = "StageReport[]")]
    pub fn stages(&self) -> Result<JsValue, JsValue> {
        to_js(Member::list(self.run.stages().iter().map(reports::stage)))
    }

    /// What is different in this run from an older one.
    ///
    /// Throws `RangeError` where there is no memory for it.
    pub fn compare(&self, pinned: &JsRun) -> Result<JsComparison, JsValue> {
        JsComparison::new(&pinned.run, &self.run)
    }
}

/// The summary text of a run over a config.
///
/// Throws an `Error` whose `name` and `message` are those of Python's exception; `TypeError` for arguments of other types, and
/// what `onProgress` throws.
#[wasm_bindgen(js_name = runPipeline)]
pub fn run_pipeline(
    #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] config: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "RunOptions | null")] options: &JsValue,
) -> Result<String, JsValue> {
    let run = run(config, options)?;
    match run.failure() {
        None => Ok(run.summary().map(Summary::to_string).unwrap_or_default()),
        Some(failure) => {
            let error = Error::new(&failure.exception.message);
            error.set_name(failure.exception.kind.name());
            Err(error.into())
        }
    }
}

/// The edit of a config text that switches a stage's flag, and changes as little as can be. Undefined where the flag is
/// so already, and where the text is no JSON object.
///
/// Throws `TypeError` for arguments of other types and for the name of no stage.
#[wasm_bindgen(js_name = editFlag, unchecked_return_type = "TextEdit | undefined")]
pub fn edit_flag(
    #[wasm_bindgen(unchecked_param_type = "string")] config: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "StageName")] stage: &str,
    on: bool,
) -> Result<JsValue, JsValue> {
    let stage = pipeline::Stage::named(stage).ok_or_else(|| type_error("no stage has this name"))?;
    edit(config, |document| edit::edit_flag(document, stage, on))
}

/// The edit of a config text that gives a top-level key this value, the text of a JSON number, and changes as little as
/// can be. Undefined where the key has this very text already, and where the text is no JSON object.
///
/// Throws `TypeError` for arguments of other types, for another key, and for what is not the text of one JSON number as
/// Python reads it.
#[wasm_bindgen(js_name = editSetting, unchecked_return_type = "TextEdit | undefined")]
pub fn edit_setting(
    #[wasm_bindgen(unchecked_param_type = "string")] config: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "SettingKey")] key: &str,
    value: &str,
) -> Result<JsValue, JsValue> {
    let key = SettingKey::named(key).ok_or_else(|| type_error("no setting has this key"))?;
    let value = JsonNumber::new(value).ok_or_else(|| type_error("the value must be the text of a JSON number"))?;
    edit(config, |document| edit::edit_setting(document, key, &value))
}

/// The edit of a config, as an object.
fn edit(config: &JsValue, edit: impl FnOnce(&Document) -> Option<Edit>) -> Result<JsValue, JsValue> {
    let Ok(document) = loads(to_config(config)?) else { return Ok(JsValue::UNDEFINED) };
    let Some(edit) = edit(&document) else { return Ok(JsValue::UNDEFINED) };
    to_js(Object::new().with_span(document.text(), edit.range).with("insert", edit.insert))
}

fn run(config: &JsValue, options: &JsValue) -> Result<Run, JsValue> {
    let text = to_config(config)?;
    let mut given = Members::of(options);
    let (clock, on_progress) = (given.number("clock"), given.function("onProgress"));
    let (clock, on_progress) = given.check((clock, on_progress))?;
    let clock = clock.unwrap_or_else(|| Date::now() / 1000.0);
    let Some(on_progress) = on_progress else { return Ok(pipeline::run(text, clock)) };
    let thrown = RefCell::new(JsValue::UNDEFINED);
    let finished = pipeline::run_with_progress(text, clock, &mut |done, total, phase| {
        let arguments = to_value(&(done, total, phase.name())).map_err(JsValue::from);
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
