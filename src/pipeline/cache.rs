//! Stage 2, cache: drops a record whose key was seen before.

use std::ops::Range;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use md5::{Digest, Md5};

use super::progress::Progress;
use super::record::{RecordWriter, View};
use super::trace::{Trace, index};
use super::{Failure, Stage, Stop};

/// A cache key: the first 12 hex digits of an MD5, as a number. `Display` writes the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key(u64);

impl Key {
    /// `hashlib.md5(text).hexdigest()[:12]`
    pub fn of(text: &[u8]) -> Self {
        let mut bytes = [0; 8];
        bytes[2..].copy_from_slice(&Md5::digest(text)[..6]);
        Self(u64::from_be_bytes(bytes))
    }

    /// A number to find the key by. The key is a hash by itself; the table wants all bits of a number to vary, and the
    /// high ones not to follow from the low ones.
    fn hash(self) -> u64 {
        self.0 ^ (self.0 << 16)
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:012x}", self.0)
    }
}

/// The keys that were seen: the positions of the records that had them first.
type Seen = HashTable<u32>;

/// Looks every record up in the cache.
pub(super) fn run(view: View<'_>, trace: &mut Trace, progress: &mut Progress<'_>) -> Result<(), Stop> {
    let count = view.adapted.records.len();
    let mut seen = Seen::with_capacity(count);
    let mut writer = RecordWriter::default();
    let mut text = Vec::new();
    trace.keys.reserve_exact(count);
    progress.steps(Stage::Cache, count, |positions| {
        look_up(view, positions, &mut writer, &mut text, &mut seen, trace);
        Ok::<_, Failure>(())
    })
}

#[inline(never)]
fn look_up<'r>(
    view: View<'r>,
    positions: Range<usize>,
    writer: &mut RecordWriter<'r>,
    text: &mut Vec<u8>,
    seen: &mut Seen,
    trace: &mut Trace,
) {
    for position in positions {
        text.clear();
        writer.write_sorted(view.record(position), text);
        let key = Key::of(text);
        trace.keys.push(key);
        let keys = &trace.keys;
        match seen.entry(key.hash(), |&of| keys[of as usize] == key, |&of| keys[of as usize].hash()) {
            Entry::Vacant(vacant) => {
                vacant.insert(index(position));
            }
            Entry::Occupied(first) => trace.set_duplicate(position, *first.get()),
        }
    }
}
