//! Stage 5, reconcile: compares what different sources say under the same key.
//!
//! Works on what adapt produced, whatever the stages in between have dropped.

use std::hash::BuildHasher;
use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::python::{KeyOrder, Repr};

use super::progress::Progress;
use super::record::{Field, RecordView, RecordWriter, View};
use super::trace::index;
use super::{Failure, Stage, Stop};

/// What the sources that hold a key say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All the same.
    Matched,
    /// Not all the same.
    Mismatched,
    /// There is only one.
    Single,
}

impl Verdict {
    /// The verdict's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Matched => "matched",
            Self::Mismatched => "mismatched",
            Self::Single => "single",
        }
    }
}

/// The records of one key: a chain of claims, one for each source that holds the key, in the order of the sources.
#[derive(Debug)]
struct Group {
    hash: u64,
    first: u32,
    last: u32,
    verdict: Verdict,
}

/// What one source says under a key.
#[derive(Debug)]
struct Claim {
    /// The position among all of the source's last record with the key.
    record: u32,
    /// The next source's claim, as an index; `NO_CLAIM` where there is none.
    next: u32,
}

const NO_CLAIM: u32 = u32::MAX;

/// The group of a record whose key is empty: the stage skips it.
const NO_GROUP: u32 = u32::MAX;

/// What the stage finds.
#[derive(Debug, Default)]
pub(super) struct Groups {
    all: Vec<Group>,
    claims: Vec<Claim>,
    /// The group of every record, by its position among all.
    group_of: Vec<u32>,
    pub matched: usize,
    pub mismatched: usize,
    pub single: usize,
}

impl Groups {
    /// How many keys there are.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// The group that holds the record at a position.
    pub fn group_of(&self, position: usize) -> Option<usize> {
        self.group_of.get(position).filter(|&&group| group != NO_GROUP).map(|&group| group as usize)
    }

    pub fn verdict(&self, group: usize) -> Verdict {
        self.all[group].verdict
    }

    /// The positions of the records that count for a key, one for each source.
    pub fn records(&self, group: usize) -> impl Iterator<Item = usize> {
        let mut next = self.all[group].first;
        std::iter::from_fn(move || {
            let claim = self.claims.get(next as usize)?;
            next = claim.next;
            Some(claim.record as usize)
        })
    }
}

/// Groups all records by key, and compares each key's values.
pub(super) fn run(view: View<'_>, groups: &mut Groups, progress: &mut Progress<'_>) -> Result<(), Stop> {
    let count = view.count();
    let mut grouping = Grouping::new(view, groups);
    progress.steps(Stage::Reconcile, count, |positions| {
        grouping.add(positions);
        Ok::<_, Failure>(())
    })?;
    let mut comparison = Comparison { view, writer: RecordWriter::default(), texts: Default::default() };
    for group in 0..groups.count() {
        let verdict = comparison.verdict(groups, group);
        groups.all[group].verdict = verdict;
        match verdict {
            Verdict::Matched => groups.matched += 1,
            Verdict::Mismatched => groups.mismatched += 1,
            Verdict::Single => groups.single += 1,
        }
    }
    Ok(())
}

/// Finds each record's group.
struct Grouping<'r, 'g> {
    view: View<'r>,
    groups: &'g mut Groups,
    /// The groups, to be found by key.
    table: HashTable<u32>,
    keys: Keys<'r>,
}

impl<'r, 'g> Grouping<'r, 'g> {
    fn new(view: View<'r>, groups: &'g mut Groups) -> Self {
        groups.group_of.reserve_exact(view.count());
        Self { view, groups, table: HashTable::new(), keys: Keys::default() }
    }

    #[inline(never)]
    fn add(&mut self, positions: Range<usize>) {
        for position in positions {
            let group = self.find(position);
            self.groups.group_of.push(group);
        }
    }

    #[inline]
    fn find(&mut self, position: usize) -> u32 {
        let record = self.view.record(position);
        let Self { view, groups, table, keys } = self;
        let Some(key) = keys.first.of(record) else { return NO_GROUP };
        let Groups { all: groups, claims, .. } = &mut **groups;
        let hash = FixedState::default().hash_one(key);
        let is_same = |&group: &u32| {
            let Group { hash: other, first, .. } = groups[group as usize];
            let first = claims[first as usize].record as usize;
            hash == other && keys.second.of(view.record(first)) == Some(key)
        };
        match table.entry(hash, is_same, |&group| groups[group as usize].hash) {
            Entry::Vacant(vacant) => {
                let (group, claim) = (index(groups.len()), index(claims.len()));
                vacant.insert(group);
                groups.push(Group { hash, first: claim, last: claim, verdict: Verdict::Single });
                claims.push(Claim { record: index(position), next: NO_CLAIM });
                group
            }
            Entry::Occupied(found) => {
                let last = &mut groups[*found.get() as usize].last;
                // Records come source by source, so an earlier one of the same source is the last claim.
                if claims[*last as usize].record as usize >= record.source_start() {
                    claims[*last as usize].record = index(position);
                } else {
                    let claim = index(claims.len());
                    claims[std::mem::replace(last, claim) as usize].next = claim;
                    claims.push(Claim { record: index(position), next: NO_CLAIM });
                }
                *found.get()
            }
        }
    }
}

/// The keys of two records, to be compared.
#[derive(Default)]
struct Keys<'r> {
    first: Key<'r>,
    second: Key<'r>,
}

/// `str(record.get("id", ""))`
#[derive(Default)]
pub(super) struct Key<'r> {
    repr: Repr<'r>,
    text: Vec<u8>,
}

impl<'r> Key<'r> {
    /// The record's key, as UTF-8 that may hold lone surrogates; none where it is empty.
    #[inline]
    pub fn of(&mut self, record: RecordView<'r>) -> Option<&[u8]> {
        let text = match record.id() {
            Field::Absent => return None,
            Field::Null => b"None",
            Field::Value(id) => id.verbatim().unwrap_or_else(|| {
                self.text.clear();
                self.repr.write_str(id, &mut self.text);
                &self.text
            }),
        };
        (!text.is_empty()).then_some(text)
    }
}

/// Compares what sources say.
struct Comparison<'r> {
    view: View<'r>,
    writer: RecordWriter<'r>,
    texts: [Vec<u8>; 2],
}

impl Comparison<'_> {
    fn verdict(&mut self, groups: &Groups, group: usize) -> Verdict {
        let mut records = groups.records(group);
        let Some(first) = records.next() else { return Verdict::Single };
        let mut verdict = Verdict::Single;
        for other in records {
            if !self.same_value(first, other) {
                return Verdict::Mismatched;
            }
            verdict = Verdict::Matched;
        }
        verdict
    }

    /// Whether `json.dumps(record.get("value"))` is the same text for two records.
    fn same_value(&mut self, a: usize, b: usize) -> bool {
        let fields = [a, b].map(|position| self.view.record(position).value());
        if let [Field::Value(a), Field::Value(b)] = fields
            && a.source_text() == b.source_text()
        {
            return true;
        }
        for (field, text) in fields.into_iter().zip(&mut self.texts) {
            text.clear();
            self.writer.write_field(field, KeyOrder::Given, text);
        }
        self.texts[0] == self.texts[1]
    }
}
