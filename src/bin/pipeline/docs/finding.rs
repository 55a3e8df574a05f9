//! What a check has to say about a line of a file.

/// Something to say about a line.
#[derive(Debug)]
pub(crate) struct Finding {
    /// The line, from 1.
    pub line: usize,
    /// A note does not fail the check.
    pub is_note: bool,
    pub message: String,
}

impl Finding {
    pub fn fault(line: usize, message: impl Into<String>) -> Self {
        Self { line, is_note: false, message: message.into() }
    }

    pub fn note(line: usize, message: impl Into<String>) -> Self {
        Self { line, is_note: true, message: message.into() }
    }
}
