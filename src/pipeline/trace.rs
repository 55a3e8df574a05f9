//! What became of every record: a few integers each.

use crate::names::names;

use super::failure::{Failure, reserve};
use super::key::CacheKey;
use super::stage::Stage;
use super::summary::CacheSummary;

names! {
    /// What became of a record.
    pub enum Fate {
        /// No stage dropped it; if an exception ended the run, none up to then.
        Kept = "kept",
        /// The cache stage dropped it: the record at this position, among all, has the same key.
        Duplicate { of: usize = 0 } = "duplicate",
        /// The validate stage dropped it: a required field is missing.
        Invalid = "invalid",
    }
}

names! {
    /// What the freshness stage found.
    pub enum Freshness {
        /// It is at most `max_age_seconds` old, or its age is NaN.
        Fresh = "fresh",
        /// It is older.
        Stale = "stale",
    }
}

/// A record's fate and freshness in four bytes: a duplicate's is the position of the record that it repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct State(u32);

impl State {
    const KEPT: Self = Self(u32::MAX);
    const FRESH: Self = Self(u32::MAX - 1);
    const STALE: Self = Self(u32::MAX - 2);
    const INVALID: Self = Self(u32::MAX - 3);
}

/// What is written down while the stages run, by the position of a record among all.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    states: Vec<State>,
    /// The cache keys of the records that the cache stage has looked at.
    pub keys: Vec<CacheKey>,
    /// The positions of the records that the validate stage dropped.
    pub violations: Vec<u32>,
    pub hits: usize,
    pub fresh: usize,
    pub stale: usize,
}

impl Trace {
    /// There are now `count` records.
    pub fn extend(&mut self, count: usize) -> Result<(), Failure> {
        let more = count - self.states.len();
        reserve(&mut self.states, more, Stage::Adapt)?;
        self.states.resize(count, State::KEPT);
        Ok(())
    }

    pub fn fate(&self, position: usize) -> Fate {
        match self.states[position] {
            State::KEPT | State::FRESH | State::STALE => Fate::Kept,
            State::INVALID => Fate::Invalid,
            State(of) => Fate::Duplicate { of: of as usize },
        }
    }

    #[inline]
    pub fn is_kept(&self, position: usize) -> bool {
        self.states[position].0 >= State::STALE.0
    }

    #[inline]
    pub fn freshness(&self, position: usize) -> Option<Freshness> {
        match self.states[position] {
            State::FRESH => Some(Freshness::Fresh),
            State::STALE => Some(Freshness::Stale),
            _ => None,
        }
    }

    pub fn set_duplicate(&mut self, position: usize, of: u32) {
        self.states[position] = State(of);
        self.hits += 1;
    }

    pub fn set_invalid(&mut self, position: usize) {
        self.states[position] = State::INVALID;
        self.violations.push(index(position));
    }

    #[inline]
    pub fn set_freshness(&mut self, position: usize, freshness: Freshness) {
        let (state, count) = match freshness {
            Freshness::Fresh => (State::FRESH, &mut self.fresh),
            Freshness::Stale => (State::STALE, &mut self.stale),
        };
        self.states[position] = state;
        *count += 1;
    }

    /// What the cache stage counted.
    pub fn cache_summary(&self) -> CacheSummary {
        CacheSummary::new(self.hits, self.keys.len() - self.hits)
    }

    /// How many records no stage has dropped.
    pub fn kept(&self) -> usize {
        self.states.len() - self.hits - self.violations.len()
    }
}

/// A position as it is stored: a document has fewer than 2^28 nodes.
#[inline]
pub(crate) fn index(position: usize) -> u32 {
    u32::try_from(position).expect("a document has fewer nodes")
}
