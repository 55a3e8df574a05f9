//! How far a run is.

use std::ops::{ControlFlow, Range};

use crate::names::names;

use super::failure::{Failure, Stop};
use super::stage::Stage;

/// Records that a stage works on between two reports. Small steps also let a browser swap in optimised code early: it
/// does so between two calls of a function, not within one.
pub(crate) const STEP: usize = 512;

names! {
    /// What a run is at.
    pub enum Phase as RunPhase {
        /// The text is being read.
        Read = "read";
        /// A stage works on the records.
        Stage(Stage as StageName)
    }
}

/// Receives how far a run is: `(done, total, phase)`.
type Report<'r> = dyn FnMut(usize, usize, Phase) -> ControlFlow<()> + 'r;

/// Tells the caller how far the run is: reading the text is the first half, the stages share the second.
pub(crate) struct Progress<'r> {
    text_length: usize,
    phase: Phase,
    report: &'r mut Report<'r>,
}

impl<'r> Progress<'r> {
    pub fn new(text_length: usize, report: &'r mut Report<'r>) -> Self {
        Self { text_length, phase: Phase::Read, report }
    }

    /// `position` bytes have been read.
    pub fn read(&mut self, position: usize) -> Result<(), Stop> {
        self.report(position)
    }

    /// Calls `work` for `count` records, a step at a time.
    pub fn steps(
        &mut self,
        stage: Stage,
        count: usize,
        mut work: impl FnMut(Range<usize>) -> Result<(), Failure>,
    ) -> Result<(), Stop> {
        for start in (0..count).step_by(STEP) {
            work(start..count.min(start + STEP))?;
            self.stage(stage, start, count)?;
        }
        Ok(())
    }

    /// A stage has worked on `done` of `count` records.
    pub fn stage(&mut self, stage: Stage, done: usize, count: usize) -> Result<(), Stop> {
        let share = self.text_length / Stage::ALL.len();
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share"
        )]
        let part = (share as f64 * done as f64 / count.max(1) as f64) as usize;
        self.phase = Phase::Stage(stage);
        self.report(self.text_length + share * stage as usize + part)
    }

    /// All is done; the phase is still the last one that had something to do.
    pub fn finish(&mut self) -> Result<(), Stop> {
        self.report(2 * self.text_length)
    }

    fn report(&mut self, done: usize) -> Result<(), Stop> {
        match (self.report)(done, 2 * self.text_length, self.phase) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Stop::Cancelled),
        }
    }
}
