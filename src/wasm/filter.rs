//! Filters as JavaScript passes them, and the newest one's selection.

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

/// Which records to tell of, and in which order: those that fit all that is given. The newest filter's records are kept,
/// so that reading them page by page costs the search once.
#[derive(Default, Tsify)]
pub struct RecordFilter {
    #[tsify(optional)]
    source: Option<js::String>,
    #[tsify(optional)]
    fate: Option<Fate>,
    #[tsify(optional)]
    freshness: Option<Freshness>,
    /// The stage that was given the record: reconcile was given all that adapt produced. Nothing where it did not run.
    #[tsify(optional)]
    stage: Option<StageName>,
    /// The number of the summary that counts the record; of the hit rate, all records that were looked up.
    #[tsify(optional)]
    behind: Option<SummaryNumber>,
    /// The verdict of its reconciliation group.
    #[tsify(optional)]
    verdict: Option<Verdict>,
    /// The index of its reconciliation group in `reconciliation()`.
    #[tsify(optional)]
    group: Option<f64>,
    /// The index of the bucket of `timeline(buckets)` that its age is in: both are given, or none.
    #[tsify(optional)]
    bucket: Option<f64>,
    #[tsify(optional)]
    buckets: Option<f64>,
    /// What its place in the config holds, ASCII letters in either case, or what its cache key begins with.
    #[tsify(optional)]
    text: Option<js::String>,
    /// Default: `position`. Records that are the same in this order are by position, and so are those without what is
    /// sorted by, behind all others (so is an age that is NaN).
    #[tsify(optional)]
    sort: Option<RecordOrder>,
    /// The other way round; what is by position in any case stays so.
    #[tsify(optional)]
    descending: Option<bool>,
}

/// Which groups to tell of: those that fit all that is given.
#[derive(Default, Tsify)]
pub struct ReconciliationFilter {
    #[tsify(optional)]
    verdict: Option<Verdict>,
    /// What the key or a value's text holds; ASCII letters in either case.
    #[tsify(optional)]
    text: Option<js::String>,
    /// A source that holds the key.
    #[tsify(optional)]
    source: Option<js::String>,
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
        Self { verdict: members.get("verdict"), text: members.get("text"), source: members.get("source") }
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
    fn from(ReconciliationFilter { verdict, text, source }: ReconciliationFilter) -> Self {
        Self { verdict, text: text.map(Into::into), source: source.map(Into::into) }
    }
}

/// The newest filter and what it selects, so that all its pages cost the selection once.
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
        // There need not be room for two.
        self.0.take();
        let selection = select(&filter).map_err(no_memory)?;
        self.0.replace(Some((filter, selection.clone())));
        Ok(selection)
    }
}

impl Newest<report::RecordFilter, Selection> {
    /// The records that fit a filter.
    pub fn records(&self, run: &Run, filter: Option<Ts<RecordFilter>>) -> Result<Selection, JsValue> {
        self.get(read(filter)?.try_into()?, |filter| run.select(filter))
    }
}

impl Newest<GroupFilter, GroupSelection> {
    /// The reconciliation groups that fit a filter.
    pub fn groups(&self, run: &Run, filter: Option<Ts<ReconciliationFilter>>) -> Result<GroupSelection, JsValue> {
        self.get(read(filter)?.into(), |filter| run.select_groups(filter))
    }
}

/// What is thrown where there is no memory for what a filter selects.
pub(super) fn no_memory(_: TryReserveError) -> JsValue {
    RangeError::new("there is no memory for this selection").into()
}

/// A number as an index, where it is one.
pub(super) fn index(number: f64) -> Option<usize> {
    (number >= 0.0 && number.fract() == 0.0).then(|| count(number))
}

/// A number as an index. One that is none becomes one that nothing has.
fn index_or_none(number: f64) -> usize {
    index(number).unwrap_or(usize::MAX)
}
