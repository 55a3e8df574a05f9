//! What is different between two runs, as objects.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use crate::pipeline::{Fate, Freshness, Run, Verdict};
use crate::report::{self, Comparison, Outcome, RecordChange};
use crate::text::Text;

use super::convert::count;
use super::json::{page, to_js};
use super::object::{Member, Object};
use super::reports::log_line;

/// What is different between two runs. It keeps both, also where they are freed; so free it too.
#[wasm_bindgen(js_name = Comparison)]
pub struct JsComparison(Comparison<Rc<Run>>);

impl JsComparison {
    pub(super) fn new(before: &Rc<Run>, after: &Rc<Run>) -> Result<Self, JsValue> {
        let comparison = report::compare(Rc::clone(before), Rc::clone(after));
        comparison.map(Self).map_err(|_| js_sys::RangeError::new("there is no memory for a comparison").into())
    }
}

#[wasm_bindgen(js_class = Comparison)]
impl JsComparison {
    /// The lines of the summary that differ, in order.
    #[wasm_bindgen(getter, unchecked_return_type = "SummaryChange[]")]
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        let changes = self.0.summary().into_iter();
        to_js(Member::list(changes.map(|change| sides(Some(change.name), change.before, change.after))))
    }

    /// The exceptions, where they differ.
    #[wasm_bindgen(getter, unchecked_return_type = "ErrorChange | undefined")]
    pub fn error(&self) -> Result<JsValue, JsValue> {
        to_js(self.0.error().map(|[before, after]| sides(None, before, after)))
    }

    /// How many records are different.
    #[wasm_bindgen(getter, js_name = recordCount)]
    #[must_use]
    pub fn record_count(&self) -> usize {
        self.0.record_count()
    }

    /// The records that are different, in the newer run's order, removed ones where they were, from the `offset`th on,
    /// `limit` at the most.
    #[wasm_bindgen(unchecked_return_type = "RecordChange[]")]
    pub fn records(&self, offset: f64, limit: f64) -> Result<JsValue, JsValue> {
        let text = self.0.newer().text();
        page(self.0.records(count(offset)).map(|record| change(text, record)), limit)
    }

    /// How many lines of the logs only one of the runs has.
    #[wasm_bindgen(getter, js_name = logCount)]
    #[must_use]
    pub fn log_count(&self) -> usize {
        self.0.log_count()
    }

    /// Those lines, first all that went, then all that came, from the `offset`th on, `limit` at the most.
    #[wasm_bindgen(unchecked_return_type = "LogChange[]")]
    pub fn logs(&self, offset: f64, limit: f64) -> Result<JsValue, JsValue> {
        let change = |(is_newer, line)| log_line(line, Some(if is_newer { "came" } else { "went" }));
        page(self.0.logs(count(offset)).map(change), limit)
    }
}

/// Something of the run before, and of the one after.
fn sides(name: Option<&'static str>, before: Option<String>, after: Option<String>) -> Object {
    Object::new().with("name", name).with("before", before).with("after", after)
}

fn change(text: &Text, change: RecordChange) -> Object {
    let mut object =
        Object::new().with("change", change.kind.name()).with("source", change.source).with("index", change.index);
    if let Some((position, span)) = change.place {
        object = object.with("position", position).with_place(text, span);
    }
    object.with("text", change.text).with("before", change.before.map(outcome)).with("after", change.after.map(outcome))
}

fn outcome(outcome: Outcome) -> Object {
    let duplicate_of = match (outcome.fate, outcome.original) {
        (Fate::Duplicate { of }, Some((source, index))) => {
            Some(Object::new().with("position", of).with("source", source).with("index", index))
        }
        _ => None,
    };
    Object::new()
        .with("fate", outcome.fate.name())
        .with("freshness", outcome.freshness.map(Freshness::name))
        .with("verdict", outcome.verdict.map(Verdict::name))
        .with("missing", Member::list(outcome.missing))
        .with("duplicateOf", duplicate_of)
}
