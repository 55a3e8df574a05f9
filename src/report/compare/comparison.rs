//! The differences between two runs: in the summary, the exception, the records and the log.

use std::borrow::Cow;
use std::collections::TryReserveError;
use std::ops::Deref;

use crate::pipeline::{Run, Summary, SummaryNumber, index};
use crate::python::Exception;
use crate::report::context::WHOLE;
use crate::report::log::LogLine;
use crate::text::Excerpt;

use super::pairs::{Pairs, Texts};
use super::records::{Change, RecordChange, find_changes};

/// The differences between two runs. `R` holds a run: a reference, or an `Rc`.
pub struct Comparison<R> {
    before: R,
    after: R,
    records: Vec<Change>,
    /// The indices of the log lines that only the older run has, and of those that only the newer run has.
    logs: [Vec<u32>; 2],
}

/// A line of the summary that differs, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryChange {
    /// The keys that lead to it, joined by dots.
    pub name: &'static str,
    /// `None` if the older run has no such line.
    pub before: Option<String>,
    /// `None` if the newer run has no such line.
    pub after: Option<String>,
}

/// Compares two runs, in linear time. Within a source, records of equal texts are the same record. The rest are matched
/// by their index.
///
/// # Errors
/// If there is no memory for the comparison.
pub fn compare<R: Deref<Target = Run>>(before: R, after: R) -> Result<Comparison<R>, TryReserveError> {
    let (records, logs) = (find_changes(&before, &after)?, compare_logs(&before, &after)?);
    Ok(Comparison { before, after, records, logs })
}

impl<R: Deref<Target = Run>> Comparison<R> {
    /// The lines of the summary that differ, in order.
    #[must_use]
    pub fn summary(&self) -> Vec<SummaryChange> {
        let summaries = [self.before.summary(), self.after.summary()];
        let texts = summaries.map(|summary| summary.map(ToString::to_string).unwrap_or_default());
        let number = |number: SummaryNumber| {
            let line = |text: &String| text.get(number.find(text)?).map(str::to_owned);
            SummaryChange::new(number.name(), texts.each_ref().map(line))
        };
        let mut changes: Vec<_> = SummaryNumber::ALL.into_iter().map(number).collect();
        changes.insert(2, SummaryChange::new("stages_run", summaries.map(stages_line)));
        changes.retain(|change| change.before != change.after);
        changes
    }

    /// The exceptions of both runs as `Type: message`, `None` for a run that finished. `None` if they are the same.
    #[must_use]
    pub fn error(&self) -> Option<[Option<String>; 2]> {
        let errors = [error_line(&self.before), error_line(&self.after)];
        (errors[0] != errors[1]).then_some(errors)
    }

    /// The newer run.
    #[must_use]
    pub fn newer(&self) -> &Run {
        &self.after
    }

    /// How many records differ.
    #[must_use]
    pub fn record_count(&self) -> usize {
        self.records.len()
    }

    /// The records that differ, from the `offset`th on, in the newer run's order. A removed record follows its old
    /// predecessor.
    pub fn records(&self, offset: usize) -> impl Iterator<Item = RecordChange> {
        let reporters = [&self.before, &self.after].map(|run| run.reporter(WHOLE));
        self.records.iter().skip(offset).filter_map(move |&change| change.describe(&reporters))
    }

    /// How many log lines only one of the runs has.
    #[must_use]
    pub fn log_count(&self) -> usize {
        self.logs.iter().map(Vec::len).sum()
    }

    /// The log lines that only one of the runs has, from the `offset`th on, each with whether that is the newer run.
    /// Those of the older run come first.
    pub fn logs(&self, offset: usize) -> impl Iterator<Item = (bool, LogLine)> {
        self.cut_logs(offset, WHOLE)
    }

    /// The same, each message cut after `room` UTF-16 units.
    pub fn cut_logs(&self, offset: usize, room: usize) -> impl Iterator<Item = (bool, LogLine)> {
        let [removed, added] = &self.logs;
        let contexts = [self.before.context(), self.after.context()];
        let lines = removed.iter().map(|&line| (false, line)).chain(added.iter().map(|&line| (true, line)));
        lines.skip(offset).map(move |(is_newer, line)| {
            let run: &Run = if is_newer { &self.after } else { &self.before };
            let context = contexts[usize::from(is_newer)].as_ref();
            (is_newer, run.log_line(context, line as usize, room))
        })
    }
}

impl SummaryChange {
    fn new(name: &'static str, [before, after]: [Option<String>; 2]) -> Self {
        Self { name, before, after }
    }
}

/// The names of the stages that ran.
fn stages_line(summary: Option<&Summary>) -> Option<String> {
    Some(summary?.stages_run.iter().map(|stage| stage.name()).collect::<Vec<_>>().join(", "))
}

/// How much of a log line is compared. Of a longer one, its checksum is too.
const COMPARED: usize = 1 << 16;

/// The indices of the lines of each log that have no equal line in the other.
fn compare_logs(before: &Run, after: &Run) -> Result<[Vec<u32>; 2], TryReserveError> {
    let contexts = [before.context(), after.context()];
    let text = |run: &Run, context, line| {
        let (level, message) = run.log_text(context, line, Excerpt::summed(COMPARED));
        Cow::Owned(message.into_key(level as u8))
    };
    let [one, two] = &contexts;
    let (one, two) = (|line| text(before, one.as_ref(), line), |line| text(after, two.as_ref(), line));
    let pairs =
        Pairs::find(&Texts { count: before.log_count(), text: &one }, &Texts { count: after.log_count(), text: &two })?;
    Ok(pairs.alone().map(|alone| alone.map(index).collect()))
}

/// `Type: message`
fn error_line(run: &Run) -> Option<String> {
    let Exception { kind, message, .. } = &run.failure()?.exception;
    Some(if message.is_empty() { kind.name().to_owned() } else { format!("{}: {message}", kind.name()) })
}
