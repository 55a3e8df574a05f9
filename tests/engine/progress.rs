//! Progress reports, and that a run can be stopped at each of them.

use std::ops::ControlFlow;

use pipeline_playground::pipeline::{Phase, Run, Stage, run_with_progress};
use pipeline_playground::text::Text;

/// The reports of a run of this config, each as (done, total). The run is stopped at the report with the index `stop`.
fn reports(config: &str, stop: Option<usize>) -> (ControlFlow<(), Run>, Vec<(usize, usize)>) {
    let mut reports = Vec::new();
    let mut report = |done, total, _| {
        reports.push((done, total));
        if stop == Some(reports.len() - 1) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let run = run_with_progress(Text::from_string(config.into()), 0.0, &mut report);
    (run, reports)
}

/// The reports of a run of this config, each as (phase, done).
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

/// A config of two sources with this many records each, and the same keys.
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
fn progress_grows_up_to_the_total() {
    for config in [String::from("{}"), config(1), config(600), config(5000)] {
        let (run, reports) = reports(&config, None);
        assert!(run.continue_value().is_some_and(|run| run.summary().is_some()));
        let (done, total): (Vec<_>, Vec<_>) = reports.into_iter().unzip();
        assert!(total.iter().all(|&of| of == 2 * config.len()), "the total is constant: {total:?}");
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
        // Before adapt has finished, the number of records is unknown.
        if stage != Stage::Adapt {
            assert!(within.is_sorted_by(|a, b| a < b), "{}: {within:?}", stage.name());
            let last = within.last().map_or(0, |last| last - start);
            assert!(within[0] == start && last > share * 8 / 10, "{}: {within:?}", stage.name());
        }
    }
}

/// A report names the phase whose share of the total it is in.
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
fn a_stage_without_work_has_no_phase() {
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
fn a_run_stops_at_any_report() {
    // The last config is large enough for several reports from each stage.
    for config in [String::from("{}"), config(1), config(1500)] {
        let (_, all) = reports(&config, None);
        for stop in 0..all.len() {
            let (run, reported) = reports(&config, Some(stop));
            assert!(run.is_break(), "at report {stop}");
            assert_eq!(reported, all[..=stop], "nothing is reported after {stop}");
        }
        let (run, reported) = reports(&config, Some(all.len()));
        assert!(run.is_continue() && reported == all, "there is no such report");
    }
}

/// A failure ends the run before its total, but does not count as stopped.
#[test]
fn a_failed_run_is_returned() {
    let good = config(1000);
    for config in
        [format!("{good}]"), good.replacen("[999]}]", "[999]}, 7]", 1), good.replace("\"now\": 1", "\"now\": null")]
    {
        let (run, reports) = reports(&config, None);
        assert!(run.continue_value().is_some_and(|run| run.failure().is_some()));
        assert!(reports.is_sorted() && reports.iter().all(|(done, total)| done < total), "{reports:?}");
    }
}
