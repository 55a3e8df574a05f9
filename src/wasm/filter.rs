//! Filters of records as JavaScript passes them, and the newest one's selection.

use std::cell::RefCell;
use std::collections::TryReserveError;

use js_sys::RangeError;
use wasm_bindgen::JsValue;

use crate::pipeline::{Bucket, Fate, Freshness, RecordFilter, Run, Selection, Sort, Stage, SummaryNumber, Verdict};
use crate::python::PyString;

use super::{count, member, text_member, to_bytes, type_error};

/// The newest filter and what it has selected, so that all its pages cost the selection once.
#[derive(Default)]
pub(super) struct Kept(RefCell<Option<(RecordFilter, Selection)>>);

impl Kept {
    /// The records that fit a filter.
    pub fn select(&self, run: &Run, filter: &JsValue) -> Result<Selection, JsValue> {
        let filter = to_filter(filter)?;
        if let Some((newest, selection)) = &*self.0.borrow()
            && *newest == filter
        {
            return Ok(selection.clone());
        }
        // There need not be room for two.
        self.0.take();
        let selection = run.select(&filter).map_err(no_memory)?;
        self.0.replace(Some((filter, selection.clone())));
        Ok(selection)
    }
}

fn to_filter(filter: &JsValue) -> Result<RecordFilter, JsValue> {
    let text = |name| text_member(filter, name).map(|text| text.map(|text| PyString::from_bytes(to_bytes(&text))));
    Ok(RecordFilter {
        source: text("source")?,
        fate: named(filter, "fate", Fate::named)?,
        freshness: named(filter, "freshness", Freshness::named)?,
        stage: named(filter, "stage", Stage::named)?,
        behind: named(filter, "behind", SummaryNumber::named)?,
        verdict: named(filter, "verdict", Verdict::named)?,
        group: index_member(filter, "group")?,
        bucket: match (index_member(filter, "bucket")?, number_member(filter, "buckets")?) {
            (Some(index), Some(of)) => Some(Bucket { index, of: count(of) }),
            (None, None) => None,
            _ => return Err(type_error("a filter asks for both bucket and buckets, or for neither")),
        },
        text: text("text")?,
        sort: named(filter, "sort", Sort::named)?.unwrap_or_default(),
        descending: match member(filter, "descending")? {
            None => false,
            Some(descending) => descending.as_bool().ok_or_else(|| type_error("descending must be a boolean"))?,
        },
    })
}

/// A member of a filter that is one of some names.
fn named<T>(filter: &JsValue, name: &str, find: impl Fn(&str) -> Option<T>) -> Result<Option<T>, JsValue> {
    let Some(text) = text_member(filter, name)? else { return Ok(None) };
    let found = find(&String::from(text));
    found.map(Some).ok_or_else(|| type_error(&format!("no {name} that a filter can ask for has this name")))
}

/// A member of a filter, which must be a number.
fn number_member(filter: &JsValue, name: &str) -> Result<Option<f64>, JsValue> {
    let number = member(filter, name)?.map(|number| number.as_f64().ok_or(()));
    number.transpose().map_err(|()| type_error(&format!("{name} must be a number")))
}

/// The same as an index. A number that is none is one that nothing has.
fn index_member(filter: &JsValue, name: &str) -> Result<Option<usize>, JsValue> {
    Ok(number_member(filter, name)?.map(|number| index(number).unwrap_or(usize::MAX)))
}

/// What is thrown where there is no memory for what a filter selects.
pub(super) fn no_memory(_: TryReserveError) -> JsValue {
    RangeError::new("there is no memory for this selection").into()
}

/// A number as an index, where it is one.
pub(super) fn index(number: f64) -> Option<usize> {
    (number >= 0.0 && number.fract() == 0.0).then(|| count(number))
}
