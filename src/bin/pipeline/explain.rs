//! The table of `--explain`: what became of each record.

use std::io::{self, Write};

use pipeline_playground::pipeline::{Fate, Run, Verdict};
use pipeline_playground::report::{GroupFilter, RecordFilter, RecordReport};

const HEADINGS: [&str; 8] = ["#", "source", "index", "line", "fate", "freshness", "reconciliation", "record"];

/// Writes a line of headings, then a line for each record.
pub(crate) fn write(run: &Run, out: &mut impl Write) -> io::Result<()> {
    let verdicts: Vec<Verdict> = run.groups(&GroupFilter::default(), 0).map(|group| group.verdict).collect();
    let mut rows = vec![HEADINGS.map(str::to_owned)];
    rows.extend(run.records(&RecordFilter::default(), 0).map(|record| row(run, &verdicts, record)));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; HEADINGS.len()] = std::array::from_fn(width);
    for row in &rows {
        let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        writeln!(out, "{}", cells.join("  ").trim_end())?;
    }
    Ok(())
}

fn row(run: &Run, verdicts: &[Verdict], record: RecordReport) -> [String; HEADINGS.len()] {
    let missing: Vec<String> = record.missing.iter().map(ToString::to_string).collect();
    let fate = match record.fate {
        Fate::Kept => "kept".to_owned(),
        Fate::Duplicate { of } => format!("duplicate of #{of}"),
        Fate::Invalid => format!("invalid: {} missing", missing.join(", ")),
    };
    let freshness = match (record.freshness, record.age) {
        (Some(freshness), Some(age)) => format!("{}, age {age} s", freshness.name()),
        _ => String::new(),
    };
    [
        record.position.to_string(),
        in_one_line(&record.source.to_string()),
        record.index.to_string(),
        (run.text().position(record.span.start).line + 1).to_string(),
        in_one_line(&fate),
        freshness,
        record.group.map(|group| verdicts[group].name().to_owned()).unwrap_or_default(),
        record.text,
    ]
}

/// The text with its control characters escaped, so that a row is a single line and a config cannot send commands to
/// the terminal.
fn in_one_line(text: &str) -> String {
    let escape = |char: char| if char.is_control() { char.escape_default().collect() } else { char.to_string() };
    text.chars().map(escape).collect()
}
