//! What each stage of a finished run did.

use crate::pipeline::{Run, Stage};

/// What a stage did.
#[derive(Clone, Debug, PartialEq)]
pub struct StageReport {
    pub stage: Stage,
    /// Whether its flag is on; none where the flags could not be read.
    pub flag: Option<bool>,
    /// Whether it ran: whether `stages_run` lists it.
    pub ran: bool,
    /// Whether the exception came from it.
    pub failed: bool,
    /// The records that it was given, or would have been. Reconcile is given what adapt produced.
    pub records_in: usize,
    /// Those of them that it did not drop.
    pub records_out: usize,
    pub counts: StageCounts,
}

/// What only one stage counts.
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
            StageReport {
                stage,
                flag: self.flags.map(|flags| flags[stage as usize]),
                ran: self.ran.contains(&stage),
                failed: self.failure().is_some_and(|failure| failure.stage == Some(stage)),
                records_in,
                records_out: records_in - dropped,
                counts,
            }
        })
    }
}
