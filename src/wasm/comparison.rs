//! What is different between two runs, as objects.

use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::pipeline::{self, Comparison, Fate, Freshness, Outcome, RecordChange, Run, SummaryChange, Verdict};
use crate::python::Text;

use super::json::{JsText, to_js};
use super::objects::LogObject;
use super::{count, page, utf16_span};

/// What is different between two runs. It keeps both, also where they are freed; so free it too.
#[wasm_bindgen(js_name = Comparison)]
pub struct JsComparison(Comparison<Rc<Run>>);

impl JsComparison {
    pub(super) fn new(before: &Rc<Run>, after: &Rc<Run>) -> Result<Self, JsValue> {
        let comparison = pipeline::compare(Rc::clone(before), Rc::clone(after));
        comparison.map(Self).map_err(|_| js_sys::RangeError::new("there is no memory for a comparison").into())
    }
}

#[wasm_bindgen(js_class = Comparison)]
impl JsComparison {
    /// The lines of the summary that differ, in order.
    #[wasm_bindgen(getter, unchecked_return_type = "SummaryChange[]")]
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        to_js(&self.0.summary().into_iter().map(Sides::of_line).collect::<Vec<_>>())
    }

    /// The exceptions, where they differ.
    #[wasm_bindgen(getter, unchecked_return_type = "ErrorChange | undefined")]
    pub fn error(&self) -> Result<JsValue, JsValue> {
        let Some([before, after]) = self.0.error() else { return Ok(JsValue::UNDEFINED) };
        to_js(&Sides { name: None, before, after })
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
        page(self.0.records(count(offset)).map(|change| ChangeObject::new(text, change)), limit)
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
        let change = |(is_newer, line)| LogObject::changed(&line, if is_newer { "came" } else { "went" });
        page(self.0.logs(count(offset)).map(change), limit)
    }
}

/// Something of the run before, and of the one after.
#[derive(Serialize)]
struct Sides {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<String>,
}

impl Sides {
    fn of_line(line: SummaryChange) -> Self {
        Self { name: Some(line.name), before: line.before, after: line.after }
    }
}

#[derive(Serialize)]
struct ChangeObject {
    change: &'static str,
    source: JsText,
    index: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<OutcomeObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<OutcomeObject>,
}

impl ChangeObject {
    fn new(text: &Text, change: RecordChange) -> Self {
        let (position, span) = change.place.unzip();
        let line = span.as_ref().map(|span| text.position(span.start).line + 1);
        let (start, end) = span.map(|span| utf16_span(text, span)).unzip();
        Self {
            change: change.kind.name(),
            source: JsText::from(&change.source),
            index: change.index,
            position,
            start,
            end,
            line,
            text: change.text,
            before: change.before.map(OutcomeObject::new),
            after: change.after.map(OutcomeObject::new),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OutcomeObject {
    fate: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    freshness: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<&'static str>,
    missing: Vec<JsText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duplicate_of: Option<OriginalObject>,
}

#[derive(Serialize)]
struct OriginalObject {
    position: usize,
    source: JsText,
    index: usize,
}

impl OutcomeObject {
    fn new(outcome: Outcome) -> Self {
        let original = |of: usize, (source, index): (_, usize)| OriginalObject {
            position: of,
            source: JsText::from(&source),
            index,
        };
        let duplicate_of = match (outcome.fate, outcome.original) {
            (Fate::Duplicate { of }, Some(place)) => Some(original(of, place)),
            _ => None,
        };
        Self {
            fate: outcome.fate.name(),
            freshness: outcome.freshness.map(Freshness::name),
            verdict: outcome.verdict.map(Verdict::name),
            missing: outcome.missing.iter().map(JsText::from).collect(),
            duplicate_of,
        }
    }
}
