//! What all reports of a run need: the document, the config and the contract.

use crate::pipeline::stages::validate::Contract;
use crate::pipeline::{Config, Fate, Field, RecordWriter, Run, View};
use crate::python::{Document, KeyOrder, PyString, Value, ascii};

/// A run's records, config and contract, read again from the document.
pub(super) struct Context<'r> {
    pub view: View<'r>,
    pub config: Config<'r>,
    /// `None` if `required_fields` cannot be read.
    pub contract: Option<Contract<'r>>,
}

impl Run {
    /// `None` if the config could not be read. There are no records then.
    pub(super) fn context(&self) -> Option<Context<'_>> {
        let document = self.input.document()?;
        let config = Config::read(document.root(), self.clock).ok()?;
        let contract = Contract::read(config.required_fields).ok();
        Some(Context { view: self.adapted.view(document), config, contract })
    }

    /// The name of the source with this index.
    pub(super) fn source_name(&self, source: usize) -> PyString {
        let name = |document: &'_ Document| document.value(self.adapted.sources[source].name).map(Value::to_py_string);
        self.input.document().and_then(name).unwrap_or_default()
    }

    /// `None` if the config could not be read. There are no records then.
    #[inline(never)]
    pub(super) fn reporter(&self) -> Option<Reporter<'_>> {
        self.context().map(|context| Reporter { run: self, context, writer: RecordWriter::default() })
    }
}

/// Writes the reports of a run.
pub(super) struct Reporter<'r> {
    pub run: &'r Run,
    pub context: Context<'r>,
    pub writer: RecordWriter<'r>,
}

impl<'r> Reporter<'r> {
    /// The contract, if the record at a position was dropped for breaking it.
    pub fn broken_contract(&self, position: usize) -> Option<&Contract<'r>> {
        self.context.contract.as_ref().filter(|_| self.run.trace.fate(position) == Fate::Invalid)
    }

    /// `str(field)` of each required field that an invalid record lacks. Empty for any other record.
    pub fn missing(&self, position: usize) -> Vec<PyString> {
        let record = self.context.view.record(position);
        self.broken_contract(position).map(|contract| contract.missing_names(record)).unwrap_or_default()
    }

    /// `json.dumps` of a field's value.
    pub fn value(&mut self, value: Field<'r>, order: KeyOrder) -> String {
        self.write(|writer, out| writer.write_field(value, order, out))
    }

    /// Text in the format of `json.dumps`, which is ASCII.
    pub fn write(&mut self, write: impl FnOnce(&mut RecordWriter<'r>, &mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut self.writer, &mut out);
        ascii(out)
    }
}
