//! Reports on reconciliation groups: what each source says under a key, and where.

use std::collections::TryReserveError;
use std::ops::Range;
use std::rc::Rc;

use crate::names::names;
use crate::pipeline::{Field, Run, Stage, Verdict, index};
use crate::python::{KeyOrder, PyString, Value, read_alike};

use super::context::Reporter;
use super::difference::{Difference, differing_parts};
use super::records::id_text;
use super::select::{Search, collect};

/// The records of one reconciliation key.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its index among all groups.
    pub index: usize,
    /// `str(record.get("id", ""))`
    pub key: PyString,
    pub verdict: Verdict,
    /// How the sources' values differ, for a mismatch.
    pub difference: Option<Difference>,
    pub reason: GroupReason,
    /// Whether the ids of its records are of different types, such as `1` and `"1"`. Overwritten records do not matter.
    pub mixed_ids: bool,
    /// One for each source that has the key, in the order of the sources.
    pub values: Vec<GroupValue>,
}

names! {
    /// Why a group has its verdict.
    pub enum GroupReason {
        /// All sources that have the key say the same.
        Same = "same",
        /// Only one source has the key.
        Single = "single",
        Order = "order",
        Number = "number",
        Value = "value",
    }
}

impl GroupReason {
    fn new(verdict: Verdict, difference: Option<Difference>) -> Self {
        match (verdict, difference) {
            (_, Some(Difference::Order)) => Self::Order,
            (_, Some(Difference::Number)) => Self::Number,
            (_, Some(Difference::Value)) | (Verdict::Mismatched, None) => Self::Value,
            (Verdict::Matched, None) => Self::Same,
            (Verdict::Single, None) => Self::Single,
        }
    }
}

/// Why a run has no reconciliation groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoGroups {
    /// An exception ended the run before reconcile, which comes last.
    Exception,
    /// The stage's flag is off.
    FlagOff,
    /// Without adapt there are no sources.
    AdaptOff,
    NoSource,
    OneSource {
        source: PyString,
    },
    /// Reconcile ran, and no record has an id that is not empty.
    NoKeys,
}

impl NoGroups {
    /// The stage to switch on for groups.
    #[must_use]
    pub fn switch_on(&self) -> Option<Stage> {
        match self {
            Self::FlagOff => Some(Stage::Reconcile),
            Self::AdaptOff => Some(Stage::Adapt),
            _ => None,
        }
    }
}

/// What a source says under a key.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupValue {
    /// The name of the source.
    pub source: PyString,
    /// The source's last record with the key, which counts.
    pub claim: Claim,
    /// The bytes of the claim's text that differ from the other sources' texts. `None` unless the group is a mismatch.
    pub differs: Option<Range<usize>>,
    /// The source's earlier records with the key, which do not count, in order. At most the last 20.
    pub overwrote: Vec<Claim>,
    /// The number of all such records.
    pub overwrote_count: usize,
}

/// What a record says under its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The record's position.
    pub record: usize,
    /// Its index among its source's records, from 0.
    pub index: usize,
    /// The source record's bytes in the config's text.
    pub span: Range<usize>,
    /// `json.dumps(record.get("value"))`
    pub text: String,
}

/// Which groups to report: those that match every given criterion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupFilter {
    pub verdict: Option<Verdict>,
    /// A text that is in the key, in a value or in the name of a record (`alpha[2]`), as it is written or with escapes
    /// resolved. ASCII letters match in either case.
    pub text: Option<PyString>,
    /// The name of a source that has the key.
    pub source: Option<PyString>,
    /// A text that the key reads like: the same but for spaces and for what is not printable.
    pub like: Option<PyString>,
}

/// The reconciliation groups of a run that match a filter. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct GroupSelection {
    count: usize,
    /// `None` if all groups are selected.
    chosen: Option<Rc<[u32]>>,
}

impl GroupSelection {
    /// How many groups are selected.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }
}

/// The most overwritten records that are reported for a source and a key.
const MAX_OVERWROTE: usize = 20;

impl Run {
    /// How many reconciliation groups there are.
    #[must_use]
    pub fn group_count(&self) -> usize {
        self.groups.count()
    }

    /// Why there are no reconciliation groups. `None` if there are some.
    #[must_use]
    pub fn no_groups(&self) -> Option<NoGroups> {
        let is_off = |stage: Stage| self.flags.is_some_and(|flags| !flags[stage as usize]);
        match self.adapted.sources.len() {
            _ if self.group_count() > 0 => None,
            _ if self.failure().is_some() => Some(NoGroups::Exception),
            _ if is_off(Stage::Reconcile) => Some(NoGroups::FlagOff),
            _ if is_off(Stage::Adapt) => Some(NoGroups::AdaptOff),
            0 => Some(NoGroups::NoSource),
            1 => Some(NoGroups::OneSource { source: self.source_name(0) }),
            _ => Some(NoGroups::NoKeys),
        }
    }

    /// Selects the reconciliation groups that match a filter, in time linear in all groups. Reading pages of the
    /// selection takes time for these pages only.
    ///
    /// # Errors
    /// If there is no memory for the selection.
    pub fn select_groups(&self, filter: &GroupFilter) -> Result<GroupSelection, TryReserveError> {
        if *filter == GroupFilter::default() {
            return Ok(GroupSelection { count: self.group_count(), chosen: None });
        }
        let chosen = self.find_groups(filter)?;
        Ok(GroupSelection { count: chosen.len(), chosen: Some(chosen.into()) })
    }

    /// The groups that match a filter, in the order in which their keys first appear, from the `offset`th on. Empty if
    /// there is no memory for selecting them. To read them page by page, call [`select_groups`](Self::select_groups)
    /// once, then [`selected_groups`](Self::selected_groups).
    pub fn groups(&self, filter: &GroupFilter, offset: usize) -> impl Iterator<Item = Group> {
        self.selected_groups(&self.select_groups(filter).unwrap_or_default(), offset)
    }

    /// The selected groups, from the `offset`th on.
    pub fn selected_groups(&self, selection: &GroupSelection, offset: usize) -> impl Iterator<Item = Group> + use<'_> {
        let GroupSelection { count, chosen } = selection.clone();
        let mut reporter = self.reporter();
        (offset..count).filter_map(move |index| {
            let group = chosen.as_ref().map_or(index, |chosen| chosen[index] as usize);
            Some(reporter.as_mut()?.group(group))
        })
    }

    fn find_groups(&self, filter: &GroupFilter) -> Result<Vec<u32>, TryReserveError> {
        let GroupFilter { verdict, text, source, like } = filter;
        let source = source.as_ref().map(|name| self.records_of(name));
        let like = self.reporter().zip(like.as_ref());
        let mut search = self.reporter().zip(text.as_ref()).map(|(reporter, text)| Search::new(reporter, text));
        let fits = |group: &usize| {
            verdict.is_none_or(|verdict| self.groups.verdict(*group) == verdict)
                && source
                    .as_ref()
                    .is_none_or(|source| self.groups.records(*group).any(|record| source.contains(&record)))
                && like
                    .as_ref()
                    .is_none_or(|(reporter, like)| read_alike(like.as_bytes(), reporter.key(*group).as_bytes()))
                && search.as_mut().is_none_or(|search| search.finds_group(*group))
        };
        collect((0..self.group_count()).filter(fits).map(index))
    }
}

impl Reporter<'_> {
    #[inline(never)]
    fn group(&mut self, group: usize) -> Group {
        let run = self.run;
        let (groups, adapted) = (&run.groups, &run.adapted);
        let verdict = groups.verdict(group);
        let last_first: Vec<usize> = groups.records(group).collect();
        let claims: Vec<Claim> = last_first.iter().rev().map(|&position| self.claim(position)).collect();
        let mut difference = None;
        let mut parts = Vec::new();
        if verdict == Verdict::Mismatched {
            let texts: Vec<&[u8]> = claims.iter().map(|claim| claim.text.as_bytes()).collect();
            let mut sorted = last_first.iter().map(|&position| self.value_of(position, KeyOrder::Sorted));
            let first = sorted.next();
            let are_same_sorted = sorted.all(|text| first.as_ref() == Some(&text));
            difference = Some(Difference::between(&texts, are_same_sorted));
            parts = differing_parts(&texts);
        }
        let value = |(nth, claim): (usize, Claim)| {
            let source = adapted.source_index(claim.record);
            let mut nearest_first = groups.overwritten(claim.record, adapted);
            let shown: Vec<usize> = nearest_first.by_ref().take(MAX_OVERWROTE).collect();
            let overwrote_count = shown.len() + nearest_first.count();
            let overwrote = shown.into_iter().rev().map(|position| self.claim(position)).collect();
            let (source, differs) = (run.source_name(source), parts.get(nth).cloned());
            GroupValue { source, claim, differs, overwrote, overwrote_count }
        };
        let values = claims.into_iter().enumerate().map(value).collect();
        let reason = GroupReason::new(verdict, difference);
        let ids = last_first.iter().map(|&position| self.context.view.record(position).id());
        let strings = ids.filter(|id| matches!(id, Field::Value(id) if id.is_str())).count();
        let mixed_ids = (1..last_first.len()).contains(&strings);
        Group { index: group, key: self.key(group), verdict, difference, reason, mixed_ids, values }
    }

    /// `str(record.get("id", ""))` of the records of a group.
    #[inline(never)]
    fn key(&self, group: usize) -> PyString {
        let position = self.run.groups.records(group).next();
        position.and_then(|position| id_text(self.context.view.record(position))).unwrap_or_default()
    }

    #[inline(never)]
    fn claim(&mut self, position: usize) -> Claim {
        let record = self.context.view.record(position);
        Claim {
            record: position,
            index: position - record.source_start(),
            span: record.object().map_or(0..0, Value::span),
            text: self.value_of(position, KeyOrder::Given),
        }
    }

    /// `json.dumps` of the value of the record at a position.
    pub(super) fn value_of(&mut self, position: usize, order: KeyOrder) -> String {
        let value = self.context.view.record(position).value();
        self.value(value, order)
    }
}
