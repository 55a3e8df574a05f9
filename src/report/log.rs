//! The log lines. They are not stored, but written from the trace on request.

use crate::names::names;
use crate::pipeline::{Field, Run};
use crate::python::{PyString, Repr};
use crate::text::{Buffer, Excerpt};

use super::context::{Context, WHOLE};

names! {
    /// A log line's level, named as in Python's logging.
    pub enum Level as LogLevel {
        Info = "INFO",
        Warning = "WARNING",
    }
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    pub level: Level,
    pub message: PyString,
    /// How many UTF-16 units the whole message has, if it is cut.
    pub length: Option<usize>,
}

impl LogLine {
    pub(super) fn new((level, message): (Level, Excerpt)) -> Self {
        let length = message.cut();
        Self { level, message: PyString::from_bytes(message.text), length }
    }
}

impl Run {
    /// The number of lines.
    #[must_use]
    pub fn log_count(&self) -> usize {
        self.adapted.complete + self.trace.violations.len()
    }

    /// The log's lines from the `offset`th on: one for each adapted source, then one for each record that breaks the
    /// contract.
    pub fn logs(&self, offset: usize) -> impl Iterator<Item = LogLine> {
        self.cut_logs(offset, WHOLE)
    }

    /// The same, each message cut after `room` UTF-16 units.
    pub fn cut_logs(&self, offset: usize, room: usize) -> impl Iterator<Item = LogLine> {
        let context = self.context();
        (offset..self.log_count())
            .map(move |line| LogLine::new(self.log_line(context.as_ref(), line, Excerpt::new(0, room))))
    }

    /// The log's line with this index, of which an excerpt is kept.
    pub(super) fn log_line(&self, context: Option<&Context<'_>>, line: usize, excerpt: Excerpt) -> (Level, Excerpt) {
        let mut message = Buffer::of(excerpt);
        self.write_message(context, line, &mut message);
        let level = if line < self.adapted.complete { Level::Info } else { Level::Warning };
        (level, message.into_excerpt())
    }

    #[inline(never)]
    pub(super) fn write_message(&self, context: Option<&Context<'_>>, line: usize, out: &mut Buffer) {
        let Some(context) = context else { return };
        if let Some(violation) = line.checked_sub(self.adapted.complete) {
            return write_violation(context, self.trace.violations[violation] as usize, out);
        }
        let source = &self.adapted.sources[line];
        out.extend(format!("adapted {} records from ", source.records.len()).as_bytes());
        if let Some(name) = context.view.document.value(source.name) {
            Repr::default().write_str(name, out);
        }
    }
}

fn write_violation(context: &Context<'_>, position: usize, out: &mut Buffer) {
    let record = context.view.record(position);
    out.extend(b"contract violation: ");
    match record.id() {
        Field::Value(id) => Repr::default().write_str(id, out),
        Field::Null | Field::Absent => out.extend(b"None"),
    }
    out.extend(b" missing ");
    if let Some(contract) = &context.contract {
        contract.write_missing(record, out);
    }
}
