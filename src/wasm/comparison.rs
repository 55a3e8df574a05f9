//! What is different between two runs.

use std::rc::Rc;

use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::pipeline::Run;
use crate::report::{self, Comparison};

use super::convert::count;
use super::js::{page, tell, tell_all};
use super::reports::{ErrorChange, LogChange, RecordChange, SummaryChange};

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
    #[wasm_bindgen(getter)]
    pub fn summary(&self) -> Result<Vec<Ts<SummaryChange>>, JsValue> {
        tell_all(self.0.summary())
    }

    /// The exceptions, where they differ.
    #[wasm_bindgen(getter)]
    pub fn error(&self) -> Result<Option<Ts<ErrorChange>>, JsValue> {
        self.0.error().map(tell).transpose()
    }

    /// How many records are different.
    #[wasm_bindgen(getter, js_name = recordCount)]
    #[must_use]
    pub fn record_count(&self) -> usize {
        self.0.record_count()
    }

    /// The records that are different, in the newer run's order, removed ones where they were, from the `offset`th on,
    /// `limit` at the most.
    pub fn records(&self, offset: f64, limit: f64) -> Result<Vec<Ts<RecordChange>>, JsValue> {
        let text = self.0.newer().text();
        page(self.0.records(count(offset)).map(|change| RecordChange::new(text, change)), limit)
    }

    /// How many lines of the logs only one of the runs has.
    #[wasm_bindgen(getter, js_name = logCount)]
    #[must_use]
    pub fn log_count(&self) -> usize {
        self.0.log_count()
    }

    /// Those lines, first all that went, then all that came, from the `offset`th on, `limit` at the most.
    pub fn logs(&self, offset: f64, limit: f64) -> Result<Vec<Ts<LogChange>>, JsValue> {
        page(self.0.logs(count(offset)), limit)
    }
}
