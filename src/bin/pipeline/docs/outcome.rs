//! What the engine says about a config.

use std::rc::Rc;

use pipeline_playground::edit::edit_flag;
use pipeline_playground::pipeline::{Design, Input, Run, Stage, run_over};
use pipeline_playground::text::Text;

/// The first second at which a check can be run: this program is younger.
const EARLIEST: f64 = 1_700_000_000.0;
/// The last second of the year 9999.
const LATEST: f64 = 253_402_300_799.0;

/// A finished run, and what it prints.
pub(crate) struct Outcome {
    pub run: Run,
    /// The summary, or the exception as `Type: message`.
    pub text: String,
    /// The exception as Python's traceback ends, with the type's module.
    pub qualified: Option<String>,
    /// Whether the text is the same at every time. The later it is, the more records are stale, so it is if it is the
    /// same at the first and at the last time.
    pub is_steady: bool,
}

/// Runs a config with these flags, set as the page sets them. `read`: makes a text of the edited config.
pub(crate) fn outcome(config: Text, flags: &[(Stage, bool)], read: fn(Vec<u8>) -> Text) -> Outcome {
    let mut input = Input::read(config);
    for &(stage, is_on) in flags {
        if let Some(edit) = input.document().and_then(|document| edit_flag(document, stage, is_on)) {
            let mut text = input.text().bytes().to_vec();
            text.splice(edit.range, edit.insert.into_bytes());
            input = Input::read(read(text));
        }
    }
    let input = Rc::new(input);
    let run = run_over(Rc::clone(&input), &Design::default(), EARLIEST);
    let text = text(&run);
    let is_steady = self::text(&run_over(input, &Design::default(), LATEST)) == text;
    let qualified = run.failure().map(|failure| failure.exception.to_string());
    Outcome { run, text, qualified, is_steady }
}

fn text(run: &Run) -> String {
    match (run.summary(), run.failure()) {
        (Some(summary), _) => summary.to_string(),
        (None, Some(failure)) => {
            let exception = &failure.exception;
            let (name, message) = (exception.kind.name(), &exception.message);
            if message.is_empty() { name.to_owned() } else { format!("{name}: {message}") }
        }
        (None, None) => String::new(),
    }
}
