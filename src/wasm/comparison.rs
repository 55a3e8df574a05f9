//! The differences between two runs.

use std::rc::Rc;

use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::pipeline::Run;
use crate::report::{self, Comparison};

use super::convert::{LISTED, count};
use super::js::{all_to_js, page, to_js};
use super::reports::{ErrorChange, LogChange, RecordChange, SummaryChange};

/// The differences between two runs. It keeps both runs in memory, even after they are freed, until it is freed itself.
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
        all_to_js(self.0.summary())
    }

    /// The exceptions of both runs. `undefined` if they are the same.
    #[wasm_bindgen(getter)]
    pub fn error(&self) -> Result<Option<Ts<ErrorChange>>, JsValue> {
        self.0.error().map(to_js).transpose()
    }

    /// How many records differ.
    #[wasm_bindgen(getter, js_name = recordCount)]
    #[must_use]
    pub fn record_count(&self) -> usize {
        self.0.record_count()
    }

    /// At most `limit` of the records that differ, from the `offset`th on, in the newer run's order. A removed record
    /// follows its old predecessor.
    pub fn records(&self, offset: f64, limit: f64) -> Result<Vec<Ts<RecordChange>>, JsValue> {
        let text = self.0.newer().text();
        page(self.0.records(count(offset)).map(|change| RecordChange::new(text, change)), limit)
    }

    /// How many log lines only one of the runs has.
    #[wasm_bindgen(getter, js_name = logCount)]
    #[must_use]
    pub fn log_count(&self) -> usize {
        self.0.log_count()
    }

    /// At most `limit` of the log lines that only one of the runs has, from the `offset`th on. Those of the older run
    /// come first.
    pub fn logs(&self, offset: f64, limit: f64) -> Result<Vec<Ts<LogChange>>, JsValue> {
        page(self.0.cut_logs(count(offset), LISTED), limit)
    }
}
