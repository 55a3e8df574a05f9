//! The native contender of the benches: reads a config file once, then answers each line on standard input with a line
//! `{"ms": …, "summary": "…"}`. The time is from the file's bytes to the summary's text. With a count after the file's
//! name, it is that of so many runs over one parsed document instead.

use std::io::{BufRead, Write};
use std::rc::Rc;
use std::time::Instant;

use pipeline_playground::pipeline::{self, Design, Input, Run};
use pipeline_playground::text::Text;

#[expect(clippy::disallowed_methods, reason = "measuring time is what this program is for")]
fn main() -> std::io::Result<()> {
    let usage = || std::io::Error::other("usage: native_bench CONFIG [RUNS]");
    let mut arguments = std::env::args().skip(1);
    let config = std::fs::read(arguments.next().ok_or_else(usage)?)?;
    let runs: Option<u32> = arguments.next().map(|runs| runs.parse().map_err(|_| usage())).transpose()?;
    let shared = runs.map(|runs| (runs, Rc::new(Input::read(Text::from_file(config.clone())))));
    for line in std::io::stdin().lock().lines() {
        line?;
        let start = Instant::now();
        let summary = match &shared {
            None => summarize(&pipeline::run(Text::from_file(config.clone()), 0.0)),
            Some((runs, input)) => {
                (0..*runs).fold(None, |_, _| summarize(&pipeline::run_over(Rc::clone(input), &Design::default(), 0.0)))
            }
        };
        let ms = start.elapsed().as_secs_f64() * 1000.0;
        let answer = serde_json::json!({ "ms": ms, "summary": summary });
        writeln!(std::io::stdout(), "{answer}")?;
    }
    Ok(())
}

fn summarize(run: &Run) -> Option<String> {
    run.summary().map(ToString::to_string)
}
