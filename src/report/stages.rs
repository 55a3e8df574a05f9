//! What each stage of a finished run did.

use crate::names::names;
use crate::pipeline::{Run, Stage};

/// What a stage did.
#[derive(Clone, Debug, PartialEq)]
pub struct StageReport {
    pub stage: Stage,
    /// Whether its flag is on. `None` if the flags could not be read.
    pub flag: Option<bool>,
    /// Whether `stages_run` lists it.
    pub ran: bool,
    /// Whether it raised the exception.
    pub failed: bool,
    /// How many records it was given, or would have been. Reconcile is given all that adapt produced.
    pub records_in: usize,
    /// How many of these it did not drop.
    pub records_out: usize,
    pub counts: StageCounts,
    pub state: StageState,
    /// What explains its counts, or why it has none.
    pub note: Option<StageNote>,
    /// What it found. Empty unless it ran on records.
    pub found: Vec<Found>,
}

names! {
    /// How far a stage got.
    pub enum StageState {
        Ran = "ran",
        /// It ran without a record.
        Empty = "empty",
        /// Its flag is off.
        Off = "off",
        /// It raised the exception.
        Failed = "failed",
        /// An earlier stage raised the exception.
        Unreached = "unreached",
        /// Reconcile has no second source to compare with.
        Alone = "alone",
        /// No stage ran: the config or its flags could not be read.
        Waiting = "waiting",
    }
}

/// What explains a stage's counts, or why it has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageNote {
    /// Adapt raised an exception after this many records.
    AdaptedBefore { records: usize },
    /// Another stage raised an exception; it was given this many records.
    Given { records: usize },
    /// Reconcile has only this many sources.
    Sources { sources: usize },
    /// Adapt is off.
    NoRecords,
    /// Adapt is off, so the stage had nothing to run on.
    AdaptOff,
    /// The stage is off, so this many records pass it by.
    PassedBy { records: usize },
    /// Adapt ran on this many sources.
    FromSources { sources: usize },
}

/// How many records or keys of a kind a stage found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub kind: FoundKind,
    pub count: usize,
}

names! {
    /// What a stage can find.
    pub enum FoundKind {
        Duplicate = "duplicate",
        Invalid = "invalid",
        Fresh = "fresh",
        Stale = "stale",
        Matched = "matched",
        Mismatched = "mismatched",
        Single = "single",
    }
}

/// The counts that are particular to a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageCounts {
    Adapt { sources: usize },
    Cache { hits: usize, misses: usize },
    Validate { violations: usize },
    Freshness { fresh: usize, stale: usize },
    Reconcile { matched: usize, mismatched: usize, single: usize },
}

impl Run {
    /// What each of the five stages did, in order.
    #[must_use]
    pub fn stages(&self) -> [StageReport; 5] {
        let all = self.record_count();
        let (hits, violations) = (self.trace.hits, self.trace.violations.len());
        Stage::ALL.map(|stage| {
            let (records_in, dropped, counts) = match stage {
                Stage::Adapt => (all, 0, StageCounts::Adapt { sources: self.adapted.complete }),
                Stage::Cache => (all, hits, StageCounts::Cache { hits, misses: self.trace.keys.len() - hits }),
                Stage::Validate => (all - hits, violations, StageCounts::Validate { violations }),
                Stage::Freshness => {
                    let (fresh, stale) = (self.trace.fresh, self.trace.stale);
                    (self.trace.kept(), 0, StageCounts::Freshness { fresh, stale })
                }
                Stage::Reconcile => {
                    let (matched, mismatched, single) =
                        (self.groups.matched, self.groups.mismatched, self.groups.single);
                    (all, 0, StageCounts::Reconcile { matched, mismatched, single })
                }
            };
            let state = self.state_of(stage, records_in);
            StageReport {
                stage,
                flag: self.flags.map(|flags| flags[stage as usize]),
                ran: self.ran.contains(&stage),
                failed: state == StageState::Failed,
                records_in,
                records_out: records_in - dropped,
                counts,
                state,
                note: self.note_on(stage, state, records_in),
                found: if state == StageState::Ran { counts.found() } else { Vec::new() },
            }
        })
    }

    fn state_of(&self, stage: Stage, records_in: usize) -> StageState {
        match (self.failure(), self.flags) {
            (Some(failure), _) if failure.stage == Some(stage) => StageState::Failed,
            (Some(failure), _) if failure.stage.is_none() => StageState::Waiting,
            (_, None) => StageState::Waiting,
            (_, Some(flags)) if !flags[stage as usize] => StageState::Off,
            _ if self.ran.contains(&stage) && records_in == 0 => StageState::Empty,
            _ if self.ran.contains(&stage) => StageState::Ran,
            (Some(_), _) => StageState::Unreached,
            (None, _) => StageState::Alone,
        }
    }

    fn note_on(&self, stage: Stage, reached: StageState, records: usize) -> Option<StageNote> {
        let adapt_is_off = self.flags.is_some_and(|[adapt, ..]| !adapt);
        // The run ended before it would have come to this stage.
        let is_over = self.failure().is_some_and(|failure| failure.stage.is_none_or(|at| at < stage));
        match (reached, stage) {
            (StageState::Empty | StageState::Alone, _) if adapt_is_off => Some(StageNote::AdaptOff),
            (StageState::Failed, Stage::Adapt) => Some(StageNote::AdaptedBefore { records }),
            (StageState::Failed, _) => Some(StageNote::Given { records }),
            (StageState::Alone, _) => Some(StageNote::Sources { sources: self.adapted.sources.len() }),
            (StageState::Off, Stage::Adapt) => Some(StageNote::NoRecords),
            (StageState::Off, Stage::Reconcile) => None,
            (StageState::Off, _) if records > 0 && !is_over => Some(StageNote::PassedBy { records }),
            (StageState::Ran, Stage::Adapt) => Some(StageNote::FromSources { sources: self.adapted.complete }),
            _ => None,
        }
    }
}

impl StageCounts {
    fn found(self) -> Vec<Found> {
        let found = |counts: &[(FoundKind, usize)]| counts.iter().map(|&(kind, count)| Found { kind, count }).collect();
        match self {
            Self::Adapt { .. } => Vec::new(),
            Self::Cache { hits, .. } => found(&[(FoundKind::Duplicate, hits)]),
            Self::Validate { violations } => found(&[(FoundKind::Invalid, violations)]),
            Self::Freshness { fresh, stale } => found(&[(FoundKind::Fresh, fresh), (FoundKind::Stale, stale)]),
            Self::Reconcile { matched, mismatched, single } => found(&[
                (FoundKind::Matched, matched),
                (FoundKind::Mismatched, mismatched),
                (FoundKind::Single, single),
            ]),
        }
    }
}
