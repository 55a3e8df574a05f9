//! Reports on records: what became of each, and why.

use std::ops::Range;

use crate::names::names;
use crate::pipeline::stages::freshness;
use crate::pipeline::{Fate, Field, Freshness, RecordView, Run, Stage, Verdict};
use crate::python::{KeyOrder, PyString, loads};
use crate::text::Text;

use super::context::Reporter;
use super::place::RecordPlace;
use super::select::{RecordFilter, Selection};
use super::steps::{Ending, RecordStep};

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
    /// For an invalid record: `str(field)` of each required field that it lacks.
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
}

/// What became of a record, and the record before and after adapt.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordDetail {
    pub report: RecordReport,
    /// `json.dumps` of the source record.
    pub before: String,
    /// `json.dumps` of the adapted record, without the mark of the freshness stage.
    pub adapted: String,
    /// The fields of the source record in order, then those that adapt added.
    pub fields: Vec<FieldChange>,
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
    fn new(from: Option<PyString>, to: Option<PyString>, before: Option<String>, after: Option<String>) -> Self {
        let change = match (&from, &to) {
            (_, None) => FieldFate::Dropped,
            (None, _) => FieldFate::Added,
            _ if from != to => FieldFate::Renamed,
            _ if before != after => FieldFate::Changed,
            _ => FieldFate::Kept,
        };
        Self { from, to, before, after, change }
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
        self.selected(&self.select(filter).unwrap_or_default(), offset)
    }

    /// The selected records, from the `offset`th on.
    pub fn selected(&self, selection: &Selection, offset: usize) -> impl Iterator<Item = RecordReport> + use<'_> {
        let mut reporter = self.reporter();
        selection.positions(offset).filter_map(move |position| Some(reporter.as_mut()?.record(position)))
    }

    /// `json.dumps` of each of these positions' records that came out of the run, with `,\n` between them. ASCII.
    #[must_use]
    pub fn kept_records(&self, positions: Range<usize>) -> Vec<u8> {
        let mut out = Vec::new();
        let Some(Reporter { context, mut writer, .. }) = self.reporter() else { return out };
        for position in positions.start..positions.end.min(self.record_count()) {
            if self.trace.fate(position) != Fate::Kept {
                continue;
            }
            if !out.is_empty() {
                out.extend_from_slice(b",\n");
            }
            writer.write(context.view.record(position), self.trace.freshness(position), &mut out);
        }
        out
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
        (position < self.record_count()).then(|| self.reporter()?.detail(position))?
    }
}

/// The most bytes of an id that are reported.
const ID_LENGTH: usize = 400;

impl Reporter<'_> {
    #[inline(never)]
    fn record(&mut self, position: usize) -> RecordReport {
        let run = self.run;
        let RecordPlace { source, index, span, .. } = run.place(position);
        let record = self.context.view.record(position);
        let (fate, freshness) = (run.trace.fate(position), run.trace.freshness(position));
        let key = run.trace.keys.get(position);
        let absent = self.broken_contract(position).map(|contract| contract.absent_names(record));
        let group = run.groups.group_of(position);
        let timestamp = freshness.and_then(|_| match record.timestamp() {
            Field::Value(timestamp) => Some(self.value(Field::Value(timestamp), KeyOrder::Given)),
            Field::Null | Field::Absent => None,
        });
        RecordReport {
            position,
            source,
            index,
            span,
            text: self.write(|writer, out| writer.write(record, freshness, out)),
            id: id_text(record).map(|id| id.cut(ID_LENGTH)),
            quoted_id: is_quoted(record),
            key: key.map(ToString::to_string),
            hashed: key.map(|_| self.write(|writer, out| writer.write_sorted(record, out))),
            fate,
            original: if let Fate::Duplicate { of } = fate { Some(run.place(of)) } else { None },
            missing: self.missing(position),
            absent: absent.unwrap_or_default(),
            freshness,
            timestamp,
            age: freshness.and_then(|_| self.age(record)),
            group,
            verdict: group.map(|group| run.groups.verdict(group)),
            overwritten_by: group.and_then(|group| run.overwritten_by(position, group)).map(|by| run.place(by)),
            ending: run.ending(position),
            settled_by: run.settled_by(position),
            steps: self.steps(position),
        }
    }

    fn age(&self, record: RecordView<'_>) -> Option<String> {
        freshness::age(record, &self.context.config).map(|age| age.to_text())
    }

    fn detail(&mut self, position: usize) -> Option<RecordDetail> {
        let record = self.context.view.record(position);
        let object = record.object()?;
        let source = PyString::from("source");
        let source_text = record.source_text();
        let mut fields = Vec::new();
        for (key, value) in object.items() {
            let before = self.value(Field::Value(value), KeyOrder::Given);
            let to = record.adapted_name(key, value);
            let after = to.as_ref().map(|to| if *to == source { source_text.clone() } else { before.clone() });
            fields.push(FieldChange::new(Some(key.to_py_string()), to, Some(before), after));
        }
        let has_source = fields.iter().any(|field| field.to.as_ref() == Some(&source));
        let added = [
            matches!(record.id(), Field::Null).then(|| ("id".into(), "null".into())),
            matches!(record.value(), Field::Null).then(|| ("value".into(), "null".into())),
            (!has_source).then_some((source, source_text)),
        ];
        let add = |(name, text)| FieldChange::new(None, Some(name), None, Some(text));
        fields.extend(added.into_iter().flatten().map(add));
        Some(RecordDetail {
            report: self.record(position),
            before: self.value(Field::Value(object), KeyOrder::Given),
            adapted: self.write(|writer, out| writer.write(record, None, out)),
            fields,
        })
    }
}

/// `str(record["id"])`
#[inline(never)]
pub(super) fn id_text(record: RecordView<'_>) -> Option<PyString> {
    match record.id() {
        Field::Value(id) => Some(id.to_py_string()),
        Field::Null => Some("None".into()),
        Field::Absent => None,
    }
}

/// Whether the id of a record is a string that reads like another value, such as `"1"` or `"None"`, or like nothing.
fn is_quoted(record: RecordView<'_>) -> bool {
    let reads_so = |id: &PyString| {
        matches!(id.as_bytes(), b"" | b"None" | b"True" | b"False")
            || loads(Text::from_string(id.as_bytes().to_vec())).is_ok()
    };
    matches!(record.id(), Field::Value(id) if id.is_str() && reads_so(&id.to_py_string().cut(ID_LENGTH)))
}
