//! The engine of the pipeline playground: the data pipeline of a Python course, in Rust. Its output equals that of the
//! course's Python program, the reference, byte for byte.
//!
//! - [`pipeline`]: the five stages, their flags, the summary, and what became of each record.
//! - [`report`]: queries of a finished run: records, reconciliation groups, ages, the log, a comparison of two runs.
//! - [`edit`]: minimal edits of a config text.
//! - [`python`]: the parts of Python that the reference uses, and no others.
//! - [`text`]: texts, and positions in them.
//! - `wasm` (on wasm32): the package for JavaScript.
//! - `bin/pipeline` (feature `cli`): the command line.
//!
//! The core takes the clock as an argument, prints nothing, and never panics, whatever the input.
//!
//! ```
//! use pipeline_playground::{pipeline, text::Text};
//!
//! let config = r#"{"now": 1000, "sources": {"alpha": {"records": [{"uid": 1, "data": "x"}]}}}"#;
//! let run = pipeline::run(Text::from_string(config.into()), 0.0);
//! let summary = run.summary().expect("no exception");
//! assert_eq!((summary.records_in, summary.records_out), (1, 1));
//! ```

pub mod edit;
mod hash;
mod names;
pub mod pipeline;
pub mod python;
pub mod report;
mod table;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod wasm;
