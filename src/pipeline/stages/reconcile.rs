//! Stage 5, reconcile: compares what different sources say under the same key.
//!
//! Works on what adapt produced, whatever the stages in between have dropped.

use std::ops::Range;

use crate::python::{Dumps, KeyOrder, NodeId, Repr, Value};
use crate::table::Table;
use crate::text::Buffer;

use crate::pipeline::design::ReconcileDesign;
use crate::pipeline::failure::{Failure, Stop, reserve};
use crate::pipeline::groups::{Claim, Group, Groups, Key, NO_CLAIM, NO_GROUP, Verdict};
use crate::pipeline::progress::Progress;
use crate::pipeline::record::{Field, RecordView, View};
use crate::pipeline::stage::Stage;
use crate::pipeline::trace::index;

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

/// Writes the text of a key: `str(record.get("id", ""))`.
#[derive(Default)]
pub(crate) struct KeyText<'r> {
    repr: Repr<'r>,
    text: Buffer,
}

impl<'r> KeyText<'r> {
    /// The key of a record with this `id`, as UTF-8 that may hold lone surrogates; `None` if it is empty.
    #[inline]
    pub fn of(&mut self, id: Field<'r>) -> Option<&[u8]> {
        let text = match id {
            Field::Absent => return None,
            Field::Null => b"None",
            Field::Value(id) => id.verbatim().unwrap_or_else(|| {
                self.text.truncate(0);
                self.repr.write_str(id, &mut self.text);
                self.text.text()
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
