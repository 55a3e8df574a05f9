//! Checks where a failure is: the stage, the source, the record and the bytes of the text. Python's message does not
//! say that. The message itself is tested by the conformance tests.

use std::ops::Range;

use pipeline_playground::pipeline::Stage;
use pipeline_playground::python::Kind;

use super::run_at;

/// The stage, the source and the record's index.
pub type Location = (Option<Stage>, Option<&'static str>, Option<usize>);

/// The config could not be read.
pub const UNREAD: Location = (None, None, None);

pub const fn at(stage: Stage, source: &'static str, index: usize) -> Location {
    (Some(stage), Some(source), Some(index))
}

/// A config without its guillemets, and the range of bytes between them.
fn marked(config: &str) -> (String, Range<usize>) {
    let (before, rest) = config.split_once('«').expect("an opening mark");
    let (blamed, after) = rest.split_once('»').expect("a closing mark");
    let start = before.len();
    ([before, blamed, after].concat(), start..start + blamed.len())
}

/// Checks that each config fails at this location, and that the failure blames the bytes between the guillemets.
pub fn check_blame(kind: Kind, cases: &[(Location, &str)]) {
    for &((stage, source, index), case) in cases {
        let (config, span) = marked(case);
        let run = run_at(config, 1000.5);
        let case: String = case.chars().take(300).collect();
        let failure = run.failure().unwrap_or_else(|| panic!("no failure: {case}"));
        let location = (failure.stage, failure.source.as_ref().and_then(|source| source.as_str()), failure.index);
        assert_eq!((failure.exception.kind, location), (kind, (stage, source, index)), "{case}");
        let blamed = failure.exception.span.clone();
        assert_eq!(blamed, Some(span), "{}: {case}", failure.exception);
        assert!(run.summary().is_none() && run.text().bytes().get(blamed.unwrap_or_default()).is_some(), "{case}");
    }
}
