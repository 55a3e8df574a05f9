//! Stage 2, cache: drops a record whose key was seen before.

use std::ops::Range;

use crate::table::Table;

use super::md5::{Batch, LANES};
use super::progress::Progress;
use super::record::{RecordWriter, View};
use super::trace::{Trace, index};
use super::{Failure, Stage, Stop, reserve};

/// A cache key: the first 12 hex digits of an MD5, as a number. `Display` writes the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key(u64);

impl Key {
    /// A number to find the key by. The key is a hash by itself; the table wants it spread over all bits of a number.
    #[inline]
    fn hash(self) -> u64 {
        self.0 ^ (self.0 << 16)
    }

    /// The digits as a number of 48 bits.
    pub fn number(self) -> u64 {
        self.0
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:012x}", self.0)
    }
}

/// Looks every record up in the cache.
pub(super) fn run(view: View<'_>, trace: &mut Trace, progress: &mut Progress<'_>) -> Result<(), Stop> {
    let count = view.count();
    let mut keys = Keys { view, writer: RecordWriter::default(), batch: Batch::default() };
    let mut seen = Table::with_room_for(count).map_err(|_| Failure::no_memory(Stage::Cache))?;
    reserve(&mut trace.keys, count, Stage::Cache)?;
    progress.steps(Stage::Cache, count, |positions| {
        keys.compute(positions.clone(), &mut trace.keys);
        look_up(positions, &mut seen, trace);
        Ok::<_, Failure>(())
    })
}

/// Computes cache keys: `hashlib.md5(json.dumps(record, sort_keys=True).encode()).hexdigest()[:12]`.
struct Keys<'r> {
    view: View<'r>,
    writer: RecordWriter<'r>,
    batch: Batch,
}

impl Keys<'_> {
    #[inline(never)]
    fn compute(&mut self, positions: Range<usize>, keys: &mut Vec<Key>) {
        let Self { view, writer, batch } = self;
        for start in positions.clone().step_by(LANES) {
            for position in start..positions.end.min(start + LANES) {
                batch.add(|out| writer.write_sorted(view.record(position), out));
            }
            keys.extend(batch.finish().map(Key));
        }
    }
}

/// Finds out which records have a key that was seen before. `seen` has the positions of the records that had theirs
/// first.
#[inline(never)]
fn look_up(positions: Range<usize>, seen: &mut Table, trace: &mut Trace) {
    // Reads ahead: see `Table`. The count is of no use, but without it nothing would be read.
    let likely: usize = trace.keys[positions.clone()].iter().filter_map(|key| seen.peek(key.hash())).count();
    std::hint::black_box(likely);
    for position in positions {
        let keys = &trace.keys;
        let key = keys[position];
        if let Some(first) = seen.find_or_insert(key.hash(), index(position), |other| keys[other] == key) {
            trace.set_duplicate(position, index(first));
        }
    }
}
