//! Which texts of two lists belong together.

use std::borrow::Cow;
use std::collections::TryReserveError;

use crate::pipeline::index;
use crate::table::Table;

/// There is no memory for a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoMemory;

impl From<TryReserveError> for NoMemory {
    fn from(_: TryReserveError) -> Self {
        Self
    }
}

impl From<hashbrown::TryReserveError> for NoMemory {
    fn from(_: hashbrown::TryReserveError) -> Self {
        Self
    }
}

/// A list of texts.
pub(super) struct Texts<'t> {
    pub count: usize,
    pub text: &'t dyn Fn(usize) -> Cow<'t, [u8]>,
}

/// What belongs together: equal texts, the first one with the first, the second one with the second, and so on.
pub(super) struct Pairs {
    /// For each text of the one list its partner in the other.
    before: Vec<u32>,
    after: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Pairs {
    /// Finds the pairs, in linear time.
    ///
    /// # Errors
    /// Where there is no memory for it.
    pub fn find(before: &Texts<'_>, after: &Texts<'_>) -> Result<Self, NoMemory> {
        let mut pairs = Self { before: nones(before.count)?, after: nones(after.count)? };
        // Most often only a few differ, and what comes before them needs no table.
        let same = (0..before.count.min(after.count)).take_while(|&place| (before.text)(place) == (after.text)(place));
        let same = same.count();
        (0..same).for_each(|place| pairs.join(place, place));
        let rest = before.count - same;
        if rest == 0 || same == after.count {
            return Ok(pairs);
        }
        // The table has the last one of equal texts, and this has the first that is left of them, by the last one.
        let mut first_left = nones(rest)?;
        let mut next = nones(rest)?;
        let mut table = Table::with_room_for(rest)?;
        for place in (0..rest).rev() {
            let text = (before.text)(same + place);
            let is_same = |other: usize| (before.text)(same + other) == text;
            let last = table.find_or_insert(table.key.text(&text), index(place), is_same).unwrap_or(place);
            next[place] = std::mem::replace(&mut first_left[last], index(place));
        }
        for place in same..after.count {
            let text = (after.text)(place);
            let Some(last) = table.find(table.key.text(&text), |other| (before.text)(same + other) == text) else {
                continue;
            };
            let first = first_left[last];
            if first != NONE {
                first_left[last] = next[first as usize];
                pairs.join(same + first as usize, place);
            }
        }
        Ok(pairs)
    }

    fn join(&mut self, before: usize, after: usize) {
        self.before[before] = index(after);
        self.after[after] = index(before);
    }

    /// The partner of a text of the second list.
    pub fn before(&self, after: usize) -> Option<usize> {
        partner(&self.after, after)
    }

    /// The partner of a text of the first list.
    pub fn after(&self, before: usize) -> Option<usize> {
        partner(&self.before, before)
    }

    /// The texts of the first list that have no partner, and those of the second.
    pub fn alone(&self) -> [impl Iterator<Item = usize>; 2] {
        [&self.before, &self.after].map(|side| (0..side.len()).filter(|&place| side[place] == NONE))
    }
}

fn partner(side: &[u32], place: usize) -> Option<usize> {
    side.get(place).filter(|&&partner| partner != NONE).map(|&partner| partner as usize)
}

fn nones(count: usize) -> Result<Vec<u32>, TryReserveError> {
    let mut numbers = Vec::new();
    numbers.try_reserve_exact(count)?;
    numbers.resize(count, NONE);
    Ok(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<'t>(text: &'t dyn Fn(usize) -> Cow<'t, [u8]>, count: usize) -> Texts<'t> {
        Texts { count, text }
    }

    /// As looking for the first free equal text for each has it, over all lists of a few.
    #[test]
    fn pairs_equal_texts_in_order() {
        let lists: Vec<Vec<u8>> = (0..6_u32)
            .flat_map(|length| {
                (0..3_usize.pow(length))
                    .map(move |number| (0..length).map(|place| b"abc"[number / 3_usize.pow(place) % 3]).collect())
            })
            .collect();
        for before in &lists {
            for after in &lists {
                let (one, two) = (
                    |place: usize| Cow::Borrowed(&before[place..=place]),
                    |place: usize| Cow::Borrowed(&after[place..=place]),
                );
                let pairs =
                    Pairs::find(&texts(&one, before.len()), &texts(&two, after.len())).expect("there is memory");
                let mut free = vec![true; before.len()];
                for (place, text) in after.iter().enumerate() {
                    let expected = (0..before.len()).find(|&other| free[other] && before[other] == *text);
                    assert_eq!(pairs.before(place), expected, "{before:?} {after:?}");
                    if let Some(other) = expected {
                        free[other] = false;
                        assert_eq!(pairs.after(other), Some(place));
                    }
                }
                let [alone, _] = pairs.alone();
                assert!(alone.eq((0..before.len()).filter(|&place| free[place])));
            }
        }
    }
}
