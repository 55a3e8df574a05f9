//! Stage 4, freshness: marks every record that is left as stale or fresh, by the age of its timestamp.

use std::ops::Range;

use crate::python::{Exception, Kind, Number};

use crate::pipeline::config::{Config, Operand};
use crate::pipeline::design::FreshnessDesign;
use crate::pipeline::failure::{Cause, Failure, Stop};
use crate::pipeline::progress::Progress;
use crate::pipeline::record::{Field, RecordView, View};
use crate::pipeline::stage::Stage;
use crate::pipeline::trace::{Freshness, Trace};

/// Marks every record that is left.
pub(crate) fn run(
    FreshnessDesign::Reference: FreshnessDesign,
    view: View<'_>,
    config: &Config<'_>,
    trace: &mut Trace,
    progress: &mut Progress<'_>,
) -> Result<(), Stop> {
    progress.steps(Stage::Freshness, view.count(), |positions| mark(view, positions, config, trace))
}

#[inline(never)]
fn mark(view: View<'_>, positions: Range<usize>, config: &Config<'_>, trace: &mut Trace) -> Result<(), Failure> {
    for (position, record) in positions.clone().zip(view.records(positions)) {
        if trace.is_kept(position) {
            let is_stale =
                is_stale(record, config).map_err(|failure| view.failure(failure, Stage::Freshness, position))?;
            trace.set_freshness(position, if is_stale { Freshness::Stale } else { Freshness::Fresh });
        }
    }
    Ok(())
}

/// `age > max_age_seconds`
#[inline]
fn is_stale(record: RecordView<'_>, config: &Config<'_>) -> Result<bool, Failure> {
    let timestamp = record.timestamp();
    // Small ints, which nearly all are, need nothing of what follows.
    if let (Some(Number::Small(now)), Some(Number::Small(max_age))) = (&config.now.number, &config.max_age.number) {
        let timestamp = match timestamp {
            Field::Value(value) => Number::small_int(value),
            Field::Null | Field::Absent => Some(*now),
        };
        if let Some(age) = timestamp.and_then(|timestamp| now.checked_sub(timestamp)) {
            return Ok(age > *max_age);
        }
    }
    is_stale_by_any_numbers(timestamp, config)
}

#[inline(never)]
fn is_stale_by_any_numbers(timestamp: Field<'_>, config: &Config<'_>) -> Result<bool, Failure> {
    let age = subtract(&config.now, operand(timestamp).as_ref().unwrap_or(&config.now))?;
    match &config.max_age.number {
        Some(max_age) => Ok(age.greater_than(max_age)),
        None => Err(not_comparable(&age, &config.max_age)),
    }
}

/// The age of a record, if it has one. Out of line, so that reports do not duplicate the hot path.
#[inline(never)]
pub(crate) fn age(record: RecordView<'_>, config: &Config<'_>) -> Option<Number> {
    subtract(&config.now, operand(record.timestamp()).as_ref().unwrap_or(&config.now)).ok()
}

/// A record's `timestamp` as an operand, if it has one.
fn operand(timestamp: Field<'_>) -> Option<Operand<'_>> {
    match timestamp {
        Field::Value(value) => Some(Operand { value: Some(value), number: Number::of(value) }),
        Field::Null | Field::Absent => None,
    }
}

/// `now - timestamp`, in seconds.
///
/// # Errors
/// `TypeError` if one of them is no number, `OverflowError` if an int is too large to meet a float.
fn subtract(now: &Operand<'_>, timestamp: &Operand<'_>) -> Result<Number, Failure> {
    match (&now.number, &timestamp.number) {
        (Some(minuend), Some(subtrahend)) => minuend.minus(subtrahend).map_err(|error| {
            // One is a float, so the other is the int that is too large to become one.
            blame(if matches!(minuend, Number::Float(_)) { timestamp } else { now }, Cause::Overflow, error)
        }),
        _ => Err(not_subtractable(now, timestamp)),
    }
}

#[cold]
fn not_subtractable(now: &Operand<'_>, timestamp: &Operand<'_>) -> Failure {
    let (a, b) = (now.type_name(), timestamp.type_name());
    let message = format!("unsupported operand type(s) for -: '{a}' and '{b}'");
    let (blamed, cause) = if now.number.is_none() { (now, Cause::Now) } else { (timestamp, Cause::Timestamp) };
    blame(blamed, cause, Exception::new(Kind::TypeError, message))
}

#[cold]
fn not_comparable(age: &Number, max_age: &Operand<'_>) -> Failure {
    let (a, b) = (age.type_name(), max_age.type_name());
    let message = format!("'>' not supported between instances of '{a}' and '{b}'");
    blame(max_age, Cause::MaxAge, Exception::new(Kind::TypeError, message))
}

/// The exception, with the operand that it is about. All operands but the defaults are in the text.
#[cold]
fn blame(operand: &Operand<'_>, cause: Cause, exception: Exception) -> Failure {
    match operand.value {
        Some(value) => Failure::about(value, cause, exception),
        None => Failure::new(cause, exception),
    }
}
