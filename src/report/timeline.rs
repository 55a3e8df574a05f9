//! The ages of the records on an axis, together with the limit above which a record is stale.

use crate::pipeline::stages::freshness;
use crate::pipeline::{Freshness, Run};
use crate::python::{Number, PyString, decimal, float_repr, whole_text};

use super::context::Context;
use super::place::RecordPlace;
use super::scale::{Scale, magnitude, whole};

/// The ages of the records on an axis. Texts are numbers of seconds as Python prints them. Floats are fractions of the
/// axis, from 0 at its start to 1 at its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// `str(now)`
    pub now: String,
    /// `str(max_age_seconds)`: the limit.
    pub max_age: String,
    /// The lowest and the highest finite age. `None` if no age is finite.
    pub low: Option<String>,
    pub high: Option<String>,
    /// The ends of the axis, which belong to it. Every finite age, a finite limit and 0 are between them.
    pub axis_from: String,
    pub axis_to: String,
    /// The axis is by powers of ten: each takes as much of it as the one before. Otherwise equal steps are equally long.
    pub by_decades: bool,
    /// The fraction of the limit. If the limit is not finite: 0 if every finite age is above it, else 1.
    pub limit_at: f64,
    /// The fraction of the age 0.
    pub zero_at: f64,
    /// A few round numbers along the axis, in order. The ends of the axis if it is too short or too long for any.
    pub ticks: Vec<TimelineTick>,
    /// The axis in parts of equal length, except that the numbers where they meet are rounded. Such a number belongs to
    /// the part that it starts.
    pub buckets: Vec<TimelineBucket>,
    /// The ages that are not on the axis: NaN and the infinities.
    pub outside: FreshnessCounts,
    /// Each finite age. Empty if there are more than 200.
    pub points: Vec<TimelinePoint>,
}

/// A number on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineTick {
    pub text: String,
    /// Its fraction of the axis.
    pub at: f64,
}

/// A part of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineBucket {
    pub from: String,
    pub to: String,
    pub counts: FreshnessCounts,
}

/// How many records have each mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FreshnessCounts {
    pub fresh: usize,
    pub stale: usize,
}

/// A record on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelinePoint {
    /// The record's position.
    pub position: usize,
    /// The name of its source.
    pub source: PyString,
    /// Its index among its source's records, from 0.
    pub index: usize,
    /// `str(age)`
    pub age: String,
    /// Its fraction of the axis.
    pub at: f64,
    pub freshness: Freshness,
}

/// The most buckets of a timeline.
const MAX_BUCKETS: usize = 1000;

/// The most points of a timeline.
const MAX_POINTS: usize = 200;

/// The most steps from tick to tick.
const TICKS: f64 = 5.0;

impl Run {
    /// The ages of all records that the freshness stage has looked at, with the axis in this many parts (clamped to
    /// between 1 and 1000). `None` if it has looked at no record.
    #[must_use]
    pub fn timeline(&self, buckets: usize) -> Option<Timeline> {
        let context = self.context()?;
        let axis = Axis::new(self, &context, buckets)?;
        let (mut counts, mut outside) =
            (vec![FreshnessCounts::default(); axis.edges.len() - 1], FreshnessCounts::default());
        let mut points = Vec::new();
        for position in 0..self.record_count() {
            let Some(freshness) = self.trace.freshness(position) else { continue };
            let age = finite_age(self, &context, position);
            let counts = match &age {
                Some(age) => &mut counts[axis.bucket(age.nearest_float())],
                None => &mut outside,
            };
            match freshness {
                Freshness::Fresh => counts.fresh += 1,
                Freshness::Stale => counts.stale += 1,
            }
            if let Some(age) = age.filter(|_| points.len() <= MAX_POINTS) {
                let RecordPlace { source, index, .. } = self.place(position);
                let at = axis.fraction(age.nearest_float());
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
            by_decades: axis.scale != Scale::Even,
            limit_at: axis.limit_fraction(),
            zero_at: axis.fraction(0.0),
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
    scale: Scale,
    /// The start of each part, then the end of the last.
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
        let (start, end) = (from.nearest_float(), to.nearest_float());
        let scale = Scale::of(start, end, limit.map_or(0.0, Number::nearest_float));
        let edges = edges(scale, start, end, buckets.clamp(1, MAX_BUCKETS));
        Some(Self { run, context, ages, from, to, scale, edges })
    }

    /// The age of the record at a position. `None` if it is not finite, or if the freshness stage has not looked at the
    /// record.
    fn age(&self, position: usize) -> Option<f64> {
        finite_age(self.run, self.context, position).map(|age| age.nearest_float())
    }

    /// The index of the part that an age is in.
    fn bucket(&self, age: f64) -> usize {
        let starts = &self.edges[1..self.edges.len() - 1];
        // On an axis of length 0, everything is in the first part.
        if self.edges[0] < age { starts.partition_point(|&start| start <= age) } else { 0 }
    }

    /// The index of the part that the age of the record at a position is in.
    pub fn bucket_at(&self, position: usize) -> Option<usize> {
        self.age(position).map(|age| self.bucket(age))
    }

    /// The fraction of the axis that is before an age.
    #[inline(never)]
    fn fraction(&self, age: f64) -> f64 {
        // In halves, since the length of the axis may exceed the largest float.
        let half = |number| self.scale.place(number) / 2.0;
        let (from, to) = (half(self.edges[0]), half(self.edges[self.edges.len() - 1]));
        if from < to { ((half(age) - from) / (to - from)).clamp(0.0, 1.0) } else { 0.0 }
    }

    fn limit_fraction(&self) -> f64 {
        match &self.context.config.max_age.number {
            Some(limit) if limit.is_finite() => self.fraction(limit.nearest_float()),
            Some(Number::Float(f64::NEG_INFINITY)) => 0.0,
            _ => 1.0,
        }
    }

    fn ticks(&self) -> Vec<TimelineTick> {
        let (from, to) = (self.edges[0], self.edges[self.edges.len() - 1]);
        let numbers = self.scale.ticks(from, to).unwrap_or_else(|| round_numbers(from, to));
        let tick = |number| TimelineTick { text: self.text_of(number), at: self.fraction(number) };
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

    /// A number of the axis as Python prints it. If both ends are ints, so are whole numbers between them, unless
    /// Python would print the float with an exponent.
    fn text_of(&self, number: f64) -> String {
        let is_int = self.from.type_name() == "int" && self.to.type_name() == "int";
        if is_int && number.fract() == 0.0 && number.abs() < 1e16 { whole_text(number) } else { float_repr(number) }
    }
}

fn finite_age(run: &Run, context: &Context<'_>, position: usize) -> Option<Number> {
    run.trace.freshness(position)?;
    freshness::age(context.view.record(position), &context.config).filter(Number::is_finite)
}

/// Cuts an axis into parts of equal length, but rounds the numbers where they meet to two significant digits of that
/// length, or on an axis by powers of ten to three of the number. Parts stay so nearly equal that bars of one width can
/// stand for them.
#[expect(clippy::cast_precision_loss, reason = "there are at most 1000")]
fn edges(scale: Scale, first: f64, last: f64, count: usize) -> Vec<f64> {
    let (from, to) = (scale.place(first), scale.place(last));
    let length = to - from;
    let parts = count as f64;
    let exponent = magnitude(to / parts - from / parts).map(|exponent| exponent - 1);
    let inner = |index: usize| {
        let index = index as f64;
        let edge = if (length * parts).is_finite() {
            from + length * index / parts
        } else {
            from * (1.0 - index / parts) + to * (index / parts)
        };
        match (scale, exponent) {
            (Scale::Even, Some(exponent)) => decimal(whole(edge / decimal(1, exponent)), exponent),
            _ => scale.number(edge),
        }
    };
    let edge = |index| match index {
        0 => first,
        _ if index == count => last,
        // Not `clamp`, whose panic would bring the formatting of floats into the package.
        _ => inner(index).max(first).min(last),
    };
    (0..=count).map(edge).collect()
}

/// Round numbers between two others, in equal steps. These two if there is no round step.
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
