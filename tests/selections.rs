//! Which records a filter selects, in which order, and which are where in the text.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/configs.rs"]
mod configs;

use pipeline_playground::pipeline::{self, Fate, Freshness, Run, Stage, SummaryNumber, Verdict};
use pipeline_playground::report::{Bucket, RecordFilter, Sort, SourceReport};
use pipeline_playground::text::Text;

use configs::{FAILED, MIXED};

fn run(config: &str) -> Run {
    pipeline::run(Text::from_string(config.into()), 1000.0)
}

/// A run over these timestamps, at 1000.
fn run_at(timestamps: &[&str]) -> Run {
    let records: Vec<_> = timestamps
        .iter()
        .enumerate()
        .map(|(id, timestamp)| format!(r#"{{"id": {id}, "value": 0, "timestamp": {timestamp}}}"#))
        .collect();
    run(&format!(r#"{{"now": 1000, "sources": {{"gamma": {{"records": [{}]}}}}}}"#, records.join(", ")))
}

fn all() -> RecordFilter {
    RecordFilter::default()
}

/// The positions of what a filter selects. However it is read, it is the same.
fn selected(run: &Run, filter: &RecordFilter) -> Vec<usize> {
    let selection = run.select(filter).expect("there is memory");
    let positions: Vec<_> = selection.positions(0).collect();
    assert_eq!(selection.count(), positions.len(), "{filter:?}");
    for offset in 0..=positions.len() + 1 {
        let told: Vec<_> = run.selected(&selection, offset).map(|record| record.position).collect();
        assert_eq!(told, positions[offset.min(positions.len())..], "{filter:?} from {offset} on");
    }
    let told: Vec<_> = run.records(filter, 0).map(|record| record.position).collect();
    assert_eq!(told, positions, "{filter:?}");
    positions
}

#[test]
fn by_the_stage_that_was_given_the_record() {
    let given = |run: &Run| Stage::ALL.map(|stage| selected(run, &RecordFilter { stage: Some(stage), ..all() }));
    let mixed = run(MIXED);
    let everything: Vec<_> = (0..12).collect();
    let expected = [
        everything.clone(),
        everything.clone(),
        vec![0, 2, 3, 4, 5, 6, 8, 9, 10, 11],
        vec![0, 3, 5, 6, 8, 9, 10],
        everything,
    ];
    assert_eq!(given(&mixed), expected);
    for (positions, stage) in given(&mixed).iter().zip(mixed.stages()) {
        assert_eq!(positions.len(), stage.records_in);
    }
    // A stage that fails has been given its records; one behind it has not.
    let everything: Vec<_> = (0..7).collect();
    let expected = [everything.clone(), everything, vec![0, 2, 3, 4, 5, 6], vec![0, 3, 4, 5, 6], Vec::new()];
    assert_eq!(given(&run(FAILED)), expected);
    // A stage that is switched off is given nothing; nor is reconcile with one source.
    let off =
        run(r#"{"flags": {"cache": 0, "freshness": 0}, "sources": {"gamma": {"records": [{"id": 1}, {"id": 1}]}}}"#);
    assert_eq!(given(&off), [vec![0, 1], vec![], vec![0, 1], vec![], vec![]]);
}

#[test]
fn by_the_number_that_counts_the_record() {
    let behind =
        |run: &Run| SummaryNumber::ALL.map(|number| selected(run, &RecordFilter { behind: Some(number), ..all() }));
    let mixed = run(MIXED);
    let everything: Vec<_> = (0..12).collect();
    let expected = [
        everything.clone(),
        vec![0, 3, 5, 6, 8, 9, 10],
        vec![1, 7],
        vec![0, 2, 3, 4, 5, 6, 8, 9, 10, 11],
        everything,
        vec![2, 4, 11],
        vec![3, 8],
        vec![2, 4, 5, 6, 7, 10],
        vec![0, 1, 3, 9],
        vec![11],
    ];
    assert_eq!(behind(&mixed), expected);
    let summary = mixed.summary().expect("a summary");
    let counts = [summary.records_in, summary.records_out, summary.cache.hits, summary.cache.misses];
    assert_eq!(counts[..], behind(&mixed).map(|positions| positions.len())[..4]);
    // What never was looked up is no miss.
    let off = run(r#"{"flags": {"cache": 0}, "sources": {"gamma": {"records": [{"id": 1}, {"id": 1}]}}}"#);
    let expected = [vec![0, 1], vec![], vec![], vec![], vec![], vec![0, 1], vec![], vec![], vec![], vec![]];
    assert_eq!(behind(&off), expected);
}

#[test]
fn by_reconciliation() {
    let mixed = run(MIXED);
    let of = |verdict| selected(&mixed, &RecordFilter { verdict: Some(verdict), ..all() });
    assert_eq!(of(Verdict::Matched), [2, 4, 5, 6, 7, 10]);
    assert_eq!(of(Verdict::Mismatched), [0, 1, 3, 9]);
    assert_eq!(of(Verdict::Single), [11]);
    let of = |group| selected(&mixed, &RecordFilter { group: Some(group), ..all() });
    let groups: [&[usize]; 6] = [&[0, 1, 3, 9], &[2, 4], &[5, 6, 7, 10], &[11], &[], &[]];
    for (group, positions) in [0, 1, 2, 3, 4, usize::MAX].into_iter().zip(groups) {
        assert_eq!(of(group), positions, "{group}");
    }
}

#[test]
fn by_text() {
    let mixed = run(MIXED);
    let holding = |text: &str| selected(&mixed, &RecordFilter { text: Some(text.into()), ..all() });
    assert_eq!(holding("").len(), 12);
    assert_eq!(holding("\"X\""), [0, 1, 3]);
    assert_eq!(holding("TimeStamp\": 1100"), [5, 7]);
    assert_eq!(holding("PAYLOAD"), [9, 10, 11]);
    // Only what stands in the record itself: no source, no line end behind it.
    assert!(holding("größe").is_empty() && holding("}, ").is_empty() && holding("},").is_empty());
    // The cache keys begin with it, in either case; they do not just hold it.
    let keys: Vec<_> = mixed.records(&all(), 0).filter_map(|record| record.key).collect();
    assert_eq!(keys[3], "b917a0ffbb61");
    for digits in ["b917a0ffbb61", "B917A0FF", "b917a"] {
        assert_eq!(holding(digits), [3], "{digits}");
    }
    assert!(holding("917a0").is_empty() && holding("b917a0ffbb610").is_empty());
    assert_eq!(holding(&keys[7]), [5, 7], "a duplicate has the key of its original");
    // Beyond ASCII as it stands there, and an escape is what is written.
    let texts =
        run(r#"{"sources": {"gamma": {"records": [{"id": "É"}, {"id": "é"}, {"id": "\u00e9"}, {"id": "😀"}]}}}"#);
    let holding = |text: &str| selected(&texts, &RecordFilter { text: Some(text.into()), ..all() });
    assert_eq!((holding("é"), holding("\\U00E9"), holding("😀")), (vec![1], vec![2], vec![3]));
}

#[test]
fn by_several_at_once() {
    let mixed = run(MIXED);
    let filter = RecordFilter {
        source: Some("größe".into()),
        fate: Some(Fate::Kept),
        freshness: Some(Freshness::Fresh),
        stage: Some(Stage::Reconcile),
        behind: Some(SummaryNumber::Matched),
        verdict: Some(Verdict::Matched),
        group: Some(2),
        bucket: None,
        text: Some("1100".into()),
        ..all()
    };
    assert_eq!(selected(&mixed, &filter), [5]);
    assert!(selected(&mixed, &RecordFilter { fate: Some(Fate::Duplicate { of: 99 }), ..filter }).is_empty());
    let duplicates = RecordFilter { fate: Some(Fate::Duplicate { of: 99 }), ..all() };
    assert_eq!(selected(&mixed, &duplicates), [1, 7], "whatever they repeat");
}

#[test]
fn in_order() {
    let mixed = run(MIXED);
    let sorted = |sort, descending| selected(&mixed, &RecordFilter { sort, descending, ..all() });
    assert_eq!(sorted(Sort::Position, false), (0..12).collect::<Vec<_>>());
    assert_eq!(sorted(Sort::Position, true), (0..12).rev().collect::<Vec<_>>());
    // What is equal stays as it came.
    assert_eq!(sorted(Sort::Fate, false), [0, 3, 5, 6, 8, 9, 10, 1, 7, 2, 4, 11]);
    assert_eq!(sorted(Sort::Fate, true), [2, 4, 11, 1, 7, 0, 3, 5, 6, 8, 9, 10]);
    // Ages: 0 600.5 -100 600 1e300 0 0, and none for the others, which stay last.
    assert_eq!(sorted(Sort::Age, false), [5, 0, 9, 10, 6, 3, 8, 1, 2, 4, 7, 11]);
    assert_eq!(sorted(Sort::Age, true), [8, 3, 6, 0, 9, 10, 5, 1, 2, 4, 7, 11]);
    let keys: Vec<_> = mixed.records(&all(), 0).filter_map(|record| record.key).collect();
    for descending in [false, true] {
        let mut expected: Vec<_> = (0..12).collect();
        expected.sort_by(|&a, &b| if descending { keys[b].cmp(&keys[a]) } else { keys[a].cmp(&keys[b]) });
        assert_eq!(sorted(Sort::Key, descending), expected);
    }
    let filter = RecordFilter { fate: Some(Fate::Kept), sort: Sort::Age, descending: true, ..all() };
    assert_eq!(selected(&mixed, &filter), [8, 3, 6, 0, 9, 10, 5]);
    let off = run(r#"{"flags": {"cache": 0}, "sources": {"gamma": {"records": [{"id": 1}, {"id": 2}]}}}"#);
    for descending in [false, true] {
        assert_eq!(selected(&off, &RecordFilter { sort: Sort::Key, descending, ..all() }), [0, 1], "they have no key");
    }
}

/// Exact where floats are not, with what is no number last.
#[test]
fn ages_in_order() {
    let timestamps = [
        "NaN",
        "-9007199254740992", // 9007199254741992
        "-9007199254740993", // one more, the same float
        "-9007199254740994",
        "1e400",               // -inf
        "-1e400",              // inf
        "1000.0",              // 0.0
        "1000",                // 0, the same
        "9223372036854775806", // near the lowest i64: the same float
        "9223372036854775807",
        "100000000000000000000000", // beyond 64 bits
        "-100000000000000000000000",
        "999.5",
        "1000.5",
    ];
    let run = run_at(&timestamps);
    let sorted = |descending| selected(&run, &RecordFilter { sort: Sort::Age, descending, ..all() });
    assert_eq!(sorted(false), [4, 10, 9, 8, 13, 6, 7, 12, 1, 2, 3, 11, 5, 0]);
    assert_eq!(sorted(true), [5, 11, 3, 2, 1, 12, 6, 7, 13, 8, 9, 10, 4, 0]);
}

/// Python's two zeros are equal.
#[test]
fn zeros_in_order() {
    let config = r#"{"now": -0.0, "sources": {"gamma": {"records": [
        {"id": 1, "value": 1, "timestamp": -0.0}, {"id": 2, "value": 1, "timestamp": 0.0}, {"id": 3, "value": 1, "timestamp": 0}]}}}"#;
    let run = run(config);
    let ages: Vec<_> = run.records(&all(), 0).filter_map(|record| record.age).collect();
    assert_eq!(ages, ["0.0", "-0.0", "-0.0"]);
    for descending in [false, true] {
        assert_eq!(selected(&run, &RecordFilter { sort: Sort::Age, descending, ..all() }), [0, 1, 2]);
    }
}

/// A sort that many records take through all bytes of their keys.
#[test]
fn many_records_in_order() {
    let timestamps: Vec<_> = (0..3000_i64).map(|index| ((index * 7919) % 3001 - 1500).to_string()).collect();
    let run = run_at(&timestamps.iter().map(String::as_str).collect::<Vec<_>>());
    let ages: Vec<i64> = timestamps.iter().map(|text| 1000 - text.parse::<i64>().expect("an int")).collect();
    let mut expected: Vec<usize> = (0..3000).collect();
    expected.sort_by_key(|&position| ages[position]);
    let sorted = |descending| {
        let selection = run.select(&RecordFilter { sort: Sort::Age, descending, ..all() }).expect("there is memory");
        selection.positions(0).collect::<Vec<_>>()
    };
    assert_eq!(sorted(false), expected);
    expected.sort_by_key(|&position| -ages[position]);
    assert_eq!(sorted(true), expected);
    // Where they are is found out in another way than for a few.
    for filter in [all(), RecordFilter { freshness: Some(Freshness::Stale), sort: Sort::Age, ..all() }] {
        let selection = run.select(&filter).expect("there is memory");
        let mut spans: Vec<_> = run.selected(&selection, 0).map(|record| record.span).collect();
        spans.sort_by_key(|span| span.start);
        assert_eq!(run.places(&selection, 0..usize::MAX).expect("there is memory").collect::<Vec<_>>(), spans);
    }
}

#[test]
fn by_bucket() {
    // Ages 0, 250, 500, 750, 1000; the limit is 600. An age where two buckets meet is in the latter.
    let run = run_at(&["1000", "750", "500", "250", "0", "NaN"]);
    let of = |index, of| selected(&run, &RecordFilter { bucket: Some(Bucket { index, of }), ..all() });
    assert_eq!([of(0, 2), of(1, 2), of(2, 2)], [vec![0, 1], vec![2, 3, 4], vec![]]);
    assert_eq!([of(0, 4), of(1, 4), of(2, 4), of(3, 4)], [vec![0], vec![1], vec![2], vec![3, 4]]);
    assert_eq!(of(0, 0), [0, 1, 2, 3, 4], "there is always one");
    assert_eq!(of(999, 5000), [4], "there are a thousand at most");
    for buckets in [1, 3, 7, 60, 1000] {
        let timeline = run.timeline(buckets).expect("a timeline");
        for (index, bucket) in timeline.buckets.iter().enumerate() {
            let filter = RecordFilter { bucket: Some(Bucket { index, of: buckets }), ..all() };
            let marked =
                |freshness| selected(&run, &RecordFilter { freshness: Some(freshness), ..filter.clone() }).len();
            assert_eq!(
                (marked(Freshness::Fresh), marked(Freshness::Stale)),
                (bucket.counts.fresh, bucket.counts.stale)
            );
        }
    }
    let off = self::run(r#"{"flags": {"freshness": 0}, "sources": {"gamma": {"records": [{"id": 1, "value": 1}]}}}"#);
    assert!(selected(&off, &RecordFilter { bucket: Some(Bucket { index: 0, of: 1 }), ..all() }).is_empty());
}

/// The source `one` keeps its first place among the sources, and has its last records.
const REPEATED: &str = r#"{"sources": {"one": {"records": [{"id": "old"}]}, "two": {"records": [{"id": "é😀"}, {"id": 2}]},
    "none": {}, "one": {"records": [ {"id": 3} , {"id": {"id": 4}}]}}}"#;

#[test]
fn sources() {
    let report = |name: &str, records| SourceReport { name: name.into(), records };
    let told: Vec<_> = run(REPEATED).sources().collect();
    assert_eq!(told, [report("one", 2), report("two", 2), report("none", 0)]);
    let failed = run(
        r#"{"sources": {"alpha": {"records": [{}]}, "beta": {"records": [{}, {}, 7]}, "gamma": {"records": [{}]}}}"#,
    );
    assert_eq!(failed.sources().collect::<Vec<_>>(), [report("alpha", 1), report("beta", 2)]);
    assert_eq!(run("[").sources().count() + run("{}").sources().count(), 0);
}

#[test]
fn a_record_by_its_place() {
    for config in [MIXED, FAILED, REPEATED] {
        let run = run(config);
        let spans: Vec<_> = run.records(&all(), 0).map(|record| record.span).collect();
        for offset in 0..config.len() + 2 {
            let expected = spans.iter().position(|span| span.contains(&offset));
            assert_eq!(run.record_at(offset), expected, "at {offset}");
        }
    }
    assert_eq!((run("[").record_at(0), run("{}").record_at(1)), (None, None));
}

#[test]
fn places_in_the_order_of_the_text() {
    for config in [MIXED, REPEATED] {
        let run = run(config);
        let filters = [
            all(),
            RecordFilter { fate: Some(Fate::Kept), ..all() },
            RecordFilter { fate: Some(Fate::Invalid), sort: Sort::Age, descending: true, ..all() },
            RecordFilter { sort: Sort::Position, descending: true, ..all() },
            RecordFilter { text: Some("nowhere".into()), ..all() },
        ];
        for filter in filters {
            let selection = run.select(&filter).expect("there is memory");
            let mut spans: Vec<_> = run.records(&filter, 0).map(|record| record.span).collect();
            spans.sort_by_key(|span| span.start);
            for from in 0..=config.len() {
                for to in [from, from + 1, from + 30, from + 200, usize::MAX] {
                    let expected: Vec<_> =
                        spans.iter().filter(|span| span.start < to && span.end > from).cloned().collect();
                    let places: Vec<_> = run.places(&selection, from..to).expect("there is memory").collect();
                    assert_eq!(places, expected, "{filter:?} from {from} to {to}");
                }
            }
        }
    }
}
