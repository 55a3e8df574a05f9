//! The order of the selected records.

use pipeline_playground::pipeline::{Fate, Freshness};
use pipeline_playground::report::{RecordFilter, Sort};

use super::{all, run_with_timestamps, selected};
use crate::support::configs::MIXED;
use crate::support::run;

#[test]
fn in_order() {
    let mixed = run(MIXED);
    let sorted = |sort, descending| selected(&mixed, &RecordFilter { sort, descending, ..all() });
    assert_eq!(sorted(Sort::Position, false), (0..12).collect::<Vec<_>>());
    assert_eq!(sorted(Sort::Position, true), (0..12).rev().collect::<Vec<_>>());
    // Equal records keep their order.
    assert_eq!(sorted(Sort::Fate, false), [0, 3, 5, 6, 8, 9, 10, 1, 7, 2, 4, 11]);
    assert_eq!(sorted(Sort::Fate, true), [2, 4, 11, 1, 7, 0, 3, 5, 6, 8, 9, 10]);
    // Ages: 0 600.5 -100 600 1e300 0 0. The other records have none, and stay last.
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

/// Ages are compared exactly, not as floats. NaN is last.
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
    let run = run_with_timestamps(&timestamps);
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

/// So many records that the sort is not an insertion sort.
#[test]
fn many_records_in_order() {
    let timestamps: Vec<_> = (0..3000_i64).map(|index| ((index * 7919) % 3001 - 1500).to_string()).collect();
    let run = run_with_timestamps(&timestamps.iter().map(String::as_str).collect::<Vec<_>>());
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
    // Their places are in the order of the text, also for many records.
    for filter in [all(), RecordFilter { freshness: Some(Freshness::Stale), sort: Sort::Age, ..all() }] {
        let selection = run.select(&filter).expect("there is memory");
        let mut spans: Vec<_> = run.selected(&selection, 0, usize::MAX).map(|record| record.span).collect();
        spans.sort_by_key(|span| span.start);
        assert_eq!(run.places(&selection, 0..usize::MAX).expect("there is memory").collect::<Vec<_>>(), spans);
    }
}
