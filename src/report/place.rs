//! From a record to its place in the text, and back.

use std::ops::Range;

use crate::pipeline::{Run, Shape};
use crate::python::{NAME_LENGTH, PyString, Value};

/// Where a record is: in all records, in its source, and in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordPlace {
    /// Its position among all records, from 0, in the order in which adapt produced them.
    pub position: usize,
    /// The name of its source.
    pub source: PyString,
    /// Its index among its source's records, from 0.
    pub index: usize,
    /// The source record's bytes in the text.
    pub span: Range<usize>,
}

/// A source, as adapt found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceReport {
    pub name: PyString,
    /// How many of its records were adapted.
    pub records: usize,
    /// Whether an adapter knows it. The records of other sources pass through adapt unchanged, but for `source`.
    pub adapter: bool,
}

/// How many bytes a record can be away from an offset that is beside it.
const REACH: usize = 1000;

impl Run {
    /// How many sources there are, as adapt found them.
    #[must_use]
    pub fn source_count(&self) -> usize {
        self.adapted.sources.len()
    }

    /// How many sources no adapter knows.
    #[must_use]
    pub fn unknown_source_count(&self) -> usize {
        self.adapted.sources.iter().filter(|source| matches!(source.shape, Shape::PassedThrough)).count()
    }

    /// The sources in order. If adapt raised an exception, the source that it was raised in is the last.
    pub fn sources(&self) -> impl Iterator<Item = SourceReport> {
        self.adapted.sources.iter().enumerate().map(|(index, source)| SourceReport {
            name: self.source_name(index),
            records: source.records.len(),
            adapter: matches!(source.shape, Shape::Renamed { .. }),
        })
    }

    /// The positions of the records of the source with this name. Empty if no source has it.
    pub(super) fn records_of(&self, name: &PyString) -> Range<usize> {
        let sources = &self.adapted.sources;
        // A long name is told cut, so it is looked for cut.
        let is_cut = name.as_bytes().len() >= NAME_LENGTH;
        let name_of = |source: usize| self.input.document()?.value(sources[source].name);
        let is_named = |value: Value<'_>| value.is(name.as_bytes()) || is_cut && value.to_name() == *name;
        let found = (0..sources.len()).find(|&source| name_of(source).is_some_and(is_named));
        found.map_or(0..0, |source| sources[source].records.clone())
    }

    /// The position of the record whose text contains the byte at this offset.
    #[must_use]
    #[inline(never)]
    pub fn record_at(&self, offset: usize) -> Option<usize> {
        let mut found = self.adapted.sources.iter().filter_map(|source| {
            let position = self.first_ending_after(source.records.clone(), offset);
            (source.records.contains(&position) && self.span(position).contains(&offset)).then_some(position)
        });
        found.next()
    }

    /// The position of the record at this offset, or else of the one beside it: nothing is between the two but white
    /// space, commas and brackets of the same line. The one before comes first, since a comma belongs to it.
    #[must_use]
    pub fn record_beside(&self, offset: usize) -> Option<usize> {
        let bytes = self.text().bytes();
        let offset = offset.min(bytes.len());
        let mut found = self.record_at(offset);
        for (start, step) in [(offset.wrapping_sub(1), usize::MAX), (offset, 1)] {
            let mut at = start;
            let end = start.wrapping_add(step.wrapping_mul(REACH));
            while found.is_none() && at != end {
                match bytes.get(at) {
                    // Only brackets can be part of a record.
                    Some(b'{' | b'}') => found = self.record_at(at),
                    Some(b' ' | b'\t' | b',' | b'[' | b']') => {}
                    _ => break,
                }
                at = at.wrapping_add(step);
            }
        }
        found
    }

    /// The first of a source's records that ends after an offset.
    pub(super) fn first_ending_after(&self, records: Range<usize>, offset: usize) -> usize {
        let Range { mut start, mut end } = records;
        while start < end {
            let middle = start.midpoint(end);
            if self.span(middle).end <= offset { start = middle + 1 } else { end = middle }
        }
        start
    }

    /// A source record's bytes in the text.
    pub(super) fn span(&self, position: usize) -> Range<usize> {
        let object = self.adapted.records[position].object;
        self.input.document().and_then(|document| document.value(object)).map_or(0..0, Value::span)
    }

    /// Where the record at a position is.
    pub(super) fn place(&self, position: usize) -> RecordPlace {
        let source = self.adapted.source_index(position);
        let index = position - self.adapted.sources[source].records.start;
        RecordPlace { position, source: self.source_name(source), index, span: self.span(position) }
    }
}
