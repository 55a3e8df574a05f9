//! The filters that JavaScript passes, and the selection of the newest one.

use std::cell::RefCell;
use std::collections::TryReserveError;

use js_sys::RangeError;
use tsify::{Ts, Tsify};
use wasm_bindgen::JsValue;

use crate::pipeline::{Fate, Freshness, Run, Stage as StageName, SummaryNumber, Verdict};
use crate::report::{self, Bucket, GroupFilter, GroupSelection, Selection, Sort as RecordOrder};

use super::convert::{count, type_error};
use super::js;
use super::members::{Members, Options, read};

/// Which records to report, and in which order: those that match every given criterion. The selection of the newest
/// filter is kept, so that reading it page by page costs the search only once.
#[derive(Default, Tsify)]
pub struct RecordFilter {
    #[tsify(optional)]
    source: Option<js::String>,
    #[tsify(optional)]
    fate: Option<Fate>,
    #[tsify(optional)]
    freshness: Option<Freshness>,
    /// A stage that was given the record. Reconcile is given all that adapt produced. A stage that did not run was
    /// given no record.
    #[tsify(optional)]
    stage: Option<StageName>,
    /// A number of the summary that counts the record. The hit rate counts all records that the cache looked up.
    #[tsify(optional)]
    behind: Option<SummaryNumber>,
    /// The verdict of its reconciliation group.
    #[tsify(optional)]
    verdict: Option<Verdict>,
    /// The index of its reconciliation group in `reconciliation()`.
    #[tsify(optional)]
    group: Option<f64>,
    /// The index of the bucket of `timeline(buckets)` that contains its age. Give both `bucket` and `buckets`, or
    /// neither.
    #[tsify(optional)]
    bucket: Option<f64>,
    #[tsify(optional)]
    buckets: Option<f64>,
    /// A text that is in the source record, in the record that came out, in its id or in its name (`alpha[2]`), as it is
    /// written or with escapes resolved; or that its cache key starts with. ASCII letters match in either case.
    #[tsify(optional)]
    text: Option<js::String>,
    /// Default: `position`. Records that compare equal are sorted by position. So are those without the value that is
    /// sorted by, which come last; an age of NaN counts as no age.
    #[tsify(optional)]
    sort: Option<RecordOrder>,
    /// Whether to sort in descending order. Records that compare equal, or have no value, are sorted by position all
    /// the same.
    #[tsify(optional)]
    descending: Option<bool>,
}

/// Which groups to report: those that match every given criterion.
#[derive(Default, Tsify)]
pub struct ReconciliationFilter {
    #[tsify(optional)]
    verdict: Option<Verdict>,
    /// A text that is in the key, in a value or in the name of a record (`alpha[2]`), as it is written or with escapes
    /// resolved. ASCII letters match in either case.
    #[tsify(optional)]
    text: Option<js::String>,
    /// The name of a source that has the key.
    #[tsify(optional)]
    source: Option<js::String>,
    /// A text that the key reads like: the same but for spaces and for what is not printable.
    #[tsify(optional)]
    like: Option<js::String>,
}

impl Options for RecordFilter {
    fn read(members: &mut Members) -> Self {
        Self {
            source: members.get("source"),
            fate: members.get("fate"),
            freshness: members.get("freshness"),
            stage: members.get("stage"),
            behind: members.get("behind"),
            verdict: members.get("verdict"),
            group: members.get("group"),
            bucket: members.get("bucket"),
            buckets: members.get("buckets"),
            text: members.get("text"),
            sort: members.get("sort"),
            descending: members.get("descending"),
        }
    }
}

impl Options for ReconciliationFilter {
    fn read(members: &mut Members) -> Self {
        Self {
            verdict: members.get("verdict"),
            text: members.get("text"),
            source: members.get("source"),
            like: members.get("like"),
        }
    }
}

impl TryFrom<RecordFilter> for report::RecordFilter {
    type Error = JsValue;

    fn try_from(filter: RecordFilter) -> Result<Self, JsValue> {
        let bucket = match (filter.bucket, filter.buckets) {
            (Some(index), Some(of)) => Some(Bucket { index: index_or_none(index), of: count(of) }),
            (None, None) => None,
            _ => return Err(type_error("a filter asks for both bucket and buckets, or for neither")),
        };
        Ok(Self {
            source: filter.source.map(Into::into),
            fate: filter.fate,
            freshness: filter.freshness,
            stage: filter.stage,
            behind: filter.behind,
            verdict: filter.verdict,
            group: filter.group.map(index_or_none),
            bucket,
            text: filter.text.map(Into::into),
            sort: filter.sort.unwrap_or_default(),
            descending: filter.descending.unwrap_or_default(),
        })
    }
}

impl From<ReconciliationFilter> for GroupFilter {
    fn from(ReconciliationFilter { verdict, text, source, like }: ReconciliationFilter) -> Self {
        Self { verdict, text: text.map(Into::into), source: source.map(Into::into), like: like.map(Into::into) }
    }
}

/// The newest filter and its selection, so that all its pages cost the selection only once.
pub(super) struct Newest<F, S>(RefCell<Option<(F, S)>>);

impl<F, S> Default for Newest<F, S> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<F: PartialEq, S: Clone> Newest<F, S> {
    fn get(&self, filter: F, select: impl FnOnce(&F) -> Result<S, TryReserveError>) -> Result<S, JsValue> {
        if let Some((newest, selection)) = &*self.0.borrow()
            && *newest == filter
        {
            return Ok(selection.clone());
        }
        // Frees the old selection first, so that there need not be memory for two.
        self.0.take();
        let selection = select(&filter).map_err(no_memory)?;
        self.0.replace(Some((filter, selection.clone())));
        Ok(selection)
    }
}

impl Newest<report::RecordFilter, Selection> {
    /// The records that match a filter.
    pub fn records(&self, run: &Run, filter: Option<Ts<RecordFilter>>) -> Result<Selection, JsValue> {
        self.get(read(filter)?.try_into()?, |filter| run.select(filter))
    }
}

impl Newest<GroupFilter, GroupSelection> {
    /// The reconciliation groups that match a filter.
    pub fn groups(&self, run: &Run, filter: Option<Ts<ReconciliationFilter>>) -> Result<GroupSelection, JsValue> {
        self.get(read(filter)?.into(), |filter| run.select_groups(filter))
    }
}

/// The error to throw if there is no memory for a selection.
pub(super) fn no_memory(_: TryReserveError) -> JsValue {
    RangeError::new("there is no memory for this selection").into()
}

/// A number as an index, if it is one.
pub(super) fn index(number: f64) -> Option<usize> {
    (number >= 0.0 && number.fract() == 0.0).then(|| count(number))
}

/// A number as an index. If it is not one, it becomes an index that no element has.
pub(super) fn index_or_none(number: f64) -> usize {
    index(number).unwrap_or(usize::MAX)
}
