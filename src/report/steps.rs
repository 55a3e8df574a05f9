//! What each stage did with a record, and why. These are facts; a host puts them into words.

use crate::names::names;
use crate::pipeline::stages::freshness;
use crate::pipeline::stages::validate::Required;
use crate::pipeline::{Fate, Field, Freshness, RecordView, Run, Shape, Stage, Verdict};
use crate::python::{PyString, Value};

use super::context::Reporter;
use super::values::{ComparedValues, SomeNames};

/// What a stage did with a record, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordStep {
    pub stage: Stage,
    pub step: Step,
    pub reason: StepReason,
}

names! {
    /// What a stage did with a record.
    pub enum Step {
        Adapted = "adapted",
        /// No adapter knows its source, so adapt only set `source`.
        Passed = "passed",
        /// Cache saw its key for the first time.
        Unseen = "unseen",
        Duplicate = "duplicate",
        /// It has every required field.
        Complete = "complete",
        Invalid = "invalid",
        Fresh = "fresh",
        Stale = "stale",
        Matched = "matched",
        Mismatched = "mismatched",
        Single = "single",
        /// Reconcile skipped it: it has no id, or an empty one.
        Unkeyed = "unkeyed",
        /// Reconcile has no second source to compare with.
        Alone = "alone",
        /// The stage's flag is off.
        Off = "off",
        /// An earlier stage dropped it.
        Dropped = "dropped",
        /// An exception ended the run before the stage got to it.
        Unreached = "unreached",
        /// The stage raised the exception at it.
        Raised = "raised",
    }
}

/// Why a stage did what it did with a record.
#[derive(Clone, Debug, PartialEq)]
pub enum StepReason {
    /// Adapt dropped these fields of the source record, and kept those that it knows.
    FieldsDropped {
        names: SomeNames,
    },
    /// No adapter knows its source. Without one, a record needs fields that are named `id` and `value`: whether it has
    /// them.
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
    /// The first fields that are missing, and how many there are. `letters`: `required_fields` is a string, so each of its
    /// characters is a required field.
    FieldsMissing {
        fields: Vec<MissingField>,
        count: usize,
        letters: bool,
    },
    /// `timed`: the record has a timestamp. If not, `now` is used in its stead. `dropped`: the source record has one,
    /// but adapt dropped it.
    AgeCompared {
        age: String,
        max_age: String,
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
    /// Like `ValuesCompared`, but with too many sources to list.
    ManyValues,
    OnlySource {
        source: PyString,
    },
    /// It has no id, so its key is empty.
    NoId,
    /// Its id is the empty string.
    EmptyId,
    NeedsTwoSources,
    FlagOff,
    DroppedBy {
        stage: Stage,
    },
    ExceptionFirst,
    Raised {
        exception: &'static str,
        message: String,
    },
}

/// A record, given by its source and its index there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordName {
    pub source: PyString,
    pub index: usize,
}

/// A required field that a record lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingField {
    /// `str(field)`
    pub name: PyString,
    /// Whether the record has no such field. If false, its value is Python's `None`.
    pub absent: bool,
    /// Whether the source record has a field of this name, which adapt dropped. Looked up for the first 100 only.
    pub dropped: bool,
}

names! {
    /// How an age compares with the limit.
    pub enum AgeOrder {
        Above = "above",
        NotAbove = "not_above",
        /// One of them is NaN, which is neither above nor below anything.
        Unordered = "unordered",
    }
}

names! {
    /// What became of a record in the end.
    pub enum Ending {
        Kept = "kept",
        /// An exception ended the run first.
        Unsettled = "unsettled",
        Duplicate = "duplicate",
        Invalid = "invalid",
    }
}

/// The most missing fields that are listed. The rest is only counted.
const FIELDS: usize = 20;

/// With more sources than this under an id, values are not compared: over all records, that would take quadratic time.
const MANY_SOURCES: usize = 100;

/// For so many missing fields it is looked up whether adapt dropped them: for all, it would take quadratic time.
const LOOKED_UP: usize = 100;

impl Run {
    /// What became of the record at a position in the end.
    pub(super) fn ending(&self, position: usize) -> Ending {
        match self.trace.fate(position) {
            Fate::Duplicate { .. } => Ending::Duplicate,
            Fate::Invalid => Ending::Invalid,
            Fate::Kept if self.failure().is_some() => Ending::Unsettled,
            Fate::Kept => Ending::Kept,
        }
    }

    /// The stage that settled the ending of the record at a position. For a kept record, the last one that could have
    /// dropped it: freshness drops none.
    pub(super) fn settled_by(&self, position: usize) -> Stage {
        let is_on = |stage: Stage| self.flags.is_some_and(|flags| flags[stage as usize]);
        match (self.trace.fate(position), self.failure().and_then(|failure| failure.stage)) {
            (Fate::Duplicate { .. }, _) => Stage::Cache,
            (Fate::Kept, Some(failed)) => failed,
            (Fate::Kept, None) if is_on(Stage::Cache) && !is_on(Stage::Validate) => Stage::Cache,
            (Fate::Kept | Fate::Invalid, _) => Stage::Validate,
        }
    }

    pub(super) fn record_name(&self, position: usize) -> RecordName {
        let source = self.adapted.source_index(position);
        let index = position - self.adapted.sources[source].records.start;
        RecordName { source: self.source_name(source), index }
    }

    fn raised_at(&self, stage: Stage, position: usize) -> Option<StepReason> {
        let failure = self.failure().filter(|failure| failure.stage == Some(stage))?;
        let RecordName { source, index } = self.record_name(position);
        let is_here = failure.source.as_ref() == Some(&source) && failure.index == Some(index);
        let exception = &failure.exception;
        is_here.then(|| StepReason::Raised { exception: exception.kind.name(), message: exception.message.clone() })
    }
}

impl Reporter<'_> {
    /// What each stage did with the record at a position.
    pub(super) fn steps(&mut self, position: usize) -> [RecordStep; 5] {
        Stage::ALL.map(|stage| {
            let (step, reason) = self.step(stage, position);
            RecordStep { stage, step, reason }
        })
    }

    fn step(&mut self, stage: Stage, position: usize) -> (Step, StepReason) {
        let run = self.run;
        if run.flags.is_some_and(|flags| !flags[stage as usize]) {
            return (Step::Off, StepReason::FlagOff);
        }
        if let Some(reason) = run.raised_at(stage, position) {
            return (Step::Raised, reason);
        }
        let fate = run.trace.fate(position);
        match (stage, fate) {
            (Stage::Adapt, _) => self.adapted(position),
            (Stage::Cache, _) => self.looked_up(position, fate),
            (Stage::Validate | Stage::Freshness, Fate::Duplicate { .. }) => dropped_by(Stage::Cache),
            (Stage::Freshness, Fate::Invalid) => dropped_by(Stage::Validate),
            (Stage::Validate, Fate::Invalid) => (Step::Invalid, self.fields_missing(position)),
            (Stage::Validate, Fate::Kept) if run.ran.contains(&stage) => (Step::Complete, StepReason::NothingMissing),
            (Stage::Validate, Fate::Kept) => unreached(),
            (Stage::Freshness, Fate::Kept) => self.marked(position),
            (Stage::Reconcile, _) => self.reconciled(position),
        }
    }

    fn adapted(&self, position: usize) -> (Step, StepReason) {
        let record = self.context.view.record(position);
        if let Shape::PassedThrough = record.shape() {
            let [has_id, has_value] = [record.id(), record.value()].map(|field| !matches!(field, Field::Absent));
            return (Step::Passed, StepReason::NoAdapter { has_id, has_value });
        }
        let fields = record.object().into_iter().flat_map(Value::items);
        let dropped = fields.filter(|&(_, value)| record.drops(value)).map(|(key, _)| key);
        (Step::Adapted, StepReason::FieldsDropped { names: SomeNames::new(dropped, Value::to_name) })
    }

    fn looked_up(&self, position: usize, fate: Fate) -> (Step, StepReason) {
        let key = self.run.trace.keys.get(position).map(ToString::to_string);
        match (fate, key) {
            (Fate::Duplicate { of }, key) => {
                let (key, original) = (key.unwrap_or_default(), self.run.record_name(of));
                (Step::Duplicate, StepReason::SameKey { key, original })
            }
            (_, Some(key)) => (Step::Unseen, StepReason::FirstWithKey { key }),
            (_, None) => unreached(),
        }
    }

    fn fields_missing(&self, position: usize) -> StepReason {
        let letters = self.context.config.required_fields.is_some_and(Value::is_str);
        let record = self.context.view.record(position);
        let missing = self.broken_contract(position).map(|contract| contract.missing_fields(record));
        let missing = missing.unwrap_or_default();
        let field = |(at, &(field, absent)): (usize, &(&Required<'_>, bool))| MissingField {
            name: field.to_name(),
            absent,
            dropped: at < LOOKED_UP && field.key().is_some_and(|name| record.has_dropped(name)),
        };
        StepReason::FieldsMissing {
            fields: missing.iter().take(self.most(FIELDS)).enumerate().map(field).collect(),
            count: missing.len(),
            letters,
        }
    }

    fn marked(&self, position: usize) -> (Step, StepReason) {
        let step = match self.run.trace.freshness(position) {
            None => return unreached(),
            Some(Freshness::Fresh) => Step::Fresh,
            Some(Freshness::Stale) => Step::Stale,
        };
        (step, self.age_compared(self.context.view.record(position)))
    }

    fn age_compared(&self, record: RecordView<'_>) -> StepReason {
        let config = &self.context.config;
        let age = freshness::age(record, config);
        let order = match (&age, &config.max_age.number) {
            (Some(age), Some(limit)) if age.is_nan() || limit.is_nan() => AgeOrder::Unordered,
            (Some(age), Some(limit)) if age.greater_than(limit) => AgeOrder::Above,
            _ => AgeOrder::NotAbove,
        };
        StepReason::AgeCompared {
            age: age.map(|age| age.to_text()).unwrap_or_default(),
            max_age: config.max_age.to_json(),
            order,
            timed: matches!(record.timestamp(), Field::Value(_)),
            dropped: record.has_dropped(b"timestamp"),
        }
    }

    fn reconciled(&mut self, position: usize) -> (Step, StepReason) {
        let run = self.run;
        let Some(group) = run.groups.group_of(position) else {
            return match self.context.view.record(position).id() {
                _ if !run.ran.contains(&Stage::Reconcile) && run.failure().is_some() => unreached(),
                _ if !run.ran.contains(&Stage::Reconcile) => (Step::Alone, StepReason::NeedsTwoSources),
                Field::Absent => (Step::Unkeyed, StepReason::NoId),
                Field::Value(_) | Field::Null => (Step::Unkeyed, StepReason::EmptyId),
            };
        };
        let step = match run.groups.verdict(group) {
            Verdict::Matched => Step::Matched,
            Verdict::Mismatched => Step::Mismatched,
            Verdict::Single => Step::Single,
        };
        (step, self.group_reason(position, group))
    }

    fn group_reason(&mut self, position: usize, group: usize) -> StepReason {
        let run = self.run;
        if let Some(by) = run.overwritten_by(position, group) {
            return StepReason::Overwritten { by: run.record_name(by) };
        }
        match run.groups.verdict(group) {
            Verdict::Single => StepReason::OnlySource { source: run.source_name(run.adapted.source_index(position)) },
            _ if run.groups.records(group).nth(MANY_SOURCES).is_some() => StepReason::ManyValues,
            _ => StepReason::ValuesCompared { values: self.compare_values(position, group) },
        }
    }
}

fn dropped_by(stage: Stage) -> (Step, StepReason) {
    (Step::Dropped, StepReason::DroppedBy { stage })
}

fn unreached() -> (Step, StepReason) {
    (Step::Unreached, StepReason::ExceptionFirst)
}
