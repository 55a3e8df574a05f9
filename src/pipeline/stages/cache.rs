//! Stage 2, cache: drops a record whose key was seen before.

use std::ops::Range;

use crate::table::Table;

use crate::pipeline::design::CacheDesign;
use crate::pipeline::failure::{Failure, Stop, reserve};
use crate::pipeline::key::CacheKey;
use crate::pipeline::progress::Progress;
use crate::pipeline::record::{RecordWriter, View};
use crate::pipeline::stage::Stage;
use crate::pipeline::trace::{Trace, index};

use super::md5::{Batch, LANES};

/// Looks every record up in the cache.
pub(crate) fn run(
    CacheDesign::Reference: CacheDesign,
    view: View<'_>,
    trace: &mut Trace,
    progress: &mut Progress<'_>,
) -> Result<(), Stop> {
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
    fn compute(&mut self, positions: Range<usize>, keys: &mut Vec<CacheKey>) {
        let Self { view, writer, batch } = self;
        for start in positions.clone().step_by(LANES) {
            for position in start..positions.end.min(start + LANES) {
                batch.add(|out| writer.write_sorted(view.record(position), out));
            }
            keys.extend(batch.finish().map(CacheKey));
        }
    }
}

/// Finds out which records have a key that was seen before. `seen` has the positions of the records that had theirs
/// first.
#[inline(never)]
fn look_up(positions: Range<usize>, seen: &mut Table, trace: &mut Trace) {
    // Reads ahead: see `Table`. The count is of no use, but without it nothing would be read.
    let likely: usize = trace.keys[positions.clone()].iter().filter_map(|key| seen.peek(seen.key.word(key.0))).count();
    std::hint::black_box(likely);
    for position in positions {
        let keys = &trace.keys;
        let key = keys[position];
        if let Some(first) = seen.find_or_insert(seen.key.word(key.0), index(position), |other| keys[other] == key) {
            trace.set_duplicate(position, index(first));
        }
    }
}
