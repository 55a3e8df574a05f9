//! Where the selected records are in the text.

use std::collections::TryReserveError;
use std::ops::Range;

use crate::pipeline::{Run, Source, index};

use super::filter::Selection;
use super::rank::{self, Rank, Ranked};

impl Run {
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
}
