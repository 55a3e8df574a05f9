//! The native contender of the benches: reads a config file once, then makes one run for each line on standard input
//! and answers with a line `{"ms": …, "summary": "…"}`. A run goes from the file's bytes to the summary's text.

use std::io::{BufRead, Write};
use std::time::Instant;

use pipeline_playground::{pipeline, text::Text};

#[expect(clippy::disallowed_methods, reason = "measuring time is what this program is for")]
fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).ok_or_else(|| std::io::Error::other("usage: native_bench CONFIG"))?;
    let config = std::fs::read(path)?;
    for line in std::io::stdin().lock().lines() {
        line?;
        let start = Instant::now();
        let run = pipeline::run(Text::from_file(config.clone()), 0.0);
        let summary = run.summary().map(ToString::to_string);
        let ms = start.elapsed().as_secs_f64() * 1000.0;
        let answer = serde_json::json!({ "ms": ms, "summary": summary });
        writeln!(std::io::stdout(), "{answer}")?;
    }
    Ok(())
}
