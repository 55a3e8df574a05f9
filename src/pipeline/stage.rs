//! The stages by name.

use crate::names::names;

/// A stage of the pipeline. Its name is its flag's too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Brings the records of every source to one shape.
    Adapt,
    /// Drops duplicates.
    Cache,
    /// Drops records that break the contract.
    Validate,
    /// Marks records as stale or fresh.
    Freshness,
    /// Compares what different sources say under the same key.
    Reconcile,
}

names!(Stage {
    Adapt = "adapt",
    Cache = "cache",
    Validate = "validate",
    Freshness = "freshness",
    Reconcile = "reconcile",
});
