//! The ages of the records on an axis, beside the limit that makes them stale.

use crate::pipeline::stages::freshness;
use crate::pipeline::{Freshness, Run};
use crate::python::{Number, PyString, decimal, float_repr, whole_text};

use super::context::Context;
use super::place::RecordPlace;

/// Where the ages are on an axis, in numbers and in equal parts of it. Numbers are as Python prints them, seconds; places
/// are fractions of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// `str(now)`
    pub now: String,
    /// `str(max_age_seconds)`: the limit.
    pub max_age: String,
    /// The lowest and the highest finite age; none where no age is finite.
    pub low: Option<String>,
    pub high: Option<String>,
    /// The ends of the axis, which are on it: there is room for every finite age, a finite limit and 0.
    pub axis_from: String,
    pub axis_to: String,
    /// The place of the limit; of one that is not finite, the end that no age is behind.
    pub limit_at: f64,
    /// The place of 0.
    pub zero_at: f64,
    /// Round numbers along the axis, in order, a handful; its ends where it is very short or long.
    pub ticks: Vec<TimelineTick>,
    /// Parts of the axis, equal but for the last digits of where they meet. An age between two of them is in the latter.
    pub buckets: Vec<TimelineBucket>,
    /// The ages that are on no axis: NaN and the infinities.
    pub outside: FreshnessCounts,
    /// Each finite age by itself; none where there are more than 200.
    pub points: Vec<TimelinePoint>,
}

/// A number on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineTick {
    pub text: String,
    /// Its place.
    pub at: f64,
}

/// A part of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineBucket {
    pub from: String,
    pub to: String,
    pub counts: FreshnessCounts,
}

/// How many records got which mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FreshnessCounts {
    pub fresh: usize,
    pub stale: usize,
}

/// A record on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelinePoint {
    /// The record's position among all.
    pub position: usize,
    /// The name of its source.
    pub source: PyString,
    /// Its index among its source's records, from 0.
    pub index: usize,
    /// `str(age)`
    pub age: String,
    /// Its place.
    pub at: f64,
    pub freshness: Freshness,
}

/// The most buckets that a timeline has.
const MAX_BUCKETS: usize = 1000;

/// The most points that a timeline has.
const MAX_POINTS: usize = 200;

/// The most steps from tick to tick.
const TICKS: f64 = 5.0;

impl Run {
    /// The ages of all records that the freshness stage has looked at, the axis cut into this many parts (at least one,
    /// at most 1000). None where it has looked at no record.
    #[must_use]
    pub fn timeline(&self, buckets: usize) -> Option<Timeline> {
        let context = self.context()?;
        let axis = Axis::new(self, &context, buckets)?;
        let (mut counts, mut outside) =
            (vec![FreshnessCounts::default(); axis.edges.len() - 1], FreshnessCounts::default());
        let mut points = Vec::new();
        for position in 0..self.record_count() {
            let Some(freshness) = self.trace.freshness(position) else { continue };
            let told = finite_age(self, &context, position);
            let age = told.as_ref().map(Number::nearest_float);
            let counts = match age {
                Some(age) => &mut counts[axis.bucket(age)],
                None => &mut outside,
            };
            match freshness {
                Freshness::Fresh => counts.fresh += 1,
                Freshness::Stale => counts.stale += 1,
            }
            if let Some(age) = told.filter(|_| points.len() <= MAX_POINTS) {
                let RecordPlace { source, index, .. } = self.place(position);
                let at = axis.place(age.nearest_float());
                points.push(TimelinePoint { position, source, index, age: age.to_text(), at, freshness });
            }
        }
        if points.len() > MAX_POINTS {
            points.clear();
        }
        let edge = |index: usize| axis.edge_text(index);
        let bucket = |(index, counts)| TimelineBucket { from: edge(index), to: edge(index + 1), counts };
        Some(Timeline {
            now: context.config.now.to_text(),
            max_age: context.config.max_age.to_text(),
            low: axis.ages.as_ref().map(|(low, _)| low.to_text()),
            high: axis.ages.as_ref().map(|(_, high)| high.to_text()),
            axis_from: axis.from.to_text(),
            axis_to: axis.to.to_text(),
            limit_at: axis.limit_place(),
            zero_at: axis.place(0.0),
            ticks: axis.ticks(),
            buckets: counts.into_iter().enumerate().map(bucket).collect(),
            outside,
            points,
        })
    }
}

/// The axis of a timeline, cut into parts.
pub(super) struct Axis<'r> {
    run: &'r Run,
    context: &'r Context<'r>,
    /// The lowest and the highest finite age.
    ages: Option<(Number, Number)>,
    from: Number,
    to: Number,
    /// Where the parts begin, and where the last one ends.
    edges: Vec<f64>,
}

impl<'r> Axis<'r> {
    pub fn new(run: &'r Run, context: &'r Context<'r>, buckets: usize) -> Option<Self> {
        if run.trace.fresh + run.trace.stale == 0 {
            return None;
        }
        let mut ages: Option<(Number, Number)> = None;
        for position in 0..run.record_count() {
            let Some(age) = finite_age(run, context, position) else { continue };
            match &mut ages {
                None => ages = Some((age.clone(), age)),
                Some((low, _)) if low.greater_than(&age) => *low = age,
                Some((_, high)) if age.greater_than(high) => *high = age,
                Some(_) => {}
            }
        }
        let limit = context.config.max_age.number.as_ref().filter(|limit| limit.is_finite());
        let (mut from, mut to) = ages.clone().unwrap_or((Number::Small(0), Number::Small(0)));
        for number in limit.into_iter().chain([&Number::Small(0)]) {
            if from.greater_than(number) {
                from = number.clone();
            }
            if number.greater_than(&to) {
                to = number.clone();
            }
        }
        let edges = edges(from.nearest_float(), to.nearest_float(), buckets.clamp(1, MAX_BUCKETS));
        Some(Self { run, context, ages, from, to, edges })
    }

    /// The finite age of the record at a position, where the freshness stage has looked at it.
    fn age(&self, position: usize) -> Option<f64> {
        finite_age(self.run, self.context, position).map(|age| age.nearest_float())
    }

    /// The part that an age is in.
    fn bucket(&self, age: f64) -> usize {
        let starts = &self.edges[1..self.edges.len() - 1];
        // An axis without length has all in its first part.
        if self.edges[0] < age { starts.partition_point(|&start| start <= age) } else { 0 }
    }

    /// The part that the age of the record at a position is in.
    pub fn bucket_at(&self, position: usize) -> Option<usize> {
        self.age(position).map(|age| self.bucket(age))
    }

    /// The fraction of the axis before an age.
    fn place(&self, age: f64) -> f64 {
        // Halves, since the axis may be longer than the largest float.
        let (from, to) = (self.edges[0] / 2.0, self.edges[self.edges.len() - 1] / 2.0);
        if from < to { ((age / 2.0 - from) / (to - from)).clamp(0.0, 1.0) } else { 0.0 }
    }

    fn limit_place(&self) -> f64 {
        match &self.context.config.max_age.number {
            Some(limit) if limit.is_finite() => self.place(limit.nearest_float()),
            Some(Number::Float(f64::NEG_INFINITY)) => 0.0,
            _ => 1.0,
        }
    }

    fn ticks(&self) -> Vec<TimelineTick> {
        let numbers = round_numbers(self.edges[0], self.edges[self.edges.len() - 1]);
        let tick = |number| TimelineTick { text: self.text_of(number), at: self.place(number) };
        numbers.into_iter().map(tick).collect()
    }

    /// An edge as Python prints it.
    fn edge_text(&self, index: usize) -> String {
        if index == 0 {
            self.from.to_text()
        } else if index + 1 == self.edges.len() {
            self.to.to_text()
        } else {
            self.text_of(self.edges[index])
        }
    }

    /// A number of the axis as Python prints it. Where the axis goes from int to int, whole numbers are ints too, as long
    /// as a float would have no exponent.
    fn text_of(&self, number: f64) -> String {
        let is_int = self.from.type_name() == "int" && self.to.type_name() == "int";
        if is_int && number.fract() == 0.0 && number.abs() < 1e16 { whole_text(number) } else { float_repr(number) }
    }
}

fn finite_age(run: &Run, context: &Context<'_>, position: usize) -> Option<Number> {
    run.trace.freshness(position)?;
    freshness::age(context.view.record(position), &context.config).filter(Number::is_finite)
}

/// Cuts an axis into parts that are equal but for the last digits of where they meet: of two that matter for the length
/// of a part, so that bars of one width show them.
#[expect(clippy::cast_precision_loss, reason = "there are at most 1000")]
fn edges(from: f64, to: f64, count: usize) -> Vec<f64> {
    let length = to - from;
    let parts = count as f64;
    let exponent = magnitude(to / parts - from / parts).map(|exponent| exponent - 1);
    let edge = |index: usize| {
        let index = index as f64;
        let edge = if (length * parts).is_finite() {
            from + length * index / parts
        } else {
            from * (1.0 - index / parts) + to * (index / parts)
        };
        exponent.map_or(edge, |exponent| decimal(whole(edge / decimal(1, exponent)), exponent))
    };
    let place = |index| match index {
        0 => from,
        _ if index == count => to,
        _ => edge(index),
    };
    (0..=count).map(place).collect()
}

/// Some numbers from one to another that are the same few units apart; these two themselves where there is no such unit.
#[inline(never)]
fn round_numbers(from: f64, to: f64) -> Vec<f64> {
    let least = to / TICKS - from / TICKS;
    let Some(exponent) = magnitude(least) else {
        return if from < to { vec![from, to] } else { vec![from] };
    };
    let mut step = 1;
    while decimal(step, exponent) < least {
        step = if step == 2 { 5 } else { 2 * step };
    }
    let mut count = whole((from / decimal(step, exponent)).floor()) * step;
    let mut numbers = Vec::new();
    loop {
        let number = decimal(count, exponent);
        if number > to {
            return numbers;
        }
        if number >= from {
            numbers.push(number);
        }
        count += step;
    }
}

/// The exponent of the largest power of ten that is not above a number; none where it is very small or large.
#[inline(never)]
fn magnitude(number: f64) -> Option<i32> {
    (-20..20).find(|&exponent| decimal(1, exponent) <= number && number < decimal(1, exponent + 1))
}

/// The nearest int.
#[expect(clippy::cast_possible_truncation, reason = "it counts units of which the axis has at most some 100,000")]
fn whole(number: f64) -> i32 {
    number.round_ties_even() as i32
}
