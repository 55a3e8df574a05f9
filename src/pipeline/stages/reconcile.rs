//! Stage 5, reconcile: compares what different sources say under the same key.
//!
//! Works on what adapt produced, whatever the stages in between have dropped.

use std::cell::OnceCell;
use std::ops::Range;

use crate::hash::HashKey;
use crate::python::{Dumps, KeyOrder, NodeId, Repr, Value};
use crate::table::Table;
use crate::text::Buffer;

use crate::names::names;
use crate::pipeline::design::ReconcileDesign;
use crate::pipeline::failure::{Failure, Stop, reserve};
use crate::pipeline::progress::Progress;
use crate::pipeline::record::{Adapted, Field, RecordView, Source, View};
use crate::pipeline::stage::Stage;
use crate::pipeline::trace::index;

names! {
    /// What the sources that hold a key say.
    pub enum Verdict {
        /// All the same.
        Matched = "matched",
        /// Not all the same.
        Mismatched = "mismatched",
        /// There is only one.
        Single = "single",
    }
}

/// What the sources say under one key: the last source's claim, and a chain of those before it. 32 bytes.
#[derive(Debug)]
struct Group {
    /// The key's parts and length: see [`Key`].
    parts: [u64; 2],
    claim: Claim,
    length: u8,
    verdict: Verdict,
}

impl Group {
    fn key(&self) -> Key {
        Key { parts: self.parts, length: self.length }
    }
}

/// What one source says under a key.
#[derive(Clone, Copy, Debug)]
struct Claim {
    /// The position among all of the source's last record with the key.
    record: u32,
    /// What that record has as `value`.
    value: NodeId,
    /// The claim of the source before it, as an index into `Groups::claims`; `NO_CLAIM` if there is none.
    before: u32,
}

const NO_CLAIM: u32 = u32::MAX;

/// The group of a record whose key is empty: the stage skips it.
const NO_GROUP: u32 = u32::MAX;

/// Stands for no record.
const NO_RECORD: u32 = u32::MAX;

/// What the stage finds.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    all: Vec<Group>,
    claims: Vec<Claim>,
    /// The group of every record, by its position among all.
    group_of: Vec<u32>,
    /// For every record, the one before it with the same key in its source; made when it is first wanted.
    earlier: OnceCell<Vec<u32>>,
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
        self.claims(group).map(|claim| claim.record as usize)
    }

    #[inline]
    fn claims(&self, group: usize) -> impl Iterator<Item = Claim> {
        let mut next = Some(self.all[group].claim);
        std::iter::from_fn(move || {
            let claim = next?;
            next = self.claims.get(claim.before as usize).copied();
            Some(claim)
        })
    }

    /// The positions of the records before the one at a position that have the same key in its source, the nearest
    /// first. The first call looks at all records once.
    pub fn overwritten(&self, position: usize, adapted: &Adapted) -> impl Iterator<Item = usize> {
        let earlier = self.earlier.get_or_init(|| self.find_earlier(&adapted.sources));
        let before = |position: usize| earlier.get(position).filter(|&&record| record != NO_RECORD);
        let mut next = before(position);
        std::iter::from_fn(move || {
            let position = *next? as usize;
            next = before(position);
            Some(position)
        })
    }

    fn find_earlier(&self, sources: &[Source]) -> Vec<u32> {
        let grouped = self.group_of.iter().filter(|&&group| group != NO_GROUP).count();
        if grouped == self.all.len() + self.claims.len() {
            // Each counts.
            return Vec::new();
        }
        let mut earlier = vec![NO_RECORD; self.group_of.len()];
        let mut latest = vec![NO_RECORD; self.all.len()];
        for Range { start, end } in sources.iter().map(|source| source.records.clone()) {
            for (position, slot) in (start..).zip(&mut earlier[start..end]) {
                let Some(group) = self.group_of(position) else { continue };
                let before = std::mem::replace(&mut latest[group], index(position));
                if before != NO_RECORD && before as usize >= start {
                    *slot = before;
                }
            }
        }
        earlier
    }
}

/// Groups all records by key, and compares each key's values.
pub(crate) fn run(
    ReconcileDesign::Reference: ReconcileDesign,
    view: View<'_>,
    groups: &mut Groups,
    progress: &mut Progress<'_>,
) -> Result<(), Stop> {
    reserve(&mut groups.group_of, view.count(), Stage::Reconcile)?;
    let table = Table::with_room_for(view.count()).map_err(|_| Failure::no_memory(Stage::Reconcile))?;
    let mut grouping = Grouping { view, groups, table, texts: Default::default(), keys: Vec::new() };
    progress.steps(Stage::Reconcile, view.count(), |positions| {
        reserve(&mut grouping.groups.all, positions.len(), Stage::Reconcile)?;
        reserve(&mut grouping.groups.claims, positions.len(), Stage::Reconcile)?;
        grouping.read_keys(positions.clone());
        grouping.add(positions);
        Ok::<_, Failure>(())
    })?;
    let mut comparison = Comparison {
        view,
        dumps: Dumps::default(),
        counts: Vec::new(),
        values: Vec::new(),
        starts: Vec::new(),
        texts: Default::default(),
    };
    for start in (0..groups.count()).step_by(COMPARED) {
        comparison.run(groups, start..groups.count().min(start + COMPARED));
    }
    Ok(())
}

/// Groups whose values are compared together.
const COMPARED: usize = 64;

/// Finds each record's group.
struct Grouping<'r, 'g> {
    view: View<'r>,
    groups: &'g mut Groups,
    /// The groups, to be found by key.
    table: Table,
    /// The keys of the records that are to be added next, and their hashes; `None` for an empty key.
    keys: Vec<Option<(Key, u64)>>,
    /// The texts of two long keys, to be compared.
    texts: [KeyText<'r>; 2],
}

impl Grouping<'_, '_> {
    #[inline(never)]
    fn read_keys(&mut self, positions: Range<usize>) {
        let Self { view, table, keys, texts: [text, _], .. } = self;
        keys.clear();
        keys.extend(view.records(positions).map(|record| {
            let key = Key::new(text.of(record.id())?, table.key);
            Some((key, key.hash(table.key)))
        }));
    }

    #[inline(never)]
    fn add(&mut self, positions: Range<usize>) {
        self.fetch();
        let records = self.view.records(positions.clone());
        for (at, (position, record)) in positions.zip(records).enumerate() {
            let group = match self.keys[at] {
                Some((key, hash)) => self.find(position, record, key, hash),
                None => NO_GROUP,
            };
            self.groups.group_of.push(group);
        }
    }

    /// Reads the groups that the keys likely belong to, so that they are near when they are wanted.
    #[inline(never)]
    fn fetch(&self) {
        // The sum is of no use, but without it nothing would be read.
        let likely = self.keys.iter().flatten().filter_map(|&(_, hash)| self.table.peek(hash));
        std::hint::black_box(likely.fold(0, |sum: u32, group| sum.wrapping_add(self.groups.all[group].claim.record)));
    }

    #[inline]
    fn find(&mut self, position: usize, record: RecordView<'_>, key: Key, hash: u64) -> u32 {
        let Self { view, groups, table, texts, .. } = self;
        let Groups { all, claims, .. } = &mut **groups;
        let new = index(all.len());
        let is_same = |group: usize| {
            let group = &all[group];
            let is_long = key.length == Key::LONG;
            key == group.key() && (!is_long || are_same(*view, [position, group.claim.record as usize], texts))
        };
        let mut new_claim = Claim { record: index(position), value: record.value_id(), before: NO_CLAIM };
        let Some(group) = table.find_or_insert(hash, new, is_same) else {
            let Key { parts, length } = key;
            all.push(Group { parts, length, claim: new_claim, verdict: Verdict::Single });
            return new;
        };
        let claim = &mut all[group].claim;
        // Records come source by source, so an earlier one of the same source made the group's last claim.
        if (claim.record as usize) < record.source_start() {
            claims.push(*claim);
            new_claim.before = index(claims.len() - 1);
        } else {
            new_claim.before = claim.before;
        }
        *claim = new_claim;
        index(group)
    }
}

/// Whether two records have the same key.
#[inline(never)]
fn are_same<'r>(view: View<'r>, [a, b]: [usize; 2], [one, other]: &mut [KeyText<'r>; 2]) -> bool {
    one.of(view.record(a).id()) == other.of(view.record(b).id())
}

/// A key, to be looked up without a look at its text, which is far away in memory, as long as it is short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    /// The first and the last eight bytes of a short text; of a shorter one than that, all its bytes and none.
    /// Of a long one, a hash and nothing.
    parts: [u64; 2],
    /// The length of a short text.
    length: u8,
}

impl Key {
    /// Up to this length, the two parts are all of a text.
    const SHORT: usize = 16;
    const LONG: u8 = u8::MAX;

    #[inline]
    fn new(text: &[u8], hash_key: HashKey) -> Self {
        let length = u8::try_from(text.len()).ok().filter(|_| text.len() <= Self::SHORT);
        let parts = match (length, text.first_chunk(), text.last_chunk()) {
            (None, ..) => [hash_key.text(text), 0],
            (_, Some(first), Some(last)) => [u64::from_le_bytes(*first), u64::from_le_bytes(*last)],
            _ => [text.iter().fold(0, |word, &byte| (word << 8) | u64::from(byte)), 0],
        };
        Self { parts, length: length.unwrap_or(Self::LONG) }
    }

    #[inline]
    fn hash(self, hash_key: HashKey) -> u64 {
        hash_key.words(self.parts, self.length)
    }
}

/// Writes the text of a key: `str(record.get("id", ""))`.
#[derive(Default)]
pub(crate) struct KeyText<'r> {
    repr: Repr<'r>,
    text: Vec<u8>,
}

impl<'r> KeyText<'r> {
    /// The key of a record with this `id`, as UTF-8 that may hold lone surrogates; `None` if it is empty.
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
    dumps: Dumps<'r>,
    /// How many sources say something under each of some keys; zero if it is only one.
    counts: Vec<usize>,
    /// What they say, key by key.
    values: Vec<NodeId>,
    /// Where that starts in the text.
    starts: Vec<usize>,
    texts: [Buffer; 2],
}

impl<'r> Comparison<'r> {
    /// Judges some groups, in loops that do one thing each, so that they wait for memory side by side.
    #[inline(never)]
    fn run(&mut self, groups: &mut Groups, judged: Range<usize>) {
        self.list_values(groups, judged.clone());
        let mut next = 0;
        for (index, group) in judged.enumerate() {
            let values = next..next + self.counts[index];
            if values.is_empty() {
                // Each group starts as a single one.
                groups.single += 1;
                continue;
            }
            next = values.end;
            if self.are_all_same(values) {
                groups.all[group].verdict = Verdict::Matched;
                groups.matched += 1;
            } else {
                groups.all[group].verdict = Verdict::Mismatched;
                groups.mismatched += 1;
            }
        }
    }

    fn list_values(&mut self, groups: &Groups, judged: Range<usize>) {
        let Self { view, counts, values, starts, .. } = self;
        counts.clear();
        values.clear();
        for group in judged {
            let first = values.len();
            if groups.all[group].claim.before != NO_CLAIM {
                values.extend(groups.claims(group).map(|claim| claim.value));
            }
            counts.push(values.len() - first);
        }
        // Reads where the values start, and then a byte of each, without a look at what they are: a branch that is
        // guessed wrong would end the waiting side by side. The sum has no use, but without it nothing would be read.
        let text = view.document.text().bytes();
        starts.clear();
        starts.extend(values.iter().map(|&value| view.document.start_of(value)));
        std::hint::black_box(starts.iter().fold(0, |sum, &start| sum ^ text.get(start).copied().unwrap_or(0)));
    }

    fn are_all_same(&mut self, Range { start, end }: Range<usize>) -> bool {
        (start + 1..end).all(|other| self.are_same(self.values[start], self.values[other]))
    }

    /// Whether two values are written the same by `json.dumps`, as they mostly are if they are the same in the text.
    #[inline]
    fn are_same(&mut self, a: NodeId, b: NodeId) -> bool {
        let [a, b] = [a, b].map(|value| self.view.document.value(value));
        match (a, b) {
            (Some(a), Some(b)) => a.has_same_text(b) || self.are_dumped_the_same(a, b),
            (Some(value), None) | (None, Some(value)) => value.is_none(),
            (None, None) => true,
        }
    }

    fn are_dumped_the_same(&mut self, a: Value<'r>, b: Value<'r>) -> bool {
        if let (Some(a), Some(b)) = (a.dumped_verbatim(), b.dumped_verbatim()) {
            return a == b;
        }
        for (value, text) in [a, b].into_iter().zip(&mut self.texts) {
            text.truncate(0);
            self.dumps.write_to(value, KeyOrder::Given, text);
        }
        self.texts[0].text() == self.texts[1].text()
    }
}
