//! A hash table of numbers, as those of records or groups, that only grows, up to a size that is known from the start.
//!
//! What it has over hashbrown's, which it is: its own key, no growth, and a [`peek`](Table::peek). Look-ups that come in
//! batches can wait for memory side by side: with a million records nearly every one misses the processor's caches, and
//! one after the other these misses are most of the time that a stage takes. So callers first peek for a whole batch, in
//! a loop that does nothing else, and then look up.

use hashbrown::{HashTable, TryReserveError};

use crate::hash::HashKey;

/// Numbers to be found by hash.
pub(crate) struct Table {
    /// What hashes are made with.
    pub key: HashKey,
    numbers: HashTable<u32>,
}

impl Table {
    /// A table for up to this many numbers.
    pub fn with_room_for(count: usize) -> Result<Self, TryReserveError> {
        let mut numbers = HashTable::new();
        numbers.try_reserve(count, |_| 0)?;
        Ok(Self { key: HashKey::random(), numbers })
    }

    /// The number that is likely found by this hash, without certainty.
    #[inline]
    pub fn peek(&self, hash: u64) -> Option<usize> {
        self.find(hash, |_| true)
    }

    /// The number that was inserted with this hash and is the same.
    #[inline]
    pub fn find(&self, hash: u64, mut is_same: impl FnMut(usize) -> bool) -> Option<usize> {
        self.numbers.find(hash, |&number| is_same(number as usize)).map(|&number| number as usize)
    }

    /// The number that was inserted with this hash and is the same; where there is none, inserts `new`.
    #[inline]
    pub fn find_or_insert(&mut self, hash: u64, new: u32, is_same: impl FnMut(usize) -> bool) -> Option<usize> {
        let found = self.find(hash, is_same);
        if found.is_none() {
            self.numbers.insert_unique(hash, new, |_| unreachable!("there is room from the start"));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hashes that all want the same slot, or differ in one half only.
    #[test]
    fn finds_what_was_inserted() {
        for hash in [|n: u64| n, |_| 0, |_| u64::MAX, |n| n << 32, |n: u64| n.wrapping_mul(0x9E37_79B9_7F4A_7C15)] {
            let mut table = Table::with_room_for(300).expect("there is memory");
            for n in 0..300_u32 {
                assert_eq!(table.find_or_insert(hash(n.into()), n, |other| other == n as usize), None);
            }
            for n in 0..300_u32 {
                assert_eq!(table.find_or_insert(hash(n.into()), 999, |other| other == n as usize), Some(n as usize));
            }
        }
    }

    #[test]
    fn too_large_a_table_is_an_error() {
        assert!(Table::with_room_for(usize::MAX).is_err());
    }
}
