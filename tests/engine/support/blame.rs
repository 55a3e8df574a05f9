//! Checks where a failure is: the stage, the source, the record and the bytes of the text, which Python's message leaves
//! out. What the message says is for the conformance tests.

use std::ops::Range;

use pipeline_playground::pipeline::Stage;
use pipeline_playground::python::Kind;

use super::run_at;

/// The stage, the source and the record's index.
pub type Place = (Option<Stage>, Option<&'static str>, Option<usize>);

/// The config could not be read.
pub const UNREAD: Place = (None, None, None);

pub const fn at(stage: Stage, source: &'static str, index: usize) -> Place {
    (Some(stage), Some(source), Some(index))
}

/// A config without its marks, and the bytes that stand between them.
fn marked(config: &str) -> (String, Range<usize>) {
    let (before, rest) = config.split_once('«').expect("an opening mark");
    let (blamed, behind) = rest.split_once('»').expect("a closing mark");
    let start = before.len();
    ([before, blamed, behind].concat(), start..start + blamed.len())
}

/// The place and the bytes between the marks are what the failure of each config speaks of.
pub fn check_blame(kind: Kind, cases: &[(Place, &str)]) {
    for &((stage, source, index), case) in cases {
        let (config, span) = marked(case);
        let run = run_at(config, 1000.5);
        let case: String = case.chars().take(300).collect();
        let failure = run.failure().unwrap_or_else(|| panic!("no failure: {case}"));
        let told = (failure.stage, failure.source.as_ref().and_then(|source| source.as_str()), failure.index);
        assert_eq!((failure.exception.kind, told), (kind, (stage, source, index)), "{case}");
        let blamed = failure.exception.span.clone();
        assert_eq!(blamed, Some(span), "{}: {case}", failure.exception);
        assert!(run.summary().is_none() && run.text().bytes().get(blamed.unwrap_or_default()).is_some(), "{case}");
    }
}
