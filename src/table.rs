//! A hash table of numbers, as those of records or groups, that only grows, up to a size that is known from the start.
//!
//! What it has over a general one: look-ups that come in batches can wait for memory side by side. With a million
//! records nearly every look-up misses the processor's caches, and one after the other these misses are most of the
//! time that a stage takes. So callers first [`peek`](Table::peek) for a whole batch, in a loop that does nothing else,
//! and then look up.

use std::collections::TryReserveError;

/// Numbers below 2^32 - 1, to be found by hash.
pub(crate) struct Table {
    /// A part of the hash above a number; `EMPTY` where there is none. A number is in the first slot that was free from
    /// the one on that its hash names.
    slots: Vec<u64>,
}

/// A hash of a text, good in all bits.
pub(crate) fn hash(text: &[u8]) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let (words, rest) = text.as_chunks::<8>();
    let mix = |hash: u64, word: u64| (hash ^ word).wrapping_mul(ODD).rotate_left(29);
    let hash = words.iter().fold(text.len() as u64, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    hash_words(hash, rest.iter().fold(0, |word, &byte| (word << 8) | u64::from(byte)))
}

/// A hash of two words, good in all bits. Mixes them as `MurmurHash3` does in its end.
#[inline]
pub(crate) fn hash_words(first: u64, second: u64) -> u64 {
    let mix = |word: u64, factor: u64| (word ^ (word >> 33)).wrapping_mul(factor);
    let hash = mix(mix(first, 0xFF51_AFD7_ED55_8CCD) ^ second, 0xC4CE_B9FE_1A85_EC53);
    mix(hash, 0x9E37_79B9_7F4A_7C15) ^ (hash >> 29)
}

const EMPTY: u64 = u64::MAX;

impl Table {
    /// A table for up to this many numbers: at least half of its slots stay free.
    pub fn with_room_for(count: usize) -> Result<Self, TryReserveError> {
        let size = (2 * count + 1).next_power_of_two();
        let mut slots = Vec::new();
        slots.try_reserve_exact(size)?;
        slots.resize(size, EMPTY);
        Ok(Self { slots })
    }

    /// The number that is likely found by this hash, without certainty: what the first slot says.
    #[inline]
    pub fn peek(&self, hash: u64) -> Option<usize> {
        let slot = self.slots[self.first_slot(hash)];
        is_likely(slot, hash).then_some(number(slot))
    }

    /// The number that was inserted with this hash and is the same.
    pub fn find(&self, hash: u64, mut is_same: impl FnMut(usize) -> bool) -> Option<usize> {
        let mut index = self.first_slot(hash);
        loop {
            let slot = self.slots[index];
            if slot == EMPTY {
                return None;
            }
            if is_likely(slot, hash) && is_same(number(slot)) {
                return Some(number(slot));
            }
            index = (index + 1) & (self.slots.len() - 1);
        }
    }

    /// The number that was inserted with this hash and is the same; where there is none, inserts `new`.
    #[inline]
    pub fn find_or_insert(&mut self, hash: u64, new: u32, mut is_same: impl FnMut(usize) -> bool) -> Option<usize> {
        let mut index = self.first_slot(hash);
        loop {
            let slot = self.slots[index];
            if slot == EMPTY {
                self.slots[index] = (hash & TAG) | u64::from(new);
                return None;
            }
            if is_likely(slot, hash) && is_same(number(slot)) {
                return Some(number(slot));
            }
            index = (index + 1) & (self.slots.len() - 1);
        }
    }

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the low bits are what is wanted")]
    fn first_slot(&self, hash: u64) -> usize {
        hash as usize & (self.slots.len() - 1)
    }
}

/// The part of a hash that is kept in a slot.
const TAG: u64 = !(u32::MAX as u64);

#[inline]
fn is_likely(slot: u64, hash: u64) -> bool {
    slot & TAG == hash & TAG && slot != EMPTY
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the low half is the number")]
fn number(slot: u64) -> usize {
    slot as u32 as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts that differ in little have hashes that differ in their low and in their high half, as chance would have it.
    #[test]
    fn hashes_are_good_in_all_bits() {
        let texts = (0..1 << 16).map(|number| format!("order_{number:07}"));
        let long = (0..1 << 16).map(|number| format!("{:x}{:-<60}{number}", number % 7, number / 256));
        let words = (0..1_u64 << 16).map(|number| hash_words(number, number << 40));
        for hashes in [
            texts.map(|text| hash(text.as_bytes())).collect(),
            long.map(|text| hash(text.as_bytes())).collect(),
            words.collect::<Vec<_>>(),
        ] {
            for shift in [0, 16, 32, 47] {
                let mut parts: Vec<u64> = hashes.iter().map(|hash| hash >> shift & 0xFFFF).collect();
                parts.sort_unstable();
                parts.dedup();
                // Of so many throws at so many slots, 63 of 100 are hit.
                assert!((40_700..42_200).contains(&parts.len()), "{shift}: {}", parts.len());
            }
        }
    }

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
}
