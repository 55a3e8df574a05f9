//! The summary, as the reference prints it.

use std::ops::Range;

use crate::names::names;
use crate::python::{float_repr, round4};

use super::stage::Stage;

/// What a run comes to. `Display` writes `json.dumps(summary, indent=2)`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    pub records_in: usize,
    pub records_out: usize,
    pub stages_run: Vec<Stage>,
    pub cache: CacheSummary,
    pub validation_errors: usize,
    pub stale_records: usize,
    /// `None` if the stage did not run.
    pub reconciliation: Option<Reconciliation>,
}

/// What the cache stage counted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CacheSummary {
    pub hits: usize,
    pub misses: usize,
    /// Hits by look-ups, from 0 to 1, rounded to four decimals.
    pub hit_rate: f64,
}

/// How many keys got which verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reconciliation {
    pub matched: usize,
    pub mismatched: usize,
    pub single_source: usize,
}

names! {
    /// A number of the summary: the keys that lead to it, joined by dots.
    pub enum SummaryNumber {
        RecordsIn = "records_in",
        RecordsOut = "records_out",
        CacheHits = "cache.hits",
        CacheMisses = "cache.misses",
        CacheHitRate = "cache.hit_rate",
        ValidationErrors = "validation_errors",
        StaleRecords = "stale_records",
        Matched = "reconciliation.matched",
        Mismatched = "reconciliation.mismatched",
        SingleSource = "reconciliation.single_source",
    }
}

impl SummaryNumber {
    /// Where the number is in a summary's text; `None` if that summary does not have it.
    #[must_use]
    pub fn find(self, summary: &str) -> Option<Range<usize>> {
        let key = self.name().rsplit('.').next()?;
        let (quoted, summary) = (format!("\"{key}\": "), summary.as_bytes());
        let start = summary.windows(quoted.len()).position(|part| part == quoted.as_bytes())? + quoted.len();
        let length = summary[start..].iter().position(|byte| b",\n".contains(byte))?;
        Some(start..start + length)
    }
}

impl CacheSummary {
    #[expect(clippy::cast_precision_loss, reason = "counts of records are far below 2^53")]
    pub(super) fn new(hits: usize, misses: usize) -> Self {
        let look_ups = hits + misses;
        let hit_rate = if look_ups == 0 { 0.0 } else { round4(hits as f64 / look_ups as f64) };
        Self { hits, misses, hit_rate }
    }
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{{")?;
        writeln!(f, "  \"records_in\": {},", self.records_in)?;
        writeln!(f, "  \"records_out\": {},", self.records_out)?;
        if self.stages_run.is_empty() {
            writeln!(f, "  \"stages_run\": [],")?;
        } else {
            let names: Vec<_> = self.stages_run.iter().map(|stage| format!("    \"{}\"", stage.name())).collect();
            writeln!(f, "  \"stages_run\": [\n{}\n  ],", names.join(",\n"))?;
        }
        writeln!(f, "  \"cache\": {{")?;
        writeln!(f, "    \"hits\": {},", self.cache.hits)?;
        writeln!(f, "    \"misses\": {},", self.cache.misses)?;
        writeln!(f, "    \"hit_rate\": {}\n  }},", float_repr(self.cache.hit_rate))?;
        writeln!(f, "  \"validation_errors\": {},", self.validation_errors)?;
        writeln!(f, "  \"stale_records\": {},", self.stale_records)?;
        match self.reconciliation {
            None => write!(f, "  \"reconciliation\": {{}}\n}}"),
            Some(Reconciliation { matched, mismatched, single_source }) => write!(
                f,
                "  \"reconciliation\": {{\n    \"matched\": {matched},\n    \"mismatched\": {mismatched},\n    \
                 \"single_source\": {single_source}\n  }}\n}}"
            ),
        }
    }
}
