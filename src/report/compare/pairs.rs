//! Pairs the equal texts of two lists.

use std::borrow::Cow;
use std::collections::TryReserveError;

use crate::pipeline::index;
use crate::table::Table;

/// A list of texts.
pub(super) struct Texts<'t> {
    pub count: usize,
    pub text: &'t dyn Fn(usize) -> Cow<'t, [u8]>,
}

/// Pairs of equal texts: the first of each list, then the second of each list, and so on.
pub(super) struct Pairs {
    /// For each text of the first list, the index of its partner in the second.
    before: Vec<u32>,
    /// For each text of the second list, the index of its partner in the first.
    after: Vec<u32>,
}

/// Stands for a missing index.
const NONE: u32 = u32::MAX;

impl Pairs {
    /// Finds the pairs, in linear time.
    ///
    /// # Errors
    /// If there is no memory for the pairs.
    pub fn find(before: &Texts<'_>, after: &Texts<'_>) -> Result<Self, TryReserveError> {
        let mut pairs = Self { before: nones(before.count)?, after: nones(after.count)? };
        // Most often only a few texts differ. The common start needs no table.
        let same = (0..before.count.min(after.count)).take_while(|&index| (before.text)(index) == (after.text)(index));
        let same = same.count();
        (0..same).for_each(|index| pairs.join(index, index));
        let rest = before.count - same;
        if rest == 0 || same == after.count {
            return Ok(pairs);
        }
        // Equal texts of the first list form a chain. The table finds the last of them, under whose index `first_left`
        // has the first that has no partner yet. `next` links each to the following one.
        let mut first_left = nones(rest)?;
        let mut next = nones(rest)?;
        let mut table = Table::with_room_for(rest)?;
        for one in (0..rest).rev() {
            let text = (before.text)(same + one);
            let is_same = |other: usize| (before.text)(same + other) == text;
            let last = table.find_or_insert(table.key.text(&text), index(one), is_same).unwrap_or(one);
            next[one] = std::mem::replace(&mut first_left[last], index(one));
        }
        for two in same..after.count {
            let text = (after.text)(two);
            let Some(last) = table.find(table.key.text(&text), |other| (before.text)(same + other) == text) else {
                continue;
            };
            let first = first_left[last];
            if first != NONE {
                first_left[last] = next[first as usize];
                pairs.join(same + first as usize, two);
            }
        }
        Ok(pairs)
    }

    fn join(&mut self, before: usize, after: usize) {
        self.before[before] = index(after);
        self.after[after] = index(before);
    }

    /// The partner of a text of the second list, as an index.
    pub fn before(&self, after: usize) -> Option<usize> {
        partner(&self.after, after)
    }

    /// The partner of a text of the first list, as an index.
    pub fn after(&self, before: usize) -> Option<usize> {
        partner(&self.before, before)
    }

    /// The texts without a partner, of the first list and of the second.
    pub fn alone(&self) -> [impl Iterator<Item = usize>; 2] {
        [&self.before, &self.after].map(|side| (0..side.len()).filter(|&index| side[index] == NONE))
    }
}

fn partner(side: &[u32], index: usize) -> Option<usize> {
    side.get(index).filter(|&&partner| partner != NONE).map(|&partner| partner as usize)
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

    /// Compared with a search for the first free equal text, over all short lists of three letters.
    #[test]
    fn pairs_equal_texts_in_order() {
        let lists: Vec<Vec<u8>> = (0..6_u32)
            .flat_map(|length| {
                (0..3_usize.pow(length))
                    .map(move |number| (0..length).map(|digit| b"abc"[number / 3_usize.pow(digit) % 3]).collect())
            })
            .collect();
        for before in &lists {
            for after in &lists {
                let (one, two) = (
                    |index: usize| Cow::Borrowed(&before[index..=index]),
                    |index: usize| Cow::Borrowed(&after[index..=index]),
                );
                let pairs =
                    Pairs::find(&texts(&one, before.len()), &texts(&two, after.len())).expect("there is memory");
                let mut free = vec![true; before.len()];
                for (two, text) in after.iter().enumerate() {
                    let expected = (0..before.len()).find(|&one| free[one] && before[one] == *text);
                    assert_eq!(pairs.before(two), expected, "{before:?} {after:?}");
                    if let Some(one) = expected {
                        free[one] = false;
                        assert_eq!(pairs.after(one), Some(two));
                    }
                }
                let [alone, _] = pairs.alone();
                assert!(alone.eq((0..before.len()).filter(|&one| free[one])));
            }
        }
    }
}
