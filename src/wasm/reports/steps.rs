//! What each stage did with a record, and why, in JavaScript.

use serde::Serialize;
use tsify::Tsify;

use crate::pipeline::Stage as StageName;
use crate::report::{self, AgeOrder, Step};
use crate::wasm::js;

/// What a stage did with a record, and why.
#[derive(Serialize, Tsify)]
pub struct RecordStep {
    pub stage: StageName,
    pub step: Step,
    pub why: StepReason,
}

impl From<report::RecordStep> for RecordStep {
    fn from(report::RecordStep { stage, step, reason }: report::RecordStep) -> Self {
        Self { stage, step, why: reason.into() }
    }
}

/// Why a stage did what it did with a record, with the values that explain it.
#[derive(Serialize, Tsify)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum StepReason {
    /// Adapt dropped these fields of the source record, and kept those that it knows.
    FieldsDropped {
        names: SomeNames,
    },
    /// No adapter knows its source. Without one, a record needs fields that are named `id` and `value`: whether it has
    /// them.
    #[serde(rename_all = "camelCase")]
    NoAdapter {
        has_id: bool,
        has_value: bool,
    },
    FirstWithKey {
        key: String,
    },
    SameKey {
        key: String,
        original: RecordName,
    },
    NothingMissing,
    /// The first 20 fields that are missing, and how many there are. `letters`: `required_fields` is a string, so each of
    /// its characters is a required field.
    FieldsMissing {
        fields: Vec<MissingField>,
        count: usize,
        letters: bool,
    },
    /// `limit` is `json.dumps(max_age_seconds)`. `timed`: the record has a timestamp. If not, `now` is used in its
    /// stead. `dropped`: the source record has one, but adapt dropped it.
    AgeCompared {
        age: String,
        limit: String,
        order: AgeOrder,
        timed: bool,
        dropped: bool,
    },
    /// A later record of the same source has the same id, and counts instead.
    Overwritten {
        by: RecordName,
    },
    ValuesCompared {
        values: ComparedValues,
    },
    /// Like `values_compared`, but with too many sources to list.
    ManyValues,
    OnlySource {
        source: js::String,
    },
    /// It has no id, so its key is empty.
    NoId,
    /// Its id is the empty string.
    EmptyId,
    NeedsTwoSources,
    FlagOff,
    DroppedBy {
        stage: StageName,
    },
    ExceptionFirst,
    Raised {
        exception: &'static str,
        message: String,
    },
}

impl From<report::StepReason> for StepReason {
    fn from(reason: report::StepReason) -> Self {
        use report::StepReason as Core;
        match reason {
            Core::FieldsDropped { names } => Self::FieldsDropped { names: names.into() },
            Core::NoAdapter { has_id, has_value } => Self::NoAdapter { has_id, has_value },
            Core::FirstWithKey { key } => Self::FirstWithKey { key },
            Core::SameKey { key, original } => Self::SameKey { key, original: original.into() },
            Core::NothingMissing => Self::NothingMissing,
            Core::FieldsMissing { fields, count, letters } => {
                Self::FieldsMissing { fields: fields.into_iter().map(Into::into).collect(), count, letters }
            }
            Core::AgeCompared { age, max_age: limit, order, timed, dropped } => {
                Self::AgeCompared { age, limit, order, timed, dropped }
            }
            Core::Overwritten { by } => Self::Overwritten { by: by.into() },
            Core::ValuesCompared { values } => Self::ValuesCompared { values: values.into() },
            Core::ManyValues => Self::ManyValues,
            Core::OnlySource { source } => Self::OnlySource { source: source.into() },
            Core::NoId => Self::NoId,
            Core::EmptyId => Self::EmptyId,
            Core::NeedsTwoSources => Self::NeedsTwoSources,
            Core::FlagOff => Self::FlagOff,
            Core::DroppedBy { stage } => Self::DroppedBy { stage },
            Core::ExceptionFirst => Self::ExceptionFirst,
            Core::Raised { exception, message } => Self::Raised { exception, message },
        }
    }
}

/// The first few of a list of names, and the list's length.
#[derive(Serialize, Tsify)]
pub struct SomeNames {
    pub first: Vec<js::String>,
    pub count: usize,
}

impl From<report::SomeNames> for SomeNames {
    fn from(report::SomeNames { first, count }: report::SomeNames) -> Self {
        Self { first: first.into_iter().map(Into::into).collect(), count }
    }
}

/// A record, given by its source and its index there, from 0.
#[derive(Serialize, Tsify)]
pub struct RecordName {
    pub source: js::String,
    pub index: usize,
}

impl From<report::RecordName> for RecordName {
    fn from(report::RecordName { source, index }: report::RecordName) -> Self {
        Self { source: source.into(), index }
    }
}

/// A required field that a record lacks.
#[derive(Serialize, Tsify)]
pub struct MissingField {
    /// `str(field)`
    pub name: js::String,
    /// Whether the record has no such field. If false, its value is Python's `None`.
    pub absent: bool,
    /// Whether the source record has a field of this name, which adapt dropped. Looked up for the first 100 only.
    pub dropped: bool,
}

impl From<report::MissingField> for MissingField {
    fn from(report::MissingField { name, absent, dropped }: report::MissingField) -> Self {
        Self { name: name.into(), absent, dropped }
    }
}

/// A record's value, compared with the values of the other sources in its group. Texts are `json.dumps`, shortened
/// around the difference.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ComparedValues {
    pub own: String,
    /// The sources with the same value.
    pub same: SomeNames,
    /// The sources with another value.
    pub other: SomeNames,
    /// The first few distinct other values.
    pub others: Vec<OtherValue>,
    /// The number of distinct other values.
    pub other_count: usize,
}

impl From<report::ComparedValues> for ComparedValues {
    fn from(values: report::ComparedValues) -> Self {
        let report::ComparedValues { own, same, other, others, other_count } = values;
        let others = others.into_iter().map(Into::into).collect();
        Self { own, same: same.into(), other: other.into(), others, other_count }
    }
}

/// A value of other sources.
#[derive(Serialize, Tsify)]
pub struct OtherValue {
    pub text: String,
    pub sources: SomeNames,
}

impl From<report::OtherValue> for OtherValue {
    fn from(report::OtherValue { text, sources }: report::OtherValue) -> Self {
        Self { text, sources: sources.into() }
    }
}
