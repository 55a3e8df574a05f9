//! What a run starts from: a config that was read, once for any number of runs.

use std::ops::ControlFlow;

use crate::python::{Document, Reader, Unreadable, Value};
use crate::text::Text;

use super::failure::{Failure, Stop};
use super::progress::Progress;

/// A text that was read: its document, or why it has none.
#[derive(Debug)]
pub enum Input {
    /// The text is JSON as Python reads it.
    Read(Document),
    /// It is not: `json.loads`, or decoding a file's bytes before that, raises this.
    Unread(Text, Box<Failure>),
}

impl Input {
    /// `json.loads`; a file's bytes are decoded first.
    #[must_use]
    pub fn read(text: Text) -> Self {
        let mut report = |_, _, _| ControlFlow::Continue(());
        match Self::read_in_steps(text, &mut Progress::new(0, &mut report)) {
            Ok(input) => input,
            Err(Stop::Failed(_) | Stop::Cancelled) => unreachable!("nothing cancels this"),
        }
    }

    /// The same, in steps that are reported.
    ///
    /// # Errors
    /// Only that it was cancelled.
    pub(super) fn read_in_steps(text: Text, progress: &mut Progress<'_>) -> Result<Self, Stop> {
        /// Bytes of text between two reports.
        const STEP: usize = 1 << 16;
        let unread = |text, unreadable: Unreadable| Ok(Self::Unread(text, Box::new(unreadable.into())));
        let mut reader = Reader::new(text);
        loop {
            match reader.advance(reader.position() + STEP) {
                Ok(finished) => {
                    progress.read(reader.position())?;
                    if finished {
                        return Ok(Self::Read(reader.into_document()));
                    }
                }
                Err(unreadable) => return unread(reader.into_text(), unreadable),
            }
        }
    }

    /// The text that was read.
    #[must_use]
    pub fn text(&self) -> &Text {
        match self {
            Self::Read(document) => document.text(),
            Self::Unread(text, _) => text,
        }
    }

    /// The config, if the text could be read.
    #[must_use]
    pub fn config(&self) -> Option<Value<'_>> {
        self.document().map(Document::root)
    }

    /// The document, if the text could be read.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        match self {
            Self::Read(document) => Some(document),
            Self::Unread(..) => None,
        }
    }
}
