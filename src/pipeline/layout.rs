//! Layouts: the keys of records, in order, and where each value goes when a record is written with its keys sorted.
//!
//! Records of one source mostly have the same keys in the same order. What was found out about one of them, that is how
//! its keys sort and how they are written, holds for the next: to write it takes a look at each key, and the values.

use crate::python::{Dumps, KeyOrder, Name, Value, sort_members};
use crate::text::Buffer;

use super::record::{Field, RecordView, Shape};
use super::record_writer::RecordWriter;

/// Writes records with sorted keys: what the cache stage hashes. Keep one and use it again.
#[derive(Default)]
pub(crate) struct SortedWriter<'r> {
    /// The layouts of the source that is being written, the one that came first, first.
    layouts: Vec<Layout>,
    /// The layout of the record before.
    last: usize,
    /// Where that source's records start among all.
    source: usize,
    /// The values of the record that is being written, in the order of its layout's keys; `None` if adapt has set None.
    values: Vec<Option<Value<'r>>>,
    /// Writes what no layout fits, and values that are not copied from the text.
    writer: RecordWriter<'r>,
    dumps: Dumps<'r>,
}

/// A source with fewer records is written without layouts: to make one takes longer than to write a few records.
const FEW_RECORDS: usize = 8;

/// The most layouts of a source. Records with other layouts are written without.
const MOST_LAYOUTS: usize = 8;

impl<'r> SortedWriter<'r> {
    /// Appends `json.dumps(record, sort_keys=True)`.
    #[inline]
    pub fn write(&mut self, record: RecordView<'r>, out: &mut Buffer) {
        if self.find(record) {
            self.write_values(out);
        } else {
            self.writer.write_sorted(record, out);
        }
    }

    /// Finds a record's layout, and its values.
    #[inline]
    fn find(&mut self, record: RecordView<'r>) -> bool {
        if self.source != record.source_start() {
            self.source = record.source_start();
            self.layouts.clear();
            self.last = 0;
        }
        let Self { layouts, last, values, .. } = self;
        layouts.get(*last).is_some_and(|layout| layout.fits(record, values)) || self.find_other(record)
    }

    #[inline(never)]
    fn find_other(&mut self, record: RecordView<'r>) -> bool {
        let Self { layouts, last, values, .. } = self;
        if let Some(found) = layouts.iter().position(|layout| layout.fits(record, values)) {
            *last = found;
            return true;
        }
        if layouts.len() == MOST_LAYOUTS || record.source_count() < FEW_RECORDS {
            return false;
        }
        let Some(layout) = Layout::of(record) else { return false };
        *last = layouts.len();
        layouts.push(layout);
        layouts[*last].fits(record, values)
    }

    #[inline]
    fn write_values(&mut self, out: &mut Buffer) {
        let Some(layout) = self.layouts.get(self.last) else { return };
        let mut start = 0;
        for &(end, key) in &layout.values {
            out.push(&layout.text, start, end);
            start = end;
            match self.values.get(key).copied().flatten() {
                None => out.add(b"null"),
                Some(value) => self.dumps.write_to(value, KeyOrder::Sorted, out),
            }
        }
        out.push(&layout.text, start, layout.end);
    }
}

/// What is written the same for all records of a layout, and which values go in between.
struct Layout {
    /// The names that a record must have as keys, in order; `None` if adapt chooses the fields.
    keys: Option<Vec<Name>>,
    /// The pieces between the values, one after the other.
    text: Vec<u8>,
    /// Where the last piece ends; more bytes follow, so that sixteen can be copied.
    end: usize,
    /// For each value in sorted order: where the piece before it ends, and the index of its key in `keys`.
    values: Vec<(usize, usize)>,
}

impl Layout {
    /// The most keys of a layout. Records with more are rare, and take long for other reasons.
    const MOST_KEYS: usize = 16;

    /// The layout of a record; `None` if it has too many keys, or others than short plain ones.
    fn of(record: RecordView<'_>) -> Option<Self> {
        let mut layout = Self { keys: None, text: Vec::new(), end: 0, values: Vec::new() };
        match record.shape() {
            Shape::Renamed { .. } => {
                layout.add_value(b"\"id\"", 0);
                layout.add_source(record);
                layout.add_value(b"\"value\"", 1);
            }
            Shape::PassedThrough => layout.add_members(record)?,
        }
        if layout.text.is_empty() {
            layout.text.push(b'{');
        }
        layout.text.push(b'}');
        layout.end = layout.text.len();
        layout.text.resize(layout.end + Buffer::STEP, 0);
        Some(layout)
    }

    fn add_members(&mut self, record: RecordView<'_>) -> Option<()> {
        let mut members: Vec<_> = record.object()?.items().take(Self::MOST_KEYS + 1).collect();
        if members.len() > Self::MOST_KEYS {
            return None;
        }
        self.keys = Some(members.iter().map(|(key, _)| Name::short(*key)).collect::<Option<_>>()?);
        let given: Vec<_> = members.iter().map(|(key, _)| key.id()).collect();
        sort_members(&mut members);
        // What the source record has as `source`, adapt has overwritten.
        let split = members.iter().position(|(key, _)| key.cmp_text(b"source").is_ge()).unwrap_or(members.len());
        for (index, (key, _)) in members.iter().enumerate() {
            if index == split {
                self.add_source(record);
            }
            if !key.is(b"source") {
                self.add_value(key.source_text(), given.iter().position(|id| *id == key.id())?);
            }
        }
        if split == members.len() {
            self.add_source(record);
        }
        Some(())
    }

    fn add_value(&mut self, key: &[u8], index: usize) {
        self.add_key(key);
        self.values.push((self.text.len(), index));
    }

    fn add_source(&mut self, record: RecordView<'_>) {
        self.add_key(b"\"source\"");
        self.text.extend_from_slice(record.source_bytes());
    }

    fn add_key(&mut self, key: &[u8]) {
        self.text.extend_from_slice(if self.text.is_empty() { b"{" } else { b", " });
        self.text.extend_from_slice(key);
        self.text.extend_from_slice(b": ");
    }

    /// Whether a record has this layout. Notes its values if so.
    #[inline]
    fn fits<'r>(&self, record: RecordView<'r>, values: &mut Vec<Option<Value<'r>>>) -> bool {
        values.clear();
        let Some(keys) = &self.keys else {
            let value = |field| if let Field::Value(value) = field { Some(value) } else { None };
            values.extend([value(record.id()), value(record.value())]);
            return true;
        };
        let Some(object) = record.object() else { return false };
        let mut members = object.items();
        for name in keys {
            match members.next() {
                Some((key, value)) if key.is_named(name) => values.push(Some(value)),
                _ => return false,
            }
        }
        members.next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::{Input, run_over};
    use crate::text::Text;

    const SOURCES: &str = r#"{"sources": {
        "alpha": {"records": [
            {"uid": 1, "data": "x"}, {"data": -0, "uid": "\u00e9"}, {}, {"uid": {"b": 1, "a": [1.50, {}]}}, {"data": 1e5},
            {"uid": 1}, {"data": [null, {"é": true}]}, {"uid": -0, "data": 0.5}, {"uid": "x", "data": "\u007f"}
        ]},
        "empty": {"records": []},
        "gamma \"ü": {"records": [
            {"i\u0064": 0}, {}, {"id": 1}, {"value": 2, "id": 1}, {"id": 1, "value": 2}, {"id": 2, "value": null, "source": 3, "z": 4},
            {"source": "s"}, {"id": 3, "sourcf": 1, "sourc": 2}, {"id": 4, "valuf": 5}, {"i\u0064": 5}, {"ключ": 6},
            {"id": 1, "id": 2, "value": 3, "id": 4}, {"a key of over 16 bytes": 1, "a key of over 16 bytez": 2},
            {"k": 1, "j": 2}, {"k": 1, "l": 2}, {"k": 1, "m": 2}, {"k": 1, "n": 2}, {"k": 1, "o": 2}, {"k": 1, "o": 3},
            {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7, "h": 8, "i": 9, "j": 10, "k": 11, "l": 12, "m": 13,
             "n": 14, "o": 15, "p": 16, "q": 17},
            {"id": 1, "value": "ä long text of more than sixty-four bytes, which is copied as a whole, and not in steps"},
            {"id": 1, "value": 2}
        ]},
        "beta": {"records": [{"payload": 1, "identifier": 2}, {"k": 1}]},
        "delta": {"records": [{"id": 1}, {"id": 2}, {"id": 3}, {"id": 4}, {"id": 5}, {"id": 6}, {"id": 7}, {"id": 8}]}
    }}"#;

    /// What is written by layouts is what is written without.
    #[test]
    fn writes_as_the_record_writer_does() {
        let run =
            run_over(Input::read(Text::from_string(SOURCES.into())).into(), &crate::pipeline::Design::default(), 0.0);
        let Input::Read(document) = &**run.input() else { panic!("it is JSON") };
        let view = run.adapted.view(document);
        let mut writer = SortedWriter::default();
        let mut buffer = Buffer::default();
        assert_eq!(view.count(), 41);
        for (position, record) in view.records(0..view.count()).enumerate() {
            buffer.truncate(0);
            writer.write(record, &mut buffer);
            let mut expected = Buffer::default();
            RecordWriter::default().write_sorted(view.record(position), &mut expected);
            assert_eq!(buffer.text().escape_ascii().to_string(), expected.text().escape_ascii().to_string());
        }
    }
}
