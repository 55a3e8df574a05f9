//! The ages of records on an axis.

use pipeline_playground::pipeline::Run;
use pipeline_playground::report::{FreshnessCounts, Timeline, TimelineBucket};

use crate::support::run_at;

/// A run over records with these timestamps, with this `now` and limit.
fn run(now: &str, limit: &str, timestamps: &[&str]) -> Run {
    let record = |timestamp: &&str| format!(r#"{{"id": "{timestamp}", "value": 0, "timestamp": {timestamp}}}"#);
    let records: Vec<_> = timestamps.iter().map(record).collect();
    let config = format!(
        r#"{{"now": {now}, "max_age_seconds": {limit}, "sources": {{"gamma": {{"records": [{}]}}}}}}"#,
        records.join(", ")
    );
    run_at(config, 5.0)
}

fn timeline(now: &str, limit: &str, timestamps: &[&str], buckets: usize) -> Timeline {
    run(now, limit, timestamps).timeline(buckets).expect("a timeline")
}

/// Each bucket as (from, to, fresh, stale).
fn buckets(timeline: &Timeline) -> Vec<(&str, &str, usize, usize)> {
    let bucket = |bucket: &'_ TimelineBucket| (bucket.counts.fresh, bucket.counts.stale);
    timeline
        .buckets
        .iter()
        .map(|each| {
            let (fresh, stale) = bucket(each);
            (each.from.as_str(), each.to.as_str(), fresh, stale)
        })
        .collect()
}

/// (low, high, axis from, axis to)
fn ends(timeline: &Timeline) -> (Option<&str>, Option<&str>, &str, &str) {
    (timeline.low.as_deref(), timeline.high.as_deref(), &timeline.axis_from, &timeline.axis_to)
}

#[test]
fn ages_between_zero_and_beyond_the_limit() {
    // Ages 100, 600, 601, 1000.
    let timeline = timeline("1000", "600", &["900", "400", "399", "0"], 4);
    assert_eq!((timeline.now.as_str(), timeline.max_age.as_str()), ("1000", "600"));
    assert_eq!(ends(&timeline), (Some("100"), Some("1000"), "0", "1000"));
    // A record as old as the limit is fresh, an older one is stale, even in the same bucket.
    let expected = [("0", "250", 1, 0), ("250", "500", 0, 0), ("500", "750", 1, 1), ("750", "1000", 0, 1)];
    assert_eq!(buckets(&timeline), expected);
    assert_eq!((timeline.limit_at, timeline.zero_at), (0.6, 0.0));
    assert_eq!(timeline.outside, FreshnessCounts::default());
    let points: Vec<_> =
        timeline.points.iter().map(|point| (point.position, point.at, point.freshness.name())).collect();
    assert_eq!(points, [(0, 0.1, "fresh"), (1, 0.6, "fresh"), (2, 0.601, "stale"), (3, 1.0, "stale")]);
}

#[test]
fn the_axis_has_room_for_the_ages_the_limit_and_zero() {
    let axis = |now, limit, timestamps: &[&str]| {
        let timeline = timeline(now, limit, timestamps, 1);
        (timeline.axis_from, timeline.axis_to, timeline.limit_at, timeline.zero_at)
    };
    let of = |from: &str, to: &str, limit, zero| (from.to_owned(), to.to_owned(), limit, zero);
    assert_eq!(axis("10", "600", &["5"]), of("0", "600", 1.0, 0.0));
    // Timestamps in the future.
    assert_eq!(axis("10", "30", &["20", "5"]), of("-10", "30", 1.0, 0.25));
    assert_eq!(axis("10", "-30", &["20"]), of("-30", "0", 0.0, 1.0));
    assert_eq!(axis("10", "-5", &["20", "0"]), of("-10", "10", 0.25, 0.5));
    assert_eq!(axis("10", "2.5", &["0"]), of("0", "10", 0.25, 0.0));
    // An axis of length 0.
    assert_eq!(axis("10", "0", &["10", "10"]), of("0", "0", 0.0, 0.0));
    assert_eq!(buckets(&timeline("10", "0", &["10"], 2)), [("0", "0", 1, 0), ("0", "0", 0, 0)]);
    // A limit that is not on the axis.
    assert_eq!(axis("10", "Infinity", &["0"]), of("0", "10", 1.0, 0.0));
    assert_eq!(axis("10", "-Infinity", &["0"]), of("0", "10", 0.0, 0.0));
    assert_eq!(axis("10", "NaN", &["0"]), of("0", "10", 1.0, 0.0));
}

#[test]
fn numbers_as_python_prints_them() {
    let floats = timeline("1000.5", "1e16", &["0", "1000"], 2);
    assert_eq!((floats.now.as_str(), floats.max_age.as_str()), ("1000.5", "1e+16"));
    assert_eq!(ends(&floats), (Some("0.5"), Some("1000.5"), "0", "1e+16"));
    assert_eq!(buckets(&floats), [("0", "5000000000000000.0", 2, 0), ("5000000000000000.0", "1e+16", 0, 0)]);
    let thirds = timeline("100", "0", &["0"], 3);
    let third = ("33", "67");
    assert_eq!(buckets(&thirds), [("0", third.0, 0, 0), (third.0, third.1, 0, 0), (third.1, "100", 0, 1)]);
    let bools = timeline("true", "true", &["false"], 1);
    assert_eq!((bools.now.as_str(), bools.max_age.as_str()), ("True", "True"));
    // The clock for `now`, and the default limit.
    let config = r#"{"sources": {"gamma": {"records": [{"id": 1, "value": 1}]}}}"#;
    let timeline = run_at(config, 5.0).timeline(1).expect("a timeline");
    assert_eq!((timeline.now.as_str(), timeline.max_age.as_str()), ("5.0", "600"));
    assert_eq!(ends(&timeline), (Some("0.0"), Some("0.0"), "0.0", "600"));
}

/// Ticks, and the numbers where buckets meet, have few digits.
#[test]
fn round_numbers() {
    let ticks = |timeline: &Timeline| timeline.ticks.iter().map(|tick| tick.text.clone()).collect::<Vec<_>>().join(" ");
    let edges = |timeline: &Timeline| {
        timeline.buckets[1..].iter().map(|bucket| bucket.from.clone()).collect::<Vec<_>>().join(" ")
    };
    let all = timeline("23898269.789499998", "100000", &["0"], 4);
    assert_eq!(ticks(&all), "0.0 5000000.0 10000000.0 15000000.0 20000000.0");
    assert_eq!(edges(&all), "6000000.0 11900000.0 17900000.0");
    assert_eq!((all.axis_from.as_str(), all.axis_to.as_str()), ("0", "23898269.789499998"));
    let all = timeline("6495", "600", &["0"], 20);
    assert_eq!(ticks(&all), "0 2000 4000 6000");
    assert!(edges(&all).starts_with("320 650 970 1300 1620 "), "{}", edges(&all));
    let all = timeline("0.3", "0", &["0"], 3);
    assert_eq!((ticks(&all).as_str(), edges(&all).as_str()), ("0.0 0.1 0.2 0.3", "0.1 0.2"));
    let all = timeline("10", "-30", &["11.5", "0"], 2);
    assert_eq!((ticks(&all).as_str(), edges(&all).as_str()), ("-30 -20 -10 0 10", "-10"));
    let all = timeline("1e-7", "0", &["0"], 3);
    assert_eq!((ticks(&all).as_str(), edges(&all).as_str()), ("0.0 2e-08 4e-08 6e-08 8e-08 1e-07", "3.3e-08 6.7e-08"));
    // An axis that is too short for round numbers.
    assert_eq!(ticks(&timeline("5", "0", &["5"], 3)), "0");
    assert_eq!(ticks(&timeline("5e-324", "0", &["0"], 3)), "0.0 5e-324");
    // Ints of any size.
    let huge = "9".repeat(400);
    assert_eq!(
        ticks(&timeline("0", "600", &[&huge, &format!("-{huge}")], 3)),
        "-1.7976931348623157e+308 1.7976931348623157e+308"
    );
    // Ticks are in order, few, and at the fraction that their number has.
    for to in (1..400).map(|n| f64::from(n * n) / 7.0) {
        for from in [0.0, to / 3.0, to, 40.0 * to] {
            let timeline = timeline(&format!("{to}"), "0", &["0", &format!("{}", to + from)], 20);
            let number = |text: &str| text.parse::<f64>().expect("a number");
            assert!((2..=6).contains(&timeline.ticks.len()), "{:?}", timeline.ticks);
            for pair in timeline.ticks.windows(2) {
                assert!(number(&pair[0].text) < number(&pair[1].text) && pair[0].at < pair[1].at);
            }
            for tick in &timeline.ticks {
                let at = (number(&tick.text) + from) / (to + from);
                assert!((tick.at - at).abs() < 1e-9 && tick.text.len() < 10, "{tick:?}");
            }
            let widths: Vec<_> = timeline.buckets.iter().map(|each| number(&each.to) - number(&each.from)).collect();
            let equal = (to + from) / 20.0;
            assert!(widths.iter().all(|width| (width / equal - 1.0).abs() <= 0.1), "{widths:?}");
        }
    }
}

#[test]
fn ages_that_are_not_on_the_axis() {
    let some = timeline("1000", "600", &["NaN", "1e400", "-1e400", "0"], 2);
    assert_eq!(some.outside, FreshnessCounts { fresh: 2, stale: 1 });
    assert_eq!(ends(&some), (Some("1000"), Some("1000"), "0", "1000"));
    assert_eq!(buckets(&some), [("0", "500", 0, 0), ("500", "1000", 0, 1)]);
    assert_eq!(some.points.iter().map(|point| point.position).collect::<Vec<_>>(), [3]);
    let none = timeline("NaN", "600", &["1", "2"], 2);
    assert_eq!(none.outside, FreshnessCounts { fresh: 2, stale: 0 });
    assert_eq!(ends(&none), (None, None, "0", "600"));
    assert_eq!(none.now, "nan");
    assert!(none.points.is_empty());
}

/// Ints of any size are finite, however far away.
#[test]
fn ages_beyond_all_floats() {
    let huge = "9".repeat(400);
    let timeline = timeline("0", "600", &[&huge, &format!("-{huge}"), "0"], 3);
    assert_eq!(ends(&timeline), (Some(&*format!("-{huge}")), Some(&*huge), &*format!("-{huge}"), &*huge));
    let counts: Vec<_> = timeline.buckets.iter().map(|bucket| (bucket.counts.fresh, bucket.counts.stale)).collect();
    assert_eq!(counts, [(1, 0), (1, 0), (0, 1)]);
    let fractions = timeline.points.iter().map(|point| point.at).chain([timeline.zero_at]);
    assert_eq!(fractions.collect::<Vec<_>>(), [0.0, 1.0, 0.5, 0.5]);
}

#[test]
fn the_number_of_buckets_is_clamped() {
    let run = run("1000", "600", &["0", "1", "1000"]);
    for (asked, given) in [(0, 1), (1, 1), (7, 7), (1000, 1000), (1001, 1000), (usize::MAX, 1000)] {
        let timeline = run.timeline(asked).expect("a timeline");
        assert_eq!(timeline.buckets.len(), given);
        let counted: usize = timeline.buckets.iter().map(|bucket| bucket.counts.fresh + bucket.counts.stale).sum();
        assert_eq!(counted, 3);
        assert!(timeline.buckets.windows(2).all(|pair| pair[0].to == pair[1].from));
        assert_eq!(
            (&timeline.buckets[0].from, &timeline.buckets[given - 1].to),
            (&timeline.axis_from, &timeline.axis_to)
        );
    }
}

/// An age is counted in the bucket whose reported edges enclose it.
#[test]
fn ages_are_between_the_edges_of_their_bucket() {
    let timestamps: Vec<_> = (0..=1200).map(|time| time.to_string()).collect();
    let run = run("1200", "600", &timestamps.iter().map(String::as_str).collect::<Vec<_>>());
    for count in [1, 3, 7, 49, 60, 241] {
        let timeline = run.timeline(count).expect("a timeline");
        for (index, bucket) in timeline.buckets.iter().enumerate() {
            let edge = |text: &str| text.parse::<f64>().expect("a number");
            let last = index + 1 == count;
            let within = |age: &f64| edge(&bucket.from) <= *age && (*age < edge(&bucket.to) || last);
            let expected = (0..=1200).map(f64::from).filter(within).count();
            assert_eq!(bucket.counts.fresh + bucket.counts.stale, expected, "{index} of {count}");
        }
    }
}

/// A point has the place and age of its record.
#[test]
fn points_with_place_and_age() {
    let config = r#"{"now": 1000, "sources": {"gamma": {"records": [{"id": 1}, {"id": 2, "value": 0, "timestamp": 0.25}]},
        "größe": {"records": [{"id": 3, "value": 0, "timestamp": true}]}}}"#;
    let run = run_at(config, 5.0);
    let points = run.timeline(1).expect("a timeline").points;
    let actual: Vec<_> =
        points.iter().map(|each| (each.position, each.source.to_string(), each.index, each.age.as_str())).collect();
    assert_eq!(actual, [(1, "gamma".into(), 1, "999.75"), (2, "größe".into(), 0, "999")]);
    for point in points {
        let report = run.record(point.position).expect("a record").report;
        assert_eq!((report.source, report.index, report.age), (point.source, point.index, Some(point.age)));
    }
}

#[test]
fn points_unless_there_are_too_many() {
    for (count, points) in [(1, 1), (200, 200), (201, 0), (450, 0)] {
        let run = run("1000", "600", &vec!["7"; count]);
        // Of equal records, the cache keeps one.
        assert_eq!(run.timeline(1).map(|timeline| timeline.points.len()), Some(1));
        let timestamps: Vec<_> = (0..count).map(|time| time.to_string()).collect();
        let run = self::run("1000", "600", &timestamps.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(run.timeline(1).map(|timeline| timeline.points.len()), Some(points), "{count}");
    }
}

#[test]
fn without_ages_there_is_no_timeline() {
    let none = |config: &str| run_at(config, 5.0).timeline(10).is_none();
    assert!(none("{}") && none("[") && none("[]"));
    assert!(none(r#"{"flags": {"freshness": 0}, "sources": {"gamma": {"records": [{"id": 1, "value": 1}]}}}"#));
    assert!(none(r#"{"sources": {"gamma": {"records": [{"id": 1}]}}}"#));
    // Ages from before a failure count.
    let failed = run("10", "5", &["1", "null"]).timeline(1).expect("a timeline");
    assert_eq!((failed.low.as_deref(), failed.buckets[0].counts.stale), (Some("9"), 1));
}

#[test]
fn an_axis_by_powers_of_ten_if_ages_are_far_beyond_the_limit() {
    // Ages 0, 5, 601, 4000, 1234567, 1699999999.
    let far = ["1700000000", "1699999995", "1699999399", "1699996000", "1698765433", "1"];
    let timeline = timeline("1700000000", "600", &far, 40);
    assert!(timeline.by_decades);
    let ticks: Vec<_> = timeline.ticks.iter().map(|tick| tick.text.as_str()).collect();
    assert_eq!(ticks, ["0", "100", "10000", "1000000", "100000000"]);
    // In the order of the ages, and apart: on an even axis all but the last would be within 0.001 of 0.
    let at: Vec<_> = timeline.points.iter().map(|point| point.at).collect();
    assert!(at.is_sorted() && (at[0], at[5]) == (0.0, 1.0), "{at:?}");
    assert!(at[2..].windows(2).all(|pair| pair[1] - pair[0] > 0.05), "{at:?}");
    assert!(at[2] > timeline.limit_at && timeline.limit_at > 0.15);
    // Each age is in the part that its fraction says, up to the rounding of the parts' ends.
    let held = (0..40).filter(|&part| timeline.buckets[part].counts != FreshnessCounts::default());
    for (part, at) in held.zip([at[0], at[2], at[3], at[4], at[5]]) {
        let middle = (f64::from(u8::try_from(part).expect("one of 40")) + 0.5) / 40.0;
        assert!((middle - at).abs() < 0.7 / 40.0, "{part} {at}");
    }
    // The parts' ends are ints as the ends of the axis are, in order and short.
    let ends: Vec<f64> = timeline.buckets.iter().map(|bucket| bucket.to.parse().expect("a number")).collect();
    assert!(ends.is_sorted(), "{ends:?}");
    assert!(timeline.buckets[..39].iter().all(|bucket| bucket.to.trim_end_matches('0').len() <= 4), "{ends:?}");
}

#[test]
fn an_axis_by_powers_of_ten_has_both_signs() {
    // Ages -5000000, -3, 7000000.
    let timeline = timeline("1000.5", "0.5", &["5001000.5", "1003.5", "-6998999.5"], 10);
    assert!(timeline.by_decades);
    let ticks: Vec<_> = timeline.ticks.iter().map(|tick| tick.text.as_str()).collect();
    assert_eq!(ticks, ["-100000.0", "-1000.0", "-10.0", "-0.1", "0.0", "0.1", "10.0", "1000.0", "100000.0"]);
    assert!(timeline.points.iter().map(|point| point.at).collect::<Vec<_>>()[1] < timeline.zero_at);
    assert!((timeline.zero_at - 0.5).abs() < 0.02, "{}", timeline.zero_at);
}

#[test]
fn an_even_axis_where_powers_of_ten_would_not_help() {
    for (limit, timestamp) in
        [("600", "1000"), ("0", "1"), ("-5", "1"), ("Infinity", "1"), ("1e-300", "0"), ("1", "-1e300")]
    {
        assert!(!timeline("1699999999", limit, &[timestamp, "1699999990"], 5).by_decades || limit == "600");
    }
    assert!(!timeline("1000", "600", &["0", "-500000"], 5).by_decades);
}
