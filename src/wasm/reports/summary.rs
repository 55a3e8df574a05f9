//! The summary, in JavaScript.

use serde::Serialize;
use serde_with::skip_serializing_none;
use tsify::Tsify;

use crate::pipeline::{self, Stage as StageName, SummaryNumber};

/// The summary, as Python's program prints it.
#[derive(Serialize, Tsify)]
pub struct Summary {
    pub records_in: usize,
    pub records_out: usize,
    pub stages_run: Vec<StageName>,
    pub cache: CacheSummary,
    pub validation_errors: usize,
    pub stale_records: usize,
    /// Empty if the stage did not run.
    pub reconciliation: ReconciliationSummary,
}

impl From<&pipeline::Summary> for Summary {
    fn from(summary: &pipeline::Summary) -> Self {
        let pipeline::CacheSummary { hits, misses, hit_rate } = summary.cache;
        let reconciliation = summary.reconciliation;
        Self {
            records_in: summary.records_in,
            records_out: summary.records_out,
            stages_run: summary.stages_run.clone(),
            cache: CacheSummary { hits, misses, hit_rate },
            validation_errors: summary.validation_errors,
            stale_records: summary.stale_records,
            reconciliation: ReconciliationSummary {
                matched: reconciliation.map(|counts| counts.matched),
                mismatched: reconciliation.map(|counts| counts.mismatched),
                single_source: reconciliation.map(|counts| counts.single_source),
            },
        }
    }
}

/// What the cache stage counted.
#[derive(Serialize, Tsify)]
pub struct CacheSummary {
    pub hits: usize,
    pub misses: usize,
    /// Hits divided by look-ups, from 0 to 1, rounded to four places.
    pub hit_rate: f64,
}

/// How many keys have each verdict.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
pub struct ReconciliationSummary {
    pub matched: Option<usize>,
    pub mismatched: Option<usize>,
    pub single_source: Option<usize>,
}

/// Where a number is in the summary's text.
#[derive(Serialize, Tsify)]
pub struct SummaryNumberPlace {
    pub name: SummaryNumber,
    pub start: usize,
    pub end: usize,
    /// The number as in that text.
    pub text: String,
}

impl SummaryNumberPlace {
    /// Finds a number in the summary's text. `None` if the summary does not have it.
    #[must_use]
    pub fn find(name: SummaryNumber, summary: &str) -> Option<Self> {
        let span = name.find(summary)?;
        Some(Self { name, start: span.start, end: span.end, text: summary.get(span)?.to_owned() })
    }
}
