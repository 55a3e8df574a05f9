//! Reports on reconciliation groups: what each source says under a key, and where.

use std::collections::TryReserveError;
use std::ops::Range;
use std::rc::Rc;

use crate::names::names;
use crate::pipeline::{Field, Run, Stage, Verdict, index};
use crate::python::{KeyOrder, PyString, Value, ascii, read_alike};
use crate::text::Excerpt;

use super::context::{Reporter, WHOLE};
use super::difference::{Difference, differ_in_a_number, differing_parts};
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
    /// Some of the sources that have the key, in order. If the first ones say the same in a mismatch, the last one is of a
    /// source that says something else.
    pub values: Vec<GroupValue>,
    /// How many sources have the key.
    pub value_count: usize,
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
    /// `json.dumps(record.get("value"))`, or the part of it from the `from`th character on.
    pub text: String,
    pub from: usize,
    /// How many characters the whole text has.
    pub length: usize,
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

/// The most sources that are reported for a key, and at a time for the rest.
const MAX_VALUES: usize = 20;
const MORE_VALUES: usize = 100;

/// How much of each value is looked through for a difference.
const COMPARED: usize = 1 << 20;

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
        self.selected_groups(&self.select_groups(filter).unwrap_or_default(), offset, 0, WHOLE)
    }

    /// The selected groups, from the `offset`th on. Each has the values of 20 sources at most, or of 100 from a later
    /// `source` on. Each text is cut to `room` characters.
    pub fn selected_groups(
        &self,
        selection: &GroupSelection,
        offset: usize,
        source: usize,
        room: usize,
    ) -> impl Iterator<Item = Group> + use<'_> {
        let GroupSelection { count, chosen } = selection.clone();
        let mut reporter = self.reporter(room);
        (offset..count).filter_map(move |index| {
            let group = chosen.as_ref().map_or(index, |chosen| chosen[index] as usize);
            Some(reporter.as_mut()?.group(group, source))
        })
    }

    fn find_groups(&self, filter: &GroupFilter) -> Result<Vec<u32>, TryReserveError> {
        let GroupFilter { verdict, text, source, like } = filter;
        let source = source.as_ref().map(|name| self.records_of(name));
        let like = self.reporter(WHOLE).zip(like.as_ref());
        let mut search = self.reporter(WHOLE).zip(text.as_ref()).map(|(reporter, text)| Search::new(reporter, text));
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
    fn group(&mut self, group: usize, source: usize) -> Group {
        let run = self.run;
        let verdict = run.groups.verdict(group);
        let mut positions =
            self.sources_of(group, source, self.most(if source > 0 { MORE_VALUES } else { MAX_VALUES }));
        let difference = (verdict == Verdict::Mismatched).then(|| self.difference(group, &mut positions));
        let ids = run.groups.records(group).map(|position| self.context.view.record(position).id());
        let strings = ids.filter(|id| matches!(id, Field::Value(id) if id.is_str())).count();
        let value_count = run.groups.records(group).count();
        Group {
            index: group,
            key: self.key(group),
            verdict,
            difference,
            reason: GroupReason::new(verdict, difference),
            mixed_ids: (1..value_count).contains(&strings),
            values: self.values(&positions, verdict),
            value_count,
        }
    }

    /// `str(record.get("id", ""))` of the records of a group, cut if it is long.
    #[inline(never)]
    fn key(&self, group: usize) -> PyString {
        match self.run.groups.records(group).next().map(|position| self.context.view.record(position).id()) {
            Some(Field::Value(id)) => id.to_name(),
            Some(Field::Null) => "None".into(),
            Some(Field::Absent) | None => PyString::default(),
        }
    }

    /// The positions of the records of some of the sources that have a key, in the order of the sources.
    fn sources_of(&self, group: usize, offset: usize, limit: usize) -> Vec<usize> {
        let last_first = || self.run.groups.records(group);
        let left = last_first().count().saturating_sub(offset);
        let mut positions: Vec<usize> = last_first().take(left).skip(left.saturating_sub(limit)).collect();
        positions.reverse();
        positions
    }

    /// How the values of a mismatch differ. Makes sure that two different ones are among those to show.
    fn difference(&mut self, group: usize, shown: &mut [usize]) -> Difference {
        let [Some(&first), Some(&last)] = [shown.first(), shown.last()] else { return Difference::Value };
        let [given, sorted] = [KeyOrder::Given, KeyOrder::Sorted].map(|order| self.value_of(first, order));
        let (mut order, mut number) = (true, true);
        let mut other = None;
        for position in self.run.groups.records(group) {
            order = order && self.value_of(position, KeyOrder::Sorted).is_same(&sorted);
            let text = self.value_of(position, KeyOrder::Given);
            if !text.is_same(&given) {
                number = number && differ_in_a_number(&given.text, &text.text);
                // The records come last first.
                if position <= last || other.is_none() {
                    other = Some(position);
                }
            }
            if !order && !number && other.is_some_and(|other| other <= last) {
                break;
            }
        }
        if let Some((slot, other)) = shown.last_mut().zip(other.filter(|&other| other > last)) {
            *slot = other;
        }
        Difference::new(order, number)
    }

    /// What some sources say, given the positions of the records that count.
    fn values(&mut self, positions: &[usize], verdict: Verdict) -> Vec<GroupValue> {
        let run = self.run;
        let texts: Vec<Excerpt> = positions.iter().map(|&position| self.value_of(position, KeyOrder::Given)).collect();
        let mut parts = Vec::new();
        if verdict == Verdict::Mismatched {
            parts = differing_parts(&texts.iter().map(|text| text.text.as_slice()).collect::<Vec<_>>());
        }
        let value = |(nth, (&position, text)): (usize, (&usize, Excerpt))| {
            let differs = parts.get(nth).cloned();
            let mut nearest_first = run.groups.overwritten(position, &run.adapted);
            let shown: Vec<usize> = nearest_first.by_ref().take(MAX_OVERWROTE).collect();
            let overwrote_count = shown.len() + nearest_first.count();
            let overwrote = shown.into_iter().rev().map(|position| {
                let text = self.value_of(position, KeyOrder::Given);
                self.claim(position, text, 0)
            });
            let overwrote = overwrote.collect();
            let claim = self.claim(position, text, differs.as_ref().map_or(0, |part| part.start));
            let source = run.source_name(run.adapted.source_index(position));
            GroupValue { source, claim, differs, overwrote, overwrote_count }
        };
        positions.iter().zip(texts).enumerate().map(value).collect()
    }

    /// What a record says. Of a long text, the part around a character.
    #[inline(never)]
    fn claim(&self, position: usize, text: Excerpt, around: usize) -> Claim {
        let record = self.context.view.record(position);
        let Excerpt { text, length, .. } = text;
        let from = if length > self.room { around.saturating_sub(self.room / 4) } else { 0 };
        let part = text.into_iter().skip(from).take(self.room).collect();
        Claim {
            record: position,
            index: position - record.source_start(),
            span: record.object().map_or(0..0, Value::span),
            text: ascii(part),
            from,
            length,
        }
    }

    /// `json.dumps` of the value of the record at a position, as much of it as is compared.
    pub(super) fn value_of(&mut self, position: usize, order: KeyOrder) -> Excerpt {
        let value = self.context.view.record(position).value();
        self.value(value, order, self.most(COMPARED))
    }
}
