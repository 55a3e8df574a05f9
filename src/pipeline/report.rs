//! What a finished run tells on request: of its records and its stages.

use std::ops::Range;

use crate::python::{PyString, Value, ascii};

use super::config::Config;
use super::freshness;
use super::record::{RecordView, RecordWriter, View};
use super::trace::{Fate, Freshness};
use super::validate::Contract;
use super::{Input, Run, Stage};

/// What became of a record, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordReport {
    /// Its position among all records, from 0, in the order in which adapt produced them.
    pub position: usize,
    /// The name of its source.
    pub source: PyString,
    /// Its index among its source's records, from 0.
    pub index: usize,
    /// The bytes of the text that the source record takes.
    pub span: Range<usize>,
    /// `json.dumps` of the record as it is at the end.
    pub text: String,
    /// Its cache key, 12 hex digits; none where the cache stage has not looked at it.
    pub key: Option<String>,
    /// The text whose MD5 gives the key: `json.dumps(record, sort_keys=True)`.
    pub hashed: Option<String>,
    pub fate: Fate,
    /// `str(field)` of each required field that it lacks, where that is why it was dropped.
    pub missing: Vec<PyString>,
    /// None where the freshness stage has not looked at it.
    pub freshness: Option<Freshness>,
    /// `str(age)`, seconds, where the freshness stage has looked at it.
    pub age: Option<String>,
    /// The index of its reconciliation group; none where the stage did not run or skipped the record.
    pub group: Option<usize>,
}

/// Which records to tell of: those that fit all that is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordFilter {
    /// The name of the source.
    pub source: Option<PyString>,
    /// The name of the fate.
    pub fate: Option<String>,
    /// The mark of the freshness stage.
    pub freshness: Option<String>,
}

/// What a stage did.
#[derive(Clone, Debug, PartialEq)]
pub struct StageReport {
    pub stage: Stage,
    /// Whether its flag is on; none where the flags could not be read.
    pub flag: Option<bool>,
    /// Whether it ran: whether `stages_run` lists it.
    pub ran: bool,
    /// Whether the exception came from it.
    pub failed: bool,
    /// The records that it was given, or would have been. Reconcile is given what adapt produced.
    pub records_in: usize,
    /// Those of them that it did not drop.
    pub records_out: usize,
    pub counts: StageCounts,
}

/// What only one stage counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageCounts {
    Adapt { sources: usize },
    Cache { hits: usize, misses: usize },
    Validate { violations: usize },
    Freshness { fresh: usize, stale: usize },
    Reconcile { matched: usize, mismatched: usize, single: usize },
}

/// What is needed to tell of records: the document, the config and the contract.
pub(super) struct Context<'r> {
    pub view: View<'r>,
    config: Config<'r>,
    pub contract: Option<Contract<'r>>,
}

impl Run {
    pub(super) fn context(&self) -> Option<Context<'_>> {
        let Input::Read(document) = &self.input else { return None };
        let config = Config::read(document.root(), self.clock).ok()?;
        let contract = Contract::read(config.required_fields).ok();
        Some(Context { view: self.adapted.view(document), config, contract })
    }

    /// The name of the source with this index.
    pub(super) fn source_name(&self, source: usize) -> PyString {
        let Input::Read(document) = &self.input else { return PyString::default() };
        document.value(self.adapted.sources[source].name).map(Value::to_py_string).unwrap_or_default()
    }

    /// How many records adapt has produced.
    #[must_use]
    pub fn record_count(&self) -> usize {
        self.adapted.records.len()
    }

    /// The records that fit a filter, in the order in which adapt produced them, from the `offset`th on.
    pub fn records(&self, filter: &RecordFilter, offset: usize) -> impl Iterator<Item = RecordReport> {
        let positions = (0..self.record_count()).filter(self.fits(filter)).skip(offset);
        let mut teller = self.teller();
        positions.filter_map(move |position| Some(teller.as_mut()?.record(position)))
    }

    pub(super) fn teller(&self) -> Option<Teller<'_>> {
        self.context().map(|context| Teller { run: self, context, writer: RecordWriter::default() })
    }

    fn fits(&self, filter: &RecordFilter) -> impl Fn(&usize) -> bool {
        let sources = filter.source.as_ref().map(|wanted| -> Vec<bool> {
            (0..self.adapted.sources.len()).map(|source| self.source_name(source) == *wanted).collect()
        });
        let (fate, freshness) = (filter.fate.clone(), filter.freshness.clone());
        move |&position| {
            sources.as_ref().is_none_or(|sources| sources[self.adapted.source_index(position)])
                && fate.as_ref().is_none_or(|fate| *fate == self.trace.fate(position).name())
                && freshness.as_ref().is_none_or(|mark| {
                    self.trace.freshness(position).is_some_and(|freshness| *mark == freshness.name())
                })
        }
    }

    /// What each of the five stages did, in order.
    #[must_use]
    pub fn stages(&self) -> [StageReport; 5] {
        let all = self.record_count();
        let (hits, violations) = (self.trace.hits, self.trace.violations.len());
        Stage::ALL.map(|stage| {
            let (records_in, dropped, counts) = match stage {
                Stage::Adapt => (all, 0, StageCounts::Adapt { sources: self.adapted.complete }),
                Stage::Cache => (all, hits, StageCounts::Cache { hits, misses: self.trace.keys.len() - hits }),
                Stage::Validate => (all - hits, violations, StageCounts::Validate { violations }),
                Stage::Freshness => {
                    let (fresh, stale) = (self.trace.fresh, self.trace.stale);
                    (self.trace.kept(), 0, StageCounts::Freshness { fresh, stale })
                }
                Stage::Reconcile => {
                    let (matched, mismatched, single) =
                        (self.groups.matched, self.groups.mismatched, self.groups.single);
                    (all, 0, StageCounts::Reconcile { matched, mismatched, single })
                }
            };
            StageReport {
                stage,
                flag: self.flags.map(|flags| flags[stage as usize]),
                ran: self.ran.contains(&stage),
                failed: self.failure().is_some_and(|failure| failure.stage == Some(stage)),
                records_in,
                records_out: records_in - dropped,
                counts,
            }
        })
    }
}

/// Writes what is asked for.
pub(super) struct Teller<'r> {
    pub run: &'r Run,
    pub context: Context<'r>,
    pub writer: RecordWriter<'r>,
}

impl<'r> Teller<'r> {
    fn record(&mut self, position: usize) -> RecordReport {
        let run = self.run;
        let source = run.adapted.source_index(position);
        let record = self.context.view.record(position);
        let (fate, freshness) = (run.trace.fate(position), run.trace.freshness(position));
        let key = run.trace.keys.get(position);
        RecordReport {
            position,
            source: run.source_name(source),
            index: position - run.adapted.sources[source].records.start,
            span: record.object().map_or(0..0, Value::span),
            text: self.write(|writer, out| writer.write(record, freshness, out)),
            key: key.map(ToString::to_string),
            hashed: key.map(|_| self.write(|writer, out| writer.write_sorted(record, out))),
            fate,
            missing: self.missing(position),
            freshness,
            age: freshness.and_then(|_| self.age(record)),
            group: run.groups.group_of(position),
        }
    }

    /// `str(field)` of each required field that an invalid record lacks; of any other, none.
    pub fn missing(&self, position: usize) -> Vec<PyString> {
        let is_invalid = self.run.trace.fate(position) == Fate::Invalid;
        let contract = self.context.contract.as_ref().filter(|_| is_invalid);
        let record = self.context.view.record(position);
        contract.map(|contract| contract.missing_names(record)).unwrap_or_default()
    }

    fn age(&self, record: RecordView<'_>) -> Option<String> {
        freshness::age(record, &self.context.config).ok().map(|age| age.to_text())
    }

    /// What `json.dumps` writes, which is ASCII.
    pub fn write(&mut self, write: impl FnOnce(&mut RecordWriter<'r>, &mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut self.writer, &mut out);
        ascii(out)
    }
}
