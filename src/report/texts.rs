//! The texts of reports, which are cut if they are long, and the whole ones in parts.

use crate::names::names;
use crate::pipeline::{Field, Run};
use crate::python::{KeyOrder, PyString, Repr, ascii};
use crate::text::{Buffer, Excerpt};

use super::context::{Reporter, WHOLE};

names! {
    /// A text that a report may have cut.
    pub enum TextName {
        /// `json.dumps` of a record at the end of the run.
        Text = "text",
        /// The text whose MD5 gives a record's key.
        Hashed = "hashed",
        /// `json.dumps` of a source record.
        Before = "before",
        /// `json.dumps` of an adapted record, without the mark of the freshness stage.
        Adapted = "adapted",
        /// `json.dumps` of what a record says under its reconciliation key.
        Value = "value",
        /// `str(record["id"])`
        Id = "id",
        /// The message of a log line.
        Message = "message",
    }
}

/// A text of a report that is not the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CutText {
    pub name: TextName,
    /// How many UTF-16 units the whole text has.
    pub length: usize,
}

impl Run {
    /// At most `most` UTF-16 units of a text, from the `from`th on: of the record at this position, or of the log's line
    /// with this index. `field`: of `json.dumps` of a field's value instead, in the order of the source record. `None` if
    /// there is no such text.
    #[must_use]
    pub fn text_part(
        &self,
        name: TextName,
        index: usize,
        field: Option<usize>,
        from: usize,
        most: usize,
    ) -> Option<PyString> {
        let is_message = name == TextName::Message;
        let count = if is_message { self.log_count() } else { self.record_count() };
        if index >= count {
            return None;
        }
        let mut out = Buffer::of(Excerpt::new(from, most));
        if is_message {
            self.write_message(self.context().as_ref(), index, &mut out);
        } else {
            let mut reporter = self.reporter(WHOLE)?;
            match field {
                None => reporter.write_text(name, index, &mut out),
                Some(field) => {
                    let (_, value) = reporter.context.view.record(index).object()?.items().nth(field)?;
                    reporter.writer.write_field(Field::Value(value), KeyOrder::Given, &mut out);
                }
            }
        }
        Some(PyString::from_bytes(out.into_excerpt().text))
    }
}

impl Reporter<'_> {
    /// One of the texts of the record at a position. If it is cut, that is noted.
    #[inline(never)]
    pub fn text(&mut self, name: TextName, position: usize, cut: &mut Vec<CutText>) -> String {
        let mut out = Buffer::of(Excerpt::new(0, self.room));
        self.write_text(name, position, &mut out);
        let excerpt = out.into_excerpt();
        cut.extend(excerpt.cut().map(|length| CutText { name, length }));
        ascii(excerpt.text)
    }

    #[inline(never)]
    pub fn write_text(&mut self, name: TextName, position: usize, out: &mut Buffer) {
        let record = self.context.view.record(position);
        match name {
            TextName::Text => self.writer.write(record, self.run.trace.freshness(position), out),
            TextName::Hashed => self.writer.write_sorted(record, out),
            TextName::Before => {
                self.writer.write_field(record.object().map_or(Field::Absent, Field::Value), KeyOrder::Given, out);
            }
            TextName::Adapted => self.writer.write(record, None, out),
            TextName::Value => self.writer.write_field(record.value(), KeyOrder::Given, out),
            TextName::Id => match record.id() {
                Field::Value(id) => Repr::default().write_str(id, out),
                Field::Null => out.extend(b"None"),
                Field::Absent => {}
            },
            TextName::Message => {}
        }
    }
}
