//! The ages of the records on an axis, in JavaScript.

use serde::Serialize;
use serde_with::skip_serializing_none;
use tsify::Tsify;

use crate::pipeline::Freshness;
use crate::report;
use crate::wasm::js;

/// The ages of the records on an axis. Strings are numbers of seconds as Python prints them. `at` and the like are
/// fractions of the axis, from 0 at its start to 1 at its end.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Timeline {
    pub now: String,
    pub max_age: String,
    /// The lowest and the highest finite age. Absent if no age is finite.
    pub low: Option<String>,
    pub high: Option<String>,
    /// The ends of the axis, which belong to it. Every finite age, a finite limit and 0 are between them.
    pub axis_from: String,
    pub axis_to: String,
    /// The axis is by powers of ten: each takes as much of it as the one before. Otherwise equal steps are equally long.
    pub by_decades: bool,
    /// The fraction of the limit, `maxAge`. If that is not finite: 0 if every finite age is above it, else 1.
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

impl From<report::Timeline> for Timeline {
    fn from(timeline: report::Timeline) -> Self {
        Self {
            now: timeline.now,
            max_age: timeline.max_age,
            low: timeline.low,
            high: timeline.high,
            axis_from: timeline.axis_from,
            axis_to: timeline.axis_to,
            by_decades: timeline.by_decades,
            limit_at: timeline.limit_at,
            zero_at: timeline.zero_at,
            ticks: timeline.ticks.into_iter().map(Into::into).collect(),
            buckets: timeline.buckets.into_iter().map(Into::into).collect(),
            outside: timeline.outside.into(),
            points: timeline.points.into_iter().map(Into::into).collect(),
        }
    }
}

/// A number on the axis.
#[derive(Serialize, Tsify)]
pub struct TimelineTick {
    pub text: String,
    pub at: f64,
}

impl From<report::TimelineTick> for TimelineTick {
    fn from(report::TimelineTick { text, at }: report::TimelineTick) -> Self {
        Self { text, at }
    }
}

/// A part of the axis.
#[derive(Serialize, Tsify)]
pub struct TimelineBucket {
    pub from: String,
    pub to: String,
    pub fresh: usize,
    pub stale: usize,
}

impl From<report::TimelineBucket> for TimelineBucket {
    fn from(report::TimelineBucket { from, to, counts }: report::TimelineBucket) -> Self {
        let report::FreshnessCounts { fresh, stale } = counts;
        Self { from, to, fresh, stale }
    }
}

/// How many records have each mark.
#[derive(Serialize, Tsify)]
pub struct FreshnessCounts {
    pub fresh: usize,
    pub stale: usize,
}

impl From<report::FreshnessCounts> for FreshnessCounts {
    fn from(report::FreshnessCounts { fresh, stale }: report::FreshnessCounts) -> Self {
        Self { fresh, stale }
    }
}

/// A record on the axis.
#[derive(Serialize, Tsify)]
pub struct TimelinePoint {
    pub position: usize,
    pub source: js::String,
    /// Its index in its source, from 0.
    pub index: usize,
    /// `str(age)`, in seconds.
    pub age: String,
    pub at: f64,
    pub freshness: Freshness,
}

impl From<report::TimelinePoint> for TimelinePoint {
    fn from(point: report::TimelinePoint) -> Self {
        let report::TimelinePoint { position, source, index, age, at, freshness } = point;
        Self { position, source: source.into(), index, age, at, freshness }
    }
}
