//! Explains the numbers of the summary: what each counts, and why it has its value.

use crate::pipeline::{Run, Stage, SummaryNumber};

use super::place::SourceReport;

/// A number of the summary, explained.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberReport {
    pub number: SummaryNumber,
    /// The number as in the summary's text. `None` if the summary does not have it.
    pub text: Option<String>,
    /// The stage that counts it. `None` if it is about the whole run.
    pub stage: Option<Stage>,
    pub reason: NumberReason,
    /// The numbers whose records explain this one, in the order to list them. The last is this one.
    pub lists: Vec<SummaryNumber>,
    /// Whether it counts records of different outcomes.
    pub mixed: bool,
}

/// Why a number has its value.
#[derive(Clone, Debug, PartialEq)]
pub enum NumberReason {
    /// The stage that counts it is off.
    StageOff,
    NoSources,
    /// `more`: how many sources are not listed.
    FromSources {
        sources: Vec<SourceReport>,
        more: usize,
    },
    RecordsOut {
        records_in: usize,
        duplicates: usize,
        invalid: usize,
        records_out: usize,
    },
    /// It counts records whose key an earlier record has.
    SeenBefore,
    /// It counts records that are the first with their key.
    FirstSeen,
    NoLookUps {
        rate: String,
    },
    HitRate {
        hits: String,
        look_ups: usize,
        rate: String,
    },
    ContractBroken,
    Older {
        now: String,
        max_age: String,
    },
    Matched,
    Mismatched,
    SingleSource,
}

/// How many sources are listed. The rest is only counted.
const SOURCES: usize = 4;

impl SummaryNumber {
    /// The stage that counts the number. `None` if it is about the whole run.
    #[must_use]
    pub fn stage(self) -> Option<Stage> {
        match self {
            Self::RecordsIn | Self::RecordsOut => None,
            Self::CacheHits | Self::CacheMisses | Self::CacheHitRate => Some(Stage::Cache),
            Self::ValidationErrors => Some(Stage::Validate),
            Self::StaleRecords => Some(Stage::Freshness),
            Self::Matched | Self::Mismatched | Self::SingleSource => Some(Stage::Reconcile),
        }
    }
}

impl Run {
    /// All numbers, explained, in the order of the summary. Includes those that this summary does not have.
    pub fn numbers(&self) -> impl Iterator<Item = NumberReport> {
        let summary = self.summary().map(ToString::to_string).unwrap_or_default();
        SummaryNumber::ALL.into_iter().map(move |number| {
            let text = |number: SummaryNumber| Some(summary.get(number.find(&summary)?)?.to_owned());
            NumberReport {
                number,
                text: text(number),
                stage: number.stage(),
                reason: self.number_reason(number, |number| text(number).unwrap_or_default()),
                lists: self.lists_for(number),
                mixed: matches!(number, SummaryNumber::RecordsIn | SummaryNumber::CacheHitRate),
            }
        })
    }

    /// For `records_out`, the dropped records come first: people ask why the others did not come out.
    fn lists_for(&self, number: SummaryNumber) -> Vec<SummaryNumber> {
        let mut lists = Vec::new();
        if number == SummaryNumber::RecordsOut {
            lists.extend((self.trace.hits > 0).then_some(SummaryNumber::CacheHits));
            lists.extend((!self.trace.violations.is_empty()).then_some(SummaryNumber::ValidationErrors));
        }
        lists.push(number);
        lists
    }

    fn number_reason(&self, number: SummaryNumber, text: impl Fn(SummaryNumber) -> String) -> NumberReason {
        let counting_stage = number.stage().unwrap_or(Stage::Adapt);
        let is_off = self.flags.is_some_and(|flags| !flags[counting_stage as usize]);
        match number {
            SummaryNumber::RecordsOut => self.records_out_reason(),
            SummaryNumber::Matched => NumberReason::Matched,
            SummaryNumber::Mismatched => NumberReason::Mismatched,
            SummaryNumber::SingleSource => NumberReason::SingleSource,
            SummaryNumber::CacheHitRate if self.record_count() == 0 && !is_off => {
                NumberReason::NoLookUps { rate: text(number) }
            }
            _ if is_off => NumberReason::StageOff,
            SummaryNumber::RecordsIn => self.records_in_reason(),
            SummaryNumber::CacheHits => NumberReason::SeenBefore,
            SummaryNumber::CacheMisses => NumberReason::FirstSeen,
            SummaryNumber::CacheHitRate => NumberReason::HitRate {
                hits: text(SummaryNumber::CacheHits),
                look_ups: self.record_count(),
                rate: text(number),
            },
            SummaryNumber::ValidationErrors => NumberReason::ContractBroken,
            SummaryNumber::StaleRecords => self.stale_reason(),
        }
    }

    fn records_in_reason(&self) -> NumberReason {
        let count = self.adapted.sources.len();
        if count == 0 {
            return NumberReason::NoSources;
        }
        NumberReason::FromSources {
            sources: self.sources().take(SOURCES).collect(),
            more: count.saturating_sub(SOURCES),
        }
    }

    fn records_out_reason(&self) -> NumberReason {
        NumberReason::RecordsOut {
            records_in: self.record_count(),
            duplicates: self.trace.hits,
            invalid: self.trace.violations.len(),
            records_out: self.trace.kept(),
        }
    }

    fn stale_reason(&self) -> NumberReason {
        let context = self.context();
        let config = context.as_ref().map(|context| &context.config);
        NumberReason::Older {
            now: config.map(|config| config.now.to_json()).unwrap_or_default(),
            max_age: config.map(|config| config.max_age.to_json()).unwrap_or_default(),
        }
    }
}
