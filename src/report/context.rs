//! What all reports of a run need: the document, the config and the contract.

use crate::pipeline::stages::validate::Contract;
use crate::pipeline::{Config, Fate, Field, RecordWriter, Run, View};
use crate::python::{Document, KeyOrder, PyString, Value};
use crate::text::{Buffer, Excerpt};

/// No limit to the length of a report's texts.
pub(super) const WHOLE: usize = usize::MAX;

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

    /// The name of the source with this index, cut if it is long.
    pub(super) fn source_name(&self, source: usize) -> PyString {
        let name = |document: &'_ Document| document.value(self.adapted.sources[source].name).map(Value::to_name);
        self.input.document().and_then(name).unwrap_or_default()
    }

    /// `None` if the config could not be read. There are no records then. `room`: the most UTF-16 units of a text.
    #[inline(never)]
    pub(super) fn reporter(&self, room: usize) -> Option<Reporter<'_>> {
        self.context().map(|context| Reporter { run: self, context, writer: RecordWriter::default(), room })
    }
}

/// Writes the reports of a run.
pub(super) struct Reporter<'r> {
    pub run: &'r Run,
    pub context: Context<'r>,
    pub writer: RecordWriter<'r>,
    /// The most UTF-16 units of a text. What is longer is cut.
    pub room: usize,
}

impl<'r> Reporter<'r> {
    /// The contract, if the record at a position was dropped for breaking it.
    pub fn broken_contract(&self, position: usize) -> Option<&Contract<'r>> {
        self.context.contract.as_ref().filter(|_| self.run.trace.fate(position) == Fate::Invalid)
    }

    /// `str(field)` of each required field that an invalid record lacks, cut if it is long. Empty for any other record.
    pub fn missing(&self, position: usize) -> Vec<PyString> {
        let record = self.context.view.record(position);
        self.broken_contract(position).map(|contract| contract.missing_names(record)).unwrap_or_default()
    }

    /// `json.dumps` of a field's value, cut if it is long. Equal if the whole texts are.
    #[inline(never)]
    pub fn value(&mut self, value: Field<'r>, order: KeyOrder, room: usize) -> Excerpt {
        let mut out = Buffer::of(Excerpt::summed(room));
        self.writer.write_field(value, order, &mut out);
        out.into_excerpt()
    }

    /// The most elements of a list that is told: so few, unless texts are told whole too.
    pub fn most(&self, few: usize) -> usize {
        if self.room == WHOLE { WHOLE } else { few }
    }
}
