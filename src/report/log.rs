//! The log lines. They are not stored, but written from the trace on request.

use crate::names::names;
use crate::pipeline::{Field, Run};
use crate::python::{PyString, Value};

use super::context::Context;
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
        let context = self.context();
        (offset..self.log_count()).map(move |line| self.log_line(context.as_ref(), line))
    }

    /// The log's line with this index.
    pub(super) fn log_line(&self, context: Option<&Context<'_>>, line: usize) -> LogLine {
        let (level, message) = self.log_text(context, line);
        LogLine { level, message, record: self.violation(line).map(|position| self.place(position)) }
    }

    /// The same, without the place of its record.
    pub(super) fn log_text(&self, context: Option<&Context<'_>>, line: usize) -> (Level, PyString) {
        let (level, message) = match self.violation(line) {
            None => (Level::Info, self.adapted_message(line)),
            Some(position) => (Level::Warning, violation_message(context, position)),
        };
        (level, PyString::from_bytes(message))
    }

    /// The position of the record that a line is about, if it is about one.
    fn violation(&self, line: usize) -> Option<usize> {
        line.checked_sub(self.adapted.complete).map(|violation| self.trace.violations[violation] as usize)
    }

    fn adapted_message(&self, source: usize) -> Vec<u8> {
        let mut message = format!("adapted {} records from ", self.adapted.sources[source].records.len()).into_bytes();
        message.extend_from_slice(self.source_name(source).as_bytes());
        message
    }
}

fn violation_message(context: Option<&Context<'_>>, position: usize) -> Vec<u8> {
    let mut message = b"contract violation: ".to_vec();
    if let Some(context) = context {
        let record = context.view.record(position);
        match record.id() {
            Field::Value(id) => message.extend_from_slice(Value::to_py_string(id).as_bytes()),
            Field::Null | Field::Absent => message.extend_from_slice(b"None"),
        }
        message.extend_from_slice(b" missing ");
        if let Some(contract) = &context.contract {
            contract.write_missing(record, &mut message);
        }
    }
    message
}
