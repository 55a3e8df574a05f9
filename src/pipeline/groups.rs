//! What the reconcile stage finds: the records by key, and a verdict for each key.

use std::cell::OnceCell;
use std::ops::Range;

use crate::hash::HashKey;
use crate::names::names;
use crate::python::NodeId;

use super::record::{Adapted, Source};
use super::trace::index;

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
pub(super) struct Group {
    /// The key's parts and length: see [`Key`].
    pub parts: [u64; 2],
    pub claim: Claim,
    pub length: u8,
    pub verdict: Verdict,
}

impl Group {
    pub fn key(&self) -> Key {
        Key { parts: self.parts, length: self.length }
    }
}

/// What one source says under a key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim {
    /// The position among all of the source's last record with the key.
    pub record: u32,
    /// What that record has as `value`.
    pub value: NodeId,
    /// The claim of the source before it, as an index into `Groups::claims`; `NO_CLAIM` if there is none.
    pub before: u32,
}

pub(super) const NO_CLAIM: u32 = u32::MAX;

/// The group of a record whose key is empty: the stage skips it.
pub(super) const NO_GROUP: u32 = u32::MAX;

/// Stands for no record.
const NO_RECORD: u32 = u32::MAX;

/// What the stage finds.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    pub(super) all: Vec<Group>,
    pub(super) claims: Vec<Claim>,
    /// The group of every record, by its position among all.
    pub(super) group_of: Vec<u32>,
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
    pub(super) fn claims(&self, group: usize) -> impl Iterator<Item = Claim> {
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

/// A key, to be looked up without a look at its text, which is far away in memory, as long as it is short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    /// The first and the last eight bytes of a short text; of a shorter one than that, all its bytes and none.
    /// Of a long one, a hash and nothing.
    pub parts: [u64; 2],
    /// The length of a short text.
    pub length: u8,
}

impl Key {
    /// Up to this length, the two parts are all of a text.
    const SHORT: usize = 16;
    pub const LONG: u8 = u8::MAX;

    #[inline]
    pub fn new(text: &[u8], hash_key: HashKey) -> Self {
        let length = u8::try_from(text.len()).ok().filter(|_| text.len() <= Self::SHORT);
        let parts = match (length, text.first_chunk(), text.last_chunk()) {
            (None, ..) => [hash_key.text(text), 0],
            (_, Some(first), Some(last)) => [u64::from_le_bytes(*first), u64::from_le_bytes(*last)],
            _ => [text.iter().fold(0, |word, &byte| (word << 8) | u64::from(byte)), 0],
        };
        Self { parts, length: length.unwrap_or(Self::LONG) }
    }

    #[inline]
    pub fn hash(self, hash_key: HashKey) -> u64 {
        hash_key.words(self.parts, self.length)
    }
}
