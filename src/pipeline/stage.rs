//! The stages by name.

use crate::names::names;

names! {
    /// A stage of the pipeline. Its name is its flag's too.
    pub enum Stage as StageName {
        /// Brings the records of every source to one shape.
        Adapt = "adapt",
        /// Drops duplicates.
        Cache = "cache",
        /// Drops records that break the contract.
        Validate = "validate",
        /// Marks records as stale or fresh.
        Freshness = "freshness",
        /// Compares what different sources say under the same key.
        Reconcile = "reconcile",
    }
}
