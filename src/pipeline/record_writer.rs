//! Writes records as `json.dumps` does.

use std::cmp::Ordering;

use crate::python::{Dumps, KeyOrder, Value, sort_members};
use crate::text::Buffer;

use super::record::{Field, RecordView, Shape};
use super::trace::Freshness;

/// Writes records as `json.dumps` does. Keep one and use it again.
#[derive(Default)]
pub(crate) struct RecordWriter<'r> {
    dumps: Dumps<'r>,
    /// The members of the record that is being written in sorted order.
    members: Vec<(Value<'r>, Value<'r>)>,
}

impl<'r> RecordWriter<'r> {
    /// Appends `json.dumps(record, sort_keys=True)`.
    pub fn write_sorted(&mut self, record: RecordView<'r>, out: &mut Buffer) {
        match record.shape() {
            Shape::Renamed { .. } => {
                out.extend(b"{\"id\": ");
                self.write_field(record.id(), KeyOrder::Sorted, out);
                out.extend(b", \"source\": ");
                out.extend(record.source_bytes());
                out.extend(b", \"value\": ");
                self.write_field(record.value(), KeyOrder::Sorted, out);
                out.extend(b"}");
            }
            Shape::PassedThrough => self.write_sorted_members(record, out),
        }
    }

    fn write_sorted_members(&mut self, record: RecordView<'r>, out: &mut Buffer) {
        let mut members = std::mem::take(&mut self.members);
        members.extend(record.object().into_iter().flat_map(Value::items));
        sort_members(&mut members);
        let mut rest = members.iter().peekable();
        out.extend(b"{");
        while let Some((key, value)) = rest.next_if(|(key, _)| key.cmp_text(b"source") == Ordering::Less) {
            self.write_member(*key, *value, KeyOrder::Sorted, out);
            out.extend(b", ");
        }
        out.extend(b"\"source\": ");
        out.extend(record.source_bytes());
        for (key, value) in rest.skip_while(|(key, _)| key.is(b"source")) {
            out.extend(b", ");
            self.write_member(*key, *value, KeyOrder::Sorted, out);
        }
        out.extend(b"}");
        members.clear();
        self.members = members;
    }

    fn write_member(&mut self, key: Value<'r>, value: Value<'r>, order: KeyOrder, out: &mut Buffer) {
        self.dumps.write(key, order, out);
        out.extend(b": ");
        self.dumps.write(value, order, out);
    }

    /// Appends `json.dumps(record)`, with the mark that the freshness stage has set, if it has.
    pub fn write(&mut self, record: RecordView<'r>, freshness: Option<Freshness>, out: &mut Buffer) {
        let (mut source, mut freshness) = (Some(()), freshness.map(Freshness::name));
        let mut members = Members { out, empty: true };
        match record.shape() {
            Shape::Renamed { .. } => {
                self.write_field(record.id(), KeyOrder::Given, members.key(b"\"id\""));
                self.write_field(record.value(), KeyOrder::Given, members.key(b"\"value\""));
            }
            Shape::PassedThrough => {
                for (key, value) in record.object().into_iter().flat_map(Value::items) {
                    if key.is(b"source") && source.take().is_some() {
                        members.key(b"\"source\"").extend(record.source_bytes());
                    } else if let Some(mark) = freshness.take_if(|_| key.is(b"freshness")) {
                        members.freshness(mark);
                    } else {
                        members.separate();
                        self.write_member(key, value, KeyOrder::Given, members.out);
                    }
                }
            }
        }
        if source.is_some() {
            members.key(b"\"source\"").extend(record.source_bytes());
        }
        if let Some(mark) = freshness {
            members.freshness(mark);
        }
        if members.empty { out.extend(b"{}") } else { out.extend(b"}") }
    }

    /// Appends `json.dumps` of what a record has as a field.
    pub fn write_field(&mut self, field: Field<'r>, order: KeyOrder, out: &mut Buffer) {
        match field {
            Field::Value(value) => self.dumps.write(value, order, out),
            Field::Null | Field::Absent => out.extend(b"null"),
        }
    }
}

/// The members of an object that is being written.
struct Members<'o> {
    out: &'o mut Buffer,
    empty: bool,
}

impl Members<'_> {
    /// Opens the object, or separates the next member from the one before.
    fn separate(&mut self) {
        self.out.extend(if std::mem::take(&mut self.empty) { b"{" } else { b", " });
    }

    fn key(&mut self, key: &[u8]) -> &mut Buffer {
        self.separate();
        self.out.extend(key);
        self.out.extend(b": ");
        self.out
    }

    fn freshness(&mut self, mark: &str) {
        let out = self.key(b"\"freshness\"");
        out.extend(b"\"");
        out.extend(mark.as_bytes());
        out.extend(b"\"");
    }
}
