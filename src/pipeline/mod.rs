//! The pipeline: five stages in a fixed order, each behind a flag, over the records of a config.
//!
//! A stage is a file, and its name is the course's name for it. [`run`] calls them; each writes down in the trace
//! what became of every record, as a few integers, and [`Run`] tells it as text on request.

mod adapt;
mod cache;
mod compare;
mod config;
mod difference;
mod edit;
mod failure;
mod freshness;
mod groups;
mod log;
mod md5;
mod pairs;
mod place;
mod progress;
mod rank;
mod reconcile;
mod record;
mod records;
mod report;
mod search;
mod select;
mod settings;
mod summary;
mod timeline;
mod trace;
mod validate;

use std::ops::ControlFlow;

use crate::python::{Document, Reader, Text, Value};

use adapt::Adapted;
use config::Config;
use progress::Progress;
use reconcile::Groups;
use trace::Trace;

pub use compare::{ChangeKind, Comparison, Outcome, RecordChange, SummaryChange, compare};
pub use difference::Difference;
pub use edit::{Edit, JsonNumber, edit_flag, edit_setting};
pub use failure::{Blamed, Cause, Failure};
pub use groups::{Claim, Group, GroupFilter, GroupValue};
pub use log::{Level, LogLine};
pub use place::{RecordPlace, SourceReport};
pub use progress::Phase;
pub use reconcile::Verdict;
pub use records::{FieldChange, RecordDetail, RecordReport};
pub use report::{StageCounts, StageReport};
pub use select::{Bucket, RecordFilter, Selection, Sort};
pub use settings::{Setting, SettingKey, Settings};
pub use summary::{CacheSummary, Reconciliation, Summary, SummaryNumber};
pub use timeline::{FreshnessCounts, Timeline, TimelineBucket, TimelinePoint, TimelineTick};
pub use trace::{Fate, Freshness};

/// A stage of the pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Brings the records of every source to one shape.
    Adapt,
    /// Drops duplicates.
    Cache,
    /// Drops records that break the contract.
    Validate,
    /// Marks records as stale or fresh.
    Freshness,
    /// Compares what different sources say under the same key.
    Reconcile,
}

impl Stage {
    /// All stages, in the order in which they run.
    pub const ALL: [Self; 5] = [Self::Adapt, Self::Cache, Self::Validate, Self::Freshness, Self::Reconcile];

    /// The stage's name, which is its flag's too.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Adapt => "adapt",
            Self::Cache => "cache",
            Self::Validate => "validate",
            Self::Freshness => "freshness",
            Self::Reconcile => "reconcile",
        }
    }

    /// The stage of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        named(&Self::ALL, &Self::ALL.map(Self::name), name)
    }
}

/// The one of this name, where `names` are the names of all. Not made anew for each kind of names but for the copy of
/// the one: this keeps the wasm package small.
fn named<T: Copy>(all: &[T], names: &[&str], name: &str) -> Option<T> {
    all.get(place_of(names, name)?).copied()
}

#[inline(never)]
fn place_of(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|other| *other == name)
}

/// Makes room for more elements, where there is memory for them.
fn reserve<T>(elements: &mut Vec<T>, more: usize, stage: Stage) -> Result<(), Failure> {
    elements.try_reserve(more).map_err(|_| Failure::no_memory(stage))
}

/// Why a run ended before its end.
enum Stop {
    Failed(Failure),
    Cancelled,
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// What was read: the document, or the text that is none.
#[derive(Debug)]
enum Input {
    Read(Document),
    Unread(Text),
}

/// A finished run: its summary or its exception, and what became of every record.
#[derive(Debug)]
pub struct Run {
    input: Input,
    /// Which flags are on, by stage; none where they could not be read.
    flags: Option<[bool; 5]>,
    ran: Vec<Stage>,
    /// Seconds since 1970, where the config has no `now`.
    clock: f64,
    adapted: Adapted,
    trace: Trace,
    groups: Groups,
    outcome: Result<Summary, Failure>,
}

/// Runs the pipeline over a config text, without being asked how far it is. `clock` gives the seconds since 1970 that
/// stand in for an absent `now`.
#[must_use]
pub fn run(text: Text, clock: f64) -> Run {
    match run_with_progress(text, clock, &mut |_, _, _| ControlFlow::Continue(())) {
        ControlFlow::Continue(run) => run,
        ControlFlow::Break(()) => unreachable!("nothing cancels this run"),
    }
}

/// Runs the pipeline over a config text and reports how far it is, as `(done, total, phase)`; `Break` stops the run.
pub fn run_with_progress(
    text: Text,
    clock: f64,
    report: &mut dyn FnMut(usize, usize, Phase) -> ControlFlow<()>,
) -> ControlFlow<(), Run> {
    let mut progress = Progress::new(text.bytes().len(), report);
    let (input, read) = read(text, &mut progress);
    let mut run = Run::new(input, clock);
    match read.and_then(|()| run.run_stages(&mut progress)) {
        Ok(()) => run.outcome = Ok(Summary::of(&run)),
        Err(Stop::Failed(failure)) => run.outcome = Err(failure),
        Err(Stop::Cancelled) => return ControlFlow::Break(()),
    }
    ControlFlow::Continue(run)
}

/// `json.loads`, in steps; a file's bytes are decoded first.
fn read(text: Text, progress: &mut Progress<'_>) -> (Input, Result<(), Stop>) {
    /// Bytes of text between two reports.
    const STEP: usize = 1 << 16;
    if let Err(unreadable) = text.decoded() {
        return (Input::Unread(text), Err(Stop::Failed(unreadable.into())));
    }
    let mut reader = Reader::new(text);
    loop {
        let step = match reader.advance(reader.position() + STEP) {
            Ok(finished) => progress.read(reader.position()).map(|()| finished),
            Err(unreadable) => Err(Stop::Failed(unreadable.into())),
        };
        match step {
            Ok(true) => return (Input::Read(reader.into_document()), Ok(())),
            Ok(false) => {}
            Err(why) => return (Input::Unread(reader.into_text()), Err(why)),
        }
    }
}

impl Run {
    fn new(input: Input, clock: f64) -> Self {
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

    /// Lets each stage run whose flag is on, in order.
    fn run_stages(&mut self, progress: &mut Progress<'_>) -> Result<(), Stop> {
        let Input::Read(document) = &self.input else { return Ok(()) };
        let config = Config::read(document.root(), self.clock)?;
        self.flags = Some(config.flags);
        for stage in Stage::ALL.into_iter().filter(|&stage| config.is_on(stage)) {
            if stage == Stage::Reconcile && self.adapted.sources.len() < 2 {
                continue;
            }
            let (adapted, trace) = (&self.adapted, &mut self.trace);
            match stage {
                Stage::Adapt => adapt::run(&config, &mut self.adapted, trace, progress)?,
                Stage::Cache => cache::run(adapted.view(document), trace, progress)?,
                Stage::Validate => validate::run(adapted.view(document), &config, trace, progress)?,
                Stage::Freshness => freshness::run(adapted.view(document), &config, trace, progress)?,
                Stage::Reconcile => reconcile::run(adapted.view(document), &mut self.groups, progress)?,
            }
            self.ran.push(stage);
        }
        progress.finish()
    }

    /// The summary, where the run came to its end.
    #[must_use]
    pub fn summary(&self) -> Option<&Summary> {
        self.outcome.as_ref().ok()
    }

    /// The exception that ended the run, and where it happened.
    #[must_use]
    pub fn failure(&self) -> Option<&Failure> {
        self.outcome.as_ref().err()
    }

    /// The config, where the text could be read.
    #[must_use]
    pub fn config(&self) -> Option<Value<'_>> {
        match &self.input {
            Input::Read(document) => Some(document.root()),
            Input::Unread(_) => None,
        }
    }

    /// The text that was read.
    #[must_use]
    pub fn text(&self) -> &Text {
        match &self.input {
            Input::Read(document) => document.text(),
            Input::Unread(text) => text,
        }
    }
}
