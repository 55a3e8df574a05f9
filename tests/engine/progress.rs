//! How far a run is: what its caller is told, and that it can stop the run at any of these calls.

use std::ops::ControlFlow;

use pipeline_playground::pipeline::{Phase, Run, Stage, run_with_progress};
use pipeline_playground::text::Text;

/// What a run of this config reports, each as (done, total). At the call with the index `stop` it is told to stop.
fn reports(config: &str, stop: Option<usize>) -> (ControlFlow<(), Run>, Vec<(usize, usize)>) {
    let mut reports = Vec::new();
    let mut report = |done, total, _| {
        reports.push((done, total));
        if stop == Some(reports.len() - 1) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let run = run_with_progress(Text::from_string(config.into()), 0.0, &mut report);
    (run, reports)
}

/// What a run of this config reports, each as (phase, done).
fn phases(config: &str) -> Vec<(&'static str, usize)> {
    let mut phases = Vec::new();
    let mut report = |done, _, phase: Phase| {
        phases.push((phase.name(), done));
        ControlFlow::Continue(())
    };
    let run = run_with_progress(Text::from_string(config.into()), 0.0, &mut report);
    assert!(run.is_continue());
    phases
}

/// A config of two sources with so many records each, each key in both of them.
fn config(count: usize) -> String {
    let records = |id: &str, value: &str| {
        let record = |index| format!("{{\"{id}\": \"record {index}\", \"{value}\": [{index}]}}");
        (0..count).map(record).collect::<Vec<_>>().join(", ")
    };
    let (alpha, beta) = (records("uid", "data"), records("identifier", "payload"));
    format!(
        "{{\"now\": 1, \"sources\": {{\"alpha\": {{\"records\": [{alpha}]}}, \"beta\": {{\"records\": [{beta}]}}}}}}"
    )
}

#[test]
fn it_grows_up_to_the_total() {
    for config in [String::from("{}"), config(1), config(600), config(5000)] {
        let (run, reports) = reports(&config, None);
        assert!(run.continue_value().is_some_and(|run| run.summary().is_some()));
        let (done, total): (Vec<_>, Vec<_>) = reports.into_iter().unzip();
        assert!(total.iter().all(|&of| of == 2 * config.len()), "the total stays: {total:?}");
        assert!(done.is_sorted(), "{done:?}");
        assert_eq!(done.last(), total.last());
    }
}

#[test]
fn reading_is_the_first_half_and_the_stages_share_the_second() {
    let config = config(5000);
    let (half, share) = (config.len(), config.len() / Stage::ALL.len());
    let (_, reports) = reports(&config, None);
    let done: Vec<_> = reports.into_iter().map(|(done, _)| done).collect();
    let reading: Vec<_> = done.iter().filter(|&&done| done < half).collect();
    assert!(reading.len() >= 4 && reading.is_sorted_by(|a, b| a < b), "{reading:?}");
    for stage in Stage::ALL {
        let start = half + share * stage as usize;
        let within: Vec<_> = done.iter().copied().filter(|done| (start..start + share).contains(done)).collect();
        assert!(within.len() >= 10, "{}: {within:?}", stage.name());
        // How many records there are is only known once they are adapted.
        if stage != Stage::Adapt {
            assert!(within.is_sorted_by(|a, b| a < b), "{}: {within:?}", stage.name());
            let last = within.last().map_or(0, |last| last - start);
            assert!(within[0] == start && last > share * 8 / 10, "{}: {within:?}", stage.name());
        }
    }
}

/// The phase that a report names is the one whose share of the way it is in.
#[test]
fn each_report_names_its_phase() {
    let config = config(5000);
    let (half, share) = (config.len(), config.len() / Stage::ALL.len());
    let mut phases = phases(&config);
    assert_eq!(phases.pop(), Some(("reconcile", 2 * half)), "the end is reported in the last phase");
    for &(phase, done) in &phases {
        let stage = Stage::named(phase);
        assert_eq!(stage.is_none(), phase == "read");
        let within = stage.map_or(0..=half, |stage| {
            let start = half + share * stage as usize;
            start..=start + share
        });
        assert!(within.contains(&done), "{phase} at {done}");
    }
    phases.dedup_by_key(|(phase, _)| *phase);
    let order: Vec<_> = phases.iter().map(|(phase, _)| *phase).collect();
    assert_eq!(order, ["read", "adapt", "cache", "validate", "freshness", "reconcile"]);
}

/// A stage that is switched off, or has no records, has no phase.
#[test]
fn what_does_nothing_has_no_phase() {
    let names = |config: &str| {
        let mut names: Vec<_> = phases(config).iter().map(|(phase, _)| *phase).collect();
        names.dedup();
        names
    };
    assert_eq!(names("{}"), ["read"]);
    let off = config(600).replacen('{', r#"{"flags": {"freshness": false, "reconcile": 0}, "#, 1);
    assert_eq!(names(&off), ["read", "adapt", "cache", "validate"]);
}

#[test]
fn it_stops_at_any_call() {
    // The last one reports from several steps of each stage.
    for config in [String::from("{}"), config(1), config(1500)] {
        let (_, all) = reports(&config, None);
        for stop in 0..all.len() {
            let (run, told) = reports(&config, Some(stop));
            assert!(run.is_break(), "at call {stop}");
            assert_eq!(told, all[..=stop], "nothing is reported behind call {stop}");
        }
        let (run, told) = reports(&config, Some(all.len()));
        assert!(run.is_continue() && told == all, "there is no such call");
    }
}

/// A failure ends the run before its total, and is no cancellation.
#[test]
fn a_failed_run_comes_back() {
    let good = config(1000);
    for config in
        [format!("{good}]"), good.replacen("[999]}]", "[999]}, 7]", 1), good.replace("\"now\": 1", "\"now\": null")]
    {
        let (run, reports) = reports(&config, None);
        assert!(run.continue_value().is_some_and(|run| run.failure().is_some()));
        assert!(reports.is_sorted() && reports.iter().all(|(done, total)| done < total), "{reports:?}");
    }
}
