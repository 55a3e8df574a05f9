//! Reconciliation groups, in JavaScript.

use serde::Serialize;
use serde_with::skip_serializing_none;
use tsify::Tsify;

use crate::pipeline::{Stage as StageName, Verdict};
use crate::report::{self, Difference, GroupReason};
use crate::text::Text;
use crate::wasm::js;

use super::TextSpan;
use super::place::line;

/// What the sources say under one key.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ReconciliationGroup {
    /// Its index among all groups.
    pub index: usize,
    /// `str(record.get("id", ""))`, with a "…" in the middle if it is longer than 1,000 bytes of UTF-8.
    pub key: js::String,
    pub verdict: Verdict,
    /// How the sources' values differ, for a mismatch.
    pub difference: Option<Difference>,
    /// Why it has its verdict.
    pub reason: GroupReason,
    /// Whether the ids of its records are of different types, such as `1` and `"1"`. Overwritten records do not matter.
    pub mixed_ids: bool,
    /// One for each of the first 20 sources that have the key, or of later ones on request, in the order of the sources. If
    /// these say the same in a mismatch, the last one is of a source that says something else.
    pub values: Vec<ReconciliationValue>,
    /// How many sources have the key.
    pub value_count: usize,
}

impl ReconciliationGroup {
    pub fn new(text: &Text, group: report::Group) -> Self {
        let report::Group { index, key, verdict, difference, reason, mixed_ids, values, value_count } = group;
        let values = values.into_iter().map(|value| ReconciliationValue::new(text, value)).collect();
        Self { index, key: key.into(), verdict, difference, reason, mixed_ids, values, value_count }
    }
}

/// What a record says under its key, and where the record is.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
pub struct ReconciliationClaim {
    /// The position of the record.
    pub record: usize,
    /// Its index in its source, from 0.
    pub index: usize,
    /// The line on which it starts, from 1.
    pub line: usize,
    /// Where the source record starts and ends in the text, in UTF-16 units.
    pub start: usize,
    pub end: usize,
    /// `json.dumps(record.get("value"))`, or its first 4,000 characters. `part()` gives the rest.
    pub text: String,
    /// How many characters the whole text has, if it is cut.
    pub length: Option<usize>,
}

impl ReconciliationClaim {
    // Inlining this into its two loops adds 1 kB to the package after gzip.
    #[inline(never)]
    fn new(config: &Text, claim: report::Claim) -> Self {
        let report::Claim { record, index, span, text, length, .. } = claim;
        let line = line(config, &span);
        let TextSpan { start, end } = TextSpan::new(config, span);
        let length = Some(length).filter(|&length| text.len() < length);
        Self { record, index, line, start, end, text, length }
    }
}

/// What a source says under a key. Only its last record with the key counts.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ReconciliationValue {
    /// The position of the record.
    pub record: usize,
    /// Its index in its source, from 0.
    pub index: usize,
    /// The line on which it starts, from 1.
    pub line: usize,
    /// Where the source record starts and ends in the text, in UTF-16 units.
    pub start: usize,
    pub end: usize,
    /// `json.dumps(record.get("value"))`, or a part of it of 4,000 characters. `part()` gives the rest.
    pub text: String,
    /// Where the part starts in the whole text. Absent if at its beginning.
    pub from: Option<usize>,
    /// How many characters the whole text has, if `text` is a part of it.
    pub length: Option<usize>,
    pub source: js::String,
    /// The part of the whole text that differs from the other texts in the list, widened to whole words and numbers unless
    /// these are long. Empty if only the others have something there. Absent unless the group is a mismatch.
    pub differs: Option<TextSpan>,
    /// The source's earlier records with the key, which do not count, in order. At most the last 20.
    pub overwrote: Vec<ReconciliationClaim>,
    /// The number of all such records.
    pub overwrote_count: usize,
}

impl ReconciliationValue {
    fn new(config: &Text, value: report::GroupValue) -> Self {
        let report::GroupValue { source, claim, differs, overwrote, overwrote_count } = value;
        let from = Some(claim.from).filter(|&from| from > 0);
        let ReconciliationClaim { record, index, line, start, end, text, length } =
            ReconciliationClaim::new(config, claim);
        Self {
            record,
            index,
            line,
            start,
            end,
            text,
            from,
            length,
            source: source.into(),
            // `json.dumps` writes ASCII, so bytes are UTF-16 units.
            differs: differs.map(|span| TextSpan { start: span.start, end: span.end }),
            overwrote: overwrote.into_iter().map(|claim| ReconciliationClaim::new(config, claim)).collect(),
            overwrote_count,
        }
    }
}

/// Why there are no groups.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct NoReconciliation {
    pub why: NoReconciliationReason,
    /// The stage to switch on for groups.
    pub switch_on: Option<StageName>,
}

/// Why there are no groups, with the values that explain it.
#[derive(Serialize, Tsify)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum NoReconciliationReason {
    /// An exception ended the run before reconcile, which comes last.
    Exception,
    /// The stage's flag is off.
    FlagOff,
    /// Without adapt there are no sources.
    AdaptOff,
    NoSource,
    OneSource {
        source: js::String,
    },
    /// Reconcile ran, and no record has an id that is not empty.
    NoKeys,
}

impl From<report::NoGroups> for NoReconciliation {
    fn from(why: report::NoGroups) -> Self {
        use report::NoGroups as Core;
        let switch_on = why.switch_on();
        let why = match why {
            Core::Exception => NoReconciliationReason::Exception,
            Core::FlagOff => NoReconciliationReason::FlagOff,
            Core::AdaptOff => NoReconciliationReason::AdaptOff,
            Core::NoSource => NoReconciliationReason::NoSource,
            Core::OneSource { source } => NoReconciliationReason::OneSource { source: source.into() },
            Core::NoKeys => NoReconciliationReason::NoKeys,
        };
        Self { why, switch_on }
    }
}
