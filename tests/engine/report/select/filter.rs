//! Which records a filter selects.

use pipeline_playground::pipeline::{Fate, Freshness, Run, Stage, SummaryNumber, Verdict};
use pipeline_playground::report::{Bucket, RecordFilter};

use super::{all, run_with_timestamps, selected};
use crate::support::configs::{FAILED, MIXED};
use crate::support::{records, run};

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
    // A stage that fails was given its records. Later stages were not.
    let everything: Vec<_> = (0..7).collect();
    let expected = [everything.clone(), everything, vec![0, 2, 3, 4, 5, 6], vec![0, 3, 4, 5, 6], Vec::new()];
    assert_eq!(given(&run(FAILED)), expected);
    // A stage that is off is given nothing, nor is reconcile with a single source.
    let off =
        run(r#"{"flags": {"cache": 0, "freshness": 0}, "sources": {"gamma": {"records": [{"id": 1}, {"id": 1}]}}}"#);
    assert_eq!(given(&off), [vec![0, 1], vec![], vec![0, 1], vec![], vec![]]);
}

#[test]
fn by_the_number_that_counts_the_record() {
    let counted =
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
    assert_eq!(counted(&mixed), expected);
    let summary = mixed.summary().expect("a summary");
    let counts = [summary.records_in, summary.records_out, summary.cache.hits, summary.cache.misses];
    assert_eq!(counts[..], counted(&mixed).map(|positions| positions.len())[..4]);
    // A record that was not looked up is not a miss.
    let off = run(r#"{"flags": {"cache": 0}, "sources": {"gamma": {"records": [{"id": 1}, {"id": 1}]}}}"#);
    let expected = [vec![0, 1], vec![], vec![], vec![], vec![], vec![0, 1], vec![], vec![], vec![], vec![]];
    assert_eq!(counted(&off), expected);
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
    assert_eq!(selected(&mixed, &duplicates), [1, 7], "the record that they repeat does not matter");
}

#[test]
fn by_bucket() {
    // Ages 0, 250, 500, 750, 1000, with a limit of 600. An age where two buckets meet is in the second.
    let run = run_with_timestamps(&["1000", "750", "500", "250", "0", "NaN"]);
    let of = |index, of| selected(&run, &RecordFilter { bucket: Some(Bucket { index, of }), ..all() });
    assert_eq!([of(0, 2), of(1, 2), of(2, 2)], [vec![0, 1], vec![2, 3, 4], vec![]]);
    assert_eq!([of(0, 4), of(1, 4), of(2, 4), of(3, 4)], [vec![0], vec![1], vec![2], vec![3, 4]]);
    assert_eq!(of(0, 0), [0, 1, 2, 3, 4], "there is at least one bucket");
    assert_eq!(of(999, 5000), [4], "there are at most a thousand buckets");
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

fn filter(source: Option<&str>, fate: Option<&str>, freshness: Option<&str>) -> RecordFilter {
    RecordFilter {
        source: source.map(Into::into),
        fate: fate.map(|name| Fate::named(name).expect("a fate")),
        freshness: freshness.map(|name| Freshness::named(name).expect("a mark")),
        ..RecordFilter::default()
    }
}

#[test]
fn records_by_filter_and_page() {
    let run = run(MIXED);
    let all = records(&run);
    let cases: [(RecordFilter, &[usize]); 13] = [
        (filter(None, None, None), &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
        (filter(Some("alpha"), None, None), &[0, 1, 2]),
        (filter(Some("größe"), None, None), &[3, 4, 5, 6, 7, 8]),
        (filter(Some("beta"), None, None), &[9, 10, 11]),
        (filter(None, Some("kept"), None), &[0, 3, 5, 6, 8, 9, 10]),
        (filter(None, Some("duplicate"), None), &[1, 7]),
        (filter(None, Some("invalid"), None), &[2, 4, 11]),
        (filter(None, None, Some("stale")), &[3, 8]),
        (filter(None, None, Some("fresh")), &[0, 5, 6, 9, 10]),
        (filter(Some("größe"), Some("kept"), Some("fresh")), &[5, 6]),
        (filter(Some("beta"), Some("invalid"), None), &[11]),
        (filter(None, Some("invalid"), Some("fresh")), &[]),
        // No source has this name.
        (filter(Some("gr\\u00f6\\u00dfe"), None, None), &[]),
    ];
    for (filter, positions) in cases {
        let expected: Vec<_> = positions.iter().map(|&position| all[position].clone()).collect();
        for offset in 0..=expected.len() {
            let page: Vec<_> = run.records(&filter, offset).collect();
            assert_eq!(page, expected[offset..], "{filter:?} from {offset} on");
        }
        for offset in [expected.len() + 1, usize::MAX] {
            assert_eq!(run.records(&filter, offset).count(), 0, "{filter:?} from {offset} on");
        }
    }
}
