//! A record's value, compared with the values of the other sources in its group.

use crate::python::{KeyOrder, PyString};
use crate::text::Excerpt;

use super::context::Reporter;
use super::difference::differing_parts;
use super::shorten::{shorten, shorten_apart};

/// The first few of a list of names, and the list's length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SomeNames {
    pub first: Vec<PyString>,
    pub count: usize,
}

/// A record's value, compared with the values of the other sources in its group. Texts are `json.dumps`, shortened
/// around the difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedValues {
    pub own: String,
    /// The sources with the same value.
    pub same: SomeNames,
    /// The sources with another value.
    pub other: SomeNames,
    /// The first few distinct other values.
    pub others: Vec<OtherValue>,
    /// The number of distinct other values.
    pub other_count: usize,
}

/// A value of other sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherValue {
    pub text: String,
    pub sources: SomeNames,
}

/// How many names and values are listed. The rest is only counted.
const FEW: usize = 3;

impl SomeNames {
    pub(super) fn new<T>(mut named: impl Iterator<Item = T>, name: impl Fn(T) -> PyString) -> Self {
        let first: Vec<PyString> = named.by_ref().take(FEW).map(name).collect();
        let count = first.len() + named.count();
        Self { first, count }
    }
}

impl Reporter<'_> {
    /// Compares a record's value with those of the other sources in its group.
    pub(super) fn compare_values(&mut self, position: usize, group: usize) -> ComparedValues {
        let run = self.run;
        let mut positions: Vec<usize> = run.groups.records(group).collect();
        positions.reverse();
        let texts: Vec<Excerpt> = positions.iter().map(|&position| self.value_of(position, KeyOrder::Given)).collect();
        let parts = differing_parts(&texts.iter().map(|text| text.text.as_slice()).collect::<Vec<_>>());
        let own = positions.iter().position(|&other| other == position).unwrap_or(0);
        let source = |&at: &usize| run.source_name(run.adapted.source_index(positions[at]));
        let (same, other): (Vec<usize>, Vec<usize>) =
            (0..texts.len()).filter(|&at| at != own).partition(|&at| texts[at].is_same(&texts[own]));
        let differs_at = |at: usize| if other.is_empty() { 0 } else { parts[at].start };
        let mut different: Vec<(usize, Vec<usize>)> = Vec::new();
        for &at in &other {
            match different.iter_mut().find(|(first, _)| texts[*first].is_same(&texts[at])) {
                Some((_, alike)) => alike.push(at),
                None => different.push((at, vec![at])),
            }
        }
        let text = |at: usize| str::from_utf8(&texts[at].text).unwrap_or_default();
        let shown = shorten(text(own), differs_at(own));
        let others = different.iter().take(FEW).map(|(first, alike)| OtherValue {
            text: shorten_apart(text(*first), differs_at(*first), text(own), &shown),
            sources: SomeNames::new(alike.iter(), source),
        });
        ComparedValues {
            others: others.collect(),
            own: shown,
            same: SomeNames::new(same.iter(), source),
            other: SomeNames::new(other.iter(), source),
            other_count: different.len(),
        }
    }
}
