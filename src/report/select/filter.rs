//! Selects the records that match a filter, and sorts them. A selection is made once and then read page by page.

use std::cell::OnceCell;
use std::collections::TryReserveError;
use std::mem::discriminant;
use std::ops::Range;
use std::rc::Rc;

use crate::names::names;
use crate::pipeline::stages::freshness;
use crate::pipeline::{Fate, Freshness, Run, Stage, SummaryNumber, Verdict, index};
use crate::python::{Number, PyString};
use crate::report::context::{Context, WHOLE};
use crate::report::timeline::Axis;

use super::shown::Search;

/// Which records to report, and in which order: those that match every given criterion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordFilter {
    /// The name of the source.
    pub source: Option<PyString>,
    /// The fate. Which record a duplicate repeats does not matter.
    pub fate: Option<Fate>,
    /// The mark of the freshness stage.
    pub freshness: Option<Freshness>,
    /// A stage that was given the record. Reconcile is given all that adapt produced. A stage that did not run was
    /// given no record.
    pub stage: Option<Stage>,
    /// A number of the summary that counts the record. The hit rate counts all records that the cache looked up.
    pub behind: Option<SummaryNumber>,
    /// The verdict of the record's reconciliation group.
    pub verdict: Option<Verdict>,
    /// The index of its reconciliation group.
    pub group: Option<usize>,
    /// The part of the timeline that contains its age.
    pub bucket: Option<Bucket>,
    /// A text that is in the source record, in the record that came out, in its id or in its name (`alpha[2]`), as it is
    /// written or with escapes resolved; or that its cache key starts with. ASCII letters match in either case.
    pub text: Option<PyString>,
    pub sort: Sort,
    /// Whether to sort in descending order. In both orders, records that compare equal keep the order in which adapt
    /// produced them, and so do records without the value that is sorted by, which come last.
    pub descending: bool,
}

/// A part of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Its index among the parts.
    pub index: usize,
    /// The number of parts.
    pub of: usize,
}

names! {
    /// What to sort records by.
    pub enum Sort as RecordOrder {
        /// In the order in which adapt produced them.
        Position = "position",
        /// Kept records, then duplicates, then invalid ones.
        Fate = "fate",
        /// The cache key.
        Key = "key",
        /// The age. NaN counts as no age. An int beyond 64 bits counts as the nearest float.
        Age = "age",
    }
}

#[expect(clippy::derivable_impls, reason = "`names!` derives the same for all")]
impl Default for Sort {
    fn default() -> Self {
        Self::Position
    }
}

/// The records of a run that match a filter, in its order. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    count: usize,
    /// `None` if all records are selected, in the order in which adapt produced them.
    chosen: Option<Rc<Chosen>>,
}

#[derive(Debug)]
struct Chosen {
    positions: Vec<u32>,
    /// The same as a bit for each record. Made on first use.
    members: OnceCell<Vec<u64>>,
}

impl Selection {
    /// How many records are selected.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The positions of the selected records, in order, from the `offset`th on.
    pub fn positions(&self, offset: usize) -> impl Iterator<Item = usize> + use<> {
        let chosen = self.chosen.clone();
        (offset..self.count).map(move |index| chosen.as_ref().map_or(index, |chosen| chosen.positions[index] as usize))
    }

    /// Whether the record at a position is selected.
    pub(crate) fn holds(&self, position: usize) -> bool {
        let Some(chosen) = &self.chosen else { return position < self.count };
        let members = chosen.members.get_or_init(|| {
            let last = chosen.positions.iter().max().map_or(0, |&last| last as usize);
            let mut members = vec![0; last / 64 + 1];
            for &position in &chosen.positions {
                members[position as usize / 64] |= 1 << (position % 64);
            }
            members
        });
        members.get(position / 64).is_some_and(|bits| bits >> (position % 64) & 1 == 1)
    }
}

impl Run {
    /// Selects the records that match a filter, in time linear in all records, apart from sorting. Reading pages of the
    /// selection takes time for these pages only.
    ///
    /// # Errors
    /// If there is no memory for the selection.
    pub fn select(&self, filter: &RecordFilter) -> Result<Selection, TryReserveError> {
        let all = Selection { count: self.record_count(), chosen: None };
        if *filter == RecordFilter::default() {
            return Ok(all);
        }
        let Some(context) = self.context() else { return Ok(all) };
        let mut test = Test::new(self, &context, filter);
        let matching = test.range.clone().filter(|&position| test.matches(position));
        let positions = match filter.sort {
            Sort::Position => {
                let mut positions = collect(matching.map(index))?;
                if filter.descending {
                    positions.reverse();
                }
                positions
            }
            _ => sorted(self, &context, filter, matching)?,
        };
        if positions.len() == all.count && positions.is_sorted() {
            return Ok(all);
        }
        let count = positions.len();
        Ok(Selection { count, chosen: Some(Rc::new(Chosen { positions, members: OnceCell::new() })) })
    }
}

/// Like `Iterator::collect`, but fails if there is no memory.
pub(crate) fn collect<T>(items: impl Iterator<Item = T>) -> Result<Vec<T>, TryReserveError> {
    let mut all = Vec::new();
    for item in items {
        if all.len() == all.capacity() {
            all.try_reserve(1)?;
        }
        all.push(item);
    }
    Ok(all)
}

/// A filter, prepared for testing the records of a run.
struct Test<'r> {
    run: &'r Run,
    filter: &'r RecordFilter,
    /// The positions of the filter's source, or all.
    range: Range<usize>,
    /// Whether the filter's stage ran, also if it failed.
    stage_ran: bool,
    axis: Option<Axis<'r>>,
    search: Option<Search<'r>>,
}

impl<'r> Test<'r> {
    fn new(run: &'r Run, context: &'r Context<'r>, filter: &'r RecordFilter) -> Self {
        let range = match &filter.source {
            None => 0..run.record_count(),
            Some(name) => run.records_of(name),
        };
        let ran = |stage| run.ran.contains(&stage) || run.failure().is_some_and(|at| at.stage == Some(stage));
        Self {
            run,
            filter,
            range,
            stage_ran: filter.stage.is_none_or(ran),
            axis: filter.bucket.and_then(|bucket| Axis::new(run, context, bucket.of)),
            search: run.reporter(WHOLE).zip(filter.text.as_ref()).map(|(reporter, text)| Search::new(reporter, text)),
        }
    }

    fn matches(&mut self, position: usize) -> bool {
        let RecordFilter { fate, freshness, stage, behind, verdict, group, bucket, .. } = self.filter;
        let Run { trace, groups, .. } = self.run;
        fate.is_none_or(|fate| discriminant(&fate) == discriminant(&trace.fate(position)))
            && freshness.is_none_or(|mark| trace.freshness(position) == Some(mark))
            && stage.is_none_or(|stage| self.stage_ran && self.is_given(stage, position))
            && behind.is_none_or(|number| self.is_counted_by(number, position))
            && verdict.is_none_or(|verdict| self.has_verdict(verdict, position))
            && group.is_none_or(|group| groups.group_of(position) == Some(group))
            && bucket.is_none_or(|bucket| {
                self.axis.as_ref().is_some_and(|axis| axis.bucket_at(position) == Some(bucket.index))
            })
            && self.search.as_mut().is_none_or(|search| search.finds_record(position))
    }

    fn is_given(&self, stage: Stage, position: usize) -> bool {
        match (stage, self.run.trace.fate(position)) {
            (Stage::Adapt | Stage::Cache | Stage::Reconcile, _) | (_, Fate::Kept) => true,
            (Stage::Validate, fate) => fate == Fate::Invalid,
            (Stage::Freshness, _) => false,
        }
    }

    fn is_counted_by(&self, number: SummaryNumber, position: usize) -> bool {
        let trace = &self.run.trace;
        let fate = || trace.fate(position);
        let looked_up = position < trace.keys.len();
        match number {
            SummaryNumber::RecordsIn => true,
            SummaryNumber::RecordsOut => fate() == Fate::Kept,
            SummaryNumber::CacheHits => matches!(fate(), Fate::Duplicate { .. }),
            SummaryNumber::CacheMisses => looked_up && !matches!(fate(), Fate::Duplicate { .. }),
            SummaryNumber::CacheHitRate => looked_up,
            SummaryNumber::ValidationErrors => fate() == Fate::Invalid,
            SummaryNumber::StaleRecords => trace.freshness(position) == Some(Freshness::Stale),
            SummaryNumber::Matched => self.has_verdict(Verdict::Matched, position),
            SummaryNumber::Mismatched => self.has_verdict(Verdict::Mismatched, position),
            SummaryNumber::SingleSource => self.has_verdict(Verdict::Single, position),
        }
    }

    fn has_verdict(&self, verdict: Verdict, position: usize) -> bool {
        let groups = &self.run.groups;
        groups.group_of(position).is_some_and(|group| groups.verdict(group) == verdict)
    }
}

/// What to sort by: the first number, then the second.
type Rank = (u64, i16);

/// A rank, then the index of the element that has it. Flat, since a nested pair would be half as large again.
pub(super) type Ranked = (u64, i16, u32);

/// Sorts by rank, then by index. All sorting of reports goes through here: a sort is compiled for each type of element,
/// and takes 2 kB of the package after gzip.
pub(super) fn sort(ranked: &mut [Ranked]) {
    // No index occurs twice, so this gives the order of a stable sort, which would allocate.
    ranked.sort_unstable();
}

/// The positions in a filter's order.
fn sorted(
    run: &Run,
    context: &Context<'_>,
    filter: &RecordFilter,
    positions: impl Iterator<Item = usize>,
) -> Result<Vec<u32>, TryReserveError> {
    /// The rank of a record without the value that is sorted by.
    const LAST: Rank = (u64::MAX, i16::MAX);
    let rank = |position: usize| match filter.sort {
        Sort::Position => Some((position as u64, 0)),
        Sort::Fate => Some(match run.trace.fate(position) {
            Fate::Kept => (0, 0),
            Fate::Duplicate { .. } => (1, 0),
            Fate::Invalid => (2, 0),
        }),
        Sort::Key => run.trace.keys.get(position).map(|key| (key.0, 0)),
        Sort::Age => run.trace.freshness(position).and_then(|_| age_rank(context, position)),
    };
    let mut ranked = collect(positions.map(|position| {
        let (first, second) = match rank(position) {
            Some((first, second)) if filter.descending => (!first, !second),
            given => given.unwrap_or(LAST),
        };
        (first, second, index(position))
    }))?;
    sort(&mut ranked);
    collect(ranked.into_iter().map(|(_, _, position)| position))
}

/// The rank of an age: the nearest float, and the age's distance from it.
fn age_rank(context: &Context<'_>, position: usize) -> Option<Rank> {
    let age = freshness::age(context.view.record(position), &context.config)?;
    let float = age.nearest_float();
    if float.is_nan() {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the float nearest to an i64 is whole and near")]
    let distance = if let Number::Small(int) = age { (int - float as i64) as i16 } else { 0 };
    // Adding zero turns -0.0 into 0.0, which it is equal to.
    let bits = (float + 0.0).to_bits();
    let sign = 1 << 63;
    let in_order = if bits & sign == 0 { bits | sign } else { !bits };
    Some((in_order, distance))
}
