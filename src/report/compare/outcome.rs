//! What became of a record in one run, for comparing it with another run.

use std::mem::discriminant;

use crate::names::names;
use crate::pipeline::{Fate, Freshness, Run, Verdict};
use crate::python::PyString;
use crate::report::context::Reporter;
use crate::report::steps::{Ending, RecordName};

/// What became of a record in one run.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub fate: Fate,
    /// What became of it in the end.
    pub ending: Ending,
    pub freshness: Option<Freshness>,
    /// The verdict of the record's reconciliation group.
    pub verdict: Option<Verdict>,
    /// For an invalid record: `str(field)` of each required field that it lacks.
    pub missing: Vec<PyString>,
    /// For a duplicate: the record that it repeats.
    pub original: Option<RecordName>,
}

names! {
    /// A part of an outcome.
    pub enum OutcomePart {
        /// The fate and its reason: the missing fields, or the record that is repeated.
        Fate = "fate",
        Freshness = "freshness",
        Verdict = "verdict",
    }
}

impl Outcome {
    /// The parts in which two outcomes differ.
    pub(super) fn differs(&self, other: &Self) -> Vec<OutcomePart> {
        let has_other_fate = discriminant(&self.fate) != discriminant(&other.fate)
            || self.missing != other.missing
            || self.original != other.original;
        let parts = [
            (OutcomePart::Fate, has_other_fate),
            (OutcomePart::Freshness, self.freshness != other.freshness),
            (OutcomePart::Verdict, self.verdict != other.verdict),
        ];
        parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
    }
}

impl Reporter<'_> {
    /// What became of the record at a position.
    pub(super) fn outcome(&self, position: usize) -> Outcome {
        let fate = self.run.trace.fate(position);
        Outcome {
            fate,
            ending: self.run.ending(position),
            freshness: self.run.trace.freshness(position),
            verdict: self.run.verdict_of(position),
            missing: self.missing(position),
            original: if let Fate::Duplicate { of } = fate { Some(self.run.record_name(of)) } else { None },
        }
    }
}

impl Run {
    /// The verdict of a record's reconciliation group.
    pub(super) fn verdict_of(&self, position: usize) -> Option<Verdict> {
        self.groups.group_of(position).map(|group| self.groups.verdict(group))
    }
}
