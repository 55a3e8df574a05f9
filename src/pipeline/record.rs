//! A record as the stages see it: one shape, whichever source it came from.

use std::ops::Range;

use crate::python::{Document, Name, NodeId, PyString, Value};
use crate::table::Table;

use super::failure::Failure;
use super::stage::Stage;
use super::trace::index;

/// What is kept of a record: where its parts are in the document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record {
    /// The record in its source.
    pub object: NodeId,
    /// What the adapted record has as `id`, and as `value`; no value if the source record lacks the field.
    pub id: NodeId,
    pub value: NodeId,
}

/// What adapting makes of a source's records.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// `{"id": record.get(id), "value": record.get(value), "source": name}`; all else is dropped.
    Renamed { id: &'static Name, value: &'static Name },
    /// `{**record, "source": name}`: a source that no adapter knows.
    PassedThrough,
}

/// A source that was adapted, or was being adapted when an exception ended the run.
#[derive(Debug)]
pub(crate) struct Source {
    /// Its name, a key of `sources`.
    pub name: NodeId,
    /// `json.dumps(name)`
    pub name_text: Vec<u8>,
    pub shape: Shape,
    /// The positions of its records among all.
    pub records: Range<usize>,
}

/// What adapt leaves: the records of all sources, in order.
#[derive(Debug, Default)]
pub(crate) struct Adapted {
    pub sources: Vec<Source>,
    pub records: Vec<Record>,
    /// How many sources were adapted to their end.
    pub complete: usize,
}

impl Adapted {
    pub fn view<'r>(&'r self, document: &'r Document) -> View<'r> {
        View { document, adapted: self }
    }

    /// The source of the record at a position among all.
    #[inline]
    pub fn source_at(&self, position: usize) -> &Source {
        &self.sources[self.source_index(position)]
    }

    /// The index of the source of the record at a position among all. Out of line: reports ask for it in many places.
    #[inline(never)]
    pub fn source_index(&self, position: usize) -> usize {
        self.sources.partition_point(|source| source.records.end <= position)
    }
}

/// The adapted records together with the document that they are in.
#[derive(Clone, Copy)]
pub(crate) struct View<'r> {
    pub document: &'r Document,
    pub adapted: &'r Adapted,
}

/// One adapted record.
#[derive(Clone, Copy)]
pub(crate) struct RecordView<'r> {
    document: &'r Document,
    source: &'r Source,
    record: Record,
}

/// What `record.get(field)` gives.
#[derive(Clone, Copy)]
pub(crate) enum Field<'r> {
    /// A value of the document.
    Value(Value<'r>),
    /// `None` that adapt has set for a field that the source record lacks.
    Null,
    /// The record has no such field.
    Absent,
}

impl Field<'_> {
    /// `record.get(field) is None`
    #[inline]
    pub fn is_none(self) -> bool {
        match self {
            Self::Value(value) => value.is_none(),
            Self::Null | Self::Absent => true,
        }
    }
}

impl<'r> View<'r> {
    /// How many records there are.
    pub fn count(self) -> usize {
        self.adapted.records.len()
    }

    /// A failure of a stage at the record at a position among all.
    #[cold]
    pub fn failure(self, failure: Failure, stage: Stage, position: usize) -> Failure {
        let source = self.adapted.source_at(position);
        failure.in_stage(stage, self.document.value(source.name), Some(position - source.records.start))
    }

    /// The records at some positions among all. Looks for the source once, and not for each record.
    #[inline]
    pub fn records(self, positions: Range<usize>) -> Records<'r> {
        let mut sources = self.adapted.sources[self.adapted.source_index(positions.start)..].iter();
        Records { view: self, positions, source: sources.next(), sources }
    }

    /// The record at a position among all. Out of line, since reports ask for it in many places; stages go over
    /// [`records`](Self::records).
    #[inline(never)]
    pub fn record(self, position: usize) -> RecordView<'r> {
        let Self { document, adapted } = self;
        RecordView { document, source: adapted.source_at(position), record: adapted.records[position] }
    }
}

/// See [`View::records`].
pub(crate) struct Records<'r> {
    view: View<'r>,
    positions: Range<usize>,
    /// The source of the previous record, and those after it.
    source: Option<&'r Source>,
    sources: std::slice::Iter<'r, Source>,
}

impl<'r> Iterator for Records<'r> {
    type Item = RecordView<'r>;

    #[inline]
    fn next(&mut self) -> Option<RecordView<'r>> {
        let position = self.positions.next()?;
        while self.source?.records.end <= position {
            self.source = self.sources.next();
        }
        let View { document, adapted } = self.view;
        Some(RecordView { document, source: self.source?, record: adapted.records[position] })
    }
}

impl<'r> RecordView<'r> {
    /// The source record.
    pub fn object(self) -> Option<Value<'r>> {
        self.document.value(self.record.object)
    }

    /// How many records the same source has.
    pub fn source_count(self) -> usize {
        self.source.records.len()
    }

    /// What adapting made of it.
    pub fn shape(self) -> Shape {
        self.source.shape
    }

    /// The position of the first record of the same source.
    #[inline]
    pub fn source_start(self) -> usize {
        self.source.records.start
    }

    /// `record.get("id")`
    #[inline]
    pub fn id(self) -> Field<'r> {
        self.renamed(self.record.id)
    }

    /// Where `record.get("value")` is in the document; no value if the source record lacks the field.
    #[inline]
    pub fn value_id(self) -> NodeId {
        self.record.value
    }

    /// `record.get("value")`
    #[inline]
    pub fn value(self) -> Field<'r> {
        self.renamed(self.record.value)
    }

    #[inline]
    fn renamed(self, field: NodeId) -> Field<'r> {
        match (self.document.value(field), self.source.shape) {
            (Some(value), _) => Field::Value(value),
            (None, Shape::Renamed { .. }) => Field::Null,
            (None, Shape::PassedThrough) => Field::Absent,
        }
    }

    /// The names of the fields of the source record that adapt has kept: those whose values are None, or the others.
    #[inline(never)]
    pub fn names(self, are_none: bool) -> Option<Names> {
        let object = self.object().filter(|_| matches!(self.source.shape, Shape::PassedThrough));
        let items = object.into_iter().flat_map(Value::items);
        Names::new(
            items.filter(|(_, value)| value.is_none() == are_none).map(|(name, _)| name.to_py_string()).collect(),
        )
    }

    /// Whether adapt drops a field of the source record, given its value.
    pub fn drops(self, value: Value<'r>) -> bool {
        matches!(self.source.shape, Shape::Renamed { .. }) && ![self.record.id, self.record.value].contains(&value.id())
    }

    /// The name that a field of the source record has in the adapted one; `None` if adapt drops it.
    pub fn adapted_name(self, key: Value<'r>, value: Value<'r>) -> Option<PyString> {
        match self.source.shape {
            Shape::PassedThrough => Some(key.to_name()),
            Shape::Renamed { .. } if value.id() == self.record.id => Some("id".into()),
            Shape::Renamed { .. } if value.id() == self.record.value => Some("value".into()),
            Shape::Renamed { .. } => None,
        }
    }

    /// Whether the source record has a field of this name, and adapt dropped it.
    #[inline(never)]
    pub fn has_dropped(self, name: &[u8]) -> bool {
        self.object().and_then(|object| object.get_bytes(name)).is_some_and(|value| self.drops(value))
    }

    /// `json.dumps(record["source"])`
    pub fn source_bytes(self) -> &'r [u8] {
        &self.source.name_text
    }

    /// `record.get("timestamp")`
    #[inline]
    pub fn timestamp(self) -> Field<'r> {
        static TIMESTAMP: Name = Name::new("timestamp");
        self.other(&TIMESTAMP)
    }

    /// `record.get(field)` of a field other than `id`, `value` and `source`.
    #[inline]
    pub fn other(self, field: &Name) -> Field<'r> {
        match self.source.shape {
            Shape::Renamed { .. } => Field::Absent,
            Shape::PassedThrough => {
                let field = self.object().and_then(|object| object.items().find(|(key, _)| key.is_named(field)));
                field.map_or(Field::Absent, |(_, value)| Field::Value(value))
            }
        }
    }
}

/// A set of names.
pub(crate) struct Names {
    names: Vec<PyString>,
    /// Finds the index of a name.
    table: Table,
}

impl Names {
    /// `None` if there is no memory for it.
    fn new(names: Vec<PyString>) -> Option<Self> {
        let mut table = Table::with_room_for(names.len()).ok()?;
        for (at, name) in names.iter().enumerate() {
            table.find_or_insert(table.key.text(name.as_bytes()), index(at), |_| false);
        }
        Some(Self { names, table })
    }

    /// Whether the name is one of them.
    pub fn contains(&self, name: &[u8]) -> bool {
        self.table.find(self.table.key.text(name), |index| self.names[index].as_bytes() == name).is_some()
    }
}
