//! Where the selected records are in the text.

use std::collections::TryReserveError;
use std::ops::Range;

use crate::pipeline::Run;

use super::filter::{Selection, collect};

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
        let sources = self.adapted.sources.iter().map(|source| source.records.clone());
        let mut sources = collect(sources.filter(|records| !records.is_empty()))?;
        sources.sort_unstable_by_key(|records| self.span(records.start).start);
        let selection = selection.clone();
        let positions = sources.into_iter().flat_map(move |records| {
            let first = self.first_ending_behind(records.clone(), range.start);
            let start_before_end = move |position: &usize| self.span(*position).start < range.end;
            (first..records.end).take_while(start_before_end)
        });
        Ok(positions.filter(move |&position| selection.holds(position)).map(|position| self.span(position)))
    }
}
