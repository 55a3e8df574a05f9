//! A run: the stages in order, over a config that was read.

use std::ops::ControlFlow;
use std::rc::Rc;

use crate::python::Value;
use crate::text::Text;

use super::config::Config;
use super::design::Design;
use super::failure::{Failure, Stop};
use super::groups::Groups;
use super::input::Input;
use super::progress::{Phase, Progress};
use super::record::Adapted;
use super::stage::Stage;
use super::stages::{adapt, cache, freshness, reconcile, validate};
use super::summary::{Reconciliation, Summary};
use super::trace::Trace;

/// A finished run: its summary or its exception, and what became of every record.
#[derive(Debug)]
pub struct Run {
    pub(crate) input: Rc<Input>,
    /// Which flags are on, by stage; `None` if they could not be read.
    pub(crate) flags: Option<[bool; 5]>,
    pub(crate) ran: Vec<Stage>,
    /// Seconds since 1970, used if the config has no `now`.
    pub(crate) clock: f64,
    pub(crate) adapted: Adapted,
    pub(crate) trace: Trace,
    pub(crate) groups: Groups,
    outcome: Result<Summary, Failure>,
}

/// Reads a config text and runs the reference pipeline over it. `clock`: seconds since 1970, used if the config has no
/// `now`.
#[must_use]
pub fn run(text: Text, clock: f64) -> Run {
    run_over(Rc::new(Input::read(text)), &Design::default(), clock)
}

/// Runs a pipeline over a config that was read before, as often as wanted: nothing is read again.
#[must_use]
pub fn run_over(input: Rc<Input>, design: &Design, clock: f64) -> Run {
    let mut report = |_, _, _| ControlFlow::Continue(());
    match Run::start(input, clock).finish(design, &mut Progress::new(0, &mut report)) {
        Ok(run) => run,
        Err(Cancelled) => unreachable!("nothing cancels this run"),
    }
}

/// As [`run`], and reports how far it is, as `(done, total, phase)`; `Break` stops the run.
pub fn run_with_progress(
    text: Text,
    clock: f64,
    report: &mut dyn FnMut(usize, usize, Phase) -> ControlFlow<()>,
) -> ControlFlow<(), Run> {
    let mut progress = Progress::new(text.bytes().len(), report);
    let Ok(input) = Input::read_in_steps(text, &mut progress) else { return ControlFlow::Break(()) };
    match Run::start(Rc::new(input), clock).finish(&Design::default(), &mut progress) {
        Ok(run) => ControlFlow::Continue(run),
        Err(Cancelled) => ControlFlow::Break(()),
    }
}

/// The caller stopped the run.
struct Cancelled;

impl Run {
    fn start(input: Rc<Input>, clock: f64) -> Self {
        Self {
            input,
            clock,
            flags: None,
            ran: Vec::new(),
            adapted: Adapted::default(),
            trace: Trace::default(),
            groups: Groups::default(),
            outcome: Ok(Summary::default()),
        }
    }

    fn finish(mut self, design: &Design, progress: &mut Progress<'_>) -> Result<Self, Cancelled> {
        self.outcome = match self.run_stages(design, progress) {
            Ok(()) => Ok(self.summarize()),
            Err(Stop::Failed(failure)) => Err(failure),
            Err(Stop::Cancelled) => return Err(Cancelled),
        };
        Ok(self)
    }

    /// Runs each stage whose flag is on, in order.
    fn run_stages(&mut self, design: &Design, progress: &mut Progress<'_>) -> Result<(), Stop> {
        let document = match &*self.input {
            Input::Read(document) => document,
            Input::Unread(_, failure) => return Err(Stop::Failed((**failure).clone())),
        };
        let config = Config::read(document.root(), self.clock)?;
        self.flags = Some(config.flags);
        for stage in Stage::ALL.into_iter().filter(|&stage| config.is_on(stage)) {
            if stage == Stage::Reconcile && self.adapted.sources.len() < 2 {
                continue;
            }
            let (adapted, trace) = (&self.adapted, &mut self.trace);
            match stage {
                Stage::Adapt => adapt::run(design.adapt, &config, &mut self.adapted, trace, progress)?,
                Stage::Cache => cache::run(design.cache, adapted.view(document), trace, progress)?,
                Stage::Validate => validate::run(design.validate, adapted.view(document), &config, trace, progress)?,
                Stage::Freshness => freshness::run(design.freshness, adapted.view(document), &config, trace, progress)?,
                Stage::Reconcile => {
                    reconcile::run(design.reconcile, adapted.view(document), &mut self.groups, progress)?;
                }
            }
            self.ran.push(stage);
        }
        progress.finish()
    }

    fn summarize(&self) -> Summary {
        let (trace, groups) = (&self.trace, &self.groups);
        let reconciliation =
            Reconciliation { matched: groups.matched, mismatched: groups.mismatched, single_source: groups.single };
        Summary {
            records_in: self.adapted.records.len(),
            records_out: trace.kept(),
            stages_run: self.ran.clone(),
            cache: trace.cache_summary(),
            validation_errors: trace.violations.len(),
            stale_records: trace.stale,
            reconciliation: self.ran.contains(&Stage::Reconcile).then_some(reconciliation),
        }
    }

    /// The summary, if the run finished.
    #[must_use]
    pub fn summary(&self) -> Option<&Summary> {
        self.outcome.as_ref().ok()
    }

    /// The exception that ended the run, and where it happened.
    #[must_use]
    pub fn failure(&self) -> Option<&Failure> {
        self.outcome.as_ref().err()
    }

    /// What the run started from.
    #[must_use]
    pub fn input(&self) -> &Rc<Input> {
        &self.input
    }

    /// The config, if the text could be read.
    #[must_use]
    pub fn config(&self) -> Option<Value<'_>> {
        self.input.config()
    }

    /// The text that was read.
    #[must_use]
    pub fn text(&self) -> &Text {
        self.input.text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::with_fixed_key;
    use crate::python::{Dumps, KeyOrder};
    use crate::text::Buffer;

    /// Repeated keys, many required fields, ids short and long, duplicates: all that is looked up by hash.
    fn config() -> String {
        let names: Vec<String> = (0..40).map(|name| format!("\"field {name}\": {}", name % 7)).collect();
        let records: Vec<String> = (0..200)
            .map(|n| {
                let id = if n % 3 == 0 { format!("order {}", n % 50) } else { format!("a long id, number {}", n % 30) };
                let last = if n % 5 == 0 { "\"field 39\": null" } else { "\"field 3\": 1" };
                format!(r#"{{"id": "{id}", "value": {}, {}, {last}}}"#, n % 4, names.join(", "))
            })
            .collect();
        let required: Vec<String> = (0..40).map(|name| format!("\"field {name}\"")).collect();
        let (records, required) = (records.join(","), required.join(","));
        format!(
            r#"{{"required_fields": [{required}], "sources": {{"a": {{"records": [{records}]}}, "b": {{"records": [{records}]}}}}}}"#
        )
    }

    fn results(seed: u64, text: &str) -> String {
        with_fixed_key(seed, || {
            let run = run(Text::from_string(text.into()), 0.0);
            let mut out = Buffer::default();
            Dumps::default().write(run.config().expect("it can be read"), KeyOrder::Given, &mut out);
            let groups: Vec<_> = (0..run.groups.count())
                .map(|group| (run.groups.verdict(group), run.groups.records(group).collect::<Vec<_>>()))
                .collect();
            format!("{:?} {:?} {groups:?} {}", run.outcome, run.trace, out.text().escape_ascii())
        })
    }

    #[test]
    fn results_are_the_same_with_every_key() {
        let text = config();
        let expected = results(0, &text);
        for seed in 1..8 {
            assert!(results(seed, &text) == expected, "seed {seed}");
        }
    }
}
