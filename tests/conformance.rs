//! The library against what CPython answered: one test for each case of `tests/conformance`.

#[path = "support/mod.rs"]
mod support;

use libtest_mimic::{Arguments, Failed, Trial};
use pipeline_playground::{pipeline, python::Text};
use serde::Deserialize;
use serde_bytes::ByteBuf;

use support::{Answer, CLOCK};

/// A case of `named.jsonl`, `random.jsonl` or `deep.jsonl`.
#[derive(Deserialize)]
struct Case {
    name: String,
    input: ByteBuf,
    #[serde(flatten)]
    expected: Answer,
}

fn main() {
    let files = [
        include_str!("conformance/named.jsonl"),
        include_str!("conformance/random.jsonl"),
        include_str!("conformance/deep.jsonl"),
    ];
    let cases = files.iter().flat_map(|file| file.lines()).map(|line| {
        let case: Case = serde_json::from_str(line).expect("a conformance case");
        Trial::test(case.name.clone(), move || check(case))
    });
    libtest_mimic::run(&Arguments::from_args(), cases.collect()).exit();
}

fn check(case: Case) -> Result<(), Failed> {
    let run = pipeline::run(Text::from_string(case.input.into_vec()), CLOCK);
    case.expected.compare(&Answer::of(&run)).map_err(Failed::from)
}
