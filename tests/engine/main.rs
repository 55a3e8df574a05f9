//! The engine, through its public interface and its command line. A module is named after what it tests in `src`; what
//! no single file answers for has a module too: conformance, differential, properties and limits.

mod cli;
mod config;
mod conformance;
mod differential;
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
