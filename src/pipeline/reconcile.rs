//! Stage 5, reconcile: compares what different sources say under the same key.
//!
//! Works on what adapt produced, whatever the stages in between have dropped.

use std::hash::BuildHasher;
use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::python::{KeyOrder, NodeId, Repr};

use super::progress::Progress;
use super::record::{Field, RecordWriter, View};
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

/// What the sources say under one key: the last source's claim, and a chain of those before it.
#[derive(Debug)]
struct Group {
    hash: u64,
    /// The id of one of its records, whose text is the key.
    id: NodeId,
    claim: Claim,
    verdict: Verdict,
}

/// What one source says under a key.
#[derive(Clone, Copy, Debug)]
struct Claim {
    /// The position among all of the source's last record with the key.
    record: u32,
    /// The claim of the source before it, as an index into `Groups::claims`; `NO_CLAIM` where there is none.
    before: u32,
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

    /// The positions of the records that count for a key, one for each source, the last source's first.
    pub fn records(&self, group: usize) -> impl Iterator<Item = usize> {
        let mut next = Some(self.all[group].claim);
        std::iter::from_fn(move || {
            let Claim { record, before } = next?;
            next = self.claims.get(before as usize).copied();
            Some(record as usize)
        })
    }
}

/// Groups all records by key, and compares each key's values.
pub(super) fn run(view: View<'_>, groups: &mut Groups, progress: &mut Progress<'_>) -> Result<(), Stop> {
    groups.group_of.reserve_exact(view.count());
    let mut grouping = Grouping { view, groups, table: HashTable::new(), keys: Default::default(), hashes: Vec::new() };
    progress.steps(Stage::Reconcile, view.count(), |positions| {
        grouping.hash(positions.clone());
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
    /// The keys of two records, to be compared.
    keys: [Key<'r>; 2],
    /// Hashes of the keys of the records that are to be added next; none for an empty key.
    hashes: Vec<Option<u64>>,
}

impl Grouping<'_, '_> {
    #[inline(never)]
    fn hash(&mut self, positions: Range<usize>) {
        let Self { view, keys: [key, _], hashes, .. } = self;
        let hash = |position| key.of(view.record(position).id()).map(|key| FixedState::default().hash_one(key));
        hashes.clear();
        hashes.extend(positions.map(hash));
    }

    /// A loop of its own: so close together, the look-ups wait for memory side by side.
    #[inline(never)]
    fn add(&mut self, positions: Range<usize>) {
        for (index, position) in positions.enumerate() {
            let group = self.hashes[index].map_or(NO_GROUP, |hash| self.find(position, hash));
            self.groups.group_of.push(group);
        }
    }

    #[inline]
    fn find(&mut self, position: usize, hash: u64) -> u32 {
        let Self { view, groups, table, keys: [key, other], .. } = self;
        let Groups { all, claims, .. } = &mut **groups;
        let record = view.record(position);
        let key = key.of(record.id());
        let is_same = |&group: &u32| {
            let group = &all[group as usize];
            group.hash == hash && other.of(view.document.value(group.id).map_or(Field::Null, Field::Value)) == key
        };
        match table.entry(hash, is_same, |&group| all[group as usize].hash) {
            Entry::Vacant(vacant) => {
                let group = index(all.len());
                vacant.insert(group);
                let claim = Claim { record: index(position), before: NO_CLAIM };
                all.push(Group { hash, id: record.id_node(), claim, verdict: Verdict::Single });
                group
            }
            Entry::Occupied(found) => {
                let claim = &mut all[*found.get() as usize].claim;
                // Records come source by source, so an earlier one of the same source made the group's last claim.
                if (claim.record as usize) < record.source_start() {
                    claims.push(*claim);
                    claim.before = index(claims.len() - 1);
                }
                claim.record = index(position);
                *found.get()
            }
        }
    }
}

/// `str(record.get("id", ""))`
#[derive(Default)]
pub(super) struct Key<'r> {
    repr: Repr<'r>,
    text: Vec<u8>,
}

impl<'r> Key<'r> {
    /// The key of a record with this `id`, as UTF-8 that may hold lone surrogates; none where it is empty.
    #[inline]
    pub fn of(&mut self, id: Field<'r>) -> Option<&[u8]> {
        let text = match id {
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
    #[inline(never)]
    fn verdict(&mut self, groups: &Groups, group: usize) -> Verdict {
        let mut records = groups.records(group);
        let Some(last) = records.next() else { return Verdict::Single };
        let mut verdict = Verdict::Single;
        for before in records {
            if !self.same_value(last, before) {
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
