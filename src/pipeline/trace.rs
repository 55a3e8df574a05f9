//! What became of every record: a few integers each.

use super::cache::Key;
use super::{Failure, Stage, named, reserve};

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// No stage dropped it; where an exception ended the run, none up to there.
    Kept,
    /// The cache stage dropped it: the record at this position, among all, has the same key.
    Duplicate { of: usize },
    /// The validate stage dropped it: a required field is missing.
    Invalid,
}

impl Fate {
    /// The fate of this name. Which record a duplicate repeats is not in the name: it says 0.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Kept, Self::Duplicate { of: 0 }, Self::Invalid];
        named(&all, &all.map(Self::name), name)
    }

    /// The fate's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Duplicate { .. } => "duplicate",
            Self::Invalid => "invalid",
        }
    }
}

/// What the freshness stage found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    Fresh,
    Stale,
}

impl Freshness {
    /// What the freshness stage marks so.
    #[must_use]
    pub fn named(mark: &str) -> Option<Self> {
        let all = [Self::Fresh, Self::Stale];
        named(&all, &all.map(Self::name), mark)
    }

    /// The mark that the record gets.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Stale => "stale",
        }
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
pub(super) struct Trace {
    states: Vec<State>,
    /// The cache keys of the records that the cache stage has looked at.
    pub keys: Vec<Key>,
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

    /// How many records no stage has dropped.
    pub fn kept(&self) -> usize {
        self.states.len() - self.hits - self.violations.len()
    }
}

/// A position as it is stored: a document has fewer than 2^28 nodes.
#[inline]
pub(super) fn index(position: usize) -> u32 {
    u32::try_from(position).expect("a document has fewer nodes")
}
