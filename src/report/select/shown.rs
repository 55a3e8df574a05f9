//! Searches what is shown of records and of reconciliation groups.

use crate::pipeline::Field;
use crate::pipeline::stages::reconcile::KeyText;
use crate::python::{KeyOrder, PyString, Value};
use crate::report::context::Reporter;
use crate::report::steps::RecordName;
use crate::text::Buffer;

use super::search::Query;

/// A longer record or value is searched only as it is in the text, not as Python prints it: that would be a copy of up to
/// six times the size, and a page shows only its start.
const LONG: usize = 1 << 16;

/// Searches for a text in names and ids as `str` gives them, and in values as they are written and as they are printed,
/// each with and without escapes.
pub(crate) struct Search<'r> {
    reporter: Reporter<'r>,
    query: Query,
    key: KeyText<'r>,
    /// What is searched next. Kept to reuse its memory.
    text: Buffer,
}

impl<'r> Search<'r> {
    pub fn new(reporter: Reporter<'r>, text: &PyString) -> Self {
        Self { reporter, query: Query::new(text.as_bytes()), key: KeyText::default(), text: Buffer::default() }
    }

    /// Whether the record at a position shows the text: in its source record, its name, its id or the record that came
    /// out, or at the start of its cache key.
    pub fn finds_record(&mut self, position: usize) -> bool {
        let run = self.reporter.run;
        let record = self.reporter.context.view.record(position);
        let source_text = record.object().map_or(b"".as_slice(), Value::source_text);
        run.trace.keys.get(position).is_some_and(|&key| self.query.begins(key))
            || self.query.is_in(source_text)
            || self.finds_name(position)
            || (source_text.len() <= LONG && {
                self.text.truncate(0);
                self.reporter.writer.write(record, run.trace.freshness(position), &mut self.text);
                self.query.is_in(self.text.text()) || self.finds_str(record.id())
            })
    }

    /// Whether a group shows the text: in its key, in a value, or in the name of one of its records.
    pub fn finds_group(&mut self, group: usize) -> bool {
        let run = self.reporter.run;
        run.groups.records(group).enumerate().any(|(nth, position)| {
            let record = self.reporter.context.view.record(position);
            // All records of a group have the same key.
            (nth == 0 && self.finds_str(record.id()))
                || self.finds_value(record.value())
                || self.finds_name(position)
                || run.groups.overwritten(position, &run.adapted).any(|earlier| self.finds_name(earlier))
        })
    }

    fn finds_value(&mut self, value: Field<'r>) -> bool {
        match value {
            Field::Value(value) if value.source_text().len() > LONG => self.query.is_in(value.source_text()),
            _ => {
                self.text.truncate(0);
                self.reporter.writer.write_field(value, KeyOrder::Given, &mut self.text);
                self.query.is_in(self.text.text())
            }
        }
    }

    /// Whether the text is in the name of the record at a position, such as `alpha[2]`.
    #[inline(never)]
    fn finds_name(&mut self, position: usize) -> bool {
        let RecordName { source, index } = self.reporter.run.record_name(position);
        let mut name = source.into_bytes();
        name.extend_from_slice(format!("[{index}]").as_bytes());
        self.query.is_in(&name)
    }

    #[inline(never)]
    fn finds_str(&mut self, value: Field<'r>) -> bool {
        self.key.of(value).is_some_and(|text| self.query.is_in(text))
    }
}
