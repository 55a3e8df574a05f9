//! What each stage did, in a run that finished and in one that failed.

use pipeline_playground::pipeline::{Fate, Run, Stage};
use pipeline_playground::report::{FoundKind, StageCounts, StageNote, StageReport, StageState};

use crate::support::configs::{EVERYTHING, FAILED, MIXED};
use crate::support::{logs, records, run};

/// A stage whose flag is on and which drops nothing.
fn stage(stage: Stage, records: usize, counts: StageCounts) -> StageReport {
    StageReport {
        stage,
        flag: Some(true),
        ran: true,
        failed: false,
        records_in: records,
        records_out: records,
        counts,
        state: StageState::Ran,
        note: None,
        found: Vec::new(),
    }
}

/// The counts of each stage, without its state, note and findings.
fn counted(run: &Run) -> [StageReport; 5] {
    run.stages().map(|report| StageReport { state: StageState::Ran, note: None, found: Vec::new(), ..report })
}

#[test]
fn the_stages_of_a_run() {
    let expected = [
        stage(Stage::Adapt, 12, StageCounts::Adapt { sources: 3 }),
        StageReport { records_out: 10, ..stage(Stage::Cache, 12, StageCounts::Cache { hits: 2, misses: 10 }) },
        StageReport { records_out: 7, ..stage(Stage::Validate, 10, StageCounts::Validate { violations: 3 }) },
        stage(Stage::Freshness, 7, StageCounts::Freshness { fresh: 5, stale: 2 }),
        stage(Stage::Reconcile, 12, StageCounts::Reconcile { matched: 2, mismatched: 1, single: 1 }),
    ];
    assert_eq!(counted(&run(MIXED)), expected);
}

#[test]
fn the_stages_of_a_failed_run() {
    let failed = run(FAILED);
    let expected = [
        stage(Stage::Adapt, 7, StageCounts::Adapt { sources: 2 }),
        StageReport { records_out: 6, ..stage(Stage::Cache, 7, StageCounts::Cache { hits: 1, misses: 6 }) },
        StageReport { records_out: 5, ..stage(Stage::Validate, 6, StageCounts::Validate { violations: 1 }) },
        StageReport {
            ran: false,
            failed: true,
            ..stage(Stage::Freshness, 5, StageCounts::Freshness { fresh: 3, stale: 0 })
        },
        StageReport {
            ran: false,
            ..stage(Stage::Reconcile, 7, StageCounts::Reconcile { matched: 0, mismatched: 0, single: 0 })
        },
    ];
    assert_eq!(counted(&failed), expected);
    assert_eq!((failed.record_count(), failed.group_count(), failed.log_count()), (7, 0, 3));
    // What was found before the failure is reported. The age of a timestamp in the future is negative.
    let actual: Vec<_> = records(&failed).into_iter().map(|record| (record.fate, record.age, record.group)).collect();
    let kept = |age: Option<&str>| (Fate::Kept, age.map(str::to_owned), None);
    let expected = [
        kept(Some("0")),
        (Fate::Duplicate { of: 0 }, None, None),
        (Fate::Invalid, None, None),
        kept(Some("9")),
        kept(Some("-990.0")),
        kept(None),
        kept(None),
    ];
    assert_eq!(actual, expected);
    let expected = [
        "INFO adapted 3 records from alpha",
        "INFO adapted 4 records from gamma",
        "WARNING contract violation: 2 missing ['value']",
    ];
    assert_eq!(logs(&failed, 0), expected);
}

/// Records that were adapted before the failure are reported, but only whole sources are counted and logged.
#[test]
fn a_run_that_fails_at_its_first_stage() {
    let failed = run(r#"{"sources": {"alpha": {"records": [{"uid": 1}]}, "beta": {"records": [{}, {}, 7]}}}"#);
    let [adapt, cache, ..] = counted(&failed);
    let expected =
        StageReport { ran: false, failed: true, ..stage(Stage::Adapt, 3, StageCounts::Adapt { sources: 1 }) };
    assert_eq!(adapt, expected);
    assert_eq!(cache, StageReport { ran: false, ..stage(Stage::Cache, 3, StageCounts::Cache { hits: 0, misses: 0 }) });
    assert_eq!(logs(&failed, 0), ["INFO adapted 1 records from alpha"]);
    let actual: Vec<_> = records(&failed).into_iter().map(|record| (record.source, record.index, record.key)).collect();
    assert_eq!(actual, [("alpha".into(), 0, None), ("beta".into(), 0, None), ("beta".into(), 1, None)]);
}

#[test]
fn flags_and_what_runs() {
    let on = (Some(true), true);
    let (idle, off) = ((Some(true), false), (Some(false), false));
    let cases = [
        // Reconcile needs two sources, with or without records.
        (r#"{"sources": {"alpha": {}}}"#, [on, on, on, on, idle]),
        (r#"{"sources": {"alpha": {}, "beta": {}}}"#, [on, on, on, on, on]),
        (r#"{"sources": {"alpha": {}, "beta": {}}, "flags": {"adapt": 0}}"#, [off, on, on, on, idle]),
        (
            r#"{"sources": {"alpha": {}, "beta": {}}, "flags": {"cache": "", "validate": null, "freshness": [], "reconcile": 0.0}}"#,
            [on, off, off, off, off],
        ),
        (r#"{"flags": []}"#, [(None, false); 5]),
        ("[", [(None, false); 5]),
    ];
    for (config, expected) in cases {
        let run = run(config);
        assert_eq!(run.stages().map(|stage| (stage.flag, stage.ran)), expected, "{config}");
        assert!(run.stages().iter().all(|stage| !stage.failed), "{config}");
        let listed = run.stages().into_iter().filter(|stage| stage.ran).map(|stage| stage.stage);
        let summary = run.summary().map(|summary| summary.stages_run.clone());
        assert_eq!(listed.collect::<Vec<_>>(), summary.unwrap_or_default(), "{config}");
    }
}

/// The state of each stage, and the note on it.
fn states(config: &str) -> [(StageState, Option<StageNote>); 5] {
    run(config).stages().map(|stage| (stage.state, stage.note))
}

#[test]
fn states_of_stages() {
    use StageState::{Alone, Empty, Failed, Off, Ran, Unreached, Waiting};

    assert_eq!(states("[").map(|(state, _)| state), [Waiting; 5]);
    assert_eq!(states("[]").map(|(state, _)| state), [Waiting; 5]);
    let one = r#""sources": {"alpha": {"records": [{"uid": 1, "data": 1}]}}"#;
    let (from, alone) = (StageNote::FromSources { sources: 1 }, StageNote::Sources { sources: 1 });
    let ran = [(Ran, Some(from)), (Ran, None), (Ran, None), (Ran, None), (Alone, Some(alone))];
    assert_eq!(states(&format!("{{{one}}}")), ran);
    let passed = Some(StageNote::PassedBy { records: 1 });
    let off = [(Ran, Some(from)), (Off, passed), (Off, passed), (Off, passed), (Off, None)];
    let flags = r#""flags": {"cache": 0, "validate": 0, "freshness": 0, "reconcile": 0}"#;
    assert_eq!(states(&format!("{{{flags}, {one}}}")), off);
    let why = Some(StageNote::AdaptOff);
    let none = [(Off, Some(StageNote::NoRecords)), (Empty, why), (Empty, why), (Empty, why), (Alone, why)];
    assert_eq!(states(&format!(r#"{{"flags": {{"adapt": 0}}, {one}}}"#)), none);
    assert_eq!(
        states("{}"),
        [(Empty, None), (Empty, None), (Empty, None), (Empty, None), (Alone, Some(StageNote::Sources { sources: 0 }))]
    );
    let failed = states(&format!(r#"{{"max_age_seconds": null, {one}}}"#));
    assert_eq!(failed[3..], [(Failed, Some(StageNote::Given { records: 1 })), (Unreached, None)]);
    let adapt = states(r#"{"sources": {"alpha": {"records": [{}, 1]}}}"#);
    assert_eq!(adapt[0], (Failed, Some(StageNote::AdaptedBefore { records: 1 })));

    // Nothing passes by a stage that the run did not come to.
    let over = states(r#"{"flags": {"cache": 0, "freshness": 0}, "sources": {"alpha": {"records": [{}, 1]}}}"#);
    assert_eq!(over[1..4], [(Off, None), (Unreached, None), (Off, None)]);
    let over = states(&format!(r#"{{"flags": {{"cache": 0, "freshness": 0}}, "required_fields": 1, {one}}}"#));
    assert_eq!(over[1..4], [(Off, passed), (Failed, Some(StageNote::Given { records: 1 })), (Off, None)]);

    let found = run(EVERYTHING).stages().map(|stage| stage.found);
    let found: Vec<_> = found.iter().flatten().map(|found| (found.kind, found.count)).collect();
    let expected = [
        (FoundKind::Duplicate, 1),
        (FoundKind::Invalid, 4),
        (FoundKind::Fresh, 1),
        (FoundKind::Stale, 1),
        (FoundKind::Matched, 0),
        (FoundKind::Mismatched, 1),
        (FoundKind::Single, 2),
    ];
    assert_eq!(found, expected);
    assert!(run("{}").stages().iter().all(|stage| stage.found.is_empty()));
}
