//! The numbers of the summary, explained, in JavaScript.

use serde::Serialize;
use serde_with::skip_serializing_none;
use tsify::Tsify;

use crate::pipeline::{Stage as StageName, SummaryNumber};
use crate::report;

use super::SourceReport;

/// A number of the summary, explained.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
pub struct NumberReport {
    pub name: SummaryNumber,
    /// The number as in the summary's text. Absent if the summary does not have it.
    pub text: Option<String>,
    /// The stage that counts it. Absent if it is about the whole run.
    pub stage: Option<StageName>,
    pub why: NumberReason,
    /// The numbers whose records explain this one, in the order to list them. The last is this one.
    pub lists: Vec<SummaryNumber>,
    /// Whether it counts records of different outcomes.
    pub mixed: bool,
}

impl From<report::NumberReport> for NumberReport {
    fn from(report: report::NumberReport) -> Self {
        let report::NumberReport { number, text, stage, reason, lists, mixed } = report;
        Self { name: number, text, stage, why: reason.into(), lists, mixed }
    }
}

/// Why a number has its value, with the values that explain it.
#[derive(Serialize, Tsify)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum NumberReason {
    /// The stage that counts it is off.
    StageOff,
    NoSources,
    /// `more`: how many sources are not listed.
    FromSources {
        sources: Vec<SourceReport>,
        more: usize,
    },
    /// `came` and `left`: how many records came in and out. `duplicates` and `invalid`: how many were dropped as such.
    RecordsOut {
        came: usize,
        duplicates: usize,
        invalid: usize,
        left: usize,
    },
    /// It counts records whose key an earlier record has.
    SeenBefore,
    /// It counts records that are the first with their key.
    FirstSeen,
    NoLookUps {
        rate: String,
    },
    /// `all`: how many records were looked up.
    HitRate {
        hits: String,
        all: usize,
        rate: String,
    },
    ContractBroken,
    /// `json.dumps` of `now` and of `max_age_seconds`.
    Older {
        now: String,
        limit: String,
    },
    Matched,
    Mismatched,
    SingleSource,
}

impl From<report::NumberReason> for NumberReason {
    fn from(reason: report::NumberReason) -> Self {
        use report::NumberReason as Core;
        match reason {
            Core::StageOff => Self::StageOff,
            Core::NoSources => Self::NoSources,
            Core::FromSources { sources, more } => {
                Self::FromSources { sources: sources.into_iter().map(Into::into).collect(), more }
            }
            Core::RecordsOut { records_in: came, duplicates, invalid, records_out: left } => {
                Self::RecordsOut { came, duplicates, invalid, left }
            }
            Core::SeenBefore => Self::SeenBefore,
            Core::FirstSeen => Self::FirstSeen,
            Core::NoLookUps { rate } => Self::NoLookUps { rate },
            Core::HitRate { hits, look_ups: all, rate } => Self::HitRate { hits, all, rate },
            Core::ContractBroken => Self::ContractBroken,
            Core::Older { now, max_age: limit } => Self::Older { now, limit },
            Core::Matched => Self::Matched,
            Core::Mismatched => Self::Mismatched,
            Core::SingleSource => Self::SingleSource,
        }
    }
}
