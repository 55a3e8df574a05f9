//! What a finished run tells on request, of its stages. Its records are in `records.rs`, its reconciliation groups in
//! `groups.rs`.

use crate::python::{KeyOrder, PyString, Value, ascii};

use super::config::Config;
use super::record::{Field, RecordWriter, View};
use super::trace::Fate;
use super::validate::Contract;
use super::{Input, Run, Stage};

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
    pub config: Config<'r>,
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

    #[inline(never)]
    pub(super) fn teller(&self) -> Option<Teller<'_>> {
        self.context().map(|context| Teller { run: self, context, writer: RecordWriter::default() })
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
    /// The contract, where a record was dropped for breaking it.
    pub fn broken_contract(&self, position: usize) -> Option<&Contract<'r>> {
        self.context.contract.as_ref().filter(|_| self.run.trace.fate(position) == Fate::Invalid)
    }

    /// `str(field)` of each required field that an invalid record lacks; of any other, none.
    pub fn missing(&self, position: usize) -> Vec<PyString> {
        let record = self.context.view.record(position);
        self.broken_contract(position).map(|contract| contract.missing_names(record)).unwrap_or_default()
    }

    /// `json.dumps` of what a record has as a field.
    pub fn value(&mut self, value: Field<'r>, order: KeyOrder) -> String {
        self.write(|writer, out| writer.write_field(value, order, out))
    }

    /// What `json.dumps` writes, which is ASCII.
    pub fn write(&mut self, write: impl FnOnce(&mut RecordWriter<'r>, &mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut self.writer, &mut out);
        ascii(out)
    }
}
