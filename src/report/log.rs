//! The log lines. They are not stored, but written from the trace on request.

use crate::names::names;
use crate::pipeline::{Field, Run};
use crate::python::{PyString, Repr};
use crate::text::{Buffer, Excerpt};

use super::context::{Context, WHOLE};
use super::place::RecordPlace;

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
    /// The record that it is about, if it is about one.
    pub record: Option<RecordPlace>,
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
        (offset..self.log_count()).map(move |line| self.log_line(context.as_ref(), line, room))
    }

    /// The log's line with this index, cut after `room` UTF-16 units.
    pub(super) fn log_line(&self, context: Option<&Context<'_>>, line: usize, room: usize) -> LogLine {
        let (level, message) = self.log_text(context, line, Excerpt::new(0, room));
        let length = message.cut();
        let record = self.violation(line).map(|position| self.place(position));
        LogLine { level, message: PyString::from_bytes(message.text), length, record }
    }

    /// The same without the place of its record, of which an excerpt is kept.
    pub(super) fn log_text(&self, context: Option<&Context<'_>>, line: usize, excerpt: Excerpt) -> (Level, Excerpt) {
        let mut message = Buffer::of(excerpt);
        self.write_message(context, line, &mut message);
        let level = if self.violation(line).is_some() { Level::Warning } else { Level::Info };
        (level, message.into_excerpt())
    }

    /// The position of the record that a line is about, if it is about one.
    fn violation(&self, line: usize) -> Option<usize> {
        line.checked_sub(self.adapted.complete).map(|violation| self.trace.violations[violation] as usize)
    }

    #[inline(never)]
    pub(super) fn write_message(&self, context: Option<&Context<'_>>, line: usize, out: &mut Buffer) {
        let Some(context) = context else { return };
        if let Some(position) = self.violation(line) {
            return write_violation(context, position, out);
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
