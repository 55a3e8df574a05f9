//! The design of a pipeline: for each stage, which of its alternatives runs.
//!
//! The reference is the course's program. An alternative is a variant whose doc comment says what it does differently.

/// Which alternative of each stage runs. The default is the reference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Design {
    pub adapt: AdaptDesign,
    pub cache: CacheDesign,
    pub validate: ValidateDesign,
    pub freshness: FreshnessDesign,
    pub reconcile: ReconcileDesign,
}

/// How records are brought to one shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AdaptDesign {
    /// `alpha` and `beta` have adapters; records of other sources pass through, with their source added.
    #[default]
    Reference,
}

/// What counts as a duplicate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CacheDesign {
    /// A record whose key, a hash of all its fields, was seen before.
    #[default]
    Reference,
}

/// What breaks the contract.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ValidateDesign {
    /// A required field that is absent or None.
    #[default]
    Reference,
}

/// What is stale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FreshnessDesign {
    /// A record older than `max_age_seconds`; one without a timestamp is as old as `now`.
    #[default]
    Reference,
}

/// What counts as the same value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReconcileDesign {
    /// The same `json.dumps` text; of a source that repeats a key, its last record's.
    #[default]
    Reference,
}
