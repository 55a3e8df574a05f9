//! What is different between two runs: in the summary, in what became of each record, in the log.

use std::borrow::Cow;
use std::mem::discriminant;
use std::ops::{Deref, Range};

use crate::names::names;
use crate::pipeline::{Fate, Freshness, Run, Summary, SummaryNumber, Verdict, index};
use crate::python::{Exception, Item, PyString, Value, cut_dumps};
use crate::report::context::Reporter;
use crate::report::log::LogLine;

use super::pairs::{NoMemory, Pairs, Texts};

/// What is different between two runs. `R` holds a run: a reference, or an `Rc`.
pub struct Comparison<R> {
    before: R,
    after: R,
    records: Vec<Change>,
    /// The lines of the log before, and after, that the other one does not have.
    logs: [Vec<u32>; 2],
}

/// A record of both runs, or of one of them, by position.
#[derive(Clone, Copy)]
struct Change {
    before: u32,
    after: u32,
}

const NONE: u32 = u32::MAX;

/// How a record is different.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Only the newer run has it.
    Added,
    /// Only the older run has it.
    Removed,
    /// Its text or what became of it is another.
    Changed,
}

names!(ChangeKind { Added = "added", Removed = "removed", Changed = "changed" });

/// A record that is different.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordChange {
    pub kind: ChangeKind,
    /// The name of its source.
    pub source: PyString,
    /// Its index in its source, from 0: in the newer run, but for a removed one.
    pub index: usize,
    /// Its position among all in the newer run, and the bytes that it takes there.
    pub place: Option<(usize, Range<usize>)>,
    /// `json.dumps` of the source record, cut after 300 characters with an ellipsis behind; of the newer run, but for a
    /// removed one.
    pub text: String,
    pub before: Option<Outcome>,
    pub after: Option<Outcome>,
    /// In what the outcomes differ; nothing if only the text does, and for a record of one run.
    pub differs: Vec<OutcomePart>,
}

/// A part of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomePart {
    /// The fate with its reason: the missing fields, or the record that is repeated.
    Fate,
    Freshness,
    Verdict,
}

names!(OutcomePart { Fate = "fate", Freshness = "freshness", Verdict = "verdict" });

/// What became of a record in one run.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub fate: Fate,
    pub freshness: Option<Freshness>,
    /// The verdict of its reconciliation group.
    pub verdict: Option<Verdict>,
    /// `str(field)` of each required field that it lacks, where that is why it was dropped.
    pub missing: Vec<PyString>,
    /// The source of the record that it repeats, and that record's index there.
    pub original: Option<(PyString, usize)>,
}

/// A line of the summary that is different, as text; none where a run has no such line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryChange {
    /// The keys that lead to it, joined by dots.
    pub name: &'static str,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// Compares two runs, in linear time. Records are told apart within a source by their texts and, where these are not the
/// same, by their index.
///
/// # Errors
/// Where there is no memory for it.
pub fn compare<R: Deref<Target = Run>>(before: R, after: R) -> Result<Comparison<R>, NoMemory> {
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

    /// The exceptions as `Type: message`, where they differ; none of a run that came to its end.
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

    /// How many records are different.
    #[must_use]
    pub fn record_count(&self) -> usize {
        self.records.len()
    }

    /// The records that are different, in the newer run's order, removed ones where they were, from the `offset`th on.
    pub fn records(&self, offset: usize) -> impl Iterator<Item = RecordChange> {
        let reporters = [self.before.reporter(), self.after.reporter()];
        self.records.iter().skip(offset).filter_map(move |&change| change.tell(&reporters))
    }

    /// How many lines of the logs only one of the runs has.
    #[must_use]
    pub fn log_count(&self) -> usize {
        self.logs.iter().map(Vec::len).sum()
    }

    /// The lines of the logs that only one of the runs has, each with whether that is the newer one: first those that
    /// went, then those that came, from the `offset`th on.
    pub fn logs(&self, offset: usize) -> impl Iterator<Item = (bool, LogLine)> {
        let [went, came] = &self.logs;
        let contexts = [self.before.context(), self.after.context()];
        let lines = went.iter().map(|&line| (false, line)).chain(came.iter().map(|&line| (true, line)));
        lines.skip(offset).map(move |(is_newer, line)| {
            let run = if is_newer { &self.after } else { &self.before };
            (is_newer, run.log_line(contexts[usize::from(is_newer)].as_ref(), line as usize))
        })
    }
}

impl SummaryChange {
    fn new(name: &'static str, [before, after]: [Option<String>; 2]) -> Self {
        Self { name, before, after }
    }
}

/// The stages that ran.
fn stages_line(summary: Option<&Summary>) -> Option<String> {
    Some(summary?.stages_run.iter().map(|stage| stage.name()).collect::<Vec<_>>().join(", "))
}

/// The log's lines that have no equal one in the other log.
fn compare_logs(before: &Run, after: &Run) -> Result<[Vec<u32>; 2], NoMemory> {
    let contexts = [before.context(), after.context()];
    let text = |run: &Run, context, line| {
        let LogLine { level, message } = run.log_line(context, line);
        let mut text = message.into_bytes();
        text.push(level as u8);
        Cow::Owned(text)
    };
    let [one, two] = &contexts;
    let (one, two) = (|line| text(before, one.as_ref(), line), |line| text(after, two.as_ref(), line));
    let pairs =
        Pairs::find(&Texts { count: before.log_count(), text: &one }, &Texts { count: after.log_count(), text: &two })?;
    Ok(pairs.alone().map(|alone| alone.map(index).collect()))
}

/// The records that are different.
fn find_changes(before: &Run, after: &Run) -> Result<Vec<Change>, NoMemory> {
    let (one, two) = (&before.adapted.sources, &after.adapted.sources);
    let sources = Pairs::find(
        &Texts { count: one.len(), text: &|source| Cow::Borrowed(&one[source].name_text) },
        &Texts { count: two.len(), text: &|source| Cow::Borrowed(&two[source].name_text) },
    )?;
    let has_same_contract = required_fields(before) == required_fields(after);
    let mut finder =
        Finder { reporters: [before.reporter(), after.reporter()], has_same_contract, changes: Vec::new() };
    let is_gone = |source: usize| sources.after(source).is_none();
    in_order(one.len()..two.len(), &|source| sources.before(source), &is_gone, &mut |before, after| {
        let before = before.map_or(0..0, |source| one[source].records.clone());
        finder.compare(before, after.map_or(0..0, |source| two[source].records.clone()))
    })?;
    Ok(finder.changes)
}

/// `required_fields` as the text has it.
fn required_fields(run: &Run) -> Option<&[u8]> {
    run.config().and_then(|config| config.get("required_fields")).map(Value::source_text)
}

/// Goes through two lists, given how long they are, of which some elements belong together: in the order of the second
/// one, and what is gone since the first one comes right behind what it came behind there.
fn in_order(
    counts: Range<usize>,
    partner: &dyn Fn(usize) -> Option<usize>,
    is_gone: &dyn Fn(usize) -> bool,
    meet: &mut dyn FnMut(Option<usize>, Option<usize>) -> Result<(), NoMemory>,
) -> Result<(), NoMemory> {
    let gone_from = |start: usize| (start..counts.start).take_while(|&place| is_gone(place));
    gone_from(0).try_for_each(|gone| meet(Some(gone), None))?;
    for place in 0..counts.end {
        let before = partner(place);
        meet(before, Some(place))?;
        if let Some(before) = before {
            gone_from(before + 1).try_for_each(|gone| meet(Some(gone), None))?;
        }
    }
    Ok(())
}

/// What tells of the run before, and of the one after; none where the config could not be read, so that there are no
/// records.
type Reporters<'r> = [Option<Reporter<'r>>; 2];

/// Finds the records that are different.
struct Finder<'r> {
    reporters: Reporters<'r>,
    /// Whether the required fields are the same.
    has_same_contract: bool,
    changes: Vec<Change>,
}

impl Finder<'_> {
    /// Compares the records of a source, given their positions.
    fn compare(&mut self, before: Range<usize>, after: Range<usize>) -> Result<(), NoMemory> {
        let Self { reporters, has_same_contract, changes } = self;
        let pairs = Pairs::find(
            &Texts { count: before.len(), text: &|place| source_text(reporters[0].as_ref(), before.start + place) },
            &Texts { count: after.len(), text: &|place| source_text(reporters[1].as_ref(), after.start + place) },
        )?;
        // What has no equal text belongs to what has the same index.
        let is_left = |place: usize| place < before.len() && pairs.after(place).is_none();
        let is_new = |place: usize| place < after.len() && pairs.before(place).is_none();
        let partner = |place: usize| pairs.before(place).or(Some(place).filter(|&place| is_left(place)));
        let is_gone = |place: usize| is_left(place) && !is_new(place);
        in_order(before.len()..after.len(), &partner, &is_gone, &mut |left, right| {
            let change = Change {
                before: left.map_or(NONE, |place| index(before.start + place)),
                after: right.map_or(NONE, |place| index(after.start + place)),
            };
            let has_same_text = right.is_some_and(|place| !is_new(place));
            let is_same = has_same_text && change.is_same_outcome(reporters, *has_same_contract);
            if !is_same {
                changes.try_reserve(1)?;
                changes.push(change);
            }
            Ok(())
        })
    }
}

/// A source record as it stands in the text.
fn source_text<'r>(reporter: Option<&Reporter<'r>>, position: usize) -> Cow<'r, [u8]> {
    let object = reporter.and_then(|reporter| reporter.object(position));
    object.map_or(b"".as_slice(), Value::source_text).into()
}

impl Change {
    /// The record in the run before and in the one after, together with what tells of it.
    fn sides<'t, 'r>(self, reporters: &'t Reporters<'r>) -> [Option<(&'t Reporter<'r>, usize)>; 2] {
        let [before, after] = reporters.each_ref();
        [(before, self.before), (after, self.after)].map(|(reporter, position)| {
            reporter.as_ref().filter(|_| position != NONE).map(|it| (it, position as usize))
        })
    }

    /// Whether the same became of the record in both runs.
    fn is_same_outcome(self, reporters: &Reporters<'_>, has_same_contract: bool) -> bool {
        let [Some((one, a)), Some((two, b))] = self.sides(reporters) else { return false };
        let (before, after) = (&one.run.trace, &two.run.trace);
        let fate = before.fate(a);
        discriminant(&fate) == discriminant(&after.fate(b))
            && before.freshness(a) == after.freshness(b)
            && one.run.verdict_of(a) == two.run.verdict_of(b)
            && (has_same_contract || fate != Fate::Invalid || one.missing(a) == two.missing(b))
    }

    fn tell(self, reporters: &Reporters<'_>) -> Option<RecordChange> {
        let [before, after] = self.sides(reporters);
        let (reporter, position) = after.or(before)?;
        let object = reporter.object(position);
        let (source, index) = reporter.run.place_in_source(position);
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
            text: object.map(|object| cut_dumps(Item::Value(object), 300)).unwrap_or_default(),
            differs: before.as_ref().zip(after.as_ref()).map(|(one, two)| one.differs(two)).unwrap_or_default(),
            before,
            after,
        })
    }
}

impl Outcome {
    /// In what it differs from another one.
    fn differs(&self, other: &Self) -> Vec<OutcomePart> {
        let has_other_fate = discriminant(&self.fate) != discriminant(&other.fate)
            || self.missing != other.missing
            || self.original != other.original;
        let parts = [
            (OutcomePart::Fate, has_other_fate),
            (OutcomePart::Freshness, self.freshness != other.freshness),
            (OutcomePart::Verdict, self.verdict != other.verdict),
        ];
        parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
    }
}

impl<'r> Reporter<'r> {
    /// The source record at a position.
    fn object(&self, position: usize) -> Option<Value<'r>> {
        self.context.view.record(position).object()
    }

    /// What became of the record at a position.
    fn outcome(&self, position: usize) -> Outcome {
        let fate = self.run.trace.fate(position);
        Outcome {
            fate,
            freshness: self.run.trace.freshness(position),
            verdict: self.run.verdict_of(position),
            missing: self.missing(position),
            original: if let Fate::Duplicate { of } = fate { Some(self.run.place_in_source(of)) } else { None },
        }
    }
}

impl Run {
    /// The verdict of a record's reconciliation group.
    fn verdict_of(&self, position: usize) -> Option<Verdict> {
        self.groups.group_of(position).map(|group| self.groups.verdict(group))
    }

    /// The name of a record's source, and the record's index in it.
    fn place_in_source(&self, position: usize) -> (PyString, usize) {
        let source = self.adapted.source_index(position);
        (self.source_name(source), position - self.adapted.sources[source].records.start)
    }
}

/// `Type: message`
fn error_line(run: &Run) -> Option<String> {
    let Exception { kind, message, .. } = &run.failure()?.exception;
    Some(if message.is_empty() { kind.name().to_owned() } else { format!("{}: {message}", kind.name()) })
}
