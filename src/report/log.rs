//! The log lines. They are not stored, but written from the trace on request.

use crate::names::names;
use crate::pipeline::{Field, Run};
use crate::python::{PyString, Value};

use super::context::Context;

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
        match line.checked_sub(self.adapted.complete) {
            None => self.adapted_line(line),
            Some(violation) => violation_line(context, self.trace.violations[violation] as usize),
        }
    }

    fn adapted_line(&self, source: usize) -> LogLine {
        let mut message = format!("adapted {} records from ", self.adapted.sources[source].records.len()).into_bytes();
        message.extend_from_slice(self.source_name(source).as_bytes());
        LogLine { level: Level::Info, message: PyString::from_bytes(message) }
    }
}

fn violation_line(context: Option<&Context<'_>>, position: usize) -> LogLine {
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
    LogLine { level: Level::Warning, message: PyString::from_bytes(message) }
}
