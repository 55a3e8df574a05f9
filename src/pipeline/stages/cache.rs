//! Stage 2, cache: drops a record whose key was seen before.

use std::ops::Range;

use crate::table::Table;

use crate::pipeline::design::CacheDesign;
use crate::pipeline::failure::{Failure, Stop, reserve};
use crate::pipeline::key::CacheKey;
use crate::pipeline::layout::SortedWriter;
use crate::pipeline::progress::Progress;
use crate::pipeline::record::View;
use crate::pipeline::stage::Stage;
use crate::pipeline::trace::{Trace, index};

use super::md5::{BATCH, Batch};

/// Looks every record up in the cache.
pub(crate) fn run(
    CacheDesign::Reference: CacheDesign,
    view: View<'_>,
    trace: &mut Trace,
    progress: &mut Progress<'_>,
) -> Result<(), Stop> {
    let count = view.count();
    let mut keys = Keys { view, writer: SortedWriter::default(), batch: Batch::default() };
    let mut seen = Table::with_room_for(count).map_err(|_| Failure::no_memory(Stage::Cache))?;
    let mut hashes = Vec::new();
    reserve(&mut trace.keys, count, Stage::Cache)?;
    progress.steps(Stage::Cache, count, |positions| {
        keys.compute(positions.clone(), &mut trace.keys);
        look_up(positions, &mut seen, &mut hashes, trace);
        Ok::<_, Failure>(())
    })
}

/// Computes cache keys: `hashlib.md5(json.dumps(record, sort_keys=True).encode()).hexdigest()[:12]`.
struct Keys<'r> {
    view: View<'r>,
    writer: SortedWriter<'r>,
    batch: Batch,
}

impl Keys<'_> {
    #[inline(never)]
    fn compute(&mut self, positions: Range<usize>, keys: &mut Vec<CacheKey>) {
        let Self { view, writer, batch } = self;
        let mut records = view.records(positions.clone());
        for _ in positions.step_by(BATCH) {
            for record in records.by_ref().take(BATCH) {
                batch.add(|text| writer.write(record, text));
            }
            keys.extend(batch.finish().iter().copied().map(CacheKey));
            batch.clear();
        }
    }
}

/// Finds out which records have a key that was seen before. `seen` has the positions of the records that had theirs
/// first.
#[inline(never)]
fn look_up(positions: Range<usize>, seen: &mut Table, hashes: &mut Vec<u64>, trace: &mut Trace) {
    hashes.clear();
    hashes.extend(trace.keys[positions.clone()].iter().map(|key| seen.key.word(key.0)));
    // Reads ahead: see `Table`. The count is of no use, but without it nothing would be read.
    std::hint::black_box(hashes.iter().filter_map(|&hash| seen.peek(hash)).count());
    for (position, &hash) in positions.zip(&*hashes) {
        let keys = &trace.keys;
        let key = keys[position];
        if let Some(first) = seen.find_or_insert(hash, index(position), |other| keys[other] == key) {
            trace.set_duplicate(position, index(first));
        }
    }
}
