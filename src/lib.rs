//! The engine of the pipeline playground: a small data pipeline from a Python course, which answers byte for byte as
//! the course's Python program does.
//!
//! - [`python`]: what the reference takes from Python, and nothing more.
//! - [`pipeline`]: the five stages, their flags, the summary, and what became of every record.
//! - `wasm` (on wasm32): the package for JavaScript.
//! - `main.rs` (feature `cli`): the command line.
//!
//! The core takes the clock as an argument, prints nothing, and never panics, whatever the input.
//!
//! ```
//! use pipeline_playground::{pipeline, text::Text};
//!
//! let config = r#"{"now": 1000, "sources": {"alpha": {"records": [{"uid": 1, "data": "x"}]}}}"#;
//! let run = pipeline::run(Text::from_string(config.into()), 0.0);
//! let summary = run.summary().expect("this config runs to its end");
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
