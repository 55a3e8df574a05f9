//! The ages of the records on an axis.

use serde::Serialize;
use serde_with::skip_serializing_none;
use tsify::Tsify;

use crate::pipeline::Freshness;
use crate::report;
use crate::wasm::js;

/// The ages of the records on an axis. Numbers are as Python prints them, seconds; places are fractions of the axis.
#[skip_serializing_none]
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Timeline {
    pub now: String,
    pub max_age: String,
    /// The lowest and the highest finite age; absent where no age is finite.
    pub low: Option<String>,
    pub high: Option<String>,
    /// The ends of the axis, which are on it: there is room for every finite age, a finite limit and 0.
    pub axis_from: String,
    pub axis_to: String,
    /// The place of the limit, `maxAge`; of one that is not finite, the end that no age is behind.
    pub limit_at: f64,
    /// The place of 0.
    pub zero_at: f64,
    /// Round numbers along the axis, in order, a handful; its ends where it is very short or long.
    pub ticks: Vec<TimelineTick>,
    /// Parts of the axis, equal but for the last digits of where they meet. An age where two of them meet is in the latter.
    pub buckets: Vec<TimelineBucket>,
    /// The ages that are on no axis: NaN and the infinities.
    pub outside: FreshnessCounts,
    /// Each finite age by itself; empty where there are more than 200.
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

/// How many records got which mark.
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
    /// `str(age)`, seconds.
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
