//! What each number of the summary counts, and why it has its value.

use pipeline_playground::pipeline::{Run, Stage, SummaryNumber};
use pipeline_playground::report::NumberReason;

use crate::support::configs::{EVERYTHING, one_id};
use crate::support::run;

/// Why a number has its value.
fn reason(run: &Run, number: SummaryNumber) -> NumberReason {
    run.numbers().find(|report| report.number == number).expect("all numbers are reported").reason
}

#[test]
fn numbers_explained() {
    use SummaryNumber::{CacheHitRate, CacheHits, Mismatched, RecordsIn, RecordsOut, StaleRecords, ValidationErrors};

    let run_all = run(EVERYTHING);
    let numbers: Vec<_> = run_all.numbers().collect();
    assert!(numbers.iter().map(|report| report.number).eq(SummaryNumber::ALL));
    let texts: Vec<_> =
        numbers.iter().map(|report| report.text.as_deref().expect("the summary has all numbers")).collect();
    assert_eq!(texts, ["7", "2", "1", "6", "0.1429", "4", "1", "0", "1", "2"]);
    let lists = |number: SummaryNumber| numbers[number as usize].lists.clone();
    assert_eq!(lists(RecordsOut), [CacheHits, ValidationErrors, RecordsOut]);
    assert_eq!(lists(CacheHits), [CacheHits]);
    assert!(numbers.iter().filter(|report| report.mixed).map(|report| report.number).eq([RecordsIn, CacheHitRate]));
    assert_eq!(Mismatched.stage(), Some(Stage::Reconcile));

    let out = NumberReason::RecordsOut { records_in: 7, duplicates: 1, invalid: 4, records_out: 2 };
    assert_eq!(reason(&run_all, RecordsOut), out);
    let rate = NumberReason::HitRate { hits: "1".into(), look_ups: 7, rate: "0.1429".into() };
    assert_eq!(reason(&run_all, CacheHitRate), rate);
    let older = NumberReason::Older { now: "1000".into(), max_age: "600".into() };
    assert_eq!(reason(&run_all, StaleRecords), older);
    let NumberReason::FromSources { sources: from, more } = reason(&run(one_id(&["1"; 6])), RecordsIn) else {
        panic!()
    };
    assert_eq!((from.len(), from[3].name.to_string(), from[3].records, more), (4, "s3".to_owned(), 1, 2));

    let none = run("{}");
    assert_eq!(reason(&none, RecordsIn), NumberReason::NoSources);
    assert_eq!(reason(&none, CacheHitRate), NumberReason::NoLookUps { rate: "0.0".into() });
    assert_eq!(none.numbers().filter(|report| report.text.is_none()).count(), 3);
    let off = run(r#"{"flags": {"adapt": 0, "cache": 0, "validate": 0, "freshness": 0}}"#);
    for number in [RecordsIn, CacheHits, CacheHitRate, ValidationErrors, StaleRecords] {
        assert_eq!(reason(&off, number), NumberReason::StageOff, "{number:?}");
    }
}
