//! The records that differ between two runs.

use std::borrow::Cow;
use std::collections::TryReserveError;
use std::mem::discriminant;
use std::ops::Range;

use crate::names::names;
use crate::pipeline::{Fate, Run, index};
use crate::python::{Item, PyString, Value, cut_dumps};
use crate::report::context::{Reporter, WHOLE};
use crate::report::steps::RecordName;

use super::outcome::{Outcome, OutcomePart};
use super::pairs::{Pairs, Texts};

names! {
    /// How a record differs between two runs.
    pub enum ChangeKind {
        /// Only the newer run has it.
        Added = "added",
        /// Only the older run has it.
        Removed = "removed",
        /// Both have it, but with another text or outcome.
        Changed = "changed",
    }
}

/// A record that differs between two runs.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordChange {
    pub kind: ChangeKind,
    /// The name of its source.
    pub source: PyString,
    /// Its index in its source, from 0. In the newer run, unless it was removed.
    pub index: usize,
    /// Its position in the newer run, and its bytes in that run's text. `None` if it was removed.
    pub place: Option<(usize, Range<usize>)>,
    /// `json.dumps` of the source record, cut after 300 characters with a `…`. Of the newer run, unless it was removed.
    pub text: String,
    /// `None` if it was added.
    pub before: Option<Outcome>,
    /// `None` if it was removed.
    pub after: Option<Outcome>,
    /// The parts in which the outcomes differ. Empty if only the text differs, and if only one run has the record.
    pub differs: Vec<OutcomePart>,
}

/// The most characters of a record's text that are reported.
const TEXT_LENGTH: usize = 300;

/// A record of both runs, or of one of them: its positions there.
#[derive(Clone, Copy)]
pub(super) struct Change {
    before: u32,
    after: u32,
}

const NONE: u32 = u32::MAX;

/// The reporters of the older run and of the newer. `None` if the config could not be read: that run has no records.
pub(super) type Reporters<'r> = [Option<Reporter<'r>>; 2];

/// Finds the records that differ, in the newer run's order.
pub(super) fn find_changes(before: &Run, after: &Run) -> Result<Vec<Change>, TryReserveError> {
    let (one, two) = (&before.adapted.sources, &after.adapted.sources);
    let sources = Pairs::find(
        &Texts { count: one.len(), text: &|source| Cow::Borrowed(&one[source].name_text) },
        &Texts { count: two.len(), text: &|source| Cow::Borrowed(&two[source].name_text) },
    )?;
    let has_same_contract = required_fields(before) == required_fields(after);
    let mut finder =
        Finder { reporters: [before.reporter(WHOLE), after.reporter(WHOLE)], has_same_contract, changes: Vec::new() };
    let is_gone = |source: usize| sources.after(source).is_none();
    walk(one.len()..two.len(), &|source| sources.before(source), &is_gone, &mut |before, after| {
        let before = before.map_or(0..0, |source| one[source].records.clone());
        finder.compare(before, after.map_or(0..0, |source| two[source].records.clone()))
    })?;
    Ok(finder.changes)
}

/// The text of `required_fields`.
fn required_fields(run: &Run) -> Option<&[u8]> {
    run.config().and_then(|config| config.get("required_fields")).map(Value::source_text)
}

/// Walks two lists of these lengths in the second's order. An element that is only in the first follows its old
/// predecessor.
///
/// `partner` maps an element of the second list to the same one in the first. `is_gone` says whether an element is only
/// in the first. `meet` is called with the indices of each element in both lists.
fn walk(
    lengths: Range<usize>,
    partner: &dyn Fn(usize) -> Option<usize>,
    is_gone: &dyn Fn(usize) -> bool,
    meet: &mut dyn FnMut(Option<usize>, Option<usize>) -> Result<(), TryReserveError>,
) -> Result<(), TryReserveError> {
    let gone_from = |start: usize| (start..lengths.start).take_while(|&index| is_gone(index));
    gone_from(0).try_for_each(|gone| meet(Some(gone), None))?;
    for after in 0..lengths.end {
        let before = partner(after);
        meet(before, Some(after))?;
        if let Some(before) = before {
            gone_from(before + 1).try_for_each(|gone| meet(Some(gone), None))?;
        }
    }
    Ok(())
}

/// Finds the records that differ, one source at a time.
struct Finder<'r> {
    reporters: Reporters<'r>,
    /// Whether both runs have the same required fields.
    has_same_contract: bool,
    changes: Vec<Change>,
}

impl Finder<'_> {
    /// Compares the records of a source, given their positions in both runs.
    fn compare(&mut self, before: Range<usize>, after: Range<usize>) -> Result<(), TryReserveError> {
        let Self { reporters, has_same_contract, changes } = self;
        let pairs = Pairs::find(
            &Texts { count: before.len(), text: &|index| source_text(reporters[0].as_ref(), before.start + index) },
            &Texts { count: after.len(), text: &|index| source_text(reporters[1].as_ref(), after.start + index) },
        )?;
        // Records without an equal text are paired by index.
        let is_left = |index: usize| index < before.len() && pairs.after(index).is_none();
        let is_new = |index: usize| index < after.len() && pairs.before(index).is_none();
        let partner = |index: usize| pairs.before(index).or(Some(index).filter(|&index| is_left(index)));
        let is_gone = |index: usize| is_left(index) && !is_new(index);
        walk(before.len()..after.len(), &partner, &is_gone, &mut |left, right| {
            let change = Change {
                before: left.map_or(NONE, |left| index(before.start + left)),
                after: right.map_or(NONE, |right| index(after.start + right)),
            };
            let has_same_text = right.is_some_and(|right| !is_new(right));
            let is_same = has_same_text && change.is_same_outcome(reporters, *has_same_contract);
            if !is_same {
                changes.try_reserve(1)?;
                changes.push(change);
            }
            Ok(())
        })
    }
}

/// The text of a source record.
fn source_text<'r>(reporter: Option<&Reporter<'r>>, position: usize) -> Cow<'r, [u8]> {
    let object = reporter.and_then(|reporter| object(reporter, position));
    object.map_or(b"".as_slice(), Value::source_text).into()
}

/// The source record at a position.
fn object<'r>(reporter: &Reporter<'r>, position: usize) -> Option<Value<'r>> {
    reporter.context.view.record(position).object()
}

impl Change {
    /// The record's position in each run that has it, with that run's reporter.
    fn sides<'t, 'r>(self, reporters: &'t Reporters<'r>) -> [Option<(&'t Reporter<'r>, usize)>; 2] {
        let [before, after] = reporters.each_ref();
        [(before, self.before), (after, self.after)].map(|(reporter, position)| {
            reporter.as_ref().filter(|_| position != NONE).map(|reporter| (reporter, position as usize))
        })
    }

    /// Whether the record has the same outcome in both runs.
    fn is_same_outcome(self, reporters: &Reporters<'_>, has_same_contract: bool) -> bool {
        let [Some((one, a)), Some((two, b))] = self.sides(reporters) else { return false };
        let (before, after) = (&one.run.trace, &two.run.trace);
        let fate = before.fate(a);
        discriminant(&fate) == discriminant(&after.fate(b))
            && before.freshness(a) == after.freshness(b)
            && one.run.verdict_of(a) == two.run.verdict_of(b)
            && (has_same_contract || fate != Fate::Invalid || one.missing(a) == two.missing(b))
    }

    pub fn describe(self, reporters: &Reporters<'_>) -> Option<RecordChange> {
        let [before, after] = self.sides(reporters);
        let (reporter, position) = after.or(before)?;
        let object = object(reporter, position);
        let RecordName { source, index } = reporter.run.record_name(position);
        let outcome = |(reporter, position): (&Reporter<'_>, usize)| reporter.outcome(position);
        let kind = match (before, after) {
            (None, _) => ChangeKind::Added,
            (_, None) => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        };
        let place = after.map(|_| (position, object.map_or(0..0, Value::span)));
        let (before, after) = (before.map(outcome), after.map(outcome));
        Some(RecordChange {
            kind,
            source,
            index,
            place,
            text: object.map(|object| cut_dumps(Item::Value(object), TEXT_LENGTH)).unwrap_or_default(),
            differs: before.as_ref().zip(after.as_ref()).map(|(one, two)| one.differs(two)).unwrap_or_default(),
            before,
            after,
        })
    }
}
