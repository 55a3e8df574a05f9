//! Reports on records: what became of each, and why.

use std::collections::TryReserveError;
use std::ops::Range;

use crate::names::names;
use crate::pipeline::stages::freshness;
use crate::pipeline::{Fate, Field, Freshness, RecordView, Run, Stage, Verdict};
use crate::python::{Item, KeyOrder, PyString, Value, ascii, cut_dumps, cut_text, loads};
use crate::text::{Buffer, Excerpt, Text};

use super::context::{Reporter, WHOLE};
use super::place::RecordPlace;
use super::select::{RecordFilter, Selection};
use super::steps::{Ending, RecordStep, StepReason};
use super::texts::{CutText, TextName};

/// What became of a record, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordReport {
    /// Its position among all records, from 0, in the order in which adapt produced them.
    pub position: usize,
    /// The name of its source.
    pub source: PyString,
    /// Its index among its source's records, from 0.
    pub index: usize,
    /// The source record's bytes in the text.
    pub span: Range<usize>,
    /// `json.dumps` of the record as the stages left it: a dropped one as it was when it was dropped.
    pub text: String,
    /// `str(record["id"])` of the adapted record, with a `…` in the middle if it is longer than 400 bytes. `None` if it has no
    /// id.
    pub id: Option<PyString>,
    /// Whether the id is a string that reads like another value, such as `"1"` or `"None"`, or is empty.
    pub quoted_id: bool,
    /// Its cache key, 12 hex digits. `None` if the cache stage has not looked at it.
    pub key: Option<String>,
    /// The text whose MD5 gives the key: `json.dumps(record, sort_keys=True)`.
    pub hashed: Option<String>,
    pub fate: Fate,
    /// For a duplicate: the record that it repeats.
    pub original: Option<RecordPlace>,
    /// For an invalid record: `str(field)` of the first required fields that it lacks.
    pub missing: Vec<PyString>,
    /// Those of `missing` that it does not have at all. The value of the others is Python's `None`.
    pub absent: Vec<PyString>,
    /// `None` if the freshness stage has not looked at it.
    pub freshness: Option<Freshness>,
    /// `json.dumps` of its timestamp. `None` if it has none, so that `now` is used, or if `freshness` is `None`.
    pub timestamp: Option<String>,
    /// `str(age)`, in seconds. `None` if `freshness` is `None`.
    pub age: Option<String>,
    /// The index of its reconciliation group. `None` if the stage did not run, or skipped the record.
    pub group: Option<usize>,
    /// The verdict of that group.
    pub verdict: Option<Verdict>,
    /// The record of the same source that counts instead: the last one with this reconciliation key.
    pub overwritten_by: Option<RecordPlace>,
    /// What became of it in the end.
    pub ending: Ending,
    /// The stage that settled that. For a kept record, the last one that could have dropped it.
    pub settled_by: Stage,
    /// What each stage did with it, and why, in order.
    pub steps: [RecordStep; 5],
    /// Which of its texts are cut.
    pub cut: Vec<CutText>,
}

/// What became of a record, and the record before and after adapt.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordDetail {
    pub report: RecordReport,
    /// `json.dumps` of the source record.
    pub before: String,
    /// `json.dumps` of the adapted record, without the mark of the freshness stage.
    pub adapted: String,
    /// Some of the fields: those of the source record in order, then those that adapt added.
    pub fields: Vec<FieldChange>,
    /// How many there are in all.
    pub field_count: usize,
}

/// What adapt did to a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name in the source record. `None` if adapt added it.
    pub from: Option<PyString>,
    /// Its name in the adapted record. `None` if adapt dropped it.
    pub to: Option<PyString>,
    /// `json.dumps` of its value in the source record.
    pub before: Option<String>,
    /// `json.dumps` of its value in the adapted record.
    pub after: Option<String>,
    /// How many characters the longer of the two texts has, if it is cut.
    pub length: Option<usize>,
    pub change: FieldFate,
}

names! {
    /// What became of a field in adapt.
    pub enum FieldFate {
        Dropped = "dropped",
        Added = "added",
        Renamed = "renamed",
        /// It has the same name, but another value.
        Changed = "changed",
        Kept = "kept",
    }
}

impl FieldChange {
    fn new(from: Option<PyString>, to: Option<PyString>, before: Option<Excerpt>, after: Option<Excerpt>) -> Self {
        let change = match (&from, &to) {
            (_, None) => FieldFate::Dropped,
            (None, _) => FieldFate::Added,
            _ if from != to => FieldFate::Renamed,
            _ if before.as_ref().zip(after.as_ref()).is_some_and(|(before, after)| !before.is_same(after)) => {
                FieldFate::Changed
            }
            _ => FieldFate::Kept,
        };
        let length = before.as_ref().and_then(Excerpt::cut).max(after.as_ref().and_then(Excerpt::cut));
        let text = |text: Option<Excerpt>| text.map(|excerpt| ascii(excerpt.text));
        Self { from, to, before: text(before), after: text(after), length, change }
    }
}

impl Run {
    /// How many records adapt produced.
    #[must_use]
    pub fn record_count(&self) -> usize {
        self.adapted.records.len()
    }

    /// The records that match a filter, in its order, from the `offset`th on. Empty if there is no memory for selecting
    /// them. To read them page by page, call [`select`](Self::select) once, then [`selected`](Self::selected).
    pub fn records(&self, filter: &RecordFilter, offset: usize) -> impl Iterator<Item = RecordReport> {
        self.selected(&self.select(filter).unwrap_or_default(), offset, WHOLE)
    }

    /// The selected records, from the `offset`th on. Each text is cut after `room` UTF-16 units.
    pub fn selected(
        &self,
        selection: &Selection,
        offset: usize,
        room: usize,
    ) -> impl Iterator<Item = RecordReport> + use<'_> {
        let mut reporter = self.reporter(room);
        selection.positions(offset).filter_map(move |position| Some(reporter.as_mut()?.record(position)))
    }

    /// `json.dumps` of each of these positions' records that came out of the run, with `,\n` between them. ASCII.
    ///
    /// # Errors
    /// If there is no memory for a long one.
    pub fn kept_records(&self, positions: Range<usize>) -> Result<Vec<u8>, TryReserveError> {
        let mut out = Buffer::default();
        let Some(Reporter { context, mut writer, .. }) = self.reporter(WHOLE) else { return Ok(Vec::new()) };
        for position in positions.start..positions.end.min(self.record_count()) {
            if self.trace.fate(position) != Fate::Kept {
                continue;
            }
            // A character takes at most six times as much in ASCII.
            out.try_reserve(6 * self.span(position).len())?;
            if out.len() > 0 {
                out.extend(b",\n");
            }
            writer.write(context.view.record(position), self.trace.freshness(position), &mut out);
        }
        Ok(out.into_text())
    }

    /// The record of the same source and group that counts instead of the one at a position. `None` if that one counts.
    pub(super) fn overwritten_by(&self, position: usize, group: usize) -> Option<usize> {
        let source = self.adapted.source_at(position);
        let counting = self.groups.records(group).find(|counting| source.records.contains(counting))?;
        (counting != position).then_some(counting)
    }

    /// The record at a position, in full.
    #[must_use]
    pub fn record(&self, position: usize) -> Option<RecordDetail> {
        self.cut_record(position, 0, WHOLE)
    }

    /// The record at a position, with 100 of its fields from the `offset`th on. Each text is cut after `room` UTF-16 units.
    #[must_use]
    pub fn cut_record(&self, position: usize, offset: usize, room: usize) -> Option<RecordDetail> {
        (position < self.record_count()).then(|| self.reporter(room)?.detail(position, offset))?
    }
}

/// The most bytes of an id that are reported.
const ID_LENGTH: usize = 400;

/// The most characters of a timestamp that are reported: more than a number has.
const TIMESTAMP_LENGTH: usize = 5000;

/// The most fields of a record that its report has.
const FIELDS: usize = 100;

impl Reporter<'_> {
    #[inline(never)]
    fn record(&mut self, position: usize) -> RecordReport {
        let run = self.run;
        let RecordPlace { source, index, span, .. } = run.place(position);
        let record = self.context.view.record(position);
        let (fate, freshness) = (run.trace.fate(position), run.trace.freshness(position));
        let key = run.trace.keys.get(position);
        let group = run.groups.group_of(position);
        let mut cut = Vec::new();
        let id = self.id(position, &mut cut);
        let timestamp = freshness.and_then(|_| match record.timestamp() {
            Field::Value(timestamp) => Some(cut_dumps(Item::Value(timestamp), TIMESTAMP_LENGTH)),
            Field::Null | Field::Absent => None,
        });
        let steps = self.steps(position);
        let (mut missing, mut absent) = (Vec::new(), Vec::new());
        if let StepReason::FieldsMissing { fields, .. } = &steps[Stage::Validate as usize].reason {
            for field in fields {
                missing.push(field.name.clone());
                if field.absent {
                    absent.push(field.name.clone());
                }
            }
        }
        RecordReport {
            position,
            source,
            index,
            span,
            text: self.text(TextName::Text, position, &mut cut),
            quoted_id: id.as_ref().is_some_and(|id| is_quoted(record, id)),
            id,
            key: key.map(ToString::to_string),
            hashed: key.map(|_| self.text(TextName::Hashed, position, &mut cut)),
            fate,
            original: if let Fate::Duplicate { of } = fate { Some(run.place(of)) } else { None },
            missing,
            absent,
            freshness,
            timestamp,
            age: freshness.and_then(|_| self.age(record)),
            group,
            verdict: group.map(|group| run.groups.verdict(group)),
            overwritten_by: group.and_then(|group| run.overwritten_by(position, group)).map(|by| run.place(by)),
            ending: run.ending(position),
            settled_by: run.settled_by(position),
            steps,
            cut,
        }
    }

    fn age(&self, record: RecordView<'_>) -> Option<String> {
        freshness::age(record, &self.context.config).map(|age| age.to_text())
    }

    /// `str(record["id"])`, shortened.
    fn id(&mut self, position: usize, cut: &mut Vec<CutText>) -> Option<PyString> {
        if matches!(self.context.view.record(position).id(), Field::Absent) {
            return None;
        }
        let (id, length) = cut_text(ID_LENGTH, &mut |out| self.write_text(TextName::Id, position, out));
        cut.extend(length.map(|length| CutText { name: TextName::Id, length }));
        Some(id)
    }

    fn detail(&mut self, position: usize, offset: usize) -> Option<RecordDetail> {
        self.context.view.record(position).object()?;
        let (fields, field_count) = self.fields(position, offset, self.most(FIELDS));
        let mut report = self.record(position);
        Some(RecordDetail {
            before: self.text(TextName::Before, position, &mut report.cut),
            adapted: self.text(TextName::Adapted, position, &mut report.cut),
            report,
            fields,
            field_count,
        })
    }

    /// Some of what adapt did to the fields of a record, and how many fields there are in all.
    fn fields(&mut self, position: usize, offset: usize, limit: usize) -> (Vec<FieldChange>, usize) {
        let record = self.context.view.record(position);
        let items = || record.object().into_iter().flat_map(Value::items);
        let source = PyString::from("source");
        let of = |text: &[u8]| {
            let mut excerpt = Excerpt::summed(self.room);
            excerpt.take(text);
            excerpt
        };
        let (null, source_text) = (of(b"null"), of(record.source_bytes()));
        let keeps_source = items().any(|(key, value)| key.is(b"source") && !record.drops(value));
        let mut added = Vec::new();
        if matches!(record.id(), Field::Null) {
            added.push(("id", &null));
        }
        if matches!(record.value(), Field::Null) {
            added.push(("value", &null));
        }
        if !keeps_source {
            added.push(("source", &source_text));
        }
        let own = items().count();
        let count = own + added.len();
        let mut fields = Vec::new();
        for (key, value) in items().skip(offset).take(limit) {
            let before = self.value(Field::Value(value), KeyOrder::Given, self.room);
            let to = record.adapted_name(key, value);
            let after = to.as_ref().map(|to| if *to == source { source_text.clone() } else { before.clone() });
            fields.push(FieldChange::new(Some(key.to_name()), to, Some(before), after));
        }
        for &(name, text) in added.iter().skip(offset.saturating_sub(own)) {
            if fields.len() < limit {
                fields.push(FieldChange::new(None, Some(name.into()), None, Some(text.clone())));
            }
        }
        (fields, count)
    }
}

/// Whether the id of a record, given as text, is a string that reads like another value, such as `"1"` or `"None"`, or
/// like nothing.
fn is_quoted(record: RecordView<'_>, id: &PyString) -> bool {
    matches!(record.id(), Field::Value(value) if value.is_str())
        && (matches!(id.as_bytes(), b"" | b"None" | b"True" | b"False")
            || loads(Text::from_string(id.as_bytes().to_vec())).is_ok())
}
