//! Tests of the engine, through its public interface and its command line. A module is named after the file in `src`
//! that it tests. Conformance, differential, properties and limits test the whole engine.

mod cli;
mod config;
mod conformance;
mod differential;
mod docs;
mod edit;
mod failure;
mod limits;
mod progress;
mod properties;
mod python;
mod report;
mod run;
mod stages;
mod summary;
mod support;
mod text;
