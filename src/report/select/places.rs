//! The places of selected records in the text.

use std::collections::TryReserveError;
use std::ops::Range;

use crate::pipeline::{Run, index};

use super::filter::{Selection, collect, sort};

impl Run {
    /// The bytes of each selected record that overlaps a range of bytes, in the order of the text.
    ///
    /// # Errors
    /// If there is no memory for sorting the sources.
    pub fn places(
        &self,
        selection: &Selection,
        range: Range<usize>,
    ) -> Result<impl Iterator<Item = Range<usize>>, TryReserveError> {
        // Sources can be in another order than their records in the text: a repeated source has the index of its first
        // occurrence, and the records of its last.
        let sources = self.adapted.sources.iter().map(|source| &source.records).enumerate();
        let sources = sources.filter(|(_, records)| !records.is_empty());
        let start = |records: &Range<usize>| self.span(records.start).start as u64;
        let mut sources = collect(sources.map(|(source, records)| (start(records), 0, index(source))))?;
        sort(&mut sources);
        let selection = selection.clone();
        let positions = sources.into_iter().flat_map(move |(_, _, source)| {
            let records = self.adapted.sources[source as usize].records.clone();
            let first = self.first_ending_after(records.clone(), range.start);
            let start_before_end = move |position: &usize| self.span(*position).start < range.end;
            (first..records.end).take_while(start_before_end)
        });
        Ok(positions.filter(move |&position| selection.holds(position)).map(|position| self.span(position)))
    }
}
