//! Where records are in the text, and which record is where.

use std::collections::TryReserveError;
use std::ops::Range;

use crate::python::{PyString, Value};

use super::adapt::Source;
use super::rank::{self, Rank, Ranked};
use super::trace::index;
use super::{Input, Run, Selection};

/// A record, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordPlace {
    /// Its position among all records, from 0, in the order in which adapt produced them.
    pub position: usize,
    /// The name of its source.
    pub source: PyString,
    /// Its index among its source's records, from 0.
    pub index: usize,
    /// The bytes of the text that the source record takes.
    pub span: Range<usize>,
}

/// A source, as adapt met it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceReport {
    pub name: PyString,
    /// How many of its records were adapted.
    pub records: usize,
}

impl Run {
    /// The sources in order; where an exception ended the run in adapt, up to the one that it ended in.
    pub fn sources(&self) -> impl Iterator<Item = SourceReport> {
        self.adapted
            .sources
            .iter()
            .enumerate()
            .map(|(index, source)| SourceReport { name: self.source_name(index), records: source.records.len() })
    }

    /// The positions of the records of the source with this name; none where there is no such source.
    pub(super) fn records_of(&self, name: &PyString) -> Range<usize> {
        let sources = &self.adapted.sources;
        let found = (0..sources.len()).find(|&source| self.source_name(source) == *name);
        found.map_or(0..0, |source| sources[source].records.clone())
    }

    /// The position of the record whose source text contains the byte at this offset.
    #[must_use]
    pub fn record_at(&self, offset: usize) -> Option<usize> {
        let mut found = self.adapted.sources.iter().filter_map(|source| {
            let position = self.first_ending_behind(source.records.clone(), offset);
            (source.records.contains(&position) && self.span(position).contains(&offset)).then_some(position)
        });
        found.next()
    }

    /// The bytes that the selected records take, where they overlap a range of bytes, in the order of the text.
    ///
    /// # Errors
    /// Where there is no memory to put the sources in that order.
    pub fn places(
        &self,
        selection: &Selection,
        range: Range<usize>,
    ) -> Result<impl Iterator<Item = Range<usize>>, TryReserveError> {
        // Sources need not be in the text's order: a repeated one has its first place, and its last one's records.
        let sources = self.adapted.sources.iter().enumerate().filter(|(_, source)| !source.records.is_empty());
        let in_text = |(at, source): (usize, &Source)| Ranked {
            rank: Rank(self.span(source.records.start).start as u64, Rank::EXACT),
            index: index(at),
        };
        let sources = rank::sort(sources.map(in_text).collect())?;
        let selection = selection.clone();
        let positions = sources.into_iter().flat_map(move |source| {
            let records = self.adapted.sources[source.index as usize].records.clone();
            let first = self.first_ending_behind(records.clone(), range.start);
            let start_before_end = move |position: &usize| self.span(*position).start < range.end;
            (first..records.end).take_while(start_before_end)
        });
        Ok(positions.filter(move |&position| selection.holds(position)).map(|position| self.span(position)))
    }

    /// Of the records of a source, the first one that ends behind an offset.
    fn first_ending_behind(&self, records: Range<usize>, offset: usize) -> usize {
        let Range { mut start, mut end } = records;
        while start < end {
            let middle = start.midpoint(end);
            if self.span(middle).end <= offset { start = middle + 1 } else { end = middle }
        }
        start
    }

    /// The bytes of the text that a source record takes.
    pub(super) fn span(&self, position: usize) -> Range<usize> {
        let Input::Read(document) = &self.input else { return 0..0 };
        document.value(self.adapted.records[position].object).map_or(0..0, Value::span)
    }

    /// Where the record at a position is.
    pub(super) fn place(&self, position: usize) -> RecordPlace {
        let source = self.adapted.source_index(position);
        let index = position - self.adapted.sources[source].records.start;
        RecordPlace { position, source: self.source_name(source), index, span: self.span(position) }
    }
}
